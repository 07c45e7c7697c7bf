"""`careteam import`: FHIR R4 files are read, then compared or taken in, and all of it is told."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable
from itertools import islice

from careteam.cli.messages import NO_FILES, NO_SUCH_FILE, Code
from careteam.cli.opening import Clinic, open_clinic
from careteam.cli.output import complain, print_json, print_table
from careteam.domain.incoming import Finding, Incoming
from careteam.domain.intake.preview import Happens, ImportPreview
from careteam.domain.intake.report import Choice, ImportReport, Take
from careteam.imports.fhir.reader import read_files
from careteam.storage.importing import run_import
from careteam.storage.reads.imports import compare

MOST_FINDINGS = 40
SURE = frozenset({Happens.ADD, Happens.UPDATE, Happens.SAME})
ANSWERS = {"ask": Take.TAKE, "join": Take.JOIN, "apart": Take.APART}


def bring_in(args: Namespace) -> int:
    """Take the files in, or say what would be done."""
    for path in args.paths:
        if not path.exists():
            raise NO_SUCH_FILE.error(path=path)
    with open_clinic(args, writes=not args.dry_run) as clinic:
        incoming = read_files(
            args.paths,
            catalogue=clinic.rules.catalogue,
            zone=clinic.moment.zone,
            clinical=clinic.rules.clinical,
            progress=_progress("Reading files"),
        )
        if not incoming.files:
            raise NO_FILES.error(path=", ".join(str(path) for path in args.paths))
        if args.dry_run:
            return _tell_preview(_preview(clinic, incoming), as_json=args.json)
        choices = {patient.key: Choice(ANSWERS[args.same_person]) for patient in incoming.patients}
        report = run_import(
            clinic.store,
            incoming,
            choices,
            moment=clinic.moment,
            progress=_progress("Taking in patients"),
        )
    return _tell_report(report, as_json=args.json)


def _preview(clinic: Clinic, incoming: Incoming) -> ImportPreview:
    return clinic.store.read(compare, incoming, rules=clinic.rules, today=clinic.moment.today)


def _tell_report(report: ImportReport, *, as_json: bool) -> int:
    if as_json:
        print_json(_report_tree(report))
    else:
        lines = [(each.name, each.mrn, each.did, each.sentence) for each in report.patients]
        heads = ("PATIENT", "MRN", "WHAT", "WHY")
        print_table(heads, lines, empty="No patients in these files.")
        for what, counts in (("New", report.made), ("Updated", report.updated)):
            if counts:
                print(f"{what}: " + ", ".join(f"{kind} {count}" for kind, count in counts))
        _print_rest(report.findings, report.left_out)
    if report.stopped:
        complain(report.stopped)
        return Code.BAD_USE
    return Code.DONE if report.is_whole else Code.REFUSED


def _tell_preview(preview: ImportPreview, *, as_json: bool) -> int:
    if as_json:
        print_json(_preview_tree(preview))
    else:
        lines = [(row.name, row.mrn, row.born, row.happens, row.found) for row in preview.rows]
        heads = ("PATIENT", "MRN", "BORN", "WOULD", "FOUND")
        print_table(heads, lines, empty="No patients in these files.")
        print(f"People: {preview.people_to_add} new, {preview.people_to_update} to update")
        _print_rest(preview.findings, preview.left_out)
        print("Nothing was changed.")
    is_sure = all(row.happens in SURE for row in preview.rows)
    return Code.DONE if is_sure and not preview.refused else Code.REFUSED


def _print_rest(findings: tuple[Finding, ...], left_out: Iterable[tuple[str, int]]) -> None:
    kinds = ", ".join(f"{kind} {count:,}" for kind, count in left_out)
    if kinds:
        print(f"Not kept here: {kinds}")
    if findings:
        print()
        some = islice(findings, MOST_FINDINGS)
        lines = (
            (finding.file, finding.place, finding.sentence.removeprefix(f"{finding.file} "))
            for finding in some
        )
        print_table(("FILE", "PLACE", "NOTE"), lines)
    if len(findings) > MOST_FINDINGS:
        print(f"and {len(findings) - MOST_FINDINGS} more notes; --json tells all")


def _report_tree(report: ImportReport) -> dict[str, object]:
    return {
        "dry_run": False,
        "files": report.files,
        "refused_files": report.refused,
        "patients": [
            {"name": each.name, "mrn": each.mrn, "did": each.did, "why": each.sentence}
            for each in report.patients
        ],
        "new": dict(report.made),
        "updated": dict(report.updated),
        "not_kept": dict(report.left_out),
        "notes": _notes(report.findings),
        "stopped": report.stopped,
    }


def _preview_tree(preview: ImportPreview) -> dict[str, object]:
    return {
        "dry_run": True,
        "files": preview.files,
        "refused_files": preview.refused,
        "patients": [
            {"name": row.name, "mrn": row.mrn, "would": row.happens, "found": row.found,
             "newer": row.changed, "kept": row.kept}
            for row in preview.rows
        ],
        "people": {"new": preview.people_to_add, "updated": preview.people_to_update},
        "not_kept": dict(preview.left_out),
        "notes": _notes(preview.findings),
    }  # fmt: skip


def _notes(findings: tuple[Finding, ...]) -> list[dict[str, object]]:
    return [
        {"file": each.file, "place": each.place, "severity": each.severity, "note": each.sentence}
        for each in findings
    ]


def _progress(what: str) -> Callable[[int, int], bool] | None:
    """How far it is, on a terminal only, on one line of the error stream."""
    if not sys.stderr.isatty():
        return None

    def tell(done: int, total: int) -> bool:
        end = "\n" if done == total else ""
        print(f"\r{what}: {done} of {total}", end=end, file=sys.stderr, flush=True)
        return True

    return tell

"""What an import did, or would do, as a table and notes, or as JSON."""

import sys
from collections.abc import Callable, Iterable
from itertools import islice

from careteam.cli.messages import Code
from careteam.cli.output import complain, print_json, print_table
from careteam.domain.incoming import Finding
from careteam.domain.intake.preview import Happens, ImportPreview
from careteam.domain.intake.report import ImportReport
from careteam.domain.intake.tables import RefusedRow

MOST_FINDINGS = 40
_NOBODY = "No patients in these files."
SURE = frozenset({Happens.ADD, Happens.UPDATE, Happens.SAME})


def tell_report(report: ImportReport, *, as_json: bool) -> int:
    if as_json:
        print_json(_report_tree(report))
    else:
        lines = [(each.name, each.mrn, each.did, each.sentence) for each in report.patients]
        heads = ("PATIENT", "MRN", "WHAT", "WHY")
        print_table(heads, lines, empty=_NOBODY)
        for what, counts in (("New", report.made), ("Updated", report.updated)):
            if counts:
                print(f"{what}: " + ", ".join(f"{kind} {count}" for kind, count in counts))
        _print_rest(report.findings, report.left_out)
    if report.stopped:
        complain(report.stopped)
        return Code.BAD_USE
    return Code.DONE if report.is_whole else Code.REFUSED


def tell_preview(preview: ImportPreview, *, as_json: bool) -> int:
    if as_json:
        print_json(_preview_tree(preview))
    else:
        lines = [(row.name, row.mrn, row.born, row.happens, row.found) for row in preview.rows]
        heads = ("PATIENT", "MRN", "BORN", "WOULD", "FOUND")
        print_table(heads, lines, empty=_NOBODY)
        print(f"People: {preview.people_to_add} new, {preview.people_to_update} to update")
        _print_rest(preview.findings, preview.left_out)
        print("Nothing was changed.")
    is_sure = all(row.happens in SURE for row in preview.rows)
    is_whole = is_sure and not (preview.refused or preview.refused_rows)
    return Code.DONE if is_whole else Code.REFUSED


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
        "refused_rows": _rows(report.refused_rows),
    }


def _preview_tree(preview: ImportPreview) -> dict[str, object]:
    return {
        "dry_run": True,
        "files": preview.files,
        "refused_files": preview.refused,
        "patients": [
            {"name": row.name, "mrn": row.mrn, "would": row.happens, "found": row.found,
             "newer": row.changed, "kept": row.kept,
             "asked": [each.sentence for each in row.conflicts]}
            for row in preview.rows
        ],
        "people": {
            "new": preview.people_to_add,
            "updated": preview.people_to_update,
            "asked": [
                {"name": each.name, "asked": [conflict.sentence for conflict in each.conflicts]}
                for each in preview.people_asked
            ],
        },
        "not_kept": dict(preview.left_out),
        "notes": _notes(preview.findings),
        "already": preview.already,
        "refused_rows": _rows(preview.refused_rows),
    }  # fmt: skip


def _rows(rows: Iterable[RefusedRow]) -> list[dict[str, object]]:
    return [{"row": row.number, "why": row.reason} for row in rows]


def _notes(findings: tuple[Finding, ...]) -> list[dict[str, object]]:
    return [
        {"file": each.file, "place": each.place, "severity": each.severity, "note": each.sentence}
        for each in findings
    ]


def progress(what: str) -> Callable[[int, int], bool] | None:
    """How far it is, on a terminal only, on one line of the error stream."""
    if not sys.stderr.isatty():
        return None

    def tell(done: int, total: int) -> bool:
        end = "\n" if done == total else ""
        print(f"\r{what}: {done} of {total}", end=end, file=sys.stderr, flush=True)
        return True

    return tell

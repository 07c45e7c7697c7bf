"""`careteam export`: a care summary as PDF or FHIR, a whole record as FHIR, or all of them."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from careteam.cli.messages import NO_SUCH_SECTION, NOT_EMPTY, RECORD_WHICH
from careteam.cli.names import patient_of
from careteam.cli.opening import Clinic, open_clinic
from careteam.domain.exchange import NAMESPACE_SETTING
from careteam.domain.record import WholeRecord
from careteam.domain.summary import Section
from careteam.exports.fhir.document import summary_document
from careteam.exports.fhir.record import record_bundle
from careteam.exports.fhir.shapes import Node
from careteam.exports.fhir.writing import (
    LinesFolder,
    as_bytes,
    as_line,
    file_name,
    resources_of_all,
)
from careteam.exports.file_names import summary_file_name, write_atomically
from careteam.storage.reads.import_known import in_chunks
from careteam.storage.reads.record import (
    GROUP,
    all_patient_ids,
    collect_record,
    collect_records,
    site_of,
)
from careteam.storage.reads.summary import USUAL_DAYS, collect_summary, first_of_last
from careteam.storage.writes.audit_events import note_leaving
from careteam.storage.writes.settings import name_site, set_setting

STREAM = Path("-")
"""As --out: standard output."""


def summary(args: Namespace) -> int:
    """Write the summary; the whole file or nothing."""
    sections = _sections(args.sections)
    with open_clinic(args) as clinic:
        since = clinic.day(args.since, "--since") if args.since else None
        patient_id = patient_of(clinic, args.mrn)
        if args.format == "pdf":
            name, data = _pdf(clinic, patient_id, sections, since)
        else:
            name, data = _document(clinic, patient_id, sections, since)
    _put(args.out, data, name)
    return 0


def _pdf(
    clinic: Clinic, patient_id: int, sections: tuple[Section, ...], since: date | None
) -> tuple[str, bytes]:
    from careteam.exports.summary_pdf import summary_pdf

    told = clinic.store.read(
        collect_summary,
        patient_id,
        moment=clinic.moment,
        rules=clinic.rules,
        sections=sections,
        since=since,
    )
    _note(clinic, "summary", patient_id)
    return summary_file_name(told), summary_pdf(told)


def _document(
    clinic: Clinic, patient_id: int, sections: tuple[Section, ...], since: date | None
) -> tuple[str, bytes]:
    told = _record(clinic, patient_id, "fhir_summary")
    first = since or first_of_last(USUAL_DAYS, clinic.moment.today)
    tree = summary_document(told, clinic.rules, sections=sections, since=first)
    return _named(clinic, "care-summary", as_bytes(tree))


def record(args: Namespace) -> int:
    """Write one whole record as a Bundle, or everybody's as NDJSON."""
    if args.all == bool(args.mrn):
        raise RECORD_WHICH.error()
    if args.all and args.out != STREAM and _is_filled(args.out):
        raise NOT_EMPTY.error(path=args.out)
    with open_clinic(args) as clinic:
        if args.all:
            return _everybody(clinic, args.out)
        told = _record(clinic, patient_of(clinic, args.mrn), "fhir_record")
        name, data = _named(clinic, "record", as_bytes(record_bundle(told, clinic.rules)))
    _put(args.out, data, name)
    return 0


def namespace(args: Namespace) -> int:
    """Say under which namespace the clinic's record numbers leave, or set it."""
    with open_clinic(args, writes=bool(args.uri)) as clinic:
        context = {"moment": clinic.moment, "rules": clinic.rules}
        if args.uri:
            clinic.store.do(set_setting, NAMESPACE_SETTING, args.uri, **context)
        else:
            clinic.store.do(name_site, **context)
        print(clinic.store.read(site_of).namespace)
    return 0


def _everybody(clinic: Clinic, out: Path) -> int:
    if out == STREAM:
        for item in _resources(clinic):
            sys.stdout.write(as_line(item).decode())
        return 0
    with LinesFolder(out) as folder:
        for item in _resources(clinic):
            folder.write(item)
    print(f"Wrote {out}")
    return 0


def _resources(clinic: Clinic) -> Iterator[Node]:
    """Everything of everybody, read in groups so that no more than a few records are in memory."""
    clinic.store.do(name_site, moment=clinic.moment, rules=clinic.rules)
    told: set[str] = set()
    for ids in in_chunks(clinic.store.read(all_patient_ids), GROUP):
        _note(clinic, "fhir_record", *ids)
        records = clinic.store.read(collect_records, ids, moment=clinic.moment)
        yield from resources_of_all(records, clinic.rules, told)


def _record(clinic: Clinic, patient_id: int, kind: str) -> WholeRecord:
    clinic.store.do(name_site, moment=clinic.moment, rules=clinic.rules)
    _note(clinic, kind, patient_id)
    return clinic.store.read(collect_record, patient_id, moment=clinic.moment)


def _note(clinic: Clinic, kind: str, *patient_ids: int) -> None:
    clinic.store.do(note_leaving, kind, patient_ids, moment=clinic.moment, rules=clinic.rules)


def _named(clinic: Clinic, kind: str, data: bytes) -> tuple[str, bytes]:
    return file_name(kind, data, clinic.moment.now, clinic.moment.zone), data


def _put(out: Path, data: bytes, name: str) -> None:
    if out == STREAM:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    path = out / name if out.is_dir() else out
    write_atomically(path, data)
    print(f"Wrote {path}")


def _is_filled(path: Path) -> bool:
    return path.exists() and (not path.is_dir() or any(path.iterdir()))


def _sections(typed: str | None) -> tuple[Section, ...]:
    if not typed:
        return tuple(Section)
    asked = [part.strip() for part in typed.split(",")]
    for part in asked:
        if part not in list(Section):
            raise NO_SUCH_SECTION.error(key=part[:60], near=", ".join(Section))
    return tuple(Section(part) for part in asked)

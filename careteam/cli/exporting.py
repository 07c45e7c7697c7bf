"""`careteam export`: a care summary as PDF or FHIR, a whole record as FHIR, or all of them."""

import hashlib
import sys
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from careteam.cli.messages import NO_SUCH_SECTION, NOT_EMPTY, PASSWORD_IS_FOR_PDF, RECORD_WHICH
from careteam.cli.names import patient_of
from careteam.cli.opening import Clinic, open_clinic
from careteam.domain.access import Action
from careteam.domain.disclosures import DisclosureDraft, Form, Handed, Purpose
from careteam.domain.exchange import NAMESPACE_SETTING
from careteam.domain.handing import RECORD_TOLD, told_by, told_sections
from careteam.domain.passwords import check_password
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
from careteam.storage.reads.summary import USUAL_DAYS, collect_summary, first_of_last, period_of
from careteam.storage.writes.disclosures import register_disclosure
from careteam.storage.writes.settings import name_site, set_setting

STREAM = Path("-")
"""As --out: standard output."""


@dataclass(frozen=True, slots=True)
class _File:
    """What leaves as one file: its neutral name, its bytes, and what the register says of it."""

    name: str
    data: bytes
    draft: DisclosureDraft


def summary(args: Namespace) -> int:
    """Write the summary; the whole file or nothing."""
    if args.password_stdin and args.format != "pdf":
        raise PASSWORD_IS_FOR_PDF.error()
    sections, password = _sections(args.sections), _password(args.password_stdin)
    with open_clinic(args) as clinic:
        clinic.store.allow(Action.EXPORT)
        since = clinic.day(args.since, "--since") if args.since else None
        patient_id = patient_of(clinic, args.mrn)
        if args.format == "pdf":
            file = _pdf(clinic, args, patient_id, sections, since, password)
        else:
            file = _document(clinic, args, patient_id, sections, since)
        _put(clinic, args.out, file)
    return 0


def _pdf(
    clinic: Clinic,
    args: Namespace,
    patient_id: int,
    sections: tuple[Section, ...],
    since: date | None,
    password: str,
) -> _File:
    from careteam.exports.protecting import protected
    from careteam.exports.summary_pdf import summary_pdf

    told = clinic.store.read(
        collect_summary,
        patient_id,
        moment=clinic.moment,
        rules=clinic.rules,
        sections=sections,
        since=since,
    )
    data = summary_pdf(told)
    if password:
        data = protected(data, password)
    draft = DisclosureDraft(
        "summary",
        Form.PDF,
        _handed(args),
        (patient_id,),
        told_by(told),
        is_encrypted=bool(password),
    )
    return _File(summary_file_name(told), data, draft)


def _document(
    clinic: Clinic,
    args: Namespace,
    patient_id: int,
    sections: tuple[Section, ...],
    since: date | None,
) -> _File:
    told = _record(clinic, patient_id)
    today = clinic.moment.today
    first = since or first_of_last(USUAL_DAYS, today)
    tree = summary_document(told, clinic.rules, sections=sections, since=first)
    what = told_sections(sections, period_of(first, today))
    draft = DisclosureDraft("fhir_summary", Form.FHIR, _handed(args), (patient_id,), what)
    return _json(clinic, "care-summary", tree, draft)


def record(args: Namespace) -> int:
    """Write one whole record as a Bundle, or everybody's as NDJSON."""
    if args.all == bool(args.mrn):
        raise RECORD_WHICH.error()
    if args.all and args.out != STREAM and _is_filled(args.out):
        raise NOT_EMPTY.error(path=args.out)
    with open_clinic(args) as clinic:
        clinic.store.allow(Action.EXPORT)
        if args.all:
            return _everybody(clinic, args)
        patient_id = patient_of(clinic, args.mrn)
        tree = record_bundle(_record(clinic, patient_id), clinic.rules)
        draft = DisclosureDraft("fhir_record", Form.FHIR, _handed(args), (patient_id,), RECORD_TOLD)
        _put(clinic, args.out, _json(clinic, "record", tree, draft))
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


def _everybody(clinic: Clinic, args: Namespace) -> int:
    """A stream cannot be taken back: it is registered before its first byte, without a digest."""
    clinic.store.do(name_site, moment=clinic.moment, rules=clinic.rules)
    ids = tuple(clinic.store.read(all_patient_ids))
    draft = DisclosureDraft("fhir_record", Form.FHIR, _handed(args), ids, RECORD_TOLD)
    if args.out == STREAM:
        _register(clinic, draft)
        for item in _resources(clinic, ids):
            sys.stdout.write(as_line(item).decode())
        return 0

    def before(digest: str) -> None:
        _register(clinic, replace(draft, digest=digest))

    with LinesFolder(args.out, before) as folder:
        for item in _resources(clinic, ids):
            folder.write(item)
    print(f"Wrote {args.out}")
    return 0


def _resources(clinic: Clinic, everybody: tuple[int, ...]) -> Iterator[Node]:
    """Everything of everybody, read in groups so that no more than a few records are in memory."""
    told: set[str] = set()
    for ids in in_chunks(everybody, GROUP):
        records = clinic.store.read(collect_records, ids, moment=clinic.moment)
        yield from resources_of_all(records, clinic.rules, told)


def _record(clinic: Clinic, patient_id: int) -> WholeRecord:
    clinic.store.do(name_site, moment=clinic.moment, rules=clinic.rules)
    return clinic.store.read(collect_record, patient_id, moment=clinic.moment)


def _json(clinic: Clinic, kind: str, tree: Node, draft: DisclosureDraft) -> _File:
    data = as_bytes(tree)
    return _File(file_name(kind, data, clinic.moment.now, clinic.moment.zone), data, draft)


def _put(clinic: Clinic, out: Path, file: _File) -> None:
    draft = replace(file.draft, digest=hashlib.sha256(file.data).hexdigest())
    if out == STREAM:
        _register(clinic, draft)
        sys.stdout.flush()
        sys.stdout.buffer.write(file.data)
        sys.stdout.buffer.flush()
        return
    path = out / file.name if out.is_dir() else out
    write_atomically(path, file.data, lambda: _register(clinic, draft))
    print(f"Wrote {path}")


def _register(clinic: Clinic, draft: DisclosureDraft) -> None:
    """What cannot be registered is not written."""
    clinic.store.do(register_disclosure, draft, moment=clinic.moment, rules=clinic.rules)


def _handed(args: Namespace) -> Handed:
    return Handed(args.recipient, Purpose(args.purpose), args.why)


def _is_filled(path: Path) -> bool:
    return path.exists() and (not path.is_dir() or any(path.iterdir()))


def _password(is_asked: bool) -> str:
    """The first line of standard input; never an option, which other accounts can read."""
    return check_password(sys.stdin.readline().rstrip("\r\n")) if is_asked else ""


def _sections(typed: str | None) -> tuple[Section, ...]:
    if not typed:
        return tuple(Section)
    asked = [part.strip() for part in typed.split(",")]
    for part in asked:
        if part not in list(Section):
            raise NO_SUCH_SECTION.error(key=part[:60], near=", ".join(Section))
    return tuple(Section(part) for part in asked)

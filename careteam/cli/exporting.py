"""`careteam export`: a whole record as FHIR, or all of them; and how a file leaves."""

import hashlib
import sys
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from careteam.cli.messages import NOT_EMPTY, RECORD_WHICH
from careteam.cli.names import patient_of
from careteam.cli.opening import Clinic, open_clinic
from careteam.cli.output import print_json
from careteam.domain.access import Action
from careteam.domain.disclosures import DisclosureDraft, Form, Handed, Purpose
from careteam.domain.exchange import NAMESPACE_SETTING
from careteam.domain.handing import RECORD_TOLD
from careteam.domain.record import WholeRecord
from careteam.exports.fhir.record import record_bundle
from careteam.exports.fhir.shapes import Node
from careteam.exports.fhir.writing import (
    LinesFolder,
    as_bytes,
    as_line,
    file_name,
    resources_of_all,
)
from careteam.exports.file_names import write_atomically
from careteam.storage.reads.import_known import in_chunks
from careteam.storage.reads.record import (
    GROUP,
    all_patient_ids,
    collect_record,
    collect_records,
    site_of,
)
from careteam.storage.writes.disclosures import register_disclosure
from careteam.storage.writes.settings import name_site, set_setting

STREAM = Path("-")
"""As --out: standard output."""


@dataclass(frozen=True, slots=True)
class Outfile:
    """What leaves as one file: its neutral name, its bytes, and what the register says of it.

    `spelled` is what stands in it for letters that no font has, `warned` what was said of it.
    """

    name: str
    data: bytes
    draft: DisclosureDraft
    spelled: tuple[str, ...] = ()
    warned: tuple[str, ...] = ()


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
        tree = record_bundle(record_of(clinic, patient_id), clinic.rules)
        draft = DisclosureDraft("fhir_record", Form.FHIR, handed(args), (patient_id,), RECORD_TOLD)
        put(clinic, args.out, as_json(clinic, "record", tree, draft))
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
    draft = DisclosureDraft("fhir_record", Form.FHIR, handed(args), ids, RECORD_TOLD)
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


def record_of(clinic: Clinic, patient_id: int) -> WholeRecord:
    clinic.store.do(name_site, moment=clinic.moment, rules=clinic.rules)
    return clinic.store.read(collect_record, patient_id, moment=clinic.moment)


def as_json(clinic: Clinic, kind: str, tree: Node, draft: DisclosureDraft) -> Outfile:
    data = as_bytes(tree)
    return Outfile(file_name(kind, data, clinic.moment.now, clinic.moment.zone), data, draft)


def spelled_out(spelled: tuple[str, ...]) -> tuple[str, ...]:
    """The sentence that names letters which no font here can draw, where there are some."""
    letters = " ".join(spelled)
    return (f"Spelled out, as no font here has these letters: {letters}.",) if spelled else ()


def put(clinic: Clinic, out: Path, file: Outfile, *, as_json: bool = False) -> None:
    """Write it whole, registered; what it lacks is told before, on standard error."""
    for sentence in file.warned:
        print(sentence, file=sys.stderr)
    draft = replace(file.draft, digest=hashlib.sha256(file.data).hexdigest())
    if out == STREAM:
        _register(clinic, draft)
        sys.stdout.flush()
        sys.stdout.buffer.write(file.data)
        sys.stdout.buffer.flush()
        return
    path = out / file.name if out.is_dir() else out
    write_atomically(path, file.data, lambda: _register(clinic, draft))
    if not as_json:
        print(f"Wrote {path}")
        return
    print_json(
        {
            "file": str(path),
            "sha256": draft.digest,
            "spelled_out": list(file.spelled),
            "warnings": list(file.warned),
        }
    )


def _register(clinic: Clinic, draft: DisclosureDraft) -> None:
    """What cannot be registered is not written."""
    clinic.store.do(register_disclosure, draft, moment=clinic.moment, rules=clinic.rules)


def handed(args: Namespace) -> Handed:
    return Handed(args.recipient, Purpose(args.purpose), args.why)


def _is_filled(path: Path) -> bool:
    return path.exists() and (not path.is_dir() or any(path.iterdir()))

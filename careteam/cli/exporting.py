"""`careteam export summary`: a care summary of one patient as PDF."""

import hashlib
import sys
from argparse import Namespace
from datetime import date
from functools import partial

from careteam.cli.messages import NO_SUCH_SECTION
from careteam.cli.names import patient_of
from careteam.cli.opening import Clinic, open_clinic
from careteam.domain.access import Action
from careteam.domain.disclosures import DisclosureDraft, Form, Handed, Purpose
from careteam.domain.handing import told_by
from careteam.domain.passwords import check_password
from careteam.domain.summary import Section
from careteam.exports.file_names import summary_file_name, write_atomically
from careteam.exports.protecting import protected
from careteam.exports.summary_pdf import summary_pdf
from careteam.storage.reads.summary import collect_summary
from careteam.storage.writes.disclosures import register_disclosure


def summary(args: Namespace) -> int:
    """Write the summary; the whole file or nothing."""
    sections, password = _sections(args.sections), _password(args.password_stdin)
    with open_clinic(args) as clinic:
        clinic.store.authorize(Action.EXPORT)
        since: date | None = clinic.day(args.since, "--since") if args.since else None
        patient_id = patient_of(clinic, args.mrn)
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
            Handed(args.recipient, Purpose(args.purpose), args.why),
            (patient_id,),
            told_by(told),
            hashlib.sha256(data).hexdigest(),
            bool(password),
        )
        path = args.out / summary_file_name(told) if args.out.is_dir() else args.out
        write_atomically(path, data, partial(_register, clinic, draft))
    print(f"Wrote {path}")
    return 0


def _register(clinic: Clinic, draft: DisclosureDraft) -> None:
    """What cannot be registered is not written."""
    clinic.store.do(register_disclosure, draft, moment=clinic.moment, rules=clinic.rules)


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

"""`careteam export summary`: a care summary of one patient as PDF."""

from argparse import Namespace
from datetime import date

from careteam.cli.messages import NO_SUCH_SECTION
from careteam.cli.names import patient_of
from careteam.cli.opening import open_clinic
from careteam.domain.access import Action
from careteam.domain.audit import Event
from careteam.domain.summary import Section
from careteam.exports.file_names import summary_file_name, write_atomically
from careteam.exports.summary_pdf import summary_pdf
from careteam.storage.reads.summary import collect_summary
from careteam.storage.writes.audit_events import note_event


def summary(args: Namespace) -> int:
    """Write the summary; the whole file or nothing."""
    sections = _sections(args.sections)
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
        clinic.store.do(
            note_event,
            Event.EXPORTED,
            "summary",
            patient_id=patient_id,
            moment=clinic.moment,
            rules=clinic.rules,
        )
    path = args.out / summary_file_name(told) if args.out.is_dir() else args.out
    write_atomically(path, summary_pdf(told))
    print(f"Wrote {path}")
    return 0


def _sections(typed: str | None) -> tuple[Section, ...]:
    if not typed:
        return tuple(Section)
    asked = [part.strip() for part in typed.split(",")]
    for part in asked:
        if part not in list(Section):
            raise NO_SUCH_SECTION.error(key=part[:60], near=", ".join(Section))
    return tuple(Section(part) for part in asked)

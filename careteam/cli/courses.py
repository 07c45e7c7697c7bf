"""The commands that record a patient's course: a screening score and a change of phase."""

from argparse import Namespace

from careteam.cli.names import key_of, patient_of
from careteam.cli.opening import open_clinic
from careteam.cli.output import tell
from careteam.domain.screenings import ScreeningDraft
from careteam.storage.writes.patients import change_phase
from careteam.storage.writes.phases import PhaseDraft
from careteam.storage.writes.screenings import record_score


def screen(args: Namespace) -> int:
    """Record a score; what it sets off is suggested."""
    with open_clinic(args, writes=True) as clinic:
        instrument = key_of(args.instrument, clinic.rules.clinical.instruments, "instruments")
        patient_id = patient_of(clinic, args.mrn)
        draft = ScreeningDraft(patient_id, instrument, args.score, clinic.day(args.on, "--on"))
        changes = clinic.store.do(record_score, draft, moment=clinic.moment, rules=clinic.rules)
    return tell(changes, as_json=args.json)


def phase(args: Namespace) -> int:
    """Move a patient to a phase; board, due days and proposed tests follow."""
    with open_clinic(args, writes=True) as clinic:
        key = key_of(args.phase, clinic.rules.catalogue.phases, "phases")
        on = clinic.day(args.on, "--on")
        draft = PhaseDraft(patient_of(clinic, args.mrn), key, on, args.reason)
        changes = clinic.store.do(change_phase, draft, moment=clinic.moment, rules=clinic.rules)
    return tell(changes, as_json=args.json)

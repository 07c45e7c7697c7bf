"""`careteam export calendar` and `careteam export cards`: for a calendar, for an address book."""

from argparse import Namespace

from careteam.cli.handing_out import hand_out, handed_of
from careteam.cli.messages import CALENDAR_WHICH, CARDS_WHICH, NO_WORKER
from careteam.cli.names import patient_of, person_of
from careteam.cli.opening import Clinic, open_clinic
from careteam.domain.access import Action
from careteam.outgoing.contacts_and_days import made_calendar, made_cards
from careteam.outgoing.listed import Told
from careteam.storage.reads.agenda import patients_of_navigator


def calendar(args: Namespace) -> int:
    """Write what is due for one patient, or for those of this desk's navigator."""
    if args.mine == bool(args.mrn):
        raise CALENDAR_WHICH.error()
    with open_clinic(args) as clinic:
        clinic.store.authorize(Action.EXPORT)
        ids = _mine(clinic) if args.mine else (patient_of(clinic, args.mrn),)
        told = Told(clinic.moment, clinic.rules)
        made = made_calendar(clinic.store, told, ids, handed_of(args), has_names=args.names)
        hand_out(clinic, args.out, "due-days.ics", made.data, made.draft)
    return 0


def cards(args: Namespace) -> int:
    """Write people as address cards: named ones, a patient's team, or the whole directory."""
    if args.mrn and args.person:
        raise CARDS_WHICH.error()
    with open_clinic(args) as clinic:
        clinic.store.authorize(Action.EXPORT)
        people = tuple(person_of(clinic, one) for one in args.person) or None
        patient_id = patient_of(clinic, args.mrn) if args.mrn else None
        made = made_cards(
            clinic.store,
            Told(clinic.moment, clinic.rules),
            people,
            handed_of(args),
            patient_id=patient_id,
        )
        hand_out(clinic, args.out, "people.vcf", made.data, made.draft)
    return 0


def _mine(clinic: Clinic) -> tuple[int, ...]:
    if clinic.moment.by is None:
        raise NO_WORKER.error()
    return clinic.store.read(patients_of_navigator, clinic.moment.by)

"""The commands that read lists: patients, due, people and keys, as the window shows them."""

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from functools import partial

from careteam.cli.messages import NO_SUCH_LIST, NO_WORKER
from careteam.cli.names import key_of
from careteam.cli.opening import Clinic, open_clinic
from careteam.cli.output import print_json, print_table
from careteam.domain.access import Action
from careteam.domain.due import NEVER
from careteam.domain.patients import Status
from careteam.storage.reads.patient_data import PatientData, patient_data
from careteam.storage.reads.patient_filter import PatientFilter, Standing
from careteam.storage.reads.patients import PatientRow, list_patients
from careteam.storage.reads.people import DirectoryFilter, directory_rows, people_alone
from careteam.storage.reads.today import DueRow, due_rows, gap_rows

EVERYBODY = 1_000_000
PAGE = 500


def patients(args: Namespace) -> int:
    """The list of patients."""
    with open_clinic(args) as clinic:
        asked = PatientFilter(_navigator(clinic, args), Standing(args.standing))
        rows = list(_all_patients(clinic, asked))
        if args.json:
            data = clinic.store.read(patient_data, [row.id for row in rows])
            print_json({"patients": [_patient_tree(one, clinic) for one in data]})
            return 0
    heads = ("NAME", "MRN", "BORN", "DIAGNOSIS", "PHASE", "ROLES", "LAST CONTACT", "NEXT DUE")
    print_table(heads, map(_patient_cells, rows), empty="No patients.")
    return 0


def _all_patients(clinic: Clinic, asked: PatientFilter) -> Iterator[PatientRow]:
    after: PatientRow | None = None
    while True:
        page = clinic.store.read(
            list_patients, asked, moment=clinic.moment, rules=clinic.rules, after=after, limit=PAGE
        )
        yield from page
        if len(page) < PAGE:
            return
        after = page[-1]


def _patient_tree(one: PatientData, clinic: Clinic) -> dict[str, object]:
    last = clinic.moment.local(one.last_contact_at) if one.last_contact_at else None
    return {**asdict(one), "last_contact_at": last}


def _patient_cells(row: PatientRow) -> tuple[object, ...]:
    roles = f"{row.filled} of {row.filled + row.declined + row.missing}"
    due = row.due if row.status is Status.ACTIVE else row.status.value
    return (
        row.name, row.mrn, row.born, row.diagnosis, row.phase, roles, row.last_contact, due
    )  # fmt: skip


def due(args: Namespace) -> int:
    """Who is due, and why."""
    with open_clinic(args) as clinic:
        on = clinic.day(args.on, "--on")
        mine = _navigator(clinic, args)
        read = partial(
            clinic.store.read, today=on, rules=clinic.rules, navigator_id=mine, limit=EVERYBODY
        )
        rows = read(gap_rows) if args.gaps else read(due_rows)
    if args.json:
        print_json({"on": on, "due": [_due_tree(row) for row in rows]})
        return 0
    lines = (
        (row.urgency.replace("_", " "), row.due_text, row.name, row.mrn, row.reason) for row in rows
    )
    print_table(("GROUP", "DUE", "NAME", "MRN", "WHY"), lines, empty="Nobody is due.")
    return 0


def _due_tree(row: DueRow) -> dict[str, object]:
    return {
        "mrn": row.mrn,
        "name": row.name,
        "group": row.urgency,
        "due_on": _day(row.due_on),
        "due_time": row.due_time,
        "due": row.due_text,
        "why": row.reason,
        "role": row.role,
        "kind": row.kind,
        "roles_to_fill": row.gaps,
    }


def people(args: Namespace) -> int:
    """The directory."""
    with open_clinic(args) as clinic:
        roles = clinic.rules.catalogue.roles
        wanted = (key_of(args.role, roles, "roles"),) if args.role else ()
        who = clinic.store.who
        sees = who is not None and Action.SEE_PATIENTS in who.actions(clinic.moment.now)
        read = directory_rows if sees else people_alone
        rows = clinic.store.read(
            read, DirectoryFilter(wanted), clinic.moment.today, limit=EVERYBODY
        )
    if args.json:
        print_json({"people": [asdict(row) for row in rows]})
        return 0
    lines = (
        (
            row.id,
            row.name,
            ", ".join(row.roles),
            row.phone,
            "" if row.patients is None else row.patients,
            row.presence,
        )
        for row in rows
    )
    heads = ("ID", "NAME", "ROLES", "PHONE", "PATIENTS", "NOW")
    print_table(heads, lines, empty="Nobody is in the directory yet.")
    return 0


def keys(args: Namespace) -> int:
    """The keys of the clinic's catalogue."""
    with open_clinic(args) as clinic:
        lists = lists_of(clinic)
    if args.list and args.list not in lists:
        raise NO_SUCH_LIST.error(key=args.list[:60], near=", ".join(lists))
    wanted = {args.list: lists[args.list]} if args.list else lists
    rows = [(name, key, label) for name, words in wanted.items() for key, label in words.items()]
    if args.json:
        print_json(
            {"keys": [{"list": name, "key": key, "label": label} for name, key, label in rows]}
        )
        return 0
    print_table(("LIST", "KEY", "LABEL"), rows)
    return 0


def lists_of(clinic: Clinic) -> dict[str, dict[str, str]]:
    """Every list of the catalogue by its name: keys with their labels."""
    known = clinic.rules.catalogue
    named = {
        "roles": known.roles,
        "phases": known.phases,
        "modes": known.modes,
        "outcomes": known.outcomes,
        "instruments": clinic.rules.clinical.instruments,
        "programs": {one.key: one for one in clinic.rules.time.programs},
        **{f"{kind}s" if kind in ("topic", "reason", "intervention") else kind: words
           for kind, words in known.terms.items()},
    }  # fmt: skip
    return {name: {key: word.label for key, word in words.items()} for name, words in named.items()}


def _navigator(clinic: Clinic, args: Namespace) -> int | None:
    if args.mine and clinic.moment.by is None:
        raise NO_WORKER.error()
    return clinic.moment.by if args.mine else None


def _day(day: date) -> date | None:
    return None if day == NEVER else day

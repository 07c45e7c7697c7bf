"""The first rows of a table as they would be, told while somebody says what its columns mean."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from careteam.domain.catalogue import Catalogue
from careteam.domain.dates import day_shown, moment_shown
from careteam.domain.incoming import IncomingContact, IncomingMember, IncomingPatient
from careteam.domain.intake.tables import About, Columns, Staged, Table
from careteam.domain.moment import Moment
from careteam.domain.text import display_name, listed_name
from careteam.imports.tables.limits import NotATable
from careteam.imports.tables.staging import stage, with_order

SHOWN = 5
COUNTED = 500
"""So many rows are read while the columns are being said; all of them before anything is done."""
_SPOKE_FOR = 2_000


@dataclass(frozen=True, slots=True)
class FirstRow:
    """A row as it would be: who or what it is about, what is known, and what is wrong with it."""

    number: int
    name: str
    details: str
    problem: str


@dataclass(frozen=True, slots=True)
class Look:
    """What the first rows say of the columns: some of them, and how many have a problem."""

    rows: tuple[FirstRow, ...]
    counted: int
    wrong: int
    columns: Columns
    note: str = ""


def look_at(table: Table, columns: Columns, *, catalogue: Catalogue, moment: Moment) -> Look:
    """Read the first rows with these columns; nothing is compared with the database."""
    ordered, said = with_order(replace(table, lines=table.lines[:_SPOKE_FOR]), columns)
    few = replace(table, lines=table.lines[:COUNTED])
    try:
        staged = stage(few, ordered, catalogue=catalogue, moment=moment)
    except NotATable as nothing:
        return Look((), len(few.lines), 0, ordered, nothing.sentence)
    named = _named(staged, catalogue, moment)
    shown = [line.number for line in few.lines if line.number in {**named, **staged.why}][:SHOWN]
    rows = tuple(
        FirstRow(number, *named.get(number, ("", "")), staged.why.get(number, ""))
        for number in shown
    )
    return Look(rows, len(few.lines), len(staged.why), ordered, " ".join(said))


def _named(staged: Staged, catalogue: Catalogue, moment: Moment) -> dict[int, tuple[str, str]]:
    found: dict[int, tuple[str, str]] = {}
    for patient in staged.incoming.patients:
        if staged.about is About.PATIENTS:
            (number,) = staged.rows[patient.key]
            found[number] = _patient(patient, staged, catalogue, moment)
            continue
        for member in patient.members:
            found[member.row] = _member(patient, member, staged, catalogue)
        for contact in patient.contacts:
            found[contact.row] = _contact(patient, contact, staged, catalogue, moment)
    for person in staged.incoming.people:
        (number,) = staged.rows[person.key]
        roles = ", ".join(catalogue.role_label(key) for key in person.role_keys)
        phones = ", ".join(phone.number for phone in person.phones)
        found[number] = (
            listed_name(person.family, person.given, person.credentials),
            _joined((roles, person.organisation, phones, person.email, person.npi)),
        )
    return found


def _patient(
    patient: IncomingPatient, staged: Staged, catalogue: Catalogue, moment: Moment
) -> tuple[str, str]:
    born = patient.birth_date
    since = f" since {day_shown(patient.phase_since)}" if patient.phase_since else ""
    team = (
        f"{catalogue.role_short(member.role)}: {staged.people.get(member.person_key, '')}"
        for member in patient.members
    )
    parts = (
        f"MRN {patient.mrn}",
        born.shown_with_age(moment.today) if born else "",
        "" if patient.sex == "unknown" else catalogue.label("sex", patient.sex),
        catalogue.label("language", patient.language) if patient.language else "",
        ", ".join(phone.number for phone in patient.phones),
        catalogue.label("subtype", patient.subtype) if patient.subtype else "",
        f"{catalogue.phase_label(patient.phase)}{since}" if patient.phase else "",
        *(related.name for related in patient.related),
        *team,
    )
    return display_name(patient.family, patient.given, preferred=patient.preferred), _joined(parts)


def _member(
    patient: IncomingPatient, member: IncomingMember, staged: Staged, catalogue: Catalogue
) -> tuple[str, str]:
    days = (
        f"from {day_shown(member.starts_on)}" if member.starts_on else "",
        f"until {day_shown(member.ends_on)}" if member.ends_on else "",
    )
    role = catalogue.role_label(member.role)
    person = staged.people.get(member.person_key, "")
    return f"MRN {patient.mrn}", _joined((f"{role}: {person}", member.rank, *days))


def _contact(
    patient: IncomingPatient,
    contact: IncomingContact,
    staged: Staged,
    catalogue: Catalogue,
    moment: Moment,
) -> tuple[str, str]:
    parts = (
        moment_shown(moment.local(contact.at)),
        catalogue.modes[contact.mode].label,
        catalogue.outcomes[contact.outcome].label,
        f"{contact.minutes} min" if contact.minutes else "",
        staged.people.get(contact.person_key, ""),
        contact.text,
    )
    return f"MRN {patient.mrn}", _joined(parts)


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)

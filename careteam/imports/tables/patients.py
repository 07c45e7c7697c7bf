"""A row of a table of patients as a patient who comes in, with the team that it names."""

import re

from careteam.domain.errors import Refused
from careteam.domain.identity import can_be_one
from careteam.domain.incoming import IncomingMember, IncomingPatient, IncomingRelated
from careteam.domain.intake.values import as_draft
from careteam.domain.patients import Address, check
from careteam.domain.phones import Phone
from careteam.domain.text import LINE_LENGTH, NAME_LENGTH, fold
from careteam.imports.tables.fields import ROLE
from careteam.imports.tables.rows import Called, Row, name_of
from careteam.imports.tables.values import record_number

_SEVERAL = re.compile(r"\s*[;\n]\s*")
_PHONES = (("phone_mobile", "mobile"), ("phone_home", "home"), ("phone_work", "work"))
_FIELDS = {"phones.0": "phone_mobile", "phones.1": "phone_home", "phones.2": "phone_work"}
_LONGEST_LANGUAGE = 40

TWICE = "The same patient stands in row {row} already."
TWICE_OTHERWISE = "The MRN {mrn} stands in row {row} already, with other details: keep one row."
TWO_PEOPLE = (
    "The MRN {mrn} stands in rows {rows} with different names or birth dates: nothing is merged."
)


def key_of_mrn(mrn: str) -> str:
    """The key under which a patient of the clinic's own tables is known again."""
    return f"mrn|{mrn}"


def patient_of(row: Row, called: Called, file: str, notes: list[str]) -> IncomingPatient | None:
    """The patient of a row, or None when something is wrong, which the row then says.

    `notes` gets a sentence for what is left empty without keeping the patient out.
    """
    mrn = row.read("mrn", record_number) or ""
    family, given = name_of(row, NAME_LENGTH)
    language, spoken = row.lenient("language", "language")
    subtype, disease = row.lenient("subtype", "subtype")
    if disease:
        notes.append(f"“{disease[:60]}” is no subtype of the clinic's list: left empty.")
    phase_since = row.read("phase_since", lambda text: row.reader.day(text, "phase_since"))
    patient = IncomingPatient(
        key=key_of_mrn(mrn),
        mrn=mrn,
        family=family,
        given=given,
        title=row.text("title", 40),
        preferred=row.text("preferred", NAME_LENGTH),
        birth_date=row.partial("birth_date"),
        sex=row.term("sex", "sex") or "unknown",
        phones=_phones(row),
        email=row.text("email", NAME_LENGTH),
        address=_address(row),
        language=language or spoken[:_LONGEST_LANGUAGE],
        needs_interpreter=row.term("needs_interpreter", "yes_no") == "yes",
        subtype=subtype,
        diagnosed_on=row.partial("diagnosed_on"),
        payer=row.text("payer", LINE_LENGTH),
        referred_on=row.read("referred_on", lambda text: row.reader.day(text, "referred_on")),
        phase=row.term("phase", "phase"),
        phase_since=phase_since,
        related=_related(row, mrn),
        members=_members(row, called),
        file=file,
        is_own=True,
    )
    _check(row, patient)
    return None if row.problems else patient


def same_number(found: dict[int, IncomingPatient], why: dict[int, str]) -> list[int]:
    """The rows that stay of those with one MRN; `why` learns of the others.

    People who differ are all left out, since nobody can say whose number it is.
    """
    (first, patient), *others = found.items()
    if not others:
        return [first]
    if not all(_can_be_one(patient, other) for _, other in others):
        rows = ", ".join(f"{number:,}" for number in found)
        for number in found:
            why[number] = TWO_PEOPLE.format(mrn=patient.mrn, rows=rows)
        return []
    for number, other in others:
        told = TWICE if other == patient else TWICE_OTHERWISE
        why[number] = told.format(mrn=patient.mrn, row=f"{first:,}")
    return [first]


def _check(row: Row, patient: IncomingPatient) -> None:
    """The rules of the form, without its way of leaving empty what breaks them."""
    if patient.phase and patient.phase_since is None and "phase_since" not in row.cells:
        row.note("phase_since", "Say since when the patient is in this phase.")
    draft = as_draft(patient)
    try:
        check(draft, catalogue=row.reader.catalogue, today=row.reader.moment.today)
    except Refused as refused:
        row.note_all(refused.problems, _FIELDS)
    since, born = patient.phase_since, patient.birth_date
    if since and since > row.reader.moment.today:
        row.note("phase_since", "The phase cannot start in the future.")
    elif since and born and since < born.first_day:
        row.note("phase_since", "The phase starts before the birth.")


def _phones(row: Row) -> tuple[Phone, ...]:
    found: dict[str, Phone] = {}
    for key, kind in _PHONES:
        for number in _SEVERAL.split(row.text(key, LINE_LENGTH)):
            if number:
                found.setdefault(number, Phone(number, kind))
    return tuple(found.values())


def _address(row: Row) -> Address:
    return Address(
        row.text("address_line", LINE_LENGTH, lines=True),
        row.text("address_city", NAME_LENGTH),
        row.text("address_state", NAME_LENGTH),
        row.text("address_postal_code", 40),
        row.text("address_country", NAME_LENGTH),
    )


def _related(row: Row, mrn: str) -> tuple[IncomingRelated, ...]:
    name = row.text("caregiver_name", NAME_LENGTH)
    phone = row.text("caregiver_phone", 60)
    relationship, other = row.lenient("caregiver_relationship", "relationship")
    if not name and not phone:
        return ()
    if not name:
        row.note("caregiver_name", "Give this person a name.")
        return ()
    return (
        IncomingRelated(
            key=f"{key_of_mrn(mrn)}|{fold(name)}"[:200],
            name=f"{name} ({other})"[:NAME_LENGTH] if other else name,
            relationship=relationship or "other_family",
            phone=phone,
        ),
    )


def _members(row: Row, called: Called) -> tuple[IncomingMember, ...]:
    """Who holds which role; the first of several in one cell is its primary."""
    return tuple(
        IncomingMember(
            called.key(words),
            key.removeprefix(ROLE),
            rank="backup" if place else "primary",
            row=row.number,
        )
        for key, cell in row.cells.items()
        if key.startswith(ROLE)
        for place, words in enumerate(filter(None, _SEVERAL.split(cell)))
    )


def _can_be_one(first: IncomingPatient, second: IncomingPatient) -> bool:
    return can_be_one(
        (first.family, first.given), first.birth_date, (second.family, second.given),
        second.birth_date,
    )  # fmt: skip

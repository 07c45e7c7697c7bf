"""What the search box finds: patients, people and contact notes, a few of each."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, select
from sqlmodel import Session

from careteam.domain.dates import PartialDate
from careteam.domain.rules import Rules
from careteam.domain.text import display_name, fold, listed_name
from careteam.storage.note_search import find_notes
from careteam.storage.search import find_patients, find_people, first_in_care
from careteam.storage.tables import (
    ContactRecord,
    PatientRecord,
    PersonRecord,
    PersonRoleRecord,
)

MOST_OF_A_KIND, MOST_RANKED = 8, 32
SNIPPET = 90


@dataclass(frozen=True, slots=True)
class PatientHit:
    """A patient found by name, MRN, birth date or phone."""

    id: int
    name: str
    mrn: str
    born: str
    status: str


@dataclass(frozen=True, slots=True)
class PersonHit:
    """A member of the team found by name."""

    id: int
    name: str
    roles: str


@dataclass(frozen=True, slots=True)
class NoteHit:
    """A contact whose note has the words; `snippet` is the note around the first of them."""

    contact_id: int
    patient_id: int
    name: str
    at: datetime
    role_label: str
    snippet: str


@dataclass(frozen=True, slots=True)
class Hits:
    """All that was found, each kind in its own order."""

    patients: tuple[PatientHit, ...] = ()
    people: tuple[PersonHit, ...] = ()
    notes: tuple[NoteHit, ...] = ()


_patient, _contact = PatientRecord.__table__.c, ContactRecord.__table__.c
_person, _role = PersonRecord.__table__.c, PersonRoleRecord.__table__.c
_ids = bindparam("ids", expanding=True)
_PATIENTS = select(
    _patient.id,
    _patient.family,
    _patient.given,
    _patient.mrn,
    _patient.birth_date,
    _patient.status,
).where(_patient.id.in_(_ids))
_PEOPLE = (
    select(_person.id, _person.family, _person.given, _person.credentials)
    .where(_person.id.in_(_ids))
    .order_by(_person.name_key, _person.id)
)
_ROLES = (
    select(_role.person_id, _role.role_key)
    .where(_role.person_id.in_(_ids))
    .order_by(_role.position)
)
_NOTES = (
    select(
        _contact.id,
        _contact.patient_id,
        _contact.at,
        _contact.role,
        _contact.note,
        _patient.family,
        _patient.given,
    )
    .join(PatientRecord.__table__, _patient.id == _contact.patient_id)
    .where(_contact.id.in_(_ids), _contact.retracted_at.is_(None))
    .order_by(_contact.id.desc())
    .limit(MOST_OF_A_KIND)
)


def search(session: Session, typed: str, *, today: date, rules: Rules) -> Hits:
    """What a nurse may mean by the words typed so far."""
    names = search_names(session, typed, today=today, rules=rules)
    return replace(names, notes=search_notes(session, typed, rules=rules))


def search_names(session: Session, typed: str, *, today: date, rules: Rules) -> Hits:
    """The patients and people among it; contact notes are looked for by `search_notes`."""
    if not typed.strip():
        return Hits()
    return Hits(_patients(session, typed, today), _people(session, typed, rules))


def search_notes(session: Session, typed: str, *, rules: Rules) -> tuple[NoteHit, ...]:
    """The contacts whose notes have the words, newest first."""
    return _notes(session, typed, rules) if typed.strip() else ()


def _patients(session: Session, typed: str, today: date) -> tuple[PatientHit, ...]:
    connection = session.connection()
    ids = first_in_care(connection, typed, MOST_RANKED)
    if len(ids) < MOST_RANKED:
        ids = find_patients(connection, typed, MOST_RANKED)
    else:  # all of them stand before anybody else, in the very order that is shown
        ids = ids[:MOST_OF_A_KIND]
    start = (fold(typed).split() or [""])[0]
    rows = sorted(
        session.execute(_PATIENTS, {"ids": ids}),
        key=lambda row: (
            row.status != "active",
            not any(word.startswith(start) for word in _beginnings(row)),
            fold(row.family),
            fold(row.given),
        ),
    )
    return tuple(
        PatientHit(
            row.id,
            display_name(row.family, row.given),
            row.mrn,
            _born(row.birth_date, today),
            row.status,
        )
        for row in rows[:MOST_OF_A_KIND]
    )


def _beginnings(row: Any) -> list[str]:
    return [*fold(f"{row.family} {row.given}").replace("-", " ").split(), row.mrn]


def _born(birth: str, today: date) -> str:
    if not birth:
        return ""
    born = PartialDate.from_iso(birth)
    return f"{born.shown} ({born.age_shown(today)})"


def _people(session: Session, typed: str, rules: Rules) -> tuple[PersonHit, ...]:
    ids = find_people(session.connection(), typed, MOST_OF_A_KIND)
    rows = session.execute(_PEOPLE, {"ids": ids}).all() if ids else []
    held: dict[int, list[str]] = {}
    for link in session.execute(_ROLES, {"ids": ids}) if ids else ():
        held.setdefault(link.person_id, []).append(rules.catalogue.role_label(link.role_key))
    return tuple(
        PersonHit(
            row.id,
            listed_name(row.family, row.given, row.credentials),
            ", ".join(held.get(row.id, [])),
        )
        for row in rows
    )


def _notes(session: Session, typed: str, rules: Rules) -> tuple[NoteHit, ...]:
    ids = find_notes(session.connection(), typed, MOST_OF_A_KIND * 2)
    rows = session.execute(_NOTES, {"ids": ids}) if ids else ()
    return tuple(
        NoteHit(
            row.id,
            row.patient_id,
            display_name(row.family, row.given),
            row.at,
            rules.catalogue.role_label(row.role),
            _snippet(row.note, typed),
        )
        for row in rows
    )


def _snippet(note: str, typed: str) -> str:
    flat = " ".join(note.split())
    words = fold(typed).split()
    place = fold(flat).find(words[0]) if words else -1
    start = max(0, place - SNIPPET // 3)
    cut = flat[start : start + SNIPPET]
    return ("… " if start else "") + cut + (" …" if start + SNIPPET < len(flat) else "")

"""What the search box finds: patients, people and contact notes, a few of each."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.dates import PartialDate
from careteam.domain.rules import Rules
from careteam.domain.text import display_name, fold, listed_name
from careteam.storage.search import find_notes, find_patients
from careteam.storage.tables import (
    ContactRecord,
    PatientRecord,
    PersonRecord,
    PersonRoleRecord,
)

MOST_OF_A_KIND = 8
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


def search(session: Session, typed: str, *, today: date, rules: Rules) -> Hits:
    """What a nurse may mean by the words typed so far."""
    if not typed.strip():
        return Hits()
    return Hits(
        _patients(session, typed, today),
        _people(session, typed, rules),
        _notes(session, typed, rules),
    )


def _patients(session: Session, typed: str, today: date) -> tuple[PatientHit, ...]:
    ids = find_patients(session.connection(), typed, MOST_OF_A_KIND * 4)
    table = PatientRecord.__table__.c
    query = select(
        table.id, table.family, table.given, table.mrn, table.birth_date, table.status
    ).where(table.id.in_(ids))
    start = (fold(typed).split() or [""])[0]
    rows = sorted(
        session.execute(query),
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
    table, role = PersonRecord.__table__.c, PersonRoleRecord.__table__.c
    query = select(table.id, table.family, table.given, table.credentials)
    for word in fold(typed).split()[:6]:
        query = query.where(table.name_key.contains(word, autoescape=True))
    rows = session.execute(query.order_by(table.name_key).limit(MOST_OF_A_KIND)).all()
    held: dict[int, list[str]] = {}
    links = select(role.person_id, role.role_key).where(role.person_id.in_([r.id for r in rows]))
    for link in session.execute(links.order_by(role.position)):
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
    contact, patient = ContactRecord.__table__.c, PatientRecord.__table__.c
    query = (
        select(
            contact.id,
            contact.patient_id,
            contact.at,
            contact.role,
            contact.note,
            patient.family,
            patient.given,
        )
        .join(PatientRecord.__table__, patient.id == contact.patient_id)
        .where(contact.id.in_(ids), contact.retracted_at.is_(None))
        .order_by(contact.id.desc())
        .limit(MOST_OF_A_KIND)
    )
    return tuple(
        NoteHit(
            row.id,
            row.patient_id,
            display_name(row.family, row.given),
            row.at,
            rules.catalogue.role_label(row.role),
            _snippet(row.note, typed),
        )
        for row in session.execute(query)
    )


def _snippet(note: str, typed: str) -> str:
    flat = " ".join(note.split())
    words = fold(typed).split()
    place = fold(flat).find(words[0]) if words else -1
    start = max(0, place - SNIPPET // 3)
    cut = flat[start : start + SNIPPET]
    return ("… " if start else "") + cut + (" …" if start + SNIPPET < len(flat) else "")

"""Somebody is away, somebody covers, and hands to turn the day."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import text
from sqlmodel import select

from careteam.domain.assignments import AssignmentDraft, Rank
from careteam.domain.changes import Part
from careteam.domain.due import NEVER
from careteam.domain.moment import Moment
from careteam.domain.patients import PatientDraft
from careteam.domain.people import AbsenceDraft
from careteam.storage.reads.cover import CoverNeed
from careteam.storage.reads.person import person_detail
from careteam.storage.store import Store
from careteam.storage.tables import AssignmentRecord
from careteam.storage.writes.assignments import assign
from careteam.storage.writes.day import open_day
from careteam.storage.writes.patients import register_patient
from careteam.storage.writes.people import amend_person
from tests.people import add_member

ZONE = "America/New_York"


ROLE = "social_worker"


TODAY = date(2026, 11, 20)


def at(day: date, hour: int = 12) -> Moment:
    return Moment.at(datetime(day.year, day.month, day.day, hour, tzinfo=UTC), ZONE)


def nov(day: int) -> date:
    return date(2026, 11, day)


@pytest.fixture
def bell(store: Store) -> int:
    return add_member(store, "Bell", "Marcus", "LCSW", ROLE)


@pytest.fixture
def okoye(store: Store) -> int:
    return add_member(store, "Okoye", "Ada", "LCSW", ROLE)


@pytest.fixture
def ito(store: Store) -> int:
    return add_member(store, "Ito", "Ken", "LCSW", ROLE)


@pytest.fixture
def three(store: Store, bell: int) -> list[int]:
    """Three patients of Marcus Bell."""
    return [with_holder(store, number, bell) for number in range(3)]


BEGAN = date(2026, 11, 9)


def with_holder(store: Store, number: int, person: int, day: date = BEGAN) -> int:
    draft = PatientDraft(
        mrn=f"8{number:05d}",
        family=f"Patient{number:03d}",
        given="Ada",
        phase="induction",
        phase_since=nov(9),
    )
    moment = at(TODAY)
    patient = store.do(register_patient, draft, moment=moment, rules=store.rules).made
    assert patient is not None
    role = AssignmentDraft(patient, ROLE, person, Rank.PRIMARY, day)
    store.do(assign, role, moment=moment, rules=store.rules)
    return patient


def away(store: Store, person: int, *absences: AbsenceDraft, on: date = TODAY) -> frozenset[Part]:
    draft = replace(store.read(person_detail, person, on).draft, absences=absences)
    return store.do(amend_person, person, draft, moment=at(on), rules=store.rules).parts


def kept(store: Store, person: int) -> tuple[AbsenceDraft, ...]:
    return store.read(person_detail, person, TODAY).draft.absences


def needs(store: Store, person: int, on: date = TODAY) -> tuple[CoverNeed, ...]:
    return store.read(person_detail, person, on).uncovered


def turn(store: Store, day: date) -> None:
    store.do(open_day, moment=at(day), rules=store.rules)


def covering(store: Store, day: date) -> set[int]:
    """Who is there as backup on a day, over all patients."""
    table = AssignmentRecord.__table__.c
    query = select(table.person_id).where(
        table.rank == "backup", table.starts_on <= day, table.ends_on > day
    )
    return set(store.read(lambda session: session.execute(query).scalars().all()))


def states(store: Store, person: int) -> set[tuple[str, bool]]:
    """The states of a person's roles, each with whether something is due."""
    table = AssignmentRecord.__table__.c
    query = select(table.state, table.next_due_on).where(table.person_id == person)
    rows = store.read(lambda session: session.execute(query).all())
    return {(state, due != NEVER) for state, due in rows}


def standing(store: Store) -> list[tuple[object, ...]]:
    query = text(
        "SELECT patient_id, person_id, rank, starts_on, ends_on FROM assignment "
        "WHERE starts_on < ends_on OR ends_on IS NULL ORDER BY patient_id, starts_on, person_id"
    )
    return store.read(lambda session: [tuple(row) for row in session.execute(query)])

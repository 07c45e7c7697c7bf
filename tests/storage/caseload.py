"""Fifteen patients of one person, somebody to take them, and hands to give them over."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text
from sqlmodel import select

from careteam.domain.assignments import AssignmentDraft, HandOverDraft, Rank
from careteam.domain.moment import Moment
from careteam.domain.patients import PatientDraft
from careteam.domain.people import AbsenceDraft
from careteam.storage.reads.cover import CoverNeed
from careteam.storage.reads.hand_over import (
    HandOverReceipt,
    hand_over_receipt,
)
from careteam.storage.reads.person import person_detail
from careteam.storage.store import Store
from careteam.storage.tables import AssignmentRecord
from careteam.storage.writes.assignments import assign
from careteam.storage.writes.hand_over import (
    hand_over,
    take_back_hand_over,
)
from careteam.storage.writes.patients import register_patient
from careteam.storage.writes.people import amend_person
from tests.people import add_member

TODAY = date(2026, 11, 20)


LAST_DAY = date(2026, 11, 30)


FIRST_WITHOUT = date(2026, 12, 1)


ROLE = "physical_therapist"


@pytest.fixture
def novak(store: Store) -> int:
    """Petra Novak, DPT, physical therapist."""
    return add_member(store, "Novak", "Petra", "DPT", ROLE, "(212) 555-0158")


@pytest.fixture
def reyes(store: Store) -> int:
    """Daniel Reyes, DPT, physical therapist."""
    return add_member(store, "Reyes", "Daniel", "DPT", ROLE, "(212) 555-0157")


@pytest.fixture
def fifteen(store: Store, moment: Moment, novak: int) -> list[int]:
    """The assignments of Petra Novak for fifteen patients in induction."""
    return [given(store, moment, registered(store, moment, n), novak) for n in range(15)]


def registered(store: Store, moment: Moment, number: int) -> int:
    draft = PatientDraft(
        mrn=f"7{number:05d}",
        family=f"Patient{number:03d}",
        given="Ada",
        phase="induction",
        phase_since=date(2026, 11, 9),
    )
    made = store.do(register_patient, draft, moment=moment, rules=store.rules).made
    assert made is not None
    return made


def given(
    store: Store, moment: Moment, patient: int, person: int, rank: Rank = Rank.PRIMARY
) -> int:
    draft = AssignmentDraft(patient, ROLE, person, rank, date(2026, 11, 10))
    made = store.do(assign, draft, moment=moment, rules=store.rules).made
    assert made is not None
    return made


def give_over(store: Store, moment: Moment, draft: HandOverDraft) -> tuple[HandOverReceipt, str]:
    receipt = store.read(hand_over_receipt, draft)
    said = store.do(hand_over, draft, moment=moment, rules=store.rules).summary
    return receipt, said


def take_back(store: Store, moment: Moment, receipt: HandOverReceipt) -> None:
    store.do(take_back_hand_over, receipt, moment=moment, rules=store.rules)


def holders(store: Store, day: date) -> dict[int, set[tuple[int, str]]]:
    """Who holds the role of each patient on a day, with the rank."""
    table = AssignmentRecord.__table__.c
    query = select(AssignmentRecord).where(
        table.role == ROLE,
        table.starts_on <= day,
        (table.ends_on.is_(None)) | (table.ends_on > day),
    )
    found: dict[int, set[tuple[int, str]]] = {}
    for row in store.read(lambda session: session.exec(query).all()):
        found.setdefault(row.patient_id, set()).add((row.person_id, row.rank))
    return found


def whole_table(store: Store) -> list[tuple[object, ...]]:
    """Every assignment that stands on some day, without the count of its changes."""
    query = text(
        "SELECT patient_id, role, person_id, rank, state, starts_on, ends_on, end_reason,"
        " next_due_on, due_kind, held_since FROM assignment"
        " WHERE end_reason <> 'entered_in_error' ORDER BY id"
    )
    return store.read(lambda session: [tuple(row) for row in session.execute(query)])


def kept_columns(store: Store) -> list[tuple[object, ...]]:
    query = text("SELECT id, next_due_on, filled_count, gap_count FROM patient ORDER BY id")
    return store.read(lambda session: [tuple(row) for row in session.execute(query)])


def leave(store: Store, moment: Moment, person: int, day: date | None) -> None:
    draft = replace(store.read(person_detail, person, TODAY).draft, leaves_on=day)
    store.do(amend_person, person, draft, moment=moment, rules=store.rules)


def go_away(store: Store, moment: Moment, person: int, *absences: AbsenceDraft) -> CoverNeed:
    draft = replace(store.read(person_detail, person, TODAY).draft, absences=absences)
    store.do(amend_person, person, draft, moment=moment, rules=store.rules)
    return store.read(person_detail, person, TODAY).uncovered[0]

"""What changed rules would do to today's list: worked out from the rows, and never written."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, func, select
from sqlmodel import Session

from careteam.domain.assignments import AssignmentState
from careteam.domain.due import NEVER, Course, Urgency, due_of, due_words, urgency
from careteam.domain.patients import Status
from careteam.domain.rules import Rules
from careteam.domain.text import display_name
from careteam.storage.reads.planned_days import planned_days
from careteam.storage.tables import AssignmentRecord, FollowUpRecord, PatientRecord

BATCH = 500
NAMED = 5
SHOWN = (Urgency.OVERDUE, Urgency.TODAY, Urgency.THIS_WEEK)


@dataclass(frozen=True, slots=True)
class Move:
    """A patient who would stand elsewhere on the list, with the words of both due days."""

    patient_id: int
    name: str
    before: str
    after: str
    due_on: date


@dataclass(frozen=True, slots=True)
class Preview:
    """How many patients stand in each group of SHOWN before and after, and who moves first.

    `last_id` is the patient after whom the next batch begins, None when there is none; `moved`
    counts those whose group changes, of whom the first NAMED by their new day are named.
    """

    before: tuple[int, ...] = (0, 0, 0)
    after: tuple[int, ...] = (0, 0, 0)
    moved: int = 0
    first: tuple[Move, ...] = ()
    last_id: int | None = 0
    patients: int = 0

    def __add__(self, other: "Preview") -> "Preview":
        first = sorted((*self.first, *other.first), key=lambda move: (move.due_on, move.patient_id))
        return Preview(
            _sum(self.before, other.before),
            _sum(self.after, other.after),
            self.moved + other.moved,
            tuple(first[:NAMED]),
            other.last_id,
            self.patients + other.patients,
        )


def patients_in_care(session: Session) -> int:
    """How many patients a preview has to look at."""
    query = select(func.count()).where(_patient.status == Status.ACTIVE)
    return session.execute(query).scalar_one()


def preview_due(
    session: Session, after_id: int = 0, *, today: date, rules: Rules, limit: int = BATCH
) -> Preview:
    """The next batch of patients under these rules, which need not be the clinic's.

    What is on the list before is what the database says now.
    """
    patients = session.execute(
        select(
            _patient.id,
            _patient.family,
            _patient.given,
            _patient.phase,
            _patient.phase_since,
            _patient.next_due_on,
            _patient.next_due_time,
        )
        .where(_patient.id > after_id, _patient.status == Status.ACTIVE)
        .order_by(_patient.id)
        .limit(limit)
    ).all()
    ids = [row.id for row in patients]
    steps = _steps(session, ids, rules)
    courses = _courses(session, ids)
    tally = Preview(last_id=ids[-1] if len(ids) == limit else None, patients=len(ids))
    for row in patients:
        due = [_due(each, row, rules) for each in courses[row.id]]
        tally = _counted(tally, row, min([*due, steps.get(row.id, NEVER)]), today)
    return tally


_patient, _assignment = PatientRecord.__table__.c, AssignmentRecord.__table__.c
_step = FollowUpRecord.__table__.c


def _steps(session: Session, ids: Sequence[int], rules: Rules) -> dict[int, date]:
    """The first next step of each patient, once those that rules planned have followed them."""
    moved = {each.step_id: each for each in planned_days(session, ids, rules=rules)}
    query = select(_step.patient_id, _step.due_on, _step.id).where(
        _step.patient_id.in_(ids), _step.state == "open"
    )
    days = [(row.patient_id, row.due_on) for row in session.execute(query) if row.id not in moved]
    days += [(each.patient_id, each.planned_on) for each in moved.values() if each.planned_on]
    first: dict[int, date] = {}
    for patient_id, day in days:
        first[patient_id] = min(day, first.get(patient_id, NEVER))
    return first


def _courses(session: Session, ids: Sequence[int]) -> dict[int, list[Row[Any]]]:
    query = select(
        _assignment.patient_id,
        _assignment.role,
        _assignment.starts_on,
        _assignment.known_since,
        _assignment.reached_on,
        _assignment.tried_on,
        _assignment.retry_days,
        _assignment.attempts,
        _assignment.snoozed_until,
    ).where(_assignment.patient_id.in_(ids), _assignment.state == AssignmentState.ACTIVE)
    found: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in session.execute(query):
        found[row.patient_id].append(row)
    return found


def _due(row: Row[Any], patient: Row[Any], rules: Rules) -> date:
    course = Course(
        role=row.role,
        phase=patient.phase,
        starts_on=row.starts_on,
        phase_since=patient.phase_since,
        reached_on=row.reached_on,
        tried_on=row.tried_on,
        retry_days=row.retry_days,
        attempts=row.attempts,
        snoozed_until=row.snoozed_until,
        known_since=row.known_since,
    )
    return due_of(course, rules).on


def _counted(tally: Preview, row: Row[Any], due_on: date, today: date) -> Preview:
    was, now = urgency(row.next_due_on, today), urgency(due_on, today)
    before, after = (tuple(int(group is at) for group in SHOWN) for at in (was, now))
    moves: tuple[Move, ...] = ()
    if was is not now:
        words = (
            due_words(row.next_due_on, row.next_due_time, today)[0],
            due_words(due_on, "", today)[0],
        )
        moves = (Move(row.id, display_name(row.family, row.given), *words, due_on),)
    return tally + Preview(before, after, len(moves), moves, tally.last_id)


def _sum(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(first + second for first, second in zip(one, other, strict=True))

"""Assignments that follow others in bulk: the same role and history, another person."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import insert, select, update
from sqlmodel import Session

from careteam.domain.assignments import AssignmentState, Rank, state_on
from careteam.domain.due import NEVER, Course, Due, DueKind, due_of
from careteam.domain.moment import Moment
from careteam.domain.patients import Status
from careteam.domain.rules import Rules
from careteam.storage.identifiers import new_external_id
from careteam.storage.tables import AssignmentRecord, PatientRecord, PersonRoleRecord

assignment = AssignmentRecord.__table__.c
NOTHING_DUE = Due(NEVER, DueKind.NONE)
IN_ERROR = "entered_in_error"


@dataclass(frozen=True, slots=True)
class Successor:
    """Who follows whom: the days are those of the new assignment, an end is planned at once."""

    assignment_id: int
    starts_on: date
    rank: Rank
    ends_on: date | None = None
    end_reason: str = ""
    end_note: str = ""
    is_held: bool = False


def follow(
    session: Session,
    successors: Sequence[Successor],
    person_id: int,
    *,
    note: str,
    moment: Moment,
    rules: Rules,
) -> None:
    """Give each role to a person; due days go on from the contacts the role has had."""
    patient = PatientRecord.__table__.c
    rows = session.execute(
        select(AssignmentRecord, patient.phase, patient.phase_since, patient.status)
        .join(PatientRecord.__table__, patient.id == assignment.patient_id)
        .where(assignment.id.in_([each.assignment_id for each in successors]))
    )
    found = {row[0].id: row for row in rows}
    made: list[AssignmentRecord] = []
    for each in successors:
        before, phase, phase_since, status = found[each.assignment_id]
        record = _record(before, each, person_id, note, moment)
        if record.state == AssignmentState.ACTIVE and status == Status.ACTIVE:
            due = due_of(_course(record, phase, phase_since), rules)
            record.next_due_on, record.due_kind = due.on, due.kind
        made.append(record)
    if made:
        rows_made = [record.model_dump(exclude={"id"}) for record in made]
        session.execute(insert(AssignmentRecord.__table__), rows_made)
    _learn(session, person_id, {record.role for record in made})


def end_together(
    session: Session, ids: Iterable[int], *, on: date, reason: str, note: str, is_over: bool
) -> None:
    """Let assignments end on a day; `is_over` when that day has come or they never begin."""
    values: dict[str, object] = {
        "ends_on": on,
        "end_reason": reason,
        "end_note": note,
        "version": assignment.version + 1,
    }
    if is_over:
        values |= {
            "state": AssignmentState.ENDED,
            "next_due_on": NOTHING_DUE.on,
            "due_kind": NOTHING_DUE.kind,
        }
    session.execute(
        update(AssignmentRecord.__table__).where(assignment.id.in_(tuple(ids))).values(values)
    )


def strike(session: Session, ids: Iterable[int]) -> None:
    """Let assignments end on the day they begin, as entered in error: they never stood."""
    values = {
        "ends_on": assignment.starts_on,
        "end_reason": IN_ERROR,
        "version": assignment.version + 1,
        "state": AssignmentState.ENDED,
        "next_due_on": NOTHING_DUE.on,
        "due_kind": NOTHING_DUE.kind,
    }
    session.execute(
        update(AssignmentRecord.__table__).where(assignment.id.in_(tuple(ids))).values(values)
    )


def _record(
    before: AssignmentRecord, each: Successor, person_id: int, note: str, moment: Moment
) -> AssignmentRecord:
    is_held = each.is_held and before.held_since is not None
    return AssignmentRecord(
        external_id=new_external_id(),
        patient_id=before.patient_id,
        role=before.role,
        role_text=before.role_text,
        person_id=person_id,
        rank=each.rank,
        state=state_on(
            moment.today, starts_on=each.starts_on, ends_on=each.ends_on, is_held=is_held
        ),
        starts_on=each.starts_on,
        known_since=before.known_since,
        ends_on=each.ends_on,
        end_reason=each.end_reason,
        end_note=each.end_note,
        note=note,
        held_since=before.held_since if is_held else None,
        hold_reason=before.hold_reason if is_held else "",
        reached_on=before.reached_on,
        tried_on=before.tried_on,
        retry_days=before.retry_days,
        attempts=before.attempts,
        made_at=moment.now,
        by_id=moment.by,
    )


def _course(record: AssignmentRecord, phase: str, phase_since: date | None) -> Course:
    return Course(
        role=record.role,
        phase=phase,
        starts_on=record.starts_on,
        phase_since=phase_since,
        reached_on=record.reached_on,
        tried_on=record.tried_on,
        retry_days=record.retry_days,
        attempts=record.attempts,
        known_since=record.known_since,
    )


def _learn(session: Session, person_id: int, roles: set[str]) -> None:
    table = PersonRoleRecord.__table__.c
    known = session.scalars(select(table.role_key).where(table.person_id == person_id)).all()
    session.add_all(
        PersonRoleRecord(person_id=person_id, role_key=role, position=99)
        for role in sorted(roles - set(known))
    )
    session.flush()

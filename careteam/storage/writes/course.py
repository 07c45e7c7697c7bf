"""Moving due days: the rules make a day of what the contacts so far say."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, bindparam, select, update
from sqlmodel import Session

from careteam.domain.assignments import AssignmentState
from careteam.domain.due import NEVER, Course, Due, DueKind, due_of
from careteam.domain.patients import Status
from careteam.domain.rules import Rules
from careteam.storage.tables import AssignmentRecord
from careteam.storage.writes.history import COURSE, History, history_of, standing_of
from careteam.storage.writes.statements import forget

_assignment = AssignmentRecord.__table__.c
_OPEN = select(*COURSE).where(
    _assignment.patient_id == bindparam("patient_id"),
    _assignment.state != AssignmentState.ENDED,
)
_MOVED = (
    "reached_on", "tried_on", "retry_days", "attempts", "snoozed_until", "next_due_on", "due_kind",
    "last_contact_id",
)  # fmt: skip
_MOVE = (
    update(AssignmentRecord.__table__)
    .where(_assignment.id == bindparam("row_id"))
    .values({name: bindparam(f"new_{name}", type_=_assignment[name].type) for name in _MOVED})
)


def move_due_days(
    session: Session,
    patient: Row[Any],
    role: str,
    holders: Sequence[Row[Any]],
    rules: Rules,
    *,
    logged: Mapping[str, Any] | None = None,
) -> None:
    """Read a role's history again and move the due days of its holders; a putting-off ends.

    Both are as `role_of` gave them, before the contact that has just been `logged`: its columns.
    """
    if not holders:
        return
    history = _just_reached(patient, logged, rules)
    if history is None:
        history = history_of(session, patient.patient_id, role, rules)
    for row in holders:
        due = due_for(row, history, patient, rules, is_awake=True)
        is_theirs = logged is not None and logged["assignment_id"] == row.id
        last = logged["id"] if logged is not None and is_theirs else row.last_contact_id
        _move(session, row, history, due, None, last)


def _just_reached(
    patient: Row[Any], logged: Mapping[str, Any] | None, rules: Rules
) -> History | None:
    """The history that ends with a contact which reached somebody, when it is the newest."""
    if logged is None or not logged["is_reached"]:
        return None
    if patient.last_at is not None and logged["at"] < patient.last_at:
        return None
    again = rules.catalogue.outcomes[logged["outcome"]].retry_days
    return History(logged["day"], logged["day"] if again else None, again or None, 0)


def refresh_course(session: Session, assignment: AssignmentRecord, rules: Rules) -> None:
    """Read an assignment's history again and set its due day."""
    history = history_of(session, assignment.patient_id, assignment.role, rules)
    assignment.reached_on = history.reached_on
    assignment.tried_on = history.tried_on
    assignment.retry_days = history.retry_days
    assignment.attempts = history.attempts
    set_due(session, assignment, rules)


def set_due(session: Session, assignment: AssignmentRecord, rules: Rules) -> None:
    """Set the due day of an assignment from what it already knows."""
    patient = standing_of(session, assignment.patient_id)
    due = due_for(assignment, _known(assignment), patient, rules)
    assignment.next_due_on, assignment.due_kind = due.on, due.kind


def due_for(
    assignment: Any, history: History, patient: Any, rules: Rules, *, is_awake: bool = False
) -> Due:
    """What is due of an assignment, read from records or from rows of the same columns.

    `is_awake` ends a putting-off.
    """
    if assignment.state != AssignmentState.ACTIVE or patient.status != Status.ACTIVE:
        return Due(NEVER, DueKind.NONE)
    return due_of(
        Course(
            role=assignment.role,
            phase=patient.phase,
            starts_on=assignment.starts_on,
            phase_since=patient.phase_since,
            reached_on=history.reached_on,
            tried_on=history.tried_on,
            retry_days=history.retry_days,
            attempts=history.attempts,
            snoozed_until=None if is_awake else assignment.snoozed_until,
            known_since=assignment.known_since,
        ),
        rules,
    )


def refresh_patient(session: Session, patient_id: int, rules: Rules) -> None:
    """Set the due day of every open assignment of a patient."""
    patient = standing_of(session, patient_id)
    for row in session.execute(_OPEN, {"patient_id": patient_id}).all():
        history = _known(row)
        due = due_for(row, history, patient, rules)
        _move(session, row, history, due, row.snoozed_until, row.last_contact_id)


def _known(assignment: Any) -> History:
    return History(
        assignment.reached_on, assignment.tried_on, assignment.retry_days, assignment.attempts
    )


def _move(
    session: Session,
    row: Row[Any],
    history: History,
    due: Due,
    snoozed_until: date | None,
    last_contact_id: int | None,
) -> None:
    values = (
        history.reached_on, history.tried_on, history.retry_days, history.attempts,
        snoozed_until, due.on, due.kind, last_contact_id,
    )  # fmt: skip
    if all(getattr(row, name) == value for name, value in zip(_MOVED, values, strict=True)):
        return
    named = {f"new_{name}": value for name, value in zip(_MOVED, values, strict=True)}
    session.execute(_MOVE, {"row_id": row.id, **named})
    forget(session, AssignmentRecord, row.id)

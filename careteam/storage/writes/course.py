"""Moving due days: what the contacts so far say, and the day the rules make of it.

This runs inside every contact that is logged, so it reads and writes by statements made once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, bindparam, select, update
from sqlmodel import Session

from careteam.domain.assignments import AssignmentState, Rank
from careteam.domain.contacts import NO_CONTACT_MODE
from careteam.domain.due import NEVER, Course, Due, DueKind, due_of
from careteam.domain.errors import Missing
from careteam.domain.patients import Status
from careteam.domain.rules import Rules
from careteam.storage.tables import AssignmentRecord, ContactRecord, PatientRecord
from careteam.storage.writes.statements import forget

GONE = "This patient is no longer in the database. Look for them again."
END_OF_CHAIN = 16
"""So many contacts of a role are read at first: as a rule somebody was reached among them."""

_contact = ContactRecord.__table__.c
_assignment = AssignmentRecord.__table__.c
_patient = PatientRecord.__table__.c
_CHAIN = (
    select(_contact.day, _contact.is_reached, _contact.outcome)
    .where(
        _contact.patient_id == bindparam("patient_id"),
        _contact.role == bindparam("role"),
        _contact.retracted_at.is_(None),
        _contact.mode != NO_CONTACT_MODE,
    )
    .order_by(_contact.at.desc(), _contact.id.desc())
)
_END_OF_CHAIN = _CHAIN.limit(END_OF_CHAIN)
_BEFORE = _CHAIN.where(
    _contact.at <= bindparam("before", type_=_contact.at.type),
    _contact.id != bindparam("contact_id"),
)
_STANDING = select(
    _patient.id,
    _patient.birth_date,
    _patient.needs_interpreter,
    _patient.phase,
    _patient.phase_since,
    _patient.status,
).where(_patient.id == bindparam("patient_id"))
_COURSE = (
    _assignment.id,
    _assignment.role,
    _assignment.person_id,
    _assignment.rank,
    _assignment.state,
    _assignment.starts_on,
    _assignment.known_since,
    _assignment.reached_on,
    _assignment.tried_on,
    _assignment.retry_days,
    _assignment.attempts,
    _assignment.snoozed_until,
    _assignment.next_due_on,
    _assignment.due_kind,
    _assignment.last_contact_id,
)
_OPEN = (
    select(*_COURSE)
    .where(
        _assignment.patient_id == bindparam("patient_id"),
        _assignment.state != AssignmentState.ENDED,
    )
    .order_by(_assignment.rank == Rank.BACKUP, _assignment.starts_on.desc())
)
_OPEN_OF_ROLE = _OPEN.where(_assignment.role == bindparam("role"))
_MOVED = (
    "reached_on", "tried_on", "retry_days", "attempts", "snoozed_until", "next_due_on", "due_kind",
    "last_contact_id",
)  # fmt: skip
_MOVE = (
    update(AssignmentRecord.__table__)
    .where(_assignment.id == bindparam("row_id"))
    .values({name: bindparam(f"new_{name}", type_=_assignment[name].type) for name in _MOVED})
)


@dataclass(frozen=True, slots=True)
class History:
    """The end of a role's contacts: the last day reached, and the tries since."""

    reached_on: date | None = None
    tried_on: date | None = None
    retry_days: int | None = None
    attempts: int = 0


def standing_of(session: Session, patient_id: int) -> Row[Any]:
    """What the rules ask of a patient: id, birth date, interpreter, phase, status; or Missing."""
    row = session.execute(_STANDING, {"patient_id": patient_id}).one_or_none()
    if row is None:
        raise Missing(GONE)
    return row


def history_of(session: Session, patient_id: int, role: str, rules: Rules) -> History:
    """What the kept contacts of a role say, newest first until somebody was reached."""
    asked = {"patient_id": patient_id, "role": role}
    rows = session.execute(_END_OF_CHAIN, asked).all()
    if len(rows) == END_OF_CHAIN and not any(row.is_reached for row in rows):
        rows = session.execute(_CHAIN, asked).all()
    tries: list[tuple[date, str]] = []
    for day, is_reached, outcome in rows:
        known = rules.catalogue.outcomes.get(outcome)
        if is_reached:
            again = known.retry_days if known else None
            if again and not tries:
                return History(day, day, again, 0)
            return _history(day, tries, rules)
        tries.append((day, outcome))
    return _history(None, tries, rules)


def attempts_before(
    session: Session, patient_id: int, role: str, at: datetime, contact_id: int | None
) -> int:
    """The unreached tries of a role in a row up to a time, in the order they were made.

    `contact_id` is the contact that is counted itself, when it is in the database already.
    """
    asked = {"patient_id": patient_id, "role": role, "before": at, "contact_id": contact_id or 0}
    count = 0
    for row in session.execute(_BEFORE, asked):
        if row.is_reached:
            break
        count += 1
    return count


def _history(reached_on: date | None, tries: list[tuple[date, str]], rules: Rules) -> History:
    if not tries:
        return History(reached_on)
    day, outcome = tries[0]
    known = rules.catalogue.outcomes.get(outcome)
    return History(reached_on, day, known.retry_days if known else 1, len(tries))


def open_holders(session: Session, patient_id: int, role: str) -> Sequence[Row[Any]]:
    """The assignments of a role that have not ended: the holder first, backups last."""
    return session.execute(_OPEN_OF_ROLE, {"patient_id": patient_id, "role": role}).all()


def move_due_days(
    session: Session,
    patient: Any,
    role: str,
    holders: Sequence[Row[Any]],
    rules: Rules,
    *,
    logged: tuple[int | None, int] | None = None,
) -> None:
    """Read a role's history again and move the due days of its holders; a putting-off ends.

    `patient` has id, phase, phase_since and status; `logged` names an assignment and the contact
    that has just been logged for it.
    """
    if not holders:
        return
    history = history_of(session, patient.id, role, rules)
    for row in holders:
        due = due_for(row, history, patient, rules, is_awake=True)
        is_logged = logged is not None and logged[0] == row.id
        last = logged[1] if logged is not None and is_logged else row.last_contact_id
        _move(session, row, history, due, None, last)


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

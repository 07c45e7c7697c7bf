"""Moving due days: what the contacts so far say, and the day the rules make of it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.assignments import AssignmentState
from careteam.domain.contacts import NO_CONTACT_MODE
from careteam.domain.due import NEVER, Course, Due, DueKind, due_of
from careteam.domain.patients import Status
from careteam.domain.rules import Rules
from careteam.storage.tables import AssignmentRecord, ContactRecord, PatientRecord


@dataclass(frozen=True, slots=True)
class History:
    """The end of a role's contacts: the last day reached, and the tries since."""

    reached_on: date | None = None
    tried_on: date | None = None
    retry_days: int | None = None
    attempts: int = 0


def history_of(session: Session, patient_id: int, role: str, rules: Rules) -> History:
    """What the kept contacts of a role say, newest first until somebody was reached."""
    contact = ContactRecord.__table__.c
    rows = session.execute(
        select(contact.day, contact.is_reached, contact.outcome)
        .where(
            contact.patient_id == patient_id,
            contact.role == role,
            contact.retracted_at.is_(None),
            contact.mode != NO_CONTACT_MODE,
        )
        .order_by(contact.at.desc(), contact.id.desc())
    )
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


def attempts_before(session: Session, record: ContactRecord) -> int:
    """The unreached tries of the role in a row before a contact, in the order they were made."""
    contact = ContactRecord.__table__.c
    rows = session.execute(
        select(contact.is_reached)
        .where(
            contact.patient_id == record.patient_id,
            contact.role == record.role,
            contact.retracted_at.is_(None),
            contact.mode != NO_CONTACT_MODE,
            contact.at <= record.at,
            contact.id != (record.id or 0),
        )
        .order_by(contact.at.desc(), contact.id.desc())
    )
    count = 0
    for (is_reached,) in rows:
        if is_reached:
            break
        count += 1
    return count


def _history(reached_on: date | None, tries: list[tuple[date, str]], rules: Rules) -> History:
    if not tries:
        return History(reached_on)
    day, outcome = tries[0]
    known = rules.catalogue.outcomes.get(outcome)
    return History(reached_on, day, known.retry_days if known else 1, len(tries))


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
    patient = session.get_one(PatientRecord, assignment.patient_id)
    history = History(
        assignment.reached_on, assignment.tried_on, assignment.retry_days, assignment.attempts
    )
    due = due_for(assignment, history, patient, rules)
    assignment.next_due_on, assignment.due_kind = due.on, due.kind


def due_for(assignment: Any, history: History, patient: Any, rules: Rules) -> Due:
    """What is due of an assignment, read from records or from rows of the same columns."""
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
            snoozed_until=assignment.snoozed_until,
        ),
        rules,
    )


def refresh_patient(session: Session, patient_id: int, rules: Rules) -> None:
    """Set the due day of every open assignment of a patient."""
    open_ones = session.scalars(
        select(AssignmentRecord).where(
            AssignmentRecord.__table__.c.patient_id == patient_id,
            AssignmentRecord.__table__.c.state != AssignmentState.ENDED,
        )
    )
    for assignment in open_ones.all():
        set_due(session, assignment, rules)
        session.add(assignment)
    session.flush()

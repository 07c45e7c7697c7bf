"""Who stands where: a patient, the holders of a role, and the contacts that the role has had.

This is asked within every contact that is logged, by statements that are made once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlmodel import Session

from careteam.domain.assignments import AssignmentState, Rank
from careteam.domain.contacts import NO_CONTACT_MODE
from careteam.domain.errors import Missing
from careteam.domain.rules import Rules
from careteam.storage.tables import AssignmentRecord, ContactRecord, PatientRecord

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
    _patient.id.label("patient_id"),
    _patient.birth_date,
    _patient.phase,
    _patient.phase_since,
    _patient.status,
).where(_patient.id == bindparam("patient_id"))
COURSE = (
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
_LAST_AT = (
    select(_contact.at)
    .where(
        _contact.patient_id == bindparam("patient_id"),
        _contact.role == bindparam("role"),
        _contact.retracted_at.is_(None),
        _contact.mode != NO_CONTACT_MODE,
    )
    .order_by(_contact.at.desc())
    .limit(1)
    .scalar_subquery()
)
_WITH_HOLDERS = (
    _STANDING.add_columns(_LAST_AT.label("last_at"), *COURSE)
    .outerjoin(
        AssignmentRecord.__table__,
        (_assignment.patient_id == _patient.id)
        & (_assignment.role == bindparam("role"))
        & (_assignment.state != AssignmentState.ENDED),
    )
    .order_by(_assignment.rank == Rank.BACKUP, _assignment.starts_on.desc())
)


@dataclass(frozen=True, slots=True)
class History:
    """The end of a role's contacts: the last day reached, and the tries since."""

    reached_on: date | None = None
    tried_on: date | None = None
    retry_days: int | None = None
    attempts: int = 0


def standing_of(session: Session, patient_id: int) -> Row[Any]:
    """What the rules ask of a patient: birth date, phase and status; Missing when there is none."""
    row = session.execute(_STANDING, {"patient_id": patient_id}).one_or_none()
    if row is None:
        raise Missing(GONE)
    return row


def role_of(session: Session, patient_id: int, role: str) -> tuple[Row[Any], Sequence[Row[Any]]]:
    """The standing of a patient, and who holds a role: assignments not ended, backups last.

    The standing tells as `last_at` when the role's last contact or try was. Missing when there
    is no such patient.
    """
    rows = session.execute(_WITH_HOLDERS, {"patient_id": patient_id, "role": role}).all()
    if not rows:
        raise Missing(GONE)
    return rows[0], rows if rows[0].id is not None else ()


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

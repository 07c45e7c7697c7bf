"""Who in the directory can fill a role, and who of them is away."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import ColumnElement, exists, or_, select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.assignments import AssignmentState
from careteam.domain.text import person_name
from careteam.storage.tables import (
    AbsenceRecord,
    AssignmentRecord,
    PatientRecord,
    PersonRecord,
    PersonRoleRecord,
)

person = PersonRecord.__table__.c
person_role = PersonRoleRecord.__table__.c
absence = AbsenceRecord.__table__.c
assignment = AssignmentRecord.__table__.c
patient = PatientRecord.__table__.c

OPEN = (AssignmentState.PLANNED, AssignmentState.ACTIVE, AssignmentState.HELD)


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """Somebody who can fill a role, with the number of patients they have now."""

    id: int
    label: str
    patients: int
    is_away: bool


@dataclass(frozen=True, slots=True)
class AbleRow:
    """Somebody who can fill at least one of some roles; `patients` is None where nobody sees it."""

    id: int
    label: str
    patients: int | None
    is_away: bool
    roles: frozenset[str]


@needs(Action.SEE_PATIENTS)
def candidates(session: Session, role_key: str, today: date) -> tuple[CandidateRow, ...]:
    """Who can fill a role and has not left, by name."""
    rows = session.execute(
        select(
            person.id,
            person.family,
            person.given,
            person.title,
            person.credentials,
            person.patient_count,
            is_away_on(today).label("is_away"),
        )
        .join(PersonRoleRecord.__table__, person_role.person_id == person.id)
        .where(person_role.role_key == role_key, has_not_left(today))
        .order_by(person.name_key, person.id)
    )
    return tuple(
        CandidateRow(
            row.id,
            person_name(row.family, row.given, row.title, row.credentials),
            row.patient_count,
            bool(row.is_away),
        )
        for row in rows
    )


@needs(Action.SEE_PATIENTS)
def able(
    session: Session, roles: Iterable[str], today: date, without: int | None = None
) -> tuple[AbleRow, ...]:
    """Who has not left and can fill any of these roles, by name."""
    return tuple(_able(session, roles, today, without))


@needs(Action.SEE_DIRECTORY)
def able_alone(
    session: Session, roles: Iterable[str], today: date, without: int | None = None
) -> tuple[AbleRow, ...]:
    """The same without a word of how many patients anybody has."""
    return tuple(replace(row, patients=None) for row in _able(session, roles, today, without))


def _able(
    session: Session, roles: Iterable[str], today: date, without: int | None
) -> Iterable[AbleRow]:
    found: dict[int, AbleRow] = {}
    rows = session.execute(
        select(
            person.id,
            person.family,
            person.given,
            person.title,
            person.credentials,
            person.patient_count,
            is_away_on(today).label("is_away"),
            person_role.role_key,
        )
        .join(PersonRoleRecord.__table__, person_role.person_id == person.id)
        .where(person_role.role_key.in_(tuple(roles)), has_not_left(today))
        .order_by(person.name_key, person.id)
    )
    for row in rows:
        if row.id == without:
            continue
        known = found[row.id].roles if row.id in found else frozenset()
        found[row.id] = AbleRow(
            row.id,
            person_name(row.family, row.given, row.title, row.credentials),
            row.patient_count,
            bool(row.is_away),
            known | {row.role_key},
        )
    return found.values()


def has_not_left(day: date) -> ColumnElement[bool]:
    """Whether a person still works here on a day; the day they leave on is their last."""
    return or_(person.leaves_on.is_(None), person.leaves_on >= day)


def is_away_on(day: date) -> ColumnElement[bool]:
    """Whether a person is away on a day."""
    return exists().where(
        absence.person_id == person.id, absence.starts_on <= day, absence.ends_on >= day
    )

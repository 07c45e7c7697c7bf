"""The directory as a list, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, String, cast, exists, func, or_, select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.patients import Status
from careteam.domain.text import fold, listed_name
from careteam.storage.reads.directory import (
    OPEN,
    absence,
    assignment,
    has_not_left,
    patient,
    person,
    person_role,
)
from careteam.storage.tables import (
    AbsenceRecord,
    PatientRecord,
    PersonPhoneRecord,
    PersonRecord,
)

phone = PersonPhoneRecord.__table__.c
AWAY_AHEAD_DAYS = 7
PAGE_ROWS = 64


class Presence(StrEnum):
    """Whether a person can be reached here; away counts from a week before."""

    HERE = "here"
    AWAY = "away"
    LEAVES = "leaves"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class DirectoryFilter:
    """Which people are listed: those who can fill one of `roles` (none: all), typed words."""

    roles: tuple[str, ...] = ()
    typed: str = ""
    with_left: bool = False


@dataclass(frozen=True, slots=True)
class DirectoryRow:
    """One person of the list; `first` and `last` are days away, `last` the last day here.

    `to_hand_over` counts the patients who will have, or have, nobody after that day; like
    `patients` it is None for who sees no patients.
    """

    id: int
    name: str
    place: str
    roles: tuple[str, ...]
    phone: str
    patients: int | None
    presence: Presence
    first: date | None = None
    last: date | None = None
    cover: str = ""
    to_hand_over: int | None = 0
    is_stub: bool = False


@needs(Action.SEE_PATIENTS)
def directory_rows(
    session: Session, wanted: DirectoryFilter, today: date, offset: int = 0, limit: int = PAGE_ROWS
) -> tuple[DirectoryRow, ...]:
    """People by name, a page at a time; who has left is told apart while patients need them."""
    rows = _page(session, wanted, today, offset, limit)
    leavers = {row.id: row.leaves_on for row in rows if row.leaves_on is not None}
    needs = count_to_hand_over(session, leavers) if leavers else {}
    return tuple(_row(row, today, row.patient_count, needs.get(row.id, 0)) for row in rows)


@needs(Action.SEE_DIRECTORY)
def people_alone(
    session: Session, wanted: DirectoryFilter, today: date, offset: int = 0, limit: int = PAGE_ROWS
) -> tuple[DirectoryRow, ...]:
    """The same list without a word of how many patients anybody has."""
    rows = _page(session, wanted, today, offset, limit, is_alone=True)
    return tuple(_row(row, today, None, None) for row in rows)


@needs(Action.SEE_PATIENTS)
def count_directory(session: Session, wanted: DirectoryFilter, today: date) -> int:
    """How many people the list has."""
    return _count(session, _where(wanted, today))


@needs(Action.SEE_DIRECTORY)
def count_people_alone(session: Session, wanted: DirectoryFilter, today: date) -> int:
    """How many people the list has for who sees no patients."""
    return _count(session, _where(wanted, today, is_alone=True))


def count_to_hand_over(session: Session, leavers: dict[int, date]) -> dict[int, int]:
    """For each person the patients looked after whose role stands beyond the person's last day."""
    rows = session.execute(
        select(assignment.person_id, assignment.patient_id, assignment.ends_on)
        .join(PatientRecord.__table__, patient.id == assignment.patient_id)
        .where(
            assignment.person_id.in_(tuple(leavers)),
            assignment.state.in_(OPEN),
            patient.status == Status.ACTIVE,
        )
    )
    found: dict[int, set[int]] = {}
    for person_id, patient_id, ends_on in rows:
        if ends_on is None or ends_on > leavers[person_id] + timedelta(days=1):
            found.setdefault(person_id, set()).add(patient_id)
    return {person_id: len(patients) for person_id, patients in found.items()}


def in_order(listed: str | None) -> tuple[str, ...]:
    """Keys that came out of one column as `position:key position:key`, in their order."""
    parts = [part.split(":", 1) for part in (listed or "").split()]
    return tuple(key for _, key in sorted((int(position), key) for position, key in parts))


def role_keys() -> Any:
    """All roles of a person in one column, to be read by `in_order`."""
    listed = cast(person_role.position, String).concat(":").concat(person_role.role_key)
    return (
        select(func.aggregate_strings(listed, " "))
        .where(person_role.person_id == person.id)
        .scalar_subquery()
    )


def _page(
    session: Session,
    wanted: DirectoryFilter,
    today: date,
    offset: int,
    limit: int,
    *,
    is_alone: bool = False,
) -> Sequence[Any]:
    query = _listed(_where(wanted, today, is_alone=is_alone), today)
    query = query.order_by(person.name_key, person.id)
    return session.execute(query.offset(offset).limit(limit)).all()


def _count(session: Session, conditions: list[ColumnElement[bool]]) -> int:
    query = select(func.count()).select_from(PersonRecord.__table__).where(*conditions)
    return session.execute(query).scalar_one()


def _listed(conditions: list[ColumnElement[bool]], today: date) -> Select[*tuple[Any, ...]]:
    first_phone = (
        select(phone.number)
        .where(phone.person_id == person.id)
        .order_by(phone.position, phone.id)
        .limit(1)
        .scalar_subquery()
    )
    next_away = (
        select(absence.id)
        .where(
            absence.person_id == person.id,
            absence.ends_on >= today,
            absence.starts_on <= today + timedelta(days=AWAY_AHEAD_DAYS),
        )
        .order_by(absence.starts_on)
        .limit(1)
        .scalar_subquery()
    )
    away = AbsenceRecord.__table__.alias("away")
    covering = PersonRecord.__table__.alias("covering")
    return (
        select(
            person.id,
            person.family,
            person.given,
            person.credentials,
            person.organisation,
            person.department,
            person.patient_count,
            person.leaves_on,
            person.is_stub,
            role_keys().label("roles"),
            first_phone.label("phone"),
            away.c.starts_on,
            away.c.ends_on,
            covering.c.family.label("cover_family"),
            covering.c.given.label("cover_given"),
        )
        .select_from(PersonRecord.__table__)
        .outerjoin(away, away.c.id == next_away)
        .outerjoin(covering, covering.c.id == away.c.cover_id)
        .where(*conditions)
    )


def _where(
    wanted: DirectoryFilter, today: date, *, is_alone: bool = False
) -> list[ColumnElement[bool]]:
    """Each typed word is looked for in name, credentials, place and NPI.

    Who has left stays as long as patients need them, save where nobody is to see that.
    """
    conditions: list[ColumnElement[bool]] = []
    if wanted.roles:
        conditions.append(
            exists().where(
                person_role.person_id == person.id, person_role.role_key.in_(wanted.roles)
            )
        )
    if not wanted.with_left and is_alone:
        conditions.append(has_not_left(today))
    elif not wanted.with_left:
        still_needed = (
            select(assignment.id)
            .join(PatientRecord.__table__, patient.id == assignment.patient_id)
            .where(
                assignment.person_id == person.id,
                assignment.state.in_(OPEN),
                patient.status == Status.ACTIVE,
            )
            .exists()
        )
        conditions.append(or_(has_not_left(today), still_needed))
    places = (person.credentials, person.organisation, person.department, person.npi)
    for word in fold(wanted.typed[:200]).split():
        conditions.append(
            or_(
                person.name_key.contains(word, autoescape=True),
                *(func.lower(place).contains(word, autoescape=True) for place in places),
            )
        )
    return conditions


def _row(row: Any, today: date, patients: int | None, to_hand_over: int | None) -> DirectoryRow:
    presence, first, last = Presence.HERE, None, None
    if row.starts_on is not None:
        presence, first, last = Presence.AWAY, row.starts_on, row.ends_on
    if row.leaves_on is not None and (presence is Presence.HERE or row.leaves_on < today):
        presence = Presence.LEFT if row.leaves_on < today else Presence.LEAVES
        first, last = None, row.leaves_on
    cover = " ".join(part for part in (_initial(row.cover_given), row.cover_family) if part)
    return DirectoryRow(
        row.id,
        listed_name(row.family, row.given, row.credentials),
        " · ".join(part for part in (row.department, row.organisation) if part),
        in_order(row.roles),
        row.phone or "",
        patients,
        presence,
        first,
        last,
        cover if presence is Presence.AWAY else "",
        to_hand_over,
        row.is_stub,
    )


def _initial(given: str | None) -> str:
    return f"{given[0]}." if given else ""

"""A contact as it leaves the database: its row, the one select behind it, and what followed."""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Executable, Select, bindparam, func, select
from sqlalchemy.orm import aliased
from sqlmodel import Session

from careteam.domain.assignments import AssignmentState
from careteam.domain.contacts import NO_CONTACT_MODE
from careteam.domain.due import DueKind
from careteam.domain.text import person_name
from careteam.storage.tables import (
    AssignmentRecord,
    ContactRecord,
    ContactVersionRecord,
    FollowUpRecord,
    PersonRecord,
    RelatedRecord,
)

Place = tuple[datetime, int]


@dataclass(frozen=True, slots=True)
class StepRow:
    """A next step: what, who owns it (a role, a person), due when, and whether it is still open."""

    id: int
    text: str
    owner_role: str
    owner_id: int | None
    owner: str
    due_on: date
    due_time: str
    state: str


@dataclass(frozen=True, slots=True)
class ContactRow:
    """One contact or try; codes are the catalogue's keys, `at` is in the zone it was logged in.

    `retry_on` is the day of the next try when this is the role's last one and reached nobody.
    """

    id: int
    version: int
    patient_id: int
    at: datetime
    day: date
    role: str
    person_id: int | None
    person: str
    with_kind: str
    with_ref: int | None
    with_name: str
    relationship: str
    mode: str
    direction: str
    outcome: str
    is_reached: bool
    attempt: int
    minutes: int
    reasons: tuple[str, ...]
    topics: tuple[str, ...]
    interventions: tuple[str, ...]
    note: str
    used_interpreter: bool
    is_late_entry: bool
    entered_at: datetime
    by: str
    amendments: int
    is_retracted: bool
    retract_reason: str
    source: str
    program: str = ""
    activity: str = ""
    steps: tuple[StepRow, ...] = ()
    retry_on: date | None = None

    @property
    def place(self) -> Place:
        """Where it stands in the order: give the last row's as `before` to read on."""
        return self.at, self.id


@functools.cache
@cache
def contact_query() -> Select[Any]:
    """The one select of a contact's columns, with the names of who took part in it."""
    contact, related = ContactRecord.__table__.c, RelatedRecord.__table__.c
    person, met, by = (aliased(PersonRecord.__table__) for _ in range(3))
    version = ContactVersionRecord.__table__.c
    amendments = (
        select(func.count()).where(version.contact_id == contact.id).correlate(ContactRecord)
    )
    return (
        select(
            ContactRecord.__table__,
            related.name.label("related_name"),
            related.relationship.label("relationship"),
            amendments.scalar_subquery().label("amendments"),
            *name_columns(person.c, "person_"),
            *name_columns(met.c, "met_"),
            *name_columns(by.c, "by_"),
        )
        .outerjoin(person, person.c.id == contact.person_id)
        .outerjoin(met, met.c.id == contact.with_person_id)
        .outerjoin(by, by.c.id == contact.by_id)
        .outerjoin(RelatedRecord.__table__, related.id == contact.with_related_id)
    )


def contact_rows(session: Session, found: Sequence[Any]) -> tuple[ContactRow, ...]:
    """What `contact_query` found, with next steps and retries; all of one patient."""
    if not found:
        return ()
    patient_id = found[0].patient_id
    steps = _steps(session, patient_id, [row.id for row in found])
    retries = _retries(session, patient_id)
    return tuple(_row(row, tuple(steps.get(row.id, ())), retries.get(row.id)) for row in found)


def _row(row: Any, steps: tuple[StepRow, ...], retry_on: date | None) -> ContactRow:
    return ContactRow(
        id=row.id,
        version=row.version,
        patient_id=row.patient_id,
        at=row.at.astimezone(ZoneInfo(row.zone)),
        day=row.day,
        role=row.role,
        person_id=row.person_id,
        person=named(row, "person_"),
        with_kind=row.with_kind,
        with_ref=row.with_related_id or row.with_person_id,
        with_name=row.related_name or named(row, "met_") or row.with_name,
        relationship=row.relationship or "",
        mode=row.mode,
        direction=row.direction,
        outcome=row.outcome,
        is_reached=row.is_reached,
        attempt=row.attempt,
        minutes=row.minutes,
        reasons=tuple(row.reasons),
        topics=tuple(row.topics),
        interventions=tuple(row.interventions),
        note=row.note,
        used_interpreter=row.used_interpreter,
        is_late_entry=row.is_late_entry,
        entered_at=row.entered_at,
        by=named(row, "by_"),
        amendments=row.amendments,
        is_retracted=row.retracted_at is not None,
        retract_reason=row.retract_reason,
        source=row.source,
        program=row.program,
        activity=row.activity,
        steps=steps,
        retry_on=retry_on,
    )


def _steps(session: Session, patient_id: int, ids: list[int]) -> dict[int, list[StepRow]]:
    """By contact; found through the patient, for whom there is an index."""
    found: dict[int, list[StepRow]] = {}
    asked = {"of_patient": patient_id, "ids": ids}
    for row in session.execute(_steps_query(), asked):
        found.setdefault(row.contact_id, []).append(step_row(row))
    return found


@cache
def _steps_query() -> Executable:
    step, person = FollowUpRecord.__table__.c, PersonRecord.__table__.c
    return (
        select(FollowUpRecord.__table__, *name_columns(person))
        .outerjoin(PersonRecord.__table__, person.id == step.owner_id)
        .where(
            step.patient_id == bindparam("of_patient"),
            step.contact_id.in_(bindparam("ids", expanding=True)),
            step.state != "cancelled",
        )
        .order_by(step.due_on, step.id)
    )


def step_row(row: Any) -> StepRow:
    """A follow-up with its owner named by `name_columns`."""
    return StepRow(
        id=row.id,
        text=row.text,
        owner_role=row.owner_role,
        owner_id=row.owner_id,
        owner=named(row),
        due_on=row.due_on,
        due_time=row.due_time,
        state=row.state,
    )


def _retries(session: Session, patient_id: int) -> dict[int, date]:
    """The days of the next tries, by the last contact of each role that waits for one."""
    rows = session.execute(_retries_query(), {"of_patient": patient_id})
    return {row.contact_id: row.next_due_on for row in rows}


@cache
def _retries_query() -> Executable:
    assignment, contact = AssignmentRecord.__table__.c, ContactRecord.__table__.c
    last = (
        select(contact.id)
        .where(
            contact.patient_id == assignment.patient_id,
            contact.role == assignment.role,
            contact.retracted_at.is_(None),
            contact.mode != NO_CONTACT_MODE,
        )
        .order_by(contact.at.desc(), contact.id.desc())
        .limit(1)
        .correlate(AssignmentRecord)
        .scalar_subquery()
    )
    return select(last.label("contact_id"), assignment.next_due_on).where(
        assignment.patient_id == bindparam("of_patient"),
        assignment.state == AssignmentState.ACTIVE,
        assignment.due_kind.in_((DueKind.RETRY, DueKind.STOP_RULE)),
    )


def name_columns(person: Any, prefix: str = "") -> Iterator[ColumnElement[str]]:
    """The columns that `named` needs, labelled with the prefix."""
    for part in ("family", "given", "title", "credentials"):
        yield person[part].label(f"{prefix}{part}")


def named(row: Any, prefix: str = "") -> str:
    """How a member of the team is named in a line; empty when there is none."""
    family, given = getattr(row, f"{prefix}family"), getattr(row, f"{prefix}given")
    if not family and not given:
        return ""
    title, credentials = getattr(row, f"{prefix}title"), getattr(row, f"{prefix}credentials")
    return person_name(family, given, title or "", credentials or "")

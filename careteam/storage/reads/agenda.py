"""What falls due on which day: contacts, next steps, milestones, visits, tumor boards."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import or_, select
from sqlmodel import Session

from careteam.domain.agenda import AgendaDay, DayKind
from careteam.domain.assignments import AssignmentState
from careteam.domain.due import NEVER
from careteam.domain.exchange import derived
from careteam.domain.milestones import IN_ERROR
from careteam.domain.pathway import MilestoneState
from careteam.domain.patients import Status
from careteam.domain.referrals import OPEN_STATES, ReferralState
from careteam.domain.rules import Rules
from careteam.storage.reads.contact_rows import name_columns, named
from careteam.storage.tables import (
    AssignmentRecord,
    ConferenceRecord,
    FollowUpRecord,
    MilestoneRecord,
    PatientRecord,
    PersonRecord,
    ReferralRecord,
)

BACK = timedelta(days=90)
"""What is over is told so long, for calendars that still have it."""
GROUP = 500
WHO = "who_"

_patient, _person = PatientRecord.__table__.c, PersonRecord.__table__.c
_step, _test = FollowUpRecord.__table__.c, MilestoneRecord.__table__.c
_referral, _board = ReferralRecord.__table__.c, ConferenceRecord.__table__.c
_place = AssignmentRecord.__table__.c
_WHO = (
    _patient.id.label("patient"),
    _patient.external_id.label("of"),
    _patient.family,
    _patient.given,
    _patient.mrn,
)


def patients_of_navigator(session: Session, navigator_id: int) -> tuple[int, ...]:
    """The active patients of a navigator, in the order of their names."""
    query = select(_patient.id).where(
        _patient.navigator_id == navigator_id, _patient.status == Status.ACTIVE
    )
    return tuple(session.scalars(query.order_by(_patient.name_key, _patient.id)))


def agenda_of(
    session: Session, patient_ids: Sequence[int], *, today: date, rules: Rules
) -> tuple[AgendaDay, ...]:
    """Every day that these patients have ahead, and what of the last 90 days is over; by day."""
    found: list[AgendaDay] = []
    for first in range(0, len(patient_ids), GROUP):
        ids = patient_ids[first : first + GROUP]
        for stream in (_contacts, _steps, _milestones, _visits, _boards):
            found += stream(session, ids, today, rules)
    return tuple(sorted(found, key=lambda day: (day.on, day.time, day.uid)))


def _contacts(
    session: Session, ids: Sequence[int], _today: date, rules: Rules
) -> Iterator[AgendaDay]:
    query = _of(
        select(
            *_WHO, _place.external_id, _place.role, _place.next_due_on, *name_columns(_person, WHO)
        ),
        AssignmentRecord,
        ids,
    ).join(PersonRecord.__table__, _person.id == _place.person_id)
    query = query.where(_place.state == AssignmentState.ACTIVE, _place.next_due_on < NEVER)
    for row in session.execute(query):
        what = f"Contact, {rules.catalogue.role_label(row.role)}"
        yield _day(
            row,
            DayKind.CONTACT,
            derived(row.external_id, "due"),
            row.next_due_on,
            what,
            who=named(row, WHO),
        )


def _steps(session: Session, ids: Sequence[int], today: date, rules: Rules) -> Iterator[AgendaDay]:
    columns = (
        _step.external_id,
        _step.text,
        _step.owner_role,
        _step.due_on,
        _step.due_time,
        _step.state,
    )
    query = _of(select(*_WHO, *columns), FollowUpRecord, ids).where(
        or_(_step.state == "open", _step.due_on >= today - BACK)
    )
    for row in session.execute(query):
        who = rules.catalogue.role_label(row.owner_role) if row.owner_role else ""
        yield _day(
            row,
            DayKind.NEXT_STEP,
            row.external_id,
            row.due_on,
            row.text,
            time=row.due_time,
            who=who,
            is_over=row.state != "open",
        )


def _milestones(
    session: Session, ids: Sequence[int], today: date, rules: Rules
) -> Iterator[AgendaDay]:
    columns = (
        _test.external_id,
        _test.kind,
        _test.label,
        _test.planned_on,
        _test.state,
        _test.reason,
    )
    planned = _test.state == MilestoneState.PLANNED
    query = _of(select(*_WHO, *columns), MilestoneRecord, ids).where(
        _test.planned_on.is_not(None), or_(planned, _test.planned_on >= today - BACK)
    )
    for row in session.execute(query):
        what = row.label or rules.catalogue.label("test", row.kind)
        is_over = row.state != MilestoneState.PLANNED or row.reason == IN_ERROR
        yield _day(row, DayKind.MILESTONE, row.external_id, row.planned_on, what, is_over=is_over)


def _visits(session: Session, ids: Sequence[int], today: date, rules: Rules) -> Iterator[AgendaDay]:
    columns = (
        _referral.external_id,
        _referral.to_role,
        _referral.to_name,
        _referral.scheduled_on,
        _referral.state,
        *name_columns(_person, WHO),
    )
    query = (
        _of(select(*_WHO, *columns), ReferralRecord, ids)
        .outerjoin(PersonRecord.__table__, _person.id == _referral.to_person_id)
        .where(_referral.scheduled_on.is_not(None), _referral.scheduled_on >= today - BACK)
    )
    for row in session.execute(query):
        role = rules.catalogue.role_label(row.to_role) if row.to_role else ""
        what = f"Visit, {named(row, WHO) or row.to_name or role}"
        is_over = ReferralState(row.state) not in OPEN_STATES
        yield _day(
            row,
            DayKind.VISIT,
            derived(row.external_id, "visit"),
            row.scheduled_on,
            what,
            is_over=is_over,
        )


def _boards(
    session: Session, ids: Sequence[int], today: date, _rules: Rules
) -> Iterator[AgendaDay]:
    columns = (_board.id, _board.on_day, _board.is_cancelled)
    query = _of(select(*_WHO, *columns), ConferenceRecord, ids).where(_board.on_day >= today - BACK)
    for row in session.execute(query):
        is_over = row.is_cancelled or row.on_day < today
        yield _day(
            row,
            DayKind.BOARD,
            derived(row.of, "board", row.id),
            row.on_day,
            "Tumor board",
            is_over=is_over,
        )


def _of(query: Any, record: Any, ids: Iterable[int]) -> Any:
    table = record.__table__
    return (
        query.select_from(table)
        .join(PatientRecord.__table__, _patient.id == table.c.patient_id)
        .where(table.c.patient_id.in_(tuple(ids)))
    )


def _day(row: Any, kind: DayKind, uid: str, on: date, what: str, **more: Any) -> AgendaDay:
    return AgendaDay(uid, kind, row.patient, row.family, row.given, row.mrn, on, what, **more)

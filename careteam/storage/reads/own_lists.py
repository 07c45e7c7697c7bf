"""What a person keeps for their own work, and the patients of such a list in its order."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from sqlalchemy import func, select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.assignments import AssignmentState
from careteam.domain.moment import Moment
from careteam.domain.own_lists import CLINIC, RECENT_DAYS
from careteam.storage.reads.cover import covered_patients
from careteam.storage.tables import (
    AssignmentRecord,
    BarrierRecord,
    ContactRecord,
    EscalationRecord,
    FollowedRecord,
    FollowUpRecord,
    PatientRecord,
    ReferralRecord,
    SavedFilterRecord,
    ScreeningRecord,
)

MOST_LISTED = 1000


class Own(StrEnum):
    """A list of one's own; ALL is every patient that the other choices leave."""

    ALL = ""
    RECENT = "recent"
    FOLLOWED = "followed"
    COVERED = "covered"


@dataclass(frozen=True, slots=True)
class SavedFilterRow:
    """A filter under its name; `body` holds what was chosen, as words by their kind."""

    id: int
    name: str
    body: Mapping[str, str]
    is_clinic: bool


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A patient of a list of one's own, and when what the list is about happened."""

    patient_id: int
    at: datetime | None = None


@needs(Action.OWN)
def saved_filters(session: Session, page: str, worker_id: int | None) -> tuple[SavedFilterRow, ...]:
    """One's own filters of a page and then the clinic's, in the order in which they were kept."""
    table = SavedFilterRecord.__table__.c
    owners = {CLINIC} if worker_id is None else {CLINIC, worker_id}
    rows = session.execute(
        select(table.id, table.name, table.body, table.owner_id)
        .where(table.page == page, table.owner_id.in_(owners))
        .order_by(table.owner_id == CLINIC, table.position, table.id)
    )
    return tuple(SavedFilterRow(row.id, row.name, row.body, row.owner_id == CLINIC) for row in rows)


def is_followed(session: Session, person_id: int | None, patient_id: int) -> bool:
    """Whether a person follows a patient."""
    table = FollowedRecord.__table__.c
    query = select(table.id).where(table.person_id == person_id, table.patient_id == patient_id)
    return session.scalar(query) is not None


def own_patients(session: Session, own: Own, moment: Moment) -> tuple[ListedRow, ...]:
    """The patients of a list of who works here, in its order; no more than MOST_LISTED.

    Recently assigned: assignments made for them in the last 14 days, newest first. Followed: the
    last change first. Covered: in the order in which they came.
    """
    if moment.by is None:
        return ()
    match own:
        case Own.RECENT:
            return _recent(session, moment.by, moment)
        case Own.FOLLOWED:
            return _followed(session, moment.by)
        case Own.COVERED:
            found = covered_patients(session, moment.by)
            return tuple(ListedRow(each) for each in sorted(found)[:MOST_LISTED])
        case Own.ALL:
            return ()


def first_recent(moment: Moment) -> datetime:
    """The moment from which on an assignment is a recent one: 14 days with today, in UTC."""
    day: date = moment.today - timedelta(days=RECENT_DAYS - 1)
    return moment.to_utc(datetime.combine(day, time.min))


def _recent(session: Session, worker_id: int, moment: Moment) -> tuple[ListedRow, ...]:
    table = AssignmentRecord.__table__.c
    made = func.max(table.made_at)
    rows = session.execute(
        select(table.patient_id, made)
        .where(
            table.person_id == worker_id,
            table.made_at >= first_recent(moment),
            table.state != AssignmentState.ENDED,
        )
        .group_by(table.patient_id)
        .order_by(made.desc(), table.patient_id)
        .limit(MOST_LISTED)
    )
    return tuple(ListedRow(*row) for row in rows)


def _followed(session: Session, worker_id: int) -> tuple[ListedRow, ...]:
    table, patient = FollowedRecord.__table__, PatientRecord.__table__
    changes = [
        select(func.max(kind.c[column]))
        .where(kind.c.patient_id == table.c.patient_id)
        .correlate(table)
        .scalar_subquery()
        for kind, column in _CHANGES
    ]
    rows = session.execute(
        select(table.c.patient_id, patient.c.updated_at, *changes)
        .join(patient, patient.c.id == table.c.patient_id)
        .where(table.c.person_id == worker_id)
    )
    found = [(max(each for each in row[1:] if each is not None), row[0]) for row in rows]
    found.sort(reverse=True)
    return tuple(ListedRow(patient_id, at) for at, patient_id in found[:MOST_LISTED])


_CHANGES = (
    (ContactRecord.__table__, "entered_at"),
    (AssignmentRecord.__table__, "made_at"),
    (FollowUpRecord.__table__, "made_at"),
    (ReferralRecord.__table__, "made_at"),
    (BarrierRecord.__table__, "made_at"),
    (ScreeningRecord.__table__, "recorded_at"),
    (EscalationRecord.__table__, "made_at"),
)
"""Where a change of a patient is seen, besides the patient's own row."""

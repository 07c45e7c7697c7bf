"""What a navigator reads before a call: what stands open, and everything since the last talk."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.moment import Moment
from careteam.domain.needs import OPEN_BARRIERS
from careteam.domain.referrals import OPEN_STATES
from careteam.domain.rules import Rules
from careteam.storage.reads.contact_rows import name_columns, named
from careteam.storage.reads.next_steps import NextStepRow, next_steps
from careteam.storage.reads.patient_page import PatientPageRow, patient_page
from careteam.storage.reads.timeline import timeline_page
from careteam.storage.reads.timeline_rows import EntryRow
from careteam.storage.tables import (
    BarrierRecord,
    ContactRecord,
    EscalationRecord,
    PersonRecord,
    ReferralRecord,
)

READ_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class OpenRow:
    """Something that stands open: what it is, more words, and the day since which it does."""

    title: str
    text: str
    since: date
    state: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class BeforeCallRow:
    """What stands open for a patient, and the entries since a day, newest first.

    `since` is None where everything is told, because nobody was reached yet.
    """

    page: PatientPageRow
    steps: tuple[NextStepRow, ...]
    barriers: tuple[OpenRow, ...]
    referrals: tuple[OpenRow, ...]
    red_flags: tuple[OpenRow, ...]
    entries: tuple[EntryRow, ...]
    since: date | None


def before_call(
    session: Session, patient_id: int, days: int | None, *, moment: Moment, rules: Rules
) -> BeforeCallRow:
    """Everything of the last `days` days, or since the day of the last reached contact."""
    today = moment.today
    since = _last_reached(session, patient_id) if days is None else today - timedelta(days=days)
    return BeforeCallRow(
        page=patient_page(session, patient_id, today=today, rules=rules),
        steps=next_steps(session, patient_id, today=today, rules=rules),
        barriers=_barriers(session, patient_id, rules),
        referrals=_referrals(session, patient_id, rules),
        red_flags=_red_flags(session, patient_id, moment, rules),
        entries=_entries(session, patient_id, since, moment, rules),
        since=since,
    )


def _last_reached(session: Session, patient_id: int) -> date | None:
    contact = ContactRecord.__table__.c
    query = (
        select(contact.day)
        .where(contact.patient_id == patient_id, contact.is_reached, contact.retracted_at.is_(None))
        .order_by(contact.at.desc(), contact.id.desc())
        .limit(1)
    )
    return session.execute(query).scalar()


def _entries(
    session: Session, patient_id: int, since: date | None, moment: Moment, rules: Rules
) -> tuple[EntryRow, ...]:
    rows: list[EntryRow] = []
    while True:
        page = timeline_page(
            session,
            patient_id,
            limit=READ_AT_ONCE,
            moment=moment,
            rules=rules,
            before=rows[-1].place if rows else None,
        )
        rows += [row for row in page if since is None or row.day >= since]
        is_past = bool(page) and since is not None and page[-1].day < since
        if len(page) < READ_AT_ONCE or is_past:
            return tuple(rows)


def _barriers(session: Session, patient_id: int, rules: Rules) -> tuple[OpenRow, ...]:
    barrier = BarrierRecord.__table__.c
    query = select(barrier.category, barrier.detail, barrier.found_on, barrier.state).where(
        barrier.patient_id == patient_id, barrier.state.in_(OPEN_BARRIERS)
    )
    return tuple(
        OpenRow(rules.catalogue.label("barrier", row.category), row.detail, row.found_on, row.state)
        for row in session.execute(query.order_by(barrier.found_on, barrier.id))
    )


def _referrals(session: Session, patient_id: int, rules: Rules) -> tuple[OpenRow, ...]:
    to = ReferralRecord.__table__.c
    query = (
        select(ReferralRecord.__table__, *name_columns(PersonRecord.__table__.c))
        .outerjoin(PersonRecord.__table__, PersonRecord.__table__.c.id == to.to_person_id)
        .where(to.patient_id == patient_id, to.state.in_(OPEN_STATES))
        .order_by(to.requested_on, to.id)
    )
    return tuple(
        OpenRow(
            _to_whom(row, rules),
            row.reason_text,
            row.requested_on,
            row.state,
            row.scheduled_on,
        )
        for row in session.execute(query)
    )


def _to_whom(row: Any, rules: Rules) -> str:
    role = rules.catalogue.role_label(row.to_role) if row.to_role else ""
    return " · ".join(part for part in (role, named(row), row.to_name) if part)


def _red_flags(
    session: Session, patient_id: int, moment: Moment, rules: Rules
) -> tuple[OpenRow, ...]:
    flag = EscalationRecord.__table__.c
    query = select(flag.flag, flag.line, flag.at).where(
        flag.patient_id == patient_id, flag.told_at.is_(None), flag.retracted_at.is_(None)
    )
    return tuple(
        OpenRow(rules.catalogue.label("red_flag", row.flag), row.line, moment.local(row.at).date())
        for row in session.execute(query.order_by(flag.at, flag.id))
    )

"""Locking a month of navigation time, reopening it with a reason, and keeping it as it stands."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.domain.dates import month_shown
from careteam.domain.errors import Refused
from careteam.domain.moment import Moment
from careteam.domain.navigation_time import first_of
from careteam.domain.rules import Rules
from careteam.domain.time_drafts import LOCKED, check_reason
from careteam.storage.tables import MonthLockRecord

TIME = frozenset({Part.TIME})


@needs(Action.MONTHS)
def lock_month(session: Session, month: date, *, moment: Moment, rules: Rules) -> Changes:
    """Let a month that is over, or running, stand as it is; Refused when it is locked already."""
    month = first_of(month)
    if month > moment.today:
        raise Refused.at("month", "A month that has not begun cannot be locked.")
    if standing_lock(session, month) is not None:
        raise Refused.at("month", "{month} is locked already.", month=month_shown(month))
    record = MonthLockRecord(month=month, locked_at=moment.now, by_id=moment.by)
    session.add(record)
    session.flush()
    return Changes(TIME, made=record.id, summary=f"{month_shown(month)} is locked.", many=True)


@needs(Action.MONTHS)
def reopen_month(
    session: Session, month: date, reason: str, *, moment: Moment, rules: Rules
) -> Changes:
    """Let a locked month change again; who did it and why stays with the lock."""
    month = first_of(month)
    record = standing_lock(session, month)
    if record is None:
        raise Refused.at("month", "{month} is not locked.", month=month_shown(month))
    record.reopen_reason = check_reason(reason, "Say why the month is reopened, in a few words.")
    record.reopened_at, record.reopened_by_id = moment.now, moment.by
    session.add(record)
    session.flush()
    return Changes(TIME, made=record.id, summary=f"{month_shown(month)} is open again.", many=True)


def standing_lock(session: Session, month: date) -> MonthLockRecord | None:
    """The lock that holds a month, by its first day."""
    table = MonthLockRecord.__table__.c
    query = select(MonthLockRecord).where(table.month == month, table.reopened_at.is_(None))
    return session.scalars(query).one_or_none()


def refuse_locked(session: Session, days: Iterable[date], field: str = "") -> None:
    """Refused when one of the days lies in a locked month, with who may reopen it."""
    table = MonthLockRecord.__table__.c
    months = {first_of(day) for day in days}
    if not months:
        return
    query = select(table.month).where(table.month.in_(months), table.reopened_at.is_(None))
    locked = session.execute(query.order_by(table.month).limit(1)).scalar()
    if locked is not None:
        raise Refused.at(field, LOCKED, month=month_shown(locked))


def refuse_locked_since(session: Session, day: date, field: str = "") -> None:
    """Refused when a month that ends on this day or later is locked: it may rest on what stood."""
    table = MonthLockRecord.__table__.c
    query = select(table.month).where(table.month >= first_of(day), table.reopened_at.is_(None))
    locked = session.execute(query.order_by(table.month).limit(1)).scalar()
    if locked is not None:
        raise Refused.at(field, LOCKED, month=month_shown(locked))

"""The clinic's day of a moment that is kept in UTC, as an expression of the database."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Date, case, func, literal

ONE_DAY = timedelta(days=1)


def bounds_of(first: date, last: date, zone: str) -> tuple[datetime, datetime]:
    """The moments (UTC) at which the first of these days begins and the last one is over."""
    local = ZoneInfo(zone)
    begins, ends = (
        datetime.combine(day, time(), local).astimezone(UTC) for day in (first, last + ONE_DAY)
    )
    return begins, ends


def local_day(moment: ColumnElement[Any], zone: str, first: date, last: date) -> ColumnElement[Any]:
    """The clinic's day of moments that lie between these days, and a day or two around them.

    The clocks of the zone are put on or back at most a few times in a period: each such moment is
    one branch of the expression.
    """
    start = datetime.combine(first - 2 * ONE_DAY, time(), UTC)
    end = datetime.combine(last + 3 * ONE_DAY, time(), UTC)
    local, offset = ZoneInfo(zone), literal
    days, branches = start, []
    while days < end:
        step = min(days + ONE_DAY, end)
        if step.astimezone(local).utcoffset() != days.astimezone(local).utcoffset():
            turn = _turn(days, step, local)
            branches.append((turn, _minutes(days, local)))
        days = step
    shift: Any = offset(_minutes(end, local))
    if branches:
        shift = case(
            *((moment < literal(turn, moment.type), minutes) for turn, minutes in branches),
            else_=_minutes(end, local),
        )
    return func.date(moment, shift, type_=Date)


def _turn(before: datetime, after: datetime, local: ZoneInfo) -> datetime:
    """The minute from which the zone has the offset that it has later."""
    offset = before.astimezone(local).utcoffset()
    while after - before > timedelta(minutes=1):
        middle = before + (after - before) / 2
        middle = middle.replace(second=0, microsecond=0)
        if middle <= before:
            middle = before + timedelta(minutes=1)
        if middle.astimezone(local).utcoffset() == offset:
            before = middle
        else:
            after = middle
    return after


def _minutes(moment: datetime, local: ZoneInfo) -> str:
    offset = moment.astimezone(local).utcoffset() or timedelta()
    return f"{round(offset.total_seconds() / 60):+d} minutes"

"""FHIR dates and instants: partial ones stay partial, those with an hour get a zone."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from careteam.domain.dates import EARLIEST_YEAR, PartialDate
from careteam.imports.fhir.tree import Node, node, text

LATEST_YEAR = 2200

_MOMENT = re.compile(
    r"(\d{4})(?:-(\d{2})(?:-(\d{2})"
    r"(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?)?)?",
    re.ASCII | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Instant:
    """A point in time in the clinic's zone; without an hour in the file it is the day's start."""

    at: datetime
    has_hour: bool


@dataclass(frozen=True, slots=True)
class _Parts:
    day: PartialDate
    clock: time | None
    offset: timezone | None


def partial(value: object, zone: ZoneInfo) -> PartialDate | None:
    """The date in a FHIR date or dateTime with the precision it has; None when unreadable.

    With an hour, the day is the one written, because it was the day where it happened. Only
    for UTC it is the day in the clinic's zone, unless the hour is midnight: many senders write
    a plain day as midnight UTC.
    """
    parts = _parts(value)
    if parts is None:
        return None
    if parts.offset == UTC and parts.clock not in (None, time(0, 0)):
        return PartialDate.from_date(_instant(parts, zone).date())
    return parts.day


def whole_day(value: object, zone: ZoneInfo) -> date | None:
    """The day, or None when the day itself is not known; no day is ever made up."""
    found = partial(value, zone)
    return found.first_day if found is not None and found.is_whole else None


def instant(value: object, zone: ZoneInfo) -> Instant | None:
    """The point in time; None when unreadable or when not even the day is known.

    An hour without a zone is taken to be the clinic's.
    """
    parts = _parts(value)
    if parts is None or not parts.day.is_whole:
        return None
    return Instant(_instant(parts, zone), parts.clock is not None)


def start_and_end(period: object) -> tuple[str, str]:
    """The two ends of a Period as written, each empty where there is none."""
    found: Node = node(period)
    return text(found.get("start")), text(found.get("end"))


def minutes_between(start: Instant, end: Instant) -> int:
    """Whole minutes from one to the other, never below nought; nought without an hour."""
    if not (start.has_hour and end.has_hour):
        return 0
    length = end.at.astimezone(UTC) - start.at.astimezone(UTC)
    return max(round(length / timedelta(minutes=1)), 0)


def _parts(value: object) -> _Parts | None:
    found = _MOMENT.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None or not EARLIEST_YEAR <= int(found[1]) <= LATEST_YEAR:
        return None
    try:
        day = PartialDate(int(found[1]), _number(found[2]), _number(found[3]))
        clock = None
        if found[4] is not None:
            clock = time(int(found[4]), int(found[5]), min(int(found[6] or 0), 59))
        return _Parts(day, clock, _offset(found[7]))
    except ValueError:
        return None


def _instant(parts: _Parts, zone: ZoneInfo) -> datetime:
    at = datetime.combine(parts.day.first_day, parts.clock or time(0, 0))
    if parts.clock is not None and parts.offset is not None:
        return at.replace(tzinfo=parts.offset).astimezone(zone)
    return at.replace(tzinfo=zone)


def _offset(written: str | None) -> timezone | None:
    if not written:
        return None
    if written in "Zz":
        return UTC
    hours, minutes = int(written[1:3]), int(written[-2:])
    total = timedelta(hours=hours, minutes=minutes)
    return timezone(-total if written[0] == "-" else total) if total else UTC


def _number(written: str | None) -> int | None:
    return int(written) if written else None

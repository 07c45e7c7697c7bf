"""Days on which something is due as iCalendar (RFC 5545): all-day, on the clinic's days."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

import careteam
from careteam.domain.agenda import AgendaDay, DayKind
from careteam.exports.content_lines import escaped, file_bytes

WORDS = {
    DayKind.CONTACT: "Contact",
    DayKind.NEXT_STEP: "Next step",
    DayKind.MILESTONE: "Milestone",
    DayKind.VISIT: "Visit",
    DayKind.BOARD: "Tumor board",
}


_FIRST = datetime(2020, 1, 1, tzinfo=UTC)
"""From it the minutes are counted that make each export newer than those before."""


def calendar_bytes(
    days: Sequence[AgendaDay], *, made_at: datetime, name: str, zone: str, has_names: bool = False
) -> bytes:
    """The calendar; of patients it shows initials, unless `has_names` asks for name and MRN.

    The UID of each day is that of the row, so that a second import changes what is there and
    takes out what is over.
    """
    return file_bytes(_lines(days, made_at, name, zone, has_names))


def _lines(
    days: Iterable[AgendaDay], made_at: datetime, name: str, zone: str, has_names: bool
) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:-//Careteam//Careteam {careteam.__version__}//EN"
    yield "CALSCALE:GREGORIAN"
    yield "METHOD:PUBLISH"
    yield f"X-WR-CALNAME:{escaped(name)}"
    yield f"X-WR-TIMEZONE:{escaped(zone)}"
    stamp = f"{made_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    sequence = max(0, int((made_at - _FIRST).total_seconds() // 60))
    for day in days:
        yield from _event(day, stamp, sequence, has_names)
    yield "END:VCALENDAR"


def _event(day: AgendaDay, stamp: str, sequence: int, has_names: bool) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{day.uid}"
    yield f"DTSTAMP:{stamp}"
    yield f"SEQUENCE:{sequence}"
    yield f"DTSTART;VALUE=DATE:{_day(day.on)}"
    yield f"DTEND;VALUE=DATE:{_day(day.on + timedelta(days=1))}"
    yield f"SUMMARY:{escaped(summary_of(day, has_names))}"
    about = [line for line in (day.who, f"MRN {day.mrn}" if has_names else "") if line]
    if about:
        yield f"DESCRIPTION:{escaped(chr(10).join(about))}"
    yield f"CATEGORIES:{escaped(WORDS[day.kind])}"
    yield f"STATUS:{'CANCELLED' if day.is_over else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    yield "CLASS:CONFIDENTIAL"
    yield "END:VEVENT"


def summary_of(day: AgendaDay, has_names: bool) -> str:
    """`09:30 M.D.: Call about the ride`: what stands in the calendar."""
    name = ", ".join(part for part in (day.family.upper(), day.given) if part)
    who = name if has_names else day.initials
    what = day.what or WORDS[day.kind]
    return f"{day.time} {who}: {what}".strip()


def _day(day: date) -> str:
    return f"{day:%Y%m%d}"

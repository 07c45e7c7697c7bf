"""Dates as nurses write and read them: partial, typed in many ways, shown in one."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Self

from careteam.domain.errors import Refused

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
EARLIEST_YEAR = 1900
MONTHS_OF_A_BABY = 24

AMBIGUOUS = "{text} can be read two ways; write the month as a word, such as {example}."
UNREADABLE = "{text} is not a date; write it as 14-Mar-1981, 1981-03-14, or tomorrow."
IMPOSSIBLE = "There is no such day as {text}."
OUT_OF_RANGE = "The year {year} cannot be right."


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date of which the day, or the month and day, may not be known."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs a month")
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def from_iso(cls, text: str) -> Self:
        """Read 1981, 1981-03 or 1981-03-14; ValueError for anything else."""
        if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", text):
            raise ValueError(text)
        parts = [int(part) for part in text.split("-")]
        return cls(*parts)

    @classmethod
    def from_date(cls, day: date) -> Self:
        return cls(day.year, day.month, day.day)

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
        if self.day is not None:
            parts.append(f"{self.day:02d}")
        return "-".join(parts)

    @property
    def first_day(self) -> date:
        """The earliest day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def is_whole(self) -> bool:
        return self.day is not None

    @property
    def shown(self) -> str:
        """14-Mar-1981, Mar-1981 or 1981."""
        parts = [str(self.day)] if self.day is not None else []
        if self.month is not None:
            parts.append(MONTHS[self.month - 1])
        return "-".join([*parts, f"{self.year}"])

    def age_years(self, on: date) -> int:
        """Whole years on a day; for a partial date the age if born on its first day."""
        born = self.first_day
        return on.year - born.year - ((on.month, on.day) < (born.month, born.day))

    def age_shown(self, on: date) -> str:
        """45 y, about 10 y, or in months or days below two years."""
        if not self.is_whole:
            return f"about {max(on.year - self.year, 0)} y"
        born = self.first_day
        months = (on.year - born.year) * 12 + on.month - born.month - (on.day < born.day)
        if months >= MONTHS_OF_A_BABY:
            return f"{self.age_years(on)} y"
        return f"{months} mo" if months >= 1 else f"{max((on - born).days, 0)} d"

    def shown_with_age(self, on: date) -> str:
        """14-Mar-1981 (45 y): how a birth date stands everywhere."""
        return f"{self.shown} ({self.age_shown(on)})"


def day_shown(day: date) -> str:
    """22-Nov-2026."""
    return f"{day.day}-{MONTHS[day.month - 1]}-{day.year}"


def month_shown(day: date) -> str:
    """The month of a day: November 2026."""
    return f"{MONTH_NAMES[day.month - 1]} {day.year}"


def read_month(text: str) -> date:
    """The first day of a month written as 2026-11; Refused for anything else."""
    try:
        return date.fromisoformat(f"{text.strip()}-01")
    except ValueError:
        sentence = "{text} is not a month; write it as 2026-11."
        raise Refused.at("month", sentence, text=text[:40] or "An empty text") from None


def day_short(day: date, today: date) -> str:
    """Fri 20 Nov in this year, 20 Nov 2025 in another."""
    month = MONTHS[day.month - 1]
    if day.year != today.year:
        return f"{day.day} {month} {day.year}"
    return f"{DAYS[day.weekday()]} {day.day} {month}"


def day_bare(day: date, today: date) -> str:
    """20 Nov in this year, 20 Nov 2025 in another: for a column of days."""
    words = f"{day.day} {MONTHS[day.month - 1]}"
    return words if day.year == today.year else f"{words} {day.year}"


def day_of_week(day: date) -> str:
    """Fri 27: how a day soon to come stands on a chip."""
    return f"{DAYS[day.weekday()]} {day.day}"


def moment_shown(moment: datetime) -> str:
    """22-Nov-2026 09:41 in the zone the moment carries."""
    return f"{day_shown(moment.date())} {moment:%H:%M}"


def read_day(text: str, today: date, field: str = "date") -> date:
    """A day as typed: ISO, with the month as a word, or in words such as tomorrow, fri, +3, 2w, -3.

    Raises Refused at `field` when it is unreadable, impossible or can be read two ways.
    """
    spoken = _spoken_day(text.strip().casefold(), today)
    if spoken is not None:
        return spoken
    partial = read_partial(text, today, field)
    if not partial.is_whole:
        raise Refused.at(field, UNREADABLE, text=text.strip())
    return partial.first_day


def read_partial(text: str, today: date, field: str = "date") -> PartialDate:
    """A date as typed, of which only the year, or year and month, may be given."""
    given = text.strip()
    year, month, day = _parts(given, field, today)
    if not EARLIEST_YEAR <= year <= today.year + 100:
        raise Refused.at(field, OUT_OF_RANGE, year=year)
    try:
        return PartialDate(year, month, day)
    except ValueError as error:
        raise Refused.at(field, IMPOSSIBLE, text=given) from error


def read_moment(text: str, today: date, field: str = "at") -> datetime:
    """A day and time as typed (22-Nov-2026 09:41, yesterday 16:20, 9:05), without a zone."""
    given = text.strip()
    clock = re.search(r"(?:^|[\sT])(\d{1,2})[:.](\d{2})\s*(am|pm)?$", given, re.IGNORECASE)
    short = re.search(r"(?:^|\s)(\d{1,2})\s*(am|pm)$", given, re.IGNORECASE)
    at = time(0, 0)
    found = clock or short
    if found:
        hour = int(found[1])
        minute = int(found[2]) if clock else 0
        half = (found[3] if clock else found[2]) or ""
        if half:
            hour = hour % 12 + (12 if half.casefold() == "pm" else 0)
        if hour > 23 or minute > 59:
            raise Refused.at(field, "There is no such time as {text}.", text=found[0].strip())
        at = time(hour, minute)
        given = given[: found.start()].strip()
    day = read_day(given, today, field) if given else today
    return datetime.combine(day, at)


def _spoken_day(text: str, today: date) -> date | None:
    words = {"today": 0, "tomorrow": 1, "yesterday": -1, "t": 0}
    if text in words:
        return today + timedelta(days=words[text])
    if match := re.fullmatch(r"(?:in )?([+-]?)(\d{1,3}) ?(d|w|day|days|week|weeks)?( ago)?", text):
        sign, number, unit, ago = match.groups()
        if not unit and not sign:
            return None
        days = int(number) * (7 if (unit or "").startswith("w") else 1)
        return today + timedelta(days=-days if ago or sign == "-" else days)
    name = text.removeprefix("next ")[:3].title()
    if name in DAYS and re.fullmatch(r"(next )?[a-z]{3,9}", text):
        ahead = (DAYS.index(name) - today.weekday() - 1) % 7 + 1
        return today + timedelta(days=ahead)
    return None


def _parts(text: str, field: str, today: date) -> tuple[int, int | None, int | None]:
    if match := re.fullmatch(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", text):
        return int(match[1]), _number(match[2]), _number(match[3])
    if match := re.fullmatch(r"(\d{8})", text):
        return int(text[:4]), int(text[4:6]), int(text[6:])
    month = "(" + "|".join(name.casefold() for name in MONTHS) + r")[a-z]*\.?"
    lowered = text.casefold()
    if match := re.fullmatch(rf"(?:(\d{{1,2}})[\s\-./]*)?{month}[\s\-./,]*(\d{{4}})?", lowered):
        year = int(match[3]) if match[3] else today.year
        if match[3] or match[1]:
            return year, _month_number(match[2]), _number(match[1])
    if match := re.fullmatch(
        rf"{month}[\s\-./]*(\d{{1,2}})(?:st|nd|rd|th)?[\s,]+(\d{{4}})", lowered
    ):
        return int(match[3]), _month_number(match[1]), int(match[2])
    if match := re.fullmatch(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})", text):
        return _numeric(int(match[1]), int(match[2]), int(match[3]), text, field)
    raise Refused.at(field, UNREADABLE, text=text)


def _numeric(first: int, second: int, year: int, text: str, field: str) -> tuple[int, int, int]:
    if first > 12:
        return year, second, first
    if second > 12 or first == second:
        return year, first, second
    raise Refused.at(field, AMBIGUOUS, text=text, example=f"{second}-{MONTHS[first - 1]}-{year}")


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def _month_number(name: str) -> int:
    return MONTHS.index(name[:3].title()) + 1

"""Periods over which something is counted: weeks, months, quarters, years, or days of one's own."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from careteam.domain.dates import MONTHS, day_shown
from careteam.domain.errors import Refused

FULL_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
ONE_DAY = timedelta(days=1)
MONTHS_OF = {"month": 1, "quarter": 3, "year": 12}


class By(StrEnum):
    """How long a period is."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both included, in the clinic's calendar."""

    first: date
    last: date
    by: By = By.OWN

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise Refused.at("last", "A period cannot end before it begins.")

    @classmethod
    def holding(cls, day: date, by: By) -> Self:
        """The period of a kind in which a day lies; weeks begin on Monday."""
        if by is By.OWN:
            return cls(day, day)
        if by is By.WEEK:
            first = day - timedelta(days=day.weekday())
            return cls(first, first + timedelta(days=6), by)
        months = MONTHS_OF[by]
        first = date(day.year, (day.month - 1) // months * months + 1, 1)
        return cls(first, _months_on(first, months) - ONE_DAY, by)

    def before(self) -> "Period":
        """The one that ends on the day before; one of one's own has as many days."""
        if self.by is not By.OWN:
            return Period.holding(self.first - ONE_DAY, self.by)
        return Period(self.first - self.length, self.first - ONE_DAY)

    def after(self) -> "Period":
        """The one that begins on the day after."""
        if self.by is not By.OWN:
            return Period.holding(self.last + ONE_DAY, self.by)
        return Period(self.last + ONE_DAY, self.last + self.length)

    @property
    def length(self) -> timedelta:
        """How long it is."""
        return self.last - self.first + ONE_DAY

    def holds(self, day: date | None) -> bool:
        """Whether a day lies in it; an unknown one does not."""
        return day is not None and self.first <= day <= self.last

    @property
    def shown(self) -> str:
        """November 2026, Q4 2026, 2026, or the first and the last day."""
        match self.by:
            case By.MONTH:
                return f"{FULL_MONTHS[self.first.month - 1]} {self.first.year}"
            case By.QUARTER:
                return f"Q{(self.first.month + 2) // 3} {self.first.year}"
            case By.YEAR:
                return str(self.first.year)
            case By.WEEK:
                return f"{_short(self.first, self.last)} – {day_shown(self.last)}"
            case _ if self.first == self.last:
                return day_shown(self.first)
            case _:
                return f"{_short(self.first, self.last)} – {day_shown(self.last)}"


def _short(first: date, last: date) -> str:
    if first.year != last.year:
        return day_shown(first)
    return f"{first.day}-{MONTHS[first.month - 1]}"


def _months_on(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)

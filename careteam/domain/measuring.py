"""What a measure is, and the figure that comes of one: a count, a share, or a median of days."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from careteam.domain.calendar import SATURDAY, BusinessCalendar


class Form(StrEnum):
    """How a measure is told."""

    COUNT = "count"
    SHARE = "share"
    MEDIAN = "median"


class Topic(StrEnum):
    """Under which heading a measure stands."""

    CASELOAD = "caseload"
    CONTACTS = "contacts"
    PATHWAY = "pathway"
    NEEDS = "needs"


class Days(StrEnum):
    """How the days of a median are counted."""

    CALENDAR = "calendar"
    BUSINESS = "business"


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted, of what, without whom, and who says so.

    `numerator` tells the lines that count, `denominator` those they are counted of. `by` names
    what they can be told apart by. A snapshot is as of now, whatever the period.
    """

    key: str
    title: str
    form: Form
    topic: Topic
    definition: str
    numerator: str
    denominator: str = ""
    exclusions: str = ""
    source: str = ""
    by: tuple[str, ...] = ()
    days: Days = Days.CALENDAR
    is_snapshot: bool = False

    @property
    def has_parts(self) -> bool:
        """Whether what counts is only a part of the lines."""
        return self.form is not Form.COUNT


@dataclass(frozen=True, slots=True)
class Figure:
    """`hits` of `of` lines count; `median` is that of their days, None where there are none."""

    hits: int
    of: int
    median: float | None = None

    @property
    def share(self) -> float | None:
        """Hits in a hundred; None of nothing."""
        return self.hits * 100 / self.of if self.of else None


NOTHING = Figure(0, 0)


@dataclass(frozen=True, slots=True)
class Result:
    """A measure over a period: the whole, and the parts by each thing it is told apart by."""

    measure: Measure
    whole: Figure
    parts: Mapping[str, tuple[tuple[str, Figure], ...]] = field(
        default_factory=dict[str, tuple[tuple[str, Figure], ...]]
    )

    def value(self, figure: Figure | None = None) -> float | None:
        """The number of the measure by which periods are compared."""
        told = figure or self.whole
        match self.measure.form:
            case Form.COUNT:
                return float(told.hits)
            case Form.SHARE:
                return told.share
            case Form.MEDIAN:
                return told.median


def median_of(days: Counter[int]) -> float | None:
    """The middle of counted values, or half of the two in the middle; None of nothing."""
    total = sum(days.values())
    if not total:
        return None
    low, high = (_at(days, place) for place in ((total - 1) // 2, total // 2))
    return (low + high) / 2


def _at(days: Counter[int], place: int) -> int:
    passed = 0
    for value in sorted(days):
        passed += days[value]
        if place < passed:
            return value
    raise IndexError(place)


class BusinessDays:
    """Counts the business days between two days, many times over the same calendar."""

    def __init__(self, calendar: BusinessCalendar) -> None:
        self._off = sorted(day for day in calendar.holidays if day.weekday() < SATURDAY)
        self._passed: dict[str, int] = {}

    def between(self, since: date, until: date) -> int:
        """Business days after `since` up to `until`; 0 on the same day, and never less."""
        return self.between_told(since.isoformat(), until.isoformat())

    def between_told(self, since: str, until: str) -> int:
        """The same of two days written as 2026-11-22."""
        return max(self._until(until) - self._until(since), 0)

    def _until(self, told: str) -> int:
        """Business days from the first of all days up to this one; each is counted once."""
        found = self._passed.get(told)
        if found is None:
            day = date.fromisoformat(told)
            weeks, rest = divmod(day.toordinal(), 7)
            found = weeks * SATURDAY + min(rest, SATURDAY) - bisect_right(self._off, day)
            self._passed[told] = found
        return found

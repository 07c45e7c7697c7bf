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


class Aim(StrEnum):
    """On which side of a goal it is met; none where more or less is neither good nor bad."""

    NONE = ""
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted, of what, without whom, and who says so.

    `numerator` tells the lines that count, `denominator` those they are counted of. `by` names
    what they can be told apart by. A snapshot is as of now, whatever the period. A goal is a share
    in a hundred, or days of a median, of the side that `aim` says.
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
    aim: Aim = Aim.NONE

    def meets(self, value: float, goal: int) -> bool:
        """Whether a value is on the good side of a goal, or on it."""
        return value >= goal if self.aim is Aim.AT_LEAST else value <= goal

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


class DayNumbers(dict[str, int]):
    """The number of each day, written as 2026-11-22: the difference of two is the days between.

    With a calendar only business days are counted. Each day is worked out once.
    """

    def __init__(self, calendar: BusinessCalendar | None = None) -> None:
        super().__init__()
        self._is_business = calendar is not None
        holidays = calendar.holidays if calendar else ()
        self._off = sorted(day for day in holidays if day.weekday() < SATURDAY)

    def __missing__(self, told: str) -> int:
        day = date.fromisoformat(told)
        number = day.toordinal()
        if self._is_business:
            weeks, rest = divmod(number, 7)
            number = weeks * SATURDAY + min(rest, SATURDAY) - bisect_right(self._off, day)
        self[told] = number
        return number


class BusinessDays:
    """Counts the business days between two days, many times over the same calendar."""

    def __init__(self, calendar: BusinessCalendar) -> None:
        self._numbers = DayNumbers(calendar)

    def between(self, since: date, until: date) -> int:
        """Business days after `since` up to `until`; 0 on the same day, and never less."""
        numbers = self._numbers
        return max(numbers[until.isoformat()] - numbers[since.isoformat()], 0)

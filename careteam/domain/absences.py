"""Days away, and those on which nobody stands in: whole days of the clinic, both ends included."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """Calendar days from the first to the last, both included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def within(self, other: "Days") -> "Days | None":
        """The days that both have, if there are any."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Days(first, last) if first <= last else None


def left_over(days: Days, taken: Iterable[Days]) -> tuple[Days, ...]:
    """The days that none of `taken` has, as runs in order; `taken` may overlap and be in any order.

    With the days a person is away as `taken`, these are the days on which that person is here.
    """
    runs: list[Days] = []
    first = days.first
    for each in sorted(taken):
        if each.last < first or each.first > days.last:
            continue
        if each.first > first:
            runs.append(Days(first, each.first - ONE_DAY))
        first = each.last + ONE_DAY
        if first > days.last:
            return tuple(runs)
    return (*runs, Days(first, days.last))


def run_of(runs: Iterable[Days], day: date) -> Days | None:
    """The run that has this day, if one has."""
    return next((run for run in runs if day in run), None)

"""Runs of days on which nobody stands in, however absences overlap."""

from datetime import date, timedelta
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from careteam.domain.absences import Days, left_over, run_of

FIRST = date(2026, 10, 28)
"""A few days before the clocks go back in New York."""


def days(first: int, last: int) -> Days:
    return Days(FIRST + timedelta(days=first), FIRST + timedelta(days=last))


@st.composite
def spans(draw: st.DrawFn) -> Days:
    first = draw(st.integers(-5, 25))
    return days(first, first + draw(st.integers(0, 12)))


def every_day(span: Days) -> set[date]:
    return {span.first + timedelta(days=n) for n in range((span.last - span.first).days + 1)}


@given(spans(), st.lists(spans(), max_size=6))
def test_what_is_left_over_is_every_day_that_nobody_has_and_no_other(
    span: Days, taken: list[Days]
) -> None:
    runs = left_over(span, taken)
    left = [day for run in runs for day in sorted(every_day(run))]
    expected = every_day(span) - {day for each in taken for day in every_day(each)}
    assert left == sorted(expected)


@given(spans(), st.lists(spans(), max_size=6))
def test_two_runs_never_touch(span: Days, taken: list[Days]) -> None:
    runs = left_over(span, taken)
    assert all(later.first - earlier.last > timedelta(days=1) for earlier, later in pairwise(runs))


@given(spans(), st.lists(spans(), max_size=6), st.randoms(use_true_random=False))
def test_the_order_in_which_absences_were_entered_does_not_matter(
    span: Days, taken: list[Days], shuffler: Random
) -> None:
    shuffled = list(taken)
    shuffler.shuffle(shuffled)
    assert left_over(span, shuffled) == left_over(span, taken)


def test_a_run_is_found_by_one_of_its_days() -> None:
    runs = left_over(days(0, 9), [days(4, 6)])
    assert runs == (days(0, 3), days(7, 9))
    assert run_of(runs, days(8, 8).first) == days(7, 9)
    assert run_of(runs, days(5, 5).first) is None


def test_days_within_others_are_those_that_both_have() -> None:
    assert days(0, 5).within(days(3, 9)) == days(3, 5)
    assert days(0, 5).within(days(6, 9)) is None

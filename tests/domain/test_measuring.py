"""Periods, medians, changes and hidden counts: what the figures are made of."""

from collections import Counter
from datetime import date, timedelta
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careteam.domain.calendar import BusinessCalendar
from careteam.domain.errors import Missing, Refused
from careteam.domain.insight_reports import NOT_SHOWN, lines_of
from careteam.domain.insight_settings import (
    WITH_GOALS,
    InsightSettings,
    check_insight_settings,
    most_of,
)
from careteam.domain.measures import (
    MEASURES,
    SMALLEST_CELL,
    change_shown,
    hides,
    measure_of,
    value_shown,
)
from careteam.domain.measuring import Aim, BusinessDays, Figure, Form, Result, median_of
from careteam.domain.periods import By, Period

DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))


@given(day=DAYS, by=st.sampled_from([By.WEEK, By.MONTH, By.QUARTER, By.YEAR]))
def test_periods_of_a_kind_follow_each_other_without_a_gap(day: date, by: By) -> None:
    period = Period.holding(day, by)
    assert period.holds(day)
    assert period.before().last == period.first - timedelta(days=1)
    assert period.after().first == period.last + timedelta(days=1)
    assert period.after().before() == period == period.before().after()
    assert period.before().by is by


def test_a_week_begins_on_monday_and_a_quarter_with_its_month() -> None:
    assert Period.holding(date(2026, 11, 22), By.WEEK) == Period(
        date(2026, 11, 16), date(2026, 11, 22), By.WEEK
    )
    assert Period.holding(date(2026, 12, 31), By.QUARTER).first == date(2026, 10, 1)
    assert Period.holding(date(2028, 2, 29), By.MONTH).last == date(2028, 2, 29)


def test_days_of_ones_own_are_compared_with_as_many_before() -> None:
    own = Period(date(2026, 11, 5), date(2026, 11, 9))
    assert own.before() == Period(date(2026, 10, 31), date(2026, 11, 4))
    assert own.after() == Period(date(2026, 11, 10), date(2026, 11, 14))
    with pytest.raises(Refused):
        Period(date(2026, 11, 9), date(2026, 11, 5))


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period.holding(date(2026, 11, 9), By.MONTH), "November 2026"),
        (Period.holding(date(2026, 11, 9), By.QUARTER), "Q4 2026"),
        (Period.holding(date(2026, 11, 9), By.YEAR), "2026"),
        (Period.holding(date(2026, 12, 31), By.WEEK), "28-Dec-2026 – 3-Jan-2027"),
        (Period(date(2026, 11, 9), date(2026, 11, 9)), "9-Nov-2026"),
    ],
)
def test_a_period_is_told_in_words(period: Period, words: str) -> None:
    assert period.shown == words


@given(days=st.lists(st.integers(0, 50), max_size=30))
def test_the_median_is_that_of_the_values_one_by_one(days: list[int]) -> None:
    assert median_of(Counter(days)) == (float(median(days)) if days else None)


def test_business_days_leave_out_weekends_and_holidays_and_the_day_itself() -> None:
    days = BusinessDays(BusinessCalendar(frozenset({date(2026, 11, 26)})))
    assert days.between(date(2026, 11, 20), date(2026, 11, 20)) == 0
    assert days.between(date(2026, 11, 20), date(2026, 11, 23)) == 1
    assert days.between(date(2026, 11, 25), date(2026, 11, 27)) == 1
    assert days.between(date(2026, 11, 27), date(2026, 11, 20)) == 0


@given(since=DAYS, length=st.integers(0, 40), off=st.sets(st.integers(-5, 45)))
def test_business_days_are_those_that_the_calendar_counts_one_by_one(
    since: date, length: int, off: set[int]
) -> None:
    calendar = BusinessCalendar(frozenset(since + timedelta(days=n) for n in off))
    days = [since + timedelta(days=n) for n in range(1, length + 1)]
    counted = len([day for day in days if calendar.is_business_day(day)])
    assert BusinessDays(calendar).between(since, since + timedelta(days=length)) == counted


@pytest.mark.parametrize(("key", "value", "goal", "is_met"), [
    ("reach_rate", 80.0, 80, True),
    ("reach_rate", 79.9, 80, False),
    ("first_contact", 2.0, 2, True),
    ("first_contact", 2.5, 2, False),
    ("readmitted_30", 12.0, 10, False),
])  # fmt: skip
def test_a_goal_is_met_on_its_side(key: str, value: float, goal: int, is_met: bool) -> None:
    assert MEASURES[key].meets(value, goal) is is_met


def test_shares_and_days_of_which_one_side_is_better_can_have_a_goal() -> None:
    without = {one.key for one in MEASURES.values() if one.aim is Aim.NONE}
    counts = {one.key for one in MEASURES.values() if one.form is Form.COUNT}
    assert without == counts | {"distress_positive"}
    for one in WITH_GOALS:
        most = most_of(one)
        check_insight_settings(InsightSettings({one.key: most}))
        with pytest.raises(Refused, match=f"from 0 to {most}"):
            check_insight_settings(InsightSettings({one.key: most + 1}))
    with pytest.raises(Refused):
        check_insight_settings(InsightSettings({"contacts": 5}))


def test_every_measure_tells_what_it_counts_of_what_and_who_says_so() -> None:
    for measure in MEASURES.values():
        assert all((measure.title, measure.definition, measure.numerator, measure.source))
        assert bool(measure.denominator) == measure.has_parts, measure.key
        for words in (measure.definition, measure.numerator, measure.denominator):
            assert not words or words[0].isupper()
            assert not words or words.endswith("."), measure.key
    assert measure_of("active") is MEASURES["active"]
    with pytest.raises(Missing):
        measure_of("charm")


def test_a_change_is_told_in_the_unit_of_the_measure() -> None:
    share = Result(MEASURES["reach_rate"], Figure(3, 4))
    assert value_shown(share, share.value()) == "75 %"
    assert change_shown(share, 75.0, 70.0) == "+5"
    days = Result(MEASURES["first_contact"], Figure(2, 2, 1.5))
    assert change_shown(days, 1.5, 3.0) == "−1.5"
    assert change_shown(days, None, 3.0) == ""
    assert value_shown(Result(MEASURES["reach_rate"], Figure(0, 0)), None) == "—"


@given(hits=st.integers(0, 40), rest=st.integers(0, 40))
def test_a_share_is_hidden_exactly_where_one_of_its_counts_is_from_one_to_ten(
    hits: int, rest: int
) -> None:
    small = range(1, SMALLEST_CELL)
    counts = (hits, rest, hits + rest)
    assert hides(hits, hits + rest, SMALLEST_CELL) == any(one in small for one in counts)


@given(counts=st.lists(st.integers(0, 40), min_size=2, max_size=8))
def test_no_sum_betrays_a_hidden_count(counts: list[int]) -> None:
    measure = MEASURES["barriers"]
    assert measure.form is Form.COUNT
    parts = [(str(at), Figure(count, count)) for at, count in enumerate(counts)]
    lines = lines_of(measure, parts, SMALLEST_CELL)
    hidden = [line for line in lines if line.count.startswith("fewer") or line.count == NOT_SHOWN]
    told = {line.what for line in lines} - {line.what for line in hidden}
    assert len(hidden) != 1
    assert all(counts[int(what)] not in range(1, SMALLEST_CELL) for what in told)

"""The arithmetic of days agrees with libraries that were written by others.

Business days are compared with `holidays` and with the recurrence rules of dateutil; the clinic's
day with dateutil's own reading of the time-zone files.
"""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import holidays
from dateutil import rrule, tz
from hypothesis import example, given
from hypothesis import strategies as st

from careteam.domain.cadence import planned
from careteam.domain.calendar import BusinessCalendar
from careteam.domain.clinical_rules import Cadence, Event
from careteam.domain.moment import Moment

YEARS = range(2023, 2034)
US = holidays.country_holidays("US", years=YEARS)
CALENDAR = BusinessCalendar(frozenset(US))
WEEKDAYS = (rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR)
DAYS = st.dates(date(2024, 1, 1), date(2031, 12, 31))
COUNTS = st.integers(1, 60)
ZONES = ("America/New_York", "America/Chicago", "America/Phoenix", "Europe/Berlin", "Asia/Kolkata",
         "Australia/Lord_Howe", "America/St_Johns", "Pacific/Apia", "UTC")  # fmt: skip

discharge = Cadence("call", Event.HOSPITAL_DISCHARGE, "Call", business_days=2)


@given(DAYS, COUNTS)
@example(date(2028, 2, 28), 1)
@example(date(2028, 2, 29), 1)
@example(date(2026, 12, 31), 1)
@example(date(2026, 11, 25), 1)
def test_business_days_are_those_of_the_holidays_library(day: date, count: int) -> None:
    assert CALENDAR.add(day, count) == US.get_nth_working_day(day, count)
    assert CALENDAR.is_business_day(day) == US.is_working_day(day)


@given(DAYS, COUNTS)
def test_business_days_are_those_of_a_recurrence_rule(day: date, count: int) -> None:
    rule = rrule.rruleset()
    start = datetime(day.year, day.month, day.day) + timedelta(days=1)  # noqa: DTZ001 - a plain day
    rule.rrule(rrule.rrule(rrule.DAILY, dtstart=start, byweekday=WEEKDAYS, count=count + 30))
    for holiday in US:
        rule.exdate(datetime(holiday.year, holiday.month, holiday.day))  # noqa: DTZ001 - a plain day
    assert CALENDAR.add(day, count) == rule[count - 1].date()


@given(DAYS, COUNTS, COUNTS)
def test_counting_on_is_counting_once(day: date, one: int, two: int) -> None:
    assert CALENDAR.add(CALENDAR.add(day, one), two) == CALENDAR.add(day, one + two)


@given(DAYS, st.integers(0, 3650))
def test_calendar_days_are_counted_over_month_ends_and_leap_years(day: date, days: int) -> None:
    rule = Cadence("again", Event.DISTRESS_SCREEN, "Again", days=days)
    [step] = planned([rule], Event.DISTRESS_SCREEN, day, phase="", calendar=CALENDAR)
    assert step.due_on.toordinal() - day.toordinal() == days


@given(DAYS)
def test_a_discharge_is_followed_within_two_business_days(day: date) -> None:
    [step] = planned([discharge], Event.HOSPITAL_DISCHARGE, day, phase="", calendar=CALENDAR)
    between = [day + timedelta(days=past) for past in range(1, (step.due_on - day).days + 1)]
    assert sum(US.is_working_day(one) for one in between) == 2
    assert US.is_working_day(step.due_on)


def test_a_discharge_on_friday_is_due_on_tuesday_and_later_over_a_holiday() -> None:
    for day, due_on in (
        (date(2026, 11, 20), date(2026, 11, 24)),
        (date(2026, 11, 24), date(2026, 11, 27)),
        (date(2026, 12, 24), date(2026, 12, 29)),
        (date(2028, 2, 28), date(2028, 3, 1)),
    ):
        [step] = planned([discharge], Event.HOSPITAL_DISCHARGE, day, phase="", calendar=CALENDAR)
        assert step.due_on == due_on


@given(DAYS, st.integers(1, 14), st.integers(1, 60))
def test_a_series_stays_within_its_days_and_keeps_its_step(day: date, step: int, last: int) -> None:
    rule = Cadence("daily", Event.CAR_T_INFUSION, "Check", every_days=step, for_days=last)
    found = planned([rule], Event.CAR_T_INFUSION, day, phase="", calendar=CALENDAR)
    assert len(found) == last // step
    whole = [day, *[one.due_on for one in found]]
    assert all((b - a).days == step for a, b in pairwise(whole))
    assert all(one.due_on <= day + timedelta(days=last) for one in found)


def test_a_rule_of_a_phase_or_switched_off_plans_nothing_elsewhere() -> None:
    rule = Cadence("mrd", Event.PHASE_START, "MRD", phase="induction", days=31)
    off = Cadence("off", Event.PHASE_START, "Off", days=3, is_active=False)
    day = date(2026, 11, 24)
    kept = planned([rule, off], Event.PHASE_START, day, phase="induction", calendar=CALENDAR)
    assert [(one.rule.key, one.due_on) for one in kept] == [("mrd", day + timedelta(days=31))]
    assert planned([rule], Event.PHASE_START, day, phase="workup", calendar=CALENDAR) == ()
    assert planned([rule], Event.PHASE_END, day, phase="induction", calendar=CALENDAR) == ()


@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2031, 12, 31), timezones=st.just(UTC)),  # noqa: DTZ001
    st.sampled_from(ZONES),
)
@example(datetime(2026, 11, 1, 5, 30, tzinfo=UTC), "America/New_York")
@example(datetime(2026, 11, 1, 6, 30, tzinfo=UTC), "America/New_York")
@example(datetime(2026, 3, 8, 6, 59, 59, tzinfo=UTC), "America/New_York")
@example(datetime(2026, 3, 8, 7, 0, tzinfo=UTC), "America/New_York")
def test_the_clinic_s_day_is_that_of_another_reading_of_the_zone(now: datetime, zone: str) -> None:
    other = tz.gettz(zone)
    assert other is not None
    assert Moment.at(now, zone).today == now.astimezone(other).date()


@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2031, 12, 31)),  # noqa: DTZ001 - wall clocks
    st.sampled_from(ZONES),
)
def test_a_wall_clock_time_that_exists_comes_back_as_it_was(wall: datetime, zone: str) -> None:
    other = tz.gettz(zone)
    assert other is not None
    moment = Moment.at(datetime(2026, 1, 1, tzinfo=UTC), zone)
    back = moment.local(moment.to_utc(wall)).replace(tzinfo=None)
    if tz.datetime_exists(wall, other):
        assert back == wall
    else:
        assert back > wall, "a time skipped in spring is told as the later one"

"""Months, midnights and units of navigation time, over years of daylight saving in many zones."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careteam.domain.navigation_time import (
    ConsentRule,
    Program,
    TimeRules,
    Units,
    anniversary,
    begins_at,
    first_of,
    last_of,
    minutes_over,
    months_between,
    next_month,
    next_threshold,
    pieces,
    units_of,
)
from careteam.domain.time_standing import Consent, Enrolment, Standing

ZONES = (
    "UTC", "America/New_York", "America/Chicago", "America/Phoenix", "America/Anchorage",
    "Pacific/Honolulu", "America/St_Johns", "Europe/Berlin", "Europe/Dublin", "Africa/Cairo",
    "Asia/Beirut", "America/Havana", "America/Santiago", "Atlantic/Azores", "Asia/Kathmandu",
    "Australia/Lord_Howe", "Pacific/Chatham", "Asia/Gaza",
)  # fmt: skip
"""Among them some whose clocks change at midnight, and one by half an hour."""
MONTHS = tuple(months_between(date(2024, 1, 1), date(2030, 12, 31)))
PIN = Program("PIN", "PIN", "G0023", 60, "G0024", 30, date(2024, 1, 1))
MINUTE, START = timedelta(minutes=1), datetime(2024, 1, 1, tzinfo=UTC)


def by_minutes(at: datetime, minutes: int, zone: str) -> dict[date, int]:
    """Each minute alone: the month in which it begins by the clinic's clock."""
    found: dict[date, int] = {}
    for number in range(minutes):
        month = first_of((at + number * MINUTE).astimezone(ZoneInfo(zone)).date())
        found[month] = found.get(month, 0) + 1
    return found


def by_pieces(at: datetime, minutes: int, zone: str) -> dict[date, int]:
    return {first_of(piece.day): piece.minutes for piece in pieces(at, minutes, zone)}


@pytest.mark.parametrize("zone", ZONES)
def test_every_month_begins_where_its_clock_first_shows_its_first_day(zone: str) -> None:
    assert len(MONTHS) == 84
    for month in MONTHS:
        begins = begins_at(month, zone)
        clock = ZoneInfo(zone)
        assert begins.astimezone(clock).date() == month
        assert (begins - timedelta(seconds=1)).astimezone(clock).date() == month - timedelta(days=1)


@pytest.mark.parametrize("zone", ZONES)
def test_an_entry_over_any_month_end_is_split_as_its_minutes_are(zone: str) -> None:
    for month in MONTHS:
        for before in (-1, 0, 1, 59, 60, 90):
            for minutes in (1, 2, 60, 61, 119):
                at = begins_at(month, zone) - before * MINUTE
                assert by_pieces(at, minutes, zone) == by_minutes(at, minutes, zone)
                assert sum(piece.minutes for piece in pieces(at, minutes, zone)) == minutes


@given(
    at=st.integers(0, 7 * 366 * 1440).map(lambda minute: START + minute * MINUTE),
    minutes=st.integers(1, 1440),
    zone=st.sampled_from(ZONES),
)
def test_any_entry_is_split_as_its_minutes_are(at: datetime, minutes: int, zone: str) -> None:
    assert by_pieces(at, minutes, zone) == by_minutes(at, minutes, zone)
    over = minutes_over(at, minutes, zone)
    assert (
        over == sum(by_minutes(at, minutes, zone).values()) - pieces(at, minutes, zone)[0].minutes
    )


@pytest.mark.parametrize("zone", ZONES)
def test_an_entry_across_a_change_of_the_clock_keeps_all_its_minutes(zone: str) -> None:
    clock = ZoneInfo(zone)
    at = datetime(2024, 1, 1, tzinfo=UTC)
    while at.year < 2031:
        later = at + timedelta(hours=6)
        if at.astimezone(clock).utcoffset() != later.astimezone(clock).utcoffset():
            assert by_pieces(at, 1440, zone) == by_minutes(at, 1440, zone)
        at = later


@pytest.mark.parametrize(
    ("minutes", "first", "more"),
    [
        (0, 0, 0), (1, 0, 0), (59, 0, 0), (60, 1, 0), (61, 1, 0), (89, 1, 0), (90, 1, 1),
        (119, 1, 1), (120, 1, 2), (149, 1, 2), (150, 1, 3), (44640, 1, 1486),
    ],
)  # fmt: skip
def test_units_step_at_sixty_and_every_thirty_and_never_round_up(
    minutes: int, first: int, more: int
) -> None:
    assert units_of(PIN, minutes) == Units(first, more)


@given(minutes=st.integers(0, 5000))
def test_units_are_those_that_counting_up_gives(minutes: int) -> None:
    first, more, reached = 0, 0, 60
    while reached <= minutes:
        first, more = 1, more + (1 if first else 0)
        reached += 30
    assert units_of(PIN, minutes) == Units(first, more)
    threshold = next_threshold(PIN, minutes)
    assert threshold is not None
    assert units_of(PIN, threshold).count == units_of(PIN, minutes).count + 1
    assert units_of(PIN, threshold - 1).count == units_of(PIN, minutes).count


def test_a_cap_and_a_program_without_units_of_minutes() -> None:
    capped = Program("PIN", "", "G0023", 60, "G0024", 30, date(2024, 1, 1), most_more=2)
    assert units_of(capped, 1000) == Units(1, 2)
    assert next_threshold(capped, 119) == 120
    assert next_threshold(capped, 120) is None
    visits = Program("TCM", "", "99495", 0, "", 0, date(2013, 1, 1))
    assert units_of(visits, 600) == Units()
    assert next_threshold(visits, 600) is None


def test_a_program_has_the_rules_of_its_day() -> None:
    old = Program("X", "Old", "A", 60, "B", 30, date(2024, 1, 1), date(2025, 12, 31))
    new = Program("X", "New", "C", 30, "D", 15, date(2026, 1, 1))
    rules = TimeRules((old, new))
    assert rules.program("X", date(2023, 12, 31)) is None
    assert rules.program("X", date(2025, 12, 31)) is old
    assert rules.program("X", date(2026, 1, 1)) is new
    assert [one.label for one in rules.offered(date(2025, 1, 1))] == ["Old"]


def test_months_and_their_ends_over_a_leap_year() -> None:
    assert next_month(date(2024, 1, 31)) == date(2024, 2, 1)
    assert next_month(date(2024, 12, 1)) == date(2025, 1, 1)
    assert [last_of(month).day for month in MONTHS[:12]] == [
        31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ]  # fmt: skip


def test_a_yearly_consent_stands_until_the_day_before_its_anniversary() -> None:
    yearly = Program("PIN", "", "", 60, "", 30, date(2024, 1, 1), consent=ConsentRule.YEARLY)
    standing = Standing(consents=(Consent("PIN", date(2025, 11, 3)),))
    assert standing.consent(yearly, date(2025, 11, 2)) is None
    assert standing.consent(yearly, date(2025, 11, 3)) is not None
    assert standing.consent(yearly, date(2026, 11, 2)) is not None
    assert standing.consent(yearly, date(2026, 11, 3)) is None
    assert anniversary(date(2024, 2, 29)) == date(2025, 2, 28)


def test_a_consent_to_community_health_integration_ends_with_who_bills() -> None:
    rule = ConsentRule.UNTIL_BILLING_CHANGES
    program = Program("CHI", "", "", 60, "", 30, date(2024, 1, 1), consent=rule)
    first = Enrolment("CHI", date(2026, 1, 5), date(2026, 6, 1), billing_id=1)
    same = Enrolment("CHI", date(2026, 6, 1), billing_id=1, supervising_id=3)
    other = Enrolment("CHI", date(2026, 6, 1), billing_id=2)
    given_on = (Consent("CHI", date(2026, 1, 4)),)
    day = date(2026, 6, 1)
    assert Standing((first, same), given_on).consent(program, day) is not None
    assert Standing((first, other), given_on).consent(program, day - timedelta(days=1)) is not None
    assert Standing((first, other), given_on).consent(program, day) is None
    anew = (*given_on, Consent("CHI", day))
    assert Standing((first, other), anew).consent(program, day) == anew[1]

"""Which copies are kept, and when the next one is due."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from careteam.domain.backups import Copy, Why, is_due, to_drop

NOW = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
AGES = st.lists(st.integers(0, 800 * 24), max_size=60, unique=True)


def copy_of(age_hours: int) -> Copy:
    made = NOW - timedelta(hours=age_hours)
    return Copy(f"{age_hours}.db", made, Why.DAILY, 2, 1, "", 0, 0)


def kept(ages: list[int]) -> list[int]:
    copies = [copy_of(age) for age in ages]
    dropped = {one.name for one in to_drop(copies, NOW)}
    return [age for age, one in zip(ages, copies, strict=True) if one.name not in dropped]


@given(AGES)
def test_thinning_again_drops_nothing_more(ages: list[int]) -> None:
    once = kept(ages)
    assert kept(once) == once


@given(AGES)
def test_the_newest_and_all_of_the_last_two_days_stay(ages: list[int]) -> None:
    stays = set(kept(ages))
    assert {age for age in ages if age < 48} <= stays
    assert not ages or min(ages) in stays


@given(AGES)
def test_no_more_are_kept_than_the_rule_asks_for(ages: list[int]) -> None:
    old = [age for age in kept(ages) if age >= 48]
    assert len(old) <= 12 + 10 + 9


def test_daily_copies_of_two_years_become_days_weeks_and_months() -> None:
    stays = kept([age * 24 for age in range(730)])
    days = [age // 24 for age in stays]
    assert days[:12] == list(range(12))
    assert 60 < days[-4] < days[-1] < 9 * 31
    assert len(days) <= 31


def test_a_copy_dated_in_the_future_is_left_alone_and_makes_one_due() -> None:
    assert to_drop([copy_of(-48), copy_of(-72)], NOW) == ()
    assert is_due(copy_of(-1), NOW)


def test_a_copy_is_due_when_there_is_none_or_the_newest_is_four_hours_old() -> None:
    assert is_due(None, NOW)
    assert not is_due(copy_of(3), NOW)
    assert is_due(copy_of(4), NOW)

"""Dates are read in every way a nurse writes them, and never guessed."""

import contextlib
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careteam.domain.dates import PartialDate, day_shown, read_day, read_moment, read_partial
from careteam.domain.errors import Refused

TODAY = date(2026, 11, 20)
"""A Friday."""


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("1981-03-14", date(1981, 3, 14)),
        ("14-Mar-1981", date(1981, 3, 14)),
        ("14 march 1981", date(1981, 3, 14)),
        ("Mar 14, 1981", date(1981, 3, 14)),
        ("14.3.1981", date(1981, 3, 14)),
        ("3/14/1981", date(1981, 3, 14)),
        ("14/03/1981", date(1981, 3, 14)),
        ("5/5/2026", date(2026, 5, 5)),
        ("19810314", date(1981, 3, 14)),
        ("24 nov", date(2026, 11, 24)),
        ("today", TODAY),
        ("Tomorrow", TODAY + timedelta(days=1)),
        ("yesterday", TODAY - timedelta(days=1)),
        ("+3", TODAY + timedelta(days=3)),
        ("-3", TODAY - timedelta(days=3)),
        ("2 weeks ago", TODAY - timedelta(days=14)),
        ("3d ago", TODAY - timedelta(days=3)),
        ("in 2 weeks", TODAY + timedelta(days=14)),
        ("2w", TODAY + timedelta(days=14)),
        ("tue", date(2026, 11, 24)),
        ("friday", date(2026, 11, 27)),
        ("next mon", date(2026, 11, 23)),
    ],
)
def test_a_day_is_read_as_it_is_written(typed: str, day: date) -> None:
    assert read_day(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("03/04/2026", "two ways"),
        ("30-Feb-2026", "no such day"),
        ("31 Apr 2026", "no such day"),
        ("hello", "not a date"),
        ("2m", "not a date"),
        ("3 ago", "not a date"),
        ("", "not a date"),
        ("1812-01-01", "cannot be right"),
        ("1-Jan-9999", "cannot be right"),
        ("14-Mar-81", "not a date"),
        ("13/13/2026", "no such day"),
        ("1981", "not a date"),
    ],
)
def test_what_is_not_a_day_is_refused_in_one_sentence(typed: str, words: str) -> None:
    with pytest.raises(Refused) as refused:
        read_day(typed, TODAY)
    [problem] = refused.value.problems
    assert words in problem.sentence


@pytest.mark.parametrize(
    ("typed", "iso", "shown"),
    [
        ("1981", "1981", "1981"),
        ("Mar 1981", "1981-03", "Mar-1981"),
        ("1981-3", "1981-03", "Mar-1981"),
    ],
)
def test_a_partial_date_keeps_its_precision(typed: str, iso: str, shown: str) -> None:
    partial = read_partial(typed, TODAY)
    assert (str(partial), partial.shown) == (iso, shown)


@given(st.dates(date(1900, 1, 1), date(2026, 11, 20)))
def test_what_is_shown_is_read_back_as_the_same_day(day: date) -> None:
    assert read_day(day_shown(day), TODAY) == day
    partial = PartialDate.from_date(day)
    assert PartialDate.from_iso(str(partial)) == partial
    assert read_partial(partial.shown, TODAY) == partial


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_and_nothing_else(typed: str) -> None:
    for read in (read_day, read_partial, read_moment):
        with contextlib.suppress(Refused):
            assert read(typed, TODAY) is not None


@pytest.mark.parametrize(
    ("birth", "words"),
    [
        (PartialDate(1981, 3, 14), "45 y"),
        (PartialDate(1981, 11, 21), "44 y"),
        (PartialDate(2026, 11, 10), "10 d"),
        (PartialDate(2025, 11, 20), "12 mo"),
        (PartialDate(2016), "about 10 y"),
        (PartialDate(2024, 2, 29), "2 y"),
    ],
)
def test_an_age_is_told_in_the_unit_of_the_age(birth: PartialDate, words: str) -> None:
    assert birth.age_shown(TODAY) == words


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("22-Nov-2026 09:41", "2026-11-22T09:41:00"),
        ("yesterday 16:20", "2026-11-19T16:20:00"),
        ("9:05", "2026-11-20T09:05:00"),
        ("today 4:20 pm", "2026-11-20T16:20:00"),
        ("12 am", "2026-11-20T00:00:00"),
        ("2026-11-19T08:15", "2026-11-19T08:15:00"),
    ],
)
def test_a_moment_is_read_as_it_is_written(typed: str, shown: str) -> None:
    assert read_moment(typed, TODAY).isoformat() == shown


def test_a_time_that_does_not_exist_is_refused() -> None:
    with pytest.raises(Refused, match="no such time"):
        read_moment("22-Nov-2026 25:00", TODAY)

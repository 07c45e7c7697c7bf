"""Due days follow the rules, on business days, and say which rule made them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careteam.domain.calendar import BusinessCalendar
from careteam.domain.catalogue import Catalogue, Phase, Role
from careteam.domain.clinical_rules import Cadence, ClinicalRules, Event
from careteam.domain.due import NEVER, Course, Due, DueKind, Urgency, due_of, due_words, reason
from careteam.domain.rules import Rules

THANKSGIVING = date(2026, 11, 26)
CALENDAR = BusinessCalendar(frozenset({THANKSGIVING}))
CATALOGUE = Catalogue(
    roles={
        "social_worker": Role("social_worker", "Social worker", "social_work"),
        "nurse_navigator": Role("nurse_navigator", "Navigator", "nurse"),
        "caregiver": Role("caregiver", "Caregiver", "non_professional", first_contact_days=0),
    },
    phases={
        "induction": Phase(
            "induction", "Induction", asks_for={"social_worker": 14, "nurse_navigator": 7}
        )
    },
    modes={},
    outcomes={},
    terms={},
)
PHASE_CONTACT = Cadence("phase_education", Event.PHASE_CONTACT, "Explain", business_days=3)
RULES = Rules(CATALOGUE, CALENDAR, ClinicalRules(cadence={"phase_education": PHASE_CONTACT}))
BASE = Course("social_worker", "induction", date(2026, 11, 18))
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))


def test_the_first_contact_is_due_two_business_days_after_the_assignment() -> None:
    assert due_of(BASE, RULES) == Due(date(2026, 11, 20), DueKind.FIRST_CONTACT)
    over_weekend = replace(BASE, starts_on=date(2026, 11, 20))
    assert due_of(over_weekend, RULES).on == date(2026, 11, 24)
    over_holiday = replace(BASE, starts_on=date(2026, 11, 25))
    assert due_of(over_holiday, RULES).on == date(2026, 11, 30)


def test_after_a_contact_the_rhythm_of_the_phase_counts() -> None:
    reached = replace(BASE, reached_on=date(2026, 11, 19))
    assert due_of(reached, RULES) == Due(date(2026, 12, 3), DueKind.CADENCE)


def test_a_due_day_on_a_holiday_moves_to_the_next_business_day() -> None:
    reached = replace(BASE, reached_on=THANKSGIVING - timedelta(days=14))
    assert due_of(reached, RULES).on == date(2026, 11, 27)


def test_tries_come_back_and_the_stop_rule_names_itself() -> None:
    tried = replace(BASE, tried_on=date(2026, 11, 20), retry_days=1, attempts=2)
    assert due_of(tried, RULES) == Due(date(2026, 11, 23), DueKind.RETRY)
    over = replace(tried, attempts=3)
    assert due_of(over, RULES).kind is DueKind.STOP_RULE


def test_who_asked_for_another_call_is_called_again() -> None:
    asked = replace(BASE, reached_on=date(2026, 11, 20), tried_on=date(2026, 11, 20), retry_days=1)
    assert due_of(asked, RULES) == Due(date(2026, 11, 23), DueKind.RETRY)
    said = reason(DueKind.RETRY, "Navigator", days=7, phase_label="Induction", attempts=0)
    assert said == "Navigator · asked to call back"


def test_a_new_phase_calls_the_navigator_within_three_business_days() -> None:
    course = replace(
        BASE,
        role="nurse_navigator",
        reached_on=date(2026, 11, 17),
        phase_since=date(2026, 11, 18),
    )
    assert due_of(course, RULES) == Due(date(2026, 11, 23), DueKind.PHASE_START)


@pytest.mark.parametrize(
    ("rule", "due"),
    [
        (replace(PHASE_CONTACT, business_days=1), Due(date(2026, 11, 19), DueKind.PHASE_START)),
        (replace(PHASE_CONTACT, is_active=False), Due(date(2026, 11, 24), DueKind.CADENCE)),
        (replace(PHASE_CONTACT, phase="maintenance"), Due(date(2026, 11, 24), DueKind.CADENCE)),
    ],
)
def test_how_soon_the_navigator_calls_in_a_new_phase_is_the_clinics_own(
    rule: Cadence, due: Due
) -> None:
    reached, since = date(2026, 11, 17), date(2026, 11, 18)
    course = replace(BASE, role="nurse_navigator", reached_on=reached, phase_since=since)
    clinical = ClinicalRules(cadence={rule.key: rule})
    assert due_of(course, replace(RULES, clinical=clinical)) == due


def test_a_role_without_a_rhythm_is_never_due_again() -> None:
    course = replace(BASE, role="caregiver")
    assert due_of(course, RULES) == Due(NEVER, DueKind.NONE)


@given(starts_on=DAYS, reached_on=st.none() | DAYS, attempts=st.integers(0, 5), tried_on=DAYS)
def test_every_due_day_is_a_business_day_or_never(
    starts_on: date, reached_on: date | None, attempts: int, tried_on: date
) -> None:
    course = replace(
        BASE, starts_on=starts_on, reached_on=reached_on, attempts=attempts,
        tried_on=tried_on if attempts else None, retry_days=1,
    )  # fmt: skip
    due = due_of(course, RULES)
    assert due.on == NEVER or CALENDAR.is_business_day(due.on)


@given(due=DAYS, snoozed=DAYS)
def test_putting_off_never_makes_anything_due_earlier(due: date, snoozed: date) -> None:
    course = replace(BASE, starts_on=due)
    plain = due_of(course, RULES).on
    assert due_of(replace(course, snoozed_until=snoozed), RULES).on == max(plain, snoozed)


@given(day=DAYS, count=st.integers(0, 30))
def test_adding_business_days_counts_only_business_days(day: date, count: int) -> None:
    found = CALENDAR.add(day, count)
    between = [
        day + timedelta(days=step)
        for step in range(1, (found - day).days + 1)
        if CALENDAR.is_business_day(day + timedelta(days=step))
    ]
    if count:
        assert len(between) == count
    assert CALENDAR.is_business_day(found)


@pytest.mark.parametrize(
    ("due_on", "time", "words", "group"),
    [
        (date(2026, 11, 18), "", "2 days late", Urgency.OVERDUE),
        (date(2026, 11, 19), "", "1 day late", Urgency.OVERDUE),
        (date(2026, 11, 20), "14:00", "Today 14:00", Urgency.TODAY),
        (date(2026, 11, 24), "", "Tue 24", Urgency.THIS_WEEK),
        (date(2026, 12, 8), "", "8 Dec", Urgency.LATER),
        (NEVER, "", "—", Urgency.LATER),
    ],
)
def test_a_due_day_reads_the_same_everywhere(
    due_on: date, time: str, words: str, group: Urgency
) -> None:
    assert due_words(due_on, time, date(2026, 11, 20)) == (words, group)


def test_the_reason_says_role_and_rule() -> None:
    said = reason(DueKind.CADENCE, "Navigator", days=14, phase_label="CAR-T collection", attempts=0)
    assert said == "Navigator · every 2 weeks, CAR-T collection"

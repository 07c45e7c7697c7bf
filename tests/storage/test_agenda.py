"""The days of a calendar are found by the indexes of their patients, in a clinic of any size."""

from datetime import date, timedelta

import pytest

from careteam.domain.agenda import DayKind
from careteam.domain.milestones import MilestoneDraft, SettleDraft
from careteam.domain.moment import Moment
from careteam.domain.pathway import MilestoneState
from careteam.storage.reads.agenda import BACK, agenda_of, patients_of_navigator
from careteam.storage.reads.person_cards import person_cards
from careteam.storage.store import Store
from careteam.storage.writes.milestones import plan_milestone, settle_milestone
from tests.plans import plans_of

TODAY = date(2026, 11, 20)


def plan(store: Store, moment: Moment, patient: int, on: date) -> int:
    draft = MilestoneDraft(patient, "lumbar_puncture", on)
    made = store.do(plan_milestone, draft, moment=moment, rules=store.rules).made
    assert made is not None
    return made


def days(store: Store, patient: int) -> list[tuple[date, bool]]:
    found = store.read(agenda_of, (patient,), today=TODAY, rules=store.rules)
    return [(day.on, day.is_over) for day in found if day.kind is DayKind.MILESTONE]


def test_a_test_that_is_done_is_told_as_over_so_that_a_calendar_takes_it_out(
    store: Store, moment: Moment, patient: int
) -> None:
    on = TODAY + timedelta(days=3)
    number = plan(store, moment, patient, on)
    assert days(store, patient) == [(on, False)]
    done = SettleDraft(number, MilestoneState.DONE, TODAY, "clear")
    store.do(settle_milestone, done, moment=moment, rules=store.rules)
    assert days(store, patient) == [(on, True)]


@pytest.mark.parametrize(("days_back", "is_told"), [(BACK.days, True), (BACK.days + 1, False)])
def test_what_was_over_long_ago_is_not_told(
    days_back: int, is_told: bool, store: Store, moment: Moment, patient: int
) -> None:
    number = plan(store, moment, patient, TODAY - timedelta(days=days_back))
    left_out = SettleDraft(number, MilestoneState.LEFT_OUT, reason="Not needed")
    store.do(settle_milestone, left_out, moment=moment, rules=store.rules)
    assert bool(days(store, patient)) is is_told


def test_days_and_people_are_found_by_indexes(store: Store, patient: int, navigator: int) -> None:
    asked = plans_of(store, agenda_of, (patient,), today=TODAY, rules=store.rules)
    asked += plans_of(store, patients_of_navigator, navigator)
    asked += plans_of(store, person_cards, (navigator,), store.rules.catalogue)
    assert asked
    assert [line for line in asked if line.startswith("SCAN")] == []
    assert store.read(patients_of_navigator, navigator) == (patient,)

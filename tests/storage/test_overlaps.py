"""Two entries that tell of the same minutes: they are told, and count for the one begun first."""

from dataclasses import replace
from datetime import date

import pytest

from careteam.domain.moment import Moment
from careteam.domain.navigation_time import Units
from careteam.storage.reads.month_time import MonthRow, month_page
from careteam.storage.reads.patient_time import patient_time
from careteam.storage.reads.time_sheet import collect_time_sheet
from careteam.storage.store import Store
from careteam.storage.writes.contacts import RetractDraft, retract_contact
from tests.people import add_member
from tests.plans import plans_of
from tests.storage.navigating import NOVEMBER, at, called, ready, worked
from tests.storage.needs import act, registered

DAY = date(2026, 11, 12)


@pytest.fixture
def mine(store: Store, moment: Moment) -> Moment:
    """A navigator at the desk."""
    return replace(moment, by=add_member(store, "Brooks", "Dana", "RN", "nurse_navigator"))


def rows(store: Store, month: date = NOVEMBER) -> dict[int, MonthRow]:
    page = store.read(month_page, month, rules=store.rules)
    return {row.patient_id: row for row in page.rows}


def test_a_navigators_minute_counts_for_the_patient_whose_entry_began_first(
    store: Store, mine: Moment, patient: int
) -> None:
    other = registered(store, mine, None)
    for one in (patient, other):
        ready(store, mine, one)
    call = called(store, mine, patient, 60, at(DAY, 10))
    worked(store, mine, other, 70, at(DAY, 10, 50))
    found = rows(store)
    assert (found[patient].sum.ready, found[patient].sum.overlap) == (60, 0)
    assert (found[other].sum.minutes, found[other].sum.ready, found[other].sum.overlap) == (
        70, 60, 10,
    )  # fmt: skip
    assert found[other].sum.units == Units(1)
    assert [line.overlap for line in found[other].lines] == [10]
    act(store, mine, retract_contact, RetractDraft(call, "wrong chart"))
    assert rows(store)[other].sum.ready == 70


def test_a_colleague_at_the_same_time_takes_nothing(
    store: Store, mine: Moment, patient: int
) -> None:
    other = registered(store, mine, None)
    colleague = replace(mine, by=add_member(store, "Ode", "Ada", "RN", "nurse_navigator"))
    called(store, mine, patient, 60, at(DAY, 10))
    called(store, colleague, other, 60, at(DAY, 10, 30))
    called(store, colleague, patient, 10, at(DAY, 10, 20))
    assert [row.sum.overlap for row in rows(store).values()] == [0, 0]


def test_two_programs_of_one_patient_share_no_minute(
    store: Store, mine: Moment, patient: int
) -> None:
    ready(store, mine, patient)
    ready(store, mine, patient, "CHI")
    colleague = replace(mine, by=add_member(store, "Ode", "Ada", "RN", "nurse_navigator"))
    called(store, mine, patient, 60, at(DAY, 10))
    called(store, colleague, patient, 60, at(DAY, 10, 45), program="CHI")
    told = store.read(patient_time, patient, NOVEMBER, rules=store.rules)
    assert {one.program: (one.ready, one.overlap) for one in told.sums} == {
        "PIN": (60, 0), "CHI": (45, 15),
    }  # fmt: skip


def test_what_counts_nowhere_takes_no_minute(store: Store, mine: Moment, patient: int) -> None:
    called(store, mine, patient, 30, at(DAY, 10), outcome="no_answer")
    called(store, mine, patient, 30, at(DAY, 10, 5), program="")
    worked(store, mine, patient, 30, at(DAY, 10, 10))
    assert rows(store)[patient].sum.overlap == 0


def test_minutes_over_midnight_are_told_in_the_month_in_which_they_are(
    store: Store, mine: Moment, patient: int
) -> None:
    other = registered(store, mine, None)
    called(store, mine, patient, 50, at(date(2026, 10, 31), 23, 40))
    worked(store, mine, other, 60, at(date(2026, 10, 31), 23, 50))
    october, november = rows(store, date(2026, 10, 1)), rows(store)
    assert (october[other].sum.minutes, october[other].sum.overlap) == (10, 10)
    assert (november[other].sum.minutes, november[other].sum.overlap) == (50, 30)


def test_the_sheet_says_beside_the_patient_and_the_entry_what_overlaps(
    store: Store, mine: Moment, patient: int
) -> None:
    other = registered(store, mine, None)
    ready(store, mine, other)
    called(store, mine, patient, 30, at(DAY, 10))
    worked(store, mine, other, 30, at(DAY, 10, 20))
    sheet = store.read(collect_time_sheet, NOVEMBER, moment=mine, rules=store.rules)
    [line] = [one for one in sheet.lines if one.mrn == "700100"]
    assert (line.minutes, line.ready, line.missing) == (30, 20, "10 min overlap, counted once")
    assert [entry.missing for entry in line.entries] == ["10 min overlap, counted once"]


def test_what_runs_beside_an_entry_is_found_in_a_range_of_an_index(
    store: Store, mine: Moment, patient: int
) -> None:
    called(store, mine, patient, 40, at(DAY))
    plans = plans_of(store, month_page, NOVEMBER, rules=store.rules)
    for name in ("contact_worked", "time_entry_worked"):
        assert any(f"COVERING INDEX {name} (by_id=? AND at>" in plan for plan in plans), plans

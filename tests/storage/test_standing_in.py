"""Cover begins and ends by itself, whatever becomes of the program meanwhile."""

from datetime import UTC, date, datetime

from sqlmodel import select

from careteam.domain.changes import Part
from careteam.domain.contacts import ContactDraft
from careteam.domain.due import NEVER
from careteam.domain.moment import Moment
from careteam.domain.people import AbsenceDraft
from careteam.storage.reads.today import due_counts, due_rows, gap_rows
from careteam.storage.store import Store
from careteam.storage.tables import AssignmentRecord
from careteam.storage.writes.contacts import log_contact
from careteam.storage.writes.cover import CoverDraft, cover_absence
from careteam.storage.writes.day import open_day
from tests.people import add_member
from tests.plans import plans_of
from tests.storage.days_away import (
    ROLE,
    TODAY,
    ZONE,
    at,
    away,
    bell,
    covering,
    needs,
    nov,
    okoye,
    standing,
    states,
    three,
    turn,
    with_holder,
)

# fixtures of this clinic
assert bell
assert okoye
assert three


def test_who_is_named_as_cover_stands_in_on_the_first_day_away_and_no_longer_than_the_last(
    store: Store, bell: int, okoye: int, three: list[int]
) -> None:
    away(store, bell, AbsenceDraft(nov(23), nov(30), okoye))
    turn(store, nov(22))
    assert covering(store, nov(22)) == set()
    turn(store, nov(23))
    assert covering(store, nov(23)) == {okoye}
    assert states(store, okoye) == {("active", True)}
    turn(store, nov(30))
    assert states(store, okoye) == {("active", True)}
    turn(store, date(2026, 12, 1))
    assert states(store, okoye) == {("ended", False)}
    assert states(store, bell) == {("active", True)}


def test_what_the_cover_reached_counts_for_the_one_who_comes_back(
    store: Store, bell: int, okoye: int, three: list[int]
) -> None:
    away(store, bell, AbsenceDraft(nov(23), nov(27), okoye))
    turn(store, nov(23))
    contact = ContactDraft(
        three[0], ROLE, "phone", "reached_patient", at(nov(25), 15).now, person_id=okoye, minutes=5
    )
    store.do(log_contact, contact, moment=at(nov(25), 16), rules=store.rules)
    turn(store, nov(28))
    table = AssignmentRecord.__table__.c
    query = select(table.reached_on, table.next_due_on).where(
        table.person_id == bell, table.patient_id == three[0]
    )
    reached, due = store.read(lambda session: session.execute(query).one())
    assert reached == nov(25)
    assert nov(28) < due < NEVER


def test_a_program_that_was_closed_over_the_turn_catches_up_when_it_is_opened(
    store: Store, bell: int, okoye: int, three: list[int]
) -> None:
    turn(store, TODAY)
    away(store, bell, AbsenceDraft(nov(23), nov(30), okoye))
    turn(store, nov(26))
    assert covering(store, nov(23)) == {okoye}
    assert covering(store, nov(22)) == set()
    assert states(store, okoye) == {("active", True)}


def test_a_program_that_was_closed_all_the_while_finds_nothing_left_to_cover(
    store: Store, bell: int, okoye: int, three: list[int]
) -> None:
    turn(store, TODAY)
    away(store, bell, AbsenceDraft(nov(23), nov(25), okoye))
    turn(store, nov(29))
    assert covering(store, nov(24)) == set()
    assert states(store, bell) == {("active", True)}


def test_planned_cover_of_days_that_passed_while_closed_has_ended(
    store: Store, bell: int, okoye: int, three: list[int]
) -> None:
    away(store, bell, AbsenceDraft(nov(23), nov(25)))
    [need] = needs(store, bell)
    store.do(cover_absence, CoverDraft(need.absence_id, okoye), moment=at(TODAY), rules=store.rules)
    turn(store, nov(29))
    assert covering(store, nov(24)) == {okoye}
    assert states(store, okoye) == {("ended", False)}


def test_a_second_turn_on_the_same_day_changes_nothing(
    store: Store, bell: int, okoye: int, three: list[int]
) -> None:
    away(store, bell, AbsenceDraft(nov(23), nov(30), okoye))
    turn(store, nov(23))
    before = standing(store)
    turn(store, nov(23))
    turn(store, nov(24))
    assert standing(store) == before


def test_a_patient_who_comes_during_the_days_away_is_covered_from_the_next_turn(
    store: Store, bell: int, okoye: int, three: list[int]
) -> None:
    away(store, bell, AbsenceDraft(nov(23), nov(30), okoye))
    turn(store, nov(23))
    late = with_holder(store, 9, bell, nov(24))
    turn(store, nov(25))
    rows = [row for row in standing(store) if row[0] == late and row[1] == okoye]
    assert rows == [(late, okoye, "backup", "2026-11-24", "2026-12-01")]


def test_days_away_that_have_begun_are_covered_as_soon_as_a_cover_is_named(
    store: Store, bell: int, okoye: int, three: list[int]
) -> None:
    parts = away(store, bell, AbsenceDraft(nov(19), nov(30), okoye))
    assert Part.DUE in parts
    assert covering(store, TODAY) == {okoye}
    assert needs(store, bell) == ()


def test_the_night_on_which_the_clocks_go_back_has_one_turn(
    store: Store, bell: int, okoye: int, three: list[int]
) -> None:
    away(store, bell, AbsenceDraft(date(2027, 11, 7), date(2027, 11, 7), okoye))
    for hour, day, cover in (
        (datetime(2027, 11, 7, 3, 59, tzinfo=UTC), date(2027, 11, 6), "planned"),
        (datetime(2027, 11, 7, 4, 1, tzinfo=UTC), date(2027, 11, 7), "active"),
        (datetime(2027, 11, 8, 4, 30, tzinfo=UTC), date(2027, 11, 7), "active"),
        (datetime(2027, 11, 8, 5, 1, tzinfo=UTC), date(2027, 11, 8), "ended"),
    ):
        moment = Moment.at(hour, ZONE)
        assert moment.today == day
        store.do(open_day, moment=moment, rules=store.rules)
        held = {state for state, _ in states(store, okoye)}
        assert held == (set() if cover == "planned" else {cover})


def navigator_away(store: Store, patient: int, navigator: int) -> int:
    """Another navigator who stands in for the patient's from today."""
    cover = add_member(store, "Reed", "Sam", "RN", "nurse_navigator")
    away(store, navigator, AbsenceDraft(TODAY, nov(27), cover))
    return cover


def test_today_shows_a_navigator_her_own_patients_and_those_that_she_covers(
    store: Store, patient: int, navigator: int
) -> None:
    on = {"today": TODAY, "rules": store.rules}
    cover = navigator_away(store, patient, navigator)
    [row] = store.read(due_rows, **on, navigator_id=cover)
    assert (row.patient_id, row.is_covered) == (patient, True)
    [own] = store.read(due_rows, **on, navigator_id=navigator)
    assert (own.patient_id, own.is_covered) == (patient, False)
    assert store.read(due_counts, today=TODAY, navigator_id=cover).patients == 1
    [gap] = store.read(gap_rows, **on, navigator_id=cover)
    assert gap.patient_id == patient
    turn(store, nov(28))
    assert store.read(due_rows, **on, navigator_id=cover) == ()


def test_patients_that_are_covered_are_found_by_their_number_and_not_by_a_scan(
    store: Store, patient: int, navigator: int
) -> None:
    cover = navigator_away(store, patient, navigator)
    plans = plans_of(store, due_rows, today=TODAY, rules=store.rules, navigator_id=cover)
    index = "COVERING INDEX assignment_stands_in (person_id=? AND state=?)"
    assert any(index in plan for plan in plans), plans
    assert not [plan for plan in plans if plan.startswith("SCAN patient")], plans

"""Cover begins and ends by itself, whatever becomes of the days away and of who covers."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlmodel import Session, select

from careteam.domain.access import Action
from careteam.domain.access import needs as named
from careteam.domain.assignments import AssignmentDraft, Rank
from careteam.domain.changes import Changes, Part
from careteam.domain.contacts import ContactDraft
from careteam.domain.due import NEVER
from careteam.domain.moment import Moment
from careteam.domain.patients import PatientDraft
from careteam.domain.people import AbsenceDraft
from careteam.storage.reads.cover import CoverNeed
from careteam.storage.reads.person import person_detail
from careteam.storage.reads.today import due_counts, due_rows, gap_rows
from careteam.storage.store import Store
from careteam.storage.tables import AssignmentRecord
from careteam.storage.writes.assignments import assign
from careteam.storage.writes.contacts import log_contact
from careteam.storage.writes.cover import CoverDraft, CoverReceipt, cover_absence, take_back_cover
from careteam.storage.writes.day import open_day
from careteam.storage.writes.patients import register_patient
from careteam.storage.writes.people import amend_person
from tests.people import add_member
from tests.plans import plans_of

ZONE = "America/New_York"
ROLE = "social_worker"
TODAY = date(2026, 11, 20)


def at(day: date, hour: int = 12) -> Moment:
    return Moment.at(datetime(day.year, day.month, day.day, hour, tzinfo=UTC), ZONE)


def nov(day: int) -> date:
    return date(2026, 11, day)


@pytest.fixture
def bell(store: Store) -> int:
    return add_member(store, "Bell", "Marcus", "LCSW", ROLE)


@pytest.fixture
def okoye(store: Store) -> int:
    return add_member(store, "Okoye", "Ada", "LCSW", ROLE)


@pytest.fixture
def ito(store: Store) -> int:
    return add_member(store, "Ito", "Ken", "LCSW", ROLE)


@pytest.fixture
def three(store: Store, bell: int) -> list[int]:
    """Three patients of Marcus Bell."""
    return [with_holder(store, number, bell) for number in range(3)]


BEGAN = date(2026, 11, 9)


def with_holder(store: Store, number: int, person: int, day: date = BEGAN) -> int:
    draft = PatientDraft(
        mrn=f"8{number:05d}",
        family=f"Patient{number:03d}",
        given="Ada",
        phase="induction",
        phase_since=nov(9),
    )
    moment = at(TODAY)
    patient = store.do(register_patient, draft, moment=moment, rules=store.rules).made
    assert patient is not None
    role = AssignmentDraft(patient, ROLE, person, Rank.PRIMARY, day)
    store.do(assign, role, moment=moment, rules=store.rules)
    return patient


def away(store: Store, person: int, *absences: AbsenceDraft, on: date = TODAY) -> frozenset[Part]:
    draft = replace(store.read(person_detail, person, on).draft, absences=absences)
    return store.do(amend_person, person, draft, moment=at(on), rules=store.rules).parts


def kept(store: Store, person: int) -> tuple[AbsenceDraft, ...]:
    return store.read(person_detail, person, TODAY).draft.absences


def needs(store: Store, person: int, on: date = TODAY) -> tuple[CoverNeed, ...]:
    return store.read(person_detail, person, on).uncovered


def turn(store: Store, day: date) -> None:
    store.do(open_day, moment=at(day), rules=store.rules)


def covering(store: Store, day: date) -> set[int]:
    """Who is there as backup on a day, over all patients."""
    table = AssignmentRecord.__table__.c
    query = select(table.person_id).where(
        table.rank == "backup", table.starts_on <= day, table.ends_on > day
    )
    return set(store.read(lambda session: session.execute(query).scalars().all()))


def states(store: Store, person: int) -> set[tuple[str, bool]]:
    """The states of a person's roles, each with whether something is due."""
    table = AssignmentRecord.__table__.c
    query = select(table.state, table.next_due_on).where(table.person_id == person)
    rows = store.read(lambda session: session.execute(query).all())
    return {(state, due != NEVER) for state, due in rows}


def standing(store: Store) -> list[tuple[object, ...]]:
    query = text(
        "SELECT patient_id, person_id, rank, starts_on, ends_on FROM assignment "
        "WHERE starts_on < ends_on OR ends_on IS NULL ORDER BY patient_id, starts_on, person_id"
    )
    return store.read(lambda session: [tuple(row) for row in session.execute(query)])


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


def test_longer_days_away_take_the_cover_along(
    store: Store, bell: int, okoye: int, three: list[int]
) -> None:
    away(store, bell, AbsenceDraft(nov(19), nov(25), okoye))
    [kept_one] = kept(store, bell)
    away(store, bell, replace(kept_one, ends_on=nov(30)), on=nov(23))
    assert covering(store, nov(30)) == {okoye}
    assert covering(store, date(2026, 12, 1)) == set()
    assert len(standing(store)) == 6


def test_shorter_days_away_end_the_cover_sooner(
    store: Store, bell: int, okoye: int, three: list[int]
) -> None:
    away(store, bell, AbsenceDraft(nov(19), nov(30), okoye))
    [kept_one] = kept(store, bell)
    away(store, bell, replace(kept_one, ends_on=nov(24)), on=nov(23))
    assert covering(store, nov(24)) == {okoye}
    assert covering(store, nov(25)) == set()
    away(store, bell, replace(kept_one, ends_on=nov(22)), on=nov(23))
    assert covering(store, nov(22)) == {okoye}
    assert covering(store, nov(23)) == set()
    assert states(store, okoye) == {("ended", False)}


def test_days_away_that_move_take_arranged_cover_along(
    store: Store, bell: int, okoye: int, three: list[int]
) -> None:
    away(store, bell, AbsenceDraft(nov(23), nov(25), okoye))
    [need] = needs(store, bell)
    store.do(cover_absence, CoverDraft(need.absence_id, okoye), moment=at(TODAY), rules=store.rules)
    [kept_one] = kept(store, bell)
    away(store, bell, replace(kept_one, starts_on=nov(28), ends_on=nov(30)))
    assert covering(store, nov(24)) == set()
    assert covering(store, nov(28)) == {okoye}
    assert covering(store, nov(30)) == {okoye}
    assert needs(store, bell) == ()


def test_dropped_days_away_end_the_cover_of_everybody_who_covers_them(
    store: Store, bell: int, okoye: int, ito: int, three: list[int]
) -> None:
    away(store, bell, AbsenceDraft(nov(23), nov(25)))
    [need] = needs(store, bell)
    first, *rest = (row.assignment_id for row in need.rows)
    for cover, ids in ((okoye, (first,)), (ito, tuple(rest))):
        draft = CoverDraft(need.absence_id, cover, ids)
        store.do(cover_absence, draft, moment=at(TODAY), rules=store.rules)
    assert covering(store, nov(24)) == {okoye, ito}
    away(store, bell)
    assert covering(store, nov(24)) == set()


def test_another_cover_takes_over_where_the_absence_names_another(
    store: Store, bell: int, okoye: int, ito: int, three: list[int]
) -> None:
    away(store, bell, AbsenceDraft(nov(19), nov(30), okoye))
    [kept_one] = kept(store, bell)
    away(store, bell, replace(kept_one, cover_id=ito), on=nov(23))
    assert covering(store, nov(22)) == {okoye}
    assert covering(store, nov(23)) == {ito}


def test_a_cover_who_is_away_too_does_not_stand_in_and_the_need_is_told(
    store: Store, bell: int, okoye: int, three: list[int]
) -> None:
    away(store, bell, AbsenceDraft(nov(23), nov(30), okoye))
    away(store, okoye, AbsenceDraft(nov(25), nov(26)))
    turn(store, nov(23))
    assert covering(store, nov(24)) == {okoye}
    assert covering(store, nov(25)) == set()
    turn(store, nov(25))
    assert covering(store, nov(25)) == set()
    assert [(need.first, need.last) for need in needs(store, bell, nov(25))] == [(nov(25), nov(30))]
    turn(store, nov(27))
    assert covering(store, nov(30)) == {okoye}


def test_the_cover_of_the_cover_stands_in_for_both(
    store: Store, bell: int, okoye: int, ito: int, three: list[int]
) -> None:
    away(store, bell, AbsenceDraft(nov(23), nov(30), okoye))
    turn(store, nov(23))
    away(store, okoye, AbsenceDraft(nov(25), nov(26), ito), on=nov(24))
    assert [(need.first, need.last) for need in needs(store, bell, nov(24))] == [(nov(25), nov(26))]
    turn(store, nov(25))
    table = AssignmentRecord.__table__.c
    query = select(table.starts_on, table.ends_on).where(table.person_id == ito).distinct()
    assert store.read(lambda session: session.execute(query).all()) == [(nov(25), nov(27))]
    turn(store, nov(27))
    assert states(store, ito) == {("ended", False)}
    assert states(store, okoye) == {("active", True)}


def test_two_who_cover_for_each_other_leave_the_need_to_be_seen(
    store: Store, bell: int, okoye: int, three: list[int]
) -> None:
    away(store, bell, AbsenceDraft(nov(23), nov(30), okoye))
    away(store, okoye, AbsenceDraft(nov(23), nov(30), bell))
    turn(store, nov(23))
    assert covering(store, nov(23)) == set()
    assert len(needs(store, bell, nov(23))) == 1


def test_a_run_of_days_is_covered_and_taken_back_alone(
    store: Store, bell: int, okoye: int, ito: int, three: list[int]
) -> None:
    away(store, bell, AbsenceDraft(nov(23), nov(30)))
    [need] = needs(store, bell)
    store.do(cover_absence, CoverDraft(need.absence_id, okoye), moment=at(TODAY), rules=store.rules)
    away(store, okoye, AbsenceDraft(nov(25), nov(26)))
    [gap] = needs(store, bell)
    before = standing(store)
    draft = CoverDraft(gap.absence_id, ito, first=gap.first)
    store.do(cover_absence, draft, moment=at(TODAY), rules=store.rules)
    assert covering(store, nov(26)) == {okoye, ito}
    assert covering(store, nov(27)) == {okoye}
    store.do(take_back_cover, CoverReceipt(gap, ito), moment=at(TODAY), rules=store.rules)
    assert standing(store) == before


spans = st.tuples(st.integers(0, 20), st.integers(0, 8))


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(theirs=spans, covers=st.lists(spans, max_size=3), opened=st.sets(st.integers(0, 32)))
def test_however_absences_overlap_nobody_covers_while_away_or_outside_the_days(
    store: Store,
    theirs: tuple[int, int],
    covers: list[tuple[int, int]],
    opened: Iterable[int],
) -> None:
    number = store.read(
        lambda session: session.execute(text("SELECT count(*) FROM person")).scalar()
    )
    bell = add_member(store, f"Bell{number}", "Marcus", "", ROLE)
    okoye = add_member(store, f"Okoye{number}", "Ada", "", ROLE)
    store.do(_forget_the_day)
    patient = with_holder(store, 100 + int(number or 0), bell)
    first = TODAY + timedelta(days=1)
    mine = AbsenceDraft(
        first + timedelta(days=theirs[0]), first + timedelta(days=sum(theirs)), okoye
    )
    away(store, bell, mine)
    away(store, okoye, *apart(first, covers))
    for day in sorted(opened):
        turn(store, first + timedelta(days=day))
    taken = [(draft.starts_on, draft.ends_on) for draft in kept(store, okoye)]
    table = AssignmentRecord.__table__.c
    query = select(table.starts_on, table.ends_on).where(
        table.person_id == okoye, table.patient_id == patient
    )
    for starts_on, ends_on in store.read(lambda session: session.execute(query).all()):
        for ordinal in range(starts_on.toordinal(), ends_on.toordinal()):
            day = date.fromordinal(ordinal)
            assert mine.starts_on <= day <= mine.ends_on
            assert not any(start <= day <= end for start, end in taken)
    for day in (first + timedelta(days=each) for each in opened):
        is_away = any(start <= day <= end for start, end in taken)
        if mine.starts_on <= day <= mine.ends_on and not is_away:
            assert covers_on(store, okoye, patient, day)


@named(Action.OWN)
def _forget_the_day(session: Session) -> Changes:
    session.execute(text("DELETE FROM setting WHERE key = 'rolled_to'"))
    return Changes(frozenset())


def covers_on(store: Store, person: int, patient: int, day: date) -> bool:
    table = AssignmentRecord.__table__.c
    query = select(table.id).where(
        table.person_id == person,
        table.patient_id == patient,
        table.starts_on <= day,
        table.ends_on > day,
    )
    return bool(store.read(lambda session: session.execute(query).all()))


def apart(first: date, covers: list[tuple[int, int]]) -> list[AbsenceDraft]:
    """Days away of one person: those that would touch others of the same are left out."""
    found: list[AbsenceDraft] = []
    for start, length in sorted(covers):
        begins = first + timedelta(days=start)
        if not found or found[-1].ends_on < begins:
            found.append(AbsenceDraft(begins, begins + timedelta(days=length)))
    return found


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

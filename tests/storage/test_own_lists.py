"""Filters under a name, patients whom somebody follows, and those assigned lately."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import text
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.assignments import AssignmentDraft
from careteam.domain.changes import Changes, Part
from careteam.domain.contacts import ContactDraft
from careteam.domain.errors import Missing, Refused
from careteam.domain.moment import Moment
from careteam.domain.own_lists import MOST_FILTERS, SavedFilterDraft
from careteam.domain.patients import PatientDraft
from careteam.domain.people import AbsenceDraft
from careteam.storage.reads.own_lists import (
    Own,
    SavedFilterRow,
    is_followed,
    own_patients,
    saved_filters,
)
from careteam.storage.reads.patient_filter import PatientFilter
from careteam.storage.reads.patients import first_patients, list_patients
from careteam.storage.reads.person import person_detail
from careteam.storage.store import Store
from careteam.storage.writes.assignments import assign
from careteam.storage.writes.contacts import log_contact
from careteam.storage.writes.own_lists import (
    follow_patient,
    remove_filter,
    save_filter,
    unfollow_patient,
)
from careteam.storage.writes.patients import register_patient
from careteam.storage.writes.people import amend_person
from tests.people import add_member
from tests.plans import plans_of

PAGE = "patients"


@pytest.fixture
def joan(moment: Moment, navigator: int) -> Moment:
    """The moment with Joan Ellis at the desk."""
    return replace(moment, by=navigator)


def keep(store: Store, moment: Moment, draft: SavedFilterDraft) -> int:
    made = store.do(save_filter, draft, moment=moment, rules=store.rules).made
    assert made is not None
    return made


def kept(store: Store, worker: int | None) -> tuple[SavedFilterRow, ...]:
    return store.read(saved_filters, PAGE, worker)


def another(store: Store, moment: Moment, number: int, given: str = "Ada") -> int:
    draft = PatientDraft(mrn=f"5{number:05d}", family=f"Patient{number:03d}", given=given)
    made = store.do(register_patient, draft, moment=moment, rules=store.rules).made
    assert made is not None
    return made


def give(store: Store, moment: Moment, patient: int, person: int, role: str) -> None:
    draft = AssignmentDraft(patient, role, person)
    store.do(assign, draft, moment=moment, rules=store.rules)


def listed(store: Store, moment: Moment, own: Own) -> list[int]:
    return [row.patient_id for row in store.read(own_patients, own, moment)]


def test_a_filter_is_kept_for_who_works_here_and_seen_by_nobody_else(
    store: Store, joan: Moment, navigator: int
) -> None:
    made = keep(store, joan, SavedFilterDraft(PAGE, "  In induction ", {"phase": "induction"}))
    row = SavedFilterRow(made, "In induction", {"phase": "induction"}, is_clinic=False)
    assert kept(store, navigator) == (row,)
    assert kept(store, None) == ()
    assert store.read(saved_filters, "today", navigator) == ()


def test_a_filter_of_the_clinic_is_everybodys_and_stands_after_ones_own(
    store: Store, joan: Moment, navigator: int
) -> None:
    keep(store, joan, SavedFilterDraft(PAGE, "Spanish", {"language": "es"}, is_clinic=True))
    keep(store, joan, SavedFilterDraft(PAGE, "Induction", {"phase": "induction"}))
    assert [row.name for row in kept(store, navigator)] == ["Induction", "Spanish"]
    assert [row.name for row in kept(store, None)] == ["Spanish"]


def test_a_filter_is_renamed_and_removed(store: Store, joan: Moment, navigator: int) -> None:
    made = keep(store, joan, SavedFilterDraft(PAGE, "Spanish", {"language": "es"}))
    keep(store, joan, SavedFilterDraft(PAGE, "Spanish speakers", {"language": "es"}, id=made))
    assert [row.name for row in kept(store, navigator)] == ["Spanish speakers"]
    store.do(remove_filter, made, moment=joan, rules=store.rules)
    assert kept(store, navigator) == ()
    with pytest.raises(Missing):
        store.do(remove_filter, made, moment=joan, rules=store.rules)


@pytest.mark.parametrize("name", ["", "   ", "x" * 81, "spanish"])
def test_a_name_that_is_missing_too_long_or_taken_is_refused(
    store: Store, joan: Moment, name: str
) -> None:
    keep(store, joan, SavedFilterDraft(PAGE, "Spanish", {"language": "es"}))
    with pytest.raises(Refused) as refused:
        keep(store, joan, SavedFilterDraft(PAGE, name, {"phase": "induction"}))
    assert [problem.field for problem in refused.value.problems] == ["name"]


def test_nobody_keeps_more_filters_than_a_menu_can_show(store: Store, joan: Moment) -> None:
    for number in range(MOST_FILTERS):
        keep(store, joan, SavedFilterDraft(PAGE, f"Filter {number}", {"phase": "induction"}))
    with pytest.raises(Refused, match="remove one first"):
        keep(store, joan, SavedFilterDraft(PAGE, "One more", {"phase": "induction"}))


def test_without_somebody_at_the_desk_only_the_clinic_has_filters(
    store: Store, moment: Moment, patient: int
) -> None:
    with pytest.raises(Refused, match="who works here"):
        keep(store, moment, SavedFilterDraft(PAGE, "Mine", {}))
    with pytest.raises(Refused, match="who works here"):
        store.do(follow_patient, patient, moment=moment, rules=store.rules)
    keep(store, moment, SavedFilterDraft(PAGE, "Ours", {}, is_clinic=True))


def test_a_patient_is_followed_once_and_followed_no_longer(
    store: Store, joan: Moment, navigator: int, patient: int
) -> None:
    store.do(follow_patient, patient, moment=joan, rules=store.rules)
    changes = store.do(follow_patient, patient, moment=joan, rules=store.rules)
    assert (changes.parts, changes.patients) == ({Part.OWN}, {patient})
    assert changes.summary == "You follow DELACRUZ, Maria now."
    assert store.read(is_followed, navigator, patient)
    assert not store.read(is_followed, None, patient)
    assert listed(store, joan, Own.FOLLOWED) == [patient]
    store.do(unfollow_patient, patient, moment=joan, rules=store.rules)
    assert not store.read(is_followed, navigator, patient)


def test_the_followed_patient_who_changed_last_stands_first_with_the_time(
    store: Store, joan: Moment, navigator: int, patient: int
) -> None:
    other = another(store, joan, 1)
    for each in (patient, other):
        store.do(follow_patient, each, moment=joan, rules=store.rules)
    later = Moment.at(joan.now + timedelta(hours=2), joan.zone, navigator)
    contact = ContactDraft(
        patient, "nurse_navigator", "phone", "reached_patient", later.now, person_id=navigator
    )
    store.do(log_contact, contact, moment=later, rules=store.rules)
    assert listed(store, later, Own.FOLLOWED) == [patient, other]
    asked = PatientFilter(own=Own.FOLLOWED)
    rows = store.read(first_patients, asked, moment=later, rules=store.rules).rows
    assert [row.noted for row in rows] == ["Today 11:30", "Today 09:30"]


def test_recently_assigned_are_those_of_the_last_fourteen_days_newest_first(
    store: Store, joan: Moment, navigator: int, patient: int
) -> None:
    old = another(store, joan, 1)
    give(store, joan, old, navigator, "social_worker")
    first_day = Moment.at(joan.now + timedelta(days=1), joan.zone, navigator)
    new = another(store, first_day, 2)
    give(store, first_day, new, navigator, "social_worker")
    assert listed(store, first_day, Own.RECENT) == [new, patient, old]
    for days, left in ((14, [new]), (15, [])):
        then = Moment.at(joan.now + timedelta(days=days), joan.zone, navigator)
        assert listed(store, then, Own.RECENT) == left


def test_an_assignment_that_was_taken_back_is_not_a_recent_one(
    store: Store, joan: Moment, navigator: int, patient: int
) -> None:
    assert listed(store, joan, Own.RECENT) == [patient]
    store.do(_end_all, moment=joan, rules=store.rules)
    assert listed(store, joan, Own.RECENT) == []


@needs(Action.OWN)
def _end_all(session: Session, *, moment: Moment, rules: object) -> Changes:
    session.execute(
        text("UPDATE assignment SET state = 'ended', ends_on = '2026-11-20', end_reason = 'x'")
    )
    return Changes(frozenset({Part.TEAM}))


def test_who_is_covered_is_a_list_of_its_own(
    store: Store, joan: Moment, navigator: int, patient: int
) -> None:
    cover = add_member(store, "Reed", "Sam", "RN", "nurse_navigator")
    draft = store.read(person_detail, navigator, joan.today).draft
    away = replace(draft, absences=(AbsenceDraft(joan.today, date(2026, 11, 27), cover),))
    store.do(amend_person, navigator, away, moment=joan, rules=store.rules)
    assert listed(store, replace(joan, by=cover), Own.COVERED) == [patient]
    assert listed(store, joan, Own.COVERED) == []


def test_a_list_of_ones_own_is_narrowed_counted_and_read_in_pages(
    store: Store, joan: Moment, navigator: int, patient: int
) -> None:
    ids = [another(store, joan, number, "Bo" if number % 2 else "Ada") for number in range(5)]
    for each in ids:
        give(store, joan, each, navigator, "social_worker")
    asked = PatientFilter(own=Own.RECENT, typed="bo")
    page = store.read(first_patients, asked, moment=joan, rules=store.rules)
    assert [row.id for row in page.rows] == [ids[1], ids[3]]
    assert page.count.patients == 2
    whole = PatientFilter(own=Own.RECENT)
    on = {"moment": joan, "rules": store.rules}
    first = store.read(list_patients, whole, **on, limit=4)
    rest = store.read(list_patients, whole, **on, after=first[-1])
    assert [row.id for row in (*first, *rest)] == [patient, *ids]
    assert store.read(list_patients, PatientFilter(own=Own.RECENT, phase="induction"), **on)


def test_lists_of_ones_own_follow_an_index_however_many_patients_there_are(
    store: Store, joan: Moment, navigator: int, patient: int
) -> None:
    store.do(follow_patient, patient, moment=joan, rules=store.rules)
    recent = plans_of(store, own_patients, Own.RECENT, joan)
    assert any("assignment_made (person_id=? AND made_at>?)" in plan for plan in recent), recent
    followed = plans_of(store, own_patients, Own.FOLLOWED, joan)
    assert any("followed_place (person_id=?)" in plan for plan in followed), followed
    for table in ("contact", "assignment", "follow_up", "referral", "barrier", "screening"):
        sought = [plan for plan in followed if plan.startswith(f"SEARCH {table} USING")]
        assert sought, followed
        assert all("(patient_id=?)" in plan for plan in sought), followed
    names = plans_of(store, saved_filters, PAGE, navigator)
    assert any("saved_filter_name (page=? AND owner_id=?)" in plan for plan in names), names
    asked = PatientFilter(own=Own.RECENT, phase="induction")
    rows = plans_of(store, first_patients, asked, moment=joan, rules=store.rules)
    for plans in (recent, followed, names, rows):
        assert not [plan for plan in plans if plan.startswith("SCAN")], plans

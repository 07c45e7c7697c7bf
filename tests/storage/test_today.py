"""The Today list, the board and the search say what the rules say."""

from datetime import date, timedelta
from typing import Any

import pytest

from careteam.domain.assignments import AssignmentDraft, DeclineDraft, EndDraft, Rank
from careteam.domain.contacts import ContactDraft
from careteam.domain.due import Urgency
from careteam.domain.errors import Refused
from careteam.domain.moment import Moment
from careteam.storage.reads.board import team_board, team_on
from careteam.storage.reads.patient_page import patient_page
from careteam.storage.reads.search import search
from careteam.storage.reads.today import due_counts, due_rows, gap_rows
from careteam.storage.store import Store
from careteam.storage.writes.assignments import (
    assign,
    decline_role,
    end_assignment,
    replace_holder,
)
from careteam.storage.writes.contacts import log_contact
from careteam.storage.writes.day import open_day
from tests.people import add_member
from tests.plans import plans_of


def test_an_overdue_patient_stands_first_with_the_reason(
    store: Store, moment: Moment, patient: int, navigator: int
) -> None:
    [row] = store.read(due_rows, today=moment.today, rules=store.rules, navigator_id=navigator)
    assert row.name == "DELACRUZ, Maria"
    assert row.reason == "Navigator · first contact"
    assert (row.urgency, row.due_text) == (Urgency.OVERDUE, "8 days late")
    counts = store.read(due_counts, today=moment.today, navigator_id=navigator)
    assert (counts.overdue, counts.today, counts.gaps, counts.patients) == (1, 0, 1, 1)


def test_the_list_of_another_navigator_is_empty(store: Store, moment: Moment, patient: int) -> None:
    other = add_member(store, "Ng", "Li", "RN", "nurse_navigator")
    assert not store.read(due_rows, today=moment.today, rules=store.rules, navigator_id=other)


def test_every_role_that_the_phase_asks_for_is_on_the_board_filled_or_not(
    store: Store, moment: Moment, patient: int
) -> None:
    rows = store.read(team_board, patient, today=moment.today, rules=store.rules)
    wanted = store.rules.catalogue.required_roles("induction", 45, needs_interpreter=True)
    assert tuple(row.role for row in rows) == wanted
    assert [row.role for row in rows if not row.is_gap] == ["nurse_navigator"]
    [row] = store.read(gap_rows, today=moment.today, rules=store.rules)
    assert row.reason == f"{len(wanted) - 1} roles to fill"


def test_who_held_a_role_on_a_past_day_can_be_asked(
    store: Store, moment: Moment, patient: int
) -> None:
    first = add_member(store, "Bell", "Marcus", "LCSW", "social_worker")
    second = add_member(store, "Okoye", "Ada", "LCSW", "social_worker")
    made = store.do(
        assign,
        AssignmentDraft(patient, "social_worker", first, starts_on=date(2026, 11, 10)),
        moment=moment,
        rules=store.rules,
    ).made
    assert made is not None
    store.do(replace_holder, made, second, on=date(2026, 11, 19), moment=moment, rules=store.rules)

    def holder(day: date) -> list[str]:
        rows = store.read(team_on, patient, day, rules=store.rules)
        return [row.person for row in rows if row.role == "social_worker"]

    assert holder(date(2026, 11, 9)) == []
    assert holder(date(2026, 11, 18)) == ["Marcus Bell, LCSW"]
    assert holder(date(2026, 11, 19)) == ["Ada Okoye, LCSW"]


def test_one_person_at_most_leads_and_one_holds_a_role(
    store: Store, moment: Moment, patient: int
) -> None:
    doctor = add_member(store, "Raman", "Priya", "MD", "heme_onc_adult")
    other = add_member(store, "Weiss", "Alan", "MD", "hct_physician")
    lead = AssignmentDraft(patient, "heme_onc_adult", doctor, Rank.LEAD)
    store.do(assign, lead, moment=moment, rules=store.rules)
    with pytest.raises(Refused, match="leads the team"):
        store.do(
            assign,
            AssignmentDraft(patient, "hct_physician", other, Rank.LEAD),
            moment=moment,
            rules=store.rules,
        )
    with pytest.raises(Refused, match="holds this role"):
        store.do(
            assign,
            AssignmentDraft(patient, "heme_onc_adult", other),
            moment=moment,
            rules=store.rules,
        )
    backup = AssignmentDraft(patient, "heme_onc_adult", other, Rank.BACKUP)
    store.do(assign, backup, moment=moment, rules=store.rules)


def test_a_declined_role_is_asked_about_again_on_its_day(
    store: Store, moment: Moment, patient: int
) -> None:
    gaps = store.read(due_counts, today=moment.today).gaps
    assert gaps == 1
    before = store.read(patient_page, patient, today=moment.today, rules=store.rules).gap_count
    ask_on = moment.today + timedelta(days=3)
    store.do(
        decline_role,
        DeclineDraft(patient, "chaplain", moment.today, "not_now", ask_on=ask_on),
        moment=moment,
        rules=store.rules,
    )

    def gap_count() -> int:
        return store.read(patient_page, patient, today=moment.today, rules=store.rules).gap_count

    assert gap_count() == before - 1
    later = Moment.at(moment.now + timedelta(days=3), moment.zone)
    store.do(open_day, moment=later, rules=store.rules)
    assert gap_count() == before


def test_an_assignment_that_ends_later_ends_by_itself(
    store: Store, moment: Moment, patient: int
) -> None:
    person = add_member(store, "Novak", "Petra", "DPT", "physical_therapist")
    made = store.do(
        assign,
        AssignmentDraft(patient, "physical_therapist", person),
        moment=moment,
        rules=store.rules,
    ).made
    assert made is not None
    end = EndDraft(made, moment.today + timedelta(days=2), "person_left")
    store.do(end_assignment, end, moment=moment, rules=store.rules)

    def row_of(at: Moment) -> str:
        rows = store.read(team_board, patient, today=at.today, rules=store.rules)
        return next(row.state for row in rows if row.role == "physical_therapist")

    assert row_of(moment) == "active"
    later = Moment.at(moment.now + timedelta(days=2), moment.zone)
    store.do(open_day, moment=later, rules=store.rules)
    assert row_of(later) == "open"


@pytest.mark.parametrize(
    "typed", ["delacruz", "MARIA dela", "lacru", "4829", "1981-03-14", "555-0148", "de", "ría"]
)
def test_a_patient_is_found_by_any_part_of_name_mrn_birth_date_or_phone(
    store: Store, moment: Moment, patient: int, typed: str
) -> None:
    hits = store.read(search, typed, today=moment.today, rules=store.rules)
    assert [hit.id for hit in hits.patients] == [patient]


@pytest.mark.parametrize("typed", ["AND (", '"', "NEAR", "col:x", "%", "_", "'; DROP TABLE", "*"])
def test_signs_of_the_query_language_are_only_text(
    store: Store, moment: Moment, patient: int, typed: str
) -> None:
    hits = store.read(search, typed, today=moment.today, rules=store.rules)
    assert hits.patients == ()


def test_notes_are_found_by_word_without_accents_and_people_by_name(
    store: Store, moment: Moment, patient: int
) -> None:
    store.do(
        log_contact,
        ContactDraft(
            patient,
            "nurse_navigator",
            "phone",
            "reached_patient",
            moment.now,
            note="Señora Álvarez confirmed the ride.",
        ),
        moment=moment,
        rules=store.rules,
    )
    hits = store.read(search, "alvarez conf", today=moment.today, rules=store.rules)
    assert [hit.patient_id for hit in hits.notes] == [patient]
    people = store.read(search, "joan", today=moment.today, rules=store.rules).people
    assert [(hit.name, hit.roles) for hit in people] == [
        ("Ellis, Joan, RN, OCN", "Oncology nurse navigator")
    ]


@pytest.mark.parametrize(
    ("read", "whose", "index"),
    [
        (due_rows, 1, "patient_worklist (navigator_id=? AND status=? AND next_due_on<?)"),
        (due_rows, None, "patient_due (status=? AND next_due_on<?)"),
        (gap_rows, None, "patient_gaps (status=? AND gap_count>?)"),
    ],
)
def test_the_lists_follow_their_index_without_sorting(
    store: Store, moment: Moment, patient: int, read: Any, whose: int | None, index: str
) -> None:
    plans = plans_of(store, read, today=moment.today, rules=store.rules, navigator_id=whose)
    assert any(index in plan for plan in plans), plans
    assert not any("TEMP B-TREE" in plan for plan in plans)


def test_the_roles_a_navigator_has_to_fill_are_put_in_order_before_a_patient_is_read(
    store: Store, moment: Moment, patient: int, navigator: int
) -> None:
    on = {"today": moment.today, "rules": store.rules}
    plans = plans_of(store, gap_rows, **on, navigator_id=navigator)
    assert any("COVERING INDEX patient_worklist (navigator_id=?" in plan for plan in plans), plans
    [row] = store.read(gap_rows, **on, navigator_id=navigator)
    assert row.patient_id == patient
    assert store.read(gap_rows, **on, navigator_id=navigator, offset=1) == ()


def test_the_last_contacts_of_the_board_take_one_seek_a_role(
    store: Store, moment: Moment, patient: int
) -> None:
    plans = plans_of(store, team_board, patient, today=moment.today, rules=store.rules)
    assert any("contact_role (patient_id=? AND role=?)" in plan for plan in plans), plans


def test_the_gaps_of_a_navigator_are_looked_for_among_her_patients(
    store: Store, moment: Moment, patient: int
) -> None:
    plans = plans_of(store, due_counts, today=moment.today, navigator_id=1)
    assert not any("patient_gaps" in plan or "SCAN patient" in plan for plan in plans), plans

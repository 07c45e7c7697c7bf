"""What a clinic changes in its words, holidays, tries and macros holds at once."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from careteam.domain.catalogue_drafts import (
    ClinicDraft,
    MacroDraft,
    TermDraft,
)
from careteam.domain.contacts import ContactDraft
from careteam.domain.due import DueKind
from careteam.domain.errors import Missing
from careteam.storage.reads.rules import read_macros
from careteam.storage.reads.settings import (
    clinic_row,
    federal_holidays_missing,
    holiday_rows,
    term_rows,
    worker_rows,
)
from careteam.storage.writes.clinic import add_holiday, fill_year, remove_holidays, save_clinic
from careteam.storage.writes.contacts import amend_contact
from careteam.storage.writes.terms import (
    add_term,
    order_terms,
    remove_macro,
    save_macro,
    save_term,
    switch_term,
)
from tests.storage.own_rules import Clinic, clinic, refused_at

# fixtures of this clinic
assert clinic


def test_other_retry_days_move_the_tries_that_wait(clinic: Clinic) -> None:
    clinic.log("no_answer")
    assert clinic.due() == (date(2026, 11, 23), DueKind.RETRY)
    clinic.do(save_term, TermDraft("outcome", "No answer", "no_answer", retry_days=2))
    assert clinic.due() == (date(2026, 11, 24), DueKind.RETRY)
    clinic.do(save_term, TermDraft("outcome", "No answer", "no_answer", retry_days=1))
    assert clinic.due() == (date(2026, 11, 23), DueKind.RETRY)


def test_another_number_of_tries_changes_when_the_way_changes(clinic: Clinic) -> None:
    row = clinic.store.read(clinic_row)
    draft = ClinicDraft(row.name, row.zone, row.region, 1, row.quick_minutes)
    clinic.log("no_answer")
    clinic.do(save_clinic, draft)
    assert clinic.due()[1] == DueKind.STOP_RULE
    clinic.do(save_clinic, replace(draft, max_attempts=row.max_attempts))
    assert clinic.due()[1] == DueKind.RETRY


def test_a_holiday_moves_what_would_fall_due_on_it(clinic: Clinic) -> None:
    clinic.log("no_answer")
    monday = date(2026, 11, 23)
    assert clinic.due()[0] == monday
    clinic.do(add_holiday, monday, "Founders' day")
    assert clinic.due()[0] == date(2026, 11, 24)
    assert refused_at(clinic, add_holiday, monday, "Again") == ["day"]
    clinic.do(remove_holidays, [monday])
    assert clinic.due()[0] == monday
    with pytest.raises(Missing):
        clinic.do(remove_holidays, [monday])


def test_the_federal_holidays_of_a_year_are_added_once(clinic: Clinic) -> None:
    assert clinic.store.read(holiday_rows, 2031) == ()
    missing = clinic.store.read(federal_holidays_missing, 2031)
    clinic.do(fill_year, 2031)
    days = [row.day for row in clinic.store.read(holiday_rows, 2031)]
    assert date(2031, 7, 4) in days
    assert days == [row.day for row in missing]
    assert clinic.do(fill_year, 2031).summary == "2031 is complete."
    clinic.do(remove_holidays, days)
    assert clinic.store.read(holiday_rows, 2031) == ()
    assert refused_at(clinic, fill_year, 1066) == ["year"]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": " "}, "name"),
        ({"zone": "Mars/Olympus"}, "zone"),
        ({"region": "XX"}, "region"),
        ({"max_attempts": 0}, "max_attempts"),
        ({"max_attempts": None}, "max_attempts"),
        ({"quick_minutes": ()}, "quick_minutes"),
        ({"quick_minutes": (0, 5)}, "quick_minutes"),
    ],
)
def test_a_clinic_that_breaks_a_rule_is_refused_at_its_field(
    clinic: Clinic, changed: dict[str, Any], field: str
) -> None:
    sound = ClinicDraft("Leukemia Program", "America/New_York", "US", 3, (5, 10))
    assert refused_at(clinic, save_clinic, replace(sound, **changed)) == [field]


def test_the_clinics_settings_come_back_as_they_were_entered(clinic: Clinic) -> None:
    clinic.do(save_clinic, ClinicDraft("Blood Center", "America/Chicago", "us", 4, (30, 5, 5)))
    row = clinic.store.read(clinic_row)
    assert (row.name, row.zone, row.region) == ("Blood Center", "America/Chicago", "US")
    assert (row.max_attempts, row.quick_minutes) == (4, (5, 30))
    assert clinic.store.rules.catalogue.quick_minutes == (5, 30)


def test_a_new_word_is_offered_at_the_end_of_its_list(clinic: Clinic) -> None:
    clinic.do(add_term, TermDraft("topic", "Dental clearance"))
    assert list(clinic.store.rules.catalogue.terms["topic"])[-1] == "dental_clearance"
    assert refused_at(clinic, add_term, TermDraft("topic", "dental  clearance ")) == ["label"]
    assert refused_at(clinic, add_term, TermDraft("sex", "Neither")) == ["kind"]


def test_a_new_outcome_counts_as_it_was_made(clinic: Clinic) -> None:
    clinic.do(add_term, TermDraft("outcome", "Line was busy", retry_days=2))
    clinic.log("line_was_busy")
    assert clinic.due() == (date(2026, 11, 24), DueKind.RETRY)
    clinic.do(add_term, TermDraft("outcome", "Reached interpreter", is_reached=True))
    assert clinic.store.rules.catalogue.outcomes["reached_interpreter"].is_reached


def test_whether_an_outcome_reached_somebody_cannot_be_turned_over(clinic: Clinic) -> None:
    clinic.do(save_term, TermDraft("outcome", "No answer", "no_answer", is_reached=True))
    assert not clinic.store.rules.catalogue.outcomes["no_answer"].is_reached


def test_a_word_that_is_switched_off_is_not_offered_but_keeps_its_label(clinic: Clinic) -> None:
    made = clinic.log("no_answer")
    clinic.do(switch_term, "outcome", "no_answer", False)
    outcomes = clinic.store.rules.catalogue.outcomes
    assert "no_answer" not in list(outcomes)
    assert outcomes["no_answer"].label == "No answer"
    shown = {row.key: row.is_active for row in clinic.store.read(term_rows, "outcome")}
    assert shown["no_answer"] is False
    draft = ContactDraft(
        patient_id=clinic.patient,
        role="nurse_navigator",
        mode="phone",
        outcome="no_answer",
        at=clinic.moment.now - timedelta(hours=1),
        person_id=clinic.navigator,
        note="Rang twice.",
        version=1,
    )
    clinic.do(amend_contact, made, draft, "Added a note")
    clinic.do(switch_term, "outcome", "no_answer", True)
    assert "no_answer" in list(clinic.store.rules.catalogue.outcomes)


def test_the_last_word_of_a_list_and_the_chart_review_stay(clinic: Clinic) -> None:
    assert refused_at(clinic, switch_term, "mode", "chart_review", False) == [""]
    kinds = list(clinic.store.rules.catalogue.terms["decline_reason"])
    for key in kinds[1:]:
        clinic.do(switch_term, "decline_reason", key, False)
    assert refused_at(clinic, switch_term, "decline_reason", kinds[0], False) == [""]


def test_words_stand_in_the_order_that_was_chosen(clinic: Clinic) -> None:
    before = list(clinic.store.rules.catalogue.outcomes)
    clinic.do(order_terms, "outcome", [before[2], before[0]])
    after = list(clinic.store.rules.catalogue.outcomes)
    assert after[:3] == [before[2], before[0], before[1]]
    clinic.do(order_terms, "outcome", before)
    assert list(clinic.store.rules.catalogue.outcomes) == before


@pytest.mark.parametrize("days", [0, 61, -3])
def test_retry_days_out_of_range_are_refused(clinic: Clinic, days: int) -> None:
    draft = TermDraft("outcome", "No answer", "no_answer", retry_days=days)
    assert refused_at(clinic, save_term, draft) == ["retry_days"]


def test_a_macro_is_kept_renamed_and_removed(clinic: Clinic) -> None:
    clinic.do(save_macro, MacroDraft(".port", "Port flushed.\nNo redness."))
    assert clinic.store.read(read_macros)[".port"] == "Port flushed.\nNo redness."
    clinic.do(save_macro, MacroDraft(".p", "Port flushed.", was=".port"))
    assert ".port" not in clinic.store.read(read_macros)
    assert refused_at(clinic, save_macro, MacroDraft(".vm", "Other", was=".p")) == ["short"]
    clinic.do(remove_macro, ".p")
    assert ".p" not in clinic.store.read(read_macros)
    with pytest.raises(Missing):
        clinic.do(remove_macro, ".p")


@pytest.mark.parametrize(
    ("short", "text", "field"),
    [
        ("port", "x", "short"),
        (". p", "x", "short"),
        (".p", " ", "text"),
        (".p", "x" * 2001, "text"),
    ],
)
def test_a_macro_that_breaks_a_rule_is_refused(
    clinic: Clinic, short: str, text: str, field: str
) -> None:
    assert refused_at(clinic, save_macro, MacroDraft(short, text)) == [field]


def test_who_has_left_cannot_work_at_the_desk(clinic: Clinic) -> None:
    rows = clinic.store.read(worker_rows, today=clinic.moment.today)
    assert [(row.name, row.roles) for row in rows] == [
        ("Ellis, Joan, RN, OCN", ("nurse_navigator",))
    ]

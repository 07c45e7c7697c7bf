"""A care summary says what the database holds at the moment, and nothing else."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from careteam.domain.assignments import DeclineDraft, Rank
from careteam.domain.contacts import NextStep
from careteam.domain.errors import Missing
from careteam.domain.moment import Moment
from careteam.domain.patients import Alert, PatientDraft, RelatedDraft, Status, StatusDraft
from careteam.domain.people import AbsenceDraft, PersonDraft
from careteam.domain.summary import StepLine
from careteam.storage.reads.patient_form import draft_of
from careteam.storage.reads.summary import collect_summary
from careteam.storage.store import Store
from careteam.storage.writes.assignments import decline_role, hold_assignment
from careteam.storage.writes.patients import register_patient, set_status
from careteam.storage.writes.people import amend_person
from tests.people import add_member
from tests.storage.summarising import Collect, Log, amend, assigned


def test_the_box_says_who_the_patient_is(collect: Collect) -> None:
    identity = collect().identity
    assert identity.name == "DELACRUZ, Maria (Ms)"
    assert identity.born == "14-Mar-1981 (45 y)"
    assert identity.sex == "Female"
    assert identity.mrn == "482913"
    assert identity.diagnosis == "B-ALL, BCR::ABL1 (Ph+) · C91.00 · found 6-Nov-2026"
    assert identity.speaks == "Spanish, interpreter"
    assert identity.phone == "(212) 555-0148"


def test_a_number_where_no_message_may_be_left_says_so(
    store: Store, moment: Moment, patient: int, collect: Collect
) -> None:
    (phone,) = store.read(draft_of, patient).phones
    amend(store, moment, patient, phones=(replace(phone, may_leave_message=False),))
    assert collect().identity.phone == "(212) 555-0148, leave no message"


def test_the_author_is_the_person_at_the_desk_and_else_the_clinic(
    collect: Collect, moment: Moment, navigator: int
) -> None:
    by_joan = collect(moment=replace(moment, by=navigator))
    assert (by_joan.author, by_joan.author_phone) == ("Joan Ellis, RN, OCN", "(212) 555-0101")
    by_nobody = collect()
    assert (by_nobody.author, by_nobody.author_phone) == ("Leukemia Program", "")


def test_it_is_made_at_the_clinics_hour(collect: Collect) -> None:
    summary = collect()
    assert summary.made_at == "20-Nov-2026 09:30"
    assert summary.made_on_iso == "2026-11-20"


def test_where_she_is_counts_the_days_of_the_phase_and_names_the_milestone(
    collect: Collect,
) -> None:
    summary = collect()
    assert summary.where_lead == "Induction, day 12 of about 28."
    assert summary.where_text == (
        "Not having achieved remission. Phase began 9-Nov-2026. "
        "Next milestone: Marrow and MRD, day 29, 7-Dec-2026. Needs an interpreter for Spanish."
    )


def test_a_phase_that_outlasts_its_usual_length_is_not_said_to_be_day_40_of_28(
    collect: Collect, moment: Moment
) -> None:
    later = replace(moment, now=moment.now + timedelta(days=28))
    summary = collect(moment=later)
    assert summary.where_lead == "Induction, day 40; usually about 28 days."
    assert "milestone" not in summary.where_text


def test_alerts_stand_with_their_day(
    store: Store, moment: Moment, patient: int, collect: Collect
) -> None:
    alerts = (Alert("neutropenic", "", date(2026, 11, 17)), Alert("other", "Falls at night"))
    amend(store, moment, patient, alerts=alerts)
    assert collect().alerts == ("Neutropenic since 17-Nov", "Falls at night")


def test_the_team_shows_who_leads_who_backs_up_and_what_is_still_to_be_assigned(
    store: Store, moment: Moment, patient: int, collect: Collect
) -> None:
    raman = add_member(store, "Raman", "Priya", "MD", "heme_onc_adult", "2125550110")
    okoye = add_member(store, "Okoye", "Ben", "MD", "heme_onc_adult")
    assigned(store, moment, patient, raman, "heme_onc_adult", Rank.LEAD)
    assigned(store, moment, patient, okoye, "heme_onc_adult", Rank.BACKUP)
    lines = [line for line in collect().team if line.role == "Hematologist-oncologist"]
    assert [(line.person, line.note, line.reach) for line in lines] == [
        ("Priya Raman, MD", "leads", "(212) 555-0110"),
        ("Ben Okoye, MD", "backup", ""),
    ]
    assert [line.last_contact for line in lines] == ["none yet", ""]
    gaps = {line.role for line in collect().team if line.is_gap}
    assert "Oncology social worker" in gaps
    assert "Hematologist-oncologist" not in gaps


def test_tries_that_reached_nobody_are_counted_and_a_late_role_says_so(
    store: Store, moment: Moment, patient: int, collect: Collect, log: Log
) -> None:
    bell = add_member(store, "Bell", "Marcus", "LCSW", "social_worker")
    assigned(store, moment, patient, bell, "social_worker", Rank.PRIMARY)
    for days in (3, 2):
        log(
            role="social_worker", outcome="no_answer", at=moment.now - timedelta(days=days), note=""
        )
    (line,) = (line for line in collect().team if line.role == "Oncology social worker")
    assert line.last_contact == "2 tries, not reached"
    assert (line.next_due, line.is_late) == ("19-Nov", True)


def test_the_last_contact_of_a_role_says_its_day_and_way(collect: Collect, log: Log) -> None:
    log(mode="clinic_visit")
    (line,) = (line for line in collect().team if line.person == "Joan Ellis, RN, OCN")
    assert line.last_contact == "20-Nov visit"
    assert (line.next_due, line.is_late) == ("27-Nov", False)


def test_a_role_the_patient_declined_says_when_to_ask_again(
    store: Store, moment: Moment, patient: int, collect: Collect
) -> None:
    decline = DeclineDraft(patient, "chaplain", date(2026, 11, 16), ask_at_phase="consolidation")
    store.do(decline_role, decline, moment=moment, rules=store.rules)
    (line,) = (line for line in collect().team if line.person.startswith("declined"))
    assert (line.person, line.next_due) == ("declined 16-Nov", "ask at consolidation")
    assert not line.is_gap


def test_a_role_on_hold_is_not_due(
    store: Store, moment: Moment, patient: int, collect: Collect
) -> None:
    bell = add_member(store, "Bell", "Marcus", "LCSW", "social_worker")
    made = assigned(store, moment, patient, bell, "social_worker", Rank.PRIMARY)
    store.do(hold_assignment, made, "In hospital", moment=moment, rules=store.rules)
    (line,) = (line for line in collect().team if line.person == "Marcus Bell, LCSW")
    assert (line.note, line.next_due) == ("on hold: In hospital", "")


def test_a_holder_who_is_away_says_until_when(
    store: Store, moment: Moment, navigator: int, collect: Collect
) -> None:
    away = (AbsenceDraft(date(2026, 11, 19), date(2026, 11, 24)),)
    person = PersonDraft("Ellis", "Joan", credentials="RN, OCN", absences=away)
    store.do(amend_person, navigator, person, moment=moment, rules=store.rules)
    assert "Joan Ellis, RN, OCN, away until 24-Nov" in {line.person for line in collect().team}


def test_relatives_stand_with_the_consent_to_talk_to_them(
    store: Store, moment: Moment, patient: int, collect: Collect
) -> None:
    related = (
        RelatedDraft(
            "Rosa Delacruz",
            "sibling",
            "2125550149",
            is_caregiver=True,
            may_talk=True,
            consent_on=date(2026, 11, 9),
            note="not about money",
        ),
        RelatedDraft("Luis Delacruz", "father", may_talk=False),
        RelatedDraft("Ana Ruiz", "friend"),
    )
    amend(store, moment, patient, related=related)
    rosa, luis, ana = collect().caregivers
    assert (rosa.name, rosa.relationship, rosa.phone) == (
        "Rosa Delacruz",
        "Sibling, caregiver",
        "(212) 555-0149",
    )
    assert rosa.consent == "yes, 9-Nov-2026; not about money"
    assert luis.consent == "no, do not share"
    assert ana.consent == "not recorded"


def test_next_steps_are_the_open_ones_and_the_milestone_by_day(
    collect: Collect, log: Log, moment: Moment, navigator: int
) -> None:
    log(next_step=NextStep("Ride to the clinic", date(2026, 12, 9), owner_role="social_worker"))
    log(next_step=NextStep("Ask about sleep", date(2026, 11, 24), "14:00", owner_id=navigator))
    assert collect().next_steps == (
        StepLine("24-Nov 14:00", "Ask about sleep", "Joan Ellis, RN, OCN"),
        StepLine("7-Dec", "Marrow and MRD, day 29", ""),
        StepLine("9-Dec", "Ride to the clinic", "Oncology social worker"),
    )
    later = collect(moment=replace(moment, now=moment.now + timedelta(days=5)))
    assert [step.is_late for step in later.next_steps] == [True, False, False]


def test_someone_who_died_has_no_day_of_treatment_nothing_due_and_no_role_to_fill(
    store: Store, moment: Moment, patient: int, collect: Collect, log: Log
) -> None:
    log(next_step=NextStep("Ask about sleep", date(2026, 11, 24)))
    amend(store, moment, patient, alerts=(Alert("neutropenic"),))
    died = StatusDraft(Status.DECEASED, date(2026, 11, 19), "sepsis")
    store.do(set_status, patient, died, moment=moment, rules=store.rules)
    summary = collect(moment=replace(moment, now=moment.now + timedelta(days=500)))
    assert summary.state == "Died 19-Nov-2026: sepsis. Last phase: Induction, since 9-Nov-2026."
    assert summary.identity.born == "14-Mar-1981 (45 y)"
    assert (summary.where_lead, summary.where_text, summary.alerts) == ("", "", ())
    assert summary.next_steps == ()
    assert [(line.person, line.next_due) for line in summary.team] == [("Joan Ellis, RN, OCN", "")]


def test_someone_transferred_says_where_to_and_keeps_the_alerts(
    store: Store, moment: Moment, patient: int, collect: Collect
) -> None:
    amend(store, moment, patient, alerts=(Alert("neutropenic"),))
    moved = StatusDraft(Status.TRANSFERRED, date(2026, 11, 19), "to Harbor Clinic")
    store.do(set_status, patient, moved, moment=moment, rules=store.rules)
    summary = collect()
    assert summary.state.startswith("Transferred 19-Nov-2026: to Harbor Clinic.")
    assert summary.alerts == ("Neutropenic",)


def test_a_patient_of_whom_nothing_is_known_has_a_summary_without_a_wrong_word(
    store: Store, moment: Moment
) -> None:
    made = store.do(
        register_patient, PatientDraft("7", "Nguyen"), moment=moment, rules=store.rules
    ).made
    assert made is not None
    summary = store.read(collect_summary, made, moment=moment, rules=store.rules)
    identity = summary.identity
    assert identity.name == "NGUYEN"
    assert (identity.born, identity.diagnosis, identity.speaks, identity.phone) == ("", "", "", "")
    assert (summary.where_lead, summary.where_text, summary.state) == ("", "", "")
    assert (summary.team, summary.caregivers, summary.next_steps, summary.contacts) == (
        (),
        (),
        (),
        (),
    )


def test_a_patient_who_is_not_there_is_missing(store: Store, moment: Moment) -> None:
    with pytest.raises(Missing):
        store.read(collect_summary, 404, moment=moment, rules=store.rules)

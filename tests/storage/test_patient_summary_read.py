"""The paper for a patient says what is coded, for people in navigation, without note or score."""

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.assignments import AssignmentDraft, DeclineDraft, Rank
from careteam.domain.changes import Changes
from careteam.domain.errors import Missing, Refused
from careteam.domain.letterhead import AFTER_HOURS_SETTING
from careteam.domain.moment import Moment
from careteam.domain.patient_summary import PatientSummary, StepKind
from careteam.domain.patient_words import LANGUAGES
from careteam.domain.patients import Status, StatusDraft
from careteam.domain.people import AbsenceDraft
from careteam.domain.summary import digest_of
from careteam.exports.patient_text import patient_text
from careteam.storage.identifiers import new_external_id
from careteam.storage.reads.patient_form import draft_of
from careteam.storage.reads.patient_summary import collect_patient_summary
from careteam.storage.reads.person import person_detail
from careteam.storage.store import Store
from careteam.storage.tables import (
    BarrierRecord,
    FollowUpRecord,
    MilestoneRecord,
    ReferralRecord,
    ScreeningRecord,
    TreatmentRecord,
)
from careteam.storage.tables.record import Record
from careteam.storage.writes.assignments import assign, decline_role
from careteam.storage.writes.patients import amend_patient, set_status
from careteam.storage.writes.people import amend_person
from careteam.storage.writes.settings import set_setting
from tests.people import add_member
from tests.plans import plans_of

TODAY = date(2026, 11, 20)
Collect = Callable[..., PatientSummary]


@pytest.fixture
def collect(store: Store, moment: Moment, patient: int) -> Collect:
    """Collects the paper of DELACRUZ, Maria."""

    def _collect(**options: Any) -> PatientSummary:
        options = {"moment": moment, "rules": store.rules, **options}
        return store.read(collect_patient_summary, patient, **options)

    return _collect


def keep(store: Store, *records: Record) -> None:
    @needs(Action.OWN)
    def add(session: Session) -> Changes:
        for record in records:
            session.add(record)
        session.flush()
        return Changes(frozenset())

    store.do(add)


def records(patient: int, moment: Moment, note: str) -> list[Record]:
    """One of everything that is told, each with a note that is not."""

    def made() -> dict[str, Any]:
        return {
            "external_id": new_external_id(), "patient_id": patient, "made_at": moment.now
        }  # fmt: skip

    return [
        TreatmentRecord(modality="targeted_therapy", detail=note, state="active", **made()),
        TreatmentRecord(modality="radiation_therapy", detail=note, state="planned", **made()),
        MilestoneRecord(
            kind="lumbar_puncture", label=note, planned_on=date(2026, 11, 24), **made()
        ),
        MilestoneRecord(kind="other", label=note, planned_on=date(2026, 11, 26), **made()),
        MilestoneRecord(kind="cbc", label=note, planned_on=date(2026, 11, 1), **made()),
        MilestoneRecord(kind="cytogenetics", label=note, planned_on=date(2026, 11, 25), **made()),
        BarrierRecord(category="transportation", detail=note, found_on=TODAY, **made()),
        BarrierRecord(category="transportation", detail=note, found_on=TODAY, **made()),
        BarrierRecord(category="safety_at_home", detail=note, found_on=TODAY, **made()),
        ReferralRecord(
            to_role="psychologist", state="requested", requested_on=TODAY, state_on=TODAY,
            reason_text=note, **made(),
        ),
        ReferralRecord(
            to_kind="outside", to_name=note, state="scheduled", requested_on=TODAY, state_on=TODAY,
            scheduled_on=date(2026, 12, 1), reason_text=note, **made(),
        ),
        FollowUpRecord(text=note, owner_role="patient", due_on=date(2026, 11, 23), **made()),
        FollowUpRecord(text=note, owner_role="nurse_navigator", due_on=TODAY, **made()),
        ScreeningRecord(
            external_id=new_external_id(), patient_id=patient, instrument="nccn_dt", score=9,
            on_day=TODAY, recorded_at=moment.now,
        ),
    ]  # fmt: skip


def test_it_tells_what_is_to_come_and_what_is_worked_on_by_code(
    store: Store, moment: Moment, patient: int, collect: Collect
) -> None:
    before = {(step.on_iso, step.what.key) for step in collect().steps}
    keep(store, *records(patient, moment, "Husband shouts"))
    paper = collect()
    assert [line.what.key for line in paper.treatments] == ["targeted_therapy"]
    added = [
        (step.on_iso, step.kind, step.what.key)
        for step in paper.steps
        if (step.on_iso, step.what.key) not in before
    ]
    assert added == [
        ("2026-11-23", StepKind.YOURS, "yours"),
        ("2026-11-24", StepKind.TEST, "lumbar_puncture"),
        ("2026-11-26", StepKind.TEST, "other"),
        ("2026-12-01", StepKind.PLANNED, ""),
    ]
    assert [(line.what.key, line.referral) for line in paper.working] == [
        ("transportation", ""),
        ("psychologist", "requested"),
    ]
    assert paper.phase is not None
    assert (paper.phase.key, paper.phase_day, paper.phase_days) == ("induction", 12, 28)
    assert (paper.called, paper.name, paper.mrn) == ("Maria", "DELACRUZ, Maria", "482913")


def test_with_free_text_it_has_only_what_is_meant_for_the_patient(
    store: Store, moment: Moment, patient: int, collect: Collect
) -> None:
    keep(store, *records(patient, moment, "Zebra note"))
    paper = collect(has_free_text=True)
    assert [line.note for line in paper.treatments] == ["Zebra note"]
    told = {(step.kind, step.what.key): step.note for step in paper.steps}
    assert told[StepKind.YOURS, "yours"] == told[StepKind.PLANNED, ""] == "Zebra note"
    assert told[StepKind.TEST, "lumbar_puncture"] == ""
    assert str(asdict(paper)).count("Zebra note") == 4


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(note=st.text(st.characters(categories=("Lu", "Ll", "Nd")), min_size=3, max_size=30))
def test_no_note_is_ever_in_the_paper_while_free_text_is_off(
    store: Store, moment: Moment, patient: int, note: str
) -> None:
    marked = f"§{note}§"
    keep(store, *records(patient, moment, marked))
    for code in LANGUAGES:
        paper = store.read(
            collect_patient_summary, patient, moment=moment, rules=store.rules, language=code
        )
        assert marked not in str(asdict(paper))
        text = patient_text(paper)
        assert "§" not in text
        assert "NCCN" not in text.upper()


def test_the_lead_and_the_first_call_stand_before_the_others(
    store: Store, moment: Moment, patient: int, navigator: int, collect: Collect
) -> None:
    context = {"moment": moment, "rules": store.rules}
    raman = add_member(store, "Raman", "Priya", "MD", "heme_onc_adult", "2125550110")
    spare = add_member(store, "Okoye", "Ben", "MD", "heme_onc_adult")
    bell = add_member(store, "Bell", "Marcus", "LCSW", "social_worker", "2125550139")
    for person, role, rank in (
        (bell, "social_worker", Rank.PRIMARY),
        (raman, "heme_onc_adult", Rank.LEAD),
        (spare, "heme_onc_adult", Rank.BACKUP),
    ):
        draft = AssignmentDraft(patient, role, person, rank, date(2026, 11, 16))
        store.do(assign, draft, **context)
    people = collect().people
    assert [(line.name, line.is_lead, line.is_first) for line in people] == [
        ("Priya Raman, MD", True, False),
        ("Joan Ellis, RN, OCN", False, True),
        ("Marcus Bell, LCSW", False, False),
    ]
    assert people[0].phone == "(212) 555-0110"
    leave = AbsenceDraft(date(2026, 11, 19), date(2026, 11, 24))
    known = store.read(person_detail, raman, TODAY).draft
    store.do(amend_person, raman, replace(known, absences=(leave,)), **context)
    assert "Ben Okoye, MD" in [line.name for line in collect().people]
    assert "Priya Raman, MD" not in [line.name for line in collect().people]


def test_supporting_roles_that_nobody_holds_can_be_asked_for_and_declined_ones_not(
    store: Store, moment: Moment, patient: int, collect: Collect
) -> None:
    keys = [role.key for role in collect().also]
    assert {"social_worker", "physical_therapist", "chaplain"} <= set(keys)
    assert "heme_onc_adult" not in keys
    draft = DeclineDraft(patient, "chaplain", TODAY, "not_wanted")
    store.do(decline_role, draft, moment=moment, rules=store.rules)
    assert "chaplain" not in [role.key for role in collect().also]


def test_it_is_in_the_language_they_speak_unless_another_is_named(
    store: Store, moment: Moment, patient: int, collect: Collect
) -> None:
    assert collect().language == "es"
    assert collect(language="ht").language == "ht"
    draft = replace(store.read(draft_of, patient), language="so")
    store.do(amend_patient, patient, draft, moment=moment, rules=store.rules)
    assert collect().language == "en"


def test_the_phone_for_any_hour_and_the_clinics_own_words_come_from_the_settings(
    store: Store, moment: Moment, collect: Collect
) -> None:
    assert collect().phone == collect().call == ""
    context = {"moment": moment, "rules": store.rules}
    store.do(set_setting, AFTER_HOURS_SETTING, "2125550100", **context)
    store.do(set_setting, "patient_call_es", "Llame ya:", **context)
    assert collect().phone == "(212) 555-0100"
    assert collect().call == "Llame ya:"
    assert collect(language="en").call == ""


def test_the_digest_is_that_of_all_it_says(collect: Collect) -> None:
    paper = collect()
    assert paper.digest == digest_of(paper) == collect().digest
    assert collect(language="ru").digest != paper.digest


def test_there_is_no_paper_for_somebody_who_is_not_in_navigation(
    store: Store, moment: Moment, patient: int, collect: Collect
) -> None:
    draft = StatusDraft(Status.DECEASED, TODAY, "At home")
    store.do(set_status, patient, draft, moment=moment, rules=store.rules)
    with pytest.raises(Refused, match="not in navigation"):
        collect()
    with pytest.raises(Missing):
        store.read(collect_patient_summary, 999, moment=moment, rules=store.rules)


def test_a_phase_without_a_usual_length_counts_no_days(
    store: Store, moment: Moment, patient: int, collect: Collect
) -> None:
    draft = replace(store.read(draft_of, patient), phase="end_of_life")
    store.do(amend_patient, patient, draft, moment=moment, rules=store.rules)
    assert (collect().phase_day, collect().phase_days) == (None, None)
    closed = replace(store.read(draft_of, patient), phase="closed")
    store.do(amend_patient, patient, closed, moment=moment, rules=store.rules)
    assert collect().phase is None


def test_every_part_seeks_the_rows_of_its_patient(
    store: Store, moment: Moment, patient: int
) -> None:
    plans = plans_of(
        store, collect_patient_summary, patient, moment=moment, rules=store.rules
    )  # fmt: skip
    whole = {line for line in plans if line.startswith("SCAN")}
    assert whole <= {"SCAN setting", "SCAN letterhead"}, "one row is the letterhead"
    told = "\n".join(plans)
    for table in ("treatment", "milestone", "referral", "barrier", "follow_up"):
        assert f"SEARCH {table} USING " in told, told

"""A phase proposes its tests and plans its steps, and takes them along when it is taken back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from careteam.domain.errors import Missing, Refused
from careteam.domain.patients import Status, StatusDraft
from careteam.storage.reads.patient_form import draft_of
from careteam.storage.writes.milestone_proposals import (
    DismissMilestonesDraft,
    accept_milestones,
    dismiss_milestones,
    propose_milestones,
    reopen_proposals,
)
from careteam.storage.writes.patients import (
    amend_patient,
    set_status,
    take_back_phase,
)
from tests.storage.charting import TODAY, Chart, chart

# fixtures of this clinic
assert chart


def test_a_phase_proposes_the_tests_of_its_template_with_their_days(chart: Chart) -> None:
    chart.enter("consolidation", date(2026, 11, 18))
    found = [(row.label, row.planned_on, row.phase_label) for row in chart.page().proposals]
    assert found == [
        ("Lumbar puncture", date(2026, 11, 18), "Consolidation"),
        ("MRD, end of consolidation", date(2027, 1, 12), "Consolidation"),
    ]
    chart.enter("consolidation", date(2026, 11, 17))
    assert [row.planned_on for row in chart.page().proposals] == [
        date(2026, 11, 17),
        date(2027, 1, 11),
    ]


def test_every_template_is_proposed_by_its_phase(chart: Chart) -> None:
    rules = chart.store.rules
    for template in rules.clinical.templates:
        assert template.source
        assert template.kind in rules.catalogue.terms["test"]
    for phase in ("workup", "hct", "car_t", "relapse_refractory", "surveillance"):
        chart.enter(phase)
        rows = [row for row in chart.page().proposals if row.phase == phase]
        wanted = rules.clinical.templates_of(phase)
        assert [(row.planned_on - TODAY).days + 1 for row in rows] == [one.day for one in wanted]


def test_proposed_tests_are_planned_together_and_come_back_by_undo(chart: Chart) -> None:
    chart.enter("consolidation")
    ids = tuple(row.id for row in chart.page().proposals)
    told = chart.do(accept_milestones, ids)
    assert told.summary == "2 tests are planned."
    page = chart.page()
    assert [row.label for row in page.milestones] == [
        "Lumbar puncture",
        "MRD, end of consolidation",
    ]
    asked = [step for step in chart.steps() if step[0].endswith("is it done?")]
    assert [day for _, day in asked] == [TODAY + timedelta(2), TODAY + timedelta(60)]
    with pytest.raises(Refused):
        chart.do(accept_milestones, ids)
    chart.do(reopen_proposals, ids)
    page = chart.page()
    assert (page.milestones, tuple(row.id for row in page.proposals)) == ((), ids)
    assert not any(text.endswith("is it done?") for text, _ in chart.steps())
    chart.do(accept_milestones, ids)
    assert len(chart.page().milestones) == 2


def test_dismissing_proposed_tests_asks_why_and_they_are_not_proposed_again(chart: Chart) -> None:
    chart.enter("consolidation")
    page = chart.page()
    ids = tuple(row.id for row in page.proposals)
    with pytest.raises(Refused):
        chart.do(dismiss_milestones, DismissMilestonesDraft(ids, "because"))
    chart.do(dismiss_milestones, DismissMilestonesDraft(ids, "elsewhere", "At home"))
    assert chart.page().proposals == ()
    told = chart.do(propose_milestones, chart.patient, page.pathway.phase_id)
    assert (told.summary, chart.page().proposals) == ("Consolidation proposes nothing more.", ())
    chart.do(reopen_proposals, ids)
    assert len(chart.page().proposals) == 2


def test_a_phase_long_under_way_plans_nothing_by_itself_but_on_being_asked(chart: Chart) -> None:
    assert (chart.steps(), chart.page().proposals) == ([], ())
    phase_id = chart.page().pathway.phase_id
    told = chart.do(propose_milestones, chart.patient, phase_id)
    assert told.summary == "Induction proposes 5 tests."
    assert len(chart.page().proposals) == 5
    with pytest.raises(Missing):
        chart.do(propose_milestones, chart.patient, 999)


def test_a_switched_off_template_proposes_nothing(chart: Chart) -> None:
    with chart.store._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE milestone_template SET is_active = 0 WHERE kind = 'mrd'")
    chart.store.forget_rules()
    chart.enter("consolidation")
    assert [row.label for row in chart.page().proposals] == ["Lumbar puncture"]


def test_a_change_of_phase_plans_steps_and_ends_those_of_the_phase_before(chart: Chart) -> None:
    chart.enter("consolidation", date(2026, 11, 16))
    assert chart.steps() == [("Screen for distress and nutrition", date(2026, 11, 23))]
    chart.enter("maintenance")
    assert chart.steps() == [("Screen for distress and nutrition", date(2026, 11, 27))]
    chart.go(days=3)
    chart.enter("surveillance", date(2026, 11, 23))
    assert chart.steps() == [
        ("Screen for distress and nutrition", date(2026, 11, 30)),
        ("Survivorship summary", date(2026, 12, 23)),
    ]
    chart.do(take_back_phase, chart.patient)
    assert chart.steps() == [("Screen for distress and nutrition", date(2026, 11, 27))]
    chart.enter("surveillance", date(2026, 11, 23))
    assert [text for text, _ in chart.steps()] == [
        "Screen for distress and nutrition",
        "Survivorship summary",
    ]


def test_a_phase_taken_back_takes_its_proposals_along(chart: Chart) -> None:
    chart.enter("hct_evaluation")
    assert chart.suggested() == ["transplant_caregiver"]
    planned = chart.page().proposals[0].id
    chart.do(accept_milestones, (planned,))
    chart.do(take_back_phase, chart.patient)
    page = chart.page()
    assert (page.proposals, chart.suggested()) == ((), [])
    assert [row.label for row in page.milestones] == ["HLA typing"]
    chart.enter("hct_evaluation")
    assert (len(chart.page().proposals), chart.suggested()) == (3, ["transplant_caregiver"])


def test_a_phase_entered_with_the_patient_form_sets_the_same_in_motion(chart: Chart) -> None:
    draft = chart.store.read(draft_of, chart.patient)
    chart.do(amend_patient, chart.patient, replace(draft, phase="consolidation", phase_since=TODAY))
    assert len(chart.page().proposals) == 2
    assert chart.steps() == [("Screen for distress and nutrition", date(2026, 11, 27))]


def test_nothing_is_planned_or_proposed_for_who_is_not_active(chart: Chart) -> None:
    chart.do(set_status, chart.patient, StatusDraft(Status.DECEASED, TODAY, "sepsis"))
    chart.enter("consolidation")
    chart.plan()
    assert (chart.steps(), chart.page().proposals) == ([], ())

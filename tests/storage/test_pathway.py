"""Tests are planned, done and age onto Today; phases, stays and statuses set off the rules."""

import random
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from careteam.domain.changes import Changes
from careteam.domain.disease_status import DiseaseStatusDraft
from careteam.domain.errors import Missing, Refused, Stale
from careteam.domain.milestones import Lateness, MilestoneDraft, SettleDraft
from careteam.domain.moment import Moment
from careteam.domain.pathway import MilestoneState, StayKind
from careteam.domain.patients import PatientDraft, Status, StatusDraft
from careteam.domain.stays import DischargeDraft, StayDraft
from careteam.domain.strip import StripState
from careteam.storage.reads.pathway import PathwayPage, pathway_page
from careteam.storage.reads.patient_form import draft_of
from careteam.storage.reads.today import due_rows
from careteam.storage.store import Store
from careteam.storage.tables import (
    FollowUpRecord,
    MilestoneRecord,
    PatientRecord,
    StayRecord,
    SuggestionRecord,
)
from careteam.storage.writes.disease_status import record_status, retract_status
from careteam.storage.writes.events import Source, steps_of
from careteam.storage.writes.follow_ups import close_follow_up, reopen_follow_up
from careteam.storage.writes.milestone_proposals import (
    DismissMilestonesDraft,
    accept_milestones,
    dismiss_milestones,
    propose_milestones,
    reopen_proposals,
)
from careteam.storage.writes.milestones import (
    amend_milestone,
    move_milestone,
    plan_milestone,
    reopen_milestone,
    settle_milestone,
    withdraw_milestone,
)
from careteam.storage.writes.patients import (
    PhaseDraft,
    amend_patient,
    change_phase,
    register_patient,
    set_status,
    take_back_phase,
)
from careteam.storage.writes.stays import (
    admit,
    correct_stay,
    discharge,
    reopen_stay,
    restore_stay,
    take_back_stay,
)
from tests.plans import plans_of

TODAY = date(2026, 11, 20)
DONE, LEFT_OUT = MilestoneState.DONE, MilestoneState.LEFT_OUT
TESTS = (
    "cbc",
    "bone_marrow_biopsy",
    "bone_marrow_aspirate",
    "cytogenetics",
    "molecular",
    "flow_immunophenotype",
    "ct_scan",
    "lumbar_puncture",
    "mrd",
    "echocardiogram",
    "hla_typing",
)


class Chart:
    """The chart of one patient in a real database, with a clock that can be moved."""

    def __init__(self, store: Store, moment: Moment, patient: int) -> None:
        self.store, self.moment, self.patient = store, moment, patient

    def do(self, verb: Any, *args: Any) -> Changes:
        return self.store.do(verb, *args, moment=self.moment, rules=self.store.rules)

    def go(self, **time: float) -> None:
        self.moment = replace(self.moment, now=self.moment.now + timedelta(**time))

    def page(self) -> PathwayPage:
        today, rules = self.moment.today, self.store.rules
        return self.store.read(pathway_page, self.patient, today=today, rules=rules)

    def plan(self, kind: str = "cbc", on: date = TODAY, **more: Any) -> int:
        return self.do(plan_milestone, MilestoneDraft(self.patient, kind, on, **more)).made or 0

    def steps(self, state: str = "open") -> list[tuple[str, date]]:
        """The next steps that are in a state, by their days."""
        table = FollowUpRecord.__table__.c
        query = select(table.text, table.due_on).where(
            table.patient_id == self.patient, table.state == state
        )
        query = query.order_by(table.due_on, table.text)
        return self.store.read(lambda s: [tuple(row) for row in s.execute(query)])

    def suggested(self, state: str = "open") -> list[str]:
        """The rules behind the suggestions of roles and steps."""
        table = SuggestionRecord.__table__.c
        query = select(table.rule).where(
            table.patient_id == self.patient, table.state == state, table.kind != "milestone"
        )
        return self.store.read(lambda s: sorted(s.scalars(query)))

    def enter(self, phase: str, on: date = TODAY, pathway: str | None = None) -> None:
        self.do(change_phase, PhaseDraft(self.patient, phase, on, pathway=pathway))

    def today(self) -> list[tuple[str, str]]:
        """What is due by now, as Today shows it."""
        today, rules = self.moment.today, self.store.rules
        rows = self.store.read(due_rows, today=today, rules=rules)
        return [(row.reason, row.due_text) for row in rows if row.due_on <= today]


@pytest.fixture
def chart(store: Store, moment: Moment, patient: int) -> Chart:
    """DELACRUZ, Maria, in induction since 9-Nov-2026."""
    return Chart(store, moment, patient)


@pytest.fixture
def alone(store: Store, moment: Moment) -> Chart:
    """OKAFOR, Samuel, without a phase and a team: nothing of his is due."""
    draft = PatientDraft(mrn="517402", family="Okafor", given="Samuel")
    made = store.do(register_patient, draft, moment=moment, rules=store.rules).made
    return Chart(store, moment, made or 0)


@pytest.mark.parametrize("kind", TESTS)
def test_each_test_is_planned_ages_onto_today_and_is_done(alone: Chart, kind: str) -> None:
    chart = alone
    label = chart.store.rules.catalogue.label("test", kind)
    assert label != kind
    made = chart.plan(kind, date(2026, 11, 24))
    assert chart.steps() == [(f"{label} · is it done?", date(2026, 11, 26))]
    assert chart.page().milestones[0].lateness is Lateness.AHEAD
    chart.go(days=7)
    row = chart.page().milestones[0]
    assert (row.label, row.lateness, row.days) == (label, Lateness.LATE, 3)
    assert any(label in reason for reason, _ in chart.today())
    chart.do(settle_milestone, SettleDraft(made, DONE, date(2026, 11, 25), "as expected"))
    row = chart.page().milestones[0]
    assert (row.state, row.done_on, row.result) == (DONE, date(2026, 11, 25), "as expected")
    assert chart.steps() == []
    assert not any(label in reason for reason, _ in chart.today())
    chart.do(reopen_milestone, made)
    assert chart.steps() == [(f"{label} · is it done?", date(2026, 11, 26))]


def test_a_test_that_was_done_already_is_recorded_without_a_step(chart: Chart) -> None:
    draft = MilestoneDraft(chart.patient, "cbc", None, done_on=TODAY, result="WBC 42.1")
    told = chart.do(plan_milestone, draft)
    assert told.summary == "Complete blood count is recorded, done 20-Nov-2026."
    assert chart.steps() == []


def test_the_question_moves_with_the_plan(chart: Chart) -> None:
    made = chart.plan("lumbar_puncture", TODAY, label="Lumbar puncture 2")
    chart.do(move_milestone, made, date(2026, 11, 30))
    assert chart.steps() == [("Lumbar puncture 2 · is it done?", date(2026, 12, 2))]
    row = chart.page().milestones[0]
    amended = MilestoneDraft(
        chart.patient, "lumbar_puncture", date(2026, 12, 1), "LP 2", id=made, version=row.version
    )
    chart.do(amend_milestone, amended)
    assert chart.steps() == [("LP 2 · is it done?", date(2026, 12, 3))]
    with pytest.raises(Stale):
        chart.do(amend_milestone, amended)


def test_a_question_that_was_ticked_off_comes_again_while_the_test_is_planned(
    chart: Chart,
) -> None:
    made = chart.plan("cbc", TODAY - timedelta(days=4))
    [asked] = open_questions(chart)
    chart.do(close_follow_up, asked)
    assert chart.steps() == [("Complete blood count · is it done?", date(2026, 11, 22))]
    chart.go(days=2)
    [again] = open_questions(chart)
    chart.do(close_follow_up, again)
    assert questions(chart) == [date(2026, 11, 24)]
    chart.do(reopen_follow_up, again)
    assert open_questions(chart) == [again]
    assert questions(chart) == [date(2026, 11, 22)]
    chart.do(close_follow_up, again)
    chart.do(move_milestone, made, date(2026, 12, 1))
    assert questions(chart) == [date(2026, 12, 3)]
    chart.do(settle_milestone, SettleDraft(made, DONE, date(2026, 11, 22)))
    assert questions(chart) == []
    chart.do(reopen_milestone, made)
    assert questions(chart) == [date(2026, 12, 3)]


def test_a_question_about_a_test_that_is_settled_is_not_asked_again(chart: Chart) -> None:
    made = chart.plan()
    [asked] = open_questions(chart)
    chart.do(settle_milestone, SettleDraft(made, DONE, TODAY))
    chart.do(close_follow_up, asked)
    assert chart.steps() == []


def test_leaving_a_test_out_asks_why_and_takes_it_from_today(chart: Chart) -> None:
    made = chart.plan()
    with pytest.raises(Refused):
        chart.do(settle_milestone, SettleDraft(made, LEFT_OUT))
    chart.do(settle_milestone, SettleDraft(made, LEFT_OUT, reason="Done elsewhere"))
    row = chart.page().milestones[0]
    assert (row.lateness, row.reason, chart.steps()) == (Lateness.LEFT_OUT, "Done elsewhere", [])
    chart.do(reopen_milestone, made)
    assert len(chart.steps()) == 1


def test_a_test_entered_in_error_is_shown_nowhere_and_stays_on_record(chart: Chart) -> None:
    made = chart.plan()
    chart.do(withdraw_milestone, made)
    assert (chart.page().milestones, chart.steps()) == ((), [])
    assert chart.store.read(lambda s: s.get(MilestoneRecord, made)) is not None
    with pytest.raises(Missing):
        chart.do(reopen_milestone, made + 1)


@pytest.mark.parametrize(
    ("kind", "first", "last", "count"),
    [
        ("car_t_infusion", "Daily check after the infusion", date(2026, 12, 4), 8),
        ("transplant_day_0", "Day +100 review", date(2027, 2, 28), 1),
    ],
)
def test_infusion_and_transplant_days_let_the_rules_plan(
    chart: Chart, kind: str, first: str, last: date, count: int
) -> None:
    made = chart.plan(kind)
    chart.do(settle_milestone, SettleDraft(made, DONE, TODAY))
    found = chart.steps()
    assert (len(found), found[-1][1]) == (count, last)
    assert found[0][0].endswith(first)
    chart.do(reopen_milestone, made)
    assert len(chart.steps()) == 1
    chart.do(settle_milestone, SettleDraft(made, DONE, TODAY - timedelta(days=1)))
    moved = chart.steps()
    assert (len(moved), moved[-1][1]) == (count, last - timedelta(days=1))


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


def test_the_pathway_is_chosen_with_the_phase_and_the_strip_follows_it(chart: Chart) -> None:
    chart.enter("induction", date(2026, 11, 9), pathway="adult")
    pathway = chart.page().pathway
    assert (pathway.label, pathway.started_on) == ("Adult", date(2026, 11, 9))
    assert [(part.label, part.state) for part in pathway.parts] == [
        ("Induction", StripState.NOW),
        ("Consolidation", StripState.AHEAD),
        ("Maintenance", StripState.AHEAD),
        ("Surveillance / survivorship", StripState.AHEAD),
        ("Transplant branch", StripState.OPEN),
        ("CAR-T branch", StripState.OPEN),
    ]
    with pytest.raises(Refused) as refused:
        chart.enter("consolidation", pathway="nowhere")
    assert refused.value.problems[0].field == "pathway"
    chart.enter("consolidation", pathway="peds_uk")
    chart.do(take_back_phase, chart.patient, "adult")
    assert chart.page().pathway.key == "adult"


@pytest.mark.parametrize(
    ("discharged", "due"),
    [
        (date(2026, 11, 18), date(2026, 11, 20)),
        (date(2026, 11, 20), date(2026, 11, 24)),
        (date(2026, 11, 25), date(2026, 11, 30)),
    ],
    ids=["Wednesday", "Friday", "before Thanksgiving"],
)
def test_a_discharge_starts_the_call_within_two_business_days(
    chart: Chart, discharged: date, due: date
) -> None:
    chart.go(days=5)
    stay = chart.do(admit, StayDraft(chart.patient, date(2026, 11, 16))).made or 0
    assert chart.steps() == []
    chart.do(discharge, DischargeDraft(stay, discharged))
    assert ("Call after discharge", due) in chart.steps()
    assert ("Confirm the clinic visit", discharged + timedelta(days=7)) in chart.steps()
    chart.do(reopen_stay, stay)
    assert chart.steps() == []
    chart.do(discharge, DischargeDraft(stay, discharged))
    assert len(chart.steps()) == 2


def test_the_call_moves_with_a_corrected_discharge_and_goes_with_the_stay(chart: Chart) -> None:
    draft = StayDraft(chart.patient, date(2026, 11, 10), discharged_on=date(2026, 11, 19))
    stay = chart.do(admit, draft).made or 0
    assert ("Call after discharge", date(2026, 11, 23)) in chart.steps()
    assert chart.suggested() == ["function"]
    row = chart.page().stays[0]
    shorter = replace(draft, discharged_on=date(2026, 11, 16), id=stay, version=row.version)
    chart.do(correct_stay, shorter)
    assert ("Call after discharge", date(2026, 11, 18)) in chart.steps()
    assert chart.suggested() == []
    with pytest.raises(Stale):
        chart.do(correct_stay, shorter)
    chart.do(take_back_stay, stay)
    assert (chart.steps(), chart.page().stays) == ([], ())
    assert chart.store.read(lambda s: s.get_one(StayRecord, stay)).retracted_at is not None
    chart.do(restore_stay, stay)
    assert len(chart.steps()) == 2


@pytest.mark.parametrize(("nights", "fires"), [(6, False), (7, True)])
def test_a_week_in_hospital_suggests_the_physical_therapist(
    chart: Chart, nights: int, fires: bool
) -> None:
    start = TODAY - timedelta(days=nights)
    chart.do(admit, StayDraft(chart.patient, start, discharged_on=TODAY))
    assert chart.suggested() == (["function"] if fires else [])


def test_an_emergency_visit_is_called_about_on_the_next_business_day(chart: Chart) -> None:
    visit = StayDraft(chart.patient, TODAY, StayKind.EMERGENCY, reason="Fever")
    chart.do(admit, visit)
    assert chart.steps() == [("Call after the emergency visit", date(2026, 11, 23))]
    row = chart.page().stays[0]
    with pytest.raises(Refused):
        chart.do(correct_stay, replace(visit, kind=StayKind.INPATIENT, id=row.id))


def test_a_stay_of_long_ago_is_history_and_plans_nothing(chart: Chart) -> None:
    old = StayDraft(chart.patient, date(2026, 9, 1), discharged_on=date(2026, 9, 20))
    chart.do(admit, old)
    assert (chart.steps(), chart.suggested()) == ([], [])


def test_nobody_is_in_hospital_twice(chart: Chart) -> None:
    stay = chart.do(admit, StayDraft(chart.patient, date(2026, 11, 16))).made or 0
    with pytest.raises(Refused) as refused:
        chart.do(admit, StayDraft(chart.patient, TODAY))
    assert refused.value.problems[0].field == "admitted_on"
    chart.do(admit, StayDraft(chart.patient, TODAY, StayKind.EMERGENCY))
    chart.do(discharge, DischargeDraft(stay, TODAY))
    with pytest.raises(Refused):
        chart.do(discharge, DischargeDraft(stay, TODAY))
    with pytest.raises(Missing):
        chart.do(discharge, DischargeDraft(999, TODAY))


def icd_state(chart: Chart) -> str:
    return chart.store.read(lambda s: s.get_one(PatientRecord, chart.patient).icd_state)


def test_a_recorded_remission_is_told_in_the_diagnosis_and_goes_with_its_record(
    chart: Chart,
) -> None:
    draft = DiseaseStatusDraft(chart.patient, TODAY, "in_remission", "negative")
    told = chart.do(record_status, draft)
    assert told.summary.endswith("The diagnosis now says: in remission.")
    assert icd_state(chart) == "in_remission"
    older = replace(draft, on=date(2026, 11, 10), remission="not_in_remission", mrd="")
    chart.do(record_status, older)
    assert icd_state(chart) == "in_remission"
    assert [row.on for row in chart.page().statuses] == [TODAY, date(2026, 11, 10)]
    chart.do(retract_status, told.made)
    assert icd_state(chart) == "not_in_remission"
    assert len(chart.page().statuses) == 1


@pytest.mark.parametrize(
    ("remission", "mrd", "fires"),
    [
        ("", "positive", True),
        ("in_relapse", "", True),
        ("", "negative", False),
        ("in_remission", "intermediate", False),
    ],
)
def test_a_positive_mrd_or_a_relapse_suggests_the_transplant_physician(
    chart: Chart, remission: str, mrd: str, fires: bool
) -> None:
    draft = DiseaseStatusDraft(chart.patient, TODAY, remission, mrd)
    made = chart.do(record_status, draft).made
    assert chart.suggested() == (["disease"] if fires else [])
    chart.do(retract_status, made, "not_in_remission")
    assert (chart.suggested(), icd_state(chart)) == ([], "not_in_remission")


def questions(chart: Chart) -> list[date]:
    return [day for text, day in chart.steps() if text.endswith("is it done?")]


def open_questions(chart: Chart) -> list[int]:
    """The steps that ask whether a test is done."""
    table = FollowUpRecord.__table__.c
    query = select(table.id).where(
        table.patient_id == chart.patient, table.state == "open", table.source_kind == "milestone"
    )
    return chart.store.read(lambda s: list(s.scalars(query)))


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_done_exactly_the_planned_tests_are_asked_about_on_their_day(
    chart: Chart, seed: int
) -> None:
    rng = random.Random(seed)  # noqa: S311 - the same acts every time
    chart.enter("consolidation")
    chart.do(accept_milestones, [row.id for row in chart.page().proposals])
    for _ in range(25):
        rows = chart.page().milestones
        day = TODAY + timedelta(days=rng.randrange(-20, 60))
        row = rng.choice(rows) if rows else None
        act = rng.randrange(5)
        if row is None or act == 0:
            chart.plan(rng.choice(TESTS), day)
        elif act == 1 and row.state is MilestoneState.PLANNED:
            chart.do(move_milestone, row.id, day)
        elif act == 2:
            chart.do(settle_milestone, SettleDraft(row.id, DONE, min(day, TODAY)))
        elif act == 3:
            chart.do(settle_milestone, SettleDraft(row.id, LEFT_OUT, reason="Not needed"))
        elif act == 4:
            chart.do(rng.choice((reopen_milestone, withdraw_milestone)), row.id)
        late = {one.label: one.late_days for one in chart.store.rules.clinical.templates}
        wanted = [
            row.planned_on + timedelta(days=late.get(row.label, 2))
            for row in chart.page().milestones
            if row.state is MilestoneState.PLANNED and row.planned_on
        ]
        assert questions(chart) == sorted(wanted)


def test_nothing_is_planned_for_a_patient_who_is_not_there(chart: Chart) -> None:
    with pytest.raises(Missing):
        chart.do(plan_milestone, MilestoneDraft(999, "cbc", TODAY))
    with pytest.raises(Missing):
        chart.do(admit, StayDraft(999, TODAY))
    with pytest.raises(Missing):
        chart.do(record_status, DiseaseStatusDraft(999, TODAY, "in_remission"))
    with pytest.raises(Missing):
        chart.do(retract_status, 999)


def test_the_tab_is_read_over_indexes(chart: Chart) -> None:
    today, rules = chart.moment.today, chart.store.rules
    plans = plans_of(chart.store, pathway_page, chart.patient, today=today, rules=rules)
    assert len(plans) >= 6
    assert not [plan for plan in plans if plan.startswith("SCAN")]


def test_the_steps_about_a_row_are_found_over_their_index(chart: Chart) -> None:
    plans = plans_of(chart.store, steps_of, Source("milestone", 1))
    assert any("follow_up_source" in plan for plan in plans)

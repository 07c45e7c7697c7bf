"""Tests are planned, done, left out and asked about, and age onto Today."""

import random
from datetime import date, timedelta

import pytest

from careteam.domain.disease_status import DiseaseStatusDraft
from careteam.domain.errors import Missing, Refused, Stale
from careteam.domain.milestones import Lateness, MilestoneDraft, SettleDraft
from careteam.domain.pathway import MilestoneState
from careteam.domain.stays import StayDraft
from careteam.storage.tables import (
    MilestoneRecord,
)
from careteam.storage.writes.disease_status import record_status, retract_status
from careteam.storage.writes.follow_ups import close_follow_up, reopen_follow_up
from careteam.storage.writes.milestone_proposals import (
    accept_milestones,
)
from careteam.storage.writes.milestones import (
    amend_milestone,
    move_milestone,
    plan_milestone,
    reopen_milestone,
    settle_milestone,
    withdraw_milestone,
)
from careteam.storage.writes.stays import (
    admit,
)
from tests.storage.charting import (
    DONE,
    LEFT_OUT,
    TESTS,
    TODAY,
    Chart,
    alone,
    chart,
    open_questions,
    questions,
)

# fixtures of this clinic
assert alone
assert chart


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

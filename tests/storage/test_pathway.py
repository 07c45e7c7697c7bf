"""Days of therapy let the rules plan, and the disease is told as it was found."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from careteam.domain.disease_status import DiseaseStatusDraft
from careteam.domain.errors import Refused
from careteam.domain.milestones import SettleDraft
from careteam.domain.strip import StripState
from careteam.storage.reads.pathway import pathway_page
from careteam.storage.writes.disease_status import record_status, retract_status
from careteam.storage.writes.events import Source, steps_of
from careteam.storage.writes.milestones import (
    reopen_milestone,
    settle_milestone,
)
from careteam.storage.writes.patients import (
    take_back_phase,
)
from tests.plans import plans_of
from tests.storage.charting import DONE, TODAY, Chart, chart, icd_state

# fixtures of this clinic
assert chart


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


def test_the_tab_is_read_over_indexes(chart: Chart) -> None:
    today, rules = chart.moment.today, chart.store.rules
    plans = plans_of(chart.store, pathway_page, chart.patient, today=today, rules=rules)
    assert len(plans) >= 6
    assert not [plan for plan in plans if plan.startswith("SCAN")]


def test_the_steps_about_a_row_are_found_over_their_index(chart: Chart) -> None:
    plans = plans_of(chart.store, steps_of, Source("milestone", 1))
    assert any("follow_up_source" in plan for plan in plans)

"""A stay in hospital and an emergency visit are called about in time."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from careteam.domain.errors import Missing, Refused, Stale
from careteam.domain.pathway import StayKind
from careteam.domain.stays import DischargeDraft, StayDraft
from careteam.storage.tables import (
    StayRecord,
)
from careteam.storage.writes.stays import (
    admit,
    correct_stay,
    discharge,
    reopen_stay,
    restore_stay,
    take_back_stay,
)
from tests.storage.charting import TODAY, Chart, chart

# fixtures of this clinic
assert chart


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

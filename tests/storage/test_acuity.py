"""The acuity score: each point has its reason, and a caseload's bands are those of the rows."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careteam.domain.acuity import AcuityFacts, Level, acuity_of, level_of
from careteam.domain.insight_settings import InsightSettings, read_insight_settings
from careteam.domain.moment import Moment
from careteam.domain.periods import By, Period
from careteam.storage.reads.acuity import acuity_of_patient
from careteam.storage.reads.insights import insight_results
from careteam.storage.reads.insights_rows import Wanted, insight_rows
from careteam.storage.reads.insights_scope import Scope
from careteam.storage.reads.rules import read_settings
from careteam.storage.store import Store
from careteam.storage.writes.insights import save_insight_settings
from tests.invented import fill_clinic
from tests.people import add_member
from tests.storage.test_insights import LATER

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("facts", "total"),
    [
        (AcuityFacts(0, "maintenance", has_caregiver=True), 0),
        (AcuityFacts(9, "maintenance", has_caregiver=True), 5),
        (AcuityFacts(0, "induction", distress=3, has_caregiver=True), 2),
        (AcuityFacts(0, "induction", distress=4, has_caregiver=True), 3),
        (AcuityFacts(0, "induction", distress=7, has_caregiver=True), 4),
        (AcuityFacts(0, "", ecog=2, has_caregiver=True), 1),
        (AcuityFacts(0, "", ecog=1), 1),
        (AcuityFacts(0, "", has_caregiver=True, needs_interpreter=True), 1),
        (AcuityFacts(0, "", has_caregiver=True, unplanned_on=TODAY - timedelta(days=29)), 1),
        (AcuityFacts(0, "", has_caregiver=True, unplanned_on=TODAY - timedelta(days=30)), 0),
        (AcuityFacts(5, "induction", 8, 3, False, True, TODAY), 13),
    ],
)
def test_the_points_are_those_of_the_proposed_rule(facts: AcuityFacts, total: int) -> None:
    acuity = acuity_of(facts, today=TODAY, phase_label="Induction")
    assert acuity.total == total
    assert all(point.because for point in acuity.points)


@pytest.mark.parametrize(
    ("total", "level"),
    [(0, "low"), (3, "low"), (4, "moderate"), (7, "moderate"), (8, "high"), (13, "high")],
)
def test_the_bands_are_low_to_three_moderate_to_seven_and_high_from_eight(
    total: int, level: str
) -> None:
    assert level_of(total) == level


@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(seed=st.integers(0, 10**6))
def test_the_bands_of_a_caseload_hold_exactly_the_patients_whose_score_lies_in_them(
    store: Store, seed: int
) -> None:
    fill_clinic(store, seed, LATER, (add_member(store, "Ellis", "", "RN", "nurse_navigator"),))
    scope = Scope(Period.holding(LATER.today, By.MONTH))
    rules = store.rules
    result = store.read(
        insight_results, ("active",), scope, moment=LATER, rules=rules, in_parts=("active",),
        has_acuity=True,
    )["active"]  # fmt: skip
    on = {"today": LATER.today, "rules": rules}
    everybody = store.read(
        insight_rows, Wanted("active"), scope, moment=LATER, rules=rules, limit=None
    )
    told = dict(result.parts["acuity"])
    for level in Level:
        plain = set()
        for row in everybody:
            acuity = store.read(acuity_of_patient, row.patient_id, **on)
            assert acuity is not None
            if acuity.level is level:
                plain.add(row.patient_id)
        wanted = Wanted("active", by="acuity", part=level.value)
        rows = store.read(insight_rows, wanted, scope, moment=LATER, rules=rules, limit=None)
        assert {row.patient_id for row in rows} == plain
        assert (told[level.value].of if plain else 0) == len(plain)


def test_the_score_is_off_until_the_clinic_switches_it_on(store: Store, moment: Moment) -> None:
    before = read_insight_settings(store.read(read_settings))
    assert not before.has_acuity
    assert before == InsightSettings()
    draft = InsightSettings({"first_contact": 2}, 5, has_acuity=True)
    store.do(save_insight_settings, draft, moment=moment, rules=store.rules)
    assert read_insight_settings(store.read(read_settings)) == draft


def test_there_is_no_score_of_nobody(store: Store, patient: int) -> None:
    on = {"today": TODAY, "rules": store.rules}
    assert store.read(acuity_of_patient, patient + 1, **on) is None

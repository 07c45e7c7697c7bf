"""Each trigger of the catalogue fires at its cut-off, not below, not twice, and minds the age."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from careteam.domain.conditions import Fact
from careteam.domain.dates import PartialDate
from careteam.domain.errors import Refused
from careteam.domain.moment import Moment
from careteam.domain.patients import Status, StatusDraft
from careteam.storage.store import Store
from careteam.storage.tables import EscalationRecord
from careteam.storage.writes.patients import set_status
from tests.storage.needs import (
    TODAY,
    act,
    flagged,
    hindered,
    learned,
    open_rules,
    registered,
    scored,
    suggestions,
)

ADULT, CHILD = PartialDate(1981, 3, 14), PartialDate(2019, 5, 2)

SCORES = [
    ("distress", "distress_thermometer", 4, 3, ADULT),
    ("distress_high", "distress_thermometer", 7, 6, ADULT),
    ("malnutrition", "mst", 2, 1, ADULT),
    ("weight_loss", "weight_loss_pct_30d", 5, 4, ADULT),
    ("weight_loss", "weight_loss_pct_30d", 5, 4, CHILD),
    ("function", "ecog", 2, 1, ADULT),
    ("play_performance", "lansky", 60, 70, CHILD),
    ("spiritual", "rush_religious_struggle", 1, 0, ADULT),
    ("symptoms", "esas_max_item", 7, 6, ADULT),
    ("symptoms", "esas_items_from_4", 2, 1, ADULT),
]
FACTS: list[tuple[str, Mapping[str, Fact], Mapping[str, Fact], PartialDate]] = [
    ("function", {"inpatient_days": 7}, {"inpatient_days": 6}, ADULT),
    ("function", {"fall": True}, {"fall": False}, ADULT),
    ("function", {"weakness_new": True}, {"weakness_new": False}, ADULT),
    ("spiritual", {"spiritual_concern": True}, {"spiritual_concern": False}, ADULT),
    ("palliative", {"cns_leptomeningeal_disease": True}, {"fall": False}, ADULT),
    ("palliative", {"hastened_death_request": True}, {"fall": False}, ADULT),
    ("palliative", {"care_planning_help": True}, {"fall": False}, ADULT),
    ("palliative", {"palliative_request": True}, {"fall": False}, ADULT),
    ("child", {"phase": "workup"}, {"phase": "induction"}, CHILD),
    ("disease", {"mrd": "positive"}, {"mrd": "intermediate"}, ADULT),
    ("disease", {"remission": "in_relapse"}, {"remission": "in_remission"}, ADULT),
    ("transplant_caregiver", {"phase": "hct_evaluation"}, {"phase": "maintenance"}, ADULT),
]
OTHERS = {"money", "language", "self_harm", "fever", "red_flag"}


def test_every_trigger_of_the_catalogue_is_in_these_tables(store: Store) -> None:
    told = {row[0] for row in SCORES} | {row[0] for row in FACTS} | OTHERS
    assert told == set(store.rules.clinical.triggers)


def test_every_trigger_names_its_source_and_whom_it_calls(store: Store) -> None:
    for one in store.rules.clinical.triggers.values():
        assert one.source
        assert one.role or one.escalates
        assert not one.role or one.role in store.rules.catalogue.roles


@pytest.mark.parametrize(("rule", "instrument", "at", "below", "born"), SCORES)
def test_a_score_asks_at_its_cut_off_and_not_below(
    store: Store,
    moment: Moment,
    rule: str,
    instrument: str,
    at: int,
    below: int,
    born: PartialDate,
) -> None:
    patient = registered(store, moment, born)
    scored(store, moment, patient, instrument, below)
    assert rule not in open_rules(store, patient)
    scored(store, moment, patient, instrument, at)
    assert open_rules(store, patient).count(rule) == 1


@pytest.mark.parametrize(("rule", "instrument", "at", "below", "born"), SCORES)
def test_a_score_asks_for_nothing_twice_while_it_waits(
    store: Store,
    moment: Moment,
    rule: str,
    instrument: str,
    at: int,
    below: int,
    born: PartialDate,
) -> None:
    patient = registered(store, moment, born)
    for days in (2, 1, 0):
        scored(store, moment, patient, instrument, at, TODAY - timedelta(days=days))
    assert [one.rule for one in suggestions(store, patient)].count(rule) == 1


@pytest.mark.parametrize(("rule", "facts", "below", "born"), FACTS)
def test_a_fact_asks_at_its_cut_off_not_below_and_not_twice(
    store: Store,
    moment: Moment,
    rule: str,
    facts: Mapping[str, Fact],
    below: Mapping[str, Fact],
    born: PartialDate,
) -> None:
    patient = registered(store, moment, born)
    act(store, moment, learned, patient, below, 1)
    assert rule not in open_rules(store, patient)
    act(store, moment, learned, patient, facts, 2)
    act(store, moment, learned, patient, facts, 2)
    act(store, moment, learned, patient, facts, 3)
    assert open_rules(store, patient).count(rule) == 1


@pytest.mark.parametrize(
    ("instrument", "too_young", "old_enough"),
    [
        ("mst", PartialDate(2008, 11, 21), PartialDate(2008, 11, 20)),
        ("ecog", PartialDate(2010, 11, 21), PartialDate(2010, 11, 20)),
        ("karnofsky", PartialDate(2010, 11, 21), PartialDate(2010, 11, 20)),
        ("lansky", PartialDate(2025, 11, 21), PartialDate(2025, 11, 20)),
        ("esas_max_item", PartialDate(2008, 11, 21), PartialDate(2008, 11, 20)),
        ("esas_items_from_4", PartialDate(2008, 11, 21), PartialDate(2008, 11, 20)),
    ],
)
def test_an_instrument_is_refused_the_day_before_its_age_and_taken_on_it(
    store: Store,
    moment: Moment,
    instrument: str,
    too_young: PartialDate,
    old_enough: PartialDate,
) -> None:
    young = registered(store, moment, too_young, "700101")
    with pytest.raises(Refused, match="is meant for people") as refused:
        scored(store, moment, young, instrument, 0)
    assert [problem.field for problem in refused.value.problems] == ["instrument"]
    old = registered(store, moment, old_enough, "700102")
    assert scored(store, moment, old, instrument, 0)


def test_lansky_ends_at_sixteen(store: Store, moment: Moment) -> None:
    patient = registered(store, moment, PartialDate(2010, 11, 20))
    with pytest.raises(Refused, match="from 1 to below 16 years"):
        scored(store, moment, patient, "lansky", 60)


def test_an_unknown_age_counts_as_adult(store: Store, moment: Moment) -> None:
    patient = registered(store, moment, None)
    scored(store, moment, patient, "mst", 2)
    assert open_rules(store, patient) == ["malnutrition"]
    with pytest.raises(Refused):
        scored(store, moment, patient, "lansky", 60)


def test_a_child_at_workup_is_a_child_until_eighteen(store: Store, moment: Moment) -> None:
    child = registered(store, moment, PartialDate(2008, 11, 21), "700101")
    grown = registered(store, moment, PartialDate(2008, 11, 20), "700102")
    for patient in (child, grown):
        act(store, moment, learned, patient, {"phase": "workup"})
    assert open_rules(store, child) == ["child"]
    assert open_rules(store, grown) == []


@pytest.mark.parametrize(
    ("temperature", "is_for_an_hour", "rule"),
    [
        ("38.2", False, ""),
        ("38.3", False, "fever"),
        ("37.9", True, ""),
        ("38.0", True, "fever"),
        ("38.3", True, "fever"),
    ],
)
def test_a_fever_escalates_at_the_clinics_cut_off_and_suggests_nothing(
    store: Store, moment: Moment, patient: int, temperature: str, is_for_an_hour: bool, rule: str
) -> None:
    made = flagged(store, moment, patient, "fever", temperature, hour=is_for_an_hour)
    assert escalation_rule(store, made) == rule
    assert suggestions(store, patient) == []


@pytest.mark.parametrize("flag", ["new_bleeding", "shortness_of_breath", "confusion"])
def test_a_red_flag_escalates_and_suggests_nothing(
    store: Store, moment: Moment, patient: int, flag: str
) -> None:
    assert escalation_rule(store, flagged(store, moment, patient, flag)) == "red_flag"
    assert suggestions(store, patient) == []


def test_self_harm_escalates_and_calls_for_the_psychiatrist_once(
    store: Store, moment: Moment, patient: int
) -> None:
    assert escalation_rule(store, flagged(store, moment, patient, "self_harm")) == "self_harm"
    flagged(store, moment, patient, "self_harm")
    assert [(one.role, one.source_kind) for one in suggestions(store, patient)] == [
        ("psychiatrist", "escalation")
    ]


def test_a_financial_barrier_calls_for_the_counselor_once_and_language_for_the_interpreter(
    store: Store, moment: Moment, patient: int
) -> None:
    hindered(store, moment, patient, "transportation")
    assert open_rules(store, patient) == []
    hindered(store, moment, patient, "insurance")
    hindered(store, moment, patient, "cost_of_care")
    assert open_rules(store, patient) == ["money"]
    hindered(store, moment, patient, "language_interpreter")
    assert open_rules(store, patient) == ["money", "language"]


def test_nothing_is_suggested_for_somebody_who_left(
    store: Store, moment: Moment, patient: int
) -> None:
    gone = StatusDraft(Status.TRANSFERRED, date(2026, 11, 19), "moved away")
    store.do(set_status, patient, gone, moment=moment, rules=store.rules)
    scored(store, moment, patient, "distress_thermometer", 9)
    hindered(store, moment, patient, "insurance")
    assert suggestions(store, patient) == []


def escalation_rule(store: Store, escalation_id: int) -> str:
    return store.read(lambda session: session.get_one(EscalationRecord, escalation_id).rule)

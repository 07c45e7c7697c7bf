"""Every shipped rule names its source, and everything that a rule names exists."""

import re

import pytest

from careteam.domain.clinical_rules import Event
from careteam.domain.conditions import parse
from tests.catalogue.files import every_row, rows

RULES = {
    "pathways.pathway": "source",
    "milestones.milestone": "source",
    "triggers.trigger": "source",
    "cadence.cadence": "source",
    "screening.instrument": "source",
    "roles.role": "src",
    "phases.phase": "src",
}
ROLES = {row["key"] for row in rows("roles", "role")}
PHASES = {row["key"] for row in rows("phases", "phase")}
BACKGROUND = {
    "age", "phase", "caregiver_missing", "barrier", "barrier_group", "mrd", "remission",
    "inpatient_days", "temp_c", "temp_c_for_an_hour",
}  # fmt: skip


@pytest.mark.parametrize("place", RULES)
def test_each_rule_names_its_source(place: str) -> None:
    found = [row for at, row in every_row() if at == place]
    assert found
    unsourced = [row.get("key", row) for row in found if not row.get(RULES[place], "").strip()]
    assert unsourced == []


def test_a_key_stands_once_in_its_list() -> None:
    places = [(place, row["key"]) for place, row in every_row() if "key" in row]
    assert sorted(set(places)) == sorted(places)


def test_pathways_are_made_of_phases_of_the_clinic() -> None:
    named = {phase for row in rows("pathways", "pathway") for phase in row["phases"]}
    assert named <= PHASES


def test_templates_name_phases_and_tests_of_the_clinic() -> None:
    tests = {row["key"] for row in rows("clinical", "test")}
    for row in rows("milestones", "milestone"):
        assert row["phase"] in PHASES
        assert row["kind"] in tests


def test_every_test_of_the_seed_is_proposed_by_a_phase() -> None:
    proposed = {row["kind"] for row in rows("milestones", "milestone")}
    tests = {row["key"] for row in rows("clinical", "test")} - {"other"}
    assert tests <= proposed


def test_a_trigger_speaks_of_facts_that_can_be_learned_and_of_roles_that_exist() -> None:
    known = BACKGROUND | {row["key"] for row in rows("screening", "instrument")}
    for kind in ("red_flag", "concern", "symptom"):
        known |= {row["key"] for row in rows("clinical", kind)}
    for row in rows("triggers", "trigger"):
        assert {test.fact for test in parse(row["condition"]).tests()} <= known
        assert row.get("role", "") in ROLES | {""}
        assert row.get("role") or row.get("escalates")


def test_cadence_counts_from_events_that_the_program_knows_in_one_way_each() -> None:
    for row in rows("cadence", "cadence"):
        assert row["event"] in set(Event)
        assert row.get("phase", "") in PHASES | {""}
        ways = [bool(row.get(name)) for name in ("business_days", "days", "every_days")]
        assert sum(ways) == 1
        assert bool(row.get("every_days")) == bool(row.get("for_days"))


def test_a_cut_off_lies_in_the_range_of_its_instrument() -> None:
    for row in rows("screening", "instrument"):
        assert row["lowest"] <= row.get("cutoff", row["lowest"]) <= row["highest"]
        assert (row["highest"] - row["lowest"]) % row.get("step", 1) == 0


def test_no_wording_of_a_questionnaire_is_shipped() -> None:
    for row in rows("screening", "instrument"):
        assert not re.search(r"[?]", row["label"])
        assert len(row["label"]) < 40

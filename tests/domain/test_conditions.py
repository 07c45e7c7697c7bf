"""Conditions are read without running code, hold only on what is known, and say what held."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careteam.domain.clinical_rules import Trigger
from careteam.domain.conditions import Test, parse
from careteam.domain.errors import Refused
from careteam.domain.triggers import fired

SIGNS = {
    ">=": lambda one, other: one >= other,
    ">": lambda one, other: one > other,
    "<=": lambda one, other: one <= other,
    "<": lambda one, other: one < other,
    "==": lambda one, other: one == other,
    "!=": lambda one, other: one != other,
}


@given(st.integers(-100, 100), st.sampled_from(sorted(SIGNS)), st.integers(0, 100))
def test_a_number_is_compared_as_the_sign_says(known: int, sign: str, value: int) -> None:
    assert parse(f"mst {sign} {value}").holds({"mst": known}) is SIGNS[sign](known, value)


@given(st.booleans(), st.booleans(), st.booleans())
def test_and_binds_tighter_than_or(one: bool, two: bool, three: bool) -> None:
    facts = {"fall": one, "weakness_new": two, "confusion": three}
    assert parse("fall or weakness_new and confusion").holds(facts) is (one or (two and three))


def test_what_is_not_known_holds_nothing_up() -> None:
    assert not parse("ecog < 2").holds({})
    assert not parse("phase != workup").holds({})
    assert parse("phase != workup").holds({"phase": "induction"})


def test_a_word_and_a_number_are_never_compared() -> None:
    assert not parse("phase >= 2").holds({"phase": "workup"})
    assert not parse("mst == workup").holds({"mst": 2})


def test_only_what_held_is_named() -> None:
    condition = parse("ecog >= 2 or fall or inpatient_days >= 7")
    assert condition.held({"ecog": 3, "fall": False, "inpatient_days": 9}) == (
        Test("ecog", ">=", 2),
        Test("inpatient_days", ">=", 7),
    )
    assert condition.held({"ecog": 1}) == ()


@pytest.mark.parametrize(
    "text",
    ["", "  ", "mst >=", "mst >= 2 and", "__import__('os')", "mst >= age", "2 <= mst",
     "1 <= mst <= 2", "f(mst)", "mst.real >= 2", "not fall", "mst >= 'two'", "(" * 5000,
     "mst\x00>= 2"],
)  # fmt: skip
def test_what_is_no_condition_gets_one_sentence(text: str) -> None:
    with pytest.raises(Refused) as refused:
        parse(text)
    assert refused.value.problems[0].field == "condition"


TRIGGERS = (
    Trigger("mst", "Malnutrition", "mst >= 2 and age >= 18", role="oncology_dietitian"),
    Trigger("off", "Switched off", "mst >= 0", role="chaplain", is_active=False),
    Trigger("child", "Child", "age < 18 and phase == workup", role="child_life"),
)


def test_a_trigger_needs_something_new_among_what_makes_it_hold() -> None:
    [one] = fired(TRIGGERS, {"mst": 2}, {"age": 40, "phase": "workup"})
    assert (one.trigger.key, one.causes) == ("mst", ("mst",))
    assert fired(TRIGGERS, {"phase": "induction"}, {"age": 9, "mst": 4}) == ()
    [child] = fired(TRIGGERS, {"phase": "workup"}, {"age": 9})
    assert child.trigger.key == "child"


def test_a_trigger_that_is_switched_off_is_silent() -> None:
    assert fired(TRIGGERS, {"mst": 1}, {"age": 40}) == ()

"""`careteam insights` tells the measures, a figure with its parts, and exactly the list behind."""

import json
from typing import Any

import pytest

from careteam.domain.measures import MEASURES
from careteam.storage.store import Store
from tests.cli.conftest import Said, Typed

MRN = "482913"
CALL = ("--mode", "phone", "--minutes", "5", "--note", "Called.")


@pytest.fixture
def called(typed: Typed, clinic: Store) -> Typed:
    """Maria was reached once and tried once, both this month."""
    for outcome in ("reached_patient", "no_answer"):
        said = typed("contact", MRN, "--role", "nurse_navigator", "--outcome", outcome, *CALL)
        assert said.code == 0, said.err
    return typed


def told(said: Said) -> Any:
    assert said.code == 0, said.err
    return json.loads(said.out)


def test_without_a_measure_all_are_told_with_definition_and_source(typed: Typed) -> None:
    said = typed("insights")
    assert said.code == 0
    for key, measure in MEASURES.items():
        assert f"{key}: {measure.title}" in said.out
        assert measure.definition in said.out
        assert measure.source in said.out
    tree = told(typed("insights", "--json"))
    assert [one["key"] for one in tree["measures"]] == list(MEASURES)


def test_a_figure_is_told_with_its_parts_and_the_period_before(called: Typed) -> None:
    said = called("insights", "reach_rate")
    assert "Reached, November 2026: 50 %" in said.out
    tree = told(called("insights", "contacts", "--by", "week", "--mine", "--json"))
    assert (tree["from"], tree["to"]) == ("2026-11-16", "2026-11-22")
    assert (tree["count"], tree["before"]) == (2, 0.0)
    parts = {(part["by"], part["key"]): part["count"] for part in tree["parts"]}
    assert parts["role", "nurse_navigator"] == 2
    assert parts["outcome", "no_answer"] == 1


@pytest.mark.parametrize("key", MEASURES)
def test_the_list_of_every_measure_is_as_long_as_its_figure(called: Typed, key: str) -> None:
    figure = told(called("insights", key, "--json"))
    rows = told(called("insights", key, "--list", "--json"))["rows"]
    assert len(rows) == figure["of"]
    assert sum(row["counts"] for row in rows) == figure["count"]


def test_days_of_ones_own_and_one_navigator(called: Typed) -> None:
    words = ("--from", "1-Nov-2026", "--to", "19-Nov-2026", "--navigator", "Ellis", "--json")
    assert told(called("insights", "contacts", *words))["count"] == 0
    alone = told(called("insights", "contacts", "--from", "19-Nov-2026", "--by", "year", "--json"))
    assert (alone["from"], alone["to"], alone["count"]) == ("2026-01-01", "2026-12-31", 2)


def test_a_table_for_a_spreadsheet(called: Typed) -> None:
    said = called("insights", "contacts", "--csv")
    assert said.out.lstrip("\ufeff").startswith("Part,Count,Of")
    rows = called("insights", "contacts", "--list", "--csv").out.splitlines()
    assert len(rows) == 3
    assert "'482913" in rows[1]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("contcts",), "There is no measure contcts; near it: contacts"),
        (("contacts", "--from", "20-Nov-2026", "--to", "1-Nov-2026"), "--to: A period cannot end"),
        (("contacts", "--from", "soon"), "--from: soon is not a date"),
    ],
)
def test_what_cannot_be_meant_is_told(called: Typed, words: tuple[str, ...], sentence: str) -> None:
    said = called("insights", *words)
    assert said.code == 2
    assert sentence in said.err

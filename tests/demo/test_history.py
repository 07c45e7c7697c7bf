"""The histories of the invented patients speak in the clinic's words, and say which row it was."""

import re

import pytest

from careteam.domain.history import NAMED_BY
from careteam.storage.reads.history import HistoryRow, history_of
from tests.demo.conftest import SUNDAY, Build

KEY = re.compile(r"\b[a-z0-9]+(_[a-z0-9]+)+\b")
STAMP = re.compile(r"\d{4}-\d\d-\d\d")
PATIENTS = 60


@pytest.fixture(scope="module")
def rows(build: Build) -> list[HistoryRow]:
    store, _ = build(SUNDAY)
    found = [
        row
        for patient in range(1, PATIENTS + 1)
        for row in store.read(history_of, patient, rules=store.rules, limit=10_000)
    ]
    assert len(found) > PATIENTS * 50
    return found


def test_no_key_and_no_stamp_of_the_database_is_shown(rows: list[HistoryRow]) -> None:
    assert [row.what for row in rows if KEY.search(row.what) or STAMP.search(row.what)] == []


def test_what_was_changed_is_named(rows: list[HistoryRow]) -> None:
    changed = [row.what for row in rows if row.what.startswith("changed a")]
    assert [what for what in changed if not re.match(r"changed an? [a-z ]+ \(.+\)", what)] == []
    assert len(changed) > PATIENTS


def test_a_result_is_told_with_its_milestone(rows: list[HistoryRow]) -> None:
    told = [row.what for row in rows if row.what.startswith("changed a milestone (Lumbar puncture")]
    assert any("the result: CNS-1, the state from planned to done" in what for what in told)


def test_a_contact_is_told_with_its_way_and_its_outcome(rows: list[HistoryRow]) -> None:
    told = "added a contact: Oncology social worker, Marcus Bell, LCSW, Phone call, Reached patient"
    assert any(row.what == told for row in rows)


def test_every_way_of_naming_has_been_seen(rows: list[HistoryRow]) -> None:
    nouns = {"milestone": "a milestone: ", "screening": "a score: ", "treatment": "a treatment: "}
    assert nouns.keys() <= NAMED_BY.keys()
    for noun in nouns.values():
        assert any(f"added {noun}" in row.what for row in rows), noun

"""Navigation time from the command line: logged, told by month, and a month locked and reopened."""

import json
from typing import Any

from careteam.domain.access import Role
from careteam.storage.store import Store
from tests.cli.conftest import Typed
from tests.people import work_as

MRN = "482913"


def told(typed: Typed, *words: str) -> Any:
    said = typed("time", *words, "--json")
    assert said.code == 0, said.err
    return json.loads(said.out)


def on_file(typed: Typed) -> None:
    for words in (
        ("enroll", MRN, "PIN", "--from", "2-Nov-2026", "--billing", "Priya Raman",
         "--supervising", "Priya Raman"),
        ("consent", MRN, "PIN", "--on", "2-Nov-2026", "--way", "written", "--by", "Rosa Delacruz"),
        ("visit", MRN, "PIN", "--kind", "office_visit", "--on", "2-Nov-2026", "--person",
         "Priya Raman"),
    ):  # fmt: skip
        said = typed("time", *words)
        assert said.code == 0, said.err


def log(typed: Typed, minutes: int, *words: str) -> Any:
    return typed(
        "time", "log", MRN, "--activity", "care_coordination", "--work", "chart_review",
        "--minutes", str(minutes), "--note", "Read the reports.", *words,
    )  # fmt: skip


def test_a_month_tells_minutes_units_and_every_entry(typed: Typed, clinic: Store) -> None:
    on_file(typed)
    assert log(typed, 50, "--at", "19-Nov-2026 10:00").code == 0
    contact = typed(
        "contact", MRN, "--role", "nurse_navigator", "--mode", "phone", "--outcome",
        "reached_patient", "--minutes", "12", "--note", "Explained.", "--program", "PIN",
        "--activity", "health_education",
    )  # fmt: skip
    assert contact.code == 0, contact.err
    month = told(typed)
    assert (month["month"], month["locked"], month["minutes"]) == ("2026-11", False, 62)
    [row] = month["time"]
    assert (row["mrn"], row["billing"], row["units"]) == (
        MRN,
        "Priya Raman, MD",
        {"G0023": 1, "G0024": 0},
    )
    assert [entry["what"] for entry in row["entries"]] == ["chart_review", "phone"]
    said = typed("time", "--mine", "--month", "2026-11", "--program", "PIN")
    assert "G0023 × 1" in said.out
    assert "submits no claim" in said.out
    assert typed("time", "--month", "2026-10").out.startswith("Nothing was logged")


def test_what_is_missing_is_told(typed: Typed, clinic: Store) -> None:
    assert log(typed, 20).code == 1, "in no program"
    assert log(typed, 20, "--program", "PIN").code == 0
    assert told(typed)["time"][0]["missing"] == ["enrolment", "consent", "visit"]
    assert "no consent yet" in typed("time").out


def test_a_month_is_locked_and_reopened_with_a_reason(typed: Typed, clinic: Store) -> None:
    assert log(typed, 20, "--program", "PIN").code == 0
    assert typed("time", "lock", "2026-11").out == "November 2026 is locked.\n"
    assert typed("time", "lock", "2026-11").code == 1
    said = log(typed, 5, "--program", "PIN")
    assert said.code == 1
    assert "--at: November 2026 is locked" in said.err
    assert "A supervisor can reopen it." in said.err
    assert told(typed)["locked"] is True
    assert typed("time", "reopen", "2026-11", "--reason", "a call was missing").code == 0
    assert typed("time", "reopen", "2026-11", "--reason", "again").code == 1
    assert log(typed, 5, "--program", "PIN").code == 0


def test_words_that_make_no_sense_do_nothing(typed: Typed, clinic: Store) -> None:
    assert typed("time", "--month", "November").code == 2
    assert typed("time", "--program", "NOPE").code == 2
    assert log(typed, 5, "--program", "NOPE").code == 2
    assert log(typed, 0, "--program", "PIN").code == 1
    assert log(typed, 5, "--program", "PIN", "--at", "19-Nov-2024 10:00").code == 1
    assert log(typed, 5, "--program", "PIN", "--at", "1-Dec-2026 10:00").code == 1


def test_a_navigator_may_not_lock_a_month(store: Store) -> None:
    who = work_as(store, "joan.ellis", None, Role.NAVIGATOR)
    assert "months" not in {str(action) for action in who.actions(None)}


def test_minutes_of_which_two_entries_tell_are_told_and_count_once(
    typed: Typed, clinic: Store
) -> None:
    on_file(typed)
    assert log(typed, 50, "--at", "19-Nov-2026 10:00").code == 0
    assert log(typed, 30, "--at", "19-Nov-2026 10:40").code == 0
    [row] = told(typed)["time"]
    assert (row["minutes"], row["ready"], row["overlap"]) == (80, 70, 10)
    assert [entry["overlap"] for entry in row["entries"]] == [0, 10]
    assert "10 min overlap, counted once" in typed("time").out

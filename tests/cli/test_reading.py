"""The commands that read print what the window shows, as a table or as JSON with stable keys."""

import json
from datetime import date

import pytest

from careteam.domain.assignments import AssignmentDraft, DeclineDraft
from careteam.domain.moment import Moment
from careteam.domain.patients import PatientDraft
from careteam.storage.store import Store
from careteam.storage.writes.assignments import assign, decline_role
from careteam.storage.writes.patients import register_patient
from tests.cli.conftest import Typed


def test_patients_are_listed_as_in_the_window(typed: Typed, clinic: Store) -> None:
    said = typed("patients")
    head, line = said.out.splitlines()
    assert said.code == 0
    assert head.split()[:3] == ["NAME", "MRN", "BORN"]
    assert "DELACRUZ, Maria" in line
    assert "14-Mar-1981 (45 y)" in line
    assert "Induction · day 12" in line


def test_patients_as_json_have_keys_and_iso_dates(typed: Typed, clinic: Store) -> None:
    (one,) = json.loads(typed("patients", "--json").out)["patients"]
    assert one["mrn"] == "482913"
    assert one["born"] == "1981-03-14"
    assert one["phase"] == "induction"
    assert one["phase_since"] == "2026-11-09"
    assert one["navigator"] == "Joan Ellis, RN, OCN"
    assert one["due_on"] == "2026-11-12"
    assert one["status"] == "active"


def test_letters_of_every_script_come_out_whole(
    typed: Typed, clinic: Store, moment: Moment
) -> None:
    draft = PatientDraft("77", "الحسن", "نور", preferred="明慧")
    clinic.do(register_patient, draft, moment=moment, rules=clinic.rules)
    assert "الحسن" in typed("patients").out
    assert '"الحسن"' in typed("patients", "--json").out


def test_mine_needs_somebody_at_the_desk(typed: Typed, store: Store, patient: int) -> None:
    said = typed("patients", "--mine")
    assert said.code == 2
    assert "Nobody is set to work at this desk" in said.err


def test_only_the_chosen_standing_is_listed(typed: Typed, clinic: Store) -> None:
    assert typed("patients", "--mine").out.count("\n") == 2
    assert typed("patients", "--standing", "closed").out == "No patients.\n"


def test_the_team_shows_roles_that_nobody_holds(
    typed: Typed, clinic: Store, patient: int, moment: Moment
) -> None:
    declined = DeclineDraft(patient, "chaplain", date(2026, 11, 16), "not_now")
    clinic.do(decline_role, declined, moment=moment, rules=clinic.rules)
    said = typed("team", "482913")
    assert said.out.startswith("DELACRUZ, Maria · MRN 482913 · 20-Nov-2026\n")
    board = {row["role"]: row for row in json.loads(typed("team", "482913", "--json").out)["team"]}
    assert "Nobody yet" in said.out
    assert board["physical_therapist"]["state"] == "open"
    assert board["chaplain"]["declined_on"] == "2026-11-16"
    assert board["nurse_navigator"]["person"] == "Joan Ellis, RN, OCN"
    assert board["nurse_navigator"]["due_on"] == "2026-11-12"


def test_a_past_day_is_asked_for_its_own_team(
    typed: Typed, clinic: Store, patient: int, moment: Moment
) -> None:
    draft = AssignmentDraft(patient, "social_worker", 2, starts_on=date(2026, 11, 18))
    clinic.do(assign, draft, moment=moment, rules=clinic.rules)

    def roles(day: str) -> set[str]:
        tree = json.loads(typed("team", "482913", "--on", day, "--json").out)
        assert tree["on"] == day
        return {row["role"] for row in tree["team"]}

    assert roles("2026-11-17") == {"nurse_navigator"}
    assert roles("2026-11-18") == {"nurse_navigator", "social_worker"}
    assert roles("2026-11-01") == set()


def test_contacts_are_told_with_who_how_and_what(typed: Typed, clinic: Store) -> None:
    typed(
        "contact", "482913", "--role", "nurse_navigator", "--mode", "phone", "--outcome",
        "left_message", "--minutes", "2", "--note", "Voicemail.\nSecond line.",
    )  # fmt: skip
    said = typed("contacts", "482913")
    assert "20-Nov-2026 09:30" in said.out
    assert "Left message" in said.out
    assert "Voicemail. Second line." in said.out
    (one,) = json.loads(typed("contacts", "482913", "--json").out)["contacts"]
    assert one["at"] == "2026-11-20T09:30-05:00"
    assert one["note"] == "Voicemail.\nSecond line."
    assert (one["try"], one["reached"]) == (1, False)
    assert one["try_again_on"] == "2026-11-23"


def test_who_is_due_is_told_with_the_reason(typed: Typed, clinic: Store) -> None:
    said = typed("due")
    assert "overdue" in said.out
    assert "8 days late" in said.out
    assert "first contact" in said.out
    tree = json.loads(typed("due", "--json").out)
    assert tree["on"] == "2026-11-20"
    assert [row["group"] for row in tree["due"]] == ["overdue"]


def test_another_day_can_be_asked_for(typed: Typed, clinic: Store) -> None:
    assert (
        json.loads(typed("due", "--on", "2026-11-12", "--json").out)["due"][0]["group"] == "today"
    )
    assert json.loads(typed("due", "--on", "1-Nov-2026", "--json").out)["due"] == []


def test_roles_to_fill_can_be_asked_for(typed: Typed, clinic: Store) -> None:
    assert "roles to fill" in typed("due", "--gaps", "--mine").out


def test_the_directory_is_listed_by_role(typed: Typed, clinic: Store) -> None:
    assert "Bell, Marcus, LCSW" in typed("people").out
    found = json.loads(typed("people", "--role", "social_worker", "--json").out)["people"]
    assert [person["name"] for person in found] == ["Bell, Marcus, LCSW"]


def test_the_keys_of_every_list_can_be_found(typed: Typed, clinic: Store) -> None:
    assert "nurse_navigator" in typed("keys", "roles").out
    assert "left_message" in typed("keys", "outcomes").out
    every = json.loads(typed("keys", "--json").out)["keys"]
    assert {"roles", "phases", "modes", "outcomes", "topics"} <= {row["list"] for row in every}
    said = typed("keys", "rolls")
    assert said.code == 2
    assert "There is no list rolls; there are: roles" in said.err


@pytest.mark.parametrize("command", ["team", "contacts"])
def test_an_unknown_patient_is_not_found(command: str, typed: Typed, clinic: Store) -> None:
    said = typed(command, "999999")
    assert said.code == 1
    assert said.err == "careteam: There is no patient with the MRN 999999.\n"


@pytest.mark.parametrize(
    "words", [("due", "--on", "soonish"), ("team", "482913", "--on", "31-Feb")]
)
def test_a_day_that_cannot_be_read_is_bad_use(
    words: tuple[str, ...], typed: Typed, clinic: Store
) -> None:
    said = typed(*words)
    assert said.code == 2
    assert said.err.startswith("careteam: --on: ")


def test_invisible_and_turning_characters_never_reach_the_terminal(
    typed: Typed, clinic: Store
) -> None:
    said = typed("team", "48\u202e29\x1b[31m13")
    assert said.code == 1
    assert "\u202e" not in said.err
    assert "\x1b" not in said.err

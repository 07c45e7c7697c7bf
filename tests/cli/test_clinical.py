"""Scores, phases, suggestions, barriers, referrals and coverage from the command line."""

import json
from typing import Any

from careteam.storage.store import Store
from tests.cli.conftest import Typed

MRN = "482913"


def listed(typed: Typed, *words: str) -> Any:
    said = typed(*words, "--json")
    assert said.code == 0, said.err
    return json.loads(said.out)


def test_a_score_suggests_a_role_that_is_accepted_in_one_step(typed: Typed, clinic: Store) -> None:
    assert typed("screen", MRN, "distress_thermometer", "6").code == 0
    [one] = listed(typed, "suggestions", MRN)["suggestions"]
    assert (one["role"], one["rule"], one["wish"]) == ("social_worker", "distress", False)
    assert "6" in one["because"]
    assert "social_worker" not in [row["role"] for row in team(typed) if row["person"]]
    said = typed("suggestions", MRN, "--accept", str(one["id"]), "--person", "Bell")
    assert said.code == 0
    assert [row["person"] for row in team(typed) if row["role"] == "social_worker"] == [
        "Marcus Bell, LCSW"
    ]
    assert listed(typed, "suggestions", MRN)["suggestions"] == []


def team(typed: Typed) -> list[dict[str, Any]]:
    return listed(typed, "team", MRN)["team"]


def test_a_suggestion_is_dismissed_with_a_reason_or_not_at_all(typed: Typed, clinic: Store) -> None:
    typed("screen", MRN, "distress_thermometer", "4", "--on", "19-Nov-2026")
    [one] = listed(typed, "suggestions", MRN)["suggestions"]
    said = typed("suggestions", MRN, "--dismiss", str(one["id"]))
    assert (said.code, "--reason KEY" in said.err) == (2, True)
    wrong = typed("suggestions", MRN, "--dismiss", str(one["id"]), "--reason", "bored")
    assert wrong.code == 2
    assert typed("suggestions", MRN, "--dismiss", "999", "--reason", "declined").code == 1
    said = typed("suggestions", MRN, "--dismiss", str(one["id"]), "--reason", "declined")
    assert said.code == 0
    assert typed("suggestions", MRN).out == "Nothing is suggested.\n"


def test_a_score_out_of_range_or_in_the_future_is_refused(typed: Typed, clinic: Store) -> None:
    assert typed("screen", MRN, "distress_thermometer", "11").code == 1
    assert typed("screen", MRN, "mst", "2", "--on", "1-Dec-2026").code == 1
    assert typed("screen", MRN, "lansky", "60").code == 1, "not meant for adults"
    assert typed("screen", MRN, "distres", "4").code == 2


def test_a_change_of_phase_moves_the_board(typed: Typed, clinic: Store) -> None:
    said = typed("phase", MRN, "consolidation", "--on", "20-Nov-2026", "--reason", "MRD negative")
    assert said.code == 0
    [row] = listed(typed, "patients")["patients"]
    assert row["phase"] == "consolidation"
    assert typed("phase", MRN, "nowhere").code == 2


def test_a_barrier_is_added_acted_on_and_closed_with_a_result(typed: Typed, clinic: Store) -> None:
    made = listed(typed, "barrier", "add", MRN, "transportation", "--detail", "No car")
    number = str(made["id"])
    assert typed("barrier", "action", number, "Ride program", "--due", "24-Nov-2026").code == 0
    [row] = listed(typed, "barrier", "list", MRN)["barriers"]
    assert row["category"] == "transportation"
    assert [action["text"] for action in row["actions"]] == ["Ride program"]
    assert "Ride program" in typed("barrier", "list", MRN).out
    assert typed("barrier", "close", number, "resolved", "--result", " ").code == 1
    assert typed("barrier", "close", number, "resolved", "--result", "Sister drives").code == 0
    [row] = listed(typed, "barrier", "list", MRN)["barriers"]
    assert (row["state"], row["result"]) == ("resolved", "Sister drives")


def test_a_financial_barrier_suggests_the_counselor(typed: Typed, clinic: Store) -> None:
    typed("barrier", "add", MRN, "insurance")
    roles = [row["role"] for row in listed(typed, "suggestions", MRN)["suggestions"]]
    assert roles == ["financial_counselor"]


def test_a_referral_goes_its_way_and_accepting_it_assigns_the_role(
    typed: Typed, clinic: Store
) -> None:
    made = listed(
        typed, "referral", "new", MRN, "--role", "social_worker", "--reason", "Distress",
        "--method", "phone", "--urgent",
    )  # fmt: skip
    number = str(made["id"])
    said = typed("referral", "step", number, "accepted", "--person", "Bell")
    assert said.code == 0
    assert [row["person"] for row in team(typed) if row["role"] == "social_worker"] == [
        "Marcus Bell, LCSW"
    ]
    refused = typed("referral", "step", number, "completed")
    assert refused.code == 1
    assert refused.err == "careteam: --result: Write what came of it; only then is it completed.\n"
    assert typed("referral", "step", number, "completed", "--result", "Seen twice").code == 0
    [row] = listed(typed, "referral", "list", MRN)["referrals"]
    assert (row["state"], row["result"], row["priority"]) == ("completed", "Seen twice", "urgent")
    assert typed("referral", "step", number, "accepted").code == 1
    assert typed("referral", "reopen", number, "--note", "Distress again").code == 0
    assert "Seen twice" not in typed("referral", "list", MRN).out.splitlines()[0]


def test_a_referral_may_go_to_an_outside_body(typed: Typed, clinic: Store) -> None:
    assert (
        typed("referral", "new", MRN, "--outside", "Ride program", "--reason", "No car").code == 0
    )
    assert "Ride program" in typed("referral", "list", MRN).out
    assert typed("referral", "new", MRN, "--reason", "Nobody named").code == 2


def test_coverage_tells_figures_and_opens_exactly_their_lists(typed: Typed, clinic: Store) -> None:
    figures = listed(typed, "coverage")["figures"]
    for finding, figure in figures.items():
        rows = listed(typed, "coverage", "--finding", finding)["patients"]
        assert len(rows) == figure["count"], finding
    unfilled = figures["unfilled"]["count"]
    board = [row for row in team(typed) if row["required"] and not row["person"]]
    assert unfilled == len(board) > 0
    assert "roles to fill" in typed("coverage").out
    assert MRN in typed("coverage", "--finding", "unfilled", "--mine").out
    assert typed("coverage", "--finding", "nothing").code == 2

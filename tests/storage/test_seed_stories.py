"""Each thing of the seed can be entered by its verb and is read again where it belongs.

Proved item by item elsewhere: treatments, overlays, symptoms, risk factors, concerns and points of
the checklists in `test_plan`, kinds of trials in `test_trials`, barriers in `test_barriers`,
instruments in `test_screenings`, red flags in `test_escalations`, triggers in `test_triggers_fire`.
Here: every role of every group, and every test.
"""

import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from careteam.domain.assignments import AssignmentDraft, Rank
from careteam.domain.milestones import MilestoneDraft, SettleDraft
from careteam.domain.moment import Moment
from careteam.domain.pathway import MilestoneState
from careteam.storage.reads.board import team_board
from careteam.storage.reads.pathway import pathway_page
from careteam.storage.store import Store
from careteam.storage.writes.assignments import assign
from careteam.storage.writes.milestones import plan_milestone, settle_milestone
from tests.people import add_member
from tests.storage.needs import TODAY, act

CATALOGUE = Path(__file__).parents[2] / "resources" / "catalogue"


def entries(name: str, table: str) -> list[dict[str, Any]]:
    """The entries of a table of the shipped catalogue."""
    found: list[dict[str, Any]] = tomllib.loads((CATALOGUE / name).read_text("utf-8"))[table]
    return found


ROLES = [entry["key"] for entry in entries("roles.toml", "role")]
TESTS = [entry["key"] for entry in entries("clinical.toml", "test")]


@pytest.mark.parametrize("role", ROLES)
def test_each_role_of_each_group_is_held_by_somebody_and_stands_on_the_board(
    store: Store, moment: Moment, patient: int, role: str
) -> None:
    person = add_member(store, "Novak", "Petra", "", role)
    draft = AssignmentDraft(patient, role, person, Rank.BACKUP, TODAY)
    made = act(store, moment, assign, draft)
    board = store.read(team_board, patient, today=TODAY, rules=store.rules)
    [row] = [row for row in board if row.assignment_id == made]
    assert (row.role, row.person_id) == (role, person)


@pytest.mark.parametrize("kind", TESTS)
def test_each_test_is_planned_done_and_shown_with_its_result(
    store: Store, moment: Moment, patient: int, kind: str
) -> None:
    words = "Port check" if kind == "other" else ""
    draft = MilestoneDraft(patient, kind, TODAY - timedelta(days=1), words)
    made = act(store, moment, plan_milestone, draft)
    act(
        store,
        moment,
        settle_milestone,
        SettleDraft(made, MilestoneState.DONE, TODAY, result="as expected"),
    )
    [row] = store.read(pathway_page, patient, today=TODAY, rules=store.rules).milestones
    assert (row.kind, row.done_on, row.result) == (kind, TODAY, "as expected")
    assert row.label == (words or store.rules.catalogue.label("test", kind))

"""Killed without warning at any moment, a database is as it was or as it was to be."""

from pathlib import Path

import pytest

from tests.reliability.clinic import Clinic
from tests.reliability.coming_and_leaving import COMING_AND_LEAVING
from tests.reliability.killing import kill_operation, kill_writer
from tests.reliability.operations import OPERATIONS, Operation
from tests.reliability.yard import NO_PROCESSES, Yard

pytestmark = pytest.mark.skipif(bool(NO_PROCESSES), reason=NO_PROCESSES)
ROUNDS = 12


def test_no_acknowledged_contact_is_lost(yard: Yard, clinic: Clinic, tmp_path: Path) -> None:
    found = kill_writer(yard, clinic, tmp_path, rounds=ROUNDS, seconds=0.4)
    assert found.lost == 0
    assert found.acknowledged > ROUNDS


@pytest.mark.parametrize(
    "operation", [*OPERATIONS, *COMING_AND_LEAVING], ids=lambda operation: operation.name
)
def test_what_is_killed_leaves_the_old_or_the_new_and_comes_to_its_end_when_done_again(
    operation: Operation, yard: Yard, clinic: Clinic, tmp_path: Path
) -> None:
    found = kill_operation(yard, operation, clinic, tmp_path, rounds=ROUNDS)
    assert found.killed > 0
    assert sum(found.left.values()) == ROUNDS

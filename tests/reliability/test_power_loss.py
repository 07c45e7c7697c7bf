"""After a power cut every contact that was acknowledged is there, and every file is whole."""

import random
from pathlib import Path

import pytest

from tests.reliability.clinic import Clinic
from tests.reliability.disk import Act, Disk, Left
from tests.reliability.operations import OPERATIONS, Operation
from tests.reliability.power_loss import replay_operation, replay_writer
from tests.reliability.yard import NO_SHIM, Yard

watched = pytest.mark.skipif(bool(NO_SHIM), reason=NO_SHIM)
CHANCE = random.Random(1)


@watched
def test_no_acknowledged_contact_is_lost_and_nothing_is_half_saved(
    yard: Yard, clinic: Clinic, tmp_path: Path
) -> None:
    found = replay_writer(yard, clinic, tmp_path, contacts=90, cuts=30)
    assert found.damaged == 0, found.said
    assert (found.states, found.states_with_losses, found.lost) == (120, 0, 0)
    assert found.acknowledged > 60


@watched
def test_a_loss_would_be_found(yard: Yard, clinic: Clinic, tmp_path: Path) -> None:
    """The same with a setting that is known to lose some; see docs/decisions/070."""
    found = replay_writer(yard, clinic, tmp_path, contacts=50, cuts=12, synchronous="NORMAL")
    assert found.lost > 0
    assert found.told > 0, "the audit trail tells of some by itself"


@watched
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_a_power_cut_leaves_what_was_there_or_what_was_to_be(
    operation: Operation, yard: Yard, clinic: Clinic, tmp_path: Path
) -> None:
    found = replay_operation(yard, operation, clinic, tmp_path, cuts=8)
    assert found.damaged == 0, found.said
    assert found.states == 32


def disk_with(folder: Path, *acts: Act) -> Disk:
    (folder / "a").write_bytes(b"old")
    disk = Disk(folder)
    for act in acts:
        disk.do(act)
    return disk


def test_what_was_synced_stays_and_the_rest_may_be_lost(tmp_path: Path) -> None:
    a = str(tmp_path / "a")
    first, sync, second = Act("W", a, 0, b"new"), Act("S", a, 0, b""), Act("W", a, 3, b"er")
    disk = disk_with(tmp_path, first, sync, second)
    assert disk.left(Left.NOTHING, CHANCE) == {"a": b"new"}
    assert disk.left(Left.ALL, CHANCE) == {"a": b"newer"}
    assert {disk.left(Left.SOME, CHANCE)["a"] for _ in range(40)} == {b"new", b"newer"}


def test_a_torn_write_leaves_any_of_its_sectors(tmp_path: Path) -> None:
    disk = disk_with(tmp_path, Act("W", str(tmp_path / "a"), 0, b"x" * 1024))
    torn = {disk.left(Left.TORN, CHANCE)["a"] for _ in range(80)}
    assert torn == {b"old", b"x" * 512, b"old" + bytes(509) + b"x" * 512, b"x" * 1024}


def test_a_name_is_on_the_disk_when_its_folder_is(tmp_path: Path) -> None:
    a, b = str(tmp_path / "a"), str(tmp_path / "b")
    disk = disk_with(tmp_path, Act("R", a, 0, b.encode()))
    assert disk.left(Left.NOTHING, CHANCE) == {"a": b"old"}
    assert disk.left(Left.ALL, CHANCE) == {"b": b"old"}
    disk.do(Act("S", str(tmp_path), 0, b""))
    assert disk.left(Left.NOTHING, CHANCE) == {"b": b"old"}

"""Power cuts, replayed: at random instants, with whatever a disk may leave of what was written."""

import random
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import NOW
from tests.reliability.clinic import Clinic, CutError, content
from tests.reliability.disk import Act, Disk, Left, acts_of
from tests.reliability.operations import Operation
from tests.reliability.writing import save_contacts
from tests.reliability.yard import Yard

HEADER_BYTES = 4
"""A message through a pipe begins with its length."""


@dataclass(frozen=True, slots=True)
class Cuts:
    """What was found: states opened, contacts acknowledged by the last cut, states that had lost
    some, how many contacts they had lost in all, in how many the audit trail told so by itself,
    and states that were not whole, with the first sentences.
    """

    states: int
    acknowledged: int
    states_with_losses: int
    lost: int
    told: int
    damaged: int
    said: tuple[str, ...] = ()


def replay_writer(
    yard: Yard, clinic: Clinic, folder: Path, *, contacts: int, cuts: int,
    synchronous: str = "", seed: int = 1,
) -> Cuts:  # fmt: skip
    """Record somebody who saves contacts, then cut the power at random instants of it."""
    written = clinic.laid(folder / "written")
    disk = Disk(written.path.parent)
    acts = record_writer(yard, written, folder / "log", contacts, synchronous)
    already = set(content(written.laid(folder / "counted").path, clinic.key).contacts)
    already -= {contact for act in acts for contact in _said(act)}
    states = losses = lost = told = damaged = 0
    said: list[str] = []
    known = set(already)
    for left, acknowledged, place in states_of(disk, acts, written, folder, cuts, seed):
        states += 1
        known = already | acknowledged
        try:
            missing = known - set(content(place.path, place.key).contacts)
        except CutError:
            losses, told = losses + 1, told + 1
            continue
        except Exception as error:  # noqa: BLE001 - whatever it is, the state is damaged
            damaged += 1
            said.append(f"{left}: {type(error).__name__}: {error}")
            continue
        losses += bool(missing)
        lost += len(missing)
    return Cuts(states, len(known), losses, lost, told, damaged, tuple(said[:3]))


def replay_operation(
    yard: Yard, operation: Operation, clinic: Clinic, folder: Path, *, cuts: int, seed: int = 1
) -> Cuts:
    """Cut the power at random instants of an operation: what is left is old or new, and whole."""
    laid, log = operation.lay(clinic, folder / "written"), folder / "log"
    disk = Disk(laid.path.parent)
    yard.whole(operation.do, laid, NOW, folder=laid.path.parent, log=log)
    states = damaged = 0
    said: list[str] = []
    for left, _, place in states_of(disk, tuple(acts_of(log)), laid, folder, cuts, seed):
        states += 1
        try:
            operation.state(place)
        except Exception as error:  # noqa: BLE001 - whatever it is, the state is damaged
            damaged += 1
            said.append(f"{left}: {type(error).__name__}: {error}")
    return Cuts(states, 0, 0, 0, 0, damaged, tuple(said[:3]))


def record_writer(
    yard: Yard, clinic: Clinic, log: Path, contacts: int, synchronous: str
) -> Sequence[Act]:
    """What saving so many contacts does to the disk, with each acknowledgement in its place."""
    ours, theirs = yard.pipe()
    process = yard.begin(
        save_contacts, clinic, contacts, theirs, synchronous, folder=clinic.path.parent, log=log
    )
    theirs.close()
    for _ in range(contacts):
        ours.recv_bytes()
    process.join()
    assert process.exitcode == 0
    ours.close()
    return tuple(acts_of(log))


def states_of(
    disk: Disk, acts: Sequence[Act], clinic: Clinic, folder: Path, cuts: int, seed: int
) -> Iterator[tuple[Left, set[int], Clinic]]:
    """Each state that a cut may leave, laid into a folder, with what was acknowledged by then."""
    chance = random.Random(seed)
    instants = set(chance.sample(range(1, len(acts)), min(cuts, len(acts) - 1)))
    acknowledged: set[int] = set()
    for number, act in enumerate(acts):
        if number in instants:
            for left in Left:
                place = folder / "state"
                shutil.rmtree(place, ignore_errors=True)
                for name, content_left in disk.left(left, chance).items():
                    path = place / name
                    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                    path.write_bytes(content_left)
                    path.chmod(0o600)
                yield (
                    left,
                    acknowledged,
                    Clinic(place / clinic.path.name, clinic.key, clinic.patient, clinic.navigator),
                )
        disk.do(act)
        acknowledged.update(_said(act))


def _said(act: Act) -> Iterator[int]:
    if act.kind == "A" and act.data[HEADER_BYTES:].isdigit():
        yield int(act.data[HEADER_BYTES:])

"""The proofs that take long, in order, each with how often it is tried and when it holds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from careteam.domain.backups import Why
from tests.conftest import NOW
from tests.reliability.clinic import Clinic
from tests.reliability.damage import Flips, flip_bits, known_keys
from tests.reliability.killing import Kills, Writers, kill_operation, kill_writer
from tests.reliability.operations import OPERATIONS, Operation
from tests.reliability.power_loss import Cuts, replay_operation, replay_writer
from tests.reliability.together import write_together
from tests.reliability.yard import NO_SHIM, Yard

Try = Callable[[Yard, Clinic, Path], Any]
CUTS, CONTROL_CUTS, CUTS_OF_ONE = 400, 100, 100
CONTACTS = 400
KILLS, WRITERS, FLIPS, COUNTS = 200, 200, 2000, 1000


@dataclass(frozen=True, slots=True)
class Proof:
    """One proof: `attempt` gives its figures, `holds` says whether they are what is promised."""

    title: str
    attempt: Try
    holds: Callable[[Any], bool]


def proofs(share: float) -> Iterator[Proof]:
    """Every proof, with that share of the usual number of rounds."""

    def times(usual: int) -> int:
        return max(round(usual * share), 4)

    if not NO_SHIM:
        yield _writer_cut("power cuts while contacts are saved", times(CUTS), times(CONTACTS))
        yield _control(times(CONTROL_CUTS), times(CONTACTS))
        for operation in OPERATIONS:
            yield _operation_cut(operation, times(CUTS_OF_ONE))
    yield Proof(
        "kills while contacts are saved",
        lambda yard, clinic, folder: kill_writer(yard, clinic, folder, rounds=times(WRITERS)),
        _nothing_is_lost,
    )
    for operation in OPERATIONS:
        yield _operation_killed(operation, times(KILLS))
    yield Proof(
        "flipped bits",
        lambda _, clinic, folder: _flip(clinic, folder, times(FLIPS)),
        _every_bit_is_seen,
    )
    yield Proof(
        "two windows that write at once",
        lambda yard, clinic, folder: write_together(yard, clinic, folder, times=times(COUNTS)),
        lambda found: not (found.lost or found.lost_contacts),
    )


def _writer_cut(title: str, cuts: int, contacts: int) -> Proof:
    def attempt(yard: Yard, clinic: Clinic, folder: Path) -> Cuts:
        return replay_writer(yard, clinic, folder, contacts=contacts, cuts=cuts)

    return Proof(title, attempt, lambda found: not (found.lost or found.damaged or found.told))


def _control(cuts: int, contacts: int) -> Proof:
    def attempt(yard: Yard, clinic: Clinic, folder: Path) -> Cuts:
        return replay_writer(
            yard, clinic, folder, contacts=contacts, cuts=cuts, synchronous="NORMAL"
        )

    title = "the same with synchronous=NORMAL, which has to lose some"
    return Proof(title, attempt, lambda found: found.lost > 0)


def _operation_cut(operation: Operation, cuts: int) -> Proof:
    def attempt(yard: Yard, clinic: Clinic, folder: Path) -> Cuts:
        return replay_operation(yard, operation, clinic, folder, cuts=cuts)

    return Proof(f"power cuts: {operation.name}", attempt, lambda found: not found.damaged)


def _operation_killed(operation: Operation, rounds: int) -> Proof:
    def attempt(yard: Yard, clinic: Clinic, folder: Path) -> Kills:
        return kill_operation(yard, operation, clinic, folder, rounds=rounds)

    return Proof(f"kills: {operation.name}", attempt, lambda found: found.killed > 0)


def _flip(clinic: Clinic, folder: Path, count: int) -> Flips:
    laid = clinic.laid(folder / "flipped")
    store = laid.open()
    store.copier().copy(Why.ASKED, NOW)
    store.close()
    with known_keys():
        return flip_bits(laid, count)


def _every_bit_is_seen(found: Flips) -> bool:
    return not found.unseen


def _nothing_is_lost(found: Writers) -> bool:
    return not found.lost

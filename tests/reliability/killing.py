"""Kills without warning (kill -9): at random moments, and just before chosen acts on the disk."""

import os
import random
import shutil
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from careteam.storage.key_ring import ring_of
from careteam.storage.restoring import KEPT
from tests.conftest import NOW
from tests.reliability.clinic import Clinic, content
from tests.reliability.disk import acts_of
from tests.reliability.operations import NEW, Operation
from tests.reliability.writing import save_contacts
from tests.reliability.yard import NO_SHIM, Yard, ended

KILLED = -9
LONG_AGO = (NOW - timedelta(days=2)).timestamp()
"""What is left behind is nobody's after a day."""


@dataclass(frozen=True, slots=True)
class Kills:
    """What was found: rounds, how many of them were killed before their end, what they left."""

    rounds: int
    killed: int
    left: dict[str, int]


@dataclass(frozen=True, slots=True)
class Writers:
    """What was found: rounds, contacts acknowledged in all, and how many of those were lost."""

    rounds: int
    acknowledged: int
    lost: int


@dataclass(frozen=True, slots=True)
class Moment:
    """When to kill: just before an act on the disk (from 1), or after so many seconds."""

    act: int | None = None
    seconds: float | None = None


def kill_operation(
    yard: Yard, operation: Operation, clinic: Clinic, folder: Path, *, rounds: int, seed: int = 1
) -> Kills:
    """Kill an operation over and over; AssertionError when one kill left what it must not."""
    template = operation.lay(clinic, folder / "template")
    left: Counter[str] = Counter()
    killed = 0
    for moment in moments(yard, operation, template, folder, rounds, random.Random(seed)):
        place = folder / "round"
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(template.path.parent, place)
        laid = Clinic(place / template.path.name, clinic.key, clinic.patient, clinic.navigator)
        process = yard.begin(operation.do, laid, NOW, folder=place, stop=moment.act)
        if moment.seconds is not None:
            process.join(moment.seconds)
            process.kill()
        code = ended(process)
        assert code in (0, KILLED), f"{operation.name} failed by itself"
        killed += code == KILLED
        try:
            left[operation.state(laid)] += 1
            for path in leftovers(place):
                os.utime(path, (LONG_AGO, LONG_AGO))
            operation.do(laid, NOW + timedelta(hours=1))
            assert operation.state(laid) == NEW
            assert leftovers(place) == []
        except Exception as error:
            error.add_note(f"{operation.name}, killed at {moment}, in {place}")
            raise
    return Kills(rounds, killed, dict(left))


def moments(
    yard: Yard, operation: Operation, template: Clinic, folder: Path, rounds: int,
    chance: random.Random,
) -> Iterator[Moment]:  # fmt: skip
    """Half of the moments by the clock, half by the acts: those that are not writes come first."""
    laid, log = folder / "whole", folder / "log"
    shutil.copytree(template.path.parent, laid)
    whole = Clinic(laid / template.path.name, template.key, template.patient, template.navigator)
    yard.whole(operation.do, whole, NOW, folder=laid, log=log)
    by_act = [] if NO_SHIM else _chosen([act.kind for act in acts_of(log)], rounds // 2, chance)
    shutil.rmtree(laid)
    shutil.copytree(template.path.parent, laid)
    began = time.monotonic()
    yard.whole(operation.do, whole, NOW)
    seconds = time.monotonic() - began
    for number in by_act:
        yield Moment(act=number)
    for _ in range(rounds - len(by_act)):
        yield Moment(seconds=chance.uniform(0, seconds))


def _chosen(kinds: Sequence[str], count: int, chance: random.Random) -> list[int]:
    acts = [number for number, kind in enumerate(kinds, 1) if kind != "A"]
    turning = [number for number in acts if kinds[number - 1] != "W"]
    most = [count * 3 // 4, count]
    picked = chance.sample(turning, min(len(turning), most[0]))
    others = [number for number in acts if number not in picked]
    return sorted(picked + chance.sample(others, min(len(others), count - len(picked))))


def leftovers(folder: Path) -> list[Path]:
    """What an operation that was cut off left."""
    manifests = [path for path in folder.rglob("*.db.json") if not path.with_suffix("").exists()]
    keyless = [path for path in folder.rglob(f"*{KEPT}*.db") if not ring_of(path).exists()]
    return [*(path for path in folder.rglob("*") if ".part" in path.name), *manifests, *keyless]


def kill_writer(
    yard: Yard, clinic: Clinic, folder: Path, *, rounds: int, seconds: float = 0.6, seed: int = 1
) -> Writers:
    """Kill somebody who saves contacts, on one database that goes on from round to round."""
    laid, chance = clinic.laid(folder / "written"), random.Random(seed)
    acknowledged: set[int] = set(content(laid.path, laid.key).contacts)
    lost = 0
    for _ in range(rounds):
        ours, theirs = yard.pipe()
        process = yard.begin(save_contacts, laid, 1_000_000, theirs)
        theirs.close()
        said = [ours.recv_bytes()]
        process.join(chance.uniform(0, seconds))
        process.kill()
        while True:
            try:
                said.append(ours.recv_bytes())
            except (EOFError, OSError):
                break
        ours.close()
        assert ended(process) == KILLED
        acknowledged |= {int(each) for each in said}
        lost += len(acknowledged - set(content(laid.path, laid.key).contacts))
    return Writers(rounds, len(acknowledged), lost)

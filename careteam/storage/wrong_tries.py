"""Wrong passwords, kept beside the database: how long the next waits, and what is told later."""

import contextlib
import json
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from careteam.storage.whole_file import keep_tree

MOST = 100
"""Of more tries the latest are kept."""
FREE, LONGEST = 5, 15 * 60
"""So many tries wait for nothing; the next ones two seconds, four, eight, to a quarter of an hour:
a hundred tries take a day. Nobody is locked out for good, or a colleague could do it."""
ANYBODY = ""
"""Users whom nobody knows share one count: what was typed may be a password."""


@dataclass(frozen=True, slots=True)
class Wait:
    """How many wrong tries of a user in a row, and when the last was, in steady seconds."""

    count: int = 0
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class Tries:
    """What is kept: the moments, oldest first, and the waits by user."""

    moments: tuple[datetime, ...] = ()
    waits: dict[str, Wait] = field(default_factory=dict[str, Wait])


def seconds_to_wait(database: Path, user: str, steady: float) -> float:
    """How long a user has to wait before the next try; 0 for not at all.

    `steady` is the clock that starts with the machine: setting the day's clock forward is no way
    around. After the machine was started anew the wait begins with it.
    """
    wait = _read(database).waits.get(user, Wait())
    if wait.count < FREE:
        return 0.0
    length = min(2.0 ** (wait.count - FREE + 1), LONGEST)
    gone = steady - wait.at if steady >= wait.at else steady
    return max(length - gone, 0.0)


def note_wrong_try(database: Path, user: str, now: datetime, steady: float) -> None:
    """Keep the moment of a wrong password; a disk that refuses it holds nobody up."""
    tries = _read(database)
    wait = Wait(tries.waits.get(user, Wait()).count + 1, steady)
    _keep(database, Tries((*tries.moments, now)[-MOST:], {**tries.waits, user: wait}))


def read_wrong_tries(database: Path) -> tuple[datetime, ...]:
    """The moments of wrong passwords since somebody signed in, oldest first."""
    return _read(database).moments


def forget_wrong_tries(database: Path) -> None:
    """They stand in the audit trail now; the waits of other users stay."""
    tries = _read(database)
    if tries.moments:
        _keep(database, replace(tries, moments=()))


def forget_wait(database: Path, user: str) -> None:
    """The user got it right."""
    tries = _read(database)
    if user in tries.waits:
        waits = {name: wait for name, wait in tries.waits.items() if name != user}
        _keep(database, replace(tries, waits=waits))


def _read(database: Path) -> Tries:
    try:
        told: Any = json.loads(_file_of(database).read_text("utf-8"))
        if isinstance(told, list):  # as it was written before there were users
            told = {"moments": told, "waits": {}}
        waits = {str(user): Wait(int(w[0]), float(w[1])) for user, w in told["waits"].items()}
        return Tries(tuple(datetime.fromisoformat(at) for at in told["moments"]), waits)
    except (OSError, KeyError, IndexError, TypeError, AttributeError, ValueError):
        return Tries()


def _keep(database: Path, tries: Tries) -> None:
    path = _file_of(database)
    with contextlib.suppress(OSError):
        if not tries.moments and not tries.waits:
            path.unlink(missing_ok=True)
            return
        keep_tree(
            path,
            {
                "moments": [at.isoformat() for at in tries.moments],
                "waits": {user: [wait.count, wait.at] for user, wait in tries.waits.items()},
            },
        )


def _file_of(database: Path) -> Path:
    return database.with_name(f"{database.name}.tries")

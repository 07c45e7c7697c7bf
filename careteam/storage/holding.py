"""One desk at a time on a database: a file beside it that is locked while a window has it open."""

import contextlib
import json
import os
import socket
import sys
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from careteam.domain.dates import day_shown
from careteam.domain.errors import Locked

HELD = (
    "{name} is open since {since} {place} by process {process}. Close it there, or choose another "
    "file."
)
HELD_BY_ANOTHER = "{name} is open in another window. Close it there, or choose another file."
MOST_BYTES = 4096
LOCKED_AT = 1 << 20
"""Windows lets nobody read a byte that is locked, so the one that is lies far behind the words."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a database open: a process of a machine, since a moment with its zone."""

    process: int
    host: str
    since: datetime


class Hold:
    """Keeps a database for this window until `release`, or until the process ends in any way.

    The system itself takes the lock away from a process that dies, so no hold is ever stale. The
    file stays and is empty then: were it removed, two windows could each lock one of its name.
    """

    def __init__(self, descriptor: int | None) -> None:
        self._descriptor = descriptor

    @classmethod
    def take(cls, database: Path, now: datetime) -> "Hold":
        """Hold a database; Locked, naming who has it, when another window or a restore does.

        Where no file can be made beside it nothing is held: then the database cannot be written.
        """
        path, may_write = hold_of(database), True
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            try:
                descriptor, may_write = os.open(path, os.O_RDONLY), False
            except OSError:
                return cls(None)
        try:
            _lock(descriptor)
        except OSError as error:
            os.close(descriptor)
            raise Locked(_sentence(database, holder_of(database), now)) from error
        if not may_write:
            return cls(descriptor)
        words = asdict(Holder(os.getpid(), socket.gethostname(), now))
        with contextlib.suppress(OSError):  # on a full disk it is held without words
            os.ftruncate(descriptor, 0)
            os.write(descriptor, json.dumps({**words, "since": now.isoformat()}).encode())
        return cls(descriptor)

    def release(self) -> None:
        """Let others have it; a second time does nothing."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            with contextlib.suppress(OSError):  # where it may only be read nothing stands in it
                os.ftruncate(descriptor, 0)
            _unlock(descriptor)
            os.close(descriptor)

    def __enter__(self) -> "Hold":
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


def hold_of(database: Path) -> Path:
    """The file that is locked while a database is held."""
    return database.with_name(f"{database.name}.open")


def holder_of(database: Path) -> Holder | None:
    """Who said that they hold a database; None when nobody did, or in no words that can be read."""
    try:
        with hold_of(database).open("rb") as file:
            told = json.loads(file.read(MOST_BYTES))
        since = datetime.fromisoformat(told["since"])
        return Holder(int(told["process"]), str(told["host"]), since.astimezone())
    except (OSError, KeyError, TypeError, ValueError):
        return None


def _sentence(database: Path, holder: Holder | None, now: datetime) -> str:
    """Who has it, since when by this machine's clock, with the day when it is another."""
    if holder is None:
        return HELD_BY_ANOTHER.format(name=database.name)
    is_today = holder.since.date() == now.astimezone().date()
    day = "" if is_today else f"{day_shown(holder.since.date())} "
    place = "on this machine" if holder.host == socket.gethostname() else f"on {holder.host}"
    return HELD.format(
        name=database.name,
        since=f"{day}{holder.since:%H:%M}",
        place=place,
        process=holder.process,
    )


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        """Lock at once, or OSError."""
        os.lseek(descriptor, LOCKED_AT, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, LOCKED_AT, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        """Lock at once, or OSError."""
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)

"""Copies of the database made in one step and checked on a fresh connection."""

import os
from datetime import datetime
from pathlib import Path

from careteam.domain.errors import Unavailable
from careteam.storage.engine import Key, connect
from careteam.storage.faults import told_plainly


def back_up(source: Path, key: Key, target: Path) -> None:
    """Copy a database, as it stands at one moment, to a new file with the same key.

    The copy is verified page by page before it gets its name; a failed one leaves nothing.
    """
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        with told_plainly():
            live = connect(source, key)
            copy = connect(part, key, is_new=True)
            try:
                live.backup(copy)
                copy.execute("PRAGMA journal_mode=DELETE")
            finally:
                copy.close()
                live.close()
            _verify(part, key)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
        for tail in ("-wal", "-shm"):
            part.with_name(part.name + tail).unlink(missing_ok=True)


def backup_beside(path: Path, key: Key, now: datetime, why: str) -> Path:
    """Copy a database beside itself; the name carries the time and why."""
    target = path.with_name(f"{path.stem}-{why}-{now:%Y%m%d-%H%M%S}{path.suffix}")
    back_up(path, key, target)
    return target


def _verify(path: Path, key: Key) -> None:
    connection = connect(path, key)
    try:
        broken = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        sound = connection.execute("PRAGMA quick_check").fetchone()
        connection.execute("PRAGMA journal_mode=DELETE")
    finally:
        connection.close()
    if broken or sound != ("ok",):
        raise Unavailable("The backup could not be verified, so it was thrown away. Try again.")

"""Copies of the database made in one step and checked on a fresh connection."""

import contextlib
import os
from pathlib import Path

from careteam.domain.errors import Unavailable
from careteam.storage.engine import Key, connect
from careteam.storage.faults import told_plainly

ONE_FILE = "PRAGMA journal_mode=DELETE"


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
                copy.execute(ONE_FILE)  # through a log of its own it would need twice the room
                live.backup(copy)
                copy.execute(ONE_FILE)  # the copy says of itself what the original did
            finally:
                copy.close()
                live.close()
            verify(part, key)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
        for tail in ("-wal", "-shm", "-journal"):
            part.with_name(part.name + tail).unlink(missing_ok=True)


def verify(path: Path, key: Key) -> None:
    """Check every page of a closed file on a fresh connection; Unavailable when one is broken."""
    connection = connect(path, key, is_copy=True)
    try:
        broken = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        sound = connection.execute("PRAGMA quick_check").fetchone()
    finally:
        connection.close()
    if broken or sound != ("ok",):
        raise Unavailable("The copy could not be verified. Make or choose another.")


def settle(path: Path) -> None:
    """Let a file, or the names in a folder, be on the disk before anything else is done.

    Where folders cannot be flushed, as on shares and on Windows, their renames have to do.
    """
    if not path.is_dir():
        _flush(path, os.O_RDWR)
    elif os.name == "posix":
        with contextlib.suppress(OSError):
            _flush(path, os.O_RDONLY)


def _flush(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

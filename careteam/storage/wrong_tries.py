"""Wrong passphrases, kept beside the database until somebody unlocks it and can be told."""

import contextlib
import json
import os
from datetime import datetime
from pathlib import Path

MOST = 100
"""Of more tries the latest are kept."""


def note_wrong_try(database: Path, now: datetime) -> None:
    """Keep the moment of a wrong passphrase; a disk that refuses it holds nobody up."""
    path = _file_of(database)
    tries = [*read_wrong_tries(database), now][-MOST:]
    with contextlib.suppress(OSError):
        descriptor = os.open(path, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump([at.isoformat() for at in tries], file)


def read_wrong_tries(database: Path) -> tuple[datetime, ...]:
    """The moments of wrong passphrases since the last unlocking, oldest first."""
    try:
        told = json.loads(_file_of(database).read_text("utf-8"))
        return tuple(datetime.fromisoformat(at) for at in told)
    except (OSError, TypeError, ValueError):
        return ()


def forget_wrong_tries(database: Path) -> None:
    """They stand in the audit trail now."""
    with contextlib.suppress(OSError):
        _file_of(database).unlink(missing_ok=True)


def _file_of(database: Path) -> Path:
    return database.with_name(f"{database.name}.tries")

"""Who may sign in at a database, read without any library: the first window shows it at once."""

import json
from pathlib import Path

MOST_BYTES = 1024 * 1024
RING = ".keys.json"
"""What the name of the ring of keys ends in; `storage.key_ring` has the rest."""


def users_of(database: Path) -> tuple[str, ...]:
    """The users whose keys lie beside a database, by name; none when they cannot be read."""
    return tuple(sorted({user for user, _ in _slots(database) if user}))


def has_code(database: Path) -> bool:
    """Whether a recovery code opens a database, or a copy, as its ring of keys tells."""
    return any(kind == "recovery" for _, kind in _slots(database))


def _slots(database: Path) -> tuple[tuple[str, str], ...]:
    """The user and the kind of each slot; none when they cannot be read."""
    path = database.with_name(database.name + RING)
    try:
        if path.stat().st_size > MOST_BYTES:
            return ()
        slots = json.loads(path.read_text("utf-8"))["slots"]
        return tuple((str(slot["user"]), str(slot["kind"])) for slot in slots)
    except (OSError, KeyError, TypeError, ValueError, RecursionError):
        return ()

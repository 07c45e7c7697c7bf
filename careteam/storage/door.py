"""Who may sign in at a database, read without any library: the first window shows it at once."""

import json
from pathlib import Path

MOST_BYTES = 1024 * 1024
RING = ".keys.json"
"""What the name of the ring of keys ends in; `storage.key_ring` has the rest."""


def users_of(database: Path) -> tuple[str, ...]:
    """The users whose keys lie beside a database, by name; none when they cannot be read."""
    path = database.with_name(database.name + RING)
    try:
        if path.stat().st_size > MOST_BYTES:
            return ()
        slots = json.loads(path.read_text("utf-8"))["slots"]
        return tuple(sorted({str(slot["user"]) for slot in slots if slot["user"]}))
    except (OSError, KeyError, TypeError, ValueError, RecursionError):
        return ()

"""The ring of keys beside a database: a small file with one slot for each user."""

import hmac
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from careteam.domain.errors import Locked, Unavailable
from careteam.domain.recovery import read_code
from careteam.storage.door import MOST_BYTES, RING
from careteam.storage.key_slots import Kind, Slot, from_tree, spend_the_time, take_out, to_tree
from careteam.storage.whole_file import keep_bytes, keep_tree

VERSION = 1
PURPOSE = b"keys/v1"
MOST_SLOTS = 500
"""More than a clinic needs: a longer ring is made up."""

DAMAGED = (
    "The keys in {name} cannot be read. Put that file back from beside a copy, or restore a copy."
)
CHANGED = (
    "The keys in {name} were changed by something else than Careteam. Put that file back from "
    "beside a copy, or restore a copy."
)


@dataclass(frozen=True, slots=True)
class Ring:
    """The slots of one database, as they were read; `mac` signs all of them with the data key."""

    slots: tuple[Slot, ...]
    mac: str = ""

    def of(self, user: str) -> tuple[Slot, ...]:
        """The slots of a user (see `accounts.name_key`); several while a password changes."""
        return tuple(slot for slot in self.slots if slot.user == user)

    def with_slot(self, slot: Slot) -> "Ring":
        """With one more slot."""
        return Ring((*self.slots, slot))

    def without(self, ids: Iterable[str]) -> "Ring":
        """Without the slots that have these ids."""
        gone = frozenset(ids)
        return Ring(tuple(slot for slot in self.slots if slot.id not in gone))


def ring_of(database: Path) -> Path:
    """Where the keys of a database, or of a copy, lie."""
    return database.with_name(database.name + RING)


def coming_ring_of(database: Path) -> Path:
    """Where the keys lie that are valid when a change of the data key is through."""
    return database.with_name(f"{database.name}.keys.new.json")


def read_ring(path: Path) -> Ring | None:
    """The ring in a file, None without one; Unavailable for one that cannot be used."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ValueError("the ring of keys is too large")
        tree = json.loads(path.read_text("utf-8"))
        if tree["version"] != VERSION or len(tree["slots"]) > MOST_SLOTS:
            raise ValueError("the ring of keys is of another kind")
        slots = tuple(from_tree(slot) for slot in tree["slots"])
        if len({slot.id for slot in slots}) != len(slots):
            raise ValueError("two slots have one id")
        return Ring(slots, str(tree["mac"]))
    except FileNotFoundError:
        return None
    except (OSError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise Unavailable(DAMAGED.format(name=path.name)) from error


def keep_ring(path: Path, ring: Ring, key: bytes) -> None:
    """Put a ring in place of the one before, signed, whole or not at all."""
    tree = {**_tree(ring), "mac": _mac(ring, key)}
    try:
        keep_tree(path, tree)
    except OSError as error:
        raise Unavailable(
            f"The keys cannot be written to {path.parent}. Nothing was changed; check the drive."
        ) from error


def lay_beside(database: Path, copy: Path) -> None:
    """Lay the keys of a database beside a copy of it; OSError when the disk refuses."""
    source = ring_of(database)
    if source.exists():
        keep_bytes(ring_of(copy), source.read_bytes())


def unlock(ring: Ring, user: str, password: str, path: Path) -> tuple[bytes, Slot] | None:
    """The data key and the slot it came from; None when user or password is wrong.

    A user whom nobody knows costs the same work. Locked when the ring was changed.
    """
    slots = ring.of(user)
    if not slots:
        spend_the_time(password)
    for slot in slots:
        key = take_out(slot, _typed(slot, password))
        if key is not None:
            check_ring(ring, key, path)
            return key, slot
    return None


def check_ring(ring: Ring, key: bytes, path: Path) -> Ring:
    """The ring, when the holder of this key signed it; Locked when something else wrote it."""
    if not hmac.compare_digest(ring.mac, _mac(ring, key)):
        raise Locked(CHANGED.format(name=path.name))
    return ring


def _typed(slot: Slot, password: str) -> str:
    """What opens a slot: a code from paper may be typed in any way."""
    if slot.kind is Kind.PASSWORD:
        return password
    try:
        return read_code(password)
    except ValueError:
        return password


def recovery_slots(ring: Ring) -> tuple[Slot, ...]:
    """The slots that the recovery code opens."""
    return tuple(slot for slot in ring.slots if slot.kind is Kind.RECOVERY)


def _tree(ring: Ring) -> dict[str, Any]:
    return {"version": VERSION, "slots": [to_tree(slot) for slot in ring.slots]}


def _mac(ring: Ring, key: bytes) -> str:
    signing = hmac.digest(key, PURPOSE, "sha256")
    text = json.dumps(_tree(ring), sort_keys=True, separators=(",", ":"))
    return hmac.digest(signing, text.encode(), "sha256").hex()

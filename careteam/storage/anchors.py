"""The anchor of the audit trail: a file beside the database that says where the trail ended."""

import hmac
import json
import os
from dataclasses import dataclass
from pathlib import Path

from careteam.domain.errors import Unavailable
from careteam.storage.chain import mac_of
from careteam.storage.engine import Key

LABEL = "anchor/v1"
"""Stands where a row has the hash before it: no row of a trail can pass for an anchor."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The number and the hash of a row that was the last one; seq 0 is an empty trail."""

    seq: int
    hash: str


def anchor_of(database: Path) -> Path:
    """Where the anchor of a database lies."""
    return database.with_name(f"{database.name}.anchor")


def read_anchor(database: Path, key: Key) -> Anchor | None:
    """The anchor, None without one; ValueError when it was changed or is another database's."""
    try:
        tree = json.loads(anchor_of(database).read_text("utf-8"))
        found = Anchor(int(tree["seq"]), str(tree["hash"]))
        is_signed = hmac.compare_digest(str(tree["mac"]), _mac(found, key))
    except FileNotFoundError:
        return None
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise ValueError("the anchor cannot be read") from error
    if not is_signed:
        raise ValueError("the anchor is not signed with this key")
    return found


def keep_anchor(database: Path, key: Key, anchor: Anchor) -> None:
    """Put an anchor in place of the one before, whole or not at all; Unavailable when refused."""
    path = anchor_of(database)
    part = path.with_name(path.name + ".part")
    tree = {"seq": anchor.seq, "hash": anchor.hash, "mac": _mac(anchor, key)}
    try:
        try:
            descriptor = os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump(tree, file)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise Unavailable(
            f"The anchor of the audit trail cannot be written to {path.parent}. Check the drive."
        ) from error


def _mac(anchor: Anchor, key: Key) -> str:
    return mac_of(key.raw)(LABEL, anchor.seq, anchor.hash)

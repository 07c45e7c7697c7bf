"""The anchor of the audit trail: a file beside the database that says where the trail ended."""

import hmac
import json
from dataclasses import dataclass
from pathlib import Path

from careteam.domain.errors import Unavailable
from careteam.storage.chain import mac_of
from careteam.storage.whole_file import keep_tree

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


def read_anchor(database: Path, trail_key: bytes) -> Anchor | None:
    """The anchor, None without one; ValueError when it was changed or is another database's."""
    try:
        tree = json.loads(anchor_of(database).read_text("utf-8"))
        found = Anchor(int(tree["seq"]), str(tree["hash"]))
        is_signed = hmac.compare_digest(str(tree["mac"]), _mac(found, trail_key))
    except FileNotFoundError:
        return None
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise ValueError("the anchor cannot be read") from error
    if not is_signed:
        raise ValueError("the anchor is not signed with this key")
    return found


def keep_anchor(database: Path, trail_key: bytes, anchor: Anchor) -> None:
    """Put an anchor in place of the one before, whole or not at all; Unavailable when refused."""
    path = anchor_of(database)
    tree = {"seq": anchor.seq, "hash": anchor.hash, "mac": _mac(anchor, trail_key)}
    try:
        keep_tree(path, tree)
    except OSError as error:
        raise Unavailable(
            f"The anchor of the audit trail cannot be written to {path.parent}. Check the drive."
        ) from error


def _mac(anchor: Anchor, trail_key: bytes) -> str:
    return mac_of(trail_key)(LABEL, anchor.seq, anchor.hash)

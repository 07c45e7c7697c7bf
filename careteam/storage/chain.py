"""The keyed chain of the audit trail: the functions that its triggers call on every connection."""

import hmac
import json
import platform
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

PURPOSE = b"audit-mac/v1"
SEPARATOR = b"\x1f"
FIELDS = 9
"""Sequence, moment, actor, workstation, action, entity, its id, patient, detail."""


@dataclass(slots=True)
class Hand:
    """Who writes on a connection now (an account or a directory id) and when; nobody between."""

    actor: int | None = None
    at: datetime | None = None

    def at_ms(self) -> int | None:
        """Milliseconds of UTC since 1970; None leaves it to the database."""
        return None if self.at is None else round(self.at.timestamp() * 1000)


def workstation() -> str:
    """The name of this machine in its network."""
    return platform.node()[:200]


def new_trail_key(raw_key: bytes) -> bytes:
    """The key of a new trail, made from the first data key; the trail keeps it for good."""
    return hmac.digest(raw_key, PURPOSE, "sha256")


def mac_of(trail_key: bytes) -> Callable[..., str]:
    """The function that chains a row: `mac(hash before, *fields)`, in hexadecimal."""
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

    def mac(before: str, *fields: Any) -> str:
        text = before.encode() + SEPARATOR + encode(fields).encode("utf-8", "surrogatepass")
        return hmac.digest(trail_key, text, "sha256").hex()

    return mac


def register(connection: Any, trail_key: bytes, hand: Hand) -> None:
    """Give a connection the functions without which no audited table can be written."""
    place = workstation()
    connection.create_function("audit_actor", 0, lambda: hand.actor)
    connection.create_function("audit_at", 0, hand.at_ms)
    connection.create_function("audit_place", 0, lambda: place)
    connection.create_function("audit_mac", FIELDS + 1, mac_of(trail_key))

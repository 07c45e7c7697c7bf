"""Names for rows that leave the program: time-ordered UUIDs (RFC 9562, version 7)."""

import os
import time
import uuid
from collections.abc import Collection
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

_MOST_AT_ONCE = 400


def free_external_ids(session: Session, table: Any, wanted: Collection[str]) -> frozenset[str]:
    """Those of these identifiers that no row of a table has yet: a row keeps its own on its way."""
    taken: set[str] = set()
    asked = sorted(set(wanted) - {""})
    for start in range(0, len(asked), _MOST_AT_ONCE):
        some = asked[start : start + _MOST_AT_ONCE]
        taken |= set(
            session.scalars(select(table.c.external_id).where(table.c.external_id.in_(some)))
        )
    return frozenset(asked) - taken


def new_external_id() -> str:
    """A fresh identifier; later ones sort after earlier ones, which keeps the index compact."""
    stamp = time.time_ns() // 1_000_000
    value = (stamp & ((1 << 48) - 1)) << 80 | int.from_bytes(os.urandom(10), "big")
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=value))

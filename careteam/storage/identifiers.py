"""Names for rows that leave the program: time-ordered UUIDs (RFC 9562, version 7)."""

import os
import time
import uuid


def new_external_id() -> str:
    """A fresh identifier; later ones sort after earlier ones, which keeps the index compact."""
    stamp = time.time_ns() // 1_000_000
    value = (stamp & ((1 << 48) - 1)) << 80 | int.from_bytes(os.urandom(10), "big")
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=value))

"""Carrying the audit trail of a damaged database over, in a way that its check stays honest.

What is unbroken from the first row stays as it is, hash by hash. Behind it stands the row that says
that this is a rescue, where the trail before ended, and how much of it is lost. Rows that could be
read behind the first break follow, chained anew: nothing proves them any more, and it says so.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection

from careteam.domain.audit import Event, Fault, Rescue
from careteam.storage.anchors import Anchor
from careteam.storage.audit_ddl import AUDIT
from careteam.storage.chain import FIELDS, mac_of, workstation

_COLUMNS = "seq, at, actor_id, workstation, action, entity, entity_id, patient_id, detail, hash"
_ASIDE = 1 << 40
"""Rows that are chained anew wait behind this number."""
LOT = 2000


def carry_over(
    connection: Any, anchor: Anchor | None, detail: dict[str, Any], now: datetime
) -> None:
    """Add the row of the rescue to rows that were read, and chain what lies behind the break anew.

    `anchor` is the one beside the damaged file; `detail` is told by the row besides.
    """
    mac = mac_of(connection.trail_key)
    count, head_seq, head_hash = _read(connection)
    through, before, fault = _unbroken(connection)
    carried, lost = count - through, lost_of_trail(connection, anchor)
    connection.execute(f"UPDATE {AUDIT} SET seq = seq + {_ASIDE} WHERE seq > ?", (through,))
    told = {
        **detail,
        "head": asdict(Anchor(head_seq, head_hash)),
        "anchor": asdict(anchor) if anchor else None,
        "trail": {
            "unbroken": through,
            "lost": lost,
            "carried": carried,
            "carried_digest": _digest(connection),
            "broken": fault,
        },
    }
    row = (
        through + 1, round(now.timestamp() * 1000), None, workstation(), str(Event.RESCUED),
        "database", "", None, json.dumps(told, ensure_ascii=False, separators=(",", ":")),
    )  # fmt: skip
    before = _add(connection, row, mac(before, *row))
    for seq, (_, *fields) in enumerate(_waiting(connection), through + 2):
        before = _add(connection, (seq, *fields), mac(before, seq, *fields))
    connection.execute(f"DELETE FROM {AUDIT} WHERE seq > {_ASIDE}")


def lost_of_trail(connection: Any, anchor: Anchor | None) -> int:
    """How many rows of the trail could not be read, as its numbers have no gaps."""
    count, last, _ = _read(connection)
    return max(last, anchor.seq if anchor else 0) - count


def rescues_of(connection: Connection) -> tuple[Rescue, ...]:
    """Every rescue that the trail tells of, the oldest first."""
    rows = connection.exec_driver_sql(
        f"SELECT seq, at, detail FROM {AUDIT} WHERE action = ? ORDER BY seq", (str(Event.RESCUED),)
    )
    return tuple(_rescue(row.seq, row.at, json.loads(row.detail)) for row in rows)


def _rescue(seq: int, at_ms: int, told: dict[str, Any]) -> Rescue:
    trail, broken = told["trail"], ""
    if trail["broken"]:
        broken = Fault(trail["broken"]).told(trail["unbroken"] + 1)
    at = datetime.fromtimestamp(at_ms / 1000, UTC)
    return Rescue(seq, at, told["file"], trail["lost"], trail["carried"], broken)


def _read(connection: Any) -> tuple[int, int, str]:
    """How many rows there are, and the number and the hash of the last."""
    [(count,)] = connection.execute(f"SELECT count(*) FROM {AUDIT}")
    last = connection.execute(f"SELECT seq, hash FROM {AUDIT} ORDER BY seq DESC LIMIT 1").fetchone()
    return (count, last[0], last[1]) if last else (count, 0, "")


def _unbroken(connection: Any) -> tuple[int, str, str]:
    """The last row up to which the chain holds, its hash, and how it breaks behind that.

    A row that is not there was lost with its page, which is no break that anybody made.
    """
    mac, seq, before = mac_of(connection.trail_key), 0, ""
    for row in connection.execute(f"SELECT {_COLUMNS} FROM {AUDIT} ORDER BY seq"):
        if row[0] != seq + 1:
            return seq, before, ""
        if mac(before, *row[:FIELDS]) != row[FIELDS]:
            return seq, before, str(Fault.CHANGED)
        seq, before = row[0], row[FIELDS]
    return seq, before, ""


def _digest(connection: Any) -> str:
    """SHA-256 over the old hashes of the rows that are chained anew, in their order."""
    digest = hashlib.sha256()
    for (old,) in connection.execute(f"SELECT hash FROM {AUDIT} WHERE seq > {_ASIDE} ORDER BY seq"):
        digest.update(str(old).encode())
    return digest.hexdigest()


def _waiting(connection: Any) -> Iterator[tuple[Any, ...]]:
    """The rows set aside, in their order, without their hashes."""
    last = _ASIDE
    columns = _COLUMNS.removesuffix(", hash")
    query = f"SELECT {columns} FROM {AUDIT} WHERE seq > ? ORDER BY seq LIMIT {LOT}"
    while rows := connection.execute(query, (last,)).fetchall():
        yield from rows
        last = rows[-1][0]


def _add(connection: Any, row: tuple[Any, ...], hashed: str) -> str:
    marks = ", ".join("?" * (FIELDS + 1))
    connection.execute(f"INSERT INTO {AUDIT} ({_COLUMNS}) VALUES ({marks})", (*row, hashed))
    return hashed

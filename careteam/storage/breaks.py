"""Where the rows of an audit trail are not as they were written, and what of it was accepted.

A break that was accepted is known by a seal over the row as it stands: who changes that row once
more, or any other, breaks the trail anew.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection

from careteam.domain.audit import Accepted, Event, Fault, RowBreak
from careteam.storage.audit_ddl import AUDIT
from careteam.storage.chain import FIELDS, mac_of

SEAL = "break/v1"
"""Stands where a row has the hash before it: no row of a trail can pass for a seal."""

_FIELDS = "seq, at, actor_id, workstation, action, entity, entity_id, patient_id, detail, hash"
_ROWS = f"SELECT {_FIELDS} FROM {AUDIT} WHERE seq > ? ORDER BY seq"
_START = f"SELECT seq, hash FROM {AUDIT} WHERE seq BETWEEN 1 AND ? ORDER BY seq DESC LIMIT 1"
_ACCEPTED = f"SELECT {_FIELDS} FROM {AUDIT} WHERE action = ? ORDER BY at, seq"
_HASH = f"SELECT hash FROM {AUDIT} WHERE seq = ?"


@dataclass
class RowWalk:
    """A walk over the rows behind one of them; `rows` counts those that were read."""

    connection: Connection
    trail_key: bytes
    rows: int = 0

    def breaks(self, after: int) -> Iterator[RowBreak]:
        """Every break there is, in order; the walk goes on from the row as it stands."""
        mac = mac_of(self.trail_key)
        start = self.connection.exec_driver_sql(_START, (after,)).first()
        last, before = (start[0], start[1]) if start else (0, "")
        for row in self.connection.exec_driver_sql(_ROWS, (last,)):
            is_next = row[0] == last + 1
            if not is_next or mac(before, *row[:FIELDS]) != row[FIELDS]:
                fault = Fault.CHANGED if is_next else Fault.MISSING
                yield RowBreak(fault, last + 1, mac(SEAL, before, *row))
            last, before = row[0], row[FIELDS]
            self.rows += 1


@dataclass(frozen=True, slots=True)
class Acceptances:
    """What was accepted so far: the entries that say so, and the breaks they cover."""

    told: tuple[Accepted, ...] = ()
    covered: frozenset[RowBreak] = field(default_factory=frozenset[RowBreak])


def acceptances_of(connection: Connection, trail_key: bytes) -> Acceptances:
    """Read them; a row that is not chained to the one before it accepts nothing."""
    mac = mac_of(trail_key)
    told, covered = list[Accepted](), set[RowBreak]()
    for row in connection.exec_driver_sql(_ACCEPTED, (str(Event.ACCEPTED),)).all():
        before = str(connection.exec_driver_sql(_HASH, (row[0] - 1,)).scalar() or "")
        if mac(before, *row[:FIELDS]) != row[FIELDS]:
            continue
        detail: dict[str, Any] = json.loads(row[FIELDS - 1])
        covered |= {RowBreak(Fault(one[0]), one[1], one[2]) for one in detail["rows"]}
        at = datetime.fromtimestamp(row[1] / 1000, UTC)
        told.append(Accepted(row[0], at, detail["reason"], detail["said"]))
    return Acceptances(tuple(told), frozenset(covered))

"""Checking the audit trail: row by row, against its anchor, and whether its triggers stand."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from careteam.domain.audit import Broken, End, Event, Fault, RowBreak, Verdict
from careteam.storage.anchors import Anchor, keep_anchor, read_anchor
from careteam.storage.audit_ddl import AUDIT, audit_trigger_ddl
from careteam.storage.breaks import RowWalk, acceptances_of

MOST_SAID = 3
RECENT = 10_000
"""So many rows are checked at each unlocking; all of them when somebody asks."""

_HASH = f"SELECT hash FROM {AUDIT} WHERE seq = ?"
_PUT_BACK = f"SELECT detail FROM {AUDIT} WHERE seq > ? AND action IN (?, ?) ORDER BY seq DESC"
_TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'audit_%'"


def head_of(connection: Connection) -> Anchor:
    """The last row of the trail; 0 without one."""
    row = connection.exec_driver_sql(f"SELECT seq, hash FROM {AUDIT} ORDER BY seq DESC LIMIT 1")
    found = row.first()
    return Anchor(*found) if found else Anchor(0, "")


def trail_key_of(connection: Connection) -> bytes:
    """The key that chains the trail of this database."""
    driver: Any = connection.connection.dbapi_connection
    return driver.trail_key


def check_trail(connection: Connection, database: Path, *, last: int | None = None) -> Verdict:
    """Check the trail, or its last rows; tells the first thing that is wrong and not accepted."""
    key, head = trail_key_of(connection), head_of(connection).seq
    first = max(head - last, 0) if last is not None else 0
    acceptances = acceptances_of(connection, key)
    walk = RowWalk(connection, key)
    wrong = (one.broken for one in walk.breaks(first) if one not in acceptances.covered)
    broken = next(wrong, None)
    anchor, others = _check_others(connection, database, head)
    broken = broken or next(iter(others), None)
    return Verdict(walk.rows, head, anchor is not None, broken, acceptances.told)


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that is wrong with a trail and was not accepted yet; `anchor` lies beside it."""

    rows: tuple[RowBreak, ...]
    others: tuple[Broken, ...]
    anchor: End | None

    @property
    def is_off(self) -> bool:
        """Whether the anchor is not on the trail."""
        return any(one.fault in (Fault.CUT, Fault.OTHER) for one in self.others)

    @property
    def said(self) -> str:
        """All of it in words; of many rows the first."""
        told = [one.broken.sentence for one in self.rows[:MOST_SAID]]
        if len(self.rows) > MOST_SAID:
            told.append(f"{len(self.rows) - MOST_SAID:,} more rows are not as they were written.")
        return " ".join((*told, *(one.sentence for one in self.others)))


def find_breaks(connection: Connection, database: Path) -> Found:
    """Look for everything that is wrong with the whole trail and was not accepted yet."""
    key = trail_key_of(connection)
    covered = acceptances_of(connection, key).covered
    rows = tuple(one for one in RowWalk(connection, key).breaks(0) if one not in covered)
    anchor, others = _check_others(connection, database, head_of(connection).seq)
    return Found(rows, others, End(anchor.seq, anchor.hash) if anchor else None)


def _check_others(
    connection: Connection, database: Path, head: int
) -> tuple[Anchor | None, tuple[Broken, ...]]:
    """The anchor, if it can be read, and what is wrong with it and with the triggers."""
    anchor, found = None, list[Broken]()
    try:
        anchor = read_anchor(database, trail_key_of(connection))
    except ValueError:
        found.append(Broken(Fault.ANCHOR))
    wrong = _check_anchor(connection, anchor, head) if anchor is not None else None
    found += [one for one in (wrong, _check_triggers(connection)) if one is not None]
    return anchor, tuple(found)


def write_anchor(connection: Connection, database: Path, *, is_new: bool = False) -> None:
    """Anchor the last row, unless the anchor of before is not on this trail; see `Store.anchor`."""
    head = head_of(connection)
    if not is_new:
        try:
            before = read_anchor(database, trail_key_of(connection))
        except ValueError:
            return
        if before == head or (before and _check_anchor(connection, before, head.seq)):
            return
    keep_anchor(database, trail_key_of(connection), head)


def _check_anchor(connection: Connection, anchor: Anchor, head: int) -> Broken | None:
    """An anchor is an ancestor: the trail may have gone on since, but it has to go through it."""
    found = connection.exec_driver_sql(_HASH, (anchor.seq,)).scalar()
    if not anchor.seq or found == anchor.hash or _is_put_back(connection, anchor, head):
        return None
    return Broken(Fault.CUT if anchor.seq > head else Fault.OTHER, anchor.seq)


def _is_put_back(connection: Connection, anchor: Anchor, head: int) -> bool:
    """Whether the trail itself says that it was put in place of the one that has this anchor.

    So it is when a restore was killed after the copy was in place and before its anchor was; and
    when somebody accepted that the trail does not go through it.
    """
    values = (head - RECENT, str(Event.RESTORED), str(Event.ACCEPTED))
    for detail in connection.exec_driver_sql(_PUT_BACK, values).scalars():
        if json.loads(detail)["before"] == asdict(anchor):
            return True
    return False


def _check_triggers(connection: Connection) -> Broken | None:
    standing = {row.name: row.sql for row in connection.exec_driver_sql(_TRIGGERS)}
    for statement in audit_trigger_ddl():
        name = statement.split(maxsplit=3)[2]
        if standing.get(name) != statement:
            return Broken(Fault.UNWATCHED, name=name)
    return None

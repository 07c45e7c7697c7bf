"""Checking the audit trail: row by row, against its anchor, and whether its triggers stand."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from careteam.domain.audit import Broken, Event, Fault, Verdict
from careteam.storage.anchors import Anchor, keep_anchor, read_anchor
from careteam.storage.audit_ddl import AUDIT, audit_trigger_ddl
from careteam.storage.chain import FIELDS, mac_of

RECENT = 10_000
"""So many rows are checked at each unlocking; all of them when somebody asks."""

_ROWS = (
    "SELECT seq, at, actor_id, workstation, action, entity, entity_id, patient_id, detail, hash "
    f"FROM {AUDIT} WHERE seq > ? ORDER BY seq"
)
_HASH = f"SELECT hash FROM {AUDIT} WHERE seq = ?"
_PUT_BACK = f"SELECT detail FROM {AUDIT} WHERE seq > ? AND action = ? ORDER BY seq DESC"
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
    """Check the trail, or its last rows; tells the first thing that is wrong."""
    head = head_of(connection).seq
    first = max(head - last, 0) if last is not None else 0
    anchor, broken = None, None
    try:
        anchor = read_anchor(database, trail_key_of(connection))
    except ValueError:
        broken = Broken(Fault.ANCHOR)
    rows, wrong = _check_rows(connection, first)
    if wrong is None and anchor is not None:
        wrong = _check_anchor(connection, anchor, head)
    found = wrong or broken or _check_triggers(connection)
    return Verdict(rows, head, anchor is not None, found)


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


def _check_rows(connection: Connection, first: int) -> tuple[int, Broken | None]:
    mac, count = mac_of(trail_key_of(connection)), 0
    before = str(connection.exec_driver_sql(_HASH, (first,)).scalar() or "")
    if first and not before:
        return 0, Broken(Fault.MISSING, first)
    for row in connection.exec_driver_sql(_ROWS, (first,)):
        expected, fields = first + count + 1, tuple[Any, ...](row[:FIELDS])
        if row[0] != expected:
            return count, Broken(Fault.MISSING, expected)
        if mac(before, *fields) != row[FIELDS]:
            return count, Broken(Fault.CHANGED, expected)
        before, count = row[FIELDS], count + 1
    return count, None


def _check_anchor(connection: Connection, anchor: Anchor, head: int) -> Broken | None:
    """An anchor is an ancestor: the trail may have gone on since, but it has to go through it."""
    found = connection.exec_driver_sql(_HASH, (anchor.seq,)).scalar()
    if not anchor.seq or found == anchor.hash or _is_put_back(connection, anchor, head):
        return None
    return Broken(Fault.CUT if anchor.seq > head else Fault.OTHER, anchor.seq)


def _is_put_back(connection: Connection, anchor: Anchor, head: int) -> bool:
    """Whether the trail itself says that it was put in place of the one that has this anchor.

    So it is when a restore was killed after the copy was in place and before its anchor was.
    """
    for detail in connection.exec_driver_sql(_PUT_BACK, (head - RECENT, Event.RESTORED)).scalars():
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

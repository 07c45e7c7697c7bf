"""Writes rows by statements made once, past the records that a session may hold."""

from typing import Any

from sqlalchemy import Insert
from sqlalchemy.orm.util import identity_key
from sqlmodel import Session

from careteam.storage.tables.record import Record


def add_row(session: Session, statement: Insert, values: dict[str, Any]) -> int:
    """Add one row to a table whose key is a number; gives the number."""
    key = session.connection().execute(statement, values).inserted_primary_key
    if key is None:
        raise ValueError("the table has no key")
    return key[0]


def forget(session: Session, kind: type[Record], row_id: int) -> None:
    """Let a record that the session may hold be read again at its next use."""
    held = session.identity_map.get(identity_key(kind, row_id))
    if held is not None:
        session.expire(held)

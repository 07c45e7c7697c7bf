"""All that is kept, table by table, with what each column means; no secret is ever among it."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy import JSON, Boolean, CheckConstraint, Column, Date, Integer, Table
from sqlmodel import Session, SQLModel
from sqlmodel.sql.sqltypes import UTCDateTime

from careteam.domain.access import Action, needs
from careteam.domain.kept_tables import KeptColumn, KeptTable
from careteam.storage import tables
from careteam.storage.schema import SCHEMA

SECRETS: dict[str, frozenset[str]] = {
    "account": frozenset({"slot_id", "code_seed", "code_step", "spare_codes"})
}
"""Columns that open something; the keys themselves rest in no mapped table."""
EVERY = 2_000
"""So many rows are read between two reports."""

_KNOWN = re.compile(r"^\w+ IN \((.*)\)$")
_TYPES: tuple[tuple[type, str], ...] = (
    (Boolean, "boolean"),
    (UTCDateTime, "datetime"),
    (Date, "date"),
    (Integer, "integer"),
    (JSON, "json"),
)
Sink = Callable[[KeptTable, Sequence[Any]], None]
Tick = Callable[[int, int], bool]


class Stopped(Exception):  # noqa: N818 - somebody said so; it is no error
    """Whoever was told how far it is said to stop."""


def kept_tables() -> tuple[KeptTable, ...]:
    """Every table, those first that others refer to; told from the tables themselves."""
    records = (getattr(tables, name) for name in tables.__all__)
    told = {str(record.__tablename__): record for record in records}
    return tuple(_table(table, told[table.name]) for table in SQLModel.metadata.sorted_tables)


@needs(Action.REVIEW)
def pour_everything(session: Session, sink: Sink, tick: Tick = lambda _done, _all: True) -> int:
    """Give every row of every table to `sink`, as stored, in one moment of the database.

    Rows come in the order of their ids and one at a time: no more than a few are ever in memory.
    `tick` hears how many of how many; Stopped when it says so. Gives the count of rows.
    """
    connection = session.connection()
    kept = kept_tables()
    total = sum(_count(connection, table) for table in kept)
    done = 0
    for table in kept:
        names = ", ".join(f'"{column.name}"' for column in table.columns)
        order = ", ".join(f'"{name}"' for name in table.key)
        query = f'SELECT {names} FROM "{table.name}" ORDER BY {order}'
        for row in _rows(connection, query):
            sink(table, row)
            done += 1
            if done % EVERY == 0 and not tick(done, total):
                raise Stopped
    if not tick(done, total):
        raise Stopped
    return done


def _rows(connection: Any, query: str) -> Iterator[Sequence[Any]]:
    """What is stored, not what the program makes of it: nothing is lost on the way."""
    driver: Any = connection.connection.dbapi_connection
    cursor = driver.cursor()
    try:
        cursor.execute(query)
        yield from cursor
    finally:
        cursor.close()


def _count(connection: Any, table: KeptTable) -> int:
    return int(connection.exec_driver_sql(f'SELECT count(*) FROM "{table.name}"').scalar_one())


def _table(table: Table, record: type) -> KeptTable:
    told = _sentences(record.__doc__ or "")
    secret = SECRETS.get(table.name, frozenset())
    columns = tuple(_column(table, one, told) for one in table.columns if one.name not in secret)
    key = tuple(column.name for column in table.primary_key)
    means = " ".join(_plain(sentence) for sentence in told)
    return KeptTable(table.name, means, columns, key, tuple(sorted(secret)))


def _column(table: Table, column: Column[Any], told: Sequence[str]) -> KeptColumn:
    checks = [check for check in table.constraints if isinstance(check, CheckConstraint)]
    by_name = {str(check.name): str(check.sqltext) for check in checks}
    known = _KNOWN.match(by_name.get(f"{column.name}_known", ""))
    length = by_name.get(f"{column.name}_length", "").rpartition("<= ")[2]
    refers = next(iter(column.foreign_keys), None)
    names = (refers.column.table.name, refers.column.name) if refers is not None else None
    return KeptColumn(
        column.name,
        next((kind for of, kind in _TYPES if isinstance(column.type, of)), "string"),
        _meaning(column, told, names),
        not column.nullable,
        names,
        tuple(value.strip("' ") for value in known[1].split(",")) if known else (),
        int(length) if length.isdigit() else None,
    )


def _meaning(column: Column[Any], told: Sequence[str], names: tuple[str, str] | None) -> str:
    """The sentence that names the column; else what can be seen of it."""
    said = next((_plain(sentence) for sentence in told if f"`{column.name}`" in sentence), "")
    if said:
        return said
    if names is not None:
        return f"The {names[1]} of a row of {names[0]}."
    if column.primary_key:
        return "The number of the row; it never changes and is not used again."
    if column.name in _COMMON:
        return _COMMON[column.name]
    return f"{column.name.replace('_', ' ').capitalize()}."


_COMMON = {
    "external_id": "The UUID under which the row is known wherever it goes.",
    "external_key": "Under which key the system that it came from knows the row; empty for none.",
    "version": "How often the row was written; it guards against two edits at once.",
    "source": "From where the row came; empty for what was entered here.",
    "position": "The place in the order in which rows are shown.",
}


def _sentences(docstring: str) -> tuple[str, ...]:
    flat = " ".join(docstring.split())
    return tuple(re.split(r"(?<=[.;]) (?=[A-Z`])", flat)) if flat else ()


def _plain(sentence: str) -> str:
    return sentence.replace("`", "").rstrip(";")


def schema_number() -> int:
    """The number of the shape that the tables have now."""
    return SCHEMA

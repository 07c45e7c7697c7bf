"""A clinic in which every word that somebody can type is one that markup would make something of.

It is the invented clinic with each text column of each table written over, so a table that is
added later is in it too.
"""

import ctypes
import os
import struct
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Table, text
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, SQLModel

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules

CODES = frozenset(
    {
        "action", "alt", "ask_at_phase", "birth_date", "category", "clinical", "cns_status", "code",
        "condition", "decline_reason", "detail_key", "diagnosed_on", "direction", "dismiss_reason",
        "due_kind", "due_time", "end_reason", "entity", "entity_id", "escalates", "event",
        "external_id", "external_key", "flag", "form", "group_key", "hash", "icd_state",
        "instrument", "intent", "key", "kind", "language", "languages", "list", "method",
        "modality", "mode", "mrd", "name_key", "next_due_kind", "next_due_time", "npi", "nucc",
        "onset", "other_languages", "outcome", "owner_role", "page", "pathway", "phase",
        "priority", "rank", "reason_kind", "recorded_on", "relationship", "remission",
        "risk_group", "role", "rule", "search_key", "sex", "shaped_by", "snomed", "source_kind",
        "state", "status", "subtype", "system", "to_kind", "to_role", "told_how", "with_kind",
        "workstation", "zone",
    }
)  # fmt: skip
"""Columns that hold a code, a day or a key: nobody types them."""
NOT_TYPED = frozenset({"audit", "alembic_version", "draft", "setting"})


def words_of(picture: Path) -> tuple[str, ...]:
    """What is written, the longest that fits each column: a local picture, one on a host, marks."""
    return (
        f'<img src="{picture.as_uri()}"><img src="/{picture}"><b>bold</b>&amp;',
        f'<img src="{picture.as_uri()}"><b>x</b>',
        "<b>x</b>&amp;",
        "<i>x</i>",
        "<b>",
    )


def is_markup(shown: str) -> bool:
    """Whether one of the words stands in a text as it was typed."""
    return any(mark in shown for mark in ("<img", "<b>", "<i>", "&amp;"))


@needs(Action.OWN)
def write_over(
    session: Session, filled: set[str], picture: Path, *, moment: Moment, rules: Rules
) -> Changes:
    """Write over every text column; `filled` is told which."""
    connection = session.connection()
    for table in SQLModel.metadata.sorted_tables:
        if table.name in NOT_TYPED:
            continue
        for column in typed_columns(table):
            for words in words_of(picture):
                if _written(connection, table, column, words):
                    filled.add(f"{table.name}.{column.name}")
                    break
    return Changes(frozenset(Part), many=True)


def typed_columns(table: Table) -> Iterator[Column[Any]]:
    """The columns of a table that hold words."""
    for column in table.columns:
        is_text = "String" in type(column.type).__name__
        if is_text and not column.primary_key and column.name not in CODES:
            yield column


def _written(connection: Any, table: Table, column: Column[Any], words: str) -> bool:
    """Whether some row took the words; unlike where the column has to differ from row to row."""
    name = column.name
    unlike = " || rowid" if column.unique or name in ("mrn", "label", "name", "value") else ""
    statement = text(f"UPDATE {table.name} SET {name} = :words{unlike} WHERE {name} <> ''")
    point = connection.begin_nested()
    try:
        count = connection.execute(statement, {"words": words}).rowcount
    except DBAPIError:
        point.rollback()
        return False
    point.commit()
    return count > 0


IN_OPEN, IN_ACCESS, IN_NONBLOCK = 0x20, 0x1, 0x800


@contextmanager
def watched(file: Path) -> Iterator[list[int]]:
    """Tells each time that anybody opens or reads a file, by the system's own word (inotify)."""
    assert sys.platform == "linux"
    libc = ctypes.CDLL(None, use_errno=True)
    descriptor = libc.inotify_init1(IN_NONBLOCK)
    assert descriptor >= 0
    assert libc.inotify_add_watch(descriptor, os.fsencode(file), IN_OPEN | IN_ACCESS) >= 0
    seen: list[int] = []
    try:
        yield seen
        try:
            told = os.read(descriptor, 4096)
        except BlockingIOError:
            told = b""
        while told:
            _, mask, _, length = struct.unpack_from("iIII", told)
            seen.append(mask)
            told = told[16 + length :]
    finally:
        os.close(descriptor)

"""Which minutes of entries are told twice: beside what the same people did, whoever it was for."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from careteam.domain.contacts import LONGEST_MINUTES, NO_CONTACT_MODE
from careteam.domain.overlaps import MINUTE, Key, Span, counted_from, overlap_of
from careteam.storage.reads.time_query import CONTACT, ENTRY
from careteam.storage.tables import TimeEntryRecord

_LONGEST = timedelta(minutes=LONGEST_MINUTES)
_COLUMNS = ("id", "patient_id", "program", "by_id", "at", "minutes", "entered_at")
_MINE = """
WITH mine (by_id, since, at, moment) AS MATERIALIZED (
  SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]'),
    julianday(json_extract(value, '$[2]'))
  FROM json_each(:begun)
)"""
_STILL_RUNS = """
SELECT '{source}' AS source, {columns} FROM mine CROSS JOIN {table}
WHERE {table}.by_id = mine.by_id AND {table}.at BETWEEN mine.since AND mine.at
  AND julianday({table}.at) + ({table}.minutes + 1) / 1440.0 > mine.moment
  AND {table}.retracted_at IS NULL"""
"""The cross join keeps SQLite to the few entries asked about, each with its range of an index."""


def _still_runs(source: str, table: str) -> str:
    columns = ", ".join(f"{table}.{name}" for name in _COLUMNS)
    return _STILL_RUNS.format(source=source, table=table, columns=columns)


_entry = TimeEntryRecord.__table__.c
_BESIDE = text(
    f"{_MINE}{_still_runs(CONTACT, 'contact')} AND contact.program <> ''"
    f" AND (contact.is_reached OR contact.mode = '{NO_CONTACT_MODE}' OR :counts_tries)"
    f" UNION ALL{_still_runs(ENTRY, 'time_entry')}"
).columns(at=_entry.at.type, entered_at=_entry.entered_at.type)


def overlaps_of(session: Session, rows: Iterable[Any], values: Mapping[str, Any]) -> dict[Key, int]:
    """How many minutes of each row of a month something that began before tells of already.

    `rows` are all that count of their patients, as `lines_query` gives them; those without such
    minutes are left out.
    """
    rows = list(rows)
    spans = {(row.source, row.id): _span(row, row.whole) for row in rows}
    for row in _beside(session, spans.values(), values):
        if (row.source, row.id) not in spans:
            spans[row.source, row.id] = _span(row, row.minutes)
    counts = counted_from(spans.values())
    found: dict[Key, int] = {}
    for row in rows:
        key = row.source, row.id
        in_month_before = row.whole - row.over if row.begun_on < row.day else 0
        begins = spans[key].begins + in_month_before * MINUTE
        overlap = overlap_of(begins, row.minutes, counts[key])
        if overlap:
            found[key] = overlap
    return found


def _beside(session: Session, spans: Iterable[Span], values: Mapping[str, Any]) -> Iterable[Any]:
    """What the same people had begun and not yet ended when these entries began."""
    begun = sorted((one.by_id, one.at) for one in spans if one.by_id is not None)
    if not begun:
        return ()
    told = [(by, _told(at - _LONGEST), _told(at)) for by, at in begun]
    asked = {"begun": json.dumps(told), "counts_tries": values["counts_tries"]}
    return session.execute(_BESIDE, asked)


def _told(at: datetime) -> str:
    """A moment as it is kept."""
    return f"{at:%Y-%m-%d %H:%M:%S.%f}"


def _span(row: Any, minutes: int) -> Span:
    return Span(
        row.source, row.id, row.patient_id, row.program, row.by_id, row.at, minutes, row.entered_at
    )

"""Which minutes of entries are told twice: beside what the same people did, whoever it was for."""

import json
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from careteam.domain.contacts import LONGEST_MINUTES, NO_CONTACT_MODE
from careteam.domain.overlaps import MINUTE, Key, Span, counted_from, overlap_of
from careteam.storage.tables import TimeEntryRecord

_LONGEST = timedelta(minutes=LONGEST_MINUTES)
_COLUMNS = "id, patient_id, program, by_id, at, minutes, entered_at"
_STILL_RUNS = """
FROM json_each(:begun) AS mine CROSS JOIN {table}
WHERE {table}.by_id = json_extract(mine.value, '$[0]')
  AND {table}.at BETWEEN json_extract(mine.value, '$[1]') AND json_extract(mine.value, '$[2]')
  AND julianday({table}.at) + ({table}.minutes + 1) / 1440.0
      > julianday(json_extract(mine.value, '$[2]'))
  AND {table}.retracted_at IS NULL"""
"""The cross join keeps SQLite to the few entries asked about, each with its range of an index."""

_entry = TimeEntryRecord.__table__.c
_BESIDE = text(
    f"SELECT 'contact' AS source, {', '.join(f'contact.{name}' for name in _COLUMNS.split(', '))}"
    f"{_STILL_RUNS.format(table='contact')} AND contact.program <> ''"
    f"  AND (contact.is_reached OR contact.mode = '{NO_CONTACT_MODE}' OR :counts_tries) "
    f"UNION SELECT 'entry', {', '.join(f'time_entry.{name}' for name in _COLUMNS.split(', '))}"
    f"{_STILL_RUNS.format(table='time_entry')}"
).columns(at=_entry.at.type, entered_at=_entry.entered_at.type)


def overlaps_of(session: Session, rows: Iterable[Any], values: Mapping[str, Any]) -> dict[Key, int]:
    """How many minutes of each row of a month something that began before tells of already.

    `rows` are all that count of their patients, as `lines_query` gives them; those without such
    minutes are left out.
    """
    rows = list(rows)
    spans = {(row.source, row.id): _span(row, row.whole) for row in rows}
    for row in _beside(session, spans.values(), values):
        spans.setdefault((row.source, row.id), _span(row, row.minutes))
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
    begun = [
        (one.by_id, *(f"{at:%Y-%m-%d %H:%M:%S.%f}" for at in (one.at - _LONGEST, one.at)))
        for one in spans
        if one.by_id is not None
    ]
    if not begun:
        return ()
    asked = {"begun": json.dumps(begun), "counts_tries": values["counts_tries"]}
    return session.execute(_BESIDE, asked)


def _span(row: Any, minutes: int) -> Span:
    return Span(
        row.source, row.id, row.patient_id, row.program, row.by_id, row.at, minutes, row.entered_at
    )

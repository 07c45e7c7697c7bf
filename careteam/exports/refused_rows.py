"""The rows of a table that stayed out, with the reasons, to be corrected and brought in again."""

from collections.abc import Sequence

from careteam.domain.intake.tables import REASON, RefusedRow
from careteam.exports.list_csv import csv_bytes


def refused_csv(headings: Sequence[str], rows: Sequence[RefusedRow]) -> bytes:
    """The rows as they lay there, with the reason in a last column of its own."""
    width = len(headings)
    kept = [heading for heading in headings if heading != REASON]
    places = [place for place, heading in enumerate(headings) if heading != REASON]
    lines = []
    for row in rows:
        cells = [*row.cells[:width], *[""] * (width - len(row.cells))]
        lines.append((*(cells[place] for place in places), row.reason))
    return csv_bytes((*kept, REASON), lines, text_columns=frozenset(kept))

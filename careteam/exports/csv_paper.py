"""A paper as a table of four columns, for whoever works on with a spreadsheet.

One layout for every kind: section, row, column, value. A row of a section's table is counted from
1 and gives one line a column; what is no table has the row 0. The last line is the digest.
"""

from collections.abc import Iterator

from careteam.exports.list_csv import csv_bytes
from careteam.exports.told import Told, cleaned

COLUMNS = ("Section", "Row", "Column", "Value")
PAPER, PERSON = "Paper", "Person"

Line = tuple[str, int, str, str]


def csv_of(told: Told) -> bytes:
    """The whole paper as CSV that a spreadsheet reads as text; the same parts, the same bytes."""
    return csv_bytes(COLUMNS, lines_of(told), text_columns=frozenset({"Value"}))


def lines_of(told: Told) -> tuple[Line, ...]:
    """The lines below the headings; empty values are left out."""
    return tuple(line for line in _lines(cleaned(told)) if line[3])


def _lines(told: Told) -> Iterator[Line]:
    yield PAPER, 0, "Heading", told.heading
    yield PAPER, 0, "Clinic", told.clinic
    for place, entry in enumerate(told.address, 1):
        yield PAPER, place, "Address", entry
    for place, entry in enumerate(told.made, 1):
        yield PAPER, place, "Made", entry
    yield PERSON, 0, "Name", told.name
    yield PERSON, 0, "Diagnosis", told.diagnosis
    for fact in told.facts:
        yield PERSON, 0, fact.label, fact.value
    yield PERSON, 0, "State", told.state
    for place, alert in enumerate(told.alerts, 1):
        yield PERSON, place, "Alert", alert
    yield PERSON, 0, "Where", told.lead
    yield PERSON, 0, "Text", told.text
    for part in told.parts:
        yield part.title, 0, "Note", part.aside
        yield part.title, 0, "Lead", part.lead
        yield part.title, 0, "Text", part.text
        for place, row in enumerate(part.rows, 1):
            for column, cell in zip(part.columns, row, strict=True):
                yield part.title, place, column, cell.text
                yield part.title, place, f"{column}, note", cell.aside
    for place, sentence in enumerate(told.ends, 1):
        yield PAPER, place, "End", sentence
    for place, entry in enumerate(told.running, 1):
        yield PAPER, place, "Identity", entry
    yield PAPER, 0, "Confidential", told.confidential
    yield PAPER, 0, "Digest (SHA-256)", told.digest

"""An accounting of disclosures as a document, as plain text and as rows for a spreadsheet."""

import dataclasses

from careteam.domain.disclosures import Accounting, AccountingLine
from careteam.exports.documents import Document, Paper, frame
from careteam.exports.summary_parts import Cell, Part

HEADING = "Accounting of disclosures"
NOTHING_LEFT = "Nothing was disclosed in this time."
COLUMNS = ("When", "To whom", "Why", "What", "By whom")
CSV_COLUMNS = (*COLUMNS, "Note")
WIDTHS = [1.1, 1.6, 1.4, 2.2, 1.3]


def accounting_document(told: Accounting, paper: Paper) -> Document:
    """The template of a list with all that left, the oldest first."""
    part = accounting_part(told)
    data = frame(told, HEADING, paper) | {
        "lead": " · ".join(who_words(told)),
        "nothing": NOTHING_LEFT,
        "widths": WIDTHS,
        "parts": [dataclasses.asdict(part)] if told.lines else [],
        "ends": [],
    }
    return Document("listing.typ", data, tuple(who_words(told)), told.made_on_iso, told.digest)


def accounting_part(told: Accounting) -> Part:
    """All that left in one table, the oldest first."""
    return Part(
        "disclosures",
        told.period,
        aside=_count(len(told.lines)),
        columns=COLUMNS,
        rows=tuple(_cells(line) for line in told.lines),
    )


def accounting_text(told: Accounting) -> str:
    """The same as plain text, one entry a paragraph."""
    head = (HEADING, *who_words(told), told.period, f"Made {told.made_at} by {told.author}")
    entries = [
        "\n".join(part for part in (*_values(line), line.note) if part) for line in told.lines
    ]
    return "\n\n".join(("\n".join(head), *(entries or [NOTHING_LEFT]))) + "\n"


def accounting_rows(told: Accounting) -> list[tuple[str, ...]]:
    """The lines under CSV_COLUMNS."""
    return [(*_values(line), line.note) for line in told.lines]


def _values(line: AccountingLine) -> tuple[str, ...]:
    return line.when, line.recipient, line.purpose, line.what, line.who


def _cells(line: AccountingLine) -> tuple[Cell, ...]:
    return (
        Cell(line.when),
        Cell(line.recipient, is_strong=not line.is_corrected),
        Cell(line.purpose),
        Cell(line.what, line.note, is_below=True),
        Cell(line.who),
    )


def who_words(told: Accounting) -> list[str]:
    born = f"born {told.born}" if told.born else ""
    return [part for part in (told.name, f"MRN {told.mrn}", born) if part]


def _count(count: int) -> str:
    return "1 entry" if count == 1 else f"{count:,} entries"

"""A file as a table: its headings, its rows with their numbers, and the rows that are not whole."""

import hashlib
import unicodedata
from collections.abc import Callable, Iterator
from itertools import chain, islice
from pathlib import Path

from careteam.domain.intake.tables import Line, Table
from careteam.domain.text import clean
from careteam.imports import Cancelled
from careteam.imports.tables.delimited import (
    allow_long_cells,
    decode,
    records,
    sign_note,
    sign_of,
)
from careteam.imports.tables.files import Kind, Source, read_source
from careteam.imports.tables.headings import is_known
from careteam.imports.tables.limits import (
    MOST_COLUMNS,
    MOST_LETTERS,
    NotATable,
    too_many_columns,
)
from careteam.imports.tables.workbook import open_book

Progress = Callable[[int, int], bool]
Records = Iterator[tuple[int, list[str]]]

NO_ROWS = "{file} has no rows below its headings."
TOLD_EVERY = 2_000
_LOOKED_AT = 10
_FEWEST_KNOWN = 3


def read_table(
    path: Path, *, encoding: str = "", sheet: str = "", progress: Progress | None = None
) -> Table:
    """The headings and rows of a CSV file or workbook; NotATable when it cannot be read.

    The headings are the first row, or one of the first ten when that row alone has names that are
    known. `progress` answers False to stop: Cancelled.
    """
    source = read_source(path)
    found, notes, title = _records(source, encoding, sheet)
    headings, first, rest = _headings(found, source.name)
    if first > 1:
        notes.append(f"The headings are in row {first:,}; what stands above them is left out.")
    is_padded = source.kind is Kind.BOOK
    lines = tuple(_lines(rest, len(headings), progress, is_padded=is_padded))
    if not lines:
        raise NotATable(NO_ROWS.format(file=source.name))
    return Table(
        file=source.name,
        digest=hashlib.sha256(source.content).hexdigest(),
        headings=headings,
        lines=lines,
        notes=tuple(notes),
        sheet=title,
    )


def _records(source: Source, encoding: str, sheet: str) -> tuple[Records, list[str], str]:
    if source.kind is Kind.BOOK:
        book = open_book(source.content, source.name, sheet)
        return book.rows, [book.note] if book.note else [], book.sheet
    text = decode(source.content, source.name, encoding)
    words = text.words.removeprefix("\ufeff")
    sign = sign_of(words)
    allow_long_cells()
    notes = [note for note in (text.note, sign_note(sign)) if note]
    return records(words, sign, source.name), notes, ""


def _headings(found: Records, name: str) -> tuple[tuple[str, ...], int, Records]:
    """The row of headings, its number, and the rows after it."""
    upper = islice(found, _LOOKED_AT)
    top = [(number, cells) for number, cells in upper if any(map(str.strip, cells))]
    if not top:
        raise NotATable(NO_ROWS.format(file=name))
    known = [sum(is_known(cell) for cell in cells) for _, cells in top]
    at = known.index(max(known)) if known[0] < 2 and max(known) >= _FEWEST_KNOWN else 0
    number, cells = top[at]
    while cells and not cells[-1].strip():
        cells = cells[:-1]
    if len(cells) > MOST_COLUMNS:
        raise too_many_columns(name)
    headings = tuple(
        clean(cell)[:100] or f"(column {place})" for place, cell in enumerate(cells, 1)
    )
    _refuse_doubled(headings, name)
    return headings, number, chain(top[at + 1 :], found)


def _refuse_doubled(headings: tuple[str, ...], name: str) -> None:
    places: dict[str, int] = {}
    for place, heading in enumerate(headings, start=1):
        key = heading.casefold()
        if key in places:
            raise NotATable(
                f"{name} has two columns called “{heading}” ({places[key]} and {place}): "
                "give each a name of its own."
            )
        places[key] = place


def _lines(
    found: Records, width: int, progress: Progress | None, *, is_padded: bool
) -> Iterator[Line]:
    """The rows that are not empty; a workbook leaves out the empty cells at the end of a row."""
    for number, cells in found:
        if progress is not None and number % TOLD_EVERY == 0 and not progress(number, 0):
            raise Cancelled
        if is_padded:
            cells = [*cells, *[""] * (width - len(cells))]
        if any(map(str.strip, cells)):
            yield _line(number, cells, width)


def _line(number: int, cells: list[str], width: int) -> Line:
    while len(cells) > width and not cells[-1].strip():
        cells = cells[:-1]
    if len(cells) > width:
        problem = f"It has {len(cells)} cells, but there are {width} headings."
        return Line.of(number, _short(cells), problem)
    if len(cells) < width:
        problem = f"It has only {len(cells)} cells, but there are {width} headings."
        return Line.of(number, _short([*cells, *[""] * (width - len(cells))]), problem)
    longest = max(map(len, cells))
    if longest > MOST_LETTERS:
        problem = f"A cell has {longest:,} letters; at most {MOST_LETTERS:,} are read."
        return Line.of(number, _short(cells), problem)
    return Line.of(number, cells, _control(cells))


def _control(cells: list[str]) -> str:
    """The sentence about a letter that nobody can see, such as NUL."""
    for cell in cells:
        if cell.isprintable():
            continue
        for char in cell:
            if char not in "\t\r\n\x85" and unicodedata.category(char) == "Cc":
                return f"A cell holds the invisible character U+{ord(char):04X}."
    return ""


def _short(cells: list[str]) -> list[str]:
    return [cell[:MOST_LETTERS] for cell in cells]

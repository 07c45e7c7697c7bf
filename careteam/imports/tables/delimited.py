"""CSV as people save it, read strictly: the encoding, the sign between cells, row by row."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from careteam.imports.tables.limits import (
    MOST_ROWS,
    MOST_TEXT_BYTES,
    NoEncoding,
    NotATable,
    too_many_rows,
)

CP1252 = "cp1252"
SIGNS = (",", ";", "\t", "|")
_SIGN_NAMES = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright lines"}
_TRIED_ROWS = 40
_SAMPLE = 30
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ENCODING_NAMES = {"utf-16": "UTF-16", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}


@dataclass(frozen=True, slots=True)
class Text:
    """What a file says in letters, and how that was found out."""

    words: str
    encoding: str

    @property
    def note(self) -> str:
        """What is worth knowing of the encoding."""
        if self.encoding == CP1252:
            return "Read as Windows-1252: see whether names with accents are right."
        named = _ENCODING_NAMES.get(self.encoding)
        return f"The text is written as {named}." if named else ""


def decode(content: bytes, name: str, encoding: str = "") -> Text:
    """The text of a file, strictly: a byte that cannot be read refuses it with its row.

    With no `encoding`, UTF-8 or UTF-16 by its mark; anything else raises NoEncoding.
    """
    if content.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise NotATable(f"{name} is written as UTF-32: save it as CSV UTF-8.")
    found = next((made for mark, made in _MARKS if content.startswith(mark)), "")
    found = found or _wide(content)
    if found:
        return _strict(content, name, found)
    try:
        return Text(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        row = _row_at(content[: error.start])
        _refuse_mixed(content, error.start, name, row)
        if encoding == CP1252:
            return _strict(content, name, CP1252)
        sample = _sample(content, error.start)
        raise NoEncoding(
            f"{name} is not UTF-8: row {row:,} has a letter that cannot be read. Read as "
            f"Windows-1252 it says “{sample}”: if that is right, read it so; else save it as "
            "CSV UTF-8.",
            row,
            sample,
        ) from error


def sign_of(words: str) -> str:
    """The sign between the cells: the one that parts the first rows most evenly."""
    if named := re.match(r"(?:sep=(.))[\r\n]", words[:10]):
        return named[1] if named[1] in SIGNS else ","
    return max(SIGNS, key=lambda sign: _evenness(words, sign))


def sign_note(sign: str) -> str:
    """How the cells are parted, where that is not by commas."""
    return "" if sign == "," else f"The cells are parted by {_SIGN_NAMES[sign]}."


def records(words: str, sign: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """Every row with its number, the heading as row 1; NotATable where a quotation mark stays open.

    Any line end ends a row; one between quotation marks does not.
    """
    lines = io.StringIO(words, newline="")
    number = 0
    if words[:4] == "sep=":
        next(lines)
    reader = csv.reader(lines, delimiter=sign, strict=True)
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise NotATable(
                f"{name}: a quotation mark in row {number + 1:,} is not closed, or stands in the "
                "middle of a cell. Mend that row, or write the mark twice."
            ) from error
        if cells is None:
            return
        number += 1
        if number > MOST_ROWS + 1:
            raise too_many_rows(name)
        yield number, cells


def allow_long_cells() -> None:
    """Let the csv module read a cell of any length that a file can have.

    Its own limit would give up the whole file for one long cell; ours refuses the row.
    """
    csv.field_size_limit(MOST_TEXT_BYTES)


def _strict(content: bytes, name: str, encoding: str) -> Text:
    try:
        return Text(content.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        row = _row_at(content[: error.start].decode(encoding, "replace").encode())
        raise NotATable(
            f"{name} begins as {encoding.upper()}, but a letter in row {row:,} is not. "
            "Save it anew as CSV UTF-8."
        ) from error


def _wide(content: bytes) -> str:
    """UTF-16 without its mark: every other byte of its first letters is nothing."""
    first = content[:400]
    if len(first) < 4 or b"\x00" not in first:
        return ""
    even, odd = first[0::2].count(0), first[1::2].count(0)
    half = len(first) // 4
    if odd > half and not even:
        return "utf-16-le"
    return "utf-16-be" if even > half and not odd else ""


def _refuse_mixed(content: bytes, start: int, name: str, row: int) -> None:
    """Letters of UTF-8 before, another encoding from here: no one reading is right for both."""
    if any(byte > 127 for byte in content[:start]):
        raise NotATable(
            f"{name} is UTF-8 up to row {row:,}, and something else from there: two files were "
            "put together. Save it anew as CSV UTF-8."
        )


def _row_at(before: bytes) -> int:
    """The number of the row in which something stands; a bare CR ends one too."""
    return before.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1


def _sample(content: bytes, start: int) -> str:
    around = content[max(0, start - _SAMPLE) : start + _SAMPLE].decode(CP1252, "replace")
    before = len(content[max(0, start - _SAMPLE) : start].decode(CP1252, "replace"))
    first = max((around.rfind(sign, 0, before) for sign in (*SIGNS, "\n", "\r", '"')), default=-1)
    ends = [at for sign in (*SIGNS, "\n", "\r", '"') if (at := around.find(sign, before)) >= 0]
    return around[first + 1 : min(ends, default=len(around))].strip()


def _evenness(words: str, sign: str) -> tuple[float, int]:
    lines = io.StringIO(words, newline="")
    counts: list[int] = []
    try:
        for cells in islice(csv.reader(lines, delimiter=sign), _TRIED_ROWS):
            if any(cell.strip() for cell in cells):
                counts.append(len(cells))
    except csv.Error:
        return 0.0, 0
    if not counts or counts[0] < 2:
        return 0.0, 0
    return sum(count == counts[0] for count in counts) / len(counts), counts[0]

"""Excel workbooks: looked over as an archive before anything in them is opened, then read."""

import io
import stat
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from careteam.imports.tables.limits import (
    MEGABYTE,
    MOST_COLUMNS,
    MOST_MEMBERS,
    MOST_RATIO,
    MOST_ROWS,
    MOST_UNPACKED_BYTES,
    NotATable,
    too_many_columns,
    too_many_rows,
)

LISTS = "Lists"
"""The sheet of a template that holds what may be chosen; it is never read."""

_CONTENTS = "[Content_Types].xml"
_CHUNK = 256 * 1024
_SMALL = MEGABYTE
_DECLARED = tuple(
    words.encode(coding)
    for words in ("<!DOCTYPE", "<!ENTITY")
    for coding in ("ascii", "utf-16-le", "utf-16-be")
)
_LONGEST_MARK = max(map(len, _DECLARED))
_BROKEN = (
    ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, EOFError, LookupError,
    ArithmeticError, RuntimeError, SyntaxError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip
"""What openpyxl and its XML parsers raise for a workbook that is not whole."""


@dataclass(frozen=True, slots=True)
class Book:
    """The sheet that is read, its rows, and the names of those that are not."""

    sheet: str
    rows: Iterator[tuple[int, list[str]]]
    others: tuple[str, ...]

    @property
    def note(self) -> str:
        """Which sheets are left alone."""
        if not self.others:
            return ""
        names = ", ".join(f"“{name}”" for name in self.others)
        return f"Only the sheet “{self.sheet}” is read, not {names}."


def look_over(content: bytes, name: str) -> None:
    """Refuse an archive that is no workbook, unpacks to too much, or names what lies elsewhere.

    Only its directory is read at first: sizes are known before anything is unpacked.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            _check_members(members, name)
            names = {member.filename for member in members}
            if _CONTENTS not in names or not any(each.startswith("xl/") for each in names):
                raise NotATable(f"{name} is an archive or another document, not a workbook.")
            for member in members:
                if member.filename.casefold().endswith((".xml", ".rels", ".vml")):
                    _check_declarations(archive, member, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError,
            NotImplementedError) as error:  # fmt: skip
        raise _damaged(name) from error


def open_book(content: bytes, name: str, wanted: str = "") -> Book:
    """The sheet with this name, else the first that is shown; values only, never a formula."""
    look_over(content, name)
    from openpyxl import load_workbook

    warnings.filterwarnings("ignore", module="openpyxl")
    try:
        book = load_workbook(
            io.BytesIO(content), read_only=True, data_only=True, keep_links=False, keep_vba=False
        )
        sheets = {
            sheet.title: sheet
            for sheet in book.worksheets
            if sheet.sheet_state == "visible" and sheet.title != LISTS
        }
    except _BROKEN as error:
        raise _damaged(name) from error
    if not sheets:
        raise NotATable(f"{name} has no sheet that could be read.")
    title = wanted if wanted in sheets else next(iter(sheets))
    rows = _rows(sheets[title], name)
    return Book(title, rows, tuple(other for other in sheets if other != title))


def _check_members(members: list[zipfile.ZipInfo], name: str) -> None:
    if len(members) > MOST_MEMBERS:
        raise NotATable(f"{name} holds more than {MOST_MEMBERS} parts: it is not a plain workbook.")
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if unpacked > MOST_UNPACKED_BYTES:
        raise NotATable(
            f"{name} unpacks to {unpacked / MEGABYTE:,.0f} MB; at most "
            f"{MOST_UNPACKED_BYTES // MEGABYTE} MB are read. Save the one sheet as CSV."
        )
    if unpacked > _SMALL and unpacked > packed * MOST_RATIO:
        raise NotATable(f"{name} unpacks to far more than it holds: it is not a plain workbook.")
    names = [member.filename for member in members]
    if len(set(names)) < len(names):
        raise NotATable(f"{name} holds a part twice: it is not a plain workbook.")
    for member in members:
        parts = member.filename.replace("\\", "/").split("/")
        is_link = stat.S_ISLNK(member.external_attr >> 16)
        is_away = ".." in parts or not parts[0] or ":" in parts[0]
        if is_link or is_away:
            raise NotATable(f"{name} names files outside itself: it is not a plain workbook.")
        if member.flag_bits & 1:
            raise NotATable(f"{name} is protected by a password: take it away and save it again.")


def _check_declarations(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> None:
    """No workbook declares entities; one that does means harm."""
    with archive.open(member) as opened:
        before = b""
        while chunk := opened.read(_CHUNK):
            held = before + chunk
            if any(mark in held for mark in _DECLARED):
                raise NotATable(f"{name} declares entities, which no workbook needs: not opened.")
            before = held[-_LONGEST_MARK:]


def _rows(sheet: Any, name: str) -> Iterator[tuple[int, list[str]]]:
    number = 0
    try:
        for number, cells in enumerate(sheet.iter_rows(), start=1):
            if number > MOST_ROWS + 1:
                raise too_many_rows(name)
            if len(cells) > MOST_COLUMNS and any(
                cell.value is not None for cell in cells[MOST_COLUMNS:]
            ):
                raise too_many_columns(name)
            yield number, [_written(cell) for cell in cells[:MOST_COLUMNS]]
    except _BROKEN as error:
        raise _damaged(name) from error


def _written(cell: Any) -> str:
    """A value as it would be typed: days as 1981-03-14, whole numbers without a point."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        is_day = value.time() == time(0, 0)
        return value.date().isoformat() if is_day else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, timedelta):
        return str(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    return _padded(value, cell.number_format) if isinstance(value, int) else str(value)


def _padded(value: int, form: str) -> str:
    """A number that the sheet shows with leading zeros keeps them."""
    return str(value).zfill(len(form)) if form and not form.strip("0") else str(value)


def _damaged(name: str) -> NotATable:
    return NotATable(f"{name} is damaged or not a workbook: open it, save it anew, and try again.")

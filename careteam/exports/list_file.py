"""A list as a file for a spreadsheet: CSV, or a workbook with real days and real numbers."""

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar

from careteam.domain.errors import Unavailable
from careteam.exports.list_csv import Value, csv_bytes, neutral

Row = TypeVar("Row")

MOST_ROWS = 1_048_575
"""What a sheet holds below its headings."""
MOST_LETTERS = 32_767
"""What a cell of a workbook holds."""
NARROWEST, WIDEST = 9, 60
_FIRST_DAY = date(1900, 3, 1)
"""Before it spreadsheets count one day that never was."""


class Format(StrEnum):
    """The two kinds of file."""

    CSV = "csv"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class ListColumn(Generic[Row]):
    """One column of a file: what stands above it and what it gives for a row.

    Days, moments (on the clinic's clock, without a zone) and numbers are given as such. `is_code`
    is for MRNs and phones: their digits are text.
    """

    title: str
    get: Callable[[Row], Value]
    is_code: bool = False


def list_bytes(
    name: str,
    columns: Sequence[ListColumn[Row]],
    rows: Iterable[Row],
    form: Format,
    *,
    made_at: datetime,
) -> bytes:
    """The rows in this order under the titles of the columns; `name` is that of the sheet.

    Unavailable when there are more rows than a sheet holds.
    """
    titles = [column.title for column in columns]
    lines = ([column.get(row) for column in columns] for row in rows)
    if form is Format.CSV:
        codes = frozenset(column.title for column in columns if column.is_code)
        return csv_bytes(titles, lines, text_columns=codes)
    return _workbook(name, titles, lines, made_at)


def _workbook(
    name: str, titles: Sequence[str], lines: Iterable[Sequence[Value]], made_at: datetime
) -> bytes:
    """Made in memory: a library that used files in between would leave patients on the disk."""
    import xlsxwriter

    out = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "nan_inf_to_errors": False,
    }
    book = xlsxwriter.Workbook(out, options)
    with book:
        book.set_properties({"created": made_at.replace(tzinfo=None)})
        sheet = _Sheet(book, name, titles)
        for line in lines:
            sheet.add(line)
        sheet.finish()
    return out.getvalue()


class _Sheet:
    """Rows below a heading that stays where it is; nothing that is written is a formula."""

    def __init__(self, book: Any, name: str, titles: Sequence[str]) -> None:
        self._sheet = book.add_worksheet(name[:31])
        self._day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})
        self._moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm", "valign": "top"})
        self._text = book.add_format({"text_wrap": True, "valign": "top"})
        self._plain = book.add_format({"valign": "top"})
        self._quoted = book.add_format({"quote_prefix": True, "text_wrap": True, "valign": "top"})
        head = book.add_format({"bold": True, "bg_color": "#E6F0EF", "bottom": 1})
        self._widths = [_width(title) + 2 for title in titles]
        self._row = 0
        for place, title in enumerate(titles):
            self._sheet.write_string(0, place, title, head)

    def add(self, line: Sequence[Value]) -> None:
        """Write one row."""
        self._row += 1
        if self._row > MOST_ROWS:
            raise Unavailable("A workbook holds 1,048,575 rows. Save the list as CSV.")
        for place, value in enumerate(line):
            self._write(place, value)
            self._widths[place] = max(self._widths[place], _width(value))

    def finish(self) -> None:
        """Set the widths, freeze the heading and let every column be narrowed."""
        last = len(self._widths) - 1
        for place, width in enumerate(self._widths):
            self._sheet.set_column(place, place, min(max(width + 1, NARROWEST), WIDEST))
        self._sheet.freeze_panes(1, 0)
        self._sheet.autofilter(0, 0, self._row, last)

    def _write(self, place: int, value: Value) -> None:
        row, sheet = self._row, self._sheet
        match value:
            case None | "":
                return
            case bool():
                sheet.write_string(row, place, "yes" if value else "no", self._plain)
            case datetime() if value.date() >= _FIRST_DAY:
                sheet.write_datetime(row, place, value.replace(tzinfo=None), self._moment)
            case date() if not isinstance(value, datetime) and value >= _FIRST_DAY:
                sheet.write_datetime(row, place, value, self._day)
            case int() | float():
                sheet.write_number(row, place, value, self._plain)
            case _:
                text = str(value)[:MOST_LETTERS]
                look = self._quoted if neutral(text) != text else self._text
                sheet.write_string(row, place, text, look)


def _width(value: Value) -> int:
    match value:
        case datetime():
            return 16
        case date():
            return 10
        case _:
            return max((len(line) for line in str(value or "").splitlines()), default=0)

"""Tables for tests: files written as people save them, read as the program reads them."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

import xlsxwriter

from careteam.domain.catalogue import Catalogue
from careteam.domain.intake.tables import About, Columns, DayOrder, Staged, Table
from careteam.domain.moment import Moment
from careteam.imports.tables.headings import guess_about, guess_columns
from careteam.imports.tables.reading import read_table
from careteam.imports.tables.staging import stage
from careteam.storage.default_rules import default_rules
from tests.conftest import NOW

MOMENT = Moment.at(NOW, "America/New_York")
"""Friday 20-Nov-2026 09:30 in New York."""
HEAD = "MRN,Last name,First name,Birth date"


@cache
def catalogue() -> Catalogue:
    """The lists of a new clinic."""
    return default_rules(date(2026, 11, 20)).catalogue


def saved(folder: Path, content: str | bytes, name: str = "list.csv") -> Path:
    """A file with this content."""
    path = folder / name
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def table_of(folder: Path, content: str | bytes, name: str = "list.csv", **how: Any) -> Table:
    """A file with this content, read as a table."""
    return read_table(saved(folder, content, name), **how)


def columns_of(table: Table, order: DayOrder = DayOrder.ASK) -> Columns:
    """What the headings of a table say."""
    about = guess_about(table.headings)
    assert about is not None, table.headings
    guessed = guess_columns(table.headings, about, catalogue())
    return Columns(guessed.about, guessed.fields, order or guessed.day_order)


def staged_of(
    folder: Path, content: str | bytes, name: str = "list.csv", order: DayOrder = DayOrder.ASK
) -> Staged:
    """A file with this content, its columns recognised, its rows read."""
    table = table_of(folder, content, name)
    return stage(table, columns_of(table, order), catalogue=catalogue(), moment=MOMENT)


def mrns(staged: Staged) -> list[str]:
    """The record numbers of those who could go in."""
    return [patient.mrn for patient in staged.incoming.patients]


def book(*rows: Sequence[Any], sheet: str = "Patients", **cells: Any) -> bytes:
    """A workbook with one sheet of these rows; `cells` are written where they are named."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        page = made.add_worksheet(sheet)
        day = made.add_format({"num_format": "yyyy-mm-dd"})
        for number, row in enumerate(rows):
            for place, value in enumerate(row):
                if isinstance(value, date):
                    midnight = datetime.combine(value, time(0, 0))
                    page.write_datetime(number, place, midnight, day)
                else:
                    page.write(number, place, value)
        for place, value in cells.items():
            page.write(place, value)
    return out.getvalue()


def repacked(content: bytes, name: str, part: bytes, **about: Any) -> bytes:
    """A workbook with one part replaced or added."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for member in old.infolist():
            if member.filename != name:
                new.writestr(member.filename, old.read(member))
        info = zipfile.ZipInfo(name)
        info.compress_type = zipfile.ZIP_DEFLATED
        for key, value in about.items():
            setattr(info, key, value)
        new.writestr(info, part)
    return out.getvalue()


ABOUTS = tuple(About)

"""A workbook has real days and numbers, and text that no spreadsheet takes for a formula."""

import io
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from openpyxl import load_workbook

from careteam.domain.errors import Unavailable
from careteam.exports import list_file
from careteam.exports.list_csv import Value
from careteam.exports.list_file import Format, ListColumn, list_bytes

MADE_AT = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)
Line = Sequence[Value]


def columns(count: int) -> tuple[ListColumn[Line], ...]:
    return tuple(
        ListColumn(f"Column {place}", lambda line, place=place: line[place])
        for place in range(count)
    )


def read_back(*lines: Line) -> Any:
    data = list_bytes("List", columns(len(lines[0])), lines, Format.XLSX, made_at=MADE_AT)
    return load_workbook(io.BytesIO(data)).active


def test_days_moments_and_numbers_are_what_they_are() -> None:
    day, moment = date(2026, 11, 24), datetime(2026, 11, 24, 9, 41, tzinfo=UTC)
    sheet = read_back((day, moment, 12, 1.5, True, None, "", "x"))
    told = [datetime(2026, 11, 24, tzinfo=UTC), moment]
    assert [cell.value for cell in sheet[2]] == [
        *(each.replace(tzinfo=None) for each in told), 12, 1.5, "yes", None, None, "x",
    ]  # fmt: skip
    assert [cell.number_format for cell in sheet[2][:2]] == ["yyyy-mm-dd", "yyyy-mm-dd hh:mm"]


def test_a_day_before_spreadsheets_count_is_text() -> None:
    assert read_back((date(1899, 5, 1),))["A2"].value == "1899-05-01"


@given(some.text(alphabet=some.characters(codec="utf-8", exclude_categories=["Cs", "Cc"])))
def test_any_text_comes_back_as_the_text_it_was_and_is_no_formula(text: str) -> None:
    for begun in ("", "=", "+", "@", "-", "|", "\t"):
        cell = read_back((begun + text, "end"))["A2"]
        assert (cell.value or "") == begun + text
        assert cell.data_type in ("s", "n" if not begun + text else "s")


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "-2+3", "\t=1", "+1"])
def test_what_looks_like_a_formula_is_marked_as_text_for_who_edits_it(text: str) -> None:
    assert read_back((text,))["A2"].quotePrefix


def test_the_heading_stays_and_columns_are_wide_enough() -> None:
    sheet = read_back(("short", "a note that has forty letters or more in it"))
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:B2")
    widths = [sheet.column_dimensions[letter].width for letter in "AB"]
    assert list_file.NARROWEST <= widths[0] < 40 < widths[1] <= list_file.WIDEST + 1


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_file, "MOST_ROWS", 2)
    with pytest.raises(Unavailable, match="Save the list as CSV"):
        read_back(("1",), ("2",), ("3",))


def test_days_in_csv_are_iso() -> None:
    lines = [(date(2026, 11, 24), datetime(2026, 11, 24, 9, 41, tzinfo=UTC))]
    made = list_bytes("List", columns(2), lines, Format.CSV, made_at=MADE_AT)
    assert made.decode("utf-8-sig").splitlines()[1] == "2026-11-24,2026-11-24 09:41"

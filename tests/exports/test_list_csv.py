"""Lists as CSV that no spreadsheet runs."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careteam.exports.list_csv import csv_bytes, neutral


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1 212 555 0101",
        "-2",
        "@SUM(A1)",
        "|cmd",
        "%0A",
        "\tx",
        "\rx",
        "\nx",
        "\x00x",
        "＝1",
        "＋1",
        "－1",
        "＠a",
        "  =1",
        "\ufeff=1",
        "\u200b@a",
        "\u00a0 ＝1",
    ],
)
def test_what_could_be_a_formula_gets_an_apostrophe(text: str) -> None:
    assert neutral(text) == "'" + text


@pytest.mark.parametrize("text", ["", "Ellis, Joan", "(212) 555-0101", "3 = 3", "x=1", "“=”"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert neutral(text) == text


def test_the_bytes_are_those_a_spreadsheet_expects() -> None:
    made = csv_bytes(
        ["Name", "=Minutes"], [["Ruiz, Ána", 12], ['say "hi"\nthere', None], [True, -2]]
    )
    assert (
        made
        == (
            '\ufeffName,\'=Minutes\r\n"Ruiz, Ána",12\r\n"say ""hi""\nthere",\r\nyes,-2\r\n'
        ).encode()
    )


def test_phones_and_mrns_keep_their_zeros() -> None:
    made = csv_bytes(
        ["MRN", "Phone", "Tries"],
        [["00482913", "(212) 555-0101", 3], [7, "2125550101", 0]],
        text_columns=frozenset({"MRN", "Phone"}),
    )
    assert made.decode("utf-8-sig").splitlines()[1:] == [
        "'00482913,(212) 555-0101,3",
        "'7,'2125550101,0",
    ]


def test_a_row_that_does_not_fit_its_headers_is_our_mistake() -> None:
    with pytest.raises(ValueError, match="zip"):
        csv_bytes(["One"], [["a", "b"]])


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2)))
def test_any_text_comes_back_as_text_with_at_most_an_apostrophe(rows: list[list[str]]) -> None:
    made = csv_bytes(["A", "B"], rows).decode("utf-8-sig")
    read = list(csv.reader(io.StringIO(made, newline="")))[1:]
    assert len(read) == len(rows)
    for got, given_row in zip(read, rows, strict=True):
        for cell, text in zip(got, given_row, strict=True):
            assert cell in (text, "'" + text)

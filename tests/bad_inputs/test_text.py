"""What somebody types, pastes or brings in is text: cleaned, found again, and never a formula."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careteam.domain.errors import Problem, Refused
from careteam.domain.text import clean
from careteam.exports.list_csv import csv_bytes, neutral

FORMULA_SIGNS = ("=", "+", "-", "@", "|", "%", "\t", "\r", "\n", "\x00", "＝", "＋", "－", "＠")
"""Everything that a spreadsheet starts to reckon at, by the list of the project's threats."""
BEFORE = ("", " ", "   ", *"\u00a0\u2009\u3000\ufeff\u200b\u2066\u202e\u00ad")


@pytest.mark.parametrize("sign", FORMULA_SIGNS)
@pytest.mark.parametrize("before", BEFORE)
def test_a_cell_never_becomes_a_formula_whatever_stands_before_its_sign(
    sign: str, before: str
) -> None:
    text = f"{before}{sign}cmd|'/C calc'!A0"
    assert neutral(text) == f"'{text}"
    made = csv_bytes(["Note", text], [[text, 1]]).decode("utf-8-sig")
    heads, row = list(csv.reader(io.StringIO(made, newline="")))
    assert heads[1] == row[0] == f"'{text}"


@given(st.text(st.sampled_from([*"=+-@|% \t\u200b\u3000\ufeffab", "＝", "＠"]), max_size=8))
def test_the_first_sign_that_is_seen_of_a_cell_is_no_sign_of_a_formula(text: str) -> None:
    seen = clean(neutral(text)).lstrip()
    assert not seen or seen[0] == "'" or seen[0] not in FORMULA_SIGNS


def test_a_sentence_quotes_what_was_typed_without_overrides_and_not_endlessly() -> None:
    problem = Problem("on", "{text} is not a date.", {"text": "\u202e30 beF\x07" + "x" * 9000})
    assert problem.sentence.startswith("30 beFxxx")
    assert problem.sentence.endswith("…  is not a date.".replace("  ", " "))
    assert len(problem.sentence) < 160
    assert "\u202e" not in Refused([problem]).sentence

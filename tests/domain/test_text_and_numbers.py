"""Text is cleaned without losing letters; identifiers are checked by their own rule."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careteam.domain.catalogue import Catalogue
from careteam.domain.errors import Problem, Refused
from careteam.domain.people import AbsenceDraft, PersonDraft, check, is_npi
from careteam.domain.phones import Phone, check_phones, shown
from careteam.domain.text import clean, digits, display_name, fold, mid_sentence

EMPTY = Catalogue({}, {}, {}, {}, {})


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in once)


@given(st.text(st.characters(categories=["Lu", "Ll", "Lo"]), min_size=1, max_size=20))
def test_letters_of_every_script_stay(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Ann\u202ex\u202c Lee", "Annx Lee"),
        ("Zero\u200bwidth", "Zerowidth"),
        ("\ufeffBom", "Bom"),
        ("a\x00b\x07c", "abc"),
        ("lone \ud800 half", "lone \ufffd half"),
        ("e\u0301", "é"),
        ("  two   words ", "two words"),
    ],
)
def test_what_nobody_can_see_is_taken_out(typed: str, kept: str) -> None:
    assert clean(typed) == kept


def test_a_flood_of_marks_is_cut() -> None:
    assert len(clean("a" + "\u0301" * 500)) < 12


def test_lines_of_a_note_are_kept() -> None:
    assert clean("one \r\ntwo\rthree", lines=True) == "one\ntwo\nthree"


@pytest.mark.parametrize(
    ("written", "typed"),
    [("Ó'Brien-Núñez", "o'brien-nunez"), ("Straße", "strasse"), ("Nguyễn", "nguyen"),
     ("Łukasz", "lukasz"), ("ØRSTED", "orsted"), ("İpek", "ipek")],
)  # fmt: skip
def test_a_search_ignores_accents_and_case(written: str, typed: str) -> None:
    assert fold(written) == typed


def test_names_stand_as_the_house_writes_them() -> None:
    assert display_name("Delacruz", "Maria", "Ms") == "DELACRUZ, Maria (Ms)"
    assert display_name("", "Cher") == "Cher"
    assert display_name("", "") == "(no name)"
    assert mid_sentence("Induction") == "induction"
    assert mid_sentence("CAR-T collection") == "CAR-T collection"


@pytest.mark.parametrize("number", ["1234567893", "1245319599"])
def test_a_right_npi_is_known(number: str) -> None:
    assert is_npi(number)


@given(st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_of_an_npi_is_always_found(place: int, by: int) -> None:
    right = "1234567893"
    wrong = list(right)
    wrong[place] = str((int(wrong[place]) + by) % 10)
    assert not is_npi("".join(wrong))


@pytest.mark.parametrize("number", ["", "123", "12345678901", "123456789x", "١٢٣٤٥٦٧٨٩٣"])
def test_what_has_not_ten_digits_is_no_npi(number: str) -> None:
    assert not is_npi(number)


@pytest.mark.parametrize(
    ("number", "words"),
    [("2125550148", "(212) 555-0148"), ("+49 30 901820", "+49 30 901820"), ("ext", "ext"),
     ("212-555-0148 ext. 5", "(212) 555-0148 ext. 5")],
)  # fmt: skip
def test_a_phone_is_shown_as_the_region_writes_it(number: str, words: str) -> None:
    assert shown(number) == words


def test_a_phone_with_letters_is_refused_and_an_empty_one_forgotten() -> None:
    problems: list[Problem] = []
    phones = (Phone("call me"), Phone("  "), Phone("(212) 555-0101"))
    assert [phone.number for phone in check_phones(phones, problems)] == ["(212) 555-0101"]
    assert [problem.field for problem in problems] == ["phones.0"]
    assert digits("+1 (212) 555-0101") == "12125550101"


def test_absences_cannot_overlap_or_end_before_they_begin() -> None:
    from datetime import date

    first = AbsenceDraft(date(2026, 11, 23), date(2026, 11, 30))
    overlapping = AbsenceDraft(date(2026, 11, 30), date(2026, 12, 2))
    backwards = AbsenceDraft(date(2026, 12, 9), date(2026, 12, 8))
    with pytest.raises(Refused) as refused:
        check(PersonDraft("Bell", absences=(first, overlapping, backwards)), catalogue=EMPTY)
    assert {problem.field for problem in refused.value.problems} == {"absences", "absences.2"}

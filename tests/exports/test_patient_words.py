"""The words of papers for patients: whole in every language, simple in English, and exact."""

import re
import string
from typing import Any

import pytest

from careteam.domain.patient_summary import CLOSED_PHASE, NOT_ON_PAPER, SEEN_BY_THE_LAB
from careteam.domain.patient_words import ENGLISH, LANGUAGES, language_for
from careteam.domain.reading_grade import grade, syllables
from careteam.domain.referrals import OPEN_STATES
from careteam.exports.patient_parts import grade_of
from careteam.exports.patient_words import FOLDER, words_in
from careteam.storage.default_rules import default_rules
from tests.conftest import NOW
from tests.exports.patients import MARIA

OTHERS = [code for code in LANGUAGES if code != ENGLISH]
FREE = {"past", "calendar"}
"""Tables whose keys differ from language to language: plurals, months."""
SAME = {"CAR-T", "MRN", "CT", "°C", "°F"}
MOST_GRADE = 6.0
ENGLISH_WORDS = re.compile(r"\b(the|and|your|you|we|with|doctor|nurse|help|treatment|call)\b")


def phrases(code: str) -> dict[str, list[str]]:
    """Every phrase of a language under its table and key."""
    return {
        f"{table}.{key}": value if isinstance(value, list) else [value]
        for table, entries in words_in(code).tables.items()
        if table not in FREE
        for key, value in entries.items()
    }


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_there_is_a_file_for_each_language_and_no_other() -> None:
    assert {path.stem for path in FOLDER.glob("*.toml")} == set(LANGUAGES)
    for code, name in LANGUAGES.items():
        assert words_in(code).language == name


@pytest.mark.parametrize("code", LANGUAGES)
def test_everything_in_the_catalogue_of_a_new_clinic_has_a_phrase(code: str) -> None:
    catalogue = default_rules(NOW.date()).catalogue
    words = words_in(code)
    wanted: dict[str, Any] = {
        "role": set(catalogue.roles),
        "phase": set(catalogue.phases) - {CLOSED_PHASE},
        "modality": set(catalogue.terms["modality"]),
        "test": set(catalogue.terms["test"]) - SEEN_BY_THE_LAB,
        "barrier": set(catalogue.terms["barrier"]) - NOT_ON_PAPER,
    }
    for table, keys in wanted.items():
        assert set(words.tables[table]) == keys, table
    assert {str(state) for state in OPEN_STATES} <= set(words.tables["working"])


@pytest.mark.parametrize("code", OTHERS)
def test_each_language_says_the_same_things_with_the_same_values_put_in(code: str) -> None:
    own, english = phrases(code), phrases(ENGLISH)
    assert own.keys() == english.keys()
    for key, said in own.items():
        assert len(said) == len(english[key]), key
        assert all(text.strip() for text in said), key
        for text, original in zip(said, english[key], strict=True):
            assert fields(text) == fields(original), key


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_number_of_days_has_a_sentence(code: str) -> None:
    words = words_in(code)
    for days in (1, 2, 3, 11, 14, 21, 28, 56, 100, 101):
        said = words.counted("past", days, phase="P", day=days + 5, days=days)
        assert str(days) in said
        assert str(days + 5) in said
    for form in words.tables["past"].values():
        assert fields(form) == {"phase", "day", "days"}


@pytest.mark.parametrize("code", OTHERS)
def test_no_english_is_left_in_another_language(code: str) -> None:
    english = {text for said in phrases(ENGLISH).values() for text in said}
    for key, said in phrases(code).items():
        for text in said:
            assert text not in english or text == "{phase}.", key
            assert not ENGLISH_WORDS.search(text.casefold()), (key, text)
            if code in ("zh_Hans", "ar", "ru", "ko"):
                bare = re.sub(r"\{\w+\}", "", text)
                for name in SAME:
                    bare = bare.replace(name, "")
                assert not re.search(r"[A-Za-z]", bare), (key, text)


ANY_HOUR = {
    "en": ("any hour", "day or night"),
    "es": ("cualquier hora", "de día o de noche"),
    "zh_Hans": ("随时", "白天夜里"),
    "vi": ("bất cứ giờ nào", "ngày hay đêm"),
    "ar": ("في أي ساعة", "نهارًا أو ليلًا"),
    "ru": ("в любое время", "днём и ночью"),
    "ht": ("nenpòt lè", "lajounen kou lannwit"),
    "ko": ("언제라도", "낮이든 밤이든"),
}
OR_MORE = {
    "en": "or higher", "es": "o más", "zh_Hans": "或更高", "vi": "trở lên",
    "ar": "أو أكثر", "ru": "или выше", "ht": "oswa plis", "ko": "이상",
}  # fmt: skip
SIGNS = {
    "en": ("fever", "bleed", "breathe", "confused"),
    "es": ("fiebre", "sangrado", "respirar", "confusión"),
    "zh_Hans": ("发烧", "出血", "呼吸", "神志不清"),
    "vi": ("sốt", "chảy máu", "khó thở", "lú lẫn"),
    "ar": ("حمى", "نزيف", "التنفس", "الارتباك"),
    "ru": ("температура", "кровотечение", "дышать", "путаются"),
    "ht": ("lafyèv", "senyen", "respire", "twouble"),
    "ko": ("열", "피가", "숨쉬기", "혼란"),
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_when_to_call_names_the_temperature_the_signs_and_any_hour(code: str) -> None:
    when = words_in(code).say("call", "when")
    assert re.findall(r"\d+(?:\.\d+)?", when) == ["38.0", "100.4"]
    assert round(38.0 * 9 / 5 + 32, 1) == 100.4
    for said in (*ANY_HOUR[code], OR_MORE[code], *SIGNS[code]):
        assert said in when
    assert when.endswith((":", "："))


BACK = ("call", "when", "no_phone", "first")
"""The lines that are read back into English for who reviews the language."""


@pytest.mark.parametrize("code", OTHERS)
def test_the_lines_that_matter_are_read_back_into_english(code: str) -> None:
    words = words_in(code)
    assert tuple(words.back) == BACK
    assert words.read_back_by
    assert all(text.isascii() for text in words.back.values() if "°" not in text)
    when = words.back["when"]
    assert re.findall(r"\d+(?:\.\d+)?", when) == ["38.0", "100.4"]
    signs = ("fever|temperature", "bleed", "breath", "confus|troubled|not clear", "any", "night")
    assert [sign for sign in signs if not re.search(sign, when)] == []
    assert words_in(ENGLISH).back == {}


@pytest.mark.parametrize("code", OTHERS)
def test_who_translated_and_who_reviewed_is_told(code: str) -> None:
    words = words_in(code)
    assert words.translated_by
    assert words.draft
    assert words.in_english
    assert words.is_draft == (not (words.reviewed_by and words.reviewed_on))


def test_the_english_words_ask_for_no_more_than_sixth_grade() -> None:
    sentences = [text for said in phrases(ENGLISH).values() for text in said]
    assert grade(sentences) <= MOST_GRADE
    assert grade_of(MARIA) <= MOST_GRADE
    assert grade([words_in(ENGLISH).say("call", "when")]) <= MOST_GRADE
    for table in ("phase", "barrier", "working", "steps"):
        said = [text for key, texts in phrases(ENGLISH).items() for text in texts
                if key.startswith(f"{table}.")]  # fmt: skip
        assert grade(said) <= MOST_GRADE, table


def test_the_grade_is_that_of_the_published_formula() -> None:
    assert syllables("leukemia") == 4
    assert syllables("table") == 2
    assert syllables("called") == 1
    assert syllables("visits") == 2
    text = "The cat sat on the mat. It was happy."
    assert grade([text]) == pytest.approx(0.39 * 9 / 2 + 11.8 * 10 / 9 - 15.59)
    assert grade([]) == grade(["28"]) == 0.0


@pytest.mark.parametrize(
    ("spoken", "code"), [("es", "es"), ("zh", "zh_Hans"), ("so", "en"), ("", "en"), ("ht", "ht")]
)
def test_the_language_of_the_paper_follows_the_patients(spoken: str, code: str) -> None:
    assert language_for(spoken) == code

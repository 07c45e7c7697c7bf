"""The words of every measure can be translated, and no others wait for a translator."""

from careteam.domain.measures import MEASURES
from ui.insights.measure_words import PART_WORDS, WORDS, measure_words


def test_every_word_of_every_measure_is_marked_for_the_translators() -> None:
    told = {
        text
        for one in MEASURES.values()
        for text in (
            one.title, one.definition, one.numerator, one.denominator, one.exclusions, one.source,
        )
        if text
    }  # fmt: skip
    assert told | set(PART_WORDS) == WORDS


def test_without_a_translation_a_word_is_told_as_it_is() -> None:
    assert measure_words("Patients in care") == "Patients in care"

"""The words of measures, which the domain tells in English, in the language of the window."""

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui.insights.measure_words_care import CARE_WORDS
from ui.insights.measure_words_needs import NEEDS_WORDS

PART_WORDS: tuple[Any, ...] = (
    QT_TRANSLATE_NOOP("Measures", "No role"),
    QT_TRANSLATE_NOOP("Measures", "No navigator"),
)
WORDS: frozenset[str] = frozenset((*CARE_WORDS, *NEEDS_WORDS, *PART_WORDS))
"""Every word of every measure; the tests compare it with the measures themselves."""


def measure_words(told: str) -> str:
    """A title, a definition or any other text of a measure, translated."""
    return QCoreApplication.translate("Measures", told)

"""The fixed words of papers for patients in one language, by the keys of the clinic's catalogue."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

ENGLISH = "en"
"""The language of the clinic's own words, and of papers for whom no other is known."""

LANGUAGES: Mapping[str, str] = {
    "en": "English",
    "es": "Español",
    "zh_Hans": "简体中文",
    "vi": "Tiếng Việt",
    "ar": "العربية",
    "ru": "Русский",
    "ht": "Kreyòl ayisyen",
    "ko": "한국어",
}
"""The languages of the papers by their own names, those spoken by most patients first."""

_CODES = {"zh": "zh_Hans"}


def language_for(spoken: str) -> str:
    """The language of the papers for the language that a patient speaks; English where none is."""
    code = _CODES.get(spoken, spoken)
    return code if code in LANGUAGES else ENGLISH


@dataclass(frozen=True, slots=True)
class PatientWords:
    """One language: `tables` holds its phrases.

    `reviewed_by` names the qualified person who compared them with the English ones, and is empty
    where nobody did: such papers carry `draft`. `back` says in English what the lines that matter
    say, read back by `read_back_by`.
    """

    code: str
    language: str
    english: str
    locale: str
    is_right_to_left: bool
    translated_by: str
    read_back_by: str
    reviewed_by: str
    reviewed_on: str
    draft: str
    in_english: str
    between: str
    tables: Mapping[str, Mapping[str, Any]]
    back: Mapping[str, str]

    @property
    def tag(self) -> str:
        """The language as HTML and PDF name it (BCP 47): es, zh-Hans."""
        return self.code.replace("_", "-")

    @property
    def is_draft(self) -> bool:
        """Whether this is a translation that no qualified person has reviewed."""
        return self.code != ENGLISH and not (self.reviewed_by and self.reviewed_on)

    def fingerprint(self, call: str) -> str:
        """Of these words, with the clinic's own of when to call: what a review was of."""
        told = json.dumps([self.code, self.tables, call], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(told.encode()).hexdigest()[:16]

    def say(self, table: str, key: str, /, **values: object) -> str:
        """A sentence with its values; every language has every sentence."""
        return str(self.tables[table][key]).format(**values)

    def phrase(self, table: str, key: str) -> tuple[str, str] | None:
        """The name of something coded and what is said of it; None for what the clinic added."""
        found = self.tables[table].get(key)
        if found is None:
            return None
        return (found, "") if isinstance(found, str) else (found[0], found[1])

    def counted(self, table: str, number: int, /, **values: object) -> str:
        """The form of a sentence that the number asks for in this language."""
        from babel import Locale

        forms = self.tables[table]
        form = Locale.parse(self.locale).plural_form(number)
        return str(forms.get(form, forms["other"])).format(**values)

    def long_day(self, day: date) -> str:
        """22 de noviembre de 2026."""
        from babel.dates import format_date

        own = self.tables.get("calendar")
        if own is not None:
            return _own_day(own, "date", day)
        return _plain(format_date(day, "long", locale=self.locale))

    def short_day(self, day: date, today: date) -> str:
        """Mar, 24 nov; with the year where it is not the one of `today`."""
        from babel.dates import format_skeleton

        own = self.tables.get("calendar")
        if own is not None:
            words = _own_day(own, "short", day)
            return words if day.year == today.year else f"{words} {day.year}"
        skeleton = "MMMEd" if day.year == today.year else "yMMMEd"
        words = _plain(format_skeleton(skeleton, day, locale=self.locale))
        return words[:1].upper() + words[1:]


def _own_day(own: Mapping[str, Any], pattern: str, day: date) -> str:
    """The day by the months and days that a catalogue brings itself."""
    return str(own[pattern]).format(
        weekday=own["days"][day.weekday()],
        day=day.day,
        month=own["months"][day.month - 1],
        year=day.year,
    )


def _plain(words: str) -> str:
    """The words without the narrow spaces that a keyboard does not have."""
    return words.replace("\u202f", " ")

"""Words for patients: what each language says of when to call, and who reviewed the language."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from careteam.domain.dates import day_shown
from careteam.domain.patient_reviews import CallDraft, OwnWords, WordsReview, draft_again
from careteam.domain.patient_words import ENGLISH, PatientWords
from careteam.storage.reads.patient_words import own_words
from careteam.storage.writes.patient_words import (
    remove_words_review,
    save_patient_call,
    save_words_review,
)
from ui.desk import Desk, Undo
from ui.look.columns import Column, Words
from ui.look.theme import Theme
from ui.look.tokens import Tone
from ui.settings.entry_table import EntryTable, RowAct
from ui.settings.patient_words_sheets import CallSheet, ReviewSheet
from ui.settings.section import Section


@dataclass(frozen=True, slots=True)
class LanguageRow:
    """One language: the words that came with Careteam, and what the clinic keeps beside them."""

    words: PatientWords
    own: OwnWords

    @property
    def call(self) -> str:
        """When to call, as papers say it."""
        return self.own.call or self.words.say("call", "when")

    @property
    def fingerprint(self) -> str:
        """Of the words that a paper has now."""
        return self.words.fingerprint(self.own.call)

    @property
    def review(self) -> WordsReview | None:
        """The review of exactly these words."""
        kept = self.own.review
        return kept if kept is not None and kept.of == self.fingerprint else None


class PatientWordsSection(Section):
    """Every language; Enter changes its words of when to call, Ctrl+R notes a review."""

    scrolls = False

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(
            theme,
            desk,
            QCoreApplication.translate("PatientWordsSection", "Words for patients"),
            QCoreApplication.translate(
                "PatientWordsSection",
                "When to call, as papers for patients say it. A translation that nobody qualified "
                "has reviewed carries a band that says so, in both languages.",
            ),
        )
        self.languages: EntryTable[LanguageRow] = EntryTable(
            theme,
            self.tr("Words for patients"),
            (
                Column("language", self.tr("Language"), _language_cell, 150),
                Column("call", self.tr("When to call"), self._call_cell),
                Column("review", self.tr("Reviewed"), self._review_cell, 210),
            ),
            lambda row: row.own.code,
            (
                RowAct(lambda _row: self.tr("Edit when to call…"), self._on_edit),
                RowAct(
                    lambda _row: self.tr("Reset to the words of Careteam"),
                    self._on_reset,
                    "Del",
                    lambda row: bool(row.own.call),
                ),
                RowAct(
                    lambda _row: self.tr("Reviewed by…"), self._on_review, "Ctrl+R", _is_translation
                ),
                RowAct(
                    lambda _row: self.tr("Take the review back"),
                    self._on_take_back,
                    is_open=lambda row: row.own.review is not None,
                ),
            ),
            has_two_lines=True,
        )
        self.column.addWidget(self.languages, 1)

    @override
    def read_again(self) -> None:
        self.languages.show_rows(
            [LanguageRow(words_of(own.code), own) for own in self.desk.read(own_words)]
        )

    @override
    def show_entry(self, key: str) -> None:
        self.languages.table.choose_key(key)

    def _call_cell(self, row: LanguageRow) -> Words:
        whose = self.tr("the clinic's own words") if row.own.call else self.tr("of Careteam")
        return Words(row.call, whose)

    def _review_cell(self, row: LanguageRow) -> Words:
        words, review = row.words, row.review
        if not _is_translation(row):
            return Words(self.tr("The original"), quiet=True)
        if review is not None:
            below = f"{day_shown(review.on)} · {review.qualification}"
            return Words(review.name, below, tone=Tone.OK)
        if not words.is_draft and not row.own.call:
            return Words(words.reviewed_by, words.reviewed_on, tone=Tone.OK)
        why = self.tr("papers carry the band")
        if row.own.review is not None:
            return Words(self.tr("Changed since the review"), why, tone=Tone.WARN)
        return Words(self.tr("Not reviewed"), why, tone=Tone.WARN)

    def _on_edit(self, row: LanguageRow) -> None:
        original = words_of(ENGLISH).say("call", "when")
        sheet = CallSheet(self.theme, self.desk, self.window(), row.words, row.own, original)
        self.open_sheet(sheet)

    def _on_reset(self, row: LanguageRow) -> None:
        own = row.own
        back = Undo(save_patient_call, (CallDraft(own.code, own.call, own.english),))
        self.act(save_patient_call, CallDraft(own.code), undo=back)

    def _on_review(self, row: LanguageRow) -> None:
        self.open_sheet(ReviewSheet(self.theme, self.desk, self.window(), row.words, row.own))

    def _on_take_back(self, row: LanguageRow) -> None:
        review = row.own.review
        if review is not None:
            back = Undo(save_words_review, (draft_again(row.own.code, review),))
            self.act(remove_words_review, row.own.code, undo=back)


def words_of(code: str) -> PatientWords:
    """The words that came with Careteam; they are read here for the first time."""
    from careteam.exports.patient_words import words_in

    return words_in(code)


def _language_cell(row: LanguageRow) -> Words:
    words = row.words
    below = words.english if words.english != words.language else ""
    return Words(words.language, below, strong=True)


def _is_translation(row: LanguageRow) -> bool:
    return row.own.code != ENGLISH

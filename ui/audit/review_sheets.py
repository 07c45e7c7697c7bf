"""The sheets of a review: the sign-off, and what is looked for."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from careteam.domain.access import Action
from careteam.domain.changes import Changes
from careteam.domain.reviews import (
    CHARTS,
    DEFAULTS,
    HOURS_FROM,
    HOURS_UNTIL,
    MANY,
    ReviewDraft,
    ReviewRulesDraft,
)
from careteam.storage.reads.reviews import Review
from careteam.storage.writes.reviews import save_review_rules, sign_off
from ui.desk import Desk
from ui.form_sheet import FormSheet
from ui.look.fields import Field, LineEdit, TextEdit
from ui.look.labels import Label
from ui.look.theme import Theme


class SignOffSheet(FormSheet):
    """A note, and the review is signed off."""

    writes = Action.REVIEW

    def __init__(self, theme: Theme, desk: Desk, review: Review, host: QWidget) -> None:
        title = QCoreApplication.translate("SignOffSheet", "Sign the review off")
        save = QCoreApplication.translate("SignOffSheet", "Sign off")
        super().__init__(theme, title, host, save, self._sign)
        self._desk, self._review = desk, review
        words = self.tr("Rows {first} to {last} count as reviewed; the next review begins after.")
        told = words.format(first=f"{review.from_seq:,}", last=f"{review.to_seq:,}")
        self.body.addWidget(Label(told, "sub", wrap=True))
        self.note = TextEdit(theme, lines=3)
        self.add_field("note", Field(theme, self.tr("What was found, what was done"), self.note))
        self.finish()

    def _sign(self) -> Changes | None:
        review = self._review
        counts = {str(look): count for look, count in review.counts.items() if count}
        draft = ReviewDraft(review.from_seq, review.to_seq, self.note.text_value(), counts)
        return self._desk.do(sign_off, draft)


class ReviewRulesSheet(FormSheet):
    """When the clinic works, and from which number on something is many."""

    writes = Action.REVIEW

    def __init__(
        self, theme: Theme, desk: Desk, settings: Mapping[str, str], host: QWidget
    ) -> None:
        title = QCoreApplication.translate("ReviewRulesSheet", "What a review looks for")
        save = QCoreApplication.translate("ReviewRulesSheet", "Save")
        super().__init__(theme, title, host, save, self._save_rules)
        self._desk = desk
        self.lines = {key: LineEdit(theme) for key in (HOURS_FROM, HOURS_UNTIL, CHARTS, MANY)}
        for key, line in self.lines.items():
            line.setText(settings.get(key) or DEFAULTS[key])
        for name, key, words in (
            ("opens_at", HOURS_FROM, self.tr("The clinic works from")),
            ("closes_at", HOURS_UNTIL, self.tr("until, on Monday to Friday")),
            ("charts", CHARTS, self.tr("Many charts opened in a day, from")),
            ("many", MANY, self.tr("Many patients in one export, from")),
        ):
            self.add_field(name, Field(theme, words, self.lines[key]))
        self.finish()

    def _save_rules(self) -> Changes | None:
        said = [self.lines[key].text_value() for key in (HOURS_FROM, HOURS_UNTIL, CHARTS, MANY)]
        return self._desk.do(save_review_rules, ReviewRulesDraft(*said))

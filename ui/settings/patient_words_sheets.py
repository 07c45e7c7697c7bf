"""The forms of words for patients: the clinic's own of when to call, and a review of a language."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from careteam.domain.access import Action
from careteam.domain.changes import Changes
from careteam.domain.patient_reviews import CallDraft, OwnWords, ReviewDraft, draft_again
from careteam.domain.patient_words import ENGLISH, PatientWords
from careteam.domain.reading_grade import grade
from careteam.storage.writes.patient_words import (
    remove_words_review,
    save_patient_call,
    save_words_review,
)
from ui.desk import Desk, Undo
from ui.form_sheet import FormSheet, day_field, day_of
from ui.look.buttons import Button
from ui.look.cards import Card
from ui.look.fields import Field, LineEdit, TextEdit
from ui.look.labels import Label
from ui.look.theme import Theme

MOST_GRADE = 6.0
"""The grade that papers for patients keep to."""


class CallSheet(FormSheet):
    """Ours, what they say in English, the clinic's own, and the reading grade while typing.

    `original` are the English words that ours were made from.
    """

    writes = Action.SETTINGS

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        host: QWidget,
        words: PatientWords,
        own: OwnWords,
        original: str,
    ) -> None:
        title = QCoreApplication.translate("CallSheet", "When to call: {language}")
        save = QCoreApplication.translate("CallSheet", "Save")
        super().__init__(theme, title.format(language=words.language), host, save, self._save_call)
        self._desk, self._words, self._own = desk, words, own
        self._original = original
        ours = words.say("call", "when")
        self.body.addWidget(Label(self.tr("Words of Careteam"), "label"))
        self.body.addWidget(said_card(words, (("", ours, words.back.get("when", "")),)))
        self.text = TextEdit(theme, ours, lines=4)
        self.english = TextEdit(theme, lines=4)
        self.text.set_text(own.call)
        self.english.set_text(own.english)
        if words.is_right_to_left:
            _write_from_the_right(self.text)
        self.add_field("text", Field(theme, self.tr("The clinic's own words"), self.text))
        said = Field(theme, self.tr("What they say, in English"), self.english)
        self.add_field("english", said)
        said.setVisible(words.code != ENGLISH)
        self.grade = Label("", "sub", wrap=True)
        self.reset = Button(theme, self.tr("Reset to the words of Careteam"), small=True)
        self.body.addWidget(self.grade)
        self.body.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(Label(self._note(), "sub", wrap=True))
        for field in (self.text, self.english):
            field.textChanged.connect(self._tell_grade)
        self.reset.clicked.connect(self._on_reset)
        self._tell_grade()
        self.finish()

    def _note(self) -> str:
        words = self.tr("The number for any hour stands below them. Empty: the words of Careteam.")
        if self._words.code == ENGLISH:
            return words
        more = self.tr("Changed words are a draft until they are reviewed.")
        return f"{words} {more}"

    def _tell_grade(self) -> None:
        """The formula is for English: of our words it is that of those they were made from."""
        own = self.text if self._words.code == ENGLISH else self.english
        said = own.text_value() if self.text.text_value() else self._original
        found = max(0.0, grade((said,)))
        words = self.tr("Reading grade {grade} (English words).")
        if found > MOST_GRADE:
            words = self.tr("Reading grade {grade} (English words): more than sixth grade.")
        self.grade.setText(words.format(grade=f"{found:.1f}"))
        self.reset.setEnabled(bool(self.text.text_value()))

    def _on_reset(self) -> None:
        self.text.setPlainText("")
        self.english.setPlainText("")
        self.text.setFocus()

    def _save_call(self) -> Changes | None:
        own = self._own
        draft = CallDraft(own.code, self.text.text_value(), self.english.text_value())
        before = CallDraft(own.code, own.call, own.english)
        return self._desk.do(save_patient_call, draft, undo=Undo(save_patient_call, (before,)))


class ReviewSheet(FormSheet):
    """The lines that matter beside their English, and who compared all words with the English."""

    writes = Action.SETTINGS

    def __init__(
        self, theme: Theme, desk: Desk, host: QWidget, words: PatientWords, own: OwnWords
    ) -> None:
        title = QCoreApplication.translate("ReviewSheet", "Review of the words: {language}")
        save = QCoreApplication.translate("ReviewSheet", "Note the review")
        super().__init__(
            theme, title.format(language=words.language), host, save, self._save_review
        )
        self._desk, self._words, self._own = desk, words, own
        told = self.tr("Translated by {name}; read back into English by {reader}.")
        told = told.format(name=words.translated_by, reader=words.read_back_by)
        self.body.addWidget(Label(told, "sub", wrap=True))
        self.body.addWidget(said_card(words, self._lines()))
        self.name, self.qualification = LineEdit(theme), LineEdit(theme)
        self.on = day_field(theme, desk.moment.today)
        self.on.set_value(desk.moment.today)
        if own.review is not None:
            self.name.setText(own.review.name)
            self.qualification.setText(own.review.qualification)
        self.add_field("name", Field(theme, self.tr("Reviewed by"), self.name))
        words_of_it = self.tr("Qualification, such as certified medical interpreter")
        self.add_field("qualification", Field(theme, words_of_it, self.qualification))
        self.add_field("on", Field(theme, self.tr("On"), self.on))
        note = self.tr(
            "By this somebody vouches for every word of this language, not for these lines alone. "
            "Papers lose their band until one of the words changes."
        )
        self.body.addWidget(Label(note, "sub", wrap=True))
        self.finish()

    def _lines(self) -> tuple[tuple[str, str, str], ...]:
        words, back, own = self._words, self._words.back, self._own
        when = (own.call, own.english) if own.call else (words.say("call", "when"), back["when"])
        return (
            (self.tr("Heading"), words.say("heading", "call"), back["call"]),
            (self.tr("When to call"), *when),
            (self.tr("Without a number"), words.say("call", "no_phone"), back["no_phone"]),
            (self.tr("Beside the navigator"), words.say("people", "first"), back["first"]),
        )

    def _save_review(self) -> Changes | None:
        own, on = self._own, day_of(self.on, "on")
        if on is None:
            return None
        of = self._words.fingerprint(own.call)
        name, qualification = self.name.text_value(), self.qualification.text_value()
        draft = ReviewDraft(own.code, name, qualification, on, of)
        return self._desk.do(save_words_review, draft, undo=self._back())

    def _back(self) -> Undo:
        review = self._own.review
        if review is None:
            return Undo(remove_words_review, (self._own.code,))
        return Undo(save_words_review, (draft_again(self._own.code, review),))


def said_card(words: PatientWords, lines: tuple[tuple[str, str, str], ...]) -> Card:
    """Lines of a language, each with what it says in English below it."""
    card = Card()
    for name, said, english in lines:
        if name:
            card.column.addWidget(Label(name, "label"))
        line = Label(said, "body", wrap=True)
        if words.is_right_to_left:
            line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        card.column.addWidget(line)
        if english:
            card.column.addWidget(Label(english, "sub", wrap=True))
    return card


def _write_from_the_right(edit: TextEdit) -> None:
    option = edit.document().defaultTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    edit.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    edit.document().setDefaultTextOption(option)

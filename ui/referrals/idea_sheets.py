"""The sheets about suggestions: setting one aside, noting a wish, and what was decided so far."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from careteam.domain.changes import Changes
from careteam.domain.dates import day_shown
from careteam.domain.suggestions import DismissDraft, SuggestionState, WishDraft
from careteam.storage.reads.suggestions import DecidedRow, SuggestionRow, decided_suggestions
from careteam.storage.writes.deciding import (
    add_wish,
    dismiss_suggestion,
    reopen_suggestion,
    withdraw_wish,
)
from ui.desk import MADE, Desk, Undo
from ui.form_sheet import FormSheet
from ui.look.buttons import Button
from ui.look.choices import Choice, SearchChoice
from ui.look.columns import Cell, Column, Words
from ui.look.fields import Field, LineEdit
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.sheet import Sheet
from ui.look.tables import Table
from ui.look.theme import Theme
from ui.team.sheets import role_options, term_options


class DismissSheet(FormSheet):
    """Not now: why a suggestion is set aside, as one of the clinic's reasons."""

    def __init__(
        self, theme: Theme, desk: Desk, host: QWidget, suggestions: Sequence[SuggestionRow]
    ) -> None:
        text = QCoreApplication.translate("DismissSheet", "Not now: {role}")
        save = QCoreApplication.translate("DismissSheet", "Set aside")
        first = suggestions[0]
        super().__init__(theme, text.format(role=first.role_label), host, save, self._dismiss)
        self._desk = desk
        self._which = Choice(theme, [Option(str(one.id), because(one)) for one in suggestions])
        self._reason = Choice(
            theme, term_options(desk.rules, "dismiss_reason"), empty=self.tr("Choose why")
        )
        self._note = LineEdit(theme)
        if len(suggestions) > 1:
            self.add_field("suggestion_id", Field(theme, self.tr("Suggestion"), self._which))
        else:
            self.body.addWidget(Label(because(first), "quiet", wrap=True))
        self.add_field("reason", Field(theme, self.tr("Why"), self._reason))
        self.add_field("note", Field(theme, self.tr("Note"), self._note))
        self.finish()

    def _dismiss(self) -> Changes | None:
        suggestion_id = int(self._which.value())
        draft = DismissDraft(suggestion_id, self._reason.value(), self._note.text_value())
        return self._desk.do(
            dismiss_suggestion, draft, undo=Undo(reopen_suggestion, (suggestion_id,))
        )


class WishSheet(FormSheet):
    """The patient or the family asks for a role; who said so is kept."""

    def __init__(
        self, theme: Theme, desk: Desk, host: QWidget, patient_id: int, role: str = ""
    ) -> None:
        title = QCoreApplication.translate("WishSheet", "A wish for the care team")
        save = QCoreApplication.translate("WishSheet", "Note the wish")
        super().__init__(theme, title, host, save, self._wish)
        self._desk, self._patient_id = desk, patient_id
        self._role = SearchChoice(theme, role_options(desk.rules), role)
        self._who = LineEdit(theme, self.tr("the patient, her sister Ana"))
        self._who.setText(self.tr("the patient"))
        self._note = LineEdit(theme)
        self.add_field("role", Field(theme, self.tr("Role"), self._role))
        self.add_field("who", Field(theme, self.tr("Who asked"), self._who))
        self.add_field("note", Field(theme, self.tr("What for"), self._note))
        self.finish()

    def _wish(self) -> Changes | None:
        draft = WishDraft(
            self._patient_id, self._role.value(), self._who.text_value(), self._note.text_value()
        )
        return self._desk.do(add_wish, draft, undo=Undo(withdraw_wish, (MADE,)))


class DecidedSheet(Sheet):
    """What was suggested before and how it was decided; only to be read, Esc closes it."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, patient_id: int) -> None:
        title = QCoreApplication.translate("DecidedSheet", "Suggestions so far")
        super().__init__(theme, title, host)
        self._desk = desk
        rows = desk.read(decided_suggestions, patient_id, rules=desk.rules)
        self.table = Table(
            theme,
            self.tr("Suggestions so far"),
            (
                Column(
                    "role",
                    self.tr("Role"),
                    lambda row: Words(row.role_label, row.because or row.words, strong=True),
                ),
                Column("how", self.tr("Decided"), self._how, 210),
                Column("when", self.tr("When"), self._when, 150),
            ),
            key=lambda row: row.id,
            has_two_lines=True,
        )
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self.body.addWidget(self.table)
        if not rows:
            self.body.addWidget(Label(self.tr("No suggestion was decided yet."), "quiet"))
        self.body.addStretch(1)
        close = Button(theme, self.tr("Close"), hint="Esc")
        close.clicked.connect(self.close_now)
        self.add_button(close)

    def _how(self, row: DecidedRow) -> Cell:
        if row.state is SuggestionState.ACCEPTED:
            return Words(self.tr("Accepted"), row.note)
        said = " · ".join(part for part in (row.reason, row.note) if part)
        return Words(self.tr("Not now"), said)

    def _when(self, row: DecidedRow) -> Cell:
        if row.at is None:
            return Words("—")
        return Words(day_shown(self._desk.moment.local(row.at).date()), row.by)


def because(one: SuggestionRow) -> str:
    """Why something is suggested, and by which rule."""
    return " · ".join(part for part in (one.because, one.words) if part)

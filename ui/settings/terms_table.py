"""A list of words that the clinic chooses itself: added, renamed, moved, switched off and on."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careteam.domain.catalogue_drafts import MOST_RETRY_DAYS, TermDraft
from careteam.domain.changes import Changes
from careteam.storage.reads.settings import TermSettingRow
from careteam.storage.writes.terms import (
    MODE,
    OUTCOME,
    add_term,
    order_terms,
    save_term,
    switch_term,
)
from ui.desk import Desk, Undo
from ui.form_sheet import FormSheet
from ui.look.chips import ChipText
from ui.look.columns import Chips, Column, Words
from ui.look.fields import Field, LineEdit
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.segmented import SegmentedControl
from ui.look.theme import Theme
from ui.look.tokens import Tone
from ui.settings.entry_table import EntryTable, RowAct
from ui.settings.number_edit import NumberEdit
from ui.settings.order import moved, order_acts
from ui.settings.section import Section

REACHED, NOT_REACHED = "reached", "not_reached"


class TermsTable(QWidget):
    """The words of one list at a time; of outcomes also whom they reached and the next try."""

    def __init__(self, section: Section, name: str, with_outcome: bool = False) -> None:
        super().__init__(section)
        self._section = section
        self._kind = OUTCOME if with_outcome else ""
        self._rows: tuple[TermSettingRow, ...] = ()
        self.entries: EntryTable[TermSettingRow] = EntryTable(
            section.theme,
            name,
            self._columns(with_outcome),
            lambda row: (row.kind, row.key),
            (
                RowAct(lambda _row: self.tr("Edit…"), self.edit),
                *order_acts(self._move),
                RowAct(self._switch_words, self._switch),
            ),
        )
        self.setFocusProxy(self.entries)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.entries)

    def show_terms(self, kind: str, rows: tuple[TermSettingRow, ...]) -> None:
        """Show the words of a list."""
        self._kind, self._rows = kind, rows
        self.entries.show_rows(rows)

    def add(self) -> None:
        """Ask for a new word."""
        self._open(None)

    def edit(self, row: TermSettingRow) -> None:
        """Change a word."""
        self._open(row)

    def _columns(self, with_outcome: bool) -> tuple[Column[TermSettingRow], ...]:
        label = Column("label", self.tr("Word"), _label_cell)
        state: Column[TermSettingRow] = Column(
            "state", "", self._state_cell, width=70, shrinks=False
        )
        if not with_outcome:
            return label, state
        return (
            label,
            Column("reached", self.tr("Counts as"), self._reached_cell, width=130),
            Column("retry", self.tr("Next try"), self._retry_cell, width=180),
            state,
        )

    def _state_cell(self, row: TermSettingRow) -> Chips:
        return Chips(() if row.is_active else (ChipText(self.tr("Off"), Tone.MUTE, "○"),))

    def _reached_cell(self, row: TermSettingRow) -> str:
        return self.tr("Reached") if row.is_reached else self.tr("A try")

    def _retry_cell(self, row: TermSettingRow) -> str:
        if row.retry_days is None:
            return self.tr("None set") if row.is_reached else self.tr("Next business day")
        return QCoreApplication.translate(
            "TermsTable", "after %n business day(s)", None, row.retry_days
        )

    def _switch_words(self, row: TermSettingRow) -> str:
        return self.tr("Switch off") if row.is_active else self.tr("Switch on")

    def _switch(self, row: TermSettingRow) -> None:
        back = Undo(switch_term, (row.kind, row.key, row.is_active))
        self._section.act(switch_term, row.kind, row.key, not row.is_active, undo=back)

    def _move(self, row: TermSettingRow, by: int) -> None:
        before = [each.key for each in self._rows]
        after = moved(before, row.key, by)
        if after != before:
            back = Undo(order_terms, (row.kind, before))
            self._section.act(order_terms, row.kind, after, undo=back)

    def _open(self, row: TermSettingRow | None) -> None:
        section = self._section
        host = section.window()
        section.open_sheet(TermSheet(section.theme, section.desk, host, self._kind, row))


class TermSheet(FormSheet):
    """One word; of a mode or an outcome also its short form, of an outcome its next try."""

    def __init__(
        self, theme: Theme, desk: Desk, host: QWidget, kind: str, row: TermSettingRow | None
    ) -> None:
        title = QCoreApplication.translate("TermSheet", "New entry") if row is None else row.label
        save = QCoreApplication.translate("TermSheet", "Save")
        super().__init__(theme, title, host, save, self._save_term)
        self._desk, self._kind, self._row = desk, kind, row
        self._label, self._short = LineEdit(theme), LineEdit(theme)
        self._label.setText(row.label if row else "")
        self._short.setText(row.short if row and row.short != row.label else "")
        self._reached: Callable[[], str] = lambda: REACHED if row and row.is_reached else ""
        self._retry = NumberEdit(
            theme, MOST_RETRY_DAYS, row.retry_days if row else 1, self.tr("business days")
        )
        self.add_field("label", Field(theme, self.tr("Word"), self._label))
        if kind in (MODE, OUTCOME):
            self.add_field("short", Field(theme, self.tr("Short form"), self._short))
        if kind == OUTCOME:
            self._add_outcome(theme)
        self.finish()

    def _add_outcome(self, theme: Theme) -> None:
        if self._row is None:
            options = (
                Option(NOT_REACHED, self.tr("A try that reached nobody")),
                Option(REACHED, self.tr("Somebody was reached")),
            )
            control = SegmentedControl(theme, self.tr("Counts as"), options, NOT_REACHED)
            self._reached = control.value
            self.add_field("is_reached", Field(theme, self.tr("Counts as"), control))
        self.add_field("retry_days", Field(theme, self.tr("Next try after"), self._retry))
        words = self.tr("Due days of tries that wait follow. Empty: no rule of its own.")
        self.body.addWidget(Label(words, "sub", wrap=True))

    def _save_term(self) -> Changes | None:
        row = self._row
        draft = TermDraft(
            self._kind,
            self._label.text_value(),
            row.key if row else "",
            self._short.text_value(),
            self._reached() == REACHED,
            self._retry.value() if self._kind == OUTCOME else None,
        )
        if row is None:
            return self._desk.do(add_term, draft)
        return self._desk.do(save_term, draft, undo=Undo(save_term, (draft_of(row),)))


def draft_of(row: TermSettingRow) -> TermDraft:
    """The word as it stands, for taking a change back."""
    return TermDraft(row.kind, row.label, row.key, row.short, row.is_reached, row.retry_days)


def _label_cell(row: TermSettingRow) -> Words:
    return Words(row.label, strong=row.is_active, quiet=not row.is_active)

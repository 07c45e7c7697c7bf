"""Text macros: a short word in a note that stands for a sentence."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from careteam.domain.catalogue_drafts import MacroDraft
from careteam.domain.changes import Changes
from careteam.storage.reads.settings import MacroRow, macro_rows
from careteam.storage.writes.terms import remove_macro, save_macro
from ui.desk import Desk, Undo
from ui.form_sheet import FormSheet
from ui.look.buttons import Button
from ui.look.columns import Column, Words
from ui.look.fields import Field, LineEdit, TextEdit
from ui.look.labels import Label
from ui.look.theme import Theme
from ui.settings.entry_table import EntryTable, RowAct
from ui.settings.section import Section


class MacrosSection(Section):
    """Every macro; Enter edits one, Del removes it."""

    scrolls = False

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(
            theme,
            desk,
            QCoreApplication.translate("MacrosSection", "Text macros"),
            QCoreApplication.translate(
                "MacrosSection",
                "Typed in a note with a blank after it, it becomes its text. {date}, {patient} and "
                "{me} are filled in; {temperature?} asks, {who?|mother|father} asks with a choice.",
            ),
        )
        self._add = Button(theme, self.tr("Add macro"), small=True)
        self.heading.add_at_end(self._add)
        self.macros: EntryTable[MacroRow] = EntryTable(
            theme,
            self.tr("Text macros"),
            (
                Column("short", self.tr("Type"), lambda row: Words(row.short, strong=True), 140),
                Column("text", self.tr("Becomes"), lambda row: row.text.replace("\n", " ")),
            ),
            lambda row: row.short,
            (
                RowAct(lambda _row: self.tr("Edit…"), self._open),
                RowAct(lambda _row: self.tr("Remove"), self._remove, "Del"),
            ),
        )
        self.column.addWidget(self.macros, 1)
        self._add.clicked.connect(lambda: self._open(None))

    @override
    def read_again(self) -> None:
        self.macros.show_rows(self.desk.read(macro_rows))

    def _open(self, row: MacroRow | None) -> None:
        self.open_sheet(MacroSheet(self.theme, self.desk, self.window(), row))

    def _remove(self, row: MacroRow) -> None:
        back = Undo(save_macro, (MacroDraft(row.short, row.text),))
        self.act(remove_macro, row.short, undo=back)


class MacroSheet(FormSheet):
    """The short word and its text."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, row: MacroRow | None) -> None:
        title = QCoreApplication.translate("MacroSheet", "Text macro")
        save = QCoreApplication.translate("MacroSheet", "Save")
        super().__init__(theme, title, host, save, self._save_macro)
        self._desk, self._row = desk, row
        self._short = LineEdit(theme, ".ride")
        self._text = TextEdit(theme, lines=4)
        if row is not None:
            self._short.setText(row.short)
            self._text.set_text(row.text)
        self.add_field("short", Field(theme, self.tr("Short word"), self._short))
        self.add_field("text", Field(theme, self.tr("Text"), self._text))
        words = self.tr(
            "{date}, {patient} and {me} are filled in. {temperature?} asks for a word, "
            "{who?|mother|father} for one of these; Tab goes from one to the next."
        )
        self.body.addWidget(Label(words, "sub", wrap=True))
        self.finish()

    def _save_macro(self) -> Changes | None:
        row = self._row
        draft = MacroDraft(
            self._short.text_value(), self._text.text_value(), row.short if row else ""
        )
        if row is None:
            return self._desk.do(save_macro, draft, undo=Undo(remove_macro, (draft.short,)))
        back = MacroDraft(row.short, row.text, was=draft.short)
        return self._desk.do(save_macro, draft, undo=Undo(save_macro, (back,)))

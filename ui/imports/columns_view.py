"""What the columns of a table mean: recognised, remembered or said, and the first rows of it."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careteam.domain.catalogue import Catalogue
from careteam.domain.intake.tables import About, Columns, DayOrder, Table
from careteam.domain.moment import Moment
from careteam.imports.tables.fields import fields_of
from careteam.imports.tables.first_rows import Look, look_at
from careteam.imports.tables.headings import guess_about, guess_columns, missing
from careteam.imports.tables.values import DAY_FIELDS
from ui.imports.column_rows import ColumnRows
from ui.imports.first_row_table import FirstRowTable
from ui.imports.words import rows_counted
from ui.look.buttons import Button, ButtonKind
from ui.look.cards import HeadingRow
from ui.look.choices import Choice
from ui.look.fields import LineEdit
from ui.look.labels import ElidedLabel, Label
from ui.look.options import Option
from ui.look.segmented import SegmentedControl
from ui.look.theme import Theme
from ui.look.tokens import Tone


class ColumnsView(QWidget):
    """`checked` when the nurse goes on, `cancelled` when she leaves, `remembered` with a name."""

    checked = Signal()
    cancelled = Signal()
    remembered = Signal(str)

    def __init__(
        self,
        theme: Theme,
        table: Table,
        catalogue: Catalogue,
        moment: Moment,
        known: Mapping[str, Columns],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._table, self._catalogue, self._moment = table, catalogue, moment
        self._known = dict(known)
        self._look: Look | None = None
        first, self._name = _first_columns(table, catalogue, self._known)
        self.about = SegmentedControl(theme, self.tr("A list of"), self._abouts(), str(first.about))
        self.order = Choice(theme, self._orders(), str(first.day_order))
        self.order.setAccessibleName(self.tr("Days such as 03/04/2026"))
        self.known_choice = Choice(theme, (), empty=self.tr("As recognised"))
        self.known_choice.setAccessibleName(self.tr("Remembered columns"))
        self.name_edit = LineEdit(theme, self.tr("Name, to remember them"))
        self.name_edit.setMinimumWidth(theme.px(180))
        self.name_edit.setAccessibleName(self.tr("Name under which the columns are remembered"))
        self.remember_button = Button(theme, self.tr("Remember"))
        self.cancel_button = Button(theme, self.tr("Cancel"))
        self.check_button = Button(theme, self.tr("Check"), ButtonKind.PRIMARY, "Ctrl+Return")
        self.column_rows = ColumnRows(theme, table)
        self.first_rows = FirstRowTable(theme)
        self._said = Label("", "sub", wrap=True)
        self._problem = Label("", "error", wrap=True)
        self._lay_out()
        self._connect()
        self._show_known()
        self._show_columns(first)

    def columns(self) -> Columns:
        """What the columns mean now."""
        order = self.order.value()
        return Columns(About(self.about.value()), self.column_rows.fields(), DayOrder(order))

    def ask_to_check(self) -> None:
        """Go on, when every column is there that is needed."""
        if self.check_button.isEnabled():
            self.checked.emit()

    def learn(self, name: str) -> None:
        """The columns are remembered under this name now."""
        self._known[name] = self.columns()
        self._name = name
        self.name_edit.clear()
        self._show_known()

    def _lay_out(self) -> None:
        heading = HeadingRow(Label(self.tr("Import · what the columns mean"), "h1"))
        for button in (self.cancel_button, self.check_button):
            heading.add_at_end(button)
        told = self.tr("{file} · {rows} · nothing has been changed yet")
        rows = rows_counted(len(self._table.lines))
        notes = " ".join(self._table.notes)
        named = ElidedLabel(
            " · ".join(filter(None, (told.format(file=self._table.file, rows=rows), notes))), "sub"
        )
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.about)
        top.addStretch(1)
        for widget in (self.order, self.known_choice, self.name_edit, self.remember_button):
            top.addWidget(widget)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self._problem)
        right.addWidget(self.first_rows)
        right.addWidget(self._said)
        right.addStretch(1)
        body = QHBoxLayout()
        body.setSpacing(14)
        body.addWidget(self.column_rows, 2)
        body.addLayout(right, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(0)
        column.addWidget(heading)
        column.addSpacing(4)
        column.addWidget(named)
        column.addSpacing(12)
        column.addLayout(top)
        column.addSpacing(12)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        self.cancel_button.clicked.connect(self.cancelled)
        self.check_button.clicked.connect(self.ask_to_check)
        self.about.chosen.connect(self._on_about)
        self.order.chosen.connect(lambda _key: self._show_look())
        self.known_choice.chosen.connect(self._on_known)
        self.column_rows.changed.connect(self._show_look)
        self.remember_button.clicked.connect(self._on_remember)
        self.name_edit.returnPressed.connect(self._on_remember)

    def _abouts(self) -> tuple[Option, ...]:
        return (
            Option(str(About.PATIENTS), self.tr("Patients")),
            Option(str(About.DIRECTORY), self.tr("Directory")),
            Option(str(About.ASSIGNMENTS), self.tr("Assignments")),
            Option(str(About.CONTACTS), self.tr("Contacts")),
        )

    def _orders(self) -> tuple[Option, ...]:
        return (
            Option(str(DayOrder.ASK), self.tr("03/04/2026 is asked")),
            Option(str(DayOrder.MONTH_FIRST), self.tr("03/04/2026 is 4-Mar")),
            Option(str(DayOrder.DAY_FIRST), self.tr("03/04/2026 is 3-Apr")),
        )

    def _show_known(self) -> None:
        names = [name for name, columns in self._known.items() if self._fits(columns)]
        self.known_choice.set_options([Option(name, name) for name in names])
        self.known_choice.set_value(self._name)
        self.known_choice.setVisible(bool(names))

    def _fits(self, columns: Columns) -> bool:
        return columns.fits(self._table.headings)

    def _show_columns(self, columns: Columns) -> None:
        fields = fields_of(columns.about, self._catalogue)
        options = [Option(each.key, each.label) for each in fields]
        self.column_rows.show_fields(options, columns.fields)
        self._show_look()

    def _show_look(self) -> None:
        columns = self.columns()
        absent = missing(columns)
        self.check_button.setEnabled(not absent)
        look = look_at(self._table, columns, catalogue=self._catalogue, moment=self._moment)
        self._look = look
        has_days = any(key in DAY_FIELDS for key in columns.fields.values())
        self.order.setVisible(has_days)
        self.first_rows.show_first(look.rows if not absent else ())
        self._problem.setText(
            self.tr("Say which column holds: {fields}").format(fields=", ".join(absent))
            if absent
            else ""
        )
        self._problem.setVisible(bool(absent))
        self._said.setText("" if absent else self._look_words(look, columns))
        self._said.set_tone(Tone.WARN if look.wrong else None)

    def _look_words(self, look: Look, columns: Columns) -> str:
        counted = rows_counted(look.counted)
        words = (
            self.tr("Of the first {rows} {wrong} have a problem.")
            if look.wrong
            else self.tr("None of the first {rows} has a problem.")
        )
        parts = [words.format(rows=counted, wrong=f"{look.wrong:,}"), look.note]
        unread = [name for name in self._table.headings if name not in columns.fields]
        if unread:
            told = self.tr("Not read: {headings}.")
            parts.append(told.format(headings=", ".join(unread)))
        return " ".join(part for part in parts if part)

    def _on_about(self, key: str) -> None:
        self._name = ""
        self.known_choice.set_value("")
        guessed = guess_columns(self._table.headings, About(key), self._catalogue)
        self._show_columns(replace(guessed, day_order=DayOrder(self.order.value())))

    def _on_known(self, name: str) -> None:
        self._name = name
        columns = self._known.get(name)
        if columns is None:
            about = About(self.about.value())
            columns = guess_columns(self._table.headings, about, self._catalogue)
        self.about.set_value(str(columns.about))
        self.order.set_value(str(columns.day_order))
        self._show_columns(columns)

    def _on_remember(self) -> None:
        name = self.name_edit.text_value() or self._name
        if name:
            self.remembered.emit(name)
        else:
            self.name_edit.setFocus()


def _first_columns(
    table: Table, catalogue: Catalogue, known: Mapping[str, Columns]
) -> tuple[Columns, str]:
    """What was remembered for these very headings, with its name, else what is recognised."""
    fitting = [
        (len(each.fields), name) for name, each in known.items() if each.fits(table.headings)
    ]
    if fitting:
        name = max(fitting)[1]
        return known[name], name
    about = guess_about(table.headings) or About.PATIENTS
    return guess_columns(table.headings, about, catalogue), ""

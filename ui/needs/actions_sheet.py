"""Everything that was done about one barrier, and by whom; open actions are ended from here."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from careteam.domain.changes import Changes, Part
from careteam.storage.reads.needs import ActionRow, BarrierRow, barrier_rows
from ui.desk import Desk
from ui.look.buttons import Button, ButtonKind
from ui.look.columns import Cell, Column, Press, Words
from ui.look.labels import Label
from ui.look.sheet import Sheet
from ui.look.tables import Table
from ui.look.theme import Theme
from ui.needs import barrier_rows as cells
from ui.needs.barrier_sheets import ActionSheet, CloseActionSheet

WIDTH = 760
WHO_WIDTH, STATE_WIDTH, END_WIDTH = 150, 150, 84


class ActionsSheet(Sheet):
    """The actions of one barrier, the open ones first."""

    def __init__(
        self, theme: Theme, desk: Desk, host: QWidget, patient_id: int, row: BarrierRow
    ) -> None:
        super().__init__(theme, row.label, host, WIDTH)
        self._theme, self._desk, self._host = theme, desk, host
        self._patient_id, self._row = patient_id, row
        self._about = Label("", "quiet", wrap=True)
        self.table: Table[ActionRow] = Table(
            theme,
            self.tr("What was done"),
            (
                Column("what", self.tr("What"), cells.action_cell),
                Column("who", self.tr("Who"), cells.action_who_cell, WHO_WIDTH),
                Column(
                    "state",
                    self.tr("Status"),
                    lambda one: cells.action_state_cell(one, desk.moment),
                    STATE_WIDTH,
                ),
                Column("end", "", self._end_cell, END_WIDTH, shrinks=False),
            ),
            key=lambda one: one.id,
            has_two_lines=True,
        )
        self.body.addWidget(self._about)
        self.body.addWidget(self.table)
        self.body.addStretch(1)
        close = Button(theme, self.tr("Close"), hint="Esc")
        close.clicked.connect(self.close_now)
        self._add = Button(theme, self.tr("Add action"), ButtonKind.PRIMARY, hint="A")
        self._add.clicked.connect(self.add_action)
        self.add_button(close)
        self.add_button(self._add)
        key = QShortcut(QKeySequence(Qt.Key.Key_A), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.add_action)
        self.table.cell_pressed.connect(lambda press: self.end(press.row))
        self.table.row_activated.connect(self.end)
        desk.changed.connect(self._on_changed)
        self._show()

    def add_action(self) -> None:
        """Ask what is being done."""
        if self._row.is_open:
            self._open(ActionSheet(self._theme, self._desk, self._host, self._row))

    def end(self, row: ActionRow) -> None:
        """Ask how an open action ended."""
        if row.is_open:
            self._open(CloseActionSheet(self._theme, self._desk, self._host, row))

    def _end_cell(self, row: ActionRow) -> Cell:
        return Press(self.tr("End…")) if row.is_open else Words("")

    def _open(self, sheet: Sheet) -> None:
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def _show(self) -> None:
        row = self._row
        self.table.show_rows(row.actions)
        self.table.setMinimumHeight(self.table.sizeHint().height())
        self.table.setVisible(bool(row.actions))
        parts = [row.detail, cells.state_chip(row).text, row.result]
        if not row.actions:
            parts.append(self.tr("Nothing was done yet."))
        self._about.setText(" · ".join(part for part in parts if part))
        self._add.setVisible(row.is_open)

    def _on_changed(self, changes: Changes) -> None:
        if not changes.touches(Part.NEED, self._patient_id):
            return
        today, rules = self._desk.moment.today, self._desk.rules
        rows = self._desk.read(barrier_rows, self._patient_id, today=today, rules=rules)
        self._row = next((row for row in rows if row.id == self._row.id), self._row)
        self._show()

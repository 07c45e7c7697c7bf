"""Barriers to care on the Needs tab: what stands in the way, and what is being done about it."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from careteam.outgoing.listed import Told
from careteam.outgoing.record_lists import barriers_list
from careteam.storage.reads.needs import BarrierRow, barrier_rows
from ui.desk import Desk
from ui.list_button import ListAsked, ListButton
from ui.look.buttons import Button
from ui.look.cards import EmptyState, HeadingRow
from ui.look.columns import CellPress, Column, Sign
from ui.look.labels import Label
from ui.look.sheet import Sheet
from ui.look.tables import Table
from ui.look.theme import Theme
from ui.look.tokens import Tone
from ui.needs import barrier_rows as cells
from ui.needs.actions_sheet import ActionsSheet
from ui.needs.barrier_sheets import (
    ActionSheet,
    BarrierSheet,
    CloseBarrierSheet,
    ReopenBarrierSheet,
)

BARRIER_WIDTH, WHO_WIDTH, STATE_WIDTH, MORE_WIDTH = 140, 118, 116, 38


class BarrierSection(QWidget):
    """The barriers of one patient, open ones first."""

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._desk = theme, desk
        self._patient_id: int | None = None
        add = Button(theme, self.tr("Add barrier"), hint="B", small=True)
        add.clicked.connect(self.add)
        heading = HeadingRow(Label(self.tr("Barriers to care"), "h2"))
        heading.add_at_end(add)
        self.table: Table[BarrierRow] = Table(
            theme,
            self.tr("Barriers to care"),
            self._columns(),
            key=lambda row: row.id,
            tint=lambda row: Tone.BAD if row.is_open and not row.actions else None,
            has_two_lines=True,
        )
        self._empty = EmptyState(
            theme,
            "info",
            self.tr("No barrier is known. Add the first one, or note that none was found."),
        )
        self.save = ListButton(theme, desk, self.table, self._listed)
        heading.add_at_end(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(10)
        for part in (heading, self.table, self._empty):
            column.addWidget(part)
        self.table.row_activated.connect(self.show_actions)
        self.table.cell_pressed.connect(self._on_pressed)
        self.table.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.view.customContextMenuRequested.connect(self._on_context_menu)
        for key, act in (
            (Qt.Key.Key_A, self.add_action),
            (Qt.Key.Key_D, self.close_or_reopen),
            (Qt.Key.Key_E, self.correct),
        ):
            self._add_key(key, act)

    def show_patient(self, patient_id: int | None) -> None:
        """Whose barriers are read from now on, and whose new ones are; None for nobody's."""
        self._patient_id = patient_id

    def read_again(self) -> None:
        """Read the barriers."""
        rows: tuple[BarrierRow, ...] = ()
        if self._patient_id is not None:
            today, rules = self._desk.moment.today, self._desk.rules
            rows = self._desk.read(barrier_rows, self._patient_id, today=today, rules=rules)
        self.table.show_rows(rows)
        self.table.setMinimumHeight(self.table.sizeHint().height())
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self.save.setVisible(bool(rows))

    def _listed(self) -> ListAsked | None:
        if self._patient_id is None:
            return None
        told = Told(self._desk.moment, self._desk.rules)
        return ListAsked(barriers_list(told, self._patient_id), self._patient_id)

    def add(self) -> None:
        """Ask which barrier was found."""
        if self._patient_id is not None:
            self._open(BarrierSheet(self._theme, self._desk, self.window(), self._patient_id))

    def correct(self, row: BarrierRow) -> None:
        """Show a barrier to be corrected."""
        if self._patient_id is not None:
            place = self.window()
            self._open(BarrierSheet(self._theme, self._desk, place, self._patient_id, row))

    def add_action(self, row: BarrierRow) -> None:
        """Ask what is being done about an open barrier."""
        if row.is_open:
            self._open(ActionSheet(self._theme, self._desk, self.window(), row))

    def close_or_reopen(self, row: BarrierRow) -> None:
        """Ask how a barrier ended, or why a closed one is open again."""
        kind = CloseBarrierSheet if row.is_open else ReopenBarrierSheet
        self._open(kind(self._theme, self._desk, self.window(), row))

    def show_actions(self, row: BarrierRow) -> None:
        """Show everything that was done about a barrier."""
        if self._patient_id is not None:
            place = self.window()
            self._open(ActionsSheet(self._theme, self._desk, place, self._patient_id, row))

    def menu_for(self, row: BarrierRow) -> QMenu:
        """The menu of a line; it goes when it closes."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        if row.is_open:
            menu.addAction(self.tr("Add action…") + "\tA", lambda: self.add_action(row))
            menu.addAction(self.tr("Close…") + "\tD", lambda: self.close_or_reopen(row))
        elif row.group != "none":
            menu.addAction(self.tr("Open again…") + "\tD", lambda: self.close_or_reopen(row))
        menu.addAction(self.tr("Correct…") + "\tE", lambda: self.correct(row))
        menu.addAction(self.tr("What was done…"), lambda: self.show_actions(row))
        return menu

    def _columns(self) -> tuple[Column[BarrierRow], ...]:
        desk = self._desk
        return (
            Column(
                "barrier",
                self.tr("Barrier"),
                lambda row: cells.barrier_cell(row, desk.moment),
                BARRIER_WIDTH,
            ),
            Column("doing", self.tr("What is being done"), cells.doing_cell),
            Column(
                "who",
                self.tr("Who"),
                lambda row: cells.who_cell(row, desk.moment),
                WHO_WIDTH,
                gives_way=1,
            ),
            Column("state", self.tr("Status"), cells.state_cell, STATE_WIDTH, shrinks=False),
            Column("more", "", lambda _row: Sign("ellipsis", self.tr("More actions")), MORE_WIDTH),
        )

    def _add_key(self, key: Qt.Key, act: Callable[[BarrierRow], None]) -> None:
        shortcut = QShortcut(QKeySequence(key), self.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: self._on_current(act))

    def _on_current(self, act: Callable[[BarrierRow], None]) -> None:
        row = self.table.current_row()
        if row is not None:
            act(row)

    def _on_pressed(self, press: CellPress) -> None:
        if isinstance(press.row, BarrierRow):
            self.menu_for(press.row).popup(press.where)

    def _on_context_menu(self, place: QPoint) -> None:
        row = self.table.current_row()
        if row is not None:
            self.menu_for(row).popup(self.table.view.viewport().mapToGlobal(place))

    def _open(self, sheet: Sheet) -> None:
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

"""The tests and milestones of a patient as a table, and what can be done about each."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from careteam.domain.milestones import Lateness, MilestoneDraft, SettleDraft
from careteam.domain.pathway import MilestoneState
from careteam.outgoing.listed import Told
from careteam.outgoing.record_lists import milestones_list
from careteam.storage.reads.pathway import MilestoneRow
from careteam.storage.writes.milestones import (
    plan_milestone,
    reopen_milestone,
    settle_milestone,
    withdraw_milestone,
)
from ui.desk import Desk, Undo
from ui.list_button import ListAsked, ListButton
from ui.look.cards import EmptyState
from ui.look.columns import CellPress, Column, Sign
from ui.look.sheet import Sheet
from ui.look.tables import Table
from ui.look.theme import Theme
from ui.look.tokens import Tone
from ui.pathway import words
from ui.pathway.sheets import DoneSheet, LeaveOutSheet, MilestoneSheet, MoveSheet

DAY_WIDTH, MORE_WIDTH = 106, 38


class Milestones(QWidget):
    """Enter gives a test its result or opens it; N plans one, M moves it, X leaves it out."""

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._desk = theme, desk
        self._patient_id: int | None = None
        self.table = Table(
            theme,
            self.tr("Tests and milestones"),
            self._columns(),
            key=lambda row: row.id,
            tint=lambda row: Tone.BAD if row.lateness is Lateness.LATE else None,
        )
        self.save = ListButton(theme, desk, self.table, self._listed)
        self._empty = EmptyState(
            theme, "calendar", self.tr("No test is planned yet. Plan one, or add what is proposed.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        column.addWidget(self._empty)
        self.table.row_activated.connect(self.open_row)
        self.table.cell_pressed.connect(self._on_pressed)
        self.table.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.view.customContextMenuRequested.connect(self._on_context_menu)
        for key, act in ((Qt.Key.Key_M, self._move), (Qt.Key.Key_X, self._leave_out)):
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda act=act: self._on_current(act))

    def show_rows(self, patient_id: int | None, rows: tuple[MilestoneRow, ...]) -> None:
        """Show the tests of a patient."""
        self._patient_id = patient_id
        self.table.show_rows(rows)
        self.table.setMinimumHeight(self.table.sizeHint().height())
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self.save.setVisible(bool(rows))

    def _listed(self) -> ListAsked | None:
        if self._patient_id is None:
            return None
        told = Told(self._desk.moment, self._desk.rules)
        return ListAsked(milestones_list(told, self._patient_id), self._patient_id)

    def plan(self) -> None:
        """Ask which test is planned, and for when."""
        if self._patient_id is not None:
            self._open(MilestoneSheet(self._theme, self._desk, self.window(), self._patient_id))

    def open_row(self, row: MilestoneRow) -> None:
        """Ask for the result of a planned test; open one that is settled."""
        if row.state is not MilestoneState.PLANNED:
            self._edit(row)
        elif self._patient_id is not None:
            place = self.window()
            self._open(DoneSheet(self._theme, self._desk, place, self._patient_id, row))

    def menu_for(self, row: MilestoneRow) -> QMenu:
        """The menu of a line; it goes when it closes."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        if row.state is MilestoneState.PLANNED:
            menu.addAction(self.tr("Done…"), lambda: self.open_row(row))
            menu.addAction(self.tr("Another day…") + "\tM", lambda: self._move(row))
            menu.addAction(self.tr("Leave out…") + "\tX", lambda: self._leave_out(row))
        else:
            menu.addAction(self.tr("Planned again"), lambda: self._reopen(row))
        menu.addAction(self.tr("Edit…"), lambda: self._edit(row))
        menu.addSeparator()
        menu.addAction(self.tr("Entered in error"), lambda: self._withdraw(row))
        return menu

    def _columns(self) -> tuple[Column[MilestoneRow], ...]:
        def today() -> date:
            return self._desk.moment.today

        more = self.tr("More actions")
        return (
            Column("what", self.tr("Milestone"), words.milestone_cell),
            Column(
                "planned",
                self.tr("Planned"),
                lambda row: words.day_cell(row.planned_on, today()),
                DAY_WIDTH,
            ),
            Column(
                "done", self.tr("Done"), lambda row: words.day_cell(row.done_on, today()), DAY_WIDTH
            ),
            Column("result", self.tr("Result"), words.result_cell),
            Column("more", "", lambda _row: Sign("ellipsis", more), MORE_WIDTH, shrinks=False),
        )

    def _edit(self, row: MilestoneRow) -> None:
        if self._patient_id is not None:
            place = self.window()
            self._open(MilestoneSheet(self._theme, self._desk, place, self._patient_id, row))

    def _move(self, row: MilestoneRow) -> None:
        if row.state is MilestoneState.PLANNED:
            self._open(MoveSheet(self._theme, self._desk, self.window(), row))

    def _leave_out(self, row: MilestoneRow) -> None:
        if row.state is MilestoneState.PLANNED:
            self._open(LeaveOutSheet(self._theme, self._desk, self.window(), row))

    def _reopen(self, row: MilestoneRow) -> None:
        before = SettleDraft(row.id, row.state, row.done_on, row.result, row.reason)
        self._desk.do(reopen_milestone, row.id, undo=Undo(settle_milestone, (before,)))

    def _withdraw(self, row: MilestoneRow) -> None:
        if self._patient_id is None:
            return
        again = MilestoneDraft(
            self._patient_id, row.kind, row.planned_on, row.own_label, row.done_on, row.result
        )
        is_out = row.state is MilestoneState.LEFT_OUT
        undo = None if is_out else Undo(plan_milestone, (again,))
        self._desk.do(withdraw_milestone, row.id, undo=undo)

    def _open(self, sheet: Sheet) -> None:
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def _on_current(self, act: Callable[[MilestoneRow], None]) -> None:
        row = self.table.current_row()
        if row is not None:
            act(row)

    def _on_pressed(self, press: CellPress) -> None:
        if isinstance(press.row, MilestoneRow):
            self.menu_for(press.row).popup(press.where)

    def _on_context_menu(self, place: QPoint) -> None:
        row = self.table.current_row()
        if row is not None:
            self.menu_for(row).popup(self.table.view.viewport().mapToGlobal(place))

"""The table of the clinic's trials: added, changed, opened, paused and closed."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from careteam.domain.trials import TrialState
from careteam.storage.reads.trials import TrialRow, trial_register
from careteam.storage.writes.trials import save_trial, set_trial_state
from ui.desk import Desk, Undo
from ui.look.buttons import Button
from ui.look.cards import EmptyState
from ui.look.columns import CellPress
from ui.look.tables import Table
from ui.look.theme import Theme
from ui.trials.columns import register_columns
from ui.trials.trial_sheet import TrialSheet, draft_of


class TrialRegister(QWidget):
    """Every trial, open ones first; Enter changes one, the last column offers the rest."""

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._desk = theme, desk
        self.table = Table(
            theme,
            self.tr("Trials of the register"),
            register_columns(desk),
            key=lambda row: row.id,
            has_two_lines=True,
        )
        first = Button(theme, self.tr("Add the first trial"))
        first.clicked.connect(self.add)
        sentence = self.tr("The register is empty. Add the trials your patients can be offered.")
        self._empty = EmptyState(theme, "folder-open", sentence, first)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        column.addWidget(self._empty)
        self.table.row_activated.connect(self.change)
        self.table.cell_pressed.connect(self._on_pressed)
        self.table.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.view.customContextMenuRequested.connect(self._on_context_menu)

    def read_again(self) -> int:
        """Read the register; the count of its trials."""
        rows = self._desk.read(trial_register)
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        return len(rows)

    def add(self) -> None:
        """Ask for a trial that is not in the register yet."""
        self._open(TrialSheet(self._theme, self._desk, self.window()))

    def change(self, row: TrialRow) -> None:
        """Change what the register says of a trial."""
        self._open(TrialSheet(self._theme, self._desk, self.window(), row))

    def menu_for(self, row: TrialRow) -> QMenu:
        """What can be done about a trial; the menu goes when it closes."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(self.tr("Change…"), lambda: self.change(row))
        for state, words in (
            (TrialState.OPEN, self.tr("Open for new patients")),
            (TrialState.PAUSED, self.tr("Pause")),
            (TrialState.CLOSED, self.tr("Close for new patients")),
        ):
            if row.state is not state:
                menu.addAction(words, lambda state=state: self._turn(row, state))
        return menu

    def _turn(self, row: TrialRow, state: TrialState) -> None:
        self._desk.do(set_trial_state, row.id, state, undo=Undo(save_trial, (draft_of(row),)))

    def _open(self, sheet: TrialSheet) -> None:
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def _on_pressed(self, press: CellPress) -> None:
        if isinstance(press.row, TrialRow):
            self.menu_for(press.row).popup(press.where)

    def _on_context_menu(self, place: QPoint) -> None:
        row = self.table.current_row()
        if row is not None:
            self.menu_for(row).popup(self.table.view.viewport().mapToGlobal(place))

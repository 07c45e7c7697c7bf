"""Remission and measurable residual disease over time, newest first."""

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from careteam.domain.disease_status import DiseaseStatusDraft
from careteam.storage.reads.pathway import StatusRow
from careteam.storage.writes.disease_status import record_status, retract_status
from ui.desk import Desk, Undo
from ui.look.buttons import Button, ButtonKind
from ui.look.cards import HeadingRow
from ui.look.columns import CellPress, Column, Sign, Words
from ui.look.labels import Label
from ui.look.tables import Table
from ui.look.theme import Theme
from ui.pathway import words
from ui.pathway.stay_sheets import DiseaseSheet

DAY_WIDTH, MRD_WIDTH, MORE_WIDTH = 106, 206, 38


class DiseaseOverTime(QWidget):
    """A line for each day on which a status was recorded."""

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._desk = theme, desk
        self._patient_id: int | None = None
        self._icd_state = ""
        heading = HeadingRow(Label(self.tr("Remission and MRD"), "h2"))
        record = Button(theme, self.tr("Record…"), ButtonKind.QUIET, small=True)
        record.setAccessibleName(self.tr("Record remission or MRD"))
        record.clicked.connect(self.record)
        heading.add_at_end(record)
        self.table = Table(
            theme, self.tr("Remission and MRD"), self._columns(), key=lambda row: row.id
        )
        self._empty = Label(self.tr("No status is recorded."), "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(heading)
        column.addWidget(self.table)
        column.addWidget(self._empty)
        self.table.row_activated.connect(self._on_activated)
        self.table.cell_pressed.connect(self._on_pressed)
        self.table.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.view.customContextMenuRequested.connect(self._on_context_menu)

    def show_rows(
        self, patient_id: int | None, rows: tuple[StatusRow, ...], icd_state: str
    ) -> None:
        """Show the statuses of a patient; `icd_state` is what the diagnosis says now."""
        self._patient_id, self._icd_state = patient_id, icd_state
        self.table.show_rows(rows)
        self.table.setMinimumHeight(self.table.sizeHint().height())
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)

    def record(self) -> None:
        """Ask for the state of the disease on a day."""
        if self._patient_id is None:
            return
        sheet = DiseaseSheet(
            self._theme, self._desk, self.window(), self._patient_id, self._icd_state
        )
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def menu_for(self, row: StatusRow) -> QMenu:
        """The menu of a line; it goes when it closes."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(self.tr("Entered in error"), lambda: self._retract(row))
        return menu

    def _columns(self) -> tuple[Column[StatusRow], ...]:
        def today() -> date:
            return self._desk.moment.today

        more = self.tr("More actions")
        return (
            Column("on", self.tr("As of"), lambda row: words.day_cell(row.on, today()), DAY_WIDTH),
            Column(
                "remission",
                self.tr("Remission"),
                lambda row: Words(row.remission_label or words.NOTHING, strong=True),
            ),
            Column(
                "mrd",
                self.tr("MRD"),
                lambda row: words.mrd_chip(row.mrd, row.mrd_label),
                MRD_WIDTH,
                shrinks=False,
            ),
            Column("note", self.tr("Note"), lambda row: Words(row.note), gives_way=1),
            Column("more", "", lambda _row: Sign("ellipsis", more), MORE_WIDTH, shrinks=False),
        )

    def _retract(self, row: StatusRow) -> None:
        if self._patient_id is None:
            return
        again = DiseaseStatusDraft(self._patient_id, row.on, row.remission, row.mrd, row.note)
        self._desk.do(retract_status, row.id, undo=Undo(record_status, (again,)))

    def _on_activated(self, row: StatusRow) -> None:
        view = self.table.view
        place = view.visualRect(view.currentIndex()).bottomLeft()
        self.menu_for(row).popup(view.viewport().mapToGlobal(place))

    def _on_pressed(self, press: CellPress) -> None:
        if isinstance(press.row, StatusRow):
            self.menu_for(press.row).popup(press.where)

    def _on_context_menu(self, place: QPoint) -> None:
        row = self.table.current_row()
        if row is not None:
            self.menu_for(row).popup(self.table.view.viewport().mapToGlobal(place))

"""Admissions and emergency visits of a patient, newest first."""

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from careteam.domain.pathway import StayKind
from careteam.storage.reads.pathway import StayRow
from careteam.storage.writes.stays import restore_stay, take_back_stay
from ui.desk import Desk, Undo
from ui.look.buttons import Button, ButtonKind
from ui.look.cards import HeadingRow
from ui.look.columns import CellPress, Column, Sign
from ui.look.labels import Label
from ui.look.sheet import Sheet
from ui.look.tables import Table
from ui.look.theme import Theme
from ui.pathway import words
from ui.pathway.stay_sheets import DischargeSheet, StaySheet

KIND_WIDTH, DAY_WIDTH, UNTIL_WIDTH, LENGTH_WIDTH, MORE_WIDTH = 132, 80, 122, 72, 38


class Stays(QWidget):
    """Enter discharges somebody who is in hospital, and opens what is over."""

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._desk = theme, desk
        self._patient_id: int | None = None
        heading = HeadingRow(Label(self.tr("Admissions"), "h2"))
        for text, kind in (
            (self.tr("Admission…"), StayKind.INPATIENT),
            (self.tr("Emergency visit…"), StayKind.EMERGENCY),
        ):
            button = Button(theme, text, ButtonKind.QUIET, small=True)
            button.clicked.connect(lambda _=False, kind=kind: self.add(kind))
            heading.add_at_end(button)
        self.table = Table(theme, self.tr("Admissions"), self._columns(), key=lambda row: row.id)
        self._empty = Label(self.tr("No stay is recorded."), "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(heading)
        column.addWidget(self.table)
        column.addWidget(self._empty)
        self.table.row_activated.connect(self.open_row)
        self.table.cell_pressed.connect(self._on_pressed)
        self.table.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.view.customContextMenuRequested.connect(self._on_context_menu)

    def show_rows(self, patient_id: int | None, rows: tuple[StayRow, ...]) -> None:
        """Show the stays of a patient."""
        self._patient_id = patient_id
        self.table.show_rows(rows)
        self.table.setMinimumHeight(self.table.sizeHint().height())
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)

    def add(self, kind: StayKind) -> None:
        """Record an admission or a visit."""
        if self._patient_id is not None:
            place = self.window()
            self._open(StaySheet(self._theme, self._desk, place, self._patient_id, kind))

    def open_row(self, row: StayRow) -> None:
        """Discharge who is in hospital; open what is over."""
        if row.discharged_on is None:
            self._open(DischargeSheet(self._theme, self._desk, self.window(), row))
        else:
            self._edit(row)

    def menu_for(self, row: StayRow) -> QMenu:
        """The menu of a line; it goes when it closes."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        if row.discharged_on is None:
            menu.addAction(self.tr("Discharge…"), lambda: self.open_row(row))
        menu.addAction(self.tr("Edit…"), lambda: self._edit(row))
        menu.addSeparator()
        menu.addAction(self.tr("Entered in error"), lambda: self._take_back(row))
        return menu

    def _columns(self) -> tuple[Column[StayRow], ...]:
        def today() -> date:
            return self._desk.moment.today

        more = self.tr("More actions")
        return (
            Column("what", self.tr("What"), words.stay_cell, KIND_WIDTH),
            Column(
                "from",
                self.tr("From"),
                lambda row: words.day_cell(row.admitted_on, today()),
                DAY_WIDTH,
            ),
            Column(
                "until",
                self.tr("Until"),
                lambda row: words.stay_until_cell(row, today()),
                UNTIL_WIDTH,
                shrinks=False,
            ),
            Column("days", self.tr("Length"), words.stay_length_cell, LENGTH_WIDTH, gives_way=1),
            Column("about", self.tr("Where and why"), words.stay_about_cell),
            Column("more", "", lambda _row: Sign("ellipsis", more), MORE_WIDTH, shrinks=False),
        )

    def _edit(self, row: StayRow) -> None:
        if self._patient_id is not None:
            place = self.window()
            self._open(StaySheet(self._theme, self._desk, place, self._patient_id, row.kind, row))

    def _take_back(self, row: StayRow) -> None:
        self._desk.do(take_back_stay, row.id, undo=Undo(restore_stay, (row.id,)))

    def _open(self, sheet: Sheet) -> None:
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def _on_pressed(self, press: CellPress) -> None:
        if isinstance(press.row, StayRow):
            self.menu_for(press.row).popup(press.where)

    def _on_context_menu(self, place: QPoint) -> None:
        row = self.table.current_row()
        if row is not None:
            self.menu_for(row).popup(self.table.view.viewport().mapToGlobal(place))

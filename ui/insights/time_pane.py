"""A month of navigation time: each patient's minutes toward the next unit, and the month's lock."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from careteam.domain.access import Action
from careteam.domain.changes import Changes, Part
from careteam.domain.dates import day_shown, month_shown
from careteam.domain.errors import CareteamError, Refused
from careteam.domain.navigation_time import first_of
from careteam.storage.reads.month_time import MonthPage, MonthRow, month_page
from careteam.storage.writes.month_locks import lock_month, reopen_month
from ui.desk import Desk
from ui.insights.time_leaving import TimeLeaving
from ui.insights.time_words import (
    consent_cell,
    lock_words,
    overlap_cell,
    page_words,
    result_cell,
    title_words,
    toward_cell,
)
from ui.look.buttons import Button
from ui.look.cards import EmptyState, HeadingRow
from ui.look.columns import CellPress, Column, Press, Words
from ui.look.labels import Label
from ui.look.reason_sheet import ReasonSheet
from ui.look.tables import Table
from ui.look.theme import Theme
from ui.look.tokens import Tone
from ui.minutes.acts import renew_consent
from ui.paper import Paper

MINE, CLINIC = "mine", "all"
PARTS = (Part.TIME, Part.CONTACT, Part.PATIENT, Part.TEAM, Part.CATALOGUE)


class TimePane(QWidget):
    """`patient_opened` carries the id of a patient of the list.

    `show_month` says which month, and whose patients (`MINE` or `CLINIC`); until then it is the
    running month of the whole clinic.
    """

    patient_opened = Signal(int)

    def __init__(
        self, desk: Desk, theme: Theme, paper: Paper, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._theme = desk, theme
        self._month, self._scope = first_of(desk.moment.today), CLINIC
        self._page = MonthPage(self._month, (), 0, 0)
        self._is_stale = True
        self.leaving = TimeLeaving(desk, theme, paper, self)
        self._title, self._sums = Label("", "h2"), Label("", "sub")
        self._lock_words = Label("", "sub")
        self.lock = Button(theme, "", icon="lock", small=True)
        self.save_csv = Button(theme, self.tr("Save as table…"), icon="download", small=True)
        self.save_pdf = Button(theme, self.tr("Time sheet…"), icon="download", small=True)
        self.more = Button(theme, self.tr("Show more"), small=True)
        self.table: Table[MonthRow] = Table(
            theme, self.tr("Navigation time"), self._columns(), key=lambda row: row.key
        )
        nothing = self.tr("Nothing was logged as navigation time in this month.")
        self._nothing = EmptyState(theme, "clock", nothing)
        overlaps = self.tr(
            "Overlap: another entry tells of the same minutes. They count once, for the one that "
            "began first; put the other right if it was logged at the wrong time."
        )
        self._overlap_words = Label(overlaps, "body", Tone.WARN, wrap=True)
        self._overlap_words.hide()
        self._lay_out()
        self.table.row_activated.connect(lambda row: self.patient_opened.emit(row.patient_id))
        self.table.view.clicked.connect(self._on_clicked)
        self.table.cell_pressed.connect(self._on_pressed)
        self.lock.clicked.connect(self._on_lock)
        self.more.clicked.connect(self._on_more)
        self.save_csv.clicked.connect(lambda: self.leaving.save_csv(self._month, self.navigator()))
        self.save_pdf.clicked.connect(lambda: self.leaving.save_pdf(self._month, self.navigator()))
        desk.changed.connect(self._on_changed)

    @property
    def month(self) -> date:
        """The first day of the month that is shown."""
        return self._month

    def show_month(self, first_day: date, scope: str) -> None:
        """Show a month of mine or of the whole clinic."""
        self._month, self._scope = first_of(first_day), scope
        if self.isVisible():
            self.read_again()
        else:
            self._is_stale = True

    def navigator(self) -> int | None:
        """Whose patients are shown; None for everybody's."""
        return self._desk.worker_id if self._scope == MINE else None

    def read_again(self) -> None:
        """Read the month anew."""
        page = self._read(0)
        self._is_stale = page is None
        if page is not None:
            self._page = page
            self._show()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.read_again()

    def _columns(self, *, has_overlaps: bool = False) -> Sequence[Column[MonthRow]]:
        overlap: Column[MonthRow] = Column("overlap", self.tr("Overlap"), overlap_cell, 84)
        return (
            Column("patient", self.tr("Patient"), lambda row: Words(row.name, strong=True), 215),
            *((overlap,) if has_overlaps else ()),
            Column("mrn", self.tr("MRN"), lambda row: row.mrn, 100, gives_way=2),
            Column("program", self.tr("Program"), lambda row: row.program, 96),
            Column("billing", self.tr("Bills"), _billing, 130, gives_way=1),
            Column("consent", self.tr("Consent"), self._consent, 130, shrinks=False),
            Column("minutes", self.tr("Minutes"), _minutes, 78),
            Column("toward", self.tr("Toward the next unit"), toward_cell, 180),
            Column("units", self.tr("Units"), lambda row: result_cell(row)),
        )

    def _lay_out(self) -> None:
        heading = HeadingRow(self._title)
        heading.add_beside(self._sums)
        for part in (self._lock_words, self.lock, self.save_csv, self.save_pdf):
            heading.add_at_end(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(heading)
        column.addWidget(self.table)
        column.addWidget(self._nothing)
        column.addWidget(self.more)
        column.addWidget(self._overlap_words)
        words = self.tr(
            "Careteam counts minutes. It submits no claim and gives no advice on billing."
        )
        column.addWidget(Label(words, "quiet", wrap=True))
        column.addStretch(1)

    def _read(self, offset: int) -> MonthPage | None:
        desk = self._desk
        try:
            return desk.read(
                month_page,
                self._month,
                rules=desk.rules,
                navigator_id=self.navigator(),
                offset=offset,
            )
        except CareteamError as error:
            desk.failed.emit(error.sentence)
            return None

    def _show(self) -> None:
        page = self._page
        self._title.setText(title_words(page))
        self._sums.setText(page_words(page) if page.rows else "")
        has_overlaps = any(row.sum.overlap for row in page.rows)
        if has_overlaps != self._overlap_words.isVisibleTo(self):
            self.table.show_columns(self._columns(has_overlaps=has_overlaps))
            self._overlap_words.setVisible(has_overlaps)
        self.table.show_rows(page.rows)
        self.table.setVisible(bool(page.rows))
        self._nothing.setVisible(not page.rows)
        self.more.setVisible(page.is_more)
        lock, may = page.lock, self._desk.may(Action.MONTHS)
        day = day_shown(self._desk.moment.local(lock.at).date()) if lock else ""
        self._lock_words.setText(lock_words(lock, day) if lock else "")
        self._lock_words.setVisible(lock is not None)
        words = self.tr("Reopen…") if lock else self.tr("Lock the month")
        self.lock.setText(words)
        self.lock.setAccessibleName(f"{words} {month_shown(page.month)}")
        self.lock.setVisible(may)
        for button in (self.save_csv, self.save_pdf):
            button.setEnabled(bool(page.rows))
            button.setVisible(self._desk.may(Action.EXPORT))

    def _consent(self, row: MonthRow) -> Words | Press:
        return consent_cell(row, self._desk.moment.today)

    def _on_clicked(self, index: QModelIndex) -> None:
        row = self.table.model.row_at(index.row())
        is_button = isinstance(self.table.model.cells_at(index.row())[index.column()], Press)
        if not is_button:
            self.patient_opened.emit(row.patient_id)

    def _on_pressed(self, press: CellPress) -> None:
        if isinstance(press.row, MonthRow):
            renew_consent(
                self._theme, self._desk, self.window(), press.row.patient_id, press.row.program
            )

    def _on_more(self) -> None:
        shown = {(row.patient_id, row.program) for row in self._page.rows}
        page = self._read(len(shown))
        if page is not None:
            rows = (*self._page.rows, *page.rows)
            self._page = MonthPage(page.month, rows, page.total, page.minutes, page.lock)
            self._show()

    def _on_lock(self) -> None:
        if self._page.lock is None:
            self._do(lock_month, self._month)
            return
        title = self.tr("Reopen {month}").format(month=month_shown(self._month))
        sentence = self.tr(
            "What counts in it can be changed again. Who reopened it and why stays on record."
        )
        sheet = ReasonSheet(self._theme, title, sentence, self.tr("Reopen"), self.window())
        sheet.confirmed.connect(lambda reason: self._reopen(sheet, reason))
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def _reopen(self, sheet: ReasonSheet, reason: str) -> None:
        try:
            changes = self._desk.do(reopen_month, self._month, reason)
        except Refused as refused:
            sheet.show_problem(refused.sentence)
            return
        if changes is not None:
            sheet.close_now()

    def _do(self, verb: object, *args: object) -> None:
        try:
            self._desk.do(verb, *args)  # pyright: ignore[reportArgumentType]
        except Refused as refused:
            self._desk.failed.emit(refused.sentence)

    def _on_changed(self, changes: Changes) -> None:
        if not any(changes.touches(part) for part in PARTS):
            return
        self._is_stale = True
        if self.isVisible():
            self.read_again()


def _minutes(row: MonthRow) -> Words:
    return Words(str(row.sum.minutes), strong=True)


def _billing(row: MonthRow) -> Words:
    return Words(row.billing) if row.billing else Words("—", quiet=True)

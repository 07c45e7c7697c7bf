"""A month of navigation time: each patient's minutes toward the next unit, and the month's lock."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from careteam.domain.access import Action
from careteam.domain.changes import Changes, Part
from careteam.domain.dates import day_shown, month_shown
from careteam.domain.errors import Refused
from careteam.domain.navigation_time import first_of
from careteam.storage.reads.month_time import MonthPage, MonthRow, month_page
from careteam.storage.store import Store
from careteam.storage.writes.month_locks import lock_month, reopen_month
from ui.desk import Desk
from ui.insights.counting import Counting, Side
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

PARTS = (Part.TIME, Part.CONTACT, Part.PATIENT, Part.TEAM, Part.CATALOGUE)


class TimePane(QWidget):
    """`patient_opened` carries the id of a patient of the list.

    `show_month` says which month, and whose patients; until then it is the running month of the
    whole clinic.
    """

    patient_opened = Signal(int)

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        paper: Paper,
        side: Side | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._theme = desk, theme
        self._month = first_of(desk.moment.today)
        self.navigator_id: int | None = None
        self._page = MonthPage(self._month, (), 0, 0)
        self._is_stale = True
        self._more_after: tuple[MonthRow, ...] = ()
        self._counting = Counting(desk, self, side)
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
        self._lay_out()
        for part in (
            self._overlap_words, self.table, self._nothing, self.more, self.lock, self.save_csv,
            self.save_pdf,
        ):  # fmt: skip
            part.hide()
        self._title.setText(title_words(self._page))
        self.table.row_activated.connect(lambda row: self.patient_opened.emit(row.patient_id))
        self.table.view.clicked.connect(self._on_clicked)
        self.table.cell_pressed.connect(self._on_pressed)
        self.lock.clicked.connect(self._on_lock)
        self.more.clicked.connect(self._on_more)
        self.save_csv.clicked.connect(
            lambda: self.leaving.save_csv(self._page.month, self.navigator_id)
        )
        self.save_pdf.clicked.connect(
            lambda: self.leaving.save_pdf(self._page.month, self.navigator_id)
        )
        self._counting.counted.connect(self._on_counted)
        self._counting.failed.connect(self._on_failed)
        self._counting.waiting.connect(lambda: self._sums.setText(self.tr("Counting…")))
        desk.changed.connect(self._on_changed)

    @property
    def is_counting(self) -> bool:
        """Whether minutes are still to come."""
        return self._counting.is_busy

    @property
    def month(self) -> date:
        """The first day of the month that is shown."""
        return self._month

    def show_month(self, day: date, navigator_id: int | None) -> None:
        """Show the month of a day, of one navigator's patients or, with None, of everybody's."""
        self._month, self.navigator_id = first_of(day), navigator_id
        if self.isVisible():
            self.read_again()
        else:
            self._is_stale = True

    def read_again(self) -> None:
        """Have the month counted anew."""
        self._is_stale = False
        self._count(0)

    def stop(self) -> None:
        """Want no minutes any more."""
        self._counting.forget()
        self.leaving.stop()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.read_again()

    def _columns(self, *, has_overlaps: bool = False) -> Sequence[Column[MonthRow]]:
        overlap: Column[MonthRow] = Column("overlap", self.tr("Overlap"), overlap_cell, 84)
        return (
            Column("patient", self.tr("Patient"), _patient, 215, grows=True),
            *((overlap,) if has_overlaps else ()),
            Column("mrn", self.tr("MRN"), lambda row: row.mrn, 100, gives_way=2),
            Column("program", self.tr("Program"), lambda row: row.program, 96),
            Column("billing", self.tr("Bills"), _billing, 130, grows=True, gives_way=1),
            Column("consent", self.tr("Consent"), self._consent, 130, shrinks=False),
            Column("minutes", self.tr("Minutes"), _minutes, 78),
            Column("toward", self.tr("Toward the next unit"), toward_cell, 160),
            Column("units", self.tr("Units"), result_cell, 165, grows=True),
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

    def _count(self, offset: int) -> None:
        month, rules, navigator = self._month, self._desk.rules, self.navigator_id

        def asked(store: Store) -> MonthPage:
            return store.read(month_page, month, rules=rules, navigator_id=navigator, offset=offset)

        self._more_after = self._page.rows if offset else ()
        self._counting.count(asked)

    def _on_counted(self, page: MonthPage) -> None:
        self._page = replace(page, rows=(*self._more_after, *page.rows))
        self._show()

    def _on_failed(self, sentence: str) -> None:
        self._is_stale = True
        self._sums.setText(page_words(self._page) if self._page.rows else "")
        self._desk.failed.emit(sentence)

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
        self._count(len({(row.patient_id, row.program) for row in self._page.rows}))

    def _on_lock(self) -> None:
        if self._page.lock is None:
            self._do(lock_month, self._page.month)
            return
        title = self.tr("Reopen {month}").format(month=month_shown(self._page.month))
        sentence = self.tr(
            "What counts in it can be changed again. Who reopened it and why stays on record."
        )
        sheet = ReasonSheet(self._theme, title, sentence, self.tr("Reopen"), self.window())
        sheet.confirmed.connect(lambda reason: self._reopen(sheet, reason))
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def _reopen(self, sheet: ReasonSheet, reason: str) -> None:
        try:
            changes = self._desk.do(reopen_month, self._page.month, reason)
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


def _patient(row: MonthRow) -> Words:
    return Words(row.name, strong=True)


def _billing(row: MonthRow) -> Words:
    return Words(row.billing) if row.billing else Words("—", quiet=True)

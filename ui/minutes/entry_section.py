"""The entries of a month, contacts and work: work is amended and retracted here."""

from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from careteam.domain.dates import day_bare, month_shown
from careteam.domain.navigation_time import ACTIVITY, first_of, next_month
from careteam.storage.reads.month_time import TimeLine
from careteam.storage.reads.patient_time import PatientTime
from careteam.storage.reads.time_query import ENTRY
from careteam.storage.reads.time_sheet import what_words
from ui.desk import Desk
from ui.insights.time_words import missing_words, overlap_words
from ui.look.buttons import Button
from ui.look.columns import Cell, CellPress, Column, Press, Words
from ui.look.labels import Label, plain_tooltip
from ui.look.tables import Table
from ui.look.theme import Theme
from ui.look.tokens import Tone
from ui.minutes.acts import amend_work, retract_work


class EntrySection(QWidget):
    """`month_asked` carries the first day of the month that is to be shown."""

    month_asked = Signal(object)

    def __init__(
        self, theme: Theme, desk: Desk, host: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._desk, self._host = theme, desk, host
        self._month = first_of(desk.moment.today)
        self.table: Table[TimeLine] = Table(
            theme,
            self.tr("Entries of the month"),
            (
                Column("day", self.tr("Day"), self._day, 84),
                Column("work", self.tr("Work"), self._work, 172),
                Column("activity", self.tr("What it was for"), self._activity),
                Column("program", self.tr("Program"), lambda line: line.program, 78),
                Column("minutes", self.tr("Minutes"), lambda line: str(line.minutes), 72),
                Column("do", "", self._press, 96, shrinks=False),
            ),
            key=lambda line: (line.source, line.id, line.day),
            has_two_lines=True,
        )
        self._nothing = Label(self.tr("Nothing was logged in this month."), "quiet")
        self._words, self._lock = Label("", "h3"), Label("", "sub")
        self._lay_out()
        self.table.cell_pressed.connect(self._on_pressed)
        self.table.row_activated.connect(self.amend)

    def show_time(self, told: PatientTime) -> None:
        """Show the entries of a month."""
        self._month = told.month
        self.table.show_rows(told.lines)
        self.table.setVisible(bool(told.lines))
        self.table.setMinimumHeight(self.table.sizeHint().height())
        self._nothing.setVisible(not told.lines)
        self._words.setText(month_shown(told.month))
        self._lock.setText(self.tr("Locked: what counts in it stands") if told.lock else "")

    def amend(self, line: TimeLine) -> None:
        """Put an entry of work right; contacts are amended in the timeline."""
        if line.source == ENTRY:
            amend_work(self._theme, self._desk, self._host, line.id)

    def retract(self, line: TimeLine) -> None:
        """Take an entry of work back, with the reason."""
        retract_work(self._theme, self._desk, self._host, line.id)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words)
        for words, icon, by in (
            (self.tr("Month before"), "chevron-left", -1),
            (self.tr("Month after"), "chevron-right", 1),
        ):
            button = Button(self._theme, "", icon=icon, small=True)
            button.setAccessibleName(words)
            button.setToolTip(plain_tooltip(words))
            button.clicked.connect(lambda _checked=False, by=by: self._go(by))
            row.addWidget(button)
        row.addWidget(self._lock)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.table)
        column.addWidget(self._nothing)

    def _go(self, by: int) -> None:
        month = self._month
        other = next_month(month) if by > 0 else first_of(month - timedelta(days=1))
        self.month_asked.emit(other)

    def _day(self, line: TimeLine) -> str:
        return day_bare(line.day, self._desk.moment.today)

    def _work(self, line: TimeLine) -> Words:
        return Words(what_words(line, self._desk.rules), line.by)

    def _activity(self, line: TimeLine) -> Words:
        label = self._desk.rules.catalogue.label
        overlap = overlap_words(line.overlap)
        lacks = ", ".join((*([overlap] if overlap else []), *map(missing_words, line.missing)))
        words = label(ACTIVITY, line.activity) if line.activity else "—"
        return Words(words, lacks or line.note, tone=Tone.WARN if overlap else None)

    def _press(self, line: TimeLine) -> Cell:
        return Press(self.tr("Change…")) if line.source == ENTRY else Words("")

    def _on_pressed(self, press: CellPress) -> None:
        line = press.row
        if not isinstance(line, TimeLine):
            return
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(self.tr("Amend…"), lambda: self.amend(line))
        menu.addAction(self.tr("Retract…"), lambda: self.retract(line))
        menu.popup(press.where)

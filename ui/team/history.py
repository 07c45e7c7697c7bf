"""Who held which role on a day: today's team, any team before, and the one that is planned."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from careteam.domain.dates import day_shown
from careteam.storage.reads.board import HolderRow, team_on
from careteam.storage.reads.patient_page import PatientPageRow
from ui.desk import Desk
from ui.form_sheet import day_field
from ui.look.buttons import Button
from ui.look.columns import Cell, Column, Words
from ui.look.fields import Field
from ui.look.labels import Label
from ui.look.sheet import Sheet
from ui.look.tables import Table
from ui.look.theme import Theme


class TeamHistorySheet(Sheet):
    """Shows the team as it was on the day that is typed."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, patient: PatientPageRow) -> None:
        words = QCoreApplication.translate("TeamHistorySheet", "Team on a date: {name}")
        super().__init__(theme, words.format(name=patient.name), host)
        self._desk, self._patient = desk, patient
        self._day = day_field(theme, desk.moment.today)
        self._day.set_value(desk.moment.today)
        self._day.edited.connect(self._read)
        self._nobody = Label(self.tr("Nobody held a role on that day."), "quiet")
        self._table = Table(
            theme,
            self.tr("Team on that day"),
            (
                Column(
                    "role", self.tr("Role"), lambda row: Words(row.role_label, strong=True), 230
                ),
                Column("person", self.tr("Who"), _person),
                Column("from", self.tr("From"), lambda row: day_shown(row.starts_on), 124),
                Column("until", self.tr("Until"), _until, 140),
            ),
            key=lambda row: (row.role, row.person_id, row.starts_on),
            has_two_lines=True,
        )
        self.body.addWidget(Field(theme, self.tr("Day"), self._day))
        self.body.addWidget(self._table)
        self.body.addWidget(self._nobody)
        self.body.addStretch(1)
        close = Button(theme, self.tr("Close"), hint="Esc")
        close.clicked.connect(self.close_now)
        self.add_button(close)
        self._read()

    def _read(self) -> None:
        day = self._day.value()
        if day is None:
            return
        rows = self._desk.read(team_on, self._patient.id, day, rules=self._desk.rules)
        self._table.show_rows(rows)
        self._table.setVisible(bool(rows))
        self._nobody.setVisible(not rows)


def _person(row: HolderRow) -> Cell:
    return Words(row.person, row.rank if row.rank != "primary" else "")


def _until(row: HolderRow) -> Cell:
    if row.ends_on is None:
        return Words("—")
    return Words(day_shown(row.ends_on), row.end_reason)

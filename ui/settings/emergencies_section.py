"""Emergency access as supervisors review it: who opened it, why, and what was found."""

from PySide6.QtCore import QCoreApplication, Signal
from typing_extensions import override

from careteam.domain.dates import moment_shown
from careteam.storage.reads.accounts import MOST_EMERGENCIES, EmergencyRow, emergencies
from ui.desk import Desk
from ui.emergency import kind_words
from ui.look.cards import EmptyState
from ui.look.columns import Column, Words
from ui.look.labels import Label
from ui.look.theme import Theme
from ui.settings.emergency_review import EmergencyReviewSheet
from ui.settings.entry_table import EntryTable, RowAct
from ui.settings.section import Section


class EmergenciesSection(Section):
    """The newest first; Enter shows one, with the charts that were opened in it.

    `history_asked` carries the id of the patient whose history is to be read.
    """

    scrolls = False
    history_asked = Signal(int)

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(
            theme,
            desk,
            QCoreApplication.translate("EmergenciesSection", "Emergency access"),
            QCoreApplication.translate(
                "EmergenciesSection",
                "Whoever opens it sees and does what a navigator may, for an hour. Somebody else "
                "looks at each one afterwards, and at the charts that were opened in it.",
            ),
        )
        self.table: EntryTable[EmergencyRow] = EntryTable(
            theme,
            self.tr("Emergency access"),
            (
                Column("when", self.tr("When"), self._when_cell, 170),
                Column("who", self.tr("User"), lambda row: Words(row.account, strong=True), 130),
                Column("why", self.tr("Why"), lambda row: Words(kind_words(row.kind), row.reason)),
                Column("review", self.tr("Review"), self._review_cell, 220),
            ),
            lambda row: row.id,
            (RowAct(self._act_words, self._open),),
            has_two_lines=True,
        )
        none = self.tr("Nobody has opened emergency access.")
        self._none = EmptyState(theme, "circle-alert", none)
        older = self.tr("The newest {count} are shown; the audit trail has all of them.")
        self._older = Label(older.format(count=MOST_EMERGENCIES), "sub", wrap=True)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self._older)
        self.column.addWidget(self._none, 1)

    @override
    def read_again(self) -> None:
        rows = self.desk.read(emergencies)
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self._older.setVisible(len(rows) == MOST_EMERGENCIES)

    def _act_words(self, row: EmergencyRow) -> str:
        return self.tr("Review…") if row.reviewed_at is None else self.tr("Look at it…")

    def _when_cell(self, row: EmergencyRow) -> Words:
        begun, ends = self.desk.moment.local(row.begun_at), self.desk.moment.local(row.ends_at)
        return Words(moment_shown(begun), self.tr("until {time}").format(time=f"{ends:%H:%M}"))

    def _review_cell(self, row: EmergencyRow) -> Words:
        if row.reviewed_at is None:
            return Words(self.tr("to be reviewed"), strong=True)
        return Words(row.reviewer, row.review)

    def _open(self, row: EmergencyRow) -> None:
        sheet = EmergencyReviewSheet(self.theme, self.desk, row, self.window())
        sheet.history_asked.connect(self.history_asked)
        self.open_sheet(sheet)

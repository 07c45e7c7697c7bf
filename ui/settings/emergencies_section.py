"""Emergency access as supervisors review it: who opened it, why, and what was found."""

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from careteam.domain.access import Action
from careteam.domain.dates import moment_shown
from careteam.domain.errors import Refused
from careteam.storage.reads.accounts import EmergencyRow, emergencies
from careteam.storage.writes.emergencies import review_emergency
from ui.desk import Desk
from ui.emergency import kind_words
from ui.look.cards import EmptyState
from ui.look.columns import Column, Words
from ui.look.reason_sheet import ReasonSheet
from ui.look.theme import Theme
from ui.settings.entry_table import EntryTable, RowAct
from ui.settings.section import Section


class EmergenciesSection(Section):
    """The newest first; Enter reviews one that nobody has looked at yet."""

    scrolls = False

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(
            theme,
            desk,
            QCoreApplication.translate("EmergenciesSection", "Emergency access"),
            QCoreApplication.translate(
                "EmergenciesSection",
                "Whoever opens it sees and does what a navigator may, for an hour. Somebody else "
                "looks at each one afterwards; the record's history tells what was opened.",
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
            (RowAct(lambda _row: self.tr("Review…"), self._ask_review, "", _is_open),),
            has_two_lines=True,
        )
        none = self.tr("Nobody has opened emergency access.")
        self._none = EmptyState(theme, "circle-alert", none)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self._none, 1)

    @override
    def read_again(self) -> None:
        rows = self.desk.read(emergencies)
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self._none.setVisible(not rows)

    def _when_cell(self, row: EmergencyRow) -> Words:
        begun, ends = self.desk.moment.local(row.begun_at), self.desk.moment.local(row.ends_at)
        return Words(moment_shown(begun), self.tr("until {time}").format(time=f"{ends:%H:%M}"))

    def _review_cell(self, row: EmergencyRow) -> Words:
        if row.reviewed_at is None:
            return Words(self.tr("to be reviewed"), strong=True)
        return Words(row.reviewer, row.review)

    def _ask_review(self, row: EmergencyRow) -> None:
        who = self.desk.store.who
        if who is None or not _is_open(row):
            return
        title = self.tr("Review the emergency access of {name}").format(name=row.account)
        sheet = ReasonSheet(
            self.theme, title, f"{kind_words(row.kind)}: {row.reason}", self.tr("Reviewed"),
            self.window(),
        )  # fmt: skip

        sheet.writes = Action.REVIEW

        def review(words: str) -> None:
            try:
                done = self.desk.do(review_emergency, row.id, words, who.account_id)
            except Refused as refused:
                sheet.show_problem(refused.sentence)
                return
            if done is not None:
                sheet.close_now()

        sheet.confirmed.connect(review)
        self.open_sheet(sheet)


def _is_open(row: EmergencyRow) -> bool:
    return row.reviewed_at is None

"""The register of disclosures of a patient: what left, to whom, why; printed and corrected here."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careteam.domain.dates import moment_shown
from careteam.domain.disclosures import kind_words
from careteam.domain.errors import CareteamError
from careteam.outgoing.listed import Told
from careteam.outgoing.register_lists import disclosures_list
from careteam.storage.reads.disclosures import DisclosureRow, accounting_of, disclosures_of
from careteam.storage.reads.rules import read_settings
from ui.desk import Desk
from ui.history.correct_sheet import CorrectSheet
from ui.list_export import ListExport
from ui.look.buttons import Button
from ui.look.cards import EmptyState
from ui.look.columns import Column, Words
from ui.look.flow import Flow
from ui.look.labels import Label
from ui.look.tables import Table
from ui.look.theme import Theme
from ui.paper import Paper
from ui.summary.outgoing import Outgoing
from ui.summary.remembered import PAPER_SETTING, kept_paper

WHEN_WIDTH = 168


class Disclosures(QWidget):
    """The newest first; corrected entries stay, with the sign of it."""

    def __init__(
        self, theme: Theme, desk: Desk, paper: Paper, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._desk = theme, desk
        self._patient_id: int | None = None
        self._outgoing = Outgoing(theme, desk, paper, self)
        self._export = ListExport(theme, desk, paper, self)
        self.table = Table(
            theme,
            self.tr("Disclosures"),
            (
                Column("at", self.tr("When and by whom"), self._when_cell, WHEN_WIDTH),
                Column("recipient", self.tr("To whom and why"), self._to_whom),
                Column("what", self.tr("What"), self._what),
            ),
            key=lambda row: row.id,
            has_two_lines=True,
        )
        nothing = self.tr("Nothing of this patient has left the program yet.")
        self._nothing = EmptyState(theme, "send", nothing)
        self.save = Button(theme, self.tr("Save PDF…"), small=True)
        self.print = Button(theme, self.tr("Print…"), small=True)
        self.list = Button(theme, self.tr("Save as table…"), small=True)
        self.correct = Button(theme, self.tr("Correct…"), small=True)
        self._lay_out()
        self.save.clicked.connect(lambda: self._send(self._outgoing.save_pdf))
        self.print.clicked.connect(lambda: self._send(self._outgoing.print_pages))
        self.list.clicked.connect(self._on_list)
        self.correct.clicked.connect(self._on_correct)
        self.table.row_chosen.connect(lambda _row: self._show_what_can_be_done())
        self.table.row_activated.connect(lambda _row: self._on_correct())
        self._outgoing.turned.connect(self._show_what_can_be_done)

    def show_patient(self, patient_id: int) -> None:
        """Read the register of a patient."""
        self._patient_id = patient_id
        self.table.show_pages(self._page)
        has_rows = self.table.model.rowCount() > 0
        self.table.setVisible(has_rows)
        self._nothing.setVisible(not has_rows)
        self._show_what_can_be_done()

    def _page(self, offset: int, limit: int) -> Sequence[DisclosureRow]:
        return self._desk.read(disclosures_of, self._patient_id or 0, offset=offset, limit=limit)

    def _when(self, row: DisclosureRow) -> str:
        return moment_shown(self._desk.moment.local(row.at))

    def _when_cell(self, row: DisclosureRow) -> Words:
        return Words(self._when(row), row.who)

    def _to_whom(self, row: DisclosureRow) -> Words:
        return Words(row.recipient, row.why, strong=not row.is_corrected, quiet=row.is_corrected)

    def _what(self, row: DisclosureRow) -> Words:
        below = row.what_words.partition(", ")[2]
        if row.is_corrected:
            below = self.tr("Corrected; the newer entry counts")
        elif row.reason:
            below = self.tr("Corrected: {reason}").format(reason=row.reason)
        elif row.patients_count > 1:
            words = QCoreApplication.translate(
                "Disclosures", "with %Ln other patient(s)", None, row.patients_count - 1
            )
            below = f"{below} · {words}"
        return Words(_capital(kind_words(row.kind)), below, quiet=row.is_corrected)

    def _lay_out(self) -> None:
        buttons = Flow(8, 6)
        buttons.show_parts((self.save, self.print, self.list, self.correct))
        words = self.tr(
            "What left the program of this patient. The PDF is the accounting of the last six "
            "years (45 CFR 164.528)."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (Label(words, "sub", wrap=True), buttons, self.table, self._nothing):
            column.addWidget(part)
        column.addStretch(1)

    def _send(self, way: object) -> None:
        patient_id, desk = self._patient_id, self._desk
        if patient_id is None or not callable(way):
            return
        try:
            told = desk.read(accounting_of, patient_id, moment=desk.moment)
        except CareteamError as error:
            desk.failed.emit(error.sentence)
            return
        way(told, kept_paper(desk.read(read_settings).get(PAPER_SETTING, "")), patient_id)

    def _on_list(self) -> None:
        patient_id = self._patient_id
        if patient_id is None:
            return
        told = Told(self._desk.moment, self._desk.rules)
        self._export.ask(disclosures_list(told, patient_id), patient_id)

    def _on_correct(self) -> None:
        row = self.table.current_row()
        if row is None or row.is_corrected:
            return
        sheet = CorrectSheet(self._theme, self._desk, row, self.window())
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def _show_what_can_be_done(self) -> None:
        row = self.table.current_row()
        self.correct.setEnabled(row is not None and not row.is_corrected)
        self.list.setEnabled(self.table.model.rowCount() > 0)
        for button in (self.save, self.print):
            button.setEnabled(self._patient_id is not None and not self._outgoing.is_busy)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]

"""The clinical trials of a patient: number and title, where they stand, and since when."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careteam.domain.dates import day_bare
from careteam.domain.trials import OfferState
from careteam.storage.reads.trials import OfferRow
from ui.desk import Desk
from ui.look.chips import ChipText
from ui.look.labels import Label
from ui.look.press_chips import PressChip
from ui.look.theme import Theme
from ui.pathway.section_card import Act, SectionCard
from ui.pathway.step_sheet import StepSheet
from ui.trials.words import kind_word, offer_chip, offer_word


class TrialsCard(SectionCard):
    """A chip opens the next step with its trial; `register_asked` asks for all trials."""

    register_asked = Signal()

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("TrialsCard", "Clinical trials")
        super().__init__(theme, title, parent)
        self._desk = desk
        self._patient_id = 0
        self.entries: list[TrialEntry] = []
        self.offer(
            self.tr("Change"),
            (
                Act(self.tr("Consider or offer a trial…"), "R", self.add),
                Act(self.tr("All trials…"), "Ctrl+T", self.register_asked.emit),
            ),
        )
        self._place = self.column.count()
        self.finish()

    def show_offers(self, patient_id: int, rows: tuple[OfferRow, ...]) -> None:
        """Show each trial of a patient, the last one to move first."""
        self._patient_id = patient_id
        while len(self.entries) < len(rows):
            entry = TrialEntry(self._theme)
            entry.chip.clicked.connect(lambda _checked=False, entry=entry: self._open(entry.row))
            self.column.insertWidget(self._place + len(self.entries), entry)
            self.entries.append(entry)
        for place, entry in enumerate(self.entries):
            entry.show_row(rows[place] if place < len(rows) else None, self._desk)
        self.say_nothing_yet("" if rows else self.tr("No trial has been offered yet."))

    def add(self) -> None:
        """Ask for a trial and where the patient stands with it."""
        place = self.window()
        self.open_sheet(StepSheet(self._theme, self._desk, place, self._patient_id))

    def _open(self, row: OfferRow | None) -> None:
        if row is not None:
            place = self.window()
            self.open_sheet(StepSheet(self._theme, self._desk, place, self._patient_id, row))


class TrialEntry(QWidget):
    """One trial of a patient: NCT · title, the chip of where it stands, kind and days."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.row: OfferRow | None = None
        self.title = Label("", "strong", wrap=True)
        self.chip = PressChip(theme, ChipText(""))
        self.days = Label("", "quiet", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.title)
        column.addWidget(self.chip)
        column.addWidget(self.days)

    def show_row(self, row: OfferRow | None, desk: Desk) -> None:
        """Show a trial, or nothing."""
        self.row = row
        self.setVisible(row is not None)
        if row is None:
            return
        self.title.setText(" · ".join(filter(None, (row.nct, row.title))))
        self.chip.show_chip(offer_chip(row.state))
        self.chip.setAccessibleName(f"{self.title.text()}: {offer_word(row.state)}")
        self.days.setText(" · ".join(filter(None, self._said(row, desk))))

    def _said(self, row: OfferRow, desk: Desk) -> list[str]:
        today = desk.moment.today
        said = [kind_word(row.kind)]
        asked = [step.on for step in row.steps if step.state is OfferState.OFFERED]
        if asked and row.state is not OfferState.OFFERED:
            said.append(self.tr("offered {day}").format(day=day_bare(asked[-1], today)))
        said.append(self.tr("since {day}").format(day=day_bare(row.on, today)))
        return [*said, row.reason, row.note]

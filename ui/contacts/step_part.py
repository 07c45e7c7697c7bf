"""The next step of a contact, and the open ones that it settles."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from careteam.domain.catalogue import Catalogue
from careteam.domain.dates import day_short
from careteam.domain.errors import Refused
from careteam.domain.moment import Moment
from careteam.storage.reads.composer import ComposerRow
from careteam.storage.reads.contact_rows import StepRow
from ui.contacts.choices_of import owner_options
from ui.contacts.entry import DueOn, Entry, due_shown, read_due
from ui.look.check_box import CheckBox
from ui.look.choices import SearchChoice
from ui.look.date_field import DateField
from ui.look.fields import Field, LineEdit
from ui.look.labels import Label
from ui.look.theme import Theme

GAP = 6


class StepPart(QWidget):
    """What comes next, who owns it and when it is due; nothing written means no next step."""

    edited = Signal()

    def __init__(
        self, theme: Theme, catalogue: Catalogue, moment: Moment, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._catalogue, self._moment = theme, catalogue, moment
        self.text = LineEdit(theme, self.tr("What, if anything"))
        self.owner = SearchChoice(theme, (), placeholder=self.tr("Who"))
        self.due = DateField[DueOn](
            theme, self._read, self._write, self._later, self.tr("fri, +3, 24 Nov")
        )
        self.owner.setAccessibleName(self.tr("Who owns the next step"))
        self.due.setAccessibleName(self.tr("When the next step is due"))
        self.fields = {"next_step": Field(theme, self.tr("Next step"), self.text)}
        self._closing = QWidget()
        self._closing_column = QVBoxLayout(self._closing)
        self._closing_column.setContentsMargins(0, 6, 0, 0)
        self._closing_column.setSpacing(0)
        self._closing_column.addWidget(Label(self.tr("Done with this contact"), "label"))
        self._boxes: dict[int, CheckBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(GAP)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.fields["next_step"], 0, 0, 1, 2)
        grid.addWidget(self.owner, 1, 0)
        grid.addWidget(self.due, 1, 1)
        grid.addWidget(self._closing, 2, 0, 1, 2)
        for control in (self.text, self.owner, self.due):
            control.edited.connect(self._on_edited)

    def offer(self, row: ComposerRow, moment: Moment) -> None:
        """Offer owners and the patient's open steps; what is ticked stays."""
        self._moment = moment
        owner, ticked = self.owner.value(), self._ticked()
        self.owner.set_options(owner_options(row.roles, self._catalogue))
        self.owner.set_value(owner)
        for box in self._boxes.values():
            self._closing_column.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._boxes = {}
        for step in row.steps:
            box = CheckBox(self._theme, self._words(step).replace("&", "&&"))
            box.setChecked(step.id in ticked)
            box.edited.connect(self.edited)
            self._boxes[step.id] = box
            self._closing_column.addWidget(box)
        self._closing.setVisible(bool(self._boxes))

    def show_entry(self, entry: Entry) -> None:
        """Show what a draft holds."""
        self.text.setText(entry.step)
        self.owner.set_value(entry.step_owner)
        self.due.setText(entry.step_due)
        for step_id, box in self._boxes.items():
            box.setChecked(step_id in entry.closes)

    def fill(self, entry: Entry) -> Entry:
        """The entry with what stands here."""
        return replace(
            entry,
            step=self.text.text(),
            step_owner=self.owner.value(),
            step_due=self.due.text_value(),
            closes=tuple(sorted(self._ticked())),
        )

    def _ticked(self) -> set[int]:
        return {step_id for step_id, box in self._boxes.items() if box.isChecked()}

    def _words(self, step: StepRow) -> str:
        what = step.text or self._catalogue.role_short(step.owner_role)
        day = day_short(step.due_on, self._moment.today)
        if step.due_on < self._moment.today:
            day = self.tr("{day} — late").format(day=day)
        return " · ".join(part for part in (what, day, step.due_time) if part)

    def _read(self, text: str) -> DueOn | None:
        try:
            return read_due(text, self._moment.today)
        except Refused:
            return None

    def _write(self, due: DueOn) -> str:
        return due_shown(due, self._moment.today)

    def _later(self, due: DueOn, days: int) -> DueOn:
        return replace(due, day=due.day + timedelta(days=days))

    def _on_edited(self) -> None:
        self.fields["next_step"].clear_problem()
        self.edited.emit()

"""Whether a contact counts as navigation time: one quiet line, and what the time was for."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careteam.domain.contacts import NO_CONTACT_MODE
from careteam.domain.navigation_time import ACTIVITY
from careteam.domain.rules import Rules
from careteam.storage.reads.patient_time import OfferedProgram
from ui.contacts.choices_of import term_options
from ui.contacts.entry import REACHED_OF, Entry
from ui.look.check_box import CheckBox
from ui.look.choices import Choice
from ui.look.options import Option
from ui.look.theme import Theme

GAP = 6


class TimePart(QWidget):
    """Shown where the patient is in a program; the tick stands for the first they are in."""

    edited = Signal()

    def __init__(self, theme: Theme, rules: Rules, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rules = rules
        self._offered: tuple[OfferedProgram, ...] = ()
        self._entry = Entry()
        self.counts = CheckBox(theme, "")
        self.program = Choice(theme, (), small=True)
        self.program.setAccessibleName(self.tr("Program"))
        options = term_options(rules.catalogue, ACTIVITY)
        self.activity = Choice(theme, options, empty=self.tr("What the time was for"), small=True)
        self.activity.setAccessibleName(self.tr("What the time was for"))
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.program, 2)
        row.addWidget(self.activity, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.counts)
        column.addWidget(self._row)
        self.counts.edited.connect(self._on_edited)
        self.program.edited.connect(self._on_edited)
        self.activity.edited.connect(self._on_edited)
        self._show()

    def offer(self, offered: Sequence[OfferedProgram]) -> None:
        """Offer the programs that the patient is in; what was chosen stays.

        The tick is set once there is a first program, while nothing is entered yet.
        """
        was_none, self._offered = not self._offered, tuple(offered)
        self._show_programs(self.program.value())
        if was_none and self._offered and self._entry.is_blank:
            self.counts.setChecked(True)
        self._show()

    def default(self) -> str:
        """The program that a new contact counts under, or none."""
        return self._offered[0].key if self._offered else ""

    def show_entry(self, entry: Entry) -> None:
        """Show what a draft holds."""
        self._entry = entry
        self.counts.setChecked(bool(entry.program))
        self._show_programs(entry.program)
        self.activity.set_value(entry.activity)
        self._show()

    def fill(self, entry: Entry) -> Entry:
        """The entry with what stands here."""
        program = self.program.value() if self.counts.isChecked() else ""
        return replace(entry, program=program, activity=self.activity.value() if program else "")

    def follow(self, entry: Entry) -> None:
        """Say of a try that it does not count, as long as it is one."""
        self._entry = entry
        self._show()

    def _show_programs(self, chosen: str) -> None:
        keys = [one.key for one in self._offered]
        if chosen and chosen not in keys:
            keys.append(chosen)
        self.program.set_options([Option(key, key) for key in keys])
        self.program.set_value(chosen or self.default())

    def _show(self) -> None:
        is_on = self.counts.isChecked()
        has_choice = self.program.count() > 0
        self.setVisible(has_choice)
        self._row.setVisible(has_choice and is_on)
        self.program.setVisible(self.program.count() > 1)
        self.counts.setText(self._words())

    def _words(self) -> str:
        if self._is_try() and not self._rules.time.counts_tries:
            return self.tr("Navigation time: a try that reaches nobody does not count")
        key = self.program.value()
        minutes = next((one.minutes for one in self._offered if one.key == key), 0)
        text = self.tr("Counts as navigation time ({minutes} min this month)")
        return text.format(minutes=minutes)

    def _is_try(self) -> bool:
        entry = self._entry
        is_contact = entry.mode != NO_CONTACT_MODE and bool(entry.outcome)
        if not is_contact or entry.outcome in REACHED_OF.values():
            return False
        outcome = self._rules.catalogue.outcomes.get(entry.outcome)
        return outcome is not None and not outcome.is_reached

    def _on_edited(self) -> None:
        self._show()
        self.edited.emit()

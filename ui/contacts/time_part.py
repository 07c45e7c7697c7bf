"""Whether a contact counts as navigation time: one quiet line, and what the time was for.

In a low window the line stands alone until the keyboard or the mouse comes to it.
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from careteam.domain.contacts import NO_CONTACT_MODE
from careteam.domain.navigation_time import ACTIVITY
from careteam.domain.rules import Rules
from careteam.storage.reads.patient_time import OfferedProgram
from ui.contacts.choices_of import term_options
from ui.contacts.entry import REACHED_OF, Entry
from ui.look.buttons import IconButton
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
        self._is_low = self._is_open = False
        self.counts = CheckBox(theme, "")
        self.counts.installEventFilter(self)
        self.opener = IconButton(theme, "chevron-down", self.tr("What the time was for"))
        self.opener.setFocusPolicy(Qt.FocusPolicy.NoFocus)
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
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.counts, 1)
        line.addWidget(self.opener)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(line)
        column.addWidget(self._row)
        self.counts.edited.connect(self._on_edited)
        self.program.edited.connect(self._on_edited)
        self.activity.edited.connect(self._on_edited)
        self.opener.clicked.connect(self._on_opened)
        self._show()

    def set_low(self, is_low: bool) -> None:
        """Keep to one line where the form above has little room."""
        if is_low != self._is_low:
            self._is_low = is_low
            self._show()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.counts and event.type() == QEvent.Type.FocusIn:
            self._on_opened()
        return super().eventFilter(watched, event)

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
        self._entry, self._is_open = entry, self.counts.hasFocus()
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
        is_whole = self._is_open or not self._is_low
        self.setVisible(has_choice)
        self._row.setVisible(has_choice and is_on and is_whole)
        self.opener.setVisible(has_choice and is_on and not is_whole)
        self.program.setVisible(self.program.count() > 1)
        self.counts.setText(self._words())

    def _words(self) -> str:
        if self._is_try() and not self._rules.time.counts_tries:
            return self.tr("Navigation time: a try that reaches nobody does not count")
        key = self.program.value()
        minutes = next((one.minutes for one in self._offered if one.key == key), 0)
        text = self.tr("Counts as navigation time ({minutes} min this month)")
        if self.counts.isChecked() and self._is_low and not self._is_open:
            text = self.tr("Navigation time ({minutes} min this month)")
            activity = self._rules.catalogue.terms.get(ACTIVITY, {}).get(self.activity.value())
            if activity:
                return self.tr("Navigation time: {activity}").format(activity=activity.label)
        return text.format(minutes=minutes)

    def _is_try(self) -> bool:
        entry = self._entry
        is_contact = entry.mode != NO_CONTACT_MODE and bool(entry.outcome)
        if not is_contact or entry.outcome in REACHED_OF.values():
            return False
        outcome = self._rules.catalogue.outcomes.get(entry.outcome)
        return outcome is not None and not outcome.is_reached

    def _on_opened(self) -> None:
        self._is_open = True
        self._show()

    def _on_edited(self) -> None:
        self._show()
        self.edited.emit()

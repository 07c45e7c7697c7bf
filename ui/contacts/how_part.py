"""How a contact was made and ended, when it was, and how long it took."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from careteam.domain.catalogue import Catalogue
from careteam.domain.contacts import NO_CONTACT_MODE, Direction, With, is_late
from careteam.domain.moment import Moment
from ui.contacts.call_timer import CallTimer
from ui.contacts.choices_of import (
    REACHED,
    SHOWN_MODES,
    SHOWN_OUTCOMES,
    direction_options,
    mode_options,
    outcome_options,
)
from ui.contacts.entry import REACHED_OF, Entry
from ui.contacts.quick_minutes import QuickMinutes
from ui.contacts.quick_segments import QuickSegments
from ui.contacts.when_field import WhenField
from ui.look.buttons import Button, ButtonKind
from ui.look.fields import Field
from ui.look.labels import Label
from ui.look.minutes_field import MinutesField
from ui.look.theme import Theme

GAP = 10
LEAST_WHEN = 153
WRITTEN_MODES = ("portal", "sms", "email", "letter", "fax")
MESSAGE_SENT = "message_sent"


class HowPart(QWidget):
    """Mode, direction, outcome, time and minutes; the timer is told the time by `tick`."""

    edited = Signal()
    mode_chosen = Signal(str)

    def __init__(
        self, theme: Theme, catalogue: Catalogue, moment: Moment, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._moment = theme, moment
        self._entry = Entry()
        self._is_mode_chosen = False
        self._is_direction_chosen = False
        self.timer = CallTimer()
        modes = mode_options(catalogue)
        shown = sum(1 for key in SHOWN_MODES if key in catalogue.modes)
        self.mode = QuickSegments(theme, self.tr("How"), modes, shown)
        self.outcome = QuickSegments(
            theme, self.tr("Outcome"), outcome_options(catalogue), 1 + len(SHOWN_OUTCOMES), ""
        )
        self.when = WhenField(theme, moment)
        self.minutes = MinutesField(theme)
        self._quick = QuickMinutes(theme, catalogue.quick_minutes)
        self._direction = Button(theme, "", ButtonKind.LINK, small=True)
        self._direction_words = {o.key: o.label for o in direction_options()}
        self._when_field = Field(theme, self.tr("When"), self.when)
        self.fields = {
            "outcome": Field(theme, self.tr("Outcome"), self.outcome),
            "at": self._when_field,
            "minutes": Field(theme, self.tr("Minutes"), self.minutes),
        }
        self._make_direction_menu()
        self._lay_out()
        self.mode.chosen.connect(self._on_mode)
        self.outcome.chosen.connect(self._on_outcome)
        self.when.edited.connect(self._on_when)
        self.minutes.edited.connect(self._on_minutes)
        self._quick.chosen.connect(self._on_quick)
        self.minutes.timer_pressed.connect(self._on_timer_pressed)

    def show_entry(self, entry: Entry) -> None:
        """Show what a draft holds; the timer goes on where it was."""
        self._entry = entry
        self._is_mode_chosen = not entry.is_blank
        self._is_direction_chosen = not entry.is_blank
        self.timer.load(entry.timer_started, entry.timer_seconds, self._moment.now)
        self.when.set_typed(entry.when)
        self.minutes.set_value(entry.minutes)
        self._show()

    def fill(self, entry: Entry) -> Entry:
        """The entry with what stands here."""
        return replace(
            entry,
            mode=self._entry.mode,
            direction=self._entry.direction,
            outcome=self._entry.outcome,
            when=self.when.typed(),
            minutes=self._entry.minutes,
            timer_started=self.timer.started,
            timer_seconds=self.timer.rested_seconds,
        )

    def tick(self, moment: Moment) -> None:
        """Tell what time it is."""
        self._moment = moment
        self.when.show_now(moment)
        self._show_late()
        self._show_timer()

    def start_timer(self) -> None:
        """Start counting unless it ran already."""
        if not self.timer.was_used:
            self.timer.start(self._moment.now)
            self._show_timer()

    def suggest_mode(self, mode: str) -> None:
        """Take a mode for granted while the nurse has chosen none."""
        if not self._is_mode_chosen and mode:
            self._entry = replace(self._entry, mode=mode)
            self._show()
            self.mode_chosen.emit(mode)

    def follow_with(self, kind: str) -> None:
        """Keep outcome and direction true to who the contact is with."""
        outcome = self._entry.outcome
        if outcome in REACHED_OF.values():
            outcome = REACHED_OF[With(kind)]
        direction = self._entry.direction
        if not self._is_direction_chosen:
            is_inside = kind == With.TEAM_MEMBER
            direction = Direction.INTERNAL if is_inside else Direction.OUTBOUND
        self._entry = replace(self._entry, outcome=outcome, direction=direction, with_kind=kind)
        self._show()

    def _make_direction_menu(self) -> None:
        menu = QMenu(self._direction)
        for option in direction_options():
            menu.addAction(option.label, lambda key=option.key: self._on_direction(key))
        self._direction.setMenu(menu)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        label = Label(self.tr("How"), "label")
        label.setBuddy(self.mode)
        head.addWidget(label)
        head.addStretch(1)
        how = QVBoxLayout()
        how.setSpacing(0)
        how.addLayout(head)
        how.addWidget(self.mode)
        head.addWidget(self._direction)
        times = QGridLayout()
        times.setContentsMargins(0, 0, 0, 0)
        times.setHorizontalSpacing(8)
        times.setVerticalSpacing(6)
        times.setColumnStretch(0, 6)
        times.setColumnStretch(1, 5)
        times.addWidget(self._when_field, 0, 0)
        times.addWidget(self.fields["minutes"], 0, 1)
        times.addWidget(self._quick, 1, 0, 1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(how)
        column.addWidget(self.fields["outcome"])
        column.addLayout(times)

    def _show(self) -> None:
        entry = self._entry
        self.mode.set_value(entry.mode)
        is_reached = entry.outcome in REACHED_OF.values()
        self.outcome.set_value(REACHED if is_reached else entry.outcome)
        self.fields["outcome"].setVisible(entry.mode != NO_CONTACT_MODE)
        self._direction.setText(self._direction_words.get(entry.direction, ""))
        self._direction.setAccessibleName(
            self.tr("Direction: {direction}").format(direction=self._direction.text())
        )
        self._quick.show_minutes(self.minutes.value())
        self._show_late()
        self._show_timer()

    def _show_late(self) -> None:
        at = self.when.at()
        is_past = at is not None and is_late(at, self._moment.now)
        is_new = self._entry.contact_id is None
        words = self.tr("When · late entry") if is_past and is_new else self.tr("When")
        self._when_field.set_label(words)

    def _show_timer(self) -> None:
        now = self._moment.now
        self.minutes.show_timer(self.timer.words(now), self.timer.is_running)
        if self._entry.minutes is None and self.timer.was_used:
            self.minutes.set_value(self.timer.minutes(now))

    def _on_mode(self, key: str) -> None:
        outcome = self._entry.outcome
        if key in WRITTEN_MODES and not outcome:
            outcome = MESSAGE_SENT
        elif key not in WRITTEN_MODES and outcome == MESSAGE_SENT:
            outcome = ""
        self._is_mode_chosen = True
        self._entry = replace(self._entry, mode=key, outcome=outcome)
        self._show()
        self.mode_chosen.emit(key)
        self.edited.emit()

    def _on_outcome(self, key: str) -> None:
        if key == REACHED:
            key = REACHED_OF[With(self._entry.with_kind)]
        self._entry = replace(self._entry, outcome=key)
        self.edited.emit()

    def _on_direction(self, key: str) -> None:
        self._is_direction_chosen = True
        self._entry = replace(self._entry, direction=key)
        self._show()
        self.edited.emit()

    def _on_when(self) -> None:
        self._show_late()
        self.edited.emit()

    def _on_minutes(self) -> None:
        self._entry = replace(self._entry, minutes=self.minutes.value())
        self._quick.show_minutes(self.minutes.value())
        self.edited.emit()

    def _on_quick(self, minutes: int) -> None:
        self.minutes.set_value(minutes)
        self.fields["minutes"].clear_problem()
        self._on_minutes()

    def _on_timer_pressed(self) -> None:
        if self.timer.is_running:
            self.timer.stop(self._moment.now)
        else:
            self.timer.start(self._moment.now)
        self._show_timer()
        self.edited.emit()

"""Emergency access: opened with a reason for an hour, seen all the time, ended by itself."""

from dataclasses import replace
from datetime import timedelta
from math import ceil

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from careteam.domain.access import Action
from careteam.domain.accounts import EMERGENCY_MINUTES
from careteam.domain.changes import Changes, Part
from careteam.storage.writes.emergencies import KINDS, begin_emergency, end_emergency
from ui.desk import Desk
from ui.form_sheet import FormSheet
from ui.look.buttons import Button
from ui.look.choices import Choice
from ui.look.fields import Field, TextEdit
from ui.look.labels import Label
from ui.look.message_strip import Message, MessageStrip
from ui.look.options import Option
from ui.look.theme import Theme
from ui.look.tokens import Tone
from ui.look.top_bar import TopBar

LOOK_MS = 10_000


def kind_words(kind: str) -> str:
    """What kind of emergency it is, in words."""
    return {
        "no_cover": QCoreApplication.translate("Emergency", "Nobody else can care for the patient"),
        "out_of_hours": QCoreApplication.translate("Emergency", "Out of hours"),
        "disaster": QCoreApplication.translate("Emergency", "Disaster or downtime"),
        "other": QCoreApplication.translate("Emergency", "Something else"),
    }[kind]


class EmergencySheet(FormSheet):
    """Asks what kind of emergency it is and why; then the desk is open as to a navigator."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget) -> None:
        super().__init__(
            theme,
            QCoreApplication.translate("Emergency", "Emergency access"),
            host,
            QCoreApplication.translate("Emergency", "Open it for an hour"),
            self._begin,
        )
        self._desk = desk
        words = self.tr(
            "For %n minute(s) this account may see and do what a navigator may. Everything that "
            "is opened is kept in the audit trail, and a supervisor reviews it.",
            None,
            EMERGENCY_MINUTES,
        )
        self.body.addWidget(Label(words, "body", wrap=True))
        self.kind = Choice(theme, [Option(kind, kind_words(kind)) for kind in KINDS])
        self.reason = TextEdit(theme, lines=3)
        self.add_field("kind", Field(theme, self.tr("What kind of emergency"), self.kind))
        self.add_field("reason", Field(theme, self.tr("What happened"), self.reason))
        self.finish()

    def _begin(self) -> Changes | None:
        desk, who = self._desk, self._desk.store.who
        if who is None:
            return None
        now = desk.moment.now
        kind, reason = self.kind.value(), self.reason.text_value()
        changes = desk.do(begin_emergency, who.account_id, kind, reason)
        if changes is not None:
            until = now + timedelta(minutes=EMERGENCY_MINUTES)
            desk.store.who = replace(who, emergency_until=until)
            desk.changed.emit(Changes(frozenset(Part), many=True))
        return changes


class EmergencyBand(QFrame):
    """Stands across the window while emergency access is open; `ended` when it no longer is."""

    ended = Signal()

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._was_open = False
        self._words = Label("", "strong", Tone.BAD)
        end = Button(theme, self.tr("End now"), small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.addWidget(self._words, 1)
        row.addWidget(end)
        end.clicked.connect(self.end)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setTimerType(Qt.TimerType.PreciseTimer)  # others may be minutes late
        self._end.timeout.connect(self.look)
        desk.changed.connect(self.look)
        desk.denied.connect(self.look)
        self.look()

    def look(self) -> None:
        """Show the minutes that are left, or that it is over."""
        who, now = self._desk.store.who, self._desk.moment.now
        is_open = who is not None and who.is_emergency(now)
        if is_open and who is not None and who.emergency_until is not None:
            seconds = (who.emergency_until - now).total_seconds()
            self._end.start(ceil(seconds * 1000))
            left = max(1, ceil(seconds / 60))
            words = self.tr(
                "EMERGENCY ACCESS · %n minute(s) left · all of it is reviewed", None, left
            )
            self._words.setText(words)
        was_open, self._was_open = self._was_open, is_open
        self.setVisible(is_open)
        if was_open and not is_open:
            self.ended.emit()

    def end(self) -> None:
        """End it before its time."""
        who = self._desk.store.who
        if who is None:
            return
        if self._desk.do(end_emergency, who.account_id) is not None:
            self._desk.store.who = replace(who, emergency_until=None)
            self.look()

    def may_begin(self) -> bool:
        """Whether who works here may open it now."""
        who = self._desk.store.who
        is_open = who is not None and who.is_emergency(self._desk.moment.now)
        return self._desk.may(Action.EMERGENCY) and not is_open


class EmergencyOffer(QObject):
    """Opens emergency access for those who may.

    `sight_changed` when from now on patients are seen that were not, or are not any more.
    """

    sight_changed = Signal()

    def __init__(self, theme: Theme, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._desk, self._window = theme, desk, window
        self._saw = desk.may(Action.SEE_PATIENTS)
        desk.changed.connect(self._look)
        desk.denied.connect(self._look)

    def ask(self) -> None:
        """Ask why it is opened; the strip says who needs none."""
        if self._desk.allows(Action.EMERGENCY):
            sheet = EmergencySheet(self._theme, self._desk, self._window.window())
            sheet.closed.connect(sheet.deleteLater)
            sheet.open()

    def _look(self) -> None:
        sees = self._desk.may(Action.SEE_PATIENTS)
        if sees != self._saw:
            self._saw = sees
            QTimer.singleShot(0, self, self.sight_changed.emit)


class EmergencyAccess(EmergencyOffer):
    """Offers emergency access in the bar to those who may, and says when it is over."""

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        band: EmergencyBand,
        top: TopBar,
        strip: MessageStrip,
        window: QWidget,
    ) -> None:
        super().__init__(theme, desk, window)
        self._band, self._top, self._strip = band, top, strip
        band.ended.connect(self._on_ended)
        top.emergency_pressed.connect(self.ask)
        desk.changed.connect(self._show_allowed)
        desk.read_only_changed.connect(self._show_allowed)
        self._show_allowed()

    def _on_ended(self) -> None:
        if not self._desk.may(Action.SEE_PATIENTS):
            self._look()
            return
        self._desk.heard_from_outside()
        self._strip.show_message(Message(self.tr("Emergency access has ended."), Tone.INFO))

    def _show_allowed(self) -> None:
        """Offer in the bar what who works here may do now."""
        is_caring = self._desk.may(Action.CARE)
        self._top.new_patient.setVisible(is_caring)
        self._top.log_contact.setVisible(is_caring)
        self._top.emergency.setVisible(self._band.may_begin() and not is_caring)

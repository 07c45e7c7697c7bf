"""Locks the desk that nobody is at: after minutes without a hand on it, or when it was asleep."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QDialog, QToolTip
from typing_extensions import override

from careteam.domain.changes import Changes, Part
from careteam.domain.idle import AWAY, HARD_AFTER, WARNED_BEFORE
from careteam.storage.reads.settings import clinic_row
from ui.desk import Desk
from ui.look.message_strip import Message, MessageStrip
from ui.look.tokens import Tone

LOOK_MS = 1_000
MINUTE, REST = 60.0, 3.0
MOST_POPUPS = 32
"""Popups stand upon popups, but not endlessly: one that will not close must not hold the lock."""
HANDS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)
FLOATING = frozenset({Qt.WindowType.Popup, Qt.WindowType.Tool, Qt.WindowType.ToolTip})


@dataclass(frozen=True, slots=True)
class Clocks:
    """Seconds that only go on, and seconds of the day's clock, which goes on in suspension too."""

    steady: Callable[[], float] = time.monotonic
    wall: Callable[[], float] = time.time


class Idle(QObject):
    """`paused` is emitted when nobody was at the desk for the clinic's minutes, `over` when nobody
    came back for twenty more, or when the machine was suspended or its own session locked.

    By then every menu, popup and dialog is closed. `rested` is emitted once when no hand was on the
    desk for three seconds, to do what would hold up somebody who types. Half a minute before the
    desk locks, the strip says so; any key, press, wheel, touch or movement of the pointer puts the
    time back.
    """

    paused = Signal()
    over = Signal()
    rested = Signal()

    def __init__(
        self,
        desk: Desk,
        strip: MessageStrip,
        parent: QObject | None = None,
        clocks: Clocks | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._strip = desk, strip
        self._clocks = clocks or Clocks()
        self._minutes = desk.read(clinic_row).lock_minutes
        self._warning: Message | None = None
        self._paused_at: float | None = None
        self._has_rested = False
        self._pointer = QPointF()
        self._touched_at = self._looked_at = self._clocks.steady()
        self._told_at = self._clocks.wall()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        desk.changed.connect(self._on_changed)
        self._listen()

    def stop(self) -> None:
        """Look no more: the desk is locked or closed."""
        self._timer.stop()
        self._listen_no_more()

    def look(self) -> None:
        """See how long nobody was here; the timer asks once a second."""
        steady, wall = self._clocks.steady(), self._clocks.wall()
        away = max(steady - self._looked_at, wall - self._told_at)
        self._looked_at, self._told_at = steady, wall
        left = self._minutes * MINUTE - (steady - self._touched_at)
        if away > AWAY.total_seconds() or self._is_given_up(steady):
            self._end()
            return
        if self._paused_at is not None:
            return
        if left <= 0:
            self._pause(steady)
            return
        if left <= WARNED_BEFORE.total_seconds():
            self._warn()
        if not self._has_rested and steady - self._touched_at >= REST:
            self._has_rested = True
            self.rested.emit()
        self._listen()

    def resume(self) -> None:
        """Somebody is back at the desk."""
        self._paused_at = None
        self._touched_at = self._looked_at = self._clocks.steady()
        self._told_at = self._clocks.wall()
        self._take_warning_back()
        self._listen()

    def end_now(self) -> None:
        """Lock for good at once: the computer itself was locked or goes to sleep."""
        if self._timer.isActive():
            self._end()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in HANDS and self._is_hand(event):
            self._touched_at = self._clocks.steady()
            self._has_rested = False
            self._take_warning_back()
            # One touch a second is enough to know; until then no event is slowed down.
            self._listen_no_more()
        return False

    def _is_hand(self, event: QEvent) -> bool:
        """A pointer that stays where it is moves when what is under it does."""
        if event.type() is not QEvent.Type.MouseMove or not isinstance(event, QMouseEvent):
            return True
        before, self._pointer = self._pointer, event.globalPosition()
        return self._pointer != before

    def _listen(self) -> None:
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def _listen_no_more(self) -> None:
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def _warn(self) -> None:
        if self._warning is None:
            words = self.tr(
                "Nobody was at the desk for a while: it locks in half a minute. Press any key to "
                "stay; what is half entered is kept."
            )
            self._warning = Message(words, Tone.WARN)
            self._strip.show_message(self._warning)
            self._strip.raise_()

    def _take_warning_back(self) -> None:
        warning, self._warning = self._warning, None
        if warning is not None and self._strip.message is warning:
            self._strip.dismiss()

    def _is_given_up(self, steady: float) -> bool:
        return self._paused_at is not None and steady - self._paused_at > HARD_AFTER.total_seconds()

    def _pause(self, steady: float) -> None:
        """Close what floats, and cover the desk once the loops of dialogs have come back."""
        self._paused_at = steady
        self._listen_no_more()
        close_what_floats()
        QTimer.singleShot(0, self, self.paused.emit)

    def _end(self) -> None:
        """The same, and lock for good."""
        self.stop()
        close_what_floats()
        QTimer.singleShot(0, self, self.over.emit)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Part.SETTING):
            self._minutes = self._desk.read(clinic_row).lock_minutes


def close_what_floats() -> None:
    """Close every menu, list, dialog and tooltip that stands above a window; none is answered."""
    QToolTip.hideText()
    for _ in range(MOST_POPUPS):
        popup = QApplication.activePopupWidget()
        if popup is None:
            break
        popup.close()
    for widget in QApplication.topLevelWidgets():
        if not widget.isVisible():
            continue
        if isinstance(widget, QDialog):
            widget.reject()
        elif widget.windowType() in FLOATING:
            widget.close()

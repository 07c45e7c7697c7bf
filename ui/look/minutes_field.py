"""Whole minutes, with room for a timer that runs beside them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.look.buttons import Button, ButtonKind
from ui.look.fields import LineEdit
from ui.look.theme import Theme

MOST_MINUTES = 999


class TimerButton(Button):
    """Starts and stops the timer; shows the time that has run."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "0:00", ButtonKind.QUIET, icon="play", small=True, parent=parent)
        self.show_time("0:00", is_running=False)

    def show_time(self, words: str, is_running: bool) -> None:
        """Show the time that has run and which sign the next press means."""
        self._icon_name = "square" if is_running else "play"
        self.setText(words)
        name = (
            self.tr("Stop the timer, {time}") if is_running else self.tr("Start the timer, {time}")
        )
        self.setAccessibleName(name.format(time=words))
        self.updateGeometry()
        self.update()


class MinutesField(LineEdit):
    """0 to 999 minutes; Up and Down change them by one. The timer is told its time by its owner.

    `timer_pressed` asks the owner to start or stop it.
    """

    timer_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setValidator(QIntValidator(0, MOST_MINUTES, self))
        self._timer = TimerButton(theme, self)
        self._timer.clicked.connect(self.timer_pressed)
        self.set_trailing(self._timer)

    def value(self) -> int | None:
        """The minutes, or None when nothing is written."""
        return int(self.text()) if self.text().isdecimal() else None

    def set_value(self, minutes: int | None) -> None:
        """Write minutes without telling that they were edited."""
        self.setText("" if minutes is None else str(minutes))

    def show_timer(self, words: str, is_running: bool) -> None:
        """Show the time that has run, such as 11:48."""
        self._timer.show_time(words, is_running)
        self._make_room()

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(arg__1.key()), 0)
        if not by:
            super().keyPressEvent(arg__1)
            return
        self.set_value(max(0, min(MOST_MINUTES, (self.value() or 0) + by)))
        self.edited.emit()

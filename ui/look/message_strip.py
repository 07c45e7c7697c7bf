"""The strip above the status line: one sentence of what happened, and at most one thing to do."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPropertyAnimation, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from ui.look.buttons import Button, IconButton
from ui.look.labels import Label, Picture
from ui.look.theme import Theme
from ui.look.tokens import Tone

SHOWN_MS = 8_000
SLIDE_MS = 140
ICON = 16
TALLEST = 16_777_215
SIGNS = {Tone.OK: "check", Tone.INFO: "info", Tone.WARN: "triangle-alert", Tone.BAD: "circle-alert"}


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence; `tone` is OK, INFO, WARN or BAD; `action` names a button, `hint` its key."""

    text: str
    tone: Tone = Tone.OK
    action: str = ""
    hint: str = ""


class MessageStrip(QWidget):
    """Shows one message at a time. Good news goes by itself; the rest waits to be closed.

    While the pointer or the keyboard is on it, it stays. `action_pressed` carries the `Message`.
    """

    action_pressed = Signal(object)
    closed = Signal()

    def __init__(
        self, theme: Theme, shown_ms: int = SHOWN_MS, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._message = Message("")
        self._sign = Picture()
        self._words = Label("", "body", wrap=True)
        self._action: Button | None = None
        self._close = IconButton(theme, "x", self.tr("Close the message"))
        self._close.clicked.connect(self.dismiss)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 6, 12, 6)
        self._row.setSpacing(10)
        self._row.addWidget(self._sign)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(shown_ms)
        self._timer.timeout.connect(self._on_time_over)
        self._slide = QPropertyAnimation(self, b"maximumHeight", self)
        self._slide.setDuration(SLIDE_MS)
        self._slide.finished.connect(lambda: self.setMaximumHeight(TALLEST))
        theme.changed.connect(self._draw)
        self.hide()

    @property
    def message(self) -> Message:
        """What is shown, or was shown last."""
        return self._message

    def show_message(self, message: Message) -> None:
        """Show and announce a message in place of the one before."""
        self._message = message
        self._words.setText(message.text)
        self.setAccessibleName(message.text)
        self._show_action(message)
        self._draw()
        was_shown = self.isVisible()
        self.show()
        if not was_shown:
            self._slide.stop()
            self._slide.setStartValue(0)
            self._slide.setEndValue(self.sizeHint().height())
            self._slide.start()
        self._timer.stop()
        if message.tone is Tone.OK:
            self._timer.start()
        self._announce(message)

    def dismiss(self) -> None:
        """Take the message away."""
        self._timer.stop()
        self._slide.stop()
        if self.isVisible():
            self.hide()
            self.closed.emit()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._timer.stop()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self._message.tone is Tone.OK and self.isVisible():
            self._timer.start()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color(self._message.tone.soft))
        edge = self._theme.color(self._message.tone.ink)
        left = self.width() - 4 if self.isRightToLeft() else 0
        painter.fillRect(left, 0, 4, self.height(), edge)
        painter.fillRect(0, 0, self.width(), 1, self._theme.color("line"))

    def _show_action(self, message: Message) -> None:
        if self._action is not None:
            self._row.removeWidget(self._action)
            self._action.hide()
            self._action.deleteLater()
            self._action = None
        if message.action:
            button = Button(self._theme, message.action, hint=message.hint, small=True)
            button.clicked.connect(self._on_action)
            self._row.insertWidget(2, button)
            self.setTabOrder(button, self._close)
            self._action = button

    def _announce(self, message: Message) -> None:
        event = QAccessibleAnnouncementEvent(self, message.text)
        if message.tone in (Tone.BAD, Tone.WARN):
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)

    def _has_keyboard(self) -> bool:
        here = QApplication.focusWidget()
        return here is not None and self.isAncestorOf(here)

    def _on_time_over(self) -> None:
        if self._has_keyboard():
            self._timer.start()
        else:
            self.dismiss()

    def _on_action(self) -> None:
        message = self._message
        self.dismiss()
        self.action_pressed.emit(message)

    def _draw(self) -> None:
        tone = self._message.tone
        name = SIGNS.get(tone, "info")
        pixmap = self._theme.pixmap(name, tone.ink, ICON, self.devicePixelRatioF())
        self._sign.setPixmap(pixmap)
        self.update()

"""When a contact was: now until the nurse writes another time, in any way the domain reads."""

from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from careteam.domain.dates import moment_shown, read_moment
from careteam.domain.errors import Refused
from careteam.domain.moment import Moment
from ui.look.fields import LineEdit
from ui.look.theme import Theme

STEP_MINUTES = 5


class WhenField(LineEdit):
    """Follows the clock until something is written; emptied, it follows it again.

    Up and Down move by five minutes, with Shift by a day. The clock is told by `show_now`.
    """

    def __init__(self, theme: Theme, moment: Moment, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._moment = moment
        self._is_now = True
        self.edited.connect(self._on_edited)
        self.editingFinished.connect(self._on_left)
        self.show_now(moment)

    def typed(self) -> str:
        """What was written, or an empty text for now."""
        return "" if self._is_now else self.text_value()

    def set_typed(self, text: str) -> None:
        """Show what was written before; an empty text follows the clock."""
        self._is_now = not text
        if text:
            self.setText(text)
        self.show_now(self._moment)

    def show_now(self, moment: Moment) -> None:
        """Tell what time it is."""
        self._moment = moment
        if self._is_now and not self._is_being_emptied():
            shown = moment_shown(moment.local(moment.now))
            if shown != self.text():
                self.setText(shown)
                self.setCursorPosition(0)

    def at(self) -> datetime | None:
        """The moment meant (aware), or None when the words cannot be read."""
        if self._is_now:
            return self._moment.now
        try:
            return self._moment.to_utc(read_moment(self.text(), self._moment.today))
        except Refused:
            return None

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(arg__1.key()), 0)
        at = self.at() if steps else None
        if at is None:
            super().keyPressEvent(arg__1)
            return
        is_day = bool(arg__1.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        by = timedelta(days=steps) if is_day else timedelta(minutes=steps * STEP_MINUTES)
        self._write(at + by)
        self.edited.emit()

    def _write(self, at: datetime) -> None:
        self.setText(moment_shown(self._moment.local(at)))
        self.setCursorPosition(0)

    def _is_being_emptied(self) -> bool:
        return self.hasFocus() and not self.text()

    def _on_edited(self) -> None:
        self._is_now = not self.text_value()

    def _on_left(self) -> None:
        at = None if self._is_now else self.at()
        if at is not None:
            self._write(at)
        self.show_now(self._moment)

"""A line in which a date is typed in any way the given reader understands."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.look.fields import LineEdit
from ui.look.labels import Label
from ui.look.theme import Theme

Moment = TypeVar("Moment")


class DateField(LineEdit, Generic[Moment]):
    """Reads what is typed with `read` and writes it with `write` when the nurse leaves the line.

    `read` returns None for words it does not understand. While typing, what was understood stands
    at the end of the line. With `step`, Up and Down move by one day. The clock is not read here.
    """

    understood = Signal()

    def __init__(
        self,
        theme: Theme,
        read: Callable[[str], Moment | None],
        write: Callable[[Moment], str],
        step: Callable[[Moment, int], Moment] | None = None,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, placeholder, parent=parent)
        self._read, self._write, self._step = read, write, step
        self._echo = Label("", "sub")
        self._echo.hide()
        self.set_trailing(self._echo)
        self.edited.connect(self._on_edited)
        self.editingFinished.connect(self._on_left)

    def value(self) -> Moment | None:
        """The moment that is meant, or None when the line is empty or not understood."""
        return self._read(self.text()) if self.text_value() else None

    def set_value(self, value: Moment | None) -> None:
        """Write a moment without telling that it was edited."""
        self.setText("" if value is None else self._write(value))
        self.setCursorPosition(0)
        self._show_echo("")

    def is_understood(self) -> bool:
        """False when something stands there that cannot be read as a date."""
        return not self.text_value() or self.value() is not None

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        days = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(arg__1.key()), 0)
        value = self.value() if days and self._step else None
        if value is None or self._step is None:
            super().keyPressEvent(arg__1)
            return
        self.set_value(self._step(value, days))
        self.edited.emit()

    def _on_edited(self) -> None:
        value = self.value()
        words = "" if value is None else self._write(value)
        self._show_echo("" if words == self.text_value() else words)

    def _on_left(self) -> None:
        value = self.value()
        if value is not None:
            self.set_value(value)
            self.understood.emit()

    def _show_echo(self, words: str) -> None:
        if words != self._echo.text():
            self._echo.setText(words)
            self._echo.setVisible(bool(words))
            self._make_room()

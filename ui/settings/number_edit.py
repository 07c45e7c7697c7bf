"""A line for a whole number of days, tries or the like."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.look.fields import LineEdit
from ui.look.labels import Label
from ui.look.theme import Theme


class NumberEdit(LineEdit):
    """0 to `most`, or nothing; Up and Down change it by one, `unit` stands at its end."""

    def __init__(
        self,
        theme: Theme,
        most: int,
        value: int | None = None,
        unit: str = "",
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, placeholder, parent=parent)
        self._most = most
        self.setValidator(QIntValidator(0, most, self))
        if unit:
            self.set_trailing(Label(unit, "sub"))
        self.set_value(value)

    def value(self) -> int | None:
        """The number, or None when nothing is written."""
        return int(self.text()) if self.text().isdecimal() else None

    def set_value(self, value: int | None) -> None:
        """Write a number without telling that it was edited."""
        self.setText("" if value is None else str(value))

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(arg__1.key()), 0)
        if not by:
            super().keyPressEvent(arg__1)
            return
        self.set_value(max(0, min(self._most, (self.value() or 0) + by)))
        self.edited.emit()

"""The line at the bottom: that work is saved and safe, and who is here."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from ui.look.labels import ElidedLabel
from ui.look.theme import Theme

HEIGHT = 26


class StatusLine(QWidget):
    """Quiet words at the reading side and one at the far side."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: list[ElidedLabel] = []
        self._end = ElidedLabel("", "status")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 1, 16, 0)
        self._row.setSpacing(18)
        self._row.addStretch(1)
        self._row.addWidget(self._end)
        theme.changed.connect(self.updateGeometry)

    def show_words(self, parts: Sequence[str], end: str) -> None:
        """Show these words, such as `● Saved 09:41`."""
        while len(self._parts) < len(parts):
            label = ElidedLabel("", "status")
            self._row.insertWidget(len(self._parts), label)
            self._parts.append(label)
        for place, label in enumerate(self._parts):
            label.setText(parts[place] if place < len(parts) else "")
            label.setVisible(place < len(parts))
        self._end.setText(end)
        self.setAccessibleName(" · ".join((*parts, end)))

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.px(HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.color("line"))

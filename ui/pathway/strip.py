"""The strip of phases: a bar for each, its name, and where it stands in words."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from careteam.domain.strip import StripPart, StripState
from ui.look.labels import Label
from ui.look.theme import Theme
from ui.override import override
from ui.pathway.words import strip_words

PART_WIDTH, BAR_HEIGHT = 112, 7
PAD_X, PAD_Y, GAP = 16, 14, 4
GROUND = {
    StripState.DONE: "ok",
    StripState.NOW: "accent_soft",
    StripState.AHEAD: "line",
    StripState.OPEN: "line",
}


class PhaseStrip(QFrame):
    """Phases in reading order; they go on in another line where the width ends."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._theme = theme
        self._parts: list[_Part] = []
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(PAD_X, PAD_Y, PAD_X, PAD_Y)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        theme.changed.connect(self._set_in_lines)

    def show_parts(self, parts: Sequence[StripPart], today: date) -> None:
        """Show these phases in place of the ones before."""
        for part in self._parts:
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = [_Part(self._theme, part, strip_words(part, today)) for part in parts]
        self.setAccessibleName("; ".join(part.accessibleName() for part in self._parts))
        self.setVisible(bool(parts))
        self._across = 0
        self._set_in_lines()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_in_lines()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(PART_WIDTH) + 2 * PAD_X, super().minimumSizeHint().height())

    def _set_in_lines(self) -> None:
        room = self.width() - 2 * PAD_X + GAP
        fits = max(1, room // (self._theme.px(PART_WIDTH) + GAP))
        lines = -(-len(self._parts) // fits) or 1
        across = -(-len(self._parts) // lines) or 1
        if across == self._across:
            return
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        self._across = across
        for place, part in enumerate(self._parts):
            self._grid.addWidget(part, place // across, place % across, Qt.AlignmentFlag.AlignTop)
        for column in range(across):
            self._grid.setColumnStretch(column, 1)
        self.updateGeometry()


class _Part(QWidget):
    """One phase: its bar, its name, and how it stands."""

    def __init__(self, theme: Theme, part: StripPart, words: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(_Bar(theme, part))
        is_near = part.state in (StripState.DONE, StripState.NOW)
        column.addWidget(Label(part.label, "strong" if is_near else "body", wrap=True))
        column.addWidget(Label(words, "sub", wrap=True))
        self.setAccessibleName(f"{part.label}, {words}")


class _Bar(QWidget):
    """How far a phase has come."""

    def __init__(self, theme: Theme, part: StripPart) -> None:
        super().__init__()
        self._theme, self._part = theme, part
        self.setFixedHeight(BAR_HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, part = QPainter(self), self._theme, self._part
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        round_by = self.height() / 2
        painter.setBrush(theme.color(GROUND[part.state]))
        painter.drawRoundedRect(QRectF(self.rect()), round_by, round_by)
        if part.state is StripState.NOW:
            width = max(self.width() * part.progress, self.height())
            left = self.width() - width if self.isRightToLeft() else 0
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(QRectF(left, 0, width, self.height()), round_by, round_by)

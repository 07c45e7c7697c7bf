"""A person's name in one line, family name first."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.look import tokens as t
from ui.look.labels import plain_tooltip
from ui.look.theme import Theme

LEAST_WIDTH = 320


class NameLine(QWidget):
    """The name in one line: the given name gives way, the family name only without any room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._family, self._rest, self._title = "", "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_name(self, family: str, given: str, title: str) -> None:
        """Show another name."""
        self._family = family
        self._rest = f", {given}" if given else ""
        self._title = f"({title})" if title else ""
        self.updateGeometry()
        self._show_whole()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        bold, medium = self._metrics(t.BOLD), self._metrics(t.MEDIUM)
        width = bold.horizontalAdvance(self._family + self._rest) + 10
        width += medium.horizontalAdvance(self._title)
        return QSize(width, max(self._theme.px(29), bold.height()))

    @override
    def minimumSizeHint(self) -> QSize:
        family = self._metrics(t.BOLD).horizontalAdvance(self._family + "…")
        return QSize(min(family + 4, self._theme.px(LEAST_WIDTH)), self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_whole()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        bold, medium = self._metrics(t.BOLD), self._metrics(t.MEDIUM)
        family = min(bold.horizontalAdvance(self._family), self.width())
        title = medium.horizontalAdvance(self._title) + 6 if self._title else 0
        room = max(0, self.width() - family - title)
        rest = bold.elidedText(self._rest, Qt.TextElideMode.ElideMiddle, room)
        name = bold.elidedText(self._family, Qt.TextElideMode.ElideRight, self.width()) + rest
        width = bold.horizontalAdvance(name)
        is_mirrored = self.isRightToLeft()
        start = Qt.AlignmentFlag.AlignLeft
        painter.setFont(theme.font(t.TEXT_NAME, t.BOLD))
        painter.setPen(theme.color("ink"))
        painter.drawText(self.rect(), start | Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(theme.font(t.TEXT_NAME, t.MEDIUM))
        painter.setPen(theme.color("ink_2"))
        after = self.rect().adjusted(0 if is_mirrored else width + 6, 0, 0, 0)
        after = after.adjusted(0, 0, -width - 6 if is_mirrored else 0, 0)
        painter.drawText(after, start | Qt.AlignmentFlag.AlignVCenter, self._title)

    def _show_whole(self) -> None:
        """Tell by mouse what has no room."""
        is_short = self.sizeHint().width() <= self.width()
        whole = f"{self._family}{self._rest} {self._title}"
        self.setToolTip("" if is_short else plain_tooltip(whole))

    def _metrics(self, weight: int) -> QFontMetrics:
        return QFontMetrics(self._theme.font(t.TEXT_NAME, weight))

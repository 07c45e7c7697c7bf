"""How far long work has come, as a thin line."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget
from typing_extensions import override

from ui.look.theme import Theme

BAR_HEIGHT, BAR_WIDTH = 6, 420


class ProgressLine(QProgressBar):
    """A thin line that fills from where reading starts."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(BAR_WIDTH), self._theme.px(BAR_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(BAR_HEIGHT))

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        radius = whole.height() / 2
        painter.setBrush(self._theme.color("mute_soft"))
        painter.drawRoundedRect(whole, radius, radius)
        total = self.maximum() - self.minimum()
        share = (self.value() - self.minimum()) / total if total else 0.0
        if share <= 0:
            return
        width = max(whole.height(), whole.width() * share)
        left = whole.right() - width if self.isRightToLeft() else whole.left()
        painter.setBrush(self._theme.color("accent"))
        painter.drawRoundedRect(QRectF(left, whole.top(), width, whole.height()), radius, radius)

"""The program's sign, on the rail and on the card that stands while the desk is locked."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import tokens as t
from ui.look.theme import Theme
from ui.override import override


class Logo(QWidget):
    """Two letters on amber, `side` design pixels high and wide."""

    def __init__(self, theme: Theme, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(self._side), self._theme.px(self._side))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("brand"))
        round_by = self.width() * 0.265
        painter.drawRoundedRect(QRectF(self.rect()), round_by, round_by)
        painter.setFont(self._theme.font(round(self._side * 0.44), t.BOLD))
        painter.setPen(self._theme.color("brand_ink"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "Ct")

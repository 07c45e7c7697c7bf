"""A check box whose words may run over several lines."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget
from typing_extensions import override

from ui.look import tokens as t
from ui.look.theme import Theme

BOX = 16
GAP = 8


class CheckBox(QCheckBox):
    """A tick and the words that say what it means; `edited` tells that the nurse changed it."""

    edited = Signal()

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self.edited)
        theme.changed.connect(self.updateGeometry)

    @override
    def setText(self, text: str) -> None:
        """Show words; an ampersand among them is one, and makes no key."""
        super().setText(text)
        self.setShortcut(QKeySequence())

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, arg__1: int) -> int:
        room = max(1, arg__1 - self._indent() - 2)
        flags = int(Qt.TextFlag.TextWordWrap)
        words = self._metrics().boundingRect(QRect(0, 0, room, 9999), flags, self.text())
        return max(self._theme.px(24), words.height() + 6)

    @override
    def sizeHint(self) -> QSize:
        words = self._metrics().horizontalAdvance(self.text())
        return QSize(self._indent() + words + 4, self._theme.px(24))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._theme.px(120)), self._theme.px(24))

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(BOX)
        is_mirrored = self.isRightToLeft()
        left = self.width() - side - 2 if is_mirrored else 2
        top = (theme.px(24) - side) / 2
        self._paint_box(painter, QRectF(left, top, side, side))
        indent = self._indent()
        words = self.rect().adjusted(0 if is_mirrored else indent, 0, 0, 0)
        words = words.adjusted(0, 0, -indent if is_mirrored else 0, 0)
        painter.setFont(theme.font(t.TEXT_SMALL))
        painter.setPen(theme.color("ink_2" if self.isEnabled() else "ink_3"))
        start = Qt.AlignmentFlag.AlignLeft
        flags = int(start | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(words, flags, self.text())

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        theme = self._theme
        shape = box.adjusted(0.5, 0.5, -0.5, -0.5)
        is_on = self.isChecked()
        painter.setPen(QPen(theme.color("accent" if is_on else "control"), 1))
        painter.setBrush(theme.color("accent" if is_on else "field"))
        painter.drawRoundedRect(shape, 3, 3)
        if is_on:
            tick = theme.pixmap("check", "accent_ink", BOX - 4, self.devicePixelRatioF())
            inset = (box.width() - theme.px(BOX - 4)) / 2
            painter.drawPixmap(QPointF(box.left() + inset, box.top() + inset), tick)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 5, 5)

    def _indent(self) -> int:
        return self._theme.px(BOX) + GAP + 2

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._theme.font(t.TEXT_SMALL))

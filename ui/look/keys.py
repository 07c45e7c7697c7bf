"""Shortcuts drawn as keys."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import tokens as t
from ui.look.theme import Theme
from ui.override import override


def key_words(hint: str) -> str:
    """A shortcut as it stands on the key hint: `Ctrl+Return` is `Ctrl ↵`."""
    native = QKeySequence(hint).toString(QKeySequence.SequenceFormat.NativeText) or hint
    return native.replace("Return", "↵").replace("Enter", "↵").replace("+", " ")


def key_size(font: QFont, words: str) -> QSize:
    """The room a key hint takes."""
    metrics = QFontMetrics(font)
    return QSize(metrics.horizontalAdvance(words) + 12, metrics.height() + 5)


def paint_key(painter: QPainter, box: QRect, words: str, ink: QColor, line: QColor) -> None:
    """Draw a key with the painter's font: words in a small box with a heavier lower edge."""
    frame = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(line, 1))
    painter.drawRoundedRect(frame, t.RADIUS_SMALL, t.RADIUS_SMALL)
    lower = QPointF(0, -1)
    painter.drawLine(
        frame.bottomLeft() + QPointF(3, 0) + lower, frame.bottomRight() + QPointF(-3, 0) + lower
    )
    painter.setPen(ink)
    painter.drawText(box.adjusted(0, 0, 0, -1), Qt.AlignmentFlag.AlignCenter, words)


class KeyHint(QWidget):
    """A shortcut drawn as a key."""

    def __init__(self, theme: Theme, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = key_words(hint)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return key_size(self._theme.font(t.TEXT_LABEL), self._words)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(t.TEXT_LABEL))
        painter.setBrush(self._theme.color("field"))
        ink, line = self._theme.color("ink_3"), self._theme.color("line")
        paint_key(painter, self.rect(), self._words, ink, line)

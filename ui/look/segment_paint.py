"""How one segment of a row is drawn."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from ui.look import tokens as t
from ui.look.theme import Theme

PAD_X = 10
CHEVRON = 12


def segment_font(theme: Theme, is_on: bool) -> QFont:
    """Heavier when chosen, so that colour does not speak alone."""
    return theme.font(t.TEXT_SMALL, t.SEMIBOLD if is_on else t.REGULAR)


def segment_ink(segment: QWidget, is_on: bool) -> str:
    """The token of a segment's words."""
    if not segment.isEnabled():
        return "ink_3"
    return "accent" if is_on else "ink_2"


def segment_size(theme: Theme, text: str) -> QSize:
    """The room of one segment, the same whether chosen or not."""
    metrics = QFontMetrics(segment_font(theme, is_on=True))
    height = max(theme.px(t.CONTROL_HEIGHT_SMALL) - 2, metrics.height() + 6)
    return QSize(metrics.horizontalAdvance(text) + 2 * PAD_X, height)


def paint_segment(
    painter: QPainter,
    segment: QWidget,
    theme: Theme,
    ends: tuple[bool, bool],
    is_on: bool,
    shows_focus: bool,
) -> None:
    """Draw a segment\'s ground, its dividing line and its focus ring, without its words."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    first, last = ends if not segment.isRightToLeft() else (ends[1], ends[0])
    rect = QRectF(segment.rect())
    if is_on or segment.underMouse():
        shape = QPainterPath()
        shape.setFillRule(Qt.FillRule.WindingFill)
        shape.addRoundedRect(rect, t.RADIUS - 1, t.RADIUS - 1)
        if not first:
            shape.addRect(rect.adjusted(0, 0, -rect.width() / 2, 0))
        if not last:
            shape.addRect(rect.adjusted(rect.width() / 2, 0, 0, 0))
        painter.fillPath(shape, theme.color("accent_soft" if is_on else "hover"))
    if not last:
        painter.fillRect(QRectF(rect.right() - 1, 0, 1, rect.height()), theme.color("line"))
    if shows_focus:
        painter.setPen(QPen(theme.color("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), t.RADIUS_SMALL, t.RADIUS_SMALL)

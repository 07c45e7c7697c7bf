"""Draws a trend: a line over days, its last value as a dot, and the cut-off as a dashed line."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from ui.look.columns import Trend
from ui.look.theme import Theme

HEIGHT, WIDTH = 22, 148
DOT = 2.5


def paint_trend(
    painter: QPainter, theme: Theme, box: QRect, cell: Trend, is_mirrored: bool
) -> None:
    """Draw the trend into the box; days run from the reading side, higher values stand higher."""
    if not cell.points:
        return
    width = min(box.width(), theme.px(WIDTH))
    left = box.right() + 1 - width if is_mirrored else box.left()
    height = theme.px(HEIGHT)
    top = box.top() + (box.height() - height) / 2
    first, last = cell.points[0][0], cell.points[-1][0]
    values = [value for _, value in cell.points]
    values += [cell.cutoff] if cell.cutoff is not None else []
    low, high = min(values), max(values)

    def place(day: int, value: float) -> QPointF:
        across = (day - first) / (last - first) if last > first else 1.0
        across = 1 - across if is_mirrored else across
        up = (value - low) / (high - low) if high > low else 0.5
        return QPointF(left + DOT + across * (width - 2 * DOT - 1), top + (1 - up) * height)

    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if cell.cutoff is not None:
        painter.setPen(QPen(theme.color("control"), 1, Qt.PenStyle.DashLine))
        level = place(first, cell.cutoff).y()
        painter.drawLine(QPointF(left, level), QPointF(left + width, level))
    color = theme.color(cell.tone.ink if cell.tone else "ink_2")
    painter.setPen(QPen(color, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    points = [place(day, value) for day, value in cell.points]
    painter.drawPolyline(QPolygonF(points))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(points[-1], DOT, DOT)

"""Draws a bar that is filled up to a share; the words beside it say the same."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from ui.look.columns import Bar
from ui.look.theme import Theme

HEIGHT, WIDTH = 6, 220


def paint_bar(painter: QPainter, theme: Theme, box: QRect, cell: Bar, is_mirrored: bool) -> None:
    """Draw the bar into the box, filled from the reading side."""
    width, height = min(box.width(), theme.px(WIDTH)), theme.px(HEIGHT)
    left = box.right() + 1 - width if is_mirrored else box.left()
    top = box.top() + (box.height() - 1 - height) / 2
    radius = height / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("line_soft"))
    painter.drawRoundedRect(QRectF(left, top, width, height), radius, radius)
    filled = width * min(1.0, max(0.0, cell.share))
    if filled <= 0:
        return
    filled = max(filled, height)
    start = left + width - filled if is_mirrored else left
    painter.setBrush(theme.color(cell.tone.ink))
    painter.drawRoundedRect(QRectF(start, top, filled, height), radius, radius)

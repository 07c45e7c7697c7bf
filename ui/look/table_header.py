"""The head of a table: quiet titles, and a sign where the order comes from."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from ui.look import tokens as t
from ui.look.theme import Theme

PAD = 12
CHEVRON = 12


class TableHeader(QHeaderView):
    """Titles above the columns; the first and last follow the round corners of the card."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(24)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    @override
    def sizeHint(self) -> QSize:
        font = self._theme.font(t.TEXT_LABEL, t.SEMIBOLD)
        height = max(self._theme.px(31), QFontMetrics(font).height() + 12)
        return QSize(self.length(), height)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme, model = self._theme, self.model()
        self._paint_ground(painter, rect, logicalIndex)
        orientation = Qt.Orientation.Horizontal
        title = str(model.headerData(logicalIndex, orientation) or "")
        box = rect.adjusted(PAD, 0, -PAD, -1)
        is_sorted = self.isSortIndicatorShown() and self.sortIndicatorSection() == logicalIndex
        font = theme.font(t.TEXT_LABEL, t.SEMIBOLD)
        room = box.width() - (theme.px(CHEVRON) + 4 if is_sorted else 0)
        metrics = QFontMetrics(font)
        words = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(theme.color("ink_2" if is_sorted else "ink_3"))
        start = Qt.AlignmentFlag.AlignLeft
        flags = int(start | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
        painter.drawText(box, flags, words)
        if is_sorted:
            self._paint_order(painter, box, metrics.horizontalAdvance(words))

    def _paint_order(self, painter: QPainter, box: QRect, words: int) -> None:
        is_down = self.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
        name = "chevron-down" if is_down else "chevron-up"
        ratio = painter.device().devicePixelRatioF()
        pixmap = self._theme.pixmap(name, "ink_2", CHEVRON, ratio)
        side = self._theme.px(CHEVRON)
        left = box.left() + words + 4
        if self.isRightToLeft():
            left = box.right() + 1 - words - 4 - side
        painter.drawPixmap(QPoint(left, box.top() + (box.height() - side) // 2), pixmap)

    def _paint_ground(self, painter: QPainter, rect: QRect, section: int) -> None:
        is_first = self.visualIndex(section) == 0
        is_last = self.visualIndex(section) == self.count() - 1
        if self.isRightToLeft():
            is_first, is_last = is_last, is_first
        radius = t.RADIUS_CARD - 1
        frame = QRectF(rect)
        shape = QPainterPath()
        shape.setFillRule(Qt.FillRule.WindingFill)
        shape.addRoundedRect(frame, radius, radius)
        shape.addRect(frame.adjusted(0, radius, 0, 0))
        if not is_first:
            shape.addRect(frame.adjusted(0, 0, -radius, 0))
        if not is_last:
            shape.addRect(frame.adjusted(radius, 0, 0, 0))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(shape, self._theme.color("raised"))
        line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(line, self._theme.color("line"))

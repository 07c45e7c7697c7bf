"""How one entry is drawn in the list: day, dot or icon, words, chips and minutes."""

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.contacts.line_layout import DAY, DOT, GAP, PAD_X, PAD_Y, SUB_LINE, LineSetter, draw_layout
from ui.contacts.lines import NEITHER, REACHED, ContactLine
from ui.contacts.timeline_model import Index, TimelineModel
from ui.look import tokens as t
from ui.look.text_paint import TextPainter
from ui.look.theme import Theme

SPOT, ICON = 9, 14
LOUD = {"flag": "bad", "triangle-alert": "warn"}


class TimelineDelegate(QStyledItemDelegate):
    """Draws entries; heights are kept until the rows, the width or the look change."""

    def __init__(self, theme: Theme, model: TimelineModel, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._whole: set[tuple[int, int]] = set()
        self._heights: dict[int, int] = {}
        self._width = 0
        self._theme, self._model, self._view = theme, model, view
        self._setter = LineSetter(theme, self)
        self._text = TextPainter(theme, self)
        model.modelReset.connect(self._heights.clear)
        theme.changed.connect(self._heights.clear)

    def height_of(self, row: int, width: int) -> int:
        """The height of a row of this width."""
        if width != self._width:
            self._width = width
            self._heights.clear()
        height = self._heights.get(row)
        if height is None:
            is_whole = self._model.row_at(row).key in self._whole
            laid = self._setter.set_line(self._model.line_at(row), width, is_whole)
            height = self._heights[row] = laid.height
        return height

    def toggle_whole(self, index: QModelIndex) -> None:
        """Show a long note to its end, or shorten it again."""
        self._whole ^= {self._model.row_at(index.row()).key}
        self._heights.pop(index.row(), None)
        self.sizeHintChanged.emit(index)

    def shorten_all(self) -> None:
        """Shorten every long note again."""
        self._whole.clear()
        self._heights.clear()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, self.height_of(index.row(), width))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        box: QRect = option.rect
        line = self._model.line_at(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, box, index)
        is_mirrored = self._view.isRightToLeft()
        self._paint_line(painter, box, line, index, is_mirrored=is_mirrored)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRect, index: Index) -> None:
        view, theme = self._view, self._theme
        is_here = view.currentIndex() == index and view.hasFocus()
        if is_here:
            painter.fillRect(box, theme.color("accent_soft"))
            bar = QRect(box)
            bar.setWidth(3)
            if view.isRightToLeft():
                bar.moveRight(box.right())
            painter.fillRect(bar, theme.color("accent"))
        if index.row() < self._model.rowCount() - 1:
            edge = QRect(box.left(), box.bottom(), box.width(), 1)
            painter.fillRect(edge, theme.color("line_soft"))

    def _paint_line(
        self, painter: QPainter, box: QRect, line: ContactLine, index: Index, *, is_mirrored: bool
    ) -> None:
        theme, setter = self._theme, self._setter
        is_whole = self._model.row_at(index.row()).key in self._whole
        laid = setter.set_line(line, box.width(), is_whole)
        room = setter.body_width(box.width())
        left = box.left() + setter.body_left()
        day_left = box.left() + PAD_X
        dot_left = left - GAP - theme.px(DOT)
        end = box.right() + 1 - PAD_X
        if is_mirrored:
            left = box.right() + 1 - setter.body_left() - room
            day_left = box.right() + 1 - setter.body_left() + theme.px(DOT) + 2 * GAP
            dot_left = box.right() + 1 - setter.body_left() + GAP
            end = left - GAP
        top = box.top() + PAD_Y
        self._paint_day(painter, day_left, top, line, is_mirrored)
        if line.icon:
            self._paint_icon(painter, dot_left, top + theme.px(3), line)
        else:
            spot = QRectF(dot_left, top + theme.px(5), *[theme.px(SPOT)] * 2)
            self._paint_dot(painter, spot, line)
        draw_layout(painter, laid.head, left, top)
        if laid.note is not None:
            painter.setPen(theme.color("ink_3" if line.is_retracted else "ink_2"))
            font = QFont(laid.note.font())
            if font.strikeOut() != line.is_retracted:
                font.setStrikeOut(line.is_retracted)
                laid.note.setFont(font)
            draw_layout(painter, laid.note, left, top + laid.note_top)
        if laid.is_shortened:
            words = self.tr("… Space shows the whole note")
            self._draw(painter, left, top + laid.more_top, room, words, is_mirrored)
        for (x, y, width), chip in zip(laid.chips, line.chips, strict=True):
            place = left + room - x - width if is_mirrored else left + x
            setter.chips.paint(painter, int(place), int(top + y), chip, int(width))
        minutes_left = left + room
        self._draw(painter, minutes_left, top, end - minutes_left, line.minutes, not is_mirrored)

    def _paint_day(
        self, painter: QPainter, left: float, top: float, line: ContactLine, is_mirrored: bool
    ) -> None:
        room = self._theme.px(DAY)
        self._draw(painter, left, top, room, line.day, is_mirrored)
        self._draw(painter, left, top + self._theme.px(SUB_LINE), room, line.time, is_mirrored)

    def _paint_icon(self, painter: QPainter, left: float, top: float, line: ContactLine) -> None:
        color = "ink_3" if line.is_retracted else LOUD.get(line.icon, "ink_2")
        ratio = painter.device().devicePixelRatioF()
        pixmap = self._theme.pixmap(line.icon, color, ICON, ratio)
        painter.drawPixmap(QPointF(left - self._theme.px(2), top), pixmap)

    def _paint_dot(self, painter: QPainter, spot: QRectF, line: ContactLine) -> None:
        theme = self._theme
        if line.dot == REACHED:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("ok"))
            painter.drawEllipse(spot)
            return
        color = "ink_3" if line.dot == NEITHER else "warn"
        painter.setPen(QPen(theme.color(color), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inner = spot.adjusted(1, 1, -1, -1)
        if line.dot == NEITHER:
            painter.drawLine(inner.topLeft(), inner.bottomRight())
            painter.drawLine(inner.topRight(), inner.bottomLeft())
        else:
            painter.drawEllipse(inner)

    def _draw(
        self, painter: QPainter, x: float, y: float, room: float, text: str, at_right: bool
    ) -> None:
        self._text.draw(
            painter,
            x,
            y,
            int(room),
            self._theme.px(SUB_LINE),
            text,
            t.TEXT_SMALL,
            t.REGULAR,
            "ink_3",
            at_right,
        )

"""Draws a table's rows: ground, cells, dividing line, and where the keyboard stands."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)
from typing_extensions import override

from ui.look import tokens as t
from ui.look.cell_paint import CellPainter
from ui.look.columns import PRESSABLE, full_words
from ui.look.labels import plain_tooltip
from ui.look.table_model import Index, TableModel
from ui.look.theme import Theme
from ui.look.tokens import Tone

NOBODY: tuple[int, int] = (-1, -1)


class TableDelegate(QStyledItemDelegate):
    """Reads rows straight from the model; `pressed` carries the index whose part was pressed."""

    pressed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        model: TableModel[Any],
        tint: Callable[[Any], Tone | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._tint = tint
        self.cells = CellPainter(theme, self)
        self.hovered: tuple[int, int] = NOBODY
        self.focused: tuple[int, int] = NOBODY

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, column = index.row(), index.column()
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        direction = option.direction
        is_mirrored = direction is Qt.LayoutDirection.RightToLeft
        cell = self._model.cells_at(row)[column]
        self._paint_ground(painter, box, row, column, bool(state & QStyle.StateFlag.State_Selected))
        is_hot = (row, column) == self.hovered
        self.cells.paint(painter, box, cell, is_mirrored, is_hot)
        if row == self.focused[0]:
            self._paint_focus(painter, box, row, column, is_mirrored)

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        is_release = event.type() == QEvent.Type.MouseButtonRelease
        if not is_release or not isinstance(event, QMouseEvent):
            return False
        if event.button() is not Qt.MouseButton.LeftButton:
            return False
        cell = self._model.cells_at(index.row())[index.column()]
        box: QRect = option.rect
        if isinstance(cell, PRESSABLE) and box.contains(event.position().toPoint()):
            self.pressed.emit(index)
            return True
        return False

    @override
    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return False
        cell = self._model.cells_at(index.row())[index.column()]
        box: QRect = option.rect
        words = "" if self.cells.is_whole(cell, box) else plain_tooltip(full_words(cell))
        QToolTip.showText(event.globalPos(), words, view)
        return True

    def menu_place(self, box: QRect, index: Index, is_mirrored: bool) -> QPoint:
        """Where a menu of the cell should open, in the view's own places."""
        cell = self._model.cells_at(index.row())[index.column()]
        return self.cells.press_box(cell, box, is_mirrored).bottomLeft()

    def _paint_ground(
        self, painter: QPainter, box: QRect, row: int, column: int, is_selected: bool
    ) -> None:
        tone = self._tint(self._model.row_at(row))
        is_last_row = row == self._model.rowCount() - 1 and not self._model.has_more
        if is_selected:
            color = "accent_soft"
        elif row == self.hovered[0]:
            color = "hover"
        elif tone is not None:
            color = f"tint_{tone.value}"
        else:
            color = ""
        if color:
            ends = self._ends(column) if is_last_row else (False, False)
            _fill(painter, box, self._theme.color(color), *ends)
        if not is_last_row:
            line = self._theme.color("line_soft")
            painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), line)

    def _ends(self, column: int) -> tuple[bool, bool]:
        is_first, is_last = column == 0, column == len(self._model.columns) - 1
        parent = self.parent()
        if isinstance(parent, QAbstractItemView) and parent.isRightToLeft():
            return is_last, is_first
        return is_first, is_last

    def _paint_focus(
        self, painter: QPainter, box: QRect, row: int, column: int, is_mirrored: bool
    ) -> None:
        cell = self._model.cells_at(row)[self.focused[1]]
        ring = QPen(self._theme.color("focus"), 2)
        if isinstance(cell, PRESSABLE):
            if column == self.focused[1]:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(ring)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                place = QRectF(self.cells.press_box(cell, box, is_mirrored))
                painter.drawRoundedRect(place.adjusted(-1, -1, 1, 1), t.RADIUS, t.RADIUS)
            return
        is_first, is_last = self._ends(column)
        color = ring.color()
        x, y, width, height = box.x(), box.y(), box.width(), box.height()
        painter.fillRect(QRect(x, y, width, 2), color)
        painter.fillRect(QRect(x, y + height - 2, width, 2), color)
        if is_first:
            painter.fillRect(QRect(x, y, 2, height), color)
        if is_last:
            painter.fillRect(QRect(x + width - 2, y, 2, height), color)


def _fill(painter: QPainter, box: QRect, color: Any, round_left: bool, round_right: bool) -> None:
    if not round_left and not round_right:
        painter.fillRect(box, color)
        return
    radius = t.RADIUS_CARD - 1
    shape = QPainterPath()
    shape.setFillRule(Qt.FillRule.WindingFill)
    frame = QRectF(box)
    shape.addRoundedRect(frame, radius, radius)
    shape.addRect(frame.adjusted(0, 0, 0, -radius))
    if not round_left:
        shape.addRect(frame.adjusted(0, 0, -radius, 0))
    if not round_right:
        shape.addRect(frame.adjusted(radius, 0, 0, 0))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(shape, color)

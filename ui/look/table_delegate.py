"""Draws a table's rows: ground, cells, dividing line, and where the keyboard stands."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)
from typing_extensions import override

from ui.look import tokens as t
from ui.look.cell_paint import CellPainter
from ui.look.columns import PRESSABLE, Cell, full_words
from ui.look.labels import plain_tooltip
from ui.look.table_model import Index, TableModel
from ui.look.theme import Theme
from ui.look.tokens import Tone

NOBODY: tuple[int, int] = (-1, -1)


class TableDelegate(QStyledItemDelegate):
    """Reads rows straight from the model and draws them whole, as a view of its own paints fastest.

    `pressed` carries the index whose part was pressed.
    """

    pressed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        model: TableModel[Any],
        tint: Callable[[Any], Tone | None],
        view: QAbstractItemView,
    ) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self._model = model
        self._tint = tint
        self.cells = CellPainter(theme, self)
        self.hovered: tuple[int, int] = NOBODY
        self.focused: tuple[int, int] = NOBODY

    def paint_row(
        self,
        painter: QPainter,
        row: int,
        frame: QRect,
        places: Sequence[tuple[int, int, int]],
        is_selected: bool,
    ) -> None:
        """Draw a row into its frame; `places` are column, left edge and width of each cell."""
        is_mirrored = self._view.isRightToLeft()
        cells = self._model.cells_at(row)
        self._paint_ground(painter, frame, row, is_selected)
        top, height = frame.top(), frame.height()
        for column, left, width in places:
            box = QRect(left, top, width, height)
            is_hot = (row, column) == self.hovered
            self.cells.paint(painter, box, cells[column], is_mirrored, is_hot)
        if row == self.focused[0]:
            self._paint_focus(painter, frame, places, cells[self.focused[1]], is_mirrored)

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

    def _paint_ground(self, painter: QPainter, frame: QRect, row: int, is_selected: bool) -> None:
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
            _fill(painter, frame, self._theme.color(color), is_round=is_last_row)
        if not is_last_row:
            line = QRect(frame.left(), frame.bottom(), frame.width(), 1)
            painter.fillRect(line, self._theme.color("line_soft"))

    def _paint_focus(
        self,
        painter: QPainter,
        frame: QRect,
        places: Sequence[tuple[int, int, int]],
        cell: Cell,
        is_mirrored: bool,
    ) -> None:
        color = self._theme.color("focus")
        x, y, width, height = frame.x(), frame.y(), frame.width(), frame.height()
        if not isinstance(cell, PRESSABLE):
            painter.fillRect(QRect(x, y, width, 2), color)
            painter.fillRect(QRect(x, y + height - 2, width, 2), color)
            painter.fillRect(QRect(x, y, 2, height), color)
            painter.fillRect(QRect(x + width - 2, y, 2, height), color)
            return
        for column, left, room in places:
            if column == self.focused[1]:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(color, 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                box = QRect(left, y, room, height)
                place = QRectF(self.cells.press_box(cell, box, is_mirrored))
                painter.drawRoundedRect(place.adjusted(-1, -1, 1, 1), t.RADIUS, t.RADIUS)


def _fill(painter: QPainter, box: QRect, color: QColor, *, is_round: bool) -> None:
    if not is_round:
        painter.fillRect(box, color)
        return
    radius = t.RADIUS_CARD - 1
    shape = QPainterPath()
    shape.setFillRule(Qt.FillRule.WindingFill)
    frame = QRectF(box)
    shape.addRoundedRect(frame, radius, radius)
    shape.addRect(frame.adjusted(0, 0, 0, -radius))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(shape, color)

"""The scrolling part of a table: keys, pointer, order and column widths."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget
from typing_extensions import override

from ui.look.columns import PRESSABLE, CellPress, Column, SortChoice
from ui.look.focus_ring import shows_ring
from ui.look.table_delegate import NOBODY, TableDelegate
from ui.look.table_header import TableHeader
from ui.look.table_model import TableModel
from ui.look.theme import Theme
from ui.look.tokens import Tone

LEAST_STRETCH = 120
TIGHTEST, TIGHT_ENOUGH = 0.6, 0.85


class TableView(QTableView):
    """Made by a `Table`; Enter and Space press, Alt+Up and Alt+Down order by the column."""

    row_activated = Signal(object)
    cell_pressed = Signal(object)
    sort_chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        model: TableModel[Any],
        tint: Callable[[Any], Tone | None],
        has_two_lines: bool,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme, self._model, self._has_two_lines = theme, model, has_two_lines
        self._shows_focus = False
        self._delegate = TableDelegate(theme, model, tint, self)
        self.setProperty("look", "table")
        self.setHorizontalHeader(TableHeader(theme, self))
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(self.horizontalHeader().ResizeMode.Fixed)
        self.horizontalHeader().sectionClicked.connect(self._on_header_clicked)
        self._delegate.pressed.connect(self._press)
        self.doubleClicked.connect(self._on_double_clicked)
        self.selectionModel().currentChanged.connect(self._mark_focus)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def keeping_place(self, change: Callable[[], None]) -> None:
        """Change the rows and stand on the same row as before."""
        index = self.currentIndex()
        key = self._model.key_at(index.row()) if index.isValid() else None
        column, scrolled = index.column(), self.verticalScrollBar().value()
        change()
        place = self._model.place_of(key) if key is not None else -1
        if place >= 0:
            self.setCurrentIndex(self._model.index(place, column))
            self.verticalScrollBar().setValue(scrolled)

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        area = e.rect()
        first, last = self.rowAt(area.top()), self.rowAt(area.bottom())
        if first < 0:
            return
        last = last if last >= 0 else self._model.rowCount() - 1
        places = [
            (column, self.columnViewportPosition(column), self.columnWidth(column))
            for column in range(len(self._model.columns))
            if not self.isColumnHidden(column)
        ]
        left = min(place for _, place, _ in places)
        width = sum(width for _, _, width in places)
        chosen = {index.row() for index in self.selectionModel().selectedRows()}
        painter = QPainter(self.viewport())
        for row in range(first, last + 1):
            frame = QRect(left, self.rowViewportPosition(row), width, self.rowHeight(row))
            self._delegate.paint_row(painter, row, frame, places, row in chosen)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fit_columns()
        super().resizeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._shows_focus = True
        self._mark_focus()
        index, key = self.currentIndex(), event.key()
        is_enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if index.isValid() and not event.modifiers() and (is_enter or key == Qt.Key.Key_Space):
            cell = self._model.cells_at(index.row())[index.column()]
            if isinstance(cell, PRESSABLE):
                self._press(index)
            elif is_enter:
                self.row_activated.emit(self._model.row_at(index.row()))
            return
        orders = {
            Qt.Key.Key_Up: Qt.SortOrder.AscendingOrder,
            Qt.Key.Key_Down: Qt.SortOrder.DescendingOrder,
        }
        is_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if index.isValid() and is_alt and key in orders:
            self._order_by(index.column(), orders[Qt.Key(key)])
            return
        super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._shows_focus = shows_ring(event.reason(), self._shows_focus)
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount() and self._shows_focus:
            self.setCurrentIndex(self._model.index(0, 0))
        self._mark_focus()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark_focus()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._shows_focus = False
        super().mousePressEvent(event)
        self._mark_focus()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        self._hover((index.row(), index.column()) if index.isValid() else NOBODY)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(NOBODY)
        return super().viewportEvent(event)

    def _hover(self, place: tuple[int, int]) -> None:
        if place != self._delegate.hovered:
            self._delegate.hovered = place
            self.viewport().update()

    def _mark_focus(self) -> None:
        index = self.currentIndex()
        is_on = self._shows_focus and self.hasFocus() and index.isValid()
        self._delegate.focused = (index.row(), index.column()) if is_on else NOBODY
        self.viewport().update()

    def _press(self, index: QModelIndex) -> None:
        box = self.visualRect(index)
        place = self._delegate.menu_place(box, index, self.isRightToLeft())
        where: QPoint = self.viewport().mapToGlobal(place)
        column = self._model.columns[index.column()].key
        self.cell_pressed.emit(CellPress(self._model.row_at(index.row()), column, where))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if not isinstance(self._model.cells_at(index.row())[index.column()], PRESSABLE):
            self.row_activated.emit(self._model.row_at(index.row()))

    def _on_header_clicked(self, section: int) -> None:
        header = self.horizontalHeader()
        is_again = header.isSortIndicatorShown() and header.sortIndicatorSection() == section
        is_up = is_again and header.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        order = Qt.SortOrder.DescendingOrder if is_up else Qt.SortOrder.AscendingOrder
        self._order_by(section, order)

    def _order_by(self, section: int, order: Qt.SortOrder) -> None:
        column = self._model.columns[section]
        if column.sort is None:
            return
        self.horizontalHeader().setSortIndicatorShown(True)
        self.horizontalHeader().setSortIndicator(section, order)
        if self._model.has_more:
            is_descending = order is Qt.SortOrder.DescendingOrder
            self.sort_chosen.emit(SortChoice(column.key, is_descending))
        else:
            self.keeping_place(lambda: self._model.sort(section, order))

    def fit_columns(self) -> None:
        """Share the width out; whoever asks brings the geometries up to date afterwards.

        The view is not told of each column: it would paint all of them once more a moment later.
        """
        room = self.viewport().width()
        places = self._places_with_room(room)
        widths = self._widths([self._model.columns[place] for place in places], room)
        self.horizontalHeader().blockSignals(True)
        for place in range(len(self._model.columns)):
            self.setColumnHidden(place, place not in places)
        for place, width in zip(places, widths, strict=True):
            self.setColumnWidth(place, width)
        self.horizontalHeader().blockSignals(False)

    def _places_with_room(self, room: int) -> list[int]:
        columns = self._model.columns
        places = list(range(len(columns)))
        yielding = [place for place in places if columns[place].gives_way]
        for place in sorted(yielding, key=lambda place: columns[place].gives_way):
            needed = sum(self._least(columns[place]) for place in places)
            if needed > room:
                places.remove(place)
        return places

    def _least(self, column: Column[Any]) -> float:
        width = self._theme.px(column.width or LEAST_STRETCH)
        return width * TIGHT_ENOUGH if column.width and column.shrinks else width

    def _widths(self, columns: list[Column[Any]], room: int) -> list[int]:
        px = self._theme.px
        loose = sum(1 for column in columns if not column.width)
        stiff = sum(px(c.width) for c in columns if not c.shrinks)
        pliant = sum(px(c.width) for c in columns if c.shrinks)
        wanted = loose * px(LEAST_STRETCH)
        shrink = 1.0
        if room < wanted + stiff + pliant and pliant:
            shrink = max(TIGHTEST, min(1.0, (room - wanted - stiff) / pliant))
        left = room - stiff - sum(int(px(c.width) * shrink) for c in columns if c.shrinks)
        growing = sum(1 for column in columns if column.grows)
        more = max(0, left - wanted) // (loose + growing or 1)
        widths = [
            (int(px(c.width) * (shrink if c.shrinks else 1)) or px(LEAST_STRETCH))
            + (more if c.grows or not c.width else 0)
            for c in columns
        ]
        widths[-1] += max(0, room - sum(widths))
        return widths

    def _on_theme_changed(self) -> None:
        height = self._delegate.cells.row_height(self._has_two_lines)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().updateGeometry()
        self.fit_columns()
        self.updateGeometries()
        self.viewport().update()

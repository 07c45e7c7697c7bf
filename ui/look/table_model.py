"""A lean model over frozen rows: its columns tell it everything it answers."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from ui.look.columns import Cell, Column, Row, main_words, spoken_words

PAGE_ROWS = 28
"""A little more than a window shows; the view asks for more where it is higher."""
Index = QModelIndex | QPersistentModelIndex
Page = Callable[[int, int], Sequence[Row]]
NOWHERE = QModelIndex()


class TableModel(QAbstractTableModel, Generic[Row]):
    """Shows either all rows at once or pages of them, fetched as the nurse scrolls.

    Cells are made once per row shown and kept until the rows change.
    """

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], Hashable],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._key = key
        self._rows: list[Row] = []
        self._cells: list[tuple[Cell, ...] | None] = []
        self._page: Page[Row] | None = None
        self._is_telling = False

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show exactly these."""
        self._reset(list(rows), None)

    def show_pages(self, page: Page[Row]) -> None:
        """Show what `page(offset, limit)` gives, until it gives fewer than it was asked for."""
        first = list(page(0, PAGE_ROWS))
        self._reset(first, page if len(first) == PAGE_ROWS else None)

    def show_columns(self, columns: Sequence[Column[Row]]) -> None:
        """Show other columns of the same rows."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self._cells = [None] * len(self._rows)
        self.endResetModel()

    def row_at(self, place: int) -> Row:
        """The row at a place."""
        return self._rows[place]

    def place_of(self, key: Hashable) -> int:
        """The place of the row with this key, or -1."""
        for place, row in enumerate(self._rows):
            if self._key(row) == key:
                return place
        return -1

    def key_at(self, place: int) -> Hashable:
        """The key of the row at a place."""
        return self._key(self._rows[place])

    def cells_at(self, place: int) -> tuple[Cell, ...]:
        """The cells of the row at a place."""
        cells = self._cells[place]
        if cells is None:
            row = self._rows[place]
            cells = self._cells[place] = tuple(column.cell(row) for column in self.columns)
        return cells

    @property
    def has_more(self) -> bool:
        """Whether there are rows that were not fetched yet."""
        return self._page is not None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        sort = self.columns[column].sort
        if sort is None or self._page is not None:
            return
        is_descending = order is Qt.SortOrder.DescendingOrder
        self._reset(sorted(self._rows, key=sort, reverse=is_descending), None)

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return main_words(self.cells_at(index.row())[index.column()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_words(self.cells_at(index.row())[index.column()])
        return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        is_told = orientation is Qt.Orientation.Horizontal and role in wanted
        return self.columns[section].title if is_told else None

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._page is not None and not self._is_telling

    @override
    def fetchMore(self, parent: Index) -> None:
        if self._page is None or not self.canFetchMore(parent):
            return
        start = len(self._rows)
        more = list(self._page(start, PAGE_ROWS))
        if len(more) < PAGE_ROWS:
            self._page = None
        if more:
            self._is_telling = True
            self.beginInsertRows(QModelIndex(), start, start + len(more) - 1)
            self._rows.extend(more)
            self._cells.extend([None] * len(more))
            self.endInsertRows()
            self._is_telling = False

    def _reset(self, rows: list[Row], page: Page[Row] | None) -> None:
        self._is_telling = True
        self.beginResetModel()
        self._rows = rows
        self._cells = [None] * len(rows)
        self._page = page
        self.endResetModel()
        self._is_telling = False

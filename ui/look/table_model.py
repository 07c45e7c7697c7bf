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
Ask = Callable[[int], None]
NOWHERE = QModelIndex()


class TableModel(QAbstractTableModel, Generic[Row]):
    """Shows either all rows at once or pages of them, fetched as the nurse scrolls.

    Pages are read at once, or asked for and brought later by `add_rows`. Cells are made once per
    row shown and kept until the rows change.
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
        self._ask: Ask | None = None
        self._is_telling = self._is_asked = False

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show exactly these."""
        self._reset(list(rows), None)

    def show_pages(self, page: Page[Row]) -> None:
        """Show what `page(offset, limit)` gives, until it gives fewer than it was asked for."""
        first = list(page(0, PAGE_ROWS))
        self._reset(first, page if len(first) == PAGE_ROWS else None)

    def show_coming(self, rows: Sequence[Row], ask: Ask | None) -> None:
        """Show these; `ask(offset)` asks for those behind them, None where there are none."""
        self._reset(list(rows), None, ask)

    def add_rows(self, rows: Sequence[Row], *, is_last: bool) -> None:
        """Show more, which were asked for."""
        self._is_asked = False
        if is_last:
            self._ask = None
        self._extend(rows)

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
        return self._page is not None or self._ask is not None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        sort = self.columns[column].sort
        if sort is None or self.has_more:
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
        is_ready = not self._is_telling and not self._is_asked
        return not parent.isValid() and self.has_more and is_ready

    @override
    def fetchMore(self, parent: Index) -> None:
        start = len(self._rows)
        if not self.canFetchMore(parent):
            return
        if self._ask is not None:
            self._is_asked = True
            self._ask(start)
        elif self._page is not None:
            more = self._page(start, PAGE_ROWS)
            if len(more) < PAGE_ROWS:
                self._page = None
            self._extend(more)

    def _extend(self, more: Sequence[Row]) -> None:
        if not more:
            return
        start = len(self._rows)
        self._is_telling = True
        self.beginInsertRows(QModelIndex(), start, start + len(more) - 1)
        self._rows.extend(more)
        self._cells.extend([None] * len(more))
        self.endInsertRows()
        self._is_telling = False

    def _reset(self, rows: list[Row], page: Page[Row] | None, ask: Ask | None = None) -> None:
        self._is_telling, self._is_asked = True, False
        self.beginResetModel()
        self._rows = rows
        self._cells = [None] * len(rows)
        self._page, self._ask = page, ask
        self.endResetModel()
        self._is_telling = False

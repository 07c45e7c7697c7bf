"""A table in a card: told by columns, painted by a delegate, driven by mouse or keyboard."""

from collections.abc import Callable, Hashable, Sequence
from typing import Generic

from PySide6.QtCore import QModelIndex, QSize, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.look.columns import Column, Row
from ui.look.table_model import Ask, Page, TableModel
from ui.look.table_view import TableView
from ui.look.theme import Theme
from ui.look.tokens import Tone

MOST_HINTED_ROWS = 200


class Table(QFrame, Generic[Row]):
    """Rows in a card that is as high as its rows and scrolls when there is no room for them.

    `row_chosen` follows the selection, `row_activated` is Enter or a double click, `cell_pressed`
    carries a `CellPress`, `sort_chosen` a `SortChoice` when the rows come in pages.
    """

    row_chosen = Signal(object)
    row_activated = Signal(object)
    cell_pressed = Signal(object)
    sort_chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        name: str,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], Hashable],
        tint: Callable[[Row], Tone | None] = lambda _row: None,
        has_two_lines: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.model: TableModel[Row] = TableModel(columns, key, self)
        self.view = TableView(theme, self.model, tint, has_two_lines, self)
        self.view.setAccessibleName(name)
        self.setFocusProxy(self.view)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.view.row_activated.connect(self.row_activated)
        self.view.cell_pressed.connect(self.cell_pressed)
        self.view.sort_chosen.connect(self.sort_chosen)
        self.view.selectionModel().currentRowChanged.connect(self._on_current)
        for changed in (self.model.modelReset, self.model.rowsInserted, theme.changed):
            changed.connect(self.updateGeometry)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show exactly these rows; the chosen row stays chosen when it is still among them."""
        self.view.keeping_place(lambda: self.model.show_rows(rows))

    def show_pages(self, page: Page[Row]) -> None:
        """Show pages of rows, fetched while scrolling."""
        self.view.keeping_place(lambda: self.model.show_pages(page))

    def show_coming(self, rows: Sequence[Row], ask: Ask | None) -> None:
        """Show these rows; those behind them are asked for while scrolling and come later."""
        self.view.keeping_place(lambda: self.model.show_coming(rows, ask))

    def settle(self) -> None:
        """Lay the rows out now that the table has its place; Qt would paint first, then again."""
        self.view.executeDelayedItemsLayout()

    def show_columns(self, columns: Sequence[Column[Row]]) -> None:
        """Show other columns of the same rows."""
        self.model.show_columns(columns)
        self.view.fit_columns()
        self.view.updateGeometries()

    def current_row(self) -> Row | None:
        """The chosen row, if there is one."""
        index = self.view.currentIndex()
        return self.model.row_at(index.row()) if index.isValid() else None

    def allow_many(self) -> None:
        """Let several rows be chosen, with Shift and Ctrl as everywhere."""
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def chosen_rows(self) -> tuple[Row, ...]:
        """All rows that are chosen, in the order of the table."""
        places = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return tuple(self.model.row_at(place) for place in places)

    def choose_key(self, key: Hashable) -> bool:
        """Choose the row with this key, if it is shown; say whether it is."""
        place = self.model.place_of(key)
        if place >= 0:
            self.view.selectRow(place)
        return place >= 0

    @override
    def sizeHint(self) -> QSize:
        rows = min(self.model.rowCount(), MOST_HINTED_ROWS)
        height = self.view.horizontalHeader().sizeHint().height() + 2
        height += rows * self.view.verticalHeader().defaultSectionSize()
        return QSize(super().sizeHint().width(), height)

    @override
    def minimumSizeHint(self) -> QSize:
        rows = min(self.model.rowCount(), 3)
        height = self.view.horizontalHeader().sizeHint().height() + 2
        return QSize(240, height + rows * self.view.verticalHeader().defaultSectionSize())

    def _on_current(self, current: QModelIndex) -> None:
        if current.isValid():
            self.row_chosen.emit(self.model.row_at(current.row()))

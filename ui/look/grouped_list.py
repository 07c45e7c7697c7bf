"""A list in sections, as on Today and in the search: headings, two-line entries, one chosen."""

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from ui.look.focus_ring import shows_ring
from ui.look.grouped_delegate import GroupedDelegate
from ui.look.grouped_model import GroupedItem, GroupedModel, ItemPage, Section
from ui.look.theme import Theme


class GroupedList(QListView):
    """`item_chosen` follows the selection, `item_activated` is Enter or a double click.

    Both carry the `GroupedItem`. The arrow keys step over headings. New items keep the chosen key
    and the place of the view.
    """

    item_chosen = Signal(object)
    item_activated = Signal(object)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items = GroupedModel(self)
        self._delegate = GroupedDelegate(theme, self._items, self)
        self._is_changing = False
        self._theme, self._ground = theme, ""
        self.setAccessibleName(name)
        self.setModel(self._items)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(theme.px(18))
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(self._on_activated)
        theme.changed.connect(self._on_theme_changed)

    def cover_all_behind(self, ground: str) -> None:
        """Fill the list with a colour of its own: where it floats, nothing behind is drawn anew."""
        self._ground = ground
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_items(self, sections: Sequence[Section], items: Sequence[GroupedItem]) -> None:
        """Show exactly these, ordered by section; a section without items is left out."""
        self._keeping_place(lambda: self._items.show_items(sections, items))

    def show_pages(self, sections: Sequence[Section], page: ItemPage) -> None:
        """Show pages of items, fetched while scrolling."""
        self._keeping_place(lambda: self._items.show_pages(sections, page))

    def current_item(self) -> GroupedItem | None:
        """The chosen item, if there is one."""
        index = self.currentIndex()
        entry = self._items.entry_at(index.row()) if index.isValid() else None
        return entry if isinstance(entry, GroupedItem) else None

    def choose_key(self, key: Hashable) -> bool:
        """Choose the item with this key, if it is shown; say whether it is."""
        place = self._items.place_of(key)
        if place >= 0:
            self.setCurrentIndex(self._items.index(place))
        return place >= 0

    def clear_choice(self) -> None:
        """Choose nothing."""
        self.setCurrentIndex(QModelIndex())

    def step(self, by: int) -> None:
        """Choose the next (1) or previous (-1) item, stepping over headings."""
        place = self.currentIndex().row() + by
        while 0 <= place < self._items.rowCount():
            if isinstance(self._items.entry_at(place), GroupedItem):
                self.setCurrentIndex(self._items.index(place))
                if place == 1:
                    self.scrollToTop()
                return
            place += by

    def activate_current(self) -> None:
        """The same as Enter."""
        self._on_activated(self.currentIndex())

    @override
    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance("m") * 26
        return QSize(width, 8 * self._delegate.item_height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._show_focus(True)
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.activate_current()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            self.step(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._show_focus(shows_ring(event.reason(), self._delegate.shows_focus))
        super().focusInEvent(event)
        if self.current_item() is None and self._delegate.shows_focus:
            self.step(1)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._show_focus(False)
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        if self._ground:
            QPainter(self.viewport()).fillRect(e.rect(), self._theme.color(self._ground))
        super().paintEvent(e)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def _keeping_place(self, change: Callable[[], None]) -> None:
        item = self.current_item()
        scrolled = self.verticalScrollBar().value()
        self._is_changing = True
        change()
        if item is not None and self.choose_key(item.key):
            self.verticalScrollBar().setValue(scrolled)
        self._is_changing = False

    def _hover(self, place: int) -> None:
        if place != self._delegate.hovered:
            self._delegate.hovered = place
            self.viewport().update()

    def _show_focus(self, is_shown: bool) -> None:
        if is_shown != self._delegate.shows_focus:
            self._delegate.shows_focus = is_shown
            self.viewport().update()

    def _on_current(self, current: QModelIndex) -> None:
        item = self.current_item() if current.isValid() else None
        if item is not None and not self._is_changing:
            self.item_chosen.emit(item)

    def _on_activated(self, index: QModelIndex) -> None:
        entry = self._items.entry_at(index.row()) if index.isValid() else None
        if isinstance(entry, GroupedItem):
            self.item_activated.emit(entry)

    def _on_theme_changed(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

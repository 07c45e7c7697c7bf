"""The timeline as a list: how each entry is drawn, and how the keyboard walks through it."""

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QWidget
from typing_extensions import override

from ui.contacts.line_layout import LINE, PAD_X, PAD_Y
from ui.contacts.timeline_delegate import TimelineDelegate
from ui.contacts.timeline_model import PAGE, TimelineModel
from ui.look.focus_ring import shows_ring
from ui.look.theme import Theme

NO_LIMIT = 16_777_215


class TimelineView(QListView):
    """`menu_asked` carries the place of an entry and the point for its menu.

    `entered` carries the place on which Enter was pressed, `read_asked` wants all of it as text.
    """

    menu_asked = Signal(int, QPoint)
    copy_asked = Signal(int)
    entered = Signal(int)
    read_asked = Signal()

    def __init__(self, theme: Theme, model: TimelineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model
        self._delegate = TimelineDelegate(theme, model, self)
        self._shows_focus = False
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Timeline, newest first"))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("background: transparent;")
        self.verticalScrollBar().setSingleStep(theme.px(LINE * 2))
        model.modelReset.connect(self.fit_height)
        model.rowsInserted.connect(self.fit_height)
        theme.changed.connect(self._on_theme_changed)

    def settle(self) -> None:
        """Lay the entries out now that they are known; Qt would paint first, then again."""
        self.executeDelayedItemsLayout()

    def show_all_short(self) -> None:
        """Shorten every long note again."""
        self._delegate.shorten_all()

    def choose(self, place: int) -> None:
        """Stand on an entry and bring it into sight."""
        index = self._model.index(place, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)

    def reach(self) -> int:
        """How many entries, from the newest, are needed to stand where the nurse is."""
        lowest = self.indexAt(self.viewport().rect().bottomLeft()).row()
        return max(lowest, self.currentIndex().row()) + PAGE

    def fit_height(self) -> None:
        """Be no higher than all entries are, once all were read."""
        width = self.viewport().width()
        if self._model.canFetchMore(QModelIndex()) or width <= 0:
            self.setMaximumHeight(NO_LIMIT)
            return
        delegate, rows = self._delegate, range(self._model.rowCount())
        self.setMaximumHeight(max(1, sum(delegate.height_of(row, width) for row in rows)))

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(480), min(self.maximumHeight(), self._theme.px(2_000)))

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        if e.oldSize().width() != e.size().width():
            self._model.forget_after(self.reach())
        super().resizeEvent(e)
        if e.oldSize().width() != e.size().width():
            self.fit_height()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._shows_focus = True
        index, key = self.currentIndex(), event.key()
        if index.isValid() and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(index.row())
        elif key == Qt.Key.Key_R and not event.modifiers():
            self.read_asked.emit()
        elif index.isValid() and key == Qt.Key.Key_Space:
            self._toggle_whole(index)
        elif index.isValid() and event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit(index.row())
        else:
            super().keyPressEvent(event)
            self.viewport().update()

    @override
    def contextMenuEvent(self, arg__1: QContextMenuEvent) -> None:
        is_key = arg__1.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if is_key else self.indexAt(arg__1.pos())
        if index.isValid() and is_key:
            self.ask_for_menu(index)
        elif index.isValid():
            self.setCurrentIndex(index)
            self.menu_asked.emit(index.row(), arg__1.globalPos())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._shows_focus = shows_ring(event.reason(), self._shows_focus)
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount() and self._shows_focus:
            self.setCurrentIndex(self._model.index(0, 0))
        self.viewport().update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._shows_focus = False
        super().mousePressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self._toggle_whole(index)

    def ask_for_menu(self, index: QModelIndex) -> None:
        """Ask for the menu of an entry, below its first line."""
        box = self.visualRect(index)
        left = box.right() - PAD_X if self.isRightToLeft() else box.left()
        place = QPoint(left + PAD_X, min(box.top() + self._theme.px(LINE) + PAD_Y, box.bottom()))
        self.menu_asked.emit(index.row(), self.viewport().mapToGlobal(place))

    def _toggle_whole(self, index: QModelIndex) -> None:
        self._delegate.toggle_whole(index)
        self.fit_height()
        self.viewport().update()

    def _on_theme_changed(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.fit_height()

"""Choosing one option from a list that opens, with or without typing."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QSizePolicy, QWidget

from ui.look.fields import BareLine
from ui.look.options import Option, option_words
from ui.look.theme import Theme
from ui.override import override

CHEVRON = 14


class Choice(QComboBox):
    """A list that opens; `chosen` carries the key when the nurse took one.

    `empty` are the words for nothing chosen; without them something always is.
    """

    chosen = Signal(str)
    edited = Signal()

    def __init__(
        self,
        theme: Theme,
        options: Sequence[Option],
        value: str = "",
        empty: str = "",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._empty = empty
        self._options: tuple[Option, ...] | None = None
        self.setProperty("small", "true" if small else "")
        popup = QListView()
        popup.setProperty("look", "popup")
        self.setView(popup)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.set_options(options)
        self.set_value(value)
        self.activated.connect(self._on_activated)

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer something else, keeping the chosen key when it is still offered."""
        if self._options == tuple(options):
            return
        kept = self.value()
        self._options = tuple(options)
        self.clear()
        if self._empty:
            self.addItem(self._empty, "")
        for option in options:
            self.addItem(option_words(option), option.key)
        self.set_value(kept)

    def value(self) -> str:
        """The key of the chosen option, or an empty string."""
        return self.currentData(Qt.ItemDataRole.UserRole) or ""

    def set_value(self, key: str) -> None:
        """Choose without announcing it; an unknown key chooses the first or nothing."""
        self.setCurrentIndex(max(self.findData(key), 0 if self.count() else -1))

    @override
    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self._theme.px(90)), hint.height())

    @override
    def wheelEvent(self, e: QWheelEvent) -> None:
        e.ignore()

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        side = self._theme.px(CHEVRON)
        left = 8 if self.isRightToLeft() else self.width() - side - 8
        color = "ink_2" if self.isEnabled() else "ink_3"
        pixmap = self._theme.pixmap("chevron-down", color, CHEVRON, self.devicePixelRatioF())
        QPainter(self).drawPixmap(QPoint(left, (self.height() - side) // 2), pixmap)

    def _on_activated(self) -> None:
        self.edited.emit()
        self.chosen.emit(self.value())


class SearchChoice(Choice):
    """A list that also opens while typing: any part of a word finds it, accents aside.

    Leaving with words that fit nothing brings back what was chosen; leaving it empty chooses
    nothing.
    """

    def __init__(
        self,
        theme: Theme,
        options: Sequence[Option],
        value: str = "",
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        from ui.look.type_ahead import TypeAhead

        self._key = ""
        super().__init__(theme, (), parent=parent)
        line = BareLine(self)
        self.setEditable(True)
        self.setLineEdit(line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line.setCompleter(None)  # pyright: ignore[reportArgumentType]
        line.setPlaceholderText(placeholder)
        self._type_ahead = TypeAhead(line, options, self)
        self._type_ahead.picked.connect(self._take)
        line.editingFinished.connect(self._on_left)
        self.set_options(options)
        self.set_value(value)

    @override
    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        line = self.lineEdit()
        if line is not None:
            line.setAccessibleName(name)

    @override
    def set_options(self, options: Sequence[Option]) -> None:
        super().set_options(options)
        if self.isEditable():
            self._type_ahead.set_options(options)

    @override
    def value(self) -> str:
        return self._key

    @override
    def set_value(self, key: str) -> None:
        place = self.findData(key) if key else -1
        self._key = key if place >= 0 else ""
        self.setCurrentIndex(place)
        if place < 0:
            self.setEditText("")
        line = self.lineEdit()
        if line is not None:
            line.setCursorPosition(0)

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() == Qt.Key.Key_Down and not self._type_ahead.is_open():
            typed = self.currentText()
            is_chosen = self.findText(typed) >= 0
            self._type_ahead.show_matching("" if is_chosen else typed)
            return
        super().keyPressEvent(e)

    def _take(self, key: str) -> None:
        is_new = key != self._key
        self.set_value(key)
        if is_new:
            self.edited.emit()
            self.chosen.emit(key)

    @override
    def _on_activated(self) -> None:
        self._take(self.currentData(Qt.ItemDataRole.UserRole) or "")

    def _on_left(self) -> None:
        if self._type_ahead.is_open():
            return
        typed = self.currentText()
        if not typed.strip():
            self._take("")
            return
        place = self.findText(typed)
        if place >= 0:
            if typed != self.itemText(self.findData(self._key)):
                self._take(self.itemData(place))
            return
        option = self._type_ahead.first(typed)
        self._take(option.key if option else self._key)
        self.set_value(self._key)

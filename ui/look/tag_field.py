"""Several options as chips in one field, added by typing and taken away by × or Delete."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from ui.look import tokens as t
from ui.look.fields import BareLine
from ui.look.flow import FlowLayout
from ui.look.options import Option
from ui.look.tab_order import stand_between, stop_before
from ui.look.theme import Theme
from ui.look.type_ahead import TypeAhead

CROSS = 11


class TagField(QWidget):
    """Holds any number of `options`; `edited` tells that the nurse added or took one away."""

    edited = Signal()

    def __init__(
        self, theme: Theme, name: str, options: Sequence[Option], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._options = {option.key: option for option in options}
        self._tags: dict[str, _Tag] = {}
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = FlowLayout(5, 5, parent=self)
        self._flow.setContentsMargins(9, 6, 9, 6)
        self._line = BareLine()
        self._line.setProperty("look", "bare")
        self._line.setPlaceholderText(self.tr("add…"))
        self._line.setAccessibleName(name)
        self._line.setMinimumWidth(theme.px(60))
        self._line.installEventFilter(self)
        self._flow.addWidget(self._line)
        self.setFocusProxy(self._line)
        self._type_ahead = TypeAhead(self._line, options, self)
        self._type_ahead.picked.connect(self._on_picked)
        self._line.returnPressed.connect(self._on_return)
        theme.changed.connect(self._on_theme_changed)

    def value(self) -> tuple[str, ...]:
        """The keys of what is held, in the order it was added."""
        return tuple(self._tags)

    def set_value(self, keys: Iterable[str]) -> None:
        """Hold exactly these keys without telling that it was edited; unknown ones are left out."""
        for key in list(self._tags):
            self._drop(key)
        for key in keys:
            self._add(key)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            is_empty = watched is self._line and not self._line.text()
            if is_empty and key == Qt.Key.Key_Backspace and self._tags:
                self._take_away(next(reversed(self._tags)))
                return True
            if is_empty and key == Qt.Key.Key_Down:
                self._type_ahead.show_matching("")
                return True
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_on = self._line.hasFocus()
        is_wrong = self.property("wrong") == "true"
        edge = "focus" if is_on else ("bad" if is_wrong else "control")
        width = 2 if is_on else 1
        painter.setPen(QPen(self._theme.color(edge), width))
        painter.setBrush(self._theme.color("field"))
        inset = width / 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, t.RADIUS - inset / 2, t.RADIUS - inset / 2)

    def _add(self, key: str) -> bool:
        option = self._options.get(key)
        if option is None or key in self._tags:
            return False
        tag = _Tag(self._theme, option)
        tag.clicked.connect(lambda: self._take_away(key))
        self._tags[key] = tag
        before = stop_before(self._line)
        self._flow.insert_widget(self._flow.count() - 1, tag)
        stand_between(before, [tag], self._line)
        self._show_options()
        return True

    def _drop(self, key: str) -> None:
        tag = self._tags.pop(key)
        self._flow.removeWidget(tag)
        tag.hide()
        tag.deleteLater()
        self._show_options()

    def _take_away(self, key: str) -> None:
        if key in self._tags:
            self._drop(key)
            self._line.setFocus()
            self.edited.emit()

    def _show_options(self) -> None:
        left = [option for key, option in self._options.items() if key not in self._tags]
        self._type_ahead.set_options(left)
        self.updateGeometry()

    def _on_picked(self, key: str) -> None:
        self._line.clear()
        if self._add(key):
            self._line.clear()
            self.edited.emit()

    def _on_return(self) -> None:
        option = self._type_ahead.first(self._line.text())
        if option is not None:
            self._on_picked(option.key)

    def _on_theme_changed(self) -> None:
        self._line.setMinimumWidth(self._theme.px(60))
        self.updateGeometry()
        self.update()


class _Tag(QPushButton):
    def __init__(self, theme: Theme, option: Option) -> None:
        super().__init__(option.label)
        self.setShortcut(QKeySequence())  # an ampersand is a word here and makes no key
        self._theme = theme
        self.setAutoDefault(False)
        self.setAccessibleName(self.tr("Take away {topic}").format(topic=option.label))

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font())
        words = metrics.horizontalAdvance(self.text()) + self._theme.px(CROSS) + 3
        return QSize(words + 16, max(self._theme.px(20), metrics.height() + 4))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys:
            self.click()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent_soft"))
        shape = QRectF(self.rect())
        painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            inner = shape.adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
        cross = theme.px(CROSS)
        is_mirrored = self.isRightToLeft()
        words = self.rect().adjusted(6 + (cross if is_mirrored else 0), 0, -6, 0)
        words = words if is_mirrored else words.adjusted(0, 0, -cross, 0)
        painter.setFont(self._font())
        painter.setPen(theme.color("accent"))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
        left = 6 if is_mirrored else self.width() - 6 - cross
        pixmap = theme.pixmap("x", "accent", CROSS, self.devicePixelRatioF())
        painter.drawPixmap(QPoint(left, (self.height() - cross) // 2), pixmap)

    def _font(self) -> QFont:
        return self._theme.font(t.TEXT_SMALL, t.SEMIBOLD)

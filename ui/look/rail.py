"""The rail at the window's edge: the places of the program, and the lock at the bottom."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.look import tokens as t
from ui.look.focus_ring import shows_ring
from ui.look.labels import plain_tooltip
from ui.look.logo import Logo
from ui.look.theme import Theme
from ui.override import override

WIDTH, ITEM_WIDTH, LOGO, ICON = 72, 60, 34, 20


@dataclass(frozen=True, slots=True)
class RailItem:
    """A place: its key, its word, its icon, and the shortcut shown in the tooltip."""

    key: str
    word: str
    icon: str
    hint: str = ""


class Rail(QWidget):
    """`chosen` carries the key of the place the nurse asked for; `lock_pressed` asks to lock.

    Up and Down move between the places.
    """

    chosen = Signal(str)
    lock_pressed = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        items: Sequence[RailItem],
        lock: RailItem,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons: dict[str, _RailButton] = {}
        self._group = QButtonGroup(self)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 12, 6, 12)
        column.setSpacing(4)
        column.addWidget(Logo(theme, LOGO), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(10)
        for item in items:
            button = _RailButton(theme, item)
            button.setCheckable(True)
            self._group.addButton(button)
            self._buttons[item.key] = button
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._lock = _RailButton(theme, lock)
        self._lock.clicked.connect(self.lock_pressed)
        column.addWidget(self._lock, 0, Qt.AlignmentFlag.AlignHCenter)
        self._group.buttonClicked.connect(self._on_clicked)
        theme.changed.connect(self._on_theme_changed)

    def value(self) -> str:
        """The key of the place that is shown."""
        return next((key for key, b in self._buttons.items() if b.isChecked()), "")

    def set_value(self, key: str) -> None:
        """Mark a place as shown without announcing it."""
        self._buttons[key].setChecked(True)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(WIDTH), 400)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(WIDTH), super().minimumSizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        stops = [*self._buttons.values(), self._lock]
        here = next((place for place, stop in enumerate(stops) if stop.hasFocus()), None)
        if not by or here is None:
            super().keyPressEvent(event)
            return
        stops[(here + by) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.color("rail"))

    def _on_clicked(self, button: QPushButton) -> None:
        for key, each in self._buttons.items():
            if each is button:
                self.chosen.emit(key)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


class _RailButton(QPushButton):
    def __init__(self, theme: Theme, item: RailItem) -> None:
        super().__init__(item.word)
        self._theme = theme
        self._icon = item.icon
        self._shows_focus = False
        self.setAutoDefault(False)
        self.setToolTip(plain_tooltip(f"{item.word}  {item.hint}" if item.hint else ""))
        self.setAccessibleDescription(item.hint)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        px = self._theme.px
        words = QFontMetrics(self._theme.font(t.TEXT_LABEL)).horizontalAdvance(self.text())
        return QSize(max(px(ITEM_WIDTH), min(words + 6, px(WIDTH))), px(52))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._shows_focus = shows_ring(event.reason(), self._shows_focus)
        super().focusInEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_on = self.isChecked() or self.underMouse()
        ink = "rail_ink_on" if is_on else "rail_ink"
        if is_on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("rail_on"))
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        side = theme.px(ICON)
        pixmap = theme.pixmap(self._icon, ink, ICON, self.devicePixelRatioF())
        painter.drawPixmap(QPointF((self.width() - side) / 2, theme.px(8)), pixmap)
        painter.setFont(theme.font(t.TEXT_LABEL))
        painter.setPen(theme.color(ink))
        top = theme.px(8 + ICON + 2)
        words = QRect(0, top, self.width(), self.height() - top - theme.px(4))
        elide = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(self.text(), elide, self.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, shown)
        if self.hasFocus() and self._shows_focus:
            painter.setPen(QPen(theme.color("rail_ink_on"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)

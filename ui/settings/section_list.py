"""The sections of the settings, one below the other, at the page's side."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui.look import tokens as t
from ui.look.focus_ring import shows_ring
from ui.look.options import Option
from ui.look.theme import Theme

HEIGHT = 32
PAD_X = 10


class SectionList(QWidget):
    """`chosen` carries the key of the section the nurse opened; Up and Down go through them.

    One Tab stop: the section that is open.
    """

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, name: str, options: Sequence[Option], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines: dict[str, _Line] = {}
        self._group = QButtonGroup(self)
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for option in options:
            line = _Line(theme, option.label)
            line.setAccessibleName(f"{name}: {option.label}")
            line.stepped.connect(self._on_stepped)
            self._lines[option.key] = line
            self._group.addButton(line)
            column.addWidget(line)
        column.addStretch(1)
        self._group.buttonClicked.connect(self._on_clicked)

    def value(self) -> str:
        """The key of the open section."""
        return next((key for key, line in self._lines.items() if line.isChecked()), "")

    def open_line(self) -> QWidget:
        """The line of the open section."""
        return self._lines[self.value()]

    def set_value(self, key: str) -> None:
        """Mark a section as open without announcing it; a keyboard that is here goes with it."""
        here = next((line for line in self._lines.values() if line.hasFocus()), None)
        self._lines[key].setChecked(True)
        self._keep_one_stop()
        if here is not None and here is not self._lines[key]:
            self._lines[key].take_focus(with_ring=here.shows_focus)

    def focus_here(self) -> None:
        """Put the keyboard on the open section."""
        line = self._lines.get(self.value())
        if line is not None:
            line.take_focus(with_ring=True)

    def _on_clicked(self, button: QPushButton) -> None:
        self._keep_one_stop()
        for key, line in self._lines.items():
            if line is button:
                self.chosen.emit(key)

    def _on_stepped(self, by: int) -> None:
        keys = list(self._lines)
        key = keys[(keys.index(self.value()) + by) % len(keys)]
        self.set_value(key)
        self.focus_here()
        self.chosen.emit(key)

    def _keep_one_stop(self) -> None:
        for line in self._lines.values():
            policy = Qt.FocusPolicy.StrongFocus if line.isChecked() else Qt.FocusPolicy.ClickFocus
            line.setFocusPolicy(policy)


class _Line(QPushButton):
    """`shows_focus`: the keyboard came here by keys."""

    stepped = Signal(int)

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__(words)
        self._theme = theme
        self.shows_focus = False
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def take_focus(self, *, with_ring: bool) -> None:
        """Have the keyboard, and show by a ring that it is here or not."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.shows_focus = with_ring
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font(t.TEXT, t.SEMIBOLD))
        width = metrics.horizontalAdvance(self.text()) + 2 * PAD_X
        return QSize(width, max(self._theme.px(HEIGHT), metrics.height() + 8))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(90), self.sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if by:
            self.stepped.emit(by)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.shows_focus = shows_ring(event.reason(), self.shows_focus)
        super().focusInEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_on = self.isChecked()
        box = QRectF(self.rect())
        if is_on or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft" if is_on else "hover"))
            painter.drawRoundedRect(box, t.RADIUS, t.RADIUS)
        painter.setFont(theme.font(t.TEXT, t.SEMIBOLD if is_on else t.MEDIUM))
        painter.setPen(theme.color("accent" if is_on else "ink_2"))
        words = QRect(PAD_X, 0, self.width() - 2 * PAD_X, self.height())
        elide = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(self.text(), elide, words.width())
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, side | Qt.AlignmentFlag.AlignVCenter, shown)
        if self.hasFocus() and self.shows_focus:
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), t.RADIUS - 1, t.RADIUS - 1)

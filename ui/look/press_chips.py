"""Chips that can be pressed: a line of them, each opening what it names."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from ui.look.chips import ChipPainter, ChipText
from ui.look.flow import FlowLayout
from ui.look.focus_ring import shows_ring
from ui.look.labels import plain_tooltip
from ui.look.theme import Theme


class PressChip(QPushButton):
    """A chip as a button: a click, Space or Enter presses it; a screen reader reads its words."""

    def __init__(self, theme: Theme, chip: ChipText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._painter = ChipPainter(theme, self)
        self._chip = chip
        self._shows_focus = False
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_chip(chip)
        theme.changed.connect(self._on_theme_changed)

    @property
    def chip(self) -> ChipText:
        """What is shown."""
        return self._chip

    def show_chip(self, chip: ChipText) -> None:
        """Say something else."""
        self._chip = chip
        self.setAccessibleName(chip.text)
        self.setToolTip(plain_tooltip(chip.text))
        self._on_theme_changed()

    @override
    def sizeHint(self) -> QSize:
        return self._painter.size(self._chip)

    @override
    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), 3 * hint.height()), hint.height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._shows_focus = shows_ring(event.reason(), self._shows_focus)
        super().focusInEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = min(self.width(), self.sizeHint().width())
        left = self.width() - width if self.isRightToLeft() else 0
        top = (self.height() - self._painter.height) // 2
        self._painter.paint(painter, left, top, self._chip, width)
        is_ring = self.hasFocus() and self._shows_focus
        if not is_ring and not self.underMouse():
            return
        ink = self._theme.color("focus" if is_ring else self._chip.tone.ink)
        painter.setPen(QPen(ink, 2 if is_ring else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        shape = QRectF(left, top, width, self._painter.height).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


class PressChips(QWidget):
    """A flow of chips, each under a key; `pressed` carries the key of the one that was pressed.

    Chips whose key is shown again stay the same widgets, so that the keyboard keeps its place.
    """

    pressed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chips: dict[object, PressChip] = {}
        self._flow = FlowLayout(6, 4)
        self.setLayout(self._flow)

    def show_chips(self, chips: Sequence[tuple[object, ChipText]]) -> None:
        """Show exactly these chips, in this order."""
        while self._flow.takeAt(0) is not None:
            pass
        wanted = dict(chips)
        for key in [key for key in self._chips if key not in wanted]:
            gone = self._chips.pop(key)
            gone.hide()
            gone.deleteLater()
        for key, text in wanted.items():
            chip = self._chips.get(key) or self._make(key, text)
            chip.show_chip(text)
            self._flow.addWidget(chip)
        self.setVisible(bool(wanted))
        self.updateGeometry()

    def chip(self, key: object) -> PressChip:
        """The chip under a key."""
        return self._chips[key]

    def words(self) -> list[str]:
        """What the chips say, in their order."""
        return [chip.chip.words for chip in self._chips.values()]

    def _make(self, key: object, text: ChipText) -> PressChip:
        chip = PressChip(self._theme, text)
        chip.clicked.connect(lambda: self.pressed.emit(key))
        self._chips[key] = chip
        return chip

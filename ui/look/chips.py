"""Chips: a sign and a word on a soft pill, drawn once and kept as pictures."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.look.labels import plain_tooltip
from ui.look.theme import Theme
from ui.look.tokens import SEMIBOLD, TEXT_SMALL, Tone

KEPT_CHIPS = 512
PAD_X = 8


@dataclass(frozen=True, slots=True)
class ChipText:
    """What a chip says: words, their meaning, and a sign such as ! ● ◆ ▲ ↻ ✓ before them."""

    text: str
    tone: Tone = Tone.MUTE
    sign: str = ""

    @property
    def words(self) -> str:
        """Sign and words as one line."""
        return f"{self.sign} {self.text}" if self.sign else self.text


class ChipPainter(QObject):
    """Draws chips for delegates; each different chip is drawn once per theme and pixel ratio."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pixmaps: dict[tuple[ChipText, float, int], QPixmap] = {}
        self._sizes: dict[ChipText, QSize] = {}
        theme.changed.connect(self._on_theme_changed)

    @property
    def height(self) -> int:
        """The height of every chip."""
        return self.size(ChipText("")).height()

    def size(self, chip: ChipText) -> QSize:
        """The room the whole chip takes."""
        size = self._sizes.get(chip)
        if size is None:
            metrics = QFontMetrics(self._theme.font(TEXT_SMALL, SEMIBOLD))
            width = metrics.horizontalAdvance(chip.words) + 2 * PAD_X
            height = max(metrics.height() + 2, self._theme.px(19))
            if len(self._sizes) > KEPT_CHIPS:
                self._sizes.clear()
            size = self._sizes[chip] = QSize(width, height)
        return size

    def paint(self, painter: QPainter, x: int, y: int, chip: ChipText, max_width: int) -> int:
        """Draw the chip with its top left at x, y, shortened to `max_width`; returns its width."""
        width = min(self.size(chip).width(), max_width)
        if width < self.height:
            return 0
        painter.drawPixmap(QPointF(x, y), self._pixmap(chip, _ratio(painter), width))
        return width

    def _pixmap(self, chip: ChipText, ratio: float, width: int) -> QPixmap:
        key = (chip, ratio, width)
        pixmap = self._pixmaps.get(key)
        if pixmap is None:
            if len(self._pixmaps) > KEPT_CHIPS:
                self._pixmaps.clear()
            pixmap = self._pixmaps[key] = self._draw(chip, ratio, width)
        return pixmap

    def _draw(self, chip: ChipText, ratio: float, width: int) -> QPixmap:
        height = self.height
        pixmap = QPixmap(round(width * ratio), round(height * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(chip.tone.soft))
        painter.drawRoundedRect(QRectF(0, 0, width, height), height / 2, height / 2)
        painter.setFont(self._theme.font(TEXT_SMALL, SEMIBOLD))
        painter.setPen(self._theme.color(chip.tone.ink))
        room = width - 2 * PAD_X
        words = chip.words
        if width < self.size(chip).width():
            elide = Qt.TextElideMode.ElideRight
            words = painter.fontMetrics().elidedText(words, elide, room)
        box = QRectF(PAD_X - 1, 0, room + 2, height)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()
        return pixmap

    def _on_theme_changed(self) -> None:
        self._pixmaps.clear()
        self._sizes.clear()


class Chip(QWidget):
    """One chip as a widget; it reads itself to a screen reader as its words."""

    def __init__(self, theme: Theme, chip: ChipText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painter = ChipPainter(theme, self)
        self._chip = chip
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
    def paintEvent(self, event: QPaintEvent) -> None:
        top = (self.height() - self._painter.height) // 2
        width = min(self.width(), self.sizeHint().width())
        is_right = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = self.width() - width if is_right else 0
        self._painter.paint(QPainter(self), left, top, self._chip, self.width())

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


def _ratio(painter: QPainter) -> float:
    return painter.device().devicePixelRatioF()

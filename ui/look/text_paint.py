"""Painting words fast: each text is shortened and laid out once and then only drawn."""

from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QStaticText, QTransform

from ui.look.theme import Theme

KEPT_TEXTS = 4096


class TextPainter(QObject):
    """Draws one line of plain text, shortened at its end, for delegates."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts: dict[tuple[str, float, int, int], tuple[QStaticText, float, float, bool]] = {}
        self._metrics: dict[tuple[float, int], QFontMetricsF] = {}
        theme.changed.connect(self._on_theme_changed)

    def width(self, text: str, size: float, weight: int) -> float:
        """How wide the whole text is."""
        return self._metrics_of(size, weight).horizontalAdvance(text)

    def is_short(self, text: str, size: float, weight: int, room: int) -> bool:
        """Whether the text fits the room whole."""
        return not self._laid_out(text, size, weight, room)[3]

    def draw(
        self,
        painter: QPainter,
        x: float,
        y: float,
        room: int,
        line_height: float,
        text: str,
        size: float,
        weight: int,
        color: str,
        at_right: bool = False,
    ) -> None:
        """Draw in the box of `room` by `line_height` at x, y, from its left or at its right."""
        if not text or room <= 0:
            return
        laid_out, width, height, _ = self._laid_out(text, size, weight, room)
        painter.setFont(self._theme.font(size, weight))
        painter.setPen(self._theme.color(color))
        left = x + room - width if at_right else x
        painter.drawStaticText(QPointF(left, y + (line_height - height) / 2), laid_out)

    def _laid_out(
        self, text: str, size: float, weight: int, room: int
    ) -> tuple[QStaticText, float, float, bool]:
        key = (text, size, weight, room)
        kept = self._texts.get(key)
        if kept is not None:
            return kept
        if len(self._texts) >= KEPT_TEXTS:
            del self._texts[next(iter(self._texts))]
        laid_out = self._lay_out(text, size, weight)
        is_long = laid_out.size().width() > room + 0.5
        if is_long:
            elide = Qt.TextElideMode.ElideRight
            shorter = self._metrics_of(size, weight).elidedText(text, elide, room)
            laid_out = self._lay_out(shorter, size, weight)
        extent = laid_out.size()
        kept = self._texts[key] = (laid_out, extent.width(), extent.height(), is_long)
        return kept

    def _lay_out(self, text: str, size: float, weight: int) -> QStaticText:
        laid_out = QStaticText(text)
        laid_out.setTextFormat(Qt.TextFormat.PlainText)
        laid_out.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        laid_out.prepare(QTransform(), self._theme.font(size, weight))
        return laid_out

    def _metrics_of(self, size: float, weight: int) -> QFontMetricsF:
        metrics = self._metrics.get((size, weight))
        if metrics is None:
            font = self._theme.font(size, weight)
            metrics = self._metrics[size, weight] = QFontMetricsF(font)
        return metrics

    def _on_theme_changed(self) -> None:
        self._texts.clear()
        self._metrics.clear()

"""Line icons from SVG files, tinted with one colour and kept at the screen's pixel ratio."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

RATIOS = (1.0, 1.5, 2.0)


class Icons:
    """Draws the SVG files of one folder; a drawing is made once per name, colour, size and ratio.

    The files draw with `currentColor`. An unknown name raises `FileNotFoundError`: it is our bug.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sources: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        self._icons: dict[tuple[str, str, int], QIcon] = {}

    def pixmap(self, name: str, color: str, size_px: int, ratio: float = 1.0) -> QPixmap:
        """The icon as a square of `size_px` device-independent pixels in the colour #RRGGBB."""
        key = (name, color, size_px, ratio)
        pixmap = self._pixmaps.get(key)
        if pixmap is None:
            pixmap = self._pixmaps[key] = self._draw(name, color, size_px, ratio)
        return pixmap

    def icon(self, name: str, color: str, size_px: int) -> QIcon:
        """The icon for buttons and menus, with a drawing for each usual pixel ratio."""
        key = (name, color, size_px)
        icon = self._icons.get(key)
        if icon is None:
            icon = self._icons[key] = QIcon()
            for ratio in RATIOS:
                icon.addPixmap(self.pixmap(name, color, size_px, ratio))
        return icon

    def _source(self, name: str) -> str:
        if name not in self._sources:
            self._sources[name] = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        return self._sources[name]

    def _draw(self, name: str, color: str, size_px: int, ratio: float) -> QPixmap:
        svg = self._source(name).replace("currentColor", color)
        pixels = max(1, round(size_px * ratio))
        pixmap = QPixmap(pixels, pixels)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, pixels, pixels))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

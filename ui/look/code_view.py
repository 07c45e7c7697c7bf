"""A code to be copied by hand: large letters of equal width, in groups, and a picture of a seed."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import tokens as t
from ui.look.theme import Theme
from ui.override import override

CELL, GAP, LINE = 0.84, 0.8, 1.7
"""Width of a letter, width between groups and height of a line, as shares of the size."""
QUIET = 4
"""Modules of white around a QR code: ISO/IEC 18004 asks for four."""
PICTURE = 172


class CodeView(QWidget):
    """Shows codes whose groups are parted by hyphens, so many groups to a line.

    Nothing can be copied out of it: what is on the clipboard is on no paper.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        codes: Sequence[str],
        per_line: int = 4,
        size: float = 22,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._size = theme, size
        self._lines = [
            groups[start : start + per_line]
            for groups in (code.split("-") for code in codes)
            for start in range(0, len(groups), per_line)
        ]
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{name}: {', '.join(codes)}")
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        widest = max((self._width_of(line) for line in self._lines), default=0.0)
        height = self._theme.px(self._size * LINE) * len(self._lines)
        return QSize(round(widest) + 2, height)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._theme.font(self._size, t.SEMIBOLD))
        painter.setPen(self._theme.color("ink"))
        size, height = self._theme.px(self._size), self._theme.px(self._size * LINE)
        for row, groups in enumerate(self._lines):
            left = (self.width() - self._width_of(groups)) / 2
            for group in groups:
                for letter in group:
                    box = QRectF(left, row * height, size * CELL, height)
                    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
                    left += size * CELL
                left += size * GAP

    def _width_of(self, groups: Sequence[str]) -> float:
        size = self._theme.px(self._size)
        return size * (CELL * sum(map(len, groups)) + GAP * (len(groups) - 1))


class QrView(QWidget):
    """A QR code from its modules, black on white in every theme: devices read it so."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        modules: Sequence[Sequence[int]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._modules = theme, modules
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        whole = len(self._modules) + 2 * QUIET
        side = max(1, self._theme.px(PICTURE) // whole) * whole
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        side = self.width() / (len(self._modules) + 2 * QUIET)
        for row, line in enumerate(self._modules):
            for column, is_dark in enumerate(line):
                if is_dark:
                    left, top = (column + QUIET) * side, (row + QUIET) * side
                    painter.fillRect(QRectF(left, top, side, side), QColor("black"))

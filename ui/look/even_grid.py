"""Parts of one width beside each other, on as many lines as the width of the page asks for."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from ui.look.theme import Theme


class EvenGrid(QWidget):
    """Each part is at least `least` pixels wide at 100 % text size; none is left alone on a line
    while fewer on each line would fill all of them.
    """

    def __init__(
        self,
        theme: Theme,
        parts: Sequence[QWidget],
        least: float,
        gap: int = 12,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._parts, self._least, self._gap = theme, tuple(parts), least, gap
        self._count = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(gap)
        self._place(len(self._parts))
        theme.changed.connect(self._fit)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        least = self._theme.px(self._least)
        most = max((self.width() + self._gap) // (least + self._gap), 1)
        count = min(most, len(self._parts))
        lines = -(-len(self._parts) // count)
        self._place(-(-len(self._parts) // lines))

    def _place(self, count: int) -> None:
        if count == self._count:
            return
        for column in range(max(self._count, count)):
            self._grid.setColumnStretch(column, 1 if column < count else 0)
        self._count = count
        for at, part in enumerate(self._parts):
            self._grid.addWidget(part, at // count, at % count)

"""The head of the Summary tab: whole where there is room, else it scrolls above the pages."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget
from typing_extensions import override

MOST_SHARE = 0.6
"""So much of the tab the head takes at most; the pages have the rest."""


class HeadArea(QScrollArea):
    """Holds a layout whose height follows its width; nothing of it is ever out of reach."""

    def __init__(self, head: QLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self._tab = parent
        self._inner = QWidget()
        self._inner.setProperty("look", "scrolled")
        self._inner.setLayout(head)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._inner)
        self._inner.installEventFilter(self)
        parent.installEventFilter(self)

    @override
    def eventFilter(self, arg__1: QObject, arg__2: QEvent) -> bool:
        if arg__2.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fit()
        return super().eventFilter(arg__1, arg__2)

    @override
    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        super().resizeEvent(arg__1)
        self._fit()

    def _fit(self) -> None:
        layout = self._inner.layout()
        if layout is None:
            return
        wanted = layout.totalHeightForWidth(self.width())
        if wanted < 0:
            wanted = layout.totalSizeHint().height()
        most = round(self._tab.height() * MOST_SHARE)
        height = min(wanted, most)
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)

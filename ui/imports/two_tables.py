"""Two tables below each other that share the height: the upper one first, the lower never gone."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

GAP = 12
LEAST_SHARE = 0.3


class TwoTables(QWidget):
    """Each is as high as its rows while there is room; the lower one keeps its share of the rest.

    A table that is hidden takes no room.
    """

    def __init__(self, upper: QWidget, lower: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = (upper, lower)
        for part in self._parts:
            part.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setTabOrder(upper, lower)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def sizeHint(self) -> QSize:
        wanted = [part.sizeHint().height() for part in self._parts if not part.isHidden()]
        return QSize(400, sum(wanted) + GAP)

    @override
    def minimumSizeHint(self) -> QSize:
        least = [part.minimumSizeHint().height() for part in self._parts if not part.isHidden()]
        return QSize(240, sum(least[:1]) + GAP)

    def _place(self) -> None:
        upper, lower = (0 if part.isHidden() else part.sizeHint().height() for part in self._parts)
        room = self.height() - (GAP if upper and lower else 0)
        low = min(lower, max(room - upper, int(room * LEAST_SHARE) if upper else room))
        high = min(upper, room - low)
        top = high + GAP if high else 0
        self._parts[0].setGeometry(0, 0, self.width(), high)
        self._parts[1].setGeometry(0, top, self.width(), low)

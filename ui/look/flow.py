"""A layout that sets its parts in lines like words, and breaks the line where the width ends."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QSizePolicy, QWidget
from typing_extensions import override

Part = TypeVar("Part", bound=QWidget)


class FlowLayout(QLayout):
    """Sets parts from the reading side; `at_end` pushes each line to the far side.

    Parts keep their size hint, but none becomes wider than the layout itself. A last part that
    wants to grow, such as a line to type in, fills what is left of its line.
    """

    def __init__(
        self, gap_x: int = 8, gap_y: int = 4, at_end: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._gap_x, self._gap_y, self._at_end = gap_x, gap_y, at_end
        self.setContentsMargins(QMargins())

    def insert_widget(self, place: int, widget: QWidget) -> None:
        """Put a part before the one now at `place`."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()

    @override
    def addItem(self, arg__1: QLayoutItem) -> None:
        self._items.append(arg__1)
        self.invalidate()

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, arg__1: int) -> int:
        height = self._heights.get(arg__1)
        if height is None:
            height = self._heights[arg__1] = self._place(QRect(0, 0, arg__1, 0), moves=False)
        return height

    @override
    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    @override
    def setGeometry(self, arg__1: QRect) -> None:
        super().setGeometry(arg__1)
        self._place(arg__1, moves=True)

    @override
    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self._gap_x * max(0, len(hints) - 1)
        height = max((hint.height() for hint in hints), default=0)
        margins = self.contentsMargins()
        return QSize(width, height).grownBy(margins)

    @override
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = [[]]
        used = 0
        for item in self._shown():
            hint = item.minimumSize() if _grows(item) else item.sizeHint()
            size = QSize(min(hint.width(), width), item.sizeHint().height())
            if item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(size.width()))
            if lines[-1] and used + self._gap_x + size.width() > width:
                lines.append([])
                used = 0
            used += size.width() + (self._gap_x if lines[-1] else 0)
            lines[-1].append((item, size))
        if lines[-1] and _grows(lines[-1][-1][0]):
            item, size = lines[-1][-1]
            lines[-1][-1] = (item, QSize(size.width() + width - used, size.height()))
        return lines

    def _place(self, rect: QRect, moves: bool) -> int:
        margins = self.contentsMargins()
        room = rect.marginsRemoved(margins)
        parent = self.parentWidget()
        is_mirrored = parent is not None and parent.isRightToLeft()
        y = room.y()
        for line in self._lines(room.width()):
            height = max((size.height() for _, size in line), default=0)
            taken = sum(size.width() for _, size in line) + self._gap_x * max(0, len(line) - 1)
            x = room.width() - taken if self._at_end else 0
            for item, size in line:
                if moves:
                    left = room.width() - x - size.width() if is_mirrored else x
                    top = y + (height - size.height()) // 2
                    item.setGeometry(QRect(QPoint(room.x() + left, top), size))
                x += size.width() + self._gap_x
            y += height + self._gap_y
        return y - self._gap_y - rect.y() + margins.bottom()


class Flow(QWidget):
    """A widget whose parts flow; it can be told all of them anew, or only how many there are."""

    def __init__(
        self, gap_x: int = 8, gap_y: int = 4, at_end: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(gap_x, gap_y, at_end)
        self.setLayout(self._flow)

    def show_parts(self, parts: Sequence[QWidget]) -> None:
        """Show these in place of the ones before, which are deleted."""
        while self._flow.count():
            self._drop_last()
        for part in parts:
            self._flow.addWidget(part)
        self.updateGeometry()

    def fit(self, parts: list[Part], count: int, make: Callable[[], Part]) -> None:
        """Show so many parts: those in the list, fewer, or more that are made and put into it."""
        while len(parts) > count:
            parts.pop()
            self._drop_last()
        while len(parts) < count:
            parts.append(make())
            self._flow.addWidget(parts[-1])
        self.updateGeometry()

    def _drop_last(self) -> None:
        item = self._flow.takeAt(self._flow.count() - 1)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def flowing(gap_x: int, gap_y: int, *parts: QWidget) -> QWidget:
    """A widget in which these parts flow."""
    flow = Flow(gap_x, gap_y)
    flow.show_parts(parts)
    return flow


def at_far_side(parts: Sequence[QWidget], gap: int) -> QWidget:
    """A last part of a flow: at the far side of its line, or of one below without room there."""
    holder = QWidget()
    holder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    row.addStretch(1)
    for part in parts:
        row.addWidget(part)
    return holder


def _grows(item: QLayoutItem) -> bool:
    return bool(item.expandingDirections() & Qt.Orientation.Horizontal)

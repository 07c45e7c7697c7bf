"""Where pages lie one below the other, in pixels of the screen."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize

from ui.summary.made import Page

GAP = 16


@dataclass(frozen=True, slots=True)
class PagePlaces:
    """Pages of one width, with a gap around each."""

    pages: tuple[Page, ...]
    width: int

    @property
    def content(self) -> QSize:
        """The room that all of them take."""
        height = sum(size.height() + GAP for size in self._sizes()) + GAP
        return QSize(self.width + 2 * GAP, height)

    def boxes(self, room: QSize, scrolled: QPoint) -> list[tuple[int, QRect]]:
        """Every page with its place in a view of this room, in its middle when there is more."""
        left = (max(self.content.width(), room.width()) - self.width) // 2 - scrolled.x()
        top = GAP - scrolled.y()
        boxes: list[tuple[int, QRect]] = []
        for number, size in enumerate(self._sizes()):
            boxes.append((number, QRect(QPoint(left, top), size)))
            top += size.height() + GAP
        return boxes

    def _sizes(self) -> list[QSize]:
        return [
            QSize(self.width, round(self.width * page.height / page.width)) for page in self.pages
        ]

"""The preview: white pages one below the other, drawn at the screen's own fineness."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSlider, QFrame, QWidget
from typing_extensions import override

from ui.look import tokens as t
from ui.look.focus_ring import shows_ring
from ui.look.theme import Theme
from ui.summary.latest import Latest
from ui.summary.made import Page, draw_pages
from ui.summary.page_places import GAP, PagePlaces

LEAST_WIDTH = 120
PIXELS_PER_POINT = 96 / 72
STEPS = (50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
FIT = 0
LINE = 48


class PagesView(QAbstractScrollArea):
    """Shows pages as wide as the view, or in percent of their real size.

    Only pages in sight are drawn, in the background; a page keeps its former drawing until the new
    one is there. `zoomed` tells that the percentage changed.
    """

    zoomed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pages: tuple[Page, ...] = ()
        self._drawn: dict[int, tuple[Page, QImage]] = {}
        self._percent = FIT
        self._hint = ""
        self._drawing = Latest(self)
        self._drawing.answered.connect(self._on_drawn)
        self._drawing.failed.connect(self._on_failed)
        self._shows_focus = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(LINE)
        self.horizontalScrollBar().setSingleStep(LINE)
        theme.changed.connect(self.viewport().update)

    def show_pages(self, pages: tuple[Page, ...]) -> None:
        """Show these in place of the ones before; the place on the page stays."""
        self._pages = pages
        self._drawn = {number: at for number, at in self._drawn.items() if number < len(pages)}
        self._lay_out()

    def clear(self, hint: str) -> None:
        """Show no page, but one quiet sentence."""
        self._hint = hint
        self._drawing.forget()
        self._drawn.clear()
        self.show_pages(())
        self.verticalScrollBar().setValue(0)

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages shown."""
        return self._pages

    @property
    def page_count(self) -> int:
        """How many there are."""
        return len(self._pages)

    def page_images(self) -> dict[int, QImage]:
        """The drawings at hand, by page from 0."""
        return {number: image for number, (_, image) in self._drawn.items()}

    @property
    def percent(self) -> int:
        """How large the pages are, in percent of paper at 96 pixels to the inch."""
        if not self._pages:
            return 100
        return round(100 * self._page_width() / (self._pages[0].width * PIXELS_PER_POINT))

    @property
    def is_fitted(self) -> bool:
        """Whether pages are as wide as the view."""
        return self._percent == FIT

    def set_percent(self, percent: int) -> None:
        """Zoom to a percentage, or with FIT to the width of the view."""
        before = self._place_in_middle()
        self._percent = percent
        self._lay_out()
        bar = self.verticalScrollBar()
        bar.setValue(round(before * self._places().content.height() - self.viewport().height() / 2))

    def zoom_in(self) -> None:
        """The next larger step."""
        self.set_percent(next((step for step in STEPS if step > self.percent), STEPS[-1]))

    def zoom_out(self) -> None:
        """The next smaller step."""
        self.set_percent(next((step for step in STEPS[::-1] if step < self.percent), STEPS[0]))

    def fit_width(self) -> None:
        """As wide as the view, whatever its width."""
        self.set_percent(FIT)

    def scroll_page(self, direction: int) -> None:
        """One view down (1) or up (-1)."""
        action = QAbstractSlider.SliderAction
        step = action.SliderPageStepAdd if direction > 0 else action.SliderPageStepSub
        self.verticalScrollBar().triggerAction(step)

    def is_drawn(self) -> bool:
        """Whether all that is in sight is the newest, at its full fineness."""
        return not self._undrawn()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(480), self._theme.px(480))

    @override
    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        super().resizeEvent(arg__1)
        self._lay_out()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()
        self._draw()

    @override
    def focusInEvent(self, arg__1: QFocusEvent) -> None:
        self._shows_focus = shows_ring(arg__1.reason(), self._shows_focus)
        super().focusInEvent(arg__1)
        self.viewport().update()

    @override
    def focusOutEvent(self, arg__1: QFocusEvent) -> None:
        super().focusOutEvent(arg__1)
        self.viewport().update()

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if arg__1.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif arg__1.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(arg__1)

    @override
    def wheelEvent(self, arg__1: QWheelEvent) -> None:
        if arg__1.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if arg__1.angleDelta().y():
                self.zoom_in() if arg__1.angleDelta().y() > 0 else self.zoom_out()
            arg__1.accept()
            return
        super().wheelEvent(arg__1)

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(arg__1.rect(), self._theme.color("bg"))
        if not self._pages:
            painter.setFont(self._theme.font(t.TEXT_SMALL))
            painter.setPen(self._theme.color("ink_3"))
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self._hint)
        for number, box in self._boxes():
            if not box.intersects(arg__1.rect()):
                continue
            painter.fillRect(box, Qt.GlobalColor.white)
            if number in self._drawn:
                painter.drawImage(box, self._drawn[number][1])
            painter.setPen(QPen(self._theme.color("line"), 1))
            painter.drawRect(QRectF(box).adjusted(-0.5, -0.5, 0.5, 0.5))
        if self.hasFocus() and self._shows_focus:
            painter.setPen(QPen(self._theme.color("focus"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _page_width(self) -> int:
        """The width of the first page in pixels."""
        if self._percent == FIT:
            return max(LEAST_WIDTH, self.viewport().width() - 2 * GAP)
        return round(self._pages[0].width * PIXELS_PER_POINT * self._percent / 100)

    def _places(self) -> PagePlaces:
        return PagePlaces(self._pages, self._page_width() if self._pages else 0)

    def _boxes(self) -> list[tuple[int, QRect]]:
        """Every page with its place in the view."""
        scrolled = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return self._places().boxes(self.viewport().size(), scrolled)

    def _place_in_middle(self) -> float:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        return middle / max(1, self._places().content.height())

    def _lay_out(self) -> None:
        content, room = self._places().content, self.viewport().size()
        for bar, needed, there in (
            (self.verticalScrollBar(), content.height(), room.height()),
            (self.horizontalScrollBar(), content.width(), room.width()),
        ):
            bar.setPageStep(there)
            bar.setRange(0, max(0, needed - there))
        self.viewport().update()
        self.zoomed.emit()
        self._draw()

    def _fine_width(self) -> int:
        return round(self._page_width() * self.devicePixelRatioF())

    def _undrawn(self) -> list[tuple[int, Page]]:
        """The pages in sight that have no drawing of this page at this fineness."""
        if not self._pages:
            return []
        sight, width = self.viewport().rect(), self._fine_width()
        missing: list[tuple[int, Page]] = []
        for number, box in self._boxes():
            page, image = self._drawn.get(number, (None, None))
            is_fresh = page is self._pages[number] and image and image.width() == width
            if not is_fresh and box.intersects(sight):
                missing.append((number, self._pages[number]))
        return missing

    def _draw(self) -> None:
        missing = self._undrawn()
        if missing and not self._drawing.is_busy:
            width = self._fine_width()
            self._drawing.ask(lambda: (dict(missing), draw_pages(missing, width)))

    def _on_drawn(self, answer: tuple[dict[int, Page], dict[int, QImage]]) -> None:
        asked, images = answer
        for number, image in images.items():
            if number < len(self._pages):
                self._drawn[number] = (asked[number], image)
        self._forget_far_ones()
        self.viewport().update()
        self._draw()

    def _on_failed(self, error: Exception) -> None:
        raise error

    def _forget_far_ones(self) -> None:
        """Keep the drawings of pages in or near sight; a fine page takes some megabytes."""
        height = self.viewport().height()
        near = self.viewport().rect().adjusted(0, -height, 0, height)
        kept = {number for number, box in self._boxes() if box.intersects(near)}
        self._drawn = {number: drawn for number, drawn in self._drawn.items() if number in kept}

"""The part of the side panel that scrolls, without its form ever changing its width."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

MARGIN = 16
BAR = 12


class SideScroll(QScrollArea):
    """Holds one form; the scroll bar stands in the margin beside it."""

    def __init__(self, form: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inner = QWidget()
        self._inner.setProperty("look", "scrolled")
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(MARGIN - 1, 0, MARGIN, 2)
        self._column.addWidget(form)
        self.setWidget(self._inner)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)

    def show_form(self, form: QWidget) -> None:
        """Hold another form; the one before is taken out and hidden."""
        item = self._column.takeAt(0)
        old = item.widget() if item is not None else None
        if old is not None:
            old.hide()
        self._column.addWidget(form)

    def _on_range_changed(self, _least: int, most: int) -> None:
        margins = self._column.contentsMargins()
        margins.setRight(MARGIN - BAR if most > 0 else MARGIN)
        self._column.setContentsMargins(margins)

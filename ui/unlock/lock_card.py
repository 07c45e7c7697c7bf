"""The white card on the dark ground that stands while nothing of the clinic may be seen."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.look.labels import ElidedLabel, Label
from ui.look.logo import Logo
from ui.look.theme import Theme
from ui.override import override

RADIUS = 14
PAD_X, PAD_Y = 32, 30
LOGO = 42


class LockCard(QWidget):
    """Covers everything with the rail's colour; `column` takes the parts of the card.

    The card keeps its width at every window size and scrolls when there is no room for it.
    """

    def __init__(
        self, theme: Theme, width: int, title: str, sub: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._width = width
        self.setAutoFillBackground(True)
        self._card = _Card(theme)
        self.column = QVBoxLayout(self._card)
        self.column.setSpacing(0)
        self._sub = ElidedLabel(sub, "sub")
        self._add_heading(title)
        inner = QWidget()
        inner.setProperty("look", "scrolled")
        around = QVBoxLayout(inner)
        around.setContentsMargins(16, 16, 16, 16)
        around.addWidget(self._card, 0, Qt.AlignmentFlag.AlignCenter)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self.area = area
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_sub(self, words: str) -> None:
        """The quieter words under the title; the whole of them is in the tooltip."""
        self._sub.setText(words)
        self._sub.setVisible(bool(words))

    def _add_heading(self, title: str) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Label(title, "h1", wrap=True))
        words.addWidget(self._sub)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Logo(self._theme, LOGO), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.column.addLayout(row)
        self.column.addSpacing(18)
        self._sub.setVisible(bool(self._sub.text()))

    def _on_theme_changed(self) -> None:
        ground = self.palette()
        ground.setColor(ground.ColorRole.Window, self._theme.color("rail"))
        self.setPalette(ground)
        px = self._theme.px
        self.column.setContentsMargins(px(PAD_X), px(PAD_Y), px(PAD_X), px(PAD_Y))
        self._card.setFixedWidth(px(self._width))
        self.update()


class _Card(QWidget):
    """As high as its wrapped words ask for, which a scroll area would not ask on its own."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def event(self, event: QEvent) -> bool:
        is_handled = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            layout = self.layout()
            if layout is not None:
                self.setFixedHeight(layout.totalHeightForWidth(self.width()))
        return is_handled

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)

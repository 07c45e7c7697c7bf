"""Cards, the empty state and the card with one figure."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui.look.buttons import Button
from ui.look.labels import Label, Picture
from ui.look.theme import Theme
from ui.look.tokens import Tone

EMPTY_ICON = 28


class Card(QFrame):
    """A surface with a thin line and round corners; `column` takes its parts."""

    def __init__(self, pad_x: int = 16, pad_y: int = 14, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(pad_x, pad_y, pad_x, pad_y)
        self.column.setSpacing(4)


class WarningCard(QFrame):
    """A soft amber ground for something that needs the nurse; `column` takes its parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "warn")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 12, 12, 12)
        self.column.setSpacing(4)


class Panel(QFrame):
    """A surface at one side of the page, with a line where the page goes on."""

    def __init__(
        self, theme: Theme, is_at_end: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_at_end = is_at_end
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(1, 0, 1, 0)
        self.column.setSpacing(0)

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        is_line_left = self._is_at_end is not self.isRightToLeft()
        left = 0 if is_line_left else self.width() - 1
        painter.fillRect(left, 0, 1, self.height(), self._theme.color("line"))


class HeadingRow(QWidget):
    """A heading with quieter parts beside it and buttons at the far side."""

    def __init__(self, heading: Label, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        self._row.addWidget(heading)
        self._row.addStretch(1)
        self._beside = 1

    def add_beside(self, widget: QWidget) -> None:
        """Put a part after the heading."""
        self._row.insertWidget(self._beside, widget)
        self._beside += 1

    def add_at_end(self, widget: QWidget) -> None:
        """Put a part at the far side."""
        self._row.addWidget(widget)


class EmptyState(QWidget):
    """What stands where a list has nothing: an icon, one sentence, and perhaps one action."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        sentence: str,
        action: Button | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._picture = Picture()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence = Label(sentence, "quiet", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 32, 24, 32)
        column.setSpacing(10)
        column.addStretch(1)
        column.addWidget(self._picture)
        column.addWidget(self._sentence)
        if action is not None:
            column.addWidget(action, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        theme.changed.connect(self._draw)
        self._draw()

    def set_sentence(self, sentence: str) -> None:
        """Say something else."""
        self._sentence.setText(sentence)

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(self._theme.pixmap(self._icon, "ink_3", EMPTY_ICON, ratio))


class StatCard(QFrame):
    """One figure with the words above that name it and the words below that explain it."""

    def __init__(
        self,
        title: str,
        figure: str,
        detail: str = "",
        tone: Tone | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(0)
        self._title = Label(title, "sub")
        self._figure = Label(figure, "figure", tone)
        self._detail = Label(detail, "sub", wrap=True)
        for label in (self._title, self._figure, self._detail):
            column.addWidget(label)
        self.show_figure(figure, detail, tone)

    def show_figure(self, figure: str, detail: str = "", tone: Tone | None = None) -> None:
        """Show another figure under the same title."""
        self._figure.setText(figure)
        self._figure.set_tone(tone)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.setAccessibleName(f"{self._title.text()}: {figure}. {detail}")

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._figure.sizeHint().width() + 30, super().minimumSizeHint().height())

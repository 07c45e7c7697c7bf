"""Words on a surface: plain text only, in the looks of the design."""

from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from ui.look.tokens import Tone
from ui.override import override

Look = Literal[
    "body",
    "quiet",
    "strong",
    "sub",
    "label",
    "error",
    "fact",
    "phase",
    "h1",
    "h2",
    "h3",
    "name",
    "figure",
    "status",
    "demo",
]

_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "<br>"})
FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"


def isolate(text: str) -> str:
    """Words kept in their own order inside right-to-left ones: phone numbers, MRNs, dates."""
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}" if text else text


def plain_tooltip(text: str) -> str:
    """A tooltip that shows the text as it is, whatever marks it holds, and wraps it."""
    return f"<qt>{text.translate(_ESCAPED)}</qt>" if text else ""


class Label(QLabel):
    """A label of plain text. `look` chooses size, weight and colour; `tone` changes the colour."""

    def __init__(
        self,
        text: str = "",
        look: Look = "body",
        tone: Tone | None = None,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", look)
        self.setProperty("tone", tone.value if tone else "")
        self.setWordWrap(wrap)
        self.setText(text)
        self._start_where_reading_starts()

    def set_tone(self, tone: Tone | None) -> None:
        """Change the colour of the words."""
        self.setProperty("tone", tone.value if tone else "")
        self.style().unpolish(self)
        self.style().polish(self)

    @override
    def changeEvent(self, arg__1: QEvent) -> None:
        super().changeEvent(arg__1)
        if arg__1.type() == QEvent.Type.LayoutDirectionChange:
            self._start_where_reading_starts()

    def _start_where_reading_starts(self) -> None:
        """Qt would place Latin words at the left of a right-to-left page."""
        if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            return
        flag = Qt.AlignmentFlag
        side = flag.AlignRight if self.isRightToLeft() else flag.AlignLeft
        self.setAlignment(side | flag.AlignAbsolute | flag.AlignVCenter)


class Picture(QLabel):
    """A sign beside words; it never shows any of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)


class ElidedLabel(Label):
    """A one-line label that shortens itself at the end and keeps the full words in its tooltip."""

    @override
    def minimumSizeHint(self) -> QSize:
        least = self.fontMetrics().horizontalAdvance("mmm…")
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), least), hint.height())

    @override
    def setText(self, arg__1: str) -> None:
        super().setText(arg__1)
        self._tell_the_whole()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_the_whole()

    def _tell_the_whole(self) -> None:
        is_short = self.fontMetrics().horizontalAdvance(self.text()) <= self.width()
        self.setToolTip("" if is_short else plain_tooltip(self.text()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        elide = Qt.TextElideMode.ElideRight
        words = self.fontMetrics().elidedText(self.text(), elide, self.width())
        painter.drawText(self.rect(), self.alignment() | Qt.AlignmentFlag.AlignVCenter, words)


class Divider(QFrame):
    """A thin line between two parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "divider")

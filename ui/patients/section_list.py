"""The list of a form's sections: shows where the keyboard is and goes there by mouse."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui.look import tokens as t
from ui.look.theme import Theme

PAD = 10


class SectionList(QWidget):
    """`section_asked` carries the place of the section that was pressed."""

    section_asked = Signal(int)

    def __init__(self, theme: Theme, titles: Sequence[str]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for place, title in enumerate(titles):
            link = _SectionLink(theme, title)
            self._group.addButton(link, place)
            column.addWidget(link)
        self._group.idClicked.connect(self.section_asked)

    def show_place(self, place: int) -> None:
        """Mark the section in which the nurse is."""
        button = self._group.button(place)
        if button is not None:
            button.setChecked(True)


class _SectionLink(QPushButton):
    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(title)
        self._theme = theme
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font(t.TEXT, t.SEMIBOLD))
        width = metrics.horizontalAdvance(self.text()) + 2 * PAD
        return QSize(width, max(self._theme.px(30), metrics.height() + 8))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_here = self.isChecked()
        if is_here or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft" if is_here else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()), t.RADIUS, t.RADIUS)
        painter.setFont(theme.font(t.TEXT, t.SEMIBOLD if is_here else t.REGULAR))
        painter.setPen(theme.color("accent" if is_here else "ink_2"))
        box = self.rect().adjusted(PAD, 0, -PAD, 0)
        start = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, start | Qt.AlignmentFlag.AlignVCenter, self.text())

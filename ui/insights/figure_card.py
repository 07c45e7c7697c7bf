"""A card with one figure of a measure; pressed, it opens the list behind the figure."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui.look import tokens as t
from ui.look.buttons import IconButton
from ui.look.focus_ring import shows_ring
from ui.look.labels import Label
from ui.look.theme import Theme


class FigureCard(QPushButton):
    """`key` is that of its measure; `about_asked` asks for the definition, a click for the list."""

    about_asked = Signal()

    def __init__(self, theme: Theme, key: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.key, self._words = theme, key, title
        self._shows_focus = False
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._title, self._figure = Label(title, "sub"), Label("—", "figure")
        self._detail, self._goal = Label("", "sub", wrap=True), Label("", "sub", wrap=True)
        self._goal.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(1)
        for label in (self._title, self._figure, self._detail, self._goal):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        column.addStretch(1)
        words = self.tr("What {title} counts")
        self.about = IconButton(theme, "info", words.format(title=title), parent=self)
        self.about.clicked.connect(self.about_asked)
        theme.changed.connect(self.updateGeometry)

    def show_figure(self, figure: str, detail: str, goal: str = "") -> None:
        """Show a figure with what it is made of and its goal, and say it as one sentence."""
        self._figure.setText(figure)
        self._detail.setText(detail)
        self._goal.setText(goal)
        self._goal.setVisible(bool(goal))
        said = ". ".join(part for part in (detail, goal) if part)
        self.setAccessibleName(f"{self._words}: {figure}. {said}")
        self.updateGeometry()

    @property
    def figure(self) -> str:
        """What stands on it."""
        return self._figure.text()

    @override
    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        hint = self.about.sizeHint()
        left = 6 if self.isRightToLeft() else self.width() - hint.width() - 6
        self.about.setGeometry(left, 6, hint.width(), hint.height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._shows_focus = shows_ring(event.reason(), self._shows_focus)
        super().focusInEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.setBrush(theme.color("hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(box, t.RADIUS_CARD, t.RADIUS_CARD)
        if self.hasFocus() and self._shows_focus:
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), t.RADIUS, t.RADIUS)

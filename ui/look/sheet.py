"""The sheet: a frame over the page for forms that need more room, and nothing behind it shows."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from ui.look.buttons import Button, ButtonKind, IconButton
from ui.look.labels import Divider, Label
from ui.look.theme import Theme

WIDTH = 640
MARGIN = 24

SCROLLING: dict[int, QAbstractSlider.SliderAction] = {
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
}
"""Keys that no part of a sheet wanted move what is read in it."""


class Refuser(QWidget):
    """Stands in a window in which not everything can be saved now."""

    def refuses(self, what: str) -> str:
        """Why nothing of this kind can be saved now, in one sentence; nothing when it can."""
        raise NotImplementedError


def why_not(window: QWidget, what: str) -> str:
    """Why nothing of this kind can be saved in a window now; nothing when it can."""
    found = window.findChild(Refuser)
    return found.refuses(what) if isinstance(found, Refuser) else ""


class Sheet(QWidget):
    """Covers `host` while open; `body` takes the form, `add_button` the buttons of its foot.

    Esc or × closes it. When `mark_changed` was called (or a watched control was edited) it first
    asks in its own foot. Tab stays inside; the page behind cannot be reached. `closed` is emitted
    once it has gone; it is not deleted.
    """

    closed = Signal()
    writes: str = ""
    """What saving it is, for a sheet that asks for something; nothing for one to read."""

    def __init__(
        self, theme: Theme, title: str, host: QWidget, width: int = WIDTH, at_side: bool = False
    ) -> None:
        super().__init__(host)
        self._theme = theme
        self._host = host
        self._width = width
        self._at_side = at_side
        self._is_changed = False
        self._came_from: QWidget | None = None
        self.setAccessibleName(title)
        self._frame = _Frame(theme, title, self)
        self._primary: Button | None = None
        self.body = self._frame.body
        self._frame.close_pressed.connect(self.ask_to_close)
        self._frame.stay_pressed.connect(self._on_stay)
        self._frame.leave_pressed.connect(self.close_now)
        host.installEventFilter(self)
        self._frame.inner.installEventFilter(self)
        theme.changed.connect(self._place)
        self.hide()

    def add_button(self, button: Button) -> None:
        """Put a button at the end of the foot, the one that matters most last."""
        self._frame.foot.addWidget(button)
        self._primary = button

    def add_words(self, heading: str, words: str) -> None:
        """Put words that are only read below the others, with their heading."""
        part = QVBoxLayout()
        part.setSpacing(3)
        part.addWidget(Label(heading, "label"))
        said = Label(words, "body", wrap=True)
        said.setAccessibleName(f"{heading}: {words}")
        part.addWidget(said)
        self.body.addLayout(part)

    def watch(self, edited: SignalInstance) -> None:
        """Remember that something was entered when this signal comes."""
        edited.connect(self.mark_changed)

    def mark_changed(self) -> None:
        """Something was entered that is not saved."""
        self._is_changed = True

    def mark_saved(self) -> None:
        """Nothing would be lost by closing."""
        self._is_changed = False

    def open(self) -> None:
        """Cover the page and put the keyboard on the first field."""
        self._came_from = QApplication.focusWidget()
        self._is_changed = False
        self._frame.ask(False)
        self._refuse(why_not(self.window(), self.writes) if self.writes else "")
        self._place()
        self.show()
        self.raise_()
        self._focus_first()

    def ask_to_close(self) -> None:
        """Close, but ask first when something would be lost."""
        if self._is_changed:
            self._frame.ask(True)
            self._frame.stay.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.close_now()

    def close_now(self) -> None:
        """Close without asking and give the keyboard back to where it was."""
        if not self.isVisible():
            return
        self._is_changed = False
        self.hide()
        if self._came_from is not None and isValid(self._came_from):
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in SCROLLING:
            self._frame.area.verticalScrollBar().triggerAction(SCROLLING[event.key()])
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._frame.is_asking():
            self._frame.ask(False)
            self._focus_first()
        else:
            self.ask_to_close()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        stops = self._stops()
        if not stops:
            return True
        here = QApplication.focusWidget()
        place = stops.index(here) if here in stops else (-1 if next else 0)
        stop = stops[(place + (1 if next else -1)) % len(stops)]
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        stop.setFocus(reason)
        self._frame.area.ensureWidgetVisible(stop, 0, MARGIN)
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget():
            is_due = event.type() == QEvent.Type.Resize
        else:
            is_due = event.type() == QEvent.Type.LayoutRequest
        if is_due and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.color("bg"))

    def _refuse(self, why: str) -> None:
        """Where nothing can be saved it is said at once: nobody types what would be lost."""
        self._frame.refusal.setText(why)
        self._frame.refusal.setVisible(bool(why))
        self._frame.inner.setEnabled(not why)
        if why and self._primary is not None:
            self._primary.setEnabled(False)

    def _on_stay(self) -> None:
        self._frame.ask(False)
        self._focus_first()

    def _focus_first(self) -> None:
        """The first field; where there is only something to read, the first button of the foot."""
        stops = self._stops()
        fields = [stop for stop in stops if self._frame.area.isAncestorOf(stop)]
        buttons = [stop for stop in stops if self._frame.foot.indexOf(stop) >= 0]
        for stop in (fields or buttons or stops)[:1]:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stops(self) -> list[QWidget]:
        stops: list[QWidget] = []
        widget = self.nextInFocusChain()
        while widget is not None and widget is not self:
            policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            is_open = widget.isVisibleTo(self) and widget.isEnabled()
            if policy and is_open and self.isAncestorOf(widget) and widget.focusProxy() is None:
                stops.append(widget)
            widget = widget.nextInFocusChain()
        return stops

    def _place(self) -> None:
        room = self._host.rect()
        self.setGeometry(room)
        width = min(self._theme.px(self._width), room.width() - 2 * MARGIN)
        height = min(self._frame.height_for(width), room.height() - 2 * MARGIN)
        left = (room.width() - width) // 2
        if self._at_side:
            height = room.height() - 2 * MARGIN
            is_mirrored = self.isRightToLeft()
            left = MARGIN if is_mirrored else room.width() - width - MARGIN
        self._frame.setGeometry(QRect(left, MARGIN, width, height))
        self.update()


class _Frame(QFrame):
    """Title, scrolling form and foot; the foot can turn into a question."""

    close_pressed = Signal()
    stay_pressed = Signal()
    leave_pressed = Signal()

    def __init__(self, theme: Theme, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._close = IconButton(theme, "x", self.tr("Close"), small=False)
        self._close.clicked.connect(self.close_pressed)
        self.inner = QWidget()
        self.inner.setProperty("look", "scrolled")
        self.body = QVBoxLayout(self.inner)
        self.body.setContentsMargins(20, 4, 20, 16)
        self.body.setSpacing(11)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self.inner)
        self._buttons = QWidget()
        self.foot = _row(self._buttons)
        self.refusal = Label("", "error", wrap=True)
        self.refusal.hide()
        self.foot.addWidget(self.refusal, 1)
        self.foot.addStretch()
        self._question = QWidget()
        self.stay = Button(theme, self.tr("Go on writing"), ButtonKind.PRIMARY)
        self._fill_question(theme)
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 12, 8)
        head.addWidget(Label(title, "h1", wrap=True), 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.area, 1)
        column.addWidget(Divider())
        column.addWidget(self._buttons)
        column.addWidget(self._question)
        self.setTabOrder(self.stay, self._close)

    def ask(self, is_asking: bool) -> None:
        """Show the question in place of the buttons, or the buttons again."""
        self._question.setVisible(is_asking)
        self._buttons.setVisible(not is_asking)

    def is_asking(self) -> bool:
        """Whether the question stands in the foot."""
        return self._question.isVisible()

    def height_for(self, width: int) -> int:
        """The height at which nothing has to scroll."""
        is_wrapping = self.inner.hasHeightForWidth()
        hint = self.inner.sizeHint().height()
        body = self.inner.heightForWidth(width - 2) if is_wrapping else hint
        column = self.layout()
        whole = column.totalHeightForWidth(width) if column is not None else -1
        return max(whole, self.sizeHint().height()) - self.area.sizeHint().height() + body + 2

    def _fill_question(self, theme: Theme) -> None:
        row = _row(self._question)
        row.addWidget(Label(self.tr("What you entered is not saved."), "strong", wrap=True), 1)
        leave = Button(theme, self.tr("Close without saving"))
        leave.clicked.connect(self.leave_pressed)
        self.stay.clicked.connect(self.stay_pressed)
        row.addWidget(leave)
        row.addWidget(self.stay)


def _row(owner: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(owner)
    row.setContentsMargins(20, 12, 20, 14)
    row.setSpacing(8)
    return row

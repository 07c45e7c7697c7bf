"""A bar chart: a number above each bar, its word below, and a goal as a dashed line."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.look import tokens as t
from ui.look.focus_ring import shows_ring
from ui.look.labels import plain_tooltip
from ui.look.theme import Theme

HEIGHT, STEP, BAR = 192, 62, 34
GOAL_ROOM, MARGIN = 52, 6


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its key, its word, how long it is, and the number that stands above it."""

    key: str
    label: str
    value: float
    shown: str
    spoken: str = ""


class BarChart(QWidget):
    """One Tab stop; Left and Right go from bar to bar, Enter or a press opens what is behind one.

    `pressed` carries the key of a bar. All of it is read as one sentence, the bar that is gone to
    as another. Bars that find no room are left out: the table behind the chart has all of them.
    """

    pressed = Signal(str)

    def __init__(
        self, theme: Theme, name: str, color: str = "accent", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._name, self._color = theme, name, color
        self._bars: tuple[Bar, ...] = ()
        self._goal: float | None = None
        self._goal_words = ""
        self._at = 0
        self._told = name
        self._shows_focus = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        theme.changed.connect(self.updateGeometry)

    def show_bars(
        self, bars: Sequence[Bar], goal: float | None = None, goal_words: str = ""
    ) -> None:
        """Show these bars; a goal is drawn where there is one."""
        self._bars, self._goal, self._goal_words = tuple(bars), goal, goal_words
        self._at = min(self._at, max(len(self._bars) - 1, 0))
        told = ", ".join(f"{bar.label} {bar.spoken or bar.shown}" for bar in self._bars)
        goal_told = f" {goal_words}." if goal is not None else ""
        self._told = f"{self._name}: {told}.{goal_told}" if told else self._name
        self.setAccessibleName(self._told)
        self.update()

    @property
    def bars(self) -> tuple[Bar, ...]:
        """What is shown."""
        return self._bars

    def place_of(self, at: int) -> QRectF:
        """Where a bar and its words stand."""
        widths = self._widths()
        left = self._left() + sum(widths[:at])
        if self.isRightToLeft():
            left = self.width() - left - widths[at]
        return QRectF(left, 0, widths[at], self.height())

    @override
    def sizeHint(self) -> QSize:
        return QSize(8 * self._theme.px(STEP), self._theme.px(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(3 * self._theme.px(STEP), self._theme.px(HEIGHT))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if by and self._bars:
            by = -by if self.isRightToLeft() else by
            self._go_to((self._at + by) % self._count())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._bars:
            self.pressed.emit(self._bars[self._at].key)
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self._bar_at(event.position())
        if at is not None and event.button() is Qt.MouseButton.LeftButton:
            self._at = at
            self.pressed.emit(self._bars[at].key)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._bar_at(event.position())
        shape = Qt.CursorShape.ArrowCursor if at is None else Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)
        self.setToolTip("" if at is None else plain_tooltip(self._spoken(self._bars[at])))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._shows_focus = shows_ring(event.reason(), self._shows_focus)
        self.update()
        super().focusInEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.setAccessibleName(self._told if self._bars else self._name)
        self.update()
        super().focusOutEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, bar in enumerate(self._bars[: self._count()]):
            self._paint_bar(painter, at, bar)
        self._paint_goal(painter)
        for at, bar in enumerate(self._bars[: self._count()]):
            self._paint_number(painter, at, bar)

    def _paint_bar(self, painter: QPainter, at: int, bar: Bar) -> None:
        theme, place, base = self._theme, self.place_of(at), self._base()
        box = self._box_of(at, bar)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(self._color))
        painter.drawRoundedRect(box, 3, 3)
        middle = Qt.AlignmentFlag.AlignHCenter
        painter.setPen(theme.color("ink_3"))
        painter.setFont(theme.font(t.TEXT_LABEL))
        line = painter.fontMetrics().height()
        elide = Qt.TextElideMode.ElideRight
        metrics, room = painter.fontMetrics(), math.ceil(place.width()) - 4
        for number, words in enumerate(_two_lines(bar.label, metrics, room)):
            top = base + 4 + number * line
            shown = metrics.elidedText(words, elide, room)
            painter.drawText(QRectF(place.left(), top, place.width(), line), middle, shown)
        if self.hasFocus() and self._shows_focus and at == self._at:
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = box.adjusted(-4, -line - 4, 4, line + 6)
            painter.drawRoundedRect(ring, t.RADIUS_SMALL, t.RADIUS_SMALL)

    def _paint_number(self, painter: QPainter, at: int, bar: Bar) -> None:
        """Above its bar; the line of the goal stops at it."""
        theme, place = self._theme, self.place_of(at)
        painter.setFont(theme.font(t.TEXT_LABEL, t.SEMIBOLD))
        metrics = painter.fontMetrics()
        top = self._box_of(at, bar).top() - metrics.height() - 2
        width = metrics.horizontalAdvance(bar.shown) + 6
        box = QRectF(place.center().x() - width / 2, top, width, metrics.height())
        if self._goal is not None and box.top() <= self._level() <= box.bottom():
            painter.fillRect(box, theme.color("surface"))
        painter.setPen(theme.color("ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, bar.shown)

    def _box_of(self, at: int, bar: Bar) -> QRectF:
        place, height = self.place_of(at), self._length(bar.value)
        width = min(self._theme.px(BAR), place.width() - 6)
        return QRectF(place.center().x() - width / 2, self._base() - height, width, height)

    def _level(self) -> float:
        """Where the line of the goal is drawn."""
        return round(self._base() - self._length(self._goal or 0)) + 0.5

    def _paint_goal(self, painter: QPainter) -> None:
        if self._goal is None or not self._bars:
            return
        theme = self._theme
        level = self._level()
        ends = self._left() + sum(self._widths())
        painter.setPen(QPen(theme.color("bad"), 1, Qt.PenStyle.DashLine))
        left, right = self._left(), ends
        box = QRectF(right + 6, level - 10, theme.px(GOAL_ROOM), 20)
        side = Qt.AlignmentFlag.AlignLeft
        if self.isRightToLeft():
            left, right = self.width() - right, self.width() - left
            box = QRectF(left - 6 - theme.px(GOAL_ROOM), level - 10, theme.px(GOAL_ROOM), 20)
            side = Qt.AlignmentFlag.AlignRight
        painter.drawLine(QPointF(left, level), QPointF(right, level))
        painter.setFont(theme.font(t.TEXT_LABEL))
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, self._goal_words)

    def _count(self) -> int:
        """How many bars find room, each with its whole word."""
        return len(self._widths())

    def _widths(self) -> list[float]:
        """The room of each bar: all alike where every word fits, else more for a longer word."""
        theme, room = self._theme, self._room()
        metrics, least = QFontMetrics(theme.font(t.TEXT_LABEL)), theme.px(STEP * 0.75)
        needs = [max(least, _least_width(bar.label, metrics) + MARGIN) for bar in self._bars]
        while len(needs) > 1 and sum(needs) > room:
            needs.pop()
        level, left = 0.0, room
        for place, need in enumerate(sorted(needs, reverse=True)):
            level = left / (len(needs) - place)
            if need <= level:
                break
            left -= need
        return [max(need, min(level, theme.px(STEP * 1.7))) for need in needs]

    def _room(self) -> float:
        return self.width() - (self._theme.px(GOAL_ROOM) if self._goal is not None else 0)

    def _left(self) -> float:
        return max((self._room() - sum(self._widths())) / 2, 0)

    def _base(self) -> float:
        """Where bars begin: above two lines of words, and a gap."""
        return self.height() - 2 * QFontMetrics(self._theme.font(t.TEXT_LABEL)).height() - 8

    def _length(self, value: float) -> float:
        line = QFontMetrics(self._theme.font(t.TEXT_LABEL)).height()
        highest = max([bar.value for bar in self._bars] + [self._goal or 0, 1])
        return max(value / highest * (self._base() - line - 8), 2)

    def _bar_at(self, place: QPointF) -> int | None:
        for at in range(min(self._count(), len(self._bars))):
            if self.place_of(at).contains(place):
                return at
        return None

    def _go_to(self, at: int) -> None:
        self._at = at
        self.setAccessibleName(self._spoken(self._bars[at]))
        self.update()

    @staticmethod
    def _spoken(bar: Bar) -> str:
        return f"{bar.label}: {bar.spoken or bar.shown}"


def _least_width(words: str, metrics: QFontMetrics) -> int:
    """The width in which words stand whole, in one line or in two."""
    ways = [(words,), *((words[:at].strip(), words[at:]) for at in _places(words))]
    return min(max(metrics.horizontalAdvance(line) for line in way) for way in ways)


def _places(words: str) -> list[int]:
    """Where words can be parted: at a blank, or behind a hyphen."""
    return [at + 1 for at, letter in enumerate(words) if letter in " -/"]


def _two_lines(words: str, metrics: QFontMetrics, room: int) -> tuple[str, ...]:
    """Words that are too long for one line, parted at a blank or behind a hyphen."""
    if metrics.horizontalAdvance(words) <= room:
        return (words,)
    fitting = [at for at in _places(words) if metrics.horizontalAdvance(words[:at].strip()) <= room]
    if not fitting:
        return (words,)
    whole = [at for at in fitting if metrics.horizontalAdvance(words[at:]) <= room]
    at = (whole or fitting)[-1]
    return words[:at].strip(), words[at:]

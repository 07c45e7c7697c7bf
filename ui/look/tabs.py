"""Tabs with a line under the chosen one, and counts beside their titles."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar, QWidget
from typing_extensions import override

from ui.look import tokens as t
from ui.look.focus_ring import shows_ring
from ui.look.labels import plain_tooltip
from ui.look.theme import Theme
from ui.look.tokens import Tone

PAD_X, GAP = 14, 2
HEIGHT = 37


@dataclass(frozen=True, slots=True)
class Tab:
    """A part of a page; a `count` of None shows no number, `hint` says what it counts.

    A tab with a `tone` is written in its colour, and its hint says why.
    """

    key: str
    title: str
    count: int | None = None
    hint: str = ""
    tone: Tone | None = None

    @property
    def words(self) -> str:
        """Title and count as one line."""
        return self.title if self.count is None else f"{self.title} {self.count}"


class Tabs(QTabBar):
    """`chosen` carries the key of the tab the nurse opened by click or arrow key."""

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, name: str, tabs: Sequence[Tab] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tabs: tuple[Tab, ...] = ()
        self._is_telling = True
        self._shows_focus = False
        self._hovered = -1
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.currentChanged.connect(self._on_current)
        theme.changed.connect(self._on_theme_changed)
        self.show_tabs(tabs)

    def show_tabs(self, tabs: Sequence[Tab]) -> None:
        """Show these tabs or new counts; the open one stays open."""
        kept = self.value()
        self._is_telling = False
        shown: tuple[Tab | None, ...] = self._tabs
        if [tab.key for tab in tabs] != [tab.key for tab in self._tabs]:
            while self.count():
                self.removeTab(0)
            self._tabs = tuple(tabs)
            for tab in tabs:
                self.addTab(tab.title)
            shown = (None,) * len(tabs)
        self._tabs = tuple(tabs)
        for place, (tab, before) in enumerate(zip(tabs, shown, strict=True)):
            if tab == before:
                continue
            self.setTabText(place, tab.words.replace("&", "&&"))
            self.setTabToolTip(place, plain_tooltip(tab.hint))
            self.setAccessibleTabName(place, f"{tab.words}: {tab.hint}" if tab.hint else "")
        self._is_telling = True
        self.set_value(kept)

    def value(self) -> str:
        """The key of the open tab."""
        place = self.currentIndex()
        return self._tabs[place].key if 0 <= place < len(self._tabs) else ""

    def set_value(self, key: str) -> None:
        """Open a tab without announcing it; an unknown key opens the first."""
        self._is_telling = False
        places = [place for place, tab in enumerate(self._tabs) if tab.key == key]
        self.setCurrentIndex(places[0] if places else 0)
        self._is_telling = True

    @override
    def tabSizeHint(self, index: int) -> QSize:
        font = self._theme.font(t.TEXT, t.SEMIBOLD)
        metrics = QFontMetrics(font)
        height = max(self._theme.px(HEIGHT), metrics.height() + 16)
        return QSize(metrics.horizontalAdvance(self._tabs[index].words) + 2 * PAD_X + GAP, height)

    @override
    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._shows_focus = shows_ring(event.reason(), self._shows_focus)
        super().focusInEvent(event)
        self.update()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hovered = self.tabAt(event.position().toPoint())
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place, tab in enumerate(self._tabs):
            self._paint_tab(painter, self.tabRect(place), tab, place)

    def _paint_tab(self, painter: QPainter, whole: QRect, tab: Tab, place: int) -> None:
        theme = self._theme
        box = whole.adjusted(GAP if self.isRightToLeft() else 0, 0, 0, 0)
        box = box if self.isRightToLeft() else box.adjusted(0, 0, -GAP, 0)
        is_on = place == self.currentIndex()
        is_hot = place == self._hovered and self.underMouse()
        painter.setFont(theme.font(t.TEXT, t.SEMIBOLD if is_on else t.MEDIUM))
        ink = "accent" if is_on else ("ink" if is_hot else "ink_2")
        painter.setPen(theme.color(tab.tone.ink if tab.tone else ink))
        painter.drawText(box.adjusted(0, 0, 0, -2), Qt.AlignmentFlag.AlignCenter, tab.words)
        if is_on:
            line = QRect(box.left(), box.bottom() - 1, box.width(), 2)
            painter.fillRect(line, theme.color("accent"))
            if self.hasFocus() and self._shows_focus:
                painter.setPen(QPen(theme.color("focus"), 2))
                painter.drawRoundedRect(box.adjusted(2, 3, -2, -5), 4, 4)

    def _on_current(self, place: int) -> None:
        if self._is_telling and 0 <= place < len(self._tabs):
            self.chosen.emit(self._tabs[place].key)

    def _on_theme_changed(self) -> None:
        for place, tab in enumerate(self._tabs):
            self.setTabText(place, "")
            self.setTabText(place, tab.words.replace("&", "&&"))
        self.update()

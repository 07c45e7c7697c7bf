"""The frame of the composer: heading, scrolling fields, and buttons that are always in sight."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui.contacts.side_scroll import SideScroll
from ui.look.buttons import Button, ButtonKind
from ui.look.cards import EmptyState, HeadingRow
from ui.look.chips import Chip, ChipText
from ui.look.labels import Label
from ui.look.theme import Theme

WIDTH, NARROW_WIDTH = 344, 324
LOW = 860
"""In a window below this height, at 100 % text size, what stands above the buttons keeps to one
line; a message that comes and goes below the page changes nothing."""


class SidePanel(QFrame):
    """Holds a form at the side of a page; without a patient it says so instead.

    `got_low` tells whether there is little height from now on.
    """

    got_low = Signal(bool)

    def __init__(self, theme: Theme, form: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "surface")
        self._theme = theme
        self._is_narrow = self._is_low = False
        self._heading = Label("", "h2")
        self._kept = Chip(theme, ChipText(self.tr("Draft kept")))
        self._problem = Label("", "error", wrap=True)
        self._save = Button(theme, "", ButtonKind.PRIMARY, hint="Ctrl+Return")
        self._clear = Button(theme, "")
        self._nobody = EmptyState(theme, "users", self.tr("Choose a patient to log a contact."))
        self._scroll = SideScroll(form)
        self._foot = QWidget()
        self._above: QWidget | None = None
        self._lay_out()
        theme.changed.connect(self._resize_to_text)
        self._resize_to_text()

    def set_narrow(self, is_narrow: bool) -> None:
        """Take less room beside the record, in a small window."""
        self._is_narrow = is_narrow
        self._resize_to_text()

    def show_words(self, heading: str, save: str, clear: str) -> None:
        """Name the panel and its two buttons."""
        self._heading.setText(heading)
        for button, words in ((self._save, save), (self._clear, clear)):
            button.setText(words)
            button.updateGeometry()

    def show_form_or_nobody(self, is_form: bool) -> None:
        """Show the form, or that a patient is to be chosen."""
        self._scroll.setVisible(is_form)
        self._foot.setVisible(is_form)
        self._nobody.setVisible(not is_form)

    def show_above_buttons(self, part: QWidget) -> None:
        """Let a part stand above the buttons, always in sight; what stood there goes."""
        before, self._above = self._above, part
        if before is not None:
            self._foot_column.removeWidget(before)
            before.hide()
            before.deleteLater()
        self._foot_column.insertWidget(0, part)

    def say(self, sentence: str) -> None:
        """Say above the buttons what belongs to no field; an empty sentence clears it."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._look_at_height()

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        super().paintEvent(arg__1)
        left = self.width() - 1 if self.isRightToLeft() else 0
        QPainter(self).fillRect(left, 0, 1, self.height(), self._theme.color("line"))

    def _lay_out(self) -> None:
        head = HeadingRow(self._heading)
        head.add_at_end(self._kept)
        head.setContentsMargins(16, 12, 16, 4)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._save, 1)
        buttons.addWidget(self._clear)
        self._foot_column = foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(16, 10, 16, 14)
        foot.setSpacing(6)
        foot.addWidget(self._problem)
        foot.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._nobody, 1)
        column.addWidget(self._foot)

    @property
    def is_low(self) -> bool:
        """Whether the window gives the fields little height."""
        return self._is_low

    def _look_at_height(self) -> None:
        is_low = self.window().height() < self._theme.px(LOW)
        if is_low != self._is_low:
            self._is_low = is_low
            self.got_low.emit(is_low)

    def _resize_to_text(self) -> None:
        self.setFixedWidth(self._theme.px(NARROW_WIDTH if self._is_narrow else WIDTH))
        self._look_at_height()

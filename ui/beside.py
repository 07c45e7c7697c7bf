"""The record with the composer beside it: in a tight window only while a contact is written."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from typing_extensions import override

from ui.contacts.composer import Composer
from ui.look.theme import Theme

TIGHT = 800
"""Below this width, at 100 % text size, there is no room for both."""


class Beside(QWidget):
    """`returned` when the composer gives way and had the keyboard; a draft is always in sight."""

    returned = Signal()

    def __init__(
        self, theme: Theme, record: QWidget, composer: Composer, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._composer = theme, composer
        self._is_tight = self._is_writing = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        record.setMinimumWidth(1)  # what is written is never pushed out of the window
        row.addWidget(record, 1)
        row.addWidget(composer)
        composer.wanted.connect(self._on_wanted)
        composer.saved.connect(lambda _contact: self._on_done())
        composer.left.connect(self._on_done)
        theme.changed.connect(self._look_at_room)

    def look_elsewhere(self) -> None:
        """Another patient or another tab is asked for; what is half entered stays in sight."""
        self._on_done()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._look_at_room()

    def _look_at_room(self) -> None:
        is_tight = self.width() < self._theme.px(TIGHT)
        if is_tight != self._is_tight:
            self._is_tight = is_tight
            self._give_room()

    def _give_room(self) -> None:
        is_written = self._is_writing or self._composer.has_draft()
        self._composer.setVisible(is_written or not self._is_tight)

    def _on_wanted(self) -> None:
        self._is_writing = True
        self._give_room()

    def _on_done(self) -> None:
        here = QApplication.focusWidget()
        was_here = here is not None and self._composer.isAncestorOf(here)
        self._is_writing = False
        self._give_room()
        if was_here and self._composer.isHidden():
            self.returned.emit()

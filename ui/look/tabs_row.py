"""Tabs with buttons at the end of their line, which become one menu where both have no room."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget
from typing_extensions import override

from ui.look.buttons import Button, IconButton
from ui.look.tabs import Tabs
from ui.look.theme import Theme


class TabsRow(QWidget):
    """The buttons keep doing what they do: a line of the menu presses the button of its words.

    `more_name` is read at the menu; `beside` stands at the end either way.
    """

    def __init__(
        self,
        theme: Theme,
        tabs: Tabs,
        buttons: Sequence[Button],
        more_name: str,
        beside: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tabs, self._buttons, self._beside = tabs, tuple(buttons), beside
        self.more = IconButton(theme, "ellipsis", more_name)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.more.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(tabs, 1)
        for button in (*self._buttons, self.more, beside):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row = row
        self.more.hide()

    @property
    def is_folded(self) -> bool:
        """Whether the buttons are a menu just now."""
        return not self.more.isHidden()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._fold()
        return super().event(event)

    def _fold(self) -> None:
        parts: list[QWidget] = [self._tabs, *self._buttons]
        if not self._beside.isHidden():
            parts.append(self._beside)
        room = sum(part.sizeHint().width() for part in parts)
        is_folded = room + (len(parts) - 1) * self._row.spacing() > self.width()
        if is_folded is self.is_folded:
            return
        had_keyboard = self.more.hasFocus() or any(button.hasFocus() for button in self._buttons)
        self.more.setVisible(is_folded)
        for button in self._buttons:
            button.setVisible(not is_folded)
        if had_keyboard:
            (self.more if is_folded else self._buttons[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        self._menu.clear()
        for button in self._buttons:
            act = self._menu.addAction(button.text().replace("&", "&&"))
            act.setEnabled(button.isEnabled())
            act.triggered.connect(button.click)

    def _open(self) -> None:
        self._menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

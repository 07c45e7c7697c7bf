"""The note, in which a short word such as .vm becomes the text it stands for."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from ui.look.fields import TextEdit
from ui.look.theme import Theme

WORDS_OF_A_MENU = 60


class NoteEdit(TextEdit):
    """Space or Tab after a short word writes its text; F3 opens the list of them."""

    def __init__(self, theme: Theme, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(theme, lines=lines, parent=parent)
        self._macros: Mapping[str, str] = {}
        self._menu: QMenu | None = None
        self.setPlaceholderText(self.tr("F3 lists your short words, such as .vm"))

    def set_macros(self, macros: Mapping[str, str]) -> None:
        """Know these short words from now on."""
        self._macros = macros

    def open_macros(self) -> QMenu:
        """Open the list of short words under the cursor."""
        menu = self._fill(QMenu(self))
        menu.aboutToHide.connect(menu.deleteLater)
        place = self.cursorRect().bottomLeft() + QPoint(0, 4)
        menu.popup(self.viewport().mapToGlobal(place))
        if menu.actions():
            menu.setActiveAction(menu.actions()[0])
        return menu

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() == Qt.Key.Key_F3 and not e.modifiers():
            self.open_macros()
            return
        if e.key() == Qt.Key.Key_Space and not e.modifiers() and self._expand():
            self.insertPlainText(" ")
            return
        super().keyPressEvent(e)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        if next and self._expand():
            return True
        return super().focusNextPrevChild(next)

    @override
    def contextMenuEvent(self, e: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        if self._macros:
            menu.addSeparator()
            self._fill(menu.addMenu(self.tr("Short words (F3)")))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(e.globalPos())

    def _fill(self, menu: QMenu) -> QMenu:
        for short, text in self._macros.items():
            shown = text if len(text) <= WORDS_OF_A_MENU else f"{text[:WORDS_OF_A_MENU]}…"
            words = f"{short}    {shown}".replace("&", "&&")
            menu.addAction(words, lambda text=text: self._insert(text))
        return menu

    def _insert(self, text: str) -> None:
        cursor = self.textCursor()
        before = self.toPlainText()[: cursor.position()]
        is_glued = before and not before[-1].isspace()
        cursor.insertText(f" {text}" if is_glued else text)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _expand(self) -> bool:
        cursor = self.textCursor()
        if cursor.hasSelection() or not self._macros:
            return False
        words = cursor.block().text()[: cursor.positionInBlock()].split(" ")
        text = self._macros.get(words[-1]) if words else None
        if text is None:
            return False
        cursor.movePosition(
            QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(words[-1])
        )
        cursor.insertText(text)
        self.setTextCursor(cursor)
        return True

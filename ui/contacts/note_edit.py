"""The note, in which a short word such as .vm becomes the text it stands for."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from careteam.domain.macros import Prompt, filled, prompts
from ui.look.fields import TextEdit
from ui.look.theme import Theme

WORDS_OF_A_MENU = 60


class NoteEdit(TextEdit):
    """Space or Tab after a short word writes its text; F3 opens the list of them.

    A text that asks, such as {temperature?}, has its first place marked: typing fills it in, Tab
    goes to the next. Where there are words to choose, Up and Down put them in and F3 lists them.
    """

    def __init__(self, theme: Theme, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(theme, lines=lines, parent=parent)
        self._macros: Mapping[str, str] = {}
        self._known: Callable[[], Mapping[str, str]] = dict
        self._choices: tuple[str, ...] = ()
        self.setPlaceholderText(self.tr("F3 lists your short words, such as .vm"))

    def set_macros(self, macros: Mapping[str, str]) -> None:
        """Know these short words from now on."""
        self._macros = macros

    def set_known(self, known: Callable[[], Mapping[str, str]]) -> None:
        """Fill in `date`, `patient` and `me` with what this says at that moment."""
        self._known = known

    def open_macros(self) -> QMenu:
        """Open the list of short words under the cursor, or of the words to choose."""
        menu = self._fill_choices(QMenu(self)) if self._choosing() else self._fill(QMenu(self))
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
            if not self.textCursor().hasSelection():
                self.insertPlainText(" ")
            return
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if e.key() in steps and not e.modifiers() and self._choosing():
            self._choose_next(steps[Qt.Key(e.key())])
            return
        super().keyPressEvent(e)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        if next and (self._expand() or self._go_on()):
            return True
        return super().focusNextPrevChild(next)

    @override
    def contextMenuEvent(self, e: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        if self._macros:
            menu.addSeparator()
            menu.addMenu(self._fill(QMenu(self.tr("Short words (F3)"), menu)))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(e.globalPos())

    def _fill(self, menu: QMenu) -> QMenu:
        for short, text in self._macros.items():
            shown = text if len(text) <= WORDS_OF_A_MENU else f"{text[:WORDS_OF_A_MENU]}…"
            words = f"{short}    {shown}".replace("&", "&&")
            menu.addAction(words, lambda text=text: self._insert(text))
        return menu

    def _fill_choices(self, menu: QMenu) -> QMenu:
        for word in self._choices:
            menu.addAction(word.replace("&", "&&"), lambda word=word: self._put(word))
        return menu

    def _insert(self, text: str) -> None:
        cursor = self.textCursor()
        before = self.toPlainText()[: cursor.position()]
        is_glued = bool(before) and not before[-1].isspace()
        self._write(cursor, f" {text}" if is_glued else text)
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
        self._write(cursor, text)
        return True

    def _write(self, cursor: QTextCursor, text: str) -> None:
        """Write a text in place of what is marked, and mark its first place that asks."""
        start = cursor.selectionStart()
        words = filled(text, self._known())
        cursor.insertText(words)
        self.setTextCursor(cursor)
        first = next(prompts(words), None)
        if first is not None:
            self._mark(first, start)

    def _go_on(self) -> bool:
        """Mark the next place that asks, after the cursor or else from the start."""
        found = list(prompts(self.toPlainText()))
        cursor = self.textCursor()
        here = cursor.selectionEnd()
        later = [each for each in found if each.start >= here]
        marked = cursor.selectionStart() if cursor.hasSelection() else -1
        again = [each for each in found if each.start != marked]
        for each in (*later, *again):
            self._mark(each, 0)
            return True
        return False

    def _mark(self, prompt: Prompt, start: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(start + prompt.start)
        cursor.setPosition(start + prompt.start + prompt.length, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._choices = prompt.choices

    def _choosing(self) -> bool:
        """Whether a place with words to choose is marked, or one of these words in it."""
        marked = self.textCursor().selectedText()
        if not marked or not self._choices:
            return False
        here = next(prompts(marked), None)
        return marked in self._choices or (here is not None and here.choices == self._choices)

    def _choose_next(self, step: int) -> None:
        marked = self.textCursor().selectedText()
        if marked in self._choices:
            place = (self._choices.index(marked) + step) % len(self._choices)
        else:
            place = 0 if step > 0 else len(self._choices) - 1
        self._put(self._choices[place])

    def _put(self, word: str) -> None:
        """Write a word in place of what is marked, and leave it marked."""
        cursor = self.textCursor()
        start = cursor.selectionStart()
        cursor.insertText(word)
        cursor.setPosition(start)
        cursor.setPosition(start + len(word), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

"""Typing any part of a word finds the options that hold it, whatever the accents or case."""

import unicodedata
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, QStringListModel, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from ui.look.options import Option, option_words


def fold(text: str) -> str:
    """Text without accents and case, for comparing what was typed."""
    marks_apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(mark for mark in marks_apart if not unicodedata.combining(mark))


def matching(options: Iterable[Option], typed: str) -> list[Option]:
    """The options that hold every typed word in any place, in their own order."""
    words = fold(typed).split()
    return [o for o in options if all(word in fold(f"{o.label} {o.detail}") for word in words)]


class TypeAhead(QObject):
    """Shows matching options under a line edit; `picked` carries the key of the one taken.

    Down opens the list, arrows move in it, Enter takes, Esc leaves it.
    """

    picked = Signal(str)

    def __init__(self, edit: QLineEdit, options: Sequence[Option], parent: QObject) -> None:
        super().__init__(parent)
        self._edit = edit
        self._options = tuple(options)
        self._found: list[Option] = []
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(9)
        self._popup = QListView()
        self._popup.setProperty("look", "popup")
        self._popup.setAccessibleName(edit.accessibleName() or edit.placeholderText())
        self._completer.setPopup(self._popup)
        self._completer.setWidget(edit)
        edit.textEdited.connect(self.show_matching)
        self._completer.activated.connect(self._on_activated)

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer something else."""
        self._options = tuple(options)

    def show_matching(self, typed: str) -> None:
        """Open the list of what holds the typed words; close it when nothing does."""
        self._found = matching(self._options, typed)
        self._model.setStringList([option_words(option) for option in self._found])
        if not self._found:
            self._popup.hide()
            return
        self._dress_popup()
        self._completer.complete()
        self._popup.setCurrentIndex(self._model.index(0, 0))

    def is_open(self) -> bool:
        """Whether the list stands open."""
        return self._popup.isVisible()

    def first(self, typed: str) -> Option | None:
        """The only or exactly written match of what was typed, if there is one."""
        found = matching(self._options, typed) if typed.strip() else []
        exact = [o for o in found if fold(o.label) == fold(typed.strip())]
        if exact:
            return exact[0]
        return found[0] if len(found) == 1 else None

    def _dress_popup(self) -> None:
        """A completer's list is a window of its own, which wears nothing of the line's."""
        worn = self._edit.window().styleSheet()
        if self._popup.styleSheet() != worn:
            self._popup.setStyleSheet(worn)

    def _on_activated(self, words: str) -> None:
        for option in self._found:
            if option_words(option) == words:
                self.picked.emit(option.key)
                return

"""Lines of a form that come in any number: each can be added and taken away by keyboard."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.look.buttons import Button, ButtonKind, IconButton
from ui.look.labels import Divider, Label
from ui.look.theme import Theme
from ui.patients.content import Content


class FormRow(QWidget):
    """One entry: `line` takes its first controls, `lines` more of them, `column` what is below."""

    edited = Signal()
    removed = Signal()

    def __init__(self, theme: Theme, remove_words: str) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(6)
        self.line = QHBoxLayout()
        self.line.setSpacing(8)
        self.lines.addLayout(self.line)
        self.remove = IconButton(theme, "x", remove_words, small=False)
        self.remove.clicked.connect(self.removed)
        self._problem = Label("", "error", wrap=True)
        self._problem.hide()
        self.edited.connect(self.clear_problem)

    def finish(self, first: QWidget, read: Callable[[], Content]) -> None:
        """Close the line: `first` is where the keyboard goes, `read` gives what stands in it."""
        self.first = first
        self._read = read
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addLayout(self.lines, 1)
        head.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        head.setContentsMargins(0, 0, 0, 0)
        self.column.insertLayout(0, head)
        self.column.addWidget(self._problem)

    def content(self) -> Content:
        """What stands in the line."""
        return self._read()

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong in this line."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.first.setAccessibleDescription(sentence)
        self.first.setProperty("wrong", "true" if sentence else "")
        self.first.style().unpolish(self.first)
        self.first.style().polish(self.first)

    def clear_problem(self) -> None:
        """Nothing is wrong any more."""
        if self._problem.text():
            self.show_problem("")

    def problem(self) -> str:
        """The sentence now shown, or an empty one."""
        return self._problem.text()


Row = TypeVar("Row", bound=FormRow)


class RowList(QWidget, Generic[Row]):
    """Lines with a button below that adds one.

    `edited` tells that the nurse changed anything, `lines_changed` that lines came or went.
    """

    edited = Signal()
    lines_changed = Signal()

    def __init__(
        self,
        theme: Theme,
        add_words: str,
        make: Callable[[Content], Row],
        empty: Content,
        *,
        has_dividers: bool = False,
    ) -> None:
        super().__init__()
        self._make, self._empty = make, empty
        self._has_dividers = has_dividers
        self.rows: list[Row] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(10)
        self.add = Button(theme, add_words, ButtonKind.LINK, icon="plus")
        self.add.clicked.connect(self._on_add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._lines)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def content(self) -> list[Content]:
        """What stands in the lines, empty ones as well."""
        return [row.content() for row in self.rows]

    def fill(self, lines: Sequence[Content]) -> None:
        """Show exactly these lines without telling that anything was edited."""
        for row in list(self.rows):
            self._drop(row)
        for line in lines:
            self._put(self._empty | line)
        self.lines_changed.emit()

    def _put(self, line: Content) -> Row:
        row = self._make(line)
        if self._has_dividers:
            row.column.addWidget(Divider())
        self.rows.append(row)
        self._lines.addWidget(row)
        row.edited.connect(self.edited)
        row.removed.connect(lambda: self._on_removed(row))
        return row

    def _drop(self, row: Row) -> None:
        self.rows.remove(row)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _on_add(self) -> None:
        row = self._put(dict(self._empty))
        self.lines_changed.emit()
        self.edited.emit()
        row.show()
        row.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_removed(self, row: Row) -> None:
        place = self.rows.index(row)
        later = self.rows[place + 1].first if place + 1 < len(self.rows) else self.add
        later.setFocus(Qt.FocusReason.OtherFocusReason)
        self._drop(row)
        self.lines_changed.emit()
        self.edited.emit()

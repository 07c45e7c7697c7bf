"""One section of the settings: a heading, a sentence that says what it is for, and its cards."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from careteam.domain.changes import Changes
from careteam.domain.errors import Refused
from ui.desk import Desk, Undo
from ui.look.cards import Card, HeadingRow
from ui.look.labels import Label
from ui.look.sheet import Sheet
from ui.look.theme import Theme


class Section(QWidget):
    """`column` takes the cards, `heading` the buttons beside the title.

    A section that `scrolls` is shown whole; one that does not has a list that scrolls itself.
    """

    scrolls = True

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        title: str,
        sentence: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme, self.desk = theme, desk
        self.heading = HeadingRow(Label(title, "h1"))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 16, 20, 16)
        self.column.setSpacing(10)
        self.column.addWidget(self.heading)
        self.column.addWidget(Label(sentence, "quiet", wrap=True))
        self.column.addSpacing(2)

    def read_again(self) -> None:
        """Show what the database says now; a section without data has nothing to read."""

    def show_entry(self, key: str) -> None:
        """Choose an entry by its key, if the section has entries; call it after reading."""

    def act(self, verb: Callable[..., Changes], *args: Any, undo: Undo | None = None) -> None:
        """Run a verb that has no form; a refusal is told like any other trouble.

        What was not done is shown again as it is.
        """
        try:
            done = self.desk.do(verb, *args, undo=undo)
        except Refused as refused:
            self.desk.failed.emit(refused.sentence)
            return
        if done is None:
            self.read_again()

    def open_sheet(self, sheet: Sheet) -> None:
        """Cover the window with a sheet until it is closed."""
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()


class FactsCard(Card):
    """Facts with their names at the left, as calm lines."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._values: dict[str, Label] = {}
        self.column.addLayout(self._grid)
        theme.changed.connect(self._keep_room)
        self._keep_room()

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these facts in this order; a name that was shown keeps its line."""
        for name, value in facts:
            known = self._values.get(name)
            if known is None:
                known = self._values[name] = Label("", "body", wrap=True)
                row = len(self._values) - 1
                self._grid.addWidget(Label(name, "quiet"), row, 0)
                self._grid.addWidget(known, row, 1)
            known.setText(value)
            known.setAccessibleName(f"{name}: {value}")

    def _keep_room(self) -> None:
        self._grid.setColumnMinimumWidth(0, self._theme.px(150))

"""A card of the pathway: its heading, one small button for what can be added, and its parts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QMenu, QWidget

from ui.look.buttons import Button, ButtonKind
from ui.look.cards import Card, HeadingRow
from ui.look.labels import Label
from ui.look.sheet import Sheet
from ui.look.theme import Theme


@dataclass(frozen=True, slots=True)
class Act:
    """What a card can do: its words, the key that does it within the cards, and the doing."""

    words: str
    key: str
    do: Callable[[], object]

    @property
    def line(self) -> str:
        """The words with the key, as a menu shows them."""
        return f"{self.words}\t{self.key}" if self.key else self.words


class SectionCard(Card):
    """A heading with a button at its end, and room below; `title` names it for screen readers."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme, self._title = theme, title
        self.acts: tuple[Act, ...] = ()
        self.button: Button | None = None
        self._heading = HeadingRow(Label(title, "h2"))
        self._nothing = Label("", "quiet", wrap=True)
        self._nothing.hide()
        self.column.setSpacing(8)
        self.column.addWidget(self._heading)
        self.column.addWidget(self._nothing)

    def offer(self, words: str, acts: Sequence[Act]) -> None:
        """Offer these acts by a button at the heading: one is done at once, several in a menu."""
        self.acts = tuple(acts)
        hint = self.acts[0].key if len(self.acts) == 1 else ""
        button = Button(self._theme, words, ButtonKind.QUIET, hint=hint, small=True)
        button.setAccessibleName(f"{self._title}: {words}")
        if len(self.acts) == 1:
            button.clicked.connect(self.acts[0].do)
        else:
            menu = QMenu(button)
            for act in self.acts:
                menu.addAction(act.line, act.do)
            button.setMenu(menu)
        self._heading.add_at_end(button)
        self.button = button

    def finish(self) -> None:
        """Close the card's column; call once after the last part."""
        self.column.addStretch(1)

    def say_nothing_yet(self, sentence: str) -> None:
        """Say what is not there yet; an empty sentence says nothing."""
        self._nothing.setText(sentence)
        self._nothing.setVisible(bool(sentence))

    def open_sheet(self, sheet: Sheet) -> None:
        """Open a sheet; it goes when it closes."""
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

"""What a table shows, told as data: columns, and the kinds of cell a column can give for a row."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar

from PySide6.QtCore import QPoint

from ui.look.chips import ChipText
from ui.look.tokens import Tone

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Words:
    """Words, with quieter words below them; `tone` colours the first line."""

    text: str
    sub: str = ""
    strong: bool = False
    tone: Tone | None = None
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Chips:
    """One or more chips in a line."""

    chips: tuple[ChipText, ...]


@dataclass(frozen=True, slots=True)
class Dots:
    """Roles as signs: filled ●, suggested ◆, still to fill ○, and the words that count them.

    `spoken` is what a screen reader says instead of the signs.
    """

    filled: int
    suggested: int
    missing: int
    text: str
    spoken: str


@dataclass(frozen=True, slots=True)
class Press:
    """A small button in the cell."""

    text: str


@dataclass(frozen=True, slots=True)
class ChipPress:
    """Chips that are pressed as one: they open a choice."""

    chips: tuple[ChipText, ...]


@dataclass(frozen=True, slots=True)
class Trend:
    """Values over days as a line, with a dashed line where the cut-off lies.

    `points` are days as ordinal numbers with their values, oldest first; `spoken` tells them in
    words, for a screen reader and as the tooltip.
    """

    points: tuple[tuple[int, float], ...]
    spoken: str
    cutoff: float | None = None
    tone: Tone | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar filled to a share of 1; `spoken` tells in words what it shows."""

    share: float
    tone: Tone
    spoken: str


@dataclass(frozen=True, slots=True)
class Sign:
    """An icon to press; `name` is read aloud and shown as its tooltip."""

    icon: str
    name: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A box that is ticked or not; pressing it asks the page to turn it over."""

    is_on: bool
    name: str


Cell: TypeAlias = Words | Chips | Dots | Press | ChipPress | Trend | Bar | Sign | Tick
PRESSABLE = (Press, ChipPress, Sign, Tick)


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: what stands above it and what it gives for a row.

    `width` is in pixels at 100 % text size and grows with the text; 0 shares what is left over, and
    so does a width that `grows`, where there is more than a column without a width needs.
    In a narrow window widths shrink to make room, except where `shrinks` is False (chips, buttons);
    where that does not do, columns with `gives_way` are left out, 1 first, then 2, and so on.
    With `sort`, the header and Alt+Up, Alt+Down order the rows by what it gives.
    """

    key: str
    title: str
    get: Callable[[Row], Cell | str]
    width: float = 0
    shrinks: bool = True
    sort: Callable[[Row], Any] | None = None
    gives_way: int = 0
    grows: bool = False

    def cell(self, row: Row) -> Cell:
        """The row's cell; plain text becomes `Words`."""
        given = self.get(row)
        return Words(given) if isinstance(given, str) else given


@dataclass(frozen=True, slots=True)
class CellPress:
    """The nurse pressed something inside a row; `where` is a place on the screen for a menu."""

    row: object
    column: str
    where: QPoint


@dataclass(frozen=True, slots=True)
class SortChoice:
    """The order the nurse asked for."""

    column: str
    is_descending: bool


def main_words(cell: Cell) -> str:
    """The words of the first line."""
    match cell:
        case Words(text=text) | Dots(text=text) | Press(text=text):
            return text
        case Chips(chips=chips) | ChipPress(chips=chips):
            return ", ".join(chip.text for chip in chips)
        case Trend(spoken=spoken) | Bar(spoken=spoken):
            return spoken
        case Sign(name=name) | Tick(name=name):
            return name


def full_words(cell: Cell) -> str:
    """All words of the cell, for a tooltip."""
    if isinstance(cell, Words) and cell.sub:
        return f"{cell.text}\n{cell.sub}"
    return main_words(cell)


def spoken_words(cell: Cell) -> str:
    """What a screen reader says for the cell."""
    if isinstance(cell, Dots):
        return cell.spoken
    return full_words(cell).replace("\n", ", ")

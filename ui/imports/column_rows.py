"""The headings of a table one below the other, each with what it holds and what it means."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from careteam.domain.intake.tables import Table
from ui.look.choices import Choice
from ui.look.labels import ElidedLabel
from ui.look.options import Option
from ui.look.theme import Theme

SAMPLES = 3


class ColumnRows(QFrame):
    """`changed` when the nurse said what a column means; one field stands in one column only."""

    changed = Signal()

    def __init__(self, theme: Theme, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.choices: dict[str, Choice] = {}
        inside = QWidget()
        inside.setProperty("look", "scrolled")
        grid = QGridLayout(inside)
        grid.setContentsMargins(14, 10, 14, 10)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for row, heading in enumerate(table.headings):
            choice = Choice(theme, (), empty=self.tr("Not read"), small=True)
            choice.setAccessibleName(self.tr("What {heading} means").format(heading=heading))
            choice.chosen.connect(lambda key, mine=heading: self._on_chosen(mine, key))
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(ElidedLabel(heading, "strong"))
            words.addWidget(ElidedLabel(_samples(table, row), "sub"))
            grid.addLayout(words, row, 0)
            grid.addWidget(choice, row, 1, Qt.AlignmentFlag.AlignVCenter)
            self.choices[heading] = choice
        grid.setRowStretch(len(table.headings), 1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area = area
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(area)
        for choice in self.choices.values():
            choice.installEventFilter(self)

    def show_fields(self, options: Sequence[Option], fields: Mapping[str, str]) -> None:
        """Offer these fields, with those chosen that the headings say."""
        for heading, choice in self.choices.items():
            choice.set_options(options)
            choice.set_value(fields.get(heading, ""))

    def fields(self) -> dict[str, str]:
        """The fields of the headings that mean something."""
        return {
            heading: choice.value() for heading, choice in self.choices.items() if choice.value()
        }

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._area.ensureWidgetVisible(watched)
        return False

    def _on_chosen(self, heading: str, key: str) -> None:
        for other, choice in self.choices.items():
            if key and other != heading and choice.value() == key:
                choice.set_value("")
        self.changed.emit()


def _samples(table: Table, place: int) -> str:
    """The first things that stand in a column."""
    found: dict[str, None] = {}
    for line in table.lines[:50]:
        cells = line.cells
        if place < len(cells) and cells[place].strip():
            found[" ".join(cells[place].split())[:40]] = None
        if len(found) == SAMPLES:
            break
    return " · ".join(found) or "—"

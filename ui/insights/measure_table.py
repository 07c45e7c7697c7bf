"""All other measures in a calm list: the figure, the one of the period before, and the change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careteam.domain.measuring import Result
from ui.insights.goal_words import goal_cell
from ui.insights.measure_words import measure_words
from ui.insights.words import before_words, change_words, now_words, topic_words
from ui.look.cards import HeadingRow
from ui.look.columns import CellPress, Column, Sign, Words
from ui.look.labels import Label
from ui.look.tables import Table
from ui.look.theme import Theme

TITLE = 248
"""As wide as the longest title; beside goals it is they that have what room is left."""


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure with its result, that of the period before, and its goal where it has one."""

    result: Result
    before: Result | None
    goal: int | None = None

    @property
    def key(self) -> str:
        """The key of the measure."""
        return self.result.measure.key


class MeasureTable(QWidget):
    """Enter on a measure emits `list_asked`, its sign `about_asked`, both with its key."""

    list_asked = Signal(str)
    about_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_goals = False
        self.status = Label("", "sub")
        self.table: Table[MeasureRow] = Table(
            theme,
            self.tr("Other measures"),
            self._columns(),
            key=lambda row: row.key,
        )
        heading = HeadingRow(Label(self.tr("Other measures"), "h2"))
        heading.add_beside(self.status)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(heading)
        column.addWidget(self.table)
        self.table.row_activated.connect(lambda row: self.list_asked.emit(row.key))
        self.table.cell_pressed.connect(self._on_pressed)

    def show_results(
        self,
        now: Mapping[str, Result],
        before: Mapping[str, Result],
        goals: Mapping[str, int],
    ) -> None:
        """Show these measures, in this order."""
        has_goals = any(key in goals for key in now)
        if has_goals != self._has_goals:
            self._has_goals = has_goals
            self.table.show_columns(self._columns(has_goals=has_goals))
        self.table.show_rows(
            [MeasureRow(one, before.get(key), goals.get(key)) for key, one in now.items()]
        )
        self.status.setText("")

    def wait(self) -> None:
        """Say that newer figures are being counted; those before stay meanwhile."""
        self.status.setText(self.tr("Counting…"))

    def give_up(self) -> None:
        """No newer figures come."""
        self.status.setText("")

    def _columns(self, *, has_goals: bool = False) -> Sequence[Column[MeasureRow]]:
        goal: Column[MeasureRow] = Column(
            "goal", self.tr("Goal"), lambda row: goal_cell(row.result, row.goal)
        )

        def title(row: MeasureRow) -> Words:
            return Words(measure_words(row.result.measure.title), strong=True)

        def now(row: MeasureRow) -> Words:
            return Words(now_words(row.result)[0], strong=True)

        about = self.tr("What this counts")
        return (
            Column("title", self.tr("Measure"), title, TITLE if has_goals else 0,
                   shrinks=not has_goals),
            Column("topic", self.tr("About"), lambda row: topic_words(row.result.measure.topic),
                   100, gives_way=1),
            Column("now", self.tr("Now"), now, 118),
            Column("of", self.tr("Counted"), lambda row: now_words(row.result)[1], 94),
            *((goal,) if has_goals else ()),
            Column("before", self.tr("Before"),
                   lambda row: before_words(row.result, row.before), 90),
            Column("change", self.tr("Change"),
                   lambda row: change_words(row.result, row.before), 80),
            Column("about", "", lambda _row: Sign("info", about), 44, shrinks=False),
        )  # fmt: skip

    def _on_pressed(self, press: CellPress) -> None:
        if isinstance(press.row, MeasureRow):
            self.about_asked.emit(press.row.key)

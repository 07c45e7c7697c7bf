"""A card with a bar chart of a measure, and the table that says the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from careteam.domain.measuring import Figure, Form, Measure, Result
from careteam.domain.rules import Rules
from careteam.storage.reads.insights_rows import part_label
from ui.insights.measure_words import measure_words
from ui.insights.words import day_words, figure_words, of_words
from ui.look.bar_chart import Bar, BarChart
from ui.look.buttons import IconButton
from ui.look.cards import Card, EmptyState, HeadingRow
from ui.look.columns import Column, Words
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.segmented import SegmentedControl
from ui.look.tables import Table
from ui.look.theme import Theme

CHART, TABLE = "chart", "table"
MOST_BARS = 8


@dataclass(frozen=True, slots=True)
class PartRow:
    """One part of the measure in the table behind the chart."""

    key: str
    label: str
    figure: Figure


class ChartCard(Card):
    """`part_asked` carries the key of the part whose list is asked for; `about_asked` asks for the
    definition. The longest bars are drawn, in the order of the catalogue; the table has all.
    """

    part_asked = Signal(str)
    about_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        measure: Measure,
        by: str,
        title: str,
        color: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self.measure, self._by = measure, by
        self.chart = BarChart(theme, title, color)
        self.table: Table[PartRow] = Table(theme, title, self._columns(), key=lambda row: row.key)
        self._nothing = EmptyState(theme, "chart-no-axes-column", self.tr("Nothing to show yet."))
        self.which = SegmentedControl(
            theme,
            self.tr("{title} as").format(title=title),
            (Option(CHART, self.tr("Chart")), Option(TABLE, self.tr("Table"))),
            CHART,
        )
        words = self.tr("What {title} counts")
        self.about = IconButton(theme, "info", words.format(title=title))
        heading = HeadingRow(Label(title, "h2"))
        heading.add_at_end(self.which)
        heading.add_at_end(self.about)
        self.column.addWidget(heading)
        for part in (self.chart, self.table, self._nothing):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self._has_bars = self._is_counted = False
        self.which.chosen.connect(lambda _key: self._show())
        self.about.clicked.connect(self.about_asked)
        self.chart.pressed.connect(self.part_asked)
        self.table.row_activated.connect(lambda row: self.part_asked.emit(row.key))
        self._show()

    def show_result(self, result: Result, rules: Rules, goal: int | None) -> None:
        """Draw the parts of a result, with its goal where one is set."""
        parts = result.parts[self._by]
        labels = {key: part_label(self._by, key, rules) for key, _figure in parts}
        rows = [
            PartRow(key, labels[key] if key else measure_words(labels[key]), figure)
            for key, figure in parts
        ]
        self.table.show_rows(rows)
        told = [row for row in rows if self._value(row.figure) is not None]
        self._has_bars, self._is_counted = bool(told), True
        words = self.tr("goal {days}").format(days=goal) if goal else ""
        self.chart.show_bars(self._bars(told, rules), float(goal) if goal else None, words)
        self._show()

    def _bars(self, rows: Sequence[PartRow], rules: Rules) -> list[Bar]:
        order = {key: at for at, key in enumerate(rules.catalogue.roles)}
        largest = sorted(rows, key=lambda row: -row.figure.of)[:MOST_BARS]
        short: Mapping[str, str] = {
            row.key: rules.catalogue.role_short(row.key) if self._by == "role" and row.key
            else row.label
            for row in largest
        }  # fmt: skip
        largest.sort(key=lambda row: order.get(row.key, len(order)))
        return [
            Bar(row.key, short[row.key], self._value(row.figure) or 0, self._shown(row.figure),
                self._spoken(row.figure))
            for row in largest
        ]  # fmt: skip

    def _value(self, figure: Figure) -> float | None:
        return figure.median if self.measure.form is Form.MEDIAN else float(figure.hits)

    def _shown(self, figure: Figure) -> str:
        if self.measure.form is Form.MEDIAN and figure.median is not None:
            return f"{figure.median:.1f}".removesuffix(".0")
        return f"{figure.hits:,}"

    def _spoken(self, figure: Figure) -> str:
        return figure_words(self.measure, figure)

    def _show(self) -> None:
        is_table = self.which.value() == TABLE
        has_room = self._has_bars or not self._is_counted  # nothing jumps when the bars come
        self.chart.setVisible(not is_table and has_room)
        self.table.setVisible(is_table and self.table.model.rowCount() > 0)
        is_empty = self.table.model.rowCount() == 0 if is_table else not self._has_bars
        self._nothing.setVisible(is_empty and self._is_counted)

    def _columns(self) -> Sequence[Column[PartRow]]:
        is_median = self.measure.form is Form.MEDIAN

        def told(row: PartRow) -> Words:
            if not is_median:
                return Words(f"{row.figure.hits:,}", strong=True)
            return Words(day_words(self.measure, row.figure.median), strong=True)

        words = self.tr("Median") if is_median else self.tr("Count")
        first: Column[PartRow] = Column("label", self.tr("Role"), lambda row: row.label)
        figure: Column[PartRow] = Column("figure", words, told, 110)
        if not is_median:
            return first, figure
        answered = self.tr("Answered")
        return first, figure, Column("of", answered, lambda row: of_words(row.figure), 120)

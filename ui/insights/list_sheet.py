"""The list behind a figure: exactly those whom it counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from careteam.domain.dates import day_shown
from careteam.domain.insight_settings import read_insight_settings
from careteam.domain.measures import MEASURES
from careteam.domain.measuring import Days, Figure, Form, Result
from careteam.storage.reads.insights import insight_results
from careteam.storage.reads.insights_rows import (
    InsightRow,
    Wanted,
    insight_rows,
    navigator_names,
    part_label,
)
from careteam.storage.reads.insights_scope import Scope
from careteam.storage.reads.rules import read_settings
from careteam.storage.store import Store
from ui.desk import Desk
from ui.insights.counting import Counting, Side
from ui.insights.measure_words import measure_words
from ui.insights.words import figure_words
from ui.look.buttons import Button
from ui.look.cards import EmptyState
from ui.look.choices import Choice
from ui.look.columns import Column, Words
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.segmented import SegmentedControl
from ui.look.sheet import Sheet
from ui.look.tables import Table
from ui.look.theme import Theme

WIDTH = 980
HITS, ALL = "hits", "all"
NAVIGATOR, BETWEEN = "navigator", "\n"
AT_ONCE = 200
"""So many lines are read at a time: a list of the whole clinic is looked for anew each time."""


@dataclass(frozen=True, slots=True)
class _Told:
    result: Result
    names: Mapping[str, str]


class ListSheet(Sheet):
    """Every line that a figure counts; Enter on one emits `patient_opened` with the patient's id.

    Those that count, or all of whom they are counted; of one part of the measure where it is told
    apart. `about_asked` asks for the definition. The lines come when they are found.
    """

    patient_opened = Signal(int)
    about_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        wanted: Wanted,
        scope: Scope,
        host: QWidget,
    ) -> None:
        measure = MEASURES[wanted.key]
        words = QCoreApplication.translate("ListSheet", "{title} · {period}")
        super().__init__(
            theme,
            words.format(title=measure_words(measure.title), period=scope.period.shown),
            host,
            WIDTH,
        )
        self._desk, self._measure, self._scope = desk, measure, scope
        self._wanted = wanted
        self._told: _Told | None = None
        side = Side(is_kept=True)
        self._figures, self._lines = Counting(desk, self, side), Counting(desk, self, side)
        self.closed.connect(side.let_go)
        self.destroyed.connect(side.let_go)
        options = (Option(HITS, ""), Option(ALL, ""))
        self.which = SegmentedControl(theme, self.tr("Which lines"), options, HITS)
        self.part = Choice(theme, (), small=True)
        self.part.setAccessibleName(self.tr("Which part"))
        self._is_hits = wanted.only_hits or measure.form is Form.COUNT
        self._has_come = False
        self._row = QHBoxLayout()
        self.table: Table[InsightRow] = Table(
            theme,
            measure_words(measure.title),
            self._columns(),
            key=lambda row: (row.ref, row.what),
        )
        self._nothing = EmptyState(theme, "check", self.tr("Nobody is counted here."))
        self._waits = Label(self.tr("Counting…"), "sub")
        self._lay_out(theme)
        self._connect()
        self._show_counts()
        self._list()
        self._count()

    @property
    def is_counting(self) -> bool:
        """Whether the figures or the first lines are still to come."""
        return self._figures.is_busy or self._lines.is_busy

    @property
    def count(self) -> int:
        """How many lines the list that is shown has."""
        figure = self._figure()
        return figure.hits if self._is_hits else figure.of

    def show_all(self, is_all: bool) -> None:
        """Show all of whom is counted, or those that count."""
        self._is_hits = not is_all
        self._show_counts()
        self._list()

    def wanted(self) -> Wanted:
        """What is listed."""
        by, part = self._wanted.by, self._wanted.part
        return Wanted(self._measure.key, self._is_hits, by, part)

    def _count(self) -> None:
        moment, rules = self._desk.moment, self._desk.rules
        key, scope = self._measure.key, self._scope

        def told(store: Store) -> _Told:
            has_acuity = read_insight_settings(store.read(read_settings)).has_acuity
            result = store.read(
                insight_results, (key,), scope, moment=moment, rules=rules, in_parts=(key,),
                has_acuity=has_acuity,
            )[key]  # fmt: skip
            ids = [int(part) for part, _figure in result.parts.get(NAVIGATOR, ()) if part]
            return _Told(result, store.read(navigator_names, ids) if ids else {})

        self._figures.count(told)

    def _list(self, offset: int = 0) -> None:
        moment, rules = self._desk.moment, self._desk.rules
        wanted, scope = self.wanted(), self._scope

        def lines(store: Store) -> tuple[int, Sequence[InsightRow]]:
            return offset, store.read(
                insight_rows, wanted, scope, moment=moment, rules=rules, limit=AT_ONCE,
                offset=offset,
            )  # fmt: skip

        self._lines.count(lines)

    def _on_told(self, told: _Told) -> None:
        self._told = told
        self.part.set_options(self._part_options(told))
        self.part.set_value(self._part_key())
        self.part.setVisible(self.part.count() > 1)
        self._show_counts()

    def _on_lines(self, found: tuple[int, Sequence[InsightRow]]) -> None:
        offset, rows = found
        is_last = len(rows) < AT_ONCE
        self._waits.hide()
        if offset:
            self.table.model.add_rows(rows, is_last=is_last)
            return
        self.table.show_coming(rows, None if is_last else self._list)
        self.table.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        if rows and not self._has_come and self.isVisible() and self.which.isHidden():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._has_come = True

    def _on_failed(self, sentence: str) -> None:
        self._waits.hide()
        self._desk.failed.emit(sentence)

    def _figure(self) -> Figure:
        if self._told is None:
            return Figure(0, 0)
        by, part, result = self._wanted.by, self._wanted.part, self._told.result
        return dict(result.parts.get(by, ())).get(part, Figure(0, 0)) if by else result.whole

    def _part_key(self) -> str:
        by, part = self._wanted.by, self._wanted.part
        return f"{by}{BETWEEN}{part}" if by else ""

    def _part_options(self, told: _Told) -> list[Option]:
        names, rules = told.names, self._desk.rules
        parts = (
            Option(
                f"{by}{BETWEEN}{key}",
                names.get(key, "") if by == NAVIGATOR and key else part_label(by, key, rules),
                figure_words(self._measure, figure),
            )
            for by, figures in told.result.parts.items()
            for key, figure in figures
        )
        return [Option("", self.tr("All")), *parts]

    def _lay_out(self, theme: Theme) -> None:
        self._row.setSpacing(10)
        self._row.addWidget(self.which)
        self._row.addWidget(self.part)
        self._row.addStretch(1)
        self.part.setFixedWidth(theme.px(280))
        self.body.addLayout(self._row)
        for part in (self._waits, self.table, self._nothing):
            self.body.addWidget(part)
        for part in (self.part, self._waits, self.table, self._nothing):
            part.hide()
        self.body.addStretch(1)
        about = Button(theme, self.tr("What it counts…"))
        about.clicked.connect(self._on_about)
        close = Button(theme, self.tr("Close"), hint="Esc")
        close.clicked.connect(self.close_now)
        self.add_button(about)
        self.add_button(close)

    def _connect(self) -> None:
        self.which.chosen.connect(lambda key: self.show_all(key == ALL))
        self.part.chosen.connect(self._on_part)
        self.table.row_activated.connect(self._on_row)
        self._figures.counted.connect(self._on_told)
        self._lines.counted.connect(self._on_lines)
        self._lines.waiting.connect(self._waits.show)
        for counting in (self._figures, self._lines):
            counting.failed.connect(self._on_failed)

    def _on_part(self, key: str) -> None:
        by, _, part = key.partition(BETWEEN)
        self._wanted = replace(self._wanted, by=by, part=part)
        self._show_counts()
        self._list()

    def _show_counts(self) -> None:
        """The words of the two lists carry how long they are."""
        figure, is_told = self._figure(), self._told is not None
        hits, of = (f"{count:,}" if is_told else "…" for count in (figure.hits, figure.of))
        counted = self.tr("Those that count ({count})").format(count=hits)
        every = self.tr("All ({count})").format(count=of)
        self.which.show_labels({HITS: counted, ALL: every})
        self.which.set_value(HITS if self._is_hits else ALL)
        self.which.setVisible(self._measure.has_parts)

    def _columns(self) -> list[Column[InsightRow]]:
        columns: list[Column[InsightRow]] = [
            Column("name", self.tr("Patient"), lambda row: Words(row.name, strong=True)),
            Column("mrn", self.tr("MRN"), lambda row: row.mrn, 90),
            Column("what", self.tr("What"), lambda row: row.what, 250),
            Column("day", self.tr("Day"), _day, 116, shrinks=False),
        ]
        if self._measure.form is Form.MEDIAN:
            is_business = self._measure.days is Days.BUSINESS
            title = self.tr("Business days") if is_business else self.tr("Days")
            columns.append(Column("days", title, _days, 110))
        if self._measure.has_parts:
            counts = partial(_counts, self.tr("yes"), self.tr("no"))
            columns.append(Column("hit", self.tr("Counts"), counts, 80))
        columns.append(
            Column("navigator", self.tr("Navigator"), lambda row: row.navigator, 170, gives_way=1)
        )
        return columns

    def _on_row(self, row: InsightRow) -> None:
        self.close_now()
        self.patient_opened.emit(row.patient_id)

    def _on_about(self) -> None:
        self.close_now()
        self.about_asked.emit()


def _day(row: InsightRow) -> str:
    return day_shown(row.day) if row.day else "—"


def _days(row: InsightRow) -> str:
    return "—" if row.days is None else f"{row.days:,}"


def _counts(yes: str, no: str, row: InsightRow) -> Words:
    return Words(yes, strong=True) if row.is_hit else Words(no, quiet=True)

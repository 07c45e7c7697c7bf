"""What a measure counts, and the list behind a figure: one click away from the figure."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careteam.domain.dates import day_shown
from careteam.domain.errors import CareteamError
from careteam.domain.insight_settings import read_insight_settings
from careteam.domain.measures import MEASURES
from careteam.domain.measuring import Days, Figure, Form, Measure, Result
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
from ui.desk import Desk
from ui.insights.measure_words import measure_words
from ui.insights.words import figure_words
from ui.look.buttons import Button, ButtonKind
from ui.look.cards import EmptyState
from ui.look.choices import Choice
from ui.look.columns import Column, Words
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.segmented import SegmentedControl
from ui.look.sheet import Sheet
from ui.look.tables import Table
from ui.look.theme import Theme

ABOUT_WIDTH, LIST_WIDTH = 520, 980
HITS, ALL = "hits", "all"
BETWEEN = "\n"


class AboutSheet(Sheet):
    """The definition of a measure and who says so; `list_asked` asks for its list."""

    list_asked = Signal()

    def __init__(self, theme: Theme, measure: Measure, host: QWidget) -> None:
        super().__init__(theme, measure_words(measure.title), host, ABOUT_WIDTH)
        for heading, words in (
            (self.tr("What it tells"), measure_words(measure.definition)),
            (self.tr("What counts"), measure_words(measure.numerator)),
            (self.tr("Of"), measure_words(measure.denominator)),
            (self.tr("Without"), measure_words(measure.exclusions)),
            (self.tr("When"), self._when(measure)),
            (self.tr("Source"), measure_words(measure.source)),
        ):
            if words:
                self._add(heading, words)
        self.body.addStretch(1)
        close = Button(theme, self.tr("Close"), hint="Esc")
        close.clicked.connect(self.close_now)
        listed = Button(theme, self.tr("Show the list"), ButtonKind.PRIMARY)
        listed.clicked.connect(self._on_list)
        self.add_button(close)
        self.add_button(listed)

    def _when(self, measure: Measure) -> str:
        return self.tr("As of now, whatever the period.") if measure.is_snapshot else ""

    def _add(self, heading: str, words: str) -> None:
        part = QVBoxLayout()
        part.setSpacing(3)
        part.addWidget(Label(heading, "label"))
        said = Label(words, "body", wrap=True)
        said.setAccessibleName(f"{heading}: {words}")
        part.addWidget(said)
        self.body.addLayout(part)

    def _on_list(self) -> None:
        self.close_now()
        self.list_asked.emit()


class ListSheet(Sheet):
    """Every line that a figure counts; Enter on one emits `patient_opened` with the patient's id.

    Those that count, or all of whom they are counted; of one part of the measure where it is told
    apart. `about_asked` asks for the definition.
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
            LIST_WIDTH,
        )
        self._theme_of, self._desk, self._measure, self._scope = theme, desk, measure, scope
        self._result = self._read()
        self.which = SegmentedControl(theme, self.tr("Which lines"), (), "")
        self.part = Choice(theme, self._part_options(), small=True)
        self.part.setAccessibleName(self.tr("Which part"))
        self.part.set_value(f"{wanted.by}{BETWEEN}{wanted.part}" if wanted.by else "")
        self._is_hits = wanted.only_hits or measure.form is Form.COUNT
        self._row = QHBoxLayout()
        self.table: Table[InsightRow] = Table(
            theme,
            measure_words(measure.title),
            self._columns(),
            key=lambda row: (row.ref, row.what),
        )
        self._nothing = EmptyState(theme, "check", self.tr("Nobody is counted here."))
        self._lay_out(theme)
        self.part.chosen.connect(lambda _key: self._show())
        self.table.row_activated.connect(self._on_row)
        self._show()

    @property
    def count(self) -> int:
        """How many lines the list that is shown has."""
        figure = self._figure()
        return figure.hits if self._is_hits else figure.of

    def show_all(self, is_all: bool) -> None:
        """Show all of whom is counted, or those that count."""
        self._is_hits = not is_all
        self._show()

    def wanted(self) -> Wanted:
        """What is listed."""
        by, _, part = self.part.value().partition(BETWEEN)
        return Wanted(self._measure.key, self._is_hits, by, part)

    def _read(self) -> Result | None:
        desk, key = self._desk, self._measure.key
        try:
            return desk.read(
                insight_results,
                (key,),
                self._scope,
                moment=desk.moment,
                rules=desk.rules,
                in_parts=(key,),
                has_acuity=read_insight_settings(desk.read(read_settings)).has_acuity,
            )[key]
        except CareteamError as error:
            desk.failed.emit(error.sentence)
            return None

    def _figure(self) -> Figure:
        by, _, part = self.part.value().partition(BETWEEN)
        if self._result is None:
            return Figure(0, 0)
        if by:
            return dict(self._result.parts.get(by, ())).get(part, Figure(0, 0))
        return self._result.whole

    def _part_options(self) -> list[Option]:
        options = [Option("", self.tr("All"))]
        if self._result is not None:
            parts = self._result.parts
            ids = [int(key) for key, _figure in parts.get("navigator", ()) if key]
            names = self._desk.read(navigator_names, ids) if ids else {}
            options += [
                Option(
                    f"{by}{BETWEEN}{key}",
                    names.get(key) or part_label(by, key, self._desk.rules),
                    figure_words(self._measure, figure),
                )
                for by, told in parts.items()
                for key, figure in told
            ]
        return options

    def _lay_out(self, theme: Theme) -> None:
        self._row.setSpacing(10)
        self._row.addWidget(self.which)
        self._row.addWidget(self.part)
        self._row.addStretch(1)
        self.part.setFixedWidth(theme.px(280))
        self.body.addLayout(self._row)
        self.part.setVisible(self.part.count() > 1)
        self.body.addWidget(self.table)
        self.body.addWidget(self._nothing)
        self.body.addStretch(1)
        about = Button(theme, self.tr("What it counts…"))
        about.clicked.connect(self._on_about)
        close = Button(theme, self.tr("Close"), hint="Esc")
        close.clicked.connect(self.close_now)
        self.add_button(about)
        self.add_button(close)

    def _show(self) -> None:
        self._renew_which()
        self.table.show_pages(self._page)
        has_rows = self.table.model.rowCount() > 0
        self.table.setVisible(has_rows)
        self._nothing.setVisible(not has_rows)

    def _renew_which(self) -> None:
        """The words carry the counts, so the row is made anew when they change."""
        figure = self._figure()
        self.which.setParent(None)
        self.which.deleteLater()
        counted = self.tr("Those that count ({count})").format(count=f"{figure.hits:,}")
        every = self.tr("All ({count})").format(count=f"{figure.of:,}")
        options = (Option(HITS, counted), Option(ALL, every))
        name = self.tr("Which lines")
        self.which = SegmentedControl(self._theme_of, name, options, HITS if self._is_hits else ALL)
        self.which.chosen.connect(lambda key: self.show_all(key == ALL))
        self._row.insertWidget(0, self.which)
        self.which.setVisible(self._measure.has_parts)

    def _page(self, offset: int, limit: int) -> Sequence[InsightRow]:
        desk = self._desk
        try:
            return desk.read(
                insight_rows,
                self.wanted(),
                self._scope,
                moment=desk.moment,
                rules=desk.rules,
                limit=limit,
                offset=offset,
            )
        except CareteamError as error:
            desk.failed.emit(error.sentence)
            return ()

    def _columns(self) -> list[Column[InsightRow]]:
        columns: list[Column[InsightRow]] = [
            Column("name", self.tr("Patient"), lambda row: Words(row.name, strong=True)),
            Column("mrn", self.tr("MRN"), lambda row: row.mrn, 90),
            Column("what", self.tr("What"), lambda row: row.what, 320),
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

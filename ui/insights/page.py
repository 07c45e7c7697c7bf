"""The insights page: what the work came to, and behind every figure exactly its list."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from careteam.domain.changes import Changes, Part
from careteam.domain.insight_settings import read_insight_settings
from careteam.domain.measures import FRONT, MEASURES, days_shown
from careteam.domain.measuring import Result
from careteam.domain.periods import By
from careteam.storage.reads.insight_reports import BARRIERS, INSIGHTS
from careteam.storage.reads.insights import insight_results
from careteam.storage.reads.insights_rows import Wanted
from careteam.storage.reads.insights_scope import Scope
from careteam.storage.reads.rules import read_settings
from careteam.storage.store import Store
from ui.desk import Desk
from ui.insights.about_sheet import AboutSheet
from ui.insights.chart_card import ChartCard
from ui.insights.counting import Counting, Side
from ui.insights.figure_card import FigureCard
from ui.insights.goal_words import goal_told
from ui.insights.list_sheet import ListSheet
from ui.insights.measure_table import MeasureTable
from ui.insights.out_sheet import OutSheet
from ui.insights.outgoing import InsightsOut
from ui.insights.scope_bar import ScopeBar
from ui.insights.time_pane import TimePane
from ui.insights.words import day_words, of_words, share_words
from ui.look.buttons import Button
from ui.look.even_grid import EvenGrid
from ui.look.labels import Label
from ui.look.sheet import Sheet
from ui.look.theme import Theme
from ui.paper import Paper

PARTS = (
    Part.PATIENT, Part.PHASE, Part.TEAM, Part.CONTACT, Part.FOLLOW_UP, Part.PATHWAY, Part.NEED,
    Part.REFERRAL, Part.SUGGESTION, Part.TRIAL, Part.CATALOGUE, Part.SETTING,
)  # fmt: skip
IN_CHARTS = ("contacts", "to_contact")
OTHERS = tuple(key for key in MEASURES if key not in FRONT)
CARD_LEAST, CHART_LEAST = 178, 430


@dataclass(frozen=True, slots=True)
class _Front:
    results: Mapping[str, Result]
    goals: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Counted:
    now: Mapping[str, Result]
    before: Mapping[str, Result]


class InsightsPage(QWidget):
    """`patient_opened` carries the id of a patient of a list.

    All is counted beside the nurse's work: the cards and charts, then the month of time and the
    other measures with the period before. `stop` wants none of it any more; call it before the
    store is closed.
    """

    patient_opened = Signal(int)

    def __init__(
        self, theme: Theme, desk: Desk, paper: Paper, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._desk, self._paper = theme, desk, paper
        self._is_stale = True
        self.front: Mapping[str, Result] = {}
        self.others: Mapping[str, Result] = {}
        self.goals: Mapping[str, int] = {}
        self.scope = ScopeBar(theme, desk)
        self.save = Button(theme, self.tr("Export CSV"), small=True)
        self.print = Button(theme, self.tr("Print"), hint="Ctrl+P", small=True)
        self.reports = Button(theme, self.tr("Reports…"), small=True)
        titles = {
            "active": self.tr("Patients"),
            "contacts": self.tr("Contacts"),
            "first_contact": self.tr("First contact"),
            "roles_filled": self.tr("Roles filled"),
            "barriers_resolved": self.tr("Barriers resolved"),
        }
        self.cards = {key: FigureCard(theme, key, title) for key, title in titles.items()}
        self.charts = {
            "contacts": ChartCard(
                theme, MEASURES["contacts"], "role", self.tr("Contacts by role"), "accent"
            ),
            "to_contact": ChartCard(
                theme, MEASURES["to_contact"], "role",
                self.tr("Days from suggestion to first contact"), "idea",
            ),
        }  # fmt: skip
        self.measures = MeasureTable(theme)
        self._side = Side(is_kept=True)
        self.time = TimePane(desk, theme, paper, self._side)
        self.out = InsightsOut(theme, desk, paper, self)
        self._front_counting = Counting(desk, self, self._side)
        self._counting = Counting(desk, self)
        self.destroyed.connect(self._side.let_go)
        self._lay_out(theme)
        self._connect()

    @property
    def is_counting(self) -> bool:
        """Whether figures are still to come."""
        return self._front_counting.is_busy or self._counting.is_busy or self.time.is_counting

    def stop(self) -> None:
        """Want no figure any more."""
        self._front_counting.forget()
        self._counting.forget()
        self.time.stop()
        self._side.let_go()

    def read_again(self) -> None:
        """Have the cards and charts counted, then the other measures."""
        desk, scope = self._desk, self.scope.scope()
        moment, rules = desk.moment, desk.rules

        def front(store: Store) -> _Front:
            with store.reading():
                results = store.read(
                    insight_results, FRONT, scope, moment=moment, rules=rules, in_parts=IN_CHARTS
                )
                return _Front(results, read_insight_settings(store.read(read_settings)).goals)

        self._is_stale = False
        self._counting.forget()
        self.measures.wait()
        self._front_counting.count(front)

    def _on_front(self, front: _Front) -> None:
        self.front, self.goals = front.results, front.goals
        self._show_front()
        for key, card in self.charts.items():
            card.show_result(self.front[key], self._desk.rules, self.goals.get(key))
        self._show_time()
        self._count_others(self.scope.scope())

    def _on_front_failed(self, sentence: str) -> None:
        if self.front:
            self._show_front()
        else:
            for card in self.cards.values():
                card.show_figure("—", "")
        self._on_failed(sentence)

    def _on_failed(self, sentence: str) -> None:
        self._is_stale = True
        self.measures.give_up()
        self._desk.failed.emit(sentence)

    def _on_front_waiting(self) -> None:
        for card in self.cards.values():
            card.show_figure("…", self.tr("Counting…"))

    def _show_time(self) -> None:
        """The month below what stands at the top."""
        today, period = self._desk.moment.today, self.scope.scope().period
        first = today.replace(day=1)
        month = period.last if period.last <= today else max(period.first, first)
        self.time.show_month(month, self.scope.navigator_id())

    def open_list(self, wanted: Wanted) -> ListSheet:
        """Show the list behind a figure."""
        sheet = ListSheet(self._theme, self._desk, wanted, self.scope.scope(), self.window())
        sheet.patient_opened.connect(self.patient_opened)
        sheet.about_asked.connect(lambda: self.open_about(wanted.key))
        self._open(sheet)
        return sheet

    def open_out(self, kind: str = INSIGHTS) -> OutSheet:
        """Ask in which form a report leaves, and for whom."""
        scope = self.scope.scope()
        sheet = OutSheet(self._theme, self._desk, self.out, scope, self.window(), kind)
        self._open(sheet)
        return sheet

    def open_about(self, key: str) -> AboutSheet:
        """Show what a measure counts."""
        sheet = AboutSheet(self._theme, MEASURES[key], self.window())
        sheet.list_asked.connect(lambda: self.open_list(Wanted(key, only_hits=True)))
        self._open(sheet)
        return sheet

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.read_again()

    def _show_front(self) -> None:
        front, cards = self.front, self.cards
        new = f"{front['new'].whole.hits:,}"
        cards["active"].show_figure(
            f"{front['active'].whole.hits:,}", self._new_words().format(count=new)
        )
        reached = self.tr("{share} reached").format(share=share_words(front["reach_rate"].whole))
        cards["contacts"].show_figure(
            f"{front['contacts'].whole.hits:,}", reached, self._goal("reach_rate")
        )
        first = front["first_contact"]
        days = first.whole.median
        figure = "—" if days is None else self._days(days)
        detail = self.tr("median, from referral")
        cards["first_contact"].show_figure(figure, detail, self._goal("first_contact"))
        filled = front["roles_filled"].whole
        cards["roles_filled"].show_figure(
            share_words(filled), self.tr("of those asked for"), self._goal("roles_filled")
        )
        took = front["barrier_days"]
        median = self.tr("median {days}").format(days=day_words(took.measure, took.whole.median))
        cards["barriers_resolved"].show_figure(
            of_words(front["barriers_resolved"].whole),
            median,
            self._goal("barriers_resolved") or self._goal("barrier_days"),
        )

    def _goal(self, key: str) -> str:
        return goal_told(self.front[key], self.goals.get(key))

    def _days(self, days: float) -> str:
        return self.tr("1 day") if days == 1 else self.tr("{n} days").format(n=days_shown(days))

    def _new_words(self) -> str:
        return {
            By.WEEK: self.tr("{count} new this week"),
            By.MONTH: self.tr("{count} new this month"),
            By.QUARTER: self.tr("{count} new this quarter"),
            By.YEAR: self.tr("{count} new this year"),
            By.OWN: self.tr("{count} new in these days"),
        }[self.scope.period.by]

    def _count_others(self, scope: Scope) -> None:
        moment, rules = self._desk.moment, self._desk.rules
        before = Scope(scope.period.before(), scope.navigator_id)

        def others(store: Store) -> _Counted:
            now, then = (
                store.read(insight_results, OTHERS, one, moment=moment, rules=rules)
                for one in (scope, before)
            )
            return _Counted(now, then)

        self._counting.count(others)

    def _on_counted(self, counted: _Counted) -> None:
        self.others = counted.now
        self.measures.show_results(counted.now, counted.before, self.goals)

    def _connect(self) -> None:
        self.scope.changed.connect(self.read_again)
        for key, card in self.cards.items():
            card.clicked.connect(lambda _on=False, key=key: self.open_list(Wanted(key, True)))
            card.about_asked.connect(lambda key=key: self.open_about(key))
        for key, chart in self.charts.items():
            chart.part_asked.connect(
                lambda part, key=key: self.open_list(Wanted(key, True, "role", part))
            )
            chart.about_asked.connect(lambda key=key: self.open_about(key))
        self.measures.list_asked.connect(lambda key: self.open_list(Wanted(key, True)))
        self.measures.about_asked.connect(self.open_about)
        self.time.patient_opened.connect(self.patient_opened)
        self.save.clicked.connect(lambda: self.open_out())
        self.print.clicked.connect(lambda: self.open_out())
        self.reports.clicked.connect(lambda: self.open_out(BARRIERS))
        shortcut = QShortcut(QKeySequence("Ctrl+P"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: self.open_out())
        self._front_counting.counted.connect(self._on_front)
        self._front_counting.failed.connect(self._on_front_failed)
        self._front_counting.waiting.connect(self._on_front_waiting)
        self._counting.counted.connect(self._on_counted)
        self._counting.failed.connect(self._on_failed)
        self._desk.changed.connect(self._on_changed)

    def _open(self, sheet: Sheet) -> None:
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def _on_changed(self, changes: Changes) -> None:
        if any(changes.touches(part) for part in PARTS):
            self._is_stale = True
            if self.isVisible():
                self.read_again()

    def _lay_out(self, theme: Theme) -> None:
        heading = QHBoxLayout()
        heading.setSpacing(10)
        heading.addWidget(Label(self.tr("Insights"), "h1"), 0, Qt.AlignmentFlag.AlignTop)
        heading.addWidget(self.scope, 1)
        for button in (self.reports, self.save, self.print):
            heading.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        inner = QWidget()
        inner.setProperty("look", "scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(22, 4, 22, 18)
        column.setSpacing(12)
        column.addWidget(EvenGrid(theme, tuple(self.cards.values()), CARD_LEAST))
        column.addWidget(EvenGrid(theme, tuple(self.charts.values()), CHART_LEAST))
        column.addWidget(self.time)
        column.addSpacing(6)
        column.addWidget(self.measures)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        self._area = area
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 18, 0, 0)
        page.setSpacing(8)
        head = QWidget()
        head.setLayout(heading)
        heading.setContentsMargins(22, 0, 22, 0)
        page.addWidget(head)
        page.addWidget(area, 1)

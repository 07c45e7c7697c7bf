"""The reports of measures leave: figures of the page, barriers of a year, distress of a year."""

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from careteam.domain.errors import CareteamError
from careteam.domain.insight_reports import InsightReport
from careteam.storage.reads.insight_reports import (
    BARRIERS,
    DISTRESS,
    INSIGHTS,
    collect_barriers,
    collect_distress,
    collect_insights,
)
from careteam.storage.reads.insights_scope import Scope
from careteam.storage.reads.rules import read_settings
from careteam.storage.store import Store
from ui.desk import Desk
from ui.list_export import ListExport
from ui.look.theme import Theme
from ui.paper import Paper
from ui.summary.made import PaperSize
from ui.summary.outgoing import Outgoing
from ui.summary.remembered import PAPER_SETTING, kept_paper

COLLECT: Mapping[str, Callable[..., InsightReport]] = {
    INSIGHTS: collect_insights,
    BARRIERS: collect_barriers,
    DISTRESS: collect_distress,
}


class InsightsOut(QObject):
    """Takes a report out as PDF, to the printer, or as a table; `least` hides smaller counts."""

    def __init__(self, theme: Theme, desk: Desk, paper: Paper, host: QWidget) -> None:
        super().__init__(host)
        self._desk = desk
        self._outgoing = Outgoing(theme, desk, paper, host)
        self._export = ListExport(theme, desk, paper, host)

    @property
    def is_busy(self) -> bool:
        """Whether something is being made to leave."""
        return self._outgoing.is_busy or self._export.is_running

    def save_pdf(self, kind: str, scope: Scope, least: int) -> None:
        """Save a report as a tagged PDF."""
        report = self._collect(kind, scope, least)
        if report is not None:
            self._outgoing.save_pdf(report, self._paper_size())

    def print_pages(self, kind: str, scope: Scope, least: int) -> None:
        """Print a report."""
        report = self._collect(kind, scope, least)
        if report is not None:
            self._outgoing.print_pages(report, self._paper_size())

    def save_csv(self, kind: str, scope: Scope, least: int) -> None:
        """Save a report as a table for a spreadsheet."""
        moment, rules = self._desk.moment, self._desk.rules

        from careteam.exports.insight_report import CSV_TITLES, insight_rows_of
        from careteam.exports.list_file import ListColumn
        from careteam.outgoing.listed import Listed, all_at_once

        def read(store: Store) -> Sequence[tuple[str, ...]]:
            report = store.read(COLLECT[kind], scope, least, moment=moment, rules=rules)
            return tuple(insight_rows_of(report))

        columns: tuple[ListColumn[tuple[str, ...]], ...] = tuple(
            ListColumn(title, itemgetter(at), is_code=at == 0)
            for at, title in enumerate(CSV_TITLES)
        )
        name = f"{kind.replace('_', '-')}-{scope.period.first.isoformat()}.csv"
        listed = Listed(kind, columns, all_at_once(read), lambda _row: None)
        self._export.ask(listed, file_name=name)

    def _collect(self, kind: str, scope: Scope, least: int) -> InsightReport | None:
        desk = self._desk
        try:
            return desk.read(COLLECT[kind], scope, least, moment=desk.moment, rules=desk.rules)
        except CareteamError as error:
            desk.failed.emit(error.sentence)
            return None

    def _paper_size(self) -> PaperSize:
        return kept_paper(self._desk.read(read_settings).get(PAPER_SETTING, ""))

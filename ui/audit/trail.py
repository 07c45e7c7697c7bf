"""The rows of the audit trail: filtered, sorted, checked, and saved as a report."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careteam.domain.access import Action
from careteam.domain.audit import Event, Verdict
from careteam.domain.audit_reports import AuditReport, Sort
from careteam.domain.errors import CareteamError
from careteam.storage.reads.audit_report import MOST_ON_PAPER, audit_report
from careteam.storage.reads.audit_rows import AuditRow, audit_rows
from careteam.storage.reads.rules import read_settings
from ui.audit.broken_part import BrokenPart
from ui.audit.filters import AuditFilters
from ui.audit.rows_sheet import audit_columns
from ui.desk import Desk, Done
from ui.look.buttons import Button
from ui.look.cards import EmptyState
from ui.look.columns import SortChoice
from ui.look.labels import Label
from ui.look.tables import Table
from ui.look.theme import Theme
from ui.paper import Paper
from ui.summary.latest import Latest
from ui.summary.made import PaperSize
from ui.summary.remembered import PAPER_SETTING, kept_paper

PDF_NAME, CSV_NAME = "audit-report.pdf", "audit-report.csv"


class AuditTrail(QWidget):
    """Pages of rows that go on from the last one; the check and the report run beside."""

    def __init__(
        self, theme: Theme, desk: Desk, paper: Paper, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._paper = desk, paper
        self._rows: list[AuditRow] = []
        self._sort, self._is_rising = Sort.AT, False
        self.filters = AuditFilters(theme, desk)
        self.table = Table(
            theme, self.tr("Audit trail"), audit_columns(desk), lambda row: row.seq,
            has_two_lines=True,
        )  # fmt: skip
        self._nothing = EmptyState(theme, "search", self.tr("Nothing of this kind was done."))
        self.broken = BrokenPart(theme, desk)
        self.verdict = Label("", "sub", wrap=True)
        self.verify = Button(theme, self.tr("Verify the trail"), small=True)
        self.csv = Button(theme, self.tr("Save table…"), small=True)
        self.pdf = Button(theme, self.tr("Save PDF…"), small=True)
        self._check, self._report = Latest(self), Latest(self)
        self._lay_out()
        self.filters.changed.connect(self.read_rows)
        self.table.sort_chosen.connect(self._on_sort)
        self.verify.clicked.connect(self._on_verify)
        kinds = self.tr("Table (*.csv);;Workbook (*.xlsx)")
        self.csv.clicked.connect(lambda: self._save(CSV_NAME, kinds, self._make_table))
        self.pdf.clicked.connect(lambda: self._save(PDF_NAME, "PDF (*.pdf)", self._make_pdf))
        self._check.answered.connect(self._on_checked)
        self._report.answered.connect(self._on_saved)
        for work in (self._check, self._report):
            work.failed.connect(self._on_failed)

    def read_again(self) -> None:
        """Read who is in the trail, and its first page."""
        try:
            self.filters.read_again()
        except CareteamError as error:
            self._desk.failed.emit(error.sentence)
            return
        self.read_rows()

    def read_rows(self) -> None:
        """Read the first page again."""
        try:
            self.table.show_pages(self._page)
        except CareteamError as error:
            self._desk.failed.emit(error.sentence)
        has_rows = self.table.model.rowCount() > 0
        self.table.setVisible(has_rows)
        self._nothing.setVisible(not has_rows)

    def _page(self, offset: int, limit: int) -> Sequence[AuditRow]:
        desk = self._desk
        del self._rows[offset:]
        page = desk.read(
            audit_rows,
            self.filters.asked(),
            self._sort,
            moment=desk.moment,
            rules=desk.rules,
            is_rising=self._is_rising,
            after=self._rows[-1] if self._rows else None,
            limit=limit,
        )
        self._rows += page
        return page

    def _on_sort(self, choice: SortChoice) -> None:
        self._sort, self._is_rising = Sort(choice.column), not choice.is_descending
        self.read_rows()

    def _on_verify(self) -> None:
        store = self._desk.store

        def work() -> Verdict:
            own = store.again()
            try:
                return own.check_trail()
            finally:
                own.close()

        self.verify.setEnabled(False)
        self.verdict.setText(self.tr("Checking every row…"))
        self._check.ask(work)

    def _on_checked(self, found: Verdict) -> None:
        self.verify.setEnabled(True)
        if found.broken is not None:
            self.verdict.setText(found.broken.sentence)
            self._desk.stop_at_break(found.broken)
            return
        words = self.tr("The audit trail is whole: {rows} rows, each chained to the one before.")
        said = (words.format(rows=f"{found.rows:,}"), *(one.sentence for one in found.accepted))
        self.verdict.setText(" ".join(said))

    def _save(self, name: str, kind: str, make: Callable[[AuditReport, Path], bytes]) -> None:
        if not self._desk.allows(Action.REVIEW):
            return
        title = self.tr("Save a report of the audit trail")
        path = self._paper.choose_target(self.window(), title, name, kind)
        if path is None:
            return
        desk, asked, sort, is_rising = self._desk, self.filters.asked(), self._sort, self._is_rising
        store, moment, rules = desk.store, desk.moment, desk.rules
        most = MOST_ON_PAPER if name == PDF_NAME else None

        def work() -> tuple[Path, AuditReport]:
            from careteam.exports.file_names import write_atomically

            own = store.again()
            try:
                report = own.read(
                    audit_report, asked, sort, moment=moment, rules=rules, is_rising=is_rising,
                    most=most,
                )  # fmt: skip
            finally:
                own.close()
            write_atomically(path, make(report, path))
            return path, report

        self._report.ask(work)

    def _make_pdf(self, report: AuditReport, _path: Path) -> bytes:
        from careteam.exports.audit_report import audit_pdf

        return audit_pdf(report, self._paper_size)

    def _make_table(self, report: AuditReport, path: Path) -> bytes:
        from careteam.exports.audit_report import audit_csv, audit_xlsx

        if path.suffix.casefold() == ".xlsx":
            return audit_xlsx(report, self._desk.moment.now)
        return audit_csv(report)

    def _on_saved(self, saved: tuple[Path, AuditReport]) -> None:
        path, report = saved
        self._desk.note(Event.EXPORTED, "audit", asked=report.asked, rows=len(report.lines))
        words = self.tr("A report of {count} rows is saved as {name}. {end}")
        sentence = words.format(count=f"{len(report.lines):,}", name=path.name, end=report.end)
        self._desk.done.emit(Done(sentence))

    def _on_failed(self, error: Exception) -> None:
        self.verify.setEnabled(True)
        if not isinstance(error, CareteamError):
            raise error
        self._desk.failed.emit(error.sentence)

    def _lay_out(self) -> None:
        self._paper_size: PaperSize = kept_paper(
            self._desk.read(read_settings).get(PAPER_SETTING, "")
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.verdict, 1)
        for button in (self.verify, self.csv, self.pdf):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.broken)
        column.addWidget(self.filters)
        column.addLayout(row)
        column.addWidget(self.table)
        column.addWidget(self._nothing)
        column.addStretch(1)

"""Saves the list of a finding as a file for a spreadsheet, beside the nurse's work."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject

from careteam.domain.errors import CareteamError
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.storage.reads.coverage import CoverageRow, coverage_rows
from careteam.storage.reads.coverage_query import Finding
from careteam.storage.store import Store
from ui.background import Job, Report
from ui.coverage.columns import file_row, file_titles
from ui.desk import Desk, Done

AT_ONCE = 2_000


class CoverageExport(QObject):
    """Reads and writes in the background, one list at a time; the strip says how it went."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None

    @property
    def is_running(self) -> bool:
        """Whether a list is being saved."""
        return self._job is not None

    def start(self, finding: Finding, role: str, navigator_id: int | None, path: Path) -> None:
        """Save the whole list; nothing happens while another one is saved."""
        if self._job is not None:
            return
        store, moment, rules = self._desk.store, self._desk.moment, self._desk.rules

        def page(own: Store, offset: int) -> tuple[CoverageRow, ...]:
            return own.read(
                coverage_rows,
                finding,
                today=moment.today,
                rules=rules,
                navigator_id=navigator_id,
                role=role,
                limit=AT_ONCE,
                offset=offset,
            )

        job = Job(lambda report: _write(store, page, finding, path, moment, rules, report))
        job.finished.connect(lambda count: self._on_finished(count, path))
        job.failed.connect(self._on_failed)
        self.destroyed.connect(lambda: _stop(job))
        self._job = job
        job.start()

    def _on_finished(self, count: int | None, path: Path) -> None:
        self._end()
        if count is None:
            return
        words = QCoreApplication.translate(
            "CoverageExport", "A list of %n line(s) is saved as {name}.", None, count
        )
        self._desk.done.emit(Done(words.format(name=path.name)))

    def _on_failed(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, CareteamError):
            raise error
        self._desk.failed.emit(error.sentence)

    def _end(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.wait()
            job.deleteLater()


def _stop(job: Job) -> None:
    job.cancel()
    job.wait()


def _write(
    store: Store,
    page: Callable[[Store, int], tuple[CoverageRow, ...]],
    finding: Finding,
    path: Path,
    moment: Moment,
    rules: Rules,
    report: Report,
) -> int | None:
    from careteam.exports.file_names import write_atomically
    from careteam.exports.list_csv import csv_bytes

    own = store.again()
    rows: list[CoverageRow] = []
    try:
        while True:
            found = page(own, len(rows))
            rows += found
            if not report(len(rows), 0):
                return None
            if len(found) < AT_ONCE:
                break
    finally:
        own.close()
    titles = file_titles(finding)
    lines = (file_row(row, finding, moment, rules) for row in rows)
    write_atomically(path, csv_bytes(titles, lines, text_columns=frozenset({titles[1]})))
    return len(rows)

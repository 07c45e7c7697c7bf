"""Saves the list of patients, as it is filtered, as a file for a spreadsheet."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject

from careteam.domain.errors import CareteamError
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.storage.reads.patient_filter import PatientFilter
from careteam.storage.reads.patients import PatientRow, list_patients
from careteam.storage.store import Store
from ui.background import Job, Report
from ui.desk import Desk, Done
from ui.patients.columns import file_row, titles

AT_ONCE = 2_000


class ListExport(QObject):
    """Reads and writes in the background, one list at a time; the strip says how it went."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None

    @property
    def is_running(self) -> bool:
        """Whether a list is being saved."""
        return self._job is not None

    def start(self, asked: PatientFilter, path: Path) -> None:
        """Save all patients that are asked for; nothing happens while another list is saved."""
        if self._job is not None:
            return
        store, moment, rules = self._desk.store, self._desk.moment, self._desk.rules
        job = Job(lambda report: _write(store, asked, path, moment, rules, report))
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
            "ListExport", "A list of %n patient(s) is saved as {name}.", None, count
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
    store: Store, asked: PatientFilter, path: Path, moment: Moment, rules: Rules, report: Report
) -> int | None:
    from careteam.exports.file_names import write_atomically
    from careteam.exports.list_csv import csv_bytes

    own = store.again()
    rows: list[PatientRow] = []
    try:
        while True:
            page = own.read(
                list_patients,
                asked,
                moment=moment,
                rules=rules,
                after=rows[-1] if rows else None,
                limit=AT_ONCE,
            )
            rows += page
            if not report(len(rows), 0):
                return None
            if len(page) < AT_ONCE:
                break
    finally:
        own.close()
    headers = titles()
    lines = (file_row(row, moment) for row in rows)
    write_atomically(path, csv_bytes(headers, lines, text_columns=frozenset({headers[1]})))
    return len(rows)

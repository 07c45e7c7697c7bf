"""Saves a list, as it is filtered, as a file for a spreadsheet, beside the nurse's work."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject

from careteam.domain.access import Action
from careteam.domain.audit import Event
from careteam.domain.errors import CareteamError
from careteam.storage.store import Store
from ui.background import Job, Report
from ui.desk import Desk, Done

AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class SavedList:
    """What is saved: the name of the list, pages of rows, titles, and how a row stands under them.

    `page` reads the rows after those given, at most `AT_ONCE`; the column `text_column` is written
    as text, however much it looks like a number.
    """

    name: str
    titles: Sequence[str]
    page: Callable[[Store, list[Any]], Sequence[Any]]
    line: Callable[[Any], Sequence[str]]
    text_column: int = 1


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

    def start(self, saved: SavedList, path: Path) -> None:
        """Save a whole list; nothing happens while another one is saved."""
        if self._job is None and self._desk.allows(Action.EXPORT):
            self._desk.after_password(lambda: self._begin(saved, path))

    def _begin(self, saved: SavedList, path: Path) -> None:
        if self._job is not None:
            return
        store = self._desk.store
        job = Job(lambda report: _write(store, saved, path, report))
        job.finished.connect(lambda count: self._on_finished(saved, count, path))
        job.failed.connect(self._on_failed)
        self.destroyed.connect(lambda: _stop(job))
        self._job = job
        job.start()

    def _on_finished(self, saved: SavedList, count: int | None, path: Path) -> None:
        self._end()
        if count is None:
            return
        self._desk.note(Event.EXPORTED, saved.name, rows=count)
        words = QCoreApplication.translate(
            "ListExport", "A list of %n line(s) is saved as {name}.", None, count
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


def _write(store: Store, saved: SavedList, path: Path, report: Report) -> int | None:
    from careteam.exports.file_names import write_atomically
    from careteam.exports.list_csv import csv_bytes

    own = store.again()
    rows: list[Any] = []
    try:
        while True:
            page = saved.page(own, rows)
            rows += page
            if not report(len(rows), 0):
                return None
            if len(page) < AT_ONCE:
                break
    finally:
        own.close()
    lines = (saved.line(row) for row in rows)
    as_text = frozenset({saved.titles[saved.text_column]})
    write_atomically(path, csv_bytes(saved.titles, lines, text_columns=as_text))
    return len(rows)

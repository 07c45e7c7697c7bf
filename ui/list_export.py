"""Saves a list, as it is filtered, as a file for a spreadsheet, beside the nurse's work."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from careteam.domain.access import Action
from careteam.domain.disclosures import DisclosureDraft, Form
from careteam.domain.errors import CareteamError
from careteam.storage.store import Store
from ui.background import Job, Report
from ui.desk import Desk, Done
from ui.leaving.asking import Asking, Registrar, changes_of
from ui.leaving.questions import Leaves, Said
from ui.look.theme import Theme
from ui.paper import Paper

AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class SavedList:
    """What is saved: the name of the list, pages of rows, titles, and how a row stands under them.

    `page` reads the rows after those given, at most `AT_ONCE`; `patient` gives whom a row is about,
    or None; the column `text_column` is written as text, however much it looks like a number.
    """

    name: str
    titles: Sequence[str]
    page: Callable[[Store, list[Any]], Sequence[Any]]
    line: Callable[[Any], Sequence[str]]
    patient: Callable[[Any], int | None]
    text_column: int = 1


class ListExport(QObject):
    """Asks who gets it, then reads and writes in the background, one list at a time.

    The strip says how it went; a list that cannot be registered does not leave.
    """

    def __init__(self, theme: Theme, desk: Desk, paper: Paper, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._paper, self._window = paper, parent
        self._asking = Asking(theme, desk, paper, parent)
        self._job: Job | None = None

    @property
    def is_running(self) -> bool:
        """Whether a list is being saved."""
        return self._job is not None

    def ask(
        self,
        saved: SavedList,
        title: str,
        file_name: str,
        kind: str,
        patient_id: int | None = None,
    ) -> None:
        """Ask who gets a list and where it goes, and save it; `kind` is the dialog's filter."""

        def go(said: Said) -> None:
            path = self._paper.choose_target(self._window, title, file_name, kind)
            if path is not None:
                self.start(saved, path, said)

        self._asking.ask(Leaves(saved.name, Form.CSV, title, patient_id), go)

    def start(self, saved: SavedList, path: Path, said: Said) -> None:
        """Save a whole list; nothing happens while another one is saved."""
        if self._job is None and self._desk.allows(Action.EXPORT):
            self._desk.after_password(lambda: self._begin(saved, path, said))

    def _begin(self, saved: SavedList, path: Path, said: Said) -> None:
        if self._job is not None:
            return
        registrar = self._asking.registrar()
        job = Job(lambda report: _write(registrar, saved, path, said, report))
        job.finished.connect(lambda done: self._on_finished(done, path))
        job.failed.connect(self._on_failed)
        self.destroyed.connect(lambda: _stop(job))
        self._job = job
        job.start()

    def _on_finished(self, done: "_Done | None", path: Path) -> None:
        self._end()
        if done is None:
            return
        self._asking.told(changes_of(done.draft))
        count = done.count
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


@dataclass(frozen=True, slots=True)
class _Done:
    count: int
    draft: DisclosureDraft


def _stop(job: Job) -> None:
    job.cancel()
    job.wait()


def _write(
    registrar: Registrar, saved: SavedList, path: Path, said: Said, report: Report
) -> _Done | None:
    from careteam.exports.file_names import write_atomically
    from careteam.exports.list_csv import csv_bytes

    own = registrar.store.again()
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
    data = csv_bytes(saved.titles, lines, text_columns=as_text)
    draft = DisclosureDraft(
        saved.name,
        Form.CSV,
        said.handed,
        tuple(dict.fromkeys(one for row in rows if (one := saved.patient(row)) is not None)),
        ", ".join(saved.titles),
        hashlib.sha256(data).hexdigest(),
    )
    write_atomically(path, data, lambda: registrar.register(draft))
    return _Done(len(rows), draft)

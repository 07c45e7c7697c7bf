"""Saves a list, as it is filtered, as a file for a spreadsheet, beside the nurse's work."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from careteam.domain.access import Action
from careteam.domain.disclosures import NOT_SAID, DisclosureDraft, Form, Handed, Purpose
from careteam.domain.errors import CareteamError
from careteam.domain.moment import Moment
from careteam.storage.store import Store
from ui.background import Job, Report
from ui.desk import Desk, Done
from ui.file_asked import FileAsked, Make
from ui.leaving.asking import Asking, Registrar, changes_of
from ui.leaving.questions import Leaves, Said
from ui.list_button import ListAsked
from ui.list_titles import list_name, titled
from ui.look.theme import Theme
from ui.paper import Paper

if TYPE_CHECKING:
    from careteam.outgoing.listed import Listed, MadeList


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

    def take(self, asked: ListAsked | FileAsked) -> None:
        """Save what the desk was asked for."""
        if isinstance(asked, FileAsked):
            self.ask_file(asked)
        else:
            self.ask(asked.listed, asked.patient_id)

    def ask(
        self, listed: "Listed[Any]", patient_id: int | None = None, file_name: str = ""
    ) -> None:
        """Ask who gets a list and where it goes, and save it as the kind of its name says."""
        title = QCoreApplication.translate("ListExport", "Save the list: {name}")
        kinds = QCoreApplication.translate(
            "ListExport", "Table for a spreadsheet (*.csv);;Workbook (*.xlsx)"
        )
        asked = FileAsked(
            listed.name,
            title.format(name=list_name(listed.name)),
            file_name or f"{listed.name.replace('_', '-')}.csv",
            kinds,
            _made_of(titled(listed), self._desk.moment),
            _list_words,
            patient_id,
        )
        self.ask_file(asked)

    def ask_file(self, asked: FileAsked) -> None:
        """Ask who gets a file and where it goes, and save it."""

        def go(said: Said) -> None:
            path = self._paper.choose_target(self._window, asked.title, asked.name, asked.filter)
            if path is not None:
                self.start(asked, path, said)

        if not self._desk.allows(Action.EXPORT):
            return
        if asked.is_of_nobody:
            go(Said(Handed(NOT_SAID, Purpose.OPERATIONS)))
        else:
            self._asking.ask(Leaves(asked.kind, Form.CSV, asked.title, asked.patient_id), go)

    def start(self, asked: FileAsked, path: Path, said: Said) -> None:
        """Save a whole file; nothing happens while another one is saved."""
        if self._job is not None or not self._desk.allows(Action.EXPORT):
            return
        if asked.is_of_nobody:
            self._begin(asked, path, said)
        else:
            self._desk.after_password(lambda: self._begin(asked, path, said))

    def _begin(self, asked: FileAsked, path: Path, said: Said) -> None:
        if self._job is not None:
            return
        registrar = self._asking.registrar()
        job = Job(lambda report: _write(registrar, asked, path, said, report))
        job.finished.connect(lambda done: self._on_finished(done, asked, path))
        job.failed.connect(self._on_failed)
        self.destroyed.connect(lambda: _stop(job))
        self._job = job
        job.start()

    def _on_finished(self, done: "_Done | None", asked: FileAsked, path: Path) -> None:
        self._end()
        if done is None:
            return
        self._asking.told(changes_of(done.draft))
        words = asked.told(done.count)
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


def _list_words(count: int) -> str:
    return QCoreApplication.translate(
        "ListExport", "A list of %Ln line(s) is saved as {name}.", None, count
    )


def _made_of(listed: "Listed[Any]", moment: Moment) -> Make:
    def make(store: Store, handed: Handed, path: Path, report: Report) -> "MadeList | None":
        from careteam.exports.list_file import Format
        from careteam.outgoing.listed import made_list, rows_of

        rows = rows_of(store, listed, lambda count: report(count, 0))
        if rows is None:
            return None
        form = Format.XLSX if path.suffix.casefold() == ".xlsx" else Format.CSV
        return made_list(listed, rows, form, handed, moment)

    return make


def _write(
    registrar: Registrar, asked: FileAsked, path: Path, said: Said, report: Report
) -> _Done | None:
    from careteam.exports.file_names import write_atomically

    own = registrar.store.again()
    try:
        made = asked.make(own, said.handed, path, report)
    finally:
        own.close()
    if made is None:
        return None
    write_atomically(path, made.data, lambda: registrar.register(made.draft))
    return _Done(made.count, made.draft)

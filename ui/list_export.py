"""Saves a list, as it is filtered, as a file for a spreadsheet, beside the nurse's work."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from careteam.domain.access import Action
from careteam.domain.disclosures import DisclosureDraft, Form
from careteam.domain.errors import CareteamError
from ui.background import Job, Report
from ui.desk import Desk, Done
from ui.leaving.asking import Asking, Registrar, changes_of
from ui.leaving.questions import Leaves, Said
from ui.list_titles import list_name, titled
from ui.look.theme import Theme
from ui.paper import Paper

if TYPE_CHECKING:
    from careteam.outgoing.listed import Listed


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

    def ask(self, listed: "Listed[Any]", patient_id: int | None = None) -> None:
        """Ask who gets a list and where it goes, and save it as the kind of its name says."""
        title = QCoreApplication.translate("ListExport", "Save the list: {name}")
        title = title.format(name=list_name(listed.name))

        def go(said: Said) -> None:
            kinds = QCoreApplication.translate(
                "ListExport", "Table for a spreadsheet (*.csv);;Workbook (*.xlsx)"
            )
            name = listed.name.replace("_", "-")
            path = self._paper.choose_target(self._window, title, f"{name}.csv", kinds)
            if path is not None:
                self.start(titled(listed), path, said)

        if self._desk.allows(Action.EXPORT):
            self._asking.ask(Leaves(listed.name, Form.CSV, title, patient_id), go)

    def start(self, listed: "Listed[Any]", path: Path, said: Said) -> None:
        """Save a whole list; nothing happens while another one is saved."""
        if self._job is None and self._desk.allows(Action.EXPORT):
            self._desk.after_password(lambda: self._begin(listed, path, said))

    def _begin(self, listed: "Listed[Any]", path: Path, said: Said) -> None:
        if self._job is not None:
            return
        registrar = self._asking.registrar()
        job = Job(lambda report: _write(registrar, listed, path, said, report))
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
    registrar: Registrar, listed: "Listed[Any]", path: Path, said: Said, report: Report
) -> _Done | None:
    from careteam.exports.file_names import write_atomically
    from careteam.exports.list_file import Format
    from careteam.outgoing.listed import made_list, rows_of

    own = registrar.store.again()
    try:
        rows = rows_of(own, listed, lambda count: report(count, 0))
    finally:
        own.close()
    if rows is None:
        return None
    form = Format.XLSX if path.suffix.casefold() == ".xlsx" else Format.CSV
    made = made_list(listed, rows, form, said.handed, registrar.moment)
    write_atomically(path, made.data, lambda: registrar.register(made.draft))
    return _Done(made.count, made.draft)

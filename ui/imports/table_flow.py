"""The way of a table through the import page: read, explained, compared, taken in, taken back."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from careteam.domain.audit import Event
from careteam.domain.changes import Part
from careteam.domain.errors import CareteamError, Refused
from careteam.domain.intake.report import ImportReport
from careteam.domain.intake.tables import About
from ui.desk import Desk, Done
from ui.imports.busy_view import BusyView
from ui.imports.preview_view import PreviewView
from ui.imports.table_work import (
    Opened,
    PreparedTable,
    TakenBack,
    open_table,
    stage_and_compare,
    take_back,
    take_table_in,
)
from ui.imports.work import OneJob
from ui.look.theme import Theme
from ui.paper import Paper

if TYPE_CHECKING:
    from ui.imports.columns_view import ColumnsView

CP1252 = "cp1252"
PARTS = frozenset({Part.PATIENT, Part.TEAM, Part.CONTACT, Part.DUE, Part.PERSON, Part.PHASE})


class TableFlow(QObject):
    """`shown` carries a view to be shown, `left` says that the nurse leaves the table."""

    shown = Signal(object)
    left = Signal()

    def __init__(
        self, theme: Theme, desk: Desk, paper: Paper, jobs: OneJob, busy: BusyView, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._theme, self._desk, self._paper = theme, desk, paper
        self._jobs, self._busy = jobs, busy
        self._path: Path | None = None
        self._opened: Opened | None = None
        self._prepared: PreparedTable | None = None
        self.columns_view: ColumnsView | None = None

    @property
    def is_prepared(self) -> bool:
        """Whether a table waits to be taken in."""
        return self._prepared is not None

    def open(self, path: Path, encoding: str = "") -> None:
        """Read a file; what stands in the way is told by the job's failure."""
        self.forget()
        self._path = path
        self._begin(self.tr("Reading the table"), self.tr("Row {done}"))
        self._jobs.start(open_table(self._desk.store, path, encoding))

    def open_as_cp1252(self) -> None:
        """Read the same file again as Windows-1252."""
        if self._path is not None and not self._jobs.is_running:
            self.open(self._path, CP1252)

    def take_in(self, view: PreviewView) -> None:
        """Take in everything that is ticked."""
        if self._prepared is None:
            return
        self._begin(self.tr("Importing"), self.tr("Row {done} of {total}"))
        staged, desk = self._prepared.staged, self._desk
        chosen, people = view.choices.chosen(), view.choices.people_over
        self._jobs.start(take_table_in(desk.store, staged, chosen, desk.moment, people))

    def take_back(self, run_id: int) -> None:
        """Take a whole import back."""
        if not self._jobs.is_running:
            self._begin(self.tr("Taking the import back"), self.tr("Patient {done} of {total}"))
            desk = self._desk
            self._jobs.start(take_back(desk.store, run_id, desk.rules, desk.moment))

    def save_refused(self, report: ImportReport) -> None:
        """Write the refused rows to a file that the nurse names."""
        from careteam.exports.file_names import write_atomically
        from careteam.exports.refused_rows import refused_csv

        parent = self._busy.window()
        title = self.tr("Save refused rows")
        kinds = self.tr("CSV (*.csv)")
        path = self._paper.choose_target(parent, title, self.tr("refused rows.csv"), kinds)
        if path is None:
            return
        try:
            write_atomically(path, refused_csv(report.headings, report.refused_rows))
        except CareteamError as error:
            self._desk.failed.emit(error.sentence)
            return
        count = len(report.refused_rows)
        self._desk.note(Event.EXPORTED, "refused_rows", rows=count)
        words = QCoreApplication.translate(
            "TableFlow", "%Ln refused row(s) are saved as {name}.", None, count
        )
        self._desk.done.emit(Done(words.format(name=path.name)))

    def write_template(self, about: str) -> None:
        """Write a workbook to fill in, with the clinic's own lists."""
        from careteam.exports.file_names import write_atomically
        from careteam.imports.tables.template import template_bytes

        kinds = self.tr("Workbook (*.xlsx)")
        title = self.tr("Save a template")
        path = self._paper.choose_target(self._busy.window(), title, f"{about}.xlsx", kinds)
        if path is None:
            return
        try:
            write_atomically(path, template_bytes(About(about), self._desk.rules.catalogue))
        except CareteamError as error:
            self._desk.failed.emit(error.sentence)
            return
        words = self.tr("The template is saved as {name}: fill it in, and bring it in here.")
        self._desk.done.emit(Done(words.format(name=path.name)))

    def show_opened(self, opened: Opened) -> None:
        """Ask what the columns mean."""
        from ui.imports.columns_view import ColumnsView

        self._opened = opened
        desk = self._desk
        view = ColumnsView(
            self._theme, opened.table, desk.rules.catalogue, desk.moment, opened.remembered
        )
        view.checked.connect(self._on_checked)
        view.cancelled.connect(self.left)
        view.remembered.connect(self._on_remembered)
        self.columns_view = view
        self.shown.emit(view)
        view.check_button.setFocus()

    def keep_prepared(self, prepared: PreparedTable) -> None:
        """Keep what can be taken in."""
        self._prepared = prepared

    def show_columns(self) -> bool:
        """Go back to the columns; says whether there are any."""
        if self.columns_view is None:
            return False
        self._prepared = None
        self.shown.emit(self.columns_view)
        return True

    def tell_taken_back(self, taken: TakenBack) -> None:
        """Everybody reads again, and the strip says what was done."""
        self._desk.saved_at = self._desk.moment.now
        self._desk.changed.emit(taken.changes)
        self._desk.done.emit(Done(taken.changes.summary))

    def forget(self) -> None:
        """Let go of the table."""
        if self.columns_view is not None:
            self.columns_view.deleteLater()
        self._opened, self._prepared, self.columns_view = None, None, None

    @staticmethod
    def asks_encoding(error: Exception) -> bool:
        """Whether a file could be read if somebody said that it is Windows-1252."""
        from careteam.imports.tables.limits import NoEncoding

        return isinstance(error, NoEncoding)

    def _begin(self, words: str, steps: str) -> None:
        self._busy.begin(words, steps)
        self.shown.emit(self._busy)

    def _on_checked(self) -> None:
        view, opened = self.columns_view, self._opened
        if view is None or opened is None or self._jobs.is_running:
            return
        columns = view.columns()
        self._begin(self.tr("Comparing the rows"), self.tr("Row {done} of {total}"))
        desk = self._desk
        self._jobs.start(
            stage_and_compare(desk.store, opened.table, columns, desk.rules, desk.moment)
        )

    def _on_remembered(self, name: str) -> None:
        from careteam.storage.writes.column_mappings import remember_columns

        view = self.columns_view
        if view is None:
            return
        try:
            changes = self._desk.do(remember_columns, name, view.columns())
        except Refused as refused:
            self._desk.failed.emit(refused.sentence)
            return
        if changes is not None:
            view.learn(name)

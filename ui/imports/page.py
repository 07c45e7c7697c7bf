"""The import page: files are chosen or dropped, checked in a preview, and taken in."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from careteam.domain.access import Action
from careteam.domain.changes import Changes, Part
from careteam.domain.errors import CareteamError
from careteam.domain.intake.preview import ImportPreview
from careteam.domain.intake.report import ImportReport
from careteam.imports import Cancelled
from careteam.imports.tables.files import is_table
from ui.desk import Desk
from ui.imports.busy_view import BusyView
from ui.imports.file_drop import FileDrop
from ui.imports.preview_view import PreviewView
from ui.imports.report_view import ReportView
from ui.imports.start_view import StartView
from ui.imports.table_flow import TableFlow
from ui.imports.table_work import Opened, PreparedTable, TakenBack
from ui.imports.work import OneJob, Prepared, read_and_compare, take_all_in
from ui.look.theme import Theme
from ui.paper import Paper

PARTS = frozenset({Part.PATIENT, Part.TEAM, Part.CONTACT, Part.DUE, Part.PERSON})


class ImportPage(QWidget):
    """`opened` when the page has something to show, `finished` when the nurse leaves it."""

    opened = Signal()
    finished = Signal()

    def __init__(
        self, theme: Theme, desk: Desk, paper: Paper, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._desk, self._paper = theme, desk, paper
        self._prepared: Prepared | None = None
        self._jobs = OneJob(self)
        self.start_view = StartView(theme)
        self.busy_view = BusyView(theme)
        self.tables = TableFlow(theme, desk, paper, self._jobs, self.busy_view, self)
        self.preview_view: PreviewView | None = None
        self.report_view: ReportView | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start_view)
        self._stack.addWidget(self.busy_view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._connect()

    def choose_files(self) -> None:
        """Ask for files, and show what importing them would do."""
        self._show_last()
        self.opened.emit()
        if self._jobs.is_running:
            return
        kinds = self.tr(
            "FHIR R4 files and tables "
            "(*.json *.ndjson *.csv *.tsv *.txt *.xlsx *.xlsm);;All files (*)"
        )
        self.read_files(self._paper.choose_files(self, self.tr("Import files"), kinds))

    def choose_folder(self) -> None:
        """Ask for a folder, and show what importing all of it would do."""
        self.opened.emit()
        if self._jobs.is_running:
            return
        folder = self._paper.choose_folder(self, self.tr("Import a folder"))
        self.read_files([folder] if folder else [])

    def read_files(self, paths: Iterable[Path]) -> None:
        """Read files and folders, and show what importing them would do; none changes nothing."""
        chosen = tuple(paths)
        if not chosen or self._jobs.is_running or not self._desk.allows(Action.IMPORT):
            return
        self.start_view.show_problem("")
        tables = [path for path in chosen if is_table(path)]
        if tables:
            self.opened.emit()
            if len(chosen) == 1:
                self._forget()
                self.tables.open(chosen[0])
            else:
                self._show(self.start_view)
                told = self.tr("{file} is a table: bring in one table at a time, by itself.")
                self.start_view.show_problem(told.format(file=tables[0].name))
            return
        self.tables.forget()
        self.busy_view.begin(self.tr("Reading the files"), self.tr("File {done} of {total}"))
        self._show(self.busy_view)
        self.opened.emit()
        desk = self._desk
        found = self._jobs.found.emit
        self._jobs.start(read_and_compare(desk.store, chosen, desk.rules, desk.moment, found))

    def import_chosen(self) -> None:
        """Take in everybody who is ticked; what was left unanswered stays out."""
        view, prepared = self.preview_view, self._prepared
        if view is not None and self.tables.is_prepared and not self._jobs.is_running:
            self.tables.take_in(view)
            return
        if view is None or prepared is None or self._jobs.is_running:
            return
        self.busy_view.begin(self.tr("Importing"), self.tr("Patient {done} of {total}"))
        self._show(self.busy_view)
        asked, desk = view.choices, self._desk
        without, over = asked.people_left_out, asked.people_over
        work = take_all_in(desk.store, prepared, asked.chosen(), desk.moment, without, over)
        self._jobs.start(work)

    def stop(self) -> None:
        """Stop what goes on and wait for it; what was taken in stays. For locking and closing."""
        self._jobs.stop()

    def leave(self) -> None:
        """Let go of what was read, and go back to where the nurse was."""
        self._forget()
        self.tables.forget()
        self._show_last()
        self._show(self.start_view)
        self.finished.emit()

    def _connect(self) -> None:
        self.start_view.files_asked.connect(self.choose_files)
        self.start_view.folder_asked.connect(self.choose_folder)
        self.start_view.cancelled.connect(self.leave)
        self.start_view.encoding_chosen.connect(self.tables.open_as_cp1252)
        self.start_view.template_asked.connect(self.tables.write_template)
        self.start_view.undo_asked.connect(self.tables.take_back)
        self.tables.shown.connect(self._show)
        self.tables.left.connect(self.leave)
        self.busy_view.cancelled.connect(self._jobs.cancel)
        self._jobs.progressed.connect(self.busy_view.show_progress)
        self._jobs.found.connect(self.busy_view.show_found)
        self._jobs.finished.connect(self._on_finished)
        self._jobs.failed.connect(self._on_failed)
        drop = FileDrop(self)
        drop.dropped.connect(self.read_files)
        drop.refused.connect(self._desk.failed)
        for keys, act in (
            ("Ctrl+Return", self._on_go_on),
            ("Ctrl+Enter", self._on_go_on),
            ("Ctrl+O", self.choose_files),
            ("Ctrl+Shift+O", self.choose_folder),
            ("Esc", self._on_escape),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _on_go_on(self) -> None:
        shown = self._stack.currentWidget()
        if isinstance(shown, PreviewView):
            shown.ask_to_import()
        elif shown is self.tables.columns_view and self.tables.columns_view is not None:
            self.tables.columns_view.ask_to_check()
        elif isinstance(shown, ReportView):
            self.leave()

    def _on_escape(self) -> None:
        if self._stack.currentWidget() is self.busy_view:
            self.busy_view.cancel_button.click()

    def _on_finished(self, result: object) -> None:
        if isinstance(result, Prepared):
            self._show_preview(result.preview)
            self._prepared = result
        elif isinstance(result, Opened):
            self.tables.show_opened(result)
        elif isinstance(result, PreparedTable):
            self._show_preview(result.preview)
            self.tables.keep_prepared(result)
        elif isinstance(result, TakenBack):
            self._forget()
            self.tables.forget()
            self._show_last()
            self._show(self.start_view)
            self.tables.tell_taken_back(result)
        elif isinstance(result, ImportReport):
            self._show_report(result)

    def _on_failed(self, error: Exception) -> None:
        if self.preview_view is not None:
            self._show(self.preview_view)
        elif self.report_view is not None:
            self._show(self.report_view)
        elif not self.tables.show_columns():
            self._show(self.start_view)
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, CareteamError):
            raise error
        self.start_view.show_problem(error.sentence, asks=self.tables.asks_encoding(error))
        self._desk.failed.emit(error.sentence)

    def _show_preview(self, preview: ImportPreview) -> None:
        self._forget()
        view = PreviewView(self._theme, preview)
        view.import_asked.connect(self.import_chosen)
        view.cancelled.connect(self._on_preview_left)
        self.preview_view = view
        self._show(view)
        (view.table if view.choices.rows else view.cancel_button).setFocus()

    def _on_preview_left(self) -> None:
        """A table goes back to its columns; files are let go."""
        if self.tables.columns_view is None:
            self.leave()
            return
        self.tables.show_columns()
        self._forget()

    def _show_last(self) -> None:
        """Offer the last import of a table to be taken back."""
        from careteam.storage.reads.import_tables import last_run

        self.start_view.show_last(self._desk.read(last_run, self._desk.moment.zone))

    def _show_report(self, report: ImportReport) -> None:
        self._forget()
        self.tables.forget()
        view = ReportView(self._theme, report)
        view.more_asked.connect(self.choose_files)
        view.finished.connect(self.leave)
        view.save_asked.connect(lambda: self.tables.save_refused(report))
        view.undo_asked.connect(self.tables.take_back)
        self.report_view = view
        self._show(view)
        view.done_button.setFocus()
        if report.has_changed:
            self._desk.saved_at = self._desk.moment.now
            self._desk.changed.emit(Changes(PARTS, many=True))

    def _show(self, view: QWidget) -> None:
        if self._stack.indexOf(view) < 0:
            self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)

    def _forget(self) -> None:
        for view in (self.preview_view, self.report_view):
            if view is not None:
                self._stack.removeWidget(view)
                view.deleteLater()
        self._prepared, self.preview_view, self.report_view = None, None, None

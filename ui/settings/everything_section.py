"""The whole database as a folder of files that need no program: who gets it, how far it is."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from careteam.domain.access import Action
from careteam.domain.disclosures import Form
from careteam.domain.errors import CareteamError
from careteam.outgoing.everything import KIND, Written, write_everything
from ui.background import Job, Report
from ui.desk import Desk, Done
from ui.leaving.asking import Asking, changes_of
from ui.leaving.questions import Leaves, Said
from ui.look.buttons import Button, ButtonKind
from ui.look.cards import Card
from ui.look.labels import Label
from ui.look.progress_line import ProgressLine
from ui.look.theme import Theme
from ui.paper import Paper
from ui.settings.section import FactsCard, Section


class EverythingSection(Section):
    """Asks for recipient, purpose and password, then writes beside the window; it can be stopped.

    What is stopped, or cannot be registered, leaves nothing.
    """

    def __init__(self, theme: Theme, desk: Desk, paper: Paper) -> None:
        super().__init__(
            theme,
            desk,
            QCoreApplication.translate("EverythingSection", "Everything as files"),
            QCoreApplication.translate(
                "EverythingSection",
                "All that is kept belongs to the clinic and can be read without this program: one "
                "CSV file a table, a description of every column, and a README that says how.",
            ),
        )
        self._paper = paper
        self._asking = Asking(theme, desk, paper, self)
        self._job: Job | None = None
        self.save = Button(theme, self.tr("Save everything…"), ButtonKind.PRIMARY, small=True)
        self.heading.add_at_end(self.save)
        self._facts = FactsCard(theme)
        self._facts.show_facts(
            (
                (self.tr("In it"), self.tr("Every row of every table, the audit trail too")),
                (self.tr("Never in it"), self.tr("Passwords, keys and the seeds of codes")),
                (
                    self.tr("Not encrypted"),
                    self.tr("Whoever has the folder reads the records of all patients."),
                ),
                (
                    self.tr("Registered"),
                    self.tr("Every patient gets a line in the register of disclosures."),
                ),
            )
        )
        self.busy = _Busy(theme)
        self.column.addWidget(self._facts)
        self.column.addWidget(self.busy)
        self.column.addStretch(1)
        self.save.clicked.connect(self._ask)
        self.busy.stop.clicked.connect(self._on_stop)

    @property
    def is_running(self) -> bool:
        """Whether it is being written."""
        return self._job is not None

    def give_up(self) -> None:
        """Stop what goes on and wait for it; nothing of it is left."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
            job.wait()

    def _ask(self) -> None:
        may = self.desk.allows(Action.EXPORT) and self.desk.allows(Action.REVIEW)
        if self._job is None and may:
            title = self.tr("Save the whole database as files")
            self._asking.ask(Leaves(KIND, Form.CSV, title), self._choose)

    def _choose(self, said: Said) -> None:
        title = self.tr("The folder in which the new folder is made")
        place = self._paper.choose_folder(self.window(), title)
        if place is not None:
            stamp = self.desk.moment.local(self.desk.moment.now).strftime("%Y-%m-%d-%H%M")
            folder = place / f"careteam-{stamp}"
            self.desk.after_password(lambda: self._begin(folder, said))

    def _begin(self, folder: Path, said: Said) -> None:
        if self._job is not None:
            return
        registrar = self._asking.registrar()

        def work(report: Report) -> Written | None:
            own = registrar.store.again()
            try:
                return write_everything(
                    own, folder, said.handed, registrar.register, moment=registrar.moment,
                    tick=report,
                )  # fmt: skip
            finally:
                own.close()

        self._job = job = Job(work, self)
        job.progressed.connect(self.busy.show_progress)
        job.finished.connect(lambda written: self._on_finished(written, folder))
        job.failed.connect(self._on_failed)
        self._show_busy(True)
        job.start()

    def _on_stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_finished(self, written: Written | None, folder: Path) -> None:
        if self._end() and written is not None:
            self._asking.told(changes_of(written.draft))
            words = self.tr("{rows} rows are saved in the folder {name}.")
            sentence = words.format(rows=f"{written.rows:,}", name=folder.name)
            self.desk.done.emit(Done(sentence))
        elif written is None:
            self.desk.done.emit(Done(self.tr("Stopped; nothing of it was left.")))

    def _on_failed(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, CareteamError):
            raise error
        self.desk.failed.emit(error.sentence)

    def _end(self) -> bool:
        job, self._job = self._job, None
        self._show_busy(False)
        if job is None:
            return False
        job.wait()
        return True

    def _show_busy(self, is_busy: bool) -> None:
        self.save.setEnabled(not is_busy)
        self.busy.setVisible(is_busy)


class _Busy(Card):
    """How far it is, and the button that stops it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.words = Label("", "body")
        self.bar = ProgressLine(theme)
        self.bar.setAccessibleName(self.tr("How far it is"))
        self.stop = Button(theme, self.tr("Stop"), small=True)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.words, 1)
        line.addWidget(self.stop)
        self.column.addWidget(row)
        self.column.addWidget(self.bar)
        self.show_progress(0, 0)
        self.hide()

    def show_progress(self, done: int, total: int) -> None:
        """Say how many rows of how many are written."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        words = self.tr("{done} of {total} rows").format(done=f"{done:,}", total=f"{total:,}")
        self.words.setText(words if total else self.tr("Counting the rows…"))

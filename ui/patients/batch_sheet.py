"""Papers of everybody on the list: which, to whom, into which folder; made beside the work."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QProgressBar, QWidget

from careteam.domain.access import Action
from careteam.domain.changes import Changes, Part
from careteam.domain.errors import CareteamError
from careteam.domain.kinds import KINDS
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.storage.reads.patient_filter import PatientFilter
from careteam.storage.reads.rules import read_settings
from careteam.storage.store import Store
from ui.background import Job, Report
from ui.desk import Desk, Done
from ui.leaving.asking import Asking
from ui.leaving.questions import Leaves, Said
from ui.look.buttons import Button, ButtonKind
from ui.look.labels import Label
from ui.look.sheet import Sheet
from ui.look.theme import Theme
from ui.paper import Paper
from ui.summary.choices import SummaryChoices
from ui.summary.remembered import Chosen, forms_of

WIDTH = 720


@dataclass(frozen=True, slots=True)
class _Finished:
    """How it went, in plain values."""

    made: int
    left_out: int
    is_stopped: bool
    folder: str
    spelled: int = 0


class BatchSheet(Sheet):
    """Asks which paper, then who gets it and where it goes; shows how far it is and can be stopped.

    What was made stays when it is stopped, and the report in the folder tells it.
    """

    writes = Action.EXPORT

    def __init__(
        self, theme: Theme, desk: Desk, paper: Paper, asked: PatientFilter, host: QWidget
    ) -> None:
        title = QCoreApplication.translate("BatchSheet", "Export summaries of these patients")
        super().__init__(theme, title, host, WIDTH)
        self._desk, self._paper, self._asked = desk, paper, asked
        self._asking = Asking(theme, desk, paper, self)
        self._job: Job | None = None
        self.choices = SummaryChoices(theme, desk.read(read_settings))
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self.tr("How far it is"))
        self.progress.hide()
        self._line = Label("", "body", wrap=True)
        words = self.tr(
            "One file for each patient of the list as it is filtered now, under names that betray "
            "nobody, with a report beside them of what was made and what was left out. Each stands "
            "in the patient's register of disclosures."
        )
        for part in (Label(words, "quiet", wrap=True), self.choices, self.progress, self._line):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.cancel = Button(theme, self.tr("Cancel"), hint="Esc")
        self.go = Button(theme, self.tr("Go on"), ButtonKind.PRIMARY)
        self.add_button(self.cancel)
        self.add_button(self.go)
        self.cancel.clicked.connect(self._on_cancel)
        self.go.clicked.connect(self._on_go)
        self.closed.connect(self._stop)

    @property
    def is_running(self) -> bool:
        """Whether papers are being made."""
        return self._job is not None

    def _on_go(self) -> None:
        if self._job is not None or not self._desk.allows(Action.EXPORT):
            return
        chosen = self.choices.chosen()
        forms = forms_of(chosen.kind)
        form = chosen.form if chosen.form in forms else forms[0]
        title = QCoreApplication.translate("BatchSheet", "Export summaries of these patients")
        leaves = Leaves(KINDS[chosen.kind].registered, form, title, None, forms)
        self._asking.ask(leaves, lambda said: self._choose_folder(chosen, said))

    def _choose_folder(self, chosen: Chosen, said: Said) -> None:
        folder = self._paper.choose_folder(self, self.tr("Choose a folder for the files"))
        if folder is not None:
            self._desk.after_password(lambda: self._begin(chosen, said, folder))

    def _begin(self, chosen: Chosen, said: Said, folder: Path) -> None:
        if self._job is not None:
            return
        desk = self._desk
        work = _work(desk.store, desk.moment, desk.rules, self._asked, chosen, said, folder)
        self._job = job = Job(work, self)
        job.progressed.connect(self._on_progressed)
        job.finished.connect(self._on_finished)
        job.failed.connect(self._on_failed)
        self.choices.setEnabled(False)
        self.go.setEnabled(False)
        self.cancel.setText(self.tr("Stop"))
        self.progress.setRange(0, 0)
        self.progress.show()
        job.start()

    def _on_progressed(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self._line.setText(self.tr("{done} of {total}").format(done=done, total=total))

    def _on_cancel(self) -> None:
        if self._job is None:
            self.close_now()
        else:
            self._job.cancel()
            self.cancel.setEnabled(False)

    def _on_finished(self, done: _Finished) -> None:
        self._end()
        self._desk.changed.emit(Changes(frozenset({Part.DISCLOSURE})))
        self._desk.done.emit(Done(_told(done)))
        if self.isVisible():
            self.close_now()

    def _on_failed(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, CareteamError):
            raise error
        self._desk.failed.emit(error.sentence)

    def _end(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.wait()
        self.choices.setEnabled(True)
        self.go.setEnabled(True)
        self.cancel.setEnabled(True)
        self.cancel.setText(self.tr("Cancel"))
        self.progress.hide()
        self._line.setText("")

    def _stop(self) -> None:
        """Leaving the sheet stops what is made; the report tells how far it came."""
        job = self._job
        if job is not None:
            job.cancel()
            job.wait()


def _work(
    store: Store,
    moment: Moment,
    rules: Rules,
    asked: PatientFilter,
    chosen: Chosen,
    said: Said,
    folder: Path,
) -> Callable[[Report], _Finished]:
    """What the thread does, on connections of its own; frozen values only."""

    def work(report: Report) -> _Finished:
        from careteam.outgoing.papers_batch import Batch, patients_asked, write_batch

        own = store.again()
        try:
            patients = patients_asked(own, asked, moment=moment, rules=rules)
            batch = Batch(
                patients,
                chosen.wish(moment.today),
                said.form or chosen.form,
                said.handed,
                folder,
                chosen.paper,
                said.password,
            )
            done = write_batch(own, batch, moment=moment, rules=rules, report=report)
        finally:
            own.close()
        return _Finished(done.made, done.left_out, done.is_stopped, folder.name, done.spelled)

    return work


def _told(done: _Finished) -> str:
    words = QCoreApplication.translate(
        "BatchSheet", "%Ln file(s) are in the folder {folder}.", None, done.made
    )
    if done.is_stopped:
        words = QCoreApplication.translate(
            "BatchSheet", "Stopped: %Ln file(s) are in the folder {folder}.", None, done.made
        )
    told = words.format(folder=done.folder)
    if done.left_out:
        left = QCoreApplication.translate(
            "BatchSheet", "%Ln left out; the report there says why.", None, done.left_out
        )
        told = f"{told} {left}"
    if done.spelled:
        spelled = QCoreApplication.translate(
            "BatchSheet",
            "%n have letters that no font here can draw; the report there names them.",
            None,
            done.spelled,
        )
        told = f"{told} {spelled}"
    return told

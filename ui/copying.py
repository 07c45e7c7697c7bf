"""Copies of the database while the desk is open: when one is due, or when asked for."""

from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from careteam.domain.backups import Copy, Why, is_due
from careteam.domain.errors import CareteamError
from careteam.storage.copier import Copier
from careteam.storage.copies import copies_in
from careteam.storage.engine import Key
from careteam.storage.restoring import Checked, rehearse
from ui.background import Job, Report
from ui.desk import Desk

DAILY = timedelta(hours=24)
LOOK_MS = 10 * 60_000


class Copying(QObject):
    """Makes and rehearses copies beside the nurse's work, one thing at a time.

    `told` is emitted when `newest` or `is_busy` has changed, `done` carries one sentence for good
    news that was asked for, trouble goes to the desk.
    """

    told = Signal()
    done = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self.newest: Copy | None = next(iter(self.copies()), None)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.copy_when_due)
        self._timer.start()

    @property
    def is_busy(self) -> bool:
        """Whether a copy is being made or rehearsed."""
        return self._job is not None

    @property
    def folder(self) -> Path:
        """Where the copies lie."""
        return self._desk.store.copier().folder

    def copies(self) -> tuple[Copy, ...]:
        """The copies that there are, newest first."""
        return copies_in(self.folder)

    def copy_when_due(self) -> None:
        """Make the copy of the day when there is none, of a database that is still open."""
        is_writable = self._desk.store.is_open and not self._desk.is_unheard
        if is_writable and is_due(self.newest, self._desk.moment.now, DAILY):
            self._copy(Why.DAILY)

    def copy_now(self) -> None:
        """Make a copy because somebody asks for it; `done` says so."""
        if self._is_refused():
            return
        self._copy(Why.ASKED)

    def rehearse(self, path: Path, key: Key) -> None:
        """Restore a copy into a folder of its own, and say what was found."""
        if self._is_refused():
            return
        now = self._desk.moment.now
        self._start(Job(lambda _report: rehearse(path, key, now=now)))

    def stop(self) -> None:
        """Wait for what goes on; nothing is told of it any more."""
        self._timer.stop()
        job, self._job = self._job, None
        if job is not None:
            job.wait()

    def _is_refused(self) -> bool:
        """Where nothing can be written there is no room for a copy either; it is told."""
        why = self._desk.read_only
        if why is not None and self._desk.is_unheard:
            self._desk.failed.emit(why.sentence)
        return self._desk.is_unheard

    def _copy(self, why: Why) -> None:
        with suppress(CareteamError):  # the anchor may lag behind
            self._desk.store.anchor()
        copier, now = self._desk.store.copier(), self._desk.moment.now

        def work(_report: Report) -> tuple[Copy, str]:
            made = copier.copy(why, now)
            return made, trouble_of_second(copier, made)

        self._start(Job(work))

    def _start(self, job: Job) -> None:
        if self._job is not None:
            return
        self._job = job
        job.finished.connect(self._on_finished)
        job.failed.connect(self._on_failed)
        job.start()
        self.told.emit()

    def _on_finished(self, found: tuple[Copy, str] | Checked) -> None:
        if self._job is None:
            return
        self._let_go()
        if isinstance(found, Checked):
            words = self.tr(
                "Rehearsed: {patients} patients and {contacts} contacts could be restored, in "
                "{seconds} s. Nothing was changed."
            )
            self.done.emit(
                words.format(
                    patients=f"{found.patients:,}",
                    contacts=f"{found.contacts:,}",
                    seconds=f"{found.seconds:.1f}",
                )
            )
        else:
            self.newest, trouble = found
            if trouble:
                self._desk.failed.emit(trouble)
            elif self.newest.why is Why.ASKED:
                self.done.emit(self.tr("Backed up, and the copy is verified."))
        self.told.emit()

    def _on_failed(self, error: Exception) -> None:
        if self._job is None:
            return
        self._let_go()
        self.told.emit()
        if not isinstance(error, CareteamError):
            raise error
        self._desk.failed.emit(error.sentence)

    def _let_go(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.wait()


def trouble_of_second(copier: Copier, made: Copy) -> str:
    """Lay a copy into the second folder; the sentence of what went wrong, or nothing."""
    try:
        copier.copy_also(made)
    except CareteamError as error:
        return error.sentence
    return ""

"""Work in the background of which only the newest answer counts."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from ui.background import Job


class Latest(QObject):
    """Does one piece of work at a time; of what is asked meanwhile only the newest is begun.

    `answered` carries what the newest work gave, `failed` its error; overtaken work tells nothing.
    Frozen values only may be captured by the work. When this is destroyed, it waits for what runs.
    """

    answered = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: list[Job] = []
        self._next: Callable[[], Any] | None = None
        self._is_wanted = False
        self.destroyed.connect(partial(_wait_for, self._running))

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._is_wanted or self._next is not None

    def ask(self, work: Callable[[], Any]) -> None:
        """Do this next, instead of what was asked before."""
        self._next = work
        self._is_wanted = False
        if not self._running:
            self._begin()

    def forget(self) -> None:
        """Want no answer any more."""
        self._next = None
        self._is_wanted = False

    def _begin(self) -> None:
        work, self._next = self._next, None
        if work is None:
            return
        job = Job(lambda _report: work())
        job.finished.connect(self._on_finished)
        job.failed.connect(self._on_failed)
        self._running.append(job)
        self._is_wanted = True
        job.start()

    def _on_finished(self, answer: object) -> None:
        if self._end():
            self.answered.emit(answer)

    def _on_failed(self, error: object) -> None:
        if self._end():
            self.failed.emit(error)

    def _end(self) -> bool:
        """Let the thread go, begin what waits, and say whether the answer is wanted."""
        _wait_for(self._running)
        self._running.clear()
        is_wanted, self._is_wanted = self._is_wanted, False
        self._begin()
        return is_wanted


def _wait_for(running: list[Job], _destroyed: object = None) -> None:
    for job in running:
        job.wait()

"""The one file with threads: frozen values go in, a value comes out, with progress and cancel."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

from ui.override import override

Report = Callable[[int, int], bool]
"""Told how much is done of how much; gives False when the work is to stop."""

_RUNNING: set[QThread] = set()
"""Threads that have not ended: Qt aborts the program when one is destroyed while it runs."""


class Job(QObject):
    """One piece of work in a thread of its own.

    `finished` carries what the work gave, `failed` the error, `progressed` the share done. The
    signals arrive in the thread of the window. No session and no widget may be captured.
    """

    finished = Signal(object)
    failed = Signal(object)
    progressed = Signal(int, int)

    def __init__(self, work: Callable[[Report], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._cancelled = threading.Event()
        self._thread = _Thread(self._run)

    def start(self) -> None:
        """Begin; the thread stays until it has ended, even when nobody waits for it any more."""
        _RUNNING.add(self._thread)
        self._thread.finished.connect(lambda: _RUNNING.discard(self._thread))
        self._thread.start()

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self._cancelled.set()

    def wait(self) -> None:
        """Wait until the thread has ended."""
        self._thread.wait()

    @property
    def is_running(self) -> bool:
        """Whether the work goes on."""
        return self._thread.isRunning()

    def _run(self) -> None:
        try:
            result = self._work(self._report)
        except Exception as error:  # noqa: BLE001 - told to the window, which knows what to say
            self.failed.emit(error)
        else:
            self.finished.emit(result)

    def _report(self, done: int, total: int) -> bool:
        self.progressed.emit(done, total)
        return not self._cancelled.is_set()


class _Thread(QThread):
    def __init__(self, run: Callable[[], None]) -> None:
        super().__init__()
        self._body = run

    @override
    def run(self) -> None:
        """Run the work; Qt calls this in the new thread."""
        self._body()

"""The one file with threads: frozen values go in, a value comes out, with progress and cancel."""

import atexit
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

from ui.override import override

Report = Callable[[int, int], bool]
"""Told how much is done of how much; gives False when the work is to stop."""

_RUNNING: set[QThread] = set()
"""Threads that have not ended: Qt aborts the program when one is destroyed while it runs."""
AT_THE_END_MS = 10_000


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
        """Do the work and tell what came of it; nothing may be raised into Qt from here."""
        try:
            result = self._work(self._report)
        except BaseException as error:  # noqa: BLE001 - told to the window, which knows what to say
            self._tell("failed", error)
        else:
            self._tell("finished", result)

    def _report(self, done: int, total: int) -> bool:
        is_heard = self._tell("progressed", done, total)
        return is_heard and not self._cancelled.is_set()

    def _tell(self, name: str, *values: object) -> bool:
        """Whether anybody could hear a signal: who asked for the work may be gone with its page."""
        try:
            getattr(self, name).emit(*values)
        except RuntimeError:
            return False
        return True


class _Thread(QThread):
    def __init__(self, run: Callable[[], None]) -> None:
        super().__init__()
        self._body = run

    @override
    def run(self) -> None:
        """Run the work; Qt calls this in the new thread."""
        self._body()


@atexit.register
def _wait_for_all() -> None:
    """Let every thread end before Python takes away what it runs in."""
    for thread in tuple(_RUNNING):
        thread.wait(AT_THE_END_MS)

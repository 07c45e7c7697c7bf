"""Counts beside the window: nobody waits for a figure to type."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from careteam.domain.access import Denied
from careteam.domain.errors import CareteamError
from careteam.storage.store import Store
from ui.desk import Desk
from ui.summary.latest import Latest

WAITING_MS = 300
"""So long the figures before may stand without a word."""


class Side:
    """A connection beside the desk's; one that is kept has what it has read still deciphered.

    One question at a time. A kept one is closed by `let_go`: at once, or where a question is under
    way when that has been answered.
    """

    def __init__(self, *, is_kept: bool = False) -> None:
        self._is_kept = self._is_wanted = is_kept
        self._lock = threading.Lock()
        self._own: Store | None = None

    def take_up(self) -> None:
        """A question follows."""
        self._is_wanted = self._is_kept

    def answer(self, store: Store, question: Callable[[Store], Any]) -> Any:
        """Ask the database of a store; called in the thread beside the window."""
        try:
            with self._lock:
                if self._own is None:
                    self._own = store.again()
                return question(self._own)
        finally:
            self._close_unwanted()

    def let_go(self) -> None:
        """Keep nothing open any more."""
        self._is_wanted = False
        self._close_unwanted()

    def _close_unwanted(self) -> None:
        if self._is_wanted or not self._lock.acquire(blocking=False):
            return
        try:
            own, self._own = self._own, None
        finally:
            self._lock.release()
        if own is not None:
            own.close()


class Counting(QObject):
    """`counted` carries what was found; `failed` one clear sentence.

    Figures take the longer the larger the clinic is, and must not hold up who types meanwhile. Of
    what is asked only the newest is told. `waiting` says that it takes a while.
    """

    counted = Signal(object)
    failed = Signal(str)
    waiting = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None, side: Side | None = None) -> None:
        super().__init__(parent)
        self._desk, self._side = desk, side or Side()
        self._work = Latest(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAITING_MS)
        self._timer.timeout.connect(self.waiting)
        self._work.answered.connect(self._on_answered)
        self._work.failed.connect(self._on_failed)

    @property
    def is_busy(self) -> bool:
        """Whether figures are still to come."""
        return self._work.is_busy

    def count(self, question: Callable[[Store], Any]) -> None:
        """Ask for figures, instead of what was asked before.

        Frozen values only may be captured by the question.
        """
        store, side = self._desk.store, self._side
        self._timer.start()
        side.take_up()
        self._work.ask(lambda: side.answer(store, question))

    def forget(self) -> None:
        """Want no figure any more."""
        self._timer.stop()
        self._work.forget()

    def _on_answered(self, found: object) -> None:
        self._timer.stop()
        self.counted.emit(found)

    def _on_failed(self, error: Exception) -> None:
        self._timer.stop()
        if not isinstance(error, CareteamError):
            raise error
        if isinstance(error, Denied):
            self._desk.denied.emit()
        self.failed.emit(error.sentence)

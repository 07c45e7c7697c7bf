"""Keeps what is typed in a form every few seconds, and gives it back when the form opens again."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from careteam.storage.reads.drafts import kept_draft
from careteam.storage.writes.drafts import drop_draft, keep_draft
from ui.desk import Desk
from ui.patients.content import Content

KEEP_MS = 3_000


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, the content it was typed over, and the version of that."""

    now: Content
    base: Content
    version: int | None


class DraftKeeper(QObject):
    """Keeps the draft of one form for one patient (0 for none); `told` says whether one is kept."""

    told = Signal(bool)

    def __init__(
        self,
        desk: Desk,
        form: str,
        patient_id: int,
        typed: Callable[[], Typed],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._place, self._typed = desk, (form, patient_id), typed
        self._kept: Typed | None = None
        self._is_over = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_MS)
        self._timer.timeout.connect(self.keep)

    def take_up(self) -> Typed | None:
        """What was kept before, if anything was."""
        kept = self._desk.read(kept_draft, *self._place, by=self._desk.worker_id)
        if kept is not None:
            body = kept.body
            self._kept = Typed(body["now"], body["base"], body["version"])
        self.told.emit(kept is not None)
        return self._kept

    def soon(self) -> None:
        """Keep within a few seconds."""
        if not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """Keep what is typed now, when it is not what is saved anyway."""
        self._timer.stop()
        if self._is_over:
            return
        typed = self._typed()
        if typed.now == typed.base:
            self.drop()
        elif typed != self._kept:
            body = {"now": typed.now, "base": typed.base, "version": typed.version}
            self._desk.keep(keep_draft, *self._place, body)
            self._kept = typed
            self.told.emit(True)

    def drop(self) -> None:
        """Throw away what was kept."""
        self._timer.stop()
        if self._kept is not None:
            self._desk.keep(drop_draft, *self._place)
            self._kept = None
        self.told.emit(False)

    def end(self) -> None:
        """It was saved: throw the draft away and keep nothing more."""
        self.drop()
        self._is_over = True

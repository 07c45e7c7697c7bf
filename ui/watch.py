"""Watches what changes without the nurse: another window, the day, and the machine's clock."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer

from careteam.domain.clocks import BACK_BY, clock_words
from careteam.domain.errors import CareteamError
from careteam.storage.doubts import note_back
from careteam.storage.writes.day import open_day
from ui.desk import Desk

LISTEN_MS = 2_000
DAY_MS = 30_000


class Watch(QObject):
    """Lets every page read again when somebody else wrote, and turns the day at midnight."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._data_version = desk.store.data_version()
        self._day = desk.moment.today
        self._latest = desk.moment.now
        self._timers = [self._timer(LISTEN_MS, self.listen), self._timer(DAY_MS, self.turn)]

    def stop(self) -> None:
        """Watch no longer."""
        for timer in self._timers:
            timer.stop()

    def listen(self) -> None:
        """Whether somebody else wrote since the last time; then everybody reads again."""
        if not self._desk.store.is_open:
            return
        self._look_at_clock()
        version = self._desk.store.data_version()
        if version != self._data_version:
            self._data_version = version
            self._desk.heard_from_outside()

    def turn(self) -> None:
        """Bring the database up to a day that has begun."""
        today = self._desk.moment.today
        if today != self._day and self._desk.store.is_open and self._desk.read_only is None:
            self._day = today
            self._desk.do(open_day)
            self._desk.heard_from_outside()

    def _look_at_clock(self) -> None:
        """Tell once that the clock went back; from then on it is followed from where it is."""
        moment, before = self._desk.moment, self._latest
        self._latest = moment.now
        if before - moment.now > BACK_BY:
            self._desk.failed.emit(clock_words(before, moment))
            with suppress(CareteamError):
                note_back(self._desk.store, moment)

    def _timer(self, interval_ms: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval_ms)
        timer.timeout.connect(act)
        timer.start()
        return timer

"""Watches what changes without the nurse: another window on the same database, and the day."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

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
        self._timers = [self._timer(LISTEN_MS, self.listen), self._timer(DAY_MS, self.turn)]

    def stop(self) -> None:
        """Watch no longer."""
        for timer in self._timers:
            timer.stop()

    def listen(self) -> None:
        """Whether somebody else wrote since the last time; then everybody reads again."""
        if not self._desk.store.is_open:
            return
        version = self._desk.store.data_version()
        if version != self._data_version:
            self._data_version = version
            self._desk.heard_from_outside()

    def turn(self) -> None:
        """Bring the database up to a day that has begun."""
        today = self._desk.moment.today
        if today != self._day and self._desk.store.is_open:
            self._day = today
            self._desk.do(open_day)
            self._desk.heard_from_outside()

    def _timer(self, interval_ms: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval_ms)
        timer.timeout.connect(act)
        timer.start()
        return timer

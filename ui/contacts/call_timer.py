"""The time a call has run, told by a clock that somebody else reads."""

from datetime import datetime, timedelta

LONGEST_CALL = timedelta(hours=4)


class CallTimer:
    """Runs and rests; a timer left running longer than any call is found resting at zero."""

    def __init__(self) -> None:
        self._started: datetime | None = None
        self._seconds = 0
        self._was_used = False

    @property
    def is_running(self) -> bool:
        """Whether time goes on."""
        return self._started is not None

    @property
    def was_used(self) -> bool:
        """Whether it runs or has run."""
        return self._was_used

    @property
    def started(self) -> str:
        """When it was started, as a draft keeps it; empty while it rests."""
        return self._started.isoformat() if self._started else ""

    @property
    def rested_seconds(self) -> int:
        """The seconds counted before it was last started."""
        return self._seconds

    def start(self, now: datetime) -> None:
        """Go on counting."""
        self._started = self._started or now
        self._was_used = True

    def stop(self, now: datetime) -> None:
        """Rest; what has run stays."""
        self._seconds, self._started = self.seconds(now), None

    def load(self, started: str, seconds: int, now: datetime) -> None:
        """Be what a draft kept."""
        self._seconds = seconds
        self._was_used = bool(started or seconds)
        begun = datetime.fromisoformat(started) if started else None
        is_forgotten = begun is not None and not timedelta() <= now - begun <= LONGEST_CALL
        self._started = None if is_forgotten else begun

    def seconds(self, now: datetime) -> int:
        """The seconds that have run."""
        running = int((now - self._started).total_seconds()) if self._started else 0
        return self._seconds + max(0, running)

    def minutes(self, now: datetime) -> int:
        """Begun minutes: 61 seconds are two."""
        return -(-self.seconds(now) // 60)

    def words(self, now: datetime) -> str:
        """11:48, or 1:02:05 from an hour on."""
        minutes, seconds = divmod(self.seconds(now), 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes}:{seconds:02d}"

"""When and by whom something is done: the clock and the hand, given to every verb."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Self
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Moment:
    """Now (aware, UTC), the clinic's time zone, the person who works (a directory id), and the
    account that is signed in.
    """

    now: datetime
    zone: str = "UTC"
    by: int | None = None
    account: int | None = None

    def __post_init__(self) -> None:
        if self.now.tzinfo is None:
            raise ValueError("a moment needs a time zone")

    @property
    def today(self) -> date:
        """The day in the clinic's zone."""
        return self.local(self.now).date()

    def local(self, at: datetime) -> datetime:
        """A moment as the clinic's clock shows it."""
        return at.astimezone(ZoneInfo(self.zone))

    def to_utc(self, wall: datetime) -> datetime:
        """A wall-clock time of the clinic (no zone) as UTC; in the autumn fold the first one."""
        return wall.replace(tzinfo=ZoneInfo(self.zone), fold=0).astimezone(UTC)

    @property
    def actor(self) -> int | None:
        """Who acts in the audit trail: the account, or the person where there is none."""
        return self.account if self.account is not None else self.by

    @classmethod
    def at(
        cls,
        now: datetime,
        zone: str = "UTC",
        by: int | None = None,
        account: int | None = None,
    ) -> Self:
        return cls(now.astimezone(UTC), zone, by, account)

"""What of a contact or an entry counts as navigation time, and that a locked month keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from careteam.domain.contacts import NO_CONTACT_MODE
from careteam.domain.moment import Moment
from careteam.domain.navigation_time import minutes_over, next_month
from careteam.storage.writes.month_locks import refuse_locked


@dataclass(frozen=True, slots=True)
class Counted:
    """What a month's sum sees of a row; two that are equal leave it as it is."""

    program: str
    activity: str
    day: date
    minutes: int
    over: int
    counts: bool
    has_text: bool

    @property
    def days(self) -> tuple[date, ...]:
        """The days whose months it counts in; none for what counts nowhere."""
        if not self.program:
            return ()
        return (self.day, next_month(self.day)) if self.over else (self.day,)


def counted(row: Mapping[str, Any]) -> Counted:
    """What counts of the columns of a contact or an entry."""
    counts = row.get("is_reached", True) or row.get("mode") == NO_CONTACT_MODE
    return Counted(
        row["program"],
        row["activity"],
        row["day"],
        row["minutes"],
        row["minutes_over"],
        bool(counts),
        bool(row["note"]),
    )


def keep_locked(session: Session, before: Counted | None, after: Counted | None) -> None:
    """Refused when what counts in a locked month would not be the same any more."""
    if before == after:
        return
    days = [day for one in (before, after) if one is not None for day in one.days]
    refuse_locked(session, days, "at")


def over_of(at: datetime, minutes: int, moment: Moment) -> int:
    """The minutes that fall into the next month of the clinic's calendar."""
    return minutes_over(at, minutes, moment.zone)

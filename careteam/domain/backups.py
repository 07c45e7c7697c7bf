"""Copies of the database: why one is made, which are kept, and when the next is due."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

EVERY = timedelta(hours=4)
"""A copy is made on leaving when the newest is older than this."""
OLD_AFTER = timedelta(hours=24)
"""An older newest copy is marked on the status line: something keeps copies from being made."""
DAYS_KEPT, WEEKS_KEPT, MONTHS_KEPT = 12, 10, 9
FRESH = timedelta(days=2)
"""Younger copies are all kept: one of them may stand before an import that went wrong."""


class Why(StrEnum):
    """What a copy was made for."""

    ASKED = "asked"
    LEAVING = "leaving"
    DAILY = "daily"
    UPDATE = "update"
    IMPORT = "import"
    KEY = "key"


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that was verified when it was made: its file's name, its moment (UTC), its content.

    `size` is in bytes, `digest` the SHA-256 of the file in hexadecimal.
    """

    name: str
    made_at: datetime
    why: Why
    schema: int
    size: int
    digest: str
    patients: int
    contacts: int


def to_drop(copies: Iterable[Copy], now: datetime) -> tuple[Copy, ...]:
    """The copies that need not be kept any more.

    Kept are all of the last two days, the newest of each of the last 12 days, 10 weeks and 9
    months that have one, and the newest of all. One dated in the future is never dropped: a clock
    was wrong, and which one nobody knows.
    """
    past = sorted((one for one in copies if one.made_at <= now), key=_made, reverse=True)
    kept = {one.name for one in past if now - one.made_at < FRESH} | {one.name for one in past[:1]}
    for period_of, count in (
        (lambda at: at.date(), DAYS_KEPT),
        (lambda at: tuple(at.isocalendar())[:2], WEEKS_KEPT),
        (lambda at: (at.year, at.month), MONTHS_KEPT),
    ):
        kept |= _newest_of_each(past, period_of, count)
    return tuple(one for one in past if one.name not in kept)


def is_due(newest: Copy | None, now: datetime, every: timedelta = EVERY) -> bool:
    """Whether a copy is to be made: there is none, it is old, or its date lies in the future."""
    return newest is None or not timedelta(0) <= now - newest.made_at < every


def _newest_of_each(
    past: list[Copy], period_of: Callable[[datetime], object], count: int
) -> set[str]:
    newest: dict[object, str] = {}
    for one in past:
        newest.setdefault(period_of(one.made_at), one.name)
    return set(list(newest.values())[:count])


def _made(one: Copy) -> datetime:
    return one.made_at

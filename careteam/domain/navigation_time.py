"""Navigation time: programs as dated rules, minutes by calendar month, and units of minutes.

Nothing here submits a claim or advises on billing; a clinic asks whoever does that for it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

COUNTS_TRIES = "time_counts_tries"
"""The setting that lets tries which reached nobody count; empty for not, as by default."""
PROGRAM_LENGTH = 40
"""The longest key of a program that an import takes."""
UNCONFIRMED = "to be verified"
"""What the source of a rule says while a clinic must confirm it before it relies on it."""
ACTIVITY, WORK, VISIT_KIND = "time_activity", "time_work", "visit_kind"
"""The lists of the catalogue: what the time was for, work without a contact, initiating visits."""


class ConsentRule(StrEnum):
    """How long a consent stands.

    PIN: documented yearly (codingintel.com on principal illness navigation). CHI: once, and again
    when the billing practitioner changes (NAHRI, questions on CHI, 2024).
    """

    NONE = ""
    YEARLY = "yearly"
    UNTIL_BILLING_CHANGES = "until_billing_changes"
    ONCE = "once"


class ConsentWay(StrEnum):
    """How a consent was given."""

    VERBAL = "verbal"
    WRITTEN = "written"


@dataclass(frozen=True, slots=True)
class Program:
    """A program as it stands from `valid_from` through `valid_to` (its last day, or none).

    `first_minutes` 0 means that minutes make no unit (transitional care is two visits and a
    call). `most_more` caps the further units; vendors disagree, so it is empty by default.
    """

    key: str
    label: str
    first_code: str
    first_minutes: int
    more_code: str
    more_minutes: int
    valid_from: date
    valid_to: date | None = None
    most_more: int | None = None
    consent: ConsentRule = ConsentRule.NONE
    needs_visit: bool = False
    source: str = ""
    is_active: bool = True

    @property
    def is_unconfirmed(self) -> bool:
        """Whether its own source says that something of it is still to be verified."""
        return UNCONFIRMED in self.source.casefold()

    def stands_on(self, day: date) -> bool:
        """Whether the program has these rules on a day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class TimeRules:
    """The clinic's programs in their order, and whether tries that reached nobody count.

    That they do not follows what Noridian Medicare answered in 2017 for chronic care management:
    attempts that did not reach the patient are not billable.
    """

    programs: tuple[Program, ...] = ()
    counts_tries: bool = False

    def program(self, key: str, day: date) -> Program | None:
        """The rules of a program on a day; None when it has none then or was switched off."""
        found = (one for one in self.programs if one.key == key and one.is_active)
        return next((one for one in found if one.stands_on(day)), None)

    def offered(self, day: date) -> tuple[Program, ...]:
        """The programs that stand on a day."""
        return tuple(one for one in self.programs if one.is_active and one.stands_on(day))

    def label(self, key: str) -> str:
        """The label of a program, or the key of one that is not known."""
        return next((one.label for one in self.programs if one.key == key), key)

    def knows(self, key: str) -> bool:
        """Whether there is or was such a program."""
        return any(one.key == key for one in self.programs)


@dataclass(frozen=True, slots=True)
class Piece:
    """Minutes of an entry that fall into one month; `day` is their first in the clinic's zone."""

    day: date
    minutes: int


@dataclass(frozen=True, slots=True)
class Units:
    """How many units minutes make: the first, and further ones."""

    first: int = 0
    more: int = 0

    @property
    def count(self) -> int:
        return self.first + self.more


def first_of(day: date) -> date:
    """The first day of a day's month."""
    return day.replace(day=1)


def next_month(day: date) -> date:
    """The first day of the month after a day's."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def last_of(day: date) -> date:
    """The last day of a day's month."""
    return next_month(day) - timedelta(days=1)


def begins_at(day: date, zone: str) -> datetime:
    """The first moment of a day in a zone, as UTC.

    Where the clock springs over midnight it is the moment of the change, where midnight comes
    twice the first of the two.
    """
    return datetime.combine(day, time(), ZoneInfo(zone)).replace(fold=0).astimezone(UTC)


def pieces(at: datetime, minutes: int, zone: str) -> tuple[Piece, ...]:
    """An entry by months: one that runs over local midnight at a month's end is split there.

    `at` is aware. A minute belongs to the month in which it begins.
    """
    day = at.astimezone(ZoneInfo(zone)).date()
    left = begins_at(next_month(day), zone) - at.astimezone(UTC)
    before = min(minutes, -(-left // timedelta(minutes=1)))
    first = Piece(day, before)
    return (first,) if before == minutes else (first, Piece(next_month(day), minutes - before))


def minutes_over(at: datetime, minutes: int, zone: str) -> int:
    """The minutes of an entry that fall into the month after the one it begins in."""
    return sum(piece.minutes for piece in pieces(at, minutes, zone)[1:])


def units_of(program: Program, minutes: int) -> Units:
    """Nothing below the first threshold, then the first unit and a further one for each whole step.

    PIN: 60 minutes of a calendar month, then 30 more (G0023, G0024; American Academy of Family
    Physicians); CHI: 60 and 30 (G0019, G0022; Noridian Medicare); PCM by clinical staff: 30 and
    30 (99426, 99427; AAPC). That nothing is rounded up is a careful choice, not a source.
    """
    if not program.first_minutes or minutes < program.first_minutes:
        return Units()
    more = (minutes - program.first_minutes) // program.more_minutes if program.more_minutes else 0
    return Units(1, more if program.most_more is None else min(more, program.most_more))


def next_threshold(program: Program, minutes: int) -> int | None:
    """The minutes at which the next unit is reached; None where there is none to come."""
    units = units_of(program, minutes)
    if not program.first_minutes:
        return None
    if not units.first:
        return program.first_minutes
    is_capped = program.most_more is not None and units.more >= program.most_more
    if is_capped or not program.more_minutes:
        return None
    return program.first_minutes + (units.more + 1) * program.more_minutes


def anniversary(day: date) -> date:
    """The same day a year later; of 29 February the 28th, which is the earlier choice."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def stands_until(rule: ConsentRule, given_on: date) -> date | None:
    """The first day on which a consent no longer stands for its age alone; None for never."""
    return anniversary(given_on) if rule is ConsentRule.YEARLY else None


def months_between(first: date, last: date) -> Iterator[date]:
    """The first days of the months from one day's to another's."""
    month = first_of(first)
    while month <= last:
        yield month
        month = next_month(month)

"""The time sheet of a month in the words in which it is printed, typed or saved."""

from collections.abc import Mapping
from dataclasses import dataclass

from careteam.domain.letterhead import NO_LETTERHEAD, Letterhead
from careteam.domain.navigation_time import Units
from careteam.domain.time_sums import Missing

DISCLAIMER = (
    "Careteam counts minutes. It submits no claim and gives no advice on billing: whether a unit "
    "may be billed is for whoever advises the clinic."
)
NO_NOTES = "Notes are not printed: this sheet tells no more than the count of minutes needs."
MISSING: Mapping[Missing, str] = {
    Missing.ENROLMENT: "not enrolled",
    Missing.PROGRAM: "program not offered",
    Missing.CONSENT: "no consent yet",
    Missing.CONSENT_OVER: "consent is over",
    Missing.VISIT: "no initiating visit yet",
    Missing.BILLING: "nobody bills yet",
    Missing.SUPERVISING: "nobody supervises yet",
    Missing.ACTIVITY: "activity missing",
    Missing.TEXT: "note missing",
}
OVERLAP = "{minutes} min overlap, counted once"


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """An entry as it is printed; `missing` is what it lacks itself, in words."""

    day: str
    what: str
    activity: str
    minutes: int
    who: str
    missing: str = ""


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A patient's month in one program for who bills."""

    name: str
    mrn: str
    program: str
    billing: str
    supervising: str
    minutes: int
    ready: int
    units: str
    missing: str
    by_activity: tuple[tuple[str, int], ...] = ()
    entries: tuple[SheetEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeSheet:
    """A month of navigation time, whose, and whether it is locked.

    `lines` are those with most minutes; `total` counts all that the month has.
    """

    clinic: str
    author: str
    author_phone: str
    made_at: str
    made_on_iso: str
    month: str
    month_iso: str
    whose: str
    lock: str
    minutes: int
    total: int
    lines: tuple[SheetLine, ...] = ()
    letterhead: Letterhead = NO_LETTERHEAD
    digest: str = ""


def units_shown(units: Units, first_code: str, more_code: str) -> str:
    """G0023 x 1, G0024 x 2; empty where minutes made no unit."""
    parts = ((first_code, units.first), (more_code, units.more))
    return ", ".join(f"{code} × {count}" for code, count in parts if count)


def missing_shown(missing: tuple[Missing, ...], overlap: int = 0) -> str:
    """All that is missing, in words, and how many minutes an entry that began before has."""
    told = [OVERLAP.format(minutes=overlap)] if overlap else []
    return ", ".join((*(MISSING[one] for one in missing), *told))

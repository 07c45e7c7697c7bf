"""A month of navigation time: what its entries add up to, and what is missing before they count."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from careteam.domain.navigation_time import (
    ConsentRule,
    Program,
    TimeRules,
    Units,
    next_threshold,
    units_of,
)
from careteam.domain.time_standing import Enrolment, Standing


class Missing(StrEnum):
    """What an entry lacks before its minutes count, in the order in which it is told."""

    ENROLMENT = "enrolment"
    PROGRAM = "program"
    CONSENT = "consent"
    CONSENT_OVER = "consent_over"
    VISIT = "visit"
    BILLING = "billing"
    SUPERVISING = "supervising"
    ACTIVITY = "activity"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Line:
    """Minutes of one entry in one month: when, for which program and activity, and its text.

    `overlap` are those of them of which an entry that began before tells already.
    """

    day: date
    program: str
    minutes: int
    activity: str = ""
    has_text: bool = True
    overlap: int = 0


@dataclass(frozen=True, slots=True)
class MonthSum:
    """What a patient's month adds up to for one program and one billing practitioner.

    `minutes` are all that were logged, `overlap` those of them that count elsewhere, `ready` the
    others that lack nothing; units are made of these only. `consent_on` is the consent that
    stands last in the month.
    """

    program: str
    billing_id: int | None
    minutes: int
    ready: int
    units: Units
    threshold: int | None
    by_activity: tuple[tuple[str, int], ...]
    missing: tuple[Missing, ...]
    consent_on: date | None = None
    overlap: int = 0

    @property
    def short(self) -> int:
        """The minutes that are short of the next unit; 0 where none is to come."""
        return max(0, self.threshold - self.ready) if self.threshold is not None else 0


def lacks(
    line: Line, program: Program | None, standing: Standing, enrolment: Enrolment | None
) -> tuple[Missing, ...]:
    """What an entry lacks on its own day.

    Principal illness navigation asks for an initiating visit, consent, general supervision and
    documented activities (American Academy of Family Physicians; Rybar Group); that each must
    stand on the day of the entry is a careful choice.
    """
    if program is None:
        return (Missing.PROGRAM,)
    found: list[Missing] = []
    if enrolment is None:
        found.append(Missing.ENROLMENT)
    if program.consent is not ConsentRule.NONE and standing.consent(program, line.day) is None:
        was = standing.was_consented(line.program, line.day)
        found.append(Missing.CONSENT_OVER if was else Missing.CONSENT)
    if program.needs_visit and not standing.has_begun(line.program, line.day):
        found.append(Missing.VISIT)
    if enrolment is not None and enrolment.billing_id is None:
        found.append(Missing.BILLING)
    if enrolment is not None and enrolment.supervising_id is None:
        found.append(Missing.SUPERVISING)
    if not line.activity:
        found.append(Missing.ACTIVITY)
    if not line.has_text:
        found.append(Missing.TEXT)
    return tuple(found)


def month_sums(lines: Iterable[Line], standing: Standing, rules: TimeRules) -> tuple[MonthSum, ...]:
    """The sums of one patient's month by program and billing practitioner, most minutes first.

    All of an entry's minutes go to one program and one practitioner: who bills on its day.
    """
    groups: dict[tuple[str, int | None], list[Line]] = defaultdict(list)
    for line in lines:
        enrolment = standing.enrolment(line.program, line.day)
        groups[line.program, enrolment.billing_id if enrolment else None].append(line)
    sums = [_summed(key, group, standing, rules) for key, group in groups.items()]
    return tuple(sorted(sums, key=lambda one: (-one.minutes, one.program, one.billing_id or 0)))


def _summed(
    key: tuple[str, int | None], lines: list[Line], standing: Standing, rules: TimeRules
) -> MonthSum:
    by_activity: Counter[str] = Counter()
    missing: set[Missing] = set()
    ready = 0
    for line in lines:
        program = rules.program(line.program, line.day)
        lack = lacks(line, program, standing, standing.enrolment(line.program, line.day))
        missing.update(lack)
        ready += 0 if lack else line.minutes - line.overlap
        by_activity[line.activity] += line.minutes
    last = max(line.day for line in lines)
    program = rules.program(key[0], last)
    consent = standing.consent(program, last) if program else None
    return MonthSum(
        program=key[0],
        billing_id=key[1],
        minutes=sum(line.minutes for line in lines),
        ready=ready,
        units=units_of(program, ready) if program else Units(),
        threshold=next_threshold(program, ready) if program else None,
        by_activity=tuple(sorted(by_activity.items(), key=lambda one: (-one[1], one[0]))),
        missing=tuple(one for one in Missing if one in missing),
        consent_on=consent.on if consent else None,
        overlap=sum(line.overlap for line in lines),
    )

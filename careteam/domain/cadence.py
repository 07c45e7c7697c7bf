"""The steps that cadence rules plan after an event, with their days."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from careteam.domain.calendar import BusinessCalendar
from careteam.domain.clinical_rules import Cadence, Event


@dataclass(frozen=True, slots=True)
class Planned:
    """A step that a rule plans: its due day and the rule behind it."""

    rule: Cadence
    due_on: date


def planned(
    rules: Iterable[Cadence], event: Event, on: date, *, phase: str, calendar: BusinessCalendar
) -> tuple[Planned, ...]:
    """What the active rules plan after an event of a day, in a phase.

    Business days count from the event, the day itself being day 0 (a discharge on Friday is due
    on Tuesday; Medicare transitional care). Calendar days stay as counted. A series has a step
    every `every_days` days, the last one at most `for_days` days after the event.
    """
    found: list[Planned] = []
    for rule in rules:
        if rule.is_active and rule.event == event and rule.phase in ("", phase):
            found += [Planned(rule, day) for day in days_of(rule, on, calendar)]
    return tuple(found)


def days_of(rule: Cadence, on: date, calendar: BusinessCalendar) -> tuple[date, ...]:
    """The days of a rule after an event of a day, whatever its phase: one, or those of a series."""
    if rule.every_days:
        steps = range(rule.every_days, rule.for_days + 1, rule.every_days)
        return tuple(on + timedelta(days=step) for step in steps)
    if rule.business_days:
        return (calendar.add(on, rule.business_days),)
    return (on + timedelta(days=rule.days),)

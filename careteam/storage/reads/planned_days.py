"""On which day the cadence rules put the steps that they planned and nobody has moved."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, or_, select
from sqlmodel import Session

from careteam.domain.cadence import days_of
from careteam.domain.clinical_rules import Cadence, Event
from careteam.domain.rules import Rules
from careteam.storage.tables import (
    ConferenceRecord,
    FollowUpRecord,
    MilestoneRecord,
    PhasePeriodRecord,
    ReferralRecord,
    ReferralStepRecord,
    ScreeningRecord,
    SnoozeRecord,
    StayRecord,
    TimeConsentRecord,
)

RULE_OFF = "The rule is switched off."
"""The note of steps that were cancelled because their rule was; with it they come back."""

_stay, _period = StayRecord.__table__, PhasePeriodRecord.__table__
_referral, _milestone = ReferralRecord.__table__, MilestoneRecord.__table__
_ASKED = (_referral.c.state_on, _referral.c.scheduled_on)
DAYS_OF_EVENTS: Mapping[Event, tuple[Any, ...]] = {
    Event.HOSPITAL_DISCHARGE: (_stay.c.discharged_on,),
    Event.EMERGENCY_VISIT: (_stay.c.discharged_on,),
    Event.PHASE_START: (_period.c.started_on,),
    Event.PHASE_END: (_period.c.ended_on,),
    Event.DISTRESS_SCREEN: (ScreeningRecord.__table__.c.on_day,),
    Event.REFERRAL_REQUESTED: _ASKED,
    Event.REFERRAL_URGENT: _ASKED,
    Event.REFERRAL_ACCEPTED: _ASKED,
    Event.CAR_T_INFUSION: (_milestone.c.done_on,),
    Event.TRANSPLANT_DAY_0: (_milestone.c.done_on,),
    Event.TUMOUR_BOARD: (ConferenceRecord.__table__.c.on_day,),
    Event.YEARLY_CONSENT: (TimeConsentRecord.__table__.c.on_day,),
}
"""The columns of the row a step is about, the latest of which is the day of the event."""


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """A step and its day under the rules; None where its rule is switched off."""

    step_id: int
    patient_id: int
    is_open: bool
    due_on: date
    planned_on: date | None


_step, _snooze = FollowUpRecord.__table__.c, SnoozeRecord.__table__.c
_PUT_OFF = (
    select(_snooze.id)
    .where(
        _snooze.patient_id == _step.patient_id,
        _snooze.follow_up_id == _step.id,
        _snooze.until == _step.due_on,
    )
    .correlate(FollowUpRecord.__table__)
    .exists()
)


def planned_days(
    session: Session, patient_ids: Sequence[int], *, rules: Rules
) -> tuple[PlannedDay, ...]:
    """The steps of these patients that stand where these rules would not have them.

    Left out is what somebody put off or asked about, and what tells of another event than its
    rule does now.
    """
    by_cause: dict[tuple[str, str, int], list[Row[Any]]] = defaultdict(list)
    for row in session.execute(
        select(
            _step.id,
            _step.patient_id,
            _step.rule,
            _step.source_kind,
            _step.source_id,
            _step.state,
            _step.close_note,
            _step.due_on,
            _step.made_at,
            _PUT_OFF.label("is_put_off"),
        )
        .where(
            _step.patient_id.in_(patient_ids),
            _step.rule != "",
            or_(_step.state == "open", _step.close_note == RULE_OFF),
        )
        .order_by(_step.due_on, _step.id)
    ):
        if row.rule in rules.clinical.cadence:
            by_cause[row.rule, row.source_kind, row.source_id].append(row)
    on = _event_days(session, by_cause, rules)
    moved_by_hand = _asked_about(session, by_cause)
    found: list[PlannedDay] = []
    for cause, steps in by_cause.items():
        if cause not in on:
            continue
        days = _days(rules.clinical.cadence[cause[0]], on[cause], len(steps), rules)
        for row, day in zip(steps, days, strict=True):
            is_open = row.state == "open"
            is_right = day == row.due_on if is_open else day is None
            if not (is_right or row.is_put_off or row.id in moved_by_hand):
                found.append(PlannedDay(row.id, row.patient_id, is_open, row.due_on, day))
    return tuple(found)


def _days(rule: Cadence, on: date, count: int, rules: Rules) -> tuple[date | None, ...]:
    """A day for each of the steps that are left, which are the last ones of a series."""
    if not rule.is_active:
        return (None,) * count
    days: tuple[date, ...] = days_of(rule, on, rules.calendar)
    return (days[:1] * count + days)[-count:]


def _event_days(
    session: Session, causes: Iterable[tuple[str, str, int]], rules: Rules
) -> dict[tuple[str, str, int], date]:
    """The day of the event behind each rule and row, one SELECT for each kind of row."""
    by_event: dict[Event, dict[int, list[tuple[str, str, int]]]] = defaultdict(dict)
    for cause in causes:
        event = rules.clinical.cadence[cause[0]].event
        columns = DAYS_OF_EVENTS.get(event)
        if columns and columns[0].table.name == cause[1]:
            by_event[event].setdefault(cause[2], []).append(cause)
    found: dict[tuple[str, str, int], date] = {}
    for event, sources in by_event.items():
        columns = DAYS_OF_EVENTS[event]
        table = columns[0].table.c
        for row in session.execute(select(table.id, *columns).where(table.id.in_(sources))):
            days: list[date] = [day for day in row[1:] if day is not None]
            if days:
                last: date = max(days)
                found.update((cause, last) for cause in sources[row.id])
    return found


def _asked_about(
    session: Session, by_cause: Mapping[tuple[str, str, int], Sequence[Row[Any]]]
) -> frozenset[int]:
    """The steps about a referral that count from a day on which somebody asked about it."""
    steps = [row for cause, rows in by_cause.items() for row in rows if cause[1] == _referral.name]
    if not steps:
        return frozenset()
    took = ReferralStepRecord.__table__.c
    query = select(took.referral_id, took.made_at).where(
        took.referral_id.in_({row.source_id for row in steps})
    )
    entered = {(row.referral_id, row.made_at) for row in session.execute(query)}
    return frozenset(row.id for row in steps if (row.source_id, row.made_at) not in entered)

"""What follows a change of phase: steps by the rules, suggestions, and the tests of the phase."""

from sqlalchemy import update
from sqlmodel import Session

from careteam.domain.clinical_rules import Event
from careteam.domain.dates import day_bare
from careteam.domain.due import NEVER
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.storage.tables import MilestoneRecord, PhasePeriodRecord
from careteam.storage.writes.events import (
    TAKEN_BACK,
    Source,
    close_step,
    happened,
    stands_again,
    steps_of,
)
from careteam.storage.writes.milestone_proposals import keep_proposals
from careteam.storage.writes.phase_screening import follow_screening
from careteam.storage.writes.phases import phase_periods
from careteam.storage.writes.suggestions import Cause, propose
from careteam.storage.writes.taking_back import forget_source, take_back_consequences

PHASE_ENDED = "The phase has ended."

IS_NEWS_DAYS = 7
"""So many days after its first one a phase still plans steps and proposes tests by itself."""


def follow_phase(session: Session, patient_id: int, *, moment: Moment, rules: Rules) -> None:
    """Let the rules follow the phase that stands and the one that it ended.

    Told again with another day it moves what is still open. A step whose day is past already is
    not planned, and a phase that began more than a week ago is history: it plans and proposes
    nothing by itself, so that who comes in with it has nothing overdue from it.
    """
    periods = phase_periods(session, patient_id)
    if not periods:
        return
    now = periods[-1]
    today = moment.today
    if len(periods) > 1:
        _end(session, periods[-2], moment, rules)
    source = _source(now)
    since = today if (today - now.started_on).days <= IS_NEWS_DAYS else NEVER
    happened(
        session, patient_id, Event.PHASE_START, now.started_on, source, moment=moment, rules=rules,
        not_before=since,
    )  # fmt: skip
    label = rules.catalogue.phase_label(now.phase)
    because = f"{label} since {day_bare(now.started_on, today)}"
    cause = Cause(source.kind, source.id, because)
    propose(session, patient_id, {"phase": now.phase}, cause, moment=moment, rules=rules)
    first = NEVER if since == NEVER else None
    keep_proposals(session, now, since=first, moment=moment, rules=rules)
    follow_screening(session, patient_id, moment=moment, rules=rules)


def take_back_phase_events(
    session: Session,
    period: PhasePeriodRecord,
    before: PhasePeriodRecord | None,
    *,
    moment: Moment,
    rules: Rules,
) -> None:
    """Undo what followed a phase that is about to go; tests that were planned for it stay."""
    source = _source(period)
    take_back_consequences(session, period.patient_id, source, moment=moment)
    forget_source(session, period.patient_id, source)
    milestone = MilestoneRecord.__table__.c
    session.execute(
        update(MilestoneRecord)
        .where(milestone.patient_id == period.patient_id, milestone.phase_id == period.id)
        .values(phase_id=None, template_id=None)
    )
    if before is None:
        return
    for step in steps_of(session, _source(before)):
        rule = rules.clinical.cadence.get(step.rule)
        if rule is not None and rule.event is Event.PHASE_END:
            close_step(session, step, "cancelled", TAKEN_BACK, moment)
        else:
            stands_again(session, step, PHASE_ENDED)
    session.flush()


def _end(session: Session, period: PhasePeriodRecord, moment: Moment, rules: Rules) -> None:
    if period.ended_on is None:
        return
    source = _source(period)
    for step in steps_of(session, source):
        rule = rules.clinical.cadence.get(step.rule)
        if rule is None or rule.event is not Event.PHASE_END:
            close_step(session, step, "cancelled", PHASE_ENDED, moment)
    happened(
        session, period.patient_id, Event.PHASE_END, period.ended_on, source, moment=moment,
        rules=rules, phase=period.phase, not_before=moment.today,
    )  # fmt: skip


def _source(period: PhasePeriodRecord) -> Source:
    return Source("phase_period", period.id or 0)

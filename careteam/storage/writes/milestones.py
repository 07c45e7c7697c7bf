"""Planning tests and milestones, moving and settling them; what nobody settles ages onto Today."""

from datetime import date

from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.domain.dates import day_shown
from careteam.domain.errors import Refused
from careteam.domain.milestones import (
    IN_ERROR,
    MilestoneDraft,
    SettleDraft,
    check_milestone,
    check_settled,
)
from careteam.domain.moment import Moment
from careteam.domain.pathway import MilestoneState
from careteam.domain.rules import Rules
from careteam.storage.identifiers import new_external_id
from careteam.storage.tables import MilestoneRecord
from careteam.storage.writes.follow_ups import DUE
from careteam.storage.writes.history import standing_of
from careteam.storage.writes.milestone_course import (
    follow_milestone,
    get_milestone,
    milestone_name,
)


@needs(Action.CARE)
def plan_milestone(
    session: Session, draft: MilestoneDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Plan a test, or record one that is done already.

    A planned one comes onto Today when it is late. Refused when the draft breaks a rule.
    """
    draft = check_milestone(draft, catalogue=rules.catalogue, today=moment.today)
    standing_of(session, draft.patient_id)
    record = MilestoneRecord(
        external_id=new_external_id(),
        patient_id=draft.patient_id,
        kind=draft.kind,
        made_at=moment.now,
        by_id=moment.by,
    )
    _fill(record, draft)
    session.add(record)
    session.flush()
    follow_milestone(session, record, moment=moment, rules=rules)
    name = milestone_name(record, rules)
    if record.done_on is not None:
        return milestone_changes(record, f"{name} is recorded, done {day_shown(record.done_on)}.")
    return milestone_changes(record, f"{name} is planned for {_day(record.planned_on)}.")


@needs(Action.CARE)
def amend_milestone(
    session: Session, draft: MilestoneDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Change what is said of a test; its day on Today follows the plan.

    Stale when somebody else changed it since it was read.
    """
    record = get_milestone(session, draft.id, draft.version)
    draft = check_milestone(draft, catalogue=rules.catalogue, today=moment.today)
    _fill(record, draft)
    _save(session, record)
    follow_milestone(session, record, moment=moment, rules=rules)
    return milestone_changes(record, f"{milestone_name(record, rules)} is saved.")


@needs(Action.CARE)
def move_milestone(
    session: Session,
    milestone_id: int,
    planned_on: date | None,
    version: int | None = None,
    *,
    moment: Moment,
    rules: Rules,
) -> Changes:
    """Give a planned test another day; its day on Today moves with it."""
    record = get_milestone(session, milestone_id, version)
    if planned_on is None:
        raise Refused.at("planned_on", "Give the day on which it is planned.")
    record.planned_on = planned_on
    _save(session, record)
    follow_milestone(session, record, moment=moment, rules=rules)
    name = milestone_name(record, rules)
    return milestone_changes(record, f"{name} is now planned for {day_shown(planned_on)}.")


@needs(Action.CARE)
def settle_milestone(
    session: Session, draft: SettleDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Mark a test as done with its result, or as left out with the reason.

    It leaves Today. A CAR-T infusion and the day of a transplant let the cadence rules plan.
    """
    record = get_milestone(session, draft.milestone_id, draft.version)
    draft = check_settled(draft, today=moment.today)
    is_done = draft.state is MilestoneState.DONE
    record.state = draft.state
    record.done_on = draft.on if is_done else None
    record.result = draft.result if is_done else ""
    record.reason = "" if is_done else draft.reason
    _save(session, record)
    follow_milestone(session, record, moment=moment, rules=rules)
    told = "is done" if is_done else "is left out"
    return milestone_changes(record, f"{milestone_name(record, rules)} {told}.")


@needs(Action.CARE)
def reopen_milestone(
    session: Session, milestone_id: int, *, moment: Moment, rules: Rules
) -> Changes:
    """Take back that a test was done or left out: it is planned again."""
    record = get_milestone(session, milestone_id)
    record.state = MilestoneState.PLANNED
    record.done_on, record.result, record.reason = None, "", ""
    _save(session, record)
    follow_milestone(session, record, moment=moment, rules=rules)
    return milestone_changes(record, f"{milestone_name(record, rules)} is planned again.")


@needs(Action.CARE)
def withdraw_milestone(
    session: Session, milestone_id: int, *, moment: Moment, rules: Rules
) -> Changes:
    """Take back a test that was entered in error: it stays on record and is shown nowhere."""
    record = get_milestone(session, milestone_id)
    record.state, record.reason = MilestoneState.LEFT_OUT, IN_ERROR
    record.done_on, record.template_id = None, None
    _save(session, record)
    follow_milestone(session, record, moment=moment, rules=rules)
    return milestone_changes(record, f"{milestone_name(record, rules)} is taken back.")


def milestone_changes(record: MilestoneRecord, summary: str) -> Changes:
    """What a change of one test touches."""
    parts = DUE | {Part.PATHWAY, Part.SUGGESTION}
    return Changes(parts, frozenset({record.patient_id}), record.id, summary)


def _fill(record: MilestoneRecord, draft: MilestoneDraft) -> None:
    record.kind, record.label = draft.kind, draft.label
    record.planned_on = draft.planned_on
    if draft.done_on is not None:
        record.state, record.done_on = MilestoneState.DONE, draft.done_on
        record.result, record.reason = draft.result, ""
    elif record.state == MilestoneState.DONE:
        record.state, record.done_on, record.result = MilestoneState.PLANNED, None, ""


def _save(session: Session, record: MilestoneRecord) -> None:
    record.version += 1
    session.add(record)
    session.flush()


def _day(day: date | None) -> str:
    return day_shown(day) if day is not None else "a day to be found"

"""Planning tests and milestones, moving and settling them; what nobody settles ages onto Today."""

from datetime import date

from sqlmodel import Session

from careteam.domain.changes import Changes, Part
from careteam.domain.dates import day_shown
from careteam.domain.due import NAVIGATOR_ROLE
from careteam.domain.errors import Missing, Refused, Stale
from careteam.domain.milestones import (
    EVENT_OF,
    IN_ERROR,
    MilestoneDraft,
    SettleDraft,
    ask_on,
    check_milestone,
    check_settled,
    late_days,
)
from careteam.domain.moment import Moment
from careteam.domain.pathway import MilestoneState
from careteam.domain.patients import Status
from careteam.domain.rules import Rules
from careteam.domain.text import LINE_LENGTH
from careteam.storage.faults import STALE
from careteam.storage.identifiers import new_external_id
from careteam.storage.tables import FollowUpRecord, MilestoneRecord
from careteam.storage.writes.events import (
    TAKEN_BACK,
    Source,
    close_step,
    happened,
    move_step,
    stands_again,
    steps_of,
)
from careteam.storage.writes.follow_ups import DUE
from careteam.storage.writes.history import standing_of

SETTLED = "The test is settled."


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


def follow_milestone(
    session: Session, record: MilestoneRecord, *, moment: Moment, rules: Rules
) -> None:
    """Bring the steps about a test to what it says now: to be asked about, settled, or begun."""
    source = Source("milestone", record.id or 0, milestone_name(record, rules))
    steps = steps_of(session, source)
    asking = [step for step in steps if not step.rule]
    event = EVENT_OF.get(record.kind)
    if record.state == MilestoneState.DONE:
        for step in asking:
            close_step(session, step, "done", SETTLED, moment)
        if event is not None and record.done_on is not None:
            happened(
                session, record.patient_id, event, record.done_on, source, moment=moment,
                rules=rules, not_before=moment.today,
            )  # fmt: skip
        session.flush()
        return
    for step in steps:
        if step.rule:
            close_step(session, step, "cancelled", TAKEN_BACK, moment)
    is_waiting = record.state == MilestoneState.PLANNED and record.planned_on is not None
    for step in asking:
        if not is_waiting:
            close_step(session, step, "cancelled", SETTLED, moment)
    if is_waiting:
        _ask(session, record, asking, source, moment, rules)
    session.flush()


def _ask(
    session: Session,
    record: MilestoneRecord,
    asking: list[FollowUpRecord],
    source: Source,
    moment: Moment,
    rules: Rules,
) -> None:
    """Let the question stand on its day; one that was answered comes back when the day moves."""
    days = late_days(rules.clinical.templates, record.template_id)
    day = ask_on(record.planned_on or moment.today, days)
    for step in asking:
        if step.due_on != day:
            stands_again(session, step, step.close_note)
        stands_again(session, step, SETTLED)
        move_step(session, step, day)
        step.text = _question(source.what)
    if not asking and standing_of(session, record.patient_id).status == Status.ACTIVE:
        session.add(
            FollowUpRecord(
                external_id=new_external_id(),
                patient_id=record.patient_id,
                text=_question(source.what),
                owner_role=NAVIGATOR_ROLE,
                due_on=day,
                source_kind=source.kind,
                source_id=source.id,
                made_at=moment.now,
                by_id=moment.by,
            )
        )


def _question(name: str) -> str:
    return f"{name} · is it done?"[:LINE_LENGTH]


def get_milestone(
    session: Session, milestone_id: int | None, version: int | None = None
) -> MilestoneRecord:
    """The record of a test; Missing when there is none, Stale when it has another version."""
    record = session.get(MilestoneRecord, milestone_id) if milestone_id is not None else None
    if record is None:
        raise Missing("This test is no longer in the database.")
    if version is not None and version != record.version:
        raise Stale(STALE)
    return record


def milestone_name(record: MilestoneRecord, rules: Rules) -> str:
    """What a test is called: its own words, or the words of its kind."""
    return record.label or rules.catalogue.label("test", record.kind)


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

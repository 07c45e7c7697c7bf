"""The questions about a planned test: asked when it is late, and again until it is settled."""

from datetime import date

from sqlmodel import Session

from careteam.domain.due import NAVIGATOR_ROLE
from careteam.domain.errors import Missing, Stale
from careteam.domain.milestones import EVENT_OF, ask_again_on, ask_on, late_days
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
from careteam.storage.writes.history import standing_of

NAME = "milestone"
SETTLED = "The test is settled."


def follow_milestone(
    session: Session, record: MilestoneRecord, *, moment: Moment, rules: Rules
) -> None:
    """Bring the steps about a test to what it says now: to be asked about, settled, or begun."""
    source = Source(NAME, record.id or 0, milestone_name(record, rules))
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


def ask_again(session: Session, milestone_id: int, *, moment: Moment, rules: Rules) -> None:
    """Somebody ticked the question off: it comes up again while the test is still planned."""
    record = get_milestone(session, milestone_id)
    if record.state == MilestoneState.PLANNED:
        follow_milestone(session, record, moment=moment, rules=rules)


def ask_no_more(session: Session, milestone_id: int, *, moment: Moment) -> None:
    """Cancel the open questions about a test, for the one before them stands again."""
    for step in steps_of(session, Source(NAME, milestone_id)):
        if not step.rule:
            close_step(session, step, "cancelled", TAKEN_BACK, moment)
    session.flush()


def _ask(
    session: Session,
    record: MilestoneRecord,
    asking: list[FollowUpRecord],
    source: Source,
    moment: Moment,
    rules: Rules,
) -> None:
    """Let one question stand on its day, or some days after the last one that was ticked off."""
    days = late_days(rules.clinical.templates, record.template_id)
    day = ask_on(record.planned_on or moment.today, days)
    asked_on = _asked_on(asking, moment)
    if asked_on is not None:
        day = max(day, ask_again_on(asked_on, days))
    for step in asking:
        if all(one.state != "open" for one in asking):
            stands_again(session, step, SETTLED)
        if step.state == "open":
            move_step(session, step, day)
            step.text = _question(source.what)
            return
    if standing_of(session, record.patient_id).status == Status.ACTIVE:
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


def _asked_on(asking: list[FollowUpRecord], moment: Moment) -> date | None:
    """The last day on which a person ticked a question off."""
    ticked = [
        moment.local(step.closed_at).date()
        for step in asking
        if step.state == "done" and step.closed_at is not None and step.close_note != SETTLED
    ]
    return max(ticked, default=None)


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

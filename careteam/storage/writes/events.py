"""Events of a patient's course: the cadence rules plan next steps after them, and close them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import literal_column, select
from sqlmodel import Session

from careteam.domain.cadence import planned
from careteam.domain.clinical_rules import Cadence, Event
from careteam.domain.due import NAVIGATOR_ROLE
from careteam.domain.moment import Moment
from careteam.domain.patients import Status
from careteam.domain.rules import Rules
from careteam.domain.text import LINE_LENGTH
from careteam.storage.identifiers import new_external_id
from careteam.storage.tables import FollowUpRecord
from careteam.storage.writes.history import standing_of


@dataclass(frozen=True, slots=True)
class Source:
    """The row that an event is about, by the name of its table and its id.

    `what` is put before the step's words where the rule alone would not say what is meant.
    """

    kind: str
    id: int
    what: str = ""


def happened(
    session: Session,
    patient_id: int,
    event: Event,
    on: date,
    source: Source,
    *,
    moment: Moment,
    rules: Rules,
    is_new: bool = False,
) -> int:
    """Plan the steps that the rules ask for after an event of a day; the count of them.

    The same event told again (its day corrected) moves the steps that are still open and makes
    none twice; an event that `is_new` about the same row is not answered by steps closed before.
    Nothing is planned for patients who are not active.
    """
    patient = standing_of(session, patient_id)
    if patient.status != Status.ACTIVE:
        return 0
    steps = planned(
        rules.clinical.cadence.values(), event, on, phase=patient.phase, calendar=rules.calendar
    )
    by_rule: dict[str, list[FollowUpRecord]] = {}
    for step in steps_of(session, source):
        if step.state == "open" or not is_new:
            by_rule.setdefault(step.rule, []).append(step)
    for step in steps:
        known = by_rule.get(step.rule.key)
        if known:
            move_step(session, known.pop(0), step.due_on)
        else:
            plan_step_about(session, patient_id, source, step.rule, step.due_on, moment=moment)
    session.flush()
    return len(steps)


def plan_step_about(
    session: Session,
    patient_id: int,
    source: Source,
    rule: Cadence,
    due_on: date,
    *,
    moment: Moment,
) -> FollowUpRecord:
    """Make a next step that a rule asks for, about a row of another table."""
    words = f"{source.what} · {rule.label}" if source.what else rule.label
    record = FollowUpRecord(
        external_id=new_external_id(),
        patient_id=patient_id,
        text=words[:LINE_LENGTH],
        owner_role=rule.owner_role or NAVIGATOR_ROLE,
        due_on=due_on,
        rule=rule.key,
        source_kind=source.kind,
        source_id=source.id,
        made_at=moment.now,
        by_id=moment.by,
    )
    session.add(record)
    return record


def move_step(session: Session, step: FollowUpRecord, due_on: date) -> None:
    """Give an open step another day; a closed one stays as it is."""
    if step.state == "open" and step.due_on != due_on:
        step.due_on, step.due_time = due_on, ""
        step.version += 1
        session.add(step)


def settle_steps(
    session: Session, source: Source, *, moment: Moment, state: str = "done", note: str = ""
) -> int:
    """Close the open steps about a row, as done or cancelled; the count of them."""
    closed = 0
    for step in steps_of(session, source):
        if step.state == "open":
            step.state, step.closed_at = state, moment.now
            step.close_note = note[:LINE_LENGTH]
            step.version += 1
            session.add(step)
            closed += 1
    session.flush()
    return closed


def steps_of(session: Session, source: Source) -> list[FollowUpRecord]:
    """Every step about a row, open or closed, by its day.

    That there is a source is said in so many words: only then the index of sources is used.
    """
    table = FollowUpRecord.__table__.c
    query = select(FollowUpRecord).where(
        table.source_kind != literal_column("''"),
        table.source_kind == source.kind,
        table.source_id == source.id,
    )
    return list(session.scalars(query.order_by(table.due_on, table.id)))

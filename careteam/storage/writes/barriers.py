"""Barriers to care: found, worked on by several actions, closed with a result, taken up again."""

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.barriers import (
    NONE_GROUP,
    OTHER,
    ActionDraft,
    BarrierDraft,
    CloseActionDraft,
    CloseBarrierDraft,
    check_action,
    check_barrier,
    check_end,
    check_end_of_action,
)
from careteam.domain.changes import Changes, Part
from careteam.domain.contacts import NextStep
from careteam.domain.dates import PartialDate, day_bare
from careteam.domain.due import NAVIGATOR_ROLE
from careteam.domain.errors import Missing, Refused, Stale
from careteam.domain.moment import Moment
from careteam.domain.needs import OPEN_BARRIERS, ActionState, BarrierState
from careteam.domain.rules import Rules
from careteam.domain.text import LINE_LENGTH, clean
from careteam.storage.faults import STALE
from careteam.storage.identifiers import new_external_id
from careteam.storage.tables import BarrierActionRecord, BarrierRecord
from careteam.storage.writes.assignments import get_person
from careteam.storage.writes.barrier_actions import ACTION, end_action, get_action
from careteam.storage.writes.causes import add_step_about, drop_suggestions
from careteam.storage.writes.events import Source
from careteam.storage.writes.history import standing_of
from careteam.storage.writes.suggestions import Cause, propose

BARRIER = "barrier"
"""The table by whose name suggestions tell what they are about."""
MISTAKE = "entered by mistake"
CHANGED = frozenset({Part.NEED, Part.SUGGESTION, Part.FOLLOW_UP, Part.DUE})


@needs(Action.CARE)
def add_barrier(session: Session, draft: BarrierDraft, *, moment: Moment, rules: Rules) -> Changes:
    """Keep a barrier that was found, and weigh it against the triggers.

    That none was found is kept as a line that is closed at once. Refused when the draft breaks a
    rule, when the same barrier is open already, or when none is to be found beside an open one.
    """
    draft = _checked(session, draft, moment, rules)
    is_none = _group(draft.category, rules) == NONE_GROUP
    _refuse_twice(session, draft, moment, is_none=is_none)
    record = BarrierRecord(
        external_id=new_external_id(),
        patient_id=draft.patient_id,
        category=draft.category,
        detail=draft.detail,
        found_on=draft.found_on,
        state=BarrierState.RESOLVED if is_none else BarrierState.OPEN,
        closed_on=draft.found_on if is_none else None,
        made_at=moment.now,
        by_id=moment.by,
    )
    session.add(record)
    session.flush()
    _propose(session, record, moment, rules)
    return told(record, "The barrier is kept.")


@needs(Action.CARE)
def save_barrier(session: Session, draft: BarrierDraft, *, moment: Moment, rules: Rules) -> Changes:
    """Correct a barrier's kind, day or words.

    When the kind changes, the open suggestions of the kind before are dismissed as entered by
    mistake and the new kind is weighed against the triggers.
    """
    record = get_barrier(session, draft.id or 0, draft.version)
    draft = _checked(session, replace(draft, patient_id=record.patient_id), moment, rules)
    is_other_kind = draft.category != record.category
    if is_other_kind:
        if NONE_GROUP in (_group(draft.category, rules), _group(record.category, rules)):
            raise Refused.at("category", "That none was found stays a line of its own.")
        _refuse_twice(session, draft, moment, is_none=False)
    if _group(record.category, rules) == NONE_GROUP:
        record.closed_on = draft.found_on
    elif record.closed_on is not None and record.closed_on < draft.found_on:
        raise Refused.at("found_on", "It cannot end before it began.")
    record.category, record.detail, record.found_on = draft.category, draft.detail, draft.found_on
    record.version += 1
    session.add(record)
    session.flush()
    if is_other_kind:
        source = Source(BARRIER, _id(record))
        drop_suggestions(session, record.patient_id, source, moment=moment, note=MISTAKE)
        _propose(session, record, moment, rules)
    return told(record, "The barrier is saved.")


@needs(Action.CARE)
def close_barrier(
    session: Session, draft: CloseBarrierDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Close a barrier with how it ended and what came of it; its open actions close with it."""
    record = get_barrier(session, draft.barrier_id)
    if record.state not in OPEN_BARRIERS:
        raise Refused.at("state", "This barrier is closed already.")
    draft = check_end(draft, today=moment.today, found_on=record.found_on)
    is_resolved = draft.state == BarrierState.RESOLVED
    for action in open_actions(session, draft.barrier_id):
        state = ActionState.DONE if is_resolved else ActionState.CANCELLED
        end_action(session, action, state, max(draft.on, action.on_day), "", moment)
    record.state, record.closed_on, record.result = draft.state, draft.on, draft.result
    record.version += 1
    session.add(record)
    session.flush()
    return told(record, "The barrier is closed.")


@needs(Action.CARE)
def reopen_barrier(
    session: Session, barrier_id: int, note: str, *, moment: Moment, rules: Rules
) -> Changes:
    """Take a closed barrier up again; why, and what had come of it, stay among its actions."""
    record = get_barrier(session, barrier_id)
    if record.state in OPEN_BARRIERS:
        raise Refused.at("", "This barrier is open already.")
    if _group(record.category, rules) == NONE_GROUP:
        raise Refused.at("", "None was found then; add the barrier there is now.")
    said = clean(note)
    if not said:
        raise Refused.at("note", "Say why it is open again, in a few words.")
    same = BarrierDraft(record.patient_id, record.category, moment.today)
    _refuse_twice(session, same, moment, is_none=False)
    session.add(
        BarrierActionRecord(
            barrier_id=barrier_id,
            patient_id=record.patient_id,
            text=f"Open again: {said}"[:LINE_LENGTH],
            on_day=moment.today,
            state=ActionState.DONE,
            done_on=moment.today,
            result=record.result,
            made_at=moment.now,
            by_id=moment.by,
        )
    )
    open_again(session, record, BarrierState.IN_PROGRESS)
    return told(record, "The barrier is open again.")


@needs(Action.CARE)
def add_action(session: Session, draft: ActionDraft, *, moment: Moment, rules: Rules) -> Changes:
    """Keep what is being done about an open barrier; one that is due stands on Today."""
    barrier = get_barrier(session, draft.barrier_id)
    if barrier.state not in OPEN_BARRIERS:
        raise Refused.at("", "This barrier is closed; open it again first.")
    draft = check_action(
        draft, catalogue=rules.catalogue, today=moment.today, found_on=barrier.found_on
    )
    if draft.owner_id is not None:
        get_person(session, draft.owner_id)
    record = BarrierActionRecord(
        barrier_id=draft.barrier_id,
        patient_id=barrier.patient_id,
        text=draft.text,
        owner_role=draft.owner_role,
        owner_id=draft.owner_id,
        on_day=draft.on,
        due_on=draft.due_on,
        made_at=moment.now,
        by_id=moment.by,
    )
    session.add(record)
    if barrier.state == BarrierState.OPEN:
        barrier.state = BarrierState.IN_PROGRESS
        barrier.version += 1
        session.add(barrier)
    session.flush()
    if draft.due_on is not None:
        _plan_step(session, barrier, record, draft.due_on, moment, rules)
    return Changes(CHANGED, frozenset({barrier.patient_id}), record.id, "The action is kept.")


@needs(Action.CARE)
def close_action(
    session: Session, draft: CloseActionDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """End an action as done or no longer needed, with what came of it; its step ends with it."""
    record = get_action(session, draft.action_id, draft.version)
    if record.state != ActionState.OPEN:
        raise Refused.at("", "This action is closed already.")
    draft = check_end_of_action(draft, today=moment.today, started_on=record.on_day)
    end_action(session, record, draft.state, draft.on, draft.result, moment)
    words = "The action is done."
    if draft.state == ActionState.CANCELLED:
        words = "The action is no longer needed."
    return Changes(CHANGED, frozenset({record.patient_id}), record.id, words)


def get_barrier(session: Session, barrier_id: int, version: int | None = None) -> BarrierRecord:
    """The record of a barrier; Missing or Stale when it is not what was read."""
    record = session.get(BarrierRecord, barrier_id)
    if record is None:
        raise Missing("This barrier is no longer in the database.")
    if version is not None and record.version != version:
        raise Stale(STALE)
    return record


def open_again(session: Session, record: BarrierRecord, state: BarrierState) -> None:
    """Let a closed barrier stand open."""
    record.state, record.closed_on, record.result = state, None, ""
    record.version += 1
    session.add(record)
    session.flush()


def actions_of(session: Session, barrier_id: int) -> list[BarrierActionRecord]:
    """Every action about a barrier, in the order in which they were kept."""
    table = BarrierActionRecord.__table__.c
    query = select(BarrierActionRecord).where(table.barrier_id == barrier_id)
    return list(session.scalars(query.order_by(table.id)))


def open_actions(session: Session, barrier_id: int) -> list[BarrierActionRecord]:
    """The actions about a barrier that are still open."""
    return [one for one in actions_of(session, barrier_id) if one.state == ActionState.OPEN]


def told(record: BarrierRecord, sentence: str) -> Changes:
    """What changed about a barrier, with the sentence for the message strip."""
    return Changes(CHANGED, frozenset({record.patient_id}), record.id, sentence)


def _checked(session: Session, draft: BarrierDraft, moment: Moment, rules: Rules) -> BarrierDraft:
    patient = standing_of(session, draft.patient_id)
    born: date | None = None
    if patient.birth_date:
        born = PartialDate.from_iso(patient.birth_date).first_day
    terms = rules.catalogue.terms.get("barrier", {})
    return check_barrier(draft, terms=terms, today=moment.today, born=born)


def _refuse_twice(session: Session, draft: BarrierDraft, moment: Moment, *, is_none: bool) -> None:
    table = BarrierRecord.__table__.c
    standing = select(table.found_on).where(
        table.patient_id == draft.patient_id,
        table.state.in_(OPEN_BARRIERS),
        table.id != (draft.id or 0),
    )
    if is_none:
        if session.scalar(standing.limit(1)) is not None:
            raise Refused.at("category", "A barrier is open; close it first.")
        return
    same = standing.where(table.category == draft.category, table.category != OTHER)
    since = session.scalar(same.limit(1))
    if since is not None:
        text = "This barrier is open already, since {day}; add what is being done."
        raise Refused.at("category", text, day=day_bare(since, moment.today))


def _propose(session: Session, record: BarrierRecord, moment: Moment, rules: Rules) -> None:
    label = rules.catalogue.label("barrier", record.category)
    words = f"{label}, {day_bare(record.found_on, moment.today)}"
    facts = {"barrier": record.category, "barrier_group": _group(record.category, rules)}
    cause = Cause(BARRIER, _id(record), words)
    propose(session, record.patient_id, facts, cause, moment=moment, rules=rules)


def _plan_step(
    session: Session,
    barrier: BarrierRecord,
    action: BarrierActionRecord,
    due_on: date,
    moment: Moment,
    rules: Rules,
) -> None:
    label = rules.catalogue.label("barrier", barrier.category)
    owner = action.owner_role or NAVIGATOR_ROLE
    text = f"{label} · {action.text}"[:LINE_LENGTH]
    step = NextStep(text, due_on, owner_role=owner, owner_id=action.owner_id)
    source = Source(ACTION, _id(action))
    add_step_about(session, barrier.patient_id, step, source, moment=moment, rules=rules)


def _group(category: str, rules: Rules) -> str:
    term = rules.catalogue.terms.get("barrier", {}).get(category)
    return term.group if term else ""


def _id(record: Any) -> int:
    if record.id is None:
        raise ValueError("the row has not been flushed")
    return record.id

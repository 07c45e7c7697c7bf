"""Next steps with an owner and a due day, and putting off what is due with a reason."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import insert
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.domain.contacts import NextStep
from careteam.domain.dates import day_shown
from careteam.domain.errors import Missing, Refused
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.domain.text import LINE_LENGTH, clean
from careteam.storage.identifiers import new_external_id
from careteam.storage.tables import AssignmentRecord, FollowUpRecord, SnoozeRecord
from careteam.storage.writes.course import set_due
from careteam.storage.writes.statements import add_row
from careteam.storage.writes.ticking_off import stands_open, ticked_off

_PLAN = insert(FollowUpRecord.__table__)
DUE = frozenset({Part.FOLLOW_UP, Part.DUE, Part.TEAM})


@dataclass(frozen=True, slots=True)
class SnoozeDraft:
    """What is put off (one of the two ids), until when, and the coded reason."""

    until: date
    reason: str
    assignment_id: int | None = None
    follow_up_id: int | None = None
    note: str = ""


@needs(Action.CARE)
def add_follow_up(
    session: Session,
    patient_id: int,
    step: NextStep,
    *,
    moment: Moment,
    rules: Rules,
    contact_id: int | None = None,
) -> Changes:
    """Make a next step; it puts the patient on the list of its day."""
    values = {
        "external_id": new_external_id(),
        "patient_id": patient_id,
        "contact_id": contact_id,
        "text": step.text,
        "owner_role": step.owner_role,
        "owner_id": step.owner_id,
        "due_on": step.due_on,
        "due_time": step.due_time,
        "made_at": moment.now,
        "by_id": moment.by,
    }
    made = add_row(session, _PLAN, values)
    return Changes(DUE, frozenset({patient_id}), made, "The next step is planned.")


@needs(Action.CARE)
def close_follow_up(
    session: Session,
    follow_up_id: int,
    *,
    moment: Moment,
    rules: Rules,
    state: str = "done",
    note: str = "",
    contact_id: int | None = None,
) -> Changes:
    """Mark a next step as done or cancelled; a step that is closed already stays as it is.

    One that watched over a referral or a test makes the next: an open loop is never out of sight.
    One that stood for an action about a barrier ends the action as done.
    """
    record = _get(session, follow_up_id)
    parts = DUE
    if record.state == "open":
        record.state, record.closed_at = state, moment.now
        record.close_note = clean(note)[:LINE_LENGTH]
        record.closed_by_contact_id = contact_id
        record.version += 1
        session.add(record)
        session.flush()
        if state == "done":
            parts |= ticked_off(session, record, moment=moment, rules=rules)
    return Changes(parts, frozenset({record.patient_id}), record.id, "The next step is done.")


@needs(Action.CARE)
def reopen_follow_up(
    session: Session, follow_up_id: int, *, moment: Moment, rules: Rules
) -> Changes:
    """Take back the closing of a next step."""
    record = _get(session, follow_up_id)
    parts = DUE | stands_open(session, record, moment=moment)
    record.state, record.closed_at, record.closed_by_contact_id = "open", None, None
    record.close_note = ""
    record.version += 1
    session.add(record)
    session.flush()
    patients = frozenset({record.patient_id})
    return Changes(parts, patients, record.id, "The next step is open again.")


@needs(Action.CARE)
def snooze(session: Session, draft: SnoozeDraft, *, moment: Moment, rules: Rules) -> Changes:
    """Put off what is due to a later day; the reason is asked for and kept.

    Refused without a known reason, or for a day that is not later than today.
    """
    if draft.reason not in rules.catalogue.terms.get("snooze_reason", {}):
        raise Refused.at("reason", "Choose why it is put off.")
    if draft.until <= moment.today:
        raise Refused.at("until", "Choose a day after today.")
    if draft.assignment_id is not None:
        patient_id, was_due_on = _snooze_assignment(session, draft, rules)
    elif draft.follow_up_id is not None:
        step = _get(session, draft.follow_up_id)
        patient_id, was_due_on = step.patient_id, step.due_on
        step.due_on, step.due_time = draft.until, ""
        step.version += 1
        session.add(step)
    else:
        raise Refused.at("", "There is nothing due to put off.")
    record = SnoozeRecord(
        patient_id=patient_id,
        assignment_id=draft.assignment_id,
        follow_up_id=draft.follow_up_id,
        was_due_on=was_due_on,
        until=draft.until,
        reason=draft.reason,
        note=clean(draft.note)[:LINE_LENGTH],
        at=moment.now,
        by_id=moment.by,
    )
    session.add(record)
    session.flush()
    return Changes(
        DUE, frozenset({patient_id}), record.id, f"Put off until {day_shown(draft.until)}."
    )


@needs(Action.CARE)
def wake(session: Session, snooze_id: int, *, moment: Moment, rules: Rules) -> Changes:
    """Take back a putting-off: the day that was due before stands again."""
    record = session.get(SnoozeRecord, snooze_id)
    if record is None:
        raise Missing("This is no longer put off.")
    if record.assignment_id is not None:
        assignment = session.get_one(AssignmentRecord, record.assignment_id)
        assignment.snoozed_until = None
        set_due(session, assignment, rules)
        session.add(assignment)
    elif record.follow_up_id is not None:
        step = _get(session, record.follow_up_id)
        step.due_on = record.was_due_on
        session.add(step)
    session.flush()
    return Changes(DUE, frozenset({record.patient_id}), None, "No longer put off.")


def _snooze_assignment(session: Session, draft: SnoozeDraft, rules: Rules) -> tuple[int, date]:
    assignment = session.get(AssignmentRecord, draft.assignment_id)
    if assignment is None:
        raise Missing("This assignment is no longer in the database.")
    was_due_on = assignment.next_due_on
    assignment.snoozed_until = draft.until
    set_due(session, assignment, rules)
    session.add(assignment)
    return assignment.patient_id, was_due_on


def _get(session: Session, follow_up_id: int) -> FollowUpRecord:
    record = session.get(FollowUpRecord, follow_up_id)
    if record is None:
        raise Missing("This next step is no longer in the database.")
    return record

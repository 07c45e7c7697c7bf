"""What hangs on a row: its next steps and suggestions go with it, and come back with it."""

from datetime import datetime

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.contacts import NextStep
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.domain.suggestions import SuggestionState
from careteam.domain.text import LINE_LENGTH
from careteam.storage.tables import FollowUpRecord, SuggestionRecord
from careteam.storage.writes.events import Source, steps_of
from careteam.storage.writes.follow_ups import add_follow_up

WRONG_ENTRY = "wrong_entry"
"""The reason of the clinic's list for what was entered by mistake."""


def drop_suggestions(
    session: Session, patient_id: int, source: Source, *, moment: Moment, note: str = ""
) -> int:
    """Dismiss the open suggestions that a row gave cause for, as entered by mistake."""
    dropped = 0
    for record in _suggestions_of(session, patient_id, source):
        if record.state == SuggestionState.OPEN:
            record.state, record.dismiss_reason = SuggestionState.DISMISSED, WRONG_ENTRY
            record.decision_note = note[:LINE_LENGTH]
            record.decided_at, record.decided_by_id = moment.now, moment.by
            record.version += 1
            session.add(record)
            dropped += 1
    session.flush()
    return dropped


def restore_suggestions(
    session: Session, patient_id: int, source: Source, dropped_at: datetime
) -> None:
    """Open again what `drop_suggestions` dismissed at a moment; decisions of people stay."""
    for record in _suggestions_of(session, patient_id, source):
        is_dropped = record.dismiss_reason == WRONG_ENTRY and record.decided_at == dropped_at
        if record.state == SuggestionState.DISMISSED and is_dropped:
            record.state, record.dismiss_reason = SuggestionState.OPEN, ""
            record.decision_note = ""
            record.decided_at, record.decided_by_id = None, None
            record.version += 1
            session.add(record)
    session.flush()


def add_step_about(
    session: Session,
    patient_id: int,
    step: NextStep,
    source: Source,
    *,
    moment: Moment,
    rules: Rules,
) -> None:
    """Make a next step about a row of another table."""
    made = add_follow_up(session, patient_id, step, moment=moment, rules=rules).made
    record = session.get_one(FollowUpRecord, made)
    record.source_kind, record.source_id = source.kind, source.id
    session.add(record)
    session.flush()


def restore_steps(
    session: Session,
    source: Source,
    *,
    closed_at: datetime | None = None,
    note: str | None = None,
) -> None:
    """Open again the steps about a row: those closed at a moment or with a note, else all."""
    for step in steps_of(session, source):
        is_meant = closed_at in (None, step.closed_at) and note in (None, step.close_note)
        if step.state != "open" and is_meant:
            step.state, step.closed_at, step.close_note = "open", None, ""
            step.version += 1
            session.add(step)
    session.flush()


def _suggestions_of(session: Session, patient_id: int, source: Source) -> list[SuggestionRecord]:
    table = SuggestionRecord.__table__.c
    query = select(SuggestionRecord).where(
        table.patient_id == patient_id,
        table.source_kind == source.kind,
        table.source_id == source.id,
    )
    return list(session.scalars(query))

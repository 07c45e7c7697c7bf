"""Tumour boards: planned, moved, decided, cancelled; one without a decision comes back to Today."""

from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.domain.clinical_rules import Event
from careteam.domain.conferences import ConferenceDraft, check_conference
from careteam.domain.dates import day_shown
from careteam.domain.errors import Missing, Refused, Stale
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.storage.faults import STALE
from careteam.storage.tables import ConferenceRecord, FollowUpRecord
from careteam.storage.writes.events import Source, happened, settle_steps, steps_of
from careteam.storage.writes.history import standing_of

CONFERENCE = frozenset({Part.PATHWAY, Part.FOLLOW_UP, Part.DUE})


@needs(Action.CARE)
def plan_conference(
    session: Session, draft: ConferenceDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Put a patient on a tumour board, or note one that was, with its decision."""
    draft = check_conference(draft, today=moment.today)
    standing_of(session, draft.patient_id)
    record = ConferenceRecord(
        patient_id=draft.patient_id, on_day=draft.on, made_at=moment.now, by_id=moment.by
    )
    return _kept(session, record, draft, moment, rules)


@needs(Action.CARE)
def save_conference(
    session: Session, draft: ConferenceDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Move a tumour board, change its question, or note what was decided.

    The next step that asks for the decision moves with the day and is done with the decision.
    Stale when somebody else changed it since it was read.
    """
    record = _get(session, draft.id or 0)
    if draft.version is not None and record.version != draft.version:
        raise Stale(STALE)
    if record.is_cancelled:
        raise Refused.at("", "This tumour board is cancelled.")
    draft = check_conference(draft, today=moment.today)
    record.on_day = draft.on
    record.version += 1
    return _kept(session, record, draft, moment, rules)


@needs(Action.CARE)
def cancel_conference(
    session: Session, conference_id: int, *, moment: Moment, rules: Rules
) -> Changes:
    """Take a patient off a tumour board; nothing asks for its decision any more."""
    record = _get(session, conference_id)
    if record.decision:
        raise Refused.at("", "This tumour board has decided already.")
    record.is_cancelled = True
    record.version += 1
    session.add(record)
    settle_steps(session, _source(record), moment=moment, state="cancelled")
    return _told(record, "The tumour board is cancelled.")


@needs(Action.CARE)
def restore_conference(
    session: Session, conference_id: int, *, moment: Moment, rules: Rules
) -> Changes:
    """Put a patient on a tumour board again: the inverse of cancelling it."""
    record = _get(session, conference_id)
    record.is_cancelled = False
    record.version += 1
    session.add(record)
    _open_again(session, record)
    _ask_for_decision(session, record, moment, rules)
    return _told(record, "The tumour board is on again.")


def _kept(
    session: Session,
    record: ConferenceRecord,
    draft: ConferenceDraft,
    moment: Moment,
    rules: Rules,
) -> Changes:
    had_decision = bool(record.decision)
    record.question, record.decision = draft.question, draft.decision
    session.add(record)
    session.flush()
    if record.decision:
        settle_steps(session, _source(record), moment=moment)
        return _told(record, "The decision of the tumour board is noted.")
    if had_decision:
        _open_again(session, record)
    _ask_for_decision(session, record, moment, rules)
    return _told(record, f"Tumour board on {day_shown(record.on_day)}.")


def _ask_for_decision(
    session: Session, record: ConferenceRecord, moment: Moment, rules: Rules
) -> None:
    """Plan the step, or move the one that is open."""
    happened(
        session,
        record.patient_id,
        Event.TUMOUR_BOARD,
        record.on_day,
        _source(record),
        moment=moment,
        rules=rules,
    )


def _open_again(session: Session, record: ConferenceRecord) -> None:
    for step in steps_of(session, _source(record)):
        _reopen(session, step)
    session.flush()


def _reopen(session: Session, step: FollowUpRecord) -> None:
    step.state, step.closed_at, step.closed_by_contact_id = "open", None, None
    step.close_note = ""
    step.version += 1
    session.add(step)


def _source(record: ConferenceRecord) -> Source:
    return Source("conference", record.id or 0)


def _told(record: ConferenceRecord, sentence: str) -> Changes:
    return Changes(CONFERENCE, frozenset({record.patient_id}), record.id, sentence)


def _get(session: Session, conference_id: int) -> ConferenceRecord:
    record = session.get(ConferenceRecord, conference_id)
    if record is None:
        raise Missing("This tumour board is no longer in the database.")
    return record

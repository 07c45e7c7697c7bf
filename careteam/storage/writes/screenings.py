"""Keeping a score, and taking one back that was entered by mistake."""

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.domain.clinical_rules import Event
from careteam.domain.dates import PartialDate
from careteam.domain.errors import Missing, Refused
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.domain.screenings import DISTRESS, ScreeningDraft, because, check
from careteam.domain.text import LINE_LENGTH, clean
from careteam.storage.identifiers import new_external_id
from careteam.storage.tables import ScreeningRecord
from careteam.storage.writes.causes import drop_suggestions, restore_steps, restore_suggestions
from careteam.storage.writes.events import Source, happened, settle_steps
from careteam.storage.writes.history import standing_of
from careteam.storage.writes.phase_screening import follow_screening
from careteam.storage.writes.suggestions import Cause, propose

SCREENING = "screening"
SCREENED_AGAIN = "screened again"
"""What the step of a round says that a later score has settled."""
SCORED = frozenset({Part.NEED, Part.SUGGESTION, Part.FOLLOW_UP, Part.DUE})


@needs(Action.CARE)
def record_score(
    session: Session, draft: ScreeningDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Keep a score; the latest one of its instrument is weighed against the triggers.

    A score of distress settles the step of the round before it and plans the next; with the last
    score that the phase asks for, the step of the phase is done. A score of a day before the
    latest is kept for the trend and asks for nothing any more. Refused when the draft breaks a
    rule, or when the instrument is not meant for the patient's age.
    """
    patient = standing_of(session, draft.patient_id)
    birth = PartialDate.from_iso(patient.birth_date) if patient.birth_date else None
    known = rules.clinical.instruments.get(draft.instrument)
    instrument = check(draft, instrument=known, birth=birth, today=moment.today)
    before = latest_score(session, draft.patient_id, draft.instrument)
    record = ScreeningRecord(
        external_id=new_external_id(),
        patient_id=draft.patient_id,
        instrument=draft.instrument,
        score=draft.score,
        on_day=draft.on,
        recorded_at=moment.now,
        by_id=moment.by,
    )
    session.add(record)
    session.flush()
    screening_id = _id(record)
    if before is None or before.on_day <= draft.on:
        words = because(instrument, draft.score, draft.on, moment.today)
        cause = Cause(SCREENING, screening_id, words)
        facts = {draft.instrument: draft.score}
        propose(session, draft.patient_id, facts, cause, moment=moment, rules=rules)
        if draft.instrument == DISTRESS:
            if before is not None:
                _settle_round(session, before, moment)
            _plan_next_round(session, record, moment, rules)
    follow_screening(session, draft.patient_id, moment=moment, rules=rules)
    return Changes(SCORED, frozenset({draft.patient_id}), screening_id, "The score is kept.")


@needs(Action.CARE)
def retract_score(
    session: Session, screening_id: int, reason: str, *, moment: Moment, rules: Rules
) -> Changes:
    """Take a score back with a reason; it stays readable and counts for nothing.

    The open suggestions it gave cause for are dismissed as entered by mistake, the step it
    planned is cancelled, and the step it had settled is open again.
    """
    record = get_score(session, screening_id)
    said = clean(reason)
    if not said:
        raise Refused.at("reason", "Say why the score is taken back, in a few words.")
    if len(said) > LINE_LENGTH:
        raise Refused.at("reason", "This is too long; at most 500 characters fit.")
    if record.retracted_at is not None:
        raise Refused.at("", "This score was taken back already.")
    record.retracted_at, record.retract_reason = moment.now, said
    session.add(record)
    session.flush()
    source = Source(SCREENING, screening_id)
    drop_suggestions(session, record.patient_id, source, moment=moment, note=said)
    settle_steps(session, source, moment=moment, state="cancelled", note=said)
    before = latest_score(session, record.patient_id, record.instrument)
    if before is not None:
        restore_steps(session, Source(SCREENING, _id(before)), note=SCREENED_AGAIN)
    follow_screening(session, record.patient_id, moment=moment, rules=rules)
    return Changes(SCORED, frozenset({record.patient_id}), screening_id, "The score is taken back.")


@needs(Action.CARE)
def restore_score(session: Session, screening_id: int, *, moment: Moment, rules: Rules) -> Changes:
    """The inverse of taking a score back: it counts again, with all that hung on it."""
    record = get_score(session, screening_id)
    taken_at = record.retracted_at
    if taken_at is None:
        raise Refused.at("", "This score counts already.")
    before = latest_score(session, record.patient_id, record.instrument)
    if before is not None and before.on_day <= record.on_day:
        _settle_round(session, before, moment)
    record.retracted_at, record.retract_reason = None, ""
    session.add(record)
    session.flush()
    source = Source(SCREENING, screening_id)
    restore_suggestions(session, record.patient_id, source, taken_at)
    restore_steps(session, source, closed_at=taken_at)
    follow_screening(session, record.patient_id, moment=moment, rules=rules)
    return Changes(SCORED, frozenset({record.patient_id}), screening_id, "The score counts again.")


@needs(Action.CARE)
def take_back_score(
    session: Session, screening_id: int, *, moment: Moment, rules: Rules
) -> Changes:
    """The inverse of keeping a score: the one just made is taken back, and says that it was."""
    return retract_score(session, screening_id, "undone at once", moment=moment, rules=rules)


def latest_score(session: Session, patient_id: int, instrument: str) -> ScreeningRecord | None:
    """The last score of an instrument that counts, by its day."""
    table = ScreeningRecord.__table__.c
    query = (
        select(ScreeningRecord)
        .where(
            table.patient_id == patient_id,
            table.instrument == instrument,
            table.retracted_at.is_(None),
        )
        .order_by(table.on_day.desc(), table.id.desc())
        .limit(1)
    )
    return session.scalars(query).one_or_none()


def get_score(session: Session, screening_id: int) -> ScreeningRecord:
    """The record of a score; Missing when there is none."""
    record = session.get(ScreeningRecord, screening_id)
    if record is None:
        raise Missing("This score is no longer in the database.")
    return record


def _settle_round(session: Session, record: ScreeningRecord, moment: Moment) -> None:
    settle_steps(session, Source(SCREENING, _id(record)), moment=moment, note=SCREENED_AGAIN)


def _plan_next_round(
    session: Session, record: ScreeningRecord, moment: Moment, rules: Rules
) -> None:
    source = Source(SCREENING, _id(record))
    patient_id, on = record.patient_id, record.on_day
    distress = Event.DISTRESS_SCREEN
    happened(session, patient_id, distress, on, source, moment=moment, rules=rules)


def _id(record: ScreeningRecord) -> int:
    if record.id is None:
        raise ValueError("the score has not been flushed")
    return record.id

"""Admissions, discharges and emergency visits; a discharge starts the call after it."""

from datetime import date

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.domain.clinical_rules import Event
from careteam.domain.dates import day_bare, day_shown
from careteam.domain.errors import Missing, Refused, Stale
from careteam.domain.moment import Moment
from careteam.domain.pathway import StayKind
from careteam.domain.rules import Rules
from careteam.domain.stays import (
    DischargeDraft,
    StayDraft,
    check_discharge,
    check_stay,
    days_in_hospital,
    is_followed_up,
)
from careteam.storage.faults import STALE
from careteam.storage.identifiers import new_external_id
from careteam.storage.tables import StayRecord
from careteam.storage.writes.events import Source, happened
from careteam.storage.writes.follow_ups import DUE
from careteam.storage.writes.history import standing_of
from careteam.storage.writes.suggestions import Cause, propose
from careteam.storage.writes.taking_back import take_back_consequences, withdraw_suggestions

PARTS = DUE | {Part.PATHWAY, Part.SUGGESTION}


@needs(Action.CARE)
def admit(session: Session, draft: StayDraft, *, moment: Moment, rules: Rules) -> Changes:
    """Record an admission, or a visit to the emergency department.

    A stay that is over, and every visit, is followed up at once by the cadence rules. Refused for
    days that cannot be, or when the patient is in hospital already.
    """
    draft = check_stay(draft, today=moment.today)
    standing_of(session, draft.patient_id)
    if draft.discharged_on is None:
        _refuse_second(session, draft.patient_id, None)
    record = StayRecord(
        external_id=new_external_id(),
        patient_id=draft.patient_id,
        admitted_on=draft.admitted_on,
        made_at=moment.now,
        by_id=moment.by,
    )
    _fill(record, draft)
    session.add(record)
    session.flush()
    _follow(session, record, moment, rules)
    if draft.kind is StayKind.EMERGENCY:
        return _changes(record, "The emergency visit is recorded.")
    if draft.discharged_on is not None:
        return _changes(record, "The stay is recorded.")
    return _changes(record, f"In hospital since {day_shown(draft.admitted_on)}.")


@needs(Action.CARE)
def discharge(session: Session, draft: DischargeDraft, *, moment: Moment, rules: Rules) -> Changes:
    """Record the discharge; the cadence rules plan the call after it (2 business days).

    Source of the default rule: Medicare transitional care. Refused for a day that cannot be.
    """
    record = _get(session, draft.stay_id, draft.version)
    if record.discharged_on is not None:
        raise Refused.at("on", "This stay has ended already; correct it instead.")
    check_discharge(draft, record.admitted_on, today=moment.today)
    record.discharged_on = draft.on
    _save(session, record)
    _follow(session, record, moment, rules)
    return _changes(record, f"The discharge on {day_shown(draft.on)} is recorded.")


@needs(Action.CARE)
def reopen_stay(session: Session, stay_id: int, *, moment: Moment, rules: Rules) -> Changes:
    """Take back a discharge: the patient is in hospital, and no call after it is due."""
    record = _get(session, stay_id)
    record.discharged_on = None
    _save(session, record)
    _follow(session, record, moment, rules)
    return _changes(record, f"In hospital since {day_shown(record.admitted_on)}.")


@needs(Action.CARE)
def correct_stay(session: Session, draft: StayDraft, *, moment: Moment, rules: Rules) -> Changes:
    """Change what is said of a stay; the steps after it move with its days.

    Stale when somebody else changed it since it was read.
    """
    record = _get(session, draft.id, draft.version)
    draft = check_stay(draft, today=moment.today)
    if draft.discharged_on is None:
        _refuse_second(session, record.patient_id, record.id)
    if record.kind != draft.kind:
        raise Refused.at("kind", "Take this entry back and record the other one.")
    _fill(record, draft)
    _save(session, record)
    _follow(session, record, moment, rules)
    return _changes(record, "The stay is saved.")


@needs(Action.CARE)
def take_back_stay(session: Session, stay_id: int, *, moment: Moment, rules: Rules) -> Changes:
    """Say that a stay was entered in error; it stays on record, and what followed it goes."""
    record = _get(session, stay_id)
    record.retracted_at = moment.now
    _save(session, record)
    _follow(session, record, moment, rules)
    return _changes(record, "The stay is taken back.")


@needs(Action.CARE)
def restore_stay(session: Session, stay_id: int, *, moment: Moment, rules: Rules) -> Changes:
    """The inverse of taking a stay back: it stands again, with what followed it."""
    record = _get(session, stay_id)
    if record.discharged_on is None:
        _refuse_second(session, record.patient_id, record.id)
    record.retracted_at = None
    _save(session, record)
    _follow(session, record, moment, rules)
    return _changes(record, "The stay stands again.")


def _follow(session: Session, record: StayRecord, moment: Moment, rules: Rules) -> None:
    """Bring the steps and suggestions after a stay to what it says now."""
    patient_id, source = record.patient_id, Source("stay", record.id or 0)
    ended = record.discharged_on
    if ended is None or record.retracted_at is not None:
        take_back_consequences(session, patient_id, source, moment=moment)
        return
    if not is_followed_up(ended, moment.today):
        return
    is_emergency = record.kind == StayKind.EMERGENCY
    event = Event.EMERGENCY_VISIT if is_emergency else Event.HOSPITAL_DISCHARGE
    happened(session, patient_id, event, ended, source, moment=moment, rules=rules)
    if not is_emergency:
        days = days_in_hospital(record.admitted_on, ended)
        cause = Cause(source.kind, source.id, _because(days, ended, moment.today))
        facts = {"inpatient_days": days}
        withdraw_suggestions(session, patient_id, source)
        propose(session, patient_id, facts, cause, moment=moment, rules=rules)


def _because(days: int, ended: date, today: date) -> str:
    length = "1 day" if days == 1 else f"{days} days"
    return f"{length} in hospital until {day_bare(ended, today)}"


def _fill(record: StayRecord, draft: StayDraft) -> None:
    record.kind, record.is_planned = draft.kind, draft.is_planned
    record.admitted_on, record.discharged_on = draft.admitted_on, draft.discharged_on
    record.place, record.reason = draft.place, draft.reason


def _save(session: Session, record: StayRecord) -> None:
    record.version += 1
    session.add(record)
    session.flush()


def _get(session: Session, stay_id: int | None, version: int | None = None) -> StayRecord:
    record = session.get(StayRecord, stay_id) if stay_id is not None else None
    if record is None:
        raise Missing("This stay is no longer in the database.")
    if version is not None and version != record.version:
        raise Stale(STALE)
    return record


def _refuse_second(session: Session, patient_id: int, but: int | None) -> None:
    table = StayRecord.__table__.c
    query = select(table.admitted_on).where(
        table.patient_id == patient_id,
        table.kind == StayKind.INPATIENT,
        table.discharged_on.is_(None),
        table.retracted_at.is_(None),
        table.id != (but or 0),
    )
    since = session.execute(query).scalar()
    if since is not None:
        sentence = "In hospital since {day} already; record the discharge first."
        raise Refused.at("admitted_on", sentence, day=day_shown(since))


def _changes(record: StayRecord, summary: str) -> Changes:
    return Changes(PARTS, frozenset({record.patient_id}), record.id, summary)

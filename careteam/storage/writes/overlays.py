"""What runs across the phases of a patient: begun, ended, and taken back."""

from sqlalchemy import exists, select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.domain.errors import Missing, Refused
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.domain.treatments import (
    NOT_IN_FUTURE,
    EndOverlayDraft,
    OverlayDraft,
    check_overlay,
)
from careteam.storage.tables import OverlayRecord
from careteam.storage.writes.history import standing_of

OVERLAY = frozenset({Part.PATHWAY})


@needs(Action.CARE)
def start_overlay(
    session: Session, draft: OverlayDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Let a treatment run across phases from a day on; Refused while one of its kind runs."""
    overlays = rules.catalogue.terms.get("overlay", {})
    draft = check_overlay(draft, today=moment.today, overlays=overlays)
    standing_of(session, draft.patient_id)
    _refuse_running(session, draft.patient_id, draft.kind, rules)
    record = OverlayRecord(
        patient_id=draft.patient_id,
        kind=draft.kind,
        started_on=draft.started_on,
        note=draft.note,
        by_id=moment.by,
    )
    return _kept(session, record, f"{_label(rules, record)} runs across the phases.")


@needs(Action.CARE)
def end_overlay(
    session: Session, draft: EndOverlayDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """End what runs across phases, or correct the day: it is the first one without it."""
    record = _get(session, draft.overlay_id)
    if draft.on > moment.today:
        raise Refused.at("on", NOT_IN_FUTURE)
    if draft.on < record.started_on:
        raise Refused.at("on", "It cannot end before it began.")
    record.ended_on = draft.on
    return _kept(session, record, f"{_label(rules, record)} has ended.")


@needs(Action.CARE)
def reopen_overlay(session: Session, overlay_id: int, *, moment: Moment, rules: Rules) -> Changes:
    """Take back the end of an overlay; Refused while another one of its kind runs."""
    record = _get(session, overlay_id)
    if record.ended_on is not None:
        _refuse_running(session, record.patient_id, record.kind, rules)
        record.ended_on = None
    return _kept(session, record, f"{_label(rules, record)} runs again.")


@needs(Action.CARE)
def withdraw_overlay(session: Session, overlay_id: int, *, moment: Moment, rules: Rules) -> Changes:
    """Take back an overlay that was just entered: the inverse of starting it."""
    record = _get(session, overlay_id)
    session.delete(record)
    session.flush()
    sentence = f"{_label(rules, record)} is taken back."
    return Changes(OVERLAY, frozenset({record.patient_id}), None, sentence)


def _refuse_running(session: Session, patient_id: int, kind: str, rules: Rules) -> None:
    table = OverlayRecord.__table__.c
    running = exists().where(
        table.patient_id == patient_id, table.kind == kind, table.ended_on.is_(None)
    )
    if session.execute(select(running)).scalar():
        label = rules.catalogue.label("overlay", kind)
        raise Refused.at("kind", "{label} runs already; end it first.", label=label)


def _kept(session: Session, record: OverlayRecord, sentence: str) -> Changes:
    session.add(record)
    session.flush()
    return Changes(OVERLAY, frozenset({record.patient_id}), record.id, sentence)


def _label(rules: Rules, record: OverlayRecord) -> str:
    return rules.catalogue.label("overlay", record.kind)


def _get(session: Session, overlay_id: int) -> OverlayRecord:
    record = session.get(OverlayRecord, overlay_id)
    if record is None:
        raise Missing("This is no longer in the plan.")
    return record

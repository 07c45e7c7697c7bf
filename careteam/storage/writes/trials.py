"""The clinic's register of trials, and the steps of each patient with one."""

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.domain.errors import Missing, Refused, Stale
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.domain.trials import (
    OfferState,
    TrialDraft,
    TrialState,
    TrialStepDraft,
    check_step,
    check_trial,
)
from careteam.storage.faults import STALE
from careteam.storage.identifiers import new_external_id
from careteam.storage.tables import TrialOfferRecord, TrialRecord, TrialStepRecord
from careteam.storage.writes.history import standing_of

TRIAL = frozenset({Part.TRIAL})
_JOINING = frozenset({OfferState.CONSIDERED, OfferState.OFFERED})
_STATE_SAID = {
    TrialState.PLANNED: "{title} is planned.",
    TrialState.OPEN: "{title} is open.",
    TrialState.PAUSED: "{title} is paused.",
    TrialState.CLOSED: "{title} is closed.",
}


@needs(Action.CARE)
def add_trial(session: Session, draft: TrialDraft, *, moment: Moment, rules: Rules) -> Changes:
    """Put a trial into the register; Refused when another one has its NCT number."""
    draft = check_trial(draft)
    _refuse_taken(session, draft.nct, None)
    record = TrialRecord(external_id=new_external_id(), title=draft.title, kind=draft.kind)
    return _kept(session, record, draft, f"{draft.title} is in the register.")


@needs(Action.CARE)
def save_trial(session: Session, draft: TrialDraft, *, moment: Moment, rules: Rules) -> Changes:
    """Change what the register says of a trial.

    Stale when somebody else did so since it was read.
    """
    record = _trial(session, draft.id or 0)
    if draft.version is not None and record.version != draft.version:
        raise Stale(STALE)
    draft = check_trial(draft)
    _refuse_taken(session, draft.nct, record.id)
    record.version += 1
    return _kept(session, record, draft, f"{draft.title} is saved.")


@needs(Action.CARE)
def set_trial_state(
    session: Session, trial_id: int, state: TrialState, *, moment: Moment, rules: Rules
) -> Changes:
    """Open, pause or close a trial for new patients.

    Closing notes the day where none is noted; opening again forgets one that has come.
    """
    record = _trial(session, trial_id)
    record.state = state
    has_come = record.closes_on is not None and record.closes_on <= moment.today
    if state is TrialState.OPEN and has_come:
        record.closes_on = None
    if state is TrialState.CLOSED and record.closes_on is None:
        is_begun = record.opens_on is None or record.opens_on <= moment.today
        record.closes_on = moment.today if is_begun else record.opens_on
    record.version += 1
    session.add(record)
    session.flush()
    return Changes(TRIAL, made=record.id, summary=_STATE_SAID[state].format(title=record.title))


@needs(Action.CARE)
def note_step(session: Session, draft: TrialStepDraft, *, moment: Moment, rules: Rules) -> Changes:
    """Note where a patient stands with a trial; every step before is kept.

    Refused when the trial takes no new patients and this one is not on the way to it yet; Stale
    when somebody else noted a step since the last one was read.
    """
    standing_of(session, draft.patient_id)
    trial = _trial(session, draft.trial_id)
    offer = _offer(session, draft.patient_id, draft.trial_id)
    if draft.version is not None and draft.version != (offer.version if offer else 0):
        raise Stale(STALE)
    draft = check_step(
        draft,
        today=moment.today,
        reasons=rules.catalogue.terms.get("trial_reason", {}),
        before=(OfferState(offer.state), offer.on_day) if offer else None,
    )
    if offer is None:
        _refuse_closed(trial, draft)
        offer = TrialOfferRecord(
            patient_id=draft.patient_id,
            trial_id=draft.trial_id,
            state=draft.state,
            on_day=draft.on,
            version=0,
        )
    offer.state, offer.on_day = draft.state, draft.on
    offer.reason, offer.note = draft.reason, draft.note
    offer.version += 1
    session.add(offer)
    session.flush()
    step = TrialStepRecord(
        offer_id=offer.id or 0,
        patient_id=draft.patient_id,
        state=draft.state,
        on_day=draft.on,
        reason=draft.reason,
        note=draft.note,
        made_at=moment.now,
        by_id=moment.by,
    )
    session.add(step)
    session.flush()
    patients = frozenset({draft.patient_id})
    return Changes(TRIAL, patients, step.id, f"{trial.nct or trial.title}: the step is noted.")


@needs(Action.CARE)
def undo_step(session: Session, step_id: int, *, moment: Moment, rules: Rules) -> Changes:
    """Take back the last step of a patient with a trial: the one before stands again.

    Refused for a step that another one followed.
    """
    step = session.get(TrialStepRecord, step_id)
    if step is None:
        raise Missing("This step is no longer in the database.")
    table = TrialStepRecord.__table__.c
    query = select(TrialStepRecord).where(table.offer_id == step.offer_id)
    last, *before = session.scalars(query.order_by(table.id.desc()).limit(2)).all()
    if last is not step:
        raise Refused.at("", "Another step followed; take that one back first.")
    offer = session.get_one(TrialOfferRecord, step.offer_id)
    session.delete(step)
    session.flush()
    if before:
        offer.state, offer.on_day = before[0].state, before[0].on_day
        offer.reason, offer.note = before[0].reason, before[0].note
        offer.version += 1
        session.add(offer)
    else:
        session.delete(offer)
    session.flush()
    return Changes(TRIAL, frozenset({step.patient_id}), None, "The step is taken back.")


def _refuse_closed(trial: TrialRecord, draft: TrialStepDraft) -> None:
    is_past = trial.closes_on is not None and draft.on < trial.closes_on
    if draft.state in _JOINING and trial.state != TrialState.OPEN and not is_past:
        raise Refused.at("trial_id", "{title} takes no new patients now.", title=trial.title)


def _refuse_taken(session: Session, nct: str, trial_id: int | None) -> None:
    if not nct:
        return
    table = TrialRecord.__table__.c
    for row in session.execute(select(table.id, table.title).where(table.nct == nct)):
        if row.id != trial_id:
            sentence = "{title} has this number in the register already."
            raise Refused.at("nct", sentence, title=row.title)


def _kept(session: Session, record: TrialRecord, draft: TrialDraft, sentence: str) -> Changes:
    record.nct, record.title, record.kind = draft.nct, draft.title, draft.kind
    record.phase, record.site, record.contact = draft.phase, draft.site, draft.contact
    record.state = draft.state
    record.opens_on, record.closes_on = draft.opens_on, draft.closes_on
    session.add(record)
    session.flush()
    return Changes(TRIAL, made=record.id, summary=sentence)


def _offer(session: Session, patient_id: int, trial_id: int) -> TrialOfferRecord | None:
    table = TrialOfferRecord.__table__.c
    query = select(TrialOfferRecord).where(
        table.patient_id == patient_id, table.trial_id == trial_id
    )
    return session.scalars(query).one_or_none()


def _trial(session: Session, trial_id: int) -> TrialRecord:
    record = session.get(TrialRecord, trial_id)
    if record is None:
        raise Missing("This trial is no longer in the register.")
    return record

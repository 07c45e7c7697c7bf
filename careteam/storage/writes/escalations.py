"""Red flags as they were noticed, with the clinic's line, and who was told of them and when."""

from dataclasses import replace
from datetime import date

from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.domain.contacts import NextStep
from careteam.domain.dates import PartialDate, day_bare
from careteam.domain.due import NAVIGATOR_ROLE
from careteam.domain.errors import Missing, Refused
from careteam.domain.escalations import (
    RedFlagDraft,
    ToldDraft,
    check_red_flag,
    check_told,
    flag_shown,
)
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.domain.text import LINE_LENGTH, clean
from careteam.storage.identifiers import new_external_id
from careteam.storage.tables import EscalationRecord
from careteam.storage.writes.causes import (
    add_step_about,
    drop_suggestions,
    restore_steps,
    restore_suggestions,
)
from careteam.storage.writes.events import Source, settle_steps
from careteam.storage.writes.history import standing_of
from careteam.storage.writes.suggestions import Cause, propose

ESCALATION = "escalation"
RAISED = frozenset({Part.NEED, Part.SUGGESTION, Part.FOLLOW_UP, Part.DUE})


@needs(Action.CARE)
def record_red_flag(
    session: Session, draft: RedFlagDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Keep a red flag with the clinic's escalation line as it was shown.

    Until somebody was told it is a next step of today. A trigger that only escalates suggests
    nothing; one that calls for a role does. Whether the flag needs a doctor is nowhere judged
    here: every red flag waits for somebody to be told.
    """
    patient = standing_of(session, draft.patient_id)
    born: date | None = None
    if patient.birth_date:
        born = PartialDate.from_iso(patient.birth_date).first_day
    terms = rules.catalogue.terms.get("red_flag", {})
    draft = check_red_flag(draft, terms=terms, moment=moment, born=born)
    record = EscalationRecord(
        external_id=new_external_id(),
        patient_id=draft.patient_id,
        flag=draft.flag,
        temp_tenths=None if draft.temp_c is None else int(draft.temp_c * 10),
        is_for_an_hour=draft.is_for_an_hour,
        note=draft.note,
        at=draft.at,
        line=rules.clinical.escalation_line,
        made_at=moment.now,
        by_id=moment.by,
    )
    session.add(record)
    session.flush()
    label = rules.catalogue.label("red_flag", record.flag)
    what = flag_shown(label, record.temp_tenths)
    day = day_bare(moment.local(draft.at).date(), moment.today)
    cause = Cause(ESCALATION, _id(record), f"{what}, {day}")
    found = propose(session, draft.patient_id, draft.facts, cause, moment=moment, rules=rules)
    record.rule = next((one.trigger.key for one in found if one.trigger.escalates), "")
    session.add(record)
    step = NextStep(
        f"{what}: nobody has been told yet"[:LINE_LENGTH],
        moment.today,
        f"{moment.local(moment.now):%H:%M}",
        NAVIGATOR_ROLE,
    )
    source = Source(ESCALATION, _id(record))
    add_step_about(session, draft.patient_id, step, source, moment=moment, rules=rules)
    return _changes(record, "The red flag is kept; say who was told.")


@needs(Action.CARE)
def tell_escalation(session: Session, draft: ToldDraft, *, moment: Moment, rules: Rules) -> Changes:
    """Keep who was told of a red flag, in which way and when; its step is done with that."""
    record = get_escalation(session, draft.escalation_id)
    if record.told_at is not None:
        raise Refused.at("who", "Somebody was told already; it stands with the red flag.")
    if record.retracted_at is not None:
        raise Refused.at("", "This red flag was taken back.")
    draft = check_told(draft, modes=rules.catalogue.modes, moment=moment, noticed_at=record.at)
    record.told_who, record.told_how, record.told_at = draft.who, draft.how, draft.at
    record.advice = draft.advice
    record.version += 1
    session.add(record)
    source = Source(ESCALATION, draft.escalation_id)
    settle_steps(session, source, moment=moment, note=draft.who)
    return _changes(record, "Who was told is kept.")


@needs(Action.CARE)
def record_told_red_flag(
    session: Session, draft: RedFlagDraft, told: ToldDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Keep a red flag together with who was told of it, both or neither."""
    changes = record_red_flag(session, draft, moment=moment, rules=rules)
    told = replace(told, escalation_id=changes.made or 0)
    return changes | tell_escalation(session, told, moment=moment, rules=rules)


@needs(Action.CARE)
def untell_escalation(
    session: Session, escalation_id: int, *, moment: Moment, rules: Rules
) -> Changes:
    """The inverse of telling: the red flag waits again for somebody to be told."""
    record = get_escalation(session, escalation_id)
    record.told_who, record.told_how, record.told_at, record.advice = "", "", None, ""
    record.version += 1
    session.add(record)
    restore_steps(session, Source(ESCALATION, escalation_id))
    return _changes(record, "The red flag waits again for somebody to be told.")


@needs(Action.CARE)
def retract_red_flag(
    session: Session, escalation_id: int, reason: str, *, moment: Moment, rules: Rules
) -> Changes:
    """Take a red flag back that was entered by mistake, with a reason; it stays readable."""
    record = get_escalation(session, escalation_id)
    said = clean(reason)[:LINE_LENGTH]
    if not said:
        raise Refused.at("reason", "Say why the red flag is taken back, in a few words.")
    if record.retracted_at is not None:
        raise Refused.at("", "This red flag was taken back already.")
    record.retracted_at, record.retract_reason = moment.now, said
    record.version += 1
    session.add(record)
    source = Source(ESCALATION, escalation_id)
    drop_suggestions(session, record.patient_id, source, moment=moment, note=said)
    settle_steps(session, source, moment=moment, state="cancelled", note=said)
    return _changes(record, "The red flag is taken back.")


@needs(Action.CARE)
def restore_red_flag(
    session: Session, escalation_id: int, *, moment: Moment, rules: Rules
) -> Changes:
    """The inverse of taking a red flag back."""
    record = get_escalation(session, escalation_id)
    taken_at = record.retracted_at
    if taken_at is None:
        raise Refused.at("", "This red flag stands already.")
    record.retracted_at, record.retract_reason = None, ""
    record.version += 1
    session.add(record)
    source = Source(ESCALATION, escalation_id)
    restore_suggestions(session, record.patient_id, source, taken_at)
    restore_steps(session, source, closed_at=taken_at)
    return _changes(record, "The red flag stands again.")


@needs(Action.CARE)
def take_back_red_flag(
    session: Session, escalation_id: int, *, moment: Moment, rules: Rules
) -> Changes:
    """The inverse of keeping a red flag: the one just made is taken back, and says that it was."""
    return retract_red_flag(session, escalation_id, "undone at once", moment=moment, rules=rules)


def get_escalation(session: Session, escalation_id: int) -> EscalationRecord:
    """The record of a red flag; Missing when there is none."""
    record = session.get(EscalationRecord, escalation_id)
    if record is None:
        raise Missing("This red flag is no longer in the database.")
    return record


def _changes(record: EscalationRecord, sentence: str) -> Changes:
    return Changes(RAISED, frozenset({record.patient_id}), record.id, sentence)


def _id(record: EscalationRecord) -> int:
    if record.id is None:
        raise ValueError("the red flag has not been flushed")
    return record.id

"""Symptoms, risk factors and concerns: noted, corrected, gone; what they call for is proposed."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.domain.dates import day_shown
from careteam.domain.errors import Missing, Refused
from careteam.domain.findings import (
    NONE_KNOWN,
    FindingDraft,
    FindingEditDraft,
    check_finding,
    check_finding_edit,
)
from careteam.domain.moment import Moment
from careteam.domain.pathway import FindingList
from careteam.domain.rules import Rules
from careteam.domain.suggestions import SuggestionState
from careteam.storage.tables import FindingRecord, SuggestionRecord
from careteam.storage.writes.history import standing_of
from careteam.storage.writes.suggestions import Cause, propose

FINDING = frozenset({Part.PATHWAY})
WITH_SUGGESTIONS = FINDING | {Part.SUGGESTION}
CAUSE = "finding"


@needs(Action.CARE)
def note_finding(session: Session, draft: FindingDraft, *, moment: Moment, rules: Rules) -> Changes:
    """Note a symptom, risk factor or concern; symptoms and concerns may call for somebody.

    Refused while the same one stands. A first risk factor ends the entry that none is known.
    """
    draft = check_finding(draft, today=moment.today, rules=rules)
    standing_of(session, draft.patient_id)
    standing = _standing(session, draft.patient_id, draft.list)
    label = rules.catalogue.label(draft.list, draft.key)
    if any(one.key == draft.key for one in standing):
        raise Refused.at("key", "{label} is noted already.", label=label)
    if draft.key == NONE_KNOWN and standing:
        raise Refused.at("key", "A risk factor is noted; end it first.")
    for one in standing:
        if one.key == NONE_KNOWN:
            one.ended_on = moment.today
            session.add(one)
    record = FindingRecord(
        patient_id=draft.patient_id,
        list=draft.list,
        key=draft.key,
        since=draft.since,
        note=draft.note,
        made_at=moment.now,
        by_id=moment.by,
    )
    session.add(record)
    session.flush()
    _propose(session, record, label, moment, rules)
    return _told(record, WITH_SUGGESTIONS, f"{label} is noted.")


@needs(Action.CARE)
def save_finding(
    session: Session, draft: FindingEditDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Correct the days or the note of a finding, or say since when it is gone.

    Without a last day it stands again; refused then while the same one stands beside it.
    """
    record = _get(session, draft.finding_id)
    draft = check_finding_edit(draft, today=moment.today)
    label = rules.catalogue.label(record.list, record.key)
    if record.ended_on is not None and draft.ended_on is None:
        standing = _standing(session, record.patient_id, FindingList(record.list))
        if any(one.key == record.key for one in standing):
            raise Refused.at("ended_on", "{label} is noted again already.", label=label)
    record.since, record.ended_on, record.note = draft.since, draft.ended_on, draft.note
    session.add(record)
    session.flush()
    is_gone = draft.ended_on is not None
    return _told(record, FINDING, f"{label} is gone." if is_gone else f"{label} is saved.")


@needs(Action.CARE)
def withdraw_finding(session: Session, finding_id: int, *, moment: Moment, rules: Rules) -> Changes:
    """Take back a finding that was just entered, with what it proposed.

    Refused once somebody has decided on a suggestion that it gave cause for.
    """
    record = _get(session, finding_id)
    table = SuggestionRecord.__table__.c
    query = select(SuggestionRecord).where(
        table.patient_id == record.patient_id,
        table.source_kind == CAUSE,
        table.source_id == finding_id,
    )
    for suggestion in session.scalars(query):
        if suggestion.state != SuggestionState.OPEN:
            sentence = "What it called for is decided already; say since when it is gone instead."
            raise Refused.at("", sentence)
        session.delete(suggestion)
    session.delete(record)
    session.flush()
    label = rules.catalogue.label(record.list, record.key)
    return _told(record, WITH_SUGGESTIONS, f"{label} is taken back.")


def _propose(
    session: Session, record: FindingRecord, label: str, moment: Moment, rules: Rules
) -> None:
    if record.list == FindingList.RISK_FACTOR or record.id is None:
        return
    because = f"{label}, {day_shown(record.since or moment.today)}"
    cause = Cause(CAUSE, record.id, because)
    propose(session, record.patient_id, {record.key: True}, cause, moment=moment, rules=rules)


def _told(record: FindingRecord, parts: frozenset[Part], sentence: str) -> Changes:
    return Changes(parts, frozenset({record.patient_id}), record.id, sentence)


def _standing(session: Session, patient_id: int, kind: FindingList) -> Sequence[FindingRecord]:
    table = FindingRecord.__table__.c
    query = select(FindingRecord).where(
        table.patient_id == patient_id, table.list == kind, table.ended_on.is_(None)
    )
    return session.scalars(query).all()


def _get(session: Session, finding_id: int) -> FindingRecord:
    record = session.get(FindingRecord, finding_id)
    if record is None:
        raise Missing("This entry is no longer in the database.")
    return record

"""Work for a patient that was no contact: logged, amended, and retracted with a reason."""

from typing import Any

from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.domain.errors import Missing, Problem, Refused, Stale
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.domain.time_drafts import (
    TimeDraft,
    TimeRetractDraft,
    check_reason,
    check_reason_length,
    check_time,
)
from careteam.storage.faults import STALE
from careteam.storage.identifiers import new_external_id
from careteam.storage.tables import TimeEntryRecord, TimeEntryVersionRecord
from careteam.storage.writes.counted import counted, keep_locked, over_of
from careteam.storage.writes.history import standing_of

KEPT_BEFORE = ("program", "work", "activity", "minutes", "note")
TIME = frozenset({Part.TIME})


@needs(Action.CARE)
def log_time(session: Session, draft: TimeDraft, *, moment: Moment, rules: Rules) -> Changes:
    """Keep work that was done; Refused when the draft breaks a rule or its month is locked."""
    standing_of(session, draft.patient_id)
    values = _entered(draft, moment, rules)
    keep_locked(session, None, counted(values))
    record = TimeEntryRecord(
        external_id=new_external_id(),
        patient_id=draft.patient_id,
        entered_at=moment.now,
        by_id=moment.by,
        **values,
    )
    session.add(record)
    session.flush()
    return Changes(TIME, frozenset({draft.patient_id}), record.id, "The time is logged.")


@needs(Action.CARE)
def amend_time(
    session: Session,
    entry_id: int,
    draft: TimeDraft,
    reason: str = "",
    *,
    moment: Moment,
    rules: Rules,
) -> Changes:
    """Change an entry; what it said before stays readable with who changed it and why.

    Refused when it was retracted, or when what counts in a locked month would change.
    """
    record = get_entry(session, entry_id, draft.version)
    if record.retracted_at is not None:
        raise Refused.at("", "This entry was retracted and cannot be amended.")
    values = _entered(draft, moment, rules)
    keep_locked(session, counted(record.model_dump()), counted(values))
    _keep_version(session, record, reason, moment)
    for name, value in values.items():
        setattr(record, name, value)
    record.version += 1
    session.add(record)
    session.flush()
    summary = "The entry is amended; what it said before is kept."
    return Changes(TIME, frozenset({record.patient_id}), entry_id, summary)


@needs(Action.CARE)
def retract_time(
    session: Session, draft: TimeRetractDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Take an entry back with a reason; it stays readable and counts for nothing."""
    record = get_entry(session, draft.entry_id, draft.version)
    reason = check_reason(draft.reason, "Say why the entry is retracted, in a few words.")
    if record.retracted_at is not None:
        raise Refused.at("", "This entry was retracted already.")
    keep_locked(session, counted(record.model_dump()), None)
    record.retracted_at, record.retract_reason = moment.now, reason
    record.version += 1
    session.add(record)
    session.flush()
    return Changes(TIME, frozenset({record.patient_id}), record.id, "The entry is retracted.")


@needs(Action.CARE)
def take_back_time(session: Session, entry_id: int, *, moment: Moment, rules: Rules) -> Changes:
    """The inverse of logging: the entry just made is retracted, and says that it was."""
    draft = TimeRetractDraft(entry_id, "undone at once")
    return retract_time(session, draft, moment=moment, rules=rules)


def get_entry(session: Session, entry_id: int, version: int | None = None) -> TimeEntryRecord:
    """The record of an entry; Missing or Stale when it is not what was read."""
    record = session.get(TimeEntryRecord, entry_id)
    if record is None:
        raise Missing("This entry is no longer in the database.")
    if version is not None and record.version != version:
        raise Stale(STALE)
    return record


def _entered(draft: TimeDraft, moment: Moment, rules: Rules) -> dict[str, Any]:
    draft = check_time(draft, catalogue=rules.catalogue, time=rules.time, moment=moment)
    return {
        "program": draft.program,
        "work": draft.work,
        "activity": draft.activity,
        "minutes": draft.minutes,
        "minutes_over": over_of(draft.at, draft.minutes, moment),
        "at": draft.at,
        "day": moment.local(draft.at).date(),
        "zone": moment.zone,
        "note": draft.note,
    }


def _keep_version(session: Session, record: TimeEntryRecord, reason: str, moment: Moment) -> None:
    problems: list[Problem] = []
    kept_reason = check_reason_length(reason, problems)
    if problems:
        raise Refused(problems)
    body: dict[str, Any] = {name: getattr(record, name) for name in KEPT_BEFORE}
    body["at"] = record.at.isoformat()
    session.add(
        TimeEntryVersionRecord(
            time_entry_id=record.id or 0,
            version=record.version,
            body=body,
            replaced_at=moment.now,
            by_id=moment.by,
            reason=kept_reason,
        )
    )

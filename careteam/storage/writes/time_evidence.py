"""What must be on file before minutes count: consent, and the visit that begins a program."""

from dataclasses import replace

from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.domain.errors import Missing, Refused
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.domain.time_drafts import (
    ConsentDraft,
    VisitDraft,
    check_consent,
    check_reason,
    check_visit,
)
from careteam.storage.identifiers import new_external_id
from careteam.storage.tables import InitiatingVisitRecord, TimeConsentRecord
from careteam.storage.writes.assignments import get_person
from careteam.storage.writes.history import standing_of
from careteam.storage.writes.month_locks import refuse_locked_since
from careteam.storage.writes.renewals import plan_renewal

TIME = frozenset({Part.TIME})
CONSENT = TIME | {Part.FOLLOW_UP}
WHY = "Say why it is taken back, in a few words."
UNDONE = "undone at once"


@needs(Action.CARE)
def record_consent(
    session: Session, draft: ConsentDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Keep a consent, and plan when it is asked for again where it stands for a year.

    Refused where a locked month could rest on it.
    """
    draft = check_consent(draft, time=rules.time, today=moment.today)
    standing_of(session, draft.patient_id)
    refuse_locked_since(session, draft.on, "on")
    record = TimeConsentRecord(
        external_id=new_external_id(),
        patient_id=draft.patient_id,
        program=draft.program,
        on_day=draft.on,
        way=draft.way,
        given_by=draft.given_by,
        made_at=moment.now,
        by_id=moment.by,
    )
    session.add(record)
    session.flush()
    plan_renewal(session, draft.patient_id, draft.program, moment=moment, rules=rules)
    return Changes(CONSENT, frozenset({draft.patient_id}), record.id, "The consent is kept.")


@needs(Action.CARE)
def retract_consent(
    session: Session, consent_id: int, reason: str, *, moment: Moment, rules: Rules
) -> Changes:
    """Take a consent back that was entered by mistake; it stays readable and stands no longer."""
    record = session.get(TimeConsentRecord, consent_id)
    changes = _retract(session, record, reason, moment, "The consent is taken back.")
    if record is not None:
        plan_renewal(session, record.patient_id, record.program, moment=moment, rules=rules)
    return replace(changes, parts=CONSENT)


@needs(Action.CARE)
def take_back_consent(
    session: Session, consent_id: int, *, moment: Moment, rules: Rules
) -> Changes:
    """The inverse of keeping a consent: the one just made is taken back, and says that it was."""
    return retract_consent(session, consent_id, UNDONE, moment=moment, rules=rules)


@needs(Action.CARE)
def record_visit(session: Session, draft: VisitDraft, *, moment: Moment, rules: Rules) -> Changes:
    """Keep the visit that begins a program."""
    draft = check_visit(draft, catalogue=rules.catalogue, time=rules.time, today=moment.today)
    standing_of(session, draft.patient_id)
    if draft.practitioner_id is not None:
        get_person(session, draft.practitioner_id)
    refuse_locked_since(session, draft.on, "on")
    record = InitiatingVisitRecord(
        external_id=new_external_id(),
        patient_id=draft.patient_id,
        program=draft.program,
        on_day=draft.on,
        kind=draft.kind,
        practitioner_id=draft.practitioner_id,
        made_at=moment.now,
        by_id=moment.by,
    )
    session.add(record)
    session.flush()
    return Changes(TIME, frozenset({draft.patient_id}), record.id, "The visit is kept.")


@needs(Action.CARE)
def retract_visit(
    session: Session, visit_id: int, reason: str, *, moment: Moment, rules: Rules
) -> Changes:
    """Take a visit back that was entered by mistake; it stays readable and begins nothing."""
    record = session.get(InitiatingVisitRecord, visit_id)
    return _retract(session, record, reason, moment, "The visit is taken back.")


@needs(Action.CARE)
def take_back_visit(session: Session, visit_id: int, *, moment: Moment, rules: Rules) -> Changes:
    """The inverse of keeping a visit: the one just made is taken back, and says that it was."""
    return retract_visit(session, visit_id, UNDONE, moment=moment, rules=rules)


def _retract(
    session: Session,
    record: TimeConsentRecord | InitiatingVisitRecord | None,
    reason: str,
    moment: Moment,
    summary: str,
) -> Changes:
    if record is None:
        raise Missing("This is no longer in the database.")
    said = check_reason(reason, WHY)
    if record.retracted_at is not None:
        raise Refused.at("", "This was taken back already.")
    refuse_locked_since(session, record.on_day)
    record.retracted_at, record.retract_reason = moment.now, said
    session.add(record)
    session.flush()
    return Changes(TIME, frozenset({record.patient_id}), record.id, summary)

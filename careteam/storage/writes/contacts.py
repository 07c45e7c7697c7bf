"""Logging, amending and retracting contacts, and the due days that follow from them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.assignments import AssignmentState, Rank
from careteam.domain.changes import Changes, Part
from careteam.domain.contacts import (
    NO_CONTACT_MODE,
    ContactDraft,
    With,
    attempts_after,
    check,
    is_late,
)
from careteam.domain.dates import PartialDate
from careteam.domain.errors import Missing, Refused, Stale
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.domain.text import LINE_LENGTH, clean
from careteam.storage.faults import STALE
from careteam.storage.identifiers import new_external_id
from careteam.storage.tables import (
    AssignmentRecord,
    ContactRecord,
    ContactVersionRecord,
    PatientRecord,
    RelatedRecord,
)
from careteam.storage.writes.contact_steps import (
    cancel_steps,
    close_steps,
    reopen_steps,
    settle_step,
)
from careteam.storage.writes.course import attempts_before, refresh_course
from careteam.storage.writes.drafts import drop_draft
from careteam.storage.writes.patients import get_patient

KEPT_BEFORE = (
    "role", "person_id", "with_kind", "with_related_id", "with_person_id", "with_name", "mode",
    "direction", "outcome", "minutes", "reasons", "topics", "interventions", "note",
    "used_interpreter",
)  # fmt: skip
NEW_FORM, AMEND_FORM = "contact", "contact_amend"
"""The forms under which a contact half entered, or half amended, is kept."""
MOVED = frozenset({Part.CONTACT, Part.DUE, Part.FOLLOW_UP, Part.TEAM})


@dataclass(frozen=True, slots=True)
class RetractDraft:
    """The end of a contact that should not have been logged; the reason is kept with it."""

    contact_id: int
    reason: str
    version: int | None = None


def log_contact(session: Session, draft: ContactDraft, *, moment: Moment, rules: Rules) -> Changes:
    """Keep a contact, count the try, move the due day, and make the next step.

    Refused when the draft breaks a rule. An unreached try for a role that nobody holds puts the
    patient back on the list as a follow-up.
    """
    patient = get_patient(session, draft.patient_id)
    draft = check(draft, catalogue=rules.catalogue, moment=moment, born=_born(patient))
    record = ContactRecord(
        external_id=new_external_id(),
        patient_id=draft.patient_id,
        role=draft.role,
        mode=draft.mode,
        outcome=draft.outcome,
        is_reached=False,
        at=draft.at,
        day=moment.local(draft.at).date(),
        entered_at=moment.now,
        by_id=moment.by,
    )
    assignment = _fill(session, record, draft, moment, rules)
    session.add(record)
    session.flush()
    if assignment is not None:
        assignment.last_contact_id = record.id
    _move_due_days(session, draft.patient_id, draft.role, rules)
    settle_step(session, record, patient, draft.next_step, moment, rules)
    close_steps(session, record, draft.closes_follow_ups, moment, rules)
    return Changes(MOVED, frozenset({draft.patient_id}), record.id, "Contact saved.")


def log_kept_contact(
    session: Session, draft: ContactDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Log a contact and let go of the draft kept for it, both or neither."""
    changes = log_contact(session, draft, moment=moment, rules=rules)
    drop_draft(session, NEW_FORM, draft.patient_id, moment=moment, rules=rules)
    return changes


def amend_contact(
    session: Session,
    contact_id: int,
    draft: ContactDraft,
    reason: str = "",
    *,
    moment: Moment,
    rules: Rules,
) -> Changes:
    """Change a contact; what it said before stays readable with who changed it and why.

    The draft is the whole truth, its next step too: none takes an open one back. Stale when
    somebody else amended it since it was read; Refused when it was retracted.
    """
    record = get_contact(session, contact_id, draft.version)
    if record.retracted_at is not None:
        raise Refused.at("", "This contact was retracted and cannot be amended.")
    patient = get_patient(session, record.patient_id)
    draft = check(draft, catalogue=rules.catalogue, moment=moment, born=_born(patient))
    _keep_version(session, record, reason, moment)
    old_role = record.role
    record.role, record.mode, record.outcome = draft.role, draft.mode, draft.outcome
    record.at, record.day = draft.at, moment.local(draft.at).date()
    _fill(session, record, draft, moment, rules)
    record.version += 1
    session.add(record)
    session.flush()
    for role in {old_role, draft.role}:
        _move_due_days(session, record.patient_id, role, rules)
    settle_step(session, record, patient, draft.next_step, moment, rules)
    close_steps(session, record, draft.closes_follow_ups, moment, rules)
    summary = "Contact amended; the text before is kept."
    return Changes(MOVED, frozenset({record.patient_id}), contact_id, summary)


def amend_kept_contact(
    session: Session,
    contact_id: int,
    draft: ContactDraft,
    reason: str = "",
    *,
    moment: Moment,
    rules: Rules,
) -> Changes:
    """Amend a contact and let go of the draft kept for it, both or neither."""
    changes = amend_contact(session, contact_id, draft, reason, moment=moment, rules=rules)
    drop_draft(session, AMEND_FORM, draft.patient_id, moment=moment, rules=rules)
    return changes


def retract_contact(
    session: Session, draft: RetractDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Take a contact back with a reason; it stays readable and counts for nothing.

    Its open next steps are cancelled with it, and those it had closed are open again.
    """
    record = get_contact(session, draft.contact_id, draft.version)
    reason = clean(draft.reason)
    if not reason:
        raise Refused.at("reason", "Say why the contact is retracted, in a few words.")
    if len(reason) > LINE_LENGTH:
        raise Refused.at("reason", "This is too long; at most 500 characters fit.")
    if record.retracted_at is not None:
        raise Refused.at("", "This contact was retracted already.")
    record.retracted_at, record.retract_reason = moment.now, reason
    record.version += 1
    session.add(record)
    cancel_steps(session, record, reason, moment)
    reopen_steps(session, record, moment, rules)
    session.flush()
    _move_due_days(session, record.patient_id, record.role, rules)
    return Changes(MOVED, frozenset({record.patient_id}), record.id, "Contact retracted.")


def take_back_contact(
    session: Session, contact_id: int, *, moment: Moment, rules: Rules
) -> Changes:
    """The inverse of logging: the contact just made is retracted, and says that it was."""
    draft = RetractDraft(contact_id, "undone at once")
    return retract_contact(session, draft, moment=moment, rules=rules)


def get_contact(session: Session, contact_id: int, version: int | None = None) -> ContactRecord:
    """The record of a contact; Missing or Stale when it is not what was read."""
    record = session.get(ContactRecord, contact_id)
    if record is None:
        raise Missing("This contact is no longer in the database.")
    if version is not None and record.version != version:
        raise Stale(STALE)
    return record


def _fill(
    session: Session, record: ContactRecord, draft: ContactDraft, moment: Moment, rules: Rules
) -> AssignmentRecord | None:
    _check_caregiver(session, draft)
    is_contact = draft.mode != NO_CONTACT_MODE
    record.zone = moment.zone
    record.is_late_entry = is_late(draft.at, record.entered_at)
    record.person_id = draft.person_id
    record.with_kind = draft.with_kind
    record.with_related_id = draft.with_ref if draft.with_kind is With.CAREGIVER else None
    record.with_person_id = draft.with_ref if draft.with_kind is With.TEAM_MEMBER else None
    record.with_name = draft.with_name
    record.direction = draft.direction
    record.is_reached = is_contact and rules.catalogue.outcomes[draft.outcome].is_reached
    record.minutes = draft.minutes
    record.reasons = list(draft.reasons)
    record.topics = list(draft.topics)
    record.interventions = list(draft.interventions)
    record.note = draft.note
    record.used_interpreter = draft.used_interpreter
    before = attempts_before(session, record) if is_contact and not record.is_reached else 0
    is_try = is_contact and not record.is_reached
    record.attempt = attempts_after(before, is_reached=not is_try)
    assignment = _assignment_for(session, draft)
    record.assignment_id = assignment.id if assignment else None
    return assignment


def _check_caregiver(session: Session, draft: ContactDraft) -> None:
    if draft.with_kind is not With.CAREGIVER or draft.with_ref is None:
        return
    related = session.get(RelatedRecord, draft.with_ref)
    if related is None or related.patient_id != draft.patient_id:
        raise Refused.at("with_ref", "This caregiver is not one of the patient's; choose again.")


def _assignment_for(session: Session, draft: ContactDraft) -> AssignmentRecord | None:
    table = AssignmentRecord.__table__.c
    open_ones = session.scalars(
        select(AssignmentRecord)
        .where(
            table.patient_id == draft.patient_id,
            table.role == draft.role,
            table.state != AssignmentState.ENDED,
        )
        .order_by(table.rank == Rank.BACKUP, table.starts_on.desc())
    ).all()
    exact = [row for row in open_ones if row.person_id == draft.person_id]
    if exact:
        return exact[0]
    return open_ones[0] if open_ones and draft.person_id is None else None


def _move_due_days(session: Session, patient_id: int, role: str, rules: Rules) -> None:
    table = AssignmentRecord.__table__.c
    rows = session.scalars(
        select(AssignmentRecord).where(
            table.patient_id == patient_id,
            table.role == role,
            table.state != AssignmentState.ENDED,
        )
    ).all()
    for row in rows:
        row.snoozed_until = None
        refresh_course(session, row, rules)
        session.add(row)
    session.flush()


def _keep_version(session: Session, record: ContactRecord, reason: str, moment: Moment) -> None:
    kept_reason = clean(reason)
    if len(kept_reason) > LINE_LENGTH:
        raise Refused.at("reason", "This is too long; at most 500 characters fit.")
    body: dict[str, Any] = {name: getattr(record, name) for name in KEPT_BEFORE}
    body["at"] = record.at.isoformat()
    session.add(
        ContactVersionRecord(
            contact_id=_id(record),
            version=record.version,
            body=body,
            replaced_at=moment.now,
            by_id=moment.by,
            reason=kept_reason,
        )
    )


def _born(patient: PatientRecord) -> date | None:
    return PartialDate.from_iso(patient.birth_date).first_day if patient.birth_date else None


def _id(record: ContactRecord) -> int:
    if record.id is None:
        raise ValueError("the contact has not been flushed")
    return record.id

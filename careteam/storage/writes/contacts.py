"""Logging, amending and retracting contacts, and the due days that follow from them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.domain.contacts import ContactDraft, check
from careteam.domain.dates import PartialDate
from careteam.domain.errors import Missing, Refused, Stale
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.domain.text import LINE_LENGTH, clean
from careteam.storage.faults import STALE
from careteam.storage.identifiers import new_external_id
from careteam.storage.tables import ContactRecord, ContactVersionRecord
from careteam.storage.writes.contact_entry import entered, keep_contact
from careteam.storage.writes.contact_steps import (
    cancel_steps,
    close_steps,
    plan_step,
    reopen_steps,
    settle_step,
)
from careteam.storage.writes.counted import counted, keep_locked
from careteam.storage.writes.course import move_due_days
from careteam.storage.writes.drafts import drop_draft
from careteam.storage.writes.history import role_of

KEPT_BEFORE = (
    "role", "person_id", "with_kind", "with_related_id", "with_person_id", "with_name", "mode",
    "direction", "outcome", "minutes", "reasons", "topics", "interventions", "note",
    "used_interpreter", "program", "activity",
)  # fmt: skip
NEW_FORM, AMEND_FORM = "contact", "contact_amend"
"""The forms under which a contact half entered, or half amended, is kept."""
MOVED = frozenset({Part.CONTACT, Part.TIME, Part.DUE, Part.FOLLOW_UP, Part.TEAM})


@dataclass(frozen=True, slots=True)
class RetractDraft:
    """The end of a contact that should not have been logged; the reason is kept with it."""

    contact_id: int
    reason: str
    version: int | None = None


@needs(Action.CARE)
def log_contact(session: Session, draft: ContactDraft, *, moment: Moment, rules: Rules) -> Changes:
    """Keep a contact, count the try, move the due day, and make the next step.

    Refused when the draft breaks a rule, or counts in a month that is locked. An unreached try
    for a role that nobody holds puts the patient back on the list as a follow-up.
    """
    patient, holders = role_of(session, draft.patient_id, draft.role)
    draft = check(draft, catalogue=rules.catalogue, moment=moment, born=_born(patient))
    values = {
        "external_id": new_external_id(),
        "patient_id": draft.patient_id,
        "by_id": moment.by,
        "entered_at": moment.now,
        **entered(session, draft, holders, moment.now, moment=moment, rules=rules),
    }
    if draft.program:
        keep_locked(session, None, counted(values))
    values["id"] = contact_id = keep_contact(session, values)
    move_due_days(session, patient, draft.role, holders, rules, logged=values)
    plan_step(session, contact_id, values, draft.next_step, (patient, holders), moment, rules)
    close_steps(session, contact_id, draft.patient_id, draft.closes_follow_ups, moment, rules)
    return Changes(MOVED, frozenset({draft.patient_id}), contact_id, "Contact saved.")


@needs(Action.CARE)
def log_kept_contact(
    session: Session, draft: ContactDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Log a contact and let go of the draft kept for it, both or neither."""
    changes = log_contact(session, draft, moment=moment, rules=rules)
    drop_draft(session, NEW_FORM, draft.patient_id, moment=moment, rules=rules)
    return changes


@needs(Action.CARE)
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
    somebody else amended it since it was read; Refused when it was retracted, or when what counts
    in a locked month would change.
    """
    record = get_contact(session, contact_id)
    if record.retracted_at is not None:
        raise Refused.at("", "This contact was retracted and cannot be amended.")
    get_contact(session, contact_id, draft.version)
    patient, holders = role_of(session, record.patient_id, draft.role)
    draft = check(draft, catalogue=rules.catalogue, moment=moment, born=_born(patient))
    values = entered(
        session, draft, holders, record.entered_at, moment=moment, rules=rules, amends=contact_id
    )
    keep_locked(session, counted(record.model_dump()), counted(values))
    _keep_version(session, record, reason, moment)
    old_role = record.role
    for name, value in values.items():
        setattr(record, name, value)
    record.version += 1
    session.add(record)
    session.flush()
    for role in {old_role, draft.role}:
        _move(session, record.patient_id, role, rules)
    settle_step(session, record, draft.next_step, moment, rules)
    patient_id = record.patient_id
    close_steps(session, contact_id, patient_id, draft.closes_follow_ups, moment, rules)
    summary = "Contact amended; the text before is kept."
    return Changes(MOVED, frozenset({patient_id}), contact_id, summary)


@needs(Action.CARE)
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


@needs(Action.CARE)
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
    keep_locked(session, counted(record.model_dump()), None)
    record.retracted_at, record.retract_reason = moment.now, reason
    record.version += 1
    session.add(record)
    cancel_steps(session, record, reason, moment)
    reopen_steps(session, record, moment, rules)
    session.flush()
    _move(session, record.patient_id, record.role, rules)
    return Changes(MOVED, frozenset({record.patient_id}), record.id, "Contact retracted.")


@needs(Action.CARE)
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


def _move(session: Session, patient_id: int, role: str, rules: Rules) -> None:
    patient, holders = role_of(session, patient_id, role)
    move_due_days(session, patient, role, holders, rules)


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


def _born(patient: Any) -> date | None:
    return PartialDate.from_iso(patient.birth_date).first_day if patient.birth_date else None


def _id(record: ContactRecord) -> int:
    if record.id is None:
        raise ValueError("the contact has not been flushed")
    return record.id

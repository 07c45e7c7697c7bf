"""Logging, amending and retracting contacts, and the due days that follow from them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session

from careteam.domain.assignments import AssignmentState, Rank
from careteam.domain.changes import Changes, Part
from careteam.domain.contacts import (
    ContactDraft,
    NextStep,
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
    FollowUpRecord,
    PatientRecord,
)
from careteam.storage.writes.course import history_of, refresh_course
from careteam.storage.writes.follow_ups import add_follow_up, close_follow_up
from careteam.storage.writes.patients import get_patient

KEPT_BEFORE = (
    "role", "person_id", "with_kind", "with_related_id", "with_person_id", "with_name", "mode",
    "direction", "outcome", "minutes", "reasons", "topics", "interventions", "note",
    "used_interpreter",
)  # fmt: skip


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
        zone=moment.zone,
        is_late_entry=is_late(draft.at, moment.now),
        entered_at=moment.now,
        by_id=moment.by,
    )
    before = history_of(session, draft.patient_id, draft.role, rules)
    _fill(record, draft, rules)
    record.attempt = attempts_after(before.attempts, is_reached=record.is_reached)
    assignment = _assignment_for(session, draft)
    record.assignment_id = assignment.id if assignment else None
    session.add(record)
    session.flush()
    contact_id = _id(record)
    if assignment is not None:
        assignment.last_contact_id = contact_id
    _move_due_days(session, draft.patient_id, draft.role, rules)
    _next_step(session, record, draft, assignment, moment, rules)
    if draft.closes_follow_up is not None:
        close_follow_up(
            session, draft.closes_follow_up, contact_id=contact_id, moment=moment, rules=rules
        )
    return Changes(
        frozenset({Part.CONTACT, Part.DUE, Part.FOLLOW_UP, Part.TEAM}),
        frozenset({draft.patient_id}),
        contact_id,
        "Contact saved.",
    )


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

    Stale when somebody else amended it since it was read; Refused when it was retracted.
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
    _fill(record, draft, rules)
    record.version += 1
    session.add(record)
    session.flush()
    for role in {old_role, draft.role}:
        _move_due_days(session, record.patient_id, role, rules)
    return Changes(
        frozenset({Part.CONTACT, Part.DUE, Part.TEAM}),
        frozenset({record.patient_id}),
        contact_id,
        "Contact amended; the text before is kept.",
    )


def retract_contact(
    session: Session, draft: RetractDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Take a contact back with a reason; it stays readable and counts for nothing.

    Its open next steps are cancelled with it.
    """
    record = get_contact(session, draft.contact_id, draft.version)
    reason = clean(draft.reason)[:LINE_LENGTH]
    if not reason:
        raise Refused.at("reason", "Say why the contact is retracted, in a few words.")
    if record.retracted_at is not None:
        raise Refused.at("", "This contact was retracted already.")
    record.retracted_at, record.retract_reason = moment.now, reason
    record.version += 1
    session.add(record)
    for step in _open_steps(session, draft.contact_id):
        step.state, step.closed_at, step.close_note = "cancelled", moment.now, reason
        session.add(step)
    session.flush()
    _move_due_days(session, record.patient_id, record.role, rules)
    return Changes(
        frozenset({Part.CONTACT, Part.DUE, Part.TEAM, Part.FOLLOW_UP}),
        frozenset({record.patient_id}),
        record.id,
        "Contact retracted.",
    )


def get_contact(session: Session, contact_id: int, version: int | None = None) -> ContactRecord:
    """The record of a contact; Missing or Stale when it is not what was read."""
    record = session.get(ContactRecord, contact_id)
    if record is None:
        raise Missing("This contact is no longer in the database.")
    if version is not None and record.version != version:
        raise Stale(STALE)
    return record


def _fill(record: ContactRecord, draft: ContactDraft, rules: Rules) -> None:
    record.person_id = draft.person_id
    record.with_kind = draft.with_kind
    record.with_related_id = draft.with_ref if draft.with_kind is With.CAREGIVER else None
    record.with_person_id = draft.with_ref if draft.with_kind is With.TEAM_MEMBER else None
    record.with_name = draft.with_name
    record.direction = draft.direction
    record.is_reached = rules.catalogue.outcomes[draft.outcome].is_reached
    record.minutes = draft.minutes
    record.reasons = list(draft.reasons)
    record.topics = list(draft.topics)
    record.interventions = list(draft.interventions)
    record.note = draft.note
    record.used_interpreter = draft.used_interpreter


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


def _next_step(
    session: Session,
    record: ContactRecord,
    draft: ContactDraft,
    assignment: AssignmentRecord | None,
    moment: Moment,
    rules: Rules,
) -> None:
    if draft.next_step is not None:
        add_follow_up(
            session, draft.patient_id, draft.next_step, contact_id=_id(record), moment=moment,
            rules=rules,
        )  # fmt: skip
        return
    retry_days = rules.catalogue.outcomes[draft.outcome].retry_days
    if assignment is None and retry_days and not _is_held(session, draft):
        label = rules.catalogue.role_label(draft.role)
        due_on = rules.calendar.add(moment.today, retry_days)
        step = NextStep(f"{label}: try again", due_on, owner_role=draft.role)
        add_follow_up(
            session, draft.patient_id, step, contact_id=_id(record), moment=moment, rules=rules
        )


def _is_held(session: Session, draft: ContactDraft) -> bool:
    table = AssignmentRecord.__table__.c
    count = session.scalar(
        select(func.count()).where(
            table.patient_id == draft.patient_id,
            table.role == draft.role,
            table.state == AssignmentState.ACTIVE,
        )
    )
    return bool(count)


def _keep_version(session: Session, record: ContactRecord, reason: str, moment: Moment) -> None:
    body: dict[str, Any] = {name: getattr(record, name) for name in KEPT_BEFORE}
    body["at"] = record.at.isoformat()
    session.add(
        ContactVersionRecord(
            contact_id=_id(record),
            version=record.version,
            body=body,
            replaced_at=moment.now,
            by_id=moment.by,
            reason=clean(reason)[:LINE_LENGTH],
        )
    )


def _open_steps(session: Session, contact_id: int) -> list[FollowUpRecord]:
    table = FollowUpRecord.__table__.c
    return list(
        session.scalars(
            select(FollowUpRecord).where(table.contact_id == contact_id, table.state == "open")
        )
    )


def _born(patient: PatientRecord) -> date | None:
    return PartialDate.from_iso(patient.birth_date).first_day if patient.birth_date else None


def _id(record: ContactRecord) -> int:
    if record.id is None:
        raise ValueError("the contact has not been flushed")
    return record.id

"""Why a patient is on the list: the rule behind an assignment or a next step that is due."""

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Row, select
from sqlmodel import Session

from careteam.domain.clinical_rules import Cadence, Event
from careteam.domain.contacts import NO_CONTACT_MODE
from careteam.domain.dates import day_short
from careteam.domain.due import Course, DueKind, due_of
from careteam.domain.errors import Missing
from careteam.domain.reasons import (
    Grade,
    Reason,
    RuleLink,
    reason_of_course,
    reason_of_step,
)
from careteam.domain.rules import Rules
from careteam.storage.tables import (
    AssignmentRecord,
    ConferenceRecord,
    ContactRecord,
    FollowUpRecord,
    HolidayRecord,
    MilestoneRecord,
    PatientRecord,
    PhasePeriodRecord,
    ReferralRecord,
    ScreeningRecord,
    SnoozeRecord,
    StayRecord,
    TimeConsentRecord,
    TreatmentRecord,
)

GONE = "This is no longer on the list. Look at the list again."

_DAYS: dict[str, Any] = {
    "stay": StayRecord.__table__.c.discharged_on,
    "phase_period": PhasePeriodRecord.__table__.c.started_on,
    "screening": ScreeningRecord.__table__.c.on_day,
    "referral": ReferralRecord.__table__.c.state_on,
    "milestone": MilestoneRecord.__table__.c.planned_on,
    "treatment": TreatmentRecord.__table__.c.started_on,
    "contact": ContactRecord.__table__.c.day,
    "conference": ConferenceRecord.__table__.c.on_day,
    "time_consent": TimeConsentRecord.__table__.c.on_day,
}
_OTHER_DAYS: dict[tuple[str, Event], Any] = {
    ("stay", Event.EMERGENCY_VISIT): StayRecord.__table__.c.admitted_on,
    ("phase_period", Event.PHASE_END): PhasePeriodRecord.__table__.c.ended_on,
    ("referral", Event.REFERRAL_URGENT): ReferralRecord.__table__.c.requested_on,
    ("referral", Event.REFERRAL_REQUESTED): ReferralRecord.__table__.c.requested_on,
}
"""On which day of a row an event took place."""


def why_due(session: Session, kind: str, ref: int, *, today: date, rules: Rules) -> Reason:
    """The reason of an `assignment` or a `follow_up` that is due; Missing when it is gone."""
    names = _holiday_names(session)
    if kind == "follow_up":
        return _why_step(session, ref, names, today, rules)
    return _why_assignment(session, ref, names, today, rules)


def why_to_fill(session: Session, patient_id: int, *, rules: Rules) -> Reason:
    """Why roles of a patient are to be filled: the phase asks for them."""
    phase = session.execute(select(_patient.phase).where(_patient.id == patient_id)).scalar() or ""
    label = rules.catalogue.phase_label(phase)
    rule = f"{label} asks for the roles that nobody holds yet"
    return Reason(rule, "Proposed", Grade.PROPOSED, link=RuleLink("phases", phase))


_patient, _assignment = PatientRecord.__table__.c, AssignmentRecord.__table__.c
_step, _snooze = FollowUpRecord.__table__.c, SnoozeRecord.__table__.c


def _why_assignment(
    session: Session, ref: int, names: dict[date, str], today: date, rules: Rules
) -> Reason:
    query = (
        select(
            _assignment.role,
            _patient.phase,
            _assignment.starts_on,
            _patient.phase_since,
            _assignment.reached_on,
            _assignment.tried_on,
            _assignment.retry_days,
            _assignment.attempts,
            _assignment.snoozed_until,
            _assignment.known_since,
            _assignment.due_kind,
            _assignment.patient_id,
        )
        .join(PatientRecord.__table__, _patient.id == _assignment.patient_id)
        .where(_assignment.id == ref)
    )
    row = session.execute(query).one_or_none()
    if row is None:
        raise Missing(GONE)
    course = Course(*row[:-2])
    kind = DueKind(row.due_kind)
    if kind is DueKind.RETRY:
        reason = reason_of_course(kind, course, rules, names, today)
        outcome = _last_outcome(session, row.patient_id, row.role)
        return replace(reason, link=RuleLink("contacts", outcome))
    if kind is not DueKind.SNOOZED:
        return reason_of_course(kind, course, rules, names, today)
    awake = replace(course, snoozed_until=None)
    reason = reason_of_course(due_of(awake, rules).kind, awake, rules, names, today)
    is_this = (_snooze.assignment_id == ref) & (_snooze.until == row.snoozed_until)
    return _put_off(session, row.patient_id, is_this, reason, today, rules)


def _last_outcome(session: Session, patient_id: int, role: str) -> str:
    """How the last try of a role ended: its outcome says when the next one is."""
    contact = ContactRecord.__table__.c
    query = (
        select(contact.outcome)
        .where(
            contact.patient_id == patient_id,
            contact.role == role,
            contact.retracted_at.is_(None),
            contact.mode != NO_CONTACT_MODE,
        )
        .order_by(contact.at.desc(), contact.id.desc())
        .limit(1)
    )
    return session.execute(query).scalar() or ""


def _why_step(
    session: Session, ref: int, names: dict[date, str], today: date, rules: Rules
) -> Reason:
    columns = (_step.rule, _step.source_kind, _step.source_id, _step.patient_id, _step.due_on)
    row = session.execute(select(*columns).where(_step.id == ref)).one_or_none()
    if row is None:
        raise Missing(GONE)
    rule = rules.clinical.cadence.get(row.rule)
    on = _event_day(session, row, rule) if rule else None
    reason = reason_of_step(rule, on, rules, names, today, row.source_kind)
    is_this = (_snooze.follow_up_id == ref) & (_snooze.until == row.due_on)
    return _put_off(session, row.patient_id, is_this, reason, today, rules)


def _event_day(session: Session, row: Row[Any], rule: Cadence) -> date | None:
    day = _OTHER_DAYS.get((row.source_kind, rule.event), _DAYS.get(row.source_kind))
    if day is None:
        return None
    return session.execute(select(day).where(day.table.c.id == row.source_id)).scalar()


def _put_off(
    session: Session, patient_id: int, is_this: Any, reason: Reason, today: date, rules: Rules
) -> Reason:
    last = (
        select(_snooze.was_due_on, _snooze.until, _snooze.reason)
        .where(_snooze.patient_id == patient_id, is_this)
        .order_by(_snooze.id.desc())
        .limit(1)
    )
    row = session.execute(last).one_or_none()
    if row is None:
        return reason
    why = rules.catalogue.label("snooze_reason", row.reason)
    was, until = day_short(row.was_due_on, today), day_short(row.until, today)
    return replace(reason, also=(*reason.also, f"Put off from {was} until {until}: {why}."))


def _holiday_names(session: Session) -> dict[date, str]:
    table = HolidayRecord.__table__.c
    return {row.day: row.name for row in session.execute(select(table.day, table.name))}

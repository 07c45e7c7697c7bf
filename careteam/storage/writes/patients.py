"""Registering patients, editing them, and moving them between phases and states."""

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.domain.errors import Missing, Refused, Stale
from careteam.domain.moment import Moment
from careteam.domain.patients import (
    Address,
    PatientDraft,
    Status,
    StatusDraft,
    check,
    check_status,
)
from careteam.domain.rules import Rules
from careteam.domain.text import display_name, fold
from careteam.storage.faults import STALE
from careteam.storage.identifiers import new_external_id
from careteam.storage.search import search_key
from careteam.storage.tables import PatientRecord, PhasePeriodRecord, StatusPeriodRecord
from careteam.storage.writes.board import refresh_board
from careteam.storage.writes.course import refresh_patient
from careteam.storage.writes.follow_ups import DUE
from careteam.storage.writes.patient_parts import write_parts
from careteam.storage.writes.phase_events import follow_phase, take_back_phase_events
from careteam.storage.writes.phases import PhaseDraft, move_phase, phase_periods, set_pathway

IN_PHASE = frozenset({Part.PATIENT, Part.TEAM, Part.PHASE, Part.PATHWAY, Part.SUGGESTION, *DUE})
_TOLD = {
    Status.ACTIVE: "is active again",
    Status.DECEASED: "is recorded as deceased",
    Status.TRANSFERRED: "is recorded as transferred",
    Status.DECLINED: "is recorded as having declined navigation",
    Status.CLOSED: "is closed",
}


@needs(Action.CARE)
def register_patient(
    session: Session, draft: PatientDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Bring a patient in; the role board of the phase stands at once.

    Refused when the draft breaks a rule or the MRN is taken.
    """
    draft = check(draft, catalogue=rules.catalogue, today=moment.today)
    _refuse_taken_mrn(session, draft.mrn, None)
    patient = PatientRecord(
        external_id=new_external_id(),
        mrn=draft.mrn,
        family=draft.family,
        given=draft.given,
        status_on=moment.today,
        created_at=moment.now,
        updated_at=moment.now,
    )
    _fill(patient, draft)
    patient.phase, patient.phase_since = draft.phase, draft.phase_since
    session.add(patient)
    session.flush()
    patient_id = id_of(patient)
    write_parts(session, patient_id, draft, moment.today)
    if draft.phase and draft.phase_since:
        session.add(
            PhasePeriodRecord(
                patient_id=patient_id, phase=draft.phase, started_on=draft.phase_since
            )
        )
    session.add(
        StatusPeriodRecord(
            patient_id=patient_id,
            status=Status.ACTIVE,
            on_day=moment.today,
            recorded_at=moment.now,
            by_id=moment.by,
        )
    )
    refresh_board(session, patient, rules, moment.today)
    follow_phase(session, patient_id, moment=moment, rules=rules)
    name = display_name(patient.family, patient.given)
    return Changes(
        IN_PHASE,
        frozenset({patient_id}),
        patient_id,
        f"{name} is registered.",
    )


@needs(Action.CARE)
def amend_patient(
    session: Session, patient_id: int, draft: PatientDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Change what is known of a patient; Stale when somebody else did so since it was read.

    Another phase follows the one that stood, from its first day on, and both stay in the history.
    """
    patient = get_patient(session, patient_id)
    if draft.version is not None and draft.version != patient.version:
        raise Stale(STALE)
    draft = check(draft, catalogue=rules.catalogue, today=moment.today)
    _refuse_taken_mrn(session, draft.mrn, patient_id)
    _fill(patient, draft)
    is_moved = bool(draft.phase and draft.phase_since) and (
        (draft.phase, draft.phase_since) != (patient.phase, patient.phase_since)
    )
    if is_moved and draft.phase_since:
        move_phase(
            session, patient, PhaseDraft(patient_id, draft.phase, draft.phase_since), "phase_since"
        )
    patient.updated_at = moment.now
    patient.version += 1
    session.add(patient)
    session.flush()
    write_parts(session, patient_id, draft, moment.today)
    refresh_board(session, patient, rules, moment.today)
    refresh_patient(session, patient_id, rules)
    if is_moved:
        follow_phase(session, patient_id, moment=moment, rules=rules)
    return Changes(
        IN_PHASE,
        frozenset({patient_id}),
        patient_id,
        f"{display_name(patient.family, patient.given)} is saved.",
    )


@needs(Action.CARE)
def change_phase(session: Session, draft: PhaseDraft, *, moment: Moment, rules: Rules) -> Changes:
    """Move a patient to a phase from a day on; the board and every due day follow.

    The rules plan steps for the phase that begins and the one that ends, and the phase proposes
    its tests. Refused for a day in the future or before the current phase began, for an unknown
    phase or pathway.
    """
    patient = get_patient(session, draft.patient_id)
    if draft.phase not in rules.catalogue.phases:
        raise Refused.at("phase", "{code} is not in the clinic's list.", code=draft.phase[:60])
    if draft.on > moment.today:
        raise Refused.at("on", "The phase cannot start in the future.")
    move_phase(session, patient, draft)
    if draft.pathway is not None:
        set_pathway(session, draft.patient_id, draft.pathway, rules)
    label = rules.catalogue.phase_label(draft.phase)
    changes = _phase_changed(session, patient, f"is now in {label}", moment, rules)
    follow_phase(session, draft.patient_id, moment=moment, rules=rules)
    return changes


@needs(Action.CARE)
def take_back_phase(
    session: Session,
    patient_id: int,
    pathway: str | None = None,
    *,
    moment: Moment,
    rules: Rules,
) -> Changes:
    """The inverse of a change of phase: the phase before it stands again, as if never left.

    `pathway` is the one that stood before, where another one was chosen with the phase.
    """
    patient = get_patient(session, patient_id)
    periods = phase_periods(session, patient_id)
    if not periods:
        raise Missing("This patient is in no phase that could be taken back.")
    gone = periods.pop()
    before = periods[-1] if periods else None
    take_back_phase_events(session, gone, before, moment=moment, rules=rules)
    session.delete(gone)
    session.flush()
    if pathway is not None:
        set_pathway(session, patient_id, pathway, rules)
    patient.phase, patient.phase_since = "", None
    if periods:
        stands = periods[-1]
        stands.ended_on = None
        session.add(stands)
        patient.phase, patient.phase_since = stands.phase, stands.started_on
    label = rules.catalogue.phase_label(patient.phase) if patient.phase else "no phase"
    return _phase_changed(session, patient, f"is in {label} again", moment, rules)


@needs(Action.CARE)
def set_status(
    session: Session, patient_id: int, draft: StatusDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Record that a patient died, was transferred, declined, was closed, or is active again.

    The team stays on record; nothing of a patient who is not active is ever due.
    """
    draft = check_status(draft, today=moment.today)
    patient = get_patient(session, patient_id)
    patient.status = draft.status
    patient.status_on = draft.on
    patient.status_reason = draft.reason
    patient.updated_at = moment.now
    patient.version += 1
    session.add(patient)
    session.add(
        StatusPeriodRecord(
            patient_id=patient_id,
            status=draft.status,
            on_day=draft.on,
            reason=draft.reason,
            recorded_at=moment.now,
            by_id=moment.by,
        )
    )
    session.flush()
    refresh_patient(session, patient_id, rules)
    return Changes(
        frozenset({Part.PATIENT, Part.DUE, Part.TEAM}),
        frozenset({patient_id}),
        patient_id,
        f"{display_name(patient.family, patient.given)} {_TOLD[draft.status]}.",
    )


def _phase_changed(
    session: Session, patient: PatientRecord, told: str, moment: Moment, rules: Rules
) -> Changes:
    patient.updated_at = moment.now
    patient.version += 1
    session.add(patient)
    session.flush()
    patient_id = id_of(patient)
    refresh_board(session, patient, rules, moment.today)
    refresh_patient(session, patient_id, rules)
    return Changes(
        IN_PHASE,
        frozenset({patient_id}),
        patient_id,
        f"{display_name(patient.family, patient.given)} {told}.",
    )


def get_patient(session: Session, patient_id: int) -> PatientRecord:
    """The record of a patient; Missing when there is none."""
    patient = session.get(PatientRecord, patient_id)
    if patient is None:
        raise Missing("This patient is no longer in the database. Look for them again.")
    return patient


def id_of(record: PatientRecord) -> int:
    """The number of a record that has been flushed."""
    if record.id is None:
        raise ValueError("the record has not been flushed")
    return record.id


def _refuse_taken_mrn(session: Session, mrn: str, patient_id: int | None) -> None:
    table = PatientRecord.__table__.c
    query = select(table.id, table.family, table.given).where(table.mrn == mrn)
    found = session.execute(query).first()
    if found is not None and found.id != patient_id:
        raise Refused.at(
            "mrn",
            "{name} has this MRN already.",
            name=display_name(found.family, found.given),
        )


def _fill(patient: PatientRecord, draft: PatientDraft) -> None:
    address: Address = draft.address
    values = {
        "mrn": draft.mrn,
        "family": draft.family,
        "given": draft.given,
        "title": draft.title,
        "preferred": draft.preferred,
        "birth_date": str(draft.birth_date or ""),
        "sex": draft.sex,
        "email": draft.email,
        "language": draft.language,
        "other_languages": " ".join(draft.other_languages),
        "needs_interpreter": draft.needs_interpreter,
        "address_line": address.line,
        "address_city": address.city,
        "address_state": address.state,
        "address_postal_code": address.postal_code,
        "address_country": address.country,
        "payer": draft.payer,
        "subtype": draft.subtype,
        "icd_state": draft.icd_state,
        "diagnosed_on": str(draft.diagnosed_on or ""),
        "referred_on": draft.referred_on,
        "name_key": fold(f"{draft.family} {draft.given}"),
        "search_key": search_key(
            draft.family,
            draft.given,
            draft.preferred,
            draft.mrn,
            str(draft.birth_date or ""),
            tuple(phone.number for phone in draft.phones),
        ),
    }
    for name, value in values.items():
        setattr(patient, name, value)

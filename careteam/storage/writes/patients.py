"""Registering patients, editing them, and moving them between phases and states."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, select
from sqlmodel import Session

from careteam.domain.changes import Changes, Part
from careteam.domain.errors import Missing, Refused, Stale
from careteam.domain.moment import Moment
from careteam.domain.patients import (
    Address,
    PatientDraft,
    RelatedDraft,
    Status,
    StatusDraft,
    check,
    check_status,
)
from careteam.domain.rules import Rules
from careteam.domain.text import LINE_LENGTH, clean, display_name, fold
from careteam.storage.faults import STALE
from careteam.storage.identifiers import new_external_id
from careteam.storage.search import search_key
from careteam.storage.tables import (
    AlertRecord,
    PatientPhoneRecord,
    PatientRecord,
    PhasePeriodRecord,
    RelatedRecord,
    StatusPeriodRecord,
)
from careteam.storage.writes.board import refresh_board
from careteam.storage.writes.course import refresh_patient


@dataclass(frozen=True, slots=True)
class PhaseDraft:
    """A change of phase with its first day and, where there is one, the reason."""

    patient_id: int
    phase: str
    on: date
    reason: str = ""


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
    _write_parts(session, patient_id, draft, moment)
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
    name = display_name(patient.family, patient.given)
    return Changes(
        frozenset({Part.PATIENT, Part.TEAM, Part.PHASE, Part.DUE}),
        frozenset({patient_id}),
        patient_id,
        f"{name} is registered.",
    )


def amend_patient(
    session: Session, patient_id: int, draft: PatientDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Change what is known of a patient; Stale when somebody else did so since it was read.

    The phase moves by `change_phase`, so that it has a day and stays in the history; here it is
    only set when there was none.
    """
    patient = get_patient(session, patient_id)
    if draft.version is not None and draft.version != patient.version:
        raise Stale(STALE)
    draft = check(draft, catalogue=rules.catalogue, today=moment.today)
    _refuse_taken_mrn(session, draft.mrn, patient_id)
    _fill(patient, draft)
    if draft.phase and draft.phase_since:
        _move_phase(session, patient, PhaseDraft(patient_id, draft.phase, draft.phase_since))
    patient.updated_at = moment.now
    patient.version += 1
    session.add(patient)
    session.flush()
    _write_parts(session, patient_id, draft, moment)
    refresh_board(session, patient, rules, moment.today)
    refresh_patient(session, patient_id, rules)
    return Changes(
        frozenset({Part.PATIENT, Part.TEAM, Part.PHASE, Part.DUE}),
        frozenset({patient_id}),
        patient_id,
        f"{display_name(patient.family, patient.given)} is saved.",
    )


def change_phase(session: Session, draft: PhaseDraft, *, moment: Moment, rules: Rules) -> Changes:
    """Move a patient to a phase from a day on; the board and every due day follow.

    Refused for a day in the future or before the current phase began, or an unknown phase.
    """
    patient = get_patient(session, draft.patient_id)
    if draft.phase not in rules.catalogue.phases:
        raise Refused.at("phase", "{code} is not in the clinic's list.", code=draft.phase[:60])
    if draft.on > moment.today:
        raise Refused.at("on", "The phase cannot start in the future.")
    _move_phase(session, patient, draft)
    patient.updated_at = moment.now
    patient.version += 1
    session.add(patient)
    session.flush()
    refresh_board(session, patient, rules, moment.today)
    refresh_patient(session, draft.patient_id, rules)
    return Changes(
        frozenset({Part.PATIENT, Part.PHASE, Part.TEAM, Part.DUE}),
        frozenset({draft.patient_id}),
        draft.patient_id,
        f"{display_name(patient.family, patient.given)} is now in "
        f"{rules.catalogue.phase_label(draft.phase)}.",
    )


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
        f"{display_name(patient.family, patient.given)}: {draft.status.value}.",
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


def _write_parts(session: Session, patient_id: int, draft: PatientDraft, moment: Moment) -> None:
    phone = PatientPhoneRecord.__table__
    session.execute(delete(PatientPhoneRecord).where(phone.c.patient_id == patient_id))
    session.add_all(
        PatientPhoneRecord(
            patient_id=patient_id,
            kind=row.kind,
            number=row.number,
            best_time=row.best_time,
            may_leave_message=row.may_leave_message,
            is_wrong=row.is_wrong,
            position=position,
        )
        for position, row in enumerate(draft.phones)
    )
    _write_related(session, patient_id, draft.related)
    _write_alerts(session, patient_id, draft, moment.today)
    session.flush()


def _write_related(session: Session, patient_id: int, related: tuple[RelatedDraft, ...]) -> None:
    rows = session.scalars(
        select(RelatedRecord).where(RelatedRecord.__table__.c.patient_id == patient_id)
    ).all()
    known = {row.id: row for row in rows}
    kept: set[int | None] = set()
    for position, person in enumerate(related):
        row = known.get(person.id) or RelatedRecord(patient_id=patient_id, name=person.name)
        kept.add(row.id)
        row.name, row.relationship = person.name, person.relationship
        row.phone, row.email, row.note = person.phone, person.email, person.note
        row.is_caregiver, row.is_emergency = person.is_caregiver, person.is_emergency
        row.may_talk, row.consent_on = person.may_talk, person.consent_on
        row.position, row.is_removed = position, False
        session.add(row)
    for row in known.values():
        if row.id not in kept and not row.is_removed:
            row.is_removed = True
            session.add(row)


def _write_alerts(session: Session, patient_id: int, draft: PatientDraft, today: date) -> None:
    rows = session.scalars(
        select(AlertRecord).where(
            AlertRecord.__table__.c.patient_id == patient_id,
            AlertRecord.__table__.c.ended_on.is_(None),
        )
    ).all()
    wanted = {(alert.kind, alert.text): alert for alert in draft.alerts}
    for row in rows:
        alert = wanted.pop((row.kind, row.text), None)
        if alert is None:
            row.ended_on = today
        elif alert.since != row.since:
            row.since = alert.since
        session.add(row)
    session.add_all(
        AlertRecord(patient_id=patient_id, kind=alert.kind, text=alert.text, since=alert.since)
        for alert in wanted.values()
    )


def _move_phase(session: Session, patient: PatientRecord, draft: PhaseDraft) -> None:
    if patient.phase == draft.phase and patient.phase_since == draft.on:
        return
    patient_id = id_of(patient)
    table = PhasePeriodRecord.__table__.c
    current = session.scalars(
        select(PhasePeriodRecord)
        .where(table.patient_id == patient_id, table.ended_on.is_(None))
        .order_by(table.started_on.desc())
    ).first()
    if current is not None:
        if patient.phase == draft.phase:
            current.started_on = draft.on
            session.add(current)
            patient.phase_since = draft.on
            return
        if draft.on < current.started_on:
            raise Refused.at("on", "The phase cannot start before the one it follows.")
        current.ended_on = draft.on
        session.add(current)
    patient.phase, patient.phase_since = draft.phase, draft.on
    session.add(
        PhasePeriodRecord(
            patient_id=patient_id,
            phase=draft.phase,
            started_on=draft.on,
            reason=clean(draft.reason)[:LINE_LENGTH],
        )
    )

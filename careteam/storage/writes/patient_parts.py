"""The parts of a patient that come in any number: phones, related people, alerts."""

from datetime import date

from sqlalchemy import delete, select
from sqlmodel import Session

from careteam.domain.patients import PatientDraft, RelatedDraft
from careteam.storage.tables import AlertRecord, PatientPhoneRecord, RelatedRecord


def write_parts(session: Session, patient_id: int, draft: PatientDraft, today: date) -> None:
    """Make the parts of a patient what the draft says; people and alerts end, they stay."""
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
    _write_alerts(session, patient_id, draft, today)
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

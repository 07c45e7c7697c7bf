"""The next steps that hang on a contact: made, changed, cancelled and closed with it."""

from sqlalchemy import func, select
from sqlmodel import Session

from careteam.domain.assignments import AssignmentState
from careteam.domain.contacts import NO_CONTACT_MODE, NextStep, try_again_text
from careteam.domain.errors import Missing
from careteam.domain.moment import Moment
from careteam.domain.patients import Status
from careteam.domain.rules import Rules
from careteam.storage.tables import (
    AssignmentRecord,
    ContactRecord,
    FollowUpRecord,
    PatientRecord,
)
from careteam.storage.writes.follow_ups import add_follow_up, close_follow_up, reopen_follow_up


def settle_step(
    session: Session,
    record: ContactRecord,
    patient: PatientRecord,
    asked: NextStep | None,
    moment: Moment,
    rules: Rules,
) -> None:
    """Bring the contact's open next step to what is asked, or to what an unreached try needs."""
    step = asked or _try_again(session, record, patient, rules)
    if step is None:
        cancel_steps(session, record, "taken back", moment)
        return
    open_ones = _open_steps(session, record)
    if not open_ones:
        add_follow_up(
            session,
            record.patient_id,
            step,
            contact_id=record.id,
            moment=moment,
            rules=rules,
        )
        return
    kept = open_ones[0]
    kept.text, kept.owner_role, kept.owner_id = step.text, step.owner_role, step.owner_id
    kept.due_on, kept.due_time = step.due_on, step.due_time
    kept.version += 1
    session.add(kept)
    session.flush()


def cancel_steps(session: Session, record: ContactRecord, reason: str, moment: Moment) -> None:
    """Cancel what the contact had planned and is still open."""
    for step in _open_steps(session, record):
        step.state, step.closed_at, step.close_note = "cancelled", moment.now, reason
        step.version += 1
        session.add(step)
    session.flush()


def close_steps(
    session: Session, record: ContactRecord, ids: tuple[int, ...], moment: Moment, rules: Rules
) -> None:
    """Mark the patient's next steps as done with this contact; Missing for another's."""
    for follow_up_id in ids:
        step = session.get(FollowUpRecord, follow_up_id)
        if step is None or step.patient_id != record.patient_id:
            raise Missing("This next step is no longer in the database.")
        close_follow_up(session, follow_up_id, contact_id=record.id, moment=moment, rules=rules)


def reopen_steps(session: Session, record: ContactRecord, moment: Moment, rules: Rules) -> None:
    """Open again what was closed with this contact."""
    table = FollowUpRecord.__table__.c
    closed = select(table.id).where(
        table.patient_id == record.patient_id, table.closed_by_contact_id == record.id
    )
    for follow_up_id in session.scalars(closed).all():
        reopen_follow_up(session, follow_up_id, moment=moment, rules=rules)


def _try_again(
    session: Session, record: ContactRecord, patient: PatientRecord, rules: Rules
) -> NextStep | None:
    retry_days = rules.catalogue.outcomes[record.outcome].retry_days
    is_try = record.mode != NO_CONTACT_MODE and patient.status == Status.ACTIVE
    if not retry_days or not is_try or _is_held(session, record):
        return None
    due_on = rules.calendar.add(record.day, retry_days)
    label = rules.catalogue.role_label(record.role)
    return NextStep(try_again_text(label), due_on, owner_role=record.role)


def _is_held(session: Session, record: ContactRecord) -> bool:
    table = AssignmentRecord.__table__.c
    count = session.scalar(
        select(func.count()).where(
            table.patient_id == record.patient_id,
            table.role == record.role,
            table.state == AssignmentState.ACTIVE,
        )
    )
    return bool(count)


def _open_steps(session: Session, record: ContactRecord) -> list[FollowUpRecord]:
    if record.version == 1:
        return []
    table = FollowUpRecord.__table__.c
    return list(
        session.scalars(
            select(FollowUpRecord)
            .where(
                table.patient_id == record.patient_id,
                table.contact_id == record.id,
                table.state == "open",
            )
            .order_by(table.id)
        )
    )

"""The next steps that hang on a contact: made, changed, cancelled and closed with it."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, select
from sqlmodel import Session

from careteam.domain.assignments import AssignmentState
from careteam.domain.contacts import NO_CONTACT_MODE, NextStep, try_again_text
from careteam.domain.errors import Missing
from careteam.domain.moment import Moment
from careteam.domain.patients import Status
from careteam.domain.rules import Rules
from careteam.storage.tables import ContactRecord, FollowUpRecord
from careteam.storage.writes.follow_ups import add_follow_up, close_follow_up, reopen_follow_up
from careteam.storage.writes.history import role_of

Standing = tuple[Row[Any], Sequence[Row[Any]]]
"""A patient's standing and the holders of the contact's role."""


def plan_step(
    session: Session,
    contact_id: int,
    contact: Mapping[str, Any],
    asked: NextStep | None,
    standing: Standing,
    moment: Moment,
    rules: Rules,
) -> None:
    """Make the next step of a new contact: what is asked, or what an unreached try needs."""
    step = asked or _try_again(contact, standing, rules)
    if step is not None:
        patient_id = contact["patient_id"]
        add_follow_up(session, patient_id, step, contact_id=contact_id, moment=moment, rules=rules)


def settle_step(
    session: Session,
    record: ContactRecord,
    asked: NextStep | None,
    moment: Moment,
    rules: Rules,
) -> None:
    """Bring an amended contact's open next step to what is asked, or what a try needs."""
    contact = {name: getattr(record, name) for name in ("role", "mode", "outcome", "day")}
    standing = role_of(session, record.patient_id, record.role)
    step = asked or _try_again(contact, standing, rules)
    if step is None:
        cancel_steps(session, record, "taken back", moment)
        return
    open_ones = _open_steps(session, record)
    if not open_ones:
        add_follow_up(
            session, record.patient_id, step, contact_id=record.id, moment=moment, rules=rules
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
    session: Session,
    contact_id: int,
    patient_id: int,
    ids: tuple[int, ...],
    moment: Moment,
    rules: Rules,
) -> None:
    """Mark the patient's next steps as done with this contact; Missing for another's."""
    for follow_up_id in ids:
        step = session.get(FollowUpRecord, follow_up_id)
        if step is None or step.patient_id != patient_id:
            raise Missing("This next step is no longer in the database.")
        close_follow_up(session, follow_up_id, contact_id=contact_id, moment=moment, rules=rules)


def reopen_steps(session: Session, record: ContactRecord, moment: Moment, rules: Rules) -> None:
    """Open again what was closed with this contact."""
    table = FollowUpRecord.__table__.c
    closed = select(table.id).where(
        table.patient_id == record.patient_id, table.closed_by_contact_id == record.id
    )
    for follow_up_id in session.scalars(closed).all():
        reopen_follow_up(session, follow_up_id, moment=moment, rules=rules)


def _try_again(contact: Mapping[str, Any], standing: Standing, rules: Rules) -> NextStep | None:
    patient, holders = standing
    role = contact["role"]
    retry_days = rules.catalogue.outcomes[contact["outcome"]].retry_days
    is_try = contact["mode"] != NO_CONTACT_MODE and patient.status == Status.ACTIVE
    is_held = any(row.state == AssignmentState.ACTIVE for row in holders)
    if not retry_days or not is_try or is_held:
        return None
    due_on = rules.calendar.add(contact["day"], retry_days)
    return NextStep(try_again_text(rules.catalogue.role_label(role)), due_on, owner_role=role)


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

"""The three statements behind the role board, made once: places, holders, last contacts.

Each takes `of_patient`, the holders also `today` for who is away.
"""

from sqlalchemy import Date, bindparam, select, union

from careteam.domain.assignments import AssignmentState, Rank
from careteam.storage.tables import (
    AbsenceRecord,
    AssignmentRecord,
    ContactRecord,
    PatientRecord,
    PersonPhoneRecord,
    PersonRecord,
    TeamRoleRecord,
)

_contact, _assignment = ContactRecord.__table__.c, AssignmentRecord.__table__.c
_place, _person = TeamRoleRecord.__table__.c, PersonRecord.__table__.c
_patient = PatientRecord.__table__.c
_phone, _away = PersonPhoneRecord.__table__.c, AbsenceRecord.__table__.c
_of_patient, _today = bindparam("of_patient"), bindparam("today", type_=Date)
PLACES = (
    select(
        _place.role,
        _place.is_required,
        _place.declined_on,
        _place.decline_reason,
        _place.ask_on,
        _place.ask_at_phase,
        _patient.phase,
    )
    .join(PatientRecord.__table__, _patient.id == _place.patient_id)
    .where(_place.patient_id == _of_patient)
)
_FIRST_PHONE = (
    select(_phone.number)
    .where(_phone.person_id == _person.id)
    .order_by(_phone.position, _phone.id)
    .limit(1)
    .scalar_subquery()
)
_AWAY_UNTIL = (
    select(_away.ends_on)
    .where(_away.person_id == _person.id, _away.starts_on <= _today, _away.ends_on >= _today)
    .limit(1)
    .scalar_subquery()
)
_PHASE = select(_patient.phase).where(_patient.id == _of_patient).scalar_subquery()
HOLDERS = (
    select(
        _assignment.id,
        _assignment.role,
        _assignment.role_text,
        _assignment.person_id,
        _assignment.state,
        _assignment.rank,
        _assignment.starts_on,
        _assignment.ends_on,
        _assignment.hold_reason,
        _assignment.attempts,
        _assignment.next_due_on,
        _assignment.due_kind,
        _assignment.version,
        _person.family,
        _person.given,
        _person.title,
        _person.credentials,
        _person.leaves_on,
        _FIRST_PHONE.label("phone"),
        _AWAY_UNTIL.label("away_until"),
        _PHASE.label("phase"),
    )
    .join(PersonRecord.__table__, _person.id == _assignment.person_id)
    .where(_assignment.patient_id == _of_patient, _assignment.state != AssignmentState.ENDED)
    .order_by(_assignment.rank == Rank.BACKUP, _assignment.starts_on, _assignment.id)
)
_ROLES = union(
    select(_place.role).where(_place.patient_id == _of_patient),
    select(_assignment.role).where(
        _assignment.patient_id == _of_patient, _assignment.state != AssignmentState.ENDED
    ),
).subquery()
_last = ContactRecord.__table__.alias()
_LAST_ID = (
    select(_last.c.id)
    .where(
        _last.c.patient_id == _of_patient,
        _last.c.role == _ROLES.c.role,
        _last.c.retracted_at.is_(None),
    )
    .order_by(_last.c.at.desc(), _last.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
LAST_CONTACTS = select(
    _ROLES.c.role,
    _contact.at,
    _contact.mode,
    _contact.outcome,
    _contact.minutes,
    _contact.is_reached,
).join_from(_ROLES, ContactRecord.__table__, _contact.id == _LAST_ID)
"""One seek for each role of the board, however many contacts there are."""

"""What the composer offers for a patient: roles and people, numbers, caregivers, open steps."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import bindparam, select
from sqlmodel import Session

from careteam.domain.assignments import AssignmentState, Rank
from careteam.domain.contacts import NO_CONTACT_MODE
from careteam.domain.phones import shown
from careteam.domain.rules import Rules
from careteam.storage.reads.contact_rows import StepRow, name_columns, named, step_row
from careteam.storage.reads.rules import read_macros, read_settings
from careteam.storage.tables import (
    AssignmentRecord,
    ContactRecord,
    DraftRecord,
    FollowUpRecord,
    PatientPhoneRecord,
    PatientRecord,
    PersonPhoneRecord,
    PersonRecord,
    RelatedRecord,
    TeamRoleRecord,
)

LAST_TRIES = 50


@dataclass(frozen=True, slots=True)
class RoleChoice:
    """A role with the person who holds it, or with nobody (`person_id` None)."""

    role: str
    person_id: int | None = None
    person: str = ""
    rank: str = ""


@dataclass(frozen=True, slots=True)
class PhoneRow:
    """A number as the region writes it; `may_leave_message` None means it was not asked."""

    number: str
    kind: str = ""
    best_time: str = ""
    may_leave_message: bool | None = None
    is_wrong: bool = False


@dataclass(frozen=True, slots=True)
class CaregiverRow:
    """Somebody close to the patient; `may_talk` None means consent was not asked for."""

    id: int
    name: str
    relationship: str
    phone: str
    may_talk: bool | None


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member of the care team with the first number to call."""

    id: int
    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class ComposerRow:
    """Everything the composer needs to know of one patient; `called` is the name they go by."""

    patient_id: int
    needs_interpreter: bool
    phones: tuple[PhoneRow, ...]
    roles: tuple[RoleChoice, ...]
    caregivers: tuple[CaregiverRow, ...]
    steps: tuple[StepRow, ...]
    macros: Mapping[str, str]
    called: str = ""


@dataclass(frozen=True, slots=True)
class TriesRow:
    """How a role's contacts with the patient stand: the unreached tries in a row, the last mode."""

    attempts: int = 0
    last_mode: str = ""


_patient, _phone = PatientRecord.__table__.c, PatientPhoneRecord.__table__.c
_held, _place = AssignmentRecord.__table__.c, TeamRoleRecord.__table__.c
_person, _related = PersonRecord.__table__.c, RelatedRecord.__table__.c
_step = FollowUpRecord.__table__.c
_of_patient = bindparam("of_patient")
_WHO = select(_patient.needs_interpreter, _patient.given, _patient.preferred).where(
    _patient.id == _of_patient
)
_PHONES = (
    select(PatientPhoneRecord.__table__)
    .where(_phone.patient_id == _of_patient)
    .order_by(_phone.is_wrong, _phone.position, _phone.id)
)
_HOLDERS = (
    select(_held.role, _held.person_id, _held.rank, *name_columns(_person))
    .join(PersonRecord.__table__, _person.id == _held.person_id)
    .where(
        _held.patient_id == _of_patient,
        _held.state.in_((AssignmentState.ACTIVE, AssignmentState.HELD)),
    )
)
_BOARD = select(_place.role).where(_place.patient_id == _of_patient)
_CAREGIVERS = (
    select(_related.id, _related.name, _related.relationship, _related.phone, _related.may_talk)
    .where(_related.patient_id == _of_patient, ~_related.is_removed)
    .order_by(~_related.is_caregiver, _related.position, _related.id)
)
_STEPS = (
    select(FollowUpRecord.__table__, *name_columns(_person))
    .outerjoin(PersonRecord.__table__, _person.id == _step.owner_id)
    .where(_step.patient_id == _of_patient, _step.state == "open")
    .order_by(_step.due_on, _step.id)
)


def composer(session: Session, patient_id: int, *, rules: Rules) -> ComposerRow:
    """The choices for one patient: who holds a role first, then the board, then the catalogue."""
    asked = {"of_patient": patient_id}
    who = session.execute(_WHO, asked).one_or_none()
    region = read_settings(session).get("region", "US")
    return ComposerRow(
        patient_id=patient_id,
        needs_interpreter=bool(who and who.needs_interpreter),
        phones=_phones(session, patient_id, region),
        roles=_roles(session, patient_id, rules),
        caregivers=_caregivers(session, patient_id, region),
        steps=_steps(session, patient_id),
        macros=read_macros(session),
        called=(who.preferred or who.given) if who else "",
    )


def team_members(session: Session, *, today: date) -> tuple[MemberRow, ...]:
    """Everybody of the directory who has not left, by name."""
    person, phone = PersonRecord.__table__.c, PersonPhoneRecord.__table__.c
    number = (
        select(phone.number)
        .where(phone.person_id == person.id)
        .order_by(phone.position, phone.id)
        .limit(1)
        .correlate(PersonRecord)
        .scalar_subquery()
    )
    query = (
        select(person.id, *name_columns(person), number.label("number"))
        .where(person.leaves_on.is_(None) | (person.leaves_on > today))
        .order_by(person.name_key, person.id)
    )
    region = read_settings(session).get("region", "US")
    return tuple(
        MemberRow(row.id, named(row), shown(row.number, region) if row.number else "")
        for row in session.execute(query)
    )


def kept_drafts(
    session: Session, forms: tuple[str, ...], patient_id: int, owner_id: int | None
) -> dict[str, dict[str, Any]]:
    """What these forms held for a patient and this worker, by form."""
    draft = DraftRecord.__table__.c
    query = select(draft.form, draft.body).where(
        draft.form.in_(forms),
        draft.owner_id == (owner_id or 0),
        draft.patient_id == patient_id,
    )
    return {row.form: row.body for row in session.execute(query)}


def tries_of(session: Session, patient_id: int, role: str) -> TriesRow:
    """The end of a role's contacts with a patient; what was retracted counts for nothing."""
    contact = ContactRecord.__table__.c
    rows = session.execute(
        select(contact.is_reached, contact.mode)
        .where(
            contact.patient_id == patient_id,
            contact.role == role,
            contact.retracted_at.is_(None),
            contact.mode != NO_CONTACT_MODE,
        )
        .order_by(contact.at.desc(), contact.id.desc())
        .limit(LAST_TRIES)
    ).all()
    attempts = 0
    for row in rows:
        if row.is_reached:
            break
        attempts += 1
    return TriesRow(attempts, rows[0].mode if rows else "")


def _phones(session: Session, patient_id: int, region: str) -> tuple[PhoneRow, ...]:
    return tuple(
        PhoneRow(
            number=shown(row.number, region),
            kind=row.kind,
            best_time=row.best_time,
            may_leave_message=row.may_leave_message,
            is_wrong=row.is_wrong,
        )
        for row in session.execute(_PHONES, {"of_patient": patient_id})
    )


def _roles(session: Session, patient_id: int, rules: Rules) -> tuple[RoleChoice, ...]:
    asked = {"of_patient": patient_id}
    holders = session.execute(_HOLDERS, asked)
    order = {role: at for at, role in enumerate(rules.catalogue.roles)}
    choices = sorted(
        (RoleChoice(row.role, row.person_id, named(row), row.rank) for row in holders),
        key=lambda choice: (
            choice.rank == Rank.BACKUP,
            order.get(choice.role, len(order)),
            choice.person,
        ),
    )
    board = session.execute(_BOARD, asked).scalars()
    offered = [role.key for role in rules.catalogue.roles.values() if role.is_active]
    on_board = sorted(board, key=lambda role: order.get(role, len(order)))
    seen = {choice.role for choice in choices}
    for role in dict.fromkeys([*on_board, *offered]):
        if role not in seen:
            choices.append(RoleChoice(role))
    return tuple(choices)


def _caregivers(session: Session, patient_id: int, region: str) -> tuple[CaregiverRow, ...]:
    return tuple(
        CaregiverRow(
            id=row.id,
            name=row.name,
            relationship=row.relationship,
            phone=shown(row.phone, region) if row.phone else "",
            may_talk=row.may_talk,
        )
        for row in session.execute(_CAREGIVERS, {"of_patient": patient_id})
    )


def _steps(session: Session, patient_id: int) -> tuple[StepRow, ...]:
    return tuple(step_row(row) for row in session.execute(_STEPS, {"of_patient": patient_id}))

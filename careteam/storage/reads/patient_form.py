"""One patient as the form edits it, and who might be the same person already."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import or_, select
from sqlmodel import Session

from careteam.domain.catalogue import Catalogue
from careteam.domain.dates import PartialDate
from careteam.domain.errors import Missing
from careteam.domain.patients import Address, Alert, PatientDraft, RelatedDraft, Status
from careteam.domain.phones import Phone
from careteam.domain.rules import Rules
from careteam.domain.text import clean, digits, display_name, fold
from careteam.storage.tables import (
    AlertRecord,
    PatientPhoneRecord,
    PatientRecord,
    RelatedRecord,
    TeamRoleRecord,
)

MOST_ALIKE = 8

_patient = PatientRecord.__table__.c
_phone = PatientPhoneRecord.__table__.c


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not the same: `field` as the draft names it, both sides in words."""

    field: str
    entered: str
    kept: str


@dataclass(frozen=True, slots=True)
class SamePerson:
    """A patient who may be the one being entered; with the same MRN there can be no second."""

    id: int
    name: str
    mrn: str
    born: str
    status: Status
    has_same_mrn: bool
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class RoleAsked:
    """A role that a phase asks for, and whether somebody holds it or the patient declined it."""

    role: str
    label: str
    is_filled: bool
    is_declined: bool


def draft_of(session: Session, patient_id: int) -> PatientDraft:
    """A patient as entered, with the version that was read; Missing when there is none."""
    row = session.execute(
        select(PatientRecord.__table__).where(_patient.id == patient_id)
    ).one_or_none()
    if row is None:
        raise Missing("This patient is no longer in the database. Look for them again.")
    return PatientDraft(
        mrn=row.mrn,
        family=row.family,
        given=row.given,
        title=row.title,
        preferred=row.preferred,
        birth_date=_partial(row.birth_date),
        sex=row.sex,
        phones=_phones(session, patient_id),
        email=row.email,
        language=row.language,
        other_languages=tuple(row.other_languages.split()),
        needs_interpreter=row.needs_interpreter,
        address=Address(
            row.address_line,
            row.address_city,
            row.address_state,
            row.address_postal_code,
            row.address_country,
        ),
        payer=row.payer,
        related=_related(session, patient_id),
        subtype=row.subtype,
        icd_state=row.icd_state,
        diagnosed_on=_partial(row.diagnosed_on),
        referred_on=row.referred_on,
        phase=row.phase,
        phase_since=row.phase_since,
        alerts=_alerts(session, patient_id),
        version=row.version,
    )


def same_person(
    session: Session, draft: PatientDraft, *, today: date, rules: Rules, but: int | None = None
) -> tuple[SamePerson, ...]:
    """Patients with the same MRN, or the same name and a birth date that does not contradict.

    Accents, case and the order of the names do not matter; a birth date that is only partly
    known contradicts nothing that it leaves open. `but` is the patient who is being edited.
    """
    mrn = clean(draft.mrn)
    names = {fold(f"{draft.family} {draft.given}"), fold(f"{draft.given} {draft.family}")} - {""}
    rows = session.execute(
        select(*_COLUMNS).where(
            or_(_patient.mrn == mrn, _patient.name_key.in_(names)), _patient.id != (but or 0)
        )
    )
    found = [
        row
        for row in rows
        if row.mrn == mrn or _may_be_one(draft.birth_date, _partial(row.birth_date))
    ]
    found.sort(key=lambda row: (row.mrn != mrn, row.status != Status.ACTIVE, row.id))
    return tuple(
        SamePerson(
            id=row.id,
            name=display_name(row.family, row.given, row.title),
            mrn=row.mrn,
            born=_born(_partial(row.birth_date), today),
            status=Status(row.status),
            has_same_mrn=row.mrn == mrn,
            differences=_differences(session, draft, row, rules.catalogue),
        )
        for row in found[:MOST_ALIKE]
    )


def roles_asked(
    session: Session, patient_id: int, phase: str, *, today: date, rules: Rules
) -> tuple[RoleAsked, ...]:
    """The roles that a phase would ask for of this patient, in the order of the catalogue."""
    row = session.execute(
        select(_patient.birth_date, _patient.needs_interpreter).where(_patient.id == patient_id)
    ).one_or_none()
    if row is None:
        return ()
    born = _partial(row.birth_date)
    board = TeamRoleRecord.__table__.c
    standing = {
        place.role: place
        for place in session.execute(
            select(board.role, board.is_filled, board.declined_on, board.ask_at_phase).where(
                board.patient_id == patient_id
            )
        )
    }
    wanted = rules.catalogue.required_roles(
        phase, born.age_years(today) if born else None, needs_interpreter=row.needs_interpreter
    )
    asked: list[RoleAsked] = []
    for role in wanted:
        place = standing.get(role)
        is_declined = (
            place is not None and place.declined_on is not None and place.ask_at_phase != phase
        )
        asked.append(
            RoleAsked(
                role,
                rules.catalogue.role_label(role),
                place is not None and place.is_filled,
                is_declined,
            )
        )
    return tuple(asked)


_COLUMNS = (
    _patient.id,
    _patient.mrn,
    _patient.family,
    _patient.given,
    _patient.title,
    _patient.birth_date,
    _patient.sex,
    _patient.status,
)


def _partial(iso: str) -> PartialDate | None:
    return PartialDate.from_iso(iso) if iso else None


def _born(born: PartialDate | None, today: date) -> str:
    return born.shown_with_age(today) if born else ""


def _may_be_one(entered: PartialDate | None, kept: PartialDate | None) -> bool:
    if entered is None or kept is None:
        return True
    return str(entered).startswith(str(kept)) or str(kept).startswith(str(entered))


def _differences(
    session: Session, draft: PatientDraft, row: Any, catalogue: Catalogue
) -> tuple[Difference, ...]:
    born = _partial(row.birth_date)
    entered_phones = {digits(phone.number) for phone in draft.phones} - {""}
    numbers = [phone.number for phone in _phones(session, row.id)]
    pairs = [
        ("family", display_name(draft.family, draft.given), display_name(row.family, row.given)),
        ("mrn", clean(draft.mrn), row.mrn),
        ("birth_date", _shown(draft.birth_date), _shown(born)),
        ("sex", catalogue.label("sex", draft.sex), catalogue.label("sex", row.sex)),
    ]
    if not entered_phones & {digits(number) for number in numbers}:
        first = draft.phones[0].number if draft.phones else ""
        pairs.append(("phones", first, numbers[0] if numbers else ""))
    return tuple(Difference(name, ours, theirs) for name, ours, theirs in pairs if ours != theirs)


def _shown(born: PartialDate | None) -> str:
    return born.shown if born else ""


def _phones(session: Session, patient_id: int) -> tuple[Phone, ...]:
    query = (
        select(
            _phone.number,
            _phone.kind,
            _phone.best_time,
            _phone.may_leave_message,
            _phone.is_wrong,
        )
        .where(_phone.patient_id == patient_id)
        .order_by(_phone.position, _phone.id)
    )
    return tuple(Phone(*row) for row in session.execute(query))


def _related(session: Session, patient_id: int) -> tuple[RelatedDraft, ...]:
    table = RelatedRecord.__table__.c
    query = (
        select(
            table.name,
            table.relationship,
            table.phone,
            table.email,
            table.is_caregiver,
            table.is_emergency,
            table.may_talk,
            table.consent_on,
            table.note,
            table.id,
        )
        .where(table.patient_id == patient_id, table.is_removed.is_(False))
        .order_by(table.position, table.id)
    )
    return tuple(RelatedDraft(*row) for row in session.execute(query))


def _alerts(session: Session, patient_id: int) -> tuple[Alert, ...]:
    table = AlertRecord.__table__.c
    query = (
        select(table.kind, table.text, table.since)
        .where(table.patient_id == patient_id, table.ended_on.is_(None))
        .order_by(table.id)
    )
    return tuple(Alert(*row) for row in session.execute(query))

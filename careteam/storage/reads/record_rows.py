"""The rows of a patient's record turned into the parts of its tree."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, TypeVar

from careteam.domain.dates import PartialDate
from careteam.domain.exchange import UUIDS, derived, uid_in_key, uid_of
from careteam.domain.incoming import Identifier
from careteam.domain.kept import KeptContact, KeptStatus
from careteam.domain.patients import Address, Status
from careteam.domain.phones import Phone
from careteam.domain.record import (
    RecordCondition,
    RecordContact,
    RecordPatient,
    RecordPerson,
    RecordPlace,
    RecordRelated,
)

K = TypeVar("K")
Uids = Mapping[int | None, str]
"""UUIDs by the id of a row; nothing for None and for a row that is not told."""


def part_of(kind: type[K], row: Any, people: Uids, **more: Any) -> K:
    """A part whose fields are named after the columns; `by` and `owner` are people."""
    said: dict[str, Any] = {}
    columns = row._fields
    for field in fields(kind):  # type: ignore[arg-type]
        name = field.name
        if name in more:
            said[name] = more[name]
        elif name == "uid":
            said[name] = row.external_id
        elif name == "is_retracted":
            said[name] = row.retracted_at is not None
        elif name in columns:
            said[name] = getattr(row, name)
        elif f"{name}_id" in columns:
            said[name] = people.get(getattr(row, f"{name}_id"), "")
    return kind(**said)


def patient_of(
    row: Any, phones: tuple[Phone, ...], identifiers: tuple[Identifier, ...]
) -> RecordPatient:
    """Who the record is about."""
    active = row.status == Status.ACTIVE
    return RecordPatient(
        uid=row.external_id,
        mrn=row.mrn,
        family=row.family,
        given=row.given,
        title=row.title,
        preferred=row.preferred,
        birth_date=_partial(row.birth_date),
        sex=row.sex,
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
        phones=phones,
        identifiers=identifiers,
        payer=row.payer,
        subtype=row.subtype,
        icd_state=row.icd_state,
        diagnosed_on=_partial(row.diagnosed_on),
        referred_on=row.referred_on,
        status=None if active else KeptStatus(row.status, row.status_on, row.status_reason),
    )


def phone_of(row: Any) -> Phone:
    """A number of a patient."""
    return Phone(row.number, row.kind, row.best_time, row.may_leave_message, row.is_wrong)


def identifier_of(row: Any) -> Identifier | None:
    """A number of another system; None for the UUID, which every row tells by itself."""
    is_uid = row.system == UUIDS and uid_of(row.value)
    return None if is_uid else Identifier(row.system, row.value, row.kind)


def person_of(
    row: Any,
    phones: tuple[Phone, ...],
    roles: tuple[str, ...],
    identifiers: tuple[Identifier, ...],
) -> RecordPerson:
    """A member of the staff."""
    return RecordPerson(
        uid=row.external_id,
        family=row.family,
        given=row.given,
        title=row.title,
        credentials=row.credentials,
        organisation=row.organisation,
        pager=row.pager,
        email=row.email,
        npi=row.npi,
        phones=phones,
        roles=roles,
        identifiers=identifiers,
    )


def related_of(row: Any, patient: str) -> RecordRelated:
    """A related person; the UUID is the one they came with, or is derived from the patient's."""
    return RecordRelated(
        uid=uid_in_key(row.external_key) or derived(patient, "related", row.id),
        name=row.name,
        relationship=row.relationship,
        phone=row.phone,
        email=row.email,
        is_caregiver=row.is_caregiver,
        is_emergency=row.is_emergency,
        may_talk=row.may_talk,
        consent_on=row.consent_on,
        note=row.note,
        is_removed=row.is_removed,
    )


def condition_of(row: Any, patient: str) -> RecordCondition:
    """A condition; the UUID is the one it came with, or is derived from the patient's."""
    return RecordCondition(
        uid=uid_in_key(row.external_key) or derived(patient, "condition", row.id),
        text=row.text,
        code=row.code,
        system=row.system,
        clinical=row.clinical,
        onset=row.onset,
        recorded_on=row.recorded_on,
    )


def place_of(row: Any, people: Uids) -> RecordPlace:
    """A place in the care team."""
    return part_of(RecordPlace, row, people)


def contact_of(row: Any, people: Uids, related: Uids, amendments: int) -> RecordContact:
    """A contact or try."""
    told = KeptContact(
        with_kind=row.with_kind,
        with_related=related.get(row.with_related_id, ""),
        with_person=people.get(row.with_person_id, ""),
        with_name=row.with_name,
        reasons=tuple(row.reasons),
        topics=tuple(row.topics),
        interventions=tuple(row.interventions),
        used_interpreter=row.used_interpreter,
        attempt=row.attempt,
        program=row.program,
        activity=row.activity,
    )
    return part_of(RecordContact, row, people, told=told, amendments=amendments)


def _partial(iso: str) -> PartialDate | None:
    return PartialDate.from_iso(iso) if iso else None

"""The patients that an import could change, with all that it could change of them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.assignments import AssignmentState, Rank
from careteam.domain.exchange import derived, key_of_uid
from careteam.domain.intake.known import (
    Brought,
    KnownAssignment,
    KnownCondition,
    KnownPatient,
    KnownRelated,
)
from careteam.domain.intake.merging import Value
from careteam.domain.intake.values import DEATH, YES, death_entry, named
from careteam.domain.patients import Status
from careteam.domain.phones import Phone
from careteam.storage.reads.import_contacts import known_contacts
from careteam.storage.reads.record_parts import PartRows, parts_of
from careteam.storage.tables import (
    AssignmentRecord,
    ConditionRecord,
    PatientIdentifierRecord,
    PatientPhoneRecord,
    PatientRecord,
    PatientSourceRecord,
    RelatedRecord,
)

MOST_AT_ONCE = 400
T = TypeVar("T")

_PLAIN = (
    "title",
    "preferred",
    "birth_date",
    "email",
    "language",
    "other_languages",
    "subtype",
    "icd_state",
    "diagnosed_on",
    "payer",
)


def in_chunks(items: Iterable[T], most: int = MOST_AT_ONCE) -> Iterator[list[T]]:
    """The items in groups that fit into one select."""
    whole = list(items)
    for start in range(0, len(whole), most):
        yield whole[start : start + most]


def known_patients(session: Session, ids: Iterable[int]) -> dict[int, KnownPatient]:
    """The patients by id; one select a table for each group of some hundred."""
    found: dict[int, KnownPatient] = {}
    for group in in_chunks(ids):
        found |= _known(session, group)
    return found


def _known(session: Session, ids: Sequence[int]) -> dict[int, KnownPatient]:
    table = PatientRecord.__table__
    brought = _brought(session, ids)
    phones = _parts(session, PatientPhoneRecord, ids, _phone, "position")
    related = _parts(session, RelatedRecord, ids, _related)
    assignments = _parts(session, AssignmentRecord, ids, _assignment)
    conditions = _parts(session, ConditionRecord, ids, _itself)
    kept = PartRows.read(session, ids)
    numbers = _parts(session, PatientIdentifierRecord, ids, lambda row: (row.system, row.value))
    contacts = known_contacts(session, ids)
    return {
        row.id: KnownPatient(
            id=row.id,
            values=_values(row, brought[row.id].values()),
            phones=tuple(phones[row.id]),
            identifiers=frozenset(numbers[row.id]),
            related=tuple(related[row.id]),
            assignments=tuple(assignments[row.id]),
            conditions=tuple(_condition(each, row.external_id) for each in conditions[row.id]),
            contacts=tuple(contacts[row.id]),
            brought=brought[row.id],
            parts=parts_of(kept, row.id, {}, {}),
            phase=row.phase,
        )
        for row in session.execute(select(table).where(table.c.id.in_(ids)))
    }


def _brought(session: Session, ids: Sequence[int]) -> dict[int, dict[str, Brought]]:
    table = PatientSourceRecord.__table__.c
    query = select(table.patient_id, table.external_key, table.body)
    found: dict[int, dict[str, Brought]] = defaultdict(dict)
    for row in session.execute(query.where(table.patient_id.in_(ids)).order_by(table.id)):
        found[row.patient_id][row.external_key] = Brought.of(row.body)
    return found


def _parts(
    session: Session, record: Any, ids: Sequence[int], made: Callable[[Any], T], order: str = "id"
) -> dict[int, list[T]]:
    table = record.__table__
    query = select(table).where(table.c.patient_id.in_(ids)).order_by(table.c[order], table.c.id)
    found: dict[int, list[T]] = defaultdict(list)
    for row in session.execute(query):
        found[row.patient_id].append(made(row))
    return found


def _values(row: Any, brought: Iterable[Brought]) -> dict[str, Value]:
    values: dict[str, Value] = {name: getattr(row, name) for name in _PLAIN}
    values["name"] = named(row.family, row.given)
    values["sex"] = "" if row.sex == "unknown" else row.sex
    values["referred_on"] = str(row.referred_on or "")
    values["needs_interpreter"] = YES if row.needs_interpreter else ""
    values["address"] = (
        row.address_line,
        row.address_city,
        row.address_state,
        row.address_postal_code,
        row.address_country,
    )
    values[DEATH] = _death(row, brought)
    return values


def _death(row: Any, brought: Iterable[Brought]) -> str:
    """How the state reads as a death: as it was brought, or by its day; another state by name."""
    if row.status == Status.ACTIVE:
        return ""
    if row.status != Status.DECEASED:
        return str(row.status)
    for source in brought:
        death = source.values.get(DEATH)
        if isinstance(death, str) and death:
            entry = death_entry(death, row.status_on)
            if entry == (row.status_on, row.status_reason):
                return death
    return row.status_on.isoformat()


def _phone(row: Any) -> Phone:
    return Phone(row.number, row.kind, row.best_time, row.may_leave_message, row.is_wrong)


def _related(row: Any) -> KnownRelated:
    values: dict[str, Value] = {
        "name": row.name,
        "relationship": "" if row.relationship == "other_family" else row.relationship,
        "phone": row.phone,
        "email": row.email,
        "is_emergency": YES if row.is_emergency else "",
    }
    return KnownRelated(row.id, row.external_key, row.name, values, row.is_removed)


def _assignment(row: Any) -> KnownAssignment:
    return KnownAssignment(
        id=row.id,
        key=row.external_key,
        role=row.role,
        role_text=row.role_text,
        person_id=row.person_id,
        is_backup=row.rank == Rank.BACKUP,
        is_ended=row.state == AssignmentState.ENDED,
        ends_on=row.ends_on,
        starts_on=row.starts_on,
        rank=row.rank,
    )


def _itself(row: Any) -> Any:
    return row


def _condition(row: Any, patient: str) -> KnownCondition:
    return KnownCondition(
        row.id,
        row.external_key,
        row.text,
        row.code,
        row.system,
        row.clinical,
        row.onset,
        row.recorded_on,
        key_of_uid(derived(patient, "condition", row.id)),
    )

"""A patient's whole record as it stands at a moment: so many selects for a group of patients."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from sqlalchemy import func, select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.errors import Missing
from careteam.domain.exchange import NAMESPACE_SETTING
from careteam.domain.incoming import Identifier
from careteam.domain.moment import Moment
from careteam.domain.phones import Phone
from careteam.domain.record import (
    RecordPerson,
    RecordSite,
    WholeRecord,
)
from careteam.storage.reads import record_rows as made
from careteam.storage.reads.import_known import in_chunks
from careteam.storage.reads.record_parts import HOLDERS, PartRows, parts_of, people_ids
from careteam.storage.reads.rules import read_settings
from careteam.storage.tables import (
    AssignmentRecord,
    ConditionRecord,
    ContactRecord,
    ContactVersionRecord,
    PatientIdentifierRecord,
    PatientPhoneRecord,
    PatientRecord,
    PersonIdentifierRecord,
    PersonPhoneRecord,
    PersonRecord,
    PersonRoleRecord,
    RelatedRecord,
)

T = TypeVar("T")
GONE = "This patient is no longer in the database. Look for them again."
GROUP = 50
"""So many patients are read at once when all of them leave."""


def collect_record(session: Session, patient_id: int, *, moment: Moment) -> WholeRecord:
    """The whole record of one patient; Missing when there is no such patient."""
    found = collect_records(session, (patient_id,), moment=moment)
    if not found:
        raise Missing(GONE)
    return found[0]


def all_patient_ids(session: Session) -> list[int]:
    """Everybody who is or was in navigation, in the order in which they were registered."""
    table = PatientRecord.__table__.c
    return list(session.scalars(select(table.id).order_by(table.id)))


@needs(Action.SEE_SETTINGS)
def site_of(session: Session) -> RecordSite:
    """The clinic that writes; its namespace is there once something has left."""
    settings = read_settings(session)
    return RecordSite(
        settings.get("clinic", ""), settings.get(NAMESPACE_SETTING, ""), settings.get("zone", "UTC")
    )


def collect_records(
    session: Session, patient_ids: Sequence[int], *, moment: Moment
) -> tuple[WholeRecord, ...]:
    """The records of several patients, in the order asked; those who are gone are left out."""
    rows = _Rows.read(session, patient_ids)
    people = _people(session, rows.people_ids | ({moment.by} if moment.by else set()))
    uids: dict[int | None, str] = {id_: person.uid for id_, person in people.items()}
    site = site_of(session)
    author = uids.get(moment.by, "")
    return tuple(
        rows.record(id_, site, moment, author, people, uids)
        for id_ in patient_ids
        if id_ in rows.patients
    )


@dataclass(slots=True)
class _Rows:
    """The rows of a group of patients, by patient."""

    patients: dict[int, Any]
    phones: dict[int, list[Phone]]
    identifiers: dict[int, list[Identifier | None]]
    related: dict[int, list[Any]]
    team: dict[int, list[Any]]
    conditions: dict[int, list[Any]]
    contacts: dict[int, list[Any]]
    amendments: dict[int, int]
    parts: PartRows

    @classmethod
    def read(cls, session: Session, ids: Sequence[int]) -> "_Rows":
        table = PatientRecord.__table__
        found = session.execute(select(table).where(table.c.id.in_(ids)))
        return cls(
            patients={row.id: row for row in found},
            phones=_by_patient(session, PatientPhoneRecord, ids, made.phone_of, "position"),
            identifiers=_by_patient(session, PatientIdentifierRecord, ids, made.identifier_of),
            related=_by_patient(session, RelatedRecord, ids, _itself, "position"),
            team=_by_patient(session, AssignmentRecord, ids, _itself, "starts_on"),
            conditions=_by_patient(session, ConditionRecord, ids, _itself),
            contacts=_by_patient(session, ContactRecord, ids, _itself, "at"),
            amendments=_amendments(session, ids),
            parts=PartRows.read(session, ids),
        )

    @property
    def people_ids(self) -> set[int]:
        """Everybody of the staff whom a row names."""
        found = {row.person_id for rows in self.team.values() for row in rows}
        for rows in self.contacts.values():
            found |= people_ids(rows, ("person_id", "with_person_id"))
        return (found | self.parts.people_ids(HOLDERS)) - {None}

    def record(
        self,
        id_: int,
        site: RecordSite,
        moment: Moment,
        author: str,
        people: dict[int, RecordPerson],
        uids: dict[int | None, str],
    ) -> WholeRecord:
        """The tree of one of them."""
        patient = self.patients[id_]
        uid = patient.external_id
        related = {row.id: made.related_of(row, uid) for row in self.related[id_]}
        known: dict[int | None, str] = {key: each.uid for key, each in related.items()}
        contacts = tuple(
            made.contact_of(row, uids, known, self.amendments.get(row.id, 0))
            for row in self.contacts[id_]
        )
        named = {contact.told.with_related for contact in contacts}
        standing: dict[int | None, str] = {
            row.id: row.external_id for row in self.contacts[id_] if row.retracted_at is None
        }
        record = WholeRecord(
            site=site,
            made_at=moment.now,
            author=author,
            patient=made.patient_of(
                patient,
                tuple(self.phones[id_]),
                tuple(each for each in self.identifiers[id_] if each),
            ),
            related=tuple(
                each for each in related.values() if not each.is_removed or each.uid in named
            ),
            team=tuple(made.place_of(row, uids) for row in self.team[id_]),
            conditions=tuple(made.condition_of(row, uid) for row in self.conditions[id_]),
            contacts=contacts,
            parts=parts_of(self.parts, id_, uids, standing),
        )
        return _with_people(record, people, self._named(id_) | {moment.by})

    def _named(self, id_: int) -> set[int | None]:
        found: set[int | None] = {row.person_id for row in self.team[id_]}
        found |= people_ids(self.contacts[id_], ("person_id", "with_person_id"))
        return found | self.parts.people_ids(HOLDERS, id_)


def _with_people(
    record: WholeRecord, people: dict[int, RecordPerson], named: set[int | None]
) -> WholeRecord:
    found = [people[id_] for id_ in named if id_ in people]
    return replace(record, people=tuple(sorted(found, key=lambda each: each.uid)))


def _people(session: Session, ids: Iterable[int]) -> dict[int, RecordPerson]:
    found: dict[int, RecordPerson] = {}
    table = PersonRecord.__table__
    for group in in_chunks(sorted(ids)):
        phones = _by_person(
            session, PersonPhoneRecord, group, lambda row: Phone(row.number, row.kind), "position"
        )
        roles = _by_person(
            session, PersonRoleRecord, group, lambda row: str(row.role_key), "position"
        )
        numbers = _by_person(session, PersonIdentifierRecord, group, made.identifier_of, "id")
        for row in session.execute(select(table).where(table.c.id.in_(group))):
            found[row.id] = made.person_of(
                row,
                tuple(phones[row.id]),
                tuple(roles[row.id]),
                tuple(each for each in numbers[row.id] if each),
            )
    return found


def _amendments(session: Session, ids: Sequence[int]) -> dict[int, int]:
    contact, version = ContactRecord.__table__.c, ContactVersionRecord.__table__.c
    query = (
        select(version.contact_id, func.count())
        .where(version.contact_id.in_(select(contact.id).where(contact.patient_id.in_(ids))))
        .group_by(version.contact_id)
    )
    return {row[0]: row[1] for row in session.execute(query)}


def _by_patient(
    session: Session,
    record: Any,
    ids: Sequence[int],
    told: Callable[[Any], T],
    order: str = "id",
) -> dict[int, list[T]]:
    table = record.__table__
    query = select(table).where(table.c.patient_id.in_(ids)).order_by(table.c[order], table.c.id)
    found: dict[int, list[T]] = defaultdict(list)
    for row in session.execute(query):
        found[row.patient_id].append(told(row))
    return found


def _by_person(
    session: Session, record: Any, ids: Sequence[int], told: Callable[[Any], T], order: str
) -> dict[int, list[T]]:
    table = record.__table__
    query = select(table).where(table.c.person_id.in_(ids)).order_by(table.c[order])
    found: dict[int, list[T]] = defaultdict(list)
    for row in session.execute(query):
        found[row.person_id].append(told(row))
    return found


def _itself(row: Any) -> Any:
    return row

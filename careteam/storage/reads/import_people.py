"""Who of the staff in a file is in the directory, with all that an import could change of them."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy import select, tuple_
from sqlmodel import Session

from careteam.domain.exchange import UUIDS, uid_of
from careteam.domain.identity import name_words
from careteam.domain.incoming import IncomingPerson
from careteam.domain.intake.known import Brought, KnownPerson, PersonMet
from careteam.domain.intake.matching import match_person
from careteam.domain.intake.values import named
from careteam.domain.phones import Phone
from careteam.domain.text import fold, person_name
from careteam.storage.reads.import_known import in_chunks
from careteam.storage.tables import (
    PersonIdentifierRecord,
    PersonPhoneRecord,
    PersonRecord,
    PersonRoleRecord,
    PersonSourceRecord,
)

T = TypeVar("T")

_person = PersonRecord.__table__.c
_source = PersonSourceRecord.__table__.c
_number = PersonIdentifierRecord.__table__.c


@dataclass(slots=True)
class KnownPeople:
    """The people of the directory who could be meant, found by key, number, NPI or name."""

    people: dict[int, KnownPerson] = field(default_factory=dict)
    by_key: dict[str, int] = field(default_factory=dict)
    by_number: dict[tuple[str, str], int] = field(default_factory=dict)
    by_npi: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_name: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def of(self, person: IncomingPerson) -> KnownPerson | None:
        """Who of the directory somebody in a file is, or None."""
        if person.known_id is not None:
            return self.people.get(person.known_id)
        own = self.by_key.get(person.key)
        numbered = {
            self.by_number[(item.system, item.value)]
            for item in person.identifiers
            if (item.system, item.value) in self.by_number
        }
        return match_person(
            person,
            self.people[own] if own else None,
            [self.people[each] for each in numbered],
            [self.people[each] for each in self.by_npi.get(person.npi, ())],
        )

    def namesakes(self, person: IncomingPerson) -> int:
        """How many in the directory have the very name of somebody who is not in it."""
        return len(self.by_name.get(fold(f"{person.family} {person.given}"), ()))

    def met(self, people: Sequence[IncomingPerson]) -> dict[str, PersonMet]:
        """Everybody of a file by key, with their place in the directory where they have one."""
        found: dict[str, PersonMet] = {}
        for person in people:
            known = self.of(person)
            found[person.key] = (
                PersonMet(known.id, known.name, known.leaves_on)
                if known
                else PersonMet(None, person_name(person.family, person.given, person.title))
            )
        return found


def known_people(session: Session, people: Sequence[IncomingPerson]) -> KnownPeople:
    """Everybody of the directory who could be one of these; nine selects for some hundred."""
    found = KnownPeople()
    for group in in_chunks(people):
        _find(session, group, found)
    ids = {*found.by_key.values(), *found.by_number.values()}
    ids |= {each for those in found.by_npi.values() for each in those}
    ids |= {person.known_id for person in people if person.known_id is not None}
    for each in in_chunks(sorted(ids)):
        found.people |= _known(session, each)
    return found


def people_met(session: Session, people: Sequence[IncomingPerson]) -> Mapping[str, PersonMet]:
    """Everybody of a file by key, as they are in the directory now."""
    return known_people(session, people).met(people)


def _find(session: Session, people: Sequence[IncomingPerson], found: KnownPeople) -> None:
    keys = [person.key for person in people]
    query = select(_source.external_key, _source.person_id)
    for key, person_id in session.execute(query.where(_source.external_key.in_(keys))):
        found.by_key[key] = person_id
    numbers = [(item.system, item.value) for person in people for item in person.identifiers]
    for group in in_chunks(numbers):
        query = select(_number.system, _number.value, _number.person_id)
        for system, value, person_id in session.execute(
            query.where(tuple_(_number.system, _number.value).in_(group))
        ):
            found.by_number[(system, value)] = person_id
    uids = {uid: value for system, value in numbers if system == UUIDS and (uid := uid_of(value))}
    for group in in_chunks(sorted(uids)):
        query = select(_person.external_id, _person.id).where(_person.external_id.in_(group))
        for uid, person_id in session.execute(query):
            found.by_number.setdefault((UUIDS, uids[uid]), person_id)
    npis = {person.npi for person in people} - {""}
    query = select(_person.npi, _person.id).where(_person.npi.in_(npis), _person.npi != "")
    for npi, person_id in session.execute(query):
        if person_id not in found.by_npi[npi]:
            found.by_npi[npi].append(person_id)
    names = {fold(f"{person.family} {person.given}") for person in people}
    query = select(_person.name_key, _person.id).where(_person.name_key.in_(names))
    for name, person_id in session.execute(query):
        found.by_name[name].append(person_id)


def _known(session: Session, ids: Collection[int]) -> dict[int, KnownPerson]:
    phones = _parts(
        session, PersonPhoneRecord, ids, lambda row: Phone(row.number, row.kind), "position"
    )
    roles = _parts(session, PersonRoleRecord, ids, lambda row: str(row.role_key), "position")
    numbers = _parts(
        session, PersonIdentifierRecord, ids, lambda row: (row.system, row.value), "id"
    )
    sources = _parts(
        session, PersonSourceRecord, ids, lambda row: (row.external_key, Brought.of(row.body)), "id"
    )
    return {
        row.id: KnownPerson(
            id=row.id,
            name=person_name(row.family, row.given, row.title, row.credentials),
            name_words=name_words(row.family, row.given),
            npi=row.npi,
            values={
                "name": named(row.family, row.given),
                "title": row.title,
                "credentials": row.credentials,
                "organisation": row.organisation,
                "email": row.email,
                "npi": row.npi,
                "department": row.department,
                "pager": row.pager,
            },
            phones=tuple(phones[row.id]),
            roles=tuple(roles[row.id]),
            identifiers=frozenset(numbers[row.id]),
            leaves_on=row.leaves_on,
            is_stub=row.is_stub,
            brought=dict(sources[row.id]),
        )
        for row in session.execute(select(PersonRecord.__table__).where(_person.id.in_(ids)))
    }


def _parts(
    session: Session, record: Any, ids: Collection[int], made: Callable[[Any], T], order: str
) -> dict[int, list[T]]:
    table = record.__table__.c
    query = select(record.__table__).where(table.person_id.in_(ids)).order_by(table[order])
    found: dict[int, list[T]] = defaultdict(list)
    for row in session.execute(query):
        found[row.person_id].append(made(row))
    return found

"""Members of the team for tests, written straight to the tables."""

from datetime import UTC, datetime

from sqlmodel import Session

from careteam.domain.changes import Changes, Part
from careteam.domain.moment import Moment
from careteam.domain.text import fold
from careteam.storage.identifiers import new_external_id
from careteam.storage.store import Store
from careteam.storage.tables import PersonPhoneRecord, PersonRecord, PersonRoleRecord

MOMENT = Moment.at(datetime(2026, 11, 20, 14, 30, tzinfo=UTC), "America/New_York")


def add_member(
    store: Store, family: str, given: str, credentials: str, role: str, phone: str = ""
) -> int:
    """A member of the team who can fill a role; gives the directory id."""
    made = store.do(_add, family, given, credentials, role, phone, moment=MOMENT).made
    assert made is not None
    return made


def _add(
    session: Session,
    family: str,
    given: str,
    credentials: str,
    role: str,
    phone: str,
    *,
    moment: Moment,
) -> Changes:
    assert moment.by is None  # it signs the audit trail
    person = PersonRecord(
        external_id=new_external_id(),
        family=family,
        given=given,
        credentials=credentials,
        name_key=fold(f"{family} {given}"),
    )
    session.add(person)
    session.flush()
    assert person.id is not None
    session.add(PersonRoleRecord(person_id=person.id, role_key=role))
    if phone:
        session.add(PersonPhoneRecord(person_id=person.id, number=phone))
    session.flush()
    return Changes(frozenset({Part.PERSON}), made=person.id)

"""Members of the team for tests, written straight to the tables."""

from datetime import UTC, datetime

from sqlmodel import Session

from careteam.domain.access import Action, Role, Who, all_roles, needs
from careteam.domain.accounts import AccountDraft
from careteam.domain.changes import Changes, Part
from careteam.domain.moment import Moment
from careteam.domain.text import fold
from careteam.storage.identifiers import new_external_id
from careteam.storage.store import Store
from careteam.storage.tables import PersonPhoneRecord, PersonRecord, PersonRoleRecord
from careteam.storage.tables.accounts import FIRST_ACCOUNT
from careteam.storage.writes.accounts import add_account

MOMENT = Moment.at(datetime(2026, 11, 20, 14, 30, tzinfo=UTC), "America/New_York")


def add_member(
    store: Store, family: str, given: str, credentials: str, role: str, phone: str = ""
) -> int:
    """A member of the team who can fill a role; gives the directory id."""
    made = store.do(_add, family, given, credentials, role, phone, moment=MOMENT).made
    assert made is not None
    return made


@needs(Action.OWN)
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


def work_as(store: Store, name: str, person_id: int | None = None, *roles: Role) -> Who:
    """Make an account, whose password nobody has, and let it work; all roles without any."""
    draft = AccountDraft(name, frozenset(roles) or all_roles(), person_id)
    moment = Moment.at(datetime(2026, 11, 20, tzinfo=UTC))
    store.who = Who(FIRST_ACCOUNT, "admin", all_roles())
    made = store.do(add_account, draft, f"slot of {name}", moment=moment, rules=store.rules).made
    store.who = Who(made or 0, name, draft.roles, person_id)
    return store.who

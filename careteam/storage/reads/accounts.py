"""Accounts: for the list of users, for the door, and by name for whatever tells who it was."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlmodel import Session

from careteam.domain.access import Action, Role, Who, needs, read_roles
from careteam.domain.text import person_name
from careteam.storage.tables import AccountRecord, EmergencyRecord, PersonRecord

MOST_EMERGENCIES = 200
"""So many are listed; the trail has all of them."""

_account = AccountRecord.__table__.c
_emergency = EmergencyRecord.__table__.c
_person = PersonRecord.__table__.c


@dataclass(frozen=True, slots=True)
class AccountRow:
    """A user as the list shows them; `person` is the name in the directory, if they are there."""

    id: int
    name: str
    roles: frozenset[Role]
    person_id: int | None
    person: str
    has_code: bool
    must_change: bool
    disabled_at: datetime | None
    version: int


@dataclass(frozen=True, slots=True)
class Doorkeeper:
    """What the door asks of an account; nothing of it is ever shown."""

    id: int
    name: str
    roles: frozenset[Role]
    person_id: int | None
    slot_id: str
    must_change: bool
    code_seed: str
    code_step: int
    spare_codes: tuple[str, ...]
    is_disabled: bool

    def who(self, emergency_until: datetime | None = None) -> Who:
        """The account as it works."""
        return Who(self.id, self.name, self.roles, self.person_id, emergency_until)


@dataclass(frozen=True, slots=True)
class EmergencyRow:
    """Emergency access of somebody, for whoever reviews it."""

    id: int
    account_id: int
    account: str
    kind: str
    reason: str
    begun_at: datetime
    ends_at: datetime
    reviewed_at: datetime | None
    reviewer: str
    review: str


@needs(Action.USERS)
def account_rows(session: Session) -> tuple[AccountRow, ...]:
    """Every account, those that may sign in first, by name."""
    query = (
        select(
            _account.id, _account.name, _account.roles, _account.person_id, _account.code_seed,
            _account.must_change, _account.disabled_at, _account.version, _person.family,
            _person.given, _person.title, _person.credentials,
        )
        .outerjoin_from(AccountRecord, PersonRecord, _person.id == _account.person_id)
        .order_by(_account.disabled_at.is_not(None), _account.name_key)
    )  # fmt: skip
    return tuple(
        AccountRow(
            row.id, row.name, read_roles(row.roles), row.person_id,
            person_name(row.family, row.given or "", row.title or "", row.credentials or "")
            if row.family
            else "",
            bool(row.code_seed), row.must_change, row.disabled_at, row.version,
        )
        for row in session.execute(query)
    )  # fmt: skip


def doorkeeper_of(session: Session, name_key: str) -> Doorkeeper | None:
    """What the door asks of a user, None for nobody."""
    return _doorkeeper(session, _account.name_key == name_key)


def doorkeeper(session: Session, account_id: int) -> Doorkeeper | None:
    """What the door asks of an account, None for nobody."""
    return _doorkeeper(session, _account.id == account_id)


def has_accounts(session: Session) -> bool:
    """Whether anybody has an account; a database of before accounts has none."""
    return session.execute(select(_account.id).limit(1)).first() is not None


def slots_named(session: Session) -> frozenset[str]:
    """The slots of the ring of keys that accounts name which may sign in."""
    query = select(_account.slot_id).where(_account.disabled_at.is_(None))
    return frozenset(session.execute(query).scalars())


def emergency_end(session: Session, account_id: int, now: datetime) -> datetime | None:
    """When the emergency access ends that an account has open, None without one."""
    query = select(_emergency.ends_at).where(
        _emergency.account_id == account_id, _emergency.ends_at > now
    )
    return session.execute(query.order_by(_emergency.ends_at.desc()).limit(1)).scalar()


@needs(Action.REVIEW)
def emergencies(
    session: Session, *, to_review: bool = False, limit: int = MOST_EMERGENCIES
) -> tuple[EmergencyRow, ...]:
    """Emergency access, the newest first; only what nobody has looked at yet when asked."""
    reviewer = AccountRecord.__table__.alias("reviewer").c
    query = (
        select(
            _emergency.id, _emergency.account_id, _account.name, _emergency.kind, _emergency.reason,
            _emergency.begun_at, _emergency.ends_at, _emergency.reviewed_at,
            reviewer.name.label("reviewer"), _emergency.review,
        )
        .join_from(EmergencyRecord, AccountRecord, _account.id == _emergency.account_id)
        .outerjoin(reviewer.id.table, reviewer.id == _emergency.reviewed_by)
        .order_by(_emergency.begun_at.desc())
        .limit(limit)
    )  # fmt: skip
    if to_review:
        query = query.where(_emergency.reviewed_at.is_(None))
    return tuple(
        EmergencyRow(
            row.id, row.account_id, row.name, row.kind, row.reason, row.begun_at, row.ends_at,
            row.reviewed_at, row.reviewer or "", row.review,
        )
        for row in session.execute(query)
    )  # fmt: skip


def account_names(session: Session, ids: Iterable[int]) -> dict[int, str]:
    """The names of accounts by id: as the directory has them, else what is typed at the door."""
    query = (
        select(
            _account.id, _account.name, _person.family, _person.given, _person.title,
            _person.credentials,
        )
        .outerjoin_from(AccountRecord, PersonRecord, _person.id == _account.person_id)
        .where(_account.id.in_(list(ids)))
    )  # fmt: skip
    return {
        row.id: person_name(row.family, row.given or "", row.title or "", row.credentials or "")
        if row.family
        else row.name
        for row in session.execute(query)
    }


def _doorkeeper(session: Session, condition: ColumnElement[bool]) -> Doorkeeper | None:
    row = session.execute(
        select(
            _account.id, _account.name, _account.roles, _account.person_id, _account.slot_id,
            _account.must_change, _account.code_seed, _account.code_step, _account.spare_codes,
            _account.disabled_at,
        ).where(condition)
    ).one_or_none()  # fmt: skip
    if row is None:
        return None
    return Doorkeeper(
        row.id, row.name, read_roles(row.roles), row.person_id, row.slot_id, row.must_change,
        row.code_seed, row.code_step, tuple(row.spare_codes), row.disabled_at is not None,
    )  # fmt: skip

"""Keeping accounts: made, changed, disabled; the ring of keys is `storage.key_acts`' part."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import func, select
from sqlmodel import Session

from careteam.domain.access import Action, Role, needs
from careteam.domain.accounts import FIRST_USER, AccountDraft, check, name_key
from careteam.domain.changes import Changes, Part
from careteam.domain.errors import Missing, Refused, Stale
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.storage.faults import STALE
from careteam.storage.reads.accounts import account_rows
from careteam.storage.tables import AccountRecord
from careteam.storage.tables.accounts import FIRST_ACCOUNT
from careteam.storage.writes.assignments import get_person

USERS = frozenset({Part.SETTING})
TAKEN = "There is a user of that name already; names that were used are not used again."
LAST = "This is the last administrator who may sign in; make another first."


@needs(Action.USERS)
def add_account(
    session: Session,
    draft: AccountDraft,
    slot_id: str,
    *,
    must_change: bool = True,
    moment: Moment,
    rules: Rules,
) -> Changes:
    """Make an account whose key lies in that slot.

    Refused for a name that is taken or none, without a role, for a person who has an account.
    """
    record = new_account(session, draft, slot_id, moment.now, must_change=must_change)
    return Changes(USERS, made=record.id, summary=f"{record.name} may sign in.")


def new_account(
    session: Session, draft: AccountDraft, slot_id: str, now: datetime, *, must_change: bool
) -> AccountRecord:
    """The row of a new account; Refused as `add_account` says."""
    draft = check(draft)
    _refuse_taken(session, draft, None)
    last = session.execute(select(func.max(AccountRecord.__table__.c.id))).scalar()
    record = AccountRecord(
        id=(last or FIRST_ACCOUNT - 1) + 1,
        name=draft.name,
        name_key=name_key(draft.name),
        roles=_told(draft.roles),
        person_id=draft.person_id,
        slot_id=slot_id,
        must_change=must_change,
        made_at=now,
    )
    session.add(record)
    session.flush()
    return record


@needs(Action.USERS)
def save_account(
    session: Session,
    account_id: int,
    draft: AccountDraft,
    version: int,
    *,
    moment: Moment,
    rules: Rules,
) -> Changes:
    """Change the roles of an account or whose it is; the name stays.

    Stale when somebody else did so meanwhile; Refused when no administrator would be left.
    """
    record = get_account(session, account_id)
    if record.version != version:
        raise Stale(STALE)
    draft = check(AccountDraft(record.name, draft.roles, draft.person_id))
    _refuse_taken(session, draft, account_id)
    if Role.ADMINISTRATOR not in draft.roles:
        _keep_an_administrator(session, account_id)
    record.roles, record.person_id = _told(draft.roles), draft.person_id
    _renew(record)
    return Changes(USERS, made=account_id, summary=f"The account of {record.name} is changed.")


@needs(Action.USERS)
def disable_account(session: Session, account_id: int, *, moment: Moment, rules: Rules) -> Changes:
    """Let an account sign in no more; Refused for the last administrator.

    45 CFR 164.308(a)(3)(ii)(C). Its row stays: the audit trail names it.
    """
    record = get_account(session, account_id)
    _keep_an_administrator(session, account_id)
    record.disabled_at, record.slot_id = moment.now, ""
    _renew(record)
    return Changes(USERS, made=account_id, summary=f"{record.name} may not sign in any more.")


@needs(Action.USERS)
def let_in_by_code(
    session: Session, account_id: int, slot_id: str, *, moment: Moment, rules: Rules
) -> Changes:
    """Let an account sign in once by the code in that slot, and choose a password then.

    A second factor is taken off: whoever lost the password has often lost the device too.
    """
    record = get_account(session, account_id)
    record.slot_id, record.must_change, record.disabled_at = slot_id, True, None
    record.code_seed, record.code_step, record.spare_codes = "", 0, []
    _renew(record)
    return Changes(USERS, made=account_id, summary=f"{record.name} may sign in once by the code.")


@needs(Action.OWN)
def take_slot(
    session: Session, account_id: int, slot_id: str, *, moment: Moment, rules: Rules
) -> Changes:
    """Sign in from now on by the password of another slot."""
    record = get_account(session, account_id)
    record.slot_id, record.must_change = slot_id, False
    _renew(record)
    return Changes(USERS, made=account_id, summary="The password is changed.")


@needs(Action.OWN)
def set_code(
    session: Session,
    account_id: int,
    seed: str,
    spare_codes: Iterable[str],
    *,
    step: int = 0,
    moment: Moment,
    rules: Rules,
) -> Changes:
    """Ask this account for a one-time code too (RFC 6238), or, with no seed, no more.

    `seed` is in base 32, `spare_codes` are digests, `step` is that of the code that proved it.
    """
    record = get_account(session, account_id)
    record.code_seed, record.code_step, record.spare_codes = seed, step, list(spare_codes)
    _renew(record)
    words = "is asked for a code too" if seed else "is asked for no code any more"
    return Changes(USERS, made=account_id, summary=f"{record.name} {words}.")


@needs(Action.OWN)
def use_code(
    session: Session,
    account_id: int,
    step: int,
    spare_codes: Iterable[str],
    *,
    moment: Moment,
    rules: Rules,
) -> Changes:
    """Remember the step of the code that was used, and which spare codes are left: each once."""
    record = get_account(session, account_id)
    record.code_step, record.spare_codes = max(record.code_step, step), list(spare_codes)
    session.flush()
    return Changes(frozenset())


def first_account(slot_id: str, now: datetime, name: str = FIRST_USER) -> AccountRecord:
    """The row of the account with which a database begins: it may do everything."""
    return AccountRecord(
        id=FIRST_ACCOUNT,
        name=name,
        name_key=name_key(name),
        roles=_told(Role),
        slot_id=slot_id,
        made_at=now,
    )


def get_account(session: Session, account_id: int) -> AccountRecord:
    """The row of an account; Missing without one."""
    record = session.get(AccountRecord, account_id)
    if record is None:
        raise Missing("There is no such user. Read the list again.")
    return record


def _refuse_taken(session: Session, draft: AccountDraft, account_id: int | None) -> None:
    table = AccountRecord.__table__.c
    if draft.person_id is not None:
        get_person(session, draft.person_id)
    for field, condition, sentence in (
        ("name", table.name_key == name_key(draft.name), TAKEN),
        ("person", table.person_id == draft.person_id, "This person has an account already."),
    ):
        if field == "person" and draft.person_id is None:
            continue
        query = select(table.id).where(condition, table.id != (account_id or 0))
        if session.execute(query.limit(1)).first():
            raise Refused.at(field, sentence)


def _keep_an_administrator(session: Session, account_id: int) -> None:
    for row in account_rows(session):
        is_other = row.id != account_id and row.disabled_at is None
        if is_other and Role.ADMINISTRATOR in row.roles:
            return
    record = get_account(session, account_id)
    if Role.ADMINISTRATOR in record.roles:
        raise Refused.at("roles", LAST)


def _told(roles: Iterable[Role]) -> list[str]:
    return sorted(str(role) for role in roles)


def _renew(record: AccountRecord) -> None:
    record.version += 1

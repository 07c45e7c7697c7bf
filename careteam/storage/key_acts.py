"""What is done with keys and accounts at once: passwords, codes on paper, a new data key.

Each act is ordered so that, cut off anywhere, exactly one password of a user opens the database.
"""

from datetime import datetime, timedelta
from pathlib import Path

from sqlmodel import Session

from careteam.domain.access import Action, Role
from careteam.domain.accounts import AccountDraft, check, name_key
from careteam.domain.audit import Event
from careteam.domain.errors import Missing, Refused
from careteam.domain.moment import Moment
from careteam.domain.passphrases import wrong_with
from careteam.domain.recovery import new_code, read_code
from careteam.storage.engine import Key, read_salt
from careteam.storage.key_ring import (
    Ring,
    read_ring,
    recovery_slots,
    ring_of,
)
from careteam.storage.key_slots import Kind, Slot, make_slot, take_out
from careteam.storage.reads.accounts import doorkeeper, doorkeeper_of
from careteam.storage.reads.rules import read_settings
from careteam.storage.signing_in import is_password
from careteam.storage.store import Store
from careteam.storage.writes.accounts import (
    add_account,
    disable_account,
    let_in_by_code,
    take_slot,
)
from careteam.storage.writes.audit_events import note_event
from careteam.storage.writes.settings import set_setting

CODE_HOURS = 72
"""A one-time code of an administrator works so long."""
RECOVERY = "recovery_slot"
"""The setting that names the slot which the recovery code opens: an older one is worth nothing."""

NOT_YOURS = "This is not your password. Nothing was changed."
SAME = "This is the password you have; choose another."
NO_RECOVERY = "This recovery code is wrong, or was replaced by a newer one."
CONFIRMED = "recovery_confirmed"
"""The setting that names the same slot once its code was typed again from the paper."""
NO_ADMINISTRATOR = (
    "There is no administrator of this name. Anybody else asks an administrator for a one-time "
    "code and signs in with it."
)


def make_account(store: Store, draft: AccountDraft, moment: Moment) -> tuple[int, str]:
    """A new account and the one-time code with which it signs in first; see `add_account`."""
    store.allow(Action.USERS, moment.now)
    draft = check(draft)
    slot, code = _once(store, draft.name, moment.now)
    store.keep_ring(store.ring().with_slot(slot))
    try:
        made = store.do(add_account, draft, slot.id, moment=moment, rules=store.rules).made
    except BaseException:
        store.keep_ring(store.ring().without([slot.id]))
        raise
    return made or 0, code


def make_account_with(store: Store, draft: AccountDraft, password: str, moment: Moment) -> int:
    """A new account with a password that is there already, for scripts; Refused for a weak one."""
    store.allow(Action.USERS, moment.now)
    draft = check(draft)
    _refuse_weak(password, draft.name)
    slot = make_slot(name_key(draft.name), Kind.PASSWORD, password, store.key.raw)
    store.keep_ring(store.ring().with_slot(slot))
    try:
        changes = store.do(
            add_account, draft, slot.id, must_change=False, moment=moment, rules=store.rules
        )
    except BaseException:
        store.keep_ring(store.ring().without([slot.id]))
        raise
    return changes.made or 0


def reset_password(store: Store, account_id: int, moment: Moment) -> str:
    """A one-time code for somebody who lost their password; nobody else chooses it for them."""
    store.allow(Action.USERS, moment.now)
    user = _user(store, account_id)
    slot, code = _once(store, user, moment.now)
    before = [one.id for one in store.ring().of(name_key(user))]
    store.keep_ring(store.ring().with_slot(slot))
    store.do(let_in_by_code, account_id, slot.id, moment=moment, rules=store.rules)
    store.keep_ring(store.ring().without(before))
    return code


def disable(store: Store, account_id: int, moment: Moment) -> str:
    """Let an account sign in no more, from now on; the sentence that says so."""
    user = name_key(_user(store, account_id))
    told = store.do(disable_account, account_id, moment=moment, rules=store.rules).summary
    store.keep_ring(store.ring().without(one.id for one in store.ring().of(user)))
    return told


def change_password(store: Store, old: str, new: str, moment: Moment) -> None:
    """Change the password of who works; takes a second. Refused at `old` or `new`."""
    if store.who is None or not is_password(store, old):
        raise Refused.at("old", NOT_YOURS)
    keeper = store.look(doorkeeper, store.who.account_id)
    _refuse_weak(new, store.who.name, with_code=bool(keeper and keeper.code_seed))
    if new == old:
        raise Refused.at("new", SAME)
    set_password(store, store.who.account_id, name_key(store.who.name), new, moment)


def set_password(store: Store, account_id: int, user: str, password: str, moment: Moment) -> None:
    """Give an account another password; the one before opens nothing from then on."""
    before = [one.id for one in store.ring().of(user)]
    slot = make_slot(user, Kind.PASSWORD, password, store.key.raw)
    store.keep_ring(store.ring().with_slot(slot))
    store.do(take_slot, account_id, slot.id, moment=moment, rules=store.rules)
    store.keep_ring(store.ring().without(before))


def renew_recovery(store: Store, moment: Moment) -> str:
    """A new recovery code, to be printed once; the one before opens nothing from then on."""
    store.allow(Action.KEYS, moment.now)
    code = new_code()
    slot = make_slot("", Kind.RECOVERY, read_code(code), store.key.raw)
    before = [one.id for one in recovery_slots(store.ring())]
    store.keep_ring(store.ring().with_slot(slot))
    store.do(set_setting, RECOVERY, slot.id, moment=moment, rules=store.rules)
    store.keep_ring(store.ring().without(before))
    return code


def confirm_recovery(store: Store, moment: Moment) -> None:
    """The recovery code of now was typed again from the paper: so it is on paper."""
    slot_id = store.look(_recovery_slot)
    store.do(set_setting, CONFIRMED, slot_id, moment=moment, rules=store.rules)


def is_recovery_confirmed(store: Store) -> bool:
    """Whether the recovery code of now is known to be on paper."""
    told = store.look(read_settings)
    return has_recovery(store) and told.get(CONFIRMED, "") == told.get(RECOVERY)


def has_recovery(store: Store) -> bool:
    """Whether somebody could open the database with a recovery code."""
    return bool(recovery_slots(store.ring()))


def recover(path: Path, code: str, user: str, password: str, *, now: datetime) -> str:
    """Give an administrator another password by the recovery code; gives a new recovery code.

    Refused at `code`, `user` or `password`. A second factor is taken off. What happened stands in
    the audit trail.
    """
    try:
        bare = read_code(code)
    except ValueError as error:
        raise Refused.at("code", str(error)) from error
    _refuse_weak(password, user, field="password")
    ring = read_ring(ring_of(path)) or Ring(())
    for slot in recovery_slots(ring):
        raw = take_out(slot, bare)
        if raw is not None:
            return _recovered(path, Key(raw, read_salt(path)), slot.id, user, password, now)
    raise Refused.at("code", NO_RECOVERY)


def _recovered(path: Path, key: Key, slot_id: str, user: str, password: str, now: datetime) -> str:
    store = Store.open(path, key, now=now)
    try:
        if store.look(_recovery_slot) != slot_id:
            raise Refused.at("code", NO_RECOVERY)
        found = store.look(doorkeeper_of, name_key(user))
        if found is None or Role.ADMINISTRATOR not in found.roles or found.is_disabled:
            raise Refused.at("user", NO_ADMINISTRATOR)
        store.who = found.who()
        moment = Moment.at(now, by=found.person_id)
        store.do(let_in_by_code, found.id, "", moment=moment, rules=store.rules)
        set_password(store, found.id, name_key(found.name), password, moment)
        store.do(note_event, Event.RECOVERED, "database", moment=moment, rules=store.rules)
        return renew_recovery(store, moment)
    finally:
        store.close()


def _recovery_slot(session: Session) -> str:
    return read_settings(session).get(RECOVERY, "")


def _once(store: Store, user: str, now: datetime) -> tuple[Slot, str]:
    """A slot for a code that works once, and the code."""
    code, until = new_code(), now + timedelta(hours=CODE_HOURS)
    slot = make_slot(
        name_key(user), Kind.ONCE, read_code(code), store.key.raw, until=until.isoformat()
    )
    return slot, code


def _user(store: Store, account_id: int) -> str:
    found = store.look(doorkeeper, account_id)
    if found is None:
        raise Missing("There is no such user. Read the list again.")
    return found.name


def _refuse_weak(password: str, *names: str, with_code: bool = False, field: str = "new") -> None:
    wrong = wrong_with(password, names=names, with_code=with_code)
    if wrong:
        raise Refused.at(field, wrong)

"""The door: who signs in with which password, and the database that opens for them."""

import contextlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from careteam.domain.accounts import FIRST_USER, name_key
from careteam.domain.errors import CareteamError, Damaged, Locked, Missing, Unavailable
from careteam.domain.moment import Moment
from careteam.storage.codes import Code, match
from careteam.storage.copies import folder_of
from careteam.storage.engine import WRONG_KEY, Key, connect, derive_key, read_salt
from careteam.storage.faults import told_plainly
from careteam.storage.key_ring import (
    Ring,
    coming_ring_of,
    keep_ring,
    read_ring,
    ring_of,
    unlock,
)
from careteam.storage.key_slots import Kind, Slot, make_slot
from careteam.storage.read_only import may_write
from careteam.storage.reads.accounts import (
    Doorkeeper,
    doorkeeper,
    doorkeeper_of,
    emergency_end,
    has_accounts,
)
from careteam.storage.soundness import doubt_derived, doubt_opening
from careteam.storage.store import Store
from careteam.storage.writes.accounts import first_account, use_code
from careteam.storage.wrong_tries import (
    ANYBODY,
    forget_wait,
    note_wrong_try,
    seconds_to_wait,
)

WRONG = "User name or password is wrong."
WRONG_CODE = "This code is not the right one, or was used already. Wait for the next one."
SKEWED = (
    "This code is right, but for another time: the clock of this machine or of the device is "
    "wrong by minutes."
)
WAIT = "Too many wrong tries. The next one is taken in {seconds} s."
DISABLED = "This account may not sign in any more. Ask an administrator."
EXPIRED = "This one-time code has expired. Ask an administrator for a new one."
CODE_NEEDED = "Type the code that your device shows."
CHOOSE_FIRST = (
    "A password of your own has to be chosen first, and the database is read-only here. Sign in "
    "where it can be written."
)
SPARE_USED = (
    "A spare code counts once, and the database is read-only here, so that it could not be crossed "
    "off. Type the code that your device shows."
)
NO_KEYS = (
    "The keys of {name} are missing, or the password is wrong. Put {keys} back from beside a copy."
)

Steady = Callable[[], float]


class CodeNeeded(Locked):
    """The password is right; a one-time code is asked for too."""


class WrongPassword(Locked):
    """User or password or code is wrong, or it is too early for the next try."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """What somebody types at the door; neither password nor code is ever printed."""

    user: str
    password: str = field(repr=False)
    code: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, repr=False)
class Opening:
    """The key that a password opened, with the slot it lay in; None for one of before users."""

    key: Key
    slot: Slot | None


def open_key(path: Path, credentials: Credentials) -> Opening:
    """The key of a database, or of a copy with its keys beside it.

    WrongPassword when it is not the right one; Unavailable when the keys cannot be read.
    """
    salt = read_salt(path)
    user = name_key(credentials.user)
    ring = read_ring(ring_of(path))
    coming = read_ring(coming_ring_of(path))
    if ring is None and coming is None:
        return Opening(derive_key(credentials.password, salt), None)
    for one, place in ((coming, coming_ring_of(path)), (ring, ring_of(path))):
        found = unlock(one, user, credentials.password, place) if one else None
        if found is not None:
            opening = Opening(Key(found[0], salt), found[1])
            if coming is None or _settle(path, opening.key, is_coming=one is coming):
                return opening
    raise WrongPassword(WRONG)


def sign_in(
    path: Path,
    credentials: Credentials,
    *,
    now: datetime,
    steady: Steady = time.monotonic,
    check: Callable[..., None] | None = None,
) -> Store:
    """The database, open for whoever signs in.

    WrongPassword with how long to wait; CodeNeeded when a second factor is asked for too; Damaged
    when its first page is. `check` looks at the file before anything is written to it. Where it
    may not be written it is open for reading; neither wrong tries nor codes are kept then.
    """
    user = counted(path, credentials.user)
    with counting(path, user, now, steady):
        store, slot = _open(path, credentials, now, check)
        try:
            _admit(store, slot, credentials, now)
        except BaseException:
            store.close()
            raise
    return store


def ask_again(
    store: Store, password: str, *, now: datetime, steady: Steady = time.monotonic
) -> None:
    """Ask who works for their password once more; WrongPassword as at the door."""
    user = name_key(store.who.name) if store.who else ANYBODY
    with counting(store.path, user, now, steady):
        if not is_password(store, password):
            raise WrongPassword(WRONG)


def is_password(store: Store, password: str) -> bool:
    """Whether this is the password of who works; takes tenths of a second."""
    if store.who is None:
        return False
    ring, keeper = store.ring(), store.look(doorkeeper, store.who.account_id)
    found = unlock(ring, name_key(store.who.name), password, ring_of(store.path))
    if found is None or keeper is None:
        return False
    return found[1].kind is Kind.PASSWORD and found[1].id == keeper.slot_id


@contextlib.contextmanager
def counting(path: Path, user: str, now: datetime, steady: Steady) -> Iterator[None]:
    """WrongPassword while wrong tries wait; counts one more, or forgets them when it was right."""
    wait = seconds_to_wait(path, user, steady())
    if wait > 0:
        raise WrongPassword(WAIT.format(seconds=round(wait + 0.5)))
    try:
        yield
    except WrongPassword as error:
        note_wrong_try(path, user, now, steady())
        wait = seconds_to_wait(path, user, steady())
        if wait > 0:
            more = WAIT.format(seconds=round(wait + 0.5))
            raise WrongPassword(f"{error.sentence} {more}") from error
        raise
    forget_wait(path, user)


def counted(path: Path, user: str) -> str:
    """Whose tries are counted: a user whom the ring knows, or anybody."""
    key = name_key(user)
    try:
        ring = read_ring(ring_of(path))
    except CareteamError:
        ring = None
    return key if ring is not None and ring.of(key) else ANYBODY


def _open(
    path: Path,
    credentials: Credentials,
    now: datetime,
    check: Callable[..., None] | None,
) -> tuple[Store, Slot | None]:
    opening = open_key(path, credentials)
    try:
        store = Store.open(path, opening.key, now=now)
    except Locked as error:
        if error.sentence != WRONG_KEY:
            raise
        raise _doubt(path, credentials, opening) from error
    if check is not None:
        try:
            check(store.file, opening.key, is_fixed=store.is_fixed)
        except BaseException:
            store.close()
            raise
    return store, opening.slot


def _doubt(path: Path, credentials: Credentials, opening: Opening) -> Locked | Damaged:
    """What is to be told when the file does not open with a key that was taken out."""
    if opening.slot is not None:
        return doubt_opening(path, opening.key)
    error = doubt_derived(path, credentials.password)
    if isinstance(error, Damaged):
        return error
    if folder_of(path).is_dir() and any(folder_of(path).glob("*.keys.json")):
        return WrongPassword(NO_KEYS.format(name=path.name, keys=ring_of(path).name))
    return WrongPassword(error.sentence)


def _settle(path: Path, key: Key, *, is_coming: bool) -> bool:
    """After a change of the data key that was cut off: keep the ring whose key opens the file."""
    is_fixed = not may_write(path)
    try:
        with told_plainly():
            connect(path, key, is_fixed=is_fixed).close()
    except (Locked, Unavailable):
        return False
    if is_fixed:
        return True
    if is_coming:
        coming_ring_of(path).replace(ring_of(path))
    else:
        coming_ring_of(path).unlink(missing_ok=True)
    return True


def _admit(store: Store, slot: Slot | None, credentials: Credentials, now: datetime) -> None:
    """Let the account in whose slot it was, or say why not."""
    if slot is None:
        _found_accounts(store, credentials, now)
        return
    found = store.look(doorkeeper_of, slot.user)
    if found is None or (found.slot_id != slot.id and not found.is_disabled):
        raise WrongPassword(WRONG)
    if found.is_disabled:
        raise Locked(DISABLED)
    if slot.until and datetime.fromisoformat(slot.until) < now:
        raise Locked(EXPIRED)
    store.who = found.who(store.look(emergency_end, found.id, now))
    if store.read_only is not None and found.must_change:
        raise Unavailable(CHOOSE_FIRST)
    if found.code_seed:
        _ask_code(store, found, credentials.code, now)
    if store.read_only is None:
        _tidy_ring(store, slot)


def _ask_code(store: Store, found: Doorkeeper, code: str, now: datetime) -> None:
    if not code.strip():
        raise CodeNeeded(CODE_NEEDED)
    matched = match(found, code, now)
    if matched.verdict is not Code.RIGHT:
        raise WrongPassword(SKEWED if matched.verdict is Code.SKEWED else WRONG_CODE)
    if store.read_only is not None:
        if matched.spare_codes != found.spare_codes:
            raise Unavailable(SPARE_USED)
        return
    store.do(
        use_code, found.id, matched.step, matched.spare_codes,
        moment=Moment.at(now, by=found.person_id), rules=store.rules,
    )  # fmt: skip


def _tidy_ring(store: Store, slot: Slot) -> None:
    """Drop what a change of the password that was cut off left behind."""
    ring = store.ring()
    left = [one.id for one in ring.of(slot.user) if one.id != slot.id]
    if left:
        store.keep_ring(ring.without(left))


def _found_accounts(store: Store, credentials: Credentials, now: datetime) -> None:
    """A database of before users: whoever has its passphrase becomes its first account."""
    if store.look(has_accounts):
        raise Unavailable(NO_KEYS.format(name=store.path.name, keys=ring_of(store.path).name))
    user = credentials.user.strip() or FIRST_USER
    slot = make_slot(name_key(user), Kind.PASSWORD, credentials.password, store.key.raw)
    keep_ring(ring_of(store.path), Ring((slot,)), store.key.raw)
    account = first_account(slot.id, now, user)
    store.found(account, now)
    keeper = store.look(doorkeeper_of, name_key(user))
    if keeper is None:
        raise Missing("The first account could not be made. Try again.")
    store.who = keeper.who()

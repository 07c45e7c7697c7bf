"""One's own account: the password that has to be chosen, and the second factor."""

from careteam.domain.accounts import name_key
from careteam.domain.audit import Event
from careteam.domain.errors import Missing, Refused
from careteam.domain.moment import Moment
from careteam.domain.passphrases import LEAST_CHARACTERS, wrong_with
from careteam.storage.codes import Code, digests, match, new_spares
from careteam.storage.gate import NOBODY
from careteam.storage.key_acts import SAME, set_password
from careteam.storage.key_ring import ring_of, unlock
from careteam.storage.reads.accounts import Doorkeeper, doorkeeper
from careteam.storage.signing_in import SKEWED, WRONG_CODE, is_password
from careteam.storage.store import Store
from careteam.storage.writes.accounts import set_code
from careteam.storage.writes.audit_events import note_event

ACCOUNT = "account"
"""What the notes in the audit trail are about."""

WRONG_PASSWORD = "This is not your password. Nothing was changed."  # noqa: S105 - a sentence
TOO_SHORT_ALONE = (
    "Without a code a password has at least {least} characters. Choose a longer one first."
)


def own_doorkeeper(store: Store) -> Doorkeeper:
    """What the door asks of who works here; Missing when nobody does."""
    found = store.look(doorkeeper, store.who.account_id) if store.who else None
    if found is None:
        raise Missing(NOBODY)
    return found


def must_change(store: Store) -> bool:
    """Whether who works came in by a code that works once, and has to choose a password."""
    return own_doorkeeper(store).must_change


def has_code(store: Store) -> bool:
    """Whether this account is asked for a code of a device too."""
    return bool(own_doorkeeper(store).code_seed)


def choose_password(store: Store, new: str, moment: Moment) -> None:
    """The first password of one's own; Refused at `new`. Takes a second."""
    keeper = own_doorkeeper(store)
    wrong = wrong_with(new, names=(keeper.name,), with_code=bool(keeper.code_seed))
    if wrong:
        raise Refused.at("new", wrong)
    user = name_key(keeper.name)
    if unlock(store.ring(), user, new, ring_of(store.path)) is not None:
        raise Refused.at("new", SAME)
    set_password(store, keeper.id, user, new, moment)


def switch_code_on(store: Store, seed: str, code: str, moment: Moment) -> tuple[str, ...]:
    """Ask this account for codes of a device from now on; gives the spare codes, once.

    Refused at `code` unless it is one that the device shows now.
    """
    keeper = own_doorkeeper(store)
    new = Doorkeeper(
        keeper.id, keeper.name, keeper.roles, keeper.person_id, keeper.slot_id, False, seed, 0, (),
        False,
    )  # fmt: skip
    found = match(new, code, moment.now)
    if found.verdict is not Code.RIGHT:
        raise Refused.at("code", SKEWED if found.verdict is Code.SKEWED else WRONG_CODE)
    spares = new_spares()
    _set(store, keeper.id, seed, digests(spares), found.step, Event.CODE_ON, moment)
    return spares


def switch_code_off(store: Store, password: str, moment: Moment) -> None:
    """Ask this account for no code any more; Refused at `password`. Takes tenths of a second."""
    keeper = own_doorkeeper(store)
    if not is_password(store, password):
        raise Refused.at("password", WRONG_PASSWORD)
    if len(password) < LEAST_CHARACTERS:
        raise Refused.at("password", TOO_SHORT_ALONE, least=LEAST_CHARACTERS)
    _set(store, keeper.id, "", (), 0, Event.CODE_OFF, moment)


def _set(
    store: Store,
    account_id: int,
    seed: str,
    spares: tuple[str, ...],
    step: int,
    event: Event,
    moment: Moment,
) -> None:
    rules = store.rules
    store.do(set_code, account_id, seed, spares, step=step, moment=moment, rules=rules)
    store.do(note_event, event, ACCOUNT, moment=moment, rules=rules)
    store.anchor()

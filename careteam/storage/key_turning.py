"""A new data key for a database: nobody's password changes, and the key of before opens nothing."""

import os
import shutil
from pathlib import Path

from sqlmodel import Session

from careteam.domain.access import Action
from careteam.domain.audit import Event
from careteam.domain.backups import Why
from careteam.domain.errors import Locked, Unavailable
from careteam.domain.moment import Moment
from careteam.storage.backup import verify
from careteam.storage.engine import KEY_BYTES, Key, connect
from careteam.storage.faults import told_plainly
from careteam.storage.holding import Hold
from careteam.storage.key_acts import RECOVERY
from careteam.storage.key_ring import Ring, coming_ring_of, keep_ring, ring_of
from careteam.storage.key_slots import seal
from careteam.storage.reads.accounts import slots_named
from careteam.storage.reads.rules import read_settings
from careteam.storage.store import Store
from careteam.storage.writes.audit_events import note_event

NO_ROOM = "Changing the key needs {need} MB of free space. Nothing was changed; free some space."


def turn_key(store: Store, moment: Moment) -> None:
    """Change the data key: nobody's password changes, copies of before keep the key of before.

    A verified copy is made first. Locked while another window or program has the database open;
    Unavailable without enough free space. Cut off anywhere, the passwords open the database.
    """
    store.allow(Action.KEYS, moment.now)
    with Hold.take(store.path, moment.now):
        _turn(store, moment)


def _turn(store: Store, moment: Moment) -> None:
    path, old = store.path, store.key
    size = path.stat().st_size
    if shutil.disk_usage(path.parent).free < 3 * size:
        raise Unavailable(NO_ROOM.format(need=3 * size // 1_000_000 + 1))
    copier = store.copier()
    copier.copy_also(copier.copy(Why.KEY, moment.now))
    new = Key(os.urandom(KEY_BYTES), old.salt)
    named = store.look(_slots_that_count)
    ring = Ring(tuple(seal(slot, new.raw) for slot in store.ring().slots if slot.id in named))
    keep_ring(coming_ring_of(path), ring, new.raw)
    store.rest()
    try:
        _rekey(path, old, new)
    finally:
        store.wake(_keep_what_opens(path, old, new))
    store.do(note_event, Event.KEY_TURNED, "database", moment=moment, rules=store.rules)
    store.anchor()


def _slots_that_count(session: Session) -> frozenset[str]:
    """The slots that accounts and the recovery code name: what else lies in the ring is old."""
    return slots_named(session) | {read_settings(session).get(RECOVERY, "")}


def _keep_what_opens(path: Path, old: Key, new: Key) -> Key:
    """After a change of the key, through or cut off: the key that opens the file, with its ring.

    When neither can be tried now, both rings stay, and the next signing in finds out.
    """
    for key in (new, old):
        try:
            with told_plainly():
                connect(path, key).close()
        except (Locked, Unavailable):
            continue
        if key is old:
            coming_ring_of(path).unlink(missing_ok=True)
        else:
            coming_ring_of(path).replace(ring_of(path))
        return key
    return old


def _rekey(path: Path, old: Key, new: Key) -> None:
    """Encrypt every page anew, in one transaction; Locked while somebody else writes."""
    with told_plainly():
        connection = connect(path, old)
        try:
            connection.execute("PRAGMA busy_timeout=0")
            if connection.execute("PRAGMA journal_mode=DELETE").fetchone()[0] != "delete":
                raise Locked("The database is open elsewhere. Close it there, then try again.")
            connection.execute(f'PRAGMA rekey = "{new.literal}"')
        finally:
            connection.close()
    verify(path, new)

"""Putting a copy back in place of the database, in an order in which nothing can be lost."""

import contextlib
import itertools
import json
import os
import shutil
import tempfile
import time
from dataclasses import asdict, dataclass
from datetime import datetime
from glob import escape
from pathlib import Path

from sqlmodel import Session

from careteam.domain.access import Action, Who, all_roles, authorize, read_roles
from careteam.domain.accounts import name_key
from careteam.domain.audit import Event
from careteam.domain.errors import Locked, Unavailable
from careteam.domain.moment import Moment
from careteam.storage.anchors import Anchor, read_anchor
from careteam.storage.audit import head_of, trail_key_of
from careteam.storage.backup import settle, verify
from careteam.storage.copies import REHEARSAL, check_copy, content_of, disk_told
from careteam.storage.door import RING
from careteam.storage.engine import Key, connect, open_engine
from careteam.storage.faults import told_plainly
from careteam.storage.holding import Hold
from careteam.storage.key_ring import coming_ring_of, ring_of
from careteam.storage.places import check_place
from careteam.storage.reads.worker import worker_of
from careteam.storage.schema import check_version, migrate, version_of
from careteam.storage.store import Store
from careteam.storage.tables.accounts import FIRST_ACCOUNT
from careteam.storage.whole_file import keep_bytes
from careteam.storage.writes.audit_events import note_event

SIDECARS = ("-wal", "-shm", "-journal")
KEPT, PART = "-before-restore-", ".part"
_HAS_ACCOUNTS = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'account'"
_ROLES = "SELECT roles FROM account WHERE name_key = ? AND disabled_at IS NULL"
RESTORER = Who(FIRST_ACCOUNT, "", all_roles())
"""Who puts a copy back before anybody can sign in: whoever has a password of the copy."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a rehearsal found: the rows that can be read, and how many seconds it took."""

    patients: int
    contacts: int
    seconds: float


def rehearse(path: Path, key: Key, *, now: datetime) -> Checked:
    """Put a copy back into a folder of its own, bring it up to date, count it, throw it away."""
    began = time.monotonic()
    check_copy(path, key)
    with tempfile.TemporaryDirectory(prefix=REHEARSAL, dir=_room_beside(path)) as place:
        restored = Path(place) / path.name
        shutil.copyfile(path, restored)
        Store.open(restored, key, now=now).close()
        found = content_of(restored, key)
    return Checked(found["patients"], found["contacts"], time.monotonic() - began)


def _room_beside(copy: Path) -> Path | None:
    """The folder of a copy, unless it lies on a share: then the machine's own for such things."""
    try:
        check_place(copy)
    except Unavailable:
        return None
    return copy.parent


def refuse_unless_keeper(copy: Path, key: Key, user: str) -> None:
    """Denied for a user who, as the copy has it, puts no copies back.

    Asked of the copy, as the database may be damaged; one of before users asks nobody.
    """
    with told_plainly():
        connection = connect(copy, key, is_copy=True)
        try:
            if not connection.execute(_HAS_ACCOUNTS).fetchone():
                return
            found = connection.execute(_ROLES, (name_key(user),)).fetchone()
        finally:
            connection.close()
    roles = read_roles(json.loads(found[0])) if found else frozenset()
    authorize(Who(FIRST_ACCOUNT, user, roles), Action.RESTORE, None)


def put_back(
    copy: Path, database: Path, key: Key, *, now: datetime, who: Who | None = None
) -> Path | None:
    """Replace the database by a copy; gives the file in which the one before lies, if any.

    In every order of events there is a whole database: the copy is checked, laid beside, checked
    again and brought up to date there, and its audit trail goes on with a row that names both
    ends; the present file is folded together and kept under another name; then one rename puts
    the copy in its place. Locked, naming who has it, when the database is open.
    """
    check_place(database)
    check_copy(copy, key)
    with Hold.take(database, now):
        return _put_back(copy, database, key, now, who)


def _put_back(copy: Path, database: Path, key: Key, now: datetime, who: Who | None) -> Path | None:
    part = _part_of(database)
    with disk_told(database.parent):
        try:
            _remove(part)
            _finish_setting_aside(database)
            shutil.copyfile(copy, part)
            part.chmod(0o600)
            verify(part, key)
            _tell(copy, part, database, key, now, who)
            settle(part)
            before = _set_aside(database, key, now)
            _lay_keys(copy, database)
            part.replace(database)
            _keep_keys(copy, database)
            settle(database.parent)
        finally:
            _remove(part)
            _finish_setting_aside(database)
    store = Store.open(database, key, now=now)
    try:
        store.anchor(is_new=True)
    finally:
        store.close()
    return before


def _tell(copy: Path, part: Path, database: Path, key: Key, now: datetime, who: Who | None) -> None:
    """Say in its trail that it is put back on purpose: where the other ended, where it goes on.

    It is said before it counts: killed right after, the row proves that nobody cut the trail off.
    """
    engine = open_engine(part, key)
    store = Store(part, key, engine, who or RESTORER)
    try:
        with told_plainly():
            if check_version(version_of(engine)):
                migrate(engine)
        head, trail = store.look(_head), None
        with contextlib.suppress(ValueError):
            trail = store.look(_anchor_before, database)
        store.do(
            note_event,
            Event.RESTORED,
            "database",
            detail={
                "file": copy.name,
                "before": asdict(trail) if trail else None,
                "from": asdict(head),
            },
            moment=Moment.at(now, by=store.read(worker_of)),
            rules=store.rules,
        )
    finally:
        engine.dispose()
    if not _fold_together(part, key):
        raise Unavailable("The copy could not be brought up to date. Choose another.")


def _remove(part: Path) -> None:
    for tail in ("", *SIDECARS):
        part.with_name(part.name + tail).unlink(missing_ok=True)


def _head(session: Session) -> Anchor:
    return head_of(session.connection())


def _anchor_before(session: Session, database: Path) -> Anchor | None:
    return read_anchor(database, trail_key_of(session.connection()))


def _lay_keys(copy: Path, database: Path) -> None:
    """Lay the keys of the copy beside those of now: until it is in place, both may be needed."""
    if ring_of(copy).exists():
        keep_bytes(coming_ring_of(database), ring_of(copy).read_bytes())


def _keep_keys(copy: Path, database: Path) -> None:
    """The copy is in place: its keys are the keys, and one of before users has none."""
    if coming_ring_of(database).exists():
        coming_ring_of(database).replace(ring_of(database))
    elif not ring_of(copy).exists():
        ring_of(database).unlink(missing_ok=True)


def _set_aside(database: Path, key: Key, now: datetime) -> Path | None:
    """Keep the present file under another name; it stays in its place until it is replaced."""
    if not database.exists():
        for tail in SIDECARS:
            database.with_name(database.name + tail).unlink(missing_ok=True)
        return None
    kept = _free_name(database, now)
    is_whole = _fold_together(database, key)
    if ring_of(database).exists():
        keep_bytes(_part_of(ring_of(kept)), ring_of(database).read_bytes())
    try:
        os.link(database, kept)
    except OSError:
        shutil.copyfile(database, _part_of(kept))
        _part_of(kept).chmod(0o600)
        _part_of(kept).replace(kept)
    _finish_setting_aside(database)
    for tail in SIDECARS:
        side = database.with_name(database.name + tail)
        if is_whole:
            side.unlink(missing_ok=True)
        elif side.exists():
            side.replace(kept.with_name(kept.name + tail))
    return kept


def _finish_setting_aside(database: Path) -> None:
    """Give a file that is kept its keys, which were whole before it; drop what was cut off before.

    A kill between the two leaves a file whose keys bear the name of a part.
    """
    for part in database.parent.glob(f"{escape(database.stem)}{KEPT}*{PART}"):
        whole = part.with_name(part.name.removesuffix(PART))
        if whole.name.endswith(RING) and whole.with_name(whole.name.removesuffix(RING)).exists():
            part.replace(whole)
        else:
            part.unlink()


def _part_of(path: Path) -> Path:
    return path.with_name(path.name + PART)


def _free_name(database: Path, now: datetime) -> Path:
    """A name for what was there before that nothing has yet."""
    name = f"{database.stem}{KEPT}{now:%Y%m%d-%H%M%S}"
    tries = (f"-{number}" if number > 1 else "" for number in itertools.count(1))
    return next(
        kept for tail in tries if not (kept := database.with_name(f"{name}{tail}.db")).exists()
    )


def _fold_together(database: Path, key: Key) -> bool:
    """Fold the log into the file, which only succeeds while nobody else has it open.

    False for a file that is damaged or has another key: it is kept as it lies, log and all.
    """
    try:
        with told_plainly():
            connection = connect(database, key)
            try:
                connection.execute("PRAGMA busy_timeout=0")
                connection.execute("PRAGMA journal_mode=DELETE")
            finally:
                connection.close()
    except Locked as error:
        if "Another program" in error.sentence:
            raise Locked(
                "The database is open in another window. Close it there, then restore."
            ) from error
        return False
    except Unavailable:
        return False
    return True

"""An open database: the one way in for reads and verbs, for the window and the command line."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Engine
from sqlmodel import Session

from careteam.domain.access import Action, Denied, Who, action_of, all_roles, authorize
from careteam.domain.accounts import FIRST_USER, name_key
from careteam.domain.audit import Verdict
from careteam.domain.backups import Copy, Why
from careteam.domain.changes import Changes, Part
from careteam.domain.errors import Locked, Unavailable
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.storage.audit import check_trail, write_anchor
from careteam.storage.chain import Hand
from careteam.storage.copies import copy_also, folder_of, make_copy
from careteam.storage.engine import Key, new_key, open_engine, read_salt
from careteam.storage.faults import told_plainly
from careteam.storage.key_ring import Ring, check_ring, keep_ring, read_ring, ring_of
from careteam.storage.key_slots import Kind, make_slot
from careteam.storage.places import check_place, is_fat
from careteam.storage.reads.rules import read_rules, read_settings
from careteam.storage.reads.worker import worker_of
from careteam.storage.rights import close_off, make_file
from careteam.storage.schema import check_version, create_schema, migrate, version_of
from careteam.storage.seeds import seed
from careteam.storage.tables import AccountRecord
from careteam.storage.tables.accounts import FIRST_ACCOUNT
from careteam.storage.writes.accounts import first_account

SECOND_FOLDER = "backup_folder"
"""The setting that names a second folder for copies; empty for none."""

NOBODY = "Nobody is signed in. Sign in, then try again."

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, repr=False)
class Copier:
    """Makes copies of a database, open or closed; `second` is another folder for them, or none."""

    path: Path
    key: Key
    second: Path | None = None

    @property
    def folder(self) -> Path:
        """Where the copies lie."""
        return folder_of(self.path)

    def copy(self, why: Why, now: datetime) -> Copy:
        """Make a verified copy; Unavailable when the disk refuses it."""
        return make_copy(self.path, self.key, why=why, now=now)

    def copy_also(self, made: Copy) -> None:
        """Lay a copy into the second folder too, if there is one; Unavailable when it cannot be."""
        if self.second is not None:
            copy_also(self.folder, made, self.second)


class Store:
    """A database that is open; reads and verbs run in one transaction each.

    `who` is the account that works, without which nothing is read or written; `note` is a sentence
    about what was mended when it was opened, or nothing.
    """

    def __init__(self, path: Path, key: Key, engine: Engine, who: Who | None = None) -> None:
        self.path = path
        self.who = who
        self.clock: Callable[[], datetime] | None = None
        self._key = key
        self._engine = engine
        self._rules: Rules | None = None
        self._is_closed = False
        self.note = ""

    @classmethod
    def create(
        cls,
        path: Path,
        password: str,
        *,
        moment: Moment,
        clinic: str = "Leukemia Program",
        user: str = FIRST_USER,
    ) -> "Store":
        """Make a new database with the default rules and its first account, which may do all.

        Refuses to touch an existing file.

        Unavailable on a network share and in a folder that is synchronised.
        """
        check_place(path)
        if path.exists():
            raise Unavailable(f"There is a file at {path} already. Choose another name.")
        key = new_key()
        slot = make_slot(name_key(user), Kind.PASSWORD, password, key.raw)
        make_file(path)
        engine = open_engine(path, key, is_new=True)
        store = cls(path, key, engine)
        try:
            with told_plainly(), engine.begin() as connection:
                create_schema(connection)
                with Session(bind=connection) as session, _signed(session, moment):
                    seed(session, today=moment.today, zone=moment.zone, clinic=clinic)
                    session.add(first_account(slot.id, moment.now, user))
                    session.flush()
                    store.keep_ring(Ring((slot,)))
                    session.commit()
            store.who = Who(FIRST_ACCOUNT, user, all_roles())
        except BaseException:
            store.close()
            path.unlink(missing_ok=True)
            ring_of(path).unlink(missing_ok=True)
            raise
        store.anchor(is_new=True)
        return store

    @classmethod
    def open(cls, path: Path, key: Key, *, now: datetime, who: Who | None = None) -> "Store":
        """Open an existing database; an older one is backed up and migrated, a newer refused.

        Unavailable on a network share and in a folder that is synchronised. Rights that others
        have on its files are taken away.
        """
        check_place(path)
        read_salt(path)
        note = "" if is_fat(path) else close_off(path, folder_of(path))
        engine = open_engine(path, key)
        try:
            with told_plainly():
                if check_version(version_of(engine)):
                    make_copy(path, key, why=Why.UPDATE, now=now)
                    migrate(engine)
        except BaseException:
            engine.dispose()
            raise
        store = cls(path, key, engine, who)
        store.note = note
        return store

    @property
    def rules(self) -> Rules:
        """The clinic's catalogue and calendar, read once and after each change of them."""
        if self._rules is None:
            self._rules = self.read(read_rules)
        return self._rules

    @property
    def is_open(self) -> bool:
        """Whether it can be asked; once closed it never is again."""
        return not self._is_closed

    def again(self) -> "Store":
        """The same database on connections of its own, for work in another thread."""
        return Store(self.path, self._key, open_engine(self.path, self._key), self.who)

    @property
    def key(self) -> Key:
        """The key of the file; nothing outside `storage` has a use for it."""
        return self._key

    def look(
        self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Answer a query of the door, before anybody is signed in; no page may use it."""
        with told_plainly(), self._session(writes=False) as session:
            return query(session, *args, **kwargs)

    def found(self, account: AccountRecord, now: datetime) -> None:
        """Begin the accounts of a database that is older than they are."""
        with (
            told_plainly(),
            self._session(writes=True) as session,
            _signed(session, Moment.at(now)),
        ):
            session.add(account)
            session.commit()

    def rest(self) -> None:
        """Let go of the file, until `wake`."""
        self._engine.dispose()

    def wake(self, key: Key) -> None:
        """Go on with the file, whose key may be another one now."""
        self._key, self._engine = key, open_engine(self.path, key)

    def read(
        self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Answer a query in a read transaction; Denied when the account may not see it.

        A query that names nothing shows patients.
        """
        self.authorize(getattr(query, "needs", Action.SEE_PATIENTS))
        with told_plainly(), self._session(writes=False) as session:
            return query(session, *args, **kwargs)

    def do(
        self,
        verb: Callable[Concatenate[Session, P], Changes],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Changes:
        """Run a verb in one transaction: all of it is kept, or nothing.

        Denied when the account may not do it; TypeError for a verb that names no action.
        """
        moment = kwargs.get("moment")
        by = moment if isinstance(moment, Moment) else None
        self.authorize(action_of(verb), by.now if by else None)
        with told_plainly(), self._session(writes=True) as session, _signed(session, by, self.who):
            changes = verb(session, *args, **kwargs)
            session.commit()
        if changes.touches(Part.CATALOGUE):
            self._rules = None
        return changes

    def authorize(self, action: Action, now: datetime | None = None) -> None:
        """Let who works here do something; Denied when they may not, or when nobody is here.

        `now` decides whether emergency access is still open; without it the desk's clock does.
        """
        if self.who is None:
            raise Denied(NOBODY)
        authorize(self.who, action, now or (self.clock() if self.clock else None))

    def ring(self) -> Ring:
        """The keys of this database; an empty ring without a file of them.

        Locked when something else wrote the file: no key is ever sealed to a slot of a stranger.
        """
        ring = read_ring(ring_of(self.path))
        return Ring(()) if ring is None else check_ring(ring, self._key.raw, ring_of(self.path))

    def keep_ring(self, ring: Ring) -> None:
        """Put a ring in place of the one before."""
        keep_ring(ring_of(self.path), ring, self._key.raw)

    def worker_id(self) -> int | None:
        """Whose desk it is: the person of the account, else whom the settings name."""
        own = self.who.person_id if self.who is not None else None
        return own if own is not None else self.read(worker_of)

    def copier(self) -> Copier:
        """What makes copies of this database, in any thread and after it is closed too."""
        second = self.read(read_settings).get(SECOND_FOLDER, "")
        return Copier(self.path, self._key, Path(second) if second else None)

    def data_version(self) -> int:
        """A number that differs when another connection has changed the file."""
        self._check_open()
        with told_plainly(), self._engine.connect().execution_options(write=False) as connection:
            return int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())

    def check_trail(self, last: int | None = None) -> Verdict:
        """Check the audit trail and its anchor; all of it, or only its last rows."""
        with told_plainly(), self._session(writes=False) as session:
            return check_trail(session.connection(), self.path, last=last)

    def anchor(self, *, is_new: bool = False) -> None:
        """Write down beside the database where the audit trail ends; Unavailable when refused.

        An anchor that is not on the trail stays as it is, unless the database is new in its place:
        it is the proof that rows were cut off.
        """
        with told_plainly(), self._session(writes=False) as session:
            write_anchor(session.connection(), self.path, is_new=is_new)

    def forget_rules(self) -> None:
        """Read the catalogue again next time: another window changed it."""
        self._rules = None

    def close(self) -> None:
        """Close every connection for good; the write-ahead log is folded into the file.

        The anchor may lag behind, so a disk that refuses it holds nothing up.
        """
        if not self._is_closed:
            with contextlib.suppress(Locked, Unavailable):
                self.anchor()
        self._is_closed = True
        self._engine.dispose()

    @contextlib.contextmanager
    def _session(self, *, writes: bool) -> Iterator[Session]:
        self._check_open()
        with (
            self._engine.connect().execution_options(write=writes) as connection,
            Session(bind=connection, autoflush=False) as session,
        ):
            yield session

    def _check_open(self) -> None:
        """A closed database is never opened again by who still holds this."""
        if self._is_closed:
            raise Locked("The desk is locked. Unlock it, then try again.")


@contextlib.contextmanager
def _signed(session: Session, moment: Moment | None, who: Who | None = None) -> Iterator[None]:
    """Let the audit trail know whose hand writes, for the length of one transaction."""
    driver: Any = session.connection().connection.dbapi_connection
    hand: Hand = driver.hand
    if moment is not None:
        hand.actor, hand.at = moment.by, moment.now
    if who is not None:
        hand.actor = who.account_id
    try:
        yield
    finally:
        hand.actor = hand.at = None

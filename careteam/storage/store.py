"""An open database: the one way in for reads and verbs, for the window and the command line."""

import contextlib
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Engine
from sqlmodel import Session

from careteam.domain.access import Action, Who, action_of, all_roles
from careteam.domain.accounts import FIRST_USER, name_key
from careteam.domain.audit import Verdict
from careteam.domain.backups import Why
from careteam.domain.changes import Changes, Part
from careteam.domain.errors import Locked, Unavailable
from careteam.domain.moment import Moment
from careteam.domain.read_only import Cause, ReadOnly
from careteam.domain.rules import Rules
from careteam.storage.audit import check_trail, write_anchor
from careteam.storage.copier import Copier
from careteam.storage.copies import folder_of, make_copy
from careteam.storage.engine import Key, new_key, open_engine, read_salt
from careteam.storage.faults import READ_ONLY, told_plainly
from careteam.storage.hands import signed
from careteam.storage.key_ring import Ring, check_ring, keep_ring, read_ring, ring_of
from careteam.storage.key_slots import Kind, make_slot
from careteam.storage.places import check_place, is_fat
from careteam.storage.read_only import Fixed, may_write
from careteam.storage.reading import Reader
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

MOST_UNANCHORED, ANCHORED_EVERY = 20, timedelta(minutes=5)
"""So many verbs or minutes of work may vanish unseen with a log that is lost."""

UNSEEN = (
    "The database is read-only here: it can be looked at, and what is opened is not kept in its "
    "audit trail."
)
OLDER = (
    "This database is older than the program, and where it is only read it cannot be brought up to "
    "date. Ask for the right to write to its file and folder."
)

P = ParamSpec("P")
T = TypeVar("T")


class Store(Reader):
    """A database that is open; reads and verbs run in one transaction each.

    `note` is a sentence about what was mended when it was opened, or nothing.
    """

    def __init__(self, path: Path, key: Key, engine: Engine, who: Who | None = None) -> None:
        super().__init__(engine, who)
        self.path = path
        self._unanchored = 0
        self._anchored_at: datetime | None = None
        self._key = key
        self._rules: Rules | None = None
        self._fixed: Fixed | None = None
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
                with Session(bind=connection) as session, signed(session, moment):
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
        have on its files are taken away. Where it may not be written it is `read_only`, and nothing
        beside it is touched.
        """
        check_place(path)
        read_salt(path)
        if not may_write(path):
            return cls._open_fixed(path, key, who)
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

    @classmethod
    def _open_fixed(cls, path: Path, key: Key, who: Who | None) -> "Store":
        fixed = Fixed(path, key)
        store = cls(path, key, open_engine(fixed.path, key, is_fixed=True), who)
        store._fixed, store.read_only, store.note = fixed, ReadOnly(Cause.FILE), UNSEEN
        try:
            with told_plainly():
                if check_version(version_of(store._engine)):
                    raise Unavailable(OLDER)
        except BaseException:
            store.close()
            raise
        return store

    @property
    def rules(self) -> Rules:
        """The clinic's catalogue and calendar, read once and after each change of them."""
        if self._rules is None:
            self._rules = self.read(read_rules)
        return self._rules

    def again(self) -> "Store":
        """The same database on connections of its own, for work in another thread."""
        engine = open_engine(self.file, self._key, is_fixed=self.is_fixed)
        other = Store(self.path, self._key, engine, self.who)
        other.read_only = self.read_only
        return other

    @property
    def is_fixed(self) -> bool:
        """Whether it was opened where nothing can be written."""
        return self._fixed is not None

    @property
    def file(self) -> Path:
        """The file that is read: the database, or a private copy where its log needs one."""
        return self._fixed.path if self._fixed is not None else self.path

    @property
    def key(self) -> Key:
        """The key of the file; nothing outside `storage` has a use for it."""
        return self._key

    def found(self, account: AccountRecord, now: datetime) -> None:
        """Begin the accounts of a database that is older than they are."""
        self._refuse_writing(Action.OWN)
        with (
            told_plainly(),
            self._session(writes=True) as session,
            signed(session, Moment.at(now)),
        ):
            session.add(account)
            session.commit()

    def rest(self) -> None:
        """Let go of the file, until `wake`."""
        self._engine.dispose()

    def wake(self, key: Key) -> None:
        """Go on with the file, whose key may be another one now."""
        self._key, self._engine = key, open_engine(self.path, key)

    def do(
        self,
        verb: Callable[Concatenate[Session, P], Changes],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Changes:
        """Run a verb in one transaction: all of it is kept, or nothing.

        Denied when the account may not do it, Unavailable while the database is only read;
        TypeError for a verb that names no action.
        """
        moment = kwargs.get("moment")
        by = moment if isinstance(moment, Moment) else None
        self.allow(action_of(verb), by.now if by else None)
        self._shared.let_go()
        try:
            with (
                told_plainly(),
                self._session(writes=True) as session,
                signed(session, by, self.who),
            ):
                changes = verb(session, *args, **kwargs)
                session.commit()
        except Unavailable as error:
            if error.sentence == READ_ONLY:
                self.read_only = ReadOnly(Cause.FILE)
            raise
        self._anchor_now_and_then(by)
        if changes.touches(Part.CATALOGUE):
            self._rules = None
        return changes

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

    def _anchor_now_and_then(self, moment: Moment | None) -> None:
        """After some verbs or minutes the trail is anchored; a disk that refuses it waits."""
        self._unanchored += 1
        if moment is None:
            return
        if self._anchored_at is None:
            self._anchored_at = moment.now
        is_late = moment.now - self._anchored_at >= ANCHORED_EVERY
        if is_late or self._unanchored >= MOST_UNANCHORED:
            self._unanchored, self._anchored_at = 0, moment.now
            with contextlib.suppress(Locked, Unavailable):
                self.anchor()

    def copier(self) -> Copier:
        """What makes copies of this database, in any thread and after it is closed too."""
        second = self.read(read_settings).get(SECOND_FOLDER, "")
        is_fixed = self.read_only == ReadOnly(Cause.FILE)
        return Copier(self.path, self._key, Path(second) if second else None, is_fixed)

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
        it is the proof that rows were cut off. Where nothing can be written nothing is to be
        anchored.
        """
        if self.read_only == ReadOnly(Cause.FILE):
            return
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
        if self._fixed is not None:
            self._fixed.let_go()

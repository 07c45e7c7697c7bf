"""Opening the encrypted SQLite file: key, pragmas, transactions; the only driver-specific room.

Engine settings are those that were measured to lose nothing: WAL with synchronous=FULL, and
BEGIN IMMEDIATE for whatever may write (docs/decisions/030-encrypted-sqlite.md).
"""

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import JSON, Boolean, Date, DateTime, Engine, String, create_engine, event
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.pool import QueuePool

from careteam.domain.errors import Damaged, Locked, Missing, Unavailable
from careteam.domain.passphrases import plain
from careteam.storage.chain import Hand, new_trail_key, register

SALT_BYTES = 16
KEY_BYTES = 32
ROUNDS = 256_000
PLAIN_HEADER = b"SQLite format 3\x00"
OLDEST_SQLITE = (3, 51, 3)
BUSY_SECONDS = 5.0
SMALLEST_FILE = 1024

TRAIL_KEY = "trail_key"
"""The table of one row that holds the key of the audit trail through every change of the data
key."""
HAS_TRAIL_KEY = f"SELECT count(*) FROM sqlite_master WHERE name = '{TRAIL_KEY}'"

WRONG_KEY = (
    "This file cannot be opened with this passphrase, or it is not a Careteam database. "
    "Check the passphrase and the file."
)

PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "temp_store=MEMORY",
    "recursive_triggers=ON",
    "cache_size=-64000",
    "wal_autocheckpoint=1000",
)


@compiles(String, "sqlite")
def _text(_type: object, _compiler: object, **_: object) -> str:
    return "TEXT"


@compiles(Date, "sqlite")
def _date(_type: object, _compiler: object, **_: object) -> str:
    return "TEXT"


@compiles(DateTime, "sqlite")
def _datetime(_type: object, _compiler: object, **_: object) -> str:
    return "TEXT"


@compiles(JSON, "sqlite")
def _json(_type: object, _compiler: object, **_: object) -> str:
    return "TEXT"


@compiles(Boolean, "sqlite")
def _boolean(_type: object, _compiler: object, **_: object) -> str:
    return "INTEGER"


@dataclass(frozen=True, slots=True, repr=False)
class Key:
    """The raw key of one file (32 bytes) with the file's salt (16 bytes)."""

    raw: bytes
    salt: bytes

    def __post_init__(self) -> None:
        if len(self.raw) != KEY_BYTES or len(self.salt) != SALT_BYTES:
            raise ValueError("a key has 32 bytes and a salt 16")

    @property
    def literal(self) -> str:
        """The key as the cipher takes it, with nothing left to derive."""
        return f"x'{self.raw.hex()}{self.salt.hex()}'"


def derive_key(passphrase: str, salt: bytes) -> Key:
    """The key of a database of before users, as SQLCipher would derive it.

    PBKDF2-HMAC-SHA512, 256,000 rounds.

    Takes tenths of a second and releases the interpreter: call it once, in a thread, and open
    every connection with the result. Letters put together in another way give the same key.
    """
    raw = hashlib.pbkdf2_hmac("sha512", plain(passphrase), salt, ROUNDS, KEY_BYTES)
    return Key(raw, salt)


def new_salt() -> bytes:
    """A fresh salt for a new file."""
    return os.urandom(SALT_BYTES)


def new_key() -> Key:
    """A random key and salt for a new file."""
    return Key(os.urandom(KEY_BYTES), new_salt())


def read_salt(path: Path) -> bytes:
    """The salt of an existing file; says in one sentence why a file cannot be a database."""
    try:
        with path.open("rb") as file:
            head = file.read(SALT_BYTES)
            size = path.stat().st_size
    except FileNotFoundError as error:
        raise Missing(
            f"There is no database at {path}. Choose another file, or make one with init."
        ) from error
    except IsADirectoryError as error:
        raise Unavailable(f"{path} is a folder, not a database. Name the file in it.") from error
    except PermissionError as error:
        raise Unavailable(
            f"{path} may not be read by this account. Ask for the right to read and write it."
        ) from error
    except OSError as error:
        raise Unavailable(f"{path} cannot be read from this disk. Check the drive.") from error
    if size == 0:
        raise Damaged(f"{path} is empty: it is damaged. Restore a backup of it.")
    if head == PLAIN_HEADER:
        raise Unavailable(
            f"{path} is a database that is not encrypted, so it is not one of Careteam's. "
            "Choose another file."
        )
    if size < SMALLEST_FILE:
        raise Damaged(f"{path} is too short to be a database. Restore a backup of it.")
    return head


class Connection(sqlcipher.Connection):  # pyright: ignore[reportAttributeAccessIssue]
    """A connection that knows whose hand writes on it, and the key of the audit trail."""

    hand: Hand
    trail_key: bytes


def connect(
    path: Path, key: Key, *, is_new: bool = False, is_copy: bool = False, is_fixed: bool = False
) -> Any:
    """One connection with the key given and the pragmas set; the file must exist unless new.

    A finished copy is only read: opening it changes not one byte of it. One that is fixed is read
    where nothing can be written, without a lock or a file beside it; its log is not looked at.
    """
    mode = "ro&immutable=1" if is_fixed else "ro" if is_copy else "rwc" if is_new else "rw"
    connection = sqlcipher.connect(  # pyright: ignore[reportAttributeAccessIssue]
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        check_same_thread=False,
        cached_statements=256,
        factory=Connection,
    )
    connection.isolation_level = None
    connection.hand = Hand()
    connection.execute("PRAGMA cipher_log_level=NONE")
    connection.execute(f'PRAGMA key = "{key.literal}"')
    if not connection.execute("PRAGMA cipher_version").fetchone():
        raise Unavailable("This machine's SQLite cannot encrypt. Install Careteam anew.")
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlcipher.DatabaseError as error:  # pyright: ignore[reportAttributeAccessIssue]
        connection.close()
        if "not a database" in str(error):
            raise Locked(WRONG_KEY) from error
        raise
    connection.trail_key = _trail_key(connection, key)
    register(connection, connection.trail_key, connection.hand)
    for pragma in PRAGMAS[1:] if is_copy or is_fixed else PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _trail_key(connection: Any, key: Key) -> bytes:
    """The key that rests in the file; one that is new, or older than that, has it from its own."""
    is_there = connection.execute(HAS_TRAIL_KEY).fetchone()[0]
    row = connection.execute(f"SELECT key FROM {TRAIL_KEY}").fetchone() if is_there else None
    return bytes.fromhex(row[0]) if row else new_trail_key(key.raw)


def open_engine(path: Path, key: Key, *, is_new: bool = False, is_fixed: bool = False) -> Engine:
    """An engine over the file; reads begin deferred, everything else begins as a writer."""
    if sqlcipher.sqlite_version_info < OLDEST_SQLITE:
        raise Unavailable("This SQLite has a bug that can damage databases. Install Careteam anew.")
    creator: Callable[[], Any] = lambda: connect(  # noqa: E731
        path, key, is_new=is_new, is_fixed=is_fixed
    )
    engine = create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=creator,
        poolclass=QueuePool,
        pool_size=2,
        max_overflow=4,
        hide_parameters=True,
        connect_args={},
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        writes = connection.get_execution_options().get("write", True)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine

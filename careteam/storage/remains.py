"""What is left of a damaged database file, opened so that not one byte of it is ever written."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from careteam.domain.errors import Damaged, Locked
from careteam.storage.copies import disk_told
from careteam.storage.engine import SALT_BYTES, WRONG_KEY, Key, read_salt

FIRST_PAGE = (
    "The first page of {name} is damaged, and without it nothing in the file can be read. "
    "Restore a copy of it."
)
PAGE = 4096
LOG = "-wal"


class Unreadable(Exception):  # noqa: N818 - the word for what was met, never told on screen
    """A page on the way to the next row could not be read."""


class Remains:
    """A file whose good pages can be asked; the same connection is of no use after a bad one.

    With its log it has to be a private copy: reading a log writes beside the file.
    """

    def __init__(self, path: Path, key: Key, *, has_log: bool = False) -> None:
        self._path = path
        self._key = key
        self._mode = "mode=ro" if has_log else "mode=ro&immutable=1"
        self._connection: Any = None

    def rows(self, sql: str, *values: Any) -> Iterator[tuple[Any, ...]]:
        """The rows of a query, one after the other, until Unreadable."""
        try:
            if self._connection is None:
                self._connection = self._connect()
            yield from self._connection.execute(sql, values)
        except sqlcipher.DatabaseError as error:  # pyright: ignore[reportAttributeAccessIssue]
            self.close()
            raise Unreadable from error

    def columns_of(self, table: str) -> tuple[str, ...]:
        """The columns that a table has in this file; none when its description is lost."""
        try:
            return tuple(row[1] for row in self.rows(f'PRAGMA table_info("{table}")'))
        except Unreadable:
            return ()

    def version(self) -> int:
        """The number of the schema; Unreadable when the first page is not what the key opens."""
        return int(next(self.rows("PRAGMA user_version"))[0])

    def broken_pages(self) -> int:
        """How many pages of the file itself are not as they were written."""
        return sum(1 for _ in self.rows("PRAGMA cipher_integrity_check"))

    def close(self) -> None:
        """Let the file go; the next question opens it anew."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _connect(self) -> Any:
        """Tolerant of a file that is cut off and of descriptions of tables that are lost."""
        connection = sqlcipher.connect(  # pyright: ignore[reportAttributeAccessIssue]
            f"{self._path.absolute().as_uri()}?{self._mode}",
            uri=True,
            check_same_thread=False,
        )
        connection.isolation_level = None
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f'PRAGMA key = "{self._key.literal}"')
        for pragma in ("writable_schema=ON", "query_only=ON", "temp_store=MEMORY"):
            connection.execute(f"PRAGMA {pragma}")
        return connection


@contextlib.contextmanager
def remains_of(database: Path, key: Key, room: Path) -> Iterator[Remains]:
    """The remains of a database, with what its log holds; a log is read in a private copy.

    `room` is a folder with space for that copy. Damaged when the first page cannot be read,
    Locked when the key is another's.
    """
    read_salt(database)
    log = database.with_name(database.name + LOG)
    if not log.exists() or log.stat().st_size == 0:
        with contextlib.closing(Remains(database, key)) as remains:
            _check_first_page(remains, database, key)
            yield remains
        return
    with disk_told(room):
        place = tempfile.TemporaryDirectory(prefix=".rescue-", dir=room)
    with place as private:
        copy = Path(private) / database.name
        with disk_told(room):
            _copy_what_can_be_read(database, copy)
            _copy_what_can_be_read(log, copy.with_name(copy.name + LOG))
        remains = Remains(copy, key, has_log=True)
        if not _has_first_page(remains):
            remains = Remains(copy, key)
        with contextlib.closing(remains):
            _check_first_page(remains, database, key)
            yield remains


def _has_first_page(remains: Remains) -> bool:
    try:
        return remains.version() >= 0
    except Unreadable:
        return False


def _check_first_page(remains: Remains, database: Path, key: Key) -> None:
    """With the right key the other pages are right, or nearly all; with another's none is."""
    if _has_first_page(remains):
        return
    pages = max(database.stat().st_size // PAGE, 1)
    with contextlib.suppress(Unreadable):
        if key.salt == _head(database) and remains.broken_pages() < pages:
            raise Damaged(FIRST_PAGE.format(name=database.name))
    raise Locked(WRONG_KEY)


def _head(database: Path) -> bytes:
    with database.open("rb") as file:
        return file.read(SALT_BYTES)


def _copy_what_can_be_read(source: Path, target: Path) -> None:
    """A copy for this account alone; what the disk does not give is filled with nothing."""
    descriptor = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "wb") as copy, source.open("rb", buffering=0) as file:
        try:
            shutil.copyfileobj(file, copy, PAGE * 256)
        except OSError:
            size = source.stat().st_size
            copy.seek(0)
            for at in range(0, size, PAGE):
                copy.write(_page_at(file.fileno(), at, min(PAGE, size - at)))


def _page_at(descriptor: int, at: int, length: int) -> bytes:
    try:
        os.lseek(descriptor, at, os.SEEK_SET)
        return os.read(descriptor, length).ljust(length, b"\0")
    except OSError:
        return bytes(length)

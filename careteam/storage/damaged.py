"""Opening a damaged database to read what is left: its log in a private copy, its first pages."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from careteam.domain.errors import Damaged, Locked
from careteam.storage.copies import disk_told
from careteam.storage.descriptions import is_described, mend_descriptions
from careteam.storage.engine import SALT_BYTES, WRONG_KEY, Key, read_salt
from careteam.storage.remains import PAGE, Remains, Unreadable

FIRST_PAGE = (
    "The first page of {name} is damaged, and without it nothing in the file can be read. "
    "Restore a copy of it."
)
NOT_DESCRIBED = (
    "A page of {name} is damaged that says where everything lies, and without it nothing in the "
    "file can be read. Restore a copy of it."
)
LOG = "-wal"


@contextlib.contextmanager
def remains_of(database: Path, key: Key, room: Path) -> Iterator[Remains]:
    """The remains of a database, with what its log holds.

    A log is read, and pages that describe the tables are mended, in a private copy; `room` is a
    folder with space for it. Damaged when the first page or the descriptions cannot be read, for
    nothing can then; Locked when the key is another's.
    """
    read_salt(database)
    with disk_told(room):
        place = tempfile.TemporaryDirectory(prefix=".rescue-", dir=room)
    with place as private:
        copy = Path(private) / database.name
        remains = _opened(database, key, copy)
        try:
            if not is_described(remains):
                remains.close()
                remains = _mended(database, key, copy)
            yield remains
        finally:
            remains.close()


def _opened(database: Path, key: Key, copy: Path) -> Remains:
    """The file itself; with a log, a copy of both, and without that log when it is another's."""
    log = database.with_name(database.name + LOG)
    if not log.exists() or log.stat().st_size == 0:
        remains = Remains(database, key)
    else:
        with disk_told(copy.parent):
            _copy_what_can_be_read(database, copy)
            _copy_what_can_be_read(log, copy.with_name(copy.name + LOG))
        remains = Remains(copy, key, has_log=True)
        if not _has_first_page(remains):
            remains = Remains(copy, key)
    _check_first_page(remains, database, key)
    return remains


def _mended(database: Path, key: Key, copy: Path) -> Remains:
    with disk_told(copy.parent):
        if not copy.exists():
            _copy_what_can_be_read(database, copy)
    has_log = copy.with_name(copy.name + LOG).exists()
    remains = Remains(copy, key, has_log=has_log)
    with contextlib.suppress(Unreadable):
        if mend_descriptions(copy, key, remains, copy.parent):
            return remains
    remains.close()
    raise Damaged(NOT_DESCRIBED.format(name=database.name))


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
        if key.salt == _head(database) and len(remains.broken_pages()) < pages:
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

"""Whether the file of a database is whole: found out at unlocking, before anything is written."""

import contextlib
from collections.abc import Callable
from pathlib import Path

from careteam.domain.errors import CareteamError, Damaged, Locked, NotItsKeys
from careteam.storage.copies import copies_in, folder_of
from careteam.storage.engine import WRONG_KEY, Key, connect, derive_key, read_salt
from careteam.storage.faults import DAMAGED, told_plainly
from careteam.storage.key_ring import ring_of
from careteam.storage.manifests import signed_manifest
from careteam.storage.remains import PAGE, Remains, Unreadable

MOST_BYTES = 128 * 1024 * 1024
"""A larger file would keep the nurse waiting: the copy of the day looks at every page of it."""
MOST_COPIES = 3

NOT_ITS_KEYS = (
    "This file is not the database that belongs to these keys. Choose another file, or restore a "
    "copy."
)
EARLIER = (
    "The keys in {name} are those of before the key was changed, and open only copies of then. "
    "Put that file back from beside the newest copy, or restore a copy."
)


def check_pages(path: Path, key: Key, *, is_fixed: bool = False) -> None:
    """Damaged when a page is not as it was written; about 2 ms for each MiB.

    The log is folded in first: after a power cut the file may hold half a page of which the log
    has the whole. Not so in a file that is fixed, which has none.
    """
    if path.stat().st_size > MOST_BYTES:
        return
    with told_plainly():
        connection = connect(path, key, is_fixed=is_fixed)
        try:
            if not is_fixed:
                connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
            broken = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        finally:
            connection.close()
    if broken:
        raise Damaged(DAMAGED)


def doubt_opening(path: Path, key: Key) -> Locked | Damaged:
    """What is to be told of a file that a key from its own ring does not open.

    The cipher cannot tell another file from a damaged first page. A key that signed a copy beside
    the file belongs to it: then the file is damaged, unless no page of it is of that key any more.
    """
    signed = _signed_copy(path, lambda _copy: key, None)
    if signed is None:
        return NotItsKeys(NOT_ITS_KEYS)
    if read_salt(signed) == key.salt and not _has_page_of(path, key):
        return NotItsKeys(EARLIER.format(name=ring_of(path).name))
    return Damaged(DAMAGED)


def doubt_derived(path: Path, passphrase: str) -> Locked | Damaged:
    """The same of a file of before users, whose key is derived from a passphrase."""
    key_of = lambda copy: derive_key(passphrase, read_salt(copy))  # noqa: E731
    signed = _signed_copy(path, key_of, MOST_COPIES)
    return Damaged(DAMAGED) if signed else Locked(WRONG_KEY)


def _signed_copy(path: Path, key_of: Callable[[Path], Key], most: int | None) -> Path | None:
    """The newest copy beside a file that a key signed; of so many at most."""
    folder = folder_of(path)
    for copy in copies_in(folder)[:most]:
        with contextlib.suppress(CareteamError):
            signed_manifest(folder / copy.name, key_of(folder / copy.name))
            return folder / copy.name
    return None


def _has_page_of(path: Path, key: Key) -> bool:
    """Whether a page of a file is as it was written with this key; of another's key none is."""
    remains, pages = Remains(path, key), max(path.stat().st_size // PAGE, 1)
    try:
        return len(remains.broken_pages()) < pages
    except Unreadable:
        return False
    finally:
        remains.close()

"""Whether the file of a database is whole: found out at unlocking, before anything is written."""

import contextlib
from pathlib import Path

from careteam.domain.errors import CareteamError, Damaged, Locked
from careteam.storage.copies import copies_in, folder_of
from careteam.storage.engine import WRONG_KEY, Key, connect, derive_key, read_salt
from careteam.storage.faults import DAMAGED, told_plainly
from careteam.storage.manifests import signed_manifest

MOST_BYTES = 128 * 1024 * 1024
"""A larger file would keep the nurse waiting: the copy of the day looks at every page of it."""
MOST_COPIES = 3


def check_pages(path: Path, key: Key) -> None:
    """Damaged when a page is not as it was written; about 2 ms for each MiB.

    The log is folded in first: after a power cut the file may hold half a page of which the log
    has the whole.
    """
    if path.stat().st_size > MOST_BYTES:
        return
    with told_plainly():
        connection = connect(path, key)
        try:
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
            broken = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        finally:
            connection.close()
    if broken:
        raise Damaged(DAMAGED)


def doubt_key(path: Path, passphrase: str, error: Locked) -> Locked | Damaged:
    """What is to be told of a file that a passphrase does not open.

    The cipher cannot tell a wrong passphrase from a damaged first page. One that signed a copy
    beside the file is right: so it is the file that is damaged.
    """
    if error.sentence == WRONG_KEY:
        folder = folder_of(path)
        for copy in copies_in(folder)[:MOST_COPIES]:
            with contextlib.suppress(CareteamError):
                of_copy = folder / copy.name
                signed_manifest(of_copy, derive_key(passphrase, read_salt(of_copy)))
                return Damaged(DAMAGED)
    return error

"""Whether a database may be written where it lies, and how it is read where it may not."""

import contextlib
import errno
import os
import shutil
import tempfile
from pathlib import Path

from careteam.domain.errors import Unavailable
from careteam.storage.engine import Key, connect
from careteam.storage.faults import told_plainly

NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
PLACE = "careteam-read-"
NO_ROOM = (
    "The database is read-only here and has a log that was not folded in; there is no room to read "
    "both elsewhere. Free some space on this machine's disk."
)


def may_write(database: Path) -> bool:
    """Whether the file can be written and files can be made beside it, as its log has to be.

    A full disk is another matter: it is found when something is saved.
    """
    beside = database.with_name(f"{database.name}.try-{os.getpid()}")
    is_effective = os.access in os.supports_effective_ids
    if not os.access(database, os.W_OK, effective_ids=is_effective):
        return False  # not opened to find out: closing it would let go of the locks of others here
    try:
        os.close(os.open(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except OSError as error:
        return error.errno not in NOT_ALLOWED
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()
    return True


class Fixed:
    """A file that is read as it stands, with nothing made beside it, until `let_go`.

    Without a log that is the database itself. A log needs files beside it to be read, so then both
    are copied, encrypted as they are, to a private folder of this machine and folded there.
    """

    def __init__(self, database: Path, key: Key) -> None:
        self.path = database
        self._place: tempfile.TemporaryDirectory[str] | None = None
        log = database.with_name(database.name + "-wal")
        if log.exists() and log.stat().st_size:
            self._place = tempfile.TemporaryDirectory(prefix=PLACE, ignore_cleanup_errors=True)
            self.path = Path(self._place.name) / database.name
            try:
                for source in (database, log):
                    target = self.path.with_name(source.name)
                    shutil.copyfile(source, target)
                    target.chmod(0o600)
                self._fold(key)
            except OSError as error:
                self.let_go()
                raise Unavailable(NO_ROOM) from error
            except BaseException:
                self.let_go()
                raise

    def let_go(self) -> None:
        """Take the private copy away, if one was needed."""
        if self._place is not None:
            self._place.cleanup()

    def _fold(self, key: Key) -> None:
        with told_plainly():
            connection = connect(self.path, key)
            try:
                connection.execute("PRAGMA journal_mode=DELETE")
            finally:
                connection.close()

"""What makes copies of a database, in any thread and after it is closed too."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from careteam.domain.backups import Copy, Why
from careteam.storage.copies import copy_also, folder_of, make_copy
from careteam.storage.engine import Key


@dataclass(frozen=True, slots=True, repr=False)
class Copier:
    """Makes copies of a database, open or closed; `second` is another folder for them, or none.

    Where the database `is_fixed` nothing can be laid beside it.
    """

    path: Path
    key: Key
    second: Path | None = None
    is_fixed: bool = False

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

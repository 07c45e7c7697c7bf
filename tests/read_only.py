"""A database where this account may read and not write, whoever runs the tests."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from careteam.storage.key_ring import ring_of
from tests.conftest import copy_database

NOBODY = 65534


@contextlib.contextmanager
def only_read(database: Path, *, file: int = 0o444, folder: int = 0o555) -> Iterator[Path]:
    """A database, with its log if it has one, in a folder of its own with these rights.

    Root works as nobody there.
    """
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "careteam.db"
        copy_database(database, path)
        log = database.with_name(database.name + "-wal")
        if log.exists():
            shutil.copyfile(log, path.with_name(path.name + "-wal"))
        for each in path.parent.iterdir():
            each.chmod(file)
        ring_of(path).chmod(0o444)
        path.parent.chmod(folder)
        is_root = hasattr(os, "geteuid") and os.geteuid() == 0
        if is_root:
            os.seteuid(NOBODY)
        try:
            yield path
        finally:
            if is_root:
                os.seteuid(0)
            path.parent.chmod(0o755)

"""Who may read the files: nobody but the account that works with them, mended when it is wider."""

import os
from pathlib import Path

from careteam.domain.errors import Unavailable

OTHERS = 0o077
FILE, FOLDER = 0o600, 0o700
MENDED = "Other accounts of this machine could reach {names}; that is mended."
SIDECARS = ("-wal", "-shm", "-journal")


def make_file(path: Path) -> None:
    """Make an empty file, and its folder where there is none, for this account alone.

    Unavailable when the disk refuses it.
    """
    try:
        path.parent.mkdir(mode=FOLDER, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE))
    except PermissionError as error:
        raise Unavailable(f"{path.parent} may not be written to. Choose another folder.") from error
    except OSError as error:
        raise Unavailable(f"{path} cannot be made on this disk. Choose another folder.") from error


def close_off(database: Path, copies: Path) -> str:
    """Take the rights of others from a database, its log and its copies; what was mended, or ''.

    The folder is mended only when nothing but the database lies in it: it may be somebody's home.
    On Windows the rights of the folder hold, and nothing is done.
    """
    if os.name == "nt":
        return ""
    sides = [database.with_name(database.name + tail) for tail in SIDECARS]
    found = [database, *sides, *(copies.iterdir() if copies.is_dir() else ())]
    mended = [path.name for path in found if _mend(path, FILE)]
    folders = [copies, *([database.parent] if _is_its_own(database) else [])]
    mended += [str(path) for path in folders if _mend(path, FOLDER)]
    return MENDED.format(names=", ".join(mended)) if mended else ""


def _mend(path: Path, rights: int) -> bool:
    """Narrow the rights of what is there; what is somebody else's stays as it is."""
    try:
        if path.is_symlink() or not path.stat().st_mode & OTHERS:
            return False
        path.chmod(rights)
    except OSError:
        return False
    return True


def _is_its_own(database: Path) -> bool:
    """Whether everything in the folder is named after the database."""
    try:
        return all(path.name.startswith(database.stem) for path in database.parent.iterdir())
    except OSError:
        return False

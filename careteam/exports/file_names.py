"""Exported files have names that betray nobody, and are whole or not there at all."""

import contextlib
import errno
import os
import re
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from careteam.domain.errors import Unavailable
from careteam.domain.handing import Leaving

PART = ".careteam-"
"""How the name of a file begins that is not whole yet."""
LEFT_BEHIND_SECONDS = 60 * 60
_DIGEST_LENGTH = 4
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO}


def summary_file_name(summary: Leaving, kind: str = "care-summary", suffix: str = "pdf") -> str:
    """care-summary-2026-11-22-0944-7f3a.pdf: day and time of the summary, start of its digest."""
    time = re.search(r"\b(\d{2}):(\d{2})", summary.made_at)
    pieces = (
        kind,
        summary.made_on_iso[:10],
        "".join(time.groups()) if time else "",
        summary.digest[:_DIGEST_LENGTH],
    )
    return "-".join(piece for piece in pieces if piece) + f".{suffix}"


def write_atomically(path: Path, data: bytes, before: Callable[[], object] = lambda: None) -> None:
    """Writes the whole file or nothing, readable by its owner only, and replaces what was there.

    Raises Unavailable with what happened and what to do; no part of the file stays behind.
    `before` is called when the bytes are on the disk and the file is not there yet: what it
    raises leaves no file.
    """
    if path.is_dir():
        raise Unavailable(why_not(IsADirectoryError(), path))
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=PART, suffix=".part")
    except OSError as error:
        raise Unavailable(why_not(error, path)) from error
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        before()
        part.replace(path)
    except OSError as error:
        raise Unavailable(why_not(error, path)) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    settle(path.parent)
    clear_leftovers(path)


def clear_leftovers(path: Path) -> None:
    """Removes what an export that was cut off left in the folder of this one, an hour later."""
    with contextlib.suppress(OSError):
        written = path.stat().st_mtime
        for left in path.parent.glob(f"{PART}*.part"):
            if written - left.stat().st_mtime <= LEFT_BEHIND_SECONDS:
                continue
            if left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink()


def settle(folder: Path) -> None:
    """Makes the new name durable where folders can be flushed; elsewhere the rename is enough."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def why_not(error: OSError, path: Path) -> str:
    """What stands in the way of writing a file, and what to do."""
    if error.errno in _FULL:
        return f"There is not enough room on the disk for {path.name}. Choose another folder."
    if error.errno in _GONE:
        return f"The folder {path.parent} is not there. Choose another folder."
    if path.is_dir():
        return f"{path.name} is the name of a folder. Choose another name."
    return f"{path.name} may not be written there, or is open elsewhere. Choose another folder."

"""The folder of verified copies beside the database: made, listed, thinned and checked."""

import contextlib
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from careteam.domain.backups import Copy, Why, to_drop
from careteam.domain.errors import Missing, Unavailable
from careteam.storage.backup import back_up, settle, verify
from careteam.storage.door import RING
from careteam.storage.engine import Key, connect
from careteam.storage.faults import told_plainly
from careteam.storage.key_ring import lay_beside, ring_of
from careteam.storage.manifests import (
    digest_of,
    manifest_of,
    read_manifest,
    signed_manifest,
    write_manifest,
)
from careteam.storage.schema import check_version

LEFT_BEHIND_SECONDS = 24 * 60 * 60
REHEARSAL = ".rehearsal-"
"""How the folder begins in which a copy is put back for trial."""


def folder_of(database: Path) -> Path:
    """Where the copies of a database lie."""
    return database.with_name(f"{database.stem}-backups")


def files_of(copy: Path) -> tuple[Path, ...]:
    """A copy with what lies beside it: its keys and its manifest."""
    return copy, ring_of(copy), manifest_of(copy)


def make_copy(
    database: Path, key: Key, *, why: Why, now: datetime, folder: Path | None = None
) -> Copy:
    """Make a verified copy with its manifest, and drop those that need not be kept.

    The folder is made with owner-only rights. Unavailable when it cannot be written; a copy that
    fails leaves nothing behind.
    """
    folder = folder or folder_of(database)
    _make_folder(folder)
    _clear_leftovers(folder, now, database)
    name = f"{database.stem}-{now:%Y%m%d-%H%M%S}-{why}.db"
    staged = folder / f"{name}.whole.part"
    with disk_told(folder), _whole_or_gone(folder / name, staged):
        back_up(database, key, staged)
        found = content_of(staged, key)
        copy = Copy(
            name, now, why, found["schema"], staged.stat().st_size, digest_of(staged),
            found["patients"], found["contacts"],
        )  # fmt: skip
        lay_beside(database, folder / name)
        write_manifest(folder, copy, key)
        staged.replace(folder / name)
        settle(folder)
    with disk_told(folder):
        for old in to_drop(copies_in(folder), now):
            for file in files_of(folder / old.name):
                file.unlink(missing_ok=True)
    return copy


def copy_also(folder: Path, copy: Copy, second: Path) -> None:
    """Lay a finished copy and its manifest into a second folder, such as a USB drive or a share.

    Unavailable when the folder cannot be written or what arrived there is not the same.
    """
    _make_folder(second)
    _clear_leftovers(second, copy.made_at)
    target = second / copy.name
    part = target.with_name(target.name + ".part")
    with disk_told(second), _whole_or_gone(target, part):
        shutil.copyfile(folder / copy.name, part)
        settle(part)
        if digest_of(part) != copy.digest:
            raise Unavailable(f"What arrived in {second} is damaged. Choose another folder.")
        lay_beside(folder / copy.name, target)
        shutil.copyfile(manifest_of(folder / copy.name), manifest_of(target))
        part.replace(target)
        settle(second)


def copies_in(folder: Path) -> tuple[Copy, ...]:
    """The copies of a folder that have a readable manifest, newest first."""
    found: list[Copy] = []
    for path in folder.glob("*.json") if folder.is_dir() else ():
        with contextlib.suppress(ValueError):
            copy = read_manifest(path)
            if (folder / copy.name).is_file() and path == manifest_of(folder / copy.name):
                found.append(copy)
    return tuple(sorted(found, key=lambda copy: (copy.made_at, copy.name), reverse=True))


def is_whole(folder: Path, copy: Copy) -> bool:
    """Whether the file of a copy is still as its manifest says, which needs no passphrase."""
    path = folder / copy.name
    try:
        return path.stat().st_size == copy.size and digest_of(path) == copy.digest
    except OSError:
        return False


def check_copy(path: Path, key: Key) -> Copy:
    """Check a copy against its manifest and page by page; Unavailable when it is not sound.

    Missing when the file is gone; Locked when it was made with another passphrase.
    """
    if not path.is_file():
        raise Missing(f"There is no copy at {path}. Choose another.")
    copy = signed_manifest(path, key)
    if copy.size != path.stat().st_size or copy.digest != digest_of(path):
        raise Unavailable(f"{path.name} is damaged or was changed. Choose another copy.")
    with told_plainly():
        verify(path, key)
    check_version(copy.schema)
    return copy


def content_of(path: Path, key: Key) -> dict[str, int]:
    """How many patients and contacts a closed file holds, and its schema."""
    connection = connect(path, key, is_copy=True)
    try:
        with told_plainly():
            counts = {
                table + "s": int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
                for table in ("patient", "contact")
            }
            counts["schema"] = int(connection.execute("PRAGMA user_version").fetchone()[0])
    finally:
        connection.close()
    return counts


def _clear_leftovers(folder: Path, now: datetime, database: Path | None = None) -> None:
    """Remove what was cut off and left behind, once it is old enough to be nobody's.

    In the folder of the database itself that is half a restore, or half an anchor.
    """
    left = [path for path in folder.iterdir() if _is_left(path)]
    if database is not None:
        beside = (path for path in database.parent.iterdir() if ".part" in path.name)
        left += [path for path in beside if path.name.startswith(f"{database.name}.")]
    for path in left:
        with contextlib.suppress(OSError):
            if now.timestamp() - path.stat().st_mtime <= LEFT_BEHIND_SECONDS:
                continue
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink()


def _is_left(path: Path) -> bool:
    """A part of a copy, a rehearsal, or what lies beside a copy that never got its name."""
    tails = (".db.json", f".db{RING}")
    tail = next((one for one in tails if path.name.endswith(one)), "")
    is_alone = bool(tail) and not path.with_name(path.name.removesuffix(tail) + ".db").exists()
    return ".part" in path.name or path.name.startswith(REHEARSAL) or is_alone


@contextlib.contextmanager
def _whole_or_gone(target: Path, part: Path) -> Iterator[None]:
    """A copy is there when it gets its name, last of all; what fails leaves no manifest of it."""
    try:
        yield
    except BaseException:
        for left in (*files_of(target), part):
            left.unlink(missing_ok=True)
        raise


def _make_folder(folder: Path) -> None:
    try:
        if not folder.is_dir():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            settle(folder.parent)
    except OSError as error:
        raise Unavailable(
            f"The folder {folder} for copies cannot be made. Choose another in Settings."
        ) from error


@contextlib.contextmanager
def disk_told(folder: Path) -> Iterator[None]:
    """Turn what a disk refuses into one sentence."""
    try:
        yield
    except OSError as error:
        raise Unavailable(
            f"The disk did not take the copy in {folder}. Free some space or choose another folder."
        ) from error

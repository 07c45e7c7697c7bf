"""Where a database may lie: on a disk of this machine, in no folder that a program synchronises.

SQLite's write-ahead log needs memory that all readers share, which no network share gives
(sqlite.org/wal.html); a program that synchronises copies the file and its log at different moments.
"""

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from careteam.domain.errors import Unavailable

MOUNTS = Path("/proc/mounts")
SHARES = frozenset(
    {
        "9p", "afp", "afs", "afpfs", "beegfs", "ceph", "cifs", "coda", "davfs", "glusterfs",
        "lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "smb", "smb2", "smb3", "smbfs", "vboxsf",
        "vmhgfs", "webdav",
        "fuse.ceph", "fuse.davfs", "fuse.davfs2", "fuse.gcsfuse", "fuse.glusterfs",
        "fuse.gvfsd-fuse", "fuse.onedriver", "fuse.rclone",
        "fuse.s3fs", "fuse.smbnetfs", "fuse.sshfs", "fuse.vmhgfs-fuse",
    }
)  # fmt: skip
"""Kinds of file systems, as Linux names them, that lie on another machine or may."""

FAT = frozenset({"vfat", "msdos", "exfat", "umsdos", "fuse.exfat", "texfat"})
"""Kinds that know no owners and write no journal: many a USB drive has one."""

SYNCED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "mobile documents": "iCloud",
    "cloudstorage": "a cloud service",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "box sync": "Box",
    "syncthing": "Syncthing",
}
"""What the folders are called that programs synchronise, in small letters, and by which one."""
SIGNS = {
    ".dropbox": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".stfolder": "Syncthing",
}
"""What such a program leaves in the folder that it synchronises, whatever the folder is called."""

DRIVE_REMOTE = 4
"""What Windows says of a drive letter that stands for a share (GetDriveTypeW)."""

ON_SHARE = (
    "{folder} is on a network share, where a database can be damaged. Keep it in a folder of this "
    "machine; copies may lie on the share."
)
FAT_WORDS = (
    "{folder} is on a disk of the FAT kind, which knows no owners and may lose data when the power "
    "fails or it is pulled out. Move the database to the disk of this machine."
)
IN_SYNC = (
    "{folder} is synchronised by {name}, which can damage a database. Keep it in another folder "
    "of this machine; copies may lie there."
)


@dataclass(frozen=True, slots=True)
class Mount:
    """A file system of this machine: the folder it is seen in, and its kind, such as ext4."""

    folder: str
    kind: str


def mounts_of(table: str) -> tuple[Mount, ...]:
    """The file systems in a table as Linux writes it (proc(5)), later ones above earlier ones."""
    parts = (line.split() for line in table.splitlines())
    return tuple(Mount(_unescaped(part[1]), part[2]) for part in parts if len(part) > 2)


def kind_of(folder: str, mounts: Iterable[Mount]) -> str:
    """The kind of the file system that a whole path lies on; empty when none holds it.

    What the machine itself runs from is its own, whatever its kind: a container may have it so.
    """
    holding = [
        mount
        for mount in mounts
        if mount.folder == "/" or f"{folder}/".startswith(f"{mount.folder}/")
    ]
    longest = max((len(mount.folder) for mount in holding), default=0)
    nearest = [mount for mount in holding if len(mount.folder) == longest]
    return nearest[-1].kind if nearest and nearest[-1].folder != "/" else ""


def synced_by(parts: Iterable[str]) -> str:
    """The program that synchronises a path with these folders in it, by their names, or nothing."""
    for part in parts:
        name = part.casefold()
        for known, program in SYNCED.items():
            if name == known or name.startswith((f"{known} - ", f"{known} (", f"{known}-")):
                return program
    return ""


def is_unc(path: str) -> bool:
    r"""Whether Windows reads a path as that of a share, such as \\server\folder."""
    path = path.replace("/", "\\")
    if path.startswith(("\\\\?\\", "\\\\.\\")):
        return path[4:7].casefold() == "unc"
    return path.startswith("\\\\")


def check_place(path: Path, mounts: tuple[Mount, ...] | None = None) -> None:
    """Unavailable when a database may not lie at a path, with the way out.

    `mounts` are the file systems of this machine; without them the machine is asked.
    """
    folder = _resolved(path.parent)
    if is_unc(str(path)) or is_unc(str(folder)) or _is_remote_drive(folder):
        raise Unavailable(ON_SHARE.format(folder=folder))
    if kind_of(folder.as_posix(), mounts_here() if mounts is None else mounts) in SHARES:
        raise Unavailable(ON_SHARE.format(folder=folder))
    name = synced_by(folder.parts) or _sign_in(folder)
    if name:
        raise Unavailable(IN_SYNC.format(folder=folder, name=name))


def is_fat(path: Path, mounts: tuple[Mount, ...] | None = None) -> bool:
    """Whether a file lies on a disk of the FAT kind; known on Linux only."""
    folder = _resolved(path.parent).as_posix()
    return kind_of(folder, mounts_here() if mounts is None else mounts) in FAT


def mounts_here() -> tuple[Mount, ...]:
    """The file systems of this machine, where it tells them."""
    try:
        return mounts_of(MOUNTS.read_text(encoding="utf-8", errors="surrogateescape"))
    except OSError:
        return ()


def _resolved(folder: Path) -> Path:
    """The folder that a path leads to in the end, as far as there is one."""
    try:
        return folder.resolve()
    except (OSError, RuntimeError):
        return folder.absolute()


def _sign_in(folder: Path) -> str:
    for above in (folder, *folder.parents):
        for sign, name in SIGNS.items():
            if above != Path.home() and os.path.lexists(above / sign):
                return name
    return ""


def _is_remote_drive(folder: Path) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    return ctypes.windll.kernel32.GetDriveTypeW(f"{folder.drive}\\") == DRIVE_REMOTE


def _unescaped(folder: str) -> str:
    r"""Blanks and the like stand in the table as \040."""
    for code in ("040", "011", "012", "134"):
        folder = folder.replace(f"\\{code}", chr(int(code, 8)))
    return folder

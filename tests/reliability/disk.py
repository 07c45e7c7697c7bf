"""A disk as a power cut leaves it: rebuilt from what was written, synced and renamed."""

import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

SECTOR = 512
HEAD = struct.Struct("<cQII")
NOT_KEPT = "-shm"
"""The shared index of the log is memory: nobody reads it after a crash."""


class Left(StrEnum):
    """What is left of that which was written but not yet synced."""

    NOTHING = "nothing"
    ALL = "all"
    SOME = "some"
    TORN = "torn"


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that was done: W write, T truncate, S sync, C create, U unlink, R rename, L link,
    or A: something said through a pipe.
    """

    kind: str
    path: str
    at: int
    data: bytes


def acts_of(log: Path) -> Iterator[Act]:
    """What was written down, in order."""
    content, place = log.read_bytes(), 0
    while place < len(content):
        kind, at, path_size, data_size = HEAD.unpack_from(content, place)
        place += HEAD.size
        path = content[place : place + path_size].decode()
        place += path_size
        yield Act(kind.decode(), path, at, content[place : place + data_size])
        place += data_size


@dataclass(slots=True)
class Inode:
    """The bytes of a file that are on the disk, and the writes that may be."""

    durable: bytearray = field(default_factory=bytearray)
    pending: list[Act] = field(default_factory=list)

    def sync(self) -> None:
        """Everything is on the disk now."""
        for act in self.pending:
            _apply(self.durable, act)
        self.pending.clear()

    def left(self, left: Left, chance: random.Random) -> bytes:
        """What a power cut leaves of it."""
        if left is Left.NOTHING:
            return bytes(self.durable)
        content = bytearray(self.durable)
        for act in self.pending:
            if left is Left.TORN and act.kind == "W":
                for start in range(0, len(act.data), SECTOR):
                    if chance.random() < 0.5:
                        piece = act.data[start : start + SECTOR]
                        _apply(content, Act("W", "", act.at + start, piece))
            elif left is Left.ALL or chance.random() < 0.5:
                _apply(content, act)
        return bytes(content)


class Disk:
    """A folder, act by act. What a folder holds by name is on the disk once the folder is synced;
    until then any number of its last changes may be missing, but never one in their middle.
    """

    def __init__(self, folder: Path) -> None:
        self._root = str(folder)
        self._names = {
            str(path): Inode(bytearray(path.read_bytes()))
            for path in folder.rglob("*")
            if path.is_file() and not path.name.endswith(NOT_KEPT)
        }
        self._durable = dict(self._names)
        self._renamed: list[dict[str, Inode]] = []

    def do(self, act: Act) -> None:
        """Let an act happen."""
        if act.path.endswith(NOT_KEPT) or act.kind == "A":
            return
        inode = self._names.get(act.path)
        if act.kind == "S":
            if inode is not None:
                inode.sync()
            else:
                self._sync_names(act.path)
        elif act.kind in "WT":
            if inode is not None:
                inode.pending.append(act)
        else:
            self._rename(act, inode)

    def left(self, left: Left, chance: random.Random) -> dict[str, bytes]:
        """The files that a power cut at this moment leaves, by their path below the folder."""
        number = len(self._renamed)
        done = {Left.NOTHING: 0, Left.ALL: number}.get(left, chance.randint(0, number))
        names = self._renamed[done - 1] if done else self._durable
        return {
            path[len(self._root) + 1 :]: inode.left(left, chance) for path, inode in names.items()
        }

    def _rename(self, act: Act, inode: Inode | None) -> None:
        other = act.data.decode()
        if act.kind == "C":
            if inode is not None:
                return
            self._names[act.path] = Inode()
        elif inode is None:
            return
        elif act.kind == "U":
            del self._names[act.path]
        else:
            self._names[other] = inode
            if act.kind == "R":
                del self._names[act.path]
        self._renamed.append(dict(self._names))

    def _sync_names(self, folder: str) -> None:
        """One journal for all folders: what came before in another is on the disk too."""
        if folder.startswith(self._root):
            self._durable = dict(self._names)
            self._renamed.clear()


def _apply(content: bytearray, act: Act) -> None:
    if act.kind == "T":
        del content[act.at :]
        content.extend(bytes(act.at - len(content)))
        return
    if len(content) < act.at:
        content.extend(bytes(act.at - len(content)))
    content[act.at : act.at + len(act.data)] = act.data

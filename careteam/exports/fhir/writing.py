"""Resources as bytes: one file of one patient, or a line a resource for all of them."""

import contextlib
import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import IO, Any, Self
from zoneinfo import ZoneInfo

from careteam.domain.errors import Unavailable
from careteam.domain.record import WholeRecord
from careteam.domain.rules import Rules
from careteam.exports.fhir.pen import Pen
from careteam.exports.fhir.record import about_patient, directory, provenance
from careteam.exports.fhir.shapes import Node
from careteam.exports.file_names import why_not

SUFFIX = ".ndjson"


def as_bytes(tree: Node) -> bytes:
    """A resource or Bundle to be read by people too: UTF-8, two spaces, one newline at the end."""
    return (json.dumps(tree, ensure_ascii=False, indent=2) + "\n").encode()


def as_line(tree: Node) -> bytes:
    """A resource on one line."""
    return (json.dumps(tree, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def file_name(kind: str, data: bytes, at: datetime, zone: str) -> str:
    """record-2026-11-22-0941-7f3a.json: day and time, and the start of the digest; no name."""
    stamp = at.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d-%H%M")
    return f"{kind}-{stamp}-{hashlib.sha256(data).hexdigest()[:4]}.json"


def resources_of_all(
    records: Iterable[WholeRecord], rules: Rules, told: set[str]
) -> Iterator[Node]:
    """Every resource of many records, one after the other; what several name comes once.

    References are `Type/id`, as NDJSON has no URLs of entries. `told` keeps the ids of what was
    written already, from one group of records to the next.
    """
    for record in records:
        pen = Pen(record, rules, is_urn=False)
        shared = [item for item in directory(pen) if item["id"] not in told]
        told.update(item["id"] for item in shared)
        own = about_patient(pen)
        yield from shared
        yield from own
        yield provenance(pen, own)


class LinesFolder:
    """A new folder with one NDJSON file a resource type, readable by its owner only.

    The files get their names at the end, all of them; when something stands in the way none is
    there. Unavailable says what happened and what to do. `before` hears the digest of all files
    when they are about to appear; what it raises keeps them away.
    """

    def __init__(self, folder: Path, before: Callable[[str], None] = lambda _: None) -> None:
        self._folder, self._before = folder, before
        self._files: dict[str, IO[bytes]] = {}
        self._digests: dict[str, Any] = {}
        self._is_new = False

    def write(self, item: Node) -> None:
        """Add a resource to the file of its type."""
        kind = item["resourceType"]
        try:
            if kind not in self._files:
                self._files[kind] = _new_file(self._part(kind))
            line = as_line(item)
            self._digests.setdefault(kind, hashlib.sha256()).update(line)
            self._files[kind].write(line)
        except OSError as error:
            raise Unavailable(why_not(error, self._folder / f"{kind}{SUFFIX}")) from error

    def __enter__(self) -> Self:
        try:
            self._is_new = not self._folder.exists()
            self._folder.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise Unavailable(why_not(error, self._folder)) from error
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        try:
            for file in self._files.values():
                file.flush()
                os.fsync(file.fileno())
                file.close()
            if error is None:
                self._ask_before()
                for name in self._files:
                    self._part(name).replace(self._folder / f"{name}{SUFFIX}")
        except OSError as broken:
            self._clear()
            raise Unavailable(why_not(broken, self._folder)) from broken
        if error is not None:
            self._clear()

    @property
    def digest(self) -> str:
        """The SHA-256 of what `sha256sum *.ndjson` says of the files, as hex."""
        lines = (
            f"{self._digests[kind].hexdigest()}  {kind}{SUFFIX}" for kind in sorted(self._digests)
        )
        return hashlib.sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest()

    def _ask_before(self) -> None:
        try:
            self._before(self.digest)
        except BaseException:
            self._clear()
            raise

    def _part(self, kind: str) -> Path:
        return self._folder / f".{kind}{SUFFIX}.part"

    def _clear(self) -> None:
        with contextlib.suppress(OSError):
            for name, file in self._files.items():
                file.close()
                self._part(name).unlink(missing_ok=True)
            if self._is_new:
                self._folder.rmdir()


def _new_file(path: Path) -> IO[bytes]:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb")

"""Which files are read, and their bytes turned into text or into a sentence that says why not."""

import codecs
import json
import os
import stat
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from careteam.domain.incoming import Severity
from careteam.domain.text import clean
from careteam.imports.fhir.notes import Note, Notes
from careteam.imports.fhir.resources import NotReadable

MOST_BYTES = 200 * 1024 * 1024
SUFFIXES = frozenset({".json", ".ndjson"})

NO_FILES = Note("{file} holds no file ending in .json or .ndjson.", severity=Severity.REFUSED)
NO_FOLDER = Note("The folder {file} could not be opened: {why}.", severity=Severity.REFUSED)

_KINDS = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document: unpack it, or ask for the JSON files"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "a compressed file: unpack it first"),
    (b"SQLite format 3\x00", "a database, not an export"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"{\\rtf", "an RTF document"),
    (b"MSH|", "an HL7 version 2 message: ask the sender for FHIR R4 as JSON"),
    (b"<", "XML: ask the sender for FHIR R4 as JSON"),
)


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: where it is, how it is named to the nurse, and in which folder it lies."""

    path: Path
    name: str
    folder: str

    @property
    def has_lines(self) -> bool:
        """Whether its name promises one resource a line."""
        return self.path.suffix.casefold() == ".ndjson"


def find(paths: Sequence[Path], notes: Notes) -> list[Found]:
    """The files among the paths and below the folders among them, each once, folders sorted."""
    found: dict[str, tuple[Path, str]] = {}
    for path in paths:
        if not os.path.isdir(path):  # noqa: PTH112 - unlike Path.is_dir it never raises
            found.setdefault(_absolute(path), (path, path.name or str(path)))
            continue
        inside = _walk(path, notes)
        if not inside:
            notes.add(NO_FILES, clean(path.name or str(path)))
        for file in inside:
            found.setdefault(_absolute(file), (file, file.relative_to(path).as_posix()))
    names = [name for _, name in found.values()]
    return [
        Found(path, clean(name if names.count(name) == 1 else str(path)), str(path.parent))
        for path, name in found.values()
    ]


def read_text(file: Found) -> str:
    """The text of a file; NotReadable with one sentence for anything that stands in the way."""
    content = _read_bytes(file.path)
    if not content.strip():
        raise NotReadable("{file} is empty.")
    kind = kind_of(content)
    if kind:
        raise NotReadable(f"{{file}} is {kind}.")
    encoding = json.detect_encoding(content)
    encoding = "utf-8-sig" if encoding == "utf-8" else encoding
    try:
        decoded = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise NotReadable(
            f"{{file}} is not UTF-8: the first unreadable letter is in line {line}. "
            "Ask the sender to save it as UTF-8."
        ) from error
    if not decoded.strip("\ufeff \t\r\n\0"):
        raise NotReadable("{file} is empty.")
    return decoded


def _read_bytes(path: Path) -> bytes:
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise NotReadable("{file} is not a file that can be read.")
        if about.st_size > MOST_BYTES:
            size = about.st_size / 1024 / 1024
            limit = MOST_BYTES // 1024 // 1024
            raise NotReadable(
                f"{{file}} is too large ({size:,.0f} MB); at most {limit} MB are read. "
                "Ask the sender for smaller files."
            )
        with path.open("rb") as opened:
            return opened.read(MOST_BYTES)
    except FileNotFoundError as error:
        raise NotReadable("{file} is not there any more.") from error
    except PermissionError as error:
        raise NotReadable("{file} may not be read by you: ask for permission.") from error
    except (OSError, ValueError) as error:
        raise NotReadable(f"{{file}} could not be read: {_reason(error)}.") from error


def kind_of(content: bytes) -> str:
    """What a file is that is no FHIR, by how it begins; nothing when it may be."""
    bare = content.removeprefix(codecs.BOM_UTF8).lstrip()
    if content[128:132] == b"DICM":
        return "a DICOM picture"
    return next((name for start, name in _KINDS if bare.startswith(start)), "")


def _walk(folder: Path, notes: Notes) -> list[Path]:
    def _on_error(error: OSError) -> None:
        name = Path(str(error.filename or folder)).name
        notes.add(NO_FOLDER, clean(name), why=_reason(error))

    found: list[Path] = []
    for root, folders, names in os.walk(folder, onerror=_on_error):
        folders[:] = sorted(_shown(folders))
        found.extend(
            Path(root, name) for name in _shown(names) if Path(name).suffix.casefold() in SUFFIXES
        )
    return sorted(found)


def _shown(names: Iterable[str]) -> list[str]:
    return [name for name in names if not name.startswith(".")]


def _absolute(path: Path) -> str:
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return str(path)


def _reason(error: Exception) -> str:
    reason = getattr(error, "strerror", None) or "the disk did not answer"
    return str(reason).replace("{", "(").replace("}", ")").rstrip(".").lower()

"""The bytes of a table's file, and what kind of file they really are."""

import codecs
import stat
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from careteam.domain.text import clean
from careteam.imports.tables.limits import (
    MEGABYTE,
    MOST_BOOK_BYTES,
    MOST_TEXT_BYTES,
    NotATable,
)

TEXT_SUFFIXES = frozenset({".csv", ".tsv", ".txt"})
BOOK_SUFFIXES = frozenset({".xlsx", ".xlsm"})
SUFFIXES = TEXT_SUFFIXES | BOOK_SUFFIXES | {".xls", ".ods"}
"""What is taken for a table; the last two only to say that they cannot be read."""

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_KINDS = (
    (b"%PDF", "a PDF document"),
    (b"\x1f\x8b", "a compressed file: unpack it first"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"{\\rtf", "an RTF document"),
    (b"MSH|", "an HL7 version 2 message"),
    (b"<", "a web page or XML"),
    (b"{", "JSON: give it the ending .json if it is FHIR"),
    (b"[{", "JSON: give it the ending .json if it is FHIR"),
)


class Kind(Enum):
    """How the bytes are to be read."""

    TEXT = auto()
    BOOK = auto()


@dataclass(frozen=True, slots=True)
class Source:
    """A file with its bytes; `name` is as it is told to the nurse."""

    path: Path
    name: str
    content: bytes
    kind: Kind


def is_table(path: Path) -> bool:
    """Whether the name of a file promises a table."""
    return path.suffix.casefold() in SUFFIXES


def read_source(path: Path) -> Source:
    """The bytes of a file; NotATable for what cannot be read, by the name of what it is."""
    name = clean(path.name or str(path))
    suffix = path.suffix.casefold()
    most = MOST_BOOK_BYTES if suffix in BOOK_SUFFIXES else MOST_TEXT_BYTES
    content = _bytes(path, name, most)
    if not content.strip(b"\x00 \t\r\n") and not content.startswith(_ZIP):
        raise NotATable(f"{name} has no rows: it is empty.")
    kind = _kind(content, name, suffix)
    return Source(path, name, content, kind)


def _bytes(path: Path, name: str, most: int) -> bytes:
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise NotATable(f"{name} is not a file that can be read.")
        if about.st_size > most:
            size = about.st_size / MEGABYTE
            raise NotATable(
                f"{name} is too large ({size:,.0f} MB); at most {most // MEGABYTE} MB are read. "
                "Split it into smaller files."
            )
        with path.open("rb") as opened:
            content = opened.read(most + 1)
    except FileNotFoundError as error:
        raise NotATable(
            f"{name} is not there any more: plug the drive in again, or choose it anew."
        ) from error
    except PermissionError as error:
        raise NotATable(
            f"{name} cannot be opened: close it in the spreadsheet, or ask for the right to read "
            "it; then try again."
        ) from error
    except (OSError, ValueError) as error:
        raise NotATable(
            f"{name} could not be read: the drive did not answer. Try again."
        ) from error
    if len(content) > most:
        raise NotATable(f"{name} grew while it was read. Close it elsewhere and try again.")
    return content


def _kind(content: bytes, name: str, suffix: str) -> Kind:
    if content.startswith(_OLD_OFFICE):
        if _ENCRYPTED in content:
            raise NotATable(
                f"{name} is protected by a password: open it, take the password away, and save it."
            )
        raise NotATable(
            f"{name} is an old Excel workbook (.xls): open it and save it as .xlsx or .csv."
        )
    if content.startswith(_ZIP):
        return _zip_kind(content, name, suffix)
    bare = content.removeprefix(codecs.BOM_UTF8).lstrip()
    if content[128:132] == b"DICM":
        raise NotATable(f"{name} is a DICOM picture, not a table.")
    for start, what in _KINDS:
        if bare.startswith(start):
            raise NotATable(f"{name} is {what}, not a table.")
    if suffix in BOOK_SUFFIXES:
        raise NotATable(
            f"{name} is text, perhaps CSV, under the name of a workbook: give it the ending .csv."
        )
    return Kind.TEXT


def _zip_kind(content: bytes, name: str, suffix: str) -> Kind:
    if b"application/vnd.oasis.opendocument" in content[:200]:
        raise NotATable(f"{name} is an OpenDocument file (.ods): save it as .xlsx or .csv.")
    if suffix in TEXT_SUFFIXES:
        raise NotATable(
            f"{name} is a workbook or an archive, not CSV: give it the ending .xlsx if it is one."
        )
    return Kind.BOOK

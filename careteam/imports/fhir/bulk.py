"""A folder of NDJSON read in groups of patients: what is in memory does not grow with the folder.

The lines are gone through twice: once to know where each patient's lie, and once a group to read
them. Staff, organisations and trials, which many patients name, are kept from the first time.
"""

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO
from zoneinfo import ZoneInfo

from careteam.domain.catalogue import Catalogue
from careteam.domain.clinical_rules import ClinicalRules
from careteam.domain.errors import Unavailable
from careteam.domain.incoming import Finding, Incoming
from careteam.domain.intake.preview import people_of
from careteam.imports import Cancelled
from careteam.imports.fhir.files import Found, find
from careteam.imports.fhir.notes import Notes
from careteam.imports.fhir.reader import (
    ODD_VERSION,
    OTHER_VERSION,
    Progress,
    incoming_of,
    note_contents,
)
from careteam.imports.fhir.resources import Held, LineReader, NotReadable
from careteam.imports.fhir.shapes import R4, version_of_file
from careteam.imports.fhir.tree import Entry, Node, node, text

GROUP = 100
CHANGED = "{file} is gone or was changed since it was checked. Choose the files again."
SHARED = frozenset(("Practitioner", "PractitionerRole", "Organization", "ResearchStudy"))
_SUBJECTS = ("subject", "patient", "individual", "for")
_NUMBERS = 4
"""Of each line are kept: its file, its place in it, its length, its number."""


@dataclass(frozen=True, slots=True)
class _Words:
    catalogue: Catalogue
    clinical: ClinicalRules
    zone: ZoneInfo


class Bulk:
    """The NDJSON files of a run; `groups` gives their patients some at a time, as often as asked.

    References between the files are found in any order, as `read_files` finds them.
    """

    def __init__(
        self,
        files: Sequence[Found],
        *,
        catalogue: Catalogue,
        zone: str,
        clinical: ClinicalRules | None = None,
    ) -> None:
        self._words = _Words(catalogue, clinical or ClinicalRules(), ZoneInfo(zone))
        self._files = list(files)
        self._notes = Notes()
        self._left_out: Counter[str] = Counter()
        self._shared: list[Entry] = []
        self._lines: dict[str, array[int]] = {}
        self._seen: dict[str, tuple[int, int]] = {}

    @property
    def patients(self) -> int:
        """How many patients are named, each once."""
        return len(self._lines)

    def scan(self, progress: Progress | None = None) -> bool:
        """Learn where everything lies; False when the lines cannot be read patient by patient.

        Then something names a patient in another way than by type and id, and `read_files` is to
        be asked. Cancelled when `progress` says so.
        """
        for number, file in enumerate(self._files):
            if progress is not None and not progress(number, len(self._files)):
                raise Cancelled
            if not self._scan(number, file):
                return False
        if progress is not None:
            progress(len(self._files), len(self._files))
        return True

    def groups(self) -> Iterator[Incoming]:
        """The patients in groups, in the order of the files.

        The staff alone stands first, with what was noted of the files; at the end stands what was
        noted of the patients, all of it together. Unavailable when a file is gone or has changed
        since it was gone through.
        """
        for file in self._files:
            if self._seen.get(file.name) != _state_of(file):
                raise Unavailable(CHANGED.format(file=file.name))
        first = self._read([], self._notes, self._notes, self._left_out)
        told, notes = set[Finding](first.findings), Notes()
        yield first
        keys = list(self._lines)
        with _Opened(self._files) as opened:
            for start in range(0, len(keys), GROUP):
                entries = [
                    entry
                    for key in keys[start : start + GROUP]
                    for entry in self._entries_of(key, opened)
                ]
                of_people = Notes()
                group = self._read(entries, notes, of_people, Counter())
                named = {key for patient in group.patients for key in people_of(patient)}
                news = tuple(each for each in of_people.findings() if each not in told)
                told.update(news)
                people = tuple(person for person in group.people if person.key in named)
                yield replace(group, people=people, findings=news)
        yield replace(first, people=(), findings=notes.findings(), left_out=())

    def _scan(self, number: int, file: Found) -> bool:
        reader = LineReader()
        self._seen[file.name] = _state_of(file)
        shared: list[Entry] = []
        lines: list[tuple[str, tuple[int, int, int, int]]] = []
        with file.path.open("rb") as opened:
            place = 0
            for count, line in enumerate(opened, start=1):
                here, place = place, place + len(line)
                held = self._held(reader, line, count)
                if len(held) > 1 or (held and held[0].url):
                    return False
                for one in held:
                    if one.version not in ("", R4):
                        self._notes.add(ODD_VERSION, file.name, one.place, version=one.version)
                    elif one.kind in SHARED:
                        shared.append(_entry(one, file))
                    elif key := patient_named(one.kind, one.body):
                        lines.append((key, (number, here, len(line), count)))
                    else:
                        return False
        found = reader.contents
        if not found.holds_fhir or (found.bad_lines and not found.kinds):
            return False
        version = version_of_file(found.versions)
        if version != R4:
            self._notes.add(OTHER_VERSION, file.name, version=version)
            return True
        note_contents(file, found, self._notes)
        self._left_out.update(found.left_out)
        self._shared += shared
        for key, numbers in lines:
            self._lines.setdefault(key, array("q")).extend(numbers)
        return True

    @staticmethod
    def _held(reader: LineReader, line: bytes, count: int) -> list[Held]:
        try:
            return reader.read(line.decode("utf-8-sig"), count)
        except (UnicodeDecodeError, NotReadable):
            reader.contents.bad_lines.append(count)
            return []

    def _entries_of(self, key: str, opened: "_Opened") -> Iterator[Entry]:
        numbers = self._lines[key]
        for start in range(0, len(numbers), _NUMBERS):
            file, place, length, count = numbers[start : start + _NUMBERS]
            line = opened.line(file, place, length)
            for held in self._held(LineReader(), line, count):
                yield _entry(held, self._files[file])

    def _read(
        self, entries: list[Entry], notes: Notes, of_people: Notes, left_out: Counter[str]
    ) -> Incoming:
        every = [replace(entry, number=n) for n, entry in enumerate([*self._shared, *entries])]
        words = self._words
        return incoming_of(
            every,
            self._files,
            left_out,
            notes,
            catalogue=words.catalogue,
            clinical=words.clinical,
            zone=words.zone,
            of_people=of_people,
        )


class _Opened:
    """The files while they are read by place, at most one open at a time."""

    def __init__(self, files: Sequence[Found]) -> None:
        self._files = files
        self._open: dict[int, IO[bytes]] = {}

    def __enter__(self) -> "_Opened":
        return self

    def __exit__(self, *_error: object) -> None:
        for file in self._open.values():
            file.close()

    def line(self, number: int, place: int, length: int) -> bytes:
        """A line of a file."""
        try:
            if number not in self._open:
                self._open[number] = self._files[number].path.open("rb")
            file = self._open[number]
            file.seek(place)
            return file.read(length)
        except OSError as error:
            raise Unavailable(CHANGED.format(file=self._files[number].name)) from error


def _state_of(file: Found) -> tuple[int, int]:
    """The length of a file and when it was written; nothing of one that is gone."""
    try:
        found = file.path.stat()
    except OSError:
        return (0, 0)
    return found.st_size, found.st_mtime_ns


def bulk_files(paths: Sequence[Path]) -> list[Found] | None:
    """The files of a run that is NDJSON throughout; None for any other."""
    files = find(paths, Notes())
    return files if files and all(file.has_lines for file in files) else None


def patient_named(kind: str, body: Node) -> str:
    """The id of the patient whom a resource is about, by type and id; nothing when it is not so."""
    if kind == "Patient":
        return text(body.get("id"))
    for name in _SUBJECTS:
        reference = node(body.get(name))
        if "reference" in reference:
            kind_named, _, found = text(reference.get("reference")).partition("/")
            return found if kind_named == "Patient" and "/" not in found else ""
    return ""


def _entry(held: Held, file: Found) -> Entry:
    return Entry(0, held.kind, held.body, file.name, file.folder, held.place, held.url)

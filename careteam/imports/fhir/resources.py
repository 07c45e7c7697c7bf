"""The text of one file turned into its resources, whatever they are wrapped in."""

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from careteam.imports.fhir.details import is_ours
from careteam.imports.fhir.shapes import SHAPED_BY, version_of
from careteam.imports.fhir.tree import Node, node, text

KEPT = frozenset(
    (
        "Patient",
        "RelatedPerson",
        "Practitioner",
        "PractitionerRole",
        "Organization",
        "CareTeam",
        "Condition",
        "Encounter",
    )
)
_LONGEST_KIND = 64


class NotReadable(Exception):  # noqa: N818 - the file cannot be read; the sentence says why
    """The text is not FHIR as JSON; `sentence` says what it is, naming it {file}."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Held:
    """A resource with its URL in the Bundle, its place in the file, and the version of FHIR."""

    kind: str
    body: Node
    url: str
    place: str
    version: str


@dataclass(slots=True)
class Contents:
    """What one file holds: the resources of the kinds kept, and counts of the rest."""

    found: list[Held] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)
    versions: list[str] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    bad_lines: list[int] = field(default_factory=list)
    blank_entries: int = 0
    doubled_names: int = 0
    not_numbers: int = 0
    holds_fhir: bool = False


def contents(written: str, *, has_lines: bool) -> Contents:
    """The resources of a Bundle of any type, an array, NDJSON or a single resource.

    `has_lines` says that the file's name promises NDJSON. Raises NotReadable with a sentence.
    """
    found = Contents()
    parser = _Parser(found)
    try:
        _unwrap(parser.parse(written), "", found)
    except json.JSONDecodeError as error:
        if not has_lines and not error.msg.startswith("Extra data"):
            raise NotReadable(_why(error, written)) from error
        found.doubled_names = found.not_numbers = 0
        _read_lines(written, parser, found)
    if not found.holds_fhir:
        raise NotReadable("{file} is JSON, but there is no FHIR resource in it.")
    return found


class LineReader:
    """Reads NDJSON line by line: `contents` gathers what is counted, `read` gives a line's own."""

    def __init__(self) -> None:
        self.contents = Contents()
        self._parser = _Parser(self.contents)

    def read(self, line: str, number: int) -> list[Held]:
        """The resources of one line; none for an empty line and for one that is not JSON."""
        bare = line.strip().lstrip("\ufeff")
        if not bare:
            return []
        try:
            _unwrap(self._parser.parse(bare), f"line {number}", self.contents)
        except json.JSONDecodeError:
            self.contents.bad_lines.append(number)
        found = list(self.contents.found)
        self.contents.found.clear()
        return found


class _Parser:
    """JSON into trees, in which resources of kinds that are not kept shrink to their kind."""

    def __init__(self, found: Contents) -> None:
        self._found = found
        self._decoder = json.JSONDecoder(
            object_pairs_hook=self._object, parse_constant=self._constant, strict=False
        )

    def parse(self, written: str) -> object:
        """The tree; JSONDecodeError for broken JSON, NotReadable for what cannot be meant."""
        try:
            return self._decoder.decode(written)
        except RecursionError as error:
            raise NotReadable("{file} is nested too deeply to be a record.") from error
        except json.JSONDecodeError:
            raise
        except ValueError as error:
            raise NotReadable("{file} holds a number that is too long to be read.") from error

    def _object(self, pairs: list[tuple[str, Any]]) -> Node:
        made = dict(pairs)
        self._found.doubled_names += len(pairs) - len(made)
        kind = made.get("resourceType")
        if isinstance(kind, str) and kind not in KEPT and kind != "Bundle" and not is_ours(made):
            return {name: made[name] for name in SHAPED_BY if name in made}
        if "div" in made and "status" in made:
            return {}
        return made

    def _constant(self, _written: str) -> None:
        self._found.not_numbers += 1


def _read_lines(written: str, parser: _Parser, found: Contents) -> None:
    first: json.JSONDecodeError | None = None
    has_any = False
    for number, line in enumerate(written.split("\n"), start=1):
        bare = line.strip().lstrip("\ufeff")
        if not bare:
            continue
        try:
            _unwrap(parser.parse(bare), f"line {number}", found)
            has_any = True
        except json.JSONDecodeError as error:
            first = first or error
            found.bad_lines.append(number)
    if first is not None and not has_any:
        raise NotReadable(_why(first, first.doc)) from first


def _unwrap(tree: object, place: str, found: Contents) -> None:
    waiting: list[tuple[object, str, str]] = [(tree, "", place)]
    while waiting:
        item, url, at = waiting.pop()
        if isinstance(item, list):
            inner = [(part, "", _inside(at, "item", n)) for n, part in enumerate(item, start=1)]
            waiting.extend(reversed(inner))
            continue
        resource = node(item)
        kind = resource.get("resourceType")
        if not isinstance(kind, str) or not kind.isascii() or not kind.isalpha():
            found.blank_entries += bool(at)
            continue
        found.holds_fhir = True
        if kind == "Bundle":
            waiting.extend(reversed(_entries(resource, at, found)))
            continue
        version = version_of(resource)
        found.versions.append(version)
        if kind in KEPT or is_ours(resource):
            found.kinds[kind] += 1
            found.found.append(Held(kind, resource, url, at, version))
        else:
            found.left_out[kind[:_LONGEST_KIND]] += 1


def _entries(bundle: Node, place: str, found: Contents) -> list[tuple[object, str, str]]:
    entries = bundle.get("entry")
    inner: list[tuple[object, str, str]] = []
    for number, entry in enumerate(entries if isinstance(entries, list) else [entries], start=1):
        resource = node(entry).get("resource")
        if isinstance(resource, dict):
            url = text(node(entry).get("fullUrl"))
            inner.append((resource, url, _inside(place, "entry", number)))
        elif entry is not None:
            found.blank_entries += 1
    return inner


def _inside(place: str, what: str, number: int) -> str:
    return f"{place}, {what} {number}" if place else f"{what} {number}"


def _why(error: json.JSONDecodeError, written: str) -> str:
    if error.pos >= len(written.rstrip()) or error.msg.startswith("Unterminated"):
        return "{file} stops in the middle: it was not copied or sent whole."
    return f"{{file}} is not JSON: line {error.lineno}, column {error.colno} cannot be read."

"""Resources as bytes: one file of one patient, or a line a resource for all of them."""

import json
from collections.abc import Iterable, Iterator

from careteam.domain.record import WholeRecord
from careteam.domain.rules import Rules
from careteam.exports.fhir.pen import Pen
from careteam.exports.fhir.record import about_patient, directory, provenance
from careteam.exports.fhir.shapes import Node

SUFFIX = ".ndjson"


def as_bytes(tree: Node) -> bytes:
    """A resource or Bundle to be read by people too: UTF-8, two spaces, one newline at the end."""
    return (json.dumps(tree, ensure_ascii=False, indent=2) + "\n").encode()


def as_line(tree: Node) -> bytes:
    """A resource on one line."""
    return (json.dumps(tree, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def resources_of_all(records: Iterable[WholeRecord], rules: Rules) -> Iterator[Node]:
    """Every resource of many records, one after the other; what several name comes once.

    References are `Type/id`, as NDJSON has no URLs of entries.
    """
    told: set[str] = set()
    for record in records:
        pen = Pen(record, rules, is_urn=False)
        shared = [item for item in directory(pen) if item["id"] not in told]
        told.update(item["id"] for item in shared)
        own = about_patient(pen)
        yield from shared
        yield from own
        yield provenance(pen, own)

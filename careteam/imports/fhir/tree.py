"""Parts of a JSON tree, taken out without ever failing on a shape that was not expected."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from careteam.domain.text import NAME_LENGTH, clean

Node = dict[str, Any]

DATA_ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
_MOST_KEY = 200


@dataclass(frozen=True, slots=True)
class Coding:
    """One code of a coded concept, with the system it is from and its display."""

    system: str
    code: str
    display: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A resource as found: where in which file, under which URL; `number` is unique in a run."""

    number: int
    kind: str
    body: Node
    file: str
    folder: str = ""
    place: str = ""
    url: str = ""
    fragment: str = ""


def node(value: object) -> Node:
    """The object, or an empty one when something else stands there."""
    return value if isinstance(value, dict) else {}


def nodes(value: object) -> list[Node]:
    """The objects of an array; an object on its own counts as an array of one."""
    if isinstance(value, list):
        return [item for item in value if isinstance(item, dict)]
    return [value] if isinstance(value, dict) else []


def text(value: object, limit: int | None = None) -> str:
    """The words of a string, cleaned, on one line and cut at `limit`."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return ""
    is_plain = value.isascii() and value.isprintable()
    tidy = " ".join(value.split()) if is_plain else clean(value)
    return tidy if limit is None else tidy[:limit].rstrip()


def texts(value: object, between: str = " ") -> str:
    """The strings of an array joined; a string on its own counts as an array of one."""
    items = value if isinstance(value, list) else [value]
    return between.join(part for item in items if (part := text(item)))


def codings(concept: object) -> list[Coding]:
    """The codes of a CodeableConcept, in its order; those without a code are left out."""
    return [
        Coding(text(item.get("system")).rstrip("/"), code, text(item.get("display")))
        for item in nodes(node(concept).get("coding"))
        if (code := text(item.get("code"), NAME_LENGTH))
    ]


def words(concept: object) -> str:
    """What a CodeableConcept is called: its text, or the first display; never a code.

    Some senders write the word Null where they have none.
    """
    found = node(concept)
    said = [found.get("text"), *(item.get("display") for item in nodes(found.get("coding")))]
    named = (text(word) for word in said)
    return next((word for word in named if word and word.casefold() != "null"), "")


def extensions(of: Node, ending: str) -> Iterator[Node]:
    """The extensions of an object whose URL ends so."""
    for item in nodes(of.get("extension")):
        if text(item.get("url")).endswith(ending):
            yield item


def key_of(*parts: str) -> str:
    """One key out of parts; a very long one is replaced by its digest."""
    key = "|".join(parts)
    if len(key) <= _MOST_KEY:
        return key
    return "sha256:" + hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()

"""What a paper tells, in reading order and in its own words, for every form but its PDF."""

import dataclasses
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from careteam.domain.text import clean
from careteam.exports.glyphs import kept_left_to_right
from careteam.exports.summary_parts import CONFIDENTIAL, Fact, Part


@dataclasses.dataclass(frozen=True, slots=True)
class Told:
    """A paper of parts: who it is about, what is urgent, then one section after the other.

    `made` says when and by whom, `running` identifies the person in the margin of each page, `ends`
    are sentences after the last section. `language` is a BCP 47 tag, `is_large` asks for letters
    of 12 points and more.
    """

    heading: str
    clinic: str
    made: tuple[str, ...]
    made_on_iso: str
    digest: str
    name: str = ""
    diagnosis: str = ""
    facts: tuple[Fact, ...] = ()
    state: str = ""
    alerts: tuple[str, ...] = ()
    lead: str = ""
    text: str = ""
    parts: tuple[Part, ...] = ()
    ends: tuple[str, ...] = ()
    running: tuple[str, ...] = ()
    address: tuple[str, ...] = ()
    logo: str = ""
    confidential: str = CONFIDENTIAL
    page: str = "Page {page} of {pages}"
    is_large: bool = False
    language: str = "en"
    is_right_to_left: bool = False

    @property
    def title(self) -> str:
        """A title that betrays no patient."""
        return f"{self.heading}, {self.made[0].lower()}" if self.made else self.heading


_NOT_PRINTED = frozenset(
    {"made_on_iso", "digest", "logo", "language", "page", "is_large", "is_right_to_left"}
)
CALL, QUESTIONS, PEOPLE = "call", "questions", "people"
"""Sections of a paper for a patient that every form sets apart: whom to call, and room to write."""
ROOM_LINES = 4
"""Lines to write on."""


def cleaned(told: Told) -> Told:
    """The same without what no file can hold: controls, halves of letters, hidden directions."""
    return _each_text(told, partial(clean, lines=True))


def kept_in_order(told: Told, before: str, after: str) -> Told:
    """The same with marks around what keeps its own order on a page from right to left."""
    if not told.is_right_to_left:
        return told
    marked = _each_text(told, lambda text: kept_left_to_right(text, before, after))
    kept = {name: getattr(told, name) for name in _NOT_PRINTED}
    return dataclasses.replace(marked, **kept)


def texts_of(told: Told) -> Iterator[str]:
    """Every text that a reader sees, but for the digest; empty ones are left out."""
    found: list[str] = []
    for field in dataclasses.fields(told):
        if field.name not in _NOT_PRINTED:
            _each_text(getattr(told, field.name), lambda text: found.append(text) or text)
    return (text for text in found if text)


def _each_text(value: Any, change: Callable[[str], str]) -> Any:
    """The same tree with every text changed, but for the keys of its sections."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_each_text(entry, change) for entry in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        named = {
            field.name: _each_text(getattr(value, field.name), change)
            for field in dataclasses.fields(value)
            if field.name != "key"
        }
        return dataclasses.replace(value, **named)
    return value

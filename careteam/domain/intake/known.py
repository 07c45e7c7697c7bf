"""What is known here of those who come in, and what the last import brought of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Self

from careteam.domain.dates import PartialDate
from careteam.domain.intake.merging import Number, Value, Values
from careteam.domain.kept import KeptParts
from careteam.domain.phones import Phone

OPEN = ""
"""How a place in a care team that still stands is measured; an ended one by its day."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What one source last said of a patient or a person: the measure of its next import.

    `who` is the name and birth date that were taken to be this patient. `related` and `members`
    are told by the keys under which their rows came in; a member by the first day it no longer
    stands. `conditions` and `ranks` are None where an import did not keep them yet.
    """

    who: tuple[str, ...] = ()
    values: Values = field(default_factory=dict)
    phones: tuple[Number, ...] | None = None
    related: Mapping[str, Values] = field(default_factory=dict)
    members: Mapping[str, str] = field(default_factory=dict)
    roles: tuple[str, ...] = ()
    conditions: Mapping[str, Values] | None = field(default_factory=dict)
    ranks: Mapping[str, str] | None = field(default_factory=dict)

    def body(self) -> dict[str, Any]:
        """As plain lists and dictionaries, to be stored."""
        return {
            "who": list(self.who),
            "values": {name: _plain(value) for name, value in self.values.items()},
            "phones": None if self.phones is None else [list(number) for number in self.phones],
            "related": _plain_values(self.related),
            "members": dict(self.members),
            "roles": list(self.roles),
            "conditions": _plain_values(self.conditions),
            "ranks": None if self.ranks is None else dict(self.ranks),
        }

    @classmethod
    def of(cls, body: Mapping[str, Any]) -> Self:
        """Read again what `body` gave."""
        phones = body["phones"]
        return cls(
            who=tuple(body["who"]),
            values={name: _frozen(value) for name, value in body["values"].items()},
            phones=None if phones is None else tuple((number, kind) for number, kind in phones),
            related=_frozen_values(body["related"]) or {},
            members=body["members"],
            roles=tuple(body["roles"]),
            conditions=_frozen_values(body.get("conditions")),
            ranks=body.get("ranks"),
        )


@dataclass(frozen=True, slots=True)
class KnownRelated:
    """A related person as they stand here; one who was removed never comes back by import."""

    id: int
    key: str
    name: str
    values: Values
    is_removed: bool = False


@dataclass(frozen=True, slots=True)
class KnownAssignment:
    """A place in the care team as it stands here; `is_ended` as of today."""

    id: int
    key: str
    role: str
    role_text: str
    person_id: int
    is_backup: bool
    is_ended: bool
    ends_on: date | None
    starts_on: date | None = None
    rank: str = "primary"


@dataclass(frozen=True, slots=True)
class KnownCondition:
    """A condition as the last import left it; nobody edits them here.

    `own_key` is the key under which it comes back when it left from here.
    """

    id: int
    key: str
    text: str
    code: str
    system: str
    clinical: str
    onset: str
    recorded_on: str
    own_key: str = ""


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """What an import says of a contact; `person_id` is a person of the directory."""

    at: datetime
    minutes: int
    mode: str
    outcome: str
    direction: str
    person_id: int | None
    role: str
    note: str


@dataclass(frozen=True, slots=True)
class KnownContact:
    """A contact that came in; `brought` is what the last import said, None when it still stands.

    `is_own` marks one that was logged here: no import changes it.
    """

    id: int
    key: str
    facts: ContactFacts
    is_retracted: bool = False
    brought: ContactFacts | None = None
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A patient here who may be the one who comes in."""

    id: int
    mrn: str
    family: str
    given: str
    birth_date: PartialDate | None


@dataclass(frozen=True, slots=True)
class KnownPatient:
    """A patient with all that an import could change; `brought` by the keys of its sources."""

    id: int
    values: Values = field(default_factory=dict)
    phones: tuple[Phone, ...] = ()
    identifiers: frozenset[tuple[str, str]] = frozenset()
    related: tuple[KnownRelated, ...] = ()
    assignments: tuple[KnownAssignment, ...] = ()
    conditions: tuple[KnownCondition, ...] = ()
    contacts: tuple[KnownContact, ...] = ()
    brought: Mapping[str, Brought] = field(default_factory=dict)
    parts: KeptParts = field(default_factory=KeptParts)
    phase: str = ""


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A member of the directory with all that an import could change."""

    id: int
    name: str
    name_words: frozenset[str]
    npi: str
    values: Values
    phones: tuple[Phone, ...] = ()
    roles: tuple[str, ...] = ()
    identifiers: frozenset[tuple[str, str]] = frozenset()
    leaves_on: date | None = None
    is_stub: bool = False
    brought: Mapping[str, Brought] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PersonMet:
    """Who somebody named in a file is here: `id` is None while they are not in the directory."""

    id: int | None
    name: str
    leaves_on: date | None = None


def _plain_values(by_key: Mapping[str, Values] | None) -> dict[str, Any] | None:
    if by_key is None:
        return None
    return {
        key: {name: _plain(value) for name, value in values.items()}
        for key, values in by_key.items()
    }


def _frozen_values(by_key: Mapping[str, Any] | None) -> dict[str, Values] | None:
    if by_key is None:
        return None
    return {
        key: {name: _frozen(value) for name, value in values.items()}
        for key, values in by_key.items()
    }


def _plain(value: Value) -> str | list[str]:
    return value if isinstance(value, str) else list(value)


def _frozen(value: str | list[str]) -> Value:
    return value if isinstance(value, str) else tuple(value)

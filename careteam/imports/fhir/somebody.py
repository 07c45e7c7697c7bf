"""One member of the staff while a run is read: what each file says about them put together."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Self

from careteam.domain.identity import NO_NAME, is_named_like, name_words
from careteam.domain.incoming import Identifier, IncomingPerson
from careteam.domain.phones import Phone
from careteam.domain.text import NAME_LENGTH
from careteam.imports.fhir.identifiers import identifiers, local_key, npi_of
from careteam.imports.fhir.names import Name, name_of, reach_of
from careteam.imports.fhir.roles import OTHER, Held
from careteam.imports.fhir.tree import Entry, Node, codings, nodes

_DEGREES = "v2-0360"
_NOT_STAFF = frozenset({OTHER, "patient"})
_LONGEST_CREDENTIALS = 80


@dataclass(slots=True)
class Somebody:
    """A person of the staff; `names` are the words of the name as they are compared."""

    name: Name
    names: frozenset[str]
    identifiers: tuple[Identifier, ...]
    file: str
    local_key: str
    phones: dict[str, Phone] = field(default_factory=dict)
    email: str = ""
    organisation: str = ""
    pager: str = ""
    roles: list[Held] = field(default_factory=list)
    is_stub: bool = False
    is_counted: bool = False
    key: str = ""

    @classmethod
    def of(cls, entry: Entry) -> Self:
        """A Practitioner as one entry describes it."""
        name = name_of(entry.body.get("name"))
        credentials = name.credentials or _degrees(entry.body)
        made = cls(
            name=Name(name.family[:NAME_LENGTH], name.given[:NAME_LENGTH], name.title, credentials),
            names=name_words(name.family, name.given),
            identifiers=identifiers(entry.body),
            file=entry.file,
            local_key=local_key(entry),
        )
        made.add_reach(entry.body.get("telecom"))
        return made

    @classmethod
    def named(cls, display: str, numbers: tuple[Identifier, ...], source: Entry) -> Self:
        """Somebody of whom only a display or a number is known; the display stays whole."""
        return cls(
            name=Name(display or NO_NAME),
            names=name_words(display),
            identifiers=numbers,
            file=source.file,
            local_key="",
            is_stub=True,
        )

    def is_named_like(self, names: frozenset[str]) -> bool:
        """Whether two names share a word, or one of them is not known."""
        return is_named_like(names, self.names)

    def has_other_number(self, numbers: Collection[Identifier]) -> bool:
        """Whether one who gives numbers gave this person others: then these are two people."""
        mine = {item.system: item.value for item in self.identifiers}
        return any(mine.get(item.system, item.value) != item.value for item in numbers)

    def absorb(self, other: "Somebody") -> None:
        """Add what another entry says about the same person; what stood here stays."""
        if not self.names:
            self.name, self.names = other.name, other.names
        elif not self.name.credentials:
            name = self.name
            self.name = Name(name.family, name.given, name.title, other.name.credentials)
        known = {(item.system, item.value) for item in self.identifiers}
        new = (item for item in other.identifiers if (item.system, item.value) not in known)
        self.identifiers = (*self.identifiers, *new)
        self.phones = {**other.phones, **self.phones}
        self.email = self.email or other.email
        self.organisation = self.organisation or other.organisation
        for role in other.roles:
            self.add_role(role)

    def add_reach(self, telecom: object) -> None:
        """Add the numbers that are not known yet, and the e-mail when there is none."""
        reach = reach_of(telecom)
        for phone in reach.phones:
            self.phones.setdefault(phone.number, phone)
        self.email = self.email or reach.email
        self.pager = self.pager or reach.pager

    def add_role(self, role: Held) -> None:
        """Add a role that the person can fill."""
        if role not in self.roles:
            self.roles.append(role)

    def incoming(self, shared: Collection[tuple[str, str]]) -> IncomingPerson:
        """The person as drafted; numbers that others share are not identifiers."""
        return IncomingPerson(
            key=self.key,
            family=self.name.family,
            given=self.name.given,
            title=self.name.title,
            credentials=self.name.credentials,
            identifiers=tuple(
                item for item in self.identifiers if (item.system, item.value) not in shared
            ),
            phones=tuple(self.phones.values()),
            email=self.email,
            organisation=self.organisation,
            pager=self.pager,
            npi=npi_of(self.identifiers),
            role_keys=tuple(
                dict.fromkeys(role.key for role in self.roles if role.key not in _NOT_STAFF)
            ),
            role_texts=tuple(dict.fromkeys(role.text for role in self.roles if role.text)),
            is_stub=self.is_stub,
        )


def _degrees(body: Node) -> str:
    found = [
        coding.code
        for qualification in nodes(body.get("qualification"))
        for coding in codings(qualification.get("code"))
        if coding.system.endswith(_DEGREES)
    ]
    return ", ".join(dict.fromkeys(found))[:_LONGEST_CREDENTIALS]

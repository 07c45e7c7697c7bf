"""The staff of a run: practitioners put together across files, stubs where only a name is known."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from careteam.domain.identity import name_words
from careteam.domain.incoming import IncomingPerson, Severity
from careteam.domain.people import is_npi
from careteam.domain.text import NAME_LENGTH
from careteam.imports.fhir.identifiers import (
    npi_of,
)
from careteam.imports.fhir.notes import Note, Notes
from careteam.imports.fhir.references import References, asked_identifier, kind_of
from careteam.imports.fhir.roles import Held, Roles
from careteam.imports.fhir.somebody import Somebody
from careteam.imports.fhir.tree import Entry, Node, key_of, node, nodes, text

NOT_AN_NPI = Note(
    "A practitioner has an NPI that is not valid: kept, not checked.",
    "{count} practitioners have an NPI that is not valid: kept, not checked.",
)
SHARED_NUMBER = Note(
    "One number stands for people of different names: they are kept apart.",
    "{count} numbers stand for people of different names: they are kept apart.",
)
ROLE_WITHOUT_PERSON = Note(
    "A PractitionerRole names no person: left out.",
    "{count} PractitionerRoles name no person: left out.",
    Severity.LEFT_OUT,
)
ONLY_NAMED = Note(
    "Somebody is only named, not described: goes in as unverified.",
    "{count} people are only named, not described: they go in as unverified.",
)

PEOPLE_KINDS = frozenset({"Practitioner", "PractitionerRole"})


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody a reference means: their key, and the roles they are said to have."""

    key: str
    roles: tuple[Held, ...] = ()


class People:
    """Everybody of the staff in a run; whoever a reference names is one of them or becomes one."""

    def __init__(self, references: References, roles: Roles, notes: Notes) -> None:
        self._references = references
        self._roles = roles
        self._notes = notes
        self._groups: list[Somebody] = []
        self._by_entry: dict[tuple[int, str], Somebody] = {}
        self._by_number: dict[tuple[str, str], list[Somebody]] = defaultdict(list)
        self._by_key: dict[str, Somebody] = {}
        self._stubs: dict[tuple[str, ...], Somebody | None] = {}
        self._held: dict[tuple[int, str], tuple[Somebody | None, tuple[Held, ...]]] = {}

    def gather(self, entries: Iterable[Entry]) -> None:
        """Take in every Practitioner, give each person a key, then read the PractitionerRoles."""
        entries = list(entries)
        for entry in entries:
            if entry.kind == "Practitioner":
                self._add(entry)
        self._settle()
        for entry in entries:
            if entry.kind == "PractitionerRole" and self._role(entry)[0] is None:
                self._notes.add(ROLE_WITHOUT_PERSON, entry.file, entry.place)

    def met(self, reference: Node, source: Entry) -> Met | None:
        """Who a reference means; None when it means no person of the staff, or nobody at all."""
        found = self._references.find(reference, source)
        if found is None:
            written = (text(reference.get(part)) for part in ("reference", "display", "type"))
            known = (source.file, *written)
            if known not in self._stubs or "identifier" in reference:
                self._stubs[known] = self._stub(reference, source)
            somebody = self._stubs[known]
            return Met(somebody.key, tuple(somebody.roles)) if somebody else None
        if found.kind == "PractitionerRole":
            somebody, held = self._role(found)
            return Met(somebody.key, held) if somebody else None
        if found.kind != "Practitioner":
            return None
        somebody = self._by_entry.get(_place(found)) or self._contained(found)
        return Met(somebody.key, tuple(somebody.roles))

    def can_fill(self, key: str, held: Held) -> None:
        """Remember that somebody holds a role, for the roles they can fill."""
        self._by_key[key].add_role(held)

    def incoming(self) -> tuple[IncomingPerson, ...]:
        """All people in the order in which they were met."""
        shared = {number for number, groups in self._by_number.items() if len(groups) > 1}
        return tuple(somebody.incoming(shared) for somebody in self._by_key.values())

    def _add(self, entry: Entry) -> None:
        made = Somebody.of(entry)
        npi = npi_of(made.identifiers)
        if npi and not is_npi(npi):
            self._notes.add(NOT_AN_NPI, entry.file, entry.place)
        same = self._same(made)
        for somebody in same[1:]:
            self._replace(somebody, same[0])
        if same:
            same[0].absorb(made)
            made = same[0]
        else:
            self._groups.append(made)
        self._by_entry[_place(entry)] = made
        self._index(made)

    def _same(self, made: Somebody) -> list[Somebody]:
        found: dict[int, Somebody] = {}
        for item in made.identifiers:
            for somebody in self._by_number[(item.system, item.value)]:
                if somebody.is_named_like(made.names):
                    found[id(somebody)] = somebody
        return list(found.values())

    def _replace(self, old: Somebody, new: Somebody) -> None:
        new.absorb(old)
        self._groups = [somebody for somebody in self._groups if somebody is not old]
        for place, somebody in self._by_entry.items():
            if somebody is old:
                self._by_entry[place] = new
        for groups in self._by_number.values():
            groups[:] = [somebody for somebody in groups if somebody is not old]

    def _index(self, somebody: Somebody) -> None:
        for item in somebody.identifiers:
            groups = self._by_number[(item.system, item.value)]
            if all(other is not somebody for other in groups):
                groups.append(somebody)

    def _settle(self) -> None:
        for groups in self._by_number.values():
            if len(groups) > 1:
                self._notes.add(SHARED_NUMBER, groups[-1].file)
        for somebody in list(self._groups):
            somebody.key = self._key(somebody)
            first = self._by_key.setdefault(somebody.key, somebody)
            if first is not somebody:
                self._replace(somebody, first)

    @staticmethod
    def _key(somebody: Somebody) -> str:
        """The best number with the name, because senders give one number to several people."""
        numbers = sorted(
            (item.kind != "NPI", item.system, item.value) for item in somebody.identifiers
        )
        first = numbers[0][1:] if numbers else (somebody.local_key,)
        return key_of(*first, *([" ".join(sorted(somebody.names))] if somebody.names else []))

    def _role(self, entry: Entry) -> tuple[Somebody | None, tuple[Held, ...]]:
        known = self._held.get(_place(entry))
        if known is not None:
            return known
        self._held[_place(entry)] = (None, ())
        met = self.met(node(entry.body.get("practitioner")), entry)
        held = self._roles.of_all(nodes(entry.body.get("code")))
        if all(role.key == "other" for role in held):
            special = self._roles.of_all(nodes(entry.body.get("specialty")))
            held = [role for role in special if role.key != "other"] or held or special
        somebody = self._by_key[met.key] if met else None
        if somebody is not None:
            somebody.add_reach(entry.body.get("telecom"))
            somebody.organisation = somebody.organisation or self._organisation(entry)
            for role in held:
                somebody.add_role(role)
        self._held[_place(entry)] = (somebody, tuple(held))
        return self._held[_place(entry)]

    def _organisation(self, entry: Entry) -> str:
        reference = node(entry.body.get("organization"))
        found = self._references.find(reference, entry)
        own = text(found.body.get("name"), NAME_LENGTH) if found else ""
        return own or text(reference.get("display"), NAME_LENGTH)

    def _contained(self, entry: Entry) -> Somebody:
        made = Somebody.of(entry)
        made.is_stub = True
        same = self._same(made)
        return self._keep(same[0] if same else made, entry)

    def _stub(self, reference: Node, source: Entry) -> Somebody | None:
        kind = kind_of(reference)
        display = text(reference.get("display"), NAME_LENGTH)
        asked = asked_identifier(reference)
        written = text(reference.get("reference"))
        if (kind and kind not in PEOPLE_KINDS) or not (display or asked):
            return None
        names = name_words(display)
        numbers = (asked[1],) if asked else ()
        made = Somebody.named(display, numbers, source)
        same = self._same(made) or [
            somebody
            for somebody in self._by_key.values()
            if len(names) > 1
            and somebody.names == names
            and somebody.file == source.file
            and not somebody.has_other_number(numbers)
        ]
        if len(same) == 1 or (same and numbers):
            return same[0]
        made.key = self._key(made) if numbers else key_of(written, *sorted(names) or [display])
        return self._keep(self._by_key.get(made.key, made), source)

    def _keep(self, somebody: Somebody, source: Entry) -> Somebody:
        if somebody.key not in self._by_key:
            somebody.key = somebody.key or self._key(somebody)
        kept = self._by_key.setdefault(somebody.key, somebody)
        if kept is somebody and somebody.is_stub and not somebody.is_counted:
            somebody.is_counted = True
            self._index(somebody)
            self._notes.add(ONLY_NAMED, source.file, source.place)
        return kept


def _place(entry: Entry) -> tuple[int, str]:
    return entry.number, entry.fragment

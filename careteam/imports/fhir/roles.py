"""Coded roles of a file turned into the roles of the clinic's catalogue."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from careteam.domain.catalogue import Catalogue
from careteam.domain.exchange import code_system
from careteam.domain.text import NAME_LENGTH
from careteam.imports.fhir import codes
from careteam.imports.fhir.tree import DATA_ABSENT, Coding, Node, codings, key_of, words

OTHER = "other"


@dataclass(frozen=True, slots=True)
class Held:
    """A role as the file has it: the catalogue's key or `other`, its words and its code."""

    key: str = OTHER
    text: str = ""
    code: str = ""
    is_service: bool = False

    @property
    def is_unsaid(self) -> bool:
        """Whether the file does not say which role it is."""
        return not self.text and not self.code


class Roles:
    """Finds roles by SNOMED CT first, NUCC second, then by the codes only imports know."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._known = catalogue.roles
        self._by_code: dict[tuple[str, str], list[str]] = {}
        self._own: dict[str, str] = {}
        for role in sorted(catalogue.roles.values(), key=lambda role: role.position):
            for system, code in ((codes.SNOMED, role.snomed), (codes.NUCC, role.nucc)):
                if code and (system, code) not in codes.TOO_WIDE:
                    self._by_code.setdefault((system, code), []).append(role.key)
            self._own[role.key] = role.key

    def of(self, concept: Node) -> Held:
        """The role of one CodeableConcept; an unknown one is `other` with its words and code."""
        found = [known(coding) for coding in codings(concept) if coding.system != DATA_ABSENT]
        said = "" if len(found) < len(codings(concept)) else words(concept)
        names = (said, *(coding.display for coding in found), *map(_word, found))
        first = next(iter(found), None)
        return Held(
            key=self._key(found),
            text=next((name for name in names if name), "")[:NAME_LENGTH],
            code=key_of(first.system, first.code) if first else "",
            is_service=any((coding.system, coding.code) in codes.SERVICES for coding in found),
        )

    def of_all(self, concepts: Iterable[Node]) -> list[Held]:
        """The roles of several concepts, each once, without those that are not said."""
        found = dict.fromkeys(self.of(concept) for concept in concepts)
        return [held for held in found if not held.is_unsaid]

    def _key(self, found: Sequence[Coding]) -> str:
        for coding in found:
            if coding.system == code_system("role"):
                return self._own.get(coding.code, OTHER)
        for system in (codes.SNOMED, codes.NUCC):
            for coding in found:
                keys = self._by_code.get((coding.system, coding.code), [])
                if keys and coding.system == system:
                    return self._narrowed(keys, found)
        extra = (codes.ROLES.get((coding.system, coding.code), "") for coding in found)
        return next((key for key in extra if key in self._known), OTHER)

    def _narrowed(self, keys: list[str], found: Sequence[Coding]) -> str:
        for coding in found:
            also = self._by_code.get((coding.system, coding.code), [])
            both = [key for key in keys if key in also]
            if len(also) == 1 and both:
                return both[0]
        return keys[0]


def known(coding: Coding) -> Coding:
    """The coding with the usual URL of its system where it was named otherwise."""
    system = codes.SYSTEMS.get(coding.system, coding.system)
    return coding if system == coding.system else Coding(system, coding.code, coding.display)


def _word(coding: Coding) -> str:
    return codes.ROLE_WORDS.get((coding.system, coding.code), "")

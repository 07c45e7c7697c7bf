"""Relatives and caregivers, from RelatedPerson and from the contacts of a Patient."""

from collections.abc import Iterable
from dataclasses import replace

from careteam.domain.catalogue import Catalogue
from careteam.domain.exchange import uid_in_key
from careteam.domain.identity import NO_NAME
from careteam.domain.incoming import IncomingRelated
from careteam.domain.text import NAME_LENGTH, digits, fold
from careteam.imports.fhir import codes
from careteam.imports.fhir.details import Details, details_of, uid_in
from careteam.imports.fhir.identifiers import identifiers, key_of_entry
from careteam.imports.fhir.names import name_of, reach_of
from careteam.imports.fhir.notes import Note, Notes
from careteam.imports.fhir.tree import Entry, Node, codings, key_of, nodes

UNKNOWN_RELATION = Note(
    "A relationship is not in the clinic's list: taken as other family.",
    "{count} relationships are not in the clinic's list: taken as other family.",
)
NOT_ACTIVE = Note(
    "A related person is marked as no longer active: check before calling.",
    "{count} related people are marked as no longer active: check before calling.",
)


class Relations:
    """Finds the catalogue's relationship for the coded ones of a file."""

    def __init__(self, catalogue: Catalogue) -> None:
        terms = catalogue.terms.get("relationship", {})
        self._by_code = {
            code: key for code, key in codes.RELATIONSHIPS.items() if not terms or key in terms
        }
        for term in terms.values():
            self._by_code.update(dict.fromkeys(term.codes.values(), term.key))

    def of(self, concepts: Iterable[Node]) -> tuple[str, bool, bool]:
        """The relationship's key, whether it is an emergency contact, and whether it was known.

        Kinship counts before being an emergency contact or the next of kin, so that a mother
        who is the emergency contact is both.
        """
        given = [coding.code.upper() for concept in concepts for coding in codings(concept)]
        is_emergency = any(code in codes.EMERGENCY for code in given)
        found = [self._by_code[code] for code in given if code in self._by_code]
        close = [key for key in found if key not in ("next_of_kin", "emergency_contact")]
        is_relative = any(code in codes.RELATIVES for code in given)
        if close or found:
            return (close or found)[0], is_emergency, True
        if is_emergency and not is_relative:
            return "emergency_contact", True, True
        return "other_family", is_emergency, is_relative or not given


def related_of(entry: Entry, relations: Relations, notes: Notes) -> IncomingRelated:
    """A RelatedPerson."""
    made = _made(entry.body, key_of_entry(entry), relations, notes, entry)
    if entry.body.get("active") is False:
        notes.add(NOT_ACTIVE, entry.file, entry.place)
    own = details_of(entry.body, "related_person") or Details("", {})
    return replace(
        made,
        identifiers=identifiers(entry.body),
        is_caregiver=own.yes("is_caregiver"),
        may_talk=own.answer("may_talk"),
        consent_on=own.day("consent_on"),
        note=own.word("note"),
        is_removed=bool(uid_in(entry.body)) and entry.body.get("active") is False,
    )


def contacts_of(entry: Entry, relations: Relations, notes: Notes) -> list[IncomingRelated]:
    """The people in Patient.contact; organisations among them are not people."""
    found: list[IncomingRelated] = []
    for contact in nodes(entry.body.get("contact")):
        if "organization" in contact and "name" not in contact:
            continue
        made = _made(contact, "", relations, notes, entry)
        if made.name != NO_NAME or made.phone or made.email:
            found.append(made)
    return found


def joined(people: Iterable[IncomingRelated]) -> tuple[IncomingRelated, ...]:
    """The people with those of one name put together; what the first lacks the others give."""
    found: dict[str, IncomingRelated] = {}
    for person in people:
        name = fold(person.name) if person.name != NO_NAME else f"#{digits(person.phone)}"
        name = uid_in_key(person.key) or name
        first = found.setdefault(name, person)
        found[name] = replace(
            first,
            phone=first.phone or person.phone,
            email=first.email or person.email,
            is_emergency=first.is_emergency or person.is_emergency,
            relationship=_closer(first.relationship, person.relationship),
            identifiers=first.identifiers or person.identifiers,
        )
    return tuple(found.values())


def _closer(first: str, second: str) -> str:
    vague = ("other_family", "emergency_contact", "next_of_kin")
    return second if first in vague and second not in vague else first


def _made(
    body: Node, key: str, relations: Relations, notes: Notes, entry: Entry
) -> IncomingRelated:
    relationship, is_emergency, is_known = relations.of(nodes(body.get("relationship")))
    if not is_known:
        notes.add(UNKNOWN_RELATION, entry.file, entry.place)
    reach = reach_of(body.get("telecom"))
    name = name_of(body.get("name")).spoken[:NAME_LENGTH]
    phone = next((phone.number for phone in reach.phones), "")
    return IncomingRelated(
        key=key or key_of("contact", fold(name), digits(phone)),
        name=name,
        relationship=relationship,
        phone=phone,
        email=reach.email,
        is_emergency=is_emergency,
    )

"""What every resource is written with: the clinic's words with their codes, and references."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from careteam.domain.exchange import code_system, derived, urn_of
from careteam.domain.record import RecordPerson, WholeRecord
from careteam.domain.rules import Rules
from careteam.domain.text import fold, person_name
from careteam.exports.fhir.shapes import Node, coding, concept, slim
from careteam.exports.fhir.systems import NUCC, SNOMED, SYSTEMS

ORGANISATIONS = "8f0c1d0e-5a0f-5d4e-9a34-0b7f5f2f9f6d"
"""The root of the UUIDs of organisations that only a name is known of."""


@dataclass(frozen=True)
class Pen:
    """Writes references and concepts of one record; in a Bundle references are URNs."""

    record: WholeRecord
    rules: Rules
    is_urn: bool = True
    people: Mapping[str, RecordPerson] = field(init=False)

    def __post_init__(self) -> None:
        known = {person.uid: person for person in self.record.people}
        object.__setattr__(self, "people", known)

    def ref(self, kind: str, uid: str, display: str = "") -> Node:
        """A reference to a resource of this file."""
        where = urn_of(uid) if self.is_urn else f"{kind}/{uid}"
        return slim({"reference": where, "display": display})

    def subject(self) -> Node:
        """The patient."""
        return self.ref("Patient", self.record.patient.uid)

    def person(self, uid: str) -> Node | None:
        """A member of the staff, or None when nobody is meant."""
        known = self.people.get(uid)
        return self.ref("Practitioner", uid, name_of(known)) if known else None

    def clinic(self) -> Node:
        """The clinic that keeps the record."""
        return self.ref("Organization", self.clinic_uid, self.record.site.clinic)

    @property
    def clinic_uid(self) -> str:
        """The UUID of the clinic."""
        return self.organisation_uid("")

    def organisation_uid(self, name: str) -> str:
        """The UUID of an organisation by its name; without one it is the clinic."""
        site = self.record.site
        if not name or fold(name) == fold(site.clinic):
            return derived(ORGANISATIONS, "clinic", site.namespace)
        return derived(ORGANISATIONS, "named", fold(name))

    def own(self, part: str, *of: object) -> str:
        """The UUID of a part of the record that has none of its own."""
        return derived(self.record.patient.uid, part, *(each or "" for each in of))

    def at(self, moment: datetime) -> datetime:
        """A moment as the clinic's clock shows it."""
        return moment.astimezone(ZoneInfo(self.record.site.zone))

    def term(self, kind: str, key: str, **more: Any) -> Node:
        """A word of a list of the catalogue with its codes; the clinic's own key stands last."""
        term = self.rules.catalogue.terms.get(kind, {}).get(key)
        codes = term.codes if term else {}
        label = term.label if term else key
        return concept(
            *(coding(SYSTEMS[name], code) for name, code in codes.items() if name in SYSTEMS),
            *more.get("also", ()),
            coding(code_system(kind), key, label),
            text=more.get("text", "") or label,
        )

    def role(self, key: str, text: str = "") -> Node:
        """A role: SNOMED CT first, NUCC second, the clinic's own key last."""
        role = self.rules.catalogue.roles.get(key)
        label = role.label if role else key
        snomed, nucc = (role.snomed, role.nucc) if role else ("", "")
        return concept(
            coding(SNOMED, snomed, ""),
            coding(NUCC, nucc, ""),
            coding(code_system("role"), key, label),
            text=text or label,
        )

    def phase(self, key: str) -> Node:
        """A phase of treatment; there is no standard set of codes for them."""
        label = self.rules.catalogue.phase_label(key)
        return concept(coding(code_system("phase"), key, label), text=label)

    def word(self, kind: str, key: str) -> str:
        """What a word of a list is called."""
        return self.rules.catalogue.label(kind, key)


def name_of(person: RecordPerson) -> str:
    """A member of the staff as spoken of."""
    return person_name(person.family, person.given, person.title, person.credentials)

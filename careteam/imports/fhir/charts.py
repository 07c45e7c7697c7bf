"""The patients of a run with all that hangs on them, put together across files."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from careteam.domain.exchange import uid_in_key
from careteam.domain.identity import can_be_one
from careteam.domain.incoming import (
    IncomingCondition,
    IncomingContact,
    IncomingMember,
    IncomingPatient,
    IncomingRelated,
    Severity,
)
from careteam.domain.patients import Address
from careteam.domain.text import fold
from careteam.imports.fhir.conditions import Diagnosis, Leukemia, diagnosis_of
from careteam.imports.fhir.identifiers import identifiers, local_key
from careteam.imports.fhir.notes import Note, Notes
from careteam.imports.fhir.references import References, asked_identifier
from careteam.imports.fhir.related import joined
from careteam.imports.fhir.times import instant
from careteam.imports.fhir.tree import Entry, Node, key_of, node

CONFLICT = Note(
    "A record number stands here for somebody of another name or birth date: left out. "
    "Ask the sender who it belongs to.",
    "{count} record numbers stand here for people of another name or birth date: left out. "
    "Ask the sender who they belong to.",
    Severity.LEFT_OUT,
)
BEFORE_BIRTH = Note(
    "A visit lies before the patient was born: left out.",
    "{count} visits lie before the patient was born: left out.",
    Severity.LEFT_OUT,
)

_T = TypeVar("_T", IncomingCondition, IncomingContact)
_MERGED = frozenset({"key", "mrn", "file", "identifiers", "is_deceased", "sex"})


@dataclass(slots=True)
class Chart:
    """One patient while a run is read; what hangs on them is kept by its key."""

    patient: IncomingPatient
    updated: datetime | None
    related: list[IncomingRelated] = field(default_factory=list)
    members: list[IncomingMember] = field(default_factory=list)
    conditions: dict[str, IncomingCondition] = field(default_factory=dict)
    contacts: dict[str, IncomingContact] = field(default_factory=dict)
    leukemia: list[Leukemia] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)
    diagnosis: Diagnosis | None = None

    def add_contact(self, contact: IncomingContact, entry: Entry) -> None:
        """Keep a contact; a later version replaces it, another one of the same number joins it."""
        source = local_key(entry)
        other = self.contacts.get(contact.key)
        if other is not None and other.at != contact.at and self.sources[other.key] != source:
            contact = replace(contact, key=key_of(contact.key, source))
        self.contacts[contact.key] = contact
        self.sources[contact.key] = source

    def incoming(self) -> IncomingPatient:
        """The patient with everything once, contacts in the order of time."""
        diagnosis = self.diagnosis or diagnosis_of(self.leukemia)
        contacts = _once(self.contacts.values(), _contact_signature)
        return replace(
            self.patient,
            subtype=diagnosis.subtype,
            icd_state=diagnosis.state,
            diagnosed_on=diagnosis.on,
            related=joined(self.related),
            members=_members(self.members),
            conditions=tuple(_once(self.conditions.values(), _condition_signature)),
            contacts=tuple(sorted(contacts, key=lambda contact: (contact.at, contact.key))),
        )


class Charts:
    """Finds the chart that a resource belongs to."""

    def __init__(self, references: References, zone: ZoneInfo, notes: Notes) -> None:
        self._references = references
        self._zone = zone
        self._notes = notes
        self._charts: dict[str, Chart] = {}
        self._by_entry: dict[int, Chart | None] = {}
        self._by_place: dict[tuple[str, str], Chart] = {}
        self._by_number: dict[tuple[str, str], Chart] = {}

    def __iter__(self) -> Iterator[Chart]:
        return iter(self._charts.values())

    def add(self, patient: IncomingPatient, entry: Entry) -> Chart | None:
        """The chart of a patient, new or known; None when the record number is somebody else's."""
        numbers = [(item.system, item.value) for item in patient.identifiers]
        place = (entry.file, local_key(entry))
        known = [self._by_number[number] for number in numbers if number in self._by_number]
        known += [self._charts[patient.key]] if patient.key in self._charts else []
        chart = self._by_place.get(place) or next(iter(known), None)
        meta = instant(node(entry.body.get("meta")).get("lastUpdated"), self._zone)
        updated = meta.at if meta else None
        if chart is not None and not _are_one(chart.patient, patient):
            self._notes.add(CONFLICT, entry.file, entry.place)
            self._by_entry[entry.number] = None
            return None
        if chart is None:
            chart = Chart(patient, updated)
            self._charts[patient.key] = chart
        else:
            is_older = bool(updated and chart.updated and updated < chart.updated)
            first, last = (patient, chart.patient) if is_older else (chart.patient, patient)
            chart.patient = _later(first, last, keep=chart.patient)
            chart.updated = chart.updated if is_older else updated or chart.updated
        self._by_entry[entry.number] = chart
        self._by_place[place] = chart
        for number in numbers:
            self._by_number.setdefault(number, chart)
        return chart

    def of(self, reference: Node, source: Entry) -> Chart | None:
        """The chart that the subject of a resource means, or None."""
        found = self._references.find(reference, source)
        if found is not None and not found.fragment:
            return self._by_entry.get(found.number) if found.kind == "Patient" else None
        wanted = asked_identifier(reference)
        numbers = [wanted[1]] if wanted else []
        if found is not None:
            numbers = identifiers(found.body)
        for item in numbers:
            chart = self._by_number.get((item.system, item.value))
            if chart is not None:
                return chart
        return None

    def in_time(self, contact: IncomingContact, chart: Chart, entry: Entry) -> bool:
        """Whether a contact lies after the birth; one before is noted and left out."""
        born = chart.patient.birth_date
        if born is None or contact.at.astimezone(self._zone).date() >= born.first_day:
            return True
        self._notes.add(BEFORE_BIRTH, entry.file, entry.place)
        return False


def _are_one(first: IncomingPatient, second: IncomingPatient) -> bool:
    return can_be_one(
        (first.family, first.given),
        first.birth_date,
        (second.family, second.given),
        second.birth_date,
    )


def _later(
    first: IncomingPatient, last: IncomingPatient, *, keep: IncomingPatient
) -> IncomingPatient:
    """The last state; what it leaves empty is taken from the first. `keep` has the identity."""
    taken: dict[str, object] = {}
    for part in fields(IncomingPatient):
        value = getattr(last, part.name)
        if part.name not in _MERGED and (not value or value == Address()):
            taken[part.name] = getattr(first, part.name)
    known = {(item.system, item.value): item for item in (*first.identifiers, *last.identifiers)}
    return replace(
        last,
        **taken,
        key=keep.key,
        mrn=keep.mrn,
        file=keep.file,
        identifiers=tuple(known.values()),
        is_deceased=first.is_deceased or last.is_deceased,
        sex=first.sex if last.sex == "unknown" else last.sex,
    )


def _members(members: Iterable[IncomingMember]) -> tuple[IncomingMember, ...]:
    found: dict[Hashable, IncomingMember] = {}
    for member in members:
        signature = (
            member.person_key,
            member.role,
            member.role_text if member.told else member.role_code or member.role_text,
            member.starts_on,
            member.ends_on,
        )
        found.setdefault(signature, member)
    return tuple(found.values())


def _once(items: Iterable[_T], signature: Callable[[_T], Hashable]) -> list[_T]:
    found: dict[Hashable, _T] = {}
    for item in items:
        found.setdefault(signature(item), item)
    return list(found.values())


def _contact_signature(contact: IncomingContact) -> Hashable:
    """Two contacts that Careteam wrote are two, however alike."""
    if contact.told is not None:
        return contact.key
    return contact.at, contact.minutes, contact.mode, contact.person_key, fold(contact.text)


def _condition_signature(condition: IncomingCondition) -> Hashable:
    if uid_in_key(condition.key):
        return condition.key
    return (
        condition.system,
        condition.code,
        fold(condition.text),
        condition.onset,
        condition.recorded_on,
    )

"""Encounters as the history of contacts."""

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from careteam.domain.catalogue import Catalogue
from careteam.domain.contacts import LONGEST_MINUTES, Direction, With
from careteam.domain.incoming import IncomingContact, Severity
from careteam.domain.kept import KeptContact
from careteam.domain.navigation_time import ACTIVITY, PROGRAM_LENGTH
from careteam.domain.text import LINE_LENGTH, NOTE_LENGTH, clean
from careteam.imports.fhir import codes
from careteam.imports.fhir.details import Details, details_of
from careteam.imports.fhir.identifiers import key_of_entry
from careteam.imports.fhir.notes import Note, Notes
from careteam.imports.fhir.people import Met, People
from careteam.imports.fhir.references import References
from careteam.imports.fhir.times import Instant, instant, minutes_between, start_and_end
from careteam.imports.fhir.tree import Entry, Node, codings, node, nodes, text, words

NOT_HELD = Note(
    "A visit is only planned, was cancelled, or was entered in error: left out.",
    "{count} visits are only planned, were cancelled, or were entered in error: left out.",
    Severity.LEFT_OUT,
)
WITHOUT_DAY = Note(
    "A visit does not say on which day it was: left out.",
    "{count} visits do not say on which day they were: left out.",
    Severity.LEFT_OUT,
)
WITHOUT_HOUR = Note(
    "A visit has a day but no hour: it stands at the start of the day.",
    "{count} visits have a day but no hour: they stand at the start of the day.",
)
VIRTUAL = Note(
    "A virtual visit does not say whether by phone or video: taken as phone.",
    "{count} virtual visits do not say whether by phone or video: taken as phone.",
)
TURNED = Note(
    "A visit ends before it begins: its minutes are left out.",
    "{count} visits end before they begin: their minutes are left out.",
)
CAPPED = Note(
    "A visit lasts longer than a day: counted as one day.",
    "{count} visits last longer than a day: counted as one day each.",
)

_NOT_HELD = frozenset({"planned", "cancelled", "entered-in-error"})
_FIRST = ("PPRF", "ATND")
_VISIT = "clinic_visit"
_WARD = "inpatient_visit"
_MINUTES = {"min": 1.0, "m": 1.0, "h": 60.0, "hr": 60.0, "s": 1 / 60, "d": 1440.0}


@dataclass(frozen=True, slots=True)
class Contacts:
    """Reads encounters; who took part is looked up among the people of the run."""

    catalogue: Catalogue
    zone: ZoneInfo
    people: People
    references: References
    notes: Notes
    told_in: Mapping[int, str] = field(default_factory=dict)

    def read(self, entry: Entry) -> IncomingContact | None:
        """An Encounter as a contact; None when it was not held or has no day, which is noted."""
        own = details_of(entry.body, "contact")
        if own is not None:
            return self._own(entry, own)
        if entry.kind != "Encounter":
            return None
        body = entry.body
        if text(body.get("status")) in _NOT_HELD:
            self.notes.add(NOT_HELD, entry.file, entry.place)
            return None
        start = instant(start_and_end(body.get("period"))[0], self.zone)
        if start is None:
            self.notes.add(WITHOUT_DAY, entry.file, entry.place)
            return None
        if not start.has_hour:
            self.notes.add(WITHOUT_HOUR, entry.file, entry.place)
        mode = self._mode(entry)
        met = self._with(entry)
        return IncomingContact(
            key=key_of_entry(entry),
            at=start.at,
            minutes=0 if mode == _WARD else self._minutes(entry, start),
            mode=mode,
            person_key=met.key if met else "",
            role=next((held.key for held in met.roles if held.key != "other"), "other")
            if met
            else "other",
            text=self._text(entry),
        )

    def _own(self, entry: Entry, said: Details) -> IncomingContact | None:
        """A contact as Careteam wrote it; what was taken back stays where it was taken back."""
        body = entry.body
        if text(body.get("status")) == "entered-in-error":
            self.notes.add(NOT_HELD, entry.file, entry.place)
            return None
        written = body.get("sent") or start_and_end(body.get("period"))[0]
        start = instant(written, self.zone)
        mode, outcome, role = said.word("mode"), said.word("outcome"), said.word("role")
        if start is None or mode not in self.catalogue.modes:
            self.notes.add(WITHOUT_DAY, entry.file, entry.place)
            return None
        payload = next(iter(nodes(body.get("payload"))), {}).get("contentString")
        note = payload if isinstance(payload, str) else self.told_in.get(entry.number, "")
        known = outcome in self.catalogue.outcomes
        return IncomingContact(
            key=key_of_entry(entry),
            at=start.at,
            minutes=min(max(said.number("minutes"), 0), LONGEST_MINUTES),
            mode=mode,
            outcome=outcome if known else "reached_patient",
            direction=said.one_of("direction", Direction) or Direction.OUTBOUND,
            person_key=self._person(said.reference("person"), entry),
            role=role if role in self.catalogue.roles else "other",
            text=clean(note, lines=True)[:NOTE_LENGTH],
            told=self._told(entry, said),
        )

    def _told(self, entry: Entry, said: Details) -> KeptContact:
        related = self.references.find(said.reference("with_related"), entry)
        terms = self.catalogue.terms
        activity = said.word("activity")
        lists = {name: said.words(name) for name in ("reason", "topic", "intervention")}
        kept = {
            name: tuple(key for key in keys if key in terms.get(name, {}))
            for name, keys in lists.items()
        }
        return KeptContact(
            with_kind=said.one_of("with_kind", With) or With.PATIENT,
            with_related=key_of_entry(related) if related else "",
            with_person=self._person(said.reference("with_person"), entry),
            with_name=said.word("with_name"),
            reasons=kept["reason"],
            topics=kept["topic"],
            interventions=kept["intervention"],
            used_interpreter=said.yes("used_interpreter"),
            attempt=max(said.number("attempt"), 0),
            program=said.word("program", PROGRAM_LENGTH),
            activity=activity if activity in terms.get(ACTIVITY, {}) else "",
        )

    def _person(self, reference: Node, entry: Entry) -> str:
        met = self.people.met(reference, entry) if reference else None
        return met.key if met else ""

    def _mode(self, entry: Entry) -> str:
        body = entry.body
        typed = (
            codes.TYPES.get(coding.code, "")
            for kind in nodes(body.get("type"))
            for coding in codings(kind)
        )
        by_type = next((mode for mode in typed if mode in self.catalogue.modes), "")
        classed = text(node(body.get("class")).get("code")).upper()
        mode = by_type or codes.CLASSES.get(classed, "")
        if classed in codes.VIRTUAL and by_type not in ("phone", "video"):
            self.notes.add(VIRTUAL, entry.file, entry.place)
            mode = "phone"
        return mode if mode in self.catalogue.modes else _VISIT

    def _minutes(self, entry: Entry, start: Instant) -> int:
        end = instant(start_and_end(entry.body.get("period"))[1], self.zone)
        if end is None:
            minutes = _length(node(entry.body.get("length")))
        elif end.at < start.at:
            self.notes.add(TURNED, entry.file, entry.place)
            minutes = 0
        else:
            minutes = minutes_between(start, end)
        if minutes > LONGEST_MINUTES:
            self.notes.add(CAPPED, entry.file, entry.place)
        return min(minutes, LONGEST_MINUTES)

    def _with(self, entry: Entry) -> Met | None:
        participants = sorted(nodes(entry.body.get("participant")), key=_rank)
        met = (self.people.met(node(item.get("individual")), entry) for item in participants)
        return next((somebody for somebody in met if somebody), None)

    def _text(self, entry: Entry) -> str:
        body = entry.body
        kind = next((said for item in nodes(body.get("type")) if (said := words(item))), "")
        reasons = [said for item in nodes(body.get("reasonCode")) if (said := words(item))]
        if not reasons:
            for reference in nodes(body.get("reasonReference")):
                found = self.references.find(reference, entry)
                said = words(found.body.get("code")) if found else text(reference.get("display"))
                reasons.extend([said] if said else [])
        parts = dict.fromkeys([kind, *reasons] if kind else reasons)
        return ": ".join([part for part in (kind, "; ".join(list(parts)[bool(kind) :])) if part])[
            :LINE_LENGTH
        ]


def notes_of(entries: Iterable[Entry], references: References) -> dict[int, str]:
    """The notes that Careteam wrote as documents, by the number of the encounter they are of."""
    found: dict[int, str] = {}
    for entry in entries:
        if entry.kind == "DocumentReference" and details_of(entry.body, "note"):
            context = nodes(node(entry.body.get("context")).get("encounter"))
            of = references.find(context[0], entry) if context else None
            content = next(iter(nodes(entry.body.get("content"))), {})
            data = node(content.get("attachment")).get("data")
            if of is not None and isinstance(data, str):
                found[of.number] = _decoded(data)
    return found


def _decoded(data: str) -> str:
    try:
        return base64.b64decode(data, validate=True).decode("utf-8", "replace")
    except ValueError:
        return ""


def _rank(participant: Node) -> int:
    kinds = {coding.code for kind in nodes(participant.get("type")) for coding in codings(kind)}
    return next((rank for rank, kind in enumerate(_FIRST) if kind in kinds), len(_FIRST))


def _length(length: Node) -> int:
    unit = text(length.get("code")) or text(length.get("unit"))
    value = length.get("value")
    if isinstance(value, bool) or not isinstance(value, int | float) or unit not in _MINUTES:
        return 0
    minutes = value * _MINUTES[unit]
    return round(minutes) if 0 < minutes < LONGEST_MINUTES * 1000 else 0

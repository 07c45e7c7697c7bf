"""Conditions of a patient, and what they say about the leukemia."""

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from careteam.domain.catalogue import Catalogue
from careteam.domain.dates import PartialDate
from careteam.domain.incoming import IncomingCondition, Severity
from careteam.domain.text import LINE_LENGTH
from careteam.imports.fhir import codes
from careteam.imports.fhir.details import Details, details_of
from careteam.imports.fhir.identifiers import key_of_entry
from careteam.imports.fhir.notes import Note, Notes
from careteam.imports.fhir.roles import known
from careteam.imports.fhir.times import partial
from careteam.imports.fhir.tree import (
    DATA_ABSENT,
    Coding,
    Entry,
    Node,
    codings,
    extensions,
    node,
    text,
    words,
)

NOT_TRUE = Note(
    "A condition was refuted or entered in error: left out.",
    "{count} conditions were refuted or entered in error: left out.",
    Severity.LEFT_OUT,
)
NAMELESS = Note(
    "A condition has neither a code nor a text: left out.",
    "{count} conditions have neither a code nor a text: left out.",
    Severity.LEFT_OUT,
)
UNREADABLE_DATE = Note(
    "A date could not be read: left out.",
    "{count} dates could not be read: left out.",
)
_HISTOLOGY = "mcode-histology-morphology-behavior"


@dataclass(frozen=True, slots=True)
class Leukemia:
    """What one condition says: the subtype, the ICD-10-CM state where coded, and since when."""

    subtype: str
    state: str
    onset: PartialDate | None
    recorded: PartialDate | None


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What all conditions of a patient say together."""

    subtype: str = ""
    state: str = ""
    on: PartialDate | None = None


class Conditions:
    """Reads conditions, and recognises acute lymphoblastic leukemia by its codes."""

    def __init__(self, catalogue: Catalogue, zone: ZoneInfo, notes: Notes) -> None:
        self._zone = zone
        self._notes = notes
        self._terms = catalogue.terms
        self._by_morphology: dict[str, str] = {}
        for term in catalogue.terms.get("subtype", {}).values():
            if term.codes.get("icdo"):
                self._by_morphology.setdefault(term.codes["icdo"], term.key)

    def read(self, entry: Entry) -> tuple[IncomingCondition, Leukemia | None] | None:
        """A Condition; None when it is not to be kept, which is noted."""
        body = entry.body
        if _code(body.get("verificationStatus")) in ("refuted", "entered-in-error"):
            self._notes.add(NOT_TRUE, entry.file, entry.place)
            return None
        found = [known(coding) for coding in codings(body.get("code"))]
        found = [coding for coding in found if coding.system != DATA_ABSENT]
        leukemia = self._leukemia(entry, found)
        best = next((item for item in found if _subtype(item)), next(iter(found), None))
        said = words(body.get("code"))[:LINE_LENGTH]
        if not said and best is None:
            self._notes.add(NAMELESS, entry.file, entry.place)
            return None
        own = details_of(body, "condition") or Details("", {})
        condition = IncomingCondition(
            key=key_of_entry(entry),
            text=said or (best.code if best else ""),
            code=best.code if best else own.word("code"),
            system=best.system if best else own.word("system"),
            clinical=(_code(body.get("clinicalStatus")) or own.word("clinical"))[:40],
            onset=self._onset(entry),
            recorded_on=self._day(entry, body.get("recordedDate")),
        )
        return condition, leukemia

    def own_diagnosis(self, entry: Entry) -> Diagnosis | None:
        """The diagnosis as Careteam wrote it; None when its words are not in the lists here."""
        said = details_of(entry.body, "diagnosis")
        if said is None or said.word("subtype") not in self._terms.get("subtype", {}):
            return None
        state = said.word("icd_state")
        known = state in self._terms.get("icd_state", {})
        return Diagnosis(said.word("subtype"), state if known else "", self._onset(entry))

    def _leukemia(self, entry: Entry, found: Sequence[Coding]) -> Leukemia | None:
        shaped = [
            coding
            for item in extensions(entry.body, _HISTOLOGY)
            for coding in map(known, codings(item.get("valueCodeableConcept")))
        ]
        subtypes = [
            key
            for coding in (*found, *shaped)
            if (key := _subtype(coding) or self._by_morphology.get(coding.code, ""))
        ]
        if not subtypes:
            return None
        states = (codes.ICD_STATES.get(_bare(coding.code), "") for coding in found)
        status = _code(entry.body.get("clinicalStatus"))
        return Leukemia(
            subtype=_narrowest(subtypes),
            state=next((state for state in states if state), "")
            or codes.STATES_BY_STATUS.get(status, ""),
            onset=self._onset(entry),
            recorded=self._day(entry, entry.body.get("recordedDate")),
        )

    def _onset(self, entry: Entry) -> PartialDate | None:
        body = entry.body
        asserted = next(extensions(body, "condition-assertedDate"), {})
        given = (
            body.get("onsetDateTime"),
            node(body.get("onsetPeriod")).get("start"),
            asserted.get("valueDateTime"),
        )
        return next((day for value in given if (day := self._day(entry, value))), None)

    def _day(self, entry: Entry, value: object) -> PartialDate | None:
        day = partial(value, self._zone)
        if day is None and text(value):
            self._notes.add(UNREADABLE_DATE, entry.file, entry.place)
        return day


def diagnosis_of(found: Sequence[Leukemia]) -> Diagnosis:
    """One diagnosis out of all that is said: the narrowest subtype, the latest state, first day."""
    if not found:
        return Diagnosis()
    dated = sorted(found, key=lambda item: str(item.recorded or item.onset or ""))
    onsets = [day for item in found if (day := item.onset or item.recorded)]
    return Diagnosis(
        subtype=_narrowest([item.subtype for item in found]),
        state=next((item.state for item in reversed(dated) if item.state), ""),
        on=min(onsets, key=str, default=None),
    )


def _subtype(coding: Coding) -> str:
    if coding.system in (codes.SNOMED, ""):
        subtype = codes.LEUKEMIA.get(coding.code, "")
        if subtype:
            return subtype
    if coding.system in (codes.ICD10CM, "") and _bare(coding.code) in codes.ICD_STATES:
        return codes.UNSPECIFIED
    return ""


def _narrowest(subtypes: Sequence[str]) -> str:
    """A lineage before none, and a genetic subtype before a lineage."""
    plain = ("b_nos", "t_all")
    return min(
        subtypes, key=lambda key: 2 if key == codes.UNSPECIFIED else 1 if key in plain else 0
    )


def _bare(code: str) -> str:
    return code.replace(".", "").upper()


def _code(concept: Node | object) -> str:
    return next((coding.code for coding in codings(concept)), "")

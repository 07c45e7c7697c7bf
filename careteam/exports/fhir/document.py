"""A paper as a FHIR document: a Composition with its sections, then what they name."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from careteam.domain.exchange import UUIDS, code_system, derived, urn_of
from careteam.domain.kept import KeptParts
from careteam.domain.record import RecordContact, WholeRecord
from careteam.domain.rules import Rules
from careteam.domain.summary import Section
from careteam.domain.text import display_name
from careteam.exports.fhir import patients
from careteam.exports.fhir.narrative import narrative, paragraph
from careteam.exports.fhir.pen import Pen
from careteam.exports.fhir.record import bundle, directory, provenance
from careteam.exports.fhir.sections import SECTIONS, Part
from careteam.exports.fhir.shapes import Node, coding, concept, resource, told
from careteam.exports.fhir.systems import LOINC


@dataclass(frozen=True, slots=True)
class Heading:
    """What a document is: its title, its LOINC code among the document types of R4, its kind."""

    title: str
    code: tuple[str, str]
    kind: str


PLAN_AND_SUMMARY = ("74156-1", "Oncology treatment plan and summary Document")
CARE_SUMMARY = Heading("Care summary", PLAN_AND_SUMMARY, "summary")


def summary_document(
    record: WholeRecord,
    rules: Rules,
    *,
    sections: Iterable[Section] = tuple(Section),
    since: date | None = None,
) -> Node:
    """The summary of a patient; `since` is the first day whose contacts are told, None all.

    What was entered in error is not in it. Of the sections, team, caregivers and contacts can be
    left out, and what comes next; who the patient is and where they stand always leaves.
    """
    pen = Pen(_told(record, since, set(sections)), rules)
    parts = [made for make in SECTIONS if (made := make(pen)) and made.entries]
    return assembled(pen, CARE_SUMMARY, parts)


def assembled(pen: Pen, heading: Heading, parts: list[Part], more: Iterable[Node] = ()) -> Node:
    """The document: its Composition, and what that reaches of the sections and of `more`."""
    entries = [item for part in parts for item in part.entries]
    head = _composition(pen, heading, parts)
    inside = [head, patients.patient(pen), *entries, *more, *directory(pen)]
    reached = _reached(inside)
    found = [item for item in inside if item["id"] in reached]
    found.append(provenance(pen, [head]))
    uid = derived(head["id"], "document")
    return bundle(
        "document",
        pen.record.made_at,
        found,
        identifier={"system": UUIDS, "value": urn_of(uid)},
    )


def _told(record: WholeRecord, since: date | None, wanted: set[Section]) -> WholeRecord:
    """The record without what the summary leaves out."""
    parts = record.parts
    chosen: tuple[RecordContact, ...] = ()
    if Section.CONTACTS in wanted:
        zone = ZoneInfo(record.site.zone)
        chosen = tuple(
            each
            for each in record.contacts
            if not each.is_retracted and (since is None or each.at.astimezone(zone).date() >= since)
        )
    steps = [each for each in parts.follow_ups if each.state == "open"]
    standing = KeptParts(
        phases=parts.phases,
        alerts=tuple(each for each in parts.alerts if each.ended_on is None),
        findings=tuple(each for each in parts.findings if each.ended_on is None),
        barriers=parts.barriers,
        referrals=parts.referrals,
        screenings=tuple(each for each in parts.screenings if not each.is_retracted),
        follow_ups=tuple(steps) if Section.NEXT_STEPS in wanted else (),
        disease=tuple(each for each in parts.disease if not each.is_retracted),
        treatments=parts.treatments,
        overlays=parts.overlays,
        profiles=parts.profiles,
    )
    return replace(
        record,
        contacts=chosen,
        related=record.related if Section.CAREGIVERS in wanted else (),
        team=record.team if Section.TEAM in wanted else (),
        parts=standing,
    )


def _composition(pen: Pen, heading: Heading, parts: list[Part]) -> Node:
    record = pen.record
    about = record.patient
    at = told(pen.at(record.made_at))
    name = display_name(about.family, about.given)
    return resource(
        "Composition",
        derived(about.uid, heading.kind, at),
        text=paragraph(f"{heading.title} of {name}, record number {about.mrn}"),
        status="final",
        type=concept(coding(LOINC, *heading.code)),
        category=[concept(coding(code_system("paper"), heading.kind), text=heading.title)],
        subject=pen.ref("Patient", about.uid, name),
        date=at,
        author=[pen.person(record.author) or pen.clinic()],
        title=heading.title,
        custodian=pen.clinic(),
        section=[
            {
                "title": part.title,
                "code": concept(coding(LOINC, *part.code)),
                "text": narrative(part.rows),
                **_entries(pen, part),
            }
            for part in parts
        ],
    )


def _entries(pen: Pen, part: Part) -> Node:
    """References, each once; a section that only says something has none."""
    found = {item["id"]: pen.ref(item["resourceType"], item["id"]) for item in part.entries}
    return {"entry": list(found.values())} if found else {}


def _reached(resources: list[Node]) -> set[str]:
    """The ids of what the Composition reaches, itself included: only that may stand in it."""
    by_urn = {urn_of(item["id"]): item for item in resources}
    found: set[str] = set()
    waiting = [resources[0]]
    while waiting:
        item = waiting.pop()
        if item["id"] in found:
            continue
        found.add(item["id"])
        waiting += [by_urn[urn] for urn in _references(item) if urn in by_urn]
    return found


def _references(tree: Any) -> list[str]:
    if isinstance(tree, dict):
        own = [tree["reference"]] if isinstance(tree.get("reference"), str) else []
        return own + [urn for value in tree.values() for urn in _references(value)]
    if isinstance(tree, list):
        return [urn for value in tree for urn in _references(value)]
    return []

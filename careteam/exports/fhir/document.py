"""The care summary as a FHIR document: a Composition with its sections, then what they name."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from careteam.domain.dates import day_shown
from careteam.domain.exchange import UUIDS, derived, urn_of
from careteam.domain.kept import KeptParts
from careteam.domain.record import RecordContact, WholeRecord
from careteam.domain.rules import Rules
from careteam.domain.summary import Section
from careteam.domain.text import display_name
from careteam.exports.fhir import contacts, flags, observations, patients, plans, problems, teams
from careteam.exports.fhir.narrative import Row, narrative, paragraph
from careteam.exports.fhir.pen import Pen, name_of
from careteam.exports.fhir.record import bundle, directory, named, plan, provenance
from careteam.exports.fhir.referrals import (
    referral_task,
    service_request,
    state_words,
    to_words,
)
from careteam.exports.fhir.shapes import Node, coding, concept, listed, resource, told
from careteam.exports.fhir.systems import LOINC

_TYPE = ("74156-1", "Oncology treatment plan and summary Document")
_STORY = ("81338-6", "Patient Goals, preferences, and priorities for care experience")


@dataclass(frozen=True, slots=True)
class _Part:
    """A section: its title, its LOINC code, its words and its entries."""

    title: str
    code: tuple[str, str]
    rows: list[Row]
    entries: list[Node]


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
    parts = [made for make in _SECTIONS if (made := make(pen)) and made.entries]
    about = patients.patient(pen)
    people = directory(pen)
    head = _composition(pen, parts)
    entries = [item for part in parts for item in part.entries]
    inside = [head, about, *entries, *people]
    reached = _reached(inside)
    found = [item for item in inside if item["id"] in reached]
    found.append(provenance(pen, [head]))
    uid = derived(head["id"], "document")
    return bundle(
        "document",
        record.made_at,
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


def _composition(pen: Pen, parts: list[_Part]) -> Node:
    record = pen.record
    about = record.patient
    at = told(pen.at(record.made_at))
    name = display_name(about.family, about.given)
    return resource(
        "Composition",
        derived(about.uid, "summary", at),
        text=paragraph(f"Care summary of {name}, record number {about.mrn}"),
        status="final",
        type=concept(coding(LOINC, *_TYPE)),
        subject=pen.ref("Patient", about.uid, name),
        date=at,
        author=[pen.person(record.author) or pen.clinic()],
        title="Care summary",
        custodian=pen.clinic(),
        section=[
            {
                "title": part.title,
                "code": concept(coding(LOINC, *part.code)),
                "text": narrative(part.rows),
                "entry": [pen.ref(item["resourceType"], item["id"]) for item in part.entries],
            }
            for part in parts
        ],
    )


def _team(pen: Pen) -> _Part:
    named_people = {place.person for place in pen.record.team}
    people = [person for person in pen.record.people if person.uid in named_people]
    roles = listed(patients.practitioner_role(pen, person) for person in people)
    rows: list[Row] = [
        (
            place.role_text or pen.rules.catalogue.role_label(place.role),
            name_of(pen.people[place.person]),
            ", ".join(phone.number for phone in pen.people[place.person].phones),
        )
        for place in pen.record.team
        if place.ends_on is None and place.person in pen.people
    ]
    relatives = [patients.related(pen, each) for each in pen.record.related]
    rows += [
        (pen.word("relationship", each.relationship), each.name, each.phone)
        for each in pen.record.related
        if not each.is_removed
    ]
    entries = [teams.care_team(pen), *roles, *relatives]
    return _Part("Care team", ("85847-2", "Patient Care team information"), rows, entries)


def _problems(pen: Pen) -> _Part:
    about, parts = pen.record.patient, pen.record.parts
    rows: list[Row] = []
    if about.subtype:
        found = f"found {about.diagnosed_on.shown}" if about.diagnosed_on else ""
        rows.append((pen.word("subtype", about.subtype), found))
    rows += [(each.text, each.onset) for each in pen.record.conditions]
    rows += [(pen.word("alert", each.kind), each.text, _day(each.since)) for each in parts.alerts]
    entries = [
        *listed([problems.diagnosis(pen)]),
        *(problems.condition(pen, each) for each in pen.record.conditions),
        *(flags.flag(pen, each, uid) for each, uid in named(pen, "alert")),
    ]
    return _Part("Problems", ("11450-4", "Problem list - Reported"), rows, entries)


def _barriers(pen: Pen) -> _Part:
    parts = pen.record.parts
    rows: list[Row] = [
        (pen.word("barrier", each.category), each.detail, state_words(each.state), each.result)
        for each in parts.barriers
    ]
    rows += [
        (pen.word(each.list, each.key), each.note, _day(each.since)) for each in parts.findings
    ]
    entries = [
        *(problems.barrier(pen, each) for each in parts.barriers),
        *(problems.finding(pen, each, uid) for each, uid in named(pen, "finding")),
    ]
    return _Part("Barriers and concerns", ("75310-3", "Health concerns Document"), rows, entries)


def _contacts(pen: Pen) -> _Part:
    ordered = sorted(pen.record.contacts, key=lambda each: (each.at, each.uid), reverse=True)
    modes, outcomes = pen.rules.catalogue.modes, pen.rules.catalogue.outcomes
    rows: list[Row] = [
        (
            f"{day_shown(pen.at(each.at).date())} {pen.at(each.at):%H:%M}",
            pen.rules.catalogue.role_label(each.role),
            modes[each.mode].label if each.mode in modes else each.mode,
            outcomes[each.outcome].label if each.outcome in outcomes else each.outcome,
            each.note,
        )
        for each in ordered
    ]
    entries = [contacts.contact(pen, each)[0] for each in ordered]
    return _Part("Contacts", ("46240-8", "History of encounters"), rows, entries)


def _goals(pen: Pen) -> _Part:
    made = plans.goal(pen)
    rows: list[Row] = [(made["description"]["text"],)] if made else []
    return _Part("Goals", ("61146-7", "Goals Narrative"), rows, listed([made]))


def _plan(pen: Pen) -> _Part:
    parts = pen.record.parts
    rows: list[Row] = [
        (pen.rules.catalogue.phase_label(each.phase), _day(each.started_on), _day(each.ended_on))
        for each in parts.phases
    ]
    rows += [
        (f"Referral to {to_words(pen, each)}", state_words(each.state), _day(each.state_on))
        for each in parts.referrals
    ]
    rows += [(each.text or "Follow up", f"due {_day(each.due_on)}") for each in parts.follow_ups]
    entries = plan(pen)
    for each in parts.referrals:
        entries += [service_request(pen, each), referral_task(pen, each)]
    entries += [plans.follow_up(pen, each) for each in parts.follow_ups]
    return _Part("Plan", ("18776-5", "Plan of care note"), rows, entries)


def _screening(pen: Pen) -> _Part:
    parts, instruments = pen.record.parts, pen.rules.clinical.instruments
    rows: list[Row] = [
        (
            instruments[each.instrument].label
            if each.instrument in instruments
            else each.instrument,
            str(each.score),
            _day(each.on_day),
        )
        for each in parts.screenings
    ]
    rows += [
        (pen.word("remission", each.remission), pen.word("mrd_status", each.mrd), _day(each.on_day))
        for each in parts.disease
    ]
    entries = [
        *(observations.screening(pen, each) for each in parts.screenings),
        *(observations.disease_status(pen, each, uid) for each, uid in named(pen, "disease")),
    ]
    code = ("47420-5", "Functional status assessment note")
    return _Part("Screening and response", code, rows, entries)


def _wishes(pen: Pen) -> _Part:
    made = observations.profile(pen)
    given = next(iter(pen.record.parts.profiles), None)
    rows: list[Row] = [(given.preferences,)] if given else []
    return _Part("What matters to the patient", _STORY, rows, made)


_SECTIONS: tuple[Callable[[Pen], _Part], ...] = (
    _team,
    _problems,
    _barriers,
    _contacts,
    _goals,
    _plan,
    _screening,
    _wishes,
)


def _day(day: date | None) -> str:
    return day_shown(day) if day else ""


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

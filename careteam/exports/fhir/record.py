"""A whole record as resources: in one Bundle, or resource by resource for many patients."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from careteam.domain.exchange import derived, urn_of
from careteam.domain.kept import same_key
from careteam.domain.record import WholeRecord
from careteam.domain.rules import Rules
from careteam.exports.fhir import (
    contacts,
    flags,
    observations,
    patients,
    plans,
    problems,
    programs,
    teams,
    trials,
    work,
)
from careteam.exports.fhir.pen import Pen
from careteam.exports.fhir.referrals import referral_task, service_request
from careteam.exports.fhir.shapes import Node, concept, hl7, listed, resource, told


def record_bundle(record: WholeRecord, rules: Rules) -> Node:
    """The whole record as a collection, with the provenance of the export at its end."""
    pen = Pen(record, rules)
    found = [*directory(pen), *about_patient(pen)]
    found.append(provenance(pen, found))
    return bundle("collection", record.made_at, found)


def bundle(kind: str, made_at: datetime, resources: list[Node], **more: Any) -> Node:
    """A Bundle of resources, each once, under its URN."""
    once = {item["id"]: item for item in resources}
    return {
        "resourceType": "Bundle",
        "type": kind,
        **more,
        "timestamp": told(made_at.astimezone(UTC)),
        "entry": [{"fullUrl": urn_of(uid), "resource": item} for uid, item in once.items()],
    }


def directory(pen: Pen) -> list[Node]:
    """The clinic, the organisations, the staff and the trials that a record names."""
    record = pen.record
    site = record.site
    found = [patients.organization(pen.clinic_uid, site.clinic or "Clinic", site.namespace)]
    names = sorted({person.organisation for person in record.people} - {""})
    found += [
        patients.organization(pen.organisation_uid(name), name)
        for name in names
        if pen.organisation_uid(name) != pen.clinic_uid
    ]
    found += [patients.practitioner(person) for person in record.people]
    found += listed(patients.practitioner_role(pen, person) for person in record.people)
    found += [trials.study(offer.trial) for offer in record.parts.offers]
    return found


def about_patient(pen: Pen) -> list[Node]:
    """The patient and all that is about them, in an order that only the record decides."""
    record, parts = pen.record, pen.record.parts
    found = [patients.patient(pen)]
    found += [patients.related(pen, person) for person in record.related]
    found.append(teams.care_team(pen))
    found += listed([problems.diagnosis(pen)])
    found += [problems.condition(pen, each) for each in record.conditions]
    found += [problems.finding(pen, each, uid) for each, uid in named(pen, "finding")]
    for barrier in parts.barriers:
        found.append(problems.barrier(pen, barrier))
        found += [
            problems.action(pen, each, barrier, number)
            for number, each in enumerate(barrier.actions, start=1)
        ]
    found += plan(pen)
    for each in sorted(record.contacts, key=lambda each: (each.at, each.uid)):
        found += contacts.contact(pen, each)
    found += [contacts.stay(pen, each) for each in parts.stays]
    for each in parts.referrals:
        found += [service_request(pen, each), referral_task(pen, each)]
    found += [plans.follow_up(pen, each) for each in _by_uid(parts.follow_ups)]
    found += [plans.milestone(pen, each) for each in _by_uid(parts.milestones)]
    found += [observations.screening(pen, each) for each in _by_uid(parts.screenings)]
    found += [observations.disease_status(pen, each, uid) for each, uid in named(pen, "disease")]
    found += observations.profile(pen)
    found += [flags.flag(pen, each, uid) for each, uid in named(pen, "alert")]
    found += [flags.escalation(pen, each) for each in parts.escalations]
    found += [flags.conference(pen, each, uid) for each, uid in named(pen, "conference")]
    found += [flags.item(pen, each, uid) for each, uid in named(pen, "item")]
    found += programs.navigation(pen)
    found += [programs.enrolment(pen, each) for each in _by_uid(parts.enrolments)]
    found += [programs.consent(pen, each) for each in _by_uid(parts.consents)]
    found += [programs.visit(pen, each) for each in _by_uid(parts.visits)]
    found += [work.work(pen, each) for each in _by_uid(parts.work)]
    found += [trials.subject(pen, each) for each in parts.offers]
    return found


def plan(pen: Pen) -> list[Node]:
    """The plan, its phases and the goal."""
    if not plans.has_plan(pen):
        return []
    phases = [plans.phase(pen, each, uid) for each, uid in named(pen, "phase")]
    return [plans.plan(pen), *phases, *listed([plans.goal(pen)])]


def named(pen: Pen, kind: str) -> Iterator[tuple[Any, str]]:
    """Parts that have no UUID of their own, each with one made of what it says."""
    fields = {
        "finding": "findings",
        "disease": "disease",
        "alert": "alerts",
        "phase": "phases",
        "conference": "conferences",
        "item": "checklist",
    }
    seen: Counter[tuple[object, ...]] = Counter()
    for part in getattr(pen.record.parts, fields[kind]):
        key = same_key(part)
        seen[key] += 1
        yield part, pen.own(kind, *key, seen[key])


def provenance(pen: Pen, targets: list[Node]) -> Node:
    """Who let the resources leave, when, and for which clinic."""
    record = pen.record
    author = pen.person(record.author)
    at = told(pen.at(record.made_at))
    agent = {
        "type": hl7("provenance-participant-type", "author", "Author"),
        "who": author or pen.clinic(),
        **({"onBehalfOf": pen.clinic()} if author else {}),
    }
    sender = {
        "type": concept(
            {
                "system": "http://hl7.org/fhir/us/core/CodeSystem/us-core-provenance-participant-type",
                "code": "transmitter",
                "display": "Transmitter",
            }
        ),
        "who": pen.clinic(),
    }
    return resource(
        "Provenance",
        derived(record.patient.uid, "provenance", at),
        profile="provenance",
        target=[pen.ref(item["resourceType"], item["id"]) for item in targets],
        recorded=at,
        agent=[agent, sender],
    )


def _by_uid(parts: Any) -> list[Any]:
    return sorted(parts, key=lambda part: part.uid)

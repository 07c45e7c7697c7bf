"""What US Core requires of each resource, checked by ourselves and by a second reader of FHIR R4.

Cardinalities that US Core 6.1.0 to 8.0.0 raise over base R4; the snapshots of its packages.
"""

from collections.abc import Callable
from typing import Any

import fhirkit
import pytest

from careteam.domain.record import WholeRecord
from careteam.domain.rules import Rules
from careteam.exports.fhir.document import summary_document
from careteam.exports.fhir.record import record_bundle
from careteam.exports.fhir.systems import PROFILE
from careteam.exports.fhir.writing import as_bytes
from tests.fhir.conftest import Leaving
from tests.fhir.trees import Node, codes, resources

Make = Callable[[WholeRecord, Rules], Node]
MAKES: tuple[Make, ...] = (record_bundle, summary_document)
REQUIRED = {
    "Patient": ("identifier", "name", "gender"),
    "Practitioner": ("identifier", "name"),
    "PractitionerRole": ("practitioner", "organization", "telecom"),
    "Organization": ("active", "name"),
    "RelatedPerson": ("active", "patient", "name"),
    "CareTeam": ("subject", "participant", "status"),
    "Condition": ("code", "category", "subject"),
    "Encounter": ("status", "class", "type", "subject"),
    "CarePlan": ("status", "intent", "category", "subject", "text"),
    "Goal": ("lifecycleStatus", "description", "subject"),
    "ServiceRequest": ("status", "intent", "code", "subject"),
    "Observation": ("status", "category", "code", "subject"),
    "DocumentReference": ("status", "type", "category", "subject", "content"),
    "Communication": ("status",),
    "Task": ("status", "intent"),
    "ResearchStudy": ("status",),
    "ResearchSubject": ("status", "study", "individual"),
    "Flag": ("status", "code", "subject"),
    "EpisodeOfCare": ("status", "type", "patient"),
    "Consent": ("status", "scope", "category", "policyRule"),
    "Composition": ("status", "type", "date", "author", "title"),
    "Provenance": ("target", "recorded", "agent"),
}
WITH_PROFILE = set(REQUIRED) - {
    "Observation", "Communication", "Task", "ResearchStudy", "ResearchSubject", "Flag",
    "Composition", "EpisodeOfCare", "Consent",
}  # fmt: skip


@pytest.mark.parametrize("make", MAKES)
def test_every_resource_has_what_us_core_requires(
    make: Make, demo: Leaving, records: tuple[WholeRecord, ...]
) -> None:
    seen = set[str]()
    for record in records:
        for item in resources(make(record, demo.rules)):
            kind = item["resourceType"]
            seen.add(kind)
            missing = [name for name in REQUIRED[kind] if item.get(name) in (None, "", [], {})]
            assert missing == [], f"{kind} of {record.patient.mrn}"
            if kind in WITH_PROFILE:
                assert item["meta"]["profile"][0].startswith(PROFILE)
            _look_inside(kind, item)
    only_in_record = {"DocumentReference", "EpisodeOfCare", "Consent"}
    left = {"Composition"} if make is record_bundle else only_in_record
    assert seen >= set(REQUIRED) - left - {"ResearchStudy", "ResearchSubject", "Flag"}


def _look_inside(kind: str, item: Node) -> None:
    match kind:
        case "CareTeam":
            for place in item["participant"]:
                assert len(place["role"]) == 1
                assert place["member"]["reference"]
        case "Patient" | "Practitioner":
            assert all(each["system"] and each["value"] for each in item["identifier"])
        case "PractitionerRole":
            for point in item["telecom"]:
                assert point.get("system") or point["_system"]["extension"]
        case "Condition":
            known = {"problem-list-item", "health-concern"}
            assert known & {code for each in item["category"] for code in codes(each)}
        case "CarePlan":
            assert codes(item["category"][0]) == ["assess-plan"]
            assert item["text"]["status"] == "generated"
        case "DocumentReference":
            assert item["content"][0]["attachment"]["data"]
        case _:
            pass


@pytest.mark.parametrize("make", MAKES)
def test_nothing_that_leaves_is_empty_or_ends_before_it_begins(
    make: Make, demo: Leaving, records: tuple[WholeRecord, ...]
) -> None:
    for record in records:
        _walk(make(record, demo.rules))


def _walk(tree: Any) -> None:
    if isinstance(tree, dict):
        assert tree
        if {"start", "end"} <= tree.keys():
            assert tree["start"] <= tree["end"]
        for value in tree.values():
            assert value not in (None, "", [], {})
            _walk(value)
    elif isinstance(tree, list):
        for value in tree:
            _walk(value)


@pytest.mark.parametrize("make", MAKES)
def test_a_second_reader_finds_no_error_in_what_leaves(
    make: Make, demo: Leaving, records: tuple[WholeRecord, ...]
) -> None:
    for record in records:
        issues = fhirkit.validate(as_bytes(make(record, demo.rules)))
        assert [str(issue) for issue in issues] == [], record.patient.mrn


def test_the_second_reader_finds_what_is_wrong() -> None:
    assert fhirkit.validate({"resourceType": "Observation", "valueString": "x"})

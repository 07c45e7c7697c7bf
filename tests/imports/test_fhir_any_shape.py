"""Whatever tree stands in a file, reading it ends in drafts and sentences, never in an error."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careteam.domain.incoming import Incoming, Severity
from tests.imports.resources import coded, patient, practitioner, read, team, visit

KINDS = (
    "Patient",
    "RelatedPerson",
    "Practitioner",
    "PractitionerRole",
    "Organization",
    "CareTeam",
    "Condition",
    "Encounter",
    "Bundle",
    "Claim",
    "",
)
NAMES = (
    "active",
    "actualPeriod",
    "address",
    "asserter",
    "birthDate",
    "category",
    "city",
    "class",
    "clinicalStatus",
    "code",
    "coding",
    "communication",
    "contact",
    "contained",
    "country",
    "deceasedBoolean",
    "deceasedDateTime",
    "display",
    "div",
    "encounter",
    "end",
    "entry",
    "extension",
    "family",
    "fullUrl",
    "gender",
    "given",
    "id",
    "identifier",
    "individual",
    "language",
    "lastUpdated",
    "length",
    "line",
    "member",
    "meta",
    "name",
    "onsetDateTime",
    "onsetPeriod",
    "organization",
    "participant",
    "patient",
    "period",
    "postalCode",
    "practitioner",
    "prefix",
    "preferred",
    "qualification",
    "rank",
    "reasonCode",
    "reasonReference",
    "recordedDate",
    "reference",
    "relationship",
    "resource",
    "resourceType",
    "role",
    "specialty",
    "start",
    "state",
    "status",
    "subject",
    "suffix",
    "system",
    "telecom",
    "text",
    "type",
    "url",
    "use",
    "value",
    "valueBoolean",
    "valueCodeableConcept",
    "valueCoding",
    "verificationStatus",
    "_gender",
)
WORDS = (
    "p",
    "Patient/p",
    "Practitioner/bell",
    "#p",
    "#",
    "urn:uuid:p",
    "http://[",
    "http://x/Patient/p",
    "Practitioner?identifier=a|b",
    "Practitioner?identifier=",
    "2026-03-02",
    "2026-03-02T10:00:00Z",
    "2026-03-02T10:00:00+99:99",
    "9999-12-31T23:59:59-14:00",
    "1900-01-01T00:00:00+14:00",
    "active",
    "AMB",
    "IMP",
    "VR",
    "MR",
    "277571004",
    "http://snomed.info/sct",
    "(212) 555-0101",
    "phone",
    "email",
    "a@b",
    "official",
    "\ud800",
    "{file}",
    "{",
    "\u202e",
)

scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(WORDS)
)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=5)
    ),
    max_leaves=25,
)
resources = st.builds(
    lambda kind, parts: {**parts, "resourceType": kind},
    st.sampled_from(KINDS),
    st.dictionaries(st.sampled_from(NAMES), values, max_size=8),
)
MANY = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def _sound(incoming: Incoming) -> None:
    """Everything can be stored and shown: keys are there once, texts are UTF-8, times aware."""
    json.dumps(repr(incoming)).encode("utf-8")
    repr(incoming).encode("utf-8")
    keys = [person.key for person in incoming.people]
    assert len(keys) == len(set(keys))
    assert all(person.family or person.given for person in incoming.people)
    for found in incoming.patients:
        assert found.mrn
        assert found.family or found.given
        assert all(contact.at.utcoffset() is not None for contact in found.contacts)
        assert all(0 <= contact.minutes <= 1440 for contact in found.contacts)
        assert {member.person_key for member in found.members} <= set(keys)
        for items in (found.contacts, found.conditions, found.related):
            assert len({item.key for item in items}) == len(items)
    refused = {f.file for f in incoming.findings if f.severity is Severity.REFUSED}
    assert refused == set(incoming.refused)


@MANY
@given(st.lists(resources, max_size=6))
def test_any_resources_are_read_without_an_error(
    tmp_path: Path, given_resources: list[dict[str, Any]]
) -> None:
    entries = [{"fullUrl": f"urn:uuid:{n}", "resource": r} for n, r in enumerate(given_resources)]
    path = tmp_path / "any.json"
    path.write_text(json.dumps({"resourceType": "Bundle", "entry": entries}))
    _sound(read(path))


@MANY
@given(values)
def test_any_tree_is_read_without_an_error(tmp_path: Path, tree: object) -> None:
    path = tmp_path / "any.json"
    path.write_text(json.dumps(tree))
    _sound(read(path))


@MANY
@given(st.data())
def test_a_sound_file_with_any_part_replaced_is_read_without_an_error(
    tmp_path: Path, data: st.DataObject
) -> None:
    tree = [
        patient(birthDate="1981-03-14", contact=[{"name": {"family": "Reyes"}}]),
        practitioner(identifier=[{"system": "http://x.example", "value": "1"}]),
        team(
            {"member": {"reference": "Practitioner/bell"}, "role": [coded("106328005")]},
            {"member": {"display": "Dr. Priya Raman"}, "role": [coded("40204001")]},
        ),
        visit(participant=[{"individual": {"reference": "Practitioner/bell"}}]),
    ]
    for _ in range(data.draw(st.integers(1, 3))):
        _replace(data, tree)
    path = tmp_path / "any.json"
    path.write_text(json.dumps(tree))
    _sound(read(path))


@MANY
@given(st.binary(max_size=60))
def test_any_bytes_are_read_without_an_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "any.json"
    path.write_bytes(content)
    _sound(read(path))


@pytest.mark.parametrize("keep", [0.1, 0.5, 0.9, 0.999])
def test_a_file_cut_anywhere_is_refused(tmp_path: Path, keep: float) -> None:
    whole = json.dumps([patient(), visit()])
    path = tmp_path / "cut.json"
    path.write_text(whole[: int(len(whole) * keep)])
    incoming = read(path)
    assert incoming.refused == ("cut.json",)
    assert "stops in the middle" in incoming.findings[0].sentence


def _replace(data: st.DataObject, tree: list[Any]) -> None:
    at: Any = tree
    while True:
        name = data.draw(st.sampled_from(list(at) if isinstance(at, dict) else range(len(at))))
        inner = at[name]
        if not isinstance(inner, dict | list) or not inner or data.draw(st.booleans()):
            at[name] = data.draw(values)
            return
        at = inner

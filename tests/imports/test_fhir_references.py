"""A reference means one resource or none: never somebody else of the same id."""

from pathlib import Path

from careteam.domain.incoming import Severity
from tests.imports.resources import (
    NPI,
    Resource,
    coded,
    only,
    patient,
    practitioner,
    read,
    saved,
    sentences,
    team,
    visit,
    written,
)

BELL = {"reference": "Practitioner/bell"}


def _place(member: Resource, *roles: Resource, **parts: object) -> Resource:
    return {"member": member, "role": list(roles), **parts}


def test_references_by_identifier_find_the_person_in_another_file(tmp_path: Path) -> None:
    number = [{"system": NPI, "value": "1234567893"}]
    staff = written(tmp_path, practitioner(identifier=number), name="staff.json")
    one = _place({"reference": f"Practitioner?identifier={NPI}|1234567893"}, coded("106328005"))
    two = _place(
        {"type": "Practitioner", "identifier": number[0], "display": "M. Bell"},
        coded("768832004"),
    )
    incoming = read(written(tmp_path, patient(), team(one, two), name="a.json"), staff)
    (person,) = incoming.people
    assert (person.key, person.npi) == (f"{NPI}|1234567893|bell marcus", "1234567893")
    assert [member.person_key for member in only(incoming).members] == [person.key] * 2
    assert not sentences(incoming)


def test_an_absolute_reference_is_taken_from_the_entrys_own_server(tmp_path: Path) -> None:
    def _entry(base: str, resource: Resource) -> Resource:
        return {
            "fullUrl": f"{base}/{resource['resourceType']}/{resource['id']}",
            "resource": resource,
        }

    mine, theirs = "http://a.example/fhir", "http://b.example/fhir"
    other = {"reference": f"{theirs}/Practitioner/1"}
    tree = {
        "resourceType": "Bundle",
        "entry": [
            _entry(theirs, practitioner("Bell", "Other", id="1")),
            _entry(mine, practitioner("Raman", "Mine", id="1")),
            _entry(mine, patient()),
            _entry(mine, team(_place({"reference": "Practitioner/1/_history/3"}))),
            _entry(mine, visit(participant=[{"individual": other}])),
        ],
    }
    incoming = read(saved(tmp_path, tree))
    names = {person.key: person.given for person in incoming.people}
    assert names[only(incoming).members[0].person_key] == "Mine"
    assert names[only(incoming).contacts[0].person_key] == "Other"


def test_a_visit_is_not_given_to_somebody_else_of_the_same_id(tmp_path: Path) -> None:
    for folder, number, family in (("a", "1", "Reyes"), ("b", "2", "Chen")):
        (tmp_path / folder).mkdir()
        identifier = [{"system": "http://x.example", "value": number}]
        saved(
            tmp_path / folder, patient(identifier=identifier, name=[{"family": family}]), "p.json"
        )
        saved(tmp_path / folder, visit(), "v.json")
    (tmp_path / "c").mkdir()
    stray = {**visit("2020-01-01T10:00:00Z"), "id": "stray"}
    saved(tmp_path / "c", stray, "v.json")
    incoming = read(tmp_path)
    assert [len(found.contacts) for found in incoming.patients] == [1, 1]
    assert len(sentences(incoming, Severity.LEFT_OUT)) == 1


def test_another_name_in_the_display_keeps_a_visit_from_another_file_out(tmp_path: Path) -> None:
    one = written(tmp_path, patient(), name="1.json")
    stray = {**visit(), "subject": {"reference": "Patient/p", "display": "Wei Chen"}}
    incoming = read(one, written(tmp_path, stray, name="2.json"))
    assert not only(incoming).contacts


def test_a_contained_person_is_unverified_staff(tmp_path: Path) -> None:
    inner = {**practitioner("Okafor", "Ngozi"), "id": "c1"}
    whole = {**team(_place({"reference": "#c1"}, coded("36682004"))), "contained": [inner]}
    incoming = read(written(tmp_path, patient(), whole))
    (person,) = incoming.people
    assert (person.family, person.is_stub, person.role_keys) == (
        "Okafor",
        True,
        ("physical_therapist",),
    )

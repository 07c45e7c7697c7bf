"""Members of care teams come in with the clinic's roles, their days, and nobody made up."""

from datetime import date
from pathlib import Path

import pytest

from careteam.domain.incoming import Severity
from tests.imports.resources import (
    NUCC,
    SNOMED,
    Resource,
    coded,
    only,
    patient,
    practitioner,
    read,
    sentences,
    team,
    visit,
    written,
)

FUNCTION = "http://terminology.hl7.org/CodeSystem/v3-ParticipationFunction"
BELL = {"reference": "Practitioner/bell"}


def _both(one: Resource, other: Resource) -> Resource:
    return {"coding": [*one["coding"], *other["coding"]]}


def _place(member: Resource, *roles: Resource, **parts: object) -> Resource:
    return {"member": member, "role": list(roles), **parts}


@pytest.mark.parametrize(
    ("role", "key"),
    [
        (coded("224552008"), "oncology_nurse"),
        (coded("163WX0200X", NUCC), "oncology_nurse"),
        (coded("453231000124104"), "primary_care"),
        (coded("PCP", FUNCTION), "primary_care"),
        (coded("ATTPHYS", FUNCTION), "other"),
        (coded("224571005"), "nurse_practitioner"),
        (_both(coded("224571005"), coded("363LP0200X", NUCC)), "np_peds"),
        (coded("224571005", "urn:oid:2.16.840.1.113883.6.96"), "nurse_practitioner"),
        (coded("163W00000X", NUCC, "Registered Nurse"), "other"),
        (coded("17561000", display="Cardiologist"), "other"),
        (coded("x", "http://local.example", "Local role"), "other"),
        ({"text": "The one who calls"}, "other"),
    ],
)
def test_a_role_is_found_by_its_codes_else_kept_as_written(
    tmp_path: Path, role: Resource, key: str
) -> None:
    incoming = read(written(tmp_path, patient(), practitioner(), team(_place(BELL, role))))
    (member,) = only(incoming).members
    assert member.role == key
    assert bool(member.role_text or key != "other")
    assert bool(incoming.findings) == (key == "other")
    (person,) = incoming.people
    assert person.role_keys == ((key,) if key != "other" else ())


def test_an_unknown_role_keeps_code_and_words(tmp_path: Path) -> None:
    role = coded("17561000", display="Cardiologist")
    incoming = read(written(tmp_path, patient(), practitioner(), team(_place(BELL, role))))
    (member,) = only(incoming).members
    assert (member.role_text, member.role_code) == ("Cardiologist", f"{SNOMED}|17561000")
    assert sentences(incoming) == [
        "The role “Cardiologist” is not in the clinic's list: kept as written, shown under “Other”."
    ]


def test_only_staff_are_members_and_relatives_become_related(tmp_path: Path) -> None:
    niece = {
        "resourceType": "RelatedPerson",
        "id": "niece",
        "patient": {"reference": "Patient/p"},
        "name": [{"family": "Soto", "given": ["Eva"]}],
    }
    clinic = {"resourceType": "Organization", "id": "clinic", "name": "Clinic"}
    places = [
        _place({"reference": "Patient/p"}, coded("116154003")),
        _place({"reference": "Organization/clinic"}, coded("224891009")),
        _place({"reference": "urn:uuid:nobody", "display": "A SERVICE"}, coded("224891009")),
        _place({"reference": "RelatedPerson/niece"}, coded("133932002")),
        _place({"reference": "RelatedPerson/gone", "display": "Rosa Soto"}),
        _place({"reference": "CareTeam/other"}),
        _place(BELL, coded("106328005")),
        _place({"reference": "Practitioner/gone"}),
    ]
    incoming = read(written(tmp_path, patient(), niece, clinic, practitioner(), team(*places)))
    found = only(incoming)
    assert [member.role for member in found.members] == ["social_worker"]
    assert [person.name for person in found.related] == ["Eva Soto", "Rosa Soto"]
    assert sorted(sentences(incoming, Severity.LEFT_OUT)) == [
        "A place in a care team names nobody who could be found: left out."
    ]


@pytest.mark.parametrize(
    ("parts", "is_active"),
    [
        ({"status": "active"}, True),
        ({"status": "proposed"}, True),
        ({"status": "suspended"}, False),
        ({"status": "inactive"}, False),
        ({"status": "active", "period": {"end": "2020-01-01"}}, False),
        ({"status": None}, True),
    ],
)
def test_members_of_a_team_that_ended_are_not_active(
    tmp_path: Path, parts: Resource, is_active: bool
) -> None:
    place = _place(BELL)
    incoming = read(written(tmp_path, patient(), practitioner(), team(place, **parts)))
    assert [member.is_active for member in only(incoming).members] == [is_active]


def test_a_team_entered_in_error_is_left_out(tmp_path: Path) -> None:
    place = _place(BELL)
    incoming = read(
        written(tmp_path, patient(), practitioner(), team(place, status="entered-in-error"))
    )
    assert not only(incoming).members
    assert sentences(incoming) == ["A care team was entered in error: left out."]


def test_the_days_of_a_place_are_its_own_or_the_teams_and_never_made_up(tmp_path: Path) -> None:
    places = [
        _place(BELL, coded("106328005"), period={"start": "2026-02-01", "end": "2026-03-01"}),
        _place(BELL, coded("225725005")),
        _place(BELL, coded("36682004"), period={"start": "2026-02"}),
        _place(BELL, coded("40570005"), period={"start": "2026-02-02", "end": "2026-01-01"}),
    ]
    whole = team(*places, period={"start": "2026-01-15"})
    found = only(read(written(tmp_path, patient(), practitioner(), whole)))
    assert [(member.starts_on, member.ends_on) for member in found.members] == [
        (date(2026, 2, 1), date(2026, 3, 1)),
        (date(2026, 1, 15), None),
        (None, None),
        (None, date(2026, 1, 1)),
    ]


def test_a_person_met_only_by_display_is_unverified_and_once(tmp_path: Path) -> None:
    shown = {"display": "Dr. Priya Raman"}
    seen = [visit(participant=[{"individual": shown}])]
    incoming = read(written(tmp_path, patient(), team(_place(shown, coded("40204001"))), *seen))
    (person,) = incoming.people
    assert (person.family, person.is_stub, person.role_keys) == (
        "Dr. Priya Raman",
        True,
        ("heme_onc_adult",),
    )
    assert only(incoming).contacts[0].person_key == person.key
    assert only(incoming).contacts[0].role == "heme_onc_adult"


def test_a_display_finds_the_person_of_that_full_name_in_the_same_file(tmp_path: Path) -> None:
    shown = {"display": "Marcus Bell, LCSW"}
    incoming = read(written(tmp_path, patient(), practitioner(), team(_place(shown))))
    assert [(person.family, person.is_stub) for person in incoming.people] == [("Bell", False)]

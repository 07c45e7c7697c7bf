"""A patient comes in as the file describes them, however untidy the file is."""

from pathlib import Path

import pytest

from careteam.domain.dates import PartialDate
from careteam.domain.incoming import Severity
from careteam.domain.patients import Address
from careteam.domain.phones import Phone
from tests.imports.resources import (
    Resource,
    coded,
    only,
    patient,
    read,
    saved,
    sentences,
    visit,
    written,
)

V2 = "http://terminology.hl7.org/CodeSystem/v2-0203"
V3 = "http://terminology.hl7.org/CodeSystem/v3-RoleCode"


def _number(value: str, kind: str = "", system: str = "http://a.example") -> Resource:
    item: Resource = {"system": system, "value": value}
    return {**item, "type": coded(kind, V2)} if kind else item


@pytest.mark.parametrize(
    ("given", "mrn"),
    [
        ([_number("1"), _number("2", "MR")], "2"),
        ([_number("999-99-9999", "SS"), _number("3")], "3"),
        ([_number("5", "DL"), _number("6", "PPN"), _number("4", "MB")], "4"),
        ([_number("7", system="http://hl7.org/fhir/sid/us-ssn"), _number("8")], "8"),
        ([_number("7", system="urn:oid:2.16.840.1.113883.4.3.25"), _number("8")], "8"),
        ([_number("123-45-6789", system=""), _number("9")], "9"),
        ([{**_number("old", "MR"), "use": "old"}, _number("new", "MR")], "new"),
        ([_number("00123", "MR")], "00123"),
    ],
)
def test_the_record_number_is_the_typed_one_else_the_first_that_is_not_private(
    tmp_path: Path, given: list[Resource], mrn: str
) -> None:
    assert only(read(written(tmp_path, patient(identifier=given)))).mrn == mrn


def test_a_patient_without_a_number_is_left_out_and_told(tmp_path: Path) -> None:
    incoming = read(written(tmp_path, patient(identifier=[_number("1", "SS")]), visit()))
    assert not incoming.patients
    assert sentences(incoming, Severity.LEFT_OUT) == [
        "A patient has no record number: left out, since nobody could tell them apart.",
        (
            "One of the visits belongs to a patient who is not in these files or was left out: "
            "left out too."
        ),
    ]


@pytest.mark.parametrize("length", [200, 201, 10_000])
def test_a_name_too_long_to_be_one_keeps_the_patient_out(tmp_path: Path, length: int) -> None:
    incoming = read(written(tmp_path, patient(name=[{"family": "x" * length}])))
    assert len(incoming.patients) == (length <= 200)
    assert len(incoming.findings) == (length > 200)


@pytest.mark.parametrize(
    ("names", "family", "given"),
    [
        ([{"use": "old", "family": "A"}, {"family": "B"}], "B", ""),
        ([{"use": "maiden", "family": "A"}, {"use": "usual", "family": "B"}], "B", ""),
        ([{"use": "usual", "family": "A"}, {"use": "official", "family": "B"}], "B", ""),
        ([{"use": "old", "family": "A"}], "A", ""),
        ([{"family": "A", "period": {"end": "2020"}}, {"family": "B"}], "B", ""),
        ([{"given": ["Madonna"]}], "", "Madonna"),
        ([{"text": "Ana Reyes"}], "Ana Reyes", ""),
        ([{"family": "Null", "given": ["Christopher"]}], "Null", "Christopher"),
        ([{"extension": [{"url": "x/data-absent-reason"}]}], "(no name)", ""),
        ([{"_family": {"extension": []}, "given": ["Li", None, "Wei"]}], "", "Li Wei"),
        ({"family": "Alone"}, "Alone", ""),
        ([], "(no name)", ""),
    ],
)
def test_the_name_is_the_official_the_usual_or_the_first_that_holds(
    tmp_path: Path, names: object, family: str, given: str
) -> None:
    found = only(read(written(tmp_path, patient(name=names))))
    assert (found.family, found.given) == (family, given)


def test_prefix_and_nickname_have_their_places(tmp_path: Path) -> None:
    names = [
        {"use": "nickname", "given": ["Annie"]},
        {"family": "<b>O'Brien-Núñez</b>", "given": ["Ana"], "prefix": ["Dr.", "Ms."]},
    ]
    found = only(read(written(tmp_path, patient(name=names))))
    assert (found.title, found.preferred) == ("Dr. Ms.", "Annie")
    assert found.family == "<b>O'Brien-Núñez</b>"


def test_phones_come_in_by_rank_with_their_use(tmp_path: Path) -> None:
    telecom = [
        {"system": "phone", "value": "(212) 555-0101", "use": "work", "rank": 2},
        {"system": "phone", "value": "tel:+1-212-555-0102", "use": "home", "rank": 1},
        {"system": "phone", "value": "(212) 555-0103", "use": "old"},
        {"system": "sms", "value": "(212) 555-0104"},
        {"system": "phone", "value": "call me"},
        {"system": "fax", "value": "(212) 555-0105"},
        {"system": "email", "value": "ana@example.org"},
        {"system": "url", "value": "http://example.org"},
        {"system": "phone"},
    ]
    incoming = read(written(tmp_path, patient(telecom=telecom)))
    found = only(incoming)
    assert found.phones == (
        Phone("+1-212-555-0102", "home"),
        Phone("(212) 555-0101", "work"),
        Phone("(212) 555-0104", "mobile"),
    )
    assert found.email == "ana@example.org"
    assert sentences(incoming) == [
        "A telephone number or e-mail address could not be read: left out."
    ]


def test_the_home_address_comes_before_others_and_lines_are_joined(tmp_path: Path) -> None:
    given = [
        {"use": "old", "line": ["0 Past St"]},
        {"use": "work", "line": ["1 Work St"]},
        {"use": "home", "line": ["2 Home St", "Apt 4"], "city": "Lowell", "postalCode": "01854"},
    ]
    found = only(read(written(tmp_path, patient(address=given))))
    assert found.address == Address("2 Home St, Apt 4", "Lowell", "", "01854", "")


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        ("1987", PartialDate(1987)),
        ("1987-03", PartialDate(1987, 3)),
        ("1987-03-14", PartialDate(1987, 3, 14)),
        ("1987-02-30", None),
        ("9999-01-01", None),
        ("yesterday", None),
        (1987, None),
    ],
)
def test_a_birth_date_keeps_its_precision_and_an_impossible_one_is_told(
    tmp_path: Path, born: object, expected: PartialDate | None
) -> None:
    incoming = read(written(tmp_path, patient(birthDate=born)))
    assert only(incoming).birth_date == expected
    assert bool(incoming.findings) == (expected is None)


@pytest.mark.parametrize(
    ("parts", "is_deceased", "on"),
    [
        ({"deceasedBoolean": True}, True, None),
        ({"deceasedBoolean": False}, False, None),
        ({"deceasedDateTime": "2020-05"}, True, PartialDate(2020, 5)),
        ({"deceasedDateTime": "unreadable"}, True, None),
        ({"deceasedDateTime": "2020-05-02T01:00:00Z"}, True, PartialDate(2020, 5, 1)),
        ({"deceasedDateTime": "2020-05-02T00:00:00Z"}, True, PartialDate(2020, 5, 2)),
        ({"deceasedDateTime": "2020-05-02T23:00:00+09:00"}, True, PartialDate(2020, 5, 2)),
    ],
)
def test_death_comes_in_with_the_day_that_is_known(
    tmp_path: Path, parts: Resource, is_deceased: bool, on: PartialDate | None
) -> None:
    found = only(read(written(tmp_path, patient(**parts))))
    assert (found.is_deceased, found.deceased_on) == (is_deceased, on)


def test_languages_are_the_clinics_own_with_the_preferred_first(tmp_path: Path) -> None:
    spoken = [
        {"language": coded("en-US")},
        {"language": coded("es"), "preferred": True},
        {"language": {"text": "Nahuatl"}},
    ]
    needed = {"url": "http://x/patient-interpreterRequired", "valueBoolean": True}
    found = only(read(written(tmp_path, patient(communication=spoken, extension=[needed]))))
    assert (found.language, found.other_languages) == ("es", ("en", "Nahuatl"))
    assert found.needs_interpreter


@pytest.mark.parametrize("gender", ["female", "male", "other", "unknown", "F", None, 1])
def test_the_sex_is_one_of_four(tmp_path: Path, gender: object) -> None:
    found = only(read(written(tmp_path, patient(gender=gender, _gender={"extension": []}))))
    assert found.sex == (gender if isinstance(gender, str) and len(gender) > 1 else "unknown")


@pytest.mark.parametrize(
    ("code", "relationship", "is_emergency"),
    [
        ("MTH", "mother", False),
        ("STPFTH", "father", False),
        ("WIFE", "spouse", False),
        ("HPOWATT", "health_proxy", False),
        ("NIECE", "other_family", False),
        ("C", "emergency_contact", True),
        ("N", "next_of_kin", False),
        ("ZZZ", "other_family", False),
    ],
)
def test_a_contact_of_the_patient_has_the_clinics_relationship(
    tmp_path: Path, code: str, relationship: str, is_emergency: bool
) -> None:
    contact = {"name": {"family": "Reyes", "given": ["Luz"]}, "relationship": [coded(code, V3)]}
    incoming = read(written(tmp_path, patient(contact=[contact])))
    (luz,) = only(incoming).related
    assert (luz.name, luz.relationship) == ("Luz Reyes", relationship)
    assert luz.is_emergency is is_emergency
    assert bool(incoming.findings) == (code == "ZZZ")


def test_a_mother_who_is_the_emergency_contact_is_both_and_once(tmp_path: Path) -> None:
    contact = {
        "name": {"family": "Reyes", "given": ["Luz"]},
        "relationship": [coded("C", V2), coded("MTH", V3)],
        "telecom": [{"system": "phone", "value": "(212) 555-0107"}],
    }
    person = {
        "resourceType": "RelatedPerson",
        "id": "r",
        "patient": {"reference": "Patient/p"},
        "name": [{"family": "REYES", "given": ["Luz"]}],
        "telecom": [{"system": "email", "value": "luz@example.org"}],
    }
    (luz,) = only(read(written(tmp_path, person, patient(contact=[contact])))).related
    assert (luz.relationship, luz.is_emergency) == ("mother", True)
    assert (luz.phone, luz.email) == ("(212) 555-0107", "luz@example.org")


def test_a_later_state_of_the_patient_wins_and_keeps_what_it_lacks(tmp_path: Path) -> None:
    old = patient(
        meta={"lastUpdated": "2025-01-01T00:00:00Z"},
        gender="female",
        telecom=[{"system": "phone", "value": "(212) 555-0101"}],
    )
    new = patient(meta={"lastUpdated": "2026-01-01T00:00:00Z"}, name=[{"family": "Reyes Soto"}])
    for first, second in ((old, new), (new, old)):
        one = written(tmp_path, first, name="1.json")
        two = written(tmp_path, second, name="2.json")
        found = only(read(one, two))
        assert (found.family, found.given, found.sex) == ("Reyes Soto", "Ana", "female")
        assert [phone.number for phone in found.phones] == ["(212) 555-0101"]


@pytest.mark.parametrize(
    "other",
    [{"birthDate": "1990-01-01"}, {"name": [{"family": "Chen", "given": ["Wei"]}]}],
)
def test_one_number_for_two_people_keeps_the_second_out_and_tells(
    tmp_path: Path, other: Resource
) -> None:
    one = written(tmp_path, patient(birthDate="1981-03-14"), visit(), name="1.json")
    two = written(tmp_path, patient(**other), visit("2026-05-05T10:00:00Z"), name="2.json")
    incoming = read(one, two)
    found = only(incoming)
    assert found.birth_date == PartialDate(1981, 3, 14)
    assert len(found.contacts) == 1
    said = sentences(incoming, Severity.LEFT_OUT)
    assert len(said) == 2
    assert said[0].startswith("A record number stands here for somebody of another name")


def test_the_key_of_a_patient_is_the_same_in_every_file(tmp_path: Path) -> None:
    in_bundle = only(read(written(tmp_path, patient())))
    alone = only(read(saved(tmp_path, patient(id="server-77"), "alone.json")))
    assert in_bundle.key == alone.key == "http://clinic.example|7"

"""Every real file goes in as it should, one by one and all together."""

from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from careteam.domain.dates import PartialDate
from careteam.domain.incoming import Incoming, Severity
from careteam.domain.patients import Address
from careteam.domain.phones import Phone
from tests.imports.resources import NPI, only, read, real, sentences

MRN = "http://hospital.smarthealthit.org"
OTHER = "Person in the healthcare environment (person)"

# patients, people, members, contacts, conditions, related people
COUNTS = {
    "documents/ips-all-sections.json": (1, 1, 0, 0, 4, 1),
    "documents/ips-bundle-01.json": (1, 1, 0, 0, 2, 1),
    "oncology/mcode-pediatric-all-brian-l.json": (1, 3, 0, 0, 2, 1),
    "synthea-2019/Darin_Skiles_31c343e9-5d7f-444e-9be4-56b1a6ec6146.json": (1, 1, 0, 18, 9, 0),
    "synthea-2019/Jesús_Alvarez_c0580b5a-6fc2-4b72-b691-57a71afb5597.json": (1, 1, 0, 11, 6, 0),
    "synthea-2019/Lupe_Little_f8a42e66-8c03-4ee6-85e3-3817c2942de1.json": (1, 2, 0, 8, 6, 0),
    "synthea-2020/Carroll471_O'Hara248_274f5452-2a39-44c4-a7cb-f36de467762e.json": (
        (1, 2, 2, 14, 5, 0)
    ),
    "synthea-2020/Frankie174_Jast432_a5b737fb-1f94-4767-802b-1112051f5101.json": (
        (1, 3, 2, 30, 3, 0)
    ),
    "synthea-2020/hospitalInformation1596649672088.json": (0, 0, 0, 0, 0, 0),
    "synthea-2020/practitionerInformation1596649672088.json": (0, 18, 0, 0, 0, 0),
    "synthea-2020": (2, 18, 4, 44, 8, 0),
    "synthea-2024/sample_complete_patient.first5.json": (1, 1, 1, 1, 1, 0),
    "us-core-server/uscore_bundle_patient_85.json": (1, 2, 6, 60, 13, 1),
    "us-core-server/pdex_bundle_patient_999.json": (1, 1, 1, 1, 2, 0),
    "us-core-server/bulk": (1, 5, 6, 60, 13, 1),
    "us-core-server": (2, 6, 7, 61, 15, 1),
    "us-core-examples": (4, 3, 3, 1, 4, 1),
    "older-versions": (0, 0, 0, 0, 0, 0),
    "": (15, 37, 15, 144, 57, 5),
}


def _counts(incoming: Incoming) -> tuple[int, ...]:
    patients = incoming.patients
    return (
        len(patients),
        len(incoming.people),
        sum(len(patient.members) for patient in patients),
        sum(len(patient.contacts) for patient in patients),
        sum(len(patient.conditions) for patient in patients),
        sum(len(patient.related) for patient in patients),
    )


@pytest.mark.parametrize(("name", "counts"), COUNTS.items())
def test_a_real_file_gives_all_its_patients_people_and_contacts(
    name: str, counts: tuple[int, ...]
) -> None:
    assert _counts(read(real(name))) == counts


def test_a_child_with_leukemia_comes_in_with_the_diagnosis() -> None:
    incoming = read(real("oncology/mcode-pediatric-all-brian-l.json"))
    child = only(incoming)
    assert (child.mrn, child.family, child.given, child.sex) == ("MRN5678", "L", "Brian", "male")
    assert child.birth_date == PartialDate(2021, 1, 1)
    assert (child.subtype, child.icd_state) == ("b_nos", "")
    assert child.diagnosed_on == PartialDate(2024, 1, 1)
    assert child.has_leukemia
    assert child.language == "en"
    assert child.address == Address("456 Main St", "Anytown", "", "67891", "United States")
    (mother_or_whoever,) = child.related
    assert (mother_or_whoever.name, mother_or_whoever.phone) == ("(no name)", "123-456-7891")
    assert mother_or_whoever.email == "example@example.com"


def test_two_doctors_with_one_number_stay_two_doctors() -> None:
    incoming = read(real("oncology/mcode-pediatric-all-brian-l.json"))
    staff = {(person.family, person.npi): person for person in incoming.people}
    first, second = staff[("Anydoc", "9988776651")], staff[("Oncologist", "9988776651")]
    assert first.key != second.key
    assert (first.credentials, first.title, second.given) == ("MD", "Dr.", "Owen")
    assert not first.identifiers
    assert not second.identifiers
    assert "One number stands for people of different names: they are kept apart." in sentences(
        incoming
    )


def test_names_with_diacritics_and_digits_stay_as_they_are() -> None:
    jesus = only(read(real("synthea-2019/Jesús_Alvarez_c0580b5a-6fc2-4b72-b691-57a71afb5597.json")))
    assert (jesus.family, jesus.given, jesus.title) == ("Alvarez", "Jesús", "Mr.")
    assert jesus.birth_date == PartialDate(1984, 10, 12)
    assert jesus.language == "es"
    lucien = only(read(real("us-core-server/uscore_bundle_patient_85.json")))
    assert (lucien.family, lucien.given) == ("Bosco882", "Lucien408")


def test_numbers_too_private_to_keep_never_come_in() -> None:
    incoming = read(real(""))
    kept = {item.value for patient in incoming.patients for item in patient.identifiers}
    kept |= {item.value for person in incoming.people for item in person.identifiers}
    assert not kept & {"999-47-5768", "S99921496", "999-84-6370", "X79599404X", "000001011"}
    assert {item.kind for patient in incoming.patients for item in patient.identifiers} <= {
        "MR",
        "MB",
        "",
    }


def test_partial_dates_keep_the_precision_they_have() -> None:
    martha = only(read(real("documents/ips-bundle-01.json")))
    onsets = {condition.code: condition for condition in martha.conditions}
    assert onsets["198436008"].onset == PartialDate(2015)
    assert onsets["198436008"].recorded_on == PartialDate(2016, 10)
    assert onsets["254837009"].onset == PartialDate(2015, 1)
    assert onsets["254837009"].clinical == "remission"
    assert not martha.has_leukemia
    assert [(person.name, person.relationship) for person in martha.related] == [
        ("Martha Mum", "mother")
    ]


def test_an_emergency_contact_of_a_document_is_one() -> None:
    patricia = only(read(real("documents/ips-all-sections.json")))
    (vincent,) = patricia.related
    assert (vincent.relationship, vincent.is_emergency) == ("emergency_contact", True)
    assert vincent.phone == "21884820"
    assert patricia.phones == (Phone("+1234567890", "mobile"),)
    assert patricia.address.line == "3, Worcester Drive, Rototuna North"


def test_a_patient_who_died_comes_in_with_the_whole_history() -> None:
    incoming = read(real("us-core-server/uscore_bundle_patient_85.json"))
    lucien = only(incoming)
    assert lucien.key == f"{MRN}|d831ec91-c7a3-4a61-9312-7ff0c4a32134"
    assert (lucien.is_deceased, lucien.deceased_on) == (True, PartialDate(1977, 7, 14))
    assert lucien.address == Address("934 Olson Highlands", "Lowell", "MA", "01854", "US")
    first, last = lucien.contacts[0], lucien.contacts[-1]
    assert first.at == datetime(1940, 3, 29, 5, 11, 45, tzinfo=UTC)
    assert (first.minutes, first.mode, first.role) == (15, "clinic_visit", "primary_care")
    assert first.text == "Well child visit (procedure)"
    assert first.at < last.at
    assert Counter(contact.mode for contact in lucien.contacts) == {
        "clinic_visit": 58,
        "inpatient_visit": 2,
    }
    assert all(c.minutes == 0 for c in lucien.contacts if c.mode == "inpatient_visit")
    assert "A patient has died: goes in as deceased." in sentences(incoming)


def test_members_of_old_teams_come_in_with_their_days_and_as_ended() -> None:
    lucien = only(read(real("us-core-server/uscore_bundle_patient_85.json")))
    days = [(member.starts_on, member.ends_on, member.is_active) for member in lucien.members]
    assert days[0] == (date(1946, 11, 23), date(1947, 1, 22), False)
    assert (date(1974, 4, 12), None, True) in days
    assert [member.is_active for member in lucien.members].count(True) == 1
    assert {(member.role, member.role_text) for member in lucien.members} == {
        ("other", "Healthcare professional (occupation)")
    }
    assert lucien.members[0].role_code == "http://snomed.info/sct|223366009"
    (roommate,) = lucien.related
    assert roommate.name == "Ronald408 MacGyver246 Jefferson174"


def test_the_bundle_and_the_bulk_export_of_one_patient_are_one_patient() -> None:
    bundle = real("us-core-server/uscore_bundle_patient_85.json")
    together = read(bundle, real("us-core-server/bulk"))
    (lucien,) = together.patients
    assert len(lucien.contacts) == 60
    assert len(lucien.conditions) == 13
    assert len(lucien.members) == 6
    assert len(lucien.related) == 1
    assert {person.key for person in read(bundle).people} <= {
        person.key for person in together.people
    }


def test_a_staff_member_has_role_organisation_and_reach_from_the_role_resource() -> None:
    incoming = read(real("us-core-server/uscore_bundle_patient_85.json"))
    melvin = next(person for person in incoming.people if person.family == "Torp761")
    assert (melvin.given, melvin.title, melvin.npi) == ("Melvin857", "Dr.", "9941339100")
    assert (melvin.organisation, melvin.email) == (
        "PCP87052",
        "Melvin857.Torp761@example.com",
    )
    assert melvin.role_keys == ("primary_care",)
    willena = next(person for person in incoming.people if person.family == "Oberbrunner298")
    assert willena.phones == (Phone("9789376000", "other"),)


def test_practitioners_of_another_file_are_the_same_people() -> None:
    staff = real("synthea-2020/practitionerInformation1596649672088.json")
    frankie = real("synthea-2020/Frankie174_Jast432_a5b737fb-1f94-4767-802b-1112051f5101.json")
    forth, back = read(staff, frankie), read(frankie, staff)
    assert {person.key for person in forth.people} == {person.key for person in back.people}
    assert len(forth.people) == 18
    keys = {person.key for person in forth.people}
    assert {member.person_key for member in only(forth).members} <= keys
    assert {contact.person_key for contact in only(back).contacts} <= keys


def test_an_npi_of_two_digits_is_kept_and_told_once() -> None:
    incoming = read(real("synthea-2020/practitionerInformation1596649672088.json"))
    xenia = next(person for person in incoming.people if person.family == "Kemmer137")
    assert xenia.npi == "20"
    assert sentences(incoming) == [
        "18 practitioners have an NPI that is not valid: kept, not checked."
    ]


def test_one_code_with_two_displays_keeps_the_organisation_out() -> None:
    frankie = only(
        read(real("synthea-2020/Frankie174_Jast432_a5b737fb-1f94-4767-802b-1112051f5101.json"))
    )
    assert [(m.role, m.role_text, m.is_active) for m in frankie.members] == [
        ("other", OTHER, True),
        ("other", OTHER, False),
    ]


def test_a_conditional_reference_becomes_an_unverified_person() -> None:
    incoming = read(real("synthea-2024/sample_complete_patient.first5.json"))
    (person,) = incoming.people
    assert person.is_stub
    assert person.family == "Dr. Alphonso102 Nienow652"
    assert [(item.system, item.value) for item in person.identifiers] == [(NPI, "9999962229")]
    lindsay = only(incoming)
    assert lindsay.members[0].person_key == person.key == lindsay.contacts[0].person_key
    assert lindsay.contacts[0].at == datetime(1979, 1, 2, 16, 44, 52, tzinfo=UTC)


def test_single_resources_of_a_folder_find_each_other() -> None:
    incoming = read(real("us-core-examples"))
    amy = next(patient for patient in incoming.patients if patient.mrn == "1032702")
    assert (amy.family, amy.given, amy.email) == ("Baxter", "Amy V.", "amy.shaw@example.com")
    assert amy.address.line == "183 MOUNTAIN VIEW ST"
    assert [person.name for person in amy.related] == ["Sarah van Putten"]
    assert [(member.role, member.role_text) for member in amy.members] == [
        ("other", "Cardiologist"),
        ("primary_care", "Primary care provider"),
        ("other", ""),
    ]
    assert [(c.text, c.minutes) for c in amy.contacts] == [("Office Visit", 60)]
    assert "A visit does not say on which day it was: left out." in sentences(
        incoming, Severity.LEFT_OUT
    )


def test_a_role_named_through_a_role_resource_is_found() -> None:
    patty = only(read(real("us-core-server/pdex_bundle_patient_999.json")))
    assert patty.mrn == "99999"
    assert patty.sex == "female"
    assert [(m.role, m.role_text) for m in patty.members] == [
        ("primary_care", "Primary care provider")
    ]
    (contact,) = patty.contacts
    assert (contact.role, contact.minutes, contact.text) == ("primary_care", 30, "Consultation")
    assert contact.person_key == patty.members[0].person_key


@pytest.mark.parametrize(
    ("name", "version"),
    [
        ("older-versions/stu3-Stoltenberg_Reinaldo_9.json", "STU3"),
        ("older-versions/dstu2-Stoltenberg_Reinaldo_9.json", "DSTU2"),
    ],
)
def test_an_older_version_is_refused_by_name(name: str, version: str) -> None:
    path = real(name)
    incoming = read(path)
    assert incoming.refused == (path.name,)
    assert sentences(incoming) == [
        f"{path.name} is written in FHIR {version}, not R4: ask the sender for R4."
    ]
    assert incoming.findings[0].severity is Severity.REFUSED
    assert not incoming.patients
    assert not incoming.left_out


def test_kinds_that_are_not_kept_are_counted() -> None:
    incoming = read(real("synthea-2020"))
    assert dict(incoming.left_out)["ExplanationOfBenefit"] == 44
    assert dict(incoming.left_out)["Claim"] == 75
    assert "Organization" not in dict(incoming.left_out)
    assert "Patient" not in dict(incoming.left_out)


def test_the_order_of_the_files_does_not_matter() -> None:
    files = [path for path in real("").rglob("*") if path.suffix in (".json", ".ndjson")]
    forth, back = read(*sorted(files)), read(*sorted(files, reverse=True))

    def _told(incoming: Incoming) -> object:
        return (
            {
                (p.key, p.family, p.given, p.birth_date, p.subtype, len(p.members), len(p.contacts))
                for p in incoming.patients
            },
            {person.key for person in incoming.people},
            incoming.left_out,
        )

    assert _told(forth) == _told(back)


def test_every_key_is_there_once_and_every_named_person_is_there() -> None:
    incoming = read(real(""))
    keys = [person.key for person in incoming.people]
    assert len(keys) == len(set(keys))
    for patient in incoming.patients:
        named = {member.person_key for member in patient.members}
        named |= {contact.person_key for contact in patient.contacts} - {""}
        assert named <= set(keys)
        for items in (patient.contacts, patient.conditions, patient.related):
            assert len({item.key for item in items}) == len(items)
        assert all(contact.at.tzinfo for contact in patient.contacts)


def test_reading_a_copy_of_a_file_adds_nothing(tmp_path: Path) -> None:
    first = real("us-core-server/uscore_bundle_patient_85.json")
    copy = tmp_path / "again.json"
    copy.write_bytes(first.read_bytes())
    once, twice = read(first), read(first, copy)
    assert _counts(once) == _counts(twice)

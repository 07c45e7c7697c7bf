"""`careteam import` brings FHIR R4 files in, says what it did, and changes nothing twice."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from careteam.domain.moment import Moment
from careteam.domain.people import PersonDraft
from careteam.storage.reads.patient_form import draft_of
from careteam.storage.reads.patient_page import patient_id_of
from careteam.storage.store import Store
from careteam.storage.tables import PersonRecord
from careteam.storage.writes.patients import amend_patient
from careteam.storage.writes.people import add_person
from tests.cli.conftest import Said, Typed
from tests.conftest import NOW
from tests.imports.test_bulk import lines, somebody
from tests.storage.importing import one, with_npi


def patient(mrn: str = "700100", family: str = "Nowak", **more: Any) -> dict[str, Any]:
    return {
        "resourceType": "Patient",
        "id": f"p{mrn}",
        "identifier": [
            {"type": {"coding": [{"code": "MR"}]}, "system": "urn:clinic", "value": mrn}
        ],
        "name": [{"family": family, "given": ["Ola"]}],
        "birthDate": "1979-05-04",
        "gender": "female",
        **more,
    }


def leukemia(mrn: str = "700100") -> dict[str, Any]:
    return {
        "resourceType": "Condition",
        "id": f"c{mrn}",
        "subject": {"reference": f"Patient/p{mrn}"},
        "clinicalStatus": {"coding": [{"code": "active"}]},
        "code": {"coding": [{"system": "http://hl7.org/fhir/sid/icd-10-cm", "code": "C91.00"}]},
    }


def bundle(*resources: dict[str, Any]) -> str:
    entries = [{"resource": resource} for resource in resources]
    return json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One whole R4 file."""
    made = tmp_path / "files"
    made.mkdir()
    (made / "nowak.json").write_text(bundle(patient(), leukemia()), "utf-8")
    return made


def mrns(typed: Typed) -> set[str]:
    return {one["mrn"] for one in json.loads(typed("patients", "--json").out)["patients"]}


def test_a_folder_comes_in_and_is_told_as_a_table(
    typed: Typed, clinic: Store, folder: Path
) -> None:
    said = typed("import", str(folder))
    assert (said.code, said.err) == (0, "")
    assert "NOWAK, Ola" in said.out
    assert "added" in said.out
    assert mrns(typed) == {"482913", "700100"}


def test_a_file_comes_in_and_is_told_as_json(typed: Typed, clinic: Store, folder: Path) -> None:
    said = typed("import", str(folder / "nowak.json"), "--json")
    tree = json.loads(said.out)
    assert said.code == 0
    assert tree["dry_run"] is False
    assert tree["files"] == ["nowak.json"]
    assert [(each["mrn"], each["did"]) for each in tree["patients"]] == [("700100", "added")]
    assert tree["new"]["patient"] == 1


def test_a_dry_run_changes_nothing(typed: Typed, clinic: Store, folder: Path) -> None:
    said = typed("import", str(folder), "--dry-run")
    assert said.code == 0
    assert said.out.endswith("Nothing was changed.\n")
    tree = json.loads(typed("import", str(folder), "--dry-run", "--json").out)
    assert [(each["mrn"], each["would"]) for each in tree["patients"]] == [("700100", "add")]
    assert mrns(typed) == {"482913"}


def test_the_same_file_twice_changes_nothing(typed: Typed, clinic: Store, folder: Path) -> None:
    typed("import", str(folder))
    tree = json.loads(typed("import", str(folder), "--json").out)
    assert [each["did"] for each in tree["patients"]] == ["same"]
    assert tree["new"] == tree["updated"] == {}


def test_a_later_state_of_the_patient_updates(typed: Typed, clinic: Store, folder: Path) -> None:
    typed("import", str(folder))
    later = patient(telecom=[{"system": "phone", "value": "(212) 555-0177"}])
    (folder / "nowak.json").write_text(bundle(later, leukemia()), "utf-8")
    tree = json.loads(typed("import", str(folder), "--json").out)
    assert [each["did"] for each in tree["patients"]] == ["updated"]


def test_somebody_who_may_be_another_is_left_out_until_it_is_said(
    typed: Typed, clinic: Store, folder: Path
) -> None:
    typed("import", str(folder))
    (folder / "nowak.json").write_text(bundle(patient("700200"), leukemia("700200")), "utf-8")

    def again(*words: str) -> tuple[Said, str]:
        said = typed("import", str(folder), "--json", *words)
        return said, json.loads(said.out)["patients"][0]["did"]

    asked, did = again()
    assert (asked.code, did) == (1, "asked")
    assert mrns(typed) == {"482913", "700100"}
    apart, did = again("--same-person", "apart")
    assert (apart.code, did) == (0, "added")
    assert mrns(typed) == {"482913", "700100", "700200"}


BAD = {
    "empty.json": b"",
    "words.json": b"Dear nurse",
    "latin.json": "{\"resourceType\": \"Patient\", \"id\": \"\xe9".encode("latin-1"),
    "deep.json": b"[" * 100_000,
    "list.json": b"[1, 2]",
    "stu3.json": json.dumps(
        {
            "resourceType": "Bundle",
            "type": "collection",
            "entry": [
                {"resource": {"resourceType": "Condition", "clinicalStatus": "active",
                              "code": {"text": "x"}, "subject": {"reference": "Patient/1"}}}
            ],
        }
    ).encode(),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_by_name_and_keeps_no_other_out(
    name: str, typed: Typed, clinic: Store, folder: Path
) -> None:
    (folder / name).write_bytes(BAD[name])
    said = typed("import", str(folder), "--json")
    tree = json.loads(said.out)
    assert said.code == 1
    assert tree["refused_files"] == [name]
    assert any(note["file"] == name and note["severity"] == "refused" for note in tree["notes"])
    assert [each["did"] for each in tree["patients"]] == ["added"]
    assert "Traceback" not in said.err


def test_files_that_are_not_there_are_bad_use(typed: Typed, clinic: Store, tmp_path: Path) -> None:
    gone = typed("import", str(tmp_path / "gone.json"))
    assert gone.code == 2
    assert "There is no file or folder " in gone.err
    (tmp_path / "bare").mkdir()
    bare = typed("import", str(tmp_path / "bare"))
    assert bare.code == 2
    assert "There are no .json or .ndjson files in " in bare.err


def test_who_died_is_never_on_the_list(typed: Typed, clinic: Store, tmp_path: Path) -> None:
    path = tmp_path / "died.json"
    path.write_text(bundle(patient(deceasedDateTime=date(2026, 11, 1).isoformat())), "utf-8")
    assert typed("import", str(path)).code == 0
    assert "deceased" in typed("patients", "--standing", "closed").out
    assert "NOWAK" not in typed("due").out


def changed_on_both_sides(typed: Typed, clinic: Store, tmp_path: Path) -> Path:
    """Ola Nowak's e-mail was changed here, and otherwise in the newer file."""
    first, newer = tmp_path / "first.json", tmp_path / "newer.json"
    first.write_text(bundle(patient(telecom=mail("ola@first.example"))), "utf-8")
    newer.write_text(bundle(patient(telecom=mail("ola@file.example"))), "utf-8")
    assert typed("import", str(first)).code == 0
    number = clinic.read(patient_id_of, "700100")
    draft = replace(clinic.read(draft_of, number), email="ola@here.example")
    moment = Moment.at(NOW, "America/New_York")
    clinic.do(amend_patient, number, draft, moment=moment, rules=clinic.rules)
    return newer


def mail(address: str) -> list[dict[str, str]]:
    return [{"system": "email", "value": address}]


def email_of(clinic: Store) -> str:
    return clinic.read(draft_of, clinic.read(patient_id_of, "700100")).email


def test_what_both_sides_have_changed_is_refused_with_the_list(
    typed: Typed, clinic: Store, tmp_path: Path
) -> None:
    newer = changed_on_both_sides(typed, clinic, tmp_path)
    said = typed("import", str(newer))
    assert (said.code, said.out) == (1, "")
    told = "NOWAK, Ola, MRN 700100: e-mail: here ola@here.example, in the file ola@file.example."
    assert told in said.err
    assert "Decide with --take ours or --take theirs" in said.err
    assert email_of(clinic) == "ola@here.example"


@pytest.mark.parametrize(
    ("take", "email"), [("ours", "ola@here.example"), ("theirs", "ola@file.example")]
)
def test_what_was_decided_stands_and_nobody_is_doubled(
    take: str, email: str, typed: Typed, clinic: Store, tmp_path: Path
) -> None:
    newer = changed_on_both_sides(typed, clinic, tmp_path)
    assert typed("import", str(newer), "--take", take).code == 0
    assert email_of(clinic) == email
    assert sorted(mrns(typed)) == ["482913", "700100"]
    again = typed("import", str(newer), "--take", take)
    assert (again.code, "Updated" in again.out) == (0, False)
    if take == "theirs":
        assert typed("import", str(newer)).code == 0, "both sides agree now"


def test_of_a_folder_too_what_is_otherwise_of_a_colleague_is_asked_before_anything_is_taken_in(
    typed: Typed, clinic: Store, tmp_path: Path
) -> None:
    draft = PersonDraft("Bell", "Marcus", email="bell@here.org", npi="1245319599")
    moment = Moment.at(NOW, "America/New_York")
    clinic.do(add_person, draft, moment=moment, rules=clinic.rules)
    folder = tmp_path / "ndjson"
    folder.mkdir()
    there = with_npi("1245319599", telecom=mail("bell@there.org"))
    lines(folder, there, name="Practitioner.ndjson")
    lines(folder, *(somebody(str(n)) for n in range(3)), name="Patient.ndjson")
    told = json.loads(typed("import", str(folder), "--dry-run", "--json").out)
    sentence = "e-mail: here bell@here.org, in the file bell@there.org"
    assert told["people"]["asked"] == [{"name": "Marcus Bell", "asked": [sentence]}]
    assert [each["would"] for each in told["patients"]] == ["add"] * 3
    said = typed("import", str(folder))
    assert (said.code, said.out) == (1, "")
    assert f"Marcus Bell, directory: {sentence}" in said.err
    assert mrns(typed) == {"482913"}
    for take, email in (("ours", "bell@here.org"), ("theirs", "bell@there.org")):
        assert typed("import", str(folder), "--take", take).code == 0
        assert one(clinic, PersonRecord, "email", npi="1245319599") == email
    assert mrns(typed) == {"0", "1", "2", "482913"}

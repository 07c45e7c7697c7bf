"""A folder of NDJSON is read some patients at a time, and tells what it tells as a whole."""

import json
from pathlib import Path
from typing import Any

import pytest

from careteam.domain.errors import Unavailable
from careteam.domain.intake.report import Choice, ImportReport
from careteam.domain.moment import Moment
from careteam.domain.record import WholeRecord
from careteam.imports.fhir import bulk as bulk_module
from careteam.imports.fhir.bulk import Bulk, bulk_files, patient_named
from careteam.storage.importing import run_groups, run_import
from careteam.storage.reads.record import all_patient_ids, collect_records
from careteam.storage.store import Store
from careteam.storage.tables import PatientRecord, PersonRecord
from tests.imports.resources import patient, practitioner, read
from tests.storage.importing import count, one


def lines(folder: Path, *resources: dict[str, Any], name: str) -> Path:
    path = folder / name
    path.write_text("".join(json.dumps(each) + "\n" for each in resources), "utf-8")
    return path


def number(mrn: str) -> dict[str, Any]:
    return {"type": {"coding": [{"code": "MR"}]}, "system": "http://clinic.example", "value": mrn}


def somebody(mrn: str, **more: Any) -> dict[str, Any]:
    name = [{"family": f"Nowak{mrn}", "given": ["Ola"]}]
    return patient(id=f"p{mrn}", identifier=[number(mrn)], name=name, **more)


def team(mrn: str) -> dict[str, Any]:
    return {
        "resourceType": "CareTeam",
        "id": f"t{mrn}",
        "status": "active",
        "subject": {"reference": f"Patient/p{mrn}"},
        "participant": [
            {
                "role": [{"text": "Social worker"}],
                "member": {"reference": "Practitioner/bell", "display": "Marcus Bell"},
            }
        ],
    }


def made(store: Store, folder: Path) -> Bulk:
    files = bulk_files([folder])
    assert files is not None
    return Bulk(
        files, catalogue=store.rules.catalogue, zone="America/New_York",
        clinical=store.rules.clinical,
    )  # fmt: skip


def bring_in(store: Store, moment: Moment, folder: Path, **more: Any) -> ImportReport:
    bulk = made(store, folder)
    assert bulk.scan()
    return run_groups(store, bulk.groups(), Choice(), patients=bulk.patients, moment=moment, **more)


def records(store: Store, moment: Moment) -> dict[str, WholeRecord]:
    ids = store.read(all_patient_ids)
    return {each.patient.mrn: each for each in store.read(collect_records, ids, moment=moment)}


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Where nothing else lies."""
    folder = tmp_path / "files"
    folder.mkdir()
    return folder


@pytest.fixture(autouse=True)
def _small_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk_module, "GROUP", 2)


def test_the_groups_tell_what_the_whole_tells(files: Path, store: Store) -> None:
    lines(files, *(team(str(n)) for n in range(5)), name="CareTeam.ndjson")
    lines(files, *(somebody(str(n)) for n in range(5)), name="Patient.ndjson")
    lines(files, practitioner("Bell", id="bell"), name="Practitioner.ndjson")
    lines(files, {"resourceType": "Claim", "id": "c"}, name="Claim.ndjson")
    whole = read(files)
    bulk = made(store, files)
    assert bulk.scan()
    first, *groups, last = bulk.groups()
    assert (first.patients, first.files) == ((), whole.files)
    assert {each.key for each in first.people} == {each.key for each in whole.people}
    assert (first.left_out, first.refused) == (whole.left_out, whole.refused)
    assert [len(group.patients) for group in groups] == [2, 2, 1]
    told = sorted((p for group in groups for p in group.patients), key=lambda p: p.mrn)
    assert told == sorted(whole.patients, key=lambda p: p.mrn)
    findings = [each for group in (first, *groups, last) for each in group.findings]
    assert sorted(findings, key=str) == sorted(whole.findings, key=str)


@pytest.mark.parametrize("last", ["Patient.ndjson", "zPatient.ndjson"])
def test_files_come_in_any_order_and_nobody_is_doubled(
    last: str, files: Path, store: Store, moment: Moment
) -> None:
    lines(files, *(team(str(n)) for n in range(3)), name="CareTeam.ndjson")
    lines(files, *(somebody(str(n)) for n in range(3)), name=last)
    lines(files, practitioner("Bell", id="bell"), name="Practitioner.ndjson")
    report = bring_in(store, moment, files)
    assert report.is_whole
    assert (count(store, PatientRecord), count(store, PersonRecord)) == (3, 1)
    again = bring_in(store, moment, files)
    assert not again.has_changed
    assert (count(store, PatientRecord), count(store, PersonRecord)) == (3, 1)


def test_somebody_named_only_is_filled_by_a_later_file(
    files: Path, store: Store, moment: Moment
) -> None:
    first, later = files / "first", files / "later"
    first.mkdir()
    later.mkdir()
    npi = {"system": "http://hl7.org/fhir/sid/us-npi", "value": "1234567893"}
    named = team("1")
    named["participant"][0]["member"] = {"identifier": npi, "display": "Marcus Bell"}
    lines(first, somebody("1"), name="Patient.ndjson")
    lines(first, named, name="CareTeam.ndjson")
    bring_in(store, moment, first)
    assert one(store, PersonRecord, "is_stub")
    told = practitioner("Bell", id="bell", identifier=[npi], name=[
        {"family": "Bell", "given": ["Marcus"], "suffix": ["LCSW"]}
    ])  # fmt: skip
    lines(later, told, name="Practitioner.ndjson")
    bring_in(store, moment, later)
    assert count(store, PersonRecord) == 1
    assert one(store, PersonRecord, "given", "credentials", "is_stub") == ("Marcus", "LCSW", 0)


def test_what_names_patients_in_another_way_is_left_to_be_read_whole(
    files: Path, store: Store
) -> None:
    lines(files, somebody("1"), name="Patient.ndjson")
    by_number = team("1") | {"subject": {"identifier": number("1")}}
    lines(files, by_number, name="CareTeam.ndjson")
    assert not made(store, files).scan()
    assert patient_named("CareTeam", {"subject": {"reference": "urn:uuid:x"}}) == ""
    assert patient_named("Task", {"for": {"reference": "Patient/9"}}) == "9"
    assert bulk_files([lines(files, somebody("2"), name="x.json")]) is None


def test_a_line_that_is_cut_off_keeps_only_itself_out(
    files: Path, store: Store, moment: Moment
) -> None:
    path = lines(files, somebody("1"), somebody("2"), name="Patient.ndjson")
    path.write_bytes(path.read_bytes()[:-30])
    report = bring_in(store, moment, files)
    assert [each.mrn for each in report.patients] == ["1"]
    assert [each.sentence for each in report.findings] == ["A line is not JSON: left out."]


def test_stopping_leaves_whole_patients_and_going_on_brings_the_rest(
    files: Path, store: Store, moment: Moment
) -> None:
    lines(files, *(somebody(str(n)) for n in range(5)), name="Patient.ndjson")
    report = bring_in(store, moment, files, progress=lambda done, _all: done < 3)
    assert report.is_cancelled
    assert count(store, PatientRecord) == 3
    assert bring_in(store, moment, files).is_whole
    assert count(store, PatientRecord) == 5


def test_what_leaves_as_ndjson_comes_back_the_same_in_groups_and_whole(
    files: Path, store: Store, moment: Moment
) -> None:
    lines(files, *(somebody(str(n)) for n in range(4)), name="Patient.ndjson")
    lines(files, *(team(str(n)) for n in range(4)), name="CareTeam.ndjson")
    whole = read(files)
    run_import(store, whole, {}, moment=moment)
    before = records(store, moment)
    assert not bring_in(store, moment, files).has_changed
    assert records(store, moment) == before


def test_a_file_that_is_gone_or_changed_meanwhile_is_told_and_what_was_taken_in_stays(
    files: Path, store: Store, moment: Moment
) -> None:
    path = lines(files, *(somebody(str(n)) for n in range(5)), name="Patient.ndjson")
    bulk = made(store, files)
    assert bulk.scan()
    lines(files, *(somebody(str(n)) for n in range(4)), name="Patient.ndjson")
    report = run_groups(store, bulk.groups(), Choice(), patients=5, moment=moment)
    assert report.stopped.startswith("Patient.ndjson is gone or was changed")
    assert (report.is_whole, count(store, PatientRecord)) == (False, 0)
    assert bring_in(store, moment, files).is_whole
    again = made(store, files)
    assert again.scan()
    told = again.groups()
    next(told)
    path.unlink()
    with pytest.raises(Unavailable):
        list(told)

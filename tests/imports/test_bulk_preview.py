"""A folder of NDJSON is compared some patients at a time, and tells what it tells as a whole."""

from dataclasses import replace
from pathlib import Path

import pytest

from careteam.domain.intake.preview import Happens, ImportPreview
from careteam.domain.intake.report import Choice, Take
from careteam.domain.moment import Moment
from careteam.imports.fhir import bulk as bulk_module
from careteam.storage.importing import run_groups
from careteam.storage.reads.imports import Comparing, compare
from careteam.storage.store import Store
from careteam.storage.tables import PatientRecord, PersonRecord
from tests.imports.resources import practitioner
from tests.imports.test_bulk import bring_in, lines, made, somebody, team
from tests.storage.importing import count, read_in, rows


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Five patients with one social worker, of whom two are one by name; a claim besides."""
    monkeypatch.setattr(bulk_module, "GROUP", 2)
    place = tmp_path / "files"
    place.mkdir()
    people = [somebody(str(n)) for n in range(5)]
    people[4]["name"] = people[0]["name"]
    lines(place, *people, name="Patient.ndjson")
    lines(place, *(team(str(n)) for n in range(4)), name="CareTeam.ndjson")
    lines(place, practitioner("Bell", id="bell"), practitioner("Loose"), name="Practitioner.ndjson")
    lines(place, {"resourceType": "Claim", "id": "c"}, name="Claim.ndjson")
    return place


def compared(store: Store, moment: Moment, folder: Path) -> tuple[ImportPreview, list[int]]:
    """The preview by groups, and how many rows each of them gave."""
    bulk, comparing = made(store, folder), Comparing(store.rules, moment.today)
    assert bulk.scan()
    sizes = [len(store.read(comparing.take, group)) for group in bulk.groups()]
    return comparing.preview(), sizes


def in_order(preview: ImportPreview) -> ImportPreview:
    return replace(
        preview,
        rows=tuple(sorted(preview.rows, key=lambda row: row.key)),
        findings=tuple(sorted(preview.findings, key=str)),
    )


def test_groups_are_previewed_as_the_whole_is(folder: Path, store: Store, moment: Moment) -> None:
    for _ in range(2):
        whole = store.read(
            compare, read_in(store, moment, folder), rules=store.rules, today=moment.today
        )
        by_groups, sizes = compared(store, moment, folder)
        assert in_order(by_groups) == in_order(whole)
        assert sizes == [0, 2, 2, 1, 0]
        bring_in(store, moment, folder)


def test_two_who_look_like_one_are_asked_about_though_groups_lie_between(
    folder: Path, store: Store, moment: Moment
) -> None:
    preview, _ = compared(store, moment, folder)
    (asked,) = (row for row in preview.rows if row.happens is Happens.ASK)
    assert {asked.mrn, next(r.mrn for r in preview.rows if r.key == asked.same_as)} == {"0", "4"}
    assert (preview.people_to_add, preview.loose_people) == (2, 1)


def test_each_patient_of_a_group_can_have_an_answer_of_their_own(
    folder: Path, store: Store, moment: Moment
) -> None:
    preview, _ = compared(store, moment, folder)
    out = {row.key: Choice(Take.SKIP) for row in preview.rows if row.mrn in "123"}
    bulk = made(store, folder)
    assert bulk.scan()
    (loose,) = (key for key in _people(store, moment, folder) if "loose" in key)
    report = run_groups(
        store,
        bulk.groups(),
        Choice(),
        patients=bulk.patients,
        choices=out,
        without={loose},
        moment=moment,
    )
    assert sorted(each.mrn for each in report.patients if each.patient_id) == ["0"]
    assert count(store, PatientRecord) == 1
    assert rows(store, PersonRecord, "family") == [("Bell",)]


def _people(store: Store, moment: Moment, folder: Path) -> list[str]:
    return [person.key for person in read_in(store, moment, folder).people]

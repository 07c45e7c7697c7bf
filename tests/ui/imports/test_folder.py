"""A folder of NDJSON shows its first patients while the rest is compared, and goes in by groups."""

import threading
from pathlib import Path

import pytest

from careteam.imports.fhir import bulk as bulk_module
from careteam.imports.fhir.bulk import Bulk
from careteam.storage.reads.imports import Comparing
from careteam.storage.store import Store
from careteam.storage.tables import PatientRecord, PersonRecord
from tests.imports.resources import practitioner
from tests.imports.test_bulk import lines, somebody, team
from tests.storage.importing import count, rows
from tests.ui.imports.conftest import Nurse


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(bulk_module, "GROUP", 2)
    place = tmp_path / "files"
    place.mkdir()
    lines(place, *(somebody(str(n)) for n in range(6)), name="Patient.ndjson")
    lines(place, team("5"), name="CareTeam.ndjson")
    lines(place, practitioner("Bell", id="bell"), name="Practitioner.ndjson")
    return place


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Holds the comparison after its first two patients, until the test lets it go on."""
    opened, take, seen = threading.Event(), Comparing.take, [0]

    def wait(self: Comparing, *args: object) -> object:
        if seen[0] >= 2:
            opened.wait(20)
        found = take(self, *args)  # type: ignore[arg-type]
        seen[0] += len(found)
        return found

    monkeypatch.setattr(Comparing, "take", wait)
    return opened


def test_the_first_patients_are_seen_before_the_rest_is_compared(
    folder: Path, gate: threading.Event, nurse: Nurse
) -> None:
    busy = nurse.page.busy_view
    nurse.paper.folder = folder
    nurse.page.choose_folder()
    nurse.wait(lambda: busy.found.isVisible())
    assert [shown.row.mrn for shown in busy.rows] == ["5", "0"]
    assert nurse.page.preview_view is None
    gate.set()
    view = nurse.preview()
    assert [shown.row.mrn for shown in view.choices.rows] == list("501234")


def test_comparing_can_be_stopped(folder: Path, gate: threading.Event, nurse: Nurse) -> None:
    busy = nurse.page.busy_view
    nurse.paper.folder = folder
    nurse.page.choose_folder()
    nurse.wait(lambda: busy.found.isVisible())
    busy.cancel_button.click()
    gate.set()
    nurse.wait(lambda: not nurse.page._jobs.is_running)
    assert nurse.page.preview_view is None


def test_a_folder_goes_in_by_groups_and_whoever_is_not_ticked_stays_out_with_their_staff(
    folder: Path, nurse: Nurse, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    nurse.paper.folder = folder
    nurse.page.choose_folder()
    view = nurse.preview()
    prepared = nurse.page._prepared
    assert prepared is not None
    assert isinstance(prepared.files, Bulk)
    (last,) = (shown for shown in view.choices.rows if shown.row.mrn == "5")
    view.table.turned.emit(last)
    assert view.import_button.text().startswith("Import 5")
    view.ask_to_import()
    nurse.report()
    assert [mrn for (mrn,) in rows(store, PatientRecord, "mrn")] == list("01234")
    assert count(store, PersonRecord) == 0

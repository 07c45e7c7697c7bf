"""A nurse brings files in from the window: chosen, checked, answered, imported, told."""

from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from careteam.domain.changes import Changes, Part
from careteam.domain.dates import PartialDate
from careteam.domain.intake.report import Did, Take
from careteam.domain.moment import Moment
from careteam.domain.patients import PatientDraft
from careteam.storage.store import Store
from careteam.storage.tables import ContactRecord, PatientRecord, PersonRecord
from careteam.storage.writes.patients import register_patient
from tests.imports.resources import practitioner, real, written
from tests.storage.importing import LUCIEN, ana, bring_in, count, dump, rows
from tests.ui.imports.conftest import WAIT_MS, ChosenPaper, Nurse
from ui.desk import Desk
from ui.imports.page import ImportPage
from ui.imports.preview_view import PreviewView
from ui.look.theme import Theme


def names(view: PreviewView) -> list[str]:
    return [shown.row.name for shown in view.choices.rows]


def figures(view: Any) -> list[str]:
    return [card.accessibleName() for card in view.cards.cards]


def cell(view: PreviewView, row: int, column: int) -> None:
    table = view.table.view
    table.setFocus()
    table.setCurrentIndex(view.table.model.index(row, column))


def test_real_files_go_from_choosing_to_the_database_by_keyboard_alone(
    nurse: Nurse, store: Store, desk: Desk, qtbot: QtBot
) -> None:
    changes: list[Changes] = []
    desk.changed.connect(changes.append)
    with qtbot.waitSignal(nurse.page.opened):
        view = nurse.read(real(LUCIEN), real("oncology/mcode-pediatric-all-brian-l.json"))
    assert names(view) == ["BOSCO882, Lucien408", "L, Brian"]
    assert figures(view)[0].startswith("To add: 2 patient")
    assert "6 care team" in figures(view)[0]
    assert count(store, PatientRecord) == 0
    nurse.press("Ctrl+Return")
    report = nurse.report()
    assert [done.did for done in report.report.patients] == [Did.ADDED, Did.ADDED]
    assert (count(store, PatientRecord), count(store, ContactRecord)) == (2, 60)
    assert [change.touches(Part.PATIENT) for change in changes] == [True]
    assert desk.saved_at == desk.moment.now
    with qtbot.waitSignal(nurse.page.finished):
        nurse.press("Ctrl+Return")
    assert nurse.page.report_view is None


def test_the_same_files_again_have_nothing_to_import(
    nurse: Nurse, store: Store, moment: Moment
) -> None:
    bring_in(store, moment, real(LUCIEN))
    before = dump(store)
    view = nurse.read(real(LUCIEN))
    assert view.import_button.text() == "Nothing to import"
    assert not view.import_button.isEnabled()
    nurse.press("Ctrl+Return")
    assert nurse.page.preview_view is view
    assert dump(store) == before


def test_a_patient_whose_tick_is_taken_away_stays_out(
    nurse: Nurse, store: Store, tmp_path: Path
) -> None:
    view = nurse.read(written(tmp_path, ana(), ana("8", name=[{"family": "Okafor"}])))
    cell(view, 0, 0)
    nurse.press("Space")
    assert [shown.take for shown in view.choices.rows] == [Take.SKIP, Take.TAKE]
    assert view.import_button.text().startswith("Import 1 patient")
    nurse.press("Ctrl+Return")
    report = nurse.report().report
    assert [done.did for done in report.patients] == [Did.SKIPPED, Did.ADDED]
    assert rows(store, PatientRecord, "family") == [("Okafor",)]


@pytest.mark.parametrize(("column", "did", "patients"), [(5, Did.JOINED, 1), (6, Did.ADDED, 2)])
def test_whoever_could_be_somebody_here_waits_for_join_or_keep_apart(
    nurse: Nurse,
    store: Store,
    moment: Moment,
    tmp_path: Path,
    column: int,
    did: Did,
    patients: int,
) -> None:
    draft = PatientDraft("9", "Reyes", "Ana", birth_date=PartialDate(1981, 3, 14))
    store.do(register_patient, draft, moment=moment, rules=store.rules)
    view = nurse.read(written(tmp_path, ana()))
    (asked,) = view.choices.rows
    assert asked.asks
    assert not view.import_button.isEnabled()
    cell(view, 0, 0)
    nurse.press("Space")
    assert view.choices.rows[0].asks, "a tick alone never answers the question"
    cell(view, 0, column)
    nurse.press("Return")
    assert view.choices.rows[0].is_on
    nurse.press("Return")
    assert view.choices.rows[0].asks, "the same answer twice takes it back"
    nurse.press("Return")
    nurse.press("Ctrl+Return")
    assert [done.did for done in nurse.report().report.patients] == [did]
    assert count(store, PatientRecord) == patients


def test_a_file_of_staff_alone_can_be_imported(nurse: Nurse, store: Store, tmp_path: Path) -> None:
    view = nurse.read(written(tmp_path, practitioner(), practitioner("Cole")))
    assert view.import_button.text() == "Import 2 people"
    nurse.press("Ctrl+Return")
    assert figures(nurse.report())[0].endswith("2 people")
    assert count(store, PersonRecord) == 2


@pytest.mark.parametrize("version", ["stu3", "dstu2"])
def test_a_file_of_an_older_version_is_refused_by_name(nurse: Nurse, version: str) -> None:
    view = nurse.read(real(f"older-versions/{version}-Stoltenberg_Reinaldo_9.json"))
    assert figures(view)[3].startswith("Refused: 1 file")
    assert f"{version.upper()}, not R4" in figures(view)[3]
    finding = view.findings.model.row_at(0)
    assert f"is written in FHIR {version.upper()}, not R4" in finding.sentence
    assert not view.import_button.isEnabled()


def test_a_file_that_is_no_json_gets_one_sentence(nurse: Nurse, tmp_path: Path) -> None:
    path = tmp_path / "letter.json"
    path.write_text("Dear colleague", encoding="utf-8")
    view = nurse.read(path)
    assert view.findings.model.row_at(0).sentence.startswith("letter.json is not JSON")
    assert not view.table.isVisible()


def test_a_whole_folder_is_read(nurse: Nurse, tmp_path: Path) -> None:
    written(tmp_path, ana())
    written(tmp_path, ana("8", name=[{"family": "Okafor"}]), name="other.json")
    nurse.paper.folder = tmp_path
    nurse.page.choose_folder()
    assert sorted(names(nurse.preview())) == ["OKAFOR", "REYES, Ana"]


def test_leaving_the_dialog_leaves_the_page_ready_to_choose_again(
    nurse: Nurse, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(nurse.page.opened):
        nurse.page.choose_files()
    assert nurse.page.start_view.isVisible()
    assert not nurse.page.busy_view.isVisible()
    with qtbot.waitSignal(nurse.page.finished):
        nurse.page.start_view.cancel_button.click()


def drop(nurse: Nurse, *paths: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, left, none)
    enter.ignore()
    QApplication.sendEvent(nurse.page, enter)
    if enter.isAccepted():
        QApplication.sendEvent(nurse.page, QDropEvent(QPointF(9, 9), copy, data, left, none))
    return enter.isAccepted()


def test_files_can_be_dropped_onto_the_page_and_pictures_cannot(
    nurse: Nurse, tmp_path: Path
) -> None:
    told: list[str] = []
    nurse.page._desk.failed.connect(told.append)
    picture = tmp_path / "scan.png"
    picture.write_bytes(b"\x89PNG\r\n")
    assert drop(nurse, picture)
    assert told == ["scan.png is a picture. Nothing was taken in."]
    assert nurse.page.start_view.isVisible()
    assert drop(nurse, written(tmp_path, ana()))
    assert names(nurse.preview()) == ["REYES, Ana"]


def test_reading_that_is_stopped_comes_back_to_the_start(
    nurse: Nurse, tmp_path: Path, qtbot: QtBot
) -> None:
    files = [written(tmp_path, ana(str(n)), name=f"{n}.json") for n in range(1, 60)]
    nurse.page.read_files(files)
    assert nurse.page.busy_view.isVisible()
    nurse.page.busy_view.cancel_button.click()
    qtbot.waitUntil(lambda: nurse.page.start_view.isVisible(), timeout=20_000)
    assert nurse.page.preview_view is None


def test_an_import_that_is_stopped_keeps_who_is_in_and_says_how_far_it_came(
    nurse: Nurse, store: Store, tmp_path: Path
) -> None:
    many = [ana(str(n), name=[{"family": f"Person{n}"}]) for n in range(1, 40)]
    nurse.read(written(tmp_path, *many))
    page = nurse.page

    def _stop(done: int, total: int) -> None:
        if total == len(many) and done >= 1:
            page._jobs.cancel()

    page._jobs.progressed.connect(_stop)
    page.import_chosen()
    report = nurse.report().report
    assert report.is_cancelled
    assert 1 <= count(store, PatientRecord) < len(many)
    assert report.count(Did.ADDED) == count(store, PatientRecord)
    assert report.count(Did.NOT_REACHED) == len(many) - count(store, PatientRecord)


@pytest.mark.parametrize("is_destroyed", [True, False])
def test_a_page_that_goes_away_stops_its_work_and_waits_for_it(
    look: Theme, desk: Desk, store: Store, tmp_path: Path, qtbot: QtBot, is_destroyed: bool
) -> None:
    many = [ana(str(n), name=[{"family": f"Person{n}"}]) for n in range(1, 40)]
    page = ImportPage(look, desk, ChosenPaper())
    page.read_files([written(tmp_path, *many)])
    qtbot.waitUntil(lambda: page.preview_view is not None, timeout=WAIT_MS)
    page.import_chosen()
    if is_destroyed:
        shiboken6.delete(page)
    else:
        page.stop()
        assert page.report_view is None
        page.deleteLater()
    before = count(store, PatientRecord)
    QApplication.processEvents()
    assert count(store, PatientRecord) == before < len(many)


def test_the_tables_of_preview_and_report_are_sound_models(
    nurse: Nurse, tmp_path: Path, qtmodeltester: ModelTester
) -> None:
    view = nurse.read(written(tmp_path, ana(), ana("8", name=[{"family": "Okafor"}])))
    qtmodeltester.check(view.table.model)
    qtmodeltester.check(view.findings.model)
    nurse.press("Ctrl+Return")
    qtmodeltester.check(nurse.report().table.model)


def test_a_screen_reader_hears_what_each_tick_does(nurse: Nurse, tmp_path: Path) -> None:
    view = nurse.read(written(tmp_path, ana()))
    model = view.table.model
    spoken = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert "Bring in REYES, Ana" in str(spoken)

"""A nurse brings a spreadsheet in: columns said, rows checked, taken in, saved, taken back."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from careteam.domain.intake.report import Did
from careteam.storage.reads.column_mappings import remembered_columns
from careteam.storage.store import Store
from careteam.storage.tables import ContactRecord, ImportRunRecord, PatientRecord
from tests.people import add_member
from tests.storage.importing import count, rows
from tests.ui.imports.conftest import WAIT_MS, Nurse
from tests.ui.imports.test_page import drop
from ui.desk import Desk, Done
from ui.imports.columns_view import ColumnsView

PATIENTS = """\
MRN#,Pt Last Name,Pt First Name,DOB,Sex,Navigator,Locker
00123,Reyes,Ana,14-Mar-1981,F,Joan Ellis,7
00124,Bell,Tom,1990-02-30,m,,8
00125,Okafor,Chi,1999-01-05,,,9
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Two rows that can go in and one that cannot."""
    path = tmp_path / "clinic list.csv"
    path.write_text(PATIENTS, "utf-8")
    return path


def first_name(view: ColumnsView) -> str:
    row = view.first_rows.model.row_at(0)
    return row.name


def said(view: object) -> list[str]:
    return [card.accessibleName() for card in view.cards.cards]  # type: ignore[attr-defined]


def test_a_table_goes_from_choosing_to_the_database_by_keyboard_alone(
    nurse: Nurse, store: Store, table: Path, navigator: int
) -> None:
    view = nurse.open_table(table)
    fields = view.column_rows.fields()
    assert fields["Pt Last Name"] == "family"
    assert "Locker" not in fields
    shown = [view.first_rows.model.row_at(place) for place in range(3)]
    assert [row.number for row in shown] == [2, 3, 4]
    assert shown[0].name == "REYES, Ana"
    assert "There is no such day" in shown[1].problem
    assert count(store, PatientRecord) == 0
    nurse.press("Ctrl+Return")
    preview = nurse.preview()
    assert said(preview)[0].startswith("To add: 2 patient")
    assert said(preview)[3].startswith("Refused: 1 row")
    nurse.press("Ctrl+Return")
    report = nurse.report()
    assert [done.did for done in report.report.patients] == [Did.ADDED, Did.ADDED]
    assert rows(store, PatientRecord, "mrn", "family") == [("00123", "Reyes"), ("00125", "Okafor")]


def test_a_column_means_what_the_nurse_says_and_no_two_mean_the_same(
    nurse: Nurse, table: Path
) -> None:
    view = nurse.open_table(table)
    choice = view.column_rows.choices["Locker"]
    choice.set_value("family")
    choice.chosen.emit("family")
    fields = view.column_rows.fields()
    assert fields["Locker"] == "family"
    assert "Pt Last Name" not in fields
    assert first_name(view) == "7, Ana"


def test_without_a_column_that_is_needed_nothing_can_be_checked(nurse: Nurse, table: Path) -> None:
    view = nurse.open_table(table)
    view.column_rows.choices["MRN#"].set_value("")
    view.column_rows.changed.emit()
    assert not view.check_button.isEnabled()
    nurse.press("Ctrl+Return")
    assert nurse.page.preview_view is None


def test_columns_are_remembered_by_name_and_taken_up_for_the_same_headings(
    nurse: Nurse, store: Store, table: Path
) -> None:
    view = nurse.open_table(table)
    view.column_rows.choices["Locker"].set_value("payer")
    view.name_edit.setText("Clinic list")
    view.remember_button.click()
    assert store.read(remembered_columns)["Clinic list"].fields["Locker"] == "payer"
    view.cancel_button.click()
    again = nurse.open_table(table)
    assert again.known_choice.value() == "Clinic list"
    assert again.column_rows.fields()["Locker"] == "payer"
    again.known_choice.set_value("")
    again.known_choice.chosen.emit("")
    assert "Locker" not in again.column_rows.fields()


def test_leaving_the_preview_goes_back_to_the_columns(nurse: Nurse, table: Path) -> None:
    view = nurse.open_table(table)
    nurse.press("Ctrl+Return")
    nurse.preview().cancel_button.click()
    assert nurse.page.preview_view is None
    assert nurse.page.tables.columns_view is view
    assert view.isVisible()


def test_refused_rows_are_saved_with_the_reason_in_the_last_column(
    nurse: Nurse, desk: Desk, table: Path, tmp_path: Path
) -> None:
    done: list[Done] = []
    desk.done.connect(done.append)
    nurse.open_table(table)
    nurse.press("Ctrl+Return")
    nurse.preview()
    nurse.press("Ctrl+Return")
    report = nurse.report()
    nurse.paper.target = tmp_path / "refused.csv"
    report.save_button.click()
    lines = nurse.paper.target.read_text("utf-8-sig").splitlines()
    assert lines[0].endswith(",Why it was refused")
    assert lines[1].startswith("'00124,Bell,Tom,1990-02-30")
    assert "no such day" in lines[1]
    assert "refused.csv" in done[-1].sentence


def test_a_whole_import_is_taken_back_after_one_more_question(
    nurse: Nurse, store: Store, table: Path, qtbot: QtBot
) -> None:
    nurse.open_table(table)
    nurse.press("Ctrl+Return")
    nurse.preview()
    nurse.press("Ctrl+Return")
    report = nurse.report()
    report.undo_button.click()
    assert count(store, PatientRecord) == 2, "the first press only asks"
    report.undo_button.click()
    nurse.wait(lambda: nurse.page.report_view is None)
    assert count(store, PatientRecord) == 0
    assert nurse.page.start_view.last_view.isHidden()


def test_the_last_table_can_be_taken_back_later(nurse: Nurse, store: Store, table: Path) -> None:
    nurse.open_table(table)
    nurse.press("Ctrl+Return")
    nurse.preview()
    nurse.press("Ctrl+Return")
    nurse.report()
    nurse.page.leave()
    button = nurse.page.start_view.last_view.button
    assert button.isVisible()
    button.click()
    button.click()
    nurse.wait(lambda: count(store, PatientRecord) == 0)
    nurse.wait(lambda: nurse.page.start_view.last_view.isHidden())


def test_the_same_table_again_is_told_and_has_nothing_to_import(
    nurse: Nurse, store: Store, table: Path
) -> None:
    nurse.open_table(table)
    nurse.press("Ctrl+Return")
    nurse.preview()
    nurse.press("Ctrl+Return")
    nurse.report()
    nurse.page.leave()
    nurse.open_table(table)
    nurse.press("Ctrl+Return")
    preview = nurse.preview()
    assert "was imported already" in preview.choices.preview.already
    assert preview.import_button.text() == "Nothing to import"
    assert count(store, ImportRunRecord) == 1


def test_a_stopped_import_stores_nothing_and_says_so(
    nurse: Nurse, store: Store, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nurse.open_table(table)
    nurse.press("Ctrl+Return")
    nurse.preview()
    monkeypatch.setattr("ui.background.Job._report", lambda *_: False)
    nurse.press("Ctrl+Return")
    report = nurse.report()
    assert report.report.is_cancelled
    assert count(store, PatientRecord) == 0
    assert report.undo_button.isHidden()


def test_a_file_in_an_old_encoding_is_asked_about(nurse: Nurse, tmp_path: Path) -> None:
    path = tmp_path / "old.csv"
    path.write_bytes("MRN,Last name,First name\n1,Núñez,José\n".encode("cp1252"))
    nurse.paper.files = [path]
    nurse.page.choose_files()
    start = nurse.page.start_view
    nurse.wait(lambda: start.encoding_button.isVisible())
    start.encoding_button.click()
    view = nurse.columns()
    assert first_name(view) == "NÚÑEZ, José"


def test_what_cannot_be_read_is_told_on_the_page(
    nurse: Nurse, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "list.xlsx"
    path.write_text("MRN,Last name\n1,Reyes\n", "utf-8")
    nurse.paper.files = [path]
    with qtbot.waitSignal(desk.failed, timeout=WAIT_MS) as told:
        nurse.page.choose_files()
    assert told.args == [
        "list.xlsx is text, perhaps CSV, under the name of a workbook: give it the ending .csv."
    ]
    assert nurse.page.start_view.isVisible()


def test_two_tables_at_once_are_not_taken(nurse: Nurse, table: Path, tmp_path: Path) -> None:
    nurse.page.read_files([table, tmp_path / "other.csv"])
    assert nurse.page.start_view.isVisible()
    assert nurse.page.tables.columns_view is None


def test_a_table_is_dropped_onto_the_page(nurse: Nurse, table: Path) -> None:
    assert drop(nurse, table)
    assert nurse.columns().isVisible()


def test_a_table_of_contacts_comes_in_as_history(
    nurse: Nurse, store: Store, patient: int, tmp_path: Path
) -> None:
    add_member(store, "Bell", "Marcus", "LCSW", "social_worker")
    path = tmp_path / "log.csv"
    path.write_text(
        "MRN,Date,Method,Outcome,Minutes,Staff,Note\n"
        "482913,2026-11-10 14:30,Call,LVM,5,Marcus Bell,left word\n"
        "482913,2026-11-11,Call,Reached,15,Nobody Known,x\n",
        "utf-8",
    )
    view = nurse.open_table(path)
    assert view.about.value() == "contacts"
    nurse.press("Ctrl+Return")
    preview = nurse.preview()
    assert said(preview)[1].startswith("To update: 1 patient")
    nurse.press("Ctrl+Return")
    nurse.report()
    assert rows(store, ContactRecord, "role", "minutes") == [("social_worker", 5)]


def test_a_failing_disk_leaves_the_refused_rows_unsaved_and_says_so(
    nurse: Nurse, desk: Desk, table: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    nurse.open_table(table)
    nurse.press("Ctrl+Return")
    nurse.preview()
    nurse.press("Ctrl+Return")
    report = nurse.report()
    nurse.paper.target = tmp_path / "gone" / "refused.csv"
    with qtbot.waitSignal(desk.failed, timeout=WAIT_MS):
        report.save_button.click()
    assert not nurse.paper.target.exists()


def test_a_template_is_written_filled_in_and_brought_in(
    nurse: Nurse, store: Store, tmp_path: Path
) -> None:
    import openpyxl

    nurse.page.leave()
    nurse.paper.target = tmp_path / "patients.xlsx"
    actions = nurse.page.start_view.template_button.menu().actions()
    actions[0].trigger()
    book = openpyxl.load_workbook(nurse.paper.target)
    book.worksheets[0].append(["00412", "Reyes", "Ana"])
    book.save(nurse.paper.target)
    view = nurse.open_table(nurse.paper.target)
    assert first_name(view) == "REYES, Ana"
    nurse.press("Ctrl+Return")
    nurse.preview()
    nurse.press("Ctrl+Return")
    nurse.report()
    assert rows(store, PatientRecord, "mrn", "family") == [("00412", "Reyes")]

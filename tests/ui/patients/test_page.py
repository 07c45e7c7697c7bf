"""The page of patients finds while typing, opens by Enter, and reads again when it must."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from careteam.domain.dates import PartialDate
from careteam.domain.moment import Moment
from careteam.domain.patients import Alert, PatientDraft, Status, StatusDraft
from careteam.storage.reads.patients import PAGE, PatientRow
from careteam.storage.store import Store
from careteam.storage.writes.patients import register_patient, set_status
from tests.ui.paper import FakePaper
from ui.desk import Desk, Done
from ui.look.theme import Theme
from ui.patients.page import PatientsPage

Keys = Callable[..., None]


class OnePaper(FakePaper):
    """Answers every question for a file with the same one."""

    def __init__(self, path: Path | None) -> None:
        super().__init__()
        self.path = path

    @override
    def choose_target(
        self,
        parent: QWidget,
        title: str,
        suggested_name: str,
        filter: str,
    ) -> Path | None:
        return self.path


def register(store: Store, moment: Moment, *drafts: PatientDraft) -> list[int]:
    ids = []
    for draft in drafts:
        made = store.do(register_patient, draft, moment=moment, rules=store.rules).made
        assert made is not None
        ids.append(made)
    return ids


@pytest.fixture
def clinic(store: Store, moment: Moment, patient: int) -> list[int]:
    """Four patients without a navigator beside DELACRUZ, one of them closed."""
    ids = register(
        store,
        moment,
        PatientDraft("514010", "Ferreira", "Luísa", birth_date=PartialDate(1969, 7, 30)),
        PatientDraft("500342", "Abara", "Chidi", subtype="t_all", language="en"),
        PatientDraft("505561", "Park", "Joon-ho", alerts=(Alert("neutropenic"),)),
        PatientDraft("511298", "Wright & Sons", "Denise", subtype="t_all"),
    )
    closed = StatusDraft(Status.TRANSFERRED, moment.today, "moved")
    store.do(set_status, ids[0], closed, moment=moment, rules=store.rules)
    return ids


@pytest.fixture
def page(look: Theme, desk: Desk, host: QWidget, qtbot: QtBot, target: Path) -> PatientsPage:
    """The page as the nurse finds it: her own active patients."""
    page = PatientsPage(look, desk, OnePaper(target), host)
    page.resize(host.size())
    page.show()
    return page


def names(page: PatientsPage) -> list[str]:
    model = page.table.model
    return [model.row_at(place).name for place in range(model.rowCount())]


def count_words(page: PatientsPage) -> str:
    return next(text for label in page.findChildren(QLabel) if " of " in (text := label.text()))


def choose(page: PatientsPage, kind: str, label: str) -> None:
    [menu] = [m for k, m in page.head.filters._menus.items() if k == kind]
    [action] = [action for action in menu.actions() if action.text() == label]
    action.trigger()


def test_my_active_patients_stand_there_first(patient: int, page: PatientsPage) -> None:
    assert names(page) == ["DELACRUZ, Maria"]
    assert count_words(page) == "1 of 1"


def test_the_whole_clinic_the_closed_and_all_are_one_key_away(
    clinic: list[int], page: PatientsPage, keys: Keys
) -> None:
    page.head.whose.findChildren(QWidget)[0].setFocus(Qt.FocusReason.TabFocusReason)
    keys(Qt.Key.Key_Right)
    assert names(page) == [
        "ABARA, Chidi",
        "DELACRUZ, Maria",
        "PARK, Joon-ho",
        "WRIGHT & SONS, Denise",
    ]
    keys(Qt.Key.Key_Tab, Qt.Key.Key_Right)
    assert names(page) == ["FERREIRA, Luísa"]
    keys(Qt.Key.Key_Right)
    assert len(names(page)) == 5


def test_typing_narrows_and_enter_opens_the_first(
    qtbot: QtBot, patient: int, clinic: list[int], page: PatientsPage, keys: Keys
) -> None:
    page.head.ask_whole_clinic()
    page.head.find_line.setFocus()
    keys("chid")
    assert names(page) == ["ABARA, Chidi"]
    assert count_words(page) == "1 of 4"
    with qtbot.waitSignal(page.patient_opened) as opened:
        keys(Qt.Key.Key_Return)
    assert opened.args == [clinic[1]]
    keys(Qt.Key.Key_Escape)
    assert len(names(page)) == 4


def test_down_goes_into_the_list_and_enter_opens_the_row(
    qtbot: QtBot, clinic: list[int], page: PatientsPage, keys: Keys
) -> None:
    page.head.ask_whole_clinic()
    page.head.find_line.setFocus()
    keys(Qt.Key.Key_Down)
    with qtbot.waitSignal(page.patient_opened) as opened:
        keys(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert opened.args == [clinic[2]]


def test_filters_narrow_stand_above_the_list_and_go_away_again(
    clinic: list[int], page: PatientsPage
) -> None:
    page.head.ask_whole_clinic()
    choose(page, "subtype", "T-ALL")
    assert names(page) == ["ABARA, Chidi", "WRIGHT & SONS, Denise"]
    choose(page, "language", "English")
    assert names(page) == ["ABARA, Chidi"]
    choose(page, "alert", "Isolation")
    assert names(page) == []
    page.head.filters.clear_one("alert")
    page.head.filters.clear_one("language")
    assert len(names(page)) == 2
    page.head.ask_for_all()
    assert len(names(page)) == 4


def test_an_empty_list_says_why_and_leads_out(
    clinic: list[int], page: PatientsPage, keys: Keys
) -> None:
    page.head.find_line.setFocus()
    keys("zzz")
    assert names(page) == []
    assert not page.table.isVisible()
    assert not page.head.export_button.isEnabled()
    page._way_out.setFocus()
    keys(Qt.Key.Key_Return)
    assert names(page) == ["DELACRUZ, Maria"]
    assert page.head.find_line.hasFocus()


def test_without_somebody_at_the_desk_the_whole_clinic_is_shown(
    look: Theme, store: Store, moment: Moment, clinic: list[int], host: QWidget
) -> None:
    nobody = Desk(store, lambda: moment.now, zone=moment.zone, worker_id=None)
    page = PatientsPage(look, nobody, OnePaper(None), host)
    page.show()
    assert len(names(page)) == 4


def test_rows_come_in_pages_while_scrolling(
    store: Store, moment: Moment, page: PatientsPage
) -> None:
    register(store, moment, *(PatientDraft(f"8{n:03}", f"Row {n:03}") for n in range(PAGE * 2 + 1)))
    page.head.ask_whole_clinic()
    model = page.table.model
    assert model.rowCount() == PAGE
    model.fetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert model.rowCount() == PAGE * 2 + 1
    assert not model.canFetchMore(QModelIndex())
    assert names(page) == sorted(names(page))


def test_a_list_that_is_asked_anew_begins_at_its_top(
    store: Store, moment: Moment, page: PatientsPage
) -> None:
    register(store, moment, *(PatientDraft(f"8{n:03}", f"Row {n:03}") for n in range(PAGE * 3)))
    page.head.ask_whole_clinic()
    model = page.table.model
    model.fetchMore(QModelIndex())
    page.read_again()
    assert model.rowCount() == PAGE * 2
    page.head.find_line.setText("row")
    page.read_again()
    assert model.rowCount() == PAGE


def test_the_model_keeps_the_rules_of_models(
    store: Store, moment: Moment, page: PatientsPage
) -> None:
    register(store, moment, *(PatientDraft(f"8{n:03}", f"Row {n:03}") for n in range(PAGE + 5)))
    tester = QAbstractItemModelTester(
        page.table.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    page.head.ask_whole_clinic()
    page.table.model.fetchMore(QModelIndex())
    page.head.find_line.setText("row 012")
    page.read_again()
    assert tester.model() is page.table.model
    assert page.table.model.rowCount() == 1


def test_a_change_is_shown_at_once_and_keeps_place_and_depth(
    desk: Desk, store: Store, moment: Moment, page: PatientsPage
) -> None:
    ids = register(
        store, moment, *(PatientDraft(f"8{n:03}", f"Row {n:03}") for n in range(PAGE * 2))
    )
    page.head.ask_whole_clinic()
    page.table.model.fetchMore(QModelIndex())
    page.table.choose_key(ids[PAGE + 3])
    desk.do(register_patient, PatientDraft("9", "Aaron"))
    assert names(page)[0] == "AARON"
    row = page.table.current_row()
    assert isinstance(row, PatientRow)
    assert row.id == ids[PAGE + 3]


def test_a_page_that_is_not_seen_reads_again_when_it_is(
    desk: Desk, page: PatientsPage, patient: int
) -> None:
    page.head.ask_whole_clinic()
    page.hide()
    desk.do(register_patient, PatientDraft("9", "Aaron"))
    assert names(page) == ["DELACRUZ, Maria"]
    page.show()
    assert names(page) == ["AARON", "DELACRUZ, Maria"]


def test_the_list_leaves_as_it_is_filtered(
    qtbot: QtBot, desk: Desk, clinic: list[int], page: PatientsPage, keys: Keys, target: Path
) -> None:
    page.head.ask_whole_clinic()
    choose(page, "subtype", "T-ALL")
    page.head.export_button.setFocus()
    with qtbot.waitSignal(desk.done) as told:
        keys(Qt.Key.Key_Return)
    assert told.args is not None
    done = told.args[0]
    assert isinstance(done, Done)
    assert "patients.csv" in done.sentence
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0][:3] == ["Name", "MRN", "Born"]
    assert [row[:2] for row in rows[1:]] == [
        ["ABARA, Chidi", "'500342"],
        ["WRIGHT & SONS, Denise", "'511298"],
    ]


def test_a_list_that_cannot_be_written_is_told_in_one_sentence(
    qtbot: QtBot, desk: Desk, patient: int, look: Theme, host: QWidget, tmp_path: Path
) -> None:
    page = PatientsPage(look, desk, OnePaper(tmp_path / "gone" / "patients.csv"), host)
    page.show()
    with qtbot.waitSignal(desk.failed) as failed:
        QTest.mouseClick(page.head.export_button, Qt.MouseButton.LeftButton)
    assert failed.args is not None
    assert "not there" in failed.args[0]


def test_every_control_of_the_page_has_a_name(page: PatientsPage) -> None:
    controls = [
        child
        for child in page.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible()
    ]
    assert controls
    for control in controls:
        assert control.accessibleName() or control.property("text"), control


def test_import_is_asked_for(qtbot: QtBot, page: PatientsPage, keys: Keys) -> None:
    page.head.import_button.setFocus()
    with qtbot.waitSignal(page.import_asked):
        keys(Qt.Key.Key_Return)

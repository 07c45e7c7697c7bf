"""The register of trials and the list of who has not been offered one, as a nurse uses them."""

from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from careteam.domain.moment import Moment
from careteam.domain.patients import PatientDraft
from careteam.domain.trials import OfferState, TrialDraft, TrialKind, TrialStepDraft
from careteam.storage.reads.trials import TrialRow, trial_register
from careteam.storage.store import Store
from careteam.storage.writes.patients import register_patient
from careteam.storage.writes.trials import add_trial, note_step
from tests.ui.window.conftest import Room, room
from tests.ui.window.test_accessible_window import nameless
from ui.desk import Desk
from ui.look.columns import full_words
from ui.look.labels import Label
from ui.look.sheet import Sheet
from ui.look.theme import Theme
from ui.pages import PATIENTS, TRIALS
from ui.trials.page import MINE, WAITING, TrialsPage
from ui.trials.trial_sheet import TrialSheet

__all__ = ["room"]
TODAY = date(2026, 11, 20)
DRAFT = TrialDraft("Blinatumomab with a TKI", TrialKind.NEW_COMBINATION, "NCT02143414", "2")
TAB = Qt.Key.Key_Tab
W = TypeVar("W")


@pytest.fixture
def desk(store: Store, moment: Moment, navigator: int) -> Desk:
    return Desk(store, lambda: moment.now, zone=moment.zone, worker_id=navigator)


@pytest.fixture
def page(look: Theme, desk: Desk, qtbot: QtBot) -> TrialsPage:
    page = TrialsPage(look, desk)
    page.resize(1208, 640)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def press(keys: str) -> None:
    here = QApplication.focusWidget()
    assert here is not None
    QTest.keySequence(here, keys)
    QApplication.processEvents()


def enter(*parts: str | Qt.Key) -> None:
    for part in parts:
        here = QApplication.focusWidget()
        assert here is not None
        if isinstance(part, Qt.Key):
            QTest.keyClick(here, part)
        else:
            QTest.keyClicks(here, part)
    QApplication.processEvents()


def sheet(page: TrialsPage) -> TrialSheet:
    (found,) = [each for each in page.window().findChildren(TrialSheet) if each.isVisible()]
    return found


def words(sheet: Sheet) -> str:
    return "\n".join(label.text() for label in sheet.findChildren(Label) if label.isVisible())


def trials(desk: Desk) -> list[TrialRow]:
    return list(desk.read(trial_register))


def line(page: TrialsPage, place: int) -> list[str]:
    return [full_words(cell) for cell in page.register.table.model.cells_at(place)]


def waiting(page: TrialsPage) -> list[str]:
    model = page.table.model
    return [model.row_at(place).name for place in range(model.rowCount())]


def test_a_trial_is_added_by_keyboard_and_a_wrong_number_is_told_at_its_field(
    page: TrialsPage, desk: Desk
) -> None:
    page.add_button.setFocus()
    press("Ctrl+Shift+N")
    enter("NCT1234", TAB, "Menin inhibitor after relapse", TAB, "New", TAB, "1/2", TAB, "North")
    press("Ctrl+Return")
    form = sheet(page)
    assert "An NCT number is NCT and eight digits: NCT01234567." in words(form)
    assert form._nct.hasFocus()
    press("Ctrl+A")
    enter("nct 0536 0160")
    press("Ctrl+Return")
    [row] = trials(desk)
    assert (row.nct, row.kind, row.phase, row.site) == (
        "NCT05360160",
        TrialKind.NEW_DRUG,
        "1/2",
        "North",
    )
    assert line(page, 0)[:4] == [
        "NCT05360160\nNew drug · phase 1/2",
        "Menin inhibitor after relapse",
        "North",
        "Open",
    ]


def test_what_is_in_the_register_already_is_shown_while_typing_and_refused(
    page: TrialsPage, desk: Desk
) -> None:
    desk.do(add_trial, DRAFT)
    page.register.add()
    form = sheet(page)
    enter("nct02143414")
    told = "▲ In the register already: NCT02143414 · Blinatumomab with a TKI"
    assert told in words(form)
    enter(TAB, "Another one", TAB, "Imm")
    press("Ctrl+Return")
    assert "has this number in the register already" in words(form)
    assert len(trials(desk)) == 1


def test_a_trial_is_changed_closed_and_opened_again_by_undo(page: TrialsPage, desk: Desk) -> None:
    desk.do(add_trial, DRAFT)
    page.register.table.view.selectRow(0)
    page.register.table.setFocus()
    press("Return")
    form = sheet(page)
    form._site.setFocus()
    enter("Main campus")
    press("Ctrl+Return")
    assert trials(desk)[0].site == "Main campus"
    menu = page.register.menu_for(trials(desk)[0])
    close = next(act for act in menu.actions() if act.text() == "Close for new patients")
    close.trigger()
    menu.deleteLater()
    assert (trials(desk)[0].state, trials(desk)[0].closes_on) == ("closed", TODAY)
    assert line(page, 0)[2:4] == ["Main campus\nuntil 20 Nov", "Closed"]
    desk.undo()
    assert (trials(desk)[0].state, trials(desk)[0].closes_on) == ("open", None)


def test_the_register_counts_the_patients_of_each_trial(
    page: TrialsPage, desk: Desk, patient: int
) -> None:
    changes = desk.do(add_trial, DRAFT)
    assert changes is not None
    assert changes.made is not None
    assert line(page, 0)[4] == "—"
    desk.do(note_step, TrialStepDraft(patient, changes.made, OfferState.ENROLLED, TODAY))
    assert line(page, 0)[4] == "1 on it\n1 in all"


def test_who_has_not_been_offered_a_trial_is_a_list_mine_or_the_clinics(
    page: TrialsPage, desk: Desk, patient: int, qtbot: QtBot
) -> None:
    desk.do(register_patient, PatientDraft(mrn="700001", family="Abara", given="Chidi"))
    page.which.set_value(WAITING)
    page.which.chosen.emit(WAITING)
    assert waiting(page) == ["DELACRUZ, Maria"]
    page.whose.set_value("clinic")
    page.whose.chosen.emit("clinic")
    assert waiting(page) == ["ABARA, Chidi", "DELACRUZ, Maria"]
    changes = desk.do(add_trial, DRAFT)
    assert changes is not None
    assert changes.made is not None
    step = TrialStepDraft(patient, changes.made, OfferState.CONSIDERED, TODAY)
    desk.do(note_step, step)
    model = page.table.model
    assert [full_words(model.cells_at(place)[4]) for place in range(2)] == [
        "Not offered",
        "Considered",
    ]
    page.table.view.selectRow(1)
    page.table.setFocus()
    with qtbot.waitSignal(page.patient_opened) as opened:
        press("Return")
    assert opened.args == [patient]
    desk.do(note_step, TrialStepDraft(patient, changes.made, OfferState.OFFERED, TODAY))
    assert waiting(page) == ["ABARA, Chidi"]
    page.whose.set_value(MINE)
    page.whose.chosen.emit(MINE)
    assert not page.table.isVisible()
    assert page._nobody.isVisible()


def test_the_list_comes_in_pages(page: TrialsPage, desk: Desk, store: Store) -> None:
    for number in range(70):
        draft = PatientDraft(mrn=f"71{number:04d}", family=f"Patient{number:02d}", given="Ada")
        store.do(register_patient, draft, moment=desk.moment, rules=desk.rules)
    page.whose.set_value("clinic")
    page.which.set_value(WAITING)
    page.which.chosen.emit(WAITING)
    model = page.table.model
    first = model.rowCount()
    assert first < 70
    while model.canFetchMore(model.index(-1, -1)):
        model.fetchMore(model.index(-1, -1))
    names = waiting(page)
    assert len(set(names)) == len(names) == 70
    assert names == sorted(names)


def test_the_models_hold_what_qt_asks_of_them(
    page: TrialsPage, desk: Desk, patient: int, qtmodeltester: ModelTester
) -> None:
    desk.do(add_trial, DRAFT)
    page.which.set_value(WAITING)
    page.which.chosen.emit(WAITING)
    for table in (page.register.table, page.table):
        qtmodeltester.check(table.model)


def test_the_page_is_reached_by_key_and_from_the_patients_and_opens_a_patient(
    room: Room, qtbot: QtBot
) -> None:
    window = room.window
    room.press("Ctrl+T")
    page = window.pages.trials
    assert page.isVisible()
    assert window.rail.value() == PATIENTS
    assert nameless(window) == []
    room.press("Ctrl+Shift+N")
    sheet(page).close_now()
    page.patient_opened.emit(room.patient)
    assert not page.isVisible()
    assert window.patient.patient_id == room.patient
    window.open_page(PATIENTS)
    window.pages.patients.head.trials_button.click()
    assert window.pages.currentWidget() is page
    window.open_page(TRIALS)
    assert page.isVisible()

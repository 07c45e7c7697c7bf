"""A nurse chooses patients in the list and hands their roles over, to one person or to several."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from careteam.domain.assignments import AssignmentDraft
from careteam.domain.moment import Moment
from careteam.domain.patients import PatientDraft
from careteam.storage.reads.hand_over import held_from
from careteam.storage.store import Store
from careteam.storage.writes.assignments import assign
from careteam.storage.writes.patients import register_patient
from tests.people import add_member
from tests.ui.paper import FakePaper
from ui.desk import Desk
from ui.directory.choose_sheet import HandOverSheet
from ui.look.theme import Theme
from ui.patients.page import PatientsPage

TODAY = date(2026, 11, 20)
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def four(store: Store, moment: Moment, patient: int, navigator: int) -> list[int]:
    """DELACRUZ, Maria and three more patients of Joan Ellis."""
    ids = [patient]
    for number in range(3):
        draft = PatientDraft(mrn=f"6{number:05d}", family=f"Evans{number}", given="Ada")
        made = store.do(register_patient, draft, moment=moment, rules=store.rules).made
        assert made is not None
        role = AssignmentDraft(made, "nurse_navigator", navigator)
        store.do(assign, role, moment=moment, rules=store.rules)
        ids.append(made)
    return ids


@pytest.fixture
def page(qtbot: QtBot, look: Theme, desk: Desk, four: list[int], tmp_path: Path) -> PatientsPage:
    page = PatientsPage(look, desk, FakePaper(tmp_path))
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.show()
    qtbot.waitActive(page)
    page.table.view.setFocus()
    page.table.view.selectRow(0)
    return page


def chosen_sheet(page: PatientsPage) -> HandOverSheet:
    """Choose the first three patients by keyboard and ask to hand them over."""
    view = page.table.view
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(page.table.chosen_rows()) == 3
    QTest.keyClick(view, Qt.Key.Key_H, CTRL_SHIFT)
    [sheet] = page.window().findChildren(HandOverSheet)
    return sheet


def test_she_hands_the_chosen_patients_to_one_person_and_takes_it_back(
    page: PatientsPage, store: Store, desk: Desk, navigator: int, save: Callable[[], None]
) -> None:
    reed = add_member(store, "Reed", "Sam", "RN", "nurse_navigator")
    sheet = chosen_sheet(page)
    assert sheet.preview.text() == "3 role(s) of 3 patient(s)"
    assert sheet.person.value() == str(reed)
    save()
    assert len(store.read(held_from, reed, TODAY)) == 3
    assert len(store.read(held_from, navigator, TODAY)) == 1
    assert desk.undo()
    assert len(store.read(held_from, navigator, TODAY)) == 4


def test_she_shares_the_chosen_patients_out_among_two(
    page: PatientsPage, store: Store, save: Callable[[], None]
) -> None:
    reed = add_member(store, "Reed", "Sam", "RN", "nurse_navigator")
    young = add_member(store, "Young", "Lee", "RN", "nurse_navigator")
    sheet = chosen_sheet(page)
    sheet.person.set_value(str(reed))
    sheet.others.set_value([str(young)])
    sheet.others.edited.emit()
    assert [row.taker for row in sheet.box.table.rows] == [
        "Sam Reed, RN",
        "Lee Young, RN",
        "Sam Reed, RN",
    ]
    save()
    assert len(store.read(held_from, reed, TODAY)) == 2
    assert len(store.read(held_from, young, TODAY)) == 1


def test_where_several_hold_roles_a_menu_asks_from_whom(
    page: PatientsPage, store: Store, desk: Desk, four: list[int]
) -> None:
    bell = add_member(store, "Bell", "Marcus", "LCSW", "social_worker")
    desk.do(assign, AssignmentDraft(four[0], "social_worker", bell))
    page.table.view.selectAll()
    page.hand_over()
    [menu] = [menu for menu in page.findChildren(QMenu) if menu.isVisible()]
    assert [action.text() for action in menu.actions()] == [
        "From Joan Ellis, RN, OCN: 4 role(s)",
        "From Marcus Bell, LCSW: 1 role(s)",
    ]
    menu.actions()[1].trigger()
    menu.close()
    [sheet] = page.window().findChildren(HandOverSheet)
    assert len(sheet.box.table.rows) == 1

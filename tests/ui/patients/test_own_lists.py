"""A nurse keeps her filters under names, follows patients, and finds those assigned lately."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from careteam.storage.reads.own_lists import Own, saved_filters
from careteam.storage.writes.own_lists import follow_patient
from tests.ui.paper import FakePaper
from ui.desk import Desk
from ui.look.theme import Theme
from ui.patients.page import PatientsPage
from ui.patients.saved_filters import FilterSheet

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(qtbot: QtBot, look: Theme, desk: Desk, patient: int, tmp_path: Path) -> PatientsPage:
    """The list of patients with DELACRUZ, Maria on it, shown."""
    page = PatientsPage(look, desk, FakePaper(tmp_path))
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.show()
    qtbot.waitActive(page)
    return page


def names(page: PatientsPage) -> list[str]:
    model = page.table.model
    return [model.row_at(place).name for place in range(model.rowCount())]


def titles(page: PatientsPage) -> list[str]:
    return [column.title for column in page.table.model.columns]


def kept(desk: Desk) -> list[str]:
    return [row.name for row in desk.read(saved_filters, "patients", desk.worker_id)]


def take(menu: QMenu, words: str) -> None:
    menu.aboutToShow.emit()
    next(act for act in menu.actions() if act.text().startswith(words)).trigger()


def saved(page: PatientsPage, name: str, save: Callable[[], None]) -> None:
    page.head.find_line.setFocus()
    QTest.keyClick(page.head.find_line, Qt.Key.Key_S, CTRL_SHIFT)
    sheet = page.window().findChildren(FilterSheet)[-1]
    sheet.name.setFocus()
    QTest.keyClicks(sheet.name, name)
    save()


def test_she_saves_a_filter_by_key_and_takes_it_again(
    page: PatientsPage, desk: Desk, save: Callable[[], None]
) -> None:
    page.head.filters.take({"phase": "consolidation"})
    assert names(page) == []
    saved(page, "Consolidation", save)
    assert kept(desk) == ["Consolidation"]
    page.head.filters.clear_all()
    assert names(page) == ["DELACRUZ, Maria"]
    take(page.head.saved, "Consolidation")
    assert page.head.filters.values["phase"] == "consolidation"
    assert names(page) == []


def test_a_name_that_is_taken_is_refused_at_its_field(
    page: PatientsPage, desk: Desk, save: Callable[[], None]
) -> None:
    saved(page, "Mine", save)
    saved(page, "mine", save)
    sheet = page.window().findChildren(FilterSheet)[-1]
    assert sheet.isVisible()
    assert "There is a filter Mine already." in sheet._fields["name"].problem()
    assert kept(desk) == ["Mine"]


def test_she_removes_a_filter_and_takes_that_back(
    page: PatientsPage, desk: Desk, save: Callable[[], None]
) -> None:
    saved(page, "Mine", save)
    page.head.saved.aboutToShow.emit()
    remove = next(act for act in page.head.saved.actions() if act.text() == "Remove")
    menu = remove.menu()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    assert kept(desk) == []
    assert desk.undo()
    assert kept(desk) == ["Mine"]


def test_recently_assigned_patients_say_when_and_the_list_says_whose_it_is_no_more(
    page: PatientsPage,
) -> None:
    page.head.filters.take({"own": Own.RECENT})
    assert names(page) == ["DELACRUZ, Maria"]
    assert "Assigned" in titles(page)
    assert "Born" not in titles(page)
    assert not page.head.whose.isEnabled()
    page.head.filters.clear_all()
    assert "Born" in titles(page)
    assert page.head.whose.isEnabled()


def test_an_empty_list_of_ones_own_says_what_fills_it(page: PatientsPage, patient: int) -> None:
    page.head.filters.take({"own": Own.FOLLOWED})
    assert page._empty.isVisible()
    assert "You follow nobody yet." in page._empty._sentence.text()
    page._desk.do(follow_patient, patient)
    assert names(page) == ["DELACRUZ, Maria"]
    assert "Last change" in titles(page)


def test_without_somebody_at_the_desk_there_are_no_lists_of_ones_own(
    qtbot: QtBot, look: Theme, desk: Desk, tmp_path: Path
) -> None:
    desk.worker_id = None
    page = PatientsPage(look, desk, FakePaper(tmp_path))
    qtbot.addWidget(page)
    assert not page.head.filters._menus["own"].isEnabled()

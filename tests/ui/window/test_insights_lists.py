"""Behind each figure stands exactly its list, by keyboard, and it comes when it is found."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from careteam.domain.measures import MEASURES
from careteam.storage.reads.insights_rows import Wanted, insight_rows
from tests.ui.waiting import held_up
from tests.ui.window.conftest import Room
from tests.ui.window.insights_page import counted, key, listed, page, shown
from ui.insights.list_sheet import ListSheet
from ui.insights.page import InsightsPage

# fixture of this page
assert page


def test_a_card_opens_exactly_its_list_and_return_opens_the_patient(
    room: Room,
    page: InsightsPage,
    qtmodeltester: ModelTester,
) -> None:
    card = page.cards["contacts"]
    assert card.figure == "1"
    card.setFocus(Qt.FocusReason.TabFocusReason)
    key(Qt.Key.Key_Return)
    [sheet] = shown(page, ListSheet)
    listed(sheet)
    assert (sheet.count, sheet.table.model.rowCount()) == (1, 1)
    qtmodeltester.check(sheet.table.model)
    sheet.table.view.selectRow(0)
    QTest.keyClick(sheet.table.view, Qt.Key.Key_Return)
    assert not shown(page, ListSheet)
    assert room.window.patient.patient_id == room.patient
    assert room.window.pages.currentWidget() is room.window.pages.today


def test_the_list_behind_a_share_has_the_keyboard_and_esc_gives_it_back(page: InsightsPage) -> None:
    card = page.cards["barriers_resolved"]
    card.setFocus(Qt.FocusReason.TabFocusReason)
    key(Qt.Key.Key_Return)
    [sheet] = shown(page, ListSheet)
    here = QApplication.focusWidget()
    assert here is not None
    assert sheet.isAncestorOf(here)
    key(Qt.Key.Key_Escape)
    assert not shown(page, ListSheet)
    assert QApplication.focusWidget() is card


@pytest.mark.parametrize("measure", MEASURES)
def test_every_figure_on_the_screen_opens_a_list_of_that_length(
    page: InsightsPage, measure: str
) -> None:
    result = {**page.front, **page.others}[measure]
    sheet = listed(page.open_list(Wanted(measure, only_hits=True)))
    assert sheet.count == result.whole.hits == sheet.table.model.rowCount()
    sheet.show_all(True)
    listed(sheet)
    assert sheet.count == result.whole.of == sheet.table.model.rowCount()
    sheet.close_now()


def test_a_chart_is_gone_through_by_arrow_keys_and_a_bar_opens_its_part(
    page: InsightsPage,
) -> None:
    card = page.charts["contacts"]
    assert [bar.key for bar in card.chart.bars] == ["nurse_navigator"]
    assert "1" in card.chart.accessibleName()
    card.chart.setFocus(Qt.FocusReason.TabFocusReason)
    key(Qt.Key.Key_Right)
    assert card.chart.accessibleName().endswith(": 1")
    key(Qt.Key.Key_Return)
    [sheet] = shown(page, ListSheet)
    assert listed(sheet).wanted() == Wanted("contacts", True, "role", "nurse_navigator")
    assert sheet.table.model.rowCount() == 1
    sheet.close_now()


def test_the_list_of_the_whole_clinic_comes_when_it_is_found(
    page: InsightsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.scope.whose._take("clinic")
    counted(page)
    card = page.cards["roles_filled"]
    card.setFocus(Qt.FocusReason.TabFocusReason)
    monkeypatch.setattr("ui.insights.list_sheet.AT_ONCE", 3)
    held, go_on = held_up(insight_rows)
    monkeypatch.setattr("ui.insights.list_sheet.insight_rows", held)
    key(Qt.Key.Key_Return)
    [sheet] = shown(page, ListSheet)
    assert sheet.is_counting
    assert not sheet.table.isVisible()
    assert not sheet._nothing.isVisible()
    go_on.set()
    listed(sheet)
    assert sheet.table.isVisible()
    assert sheet.count == page.front["roles_filled"].whole.hits
    here = QApplication.focusWidget()
    assert here is not None
    assert sheet.which.isAncestorOf(here)
    key(Qt.Key.Key_Right)
    listed(sheet)
    assert sheet.count == page.front["roles_filled"].whole.of
    assert sheet.count > 3
    assert QApplication.focusWidget() in sheet.which.children()
    model = sheet.table.model
    while model.rowCount() < sheet.count:
        model.fetchMore(QModelIndex())  # as the table does when it is scrolled
        assert not model.canFetchMore(QModelIndex())
        listed(sheet)
    assert model.rowCount() == sheet.count
    assert len({model.key_at(place) for place in range(sheet.count)}) == sheet.count
    key(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is card


def test_a_list_that_is_only_read_has_the_keyboard_on_its_first_line(page: InsightsPage) -> None:
    card = page.cards["contacts"]
    card.setFocus(Qt.FocusReason.TabFocusReason)
    key(Qt.Key.Key_Return)
    [sheet] = shown(page, ListSheet)
    listed(sheet)
    assert QApplication.focusWidget() is sheet.table.view

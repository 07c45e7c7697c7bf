"""A nurse sees where care has a gap: each figure opens its list, Return opens the patient."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from careteam.domain.assignments import AssignmentDraft, DeclineDraft
from careteam.domain.moment import Moment
from careteam.storage.reads.coverage import coverage_rows
from careteam.storage.reads.coverage_query import Finding
from careteam.storage.store import Store
from careteam.storage.writes.assignments import assign, decline_role
from tests.people import add_member
from tests.ui.paper import FakePaper
from ui.coverage.page import CoveragePage
from ui.desk import Desk
from ui.look.theme import Theme


@pytest.fixture
def desk(store: Store, moment: Moment, navigator: int) -> Desk:
    return Desk(store, lambda: moment.now, zone=moment.zone, worker_id=navigator)


@pytest.fixture
def paper(tmp_path: Path) -> FakePaper:
    return FakePaper(tmp_path)


@pytest.fixture
def page(look: Theme, desk: Desk, paper: FakePaper, patient: int, qtbot: QtBot) -> CoveragePage:
    page = CoveragePage(look, desk, paper)
    qtbot.addWidget(page)
    page.resize(1208, 640)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def shown(page: CoveragePage) -> list[tuple[int, str]]:
    model = page.table().model
    return [model.row_at(place).key for place in range(model.rowCount())]


def figure(page: CoveragePage, finding: Finding) -> str:
    return page.findings._cards[finding].accessibleName()


@pytest.mark.parametrize("finding", list(Finding))
def test_every_figure_opens_its_list(
    page: CoveragePage, desk: Desk, patient: int, finding: Finding, qtmodeltester: ModelTester
) -> None:
    declined = DeclineDraft(
        patient, "chaplain", desk.moment.today, "not_now",
        ask_on=desk.moment.today + timedelta(days=5),
    )  # fmt: skip
    desk.do(decline_role, declined)
    page.open_finding(finding)
    on: dict[str, Any] = {"today": desk.moment.today, "rules": desk.rules}
    rows = desk.read(coverage_rows, finding, **on)
    assert shown(page) == [row.key for row in rows]
    assert f": {len(rows)}. " in figure(page, finding)
    assert page.table().isVisible() == bool(rows)
    qtmodeltester.check(page.table().model)


def test_the_findings_are_gone_through_by_arrow_keys_and_return_opens_the_patient(
    page: CoveragePage, patient: int, qtbot: QtBot
) -> None:
    page.findings._cards[Finding.UNFILLED].setFocus()
    QTest.keyClick(page.findings._cards[Finding.UNFILLED], Qt.Key.Key_Right)
    assert page.findings.value() is Finding.WAITING
    QTest.keyClick(page.findings._cards[Finding.WAITING], Qt.Key.Key_Left)
    assert page.findings.value() is Finding.UNFILLED
    view = page.table().view
    view.setFocus()
    view.selectRow(0)
    with qtbot.waitSignal(page.patient_opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [patient]


def test_one_role_is_looked_at_and_leaves_the_list_once_it_is_filled(
    page: CoveragePage, desk: Desk, store: Store, patient: int
) -> None:
    assert (patient, "social_worker") in shown(page)
    page.roles.set_value("social_worker")
    page.roles.chosen.emit("social_worker")
    assert shown(page) == [(patient, "social_worker")]
    person = add_member(store, "Bell", "Marcus", "LCSW", "social_worker")
    desk.do(assign, AssignmentDraft(patient, "social_worker", person))
    assert page.roles.value() == ""
    assert (patient, "social_worker") not in shown(page)


def test_where_every_role_is_filled_the_page_says_so(
    page: CoveragePage, desk: Desk, store: Store, patient: int
) -> None:
    for _number, role in shown(page):
        person = add_member(store, "Person", role, "", role)
        desk.do(assign, AssignmentDraft(patient, role, person))
    assert shown(page) == []
    assert page._empty.isVisible()
    assert page._empty._sentence.text() == "Every role that is asked for is filled."
    assert not page.save.isEnabled()


def test_mine_are_the_patients_of_who_works_here(
    page: CoveragePage, desk: Desk, store: Store
) -> None:
    assert shown(page)
    desk.worker_id = add_member(store, "Ng", "Li", "RN", "nurse_navigator")
    page.whose.set_value("mine")
    page.whose.chosen.emit("mine")
    assert shown(page) == []


def test_the_list_is_saved_for_a_spreadsheet(
    page: CoveragePage, tmp_path: Path, desk: Desk, qtbot: QtBot
) -> None:
    said: list[str] = []
    desk.done.connect(lambda done: said.append(done.sentence))
    page.save.click()
    qtbot.waitUntil(lambda: bool(said))
    assert not page.export.is_running
    [path] = tmp_path.glob("*.csv")
    lines = path.read_text("utf-8-sig").splitlines()
    assert len(lines) == len(shown(page)) + 1
    assert "DELACRUZ, Maria" in lines[1]
    assert path.name in said[0]


def test_how_long_a_role_waits_is_told_with_the_day(
    page: CoveragePage, desk: Desk, patient: int
) -> None:
    from ui.coverage.columns import since_cell

    row = page.table().model.row_at(0)
    cell = since_cell(row, Finding.UNFILLED, desk.moment, desk.rules)
    assert (cell.text, row.since) == ("20 Nov", date(2026, 11, 20))

"""Who may review filters, sorts and verifies the trail, saves a report, and signs a review off."""

import csv
from pathlib import Path

import pypdf
import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from careteam.domain.audit import Event
from careteam.domain.reviews import Look
from careteam.storage.engine import connect
from careteam.storage.reads.audit_rows import AuditRow
from careteam.storage.reads.reviews import HitRow, reviews
from careteam.storage.store import Store
from tests.conftest import NOW
from tests.people import add_member, work_as
from tests.ui.paper import FakePaper
from ui.audit.page import AuditPage
from ui.audit.review_sheets import ReviewRulesSheet, SignOffSheet
from ui.audit.rows_sheet import RowsSheet
from ui.desk import Desk
from ui.look.columns import SortChoice
from ui.look.theme import Theme


@pytest.fixture
def desk(store: Store, navigator: int) -> Desk:
    work_as(store, "joan.ellis", navigator)
    return Desk(store, lambda: NOW, zone="America/New_York", worker_id=navigator)


@pytest.fixture
def paper(tmp_path: Path) -> FakePaper:
    return FakePaper(tmp_path)


@pytest.fixture
def page(qtbot: QtBot, look: Theme, desk: Desk, paper: FakePaper, patient: int) -> AuditPage:
    """The page after a chart was opened and a passphrase mistyped, by Joan Ellis."""
    add_member(desk.store, "Bell", "Marcus", "LCSW", "social_worker")
    desk.note(Event.OPENED, "chart", patient_id=patient)
    desk.note(Event.WRONG, "desk")
    page = AuditPage(look, desk, paper)
    qtbot.addWidget(page)
    page.resize(1180, 640)
    page.show()
    qtbot.waitExposed(page)
    return page


def shown(page: AuditPage) -> list[AuditRow]:
    model = page.trail.table.model
    return [model.row_at(place) for place in range(model.rowCount())]


def found(page: AuditPage) -> list[HitRow]:
    model = page.review.table.model
    return [model.row_at(place) for place in range(model.rowCount())]


def test_the_newest_row_stands_first_and_filters_narrow(page: AuditPage, navigator: int) -> None:
    told = {"wrong_passphrase", "opened"}
    mine = [row.action for row in shown(page) if row.action in told]
    assert mine == ["wrong_passphrase", "opened"]
    times = [row.at for row in shown(page)]
    assert times == sorted(times, reverse=True)
    filters = page.trail.filters
    filters.user.set_value(str(page.trail.filters._desk.moment.account))
    filters.action.set_value("opened")
    filters.action.chosen.emit("opened")
    (row,) = shown(page)
    assert (row.who, row.mrn, row.what) == ("Joan Ellis, RN, OCN", "482913", "opened the chart")
    filters.mrn.setText("nobody")
    filters.mrn.editingFinished.emit()
    assert shown(page) == []
    assert not page.trail.table.isVisible()


def test_a_column_sorts_the_whole_trail_and_pages_go_on(page: AuditPage) -> None:
    page.trail._on_sort(SortChoice("action", False))
    model = page.trail.table.model
    while model.has_more:
        model.fetchMore(model.index(-1, -1))
    actions = [row.action for row in shown(page)]
    assert actions == sorted(actions)
    assert len(actions) > 64
    assert len({row.seq for row in shown(page)}) == len(actions)


def test_the_trail_is_verified_beside_the_work(page: AuditPage, desk: Desk, qtbot: QtBot) -> None:
    page.trail.verify.click()
    qtbot.waitUntil(page.trail.verify.isEnabled, timeout=20_000)
    assert page.trail.verdict.text().startswith("The audit trail is whole: ")
    raw = connect(desk.store.path, desk.store._key)
    raw.execute("DROP TRIGGER audit_stays_update")
    raw.execute("UPDATE audit SET actor_id = 99 WHERE seq = 40")
    raw.close()
    page.trail.verify.click()
    qtbot.waitUntil(page.trail.verify.isEnabled, timeout=20_000)
    assert page.trail.verdict.text() == "Row 40 of the audit trail was changed."


def test_a_report_is_saved_with_the_end_of_the_trail_and_noted(
    page: AuditPage, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    page.trail.filters.action.set_value("opened")
    with qtbot.waitSignal(desk.done, timeout=20_000):
        page.trail.csv.click()
    with (tmp_path / "audit-report.csv").open(encoding="utf-8-sig", newline="") as file:
        _heads, row, end = csv.reader(file)
    assert row[-1] == "opened the chart"
    assert end[-1].startswith("The trail ended at row ")
    with qtbot.waitSignal(desk.done, timeout=30_000):
        page.trail.pdf.click()
    words = pypdf.PdfReader(tmp_path / "audit-report.pdf").pages[0].extract_text()
    assert "Report of the audit trail" in words
    sql = "SELECT count(*) FROM audit WHERE action = 'exported' AND entity = 'audit'"
    assert desk.read(lambda session: session.execute(text(sql)).scalar_one()) == 2


def test_a_finding_opens_its_rows_and_the_review_is_signed_off(
    page: AuditPage, desk: Desk, qtbot: QtBot
) -> None:
    page.open_review()
    hit = next(row for row in found(page) if row.look is Look.WRONG)
    rows = page.review.open_rows(hit)
    assert rows.table.model.row_at(0).what == "typed a wrong passphrase"
    rows.close_now()
    page.review.looks.set_value(Look.WRONG)
    page.review._show_rows()
    assert {row.look for row in found(page)} == {Look.WRONG}
    page.review.sign.click()
    sheet = page.findChildren(SignOffSheet)[-1]
    sheet._confirm.click()
    assert sheet.isVisible()
    sheet.note.setPlainText("Joan mistyped.")
    sheet._confirm.click()
    assert not sheet.isVisible()
    (signed,) = desk.read(reviews)
    assert (signed.note, signed.counts["wrong"]) == ("Joan mistyped.", 1)
    assert found(page) == []
    assert "Last signed off 20-Nov-2026 09:30 by Joan Ellis, RN, OCN" in page.review.status.text()


def test_what_is_looked_for_is_the_clinics_to_decide(page: AuditPage, desk: Desk) -> None:
    page.open_review()
    page.review.rules.click()
    sheet = page.findChildren(ReviewRulesSheet)[-1]
    sheet.lines["review_charts"].setText("1")
    sheet._confirm.click()
    assert Look.MANY_CHARTS in {row.look for row in found(page)}
    assert not page.findChildren(RowsSheet)

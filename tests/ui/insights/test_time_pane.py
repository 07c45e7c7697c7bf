"""A nurse sees each patient's minutes toward the next unit; a supervisor locks the month."""

import csv
import io
from datetime import date
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from careteam.domain.access import Role
from careteam.domain.dates import PartialDate
from careteam.domain.moment import Moment
from careteam.domain.time_drafts import TimeDraft
from careteam.storage.reads.month_time import month_lock
from careteam.storage.store import Store
from careteam.storage.writes.month_locks import lock_month
from careteam.storage.writes.time_entries import log_time
from tests.people import work_as
from tests.storage.navigating import NOVEMBER, at, called, enrolled, ready, worked
from tests.storage.needs import act, registered
from tests.ui.paper import FakePaper
from tests.ui.waiting import wait_until
from ui.desk import Desk
from ui.insights.time_pane import TimePane
from ui.insights.time_words import result_words
from ui.look.columns import Bar, Press, Words, full_words
from ui.look.reason_sheet import ReasonSheet
from ui.look.theme import Theme
from ui.look.tokens import Tone
from ui.minutes.program_sheets import ConsentSheet

DAY = date(2026, 11, 12)


@pytest.fixture
def desk(store: Store, moment: Moment, navigator: int) -> Desk:
    return Desk(store, lambda: moment.now, zone=moment.zone, worker_id=navigator)


@pytest.fixture
def paper(tmp_path: Path) -> FakePaper:
    return FakePaper(tmp_path)


@pytest.fixture
def others(store: Store, moment: Moment, patient: int) -> tuple[int, int]:
    """Maria has 94 minutes; one without consent has 35, one that lacks nothing 48."""
    billing = ready(store, moment, patient)
    called(store, moment, patient, 40, at(DAY))
    worked(store, moment, patient, 54, at(DAY, 15))
    unasked = registered(store, moment, PartialDate(1990), "519384")
    enrolled(store, moment, unasked, billing)
    called(store, moment, unasked, 35, at(DAY))
    short = registered(store, moment, PartialDate(1991), "505561")
    ready(store, moment, short)
    worked(store, moment, short, 48, at(DAY))
    return unasked, short


@pytest.fixture
def pane(
    look: Theme, desk: Desk, paper: FakePaper, others: tuple[int, int], qtbot: QtBot
) -> TimePane:
    pane = TimePane(desk, look, paper)
    qtbot.addWidget(pane)
    pane.resize(1208, 420)
    pane.show()
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    return counted(pane)


def counted(pane: TimePane) -> TimePane:
    """The pane once it shows what was asked for last."""
    wait_until(lambda: not pane.is_counting)
    return pane


def rows(pane: TimePane) -> list[tuple[int, str]]:
    model = pane.table.model
    return [
        (model.row_at(place).sum.minutes, result_words(model.row_at(place)))
        for place in range(model.rowCount())
    ]


def test_each_patient_stands_with_units_or_with_what_is_first(
    pane: TimePane, qtmodeltester: ModelTester
) -> None:
    assert rows(pane) == [
        (94, "G0023 × 1, G0024 × 1"),
        (48, "— 12 min short"),
        (35, "— consent first"),
    ]
    assert pane._title.text() == "Navigation time, November 2026"
    assert pane._sums.text() == "3 line(s) · 177 min"
    cells = [pane.table.model.cells_at(place) for place in range(3)]
    bars = [cell for row in cells for cell in row if isinstance(cell, Bar)]
    assert [(bar.tone, round(bar.share, 2)) for bar in bars] == [
        (Tone.OK, 1.0),
        (Tone.WARN, 0.8),
        (Tone.BAD, 0.58),
    ]
    assert [bar.spoken for bar in bars][1] == "48 of 60 min to the next unit"
    assert Words("missing", tone=Tone.BAD) in cells[2]
    assert all(full_words(cell) for row in cells for cell in row)
    qtmodeltester.check(pane.table.model)


def test_return_and_a_click_open_the_patient(pane: TimePane, patient: int, qtbot: QtBot) -> None:
    pane.table.view.setFocus()
    pane.table.view.selectRow(0)
    with qtbot.waitSignal(pane.patient_opened) as opened:
        QTest.keyClick(pane.table.view, Qt.Key.Key_Return)
    assert opened.args == [patient]
    place = pane.table.view.visualRect(pane.table.model.index(0, 0)).center()
    with qtbot.waitSignal(pane.patient_opened) as opened:
        QTest.mouseClick(pane.table.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [patient]


def test_a_month_and_a_scope_are_shown_as_they_are_asked_for(
    pane: TimePane, navigator: int
) -> None:
    pane.show_month(DAY, navigator)
    counted(pane)
    assert rows(pane) == [(94, "G0023 × 1, G0024 × 1")]
    pane.show_month(date(2026, 10, 7), None)
    counted(pane)
    assert rows(pane) == []
    assert pane._nothing.isVisible()
    assert pane.month == date(2026, 10, 1)
    assert not pane.save_csv.isEnabled()


def test_a_supervisor_locks_the_month_and_reopens_it_with_a_reason(
    pane: TimePane, desk: Desk
) -> None:
    assert pane.lock.text() == "Lock the month"
    pane.lock.click()
    counted(pane)
    assert pane.lock.text() == "Reopen…"
    assert pane._lock_words.text() == "Locked 20-Nov-2026 by Joan Ellis, RN, OCN"
    pane.lock.click()
    [sheet] = pane.window().findChildren(ReasonSheet)
    sheet._confirm.click()
    assert pane.lock.text() == "Reopen…"
    sheet._reason.setPlainText("A call was missing")
    sheet._confirm.click()
    counted(pane)
    assert pane.lock.text() == "Lock the month"
    assert not pane._lock_words.isVisible()


def test_a_navigator_sees_that_a_month_is_locked_and_cannot_lock_it(
    pane: TimePane, store: Store, moment: Moment, navigator: int
) -> None:
    act(store, moment, lock_month, NOVEMBER)
    work_as(store, "joan.ellis", navigator, Role.NAVIGATOR)
    pane.read_again()
    counted(pane)
    assert not pane.lock.isVisible()
    assert pane._lock_words.text() == "Locked 20-Nov-2026"
    assert pane.save_pdf.isVisible()
    work_as(store, "reader", None, Role.READER)
    pane.read_again()
    counted(pane)
    assert not pane.save_pdf.isVisible()


def test_the_month_is_read_again_when_time_is_logged(
    pane: TimePane, desk: Desk, patient: int
) -> None:
    draft = TimeDraft(patient, "PIN", "forms", "care_coordination", 30, at(DAY, 16), "Letter.")
    desk.do(log_time, draft)
    counted(pane)
    assert rows(pane)[0] == (124, "G0023 × 1, G0024 × 2")


def test_the_time_sheet_leaves_as_a_pdf_that_is_registered(
    pane: TimePane, paper: FakePaper, store: Store, qtbot: QtBot
) -> None:
    pane.save_pdf.click()
    qtbot.waitUntil(lambda: not pane.leaving.is_busy, timeout=60_000)
    [path] = list(paper.folder.glob("time-sheet-2026-11-made-*.pdf")) if paper.folder else []
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    said = " ".join(text.split())
    for words in (
        "Time sheet, November 2026", "DELACRUZ, Maria", "G0023 × 1, G0024 × 1",
        "no consent yet", "Chart review", "Coordination of care", "submits no claim",
        "Not locked: it can still change", "Notes are not printed",
    ):  # fmt: skip
        assert words in said, words
    assert "Read the reports." not in said
    registered_rows = store.read(
        lambda session: (
            session.connection()
            .exec_driver_sql("SELECT kind, form, what, patients_count FROM disclosure")
            .all()
        )
    )
    assert {tuple(row) for row in registered_rows} == {
        ("time_sheet", "pdf", "November 2026, Whole clinic", 3)
    }


def test_every_entry_leaves_as_a_table(pane: TimePane, paper: FakePaper, qtbot: QtBot) -> None:
    pane.save_csv.click()
    qtbot.waitUntil(lambda: not pane.leaving.is_busy, timeout=60_000)
    assert paper.folder is not None
    data = (paper.folder / "navigation-time-2026-11.csv").read_text("utf-8-sig")
    found = list(csv.DictReader(io.StringIO(data)))
    assert [(row["MRN"], row["Minutes"], row["Units"]) for row in found] == [
        ("'482913", "40", "G0023 × 1, G0024 × 1"),
        ("'482913", "54", "G0023 × 1, G0024 × 1"),
        ("'505561", "48", ""),
        ("'519384", "35", ""),
    ]
    assert found[3]["Missing"] == "no consent yet, no initiating visit yet"
    assert found[0]["Minutes by activity"] == "Coordination of care: 54; Health education: 40"


def test_a_consent_that_is_about_to_end_is_renewed_from_its_row(
    pane: TimePane, store: Store, moment: Moment, patient: int, qtbot: QtBot
) -> None:
    program = "PIN"
    old = date(2025, 12, 1)
    due = registered(store, moment, PartialDate(1993), "612000")
    ready(store, moment, due, program, old)
    called(store, moment, due, 61, at(DAY, 16))
    pane.read_again()
    counted(pane)
    model = pane.table.model
    [place] = [at for at in range(model.rowCount()) if model.row_at(at).patient_id == due]
    column = [one.key for one in model.columns].index("consent")
    assert model.cells_at(place)[column] == Press("Renew consent")
    pane.table.view.setCurrentIndex(model.index(place, column))
    QTest.keyClick(pane.table.view, Qt.Key.Key_Return)
    [sheet] = pane.window().findChildren(ConsentSheet)
    assert sheet._program.value() == program
    sheet._on_save()
    counted(pane)
    assert model.cells_at(place)[column] != Press("Renew consent")


def test_minutes_of_which_two_entries_tell_are_told_beside_the_patient(
    pane: TimePane, store: Store, moment: Moment, patient: int
) -> None:
    called(store, moment, patient, 30, at(DAY, 15, 30), program="CHI")
    pane.read_again()
    counted(pane)
    [row] = [one for one in pane._page.rows if one.program == "CHI"]
    assert row.sum.overlap == 24
    model = pane.table.model
    assert [one.title for one in model.columns][:2] == ["Patient", "Overlap"]
    told = {model.row_at(at).program: model.cells_at(at)[1] for at in range(model.rowCount())}
    assert told["CHI"] == Words("24 min", tone=Tone.WARN)
    assert told["PIN"] == Words("")
    assert pane._overlap_words.isVisible()
    pane.show_month(date(2026, 10, 1), None)
    counted(pane)
    assert not pane._overlap_words.isVisible()
    assert "Overlap" not in [one.title for one in model.columns]


def test_the_rest_of_a_large_clinics_month_comes_when_asked_for(
    pane: TimePane, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("careteam.storage.reads.month_time.CLINIC_PAGE", 2)
    pane.read_again()
    counted(pane)
    assert [minutes for minutes, _words in rows(pane)] == [94, 48]
    assert pane._sums.text() == "3 line(s) · 177 min"
    assert pane.more.isVisible()
    pane.more.click()
    counted(pane)
    assert [minutes for minutes, _words in rows(pane)] == [94, 48, 35]
    assert not pane.more.isVisible()


def test_a_month_that_is_not_there_yet_is_not_locked_by_mistake(
    pane: TimePane, store: Store
) -> None:
    pane.show_month(date(2026, 10, 1), None)
    assert pane.is_counting
    pane.lock.click()
    assert store.read(month_lock, date(2026, 11, 1)) is not None
    assert store.read(month_lock, date(2026, 10, 1)) is None
    counted(pane)
    assert pane._title.text() == "Navigation time, October 2026"

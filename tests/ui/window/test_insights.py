"""A nurse reads her figures by keyboard: each opens its definition, its list, and the patient."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from careteam.domain.contacts import ContactDraft
from careteam.domain.disclosures import Handed, Purpose
from careteam.domain.errors import Unavailable
from careteam.domain.insight_settings import InsightSettings
from careteam.domain.measures import MEASURES
from careteam.domain.periods import By, Period
from careteam.storage.reads.insight_reports import BARRIERS, DISTRESS, barrier_report_of
from careteam.storage.reads.insights import insight_results
from careteam.storage.reads.insights_rows import Wanted
from careteam.storage.writes.contacts import log_contact
from careteam.storage.writes.insights import save_insight_settings
from tests.ui.waiting import held_up
from tests.ui.window.conftest import Room
from tests.ui.window.insights_page import counted, key, listed, page, shown
from ui.acuity import AcuitySheet
from ui.insights.about_sheet import AboutSheet
from ui.insights.list_sheet import ListSheet
from ui.insights.out_sheet import INSIDE, BarrierReportSheet, OutSheet
from ui.insights.page import InsightsPage
from ui.leaving.questions import Said
from ui.look.columns import full_words
from ui.look.labels import Label
from ui.pages import INSIGHTS

SAID = Said(Handed("Cancer committee", Purpose.OPERATIONS))

# fixture of this page
assert page


def test_insights_is_a_place_of_the_rail_with_a_shortcut(room: Room) -> None:
    room.press("Ctrl+5")
    assert room.window.pages.currentWidget() is room.window.pages.insights
    assert room.window.rail.value() == INSIGHTS
    counted(room.window.pages.insights)


def test_the_definition_and_its_source_are_one_press_away(page: InsightsPage) -> None:
    page.cards["active"].about.setFocus(Qt.FocusReason.TabFocusReason)
    key(Qt.Key.Key_Space)
    [about] = shown(page, AboutSheet)
    assert about.accessibleName() == MEASURES["active"].title
    told = " ".join(label.text() for label in about.findChildren(Label))
    assert MEASURES["active"].definition in told
    assert MEASURES["active"].source in told
    key(Qt.Key.Key_Escape)
    assert not shown(page, AboutSheet)


def test_behind_each_chart_stands_a_table_of_the_same(page: InsightsPage) -> None:
    for card in page.charts.values():
        card.which.set_value("table")
        card.which.chosen.emit("table")
        assert not card.chart.isVisible()
        labels = [card.table.model.row_at(at).key for at in range(card.table.model.rowCount())]
        drawn = [bar.key for bar in card.chart.bars]
        assert set(drawn) <= set(labels)
        assert card.table.isVisible() == bool(labels)


def test_the_other_measures_are_told_with_the_period_before(
    page: InsightsPage, qtmodeltester: ModelTester
) -> None:
    model = page.measures.table.model
    keys = [model.row_at(at).key for at in range(model.rowCount())]
    assert set(keys) | set(page.front) == set(MEASURES)
    qtmodeltester.check(model)
    view = page.measures.table.view
    view.setFocus()
    view.selectRow(keys.index("barriers"))
    key(Qt.Key.Key_Return)
    [sheet] = shown(page, ListSheet)
    assert listed(sheet).wanted().key == "barriers"
    sheet.close_now()


def test_another_period_and_other_patients_give_other_figures(
    room: Room,
    page: InsightsPage,
) -> None:
    assert page.scope.period.shown == "November 2026"
    page.scope.earlier.click()
    assert page.scope.period.shown == "October 2026"
    counted(page)
    assert page.cards["contacts"].figure == "0"
    counted(page)
    page.scope.by._take("quarter")
    assert page.scope.period.shown == "Q4 2026"
    counted(page)
    assert page.cards["contacts"].figure == "1"
    page.scope.whose._take("clinic")
    assert page.scope.navigator_id() is None
    page.scope.whose._take("one")
    assert page.scope.navigator_id() == room.people["navigator"]
    counted(page)
    assert page.time.navigator_id == room.people["navigator"]
    page.scope.by._take(By.OWN)
    page.scope.first.set_value(room.desk.moment.today)
    page.scope.first.understood.emit()
    assert page.scope.period.first == room.desk.moment.today


def test_a_contact_logged_meanwhile_is_counted(
    room: Room,
    page: InsightsPage,
) -> None:
    draft = ContactDraft(room.patient, "chaplain", "phone", "no_answer", room.desk.moment.now)
    room.desk.do(log_contact, draft)
    counted(page)
    assert page.cards["contacts"].figure == "2"


def test_a_report_leaves_as_table_and_pdf_without_naming_anybody(
    room: Room,
    page: InsightsPage,
) -> None:
    room.paper.said = SAID
    room.press("Ctrl+P")
    sheet = next(one for one in page.window().findChildren(OutSheet) if one.isVisible())
    sheet.readers.set_value(INSIDE)
    sheet.save_csv()
    counted(page)
    assert room.paper.folder is not None
    [table] = room.paper.folder.glob("*.csv")
    assert "Contacts" in table.read_text("utf-8-sig")
    assert "DELACRUZ" not in table.read_text("utf-8-sig").upper()
    for kind in (BARRIERS, DISTRESS):
        sheet.kind.set_value(kind)
        sheet.save_pdf()
        counted(page)
    assert len(list(room.paper.folder.glob("*.pdf"))) == 2
    sheet.close_now()


def test_the_barrier_of_the_year_is_written_where_its_report_is_made(
    room: Room,
    page: InsightsPage,
) -> None:
    sheet = page.open_out(BARRIERS)
    assert sheet.write.isVisible()
    sheet.write.click()
    [form] = shown(page, BarrierReportSheet)
    form.category.set_value("transportation")
    form.texts["actions"].setPlainText("Vouchers for rides.")
    room.press("Ctrl+Return")
    kept = room.desk.read(barrier_report_of, 2026)
    assert (kept.category, kept.actions) == ("transportation", "Vouchers for rides.")
    sheet.close_now()


def test_acuity_is_shown_only_once_it_is_switched_on_and_tells_every_point(
    room: Room,
) -> None:
    button = room.window.patient.acuity
    assert not button.isVisible()
    room.desk.do(save_insight_settings, InsightSettings(has_acuity=True))
    assert button.isVisible()
    assert button.text() == "Acuity 4"
    assert button.accessibleName() == "Acuity 4, moderate; not validated"
    button.click()
    [sheet] = [one for one in room.window.findChildren(AcuitySheet) if one.isVisible()]
    points = [sheet.table.model.row_at(at) for at in range(sheet.table.model.rowCount())]
    assert sum(point.points for point in points) == 4
    assert all(point.because for point in points)
    sheet.close_now()


def test_a_goal_stands_in_the_chart_as_the_clinic_set_it(
    room: Room,
    page: InsightsPage,
) -> None:
    assert page.charts["to_contact"].chart._goal == 3
    room.desk.do(save_insight_settings, InsightSettings({}))
    counted(page)
    assert page.charts["to_contact"].chart._goal is None
    page.scope.show_period(Period.holding(room.desk.moment.today, By.YEAR))


def test_a_goal_stands_on_its_card_and_in_the_list_and_says_whether_it_is_met(
    room: Room, page: InsightsPage
) -> None:
    assert "goal" not in page.cards["roles_filled"].accessibleName()
    goals = {"roles_filled": 100, "first_contact": 2, "reach_rate": 1, "learning": 90}
    room.desk.do(save_insight_settings, InsightSettings(goals))
    counted(page)
    assert "goal at least 100 %: not met" in page.cards["roles_filled"].accessibleName()
    first = page.cards["first_contact"].accessibleName()
    assert "goal at most 2 business day" in first
    assert "met" not in first, "nobody was referred"
    assert "goal at least 1 %: met" in page.cards["contacts"].accessibleName()
    counted(page)
    model = page.measures.table.model
    goal = [one.key for one in model.columns].index("goal")
    told = {
        model.row_at(at).key: full_words(model.cells_at(at)[goal]) for at in range(model.rowCount())
    }
    assert told["learning"].startswith("at least 90 %: ")
    assert told["closed"] == ""


def test_the_whole_clinic_is_counted_beside_the_window(page: InsightsPage) -> None:
    page.scope.whose._take("mine")
    counted(page)
    mine = page.cards["active"].figure
    page.scope.whose._take("clinic")
    assert page._front_counting.is_busy
    assert page.cards["active"].figure == mine
    page._on_front_waiting()
    assert page.cards["active"].figure == "…"
    counted(page)
    assert page.cards["active"].figure == f"{page.front['active'].whole.hits:,}"
    assert page.time.table.model.rowCount() == len(page.time._page.rows)


def test_nothing_is_said_to_be_nothing_before_it_is_counted(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, go_on = held_up(insight_results)
    monkeypatch.setattr("ui.insights.page.insight_results", held)
    room.press("Ctrl+5")
    page = room.window.pages.insights
    assert page.is_counting
    nothing = [*page.charts.values(), page.time]
    assert not any(part._nothing.isVisible() for part in nothing)
    assert not page.time.save_pdf.isVisible()
    tall = page.charts["contacts"].height()
    go_on.set()
    counted(page)
    assert page.charts["contacts"].height() == tall
    page.scope.earlier.click()
    page.scope.earlier.click()
    counted(page)
    assert all(part._nothing.isVisible() for part in nothing)


def test_figures_that_cannot_be_had_are_told_in_one_sentence_and_those_before_stay(
    room: Room, page: InsightsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object, **_more: object) -> object:
        raise Unavailable("The disk cannot be read.")

    contacts, sums = page.cards["contacts"].figure, page.time._sums.text()
    monkeypatch.setattr("ui.insights.page.insight_results", broken)
    page.read_again()
    page._on_front_waiting()
    counted(page)
    assert room.said() == "The disk cannot be read."
    assert page.cards["contacts"].figure == contacts
    assert page.measures.status.text() == ""
    monkeypatch.setattr("ui.insights.time_pane.month_page", broken)
    page.time.read_again()
    page.time._counting.waiting.emit()
    counted(page)
    assert page.time._sums.text() == sums
    monkeypatch.setattr("ui.insights.list_sheet.insight_rows", broken)
    sheet = page.open_list(Wanted("contacts", only_hits=True))
    sheet._lines.waiting.emit()
    listed(sheet)
    assert not sheet._waits.isVisible()
    sheet.close_now()
    monkeypatch.undo()
    room.press("Ctrl+1")
    room.press("Ctrl+5")
    counted(page)
    assert page.cards["contacts"].figure == contacts


def test_a_page_that_is_left_wants_no_figures_any_more(room: Room) -> None:
    room.press("Ctrl+5")
    page = room.window.pages.insights
    page.scope.whose._take("clinic")
    page.stop()
    assert not page.is_counting


def test_no_connection_of_the_page_is_open_once_the_desk_is_locked(
    room: Room, page: InsightsPage
) -> None:
    page.scope.whose._take("clinic")
    counted(page)
    own = page._side._own
    assert own is not None
    assert own.is_open
    room.window.about_to_lock()
    assert not own.is_open

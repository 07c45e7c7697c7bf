"""The Needs tab through the real window: scores, barriers, red flags, preferences, and undo."""

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from careteam.domain.screenings import ScreeningDraft
from careteam.storage.reads.needs import barrier_rows, escalation_rows, preferences_row
from careteam.storage.reads.screenings import screening_rows
from careteam.storage.writes.screenings import record_score
from careteam.storage.writes.settings import set_setting
from tests.ui.window.conftest import Room
from ui.look.columns import Chips, Trend
from ui.look.labels import Label
from ui.look.reason_sheet import ReasonSheet
from ui.look.tables import Table
from ui.needs.actions_sheet import ActionsSheet
from ui.needs.barrier_sheets import (
    ActionSheet,
    BarrierSheet,
    CloseActionSheet,
    CloseBarrierSheet,
    ReopenBarrierSheet,
)
from ui.needs.preferences_card import PreferencesSheet
from ui.needs.red_flag_sheets import RedFlagSheet, ToldSheet
from ui.needs.score_sheets import ScoreSheet, ScoresSheet
from ui.needs.tab import NeedsTab
from ui.patient_view import NEEDS
from ui.team.sheets import AssignSheet

LINE = "Oncology on call, day and night: (212) 555-0199"


@pytest.fixture
def needs(room: Room) -> NeedsTab:
    """The Needs tab of DELACRUZ, Maria, opened by its key."""
    room.press("Alt+4")
    assert room.window.patient.tabs.value() == NEEDS
    return room.window.patient.needs


def rows(table: Table[Any]) -> list[Any]:
    return [table.model.row_at(place) for place in range(table.model.rowCount())]


def cell(table: Table[Any], row: int, column: str) -> Any:
    places = [one.key for one in table.model.columns]
    return table.model.cells_at(row)[places.index(column)]


def sheet(room: Room, kind: type[Any]) -> Any:
    [found] = [one for one in room.window.findChildren(kind) if one.isVisible()]
    return found


def take(room: Room, menu: Any, words: str) -> None:
    action = next(act for act in menu.actions() if act.text().startswith(words))
    action.trigger()
    menu.deleteLater()
    QApplication.processEvents()


def scored(room: Room, instrument: str, score: int, days_ago: int = 0) -> None:
    on = room.desk.moment.today - timedelta(days=days_ago)
    room.desk.do(record_score, ScreeningDraft(room.patient, instrument, score, on))


def tab_words(room: Room) -> tuple[str, str]:
    tabs = room.window.patient.tabs
    place = [tabs.tabText(place) for place in range(tabs.count())]
    index = next(at for at, words in enumerate(place) if words.startswith("Needs"))
    return tabs.tabText(index), tabs.accessibleTabName(index)


def banner_chips(room: Room) -> list[str]:
    return [chip.text for chip in room.window.patient.banner._text.chips]


def test_a_score_goes_from_key_to_database_and_back(room: Room, needs: NeedsTab) -> None:
    assert needs.screening.table.isHidden()
    needs.screening.record()
    form = sheet(room, ScoreSheet)
    assert "cut-off 4 or more" in form._hint.text()
    form._score.setFocus()
    room.type("6")
    room.press("Ctrl+Return")
    today, rules = room.desk.moment.today, room.desk.rules
    found = room.desk.read(screening_rows, room.patient, today=today, rules=rules)
    assert found.instruments[0].latest.score == 6
    assert room.said() == "The score is kept."
    table = needs.screening.table
    assert cell(table, 0, "latest").text == "6/10"
    assert cell(table, 0, "asks").chips[0].words == "◆ ≥ 4 → Social worker"
    assert needs.screening._next.text() == "next round due 18 Feb 2027"
    room.press("Ctrl+Z")
    assert rows(table) == []


def test_a_score_that_is_no_number_or_out_of_range_is_refused_at_its_field(
    room: Room, needs: NeedsTab
) -> None:
    needs.screening.record()
    form = sheet(room, ScoreSheet)
    form._score.setFocus()
    for typed, said in (("six", "Write a whole number."), ("11", "from 0 to 10")):
        form._score.clear()
        room.type(typed)
        room.press("Ctrl+Return")
        assert said in form._fields["score"].problem()


def test_an_instrument_for_children_is_not_offered_to_an_adult(room: Room, needs: NeedsTab) -> None:
    needs.screening.record()
    form = sheet(room, ScoreSheet)
    offered = [form._instrument.itemData(at) for at in range(form._instrument.count())]
    assert "lansky" not in offered
    assert offered[0] == "distress_thermometer"


def test_the_trend_is_told_in_words(room: Room, needs: NeedsTab) -> None:
    scored(room, "distress_thermometer", 2, 10)
    scored(room, "distress_thermometer", 6)
    trend = cell(needs.screening.table, 0, "trend")
    assert isinstance(trend, Trend)
    assert trend.spoken == "2 on 10 Nov, 6 on 20 Nov, cut-off 4 or more"
    model = needs.screening.table.model
    index = model.index(0, 2)
    assert model.data(index, Qt.ItemDataRole.AccessibleTextRole) == trend.spoken


def test_the_chip_opens_the_choice_and_somebody_is_assigned(room: Room, needs: NeedsTab) -> None:
    scored(room, "ecog", 2)
    row = rows(needs.screening.table)[0]
    menu = needs.screening.choice_for(row)
    assert [act.text() for act in menu.actions()] == [
        "Assign Physical therapist…",
        "Refer to Physical therapist…",
        "Not now: Physical therapist…",
    ]
    take(room, menu, "Assign")
    form = sheet(room, AssignSheet)
    form._person.set_value(str(room.people["novak"]))
    room.press("Ctrl+Return")
    chips = cell(needs.screening.table, 0, "asks")
    assert isinstance(chips, Chips)
    assert chips.chips[0].words == "↻ Physical therapist asked, not seen yet"


def test_a_role_that_is_held_is_given_a_step(room: Room, needs: NeedsTab) -> None:
    scored(room, "distress_thermometer", 5)
    menu = needs.screening.choice_for(rows(needs.screening.table)[0])
    take(room, menu, "Plan a step")
    chips = cell(needs.screening.table, 0, "asks")
    assert chips.chips[0].words == "↻ Social worker asked, not seen yet"


def test_enter_on_a_chip_opens_its_choice_by_keyboard(room: Room, needs: NeedsTab) -> None:
    scored(room, "ecog", 2)
    view = needs.screening.table.view
    view.setFocus()
    view.setCurrentIndex(needs.screening.table.model.index(0, 3))
    QTest.keyClick(view, Qt.Key.Key_Return)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()


def test_a_wrong_score_is_taken_back_with_its_reason(room: Room, needs: NeedsTab) -> None:
    scored(room, "distress_thermometer", 6)
    needs.screening.show_scores(rows(needs.screening.table)[0])
    scores = sheet(room, ScoresSheet)
    scores.take_back(rows(scores.table)[0])
    ask = sheet(room, ReasonSheet)
    ask._on_confirm()
    assert ask._field.problem()
    ask._reason.setFocus()
    room.type("the other patient")
    ask._on_confirm()
    assert rows(needs.screening.table) == []
    assert rows(scores.table) == []
    assert room.desk.undo()
    assert len(rows(needs.screening.table)) == 1


def test_a_barrier_goes_from_key_to_today_and_to_its_end(
    room: Room, needs: NeedsTab, qtbot: QtBot
) -> None:
    needs.barriers.add()
    form = sheet(room, BarrierSheet)
    form._category.set_value("transportation")
    form._detail.setFocus()
    room.type("no car")
    room.press("Ctrl+Return")
    table = needs.barriers.table
    assert cell(table, 0, "doing").text == "Nothing yet"
    assert tab_words(room)[0] == "Needs 1"
    table.choose_key(rows(table)[0].id)
    table.setFocus()
    room.press("A")
    act = sheet(room, ActionSheet)
    act._text.setFocus()
    room.type("ride program")
    act._role.set_value("social_worker")
    act._due.setFocus()
    room.type("+4")
    room.press("Ctrl+Return")
    assert (cell(table, 0, "doing").text, cell(table, 0, "who").text) == (
        "ride program",
        "Social worker",
    )
    steps = rows(room.window.patient.team.steps.table)
    assert "Transport · ride program" in [step.text for step in steps]
    qtbot.waitUntil(lambda: not room.window.findChildren(ActionSheet))
    table.setFocus()
    room.press("D")
    end = sheet(room, CloseBarrierSheet)
    room.press("Ctrl+Return")
    assert end._fields["result"].problem() == "Write what came of it, in a few words."
    end._state.set_value("resolved")
    end._result.setFocus()
    room.type("sister drives")
    room.press("Ctrl+Return")
    assert cell(table, 0, "state").chips[0].words == "✓ Resolved"
    assert tab_words(room)[0] == "Needs"
    room.press("Ctrl+Z")
    assert cell(table, 0, "state").chips[0].words == "● Open 0 d"
    assert [one.text for one in rows(table)[0].open_actions] == ["ride program"]


def test_a_closed_barrier_is_opened_again_with_a_note(
    room: Room, needs: NeedsTab, qtbot: QtBot
) -> None:
    needs.barriers.add()
    sheet(room, BarrierSheet)._category.set_value("fear")
    room.press("Ctrl+Return")
    needs.barriers.close_or_reopen(rows(needs.barriers.table)[0])
    end = sheet(room, CloseBarrierSheet)
    end._state.set_value("unresolvable")
    end._result.setText("does not want to talk")
    room.press("Ctrl+Return")
    needs.barriers.close_or_reopen(rows(needs.barriers.table)[0])
    again = sheet(room, ReopenBarrierSheet)
    room.press("Ctrl+Return")
    assert "Say why" in again._fields["note"].problem()
    again._note.setText("asked for it herself")
    room.press("Ctrl+Return")
    today, rules = room.desk.moment.today, room.desk.rules
    [row] = room.desk.read(barrier_rows, room.patient, today=today, rules=rules)
    assert row.is_open
    assert row.actions[0].result == "does not want to talk"


def test_an_action_is_ended_from_the_sheet_of_its_barrier_and_a_barrier_is_corrected(
    room: Room, needs: NeedsTab
) -> None:
    needs.barriers.add()
    sheet(room, BarrierSheet)._category.set_value("fear")
    room.press("Ctrl+Return")
    needs.barriers.add_action(rows(needs.barriers.table)[0])
    sheet(room, ActionSheet)._text.setText("talked for an hour")
    room.press("Ctrl+Return")
    needs.barriers.show_actions(rows(needs.barriers.table)[0])
    done = sheet(room, ActionsSheet)
    done.end(rows(done.table)[0])
    end = sheet(room, CloseActionSheet)
    end._result.setText("feels better")
    room.press("Ctrl+Return")
    assert cell(done.table, 0, "state").chips[0].words == "✓ Done 20 Nov"
    done.close_now()
    assert cell(needs.barriers.table, 0, "doing").text == "Done: feels better"
    needs.barriers.correct(rows(needs.barriers.table)[0])
    form = sheet(room, BarrierSheet)
    form._on.set_value(date(2026, 11, 18))
    room.press("Ctrl+Return")
    assert cell(needs.barriers.table, 0, "barrier").sub == "since 18 Nov"
    room.press("Ctrl+Z")
    assert cell(needs.barriers.table, 0, "barrier").sub == "since 20 Nov"


def test_a_red_flag_shows_the_clinics_line_and_stays_red_until_somebody_was_told(
    room: Room, needs: NeedsTab
) -> None:
    room.desk.do(set_setting, "escalation_line", LINE)
    room.desk.heard_from_outside()
    room.press("Ctrl+Shift+R")
    form = sheet(room, RedFlagSheet)
    assert LINE in [label.text() for label in form.findChildren(Label)]
    assert not form._temp_field.isVisibleTo(form)
    form._flag.set_value("fever")
    form._flag.chosen.emit("fever")
    form._temp.setFocus()
    room.type("38,4")
    room.press("Ctrl+Return")
    assert room.said() == "The red flag is kept; say who was told."
    assert "Fever 38.4 °C: nobody told" in banner_chips(room)
    words, spoken = tab_words(room)
    assert words == "Needs 1"
    assert "untold red flags" in spoken
    [row] = rows(needs.flags.table)
    assert row.line == LINE
    assert cell(needs.flags.table, 0, "told").chips[0].words == "! Nobody has been told"
    needs.flags.tell(row)
    told = sheet(room, ToldSheet)
    room.press("Ctrl+Return")
    assert told.told._fields[0][1].problem() == "Write who was told."
    room.type("Dr Priya Raman")
    room.press("Ctrl+Return")
    [row] = room.desk.read(escalation_rows, room.patient, rules=room.desk.rules)
    assert (row.told_who, row.told_how, row.told_at) == (
        "Dr Priya Raman",
        "Phone call",
        room.desk.moment.now,
    )
    assert banner_chips(room) == ["B-ALL, BCR::ABL1 (Ph+)"]
    room.press("Ctrl+Z")
    assert "Fever 38.4 °C: nobody told" in banner_chips(room)


def test_a_red_flag_and_who_was_told_are_kept_in_one_step_and_taken_back_in_one(
    room: Room, needs: NeedsTab
) -> None:
    needs.raise_flag()
    form = sheet(room, RedFlagSheet)
    form._flag.set_value("confusion")
    form.told._who.setText("Rapid response")
    room.press("Ctrl+Return")
    [row] = rows(needs.flags.table)
    assert (row.label, row.told_who) == ("Confusion", "Rapid response")
    room.press("Ctrl+Z")
    assert rows(needs.flags.table) == []


def test_without_a_line_the_sheet_says_so_and_where_it_is_set(room: Room, needs: NeedsTab) -> None:
    needs.raise_flag()
    said = " ".join(label.text() for label in sheet(room, RedFlagSheet).findChildren(Label))
    assert "The clinic has set no line yet. It is set in Settings" in said


def test_what_cannot_be_read_is_refused_at_its_field(room: Room, needs: NeedsTab) -> None:
    needs.raise_flag()
    form = sheet(room, RedFlagSheet)
    room.press("Ctrl+Return")
    assert form._fields["flag"].problem() == "Choose what was noticed."
    form._flag.set_value("fever")
    form._temp.setText("hot")
    room.press("Ctrl+Return")
    assert "38.4" in form._fields["temp_c"].problem()
    form._temp.setText("38.4")
    form._at.set_typed("soonish")
    room.press("Ctrl+Return")
    assert form._fields["at"].problem()


def test_a_red_flag_entered_by_mistake_is_taken_back_with_its_reason(
    room: Room, needs: NeedsTab
) -> None:
    needs.raise_flag()
    sheet(room, RedFlagSheet)._flag.set_value("new_bleeding")
    room.press("Ctrl+Return")
    take(room, needs.flags.menu_for(rows(needs.flags.table)[0]), "Take back")
    ask = sheet(room, ReasonSheet)
    ask._reason.setPlainText("the other patient")
    ask._on_confirm()
    assert needs.flags.isHidden()
    room.press("Ctrl+Z")
    assert len(rows(needs.flags.table)) == 1


def test_an_untold_red_flag_stands_on_today(room: Room, needs: NeedsTab) -> None:
    needs.raise_flag()
    sheet(room, RedFlagSheet)._flag.set_value("confusion")
    room.press("Ctrl+Return")
    texts = [step.text for step in rows(room.window.patient.team.steps.table)]
    assert "Confusion: nobody has been told yet" in texts


def test_preferences_and_the_directive_are_kept_and_taken_back(room: Room, needs: NeedsTab) -> None:
    card = needs.preferences
    assert card.directive.text() == "Not asked yet"
    card.edit()
    form = sheet(room, PreferencesSheet)
    assert not form._kept_at_field.isVisibleTo(form)
    form._learning.set_value("demonstration")
    form._directive.set_value("yes")
    form._show_kept_at()
    form._kept_at.setText("with her sister")
    form._wishes.setPlainText("calls in the evening")
    room.press("Ctrl+Return")
    row = room.desk.read(preferences_row, room.patient, rules=room.desk.rules)
    assert (row.learning_label, row.has_directive) == ("Being shown", True)
    assert card.directive.text() == "Yes, kept: with her sister"
    assert card.wishes.text() == "calls in the evening"
    room.press("Ctrl+Z")
    assert card.directive.text() == "Not asked yet"


def test_every_table_of_the_tab_keeps_qts_rules(
    room: Room, needs: NeedsTab, qtmodeltester: ModelTester
) -> None:
    scored(room, "distress_thermometer", 6)
    needs.barriers.add()
    sheet(room, BarrierSheet)._category.set_value("fear")
    room.press("Ctrl+Return")
    needs.raise_flag()
    sheet(room, RedFlagSheet)._flag.set_value("confusion")
    room.press("Ctrl+Return")
    for table in (needs.screening.table, needs.barriers.table, needs.flags.table):
        assert rows(table)
        qtmodeltester.check(table.model)


def test_the_keys_of_the_tab_open_its_sheets(room: Room, needs: NeedsTab, qtbot: QtBot) -> None:
    scored(room, "distress_thermometer", 6)
    for key, kind in (("S", ScoreSheet), ("B", BarrierSheet), ("P", PreferencesSheet)):
        needs.screening.table.setFocus()
        room.press(key)
        found = sheet(room, kind)
        found.close_now()
        qtbot.waitUntil(lambda kind=kind: not room.window.findChildren(kind))


def test_another_patient_shows_nothing_of_the_first(room: Room, needs: NeedsTab) -> None:
    scored(room, "distress_thermometer", 6)
    needs.show_patient(None)
    for table in (needs.screening.table, needs.barriers.table, needs.flags.table):
        assert rows(table) == []

"""Barriers on the Needs tab of the real window, from key to Today and to their end."""

from datetime import date

from pytestqt.qtbot import QtBot

from careteam.storage.reads.needs import barrier_rows
from tests.ui.window.conftest import Room
from tests.ui.window.needs import cell, needs, rows, sheet, tab_words
from ui.needs.actions_sheet import ActionsSheet
from ui.needs.barrier_sheets import (
    ActionSheet,
    BarrierSheet,
    CloseActionSheet,
    CloseBarrierSheet,
    ReopenBarrierSheet,
)
from ui.needs.tab import NeedsTab

# fixtures of this clinic
assert needs


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

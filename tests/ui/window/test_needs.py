"""The Needs tab through the real window: preferences, its keys, and another patient."""

from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from careteam.storage.reads.needs import preferences_row
from tests.ui.window.conftest import Room
from tests.ui.window.needs import needs, rows, scored, sheet
from ui.needs.barrier_sheets import (
    BarrierSheet,
)
from ui.needs.preferences_card import PreferencesSheet
from ui.needs.red_flag_sheets import RedFlagSheet
from ui.needs.score_sheets import ScoreSheet
from ui.needs.tab import NeedsTab

# fixtures of this clinic
assert needs


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

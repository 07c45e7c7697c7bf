"""Scores on the Needs tab of the real window, from key to database and back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from careteam.storage.reads.screenings import screening_rows
from tests.ui.window.conftest import Room
from tests.ui.window.needs import cell, needs, rows, scored, sheet, take
from ui.look.columns import Chips, Trend
from ui.look.reason_sheet import ReasonSheet
from ui.needs.score_sheets import ScoreSheet, ScoresSheet
from ui.needs.tab import NeedsTab
from ui.team.sheets import AssignSheet

# fixtures of this clinic
assert needs


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

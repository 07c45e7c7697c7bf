"""Red flags on the Needs tab of the real window: the clinic's line, and who was told."""

from careteam.storage.reads.needs import escalation_rows
from careteam.storage.writes.settings import set_setting
from tests.ui.window.conftest import Room
from tests.ui.window.needs import cell, needs, rows, sheet, tab_words, take
from ui.look.labels import Label
from ui.look.reason_sheet import ReasonSheet
from ui.needs.red_flag_sheets import RedFlagSheet, ToldSheet
from ui.needs.tab import NeedsTab

# fixtures of this clinic
assert needs


LINE = "Oncology on call, day and night: (212) 555-0199"


def banner_chips(room: Room) -> list[str]:
    return [chip.text for chip in room.window.patient.banner._text.chips]


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

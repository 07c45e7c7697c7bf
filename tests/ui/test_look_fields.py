"""Fields take what is typed, say what is wrong, and tell when the nurse changed something."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.look.check_box import CheckBox
from ui.look.choices import Choice, SearchChoice
from ui.look.date_field import DateField
from ui.look.fields import Field, LineEdit, TextEdit
from ui.look.labels import Label
from ui.look.minutes_field import MinutesField, TimerButton
from ui.look.options import Option
from ui.look.tag_field import TagField
from ui.look.theme import Theme
from ui.look.type_ahead import matching

ROLES = [
    Option("sw", "Social worker", "Marcus Bell, LCSW"),
    Option("rd", "Nutritionist", "Luísa Sousa, RDN"),
    Option("np", "Nurse practitioner", "Grace Liu, NP"),
]
TOPICS = [Option("transport", "Transport"), Option("distress", "Distress"), Option("food", "Food")]


def _read(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed.strip())
    except ValueError:
        return date(2026, 11, 23) if typed.strip() == "tomorrow" else None


def _date_field(look: Theme) -> DateField[date]:
    return DateField(look, _read, date.isoformat, lambda d, days: d + timedelta(days=days))


def test_a_field_names_its_control(look: Theme, qtbot: QtBot) -> None:
    field = Field(look, "Family name", LineEdit(look))
    qtbot.addWidget(field)
    assert field.control.accessibleName() == "Family name"


def test_a_problem_is_shown_until_the_nurse_changes_the_text(look: Theme, qtbot: QtBot) -> None:
    line = LineEdit(look)
    field = Field(look, "MRN", line)
    qtbot.addWidget(field)
    field.show()
    field.show_problem("Another patient has this MRN.")
    sentence = next(s for s in field.findChildren(Label) if s.text().startswith("Another"))
    assert sentence.isVisible()
    assert line.accessibleDescription() == "Another patient has this MRN."
    line.setText("482913")
    assert field.problem()
    qtbot.keyClicks(line, "1")
    assert not field.problem()
    assert not sentence.isVisible()


def test_tab_leaves_a_text(look: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    text, line = TextEdit(look), LineEdit(look)
    column.addWidget(text)
    column.addWidget(line)
    page.show()
    page.activateWindow()
    text.setFocus()
    qtbot.waitUntil(text.hasFocus)
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    assert line.hasFocus()


def test_showing_a_text_is_not_editing_it(look: Theme, qtbot: QtBot) -> None:
    text = TextEdit(look)
    qtbot.addWidget(text)
    with qtbot.assertNotEmitted(text.edited):
        text.set_text("Sleeps 4 h.")
    with qtbot.waitSignal(text.edited):
        qtbot.keyClicks(text, "!")


def test_options_are_found_by_any_part_and_without_accents() -> None:
    assert [o.key for o in matching(ROLES, "luisa")] == ["rd"]
    assert [o.key for o in matching(ROLES, "WORK bell")] == ["sw"]
    assert [o.key for o in matching(ROLES, "nu")] == ["rd", "np"]
    assert matching(ROLES, "pharmacist") == []


def test_a_choice_keeps_its_key_when_the_options_change(look: Theme, qtbot: QtBot) -> None:
    choice = Choice(look, ROLES, "rd", empty="Nobody")
    qtbot.addWidget(choice)
    choice.set_options(ROLES[1:])
    assert choice.value() == "rd"
    choice.set_options(ROLES[:1])
    assert choice.value() == ""
    assert choice.currentText() == "Nobody"


def test_a_choice_tells_only_what_the_nurse_did(look: Theme, qtbot: QtBot) -> None:
    choice = Choice(look, ROLES)
    qtbot.addWidget(choice)
    with qtbot.assertNotEmitted(choice.chosen):
        choice.set_value("np")
    with qtbot.waitSignal(choice.chosen) as told:
        qtbot.keyClick(choice, Qt.Key.Key_Up)
    assert told.args == ["rd"]


def test_typing_and_leaving_takes_the_only_match(look: Theme, qtbot: QtBot) -> None:
    choice = SearchChoice(look, ROLES, placeholder="Role or person")
    qtbot.addWidget(choice)
    line = choice.lineEdit()
    assert line is not None
    line.setText("liu")
    with qtbot.waitSignal(choice.chosen) as told:
        line.editingFinished.emit()
    assert told.args == ["np"]
    assert choice.currentText() == "Nurse practitioner · Grace Liu, NP"


def test_a_label_typed_out_in_full_is_taken(look: Theme, qtbot: QtBot) -> None:
    choice = SearchChoice(look, ROLES, "sw")
    qtbot.addWidget(choice)
    line = choice.lineEdit()
    assert line is not None
    line.setText("Nurse practitioner · Grace Liu, NP")
    with qtbot.waitSignal(choice.chosen) as told:
        line.editingFinished.emit()
    assert told.args == ["np"]


def test_leaving_words_that_fit_nothing_brings_back_what_was_chosen(
    look: Theme, qtbot: QtBot
) -> None:
    choice = SearchChoice(look, ROLES, "sw")
    qtbot.addWidget(choice)
    line = choice.lineEdit()
    assert line is not None
    line.setText("zzz")
    line.editingFinished.emit()
    assert choice.value() == "sw"
    assert choice.currentText() == "Social worker · Marcus Bell, LCSW"
    line.setText("")
    line.editingFinished.emit()
    assert choice.value() == ""


def test_a_typed_date_is_understood_and_written_out(look: Theme, qtbot: QtBot) -> None:
    field = _date_field(look)
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "tomorrow")
    assert field.value() == date(2026, 11, 23)
    assert any(label.text() == "2026-11-23" for label in field.findChildren(Label))
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "2026-11-23"


def test_words_that_are_no_date_are_kept_and_known_as_such(look: Theme, qtbot: QtBot) -> None:
    field = _date_field(look)
    qtbot.addWidget(field)
    assert field.is_understood()
    qtbot.keyClicks(field, "someday")
    assert not field.is_understood()
    assert field.text() == "someday"


@pytest.mark.parametrize(("key", "day"), [(Qt.Key.Key_Up, 23), (Qt.Key.Key_Down, 21)])
def test_arrow_keys_move_by_a_day(look: Theme, qtbot: QtBot, key: Qt.Key, day: int) -> None:
    field = _date_field(look)
    qtbot.addWidget(field)
    field.set_value(date(2026, 11, 22))
    with qtbot.waitSignal(field.edited):
        qtbot.keyClick(field, key)
    assert field.value() == date(2026, 11, day)


def test_minutes_take_digits_only_and_step(look: Theme, qtbot: QtBot) -> None:
    field = MinutesField(look)
    qtbot.addWidget(field)
    assert field.value() is None
    qtbot.keyClicks(field, "1x2")
    assert field.value() == 12
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == 13


def test_the_timer_says_what_pressing_it_does(look: Theme, qtbot: QtBot) -> None:
    field = MinutesField(look)
    qtbot.addWidget(field)
    timer = field.findChild(TimerButton)
    assert isinstance(timer, TimerButton)
    assert timer.accessibleName() == "Start the timer, 0:00"
    field.show_timer("11:48", is_running=True)
    assert timer.accessibleName() == "Stop the timer, 11:48"
    with qtbot.waitSignal(field.timer_pressed):
        qtbot.mouseClick(timer, Qt.MouseButton.LeftButton)


def test_a_topic_is_added_by_typing_and_taken_away_by_backspace(look: Theme, qtbot: QtBot) -> None:
    field = TagField(look, "Topics", TOPICS)
    qtbot.addWidget(field)
    line = field.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    field.show()
    line.setText("tran")
    with qtbot.waitSignal(field.edited):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert field.value() == ("transport",)
    assert line.text() == ""
    with qtbot.waitSignal(field.edited):
        qtbot.keyClick(line, Qt.Key.Key_Backspace)
    assert field.value() == ()


def test_a_topic_is_taken_away_by_its_cross(look: Theme, qtbot: QtBot) -> None:
    field = TagField(look, "Topics", TOPICS)
    qtbot.addWidget(field)
    field.set_value(["transport", "distress", "unknown"])
    assert field.value() == ("transport", "distress")
    tag = next(b for b in field.findChildren(QPushButton) if b.text() == "Transport")
    assert tag.accessibleName() == "Take away Transport"
    with qtbot.waitSignal(field.edited):
        qtbot.mouseClick(tag, Qt.MouseButton.LeftButton)
    assert field.value() == ("distress",)


def test_a_check_box_breaks_its_words_instead_of_cutting_them(look: Theme, qtbot: QtBot) -> None:
    box = CheckBox(look, "Counts as navigation time (48 min this month)")
    qtbot.addWidget(box)
    assert box.heightForWidth(120) > box.heightForWidth(600)
    with qtbot.waitSignal(box.edited):
        qtbot.keyClick(box, Qt.Key.Key_Space)
    assert box.isChecked()

"""Buttons, chips and segments answer mouse and keyboard and say who they are."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMenu, QPushButton, QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.look.buttons import Button, ButtonKind, IconButton
from ui.look.chips import Chip, ChipText
from ui.look.keys import key_words
from ui.look.labels import ElidedLabel, Label, plain_tooltip
from ui.look.options import Option
from ui.look.segmented import SegmentedControl
from ui.look.theme import Theme, ThemeChoice
from ui.look.tokens import DARK, LIGHT, Tone

HOW = [Option("phone", "Phone"), Option("visit", "Visit"), Option("video", "Video")]
RARE = [Option("letter", "Letter"), Option("text", "Text message")]


@pytest.fixture
def how(look: Theme, qtbot: QtBot) -> SegmentedControl:
    control = SegmentedControl(look, "How", HOW, "phone", more=RARE)
    qtbot.addWidget(control)
    control.show()
    qtbot.waitExposed(control)
    return control


def _segment(control: SegmentedControl, name: str) -> QRadioButton:
    found = [r for r in control.findChildren(QRadioButton) if r.accessibleName() == name]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_is_pressed_by_enter_and_by_space(look: Theme, qtbot: QtBot, key: Qt.Key) -> None:
    button = Button(look, "Save contact", ButtonKind.PRIMARY, hint="Ctrl+Return")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_a_button_is_as_high_as_the_design_says(look: Theme, qtbot: QtBot) -> None:
    plain, small = Button(look, "Clear"), Button(look, "Assign", small=True)
    qtbot.addWidget(plain)
    qtbot.addWidget(small)
    assert plain.sizeHint().height() == 34
    assert small.sizeHint().height() == 28


def test_a_hint_makes_room_and_is_read_aloud(look: Theme, qtbot: QtBot) -> None:
    bare, hinted = Button(look, "Undo"), Button(look, "Undo", hint="Ctrl+Z")
    qtbot.addWidget(bare)
    qtbot.addWidget(hinted)
    assert hinted.sizeHint().width() > bare.sizeHint().width()
    assert hinted.accessibleDescription() == "Ctrl Z"
    assert key_words("Ctrl+Return") == "Ctrl ↵"


def test_a_button_with_a_menu_shows_that_it_opens(look: Theme, qtbot: QtBot) -> None:
    button = Button(look, "Filter")
    qtbot.addWidget(button)
    before = button.sizeHint().width()
    button.setMenu(QMenu(button))
    assert button.sizeHint().width() > before


def test_an_icon_button_has_a_name(look: Theme, qtbot: QtBot) -> None:
    button = IconButton(look, "ellipsis", "More actions <b>")
    qtbot.addWidget(button)
    assert button.accessibleName() == "More actions <b>"
    assert "&lt;b&gt;" in button.toolTip()
    assert button.sizeHint().width() >= 24


def test_the_primary_button_wears_the_accent_of_the_theme(look: Theme, qtbot: QtBot) -> None:
    button = Button(look, "Save", ButtonKind.PRIMARY)
    qtbot.addWidget(button)
    button.show()
    assert button.grab().toImage().pixelColor(5, 17) == QColor(LIGHT.accent)
    look.choose(ThemeChoice.DARK)
    assert button.grab().toImage().pixelColor(5, 17) == QColor(DARK.accent)


def test_an_arrow_key_chooses_the_next_segment_and_says_so(
    how: SegmentedControl, qtbot: QtBot
) -> None:
    first = _segment(how, "How: Phone")
    first.setFocus()
    with qtbot.waitSignal(how.chosen) as told:
        qtbot.keyClick(first, Qt.Key.Key_Right)
    assert told.args == ["visit"]
    assert how.value() == "visit"


def test_a_click_chooses_and_a_second_click_says_nothing(
    how: SegmentedControl, qtbot: QtBot
) -> None:
    video = _segment(how, "How: Video")
    with qtbot.waitSignal(how.chosen):
        qtbot.mouseClick(video, Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(how.chosen):
        qtbot.mouseClick(video, Qt.MouseButton.LeftButton)


def test_setting_a_value_is_silent(how: SegmentedControl, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(how.chosen):
        how.set_value("video")
    assert how.value() == "video"
    assert _segment(how, "How: Video").isChecked()


def test_tab_comes_to_the_chosen_segment_and_goes_on_behind_it(
    how: SegmentedControl, qtbot: QtBot
) -> None:
    how.set_value("video")
    more = how.findChild(QPushButton)
    assert isinstance(more, QPushButton)
    more.setFocus()
    qtbot.waitUntil(more.hasFocus)
    qtbot.keyClick(more, Qt.Key.Key_Tab)
    assert _segment(how, "How: Video").hasFocus()
    qtbot.keyClick(_segment(how, "How: Video"), Qt.Key.Key_Tab)
    assert more.hasFocus()


def test_an_option_of_the_menu_shows_its_word_and_frees_the_segments(
    how: SegmentedControl, qtbot: QtBot
) -> None:
    menu = how.findChild(QMenu)
    assert isinstance(menu, QMenu)
    with qtbot.waitSignal(how.chosen) as told:
        menu.actions()[0].trigger()
    assert told.args == ["letter"]
    assert not any(r.isChecked() for r in how.findChildren(QRadioButton))
    more = how.findChild(QPushButton)
    assert isinstance(more, QPushButton)
    assert more.text() == "Letter"
    how.set_value("phone")
    assert more.text() == "More"


def test_an_unknown_key_chooses_nothing(how: SegmentedControl) -> None:
    how.set_value("pigeon")
    assert how.value() == ""
    assert not any(r.isChecked() for r in how.findChildren(QRadioButton))


def test_a_segment_in_a_right_to_left_page_is_drawn(look: Theme, qtbot: QtBot) -> None:
    control = SegmentedControl(look, "How", HOW, "phone")
    qtbot.addWidget(control)
    control.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    control.show()
    image = control.grab().toImage()
    soft = QColor(LIGHT.accent_soft)
    assert image.pixelColor(image.width() - 6, 8) == soft
    assert image.pixelColor(6, 8) != soft


def test_a_chip_says_its_words_and_shows_its_sign(look: Theme, qtbot: QtBot) -> None:
    bare = Chip(look, ChipText("2 days late", Tone.BAD))
    signed = Chip(look, ChipText("2 days late", Tone.BAD, "!"))
    qtbot.addWidget(bare)
    qtbot.addWidget(signed)
    assert signed.accessibleName() == "2 days late"
    assert signed.sizeHint().width() > bare.sizeHint().width()
    signed.show_chip(ChipText("Today", Tone.WARN))
    assert signed.accessibleName() == "Today"


def test_a_chip_takes_its_new_colour_when_the_theme_changes(look: Theme, qtbot: QtBot) -> None:
    chip = Chip(look, ChipText("Here", Tone.OK))
    qtbot.addWidget(chip)
    chip.show()
    middle = chip.height() // 2
    assert chip.grab().toImage().pixelColor(4, middle) == QColor(LIGHT.ok_soft)
    look.choose(ThemeChoice.DARK)
    assert chip.grab().toImage().pixelColor(4, middle) == QColor(DARK.ok_soft)


def test_a_label_never_reads_its_text_as_marks(look: Theme, qtbot: QtBot) -> None:
    label = Label("<b>O'Brien</b>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert plain_tooltip("<i>a</i>\nb") == "<qt>&lt;i&gt;a&lt;/i&gt;<br>b</qt>"


def test_a_label_starts_where_reading_starts(look: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    label = Label("Outcome", "label")
    QVBoxLayout(page).addWidget(label)
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert label.alignment() & Qt.AlignmentFlag.AlignRight


def test_a_shortened_label_keeps_its_words_in_the_tooltip(look: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel("Spanish, interpreter asked for by the family")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    assert "interpreter asked" in label.toolTip()
    label.resize(900, 20)
    assert label.toolTip() == ""

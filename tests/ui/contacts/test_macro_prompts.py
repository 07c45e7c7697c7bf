"""A short word of a note that asks: the first place is marked, Tab goes on, a word is chosen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.contacts.note_edit import NoteEdit
from ui.look.theme import Theme

MACROS = {
    ".t": "{date}: {patient} has {temperature?} °C, told {who?|mother|father}.",
    ".vm": "Left a voicemail.",
}
KNOWN = {"date": "20-Nov-2026", "patient": "Maria", "me": "Joan Ellis"}


@pytest.fixture
def note(qtbot: QtBot, look: Theme) -> Iterator[NoteEdit]:
    host = QWidget()
    column = QVBoxLayout(host)
    note = NoteEdit(look, 4)
    note.set_macros(MACROS)
    note.set_known(lambda: KNOWN)
    column.addWidget(note)
    column.addWidget(QLineEdit())
    qtbot.addWidget(host)
    host.show()
    qtbot.waitActive(host)
    note.setFocus()
    yield note
    host.close()


def marked(note: NoteEdit) -> str:
    return note.textCursor().selectedText()


def test_she_fills_in_what_it_asks_and_goes_on_with_tab(note: NoteEdit) -> None:
    QTest.keyClicks(note, ".t ")
    assert note.toPlainText().startswith("20-Nov-2026: Maria has {temperature?} °C")
    assert marked(note) == "{temperature?}"
    QTest.keyClicks(note, "38.4")
    QTest.keyClick(note, Qt.Key.Key_Tab)
    assert marked(note) == "{who?|mother|father}"
    QTest.keyClick(note, Qt.Key.Key_Down)
    assert marked(note) == "mother"
    QTest.keyClick(note, Qt.Key.Key_Down)
    assert marked(note) == "father"
    QTest.keyClick(note, Qt.Key.Key_Up)
    QTest.keyClick(note, Qt.Key.Key_End)
    assert note.toPlainText() == "20-Nov-2026: Maria has 38.4 °C, told mother."


def test_where_nothing_asks_any_more_tab_leaves_the_note(note: NoteEdit) -> None:
    QTest.keyClicks(note, ".t ")
    QTest.keyClicks(note, "37")
    QTest.keyClick(note, Qt.Key.Key_Tab)
    QTest.keyClick(note, Qt.Key.Key_Down)
    assert note.hasFocus()
    QTest.keyClick(note, Qt.Key.Key_Tab)
    assert not note.hasFocus()


def test_a_word_is_chosen_from_the_list_of_f3_too(note: NoteEdit, qtbot: QtBot) -> None:
    QTest.keyClicks(note, ".t ")
    QTest.keyClick(note, Qt.Key.Key_Tab)
    assert marked(note) == "{who?|mother|father}"
    menu = note.open_macros()
    assert [action.text() for action in menu.actions()] == ["mother", "father"]
    menu.actions()[1].trigger()
    menu.close()
    assert marked(note) == "father"
    QTest.keyClick(note, Qt.Key.Key_Tab)
    assert marked(note) == "{temperature?}"


def test_a_place_that_was_passed_over_is_come_back_to(note: NoteEdit) -> None:
    QTest.keyClicks(note, "He said ")
    QTest.keyClicks(note, ".t")
    QTest.keyClick(note, Qt.Key.Key_Tab)
    assert marked(note) == "{temperature?}"
    QTest.keyClick(note, Qt.Key.Key_Tab)
    QTest.keyClicks(note, "nobody")
    QTest.keyClick(note, Qt.Key.Key_Tab)
    assert marked(note) == "{temperature?}"


def test_a_text_that_asks_nothing_is_followed_by_its_blank(note: NoteEdit) -> None:
    QTest.keyClicks(note, ".vm ")
    assert note.toPlainText() == "Left a voicemail. "
    assert marked(note) == ""

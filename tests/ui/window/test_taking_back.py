"""Ctrl+Z takes back what was typed in a field, and then what was done last at the desk."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from tests.ui.window.conftest import Room
from ui.look.sheet import Sheet

TYPED = "Slept badly"


def logged(room: Room) -> None:
    """A contact logged from the note, where the keyboard stays."""
    form = room.window.composer.form
    form.how.outcome.setFocus()
    room.type("r")
    form.what.note.setFocus()
    room.type(TYPED)
    room.press("Ctrl+Return")
    assert room.said() == "Contact saved."


def words_of(field: QWidget) -> str:
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    assert isinstance(field, QLineEdit)
    return field.text()


def test_a_contact_is_taken_back_from_the_very_field_where_it_was_saved(room: Room) -> None:
    logged(room)
    note = room.window.composer.form.what.note
    assert QApplication.focusWidget() is note
    room.press("Ctrl+Z")
    assert room.said() == "Contact retracted."
    assert words_of(note) == TYPED


@pytest.mark.parametrize("place", range(5))
def test_in_a_field_what_was_typed_there_goes_first(room: Room, place: int) -> None:
    logged(room)
    form = room.window.composer.form
    topics = form.what.topics.focusProxy()
    assert topics is not None
    field = (form.what.note, form.step.due, form.step.text, topics, room.window._top.search)[place]
    field.setFocus()
    room.type("+3")
    assert words_of(field) == "+3"
    room.press("Ctrl+Z")
    assert words_of(field) == ""
    assert room.said() == "Contact saved."
    if QApplication.activePopupWidget() is not None:
        room.press("Escape")
    room.press("Ctrl+Z")
    assert room.said() == "Contact retracted."


def test_a_field_of_a_sheet_takes_nothing_back_behind_it(room: Room) -> None:
    logged(room)
    room.press("Ctrl+N")
    [sheet] = [one for one in room.window.window().findChildren(Sheet) if one.isVisible()]
    here = QApplication.focusWidget()
    assert here is not None
    assert sheet.isAncestorOf(here)
    room.press("Ctrl+Z")
    assert room.said() == "Contact saved."
    sheet.close_now()

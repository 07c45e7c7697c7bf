"""A sheet covers the page, holds the keyboard and loses nothing that was entered."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.test_look_frame import _button, host
from ui.look.buttons import Button, ButtonKind
from ui.look.fields import Field, LineEdit
from ui.look.labels import Label
from ui.look.reason_sheet import ReasonSheet
from ui.look.sheet import Sheet
from ui.look.theme import Theme
from ui.look.tokens import LIGHT

__all__ = ["host"]


def _sheet(look: Theme, host: QWidget) -> tuple[Sheet, LineEdit, LineEdit]:
    sheet = Sheet(look, "New patient", host)
    first, second = LineEdit(look), LineEdit(look)
    for label, line in (("Family name", first), ("MRN", second)):
        sheet.body.addWidget(Field(look, label, line))
        sheet.watch(line.edited)
    sheet.add_button(Button(look, "Save", ButtonKind.PRIMARY))
    return sheet, first, second


def test_a_sheet_covers_the_page_and_takes_the_keyboard(
    look: Theme, host: QWidget, qtbot: QtBot
) -> None:
    sheet, first, _ = _sheet(look, host)
    sheet.open()
    qtbot.waitUntil(first.hasFocus)
    assert sheet.geometry() == host.rect()
    host.resize(700, 500)
    qtbot.waitUntil(lambda: sheet.geometry() == host.rect())
    assert sheet.grab().toImage().pixelColor(2, 2) == QColor(LIGHT.bg)


def test_tab_stays_inside_a_sheet(look: Theme, host: QWidget, qtbot: QtBot) -> None:
    sheet, first, second = _sheet(look, host)
    sheet.open()
    qtbot.waitUntil(first.hasFocus)
    visited: list[QWidget | None] = []
    for _ in range(8):
        here = QApplication.focusWidget()
        assert here is not None
        assert sheet.isAncestorOf(here)
        visited.append(here)
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    assert second in visited
    assert visited.count(first) == 2
    qtbot.keyClick(first, Qt.Key.Key_Backtab)
    here = QApplication.focusWidget()
    assert here is not None
    assert sheet.isAncestorOf(here)


def test_an_untouched_sheet_closes_on_escape_and_gives_the_keyboard_back(
    look: Theme, host: QWidget, qtbot: QtBot
) -> None:
    before = QApplication.focusWidget()
    sheet, first, _ = _sheet(look, host)
    sheet.open()
    qtbot.waitUntil(first.hasFocus)
    with qtbot.waitSignal(sheet.closed):
        qtbot.keyClick(first, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is before


def test_a_sheet_to_read_takes_the_keyboard_and_is_scrolled_by_it(
    look: Theme, host: QWidget, qtbot: QtBot
) -> None:
    sheet = Sheet(look, "Why is DELACRUZ, Maria on the list?", host)
    sheet.body.addWidget(Label("\n".join("One more line." for _ in range(90)), "body", wrap=True))
    close = Button(look, "Close", hint="Esc")
    sheet.add_button(close)
    sheet.open()
    qtbot.waitUntil(lambda: close.hasFocus())
    qtbot.keyClick(close, Qt.Key.Key_PageDown)
    assert sheet._frame.area.verticalScrollBar().value() > 0
    qtbot.keyClick(close, Qt.Key.Key_PageUp)
    assert sheet._frame.area.verticalScrollBar().value() == 0
    qtbot.keyClick(close, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_a_long_title_of_a_sheet_is_read_whole(look: Theme, host: QWidget, qtbot: QtBot) -> None:
    sheet = Sheet(look, "Reopen the referral: " + "Harbour County Transport " * 4, host, 480)
    sheet.body.addWidget(Label("One line.", "body"))
    sheet.open()
    title = next(one for one in sheet.findChildren(QLabel) if one.text().startswith("Reopen"))
    qtbot.waitUntil(lambda: title.height() >= title.heightForWidth(title.width()))


def test_a_sheet_with_entries_asks_before_it_closes(
    look: Theme, host: QWidget, qtbot: QtBot
) -> None:
    sheet, first, _ = _sheet(look, host)
    sheet.open()
    qtbot.keyClicks(first, "DELACRUZ")
    with qtbot.assertNotEmitted(sheet.closed):
        qtbot.keyClick(first, Qt.Key.Key_Escape)
    stay, leave = _button(sheet, "Go on writing"), _button(sheet, "Close without saving")
    assert stay.isVisible()
    qtbot.keyClick(stay, Qt.Key.Key_Return)
    assert not stay.isVisible()
    assert first.text() == "DELACRUZ"
    qtbot.keyClick(first, Qt.Key.Key_Escape)
    with qtbot.waitSignal(sheet.closed):
        qtbot.mouseClick(leave, Qt.MouseButton.LeftButton)


def test_a_saved_sheet_does_not_ask(look: Theme, host: QWidget, qtbot: QtBot) -> None:
    sheet, first, _ = _sheet(look, host)
    sheet.open()
    qtbot.keyClicks(first, "x")
    sheet.mark_saved()
    with qtbot.waitSignal(sheet.closed):
        sheet.ask_to_close()


def test_taking_something_back_needs_a_reason(look: Theme, host: QWidget, qtbot: QtBot) -> None:
    sheet = ReasonSheet(look, "Retract this contact", "It stays in the record.", "Retract", host)
    sheet.open()
    confirm = _button(sheet, "Retract")
    with qtbot.assertNotEmitted(sheet.confirmed):
        qtbot.mouseClick(confirm, Qt.MouseButton.LeftButton)
    field = sheet.findChild(Field)
    assert isinstance(field, Field)
    assert field.problem()
    here = QApplication.focusWidget()
    assert here is not None
    qtbot.keyClicks(here, "Wrong patient")
    assert not field.problem()
    with qtbot.waitSignal(sheet.confirmed) as told:
        qtbot.mouseClick(confirm, Qt.MouseButton.LeftButton)
    assert told.args == ["Wrong patient"]

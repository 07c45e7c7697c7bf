"""A menu inside a menu lives as long as the one it hangs on, however often it is read again."""

import gc

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from careteam.domain.own_lists import SavedFilterDraft
from careteam.storage.writes.own_lists import save_filter
from tests.ui.contacts.conftest import Place
from ui.contacts.note_edit import NoteEdit
from ui.desk import Desk
from ui.look.theme import Theme
from ui.patients.saved_filters import SavedFilterMenu


def collected() -> None:
    """Let go of everything that nobody holds."""
    gc.collect()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def test_the_menus_of_saved_filters_stand_after_each_reading(
    qtbot: QtBot, look: Theme, desk: Desk
) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    menu = SavedFilterMenu(look, desk, "patients", host)
    for name in ("Late & lost", "Second"):
        desk.do(save_filter, SavedFilterDraft("patients", name, {"phase": "induction"}, False))
        menu.read_again()
        collected()
    for inner in (menu.rename, menu.remove):
        assert [act.text() for act in inner.actions()] == ["Late && lost", "Second"]
        assert inner.menuAction() in menu.actions()
    assert [act.menu() for act in menu.actions() if act.menu()] == [menu.rename, menu.remove]


def test_the_menu_of_a_note_offers_the_short_words(place: Place) -> None:
    note = place.composer.form.what.note
    assert isinstance(note, NoteEdit)
    note.set_macros({".a": "one & two"})
    note.contextMenuEvent(_asked(note))
    collected()
    [menu] = [one for one in note.findChildren(QMenu) if one.isVisible()]
    inner = _inner(menu)
    assert [act.text() for act in inner.actions()] == [".a    one && two"]
    inner.actions()[0].trigger()
    assert note.toPlainText() == "one & two"
    menu.close()


def _asked(note: NoteEdit) -> QContextMenuEvent:
    return QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(50, 50))


def _inner(menu: QMenu) -> QMenu:
    found = [act.menu() for act in menu.actions() if isinstance(act.menu(), QMenu)]
    inner = found[-1]
    assert isinstance(inner, QMenu)
    return inner

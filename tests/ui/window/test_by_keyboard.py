"""The desk by keyboard alone: places and tabs take it, and no key means two things at once."""

from itertools import combinations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.window.conftest import Room
from ui.look.sheet import Sheet
from ui.needs.score_sheets import ScoreSheet
from ui.pages import COVERAGE, DIRECTORY, IMPORT, PAGE_KEYS, PATIENTS, SETTINGS, TODAY, TRIALS
from ui.patient_view import TABS
from ui.shortcut_sheet import Shortcuts, in_columns


def here() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def owner(shortcut: QShortcut) -> QWidget:
    widget = shortcut.parent()
    assert isinstance(widget, QWidget)
    return widget


def keys_of(shortcut: QShortcut) -> set[str]:
    return {shortcut.key().toString()}


def can_both_hear(one: QShortcut, other: QShortcut) -> bool:
    """Whether there is a place of the keyboard at which both would be called."""
    if Qt.ShortcutContext.WindowShortcut in (one.context(), other.context()):
        return True
    mine, others = owner(one), owner(other)
    return mine is others or mine.isAncestorOf(others) or others.isAncestorOf(mine)


def test_no_key_means_two_things_at_the_same_place(room: Room) -> None:
    for page in (PATIENTS, DIRECTORY, COVERAGE, TRIALS, IMPORT, SETTINGS, TODAY):
        room.window.open_page(page)
    for tab in TABS:
        room.window.patient.open_tab(tab)
    heard = room.window.findChildren(QShortcut)
    assert len(heard) > 60
    doubled = [
        f"{key}: {type(owner(one)).__name__} and {type(owner(other)).__name__}"
        for one, other in combinations(heard, 2)
        for key in keys_of(one) & keys_of(other)
        if can_both_hear(one, other)
    ]
    assert doubled == []


def test_each_place_takes_the_keyboard_from_its_key_on(room: Room) -> None:
    for page, keys in PAGE_KEYS.items():
        room.press(keys)
        shown = room.window.pages.currentWidget()
        assert shown is not None
        assert shown.isAncestorOf(here()), page
    room.press("Ctrl+1")
    assert room.window.patient.patient_id == room.patient


def test_each_tab_takes_the_keyboard_so_that_its_letters_work(room: Room) -> None:
    for place, tab in enumerate(TABS, 1):
        room.press(f"Alt+{place}")
        assert room.window.patient._places[tab].isAncestorOf(here()), tab
    room.press("Alt+4")
    room.press("S")
    assert [sheet for sheet in room.window.findChildren(ScoreSheet) if sheet.isVisible()]
    room.press("Esc")
    assert room.window.patient.needs.isAncestorOf(here())


def test_a_tab_leaves_the_keyboard_with_a_contact_that_is_being_written(room: Room) -> None:
    room.press("Ctrl+L")
    room.window.composer.write_note("half a sentence")
    assert room.window.composer.isAncestorOf(here())
    room.press("Alt+4")
    assert room.window.composer.isAncestorOf(here())
    room.press("Alt+4")
    assert room.window.patient.needs.isAncestorOf(here())


def test_edit_phase_and_state_of_the_patient_have_keys(room: Room) -> None:
    for keys in ("Ctrl+Shift+E", "Ctrl+Shift+P", "Ctrl+Shift+T"):
        room.press(keys)
        [sheet] = [one for one in room.window.findChildren(Sheet) if one.isVisible()]
        assert sheet.isAncestorOf(here())
        room.press("Esc")
        assert not sheet.isVisible()


def test_the_shortcut_sheet_has_every_key_of_the_window(room: Room) -> None:
    told = " ".join(
        f"{keys} {words}"
        for _, lines in Shortcuts(room.window._theme)._groups()
        for keys, words in lines
    )
    of_window = [one for one in room.window.findChildren(QShortcut) if owner(one) is room.window]
    missing = {one.key().toString() for one in of_window} - {"F1"}
    assert {keys for keys in missing if keys not in told} == set()


def test_the_columns_of_the_shortcut_sheet_keep_reading_order() -> None:
    groups = [
        (name, (("A", "act"),) * lines) for name, lines in (("one", 9), ("two", 4), ("three", 3))
    ]
    shared = in_columns(groups, 2)
    assert [[name for name, _ in column] for column in shared] == [["one"], ["two", "three"]]
    assert in_columns(groups, 1) == [groups]


def test_after_registering_the_keyboard_is_on_the_care_team(room: Room, qtbot: QtBot) -> None:
    room.press("Ctrl+N")
    room.type("777001")
    room.press("Tab")
    room.type("Rivera")
    room.press("Ctrl+Return")
    qtbot.waitUntil(lambda: room.window.patient.family_name() == "RIVERA")
    qtbot.waitUntil(lambda: room.window.patient.team.table.isAncestorOf(here()))

"""A database that may be read and not written: everything is seen, nothing is lost, all is said."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careteam.domain.read_only import Cause, ReadOnly
from careteam.storage.engine import open_engine
from tests.conftest import PASSPHRASE
from tests.read_only import only_read
from tests.ui.window.conftest import Room
from tests.ui.window.test_shell import home, unlock
from ui.form_sheet import FormSheet
from ui.look.sheet import Sheet
from ui.pages import COVERAGE, DIRECTORY, IMPORT, PATIENTS, SETTINGS, TRIALS
from ui.patient_view import EDIT_KEYS, PHASE_KEYS, SUMMARY, TABS
from ui.shell import Shell
from ui.unlock.page import UnlockRequest
from ui.window import DeskWindow

__all__ = ["home"]
WRITTEN = "read-only here"
NOTHING = "Nothing can be saved: the database is read-only here."


@pytest.fixture
def faults(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """What our own code failed with."""
    found: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, fault, _trace: found.append(fault))
    return found


@pytest.fixture
def read_only(
    qtbot: QtBot, qapp: QApplication, home: Path, room: Room, faults: list[BaseException]
) -> Iterator[Shell]:
    """The frame on the small clinic, unlocked where this account may not write."""
    if os.name == "nt":
        pytest.skip("rights are kept otherwise there")
    room.window.composer.flush_draft()
    room.window.about_to_lock()
    room.store.close()
    with only_read(room.store.path) as path:
        shell = Shell(qapp, path)
        qtbot.addWidget(shell)
        shell.resize(1280, 720)
        shell.show()
        unlock(shell, qtbot, path)
        shell.activateWindow()
        qtbot.waitUntil(shell.isActiveWindow)
        yield shell
        shell.close()
        assert faults == []


def desk_of(shell: Shell) -> DeskWindow:
    assert shell.desk_window is not None
    return shell.desk_window


def test_a_band_says_that_nothing_can_be_saved_and_what_to_do(read_only: Shell) -> None:
    window = desk_of(read_only)
    band = window.bands.read_only
    assert band.isVisible()
    assert "nothing can be saved here" in band.words.text()
    assert "Ask for the right to write" in band.words.text()
    assert "audit trail does not hear" in band.words.text()
    assert not band.look.isVisible()
    assert not window._top.new_patient.isVisible()
    assert not window._top.log_contact.isVisible()
    assert not window._top.emergency.isVisible()


def test_everything_can_be_looked_at(read_only: Shell, qtbot: QtBot) -> None:
    window = desk_of(read_only)
    window.panel.show_whole_clinic()
    qtbot.waitUntil(lambda: window.patient.family_name() == "DELACRUZ")
    for tab in TABS:
        window.patient.open_tab(tab)
        QApplication.processEvents()
    for key in (PATIENTS, DIRECTORY, COVERAGE, TRIALS, IMPORT, SETTINGS):
        window.open_page(key)
        QApplication.processEvents()
    settings = window.pages.settings
    for option in settings._options():
        settings.open_section(option.key)
        QApplication.processEvents()
    settings.trail_asked.emit()
    assert window.pages.currentWidget() is window.pages.audit
    window._top.search.setText("delac")
    window._top.search.textEdited.emit("delac")
    qtbot.waitUntil(window._popup.isVisible)
    window._popup.close_up()
    window._desk.heard_from_outside()
    window._watch.listen()
    window._watch.turn()
    window.copying.copy_when_due()
    assert window.strip.message.text == ""


def test_the_composer_takes_nothing_that_could_not_be_saved_and_says_so(
    read_only: Shell, qtbot: QtBot
) -> None:
    window = desk_of(read_only)
    window.panel.show_whole_clinic()
    qtbot.waitUntil(lambda: window.patient.family_name() == "DELACRUZ")
    composer = window.composer
    assert not composer.form.isEnabled()
    assert not composer._save.isEnabled()
    assert composer._problem.text() == NOTHING
    window.log_contact()
    assert WRITTEN in window.strip.message.text
    assert not composer.form.isEnabled()


def test_a_sheet_says_before_anything_is_typed_that_it_cannot_be_saved(
    read_only: Shell, qtbot: QtBot
) -> None:
    window = desk_of(read_only)
    window.panel.show_whole_clinic()
    qtbot.waitUntil(lambda: window.patient.family_name() == "DELACRUZ")
    window.patient.needs.barriers.add()
    [sheet] = [one for one in read_only.findChildren(Sheet) if one.isVisible()]
    assert sheet._frame.refusal.text() == NOTHING
    assert sheet._frame.refusal.isVisible()
    assert sheet._primary is not None
    assert not sheet._primary.isEnabled()
    assert not sheet._frame.inner.isEnabled()
    here = QApplication.focusWidget()
    assert here is not None
    assert sheet.isAncestorOf(here)
    QTest.keySequence(here, "Esc")
    assert not sheet.isVisible()


@pytest.mark.parametrize("keys", ["Ctrl+N", EDIT_KEYS, PHASE_KEYS, "Ctrl+Shift+F"])
def test_what_would_write_is_refused_in_one_sentence(
    read_only: Shell, qtbot: QtBot, keys: str
) -> None:
    window = desk_of(read_only)
    window.panel.show_whole_clinic()
    qtbot.waitUntil(lambda: window.patient.family_name() == "DELACRUZ")
    QTest.keySequence(QApplication.focusWidget() or window, keys)
    QApplication.processEvents()
    assert window.strip.message.text == ReadOnly(Cause.FILE).sentence
    assert not [one for one in read_only.findChildren(Sheet) if one.isVisible()]


def test_nothing_leaves_where_it_cannot_be_registered(read_only: Shell, qtbot: QtBot) -> None:
    window = desk_of(read_only)
    window.panel.show_whole_clinic()
    qtbot.waitUntil(lambda: window.patient.family_name() == "DELACRUZ")
    window.patient.open_tab(SUMMARY)
    window.summary._on_copy()
    assert WRITTEN in window.strip.message.text
    window.strip.dismiss()
    window.copying.copy_now()
    assert WRITTEN in window.strip.message.text


def test_it_is_covered_and_locked_and_comes_back(read_only: Shell, qtbot: QtBot) -> None:
    window = desk_of(read_only)
    path = read_only._opened.store.path
    read_only.cover()
    assert read_only._stack.currentWidget() is read_only._unlock
    read_only._unlock.unlock_asked.emit(UnlockRequest(path, "admin", PASSPHRASE))
    qtbot.waitUntil(lambda: read_only._stack.currentWidget() is window, timeout=20_000)
    read_only.lock()
    assert read_only.desk_window is None
    unlock(read_only, qtbot, path)
    assert desk_of(read_only).bands.read_only.isVisible()


def test_what_is_half_entered_when_it_turns_read_only_stays_and_can_be_copied(room: Room) -> None:
    window = room.window
    window.composer.write_note("half a sentence")
    room.desk.turn_read_only(ReadOnly(Cause.FILE))
    assert window.bands.read_only.isVisible()
    assert window.composer.form.isEnabled()
    assert window.composer.form.entry().note == "half a sentence"
    assert not window.composer._save.isEnabled()
    window.composer.save()
    assert WRITTEN in room.said()
    assert window.composer.form.entry().note == "half a sentence"
    window.composer.flush_draft()
    assert not window.composer.is_kept()
    room.desk.turn_read_only(None)
    assert not window.bands.read_only.isVisible()
    assert window.composer._save.isEnabled()
    assert window._top.new_patient.isVisible()


def test_a_sheet_that_is_open_when_it_turns_read_only_keeps_what_was_typed(room: Room) -> None:
    room.window.patient.needs.barriers.add()
    [sheet] = [one for one in room.window.findChildren(FormSheet) if one.isVisible()]
    room.store._engine.dispose()
    room.store._engine = open_engine(room.store.path, room.store.key, is_fixed=True)
    sheet._on_save()
    assert sheet.isVisible()

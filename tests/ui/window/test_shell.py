"""The frame of the program: first run, wrong passphrase, locking, and what comes back."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTableView
from pytestqt.qtbot import QtBot
from sqlalchemy import text
from typing_extensions import override

from careteam.storage.engine import Key, connect
from careteam.storage.store import Store
from tests.conftest import PASSPHRASE
from ui.look.sheet import Sheet
from ui.look.theme import ThemeChoice
from ui.pages import COVERAGE, DIRECTORY, IMPORT, PATIENTS, SETTINGS, TODAY, TRIALS
from ui.patient_view import CONTACTS, NEEDS, PATHWAY, SUMMARY, TEAM
from ui.shell import Shell
from ui.unlock.page import UnlockRequest


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An account of its own, in which nothing was ever opened."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def shell(
    qtbot: QtBot, qapp: QApplication, home: Path, store: Store, patient: int
) -> Iterator[Shell]:
    """The shell on a database file that exists, still locked."""
    path = store.path
    store.close()
    made = Shell(qapp, path)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()
    qapp.setStyleSheet("")


def unlock(
    shell: Shell, qtbot: QtBot, path: Path, passphrase: str = PASSPHRASE, user: str = "admin"
) -> None:
    shell._unlock.unlock_asked.emit(UnlockRequest(path, user, passphrase))
    qtbot.waitUntil(lambda: shell.desk_window is not None, timeout=20_000)


def test_a_wrong_passphrase_keeps_the_desk_locked_and_says_so(
    shell: Shell, qtbot: QtBot, store: Store
) -> None:
    shell._unlock.unlock_asked.emit(UnlockRequest(store.path, "admin", "not the password"))
    qtbot.waitUntil(lambda: bool(shell._unlock._passphrase_field.problem()), timeout=20_000)
    assert "password is wrong" in shell._unlock._passphrase_field.problem()
    assert shell.desk_window is None


def test_a_wrong_passphrase_is_told_at_the_next_unlocking_and_stands_in_the_trail(
    shell: Shell, qtbot: QtBot, store: Store
) -> None:
    shell._unlock.unlock_asked.emit(UnlockRequest(store.path, "admin", "not the password"))
    qtbot.waitUntil(lambda: bool(shell._unlock._passphrase_field.problem()), timeout=20_000)
    unlock(shell, qtbot, store.path)
    window = shell.desk_window
    assert window is not None
    assert "wrong password" in window.strip.message.text
    sql = "SELECT action FROM audit WHERE entity = 'desk' ORDER BY seq"
    told = window._desk.read(lambda session: list(session.execute(text(sql)).scalars()))
    assert told == ["wrong_passphrase", "unlocked"]


def test_a_broken_audit_trail_is_told_across_the_window_and_only_read(
    shell: Shell, qtbot: QtBot, store: Store, empty_database: tuple[Path, Key]
) -> None:
    raw = connect(store.path, empty_database[1])
    raw.execute("DROP TRIGGER audit_stays_update")
    raw.execute("UPDATE audit SET workstation = 'elsewhere' WHERE seq = 12")
    raw.close()
    unlock(shell, qtbot, store.path)
    window = shell.desk_window
    assert window is not None
    assert "Row 12 of the audit trail was changed." in window.bands.read_only.words.text()
    assert window.strip.message.text == ""


def test_unlocking_shows_the_desk_and_locking_takes_all_of_it_away(
    shell: Shell, qtbot: QtBot, store: Store, patient: int
) -> None:
    unlock(shell, qtbot, store.path)
    window = shell.desk_window
    assert window is not None
    window.panel.show_whole_clinic()
    window.open_patient(patient)
    assert window.patient.family_name() == "DELACRUZ"
    assert "DELACRUZ" not in shell.windowTitle()
    shell.lock()
    assert shell.desk_window is None
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    said = [label.text() for label in shell.findChildren(QLabel)]
    assert not [text for text in said if "DELACRUZ" in text or "482913" in text]
    assert not shell.findChildren(QTableView)
    assert shell._unlock.isVisible()


def test_a_sheet_goes_with_the_desk_when_it_is_locked_and_keeps_the_keys_until_then(
    shell: Shell, qtbot: QtBot, store: Store, patient: int
) -> None:
    unlock(shell, qtbot, store.path)
    window = shell.desk_window
    assert window is not None
    window.open_patient(patient)
    window.patient.needs.barriers.add()
    [sheet] = [one for one in shell.findChildren(Sheet) if one.isVisible()]
    page = window.pages.currentWidget()
    QTest.keySequence(QApplication.focusWidget() or shell, "Ctrl+2")
    assert window.pages.currentWidget() is page
    assert sheet.isVisible()
    QTest.keySequence(QApplication.focusWidget() or shell, "Ctrl+Shift+L")
    assert shell.desk_window is None
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert shell.findChildren(Sheet) == []


class FirstPaint(QObject):
    """Notes which patient is shown when the list of Today is painted first."""

    def __init__(self, shell: Shell, app: QApplication) -> None:
        super().__init__(shell)
        self._shell = shell
        self.shown: list[int | None] = []
        app.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        window = self._shell.desk_window
        is_list = window is not None and watched is window.panel.list.viewport()
        if is_list and event.type() == QEvent.Type.Paint:
            assert window is not None
            self.shown.append(window.patient.patient_id)
        return False


def test_the_list_is_painted_before_its_first_patient_is_read(
    shell: Shell, qtbot: QtBot, qapp: QApplication, store: Store, patient: int
) -> None:
    painted = FirstPaint(shell, qapp)
    unlock(shell, qtbot, store.path)
    window = shell.desk_window
    assert window is not None
    qtbot.waitUntil(lambda: window.patient.patient_id == patient)
    assert painted.shown[0] is None
    assert window.panel.list.hasFocus()


def test_a_half_entered_contact_comes_back_after_unlocking(
    shell: Shell, qtbot: QtBot, store: Store, patient: int
) -> None:
    unlock(shell, qtbot, store.path)
    window = shell.desk_window
    assert window is not None
    window.open_patient(patient)
    window.composer.write_note("half a sentence")
    shell.lock()
    unlock(shell, qtbot, store.path)
    again = shell.desk_window
    assert again is not None
    again.open_patient(patient)
    assert again.composer.form.entry().note == "half a sentence"


def test_after_locking_and_unlocking_the_look_still_changes(
    shell: Shell, qtbot: QtBot, store: Store, patient: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, fault, _trace: faults.append(fault))
    for _ in range(2):
        unlock(shell, qtbot, store.path)
        window = shell.desk_window
        assert window is not None
        for key in (PATIENTS, DIRECTORY, COVERAGE, TRIALS, IMPORT, SETTINGS, TODAY):
            window.open_page(key)
        window.open_patient(patient)
        for key in (TEAM, CONTACTS, PATHWAY, NEEDS, SUMMARY):
            window.patient.open_tab(key)
        shell.lock()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        shell.theme.choose(ThemeChoice.DARK)
    unlock(shell, qtbot, store.path)
    shell.theme.choose(ThemeChoice.LIGHT)
    shell.theme.set_text_percent(120)
    assert not faults


def test_what_was_opened_last_is_offered_first(
    shell: Shell, qtbot: QtBot, qapp: QApplication, store: Store, empty_database: tuple[Path, Key]
) -> None:
    unlock(shell, qtbot, store.path)
    shell.close()
    next_time = Shell(qapp, None)
    qtbot.addWidget(next_time)
    assert next_time._preferences.databases[0] == store.path
    next_time.close()

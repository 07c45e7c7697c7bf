"""A database is open in one window at a time; the second says who has it."""

import os
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careteam.storage.holding import holder_of
from careteam.storage.store import Store
from tests.conftest import PASSPHRASE
from tests.ui.window.test_shell import home, shell, unlock
from ui.shell import Shell
from ui.unlock.page import UnlockRequest

assert home  # fixtures of the shell
assert shell


def problem_of(shell: Shell) -> str:
    return shell._unlock._passphrase_field.problem()


def test_a_second_window_names_the_first_and_opens_once_that_is_locked(
    shell: Shell, qtbot: QtBot, qapp: QApplication, store: Store
) -> None:
    unlock(shell, qtbot, store.path)
    second = Shell(qapp, store.path)
    qtbot.addWidget(second)
    second.show()
    second._unlock.unlock_asked.emit(UnlockRequest(store.path, "admin", PASSPHRASE))
    qtbot.waitUntil(lambda: bool(problem_of(second)), timeout=20_000)
    assert f"on this machine by process {os.getpid()}" in problem_of(second)
    assert second._unlock._other.isEnabled()
    assert second.desk_window is None
    shell.lock()
    unlock(second, qtbot, store.path)
    second.close()
    assert holder_of(store.path) is None


def test_a_wrong_passphrase_holds_nothing(shell: Shell, qtbot: QtBot, store: Store) -> None:
    shell._unlock.unlock_asked.emit(UnlockRequest(store.path, "admin", "not the password"))
    qtbot.waitUntil(lambda: bool(problem_of(shell)), timeout=20_000)
    assert holder_of(store.path) is None


def test_a_database_that_is_not_there_leaves_nothing_beside_it(
    shell: Shell, qtbot: QtBot, tmp_path: Path
) -> None:
    shell._unlock.unlock_asked.emit(UnlockRequest(tmp_path / "gone.db", "admin", PASSPHRASE))
    qtbot.waitUntil(lambda: "no database" in problem_of(shell), timeout=20_000)
    assert not list(tmp_path.glob("gone.db*"))

"""When the computer itself is locked, so is the desk: at once and for good."""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusServer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careteam.storage.store import Store
from tests.ui.window.test_shell import home, shell, unlock
from ui.session_lock import (
    LOGIN,
    MANAGER,
    SCREEN_SAVERS,
    SessionLock,
    is_session_locked,
    session_path,
)
from ui.shell import Shell

assert home  # fixtures of the shell
assert shell

OURS, OTHER = "3", "4"
LAST = "careteam.Last"
ON_LAST: Any = SLOT("on_last()")
LOCKED, OPEN, DISCONNECTED = 0, 1, 4


class Bus(QObject):
    """Both ends of a real connection of D-Bus, without a daemon between them."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        super().__init__()
        self._qtbot = qtbot
        self._far: list[QDBusConnection] = []
        self._has_all = False
        self._server = QDBusServer(f"unix:dir={folder}")
        self._server.setAnonymousAuthenticationAllowed(True)
        self._server.newConnection.connect(lambda end: self._far.append(QDBusConnection(end)))
        self.near = QDBusConnection.connectToPeer(self._server.address(), folder.name)
        qtbot.waitUntil(lambda: bool(self._far))
        self.near.connect("", "", LAST, "Said", self, ON_LAST)

    @Slot()
    def on_last(self) -> None:
        self._has_all = True

    def say(self, path: str, interface: str, name: str, *words: object) -> None:
        """Send a signal, and wait until all that was sent has arrived."""
        signal = QDBusMessage.createSignal(path, interface, name)
        signal.setArguments(list(words))
        assert self._far[0].send(signal)
        self._has_all = False
        assert self._far[0].send(QDBusMessage.createSignal("/", LAST, "Said"))
        self._qtbot.waitUntil(lambda: self._has_all)


class Told:
    """How often a session that listens on the bus was heard to be locked."""

    def __init__(self, bus: Bus) -> None:
        self.times = 0
        self._lock = SessionLock()
        self._lock.hear([bus.near], OURS)
        self._lock.locked.connect(self._on_locked)

    def _on_locked(self) -> None:
        self.times += 1


@pytest.fixture
def bus(qtbot: QtBot, tmp_path: Path) -> Iterator[Bus]:
    made = Bus(qtbot, tmp_path)
    yield made
    QDBusConnection.disconnectFromPeer(tmp_path.name)


@pytest.mark.parametrize("saver", SCREEN_SAVERS)
def test_a_screen_saver_that_comes_locks_and_one_that_goes_does_not(bus: Bus, saver: str) -> None:
    told = Told(bus)
    bus.say("/any", saver, "ActiveChanged", False)
    assert told.times == 0
    bus.say("/any", saver, "ActiveChanged", True)
    assert told.times == 1


def test_going_to_sleep_locks_before_the_memory_is_written_away(bus: Bus) -> None:
    told = Told(bus)
    bus.say(MANAGER, f"{LOGIN}.Manager", "PrepareForSleep", False)
    assert told.times == 0
    bus.say(MANAGER, f"{LOGIN}.Manager", "PrepareForSleep", True)
    assert told.times == 1


def test_only_the_lock_of_our_own_session_locks(bus: Bus) -> None:
    told = Told(bus)
    bus.say(session_path(OTHER), f"{LOGIN}.Session", "Lock")
    bus.say(session_path(OURS), f"{LOGIN}.Session", "Unlock")
    assert told.times == 0
    bus.say(session_path(OURS), f"{LOGIN}.Session", "Lock")
    assert told.times == 1


@pytest.mark.parametrize(
    ("session", "path"), [("3", "_33"), ("c2", "c2"), ("12", "_312"), ("a-b", "a_2db")]
)
def test_a_session_has_the_path_that_logind_gives_it(session: str, path: str) -> None:
    assert session_path(session) == f"/org/freedesktop/login1/session/{path}"


def info(flags: int, state: int = 0, level: int = 1) -> bytes:
    """What Windows answers: level, padding, session, state, flags, then names and times."""
    return struct.pack("<I4xIIi", level, 2, state, flags) + bytes(200)


@pytest.mark.parametrize(
    ("said", "is_locked"),
    [
        (info(LOCKED), True),
        (info(OPEN), False),
        (info(OPEN, DISCONNECTED), True),
        (info(-1), False),
        (info(LOCKED, level=0), False),
        (b"", False),
        (info(LOCKED)[:12], False),
    ],
)
def test_what_windows_says_of_the_session_is_understood(said: bytes, is_locked: bool) -> None:
    assert is_session_locked(said) is is_locked


def test_only_the_turn_from_open_to_locked_is_told(qapp: QApplication) -> None:
    lock = SessionLock(qapp)
    told: list[str] = []
    lock.locked.connect(lambda: told.append("locked"))
    for is_locked in (True, True, False, True, True, False):
        lock.see(is_locked)
    assert told == ["locked"]


def test_the_desk_is_closed_for_good_and_once(shell: Shell, qtbot: QtBot, store: Store) -> None:
    unlock(shell, qtbot, store.path)
    window = shell.desk_window
    assert window is not None
    asked: list[str] = []
    window.lock_asked.connect(lambda: asked.append("lock"))
    window.session_lock.on_turned(True)
    window.session_lock.on_locked()
    qtbot.waitUntil(lambda: shell.desk_window is None)
    assert asked == ["lock"]

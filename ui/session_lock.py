"""Hears that the computer itself was locked, goes to sleep or gave its screen to somebody else."""

import ctypes
import os
import struct
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SLOT, QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

LATER_MS = 2_000
"""The desk is painted first."""
LOOK_MS = 1_000
SCREEN_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
LOGIN = "org.freedesktop.login1"
MANAGER = f"/{LOGIN.replace('.', '/')}"
# Any: the stubs of `connect` ask for bytes, the method itself for the text that SLOT gives.
TURNED: Any = SLOT("on_turned(bool)")
LOCKED: Any = SLOT("on_locked()")

SESSION_INFO_EX = 25
LEVEL_ONE, FLAGS_LOCKED, STATE_DISCONNECTED = 1, 0, 4
HEAD = struct.Struct("<I4xIIi")
"""Level, session, state and flags of WTSINFOEXW; what follows is not asked."""


class SessionLock(QObject):
    """`locked` is emitted when the session of the system is locked, switched or put to sleep.

    On Linux by what the screen saver and logind say on D-Bus, on Windows by asking once a second
    for the state of the session. Elsewhere, and where nobody answers, it is never emitted.
    """

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_locked = True
        if sys.platform == "win32":
            self._timer = QTimer(self)
            self._timer.setInterval(LOOK_MS)
            self._timer.timeout.connect(self._look)
            self._timer.start()
        elif sys.platform == "linux":
            QTimer.singleShot(LATER_MS, self, self._listen)

    def hear(self, connections: "Iterable[QDBusConnection]", session: str = "") -> None:
        """Listen on these connections of D-Bus; `session` is the number logind gave to ours."""
        for bus in connections:
            for saver in SCREEN_SAVERS:
                bus.connect("", "", saver, "ActiveChanged", self, TURNED)
            bus.connect("", MANAGER, f"{LOGIN}.Manager", "PrepareForSleep", self, TURNED)
            if session:
                path = session_path(session)
                bus.connect("", path, f"{LOGIN}.Session", "Lock", self, LOCKED)

    @Slot(bool)
    def on_turned(self, is_on: bool) -> None:
        """A screen saver came or went, or the machine goes to sleep or wakes."""
        if is_on:
            self.locked.emit()

    @Slot()
    def on_locked(self) -> None:
        """The session was locked by logind."""
        self.locked.emit()

    def see(self, is_locked: bool) -> None:
        """Take what the system says just now; only the turn from open to locked is told."""
        if is_locked and not self._was_locked:
            self.locked.emit()
        self._was_locked = is_locked

    def _listen(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        buses = (QDBusConnection.sessionBus(), QDBusConnection.systemBus())
        self.hear((bus for bus in buses if bus.isConnected()), os.environ.get("XDG_SESSION_ID", ""))

    def _look(self) -> None:
        self.see(is_session_locked(_session_info()))


def session_path(session: str) -> str:
    """The object that logind has for a session: what may not stand in a path is written as hex."""
    return f"{MANAGER}/session/" + "".join(
        sign if sign.isascii() and (sign.isalpha() or (sign.isdigit() and place)) else _hex(sign)
        for place, sign in enumerate(session)
    )


def is_session_locked(info: bytes) -> bool:
    """What WTSQuerySessionInformation says of a session as WTSINFOEXW; False where it says nothing.

    A session that nobody is connected to counts as locked: its screen was given to another user.
    """
    if len(info) < HEAD.size:
        return False
    level, _session, state, flags = HEAD.unpack_from(info)
    return level == LEVEL_ONE and (flags == FLAGS_LOCKED or state == STATE_DISCONNECTED)


def _hex(sign: str) -> str:
    return "".join(f"_{byte:02x}" for byte in sign.encode())


def _session_info() -> bytes:
    windows: Any = getattr(ctypes, "windll", None)
    if windows is None:
        return b""
    ask = windows.wtsapi32.WTSQuerySessionInformationW
    ask.argtypes = (
        ctypes.c_void_p,
        ctypes.c_uint32,
        ctypes.c_int,
        ctypes.POINTER(ctypes.c_void_p),
        ctypes.POINTER(ctypes.c_uint32),
    )
    windows.wtsapi32.WTSFreeMemory.argtypes = (ctypes.c_void_p,)
    here, size = ctypes.c_void_p(), ctypes.c_uint32()
    ours = 0xFFFFFFFF
    if not ask(None, ours, SESSION_INFO_EX, ctypes.byref(here), ctypes.byref(size)):
        return b""
    try:
        return ctypes.string_at(here, size.value) if here else b""
    finally:
        windows.wtsapi32.WTSFreeMemory(here)

"""What the desk is locked for: a copy put in place of the database, or another data key."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui import late
from ui.background import Report

if TYPE_CHECKING:
    from ui.settings.copy_sheets import KeyedCopy

Start = Callable[[Callable[[Report], Any], Callable[[Any], None]], None]


class LockedWork:
    """Locks the desk, works on the closed database, and has `told` say what came of it."""

    def __init__(self, lock: Callable[[], None], start: Start, told: Callable[[str], None]) -> None:
        self._lock, self._start, self._told = lock, start, told

    def restore(self, opened: Any, copy: "KeyedCopy") -> None:
        """Put a copy in place of the database."""
        database: Path = opened.store.path
        self._lock()
        self._start(lambda _report: late.put_copy_back(copy, database), self._told)

    def turn_key(self, opened: Any) -> None:
        """Encrypt the database anew with another key."""
        store = opened.store.again()
        self._lock()
        self._start(lambda _report: late.turn_key(store), self._told)

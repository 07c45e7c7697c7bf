"""What the desk is locked for: a copy put in place of the database, or another data key."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from ui import late
from ui.background import Report
from ui.unlock.page import UnlockPage

if TYPE_CHECKING:
    from ui.settings.copy_sheets import KeyedCopy

Start = Callable[[Callable[[Report], Any], Callable[[Any], None]], None]


class LockedWork:
    """Locks the desk and works on the closed database; the unlock page says what is going on."""

    def __init__(self, unlock: UnlockPage, lock: Callable[[], None], start: Start) -> None:
        self._unlock, self._lock, self._start = unlock, lock, start

    def restore(self, opened: Any, copy: "KeyedCopy") -> None:
        """Put a copy in place of the database."""
        database: Path = opened.store.path
        words = QCoreApplication.translate("LockedWork", "The copy is checked and put in place.")
        self._do(lambda _report: late.put_copy_back(copy, database), words)

    def turn_key(self, opened: Any) -> None:
        """Encrypt the database anew with another key."""
        store = opened.store.again()
        words = QCoreApplication.translate(
            "LockedWork",
            "The database is copied and then encrypted with another key. Should the machine stop "
            "meanwhile, passwords still open it.",
        )
        self._do(lambda _report: late.turn_key(store), words)

    def tell(self, sentence: str) -> None:
        """Say on the unlock page what came of it; the desk may be unlocked again."""
        self._unlock.clear()
        self._unlock.show_notice(sentence)

    def _do(self, work: Callable[[Report], Any], words: str) -> None:
        self._lock()
        self._start(work, self.tell)
        self._unlock.show_work(words)

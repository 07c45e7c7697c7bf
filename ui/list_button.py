"""The small button that saves the list beside it, and the key that does so within the list."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.look.buttons import IconButton
from ui.look.theme import Theme

if TYPE_CHECKING:
    from careteam.outgoing.listed import Listed

SAVE_KEYS = "Ctrl+Shift+X"


@dataclass(frozen=True, slots=True)
class ListAsked:
    """A list that is to be saved, of one patient or (None) of many."""

    listed: "Listed[Any]"
    patient_id: int | None = None


class ListButton(IconButton):
    """Asks the desk to save what `make` gives, as it is shown now; nothing for None."""

    def __init__(
        self, theme: Theme, desk: Desk, table: QWidget, make: Callable[[], ListAsked | None]
    ) -> None:
        words = QCoreApplication.translate("ListButton", "Save the list… ({keys})")
        super().__init__(theme, "download", words.format(keys=SAVE_KEYS))
        self._desk, self._make = desk, make
        self.clicked.connect(self.ask)
        key = QShortcut(QKeySequence(SAVE_KEYS), table)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.ask)

    def ask(self) -> None:
        """Ask for it."""
        asked = self._make()
        if asked is not None:
            self._desk.list_asked.emit(asked)

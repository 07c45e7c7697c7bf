"""Other ways in than a password: a new database, another file, a copy, the recovery code."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import platformdirs
from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui import late
from ui.look.theme import Theme
from ui.unlock.page import UnlockPage

if TYPE_CHECKING:
    from ui.unlock.lost_sheet import LostRequest, LostSheet
    from ui.unlock.set_up import SetUpPage, SetUpRequest

DATABASE_FILTER = "Careteam (*.db);;* (*)"

Start = Callable[[Callable[[Any], Any], Callable[[Any], None]], None]


class WaysIn(QObject):
    """`opened` carries an Opened, `restored` a sentence, `file_chosen` a path.

    `asking` is the page or sheet that asks for something beside the unlock page. `start` runs
    work in the background.
    """

    opened = Signal(object)
    restored = Signal(str)
    file_chosen = Signal(object)

    def __init__(
        self, theme: Theme, unlock: UnlockPage, stack: QStackedWidget, start: Start, host: QWidget
    ) -> None:
        super().__init__(host)
        self._theme, self._unlock, self._stack = theme, unlock, stack
        self._start, self._host = start, host
        self.asking: SetUpPage | LostSheet | None = None
        unlock.new_asked.connect(self.set_up)
        unlock.other_asked.connect(self._on_other)
        unlock.rescue_asked.connect(self._on_rescue)
        unlock.lost_asked.connect(self._on_lost)

    def set_up(self) -> None:
        """Ask for a new database."""
        from ui.unlock.set_up import SetUpPage

        folder = Path(platformdirs.user_data_path("careteam"))
        page = SetUpPage(self._theme, folder / "careteam.db")
        page.create_asked.connect(lambda request: self._on_create(page, request))
        page.back_asked.connect(lambda: self._leave(page))
        self.asking = page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def _on_create(self, page: "SetUpPage", request: "SetUpRequest") -> None:
        def made(opened: Any) -> None:
            self._leave(page)
            self.opened.emit(opened)

        self._start(lambda _report: late.create_database(request), made)

    def _leave(self, page: "SetUpPage") -> None:
        self.asking = None
        self._stack.setCurrentWidget(self._unlock)
        self._stack.removeWidget(page)
        page.deleteLater()

    def _on_other(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        words = QCoreApplication.translate("Shell", "Choose a database")
        name, _ = QFileDialog.getOpenFileName(self._host, words, "", DATABASE_FILTER)
        if name:
            self.file_chosen.emit(Path(name))

    def _on_rescue(self, database: Path) -> None:
        """Offer the copies of a damaged database, and to read what is left of it."""
        from ui.unlock.rescue_sheet import RescueSheet

        sheet = RescueSheet(self._theme, self._host, database)
        sheet.salvage_asked.connect(self._on_salvage)
        sheet.restore_asked.connect(
            lambda request: self._start(lambda _report: late.rescue(request), self.restored.emit)
        )
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def _on_salvage(self, database: Path) -> None:
        """Read what is left of a damaged database, and have the new one ready to unlock."""
        from ui.unlock.salvage_sheet import SalvageSheet

        sheet = SalvageSheet(self._theme, self._host, database, late.salvage)
        sheet.open_asked.connect(self._on_rescued)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def _on_rescued(self, database: Path) -> None:
        self._unlock.clear()
        self.file_chosen.emit(database)
        words = QCoreApplication.translate("Shell", "Type the password once more to open it.")
        self._unlock.show_notice(words)

    def _on_lost(self, database: Path) -> None:
        """Offer what helps somebody who has lost their password."""
        from ui.unlock.lost_sheet import LostSheet

        sheet = LostSheet(self._theme, self._host, database, self._unlock.user())
        sheet.recover_asked.connect(lambda request: self._on_recover(sheet, request))
        sheet.closed.connect(sheet.deleteLater)
        sheet.closed.connect(self._on_lost_closed)
        self.asking = sheet
        sheet.open()

    def _on_recover(self, sheet: "LostSheet", request: "LostRequest") -> None:
        def done(opened: Any) -> None:
            sheet.close_now()
            self.opened.emit(opened)

        self._start(lambda _report: late.recover(request), done)

    def _on_lost_closed(self) -> None:
        self.asking = None

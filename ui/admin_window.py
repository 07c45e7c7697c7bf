"""The window of an account that sees no patients: the directory and the settings, and the lock."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget
from typing_extensions import override

from ui.banded_column import BandedColumn
from ui.copying import Copying
from ui.desk import Desk
from ui.directory.page import DirectoryPage
from ui.emergency import EmergencyOffer
from ui.frame import Frame
from ui.look.buttons import Button
from ui.look.labels import Label
from ui.look.rail import RailItem
from ui.look.tab_order import enter
from ui.look.theme import Theme
from ui.pages import DIRECTORY, PAGE_KEYS, SETTINGS
from ui.settings.page import SettingsPage


class AdminPages(QStackedWidget):
    """The two pages that show no patient; the signals carry what was chosen in Settings."""

    worker_chosen = Signal(int)
    look_chosen = Signal(object)
    text_size_chosen = Signal(int)
    restore_asked = Signal(object)
    turn_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        make_settings: Callable[[Theme, Desk], SettingsPage],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.settings = make_settings(theme, desk)
        self.directory = DirectoryPage(theme, desk)
        self.settings.worker_chosen.connect(self.worker_chosen)
        self.settings.look_chosen.connect(self.look_chosen)
        self.settings.text_size_chosen.connect(self.text_size_chosen)
        self.settings.restore_asked.connect(self.restore_asked)
        self.settings.turn_asked.connect(self.turn_asked)
        self.addWidget(self.settings)
        self.addWidget(self.directory)

    def open(self, key: str) -> None:
        """Show a page."""
        self.setCurrentWidget(self.directory if key == DIRECTORY else self.settings)


class AdminWindow(Frame):
    """What an administrator sees while the program is unlocked.

    There is nothing here that could show a patient: no search, no list, no composer.
    """

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        pages: AdminPages,
        copying: Copying,
        *,
        is_demo: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, desk, copying, parent)
        self.pages = pages
        self.emergency = EmergencyOffer(theme, desk, self)
        self._build_frame(theme, is_demo)
        self.rail.chosen.connect(self.open_page)
        self.ask_emergency.clicked.connect(self.emergency.ask)
        self.pages.worker_chosen.connect(self.take_worker)
        self.add_keys(
            (PAGE_KEYS[DIRECTORY], partial(self._enter, DIRECTORY)),
            (PAGE_KEYS[SETTINGS], partial(self._enter, SETTINGS)),
        )
        self.open_page(SETTINGS)

    def _build_frame(self, theme: Theme, is_demo: bool) -> None:
        translate = QCoreApplication.translate
        self.rail = self.build_rail(
            theme,
            RailItem(
                DIRECTORY, translate("DeskWindow", "Directory"), "contact", PAGE_KEYS[DIRECTORY]
            ),
            RailItem(
                SETTINGS, translate("DeskWindow", "Settings"), "settings", PAGE_KEYS[SETTINGS]
            ),
        )
        words = self.tr("This account keeps users, settings, keys and copies. It sees no patients.")
        self.ask_emergency = Button(theme, self.tr("Emergency access…"), small=True)
        top = QHBoxLayout()
        top.setContentsMargins(22, 10, 22, 10)
        top.addWidget(Label(words, "sub", wrap=True), 1)
        top.addWidget(self.ask_emergency)
        self.bands = column = BandedColumn(theme, self._desk, is_demo=is_demo)
        column.addLayout(top)
        column.addWidget(self.pages, 1)
        self.lay_out(self.rail, column)

    @override
    def stop_pages(self) -> None:
        self.pages.settings.stop()

    def open_page(self, key: str) -> None:
        """Go to one of the places."""
        self.pages.open(key)
        self.rail.set_value(key)

    def take_keyboard(self) -> None:
        """Put the keyboard on the page that is shown, unless it was locked meanwhile."""
        page = self.pages.currentWidget()
        if page is not None and self.isVisible():
            self.uncovered(lambda: enter(page))()

    def _enter(self, page: str) -> None:
        self.open_page(page)
        self.take_keyboard()

"""The window of an account that sees no patients: the directory and the settings, and the lock."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from careteam.domain.audit import Event
from careteam.domain.changes import Changes, Part
from ui.again_sheet import ask_for
from ui.banded_column import BandedColumn
from ui.copying import Copying
from ui.desk import Desk, Done
from ui.directory.page import DirectoryPage
from ui.emergency import EmergencyOffer
from ui.idle import Idle
from ui.look.buttons import Button
from ui.look.labels import Label
from ui.look.message_strip import Message, MessageStrip
from ui.look.rail import Rail, RailItem
from ui.look.sheet import Sheet
from ui.look.status_line import StatusLine
from ui.look.tab_order import enter
from ui.look.theme import Theme
from ui.look.tokens import Tone
from ui.pages import DIRECTORY, PAGE_KEYS, SETTINGS
from ui.settings.page import SettingsPage
from ui.status_words import status_words
from ui.watch import Watch


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


class AdminWindow(QWidget):
    """What an administrator sees while the program is unlocked; `lock_asked` ends it,
    `cover_asked` hides it.

    There is nothing here that could show a patient: no search, no list, no composer.
    """

    lock_asked = Signal()
    cover_asked = Signal()

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
        super().__init__(parent)
        self._theme, self._desk = theme, desk
        self.pages, self.copying = pages, copying
        self.emergency = EmergencyOffer(theme, desk, self)
        self._build_frame(theme, is_demo)
        self._connect()
        self._make_shortcuts()
        self._watch = Watch(desk, self)
        self.idle = Idle(desk, self.strip, self)
        self.idle.paused.connect(self.cover_asked)
        self.idle.over.connect(self.lock_asked)
        self._covered: list[Sheet] = []
        self.open_page(SETTINGS)
        self._show_status()

    def _build_frame(self, theme: Theme, is_demo: bool) -> None:
        translate = partial(QCoreApplication.translate, "DeskWindow")
        self.rail = Rail(
            theme,
            translate("Places"),
            (
                RailItem(DIRECTORY, translate("Directory"), "contact", PAGE_KEYS[DIRECTORY]),
                RailItem(SETTINGS, translate("Settings"), "settings", PAGE_KEYS[SETTINGS]),
            ),
            RailItem("lock", translate("Lock"), "lock", "Ctrl+Shift+L"),
        )
        self.strip = MessageStrip(theme)
        self._status = StatusLine(theme)
        words = self.tr("This account keeps users, settings, keys and copies. It sees no patients.")
        self.ask_emergency = Button(theme, self.tr("Emergency access…"), small=True)
        top = QHBoxLayout()
        top.setContentsMargins(22, 10, 22, 10)
        top.addWidget(Label(words, "sub", wrap=True), 1)
        top.addWidget(self.ask_emergency)
        self.bands = column = BandedColumn(theme, self._desk, is_demo=is_demo)
        column.addLayout(top)
        column.addWidget(self.pages, 1)
        column.addWidget(self.strip)
        column.addWidget(self._status)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)

    def _connect(self) -> None:
        desk = self._desk
        desk.done.connect(self._on_done)
        desk.failed.connect(self.tell)
        desk.changed.connect(self._on_changed)
        desk.asks_again = True
        desk.again_asked.connect(lambda act: ask_for(self._theme, desk, self.window(), act))
        self.copying.told.connect(self._show_status)
        self.copying.done.connect(lambda words: self.strip.show_message(Message(words)))
        self.strip.action_pressed.connect(lambda _message: desk.undo())
        self.rail.chosen.connect(self.open_page)
        self.rail.lock_pressed.connect(self.lock_asked)
        self.ask_emergency.clicked.connect(self.emergency.ask)
        self.pages.worker_chosen.connect(self._on_worker)

    def _make_shortcuts(self) -> None:
        for keys, act in (
            ("Ctrl+Z", self._desk.undo),
            (PAGE_KEYS[DIRECTORY], partial(self._enter, DIRECTORY)),
            (PAGE_KEYS[SETTINGS], partial(self._enter, SETTINGS)),
            ("F5", self._desk.heard_from_outside),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(self._uncovered(act))
        lock = QShortcut(QKeySequence("Ctrl+Shift+L"), self)
        lock.activated.connect(self.lock_asked)

    def _uncovered(self, act: Callable[[], object]) -> Callable[[], None]:
        """The act, unless a sheet covers the page: then the keys belong to the sheet."""

        def acting() -> None:
            if not any(sheet.isVisible() for sheet in self._sheets()):
                act()

        return acting

    def open_page(self, key: str) -> None:
        """Go to one of the places."""
        self.pages.open(key)
        self.rail.set_value(key)

    def take_keyboard(self) -> None:
        """Put the keyboard on the page that is shown, unless it was locked meanwhile."""
        page = self.pages.currentWidget()
        if page is not None and self.isVisible():
            enter(page)

    def tell(self, sentence: str) -> None:
        """Say on the strip that something could not be done."""
        self.strip.show_message(Message(sentence, Tone.BAD))

    def cover(self) -> bool:
        """Let nothing be seen while nobody is here; says whether something is half entered.

        Sheets stay as they are until `uncover`.
        """
        self._covered = [sheet for sheet in self._sheets() if sheet.isVisible()]
        for sheet in self._covered:
            sheet.hide()
        self._desk.note(Event.LOCKED, "desk")
        return bool(self._covered)

    def uncover(self) -> None:
        """Go on where it was left."""
        self._desk.note(Event.UNLOCKED, "desk")
        for sheet in self._covered:
            sheet.show()
            sheet.raise_()
        self._covered = []
        self.idle.resume()

    def about_to_lock(self) -> bool:
        """Show nothing any more; no draft is kept here."""
        self._watch.stop()
        self.idle.stop()
        self.pages.settings.stop()
        self.copying.stop()
        for sheet in self._sheets():
            sheet.close_now()
            sheet.deleteLater()
        self._covered = []
        self._desk.note(Event.LOCKED, "desk")
        self.hide()
        return False

    def _sheets(self) -> list[Sheet]:
        return self.window().findChildren(Sheet)

    def _enter(self, page: str) -> None:
        self.open_page(page)
        self.take_keyboard()

    def _on_done(self, done: Done) -> None:
        undo = QCoreApplication.translate("DeskWindow", "Undo") if done.undo else ""
        self.strip.show_message(Message(done.sentence, Tone.OK, undo, "Ctrl+Z" if undo else ""))
        self._show_status()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Part.SETTING) or changes.touches(Part.PERSON):
            self._show_status()

    def _on_worker(self, person_id: int) -> None:
        self._desk.worker_id = person_id
        self._desk.heard_from_outside()

    def _show_status(self) -> None:
        parts, end = status_words(self._desk, self.copying.newest)
        self._status.show_words(parts, end)

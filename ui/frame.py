"""What both windows of an open database are made in: strip, status line, sheets, lock and cover."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from careteam.domain.access import Action
from careteam.domain.audit import Event
from careteam.domain.changes import Changes, Part
from ui.again_sheet import ask_for
from ui.copying import Copying
from ui.desk import Desk, Done
from ui.garbage import collect_rest
from ui.idle import Idle
from ui.look.message_strip import Message, MessageStrip
from ui.look.rail import Rail, RailItem
from ui.look.sheet import Sheet
from ui.look.status_line import StatusLine
from ui.look.theme import Theme
from ui.look.tokens import Tone
from ui.session_lock import SessionLock
from ui.shortcut_sheet import ShortcutSheet
from ui.status_words import status_words
from ui.watch import Watch


class Frame(QWidget):
    """`lock_asked` ends it, `cover_asked` hides it.

    A window says what it keeps by `put_away` and `is_half_entered`, and what it stops by
    `stop_pages`.
    """

    lock_asked = Signal()
    cover_asked = Signal()

    def __init__(
        self, theme: Theme, desk: Desk, copying: Copying, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._desk, self.copying = theme, desk, copying
        self.strip, self._status = MessageStrip(theme), StatusLine(theme)
        self._covered: list[Sheet] = []
        self._is_covered = False
        self._watch = Watch(desk, self)
        self.idle = Idle(desk, self.strip, self)
        self.idle.paused.connect(self.cover_asked)
        self.idle.over.connect(self.lock_asked)
        self.idle.rested.connect(collect_rest)
        self.session_lock = SessionLock(self)
        self.session_lock.locked.connect(self.idle.end_now)
        desk.done.connect(self._on_done)
        desk.failed.connect(self.tell)
        desk.changed.connect(self._on_changed)
        desk.asks_again = True
        desk.again_asked.connect(lambda act: ask_for(theme, desk, self.window(), act))
        copying.told.connect(self._show_status)
        copying.done.connect(lambda words: self.strip.show_message(Message(words)))
        self.strip.action_pressed.connect(lambda _message: desk.undo())
        self.add_keys(
            ("Ctrl+Z", desk.undo), ("F1", self._show_shortcuts), ("F5", desk.heard_from_outside)
        )
        lock = QShortcut(QKeySequence("Ctrl+Shift+L"), self)
        lock.activated.connect(self.lock_asked)
        self._show_status()

    def put_away(self) -> None:
        """Keep what is half entered and close what floats."""

    def is_half_entered(self, *, is_closing: bool) -> bool:  # noqa: ARG002
        """Whether something is half entered that stays; where the database closes, in it."""
        return False

    def stop_pages(self) -> None:
        """Stop what the pages do in the background, and wait for it."""
        raise NotImplementedError

    def add_keys(self, *keys: tuple[str, Callable[[], object]]) -> None:
        """Have keys do something, unless a sheet covers the page: then they belong to it."""
        for sequence, act in keys:
            QShortcut(QKeySequence(sequence), self).activated.connect(self.uncovered(act))

    def uncovered(self, act: Callable[[], object]) -> Callable[[], None]:
        """The act, unless a sheet covers the page."""

        def acting() -> None:
            if not any(sheet.isVisible() for sheet in self._all_sheets()):
                act()

        return acting

    def tell(self, sentence: str) -> None:
        """Say on the strip that something could not be done."""
        self.strip.show_message(Message(sentence, Tone.BAD))

    def cover(self) -> bool:
        """Let nothing be seen while nobody is here; says whether something is half entered.

        What is half entered stays as it is, sheets too, until `uncover`.
        """
        self.put_away()
        self._covered = [sheet for sheet in self._all_sheets() if sheet.isVisible()]
        for sheet in self._covered:
            sheet.hide()
        self._is_covered = True
        self._desk.note(Event.LOCKED, "desk")
        return self.is_half_entered(is_closing=False) or bool(self._covered)

    def uncover(self) -> None:
        """Go on where it was left."""
        self._is_covered = False
        self._desk.note(Event.UNLOCKED, "desk")
        for sheet in self._covered:
            sheet.show()
            sheet.raise_()
        self._covered = []
        self.idle.resume()

    def about_to_lock(self, *, is_left: bool = True) -> bool:
        """Keep what is half entered and show nothing any more; says whether a draft is kept.

        The trail hears of it once, and not at all when another window of the same user follows
        and nobody `is_left` outside.
        """
        self._watch.stop()
        self.idle.stop()
        self.stop_pages()
        self.copying.stop()
        self.put_away()
        is_kept = self.is_half_entered(is_closing=True)
        for sheet in self._all_sheets():
            sheet.close_now()
            sheet.deleteLater()
        self._covered = []
        if is_left and not self._is_covered:
            self._desk.note(Event.LOCKED, "desk")
        self.hide()
        return is_kept

    def build_rail(self, theme: Theme, *items: RailItem) -> Rail:
        """The places of the window at its left."""
        lock = RailItem(
            "lock", QCoreApplication.translate("DeskWindow", "Lock"), "lock", "Ctrl+Shift+L"
        )
        rail = Rail(theme, QCoreApplication.translate("DeskWindow", "Places"), items, lock)
        rail.lock_pressed.connect(self.lock_asked)
        return rail

    def lay_out(self, rail: Rail, column: QVBoxLayout) -> None:
        """The rail, and beside it the column with strip and status line at its end."""
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self._status)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(rail)
        row.addLayout(column, 1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A field that has nothing to take back leaves that key to the desk."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.uncovered(self._desk.undo)()
        else:
            super().keyPressEvent(event)

    def take_worker(self, person_id: int) -> None:
        """Somebody else works here from now on."""
        self.put_away()
        self._desk.worker_id = person_id
        self._desk.heard_from_outside()

    def _all_sheets(self) -> list[Sheet]:
        return self.window().findChildren(Sheet)

    def _show_shortcuts(self) -> None:
        sheet = ShortcutSheet(self._theme, self, is_desk=self._desk.may(Action.SEE_PATIENTS))
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def _on_done(self, done: Done) -> None:
        undo = QCoreApplication.translate("DeskWindow", "Undo") if done.undo else ""
        self.strip.show_message(Message(done.sentence, Tone.OK, undo, "Ctrl+Z" if undo else ""))
        self._show_status()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Part.SETTING) or changes.touches(Part.PERSON):
            self._show_status()

    def _show_status(self) -> None:
        parts, end = status_words(self._desk, self.copying.newest)
        self._status.show_words(parts, end)

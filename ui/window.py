"""The window of the unlocked desk: rail, search, pages, message strip and status line."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from careteam.domain.audit import Event
from careteam.domain.changes import Changes, Part
from careteam.domain.reasons import RuleLink
from careteam.storage.reads.search import NoteHit, PersonHit
from careteam.storage.reads.today import DueRow
from ui.again_sheet import ask_for
from ui.banded_column import BandedColumn
from ui.contacts.composer import Composer
from ui.contacts.tab import ContactsTab
from ui.copying import Copying
from ui.desk import Desk, Done
from ui.emergency import EmergencyAccess
from ui.idle import Idle
from ui.imports.file_drop import FileDrop
from ui.look.message_strip import Message, MessageStrip
from ui.look.rail import Rail, RailItem
from ui.look.sheet import Sheet
from ui.look.status_line import StatusLine
from ui.look.theme import Theme
from ui.look.tokens import Tone
from ui.look.top_bar import TopBar
from ui.needs.tab import RED_FLAG_KEYS
from ui.pages import COVERAGE, DIRECTORY, HOME, PAGE_KEYS, PATIENTS, SETTINGS, TODAY, TRIALS, Pages
from ui.patient_view import CONTACTS, EDIT_KEYS, PHASE_KEYS, STATE_KEYS, TABS, PatientView
from ui.patients.sheets import PatientSheets
from ui.patients.taking_on import take_on
from ui.search_popup import SearchPopup
from ui.shortcut_sheet import ShortcutSheet
from ui.status_words import status_words
from ui.today.panel import TodayPanel
from ui.today.sheets import TodaySheets
from ui.watch import Watch

if TYPE_CHECKING:
    from ui.summary.tab import SummaryTab


class DeskWindow(QWidget):
    """Everything a nurse sees while the desk is unlocked; `lock_asked` ends it,
    `cover_asked` hides it.

    `is_demo` shows the band that says that all people are invented.
    """

    lock_asked = Signal()
    cover_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        pages: Pages,
        copying: Copying,
        *,
        is_demo: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._desk, self.copying = theme, desk, copying
        self.pages = pages
        self._build_frame(theme, is_demo)
        self._sheets = PatientSheets(theme, desk, self)
        self._today_sheets = TodaySheets(theme, desk, self)
        self._popup = SearchPopup(theme, desk, self._top.search, self)
        self._connect()
        self._make_shortcuts()
        self._watch = Watch(desk, self)
        self.emergency = EmergencyAccess(
            theme, desk, self.bands.emergency, self._top, self.strip, self
        )
        self.idle = Idle(desk, self.strip, self)
        self.idle.paused.connect(self.cover_asked)
        self.idle.over.connect(self.lock_asked)
        self._covered: list[Sheet] = []
        self.open_page(TODAY)
        self._show_status()

    @property
    def composer(self) -> Composer:
        """Where contacts are logged."""
        return self.pages.today.patient.composer

    @property
    def contacts(self) -> ContactsTab:
        """The contacts of the patient who is shown."""
        return self.pages.today.patient.contacts

    @property
    def summary(self) -> "SummaryTab":
        """The care summary of the patient who is shown."""
        return self.pages.today.patient.summary

    @property
    def patient(self) -> PatientView:
        """The patient who is shown."""
        return self.pages.today.patient

    @property
    def panel(self) -> TodayPanel:
        """The Today list."""
        return self.pages.today.panel

    def _build_frame(self, theme: Theme, is_demo: bool) -> None:
        self.rail = Rail(
            theme,
            self.tr("Places"),
            (
                RailItem(TODAY, self.tr("Today"), "clock", PAGE_KEYS[TODAY]),
                RailItem(PATIENTS, self.tr("Patients"), "users", PAGE_KEYS[PATIENTS]),
                RailItem(DIRECTORY, self.tr("Directory"), "contact", PAGE_KEYS[DIRECTORY]),
                RailItem(COVERAGE, self.tr("Coverage"), "circle-alert", PAGE_KEYS[COVERAGE]),
                RailItem(SETTINGS, self.tr("Settings"), "settings", PAGE_KEYS[SETTINGS]),
            ),
            RailItem("lock", self.tr("Lock"), "lock", "Ctrl+Shift+L"),
        )
        self._top = TopBar(theme)
        self.strip = MessageStrip(theme)
        self._status = StatusLine(theme)
        self.bands = column = BandedColumn(theme, self._desk, is_demo=is_demo)
        column.addWidget(self._top)
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
        self._top.new_patient_pressed.connect(self._sheets.register)
        self._top.log_contact_pressed.connect(self.log_contact)
        self.panel.new_patient_asked.connect(self._sheets.register)
        self.panel.put_off_asked.connect(self._today_sheets.put_off)
        self.patient.trials_asked.connect(lambda: self.open_page(TRIALS))
        self.panel.why_asked.connect(self._today_sheets.show_why)
        self._today_sheets.rule_asked.connect(self.open_rule)
        self.patient.team.rule_asked.connect(self.open_rule)
        self.panel.handoff_asked.connect(self._on_handoff)
        self.panel.huddle_asked.connect(self.open_huddle)
        self.patient.edit_asked.connect(self._sheets.edit)
        self.patient.phase_asked.connect(self._sheets.change_phase)
        self.patient.status_asked.connect(self._sheets.change_status)
        self._sheets.registered.connect(self._on_registered)
        self._sheets.open_asked.connect(self.open_patient)
        self.pages.patient_opened.connect(self.open_patient)
        self.pages.page_asked.connect(self.open_page)
        self.pages.worker_chosen.connect(self._on_worker)
        self.bands.read_only.trail_asked.connect(self.pages.ask_trail)
        drop = FileDrop(self)
        drop.dropped.connect(lambda paths: self._uncovered(partial(self.import_paths, paths))())
        drop.refused.connect(desk.failed)
        self._popup.patient_chosen.connect(lambda hit: self._open_found(hit.id))
        self._popup.person_chosen.connect(self._on_person_hit)
        self._popup.note_chosen.connect(self._on_note_hit)

    def _make_shortcuts(self) -> None:
        for keys, act in (
            ("Ctrl+K", self._focus_search),
            ("Ctrl+N", self._sheets.register),
            ("Ctrl+L", self.log_contact),
            ("Ctrl+H", self.open_huddle),
            ("Ctrl+Shift+F", self.patient.toggle_follow),
            ("Ctrl+Z", self._desk.undo),
            (EDIT_KEYS, self.patient.ask_edit),
            (PHASE_KEYS, self.patient.ask_phase),
            (STATE_KEYS, self.patient.ask_state),
            *((keys, partial(self._enter, page)) for page, keys in PAGE_KEYS.items()),
            *((f"Alt+{n}", partial(self.patient.enter_tab, tab)) for n, tab in enumerate(TABS, 1)),
            (RED_FLAG_KEYS, lambda: self.patient.needs.raise_flag()),
            ("F1", self._show_shortcuts),
            ("F5", self._desk.heard_from_outside),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(self._uncovered(act))
        lock = QShortcut(QKeySequence("Ctrl+Shift+L"), self)
        lock.activated.connect(self.lock_asked)

    def _uncovered(self, act: Callable[[], object]) -> Callable[[], None]:
        """The act, unless a sheet covers the page: then the keys belong to the sheet."""

        def acting() -> None:
            if not any(sheet.isVisible() for sheet in self.window().findChildren(Sheet)):
                act()

        return acting

    def open_page(self, key: str) -> None:
        """Go to one of the places."""
        self.pages.open(key)
        self.rail.set_value(HOME.get(key, key))
        if key == TODAY and self.patient.patient_id is None:
            self.panel.choose_first()

    def take_keyboard(self) -> None:
        """Put the keyboard on the Today list, unless the desk was locked meanwhile."""
        if self.isVisible():
            self.panel.list.setFocus()

    def _enter(self, page: str) -> None:
        """Go to one of the places with the keyboard."""
        self.open_page(page)
        self.pages.take_keyboard()

    def open_patient(self, patient_id: int) -> None:
        """Show a patient."""
        self.open_page(TODAY)
        self.pages.today.show_patient(patient_id)

    def open_rule(self, link: RuleLink) -> None:
        """Show a rule where it is changed."""
        self.open_page(SETTINGS)
        self.pages.settings.open_rule(link)

    def log_contact(self) -> None:
        """Go to the composer of the patient who is shown."""
        if self.patient.patient_id is None:
            self._focus_search()
            return
        self.open_page(TODAY)
        row = self.panel.row_of(self.patient.patient_id)
        role = row.role if row and row.role else None
        follow_up = row.ref if row and row.kind == "follow_up" else None
        self.composer.start(role, None, follow_up)

    def open_huddle(self) -> None:
        """Show everyone of today as they will be printed."""
        self._today_sheets.show_huddle(self.pages.paper, is_mine=self.panel.is_mine())

    def tell(self, sentence: str) -> None:
        """Say on the strip that something could not be done."""
        self.strip.show_message(Message(sentence, Tone.BAD))

    def import_paths(self, paths: list[Path]) -> None:
        """Show what importing these files would do."""
        self.pages.imports.read_files(paths)

    def cover(self) -> bool:
        """Let nothing be seen while nobody is here; says whether a draft is kept.

        What is half entered stays as it is, sheets too, until `uncover`.
        """
        self._popup.close_up()
        self.composer.flush_draft()
        self._covered = [s for s in self.window().findChildren(Sheet) if s.isVisible()]
        for sheet in self._covered:
            sheet.hide()
        self._desk.note(Event.LOCKED, "desk")
        return self.composer.has_draft() or bool(self._covered)

    def uncover(self) -> None:
        """Go on where it was left."""
        self._desk.note(Event.UNLOCKED, "desk")
        for sheet in self._covered:
            sheet.show()
            sheet.raise_()
        self._covered = []
        self.idle.resume()

    def about_to_lock(self) -> bool:
        """Keep what is half entered and show nothing any more; says whether a draft is kept."""
        self._watch.stop()
        self.idle.stop()
        self._popup.close_up()
        self.pages.stop()
        self.copying.stop()
        self.composer.flush_draft()
        is_kept = self.composer.is_kept()
        for sheet in self.window().findChildren(Sheet):
            sheet.close_now()
            sheet.deleteLater()
        self._covered = []
        self.patient.opened.leave()
        self._desk.note(Event.LOCKED, "desk")
        self.hide()
        return is_kept

    def _focus_search(self) -> None:
        self._top.search.setFocus()
        self._top.search.selectAll()

    def _show_shortcuts(self) -> None:
        sheet = ShortcutSheet(self._theme, self)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def _on_done(self, done: Done) -> None:
        undo = self.tr("Undo") if done.undo else ""
        self.strip.show_message(Message(done.sentence, Tone.OK, undo, "Ctrl+Z" if undo else ""))
        self._show_status()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Part.SETTING) or changes.touches(Part.PERSON):
            self._show_status()

    def _on_person_hit(self, hit: PersonHit) -> None:
        self.open_page(DIRECTORY)
        self.pages.directory.show_person(hit.id)

    def _on_note_hit(self, hit: NoteHit) -> None:
        self._open_found(hit.patient_id)
        self.patient.open_tab(CONTACTS)
        self.contacts.show_contact(hit.contact_id)

    def _open_found(self, patient_id: int) -> None:
        self._desk.note(Event.FOUND, "search", patient_id=patient_id)
        self.open_patient(patient_id)

    def _on_registered(self, patient_id: int) -> None:
        take_on(self._desk, patient_id)
        self.open_patient(patient_id)

    def _on_worker(self, person_id: int) -> None:
        self.composer.flush_draft()
        self._desk.worker_id = person_id
        self._desk.heard_from_outside()

    def _on_handoff(self, row: DueRow) -> None:
        self.open_patient(row.patient_id)
        self.patient.open_handoff()

    def _show_status(self) -> None:
        parts, end = status_words(self._desk, self.copying.newest)
        self._status.show_words(parts, end)

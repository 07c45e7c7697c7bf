"""The window of the unlocked desk: rail, search, pages, message strip and status line."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from careteam.domain.audit import Event
from careteam.domain.reasons import RuleLink
from careteam.storage.reads.search import NoteHit, PersonHit
from careteam.storage.reads.today import DueRow
from ui.banded_column import BandedColumn
from ui.contacts.composer import Composer
from ui.contacts.tab import ContactsTab
from ui.copying import Copying
from ui.desk import Desk
from ui.emergency import EmergencyAccess
from ui.frame import Frame
from ui.imports.file_drop import FileDrop
from ui.look.rail import RailItem
from ui.look.theme import Theme
from ui.look.top_bar import TopBar
from ui.needs import RED_FLAG_KEYS
from ui.pages import (
    COVERAGE,
    DIRECTORY,
    HOME,
    INSIGHTS,
    PAGE_KEYS,
    PATIENTS,
    SETTINGS,
    TODAY,
    TRIALS,
    Pages,
)
from ui.patient_view import CONTACTS, TABS, TEAM, PatientView
from ui.patients.sheets import PatientSheets
from ui.patients.taking_on import take_on
from ui.search_popup import SearchPopup
from ui.today.panel import TodayPanel
from ui.today.sheets import TodaySheets

if TYPE_CHECKING:
    from ui.summary.tab import SummaryTab


class DeskWindow(Frame):
    """Everything a nurse sees while the desk is unlocked.

    `is_demo` shows the band that says that all people are invented.
    """

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
        super().__init__(theme, desk, copying, parent)
        self.pages = pages
        self._build_frame(theme, is_demo)
        self._sheets = PatientSheets(theme, desk, self)
        self._today_sheets = TodaySheets(theme, desk, self)
        self._popup = SearchPopup(theme, desk, self._top.search, self)
        self._connect()
        self._make_shortcuts()
        self.emergency = EmergencyAccess(
            theme, desk, self.bands.emergency, self._top, self.strip, self
        )
        self.open_page(TODAY)

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
        self.rail = self.build_rail(
            theme,
            RailItem(TODAY, self.tr("Today"), "clock", PAGE_KEYS[TODAY]),
            RailItem(PATIENTS, self.tr("Patients"), "users", PAGE_KEYS[PATIENTS]),
            RailItem(DIRECTORY, self.tr("Directory"), "contact", PAGE_KEYS[DIRECTORY]),
            RailItem(COVERAGE, self.tr("Coverage"), "circle-alert", PAGE_KEYS[COVERAGE]),
            RailItem(INSIGHTS, self.tr("Insights"), "chart-no-axes-column", PAGE_KEYS[INSIGHTS]),
            RailItem(SETTINGS, self.tr("Settings"), "settings", PAGE_KEYS[SETTINGS]),
        )
        self._top = TopBar(theme)
        self.bands = column = BandedColumn(theme, self._desk, is_demo=is_demo)
        column.addWidget(self._top)
        column.addWidget(self.pages, 1)
        self.lay_out(self.rail, column)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.open_page)
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
        self.patient.work_asked.connect(self._sheets.log_work)
        self.patient.time_asked.connect(self._sheets.show_time)
        self._sheets.registered.connect(self._on_registered)
        self._sheets.open_asked.connect(self.open_patient)
        self.pages.patient_opened.connect(self.open_patient)
        self.pages.page_asked.connect(self.open_page)
        self.pages.worker_chosen.connect(self.take_worker)
        self.bands.read_only.trail_asked.connect(self.pages.ask_trail)
        drop = FileDrop(self)
        drop.dropped.connect(lambda paths: self.uncovered(partial(self.import_paths, paths))())
        drop.refused.connect(self._desk.failed)
        self._popup.patient_chosen.connect(lambda hit: self._open_found(hit.id))
        self._popup.person_chosen.connect(self._on_person_hit)
        self._popup.note_chosen.connect(self._on_note_hit)

    def _make_shortcuts(self) -> None:
        self.add_keys(
            ("Ctrl+K", self._focus_search),
            ("Ctrl+N", self._sheets.register),
            ("Ctrl+L", self.log_contact),
            ("Ctrl+H", self.open_huddle),
            ("Ctrl+Shift+F", self.patient.toggle_follow),
            *self.patient.shortcuts,
            *((keys, partial(self._enter, page)) for page, keys in PAGE_KEYS.items()),
            *((f"Alt+{n}", partial(self.patient.enter_tab, tab)) for n, tab in enumerate(TABS, 1)),
            (RED_FLAG_KEYS, lambda: self.patient.needs.raise_flag()),
        )

    def open_page(self, key: str) -> None:
        """Go to one of the places."""
        self.pages.open(key)
        self.rail.set_value(HOME.get(key, key))
        if key == TODAY and self.patient.patient_id is None:
            self.panel.choose_first()

    def take_keyboard(self) -> None:
        """Put the keyboard on the Today list, unless the desk was locked or covered meanwhile."""
        if self.isVisible():
            self.uncovered(self.panel.list.setFocus)()

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

    def import_paths(self, paths: list[Path]) -> None:
        """Show what importing these files would do."""
        self.pages.imports.read_files(paths)

    @override
    def put_away(self) -> None:
        self._popup.close_up()
        self.composer.flush_draft()

    @override
    def is_half_entered(self, *, is_closing: bool) -> bool:
        return self.composer.is_kept() if is_closing else self.composer.has_draft()

    @override
    def stop_pages(self) -> None:
        self.pages.stop()
        self.patient.opened.leave()

    def _focus_search(self) -> None:
        self._top.search.setFocus()
        self._top.search.selectAll()

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
        QTimer.singleShot(0, self, partial(self.patient.enter_tab, TEAM))

    def _on_handoff(self, row: DueRow) -> None:
        self.open_patient(row.patient_id)
        self.patient.open_handoff()

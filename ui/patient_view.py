"""One patient: the banner, the tabs below it, and the composer at the side."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from careteam.domain.changes import Changes, Part
from careteam.domain.errors import Refused
from careteam.storage.reads.board import BoardRow
from careteam.storage.reads.needs import OpenNeeds, open_needs
from careteam.storage.reads.own_lists import is_followed
from careteam.storage.reads.patient_page import PatientPageRow, patient_page
from careteam.storage.writes.own_lists import follow_patient, unfollow_patient
from ui.acuity import AcuityButton
from ui.banner_words import banner_text
from ui.beside import Beside
from ui.contacts.composer import Composer
from ui.contacts.tab import ContactsTab
from ui.desk import Desk, Undo
from ui.look.banner import Banner
from ui.look.buttons import Button, ButtonKind
from ui.look.labels import plain_tooltip
from ui.look.late_page import LatePage
from ui.look.layouts import lay_out_now
from ui.look.tab_order import enter
from ui.look.tabs import Tab, Tabs
from ui.look.tabs_row import TabsRow
from ui.look.theme import Theme
from ui.look.tokens import Tone
from ui.opened_chart import OpenedChart
from ui.paper import Paper
from ui.team.tab import CareTeamTab

if TYPE_CHECKING:
    from ui.history.tab import HistoryTab
    from ui.needs.tab import NeedsTab
    from ui.pathway.tab import PathwayTab
    from ui.summary.tab import SummaryTab

TABS = ("team", "contacts", "pathway", "needs", "summary", "history")
TEAM, CONTACTS, PATHWAY, NEEDS, SUMMARY, HISTORY = TABS
EDIT_KEYS, PHASE_KEYS, STATE_KEYS = "Ctrl+Shift+E", "Ctrl+Shift+P", "Ctrl+Shift+T"
WORK_KEYS, TIME_KEYS = "Ctrl+Shift+W", "Ctrl+Shift+M"
SHOWN_PARTS = (
    Part.PATIENT, Part.PHASE, Part.PATHWAY, Part.CONTACT, Part.TEAM, Part.NEED, Part.SETTING,
    Part.OWN, Part.CATALOGUE,
)  # fmt: skip


class PatientView(QWidget):
    """Shows a patient; `edit_asked`, `phase_asked` and `status_asked` carry the patient's id.

    `trials_asked` asks for the register of trials, `work_asked` and `time_asked` for the sheets of
    navigation time.
    """

    trials_asked = Signal()
    edit_asked = Signal(int)
    phase_asked = Signal(int)
    status_asked = Signal(int)
    work_asked = Signal(int)
    time_asked = Signal(int)

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        composer: Composer,
        contacts: ContactsTab,
        paper: Paper,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._desk, self._paper = theme, desk, paper
        self._patient: PatientPageRow | None = None
        self.opened = OpenedChart(desk, self)
        self.composer, self.contacts = composer, contacts
        self.team = CareTeamTab(theme, desk)
        self._pathway = LatePage(self._make_pathway, _scrolled)
        self._needs = LatePage(self._make_needs, _scrolled)
        self._summary = LatePage(self._make_summary)
        self._history = LatePage(self._make_history)
        self.banner, self.acuity = Banner(theme), AcuityButton(theme, desk)
        self.tabs = Tabs(theme, self.tr("Parts of the record"), self._tab_list(0, OpenNeeds(0, ())))
        self._pages = QStackedWidget()
        self._places = {
            TEAM: _scrolled(self.team),
            CONTACTS: contacts,
            PATHWAY: self._pathway,
            NEEDS: self._needs,
            SUMMARY: self._summary,
            HISTORY: self._history,
        }
        for page in self._places.values():
            self._pages.addWidget(page)
        self.ask_edit = self._asking(self.edit_asked)
        self.ask_phase = self._asking(self.phase_asked)
        self.ask_state = self._asking(self.status_asked)
        ask_work, ask_time = self._asking(self.work_asked), self._asking(self.time_asked)
        self.shortcuts = (
            (EDIT_KEYS, self.ask_edit), (PHASE_KEYS, self.ask_phase), (STATE_KEYS, self.ask_state),
            (TIME_KEYS, ask_time), (WORK_KEYS, ask_work),
        )  # fmt: skip
        self._lay_out(theme)
        self.tabs.chosen.connect(self.open_tab)
        self._beside.returned.connect(lambda: enter(self._places[self.tabs.value()]))
        self.team.log_asked.connect(self._on_log_asked)
        self.team.step_asked.connect(lambda step: self.composer.start(None, None, step))
        self.contacts.amend_asked.connect(self.composer.amend)
        self.contacts.log_asked.connect(lambda: self.composer.start(None, None, None))
        self.contacts.open_asked.connect(self._on_open_asked)
        desk.changed.connect(self._on_changed)

    def _lay_out(self, theme: Theme) -> None:
        buttons: list[Button] = []
        titles = (self.tr("Edit"), self.tr("Phase…"), self.tr("State…"), self.tr("Time…"))
        for words, (keys, ask) in zip(titles, self.shortcuts, strict=False):
            button = Button(theme, words, ButtonKind.QUIET, small=True)
            button.setToolTip(plain_tooltip(keys))
            button.clicked.connect(ask)
            buttons.append(button)
        self.follow = Button(theme, self.tr("☆ Follow"), ButtonKind.QUIET, small=True)
        self.follow.setToolTip(self.tr("Find the patient under Patients, My lists (Ctrl+Shift+F)"))
        self.follow.clicked.connect(self.toggle_follow)
        more = self.tr("More about the patient")
        self.row = TabsRow(theme, self.tabs, (*buttons, self.follow), more, self.acuity)
        self.banner.under.addWidget(self.row)
        self._beside = Beside(theme, self._pages, self.composer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self._beside, 1)

    @property
    def pathway(self) -> "PathwayTab":
        """The tab of phases, milestones and treatments."""
        return self._pathway.page()

    @property
    def needs(self) -> "NeedsTab":
        """The tab of barriers, referrals and screening."""
        return self._needs.page()

    @property
    def summary(self) -> "SummaryTab":
        """The tab of the papers that leave."""
        return self._summary.page()

    @property
    def history(self) -> "HistoryTab":
        """The tab of what was done in the record."""
        return self._history.page()

    @property
    def patient_id(self) -> int | None:
        """The patient shown, if any."""
        return self._patient.id if self._patient else None

    def show_patient(self, patient_id: int) -> None:
        """Show a patient on the tab that is open."""
        with self._desk.reading():
            self._show_parts(patient_id)
        self._beside.look_elsewhere()
        self.opened.look_at(patient_id)
        lay_out_now()

    def _show_parts(self, patient_id: int) -> None:
        patient = self._read(patient_id)
        self._show(patient)
        self.team.show_patient(patient)
        self.contacts.show_patient(patient_id)
        if self._pathway.made is not None:
            self._pathway.made.show_patient(patient)
        if self._needs.made is not None:
            self._needs.made.show_patient(patient)
        if self._summary.made is not None:
            self._summary.made.show_patient(patient_id)
        if self._history.made is not None:
            self._history.made.show_patient(patient_id)
        self.composer.show_patient(patient_id)

    def open_tab(self, key: str) -> None:
        """Open one of the tabs."""
        self.tabs.set_value(key)
        place = self._places[key]
        if isinstance(place, LatePage):
            place.page()
        self._pages.setCurrentWidget(place)
        self._beside.look_elsewhere()

    def enter_tab(self, key: str) -> None:
        """Open a tab and put the keyboard on its list.

        While a contact is being written the keyboard stays there, until the tab is asked for twice.
        """
        was_open = self.tabs.value() == key
        self.open_tab(key)
        here = QApplication.focusWidget()
        is_writing = here is not None and self.composer.isAncestorOf(here)
        if was_open or not (is_writing and self.composer.has_draft()):
            enter(self._places[key])

    def toggle_follow(self) -> None:
        """Follow the patient who is shown, or follow them no longer."""
        if self._patient is None:
            return
        verb, back = follow_patient, unfollow_patient
        if self._desk.read(is_followed, self._desk.worker_id, self._patient.id):
            verb, back = back, verb
        try:
            self._desk.do(verb, self._patient.id, undo=Undo(back, (self._patient.id,)))
        except Refused as refused:
            self._desk.failed.emit(refused.sentence)

    def open_handoff(self) -> None:
        """Show the handoff sheet of the patient."""
        self.open_tab(SUMMARY)
        self.summary.choose_handoff()

    def set_narrow(self, is_narrow: bool) -> None:
        """Leave the role board its room in a small window."""
        self.composer.set_narrow(is_narrow)

    def family_name(self) -> str:
        """The name that stands first in the banner, or nothing."""
        return self._patient.family.upper() if self._patient else ""

    def contact_count(self) -> int:
        """The contacts of the patient who is shown."""
        return self._patient.contact_count if self._patient else 0

    def _read(self, patient_id: int) -> PatientPageRow:
        desk = self._desk
        return desk.read(patient_page, patient_id, today=desk.moment.today, rules=desk.rules)

    def _show(self, patient: PatientPageRow) -> None:
        self._patient = patient
        needs = self._desk.read(open_needs, patient.id, rules=self._desk.rules)
        self.banner.show_text(banner_text(patient, self._desk.moment, needs.untold))
        self.tabs.show_tabs(self._tab_list(patient.contact_count, needs))
        is_on = self._desk.read(is_followed, self._desk.worker_id, patient.id)
        self.follow.setText(self.tr("★ Followed") if is_on else self.tr("☆ Follow"))
        words = self.tr("Follow no longer") if is_on else self.tr("Follow this patient")
        self.follow.setAccessibleName(words)
        self.acuity.show_patient(patient.id)

    def _make_pathway(self) -> "PathwayTab":
        from ui.pathway.tab import PathwayTab

        tab = PathwayTab(self._theme, self._desk)
        tab.phase_asked.connect(self.ask_phase)
        tab.trials_asked.connect(self.trials_asked)
        tab.show_patient(self._patient)
        return tab

    def _make_needs(self) -> "NeedsTab":
        from ui.needs.tab import NeedsTab

        tab = NeedsTab(self._theme, self._desk)
        tab.show_patient(self._patient)
        return tab

    def _make_summary(self) -> "SummaryTab":
        from ui.summary.tab import SummaryTab

        tab = SummaryTab(self._theme, self._desk, self._paper)
        tab.show_patient(self.patient_id)
        return tab

    def _make_history(self) -> "HistoryTab":
        from ui.history.tab import HistoryTab

        tab = HistoryTab(self._theme, self._desk, self._paper)
        if self._patient is not None:
            tab.show_patient(self._patient.id)
        return tab

    def _tab_list(self, contacts: int, needs: OpenNeeds) -> tuple[Tab, ...]:
        return (
            Tab(TEAM, self.tr("Care team")),
            Tab(CONTACTS, self.tr("Contacts"), contacts),
            Tab(PATHWAY, self.tr("Pathway")),
            needs_tab(needs),
            Tab(SUMMARY, self.tr("Summary")),
            Tab(HISTORY, self.tr("History")),
        )

    def _asking(self, asked: object) -> Callable[[], None]:
        def ask() -> None:
            if self._patient is not None:
                asked.emit(self._patient.id)  # pyright: ignore[reportAttributeAccessIssue]

        return ask

    def _on_open_asked(self, key: str) -> None:
        if key in self._places:
            self.open_tab(key)

    def _on_log_asked(self, row: BoardRow) -> None:
        self.composer.start(row.role, row.person_id, None)

    def _on_changed(self, changes: Changes) -> None:
        patient = self._patient
        if patient and any(changes.touches(part, patient.id) for part in SHOWN_PARTS):
            patient = self._read(patient.id)
            self._show(patient)
            self.team.follow_page(patient)


def needs_tab(needs: OpenNeeds) -> Tab:
    """The Needs tab counts open barriers and red flags that nobody was told of."""
    title = QCoreApplication.translate("PatientView", "Needs")
    if not needs.count:
        return Tab(NEEDS, title)
    hint = QCoreApplication.translate("PatientView", "open barriers and untold red flags")
    return Tab(NEEDS, title, needs.count, hint, Tone.BAD if needs.untold else None)


def _scrolled(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(widget)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    widget.setProperty("look", "scrolled")
    return area

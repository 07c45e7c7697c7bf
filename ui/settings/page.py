"""The settings page: its sections at the side, the open one beside them."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from careteam.domain.access import Action
from careteam.domain.changes import Changes, Part
from careteam.domain.reasons import RuleLink
from careteam.storage.reads.settings import Waiting, waiting
from ui.copying import Copying
from ui.desk import Desk
from ui.look.cards import Panel
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.theme import Theme
from ui.paper import Paper
from ui.preferences import Preferences
from ui.settings.about_section import AboutSection
from ui.settings.account_section import AccountSection
from ui.settings.audit_section import AuditSection
from ui.settings.backups_section import BackupsSection
from ui.settings.cadence_section import CadenceSection
from ui.settings.clinic_section import ClinicSection
from ui.settings.contacts_section import ContactsSection
from ui.settings.emergencies_section import EmergenciesSection
from ui.settings.everything_section import EverythingSection
from ui.settings.following import Following, FollowStrip
from ui.settings.holidays_section import HolidaysSection
from ui.settings.insights_section import InsightsSection
from ui.settings.instruments_section import InstrumentsSection
from ui.settings.keys_section import KeysSection
from ui.settings.lists_section import ListsSection
from ui.settings.look_section import LookSection
from ui.settings.macros_section import MacrosSection
from ui.settings.milestones_section import MilestonesSection
from ui.settings.pathways_section import PathwaysSection
from ui.settings.patient_words_section import PatientWordsSection
from ui.settings.phases_section import PhasesSection
from ui.settings.programs_section import ProgramsSection
from ui.settings.roles_section import RolesSection
from ui.settings.section import Section
from ui.settings.section_list import SectionList
from ui.settings.triggers_section import TriggersSection
from ui.settings.users_section import UsersSection
from ui.settings.watch_section import WatchSection
from ui.settings.worker_section import WorkerSection

SIDE_WIDTH = 208
LINE_MARGIN = 8
PARTS = (Part.CATALOGUE, Part.SETTING, Part.PERSON)


class SettingsPage(QWidget):
    """Sections are made when they are first opened, and read again when their parts change.

    `look_chosen` carries a ThemeChoice, `text_size_chosen` percent, `worker_chosen` a directory
    id, `restore_asked` a KeyedCopy, `history_asked` a patient's id, `turn_asked` asks for another
    data key. `trail_asked` and `review_asked` open the audit trail. `stop` ends the work that goes
    on beside the window; call it before the store is closed.
    """

    look_chosen = Signal(object)
    text_size_chosen = Signal(int)
    worker_chosen = Signal(int)
    restore_asked = Signal(object)
    trail_asked = Signal()
    history_asked = Signal(int)
    review_asked = Signal()
    turn_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        preferences: Preferences,
        copying: Copying,
        paper: Paper,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._desk, self._preferences = theme, desk, preferences
        self._copying, self._paper = copying, paper
        self._is_stale = True
        self._sections: dict[str, Section] = {}
        self._shown: dict[str, QWidget] = {}
        self._makers = self._make_makers()
        self.list = SectionList(theme, self.tr("Settings"), self._options())
        self._stack = QStackedWidget()
        self._strip = FollowStrip(theme)
        self._following = following = Following(desk)
        self._lay_out()
        self.list.chosen.connect(self.open_section)
        self._strip.pressed.connect(self._on_strip)
        following.told.connect(self._strip.show_running)
        following.ended.connect(self._on_ended)
        desk.changed.connect(self._on_changed)
        self.destroyed.connect(lambda: following.give_up())
        self.open_section("clinic")
        QTimer.singleShot(0, self, following.start)

    def open_section(self, key: str) -> None:
        """Show a section by its key, such as clinic, roles, cadence or about."""
        if key not in self._sections:
            self._add_section(key)
        self.list.set_value(key)
        QTimer.singleShot(0, self, self._keep_line_in_sight)
        self._stack.setCurrentWidget(self._shown[key])
        self._is_stale = True
        self._read_when_seen()

    def open_rule(self, link: RuleLink) -> None:
        """Show the section of a rule with the rule chosen."""
        self.open_section(link.section)
        self.section().read_again()
        self.section().show_entry(link.key)

    def section(self) -> Section:
        """The open section."""
        return self._sections[self.list.value()]

    def stop(self) -> None:
        """End what goes on beside the window; it goes on when the database is opened again."""
        self._following.stop()
        everything = self._sections.get("everything")
        if isinstance(everything, EverythingSection):
            everything.give_up()
        users = self._sections.get("users")
        if isinstance(users, UsersSection):
            users.stop()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._keep_line_in_sight)
        self._read_when_seen()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._keep_line_in_sight)

    def _options(self) -> tuple[Option, ...]:
        users = (Option("users", self.tr("Users")),) if self._desk.may(Action.USERS) else ()
        audit = Option("audit", self.tr("Audit trail"))
        emergencies = Option("emergencies", self.tr("Emergency access"))
        reviews = (audit, emergencies) if self._desk.may(Action.REVIEW) else ()
        may_leave = self._desk.may(Action.REVIEW) and self._desk.may(Action.EXPORT)
        leaving = (Option("everything", self.tr("Everything as files")),) if may_leave else ()
        return (
            *users,
            Option("clinic", self.tr("Clinic")),
            Option("account", self.tr("My account")),
            Option("worker", self.tr("Who works here")),
            Option("roles", self.tr("Roles")),
            Option("phases", self.tr("Phases")),
            Option("pathways", self.tr("Pathways")),
            Option("milestones", self.tr("Tests of the phases")),
            Option("triggers", self.tr("Triggers")),
            Option("cadence", self.tr("Cadence")),
            Option("instruments", self.tr("Screening")),
            Option("watch", self.tr("Red flags and coverage")),
            Option("insights", self.tr("Insights")),
            Option("contacts", self.tr("Contacts")),
            Option("programs", self.tr("Programs")),
            Option("lists", self.tr("Lists")),
            Option("macros", self.tr("Text macros")),
            Option("patient_words", self.tr("Words for patients")),
            Option("holidays", self.tr("Holidays")),
            Option("backups", self.tr("Backups")),
            *leaving,
            *reviews,
            Option("look", self.tr("Look")),
            Option("keys", self.tr("Keyboard shortcuts")),
            Option("about", self.tr("About")),
        )

    def _make_makers(self) -> dict[str, Callable[[], Section]]:
        theme, desk = self._theme, self._desk
        return {
            "users": self._make_users,
            "clinic": lambda: ClinicSection(theme, desk, self._paper),
            "account": lambda: AccountSection(theme, desk, self._paper),
            "worker": self._make_worker,
            "roles": lambda: RolesSection(theme, desk),
            "phases": lambda: PhasesSection(theme, desk),
            "pathways": lambda: PathwaysSection(theme, desk),
            "milestones": lambda: MilestonesSection(theme, desk),
            "triggers": lambda: TriggersSection(theme, desk),
            "cadence": lambda: CadenceSection(theme, desk),
            "instruments": lambda: InstrumentsSection(theme, desk),
            "watch": lambda: WatchSection(theme, desk),
            "insights": lambda: InsightsSection(theme, desk),
            "contacts": lambda: ContactsSection(theme, desk),
            "programs": lambda: ProgramsSection(theme, desk),
            "lists": lambda: ListsSection(theme, desk),
            "macros": lambda: MacrosSection(theme, desk),
            "patient_words": lambda: PatientWordsSection(theme, desk),
            "holidays": lambda: HolidaysSection(theme, desk),
            "backups": self._make_backups,
            "everything": lambda: EverythingSection(theme, desk, self._paper),
            "audit": self._make_audit,
            "emergencies": self._make_emergencies,
            "look": self._make_look,
            "keys": lambda: KeysSection(theme, desk),
            "about": lambda: AboutSection(theme, desk),
        }

    def _make_worker(self) -> Section:
        section = WorkerSection(self._theme, self._desk)
        section.worker_told.connect(self.worker_chosen)
        return section

    def _make_users(self) -> Section:
        section = UsersSection(self._theme, self._desk)
        section.turn_asked.connect(self.turn_asked)
        return section

    def _make_backups(self) -> Section:
        section = BackupsSection(self._theme, self._desk, self._copying, self._paper)
        section.restore_asked.connect(self.restore_asked)
        return section

    def _make_audit(self) -> Section:
        section = AuditSection(self._theme, self._desk)
        section.trail_asked.connect(self.trail_asked)
        section.review_asked.connect(self.review_asked)
        return section

    def _make_emergencies(self) -> Section:
        section = EmergenciesSection(self._theme, self._desk)
        section.history_asked.connect(self.history_asked)
        return section

    def _make_look(self) -> Section:
        theme = self._theme
        section = LookSection(theme, self._desk, theme.choice, theme.text_percent)
        section.look_chosen.connect(self.look_chosen)
        section.text_size_chosen.connect(self.text_size_chosen)
        return section

    def _lay_out(self) -> None:
        self._side = side = Panel(self._theme)
        self._on_theme_changed()
        self._theme.changed.connect(self._on_theme_changed)
        side.column.setContentsMargins(12, 16, 12, 12)
        side.column.addWidget(Label(self.tr("Settings"), "h1"))
        side.column.addSpacing(10)
        self._list_area = _scrolled(self.list)
        side.column.addWidget(self._list_area, 1)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._stack, 1)
        right.addWidget(self._strip)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addLayout(right, 1)

    def _on_theme_changed(self) -> None:
        self._side.setFixedWidth(self._theme.px(SIDE_WIDTH))

    def _keep_line_in_sight(self) -> None:
        self._list_area.ensureWidgetVisible(self.list.open_line(), 0, LINE_MARGIN)

    def _add_section(self, key: str) -> None:
        section = self._sections[key] = self._makers[key]()
        if not section.scrolls:
            self._stack.addWidget(section)
            self._shown[key] = section
            return
        area = self._shown[key] = _scrolled(section)
        self._stack.addWidget(area)

    def _read_when_seen(self) -> None:
        if self._is_stale and self.isVisible():
            self._is_stale = False
            self.section().read_again()

    def _on_changed(self, changes: Changes) -> None:
        if not any(changes.touches(part) for part in PARTS):
            return
        worker = self._sections.get("worker")
        if isinstance(worker, WorkerSection):
            worker.tell_worker()
        if changes.touches(Part.CATALOGUE):
            self._following.start()
        self._is_stale = True
        self._read_when_seen()

    def _on_strip(self) -> None:
        if self._following.is_running:
            self._following.stop()
        else:
            self._following.start()

    def _on_ended(self, is_whole: bool) -> None:
        rest: Waiting | None = None if is_whole else self._desk.read(waiting)
        if rest is None:
            self._strip.hide()
        else:
            self._strip.show_stopped(rest)


def _scrolled(inner: QWidget) -> QScrollArea:
    """A widget that scrolls where there is no room for it, on the ground it stands on."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    inner.setProperty("look", "scrolled")
    area.setWidget(inner)
    return area

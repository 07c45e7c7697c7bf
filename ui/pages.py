"""The pages of the desk: Today stands at once, each other page when it is opened or time allows."""

from collections.abc import Callable, Generator
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui import late
from ui.background import Job
from ui.contacts.composer import Composer
from ui.contacts.form import ContactForm
from ui.contacts.tab import ContactsTab
from ui.coverage.page import CoveragePage
from ui.desk import Desk
from ui.directory.page import DirectoryPage
from ui.list_export import ListExport
from ui.look.tab_order import enter
from ui.look.theme import Theme
from ui.paper import Paper
from ui.patient_view import HISTORY, PatientView
from ui.patients.page import PatientsPage
from ui.today.page import TodayPage
from ui.today.panel import TodayPanel

if TYPE_CHECKING:
    from ui.audit.page import AuditPage
    from ui.imports.page import ImportPage
    from ui.insights.page import InsightsPage
    from ui.settings.page import SettingsPage
    from ui.trials.page import TrialsPage

TODAY, PATIENTS, DIRECTORY, SETTINGS, IMPORT, TRIALS, COVERAGE, INSIGHTS, AUDIT = (
    "today",
    "patients",
    "directory",
    "settings",
    "import",
    "trials",
    "coverage",
    "insights",
    "audit",
)
PAGE_KEYS = {
    TODAY: "Ctrl+1",
    PATIENTS: "Ctrl+2",
    DIRECTORY: "Ctrl+3",
    COVERAGE: "Ctrl+4",
    INSIGHTS: "Ctrl+5",
    SETTINGS: "Ctrl+,",
    TRIALS: "Ctrl+T",
}
HOME = {IMPORT: PATIENTS, TRIALS: PATIENTS, AUDIT: SETTINGS}
"""The place of the rail to which a page belongs that has none of its own."""

PAUSE_MS = 60
LOADING_AFTER_MS = 600
"""Loading shares the interpreter with painting: the desk is in its place and painted before."""


def build_today(theme: Theme, desk: Desk, paper: Paper) -> Generator[None, None, TodayPage]:
    """The Today page in pieces: the owner lets the window live at each yield."""
    form = ContactForm(theme, desk)
    yield
    composer = Composer(theme, desk, form=form)
    yield
    contacts = ContactsTab(theme, desk, paper)
    yield
    patient = PatientView(theme, desk, composer, contacts, paper)
    yield
    return TodayPage(theme, TodayPanel(theme, desk), patient)


class Pages(QStackedWidget):
    """Shows one page; building the next one never holds up the nurse for long.

    `page_asked` carries the key of a page that wants to be shown, `patient_opened` a patient's
    id, the others what was chosen in Settings.
    """

    page_asked = Signal(str)
    patient_opened = Signal(int)
    worker_chosen = Signal(int)
    look_chosen = Signal(object)
    text_size_chosen = Signal(int)
    restore_asked = Signal(object)
    turn_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        paper: Paper,
        settings: "Callable[[Theme, Desk], SettingsPage]",
        today: TodayPage,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._desk, self._paper = theme, desk, paper
        self._make_settings = settings
        self.today = today
        self.addWidget(today)
        self.lists = ListExport(theme, desk, paper, self)
        desk.list_asked.connect(self.lists.take)
        self._patients: PatientsPage | None = None
        self._directory: DirectoryPage | None = None
        self._coverage: CoveragePage | None = None
        self._insights: InsightsPage | None = None
        self._imports: ImportPage | None = None
        self._settings: SettingsPage | None = None
        self._trials: TrialsPage | None = None
        self._audit: AuditPage | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._build_next)
        self._loading = Job(late.load_pages, self)
        self._loading.finished.connect(lambda: self._timer.start())
        QTimer.singleShot(LOADING_AFTER_MS, self, self._loading.start)

    @property
    def paper(self) -> Paper:
        """The door to files and the printer."""
        return self._paper

    @property
    def patients(self) -> PatientsPage:
        """The list of patients."""
        if self._patients is None:
            self._patients = PatientsPage(self._theme, self._desk, self._paper)
            self._patients.patient_opened.connect(self.patient_opened)
            self._patients.import_asked.connect(lambda: self.imports.choose_files())
            self._patients.trials_asked.connect(lambda: self.page_asked.emit(TRIALS))
            self.addWidget(self._patients)
        return self._patients

    @property
    def directory(self) -> DirectoryPage:
        """The members of the team."""
        if self._directory is None:
            self._directory = DirectoryPage(self._theme, self._desk)
            self.addWidget(self._directory)
        return self._directory

    @property
    def coverage(self) -> CoveragePage:
        """Where care has a gap, over all patients."""
        if self._coverage is None:
            self._coverage = CoveragePage(self._theme, self._desk, self._paper)
            self._coverage.patient_opened.connect(self.patient_opened)
            self.addWidget(self._coverage)
        return self._coverage

    @property
    def insights(self) -> "InsightsPage":
        """What the work came to, in figures."""
        if self._insights is None:
            from ui.insights.page import InsightsPage

            self._insights = InsightsPage(self._theme, self._desk, self._paper)
            self._insights.patient_opened.connect(self.patient_opened)
            self.addWidget(self._insights)
        return self._insights

    @property
    def imports(self) -> "ImportPage":
        """Bringing in files."""
        if self._imports is None:
            from ui.imports.page import ImportPage

            self._imports = ImportPage(self._theme, self._desk, self._paper)
            self._imports.opened.connect(lambda: self.page_asked.emit(IMPORT))
            self._imports.finished.connect(lambda: self.page_asked.emit(PATIENTS))
            self.addWidget(self._imports)
        return self._imports

    @property
    def trials(self) -> "TrialsPage":
        """The register of trials, and who has not been offered one."""
        if self._trials is None:
            from ui.trials.page import TrialsPage

            self._trials = TrialsPage(self._theme, self._desk)
            self._trials.patient_opened.connect(self.patient_opened)
            self.addWidget(self._trials)
        return self._trials

    @property
    def audit(self) -> "AuditPage":
        """The audit trail and its review."""
        if self._audit is None:
            from ui.audit.page import AuditPage

            self._audit = AuditPage(self._theme, self._desk, self._paper)
            self._audit.left.connect(lambda: self.page_asked.emit(SETTINGS))
            self.addWidget(self._audit)
        return self._audit

    @property
    def settings(self) -> "SettingsPage":
        """The clinic's rules and this machine's look."""
        if self._settings is None:
            self._settings = self._make_settings(self._theme, self._desk)
            self._settings.worker_chosen.connect(self.worker_chosen)
            self._settings.look_chosen.connect(self.look_chosen)
            self._settings.text_size_chosen.connect(self.text_size_chosen)
            self._settings.restore_asked.connect(self.restore_asked)
            self._settings.trail_asked.connect(self.ask_trail)
            self._settings.review_asked.connect(self._on_review_asked)
            self._settings.turn_asked.connect(self.turn_asked)
            self._settings.history_asked.connect(self._on_history_asked)
            self.addWidget(self._settings)
        return self._settings

    def open(self, key: str) -> None:
        """Show a page."""
        page: dict[str, Callable[[], QWidget]] = {
            TODAY: lambda: self.today,
            PATIENTS: lambda: self.patients,
            DIRECTORY: lambda: self.directory,
            COVERAGE: lambda: self.coverage,
            INSIGHTS: lambda: self.insights,
            IMPORT: lambda: self.imports,
            SETTINGS: lambda: self.settings,
            TRIALS: lambda: self.trials,
            AUDIT: lambda: self.audit,
        }
        self.setCurrentWidget(page[key]())

    def take_keyboard(self) -> None:
        """Put the keyboard on the list of the page that is shown; the patient stays who it is."""
        page, patient_id = self.currentWidget(), self.today.patient.patient_id
        if page is self.today:
            is_listed = patient_id is None or self.today.panel.row_of(patient_id) is not None
            page = self.today.panel if is_listed else self.today.patient
        if page is not None:
            enter(page)

    def stop(self) -> None:
        """Stop what goes on in the background and wait for it."""
        self._timer.stop()
        if self._imports is not None:
            self._imports.stop()
        if self._insights is not None:
            self._insights.stop()
        if self._settings is not None:
            self._settings.stop()

    def ask_trail(self) -> None:
        """Want to see the audit trail."""
        self.page_asked.emit(AUDIT)

    def _on_review_asked(self) -> None:
        self.audit.open_review()
        self.page_asked.emit(AUDIT)

    def _on_history_asked(self, patient_id: int) -> None:
        self.patient_opened.emit(patient_id)
        self.today.patient.enter_tab(HISTORY)

    def _build_next(self) -> None:
        waiting: tuple[tuple[QWidget | None, Callable[[], QWidget]], ...] = (
            (self._patients, lambda: self.patients),
            (self._directory, lambda: self.directory),
            (self._coverage, lambda: self.coverage),
            (self._insights, lambda: self.insights),
            (self._imports, lambda: self.imports),
            (self._settings, lambda: self.settings),
            (self._trials, lambda: self.trials),
        )
        for page, build in waiting:
            if page is None:
                build()
                self._timer.start()
                return

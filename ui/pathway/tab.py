"""The Pathway tab: where a patient stands, the tests, the stays, and the disease over time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careteam.domain.changes import Changes, Part
from careteam.domain.dates import day_shown
from careteam.storage.reads.pathway import PathwayPage, pathway_page
from careteam.storage.reads.patient_page import PatientPageRow
from careteam.storage.writes.milestone_proposals import propose_milestones
from ui.desk import Desk
from ui.look.buttons import Button, ButtonKind
from ui.look.cards import HeadingRow
from ui.look.labels import ElidedLabel, Label
from ui.look.seen_page import SeenPage
from ui.look.theme import Theme
from ui.override import override
from ui.pathway.cards import PathwayCards
from ui.pathway.disease import DiseaseOverTime
from ui.pathway.milestones import Milestones
from ui.pathway.proposals import Proposals
from ui.pathway.stays import Stays
from ui.pathway.strip import PhaseStrip

SHOWN_PARTS = (Part.PATHWAY, Part.PHASE, Part.SUGGESTION, Part.PATIENT, Part.CATALOGUE)


class PathwayTab(SeenPage):
    """The way through treatment of one patient; `phase_asked` asks for the sheet of the phase,
    `trials_asked` for the register of trials.

    It reads when it is seen: a patient who is only passed by costs nothing here.
    """

    phase_asked = Signal()
    trials_asked = Signal()

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._patient: PatientPageRow | None = None
        self._phase_id: int | None = None
        self._about = ElidedLabel("", "quiet")
        self._hint = Label("", "quiet", wrap=True)
        self.strip = PhaseStrip(theme)
        self.milestones = Milestones(theme, desk)
        self.proposals = Proposals(theme, desk)
        self.stays = Stays(theme, desk)
        self.disease = DiseaseOverTime(theme, desk)
        self.cards = PathwayCards(theme, desk)
        self.cards.trials_asked.connect(self.trials_asked)
        self._ask = Button(theme, self.tr("Propose tests"), ButtonKind.QUIET, small=True)
        self._ask.setToolTip(self.tr("Propose every test that this phase asks for"))
        self._ask.clicked.connect(self._propose)
        self._lay_out(theme)
        key = QShortcut(QKeySequence(Qt.Key.Key_P), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.milestones.plan)
        desk.changed.connect(self._on_changed)

    def _lay_out(self, theme: Theme) -> None:
        heading = HeadingRow(Label(self.tr("Pathway"), "h2"))
        heading.add_beside(self._about)
        change = Button(theme, self.tr("Change phase"))
        change.clicked.connect(self.phase_asked)
        heading.add_at_end(change)
        tests = HeadingRow(Label(self.tr("Tests and milestones"), "h2"))
        plan = Button(theme, self.tr("Plan a test"), ButtonKind.QUIET, "P", small=True)
        plan.clicked.connect(self.milestones.plan)
        tests.add_at_end(self._ask)
        tests.add_at_end(plan)
        tests.add_at_end(self.milestones.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(heading)
        column.addWidget(self.strip)
        column.addWidget(self._hint)
        column.addWidget(tests)
        column.addWidget(self.proposals)
        column.addWidget(self.milestones)
        column.addWidget(self.cards)
        column.addWidget(self.disease)
        column.addWidget(self.stays)
        column.addStretch(1)

    def show_patient(self, patient: PatientPageRow | None) -> None:
        """Show the pathway of a patient, or nothing."""
        self._patient = patient
        self.cards.show_patient(patient)
        self.read_when_seen()

    @override
    def read_again(self) -> None:
        """Read the page; while the tab is not seen, as soon as it is."""
        page: PathwayPage | None = None
        if self._patient is not None:
            today, rules = self._desk.moment.today, self._desk.rules
            page = self._desk.read(pathway_page, self._patient.id, today=today, rules=rules)
        self._show(page)

    def _show(self, page: PathwayPage | None) -> None:
        patient_id = self._patient.id if self._patient else None
        pathway = page.pathway if page else None
        self._phase_id = pathway.phase_id if pathway else None
        self.strip.show_parts(pathway.parts if pathway else (), self._desk.moment.today)
        self._show_words(page)
        self.proposals.show_rows(page.proposals if page else ())
        self.milestones.show_rows(patient_id, page.milestones if page else ())
        self.disease.show_rows(
            patient_id, page.statuses if page else (), page.icd_state if page else ""
        )
        self.stays.show_rows(patient_id, page.stays if page else ())
        self._ask.setVisible(self._phase_id is not None and not (page and page.proposals))

    def _show_words(self, page: PathwayPage | None) -> None:
        pathway = page.pathway if page else None
        about = ""
        if pathway is not None and pathway.started_on is not None:
            label = pathway.label or self.tr("not chosen")
            day = day_shown(pathway.started_on)
            about = self.tr("{label} · started {day}").format(label=label, day=day)
        self._about.setText(about)
        hint = ""
        if pathway is None or not pathway.phase:
            hint = self.tr("No phase is set yet. Change phase sets the first one and the pathway.")
        elif not pathway.key:
            hint = self.tr("Choose the pathway with Change phase, to see what comes next.")
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def _propose(self) -> None:
        if self._patient is not None and self._phase_id is not None:
            self._desk.do(propose_milestones, self._patient.id, self._phase_id)

    def _on_changed(self, changes: Changes) -> None:
        if self._patient is not None and any(
            changes.touches(part, self._patient.id) for part in SHOWN_PARTS
        ):
            self.read_when_seen()

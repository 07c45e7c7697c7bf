"""The cards below a patient's milestones: plan, trials, findings, tumour boards, checklists."""

from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from careteam.domain.changes import Changes, Part
from careteam.domain.checklists import CHECKLISTS
from careteam.storage.reads.patient_page import PatientPageRow
from careteam.storage.reads.plan import care_plan
from careteam.storage.reads.trials import patient_trials
from ui.desk import Desk
from ui.look.tab_order import stops_in
from ui.look.theme import Theme
from ui.pathway.checklist_card import ChecklistCard
from ui.pathway.conference_card import ConferenceCard
from ui.pathway.findings_card import FindingsCard
from ui.pathway.plan_card import PlanCard
from ui.pathway.section_card import SectionCard
from ui.pathway.trials_card import TrialsCard

GAP = 12
LEAST_TWO_COLUMNS = 520
PLAN_PARTS = (Part.PATHWAY, Part.PATIENT, Part.PHASE, Part.CATALOGUE)
TRIAL_PARTS = (Part.TRIAL, Part.CATALOGUE)


class PathwayCards(QWidget):
    """Two cards in a row where there is room, one where there is not; hidden without a patient.

    Nothing is read before the cards are seen. `trials_asked` asks for the register of all trials.
    """

    trials_asked = Signal()

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._desk = theme, desk
        self._patient: PatientPageRow | None = None
        self._is_stale = False
        self._asked_lists: set[str] = set()
        self.plan = PlanCard(theme, desk)
        self.trials = TrialsCard(theme, desk)
        self.findings = FindingsCard(theme, desk)
        self.conferences = ConferenceCard(theme, desk)
        self.checklists = {kind: ChecklistCard(theme, desk, kind) for kind in CHECKLISTS}
        self._cards: tuple[SectionCard, ...] = (
            self.plan,
            self.trials,
            self.findings,
            self.conferences,
            *self.checklists.values(),
        )
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self.plan.checklist_asked.connect(self._on_checklist_asked)
        self.trials.register_asked.connect(self.trials_asked)
        for card in self._cards:
            self._make_keys(card)
        desk.changed.connect(self._on_changed)
        theme.changed.connect(self._arrange)
        self._arrange()
        self.hide()

    def show_patient(self, patient: PatientPageRow | None) -> None:
        """Show the cards of a patient, or nothing."""
        if patient is None or self._patient is None or patient.id != self._patient.id:
            self._asked_lists.clear()
        self._patient, self._is_stale = patient, True
        self.setVisible(patient is not None)
        if self.isVisible():
            self._read()

    @override
    def minimumSizeHint(self) -> QSize:
        """One column is enough."""
        widths = [card.minimumSizeHint().width() for card in self._cards if not card.isHidden()]
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _make_keys(self, card: SectionCard) -> None:
        for act in card.acts:
            if len(act.key) == 1:
                shortcut = QShortcut(QKeySequence(act.key), self)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(act.do)

    def _read(self) -> None:
        if self._is_stale:
            self._is_stale = False
            self._read_plan()
            self._read_trials()

    def _read_plan(self) -> None:
        patient, desk = self._patient, self._desk
        if patient is None:
            return
        plan = desk.read(care_plan, patient.id, today=desk.moment.today, rules=desk.rules)
        for card in (self.plan, self.findings, self.conferences):
            card.show_plan(patient.id, plan)
        for row in plan.checklists:
            card = self.checklists[row.list]
            card.show_list(patient.id, row)
            is_shown = row.is_called_for or row.is_begun or row.list in self._asked_lists
            card.setVisible(is_shown)
        self._arrange(anew=True)
        self._order_stops()

    def _read_trials(self) -> None:
        if self._patient is not None:
            rows = self._desk.read(patient_trials, self._patient.id, rules=self._desk.rules)
            self.trials.show_offers(self._patient.id, rows)
            self._order_stops()

    def _arrange(self, *, anew: bool = False) -> None:
        columns = 2 if self.width() >= self._theme.px(LEAST_TWO_COLUMNS) else 1
        if columns == self._columns and not anew:
            return
        self._columns = columns
        while self._grid.takeAt(0) is not None:
            pass
        shown = [card for card in self._cards if not card.isHidden()]
        for place, card in enumerate(shown):
            self._grid.addWidget(card, place // columns, place % columns)
        for card in self._cards:
            if card.parentWidget() is not self:
                card.setParent(self)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _order_stops(self) -> None:
        """Let Tab go through the cards as they are read; parts came in after the window stood."""
        stops = stops_in(self)
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _on_checklist_asked(self, kind: str) -> None:
        self._asked_lists.add(kind)
        self._read_plan()

    def _on_changed(self, changes: Changes) -> None:
        if self._patient is None:
            return
        if not self.isVisible():
            self._is_stale = True
            return
        if any(changes.touches(part, self._patient.id) for part in PLAN_PARTS):
            self._read_plan()
        if any(changes.touches(part, self._patient.id) for part in TRIAL_PARTS):
            self._read_trials()

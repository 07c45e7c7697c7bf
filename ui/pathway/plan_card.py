"""The treatment plan of a patient: treatments and overlays as chips, and what shaped them."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from careteam.domain.checklists import CAR_T, TRANSPLANT
from careteam.domain.dates import day_bare
from careteam.outgoing.listed import Told
from careteam.outgoing.record_lists import treatments_list
from careteam.storage.reads.plan_rows import PlanRow
from ui.desk import Desk
from ui.list_button import ListAsked
from ui.look.labels import Label
from ui.look.press_chips import PressChips
from ui.look.theme import Theme
from ui.pathway import plan_words as words
from ui.pathway.plan_sheets import OverlayEndSheet, OverlaySheet, ProfileSheet, TreatmentSheet
from ui.pathway.section_card import Act, SectionCard


class PlanCard(SectionCard):
    """Each chip opens its entry; `checklist_asked` carries the kind of a checklist to show."""

    checklist_asked = Signal(str)

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("PlanCard", "Treatment plan")
        super().__init__(theme, title, parent)
        self._desk = desk
        self._patient_id = 0
        self._plan: PlanRow | None = None
        self.offer(
            self.tr("Change"),
            (
                Act(self.tr("Add a treatment…"), "T", self._add_treatment),
                Act(self.tr("Start what runs across phases…"), "O", self._start_overlay),
                Act(self.tr("What shapes the plan…"), "W", self._shape),
                Act(self.tr("Transplant checklist"), "", lambda: self._ask(TRANSPLANT)),
                Act(self.tr("CAR-T checklist"), "", lambda: self._ask(CAR_T)),
                Act(self.tr("Save the list of treatments…"), "", self.save_list),
            ),
        )
        self.treatments, self.overlays = PressChips(theme), PressChips(theme)
        self._shaped = Label("", "quiet", wrap=True)
        self._goal = Label("", "quiet", wrap=True)
        for part in (self.treatments, self.overlays, self._shaped, self._goal):
            self.column.addWidget(part)
        self.finish()
        self.treatments.pressed.connect(self._on_treatment)
        self.overlays.pressed.connect(self._on_overlay)

    def show_plan(self, patient_id: int, plan: PlanRow) -> None:
        """Show the plan of a patient."""
        self._patient_id, self._plan = patient_id, plan
        today = self._desk.moment.today
        self.treatments.show_chips(
            [(row.id, words.treatment_chip(row, today)) for row in plan.treatments]
        )
        self.overlays.show_chips(
            [(row.id, words.overlay_chip(row, today)) for row in plan.overlays]
        )
        is_empty = not plan.treatments and not plan.overlays
        self.say_nothing_yet(self.tr("No treatment is in the plan yet.") if is_empty else "")
        self._shaped.setText(words.shaped_by(plan.profile))
        self._goal.setText(self._goal_words())
        self._goal.setVisible(bool(self._goal.text()))

    def _goal_words(self) -> str:
        profile = self._plan.profile if self._plan else None
        if profile is None:
            return ""
        said = [self.tr("Intent: {what}").format(what=profile.intent_label)]
        said = said if profile.intent_label else []
        if profile.first_treated_on is not None:
            day = day_bare(profile.first_treated_on, self._desk.moment.today)
            said.append(self.tr("First treatment {day}").format(day=day))
        return " · ".join(said)

    def save_list(self) -> None:
        """Save the treatments for a spreadsheet."""
        told = Told(self._desk.moment, self._desk.rules)
        asked = ListAsked(treatments_list(told, self._patient_id), self._patient_id)
        if self._plan is not None:
            self._desk.list_asked.emit(asked)

    def _ask(self, kind: str) -> None:
        self.checklist_asked.emit(kind)

    def _add_treatment(self) -> None:
        place = self.window()
        self.open_sheet(TreatmentSheet(self._theme, self._desk, place, self._patient_id))

    def _start_overlay(self) -> None:
        place = self.window()
        self.open_sheet(OverlaySheet(self._theme, self._desk, place, self._patient_id))

    def _shape(self) -> None:
        if self._plan is not None:
            place, profile = self.window(), self._plan.profile
            self.open_sheet(ProfileSheet(self._theme, self._desk, place, self._patient_id, profile))

    def _on_treatment(self, key: object) -> None:
        for row in self._plan.treatments if self._plan else ():
            if row.id == key:
                place = self.window()
                self.open_sheet(
                    TreatmentSheet(self._theme, self._desk, place, self._patient_id, row)
                )

    def _on_overlay(self, key: object) -> None:
        for row in self._plan.overlays if self._plan else ():
            if row.id == key:
                self.open_sheet(OverlayEndSheet(self._theme, self._desk, self.window(), row))

"""Small sheets that move a patient into another phase or another state."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from careteam.domain.changes import Changes
from careteam.domain.dates import day_shown
from careteam.domain.errors import Refused
from careteam.domain.patients import Status, StatusDraft
from careteam.storage.reads.pathway import pathway_of
from careteam.storage.reads.patient_form import RoleAsked, roles_asked
from careteam.storage.reads.patient_page import PatientPageRow, patient_page
from careteam.storage.writes.patients import change_phase, set_status, take_back_phase
from careteam.storage.writes.phases import PhaseDraft
from ui.desk import Desk, Undo
from ui.form_sheet import FormSheet, day_field, day_of
from ui.look.cards import Card
from ui.look.choices import Choice
from ui.look.fields import Field, LineEdit
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.theme import Theme
from ui.patients.notices import status_word
from ui.patients.options import pathway_options, phase_options


def read_patient(desk: Desk, patient_id: int) -> PatientPageRow:
    """The patient as the sheets name them; Missing when there is none."""
    return desk.read(patient_page, patient_id, today=desk.moment.today, rules=desk.rules)


class StatusSheet(FormSheet):
    """Says that a patient died, was transferred, declined, was closed, or is active again."""

    def __init__(self, theme: Theme, desk: Desk, patient_id: int, host: QWidget) -> None:
        self._desk = desk
        self._patient = read_patient(desk, patient_id)
        title = QCoreApplication.translate("StatusSheet", "Where {name} stands")
        words = QCoreApplication.translate("StatusSheet", "Save")
        super().__init__(theme, title.format(name=self._patient.name), host, words, self._save_it)
        self._status = Choice(theme, self._options(), empty=self.tr("Choose"))
        self._on = day_field(theme, desk.moment.today)
        self._on.set_value(desk.moment.today)
        self._reason = LineEdit(theme)
        self._hint = Label("", "sub", wrap=True)
        self.body.addWidget(Label(self._stands(), "quiet", wrap=True))
        self.add_field("status", Field(theme, self.tr("From now on"), self._status))
        self.body.addWidget(self._hint)
        self.add_field("on", Field(theme, self.tr("Since"), self._on))
        self.add_field("reason", Field(theme, self.tr("Why"), self._reason))
        self._status.edited.connect(self._on_status)
        self._on_status()
        self.finish()

    def _options(self) -> tuple[Option, ...]:
        others = [status for status in Status if status is not self._patient.status]
        return tuple(Option(status, status_word(status)) for status in others)

    def _stands(self) -> str:
        patient = self._patient
        if patient.status_on is None:
            return self.tr("Now: {state}").format(state=status_word(patient.status))
        if not patient.status_reason:
            text = self.tr("Now: {state} since {day}")
        else:
            text = self.tr("Now: {state} since {day}, {reason}")
        return text.format(
            state=status_word(patient.status),
            day=day_shown(patient.status_on),
            reason=patient.status_reason,
        )

    def _on_status(self) -> None:
        is_leaving = self._status.value() not in ("", Status.ACTIVE)
        self._hint.setText(
            self.tr("Leaves every call list at once; team and contacts stay on record.")
        )
        self._hint.setVisible(is_leaving)

    def _save_it(self) -> Changes | None:
        if not self._status.value():
            raise Refused.at("status", self.tr("Choose where the patient stands from now on."))
        day = day_of(self._on, "on")
        assert day is not None  # noqa: S101 - day_of refuses a missing day
        patient = self._patient
        draft = StatusDraft(Status(self._status.value()), day, self._reason.text_value())
        before = StatusDraft(patient.status, patient.status_on or day, patient.status_reason)
        undo = Undo(set_status, (patient.id, before))
        return self._desk.do(set_status, patient.id, draft, undo=undo)


class PhaseSheet(FormSheet):
    """Moves a patient to a phase, and shows which roles that phase asks for."""

    def __init__(self, theme: Theme, desk: Desk, patient_id: int, host: QWidget) -> None:
        self._desk = desk
        self._patient = read_patient(desk, patient_id)
        title = QCoreApplication.translate("PhaseSheet", "Phase of {name}")
        words = QCoreApplication.translate("PhaseSheet", "Save")
        super().__init__(theme, title.format(name=self._patient.name), host, words, self._save_it)
        options = phase_options(desk.rules.catalogue, self._patient.phase)
        self._phase = Choice(theme, options, empty=self.tr("Choose"))
        self._on = day_field(theme, desk.moment.today)
        self._on.set_value(desk.moment.today)
        self._reason = LineEdit(theme)
        self._stood_on = desk.read(pathway_of, patient_id)
        self._pathway = Choice(
            theme,
            pathway_options(desk.rules, self._stood_on),
            self._stood_on,
            empty=self.tr("None"),
        )
        self._roles = Card(12, 10)
        self._head = Label("", "strong", wrap=True)
        self._asked = Label("", "quiet", wrap=True)
        self._to_fill = Label("", "quiet", wrap=True)
        for label in (self._head, self._to_fill, self._asked):
            self._roles.column.addWidget(label)
        self.body.addWidget(Label(self._stands(), "quiet", wrap=True))
        self.add_field("phase", Field(theme, self.tr("Phase"), self._phase))
        self.add_field("on", Field(theme, self.tr("First day"), self._on))
        self.add_field("reason", Field(theme, self.tr("Reason, if there is one"), self._reason))
        self.add_field("pathway", Field(theme, self.tr("Pathway"), self._pathway))
        self.body.addWidget(self._roles)
        self._roles.hide()
        self._phase.edited.connect(self._show_roles)
        self.finish()

    def _stands(self) -> str:
        patient = self._patient
        if not patient.phase or patient.phase_since is None:
            return self.tr("No phase is known yet.")
        return self.tr("Now: {phase} since {day}").format(
            phase=patient.phase_label, day=day_shown(patient.phase_since)
        )

    def _show_roles(self) -> None:
        phase = self._phase.value()
        self._roles.setVisible(bool(phase))
        if not phase:
            return
        today, rules = self._desk.moment.today, self._desk.rules
        asked = self._desk.read(roles_asked, self._patient.id, phase, today=today, rules=rules)
        self._head.setText(
            QCoreApplication.translate(
                "PhaseSheet", "This phase asks for %n role(s)", None, len(asked)
            )
        )
        gaps = [role for role in asked if not role.is_filled and not role.is_declined]
        self._show_list(self._to_fill, self.tr("To fill: {roles}"), gaps)
        self._show_list(
            self._asked, self.tr("Filled: {roles}"), [role for role in asked if role.is_filled]
        )

    def _show_list(self, label: Label, words: str, roles: list[RoleAsked]) -> None:
        label.setText(words.format(roles=", ".join(role.label for role in roles)))
        label.setVisible(bool(roles))

    def _save_it(self) -> Changes | None:
        phase, patient = self._phase.value(), self._patient
        pathway = self._pathway.value()
        day = day_of(self._on, "on")
        if not phase and pathway != self._stood_on and patient.phase_since is not None:
            phase, day = patient.phase, patient.phase_since
        if not phase:
            raise Refused.at("phase", self.tr("Choose the phase."))
        assert day is not None  # noqa: S101 - day_of refuses a missing day
        draft = PhaseDraft(patient.id, phase, day, self._reason.text_value(), pathway)
        return self._desk.do(change_phase, draft, undo=self._undo(phase))

    def _undo(self, phase: str) -> Undo:
        patient, stood_on = self._patient, self._stood_on
        if phase == patient.phase and patient.phase_since is not None:
            before = PhaseDraft(patient.id, phase, patient.phase_since, pathway=stood_on)
            return Undo(change_phase, (before,))
        return Undo(take_back_phase, (patient.id, stood_on))

"""The sheets of a stay in hospital, its discharge, and the state of the disease."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from careteam.domain.changes import Changes
from careteam.domain.disease_status import DiseaseStatusDraft
from careteam.domain.errors import Refused
from careteam.domain.pathway import StayKind
from careteam.domain.stays import DischargeDraft, StayDraft
from careteam.storage.reads.pathway import StayRow
from careteam.storage.writes.disease_status import record_status, retract_status
from careteam.storage.writes.stays import (
    admit,
    correct_stay,
    discharge,
    reopen_stay,
    take_back_stay,
)
from ui.desk import MADE, Desk, Undo
from ui.form_sheet import FormSheet, day_field, day_of
from ui.look.check_box import CheckBox
from ui.look.choices import Choice
from ui.look.fields import Field, LineEdit
from ui.look.labels import Label
from ui.look.theme import Theme
from ui.patients.options import term_options


class StaySheet(FormSheet):
    """A stay on a ward or a visit to the emergency department; with a `row` it corrects that."""

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        host: QWidget,
        patient_id: int,
        kind: StayKind,
        row: StayRow | None = None,
    ) -> None:
        self._is_visit = kind is StayKind.EMERGENCY
        title = (
            QCoreApplication.translate("StaySheet", "Visit to the emergency department")
            if self._is_visit
            else QCoreApplication.translate("StaySheet", "Stay in hospital")
        )
        words = QCoreApplication.translate("StaySheet", "Save")
        super().__init__(theme, title, host, words, self._save_it)
        self._desk, self._patient_id, self._kind, self._row = desk, patient_id, kind, row
        today = desk.moment.today
        self._from = day_field(theme, today)
        self._until = day_field(theme, today, self.tr("Leave empty while it lasts"))
        self._is_planned = CheckBox(theme, self.tr("It was planned"))
        self._where, self._reason = LineEdit(theme), LineEdit(theme)
        self._from.set_value(row.admitted_on if row else today)
        if row is not None:
            self._until.set_value(row.discharged_on)
            self._is_planned.setChecked(row.is_planned)
            self._where.setText(row.place)
            self._reason.setText(row.reason)
        first = self.tr("Day") if self._is_visit else self.tr("Admitted on")
        self.add_field("admitted_on", Field(theme, first, self._from))
        if not self._is_visit:
            self.add_field("discharged_on", Field(theme, self.tr("Discharged on"), self._until))
        self.add_field("reason", Field(theme, self.tr("Why"), self._reason))
        self.add_field("place", Field(theme, self.tr("Where"), self._where))
        if not self._is_visit:
            self.body.addWidget(self._is_planned)
            self.watch(self._is_planned.edited)
        self.finish()

    def _save_it(self) -> Changes | None:
        row, first = self._row, day_of(self._from, "admitted_on")
        if first is None:
            raise Refused.at("admitted_on", self.tr("Give a day."))
        until = None if self._is_visit else day_of(self._until, "discharged_on", needed=False)
        draft = StayDraft(
            self._patient_id,
            first,
            self._kind,
            until,
            self._is_planned.isChecked(),
            self._where.text_value(),
            self._reason.text_value(),
            row.id if row else None,
            row.version if row else None,
        )
        if row is None:
            return self._desk.do(admit, draft, undo=Undo(take_back_stay, (MADE,)))
        before = StayDraft(
            self._patient_id,
            row.admitted_on,
            row.kind,
            row.discharged_on,
            row.is_planned,
            row.place,
            row.reason,
            row.id,
        )
        return self._desk.do(correct_stay, draft, undo=Undo(correct_stay, (before,)))


class DischargeSheet(FormSheet):
    """The day of a discharge; the call after it is planned by the clinic's rule."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, row: StayRow) -> None:
        title = QCoreApplication.translate("DischargeSheet", "Discharge")
        words = QCoreApplication.translate("DischargeSheet", "Record")
        super().__init__(theme, title, host, words, self._save_it)
        self._desk, self._row = desk, row
        self._on = day_field(theme, desk.moment.today)
        self._on.set_value(desk.moment.today)
        self.add_field("on", Field(theme, self.tr("Discharged on"), self._on))
        text = self.tr("The clinic's rules plan the call after it, and it comes onto Today.")
        self.body.addWidget(Label(text, "quiet", wrap=True))
        self.finish()

    def _save_it(self) -> Changes | None:
        row, day = self._row, day_of(self._on, "on")
        if day is None:
            raise Refused.at("on", self.tr("Give a day."))
        draft = DischargeDraft(row.id, day, row.version)
        return self._desk.do(discharge, draft, undo=Undo(reopen_stay, (row.id,)))


class DiseaseSheet(FormSheet):
    """Remission and measurable residual disease as they are known on a day."""

    def __init__(
        self, theme: Theme, desk: Desk, host: QWidget, patient_id: int, icd_state: str
    ) -> None:
        title = QCoreApplication.translate("DiseaseSheet", "Remission and MRD")
        words = QCoreApplication.translate("DiseaseSheet", "Record")
        super().__init__(theme, title, host, words, self._save_it)
        self._desk, self._patient_id, self._before = desk, patient_id, icd_state
        catalogue = desk.rules.catalogue
        unknown = self.tr("Not said")
        self._remission = Choice(theme, term_options(catalogue, "remission"), empty=unknown)
        self._mrd = Choice(theme, term_options(catalogue, "mrd_status"), empty=unknown)
        self._on = day_field(theme, desk.moment.today)
        self._on.set_value(desk.moment.today)
        self._note = LineEdit(theme)
        self.add_field("remission", Field(theme, self.tr("Remission"), self._remission))
        self.add_field("mrd", Field(theme, self.tr("Measurable residual disease"), self._mrd))
        self.add_field("on", Field(theme, self.tr("As of"), self._on))
        self.add_field("note", Field(theme, self.tr("Note"), self._note))
        text = self.tr("The newest remission is also what the diagnosis says.")
        self.body.addWidget(Label(text, "quiet", wrap=True))
        self.finish()

    def _save_it(self) -> Changes | None:
        day = day_of(self._on, "on")
        if day is None:
            raise Refused.at("on", self.tr("Give a day."))
        draft = DiseaseStatusDraft(
            self._patient_id,
            day,
            self._remission.value(),
            self._mrd.value(),
            self._note.text_value(),
        )
        undo = Undo(retract_status, (MADE, self._before))
        return self._desk.do(record_status, draft, undo=undo)

"""The sheets of a test: planning it, its result, another day, leaving it out."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from careteam.domain.changes import Changes
from careteam.domain.disease_status import DiseaseStatusDraft
from careteam.domain.milestones import MilestoneDraft, SettleDraft
from careteam.domain.pathway import MilestoneState
from careteam.storage.reads.pathway import MilestoneRow
from careteam.storage.writes.disease_status import reopen_with_status, settle_with_status
from careteam.storage.writes.milestones import (
    amend_milestone,
    move_milestone,
    plan_milestone,
    reopen_milestone,
    settle_milestone,
    withdraw_milestone,
)
from ui.desk import MADE, Desk, Undo
from ui.form_sheet import FormSheet, day_field, day_of
from ui.look.choices import Choice
from ui.look.fields import Field, LineEdit
from ui.look.labels import Label
from ui.look.theme import Theme
from ui.patients.options import term_options

MRD = "mrd"


class MilestoneSheet(FormSheet):
    """A test as it is planned or was done; with a `row` it amends that one."""

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        host: QWidget,
        patient_id: int,
        row: MilestoneRow | None = None,
    ) -> None:
        title = (
            QCoreApplication.translate("MilestoneSheet", "Plan a test")
            if row is None
            else QCoreApplication.translate("MilestoneSheet", "Edit {what}").format(what=row.label)
        )
        words = QCoreApplication.translate("MilestoneSheet", "Save")
        super().__init__(theme, title, host, words, self._save_it)
        self._desk, self._patient_id, self._row = desk, patient_id, row
        today, kept = desk.moment.today, row.kind if row else ""
        options = term_options(desk.rules.catalogue, "test", *filter(None, (kept,)))
        self._kind = Choice(theme, options, kept, empty=self.tr("Choose"))
        self._label = LineEdit(theme)
        self._planned = day_field(theme, today, self.tr("24-Nov-2026, fri or in 2 weeks"))
        self._done = day_field(theme, today, self.tr("Leave empty while it is planned"))
        self._result = LineEdit(theme)
        if row is not None:
            self._label.setText(row.own_label)
            self._planned.set_value(row.planned_on)
            self._done.set_value(row.done_on)
            self._result.setText(row.result)
        self.add_field("kind", Field(theme, self.tr("Test"), self._kind))
        self.add_field("planned_on", Field(theme, self.tr("Planned for"), self._planned))
        self.add_field("label", Field(theme, self.tr("Name, where one is not enough"), self._label))
        self.add_field("done_on", Field(theme, self.tr("Done on"), self._done))
        self.add_field("result", Field(theme, self.tr("Result in a line"), self._result))
        self.finish()

    def _save_it(self) -> Changes | None:
        row = self._row
        draft = MilestoneDraft(
            self._patient_id,
            self._kind.value(),
            day_of(self._planned, "planned_on", needed=False),
            self._label.text_value(),
            day_of(self._done, "done_on", needed=False),
            self._result.text_value(),
            row.id if row else None,
            row.version if row else None,
        )
        if row is None:
            return self._desk.do(plan_milestone, draft, undo=Undo(withdraw_milestone, (MADE,)))
        before = MilestoneDraft(
            self._patient_id,
            row.kind,
            row.planned_on,
            row.own_label,
            row.done_on,
            row.result,
            row.id,
        )
        return self._desk.do(amend_milestone, draft, undo=Undo(amend_milestone, (before,)))


class DoneSheet(FormSheet):
    """The day and the result of a test that was done; an MRD test asks for the MRD as well."""

    def __init__(
        self, theme: Theme, desk: Desk, host: QWidget, patient_id: int, row: MilestoneRow
    ) -> None:
        title = QCoreApplication.translate("DoneSheet", "{what} is done").format(what=row.label)
        words = QCoreApplication.translate("DoneSheet", "Done")
        super().__init__(theme, title, host, words, self._save_it)
        self._desk, self._patient_id, self._row = desk, patient_id, row
        today = desk.moment.today
        self._result = LineEdit(theme)
        self._on = day_field(theme, today)
        is_past = row.planned_on is not None and row.planned_on <= today
        self._on.set_value(row.planned_on if is_past else today)
        self.add_field("result", Field(theme, self.tr("Result in a line"), self._result))
        self.add_field("on", Field(theme, self.tr("Done on"), self._on))
        options = term_options(desk.rules.catalogue, "mrd_status")
        self._mrd = Choice(theme, options, empty=self.tr("Not said"))
        if row.kind == MRD:
            name = self.tr("Measurable residual disease")
            self.add_field("mrd", Field(theme, name, self._mrd))
        self.body.addWidget(
            Label(self.tr("The result may follow later: open the line again."), "quiet", wrap=True)
        )
        self.finish()

    def _save_it(self) -> Changes | None:
        row, day = self._row, day_of(self._on, "on")
        result = self._result.text_value()
        draft = SettleDraft(row.id, MilestoneState.DONE, day, result, version=row.version)
        mrd = self._mrd.value() if row.kind == MRD else ""
        if not mrd or day is None:
            return self._desk.do(settle_milestone, draft, undo=Undo(reopen_milestone, (row.id,)))
        status = DiseaseStatusDraft(self._patient_id, day, mrd=mrd)
        undo = Undo(reopen_with_status, (row.id, MADE))
        return self._desk.do(settle_with_status, draft, status, undo=undo)


class LeaveOutSheet(FormSheet):
    """Why a planned test is not done."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, row: MilestoneRow) -> None:
        title = QCoreApplication.translate("LeaveOutSheet", "Leave out {what}")
        words = QCoreApplication.translate("LeaveOutSheet", "Leave out")
        super().__init__(theme, title.format(what=row.label), host, words, self._save_it)
        self._desk, self._row = desk, row
        self._reason = LineEdit(theme)
        self.add_field("reason", Field(theme, self.tr("Why"), self._reason))
        self.finish()

    def _save_it(self) -> Changes | None:
        row = self._row
        draft = SettleDraft(
            row.id,
            MilestoneState.LEFT_OUT,
            reason=self._reason.text_value(),
            version=row.version,
        )
        return self._desk.do(settle_milestone, draft, undo=Undo(reopen_milestone, (row.id,)))


class MoveSheet(FormSheet):
    """Another day for a planned test."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, row: MilestoneRow) -> None:
        title = QCoreApplication.translate("MoveSheet", "Another day for {what}")
        words = QCoreApplication.translate("MoveSheet", "Move")
        super().__init__(theme, title.format(what=row.label), host, words, self._save_it)
        self._desk, self._row = desk, row
        self._on = day_field(theme, desk.moment.today)
        self._on.set_value(row.planned_on)
        self.add_field("planned_on", Field(theme, self.tr("Planned for"), self._on))
        self.finish()

    def _save_it(self) -> Changes | None:
        row = self._row
        day = day_of(self._on, "planned_on")
        undo = Undo(move_milestone, (row.id, row.planned_on)) if row.planned_on else None
        return self._desk.do(move_milestone, row.id, day, row.version, undo=undo)

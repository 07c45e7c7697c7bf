"""The sheets of the treatment plan: a treatment, what runs across phases, what shapes the plan."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from careteam.domain.care_profile import PlanProfileDraft
from careteam.domain.changes import Changes
from careteam.domain.dates import day_shown
from careteam.domain.pathway import TreatmentState
from careteam.domain.rules import Rules
from careteam.domain.treatments import (
    IS_OVER,
    NEEDS_REASON,
    EndOverlayDraft,
    OverlayDraft,
    TreatmentDraft,
)
from careteam.storage.reads.plan_rows import OverlayRow, ProfileRow, TreatmentRow
from careteam.storage.writes.care_profile import save_plan_profile
from careteam.storage.writes.overlays import (
    end_overlay,
    reopen_overlay,
    start_overlay,
    withdraw_overlay,
)
from careteam.storage.writes.treatments import add_treatment, save_treatment, withdraw_treatment
from ui.desk import MADE, Desk, Undo
from ui.form_sheet import FormSheet, day_field, day_of
from ui.look.choices import Choice
from ui.look.fields import Field, LineEdit
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.theme import Theme
from ui.pathway import plan_words as words
from ui.team.sheets import term_options


class TreatmentSheet(FormSheet):
    """A treatment of the plan: which, where it stands, its days, and why it was stopped."""

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        host: QWidget,
        patient_id: int,
        row: TreatmentRow | None = None,
    ) -> None:
        title = row.label if row else QCoreApplication.translate("TreatmentSheet", "Add treatment")
        save = QCoreApplication.translate("TreatmentSheet", "Save")
        super().__init__(theme, title, host, save, self._write)
        self._desk, self._patient_id, self._row = desk, patient_id, row
        today = desk.moment.today
        self._modality = Choice(
            theme,
            held_options(desk.rules, "modality", row.modality if row else ""),
            row.modality if row else "",
            empty=self.tr("Choose"),
        )
        self._detail = LineEdit(theme, self.tr("such as dasatinib"))
        self._detail.setText(row.detail if row else "")
        self._state = Choice(theme, words.treatment_options(), row.state if row else "")
        self._started, self._ended = day_field(theme, today), day_field(theme, today)
        self._started.set_value(row.started_on if row else None)
        self._ended.set_value(row.ended_on if row else None)
        self._reason = LineEdit(theme)
        self._reason.setText(row.reason if row else "")
        self._start_field = Field(theme, "", self._started)
        self._end_field = Field(theme, self.tr("Last day"), self._ended)
        self._why_field = Field(theme, self.tr("Why"), self._reason)
        self.add_field("modality", Field(theme, self.tr("Treatment"), self._modality))
        self.add_field("detail", Field(theme, self.tr("With what"), self._detail))
        self.add_field("state", Field(theme, self.tr("Where it stands"), self._state))
        self.add_field("started_on", self._start_field)
        self.add_field("ended_on", self._end_field)
        self.add_field("reason", self._why_field)
        self.finish()
        self._state.chosen.connect(lambda _key: self._ask_what_belongs())
        self._ask_what_belongs()

    def _ask_what_belongs(self) -> None:
        state = TreatmentState(self._state.value())
        is_ahead = state in (TreatmentState.PLANNED, TreatmentState.CONSULT)
        label = self.tr("Planned for") if is_ahead else self.tr("First day")
        self._start_field.set_label(label)
        self._started.setAccessibleName(label)
        self._end_field.setVisible(state in IS_OVER)
        self._why_field.setVisible(state in NEEDS_REASON)

    def _write(self) -> Changes | None:
        row = self._row
        draft = TreatmentDraft(
            self._patient_id,
            self._modality.value(),
            TreatmentState(self._state.value()),
            day_of(self._started, "started_on", needed=False),
            day_of(self._ended, "ended_on", needed=False),
            self._detail.text_value(),
            self._reason.text_value(),
        )
        if row is None:
            return self._desk.do(add_treatment, draft, undo=Undo(withdraw_treatment, (MADE,)))
        before = TreatmentDraft(
            self._patient_id,
            row.modality,
            row.state,
            row.started_on,
            row.ended_on,
            row.detail,
            row.reason,
            row.id,
        )
        draft = replace(draft, id=row.id, version=row.version)
        return self._desk.do(save_treatment, draft, undo=Undo(save_treatment, (before,)))


class OverlaySheet(FormSheet):
    """What begins to run across phases, and from which day."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, patient_id: int) -> None:
        title = QCoreApplication.translate("OverlaySheet", "What runs across the phases")
        save = QCoreApplication.translate("OverlaySheet", "Save")
        super().__init__(theme, title, host, save, self._write)
        self._desk, self._patient_id = desk, patient_id
        options = term_options(desk.rules, "overlay")
        self._kind = Choice(theme, options, empty=self.tr("Choose"))
        self._from = day_field(theme, desk.moment.today)
        self._from.set_value(desk.moment.today)
        self._note = LineEdit(theme)
        self.add_field("kind", Field(theme, self.tr("What"), self._kind))
        self.add_field("started_on", Field(theme, self.tr("From"), self._from))
        self.add_field("note", Field(theme, self.tr("Note"), self._note))
        self.finish()

    def _write(self) -> Changes | None:
        day = day_of(self._from, "started_on") or self._desk.moment.today
        draft = OverlayDraft(self._patient_id, self._kind.value(), day, self._note.text_value())
        return self._desk.do(start_overlay, draft, undo=Undo(withdraw_overlay, (MADE,)))


class OverlayEndSheet(FormSheet):
    """The end of what runs across phases; without a day it runs on, or again."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, row: OverlayRow) -> None:
        save = QCoreApplication.translate("OverlayEndSheet", "Save")
        super().__init__(theme, row.label, host, save, self._write)
        self._desk, self._row = desk, row
        since = self.tr("Since {day}").format(day=day_shown(row.started_on))
        self.body.addWidget(Label(" · ".join(filter(None, (since, row.note))), "quiet", wrap=True))
        self._on = day_field(theme, desk.moment.today, self.tr("empty while it runs"))
        self._on.set_value(row.ended_on or desk.moment.today)
        self.add_field("on", Field(theme, self.tr("First day without it"), self._on))
        self.finish()

    def _write(self) -> Changes | None:
        row, day = self._row, day_of(self._on, "on", needed=False)
        undo = Undo(reopen_overlay, (row.id,))
        if row.ended_on is not None:
            undo = Undo(end_overlay, (EndOverlayDraft(row.id, row.ended_on),))
        if day is None:
            return self._desk.do(reopen_overlay, row.id, undo=undo)
        return self._desk.do(end_overlay, EndOverlayDraft(row.id, day), undo=undo)


class ProfileSheet(FormSheet):
    """What the plan rests on: pathway, intent, risk, CNS status, other conditions, first day."""

    def __init__(
        self, theme: Theme, desk: Desk, host: QWidget, patient_id: int, row: ProfileRow
    ) -> None:
        title = QCoreApplication.translate("ProfileSheet", "What shapes the plan")
        save = QCoreApplication.translate("ProfileSheet", "Save")
        super().__init__(theme, title, host, save, self._write)
        self._desk, self._patient_id, self._row = desk, patient_id, row
        rules, unknown = desk.rules, self.tr("Not known")
        pathways = [
            Option(one.key, one.label)
            for one in rules.clinical.pathways.values()
            if one.is_active or one.key == row.pathway
        ]
        self._pathway = Choice(theme, pathways, row.pathway, unknown)
        self._intent, self._risk, self._cns = (
            Choice(theme, held_options(rules, kind, held), held, unknown)
            for kind, held in (
                ("treatment_intent", row.intent),
                ("risk_group", row.risk_group),
                ("cns_status", row.cns_status),
            )
        )
        self._conditions = LineEdit(theme, self.tr("such as type 2 diabetes, heart failure"))
        self._conditions.setText(row.shaped_by)
        self._first = day_field(theme, desk.moment.today)
        self._first.set_value(row.first_treated_on)
        self.add_field("shaped_by", Field(theme, self.tr("Other conditions"), self._conditions))
        self.add_field("pathway", Field(theme, self.tr("Pathway"), self._pathway))
        self.add_field("intent", Field(theme, self.tr("Intent"), self._intent))
        self.add_field("risk_group", Field(theme, self.tr("Risk group"), self._risk))
        self.add_field("cns_status", Field(theme, self.tr("CNS status"), self._cns))
        self.add_field("first_treated_on", Field(theme, self.tr("First treatment"), self._first))
        self.finish()

    def _write(self) -> Changes | None:
        row = self._row
        draft = PlanProfileDraft(
            self._patient_id,
            self._pathway.value(),
            self._intent.value(),
            self._risk.value(),
            self._cns.value(),
            self._conditions.text_value(),
            day_of(self._first, "first_treated_on", needed=False),
            row.version,
        )
        before = PlanProfileDraft(
            self._patient_id,
            row.pathway,
            row.intent,
            row.risk_group,
            row.cns_status,
            row.shaped_by,
            row.first_treated_on,
        )
        return self._desk.do(save_plan_profile, draft, undo=Undo(save_plan_profile, (before,)))


def held_options(rules: Rules, kind: str, held: str) -> tuple[Option, ...]:
    """The words of a list, and the one that is held already even where it was switched off."""
    options = term_options(rules, kind)
    if not held or any(option.key == held for option in options):
        return options
    return (*options, Option(held, rules.catalogue.label(kind, held)))

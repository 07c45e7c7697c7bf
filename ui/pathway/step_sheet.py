"""The sheet of a patient's step with a trial, and the steps before it."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from careteam.domain.changes import Changes
from careteam.domain.dates import day_shown
from careteam.domain.errors import Refused
from careteam.domain.trials import NEEDS_REASON, OfferState, TrialState, TrialStepDraft
from careteam.storage.reads.trials import OfferRow, StepRow, TrialRow, trial_register
from careteam.storage.writes.trials import note_step, undo_step
from ui.desk import MADE, Desk, Undo
from ui.form_sheet import FormSheet, day_field, day_of
from ui.look.buttons import Button, ButtonKind
from ui.look.choices import Choice, SearchChoice
from ui.look.fields import Field, LineEdit
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.theme import Theme
from ui.team.sheets import term_options
from ui.trials.words import offer_options, offer_word, state_word


class StepSheet(FormSheet):
    """Which trial, where the patient stands with it since when, and why where that is asked."""

    def __init__(
        self, theme: Theme, desk: Desk, host: QWidget, patient_id: int, row: OfferRow | None = None
    ) -> None:
        title = QCoreApplication.translate("StepSheet", "Consider or offer a trial")
        if row is not None:
            title = " · ".join(filter(None, (row.nct, row.title)))
        save = QCoreApplication.translate("StepSheet", "Save")
        super().__init__(theme, title, host, save, self._write)
        self._desk, self._patient_id, self._row = desk, patient_id, row
        self._trial = SearchChoice(theme, (), placeholder=self.tr("Type a number or a title"))
        self._none = Label("", "quiet", wrap=True)
        options = offer_options(row.state if row else None)
        self._state = Choice(theme, options, empty=self.tr("Choose"))
        self._on = day_field(theme, desk.moment.today)
        self._on.set_value(desk.moment.today)
        reasons = term_options(desk.rules, "trial_reason")
        self._reason = Choice(theme, reasons, empty=self.tr("Choose why"))
        self._note = LineEdit(theme, self.tr("such as consent visit 25 Nov"))
        self._why = Field(theme, self.tr("Why"), self._reason)
        if row is None:
            self._offer_trials()
        self.add_field("state", Field(theme, self.tr("Where the patient stands"), self._state))
        self.add_field("reason", self._why)
        self.add_field("on", Field(theme, self.tr("Since"), self._on))
        self.add_field("note", Field(theme, self.tr("Note"), self._note))
        if row is not None:
            self._show_steps(theme, row)
        self.finish()
        self._state.chosen.connect(lambda _key: self._ask_why())
        self._ask_why()

    def _offer_trials(self) -> None:
        rows = self._desk.read(trial_register)
        self._trial.set_options([_option(row) for row in rows])
        self.add_field("trial_id", Field(self._theme, self.tr("Trial"), self._trial))
        self._none.setText(
            self.tr("The register has no trial yet; add one under All trials (Ctrl+T).")
        )
        self._none.setVisible(not rows)
        self.body.addWidget(self._none)

    def _show_steps(self, theme: Theme, row: OfferRow) -> None:
        self.body.addWidget(Label(self.tr("Until now"), "label"))
        for step in row.steps:
            self.body.addWidget(Label(step_words(step), "quiet", wrap=True))
        back = Button(theme, self.tr("Take back the last step"), ButtonKind.QUIET, small=True)
        back.clicked.connect(self._take_back)
        self.body.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)

    def _ask_why(self) -> None:
        self._why.setVisible(self._state.value() in NEEDS_REASON)

    def _write(self) -> Changes | None:
        row = self._row
        if row is None and not self._trial.value():
            raise Refused.at("trial_id", "Choose a trial.")
        if not self._state.value():
            raise Refused.at("state", "Choose where the patient stands.")
        draft = TrialStepDraft(
            self._patient_id,
            row.trial_id if row else int(self._trial.value()),
            OfferState(self._state.value()),
            day_of(self._on, "on") or self._desk.moment.today,
            self._reason.value(),
            self._note.text_value(),
            row.version if row else None,
        )
        return self._desk.do(note_step, draft, undo=Undo(undo_step, (MADE,)))

    def _take_back(self) -> None:
        row = self._row
        if row is None or not row.steps:
            return
        try:
            changes = self._desk.do(undo_step, row.steps[0].id)
        except Refused as refused:
            self._desk.failed.emit(refused.sentence)
            return
        if changes is not None:
            self.close_now()


def step_words(step: StepRow) -> str:
    """22-Nov-2026: Declined · Too far · the note · who noted it."""
    day = day_shown(step.on)
    said = [f"{day}: {offer_word(step.state)}", step.reason, step.note, step.by]
    return " · ".join(filter(None, said))


def _option(row: TrialRow) -> Option:
    label = f"{row.nct} · {row.title}" if row.nct else row.title
    return Option(str(row.id), label, "" if row.state is TrialState.OPEN else state_word(row.state))

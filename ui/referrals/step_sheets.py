"""The sheets of one referral: its next step, taking it up again, and its history."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from careteam.domain.changes import Changes
from careteam.domain.dates import day_shown
from careteam.domain.referrals import (
    NEXT_STATES,
    OPEN_STATES,
    ReferralState,
    ReferralStepDraft,
    ReopenDraft,
)
from careteam.storage.reads.referrals import ReferralRow, ReferralStepRow, referral_steps
from careteam.storage.writes.referral_undo import take_back_step
from careteam.storage.writes.referrals import reopen_referral, step_referral
from ui.desk import Desk, Undo
from ui.form_sheet import FormSheet, day_field, day_of
from ui.look.buttons import Button
from ui.look.choices import Choice, SearchChoice
from ui.look.columns import Column, Words
from ui.look.fields import Field, LineEdit
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.sheet import Sheet
from ui.look.tables import Table
from ui.look.theme import Theme
from ui.referrals.rows import state_words
from ui.team.sheets import person_options

USUAL_NEXT = {
    ReferralState.REQUESTED: ReferralState.ACCEPTED,
    ReferralState.ACCEPTED: ReferralState.SCHEDULED,
    ReferralState.SCHEDULED: ReferralState.IN_PROGRESS,
    ReferralState.IN_PROGRESS: ReferralState.COMPLETED,
}


class StepSheet(FormSheet):
    """What happened with a referral; it asks only for what the new state needs."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, row: ReferralRow) -> None:
        text = QCoreApplication.translate("StepSheet", "Referral: {to}")
        save = QCoreApplication.translate("StepSheet", "Record")
        super().__init__(theme, text.format(to=row.to), host, save, self._step)
        self._desk, self._row = desk, row
        options = [Option(state, state_words(state)) for state in NEXT_STATES[row.state]]
        self._state = Choice(theme, options, USUAL_NEXT[row.state])
        self._on = day_field(theme, desk.moment.today)
        self._on.set_value(desk.moment.today)
        self._person = SearchChoice(
            theme,
            person_options(desk, row.to_role),
            str(row.to_person_id or ""),
            placeholder=self.tr("Type a name"),
        )
        self._visit = day_field(theme, desk.moment.today, self.tr("fri, in 2 weeks, 8 Dec"))
        self._visit.set_value(row.scheduled_on)
        self._result = LineEdit(theme)
        self._note = LineEdit(theme)
        self._takes = Label(
            self.tr("Who accepts takes the role; where somebody holds it, as backup."),
            "quiet",
            wrap=True,
        )
        self.add_field("state", Field(theme, self.tr("Now"), self._state))
        self.add_field("on", Field(theme, self.tr("On"), self._on))
        self.add_field("person_id", Field(theme, self.tr("Accepted by"), self._person))
        self.body.addWidget(self._takes)
        self.add_field("scheduled_on", Field(theme, self.tr("Visit on"), self._visit))
        self.add_field("result", Field(theme, self.tr("Result"), self._result))
        self.add_field("note", Field(theme, self.tr("Note"), self._note))
        self.finish()
        self._state.chosen.connect(lambda _key: self._show_needed())
        self._show_needed()

    def _show_needed(self) -> None:
        state = ReferralState(self._state.value())
        takes_role = state is ReferralState.ACCEPTED and bool(self._row.to_role)
        self._fields["person_id"].setVisible(takes_role)
        self._takes.setVisible(takes_role)
        self._fields["scheduled_on"].setVisible(state is ReferralState.SCHEDULED)
        self._fields["result"].setVisible(state is ReferralState.COMPLETED)
        is_ended = state not in OPEN_STATES and state is not ReferralState.COMPLETED
        self._fields["note"].set_label(self.tr("Why") if is_ended else self.tr("Note"))

    def _step(self) -> Changes | None:
        row, state = self._row, ReferralState(self._state.value())
        is_scheduled = state is ReferralState.SCHEDULED
        person = self._person.value() if state is ReferralState.ACCEPTED else ""
        draft = ReferralStepDraft(
            row.id,
            state,
            day_of(self._on, "on") or self._desk.moment.today,
            self._note.text_value(),
            self._result.text_value() if state is ReferralState.COMPLETED else "",
            day_of(self._visit, "scheduled_on", needed=False) if is_scheduled else None,
            int(person) if person else None,
            row.version,
        )
        return self._desk.do(step_referral, draft, undo=Undo(take_back_step, (row.standing,)))


class ReopenSheet(FormSheet):
    """A closed referral is taken up again; the note says why."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, row: ReferralRow) -> None:
        text = QCoreApplication.translate("ReopenSheet", "Reopen the referral: {to}")
        save = QCoreApplication.translate("ReopenSheet", "Reopen")
        super().__init__(theme, text.format(to=row.to), host, save, self._reopen)
        self._desk, self._row = desk, row
        self._note = LineEdit(theme)
        self._on = day_field(theme, desk.moment.today)
        self._on.set_value(desk.moment.today)
        self.add_field("note", Field(theme, self.tr("Why it is taken up again"), self._note))
        self.add_field("on", Field(theme, self.tr("On"), self._on))
        self.body.addWidget(
            Label(self.tr("What came of it before stays in its history."), "quiet", wrap=True)
        )
        self.finish()

    def _reopen(self) -> Changes | None:
        row = self._row
        day = day_of(self._on, "on") or self._desk.moment.today
        draft = ReopenDraft(row.id, day, self._note.text_value(), row.version)
        return self._desk.do(reopen_referral, draft, undo=Undo(take_back_step, (row.standing,)))


class ReferralHistorySheet(Sheet):
    """Every step of a referral; only to be read, Esc closes it."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, row: ReferralRow) -> None:
        text = QCoreApplication.translate("ReferralHistorySheet", "Steps of the referral: {to}")
        super().__init__(theme, text.format(to=row.to), host)
        columns: tuple[Column[ReferralStepRow], ...] = (
            Column("on", self.tr("Day"), lambda step: day_shown(step.on), 124),
            Column(
                "state",
                self.tr("State"),
                lambda step: Words(state_words(step.state), strong=True),
                170,
            ),
            Column("note", self.tr("Note"), lambda step: Words(step.note or "—", step.by)),
        )
        self.table = Table(
            theme,
            self.tr("Steps of the referral"),
            columns,
            key=lambda step: step.id,
            has_two_lines=True,
        )
        self.table.show_rows(desk.read(referral_steps, row.id))
        if row.reason:
            self.body.addWidget(Label(row.reason, "quiet", wrap=True))
        self.body.addWidget(self.table)
        self.body.addStretch(1)
        close = Button(theme, self.tr("Close"), hint="Esc")
        close.clicked.connect(self.close_now)
        self.add_button(close)

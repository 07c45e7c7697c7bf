"""The sheets of the role board: assigning, replacing, ending, declining, holding, putting off."""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from careteam.domain.assignments import AssignmentDraft, DeclineDraft, EndDraft, Rank
from careteam.domain.changes import Changes
from careteam.domain.errors import Refused
from careteam.domain.rules import Rules
from careteam.storage.reads.board import BoardRow
from careteam.storage.reads.directory import candidates
from careteam.storage.writes.assignments import (
    assign,
    decline_role,
    end_assignment,
    hold_assignment,
    reopen_assignment,
    replace_holder,
    resume_assignment,
    withdraw_decline,
)
from careteam.storage.writes.follow_ups import SnoozeDraft, snooze, wake
from careteam.storage.writes.withdrawals import withdraw_assignment, withdraw_replacement
from ui.desk import MADE, Desk, Undo
from ui.form_sheet import FormSheet, day_field, day_of
from ui.look.choices import Choice, SearchChoice
from ui.look.fields import Field, LineEdit
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.segmented import SegmentedControl
from ui.look.theme import Theme


class AssignSheet(FormSheet):
    """Who takes which role, in which rank, from which day."""

    def __init__(
        self, theme: Theme, desk: Desk, host: QWidget, patient_id: int, role: str = ""
    ) -> None:
        title = QCoreApplication.translate("AssignSheet", "Assign a role")
        super().__init__(
            theme, title, host, QCoreApplication.translate("AssignSheet", "Assign"), self._assign
        )
        self._desk, self._patient_id = desk, patient_id
        self._role = SearchChoice(theme, role_options(desk.rules), role)
        self._person = SearchChoice(theme, (), placeholder=self.tr("Type a name"))
        self._rank = SegmentedControl(theme, self.tr("As"), rank_options(), Rank.PRIMARY)
        self._from = day_field(theme, desk.moment.today)
        self._from.set_value(desk.moment.today)
        self._nobody = Label("", "quiet", wrap=True)
        if role:
            self.add_field("person_id", Field(theme, self.tr("Person"), self._person))
            self.body.addWidget(self._nobody)
            self.add_field("role", Field(theme, self.tr("Role"), self._role))
        else:
            self.add_field("role", Field(theme, self.tr("Role"), self._role))
            self.add_field("person_id", Field(theme, self.tr("Person"), self._person))
            self.body.addWidget(self._nobody)
        self.add_field("rank", Field(theme, self.tr("As"), self._rank))
        self.add_field("on", Field(theme, self.tr("From"), self._from))
        self.finish()
        self._role.chosen.connect(lambda _key: self._offer())
        self._offer()

    def _offer(self) -> None:
        options = person_options(self._desk, self._role.value())
        self._person.set_options(options)
        self._nobody.setVisible(not options and bool(self._role.value()))
        self._nobody.setText(
            self.tr("Nobody in the directory can fill this role yet; add the role to a person.")
        )

    def _assign(self) -> Changes | None:
        if not self._role.value():
            raise Refused.at("role", "Choose a role.")
        if not self._person.value():
            raise Refused.at("person_id", "Choose a person.")
        draft = AssignmentDraft(
            self._patient_id,
            self._role.value(),
            int(self._person.value()),
            Rank(self._rank.value()),
            day_of(self._from, "on"),
        )
        return self._desk.do(assign, draft, undo=Undo(withdraw_assignment, (MADE,)))


class ReplaceSheet(FormSheet):
    """Somebody else for a role, from a day on, in one step."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, row: BoardRow) -> None:
        text = QCoreApplication.translate("ReplaceSheet", "Replace {person}")
        super().__init__(
            theme,
            text.format(person=row.person),
            host,
            QCoreApplication.translate("ReplaceSheet", "Replace"),
            self._replace,
        )
        self._desk, self._row = desk, row
        options = [o for o in person_options(desk, row.role) if o.key != str(row.person_id)]
        self._person = SearchChoice(theme, options, placeholder=self.tr("Type a name"))
        self._from = day_field(theme, desk.moment.today)
        self._from.set_value(desk.moment.today)
        self.add_field("person_id", Field(theme, row.role_label, self._person))
        self.add_field("on", Field(theme, self.tr("From"), self._from))
        self.body.addWidget(
            Label(self.tr("The history keeps who held the role until then."), "quiet", wrap=True)
        )
        self.finish()

    def _replace(self) -> Changes | None:
        if not self._person.value():
            raise Refused.at("person_id", "Choose a person.")
        old = self._row.assignment_id
        day = day_of(self._from, "on")
        return self._desk.do(
            replace_holder,
            old,
            int(self._person.value()),
            on=day,
            undo=Undo(withdraw_replacement, (MADE, old)),
        )


class EndSheet(FormSheet):
    """The end of an assignment, with its coded reason."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, row: BoardRow) -> None:
        text = QCoreApplication.translate("EndSheet", "{person} is no longer {role}")
        super().__init__(
            theme,
            text.format(person=row.person, role=row.role_label),
            host,
            QCoreApplication.translate("EndSheet", "End"),
            self._end,
        )
        self._desk, self._row = desk, row
        self._reason = Choice(
            theme, term_options(desk.rules, "end_reason"), empty=self.tr("Choose why")
        )
        self._on = day_field(theme, desk.moment.today)
        self._on.set_value(desk.moment.today)
        self._note = LineEdit(theme)
        self.add_field("reason", Field(theme, self.tr("Why"), self._reason))
        self.add_field("on", Field(theme, self.tr("First day without it"), self._on))
        self.add_field("note", Field(theme, self.tr("Note"), self._note))
        self.finish()

    def _end(self) -> Changes | None:
        row = self._row
        draft = EndDraft(
            row.assignment_id or 0,
            day_of(self._on, "on") or self._desk.moment.today,
            self._reason.value(),
            self._note.text_value(),
            row.version,
        )
        return self._desk.do(
            end_assignment, draft, undo=Undo(reopen_assignment, (row.assignment_id,))
        )


class DeclineSheet(FormSheet):
    """The patient does not want a role; when to ask again."""

    def __init__(
        self, theme: Theme, desk: Desk, host: QWidget, patient_id: int, row: BoardRow
    ) -> None:
        text = QCoreApplication.translate("DeclineSheet", "{role}: the patient declines")
        super().__init__(
            theme,
            text.format(role=row.role_label),
            host,
            QCoreApplication.translate("DeclineSheet", "Record"),
            self._decline,
        )
        self._desk, self._patient_id, self._row = desk, patient_id, row
        self._reason = Choice(
            theme, term_options(desk.rules, "decline_reason"), empty=self.tr("Not said")
        )
        phases = [
            Option(phase.key, phase.label)
            for phase in desk.rules.catalogue.phases.values()
            if phase.is_active
        ]
        self._phase = Choice(theme, phases, empty=self.tr("At no certain phase"))
        self._day = day_field(theme, desk.moment.today, self.tr("or on a day: in 4 weeks"))
        self.add_field("reason", Field(theme, self.tr("Why"), self._reason))
        self.add_field("phase", Field(theme, self.tr("Ask again at"), self._phase))
        self.add_field("ask_on", Field(theme, self.tr("Ask again on"), self._day))
        self.finish()

    def _decline(self) -> Changes | None:
        row = self._row
        draft = DeclineDraft(
            self._patient_id,
            row.role,
            self._desk.moment.today,
            self._reason.value(),
            day_of(self._day, "ask_on", needed=False),
            self._phase.value(),
        )
        return self._desk.do(
            decline_role, draft, undo=Undo(withdraw_decline, (self._patient_id, row.role))
        )


class HoldSheet(FormSheet):
    """A role rests for a while, with the reason."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, row: BoardRow) -> None:
        text = QCoreApplication.translate("HoldSheet", "Put {role} on hold")
        super().__init__(
            theme,
            text.format(role=row.role_label),
            host,
            QCoreApplication.translate("HoldSheet", "Put on hold"),
            self._hold,
        )
        self._desk, self._row = desk, row
        self._reason = LineEdit(theme)
        self.add_field("reason", Field(theme, self.tr("Why"), self._reason))
        self.body.addWidget(Label(self.tr("Nothing is due while a role rests."), "quiet"))
        self.finish()

    def _hold(self) -> Changes | None:
        return self._desk.do(
            hold_assignment,
            self._row.assignment_id,
            self._reason.text_value(),
            undo=Undo(resume_assignment, (self._row.assignment_id,)),
        )


class SnoozeSheet(FormSheet):
    """What is due is put off until another day, with the reason."""

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        host: QWidget,
        what: str,
        assignment_id: int | None,
        follow_up_id: int | None,
    ) -> None:
        text = QCoreApplication.translate("SnoozeSheet", "Put off: {what}")
        super().__init__(
            theme,
            text.format(what=what),
            host,
            QCoreApplication.translate("SnoozeSheet", "Put off"),
            self._snooze,
        )
        self._desk, self._ids = desk, (assignment_id, follow_up_id)
        today = desk.moment.today
        self._until = day_field(theme, today)
        self._until.set_value(desk.rules.calendar.on_or_after(today + timedelta(days=1)))
        self._reason = Choice(
            theme, term_options(desk.rules, "snooze_reason"), empty=self.tr("Choose why")
        )
        self._note = LineEdit(theme)
        self.add_field("until", Field(theme, self.tr("Until"), self._until))
        self.add_field("reason", Field(theme, self.tr("Why"), self._reason))
        self.add_field("note", Field(theme, self.tr("Note"), self._note))
        self.finish()

    def _snooze(self) -> Changes | None:
        until = day_of(self._until, "until") or date.min
        draft = SnoozeDraft(until, self._reason.value(), *self._ids, self._note.text_value())
        return self._desk.do(snooze, draft, undo=Undo(wake, (MADE,)))


def role_options(rules: Rules) -> tuple[Option, ...]:
    """Every active role of the catalogue."""
    return tuple(
        Option(role.key, role.label) for role in rules.catalogue.roles.values() if role.is_active
    )


def term_options(rules: Rules, kind: str) -> tuple[Option, ...]:
    """The words of one list of the catalogue."""
    return tuple(Option(term.key, term.label) for term in rules.catalogue.terms[kind].values())


def rank_options() -> tuple[Option, ...]:
    """How a role can be held."""
    return (
        Option(Rank.PRIMARY, QCoreApplication.translate("AssignSheet", "Holds the role")),
        Option(Rank.LEAD, QCoreApplication.translate("AssignSheet", "Leads the team")),
        Option(Rank.BACKUP, QCoreApplication.translate("AssignSheet", "Backup")),
    )


def person_options(desk: Desk, role: str) -> tuple[Option, ...]:
    """Who can fill a role, with how many patients each has now."""
    if not role:
        return ()
    found: list[Option] = []
    for row in desk.read(candidates, role, desk.moment.today):
        detail = QCoreApplication.translate("AssignSheet", "%Ln patient(s) now", None, row.patients)
        if row.is_away:
            detail += QCoreApplication.translate("AssignSheet", " · away")
        found.append(Option(str(row.id), row.label, detail))
    return tuple(found)

"""The sheets about a barrier: found or corrected, something done, closed, taken up again."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from careteam.domain.barriers import (
    ActionDraft,
    BarrierDraft,
    CloseActionDraft,
    CloseBarrierDraft,
)
from careteam.domain.changes import Changes
from careteam.domain.needs import ActionState
from careteam.domain.rules import Rules
from careteam.storage.reads.needs import ActionRow, BarrierRow
from careteam.storage.writes.barrier_inverses import (
    reopen_action,
    take_back_closing,
    withdraw_action,
    withdraw_barrier,
)
from careteam.storage.writes.barriers import (
    add_action,
    add_barrier,
    close_action,
    close_barrier,
    reopen_barrier,
    save_barrier,
)
from ui.desk import MADE, Desk, Undo
from ui.form_sheet import FormSheet, day_field, day_of
from ui.look.choices import Choice, SearchChoice
from ui.look.fields import Field, LineEdit
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.segmented import SegmentedControl
from ui.look.theme import Theme
from ui.needs.barrier_rows import end_options
from ui.team.sheets import person_options, role_options


class BarrierSheet(FormSheet):
    """A barrier that was found, or one that stands and is corrected."""

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        host: QWidget,
        patient_id: int,
        row: BarrierRow | None = None,
    ) -> None:
        title = QCoreApplication.translate("BarrierSheet", "Add a barrier")
        if row is not None:
            title = QCoreApplication.translate("BarrierSheet", "Correct a barrier")
        save = QCoreApplication.translate("BarrierSheet", "Save")
        super().__init__(theme, title, host, save, self._save_it)
        self._desk, self._patient_id, self._row = desk, patient_id, row
        today = desk.moment.today
        kept = row.category if row else ""
        self._category = SearchChoice(
            theme, barrier_options(desk.rules, kept), kept, self.tr("Type a word")
        )
        self._on = day_field(theme, today)
        self._on.set_value(row.found_on if row else today)
        self._detail = LineEdit(theme, self.tr("in a few words"))
        self._detail.setText(row.detail if row else "")
        self.add_field("category", Field(theme, self.tr("Barrier"), self._category))
        self.add_field("found_on", Field(theme, self.tr("Since"), self._on))
        self.add_field("detail", Field(theme, self.tr("What it is about"), self._detail))
        self.finish()

    def _save_it(self) -> Changes | None:
        day = day_of(self._on, "found_on")
        assert day is not None  # noqa: S101 - day_of refuses a missing day
        row = self._row
        draft = BarrierDraft(
            self._patient_id,
            self._category.value(),
            day,
            self._detail.text_value(),
            row.id if row else None,
            row.version if row else None,
        )
        if row is None:
            return self._desk.do(add_barrier, draft, undo=Undo(withdraw_barrier, (MADE,)))
        before = BarrierDraft(self._patient_id, row.category, row.found_on, row.detail, row.id)
        return self._desk.do(save_barrier, draft, undo=Undo(save_barrier, (before,)))


class ActionSheet(FormSheet):
    """Something done about a barrier; with a day to look at it, it stands on Today."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, row: BarrierRow) -> None:
        text = QCoreApplication.translate("ActionSheet", "{barrier}: what is being done")
        save = QCoreApplication.translate("ActionSheet", "Add")
        super().__init__(theme, text.format(barrier=row.label), host, save, self._add)
        self._desk, self._row = desk, row
        today = desk.moment.today
        self._text = LineEdit(theme, self.tr("applied to the ride program"))
        self._role = SearchChoice(theme, role_options(desk.rules), "", self.tr("Type a role"))
        self._person = SearchChoice(theme, (), "", self.tr("Anybody of that role"))
        self._on = day_field(theme, today)
        self._on.set_value(today)
        self._due = day_field(theme, today, self.tr("tomorrow, fri, in 1 week"))
        self.add_field("text", Field(theme, self.tr("What"), self._text))
        self.add_field("owner_role", Field(theme, self.tr("Whose it is"), self._role))
        self.add_field("owner_id", Field(theme, self.tr("Person"), self._person))
        self.add_field("on", Field(theme, self.tr("Since"), self._on))
        self.add_field("due_on", Field(theme, self.tr("Look at it again"), self._due))
        self.finish()
        self._role.chosen.connect(self._on_role)

    def _on_role(self, role: str) -> None:
        self._person.set_options(person_options(self._desk, role))

    def _add(self) -> Changes | None:
        day = day_of(self._on, "on")
        assert day is not None  # noqa: S101 - day_of refuses a missing day
        person = self._person.value()
        draft = ActionDraft(
            self._row.id,
            self._text.text_value(),
            day,
            self._role.value(),
            int(person) if person else None,
            day_of(self._due, "due_on", needed=False),
        )
        return self._desk.do(add_action, draft, undo=Undo(withdraw_action, (MADE,)))


class CloseActionSheet(FormSheet):
    """How an action ended, and what came of it."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, row: ActionRow) -> None:
        title = QCoreApplication.translate("CloseActionSheet", "End an action")
        save = QCoreApplication.translate("CloseActionSheet", "Save")
        super().__init__(theme, title, host, save, self._close_it)
        self._desk, self._row = desk, row
        self.body.addWidget(Label(row.text, "strong", wrap=True))
        options = (
            Option(ActionState.DONE, self.tr("Done")),
            Option(ActionState.CANCELLED, self.tr("No longer needed")),
        )
        self._state = SegmentedControl(theme, self.tr("How it ended"), options, ActionState.DONE)
        self._on = day_field(theme, desk.moment.today)
        self._on.set_value(desk.moment.today)
        self._result = LineEdit(theme)
        self.add_field("result", Field(theme, self.tr("What came of it"), self._result))
        self.add_field("state", Field(theme, self.tr("How it ended"), self._state))
        self.add_field("on", Field(theme, self.tr("On"), self._on))
        self.finish()

    def _close_it(self) -> Changes | None:
        day = day_of(self._on, "on")
        assert day is not None  # noqa: S101 - day_of refuses a missing day
        row = self._row
        draft = CloseActionDraft(
            row.id, self._state.value(), day, self._result.text_value(), row.version
        )
        return self._desk.do(close_action, draft, undo=Undo(reopen_action, (row.id,)))


class CloseBarrierSheet(FormSheet):
    """How a barrier ended, and what came of it."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, row: BarrierRow) -> None:
        text = QCoreApplication.translate("CloseBarrierSheet", "Close: {barrier}")
        save = QCoreApplication.translate("CloseBarrierSheet", "Close the barrier")
        super().__init__(theme, text.format(barrier=row.label), host, save, self._close_it)
        self._desk, self._row = desk, row
        self._state = Choice(theme, end_options(), empty=self.tr("Choose how it ended"))
        self._result = LineEdit(theme, self.tr("in a few words"))
        self._on = day_field(theme, desk.moment.today)
        self._on.set_value(desk.moment.today)
        self.add_field("state", Field(theme, self.tr("How it ended"), self._state))
        self.add_field("result", Field(theme, self.tr("What came of it"), self._result))
        self.add_field("on", Field(theme, self.tr("On"), self._on))
        if row.open_actions:
            text = QCoreApplication.translate(
                "CloseBarrierSheet", "%n open action(s) close with it.", None, len(row.open_actions)
            )
            self.body.addWidget(Label(text, "quiet", wrap=True))
        self.finish()

    def _close_it(self) -> Changes | None:
        day = day_of(self._on, "on")
        assert day is not None  # noqa: S101 - day_of refuses a missing day
        row = self._row
        draft = CloseBarrierDraft(row.id, self._state.value(), day, self._result.text_value())
        open_ids = tuple(action.id for action in row.open_actions)
        undo = Undo(take_back_closing, (row.id, open_ids))
        return self._desk.do(close_barrier, draft, undo=undo)


class ReopenBarrierSheet(FormSheet):
    """Why a closed barrier is taken up again; what had come of it stays."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, row: BarrierRow) -> None:
        text = QCoreApplication.translate("ReopenBarrierSheet", "Open again: {barrier}")
        save = QCoreApplication.translate("ReopenBarrierSheet", "Open again")
        super().__init__(theme, text.format(barrier=row.label), host, save, self._reopen)
        self._desk, self._row = desk, row
        self._note = LineEdit(theme)
        if row.result:
            self.body.addWidget(Label(row.result, "quiet", wrap=True))
        self.add_field("note", Field(theme, self.tr("Why"), self._note))
        self.finish()

    def _reopen(self) -> Changes | None:
        row = self._row
        undo = None
        if row.closed_on is not None and row.result:
            undo = Undo(
                close_barrier, (CloseBarrierDraft(row.id, row.state, row.closed_on, row.result),)
            )
        return self._desk.do(reopen_barrier, row.id, self._note.text_value(), undo=undo)


def barrier_options(rules: Rules, kept: str = "") -> tuple[Option, ...]:
    """Every barrier of the clinic's list with its group beside it; a kept one stays offered."""
    terms = rules.catalogue.terms["barrier"]
    keys: Iterable[str] = dict.fromkeys([*terms, *([kept] if kept in terms else [])])
    label = rules.catalogue.label
    return tuple(
        Option(key, terms[key].label, label("barrier_group", terms[key].group)) for key in keys
    )

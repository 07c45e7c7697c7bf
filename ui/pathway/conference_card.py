"""The tumour boards of a patient: the day, the question, and the decision or that it is missing."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careteam.domain.changes import Changes
from careteam.domain.conferences import ConferenceDraft
from careteam.domain.errors import Refused
from careteam.storage.reads.plan_rows import ConferenceRow, PlanRow
from careteam.storage.writes.conferences import (
    cancel_conference,
    plan_conference,
    restore_conference,
    save_conference,
)
from ui.desk import MADE, Desk, Undo
from ui.form_sheet import FormSheet, day_field, day_of
from ui.look.buttons import Button, ButtonKind
from ui.look.chips import ChipText
from ui.look.fields import Field, LineEdit, TextEdit
from ui.look.labels import Label
from ui.look.press_chips import PressChip
from ui.look.theme import Theme
from ui.pathway import plan_words as words
from ui.pathway.section_card import Act, SectionCard

MOST_SHOWN = 4


class ConferenceCard(SectionCard):
    """The newest boards, each with a chip that opens it."""

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("ConferenceCard", "Tumour board")
        super().__init__(theme, title, parent)
        self._desk = desk
        self._patient_id = 0
        self.offer(self.tr("Add"), (Act(self.tr("Plan a tumour board…"), "B", self.add),))
        self.entries = [_Entry(theme) for _ in range(MOST_SHOWN)]
        for entry in self.entries:
            self.column.addWidget(entry)
            entry.chip.clicked.connect(lambda _checked=False, entry=entry: self._open(entry.row))
        self.finish()

    def show_plan(self, patient_id: int, plan: PlanRow) -> None:
        """Show the boards of a patient, newest first."""
        self._patient_id = patient_id
        rows = plan.conferences[:MOST_SHOWN]
        for place, entry in enumerate(self.entries):
            row = rows[place] if place < len(rows) else None
            entry.show_row(row, self._desk)
        self.say_nothing_yet("" if rows else self.tr("No tumour board is planned."))

    def add(self) -> None:
        """Ask for the day of a board."""
        place = self.window()
        self.open_sheet(ConferenceSheet(self._theme, self._desk, place, self._patient_id))

    def _open(self, row: ConferenceRow | None) -> None:
        if row is not None:
            place = self.window()
            self.open_sheet(ConferenceSheet(self._theme, self._desk, place, self._patient_id, row))


class _Entry(QWidget):
    """One board: its chip, the question, the decision."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.row: ConferenceRow | None = None
        self.chip = PressChip(theme, ChipText(""))
        self.question = Label("", "quiet", wrap=True)
        self.decision = Label("", "body", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.chip)
        column.addWidget(self.question)
        column.addWidget(self.decision)

    def show_row(self, row: ConferenceRow | None, desk: Desk) -> None:
        """Show a board, or nothing."""
        self.row = row
        self.setVisible(row is not None)
        if row is None:
            return
        self.chip.show_chip(words.conference_chip(row, desk.moment.today))
        self.question.setText(row.question)
        self.question.setVisible(bool(row.question))
        self.decision.setText(row.decision)
        self.decision.setVisible(bool(row.decision))


class ConferenceSheet(FormSheet):
    """The day, the question and the decision of a board; one that is planned can be cancelled."""

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        host: QWidget,
        patient_id: int,
        row: ConferenceRow | None = None,
    ) -> None:
        title = QCoreApplication.translate("ConferenceSheet", "Tumour board")
        save = QCoreApplication.translate("ConferenceSheet", "Save")
        super().__init__(theme, title, host, save, self._write)
        self._desk, self._patient_id, self._row = desk, patient_id, row
        self._on = day_field(theme, desk.moment.today)
        self._on.set_value(row.on if row else None)
        self._question = LineEdit(theme, self.tr("such as transplant in first remission?"))
        self._question.setText(row.question if row else "")
        self._decision = TextEdit(theme, self.tr("Empty until there is one"), lines=3)
        self._decision.set_text(row.decision if row else "")
        self.add_field("on", Field(theme, self.tr("Day"), self._on))
        self.add_field("question", Field(theme, self.tr("Question"), self._question))
        self.add_field("decision", Field(theme, self.tr("Decision"), self._decision))
        self.body.addWidget(
            Label(
                self.tr("Without a decision it comes back to Today on the next working day."),
                "quiet",
                wrap=True,
            )
        )
        if row is not None and not row.decision:
            act = self.tr("It is on again") if row.is_cancelled else self.tr("Cancel the board")
            turn = Button(theme, act, ButtonKind.QUIET)
            turn.clicked.connect(self._turn)
            self.body.addWidget(turn, 0, Qt.AlignmentFlag.AlignLeft)
        self.finish()

    def _write(self) -> Changes | None:
        row = self._row
        draft = ConferenceDraft(
            self._patient_id,
            day_of(self._on, "on") or self._desk.moment.today,
            self._question.text_value(),
            self._decision.text_value(),
            row.id if row else None,
            row.version if row else None,
        )
        if row is None:
            undo = None if draft.decision else Undo(cancel_conference, (MADE,))
            return self._desk.do(plan_conference, draft, undo=undo)
        before = ConferenceDraft(self._patient_id, row.on, row.question, row.decision, row.id)
        return self._desk.do(save_conference, draft, undo=Undo(save_conference, (before,)))

    def _turn(self) -> None:
        row = self._row
        if row is None:
            return
        verb, back = (
            (restore_conference, cancel_conference)
            if row.is_cancelled
            else (cancel_conference, restore_conference)
        )
        try:
            changes = self._desk.do(verb, row.id, undo=Undo(back, (row.id,)))
        except Refused as refused:
            self._desk.failed.emit(refused.sentence)
            return
        if changes is not None:
            self.close_now()

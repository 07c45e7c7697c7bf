"""Symptoms, risk factors and concerns of a patient: noted in a sheet, each a chip to open."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from careteam.domain.changes import Changes
from careteam.domain.errors import Refused
from careteam.domain.findings import FindingDraft, FindingEditDraft
from careteam.domain.pathway import FindingList
from careteam.storage.reads.plan_rows import FindingRow, PlanRow
from careteam.storage.writes.findings import note_finding, save_finding, withdraw_finding
from ui.desk import MADE, Desk, Undo
from ui.form_sheet import FormSheet, day_field, day_of
from ui.look.choices import Choice
from ui.look.fields import Field, LineEdit
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.press_chips import PressChips
from ui.look.segmented import SegmentedControl
from ui.look.theme import Theme
from ui.pathway import plan_words as words
from ui.pathway.section_card import Act, SectionCard
from ui.team.sheets import term_options


class FindingsCard(SectionCard):
    """One line of chips for each list that has entries; a chip opens its entry."""

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("FindingsCard", "Symptoms and risk factors")
        super().__init__(theme, title, parent)
        self._desk = desk
        self._patient_id = 0
        self._rows: dict[int, FindingRow] = {}
        self.offer(self.tr("Add"), (Act(self.tr("Note a finding…"), "N", self.add),))
        self.lists = {kind: PressChips(theme) for kind in FindingList}
        self._labels = {kind: Label(words.lists_word(kind), "label") for kind in FindingList}
        for kind, chips in self.lists.items():
            self.column.addWidget(self._labels[kind])
            self.column.addWidget(chips)
            chips.pressed.connect(self._on_pressed)
        self.finish()

    def show_plan(self, patient_id: int, plan: PlanRow) -> None:
        """Show what was found, what stands first."""
        self._patient_id = patient_id
        self._rows = {row.id: row for row in plan.findings}
        today = self._desk.moment.today
        for kind, chips in self.lists.items():
            rows = [row for row in plan.findings if row.list is kind]
            chips.show_chips([(row.id, words.finding_chip(row, today)) for row in rows])
            self._labels[kind].setVisible(bool(rows))
        self.say_nothing_yet("" if plan.findings else self.tr("Nothing is noted yet."))

    def add(self) -> None:
        """Ask what was found."""
        place = self.window()
        self.open_sheet(FindingSheet(self._theme, self._desk, place, self._patient_id))

    def _on_pressed(self, key: object) -> None:
        row = self._rows.get(key) if isinstance(key, int) else None
        if row is not None:
            self.open_sheet(FindingEditSheet(self._theme, self._desk, self.window(), row))


class FindingSheet(FormSheet):
    """What was found, since when, and a note; a concern may propose somebody for a role."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, patient_id: int) -> None:
        title = QCoreApplication.translate("FindingSheet", "Note a finding")
        save = QCoreApplication.translate("FindingSheet", "Save")
        super().__init__(theme, title, host, save, self._write)
        self._desk, self._patient_id = desk, patient_id
        kinds = [Option(kind, words.list_word(kind)) for kind in FindingList]
        self._list = SegmentedControl(theme, self.tr("Kind"), kinds, FindingList.SYMPTOM)
        self._key = Choice(theme, (), empty=self.tr("Choose"))
        self._since = day_field(theme, desk.moment.today, self.tr("not known"))
        self._note = LineEdit(theme)
        self.add_field("list", Field(theme, self.tr("Kind"), self._list))
        self.add_field("key", Field(theme, self.tr("What"), self._key))
        self.add_field("since", Field(theme, self.tr("Since"), self._since))
        self.add_field("note", Field(theme, self.tr("Note"), self._note))
        self.body.addWidget(
            Label(
                self.tr("What it calls for is proposed on the role board; a person decides."),
                "quiet",
                wrap=True,
            )
        )
        self.finish()
        self._list.chosen.connect(lambda _key: self._offer())
        self._offer()

    def _offer(self) -> None:
        kind = self._list.value()
        self._key.set_options(term_options(self._desk.rules, kind))
        is_old = kind == FindingList.RISK_FACTOR
        self._since.set_value(None if is_old else self._desk.moment.today)

    def _write(self) -> Changes | None:
        if not self._key.value():
            raise Refused.at("key", "Choose from the list.")
        draft = FindingDraft(
            self._patient_id,
            FindingList(self._list.value()),
            self._key.value(),
            day_of(self._since, "since", needed=False),
            self._note.text_value(),
        )
        return self._desk.do(note_finding, draft, undo=Undo(withdraw_finding, (MADE,)))


class FindingEditSheet(FormSheet):
    """Since when it is there, the day on which it was gone, and the note."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, row: FindingRow) -> None:
        save = QCoreApplication.translate("FindingEditSheet", "Save")
        super().__init__(theme, row.label, host, save, self._write)
        self._desk = desk
        self._before = FindingEditDraft(row.id, row.since, row.ended_on, row.note)
        today = desk.moment.today
        self._since = day_field(theme, today, self.tr("not known"))
        self._since.set_value(row.since)
        self._ended = day_field(theme, today, self.tr("still there"))
        self._ended.set_value(row.ended_on)
        self._note = LineEdit(theme)
        self._note.setText(row.note)
        self.add_field("ended_on", Field(theme, self.tr("Gone on"), self._ended))
        self.add_field("since", Field(theme, self.tr("Since"), self._since))
        self.add_field("note", Field(theme, self.tr("Note"), self._note))
        self.finish()

    def _write(self) -> Changes | None:
        draft = replace(
            self._before,
            since=day_of(self._since, "since", needed=False),
            ended_on=day_of(self._ended, "ended_on", needed=False),
            note=self._note.text_value(),
        )
        return self._desk.do(save_finding, draft, undo=Undo(save_finding, (self._before,)))

"""The phases of treatment, and for each the roles it asks for with the days between contacts."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from careteam.domain.catalogue import Phase
from careteam.domain.catalogue_drafts import LONGEST_DAYS, PhaseDraft, check_phase
from careteam.domain.changes import Changes
from careteam.domain.due import rhythm
from careteam.domain.errors import Refused
from careteam.domain.rule_changes import with_phase
from careteam.domain.rules import Rules
from careteam.storage.writes.catalogue import save_phase
from ui.desk import Desk, Undo
from ui.form_sheet import FormSheet
from ui.look.buttons import Button
from ui.look.cards import HeadingRow
from ui.look.choices import SearchChoice
from ui.look.columns import Column, Words
from ui.look.fields import Field, LineEdit
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.theme import Theme
from ui.settings.entry_table import EntryTable, RowAct
from ui.settings.number_edit import NumberEdit
from ui.settings.preview_line import PreviewLine
from ui.settings.roles_section import condition_words
from ui.settings.section import Section


@dataclass(frozen=True, slots=True)
class AskedRow:
    """A role that a phase asks for; `days` are calendar days between contacts, 0 for none."""

    role: str
    label: str
    condition: str
    days: int


class PhasesSection(Section):
    """Phases at one side, the roles of the chosen phase at the other; Enter edits either."""

    scrolls = False

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(
            theme,
            desk,
            QCoreApplication.translate("PhasesSection", "Phases"),
            QCoreApplication.translate(
                "PhasesSection",
                "What a phase asks for is a gap on the board until somebody has the role; the "
                "rhythm makes the due days.",
            ),
        )
        self._key = ""
        self.phases: EntryTable[Phase] = EntryTable(
            theme,
            self.tr("Phases"),
            (Column("phase", self.tr("Phase"), self._phase_cell),),
            lambda phase: phase.key,
            (RowAct(lambda _phase: self.tr("Edit…"), self._edit_phase),),
            has_two_lines=True,
        )
        self.asked: EntryTable[AskedRow] = EntryTable(
            theme,
            self.tr("Roles asked for"),
            (
                Column("role", self.tr("Role"), lambda row: Words(row.label, row.condition)),
                Column("days", self.tr("Contact"), self._days_cell, width=120),
            ),
            lambda row: row.role,
            (
                RowAct(lambda _row: self.tr("Edit…"), self._edit_role),
                RowAct(lambda _row: self.tr("Ask for it no longer"), self._drop_role, "Del"),
            ),
            has_two_lines=True,
        )
        self._title = Label("", "h2")
        self._ask = Button(theme, self.tr("Ask for a role"), small=True)
        self._lay_out()
        self.phases.table.row_chosen.connect(self._on_chosen)
        self._ask.clicked.connect(lambda: self._edit_role(None))

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(8)
        heading = HeadingRow(self._title)
        heading.add_at_end(self._ask)
        right.addWidget(heading)
        right.addWidget(self.asked, 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.phases, 4)
        row.addLayout(right, 5)
        self.column.addLayout(row, 1)

    @override
    def read_again(self) -> None:
        phases = [p for p in self.desk.rules.catalogue.phases.values() if p.is_active]
        if self._key not in {phase.key for phase in phases}:
            self._key = phases[0].key if phases else ""
        self.phases.show_rows(phases)
        self.phases.table.choose_key(self._key)
        self._show_roles()

    @override
    def show_entry(self, key: str) -> None:
        """A phase, or a phase and a role with a blank between."""
        phase, _, role = key.partition(" ")
        if self.phases.table.choose_key(phase) and role:
            self.asked.table.choose_key(role)

    def _phase(self) -> Phase | None:
        return self.desk.rules.catalogue.phases.get(self._key)

    def _show_roles(self) -> None:
        phase, roles = self._phase(), self.desk.rules.catalogue.roles
        if phase is None:
            return
        self._title.setText(phase.label)
        asked = sorted(
            (roles[key] for key in phase.asks_for if key in roles), key=lambda role: role.position
        )
        self.asked.show_rows(
            [
                AskedRow(
                    role.key, role.label, condition_words(role.condition), phase.asks_for[role.key]
                )
                for role in asked
                if role.is_active
            ]
        )

    def _phase_cell(self, phase: Phase) -> Words:
        parts: list[str] = []
        if phase.usual_days is not None:
            parts.append(
                QCoreApplication.translate("PhasesSection", "%n day(s)", None, phase.usual_days)
            )
        if phase.milestone and phase.milestone_day is not None:
            words = self.tr("{milestone}, day {day}")
            parts.append(words.format(milestone=phase.milestone, day=phase.milestone_day))
        elif phase.milestone:
            parts.append(phase.milestone)
        return Words(phase.label, " · ".join(parts) or self.tr("no usual length"), strong=True)

    def _days_cell(self, row: AskedRow) -> str:
        return rhythm(row.days) if row.days else self.tr("none regular")

    def _on_chosen(self, phase: Phase) -> None:
        self._key = phase.key
        self._show_roles()

    def _edit_phase(self, phase: Phase) -> None:
        self.open_sheet(PhaseSheet(self.theme, self.desk, self.window(), phase))

    def _edit_role(self, row: AskedRow | None) -> None:
        phase = self._phase()
        if phase is not None:
            self.open_sheet(AskedSheet(self.theme, self.desk, self.window(), phase, row))

    def _drop_role(self, row: AskedRow) -> None:
        phase = self._phase()
        if phase is not None:
            before = draft_of(phase)
            asks_for = {role: days for role, days in before.asks_for.items() if role != row.role}
            after = replace(before, asks_for=asks_for)
            self.act(save_phase, after, undo=Undo(save_phase, (before,)))


class PhaseSheet(FormSheet):
    """A phase's name, usual length and milestone."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, phase: Phase) -> None:
        save = QCoreApplication.translate("PhaseSheet", "Save")
        super().__init__(theme, phase.label, host, save, self._save_phase)
        self._desk, self._phase = desk, phase
        self._label, self._milestone = LineEdit(theme), LineEdit(theme)
        self._label.setText(phase.label)
        self._milestone.setText(phase.milestone)
        days = self.tr("days")
        self._usual = NumberEdit(theme, LONGEST_DAYS, phase.usual_days, days)
        self._day = NumberEdit(theme, LONGEST_DAYS, phase.milestone_day)
        self.add_field("label", Field(theme, self.tr("Name"), self._label))
        self.add_field("usual_days", Field(theme, self.tr("Usual length"), self._usual))
        self.add_field("milestone", Field(theme, self.tr("Milestone"), self._milestone))
        self.add_field("milestone_day", Field(theme, self.tr("On day"), self._day))
        self.finish()

    def _save_phase(self) -> Changes | None:
        before = draft_of(self._phase)
        draft = PhaseDraft(
            before.key,
            self._label.text_value(),
            self._usual.value(),
            self._milestone.text_value(),
            self._day.value(),
            before.asks_for,
        )
        return self._desk.do(save_phase, draft, undo=Undo(save_phase, (before,)))


class AskedSheet(FormSheet):
    """A role that a phase asks for, and how often it is in touch."""

    def __init__(
        self, theme: Theme, desk: Desk, host: QWidget, phase: Phase, row: AskedRow | None
    ) -> None:
        title = QCoreApplication.translate("AskedSheet", "{phase} asks for a role")
        save = QCoreApplication.translate("AskedSheet", "Save")
        named = title.format(phase=phase.label) if row is None else f"{row.label} · {phase.label}"
        super().__init__(theme, named, host, save, self._save_role)
        self._desk, self._phase, self._row = desk, phase, row
        self._role: SearchChoice | None = None
        self._days = NumberEdit(theme, LONGEST_DAYS, row.days if row else 14, self.tr("days"))
        if row is None:
            free = [
                Option(role.key, role.label)
                for role in desk.rules.catalogue.roles.values()
                if role.is_active and role.key not in phase.asks_for
            ]
            self._role = SearchChoice(theme, free, placeholder=self.tr("Type a role"))
            self.add_field("role", Field(theme, self.tr("Role"), self._role))
        self.add_field("days", Field(theme, self.tr("Days between contacts (0: none)"), self._days))
        words = self.tr("Due days of every patient in this phase follow.")
        self.body.addWidget(Label(words, "sub", wrap=True))
        self.preview = PreviewLine(desk, self._changed)
        self.preview.watch(self._days.edited)
        if self._role is not None:
            self.preview.watch(self._role.edited)
        self.body.addWidget(self.preview)
        self.finish()

    def _changed(self) -> Rules:
        rules = self._desk.rules
        return with_phase(rules, check_phase(self._entered(), rules.catalogue))

    def _save_role(self) -> Changes | None:
        back = Undo(save_phase, (draft_of(self._phase),))
        return self._desk.do(save_phase, self._entered(), undo=back)

    def _entered(self) -> PhaseDraft:
        chosen = self._role.value() if self._role else ""
        role = self._row.role if self._row else chosen
        if not role:
            raise Refused.at("role", self.tr("Choose a role."))
        before = draft_of(self._phase)
        return replace(before, asks_for={**before.asks_for, role: self._days.value()})


def draft_of(phase: Phase) -> PhaseDraft:
    """The phase as it stands, for changing a part of it and for taking back."""
    return PhaseDraft(
        phase.key,
        phase.label,
        phase.usual_days,
        phase.milestone,
        phase.milestone_day,
        dict(phase.asks_for),
    )

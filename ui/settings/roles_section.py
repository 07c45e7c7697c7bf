"""The roles of the care team with their codes, their rhythm and for whom they are asked for."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from careteam.domain.catalogue import Condition, Role
from careteam.domain.catalogue_drafts import (
    LONGEST_DAYS,
    LONGEST_FIRST_DAYS,
    RoleDraft,
    check_role,
)
from careteam.domain.changes import Changes
from careteam.domain.due import rhythm
from careteam.domain.rule_changes import with_role
from careteam.domain.rules import Rules
from careteam.storage.writes.catalogue import add_role, order_roles, save_role, switch_role
from ui.desk import Desk, Undo
from ui.form_sheet import FormSheet
from ui.look.buttons import Button
from ui.look.check_box import CheckBox
from ui.look.choices import Choice
from ui.look.columns import Column, Words
from ui.look.fields import Field, LineEdit
from ui.look.options import Option
from ui.look.theme import Theme
from ui.settings.entry_table import EntryTable, RowAct
from ui.settings.number_edit import NumberEdit
from ui.settings.order import moved, order_acts
from ui.settings.preview_line import PreviewLine
from ui.settings.section import Section


class RolesSection(Section):
    """Every role, switched off ones too; Enter opens its form."""

    scrolls = False

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(
            theme,
            desk,
            QCoreApplication.translate("RolesSection", "Roles"),
            QCoreApplication.translate(
                "RolesSection",
                "Who belongs to a care team. Which phase asks for whom stands under Phases.",
            ),
        )
        self._add = Button(theme, self.tr("Add role"), small=True)
        self.heading.add_at_end(self._add)
        self.roles: EntryTable[Role] = EntryTable(
            theme,
            self.tr("Roles"),
            (
                Column("role", self.tr("Role"), self._role_cell),
                Column("codes", self.tr("Codes"), self._codes_cell, width=190, shrinks=False),
                Column("for", self.tr("Asked for"), self._for_cell, width=140),
                Column("contact", self.tr("Contact"), self._contact_cell, width=190),
            ),
            lambda role: role.key,
            (
                RowAct(lambda _role: self.tr("Edit…"), self._edit),
                *order_acts(self._move),
                RowAct(self._switch_words, self._switch),
            ),
            has_two_lines=True,
        )
        self.column.addWidget(self.roles, 1)
        self._add.clicked.connect(self._on_add)

    @override
    def read_again(self) -> None:
        self.roles.show_rows(list(self.desk.rules.catalogue.roles.values()))

    @override
    def show_entry(self, key: str) -> None:
        self.roles.table.choose_key(key)

    def _role_cell(self, role: Role) -> Words:
        if not role.is_active:
            return Words(role.label, self.tr("○ Switched off"), quiet=True)
        group = group_words(role.group)
        return Words(role.label, f"{role.short} · {group}" if role.short else group, strong=True)

    def _codes_cell(self, role: Role) -> Words:
        codes = (("SNOMED CT", role.snomed), ("NUCC", role.nucc))
        lines = [f"{system} {code}" for system, code in codes if code]
        if not lines:
            return Words(self.tr("No code"), quiet=True)
        return Words(lines[0], " ".join(lines[1:]))

    def _for_cell(self, role: Role) -> str:
        return condition_words(role.condition)

    def _contact_cell(self, role: Role) -> Words:
        first = self.tr("no first contact due")
        if role.first_contact_days:
            first = QCoreApplication.translate(
                "RolesSection", "first in %n business day(s)", None, role.first_contact_days
            )
        if not role.contact_days:
            return Words(first, self.tr("then as the phase says"))
        then = self.tr("then {rhythm}, or as the phase says")
        return Words(first, then.format(rhythm=rhythm(role.contact_days)))

    def _switch_words(self, role: Role) -> str:
        return self.tr("Switch off") if role.is_active else self.tr("Switch on")

    def _switch(self, role: Role) -> None:
        back = Undo(switch_role, (role.key, role.is_active))
        self.act(switch_role, role.key, not role.is_active, undo=back)

    def _move(self, role: Role, by: int) -> None:
        before = list(self.desk.rules.catalogue.roles)
        after = moved(before, role.key, by)
        if after != before:
            self.act(order_roles, after, undo=Undo(order_roles, (before,)))

    def _edit(self, role: Role) -> None:
        self.open_sheet(RoleSheet(self.theme, self.desk, self.window(), role))

    def _on_add(self) -> None:
        self.open_sheet(RoleSheet(self.theme, self.desk, self.window(), None))


class RoleSheet(FormSheet):
    """One role: its names, group, codes, condition and rhythm."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, role: Role | None) -> None:
        title = QCoreApplication.translate("RoleSheet", "New role") if role is None else role.label
        save = QCoreApplication.translate("RoleSheet", "Save")
        super().__init__(theme, title, host, save, self._save_role)
        self._desk, self._role = desk, role
        shown = role or Role("", "", "supportive_oncology")
        groups = dict.fromkeys(known.group for known in desk.rules.catalogue.roles.values())
        self._label = _line(theme, shown.label)
        self._short = _line(theme, shown.short, self.tr("where there is little room"))
        self._group = Choice(theme, [Option(key, group_words(key)) for key in groups], shown.group)
        self._snomed, self._nucc = _line(theme, shown.snomed), _line(theme, shown.nucc)
        self._condition = Choice(
            theme, [Option(c.name, condition_words(c)) for c in Condition], shown.condition.name
        )
        self._first = NumberEdit(
            theme, LONGEST_FIRST_DAYS, shown.first_contact_days, self.tr("business days")
        )
        self._days = NumberEdit(theme, LONGEST_DAYS, shown.contact_days, self.tr("days"))
        self._backup = CheckBox(theme, self.tr("Wants a backup"))
        self._backup.setChecked(shown.wants_backup)
        self._backup.clicked.connect(self.mark_changed)
        self.add_field("label", Field(theme, self.tr("Name"), self._label))
        self.add_field("short", Field(theme, self.tr("Short name"), self._short))
        self.add_field("group", Field(theme, self.tr("Group"), self._group))
        self.add_field("snomed", Field(theme, self.tr("SNOMED CT code"), self._snomed))
        self.add_field("nucc", Field(theme, self.tr("NUCC taxonomy code"), self._nucc))
        self.add_field("condition", Field(theme, self.tr("Asked for"), self._condition))
        self.add_field(
            "first_contact_days", Field(theme, self.tr("First contact within"), self._first)
        )
        self.add_field(
            "contact_days",
            Field(theme, self.tr("Between contacts outside the phases (0: none)"), self._days),
        )
        self.body.addWidget(self._backup)
        self.preview = PreviewLine(desk, self._changed)
        for control in (self._first, self._days):
            self.preview.watch(control.edited)
        self.body.addWidget(self.preview)
        self.finish()

    def _changed(self) -> Rules | None:
        if self._role is None:
            return None
        rules = self._desk.rules
        return with_role(rules, check_role(self._entered(), rules.catalogue))

    def _save_role(self) -> Changes | None:
        role, draft = self._role, self._entered()
        if role is None:
            return self._desk.do(add_role, draft)
        return self._desk.do(save_role, draft, undo=Undo(save_role, (draft_of(role),)))

    def _entered(self) -> RoleDraft:
        role = self._role
        return RoleDraft(
            self._label.text_value(),
            self._group.value(),
            role.key if role else "",
            self._short.text_value(),
            self._snomed.text_value(),
            self._nucc.text_value(),
            Condition[self._condition.value()],
            self._first.value(),
            self._days.value(),
            self._backup.isChecked(),
        )


def draft_of(role: Role) -> RoleDraft:
    """The role as it stands, for taking a change back."""
    return RoleDraft(
        role.label,
        role.group,
        role.key,
        role.short,
        role.snomed,
        role.nucc,
        role.condition,
        role.first_contact_days,
        role.contact_days,
        role.wants_backup,
    )


def condition_words(condition: Condition) -> str:
    """For which patients a role is asked for."""
    return {
        Condition.ALWAYS: QCoreApplication.translate("RoleSheet", "Everybody"),
        Condition.CHILD: QCoreApplication.translate("RoleSheet", "Under 18 years"),
        Condition.ADULT: QCoreApplication.translate("RoleSheet", "From 18 years"),
        Condition.INTERPRETER: QCoreApplication.translate("RoleSheet", "With an interpreter"),
    }[condition]


def group_words(group: str) -> str:
    """The name of a group of roles."""
    return {
        "physician": QCoreApplication.translate("RoleSheet", "Doctors"),
        "nurse_practitioner": QCoreApplication.translate("RoleSheet", "Nurse practitioners"),
        "nurse": QCoreApplication.translate("RoleSheet", "Nurses"),
        "social_work": QCoreApplication.translate("RoleSheet", "Social work"),
        "nutrition": QCoreApplication.translate("RoleSheet", "Nutrition"),
        "rehabilitation": QCoreApplication.translate("RoleSheet", "Rehabilitation"),
        "chaplaincy": QCoreApplication.translate("RoleSheet", "Chaplaincy"),
        "supportive_oncology": QCoreApplication.translate("RoleSheet", "Supportive oncology"),
        "non_professional": QCoreApplication.translate("RoleSheet", "Patient and family"),
        "other": QCoreApplication.translate("RoleSheet", "Other"),
    }.get(group, group)


def _line(theme: Theme, text: str, placeholder: str = "") -> LineEdit:
    line = LineEdit(theme, placeholder)
    line.setText(text)
    line.setCursorPosition(0)
    return line

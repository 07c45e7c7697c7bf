"""What the sections of clinical rules share: a list, a form, an order, and the switch."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from careteam.domain.changes import Changes
from careteam.domain.clinical_rules import MilestoneTemplate
from careteam.domain.reasons import PROPOSED, grade_of
from careteam.domain.rule_checks import Rule
from careteam.storage.writes.clinical_rules import is_new, order_rules, save_rule, switch_rule
from ui.desk import Desk, Undo
from ui.form_sheet import FormSheet
from ui.look.buttons import Button
from ui.look.chips import ChipText
from ui.look.columns import Chips, Column, Words
from ui.look.fields import Field, LineEdit
from ui.look.theme import Theme
from ui.look.tokens import Tone
from ui.settings.entry_table import EntryTable, RowAct
from ui.settings.order import moved, order_acts
from ui.settings.section import Section
from ui.why_sheet import grade_words

SOURCE_WIDTH, STATE_WIDTH = 230, 70


class RulesSection(Section):
    """Every rule of a kind, switched-off ones too; Enter edits one.

    A section says what its rules are (`rules`), and opens the sheet of one (`sheet`).
    """

    scrolls = False

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        title: str,
        sentence: str,
        columns: Sequence[Column[Any]],
        add_words: str,
        has_order: bool = True,
    ) -> None:
        super().__init__(theme, desk, title, sentence)
        acts = [RowAct(lambda _rule: _edit_words(), self.edit)]
        if has_order:
            acts += order_acts(self._move)
        self._add = Button(theme, add_words, small=True)
        self.heading.add_at_end(self._add)
        self.entries: EntryTable[Any] = EntryTable(
            theme,
            title,
            (*columns, source_column(), state_column()),
            key_of,
            (*acts, RowAct(switch_words, self.switch)),
            has_two_lines=True,
        )
        self.column.addWidget(self.entries, 1)
        self._add.clicked.connect(lambda: self.edit(None))

    def rules(self) -> Sequence[Rule]:
        """The rules in their order."""
        raise NotImplementedError

    def sheet(self, rule: Any) -> "RuleSheet":
        """The form of a rule, or of a new one."""
        raise NotImplementedError

    @override
    def read_again(self) -> None:
        self.entries.show_rows(self.rules())

    @override
    def show_entry(self, key: str) -> None:
        self.entries.table.choose_key(key)
        self.entries.setFocus()

    def edit(self, rule: Rule | None) -> None:
        """Open the form of a rule, or of a new one."""
        self.open_sheet(self.sheet(rule))

    def switch(self, rule: Any) -> None:
        """Switch a rule off, or on again."""
        back = Undo(switch_rule, (rule, rule.is_active))
        self.act(switch_rule, rule, not rule.is_active, undo=back)

    def _move(self, rule: Rule, by: int) -> None:
        before = [str(key_of(each)) for each in self.rules()]
        after = moved(before, str(key_of(rule)), by)
        if after != before:
            back = Undo(order_rules, (type(rule), before))
            self.act(order_rules, type(rule), after, undo=back)


class RuleSheet(FormSheet):
    """A form that gives a rule (`entered`); the source stands at its end."""

    def __init__(
        self, theme: Theme, desk: Desk, host: QWidget, rule: Rule | None, new_words: str
    ) -> None:
        title = rule.label or new_words if rule is not None else new_words
        save = QCoreApplication.translate("RuleSheet", "Save")
        super().__init__(theme, title, host, save, self._save_rule)
        self.theme, self.desk, self.rule = theme, desk, rule
        self._source = line_edit(theme, rule.source if rule else "")

    def entered(self) -> Rule:
        """The rule as it is entered now."""
        raise NotImplementedError

    def source(self) -> str:
        """Where the rule comes from, as entered."""
        return self._source.text_value()

    def finish_rule(self) -> None:
        """Put the source at the end and close the form."""
        words = QCoreApplication.translate("RuleSheet", "Where it comes from")
        self.add_field("source", Field(self.theme, words, self._source))
        self.finish()

    def _save_rule(self) -> Changes | None:
        rule, before = self.entered(), self.rule
        if before is None or is_new(rule):
            return self.desk.do(save_rule, rule)
        return self.desk.do(save_rule, rule, undo=Undo(save_rule, (before,)))


def key_of(rule: Rule) -> str | int:
    """What tells a rule from the others of its kind."""
    return rule.id if isinstance(rule, MilestoneTemplate) else rule.key


def source_column() -> Column[Any]:
    """Where a rule comes from, and how far that carries it."""
    words = QCoreApplication.translate("RulesSection", "Source")
    return Column("source", words, _source_cell, width=SOURCE_WIDTH, gives_way=1)


def state_column() -> Column[Any]:
    """Whether a rule is switched off."""
    off = ChipText(QCoreApplication.translate("RulesSection", "Off"), Tone.MUTE, "○")
    return Column(
        "state", "", lambda rule: Chips(() if rule.is_active else (off,)), STATE_WIDTH, False
    )


def name_cell(rule: Rule, label: str, below: str = "") -> Words:
    """A rule's name with quieter words below; quiet as a whole when it is switched off."""
    return Words(label, below, strong=rule.is_active, quiet=not rule.is_active)


def line_edit(theme: Theme, text: str, placeholder: str = "") -> LineEdit:
    """A line with a text, seen from its beginning."""
    line = LineEdit(theme, placeholder)
    line.setText(text)
    line.setCursorPosition(0)
    return line


def labels_of(keys: Sequence[str], labels: Mapping[str, Any]) -> list[str]:
    """The labels of keys, or the keys themselves where a list lacks them."""
    return [labels[key].label if key in labels else key for key in keys]


def _source_cell(rule: Rule) -> Words:
    grade = grade_words(grade_of(rule.source))
    if rule.source in ("", PROPOSED):
        return Words(grade, quiet=True)
    return Words(rule.source, grade, quiet=not rule.is_active)


def _edit_words() -> str:
    return QCoreApplication.translate("RulesSection", "Edit…")


def switch_words(rule: Rule) -> str:
    """What switching a rule does to it now."""
    if rule.is_active:
        return QCoreApplication.translate("RulesSection", "Switch off")
    return QCoreApplication.translate("RulesSection", "Switch on")

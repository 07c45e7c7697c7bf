"""The triggers: what calls for a role or an escalation, and who is proposed."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from careteam.domain.clinical_rules import Trigger
from careteam.domain.rule_checks import ESCALATIONS, known_facts
from ui.desk import Desk
from ui.look.choices import Choice, SearchChoice
from ui.look.columns import Column, Words
from ui.look.fields import Field, TextEdit
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.theme import Theme
from ui.settings.number_edit import NumberEdit
from ui.settings.rules_section import RuleSheet, RulesSection, line_edit, name_cell

MOST_DAYS = 365


class TriggersSection(RulesSection):
    """Every trigger with its condition below its name."""

    def __init__(self, theme: Theme, desk: Desk) -> None:
        name: Column[Trigger] = Column(
            "name",
            QCoreApplication.translate("TriggersSection", "When"),
            lambda rule: name_cell(rule, rule.label, rule.condition),
        )
        proposes: Column[Trigger] = Column(
            "role", QCoreApplication.translate("TriggersSection", "Proposes"), self._role_cell, 210
        )
        super().__init__(
            theme,
            desk,
            QCoreApplication.translate("TriggersSection", "Triggers"),
            QCoreApplication.translate(
                "TriggersSection",
                "What is learned of a patient proposes a role or a call; a person accepts or "
                "dismisses every suggestion.",
            ),
            (name, proposes),
            QCoreApplication.translate("TriggersSection", "Add trigger"),
        )

    @override
    def rules(self) -> list[Trigger]:
        return list(self.desk.rules.clinical.triggers.values())

    @override
    def sheet(self, rule: Trigger | None) -> RuleSheet:
        return TriggerSheet(self.theme, self.desk, self.window(), rule)

    def _role_cell(self, rule: Trigger) -> Words:
        within = QCoreApplication.translate(
            "TriggersSection", "within %n business day(s)", None, rule.within_days
        )
        if rule.within_days == 0:
            within = self.tr("the same day")
        if rule.role:
            return Words(self.desk.rules.catalogue.role_label(rule.role), within)
        return Words(escalation_words(rule.escalates), within)


class TriggerSheet(RuleSheet):
    """A condition, and the role or the call that it proposes."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, rule: Trigger | None) -> None:
        new = QCoreApplication.translate("TriggerSheet", "New trigger")
        super().__init__(theme, desk, host, rule, new)
        self._shown = shown = rule or Trigger("", "", "")
        roles = [
            Option(role.key, role.label)
            for role in desk.rules.catalogue.roles.values()
            if role.is_active or role.key == shown.role
        ]
        calls = [Option(key, escalation_words(key)) for key in ESCALATIONS]
        self._label = line_edit(theme, shown.label)
        self._condition = TextEdit(theme, lines=2)
        self._condition.set_text(shown.condition)
        self._role = SearchChoice(theme, roles, shown.role, placeholder=self.tr("Type a role"))
        self._escalates = Choice(theme, calls, shown.escalates, empty=self.tr("nobody at once"))
        self._within = NumberEdit(theme, MOST_DAYS, shown.within_days, self.tr("business days"))
        self.add_field("label", Field(theme, self.tr("Name"), self._label))
        self.add_field("condition", Field(theme, self.tr("Condition"), self._condition))
        facts = ", ".join(sorted(known_facts(desk.rules)))
        self.body.addWidget(Label(self.tr("Names: {facts}").format(facts=facts), "sub", wrap=True))
        self.add_field("role", Field(theme, self.tr("Proposes the role"), self._role))
        self.add_field("escalates", Field(theme, self.tr("Alerts"), self._escalates))
        self.add_field("within_days", Field(theme, self.tr("Within"), self._within))
        self.finish_rule()

    @override
    def entered(self) -> Trigger:
        return replace(
            Trigger(self._shown.key, "", ""),
            label=self._label.text_value(),
            condition=self._condition.text_value(),
            role=self._role.value(),
            escalates=self._escalates.value(),
            within_days=self._within.value() or 0,
            source=self.source(),
            is_active=self._shown.is_active,
        )


def escalation_words(key: str) -> str:
    """Whom an escalation alerts."""
    return {
        "now_oncall_clinician": QCoreApplication.translate(
            "TriggersSection", "The clinician on call, now"
        ),
        "same_day_local_protocol": QCoreApplication.translate(
            "TriggersSection", "By the local protocol, the same day"
        ),
    }.get(key, key)

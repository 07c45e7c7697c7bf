"""The cadence: which next step follows an event, after how many days, and whose it is."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from careteam.domain.clinical_rules import Cadence, Event
from careteam.domain.due import NAVIGATOR_ROLE
from careteam.domain.reasons import EVENT_WORDS, cadence_words
from careteam.domain.rule_changes import with_cadence
from careteam.domain.rule_checks import check_rule
from careteam.domain.rules import Rules
from careteam.storage.writes.clinical_rules import switch_rule
from ui.desk import Desk, Undo
from ui.look.choices import Choice, SearchChoice
from ui.look.columns import Column, Words
from ui.look.fields import Field
from ui.look.options import Option
from ui.look.theme import Theme
from ui.settings.number_edit import NumberEdit
from ui.settings.preview_line import PreviewLine
from ui.settings.preview_sheet import PreviewSheet
from ui.settings.rules_section import (
    RuleSheet,
    RulesSection,
    line_edit,
    name_cell,
    switch_words,
)

MOST_BUSINESS_DAYS, MOST_DAYS, MOST_SERIES_DAYS = 365, 3650, 366


class CadenceSection(RulesSection):
    """Every cadence rule with what it asks for in words."""

    def __init__(self, theme: Theme, desk: Desk) -> None:
        name: Column[Cadence] = Column(
            "name",
            QCoreApplication.translate("CadenceSection", "Next step"),
            lambda rule: name_cell(rule, rule.label, cadence_words(rule)),
        )
        whose: Column[Cadence] = Column(
            "whose", QCoreApplication.translate("CadenceSection", "Whose"), self._whose_cell, 170
        )
        super().__init__(
            theme,
            desk,
            QCoreApplication.translate("CadenceSection", "Cadence"),
            QCoreApplication.translate(
                "CadenceSection",
                "Business days leave out Saturdays, Sundays and the clinic's holidays. Steps that "
                "are planned already follow their rule, unless they were put off.",
            ),
            (name, whose),
            QCoreApplication.translate("CadenceSection", "Add rule"),
        )

    @override
    def rules(self) -> list[Cadence]:
        return list(self.desk.rules.clinical.cadence.values())

    @override
    def sheet(self, rule: Cadence | None) -> RuleSheet:
        return CadenceSheet(self.theme, self.desk, self.window(), rule)

    @override
    def switch(self, rule: Cadence) -> None:
        desk, other = self.desk, replace(rule, is_active=not rule.is_active)
        sheet = PreviewSheet(
            self.theme,
            desk,
            self.window(),
            (rule.label, switch_words(rule)),
            lambda: with_cadence(desk.rules, other),
            switch_rule,
            (rule, other.is_active),
            Undo(switch_rule, (rule, rule.is_active)),
        )
        self.open_sheet(sheet)

    def _whose_cell(self, rule: Cadence) -> Words:
        catalogue = self.desk.rules.catalogue
        phase = catalogue.phase_label(rule.phase) if rule.phase else self.tr("any phase")
        return Words(catalogue.role_short(rule.owner_role or NAVIGATOR_ROLE), phase)


class CadenceSheet(RuleSheet):
    """An event, the days after it, the phase it is meant for, and whose step it is."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, rule: Cadence | None) -> None:
        new = QCoreApplication.translate("CadenceSheet", "New rule")
        super().__init__(theme, desk, host, rule, new)
        self._shown = shown = rule or Cadence("", Event.HOSPITAL_DISCHARGE, "")
        catalogue = desk.rules.catalogue
        phases = [Option(phase.key, phase.label) for phase in catalogue.phases.values()]
        roles = [Option(role.key, role.label) for role in catalogue.roles.values()]
        events = [Option(event.value, words) for event, words in EVENT_WORDS.items()]
        days = self.tr("days")
        self._label = line_edit(theme, shown.label)
        self._event = Choice(theme, events, shown.event.value)
        self._phase = Choice(theme, phases, shown.phase, empty=self.tr("any phase"))
        self._owner = SearchChoice(theme, roles, shown.owner_role or NAVIGATOR_ROLE)
        self._business = NumberEdit(
            theme, MOST_BUSINESS_DAYS, shown.business_days, self.tr("business days")
        )
        self._days = NumberEdit(theme, MOST_DAYS, shown.days, days)
        self._every = NumberEdit(theme, MOST_BUSINESS_DAYS, shown.every_days, days)
        self._for = NumberEdit(theme, MOST_SERIES_DAYS, shown.for_days, days)
        self.preview = PreviewLine(desk, self._changed)
        for control in (self._event, self._business, self._days, self._phase):
            self.preview.watch(control.edited)
        for name, words, control in (
            ("label", self.tr("Next step"), self._label),
            ("event", self.tr("After"), self._event),
            ("phase", self.tr("Only in"), self._phase),
            ("business_days", self.tr("Business days after it (0: count in days)"), self._business),
            ("days", self.tr("Days after it"), self._days),
        ):
            self.add_field(name, Field(theme, words, control))
        self.body.addWidget(self.preview)
        for name, words, control in (
            ("every_days", self.tr("A series: every so many days (0: none)"), self._every),
            ("for_days", self.tr("A series: for how long"), self._for),
            ("owner_role", self.tr("Whose step"), self._owner),
        ):
            self.add_field(name, Field(theme, words, control))
        self.finish_rule()

    @override
    def entered(self) -> Cadence:
        owner = self._owner.value()
        return replace(
            self._shown,
            label=self._label.text_value(),
            event=Event(self._event.value()),
            phase=self._phase.value(),
            owner_role=self._shown.owner_role if owner == NAVIGATOR_ROLE else owner,
            business_days=self._business.value() or 0,
            days=self._days.value() or 0,
            every_days=self._every.value() or 0,
            for_days=self._for.value() or 0,
            source=self.source(),
        )

    def _changed(self) -> Rules | None:
        rules, rule = self.desk.rules, self.entered()
        check_rule(rule, rules)
        return with_cadence(rules, rule)

"""The tests and milestones that each phase proposes, on which of its days."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from careteam.domain.clinical_rules import MilestoneTemplate
from careteam.domain.errors import Refused
from ui.desk import Desk
from ui.look.choices import Choice, SearchChoice
from ui.look.columns import Column, Words
from ui.look.fields import Field
from ui.look.options import Option
from ui.look.theme import Theme
from ui.settings.number_edit import NumberEdit
from ui.settings.rules_section import RuleSheet, RulesSection, line_edit, name_cell

MOST_LATE_DAYS = 365


class MilestonesSection(RulesSection):
    """Every template by phase and day."""

    def __init__(self, theme: Theme, desk: Desk) -> None:
        phase: Column[MilestoneTemplate] = Column(
            "phase",
            QCoreApplication.translate("MilestonesSection", "Phase"),
            lambda rule: desk.rules.catalogue.phase_label(rule.phase),
            200,
        )
        test: Column[MilestoneTemplate] = Column(
            "test", QCoreApplication.translate("MilestonesSection", "Test"), self._test_cell
        )
        day: Column[MilestoneTemplate] = Column(
            "day", QCoreApplication.translate("MilestonesSection", "Day"), self._day_cell, 150
        )
        super().__init__(
            theme,
            desk,
            QCoreApplication.translate("MilestonesSection", "Tests of the phases"),
            QCoreApplication.translate(
                "MilestonesSection",
                "What is proposed when a phase begins; day 1 is its first. A person accepts or "
                "dismisses it.",
            ),
            (test, phase, day),
            QCoreApplication.translate("MilestonesSection", "Add test"),
            has_order=False,
        )

    @override
    def rules(self) -> list[MilestoneTemplate]:
        phases = list(self.desk.rules.catalogue.phases)
        order = {key: place for place, key in enumerate(phases)}
        templates = self.desk.rules.clinical.templates
        return sorted(templates, key=lambda rule: (order.get(rule.phase, len(order)), rule.day))

    @override
    def sheet(self, rule: MilestoneTemplate | None) -> RuleSheet:
        return MilestoneSheet(self.theme, self.desk, self.window(), rule)

    def _test_cell(self, rule: MilestoneTemplate) -> Words:
        kind = self.desk.rules.catalogue.label("test", rule.kind)
        return name_cell(rule, rule.label or kind, kind if rule.label else "")

    def _day_cell(self, rule: MilestoneTemplate) -> Words:
        late = QCoreApplication.translate(
            "MilestonesSection", "late after %n day(s)", None, rule.late_days
        )
        return Words(self.tr("Day {day}").format(day=rule.day), late)


class MilestoneSheet(RuleSheet):
    """A test, its phase, its day, and how many days later it is late."""

    def __init__(
        self, theme: Theme, desk: Desk, host: QWidget, rule: MilestoneTemplate | None
    ) -> None:
        new = QCoreApplication.translate("MilestoneSheet", "Test of a phase")
        super().__init__(theme, desk, host, rule, new)
        self._shown = shown = rule or MilestoneTemplate(0, "", "", "", 1)
        catalogue = desk.rules.catalogue
        phases = [Option(phase.key, phase.label) for phase in catalogue.phases.values()]
        tests = [Option(key, term.label) for key, term in catalogue.terms.get("test", {}).items()]
        self._kind = SearchChoice(theme, tests, shown.kind, placeholder=self.tr("Type a test"))
        self._phase = Choice(theme, phases, shown.phase, empty=self.tr("Choose the phase"))
        self._label = line_edit(theme, shown.label, self.tr("as the test is called"))
        self._day = line_edit(theme, str(shown.day))
        self._late = NumberEdit(theme, MOST_LATE_DAYS, shown.late_days, self.tr("days"))
        self.add_field("kind", Field(theme, self.tr("Test"), self._kind))
        self.add_field("phase", Field(theme, self.tr("Phase"), self._phase))
        self.add_field("day", Field(theme, self.tr("Day of the phase"), self._day))
        self.add_field("late_days", Field(theme, self.tr("Late after"), self._late))
        self.add_field("label", Field(theme, self.tr("Own name"), self._label))
        self.finish_rule()

    @override
    def entered(self) -> MilestoneTemplate:
        day = self._day.text_value().replace("−", "-")
        if not day.removeprefix("-").isdecimal():
            raise Refused.at("day", self.tr("Write a whole number; days before it are negative."))
        return replace(
            self._shown,
            kind=self._kind.value(),
            phase=self._phase.value(),
            label=self._label.text_value(),
            day=int(day[:6]),
            late_days=self._late.value() or 0,
            source=self.source(),
        )

"""The pathways: the phases of each way through treatment, in their order."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from careteam.domain.clinical_rules import Pathway
from ui.desk import Desk
from ui.look.columns import Column, Words
from ui.look.fields import Field
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.tag_field import TagField
from ui.look.theme import Theme
from ui.settings.rules_section import RuleSheet, RulesSection, labels_of, line_edit, name_cell


class PathwaysSection(RulesSection):
    """Every pathway with its phases."""

    def __init__(self, theme: Theme, desk: Desk) -> None:
        phases: Column[Pathway] = Column(
            "phases", QCoreApplication.translate("PathwaysSection", "Phases"), self._phases_cell
        )
        name: Column[Pathway] = Column(
            "name",
            QCoreApplication.translate("PathwaysSection", "Pathway"),
            lambda rule: name_cell(rule, rule.label),
            200,
        )
        super().__init__(
            theme,
            desk,
            QCoreApplication.translate("PathwaysSection", "Pathways"),
            QCoreApplication.translate(
                "PathwaysSection",
                "The order of phases that the pathway of a patient shows; a change of phase is "
                "always a person's decision.",
            ),
            (name, phases),
            QCoreApplication.translate("PathwaysSection", "Add pathway"),
        )

    @override
    def rules(self) -> list[Pathway]:
        return list(self.desk.rules.clinical.pathways.values())

    @override
    def sheet(self, rule: Pathway | None) -> RuleSheet:
        return PathwaySheet(self.theme, self.desk, self.window(), rule)

    def _phases_cell(self, rule: Pathway) -> Words:
        labels = labels_of(rule.phases, self.desk.rules.catalogue.phases)
        half = (len(labels) + 1) // 2
        return Words(" → ".join(labels[:half]), " → ".join(["", *labels[half:]]).strip())


class PathwaySheet(RuleSheet):
    """A pathway's name and its phases in order."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, rule: Pathway | None) -> None:
        new = QCoreApplication.translate("PathwaySheet", "New pathway")
        super().__init__(theme, desk, host, rule, new)
        self._shown = rule or Pathway("", "", ())
        options = [
            Option(phase.key, phase.label)
            for phase in desk.rules.catalogue.phases.values()
            if phase.is_active or phase.key in self._shown.phases
        ]
        self._label = line_edit(theme, self._shown.label)
        self._phases = TagField(theme, self.tr("Phases in their order"), options)
        self._phases.set_value(self._shown.phases)
        self.add_field("label", Field(theme, self.tr("Name"), self._label))
        self.add_field("phases", Field(theme, self.tr("Phases in their order"), self._phases))
        words = self.tr("A phase that is added comes last; take phases away to put others before.")
        self.body.addWidget(Label(words, "sub", wrap=True))
        self.finish_rule()

    @override
    def entered(self) -> Pathway:
        return replace(
            self._shown,
            label=self._label.text_value(),
            phases=self._phases.value(),
            source=self.source(),
        )

"""The screening instruments: range, cut-off, ages, and when to screen again; never a question."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from careteam.domain.clinical_rules import Instrument
from ui.desk import Desk
from ui.look.check_box import CheckBox
from ui.look.columns import Column, Words
from ui.look.fields import Field
from ui.look.theme import Theme
from ui.settings.number_edit import NumberEdit
from ui.settings.rules_section import RuleSheet, RulesSection, line_edit, name_cell

MOST_SCORE, MOST_YEARS, MOST_DAYS = 100_000, 130, 3650


class InstrumentsSection(RulesSection):
    """Every instrument with its range and cut-off."""

    def __init__(self, theme: Theme, desk: Desk) -> None:
        name: Column[Instrument] = Column(
            "name", QCoreApplication.translate("InstrumentsSection", "Instrument"), self._name_cell
        )
        cutoff: Column[Instrument] = Column(
            "cutoff",
            QCoreApplication.translate("InstrumentsSection", "Cut-off"),
            self._cutoff_cell,
            150,
        )
        ages: Column[Instrument] = Column(
            "ages", QCoreApplication.translate("InstrumentsSection", "Ages"), self._ages_cell, 150
        )
        super().__init__(
            theme,
            desk,
            QCoreApplication.translate("InstrumentsSection", "Screening"),
            QCoreApplication.translate(
                "InstrumentsSection", "Name, score and date are kept, never the questions."
            ),
            (name, cutoff, ages),
            QCoreApplication.translate("InstrumentsSection", "Add instrument"),
        )

    @override
    def rules(self) -> list[Instrument]:
        return list(self.desk.rules.clinical.instruments.values())

    @override
    def sheet(self, rule: Instrument | None) -> RuleSheet:
        return InstrumentSheet(self.theme, self.desk, self.window(), rule)

    def _name_cell(self, rule: Instrument) -> Words:
        return name_cell(rule, rule.label, f"{rule.lowest}–{rule.highest} · {rule.key}")

    def _cutoff_cell(self, rule: Instrument) -> Words:
        if rule.cutoff is None:
            return Words(self.tr("none"))
        words = self.tr("{score} or less") if rule.is_low_bad else self.tr("{score} or more")
        return Words(words.format(score=rule.cutoff))

    def _ages_cell(self, rule: Instrument) -> Words:
        again = ""
        if rule.repeat_days:
            again = self.tr("again after {days} days").format(days=rule.repeat_days)
        if rule.age_from is None and rule.age_below is None:
            return Words(self.tr("everybody"), again)
        if rule.age_below is None:
            return Words(self.tr("from {years} years").format(years=rule.age_from), again)
        words = self.tr("{first} to under {last} years")
        return Words(words.format(first=rule.age_from or 0, last=rule.age_below), again)


class InstrumentSheet(RuleSheet):
    """An instrument's range, cut-off, ages, and the days after which it is repeated."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, rule: Instrument | None) -> None:
        new = QCoreApplication.translate("InstrumentSheet", "New instrument")
        super().__init__(theme, desk, host, rule, new)
        self._shown = shown = rule or Instrument("", "", "", 0, 10)
        years, days = self.tr("years"), self.tr("days")
        self._label = line_edit(theme, shown.label)
        self._short = line_edit(theme, shown.short, self.tr("where there is little room"))
        self._lowest = NumberEdit(theme, MOST_SCORE, shown.lowest)
        self._highest = NumberEdit(theme, MOST_SCORE, shown.highest)
        self._step = NumberEdit(theme, MOST_SCORE, shown.step)
        self._cutoff = NumberEdit(theme, MOST_SCORE, shown.cutoff)
        self._low_bad = CheckBox(theme, self.tr("A low score is the bad one"))
        self._low_bad.setChecked(shown.is_low_bad)
        self._from = NumberEdit(theme, MOST_YEARS, shown.age_from, years)
        self._below = NumberEdit(theme, MOST_YEARS, shown.age_below, years)
        self._repeat = NumberEdit(theme, MOST_DAYS, shown.repeat_days, days)
        for name, words, control in (
            ("label", self.tr("Name"), self._label),
            ("short", self.tr("Short name"), self._short),
            ("lowest", self.tr("Lowest score"), self._lowest),
            ("highest", self.tr("Highest score"), self._highest),
            ("step", self.tr("Scores go up by"), self._step),
            ("cutoff", self.tr("Cut-off (empty: none)"), self._cutoff),
        ):
            self.add_field(name, Field(theme, words, control))
        self.body.addWidget(self._low_bad)
        self._low_bad.clicked.connect(self.mark_changed)
        for name, words, control in (
            ("age_from", self.tr("From age (empty: any)"), self._from),
            ("age_below", self.tr("Below age (empty: any)"), self._below),
            ("repeat_days", self.tr("Again after (0: not by itself)"), self._repeat),
        ):
            self.add_field(name, Field(theme, words, control))
        self.finish_rule()

    @override
    def entered(self) -> Instrument:
        return replace(
            self._shown,
            label=self._label.text_value(),
            short=self._short.text_value(),
            lowest=self._lowest.value() or 0,
            highest=self._highest.value() or 0,
            step=self._step.value() or 0,
            cutoff=self._cutoff.value(),
            is_low_bad=self._low_bad.isChecked(),
            age_from=self._from.value(),
            age_below=self._below.value(),
            repeat_days=self._repeat.value() or 0,
            source=self.source(),
        )

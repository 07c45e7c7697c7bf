"""Goals of the measures, the smallest count shown to readers outside, and the acuity score."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from careteam.domain.acuity import NOT_VALIDATED
from careteam.domain.changes import Changes
from careteam.domain.insight_settings import (
    MOST_DAYS,
    MOST_LEAST,
    InsightSettings,
    read_insight_settings,
)
from careteam.storage.reads.rules import read_settings
from careteam.storage.writes.insights import save_insight_settings
from ui.desk import Desk, Undo
from ui.form_sheet import FormSheet
from ui.look.buttons import Button
from ui.look.check_box import CheckBox
from ui.look.fields import Field
from ui.look.labels import Label
from ui.look.theme import Theme
from ui.settings.number_edit import NumberEdit
from ui.settings.section import FactsCard, Section


class InsightsSection(Section):
    """Shows what is set; one button opens the form."""

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(
            theme,
            desk,
            QCoreApplication.translate("InsightsSection", "Insights"),
            QCoreApplication.translate(
                "InsightsSection",
                "A goal is a dashed line in a chart. Small counts are hidden from readers outside "
                "the clinic: 1 to 10 by the cell suppression policy of CMS.",
            ),
        )
        self._facts = FactsCard(theme)
        self._edit = Button(theme, self.tr("Edit"), small=True)
        self.heading.add_at_end(self._edit)
        self.column.addWidget(self._facts)
        self.column.addStretch(1)
        self._edit.clicked.connect(self._on_edit)

    @override
    def read_again(self) -> None:
        settings = read_insight_settings(self.desk.read(read_settings))
        days, none = self.tr("{days} days"), self.tr("none")

        def goal(value: int | None) -> str:
            return days.format(days=value) if value else none

        least = settings.least if settings.least > 1 else none
        self._facts.show_facts(
            (
                (self.tr("Goal: referral to first contact"), goal(settings.first_contact_days)),
                (self.tr("Goal: suggestion to first contact"), goal(settings.to_contact_days)),
                (self.tr("Smallest count shown outside"), str(least)),
                (self.tr("Acuity score"), self.tr("on") if settings.has_acuity else self.tr("off")),
            )
        )

    def _on_edit(self) -> None:
        self.open_sheet(InsightsSheet(self.theme, self.desk, self.window()))


class InsightsSheet(FormSheet):
    """Goals, the smallest count, and whether the acuity score is shown."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget) -> None:
        title = QCoreApplication.translate("InsightsSheet", "Insights")
        save = QCoreApplication.translate("InsightsSheet", "Save")
        super().__init__(theme, title, host, save, self._save_settings)
        self._desk = desk
        self._before = before = read_insight_settings(desk.read(read_settings))
        days = self.tr("days")
        self.first = NumberEdit(theme, MOST_DAYS, before.first_contact_days, days)
        self.contact = NumberEdit(theme, MOST_DAYS, before.to_contact_days, days)
        self.least = NumberEdit(theme, MOST_LEAST, before.least)
        self.acuity = CheckBox(theme, self.tr("Show an acuity score with each patient"))
        self.acuity.setChecked(before.has_acuity)
        self.watch(self.acuity.edited)
        for name, words, edit in (
            ("first_contact_days", self.tr("Goal: referral to first contact"), self.first),
            ("to_contact_days", self.tr("Goal: suggestion to first contact"), self.contact),
            ("least", self.tr("Smallest count shown outside"), self.least),
        ):
            self.add_field(name, Field(theme, words, edit))
        self.body.addWidget(self.acuity)
        self.body.addWidget(Label(NOT_VALIDATED, "sub", wrap=True))
        self.finish()

    def _save_settings(self) -> Changes | None:
        draft = InsightSettings(
            self.first.value(), self.contact.value(), self.least.value() or 0,
            self.acuity.isChecked(),
        )  # fmt: skip
        undo = Undo(save_insight_settings, (self._before,))
        return self._desk.do(save_insight_settings, draft, undo=undo)

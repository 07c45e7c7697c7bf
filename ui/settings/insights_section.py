"""Goals of the measures, the smallest count shown to readers outside, and the acuity score."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from careteam.domain.acuity import NOT_VALIDATED
from careteam.domain.changes import Changes
from careteam.domain.insight_settings import (
    MOST_LEAST,
    WITH_GOALS,
    InsightSettings,
    most_of,
    read_insight_settings,
)
from careteam.domain.measuring import Topic
from careteam.storage.reads.rules import read_settings
from careteam.storage.writes.insights import save_insight_settings
from ui.desk import Desk, Undo
from ui.form_sheet import FormSheet
from ui.insights.goal_words import goal_unit, goal_words, side_words
from ui.insights.measure_words import measure_words
from ui.insights.words import topic_words
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
                "A goal stands with its measure on the Insights page, and is a dashed line in a "
                "chart. Small counts are hidden from readers outside "
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
        least = str(settings.least) if settings.least > 1 else self.tr("none")
        goals = [
            (measure_words(one.title), goal_words(one, settings.goals[one.key]))
            for one in WITH_GOALS
            if one.key in settings.goals
        ]
        self._facts.show_facts(
            (
                *(goals or [(self.tr("Goals"), self.tr("none"))]),
                (self.tr("Smallest count shown outside"), least),
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
        self.least = NumberEdit(theme, MOST_LEAST, before.least)
        self.acuity = CheckBox(theme, self.tr("Show an acuity score with each patient"))
        self.acuity.setChecked(before.has_acuity)
        self.watch(self.acuity.edited)
        self.goals = {
            one.key: NumberEdit(theme, most_of(one), before.goals.get(one.key), goal_unit(one))
            for one in WITH_GOALS
        }
        self.add_field("least", Field(theme, self.tr("Smallest count shown outside"), self.least))
        self.body.addWidget(self.acuity)
        self.body.addWidget(Label(NOT_VALIDATED, "sub", wrap=True))
        self._add_goals(theme)
        self.finish()

    def _add_goals(self, theme: Theme) -> None:
        for topic in Topic:
            measures = [one for one in WITH_GOALS if one.topic is topic]
            words = self.tr("Goals: {topic}").format(topic=topic_words(topic))
            self.body.addWidget(Label(words, "h3"))
            for one in measures:
                title = self.tr("{measure}, {side}")
                told = title.format(measure=measure_words(one.title), side=side_words(one))
                self.add_field(one.key, Field(theme, told, self.goals[one.key]))

    def _save_settings(self) -> Changes | None:
        goals = {key: edit.value() or 0 for key, edit in self.goals.items()}
        draft = InsightSettings(
            {key: goal for key, goal in goals.items() if goal},
            self.least.value() or 0,
            self.acuity.isChecked(),
        )
        undo = Undo(save_insight_settings, (self._before,))
        return self._desk.do(save_insight_settings, draft, undo=undo)

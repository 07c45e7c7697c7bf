"""The lists to choose from in a contact and on a board, one at a time."""

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from careteam.storage.reads.settings import term_rows
from ui.desk import Desk
from ui.look.buttons import Button
from ui.look.options import Option
from ui.look.segmented import SegmentedControl
from ui.look.theme import Theme
from ui.settings.section import Section
from ui.settings.terms_table import TermsTable


class ListsSection(Section):
    """The chosen list below the row of lists."""

    scrolls = False

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(
            theme,
            desk,
            QCoreApplication.translate("ListsSection", "Lists"),
            QCoreApplication.translate(
                "ListsSection",
                "A word that is switched off is offered no longer; what was recorded with it "
                "keeps it.",
            ),
        )
        first = (
            Option("reason", self.tr("Reasons")),
            Option("topic", self.tr("Topics")),
            Option("intervention", self.tr("Interventions")),
            Option("mode", self.tr("Modes")),
        )
        more = (
            Option("end_reason", self.tr("Why a role ends")),
            Option("decline_reason", self.tr("Why a role is declined")),
            Option("snooze_reason", self.tr("Why something is put off")),
            Option("overlay", self.tr("Treatments across phases")),
            Option("modality", self.tr("Treatments")),
            Option("test", self.tr("Tests and milestones")),
            Option("symptom", self.tr("Symptoms")),
            Option("risk_factor", self.tr("Risk factors")),
            Option("concern", self.tr("Concerns")),
            Option("barrier", self.tr("Barriers")),
            Option("referral_method", self.tr("Ways of referral")),
            Option("trial_reason", self.tr("Why not in a trial")),
            Option("dismiss_reason", self.tr("Why a suggestion is dismissed")),
            Option("checklist_hct", self.tr("Checklist for transplant")),
            Option("checklist_car_t", self.tr("Checklist for CAR-T")),
        )
        self.lists = SegmentedControl(theme, self.tr("List"), first, first[0].key, more)
        self._add = Button(theme, self.tr("Add word"), small=True)
        self.heading.add_beside(self.lists)
        self.heading.add_at_end(self._add)
        self.terms = TermsTable(self, self.tr("Words of the list"))
        self.column.addWidget(self.terms, 1)
        self.lists.chosen.connect(lambda _kind: self.read_again())
        self._add.clicked.connect(self.terms.add)

    @override
    def read_again(self) -> None:
        kind = self.lists.value()
        self.terms.show_terms(kind, self.desk.read(term_rows, kind))

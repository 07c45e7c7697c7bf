"""Whom to call for a red flag, and from when on the coverage view speaks up."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from careteam.domain.catalogue_drafts import LONGEST_DAYS
from careteam.domain.changes import Changes
from careteam.storage.writes.clinical_rules import WatchDraft, save_watch
from ui.desk import Desk, Undo
from ui.form_sheet import FormSheet
from ui.look.buttons import Button
from ui.look.fields import Field, LineEdit
from ui.look.theme import Theme
from ui.settings.number_edit import NumberEdit
from ui.settings.section import FactsCard, Section


class WatchSection(Section):
    """Shows the line and the days; one button opens their form."""

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(
            theme,
            desk,
            QCoreApplication.translate("WatchSection", "Red flags and coverage"),
            QCoreApplication.translate(
                "WatchSection",
                "The line is shown with every red flag; the days are proposed defaults, for the "
                "clinic to decide.",
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
        draft = draft_of(self.desk)
        days = self.tr("{days} days")
        self._facts.show_facts(
            (
                (self.tr("Call for a red flag"), draft.escalation_line or self.tr("not given yet")),
                (self.tr("Silent from"), days.format(days=draft.silent_days)),
                (self.tr("A role waits long from"), days.format(days=draft.waiting_days)),
            )
        )

    def _on_edit(self) -> None:
        self.open_sheet(WatchSheet(self.theme, self.desk, self.window()))


class WatchSheet(FormSheet):
    """The escalation line and the days."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget) -> None:
        title = QCoreApplication.translate("WatchSheet", "Red flags and coverage")
        save = QCoreApplication.translate("WatchSheet", "Save")
        super().__init__(theme, title, host, save, self._save_watch)
        self._desk, self._before = desk, draft_of(desk)
        self._line = LineEdit(theme, self.tr("Clinician on call, (212) 555-0100"))
        self._line.setText(self._before.escalation_line)
        days = self.tr("days")
        self._silent = NumberEdit(theme, LONGEST_DAYS, self._before.silent_days, days)
        self._waiting = NumberEdit(theme, LONGEST_DAYS, self._before.waiting_days, days)
        self.add_field("escalation_line", Field(theme, self.tr("Call for a red flag"), self._line))
        self.add_field(
            "silent_days", Field(theme, self.tr("Silent when nobody was reached for"), self._silent)
        )
        self.add_field(
            "waiting_days", Field(theme, self.tr("A role waits long from"), self._waiting)
        )
        self.finish()

    def _save_watch(self) -> Changes | None:
        draft = WatchDraft(self._line.text_value(), self._silent.value(), self._waiting.value())
        return self._desk.do(save_watch, draft, undo=Undo(save_watch, (self._before,)))


def draft_of(desk: Desk) -> WatchDraft:
    """The settings as they stand."""
    clinical = desk.rules.clinical
    return WatchDraft(clinical.escalation_line, clinical.silent_days, clinical.waiting_days)

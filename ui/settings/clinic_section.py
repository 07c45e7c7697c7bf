"""The clinic's name, its time zone, where its phone numbers are read, and when the desk locks."""

from zoneinfo import available_timezones

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from careteam.domain.catalogue_drafts import ClinicDraft
from careteam.domain.changes import Changes
from careteam.domain.idle import MOST_MINUTES
from careteam.storage.reads.settings import ClinicRow, clinic_row
from careteam.storage.writes.clinic import save_clinic
from ui.desk import Desk, Undo
from ui.form_sheet import FormSheet
from ui.look.buttons import Button
from ui.look.choices import SearchChoice
from ui.look.fields import Field, LineEdit
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.theme import Theme
from ui.paper import Paper
from ui.settings.letterhead_part import LetterheadPart
from ui.settings.number_edit import NumberEdit
from ui.settings.section import FactsCard, Section


class ClinicSection(Section):
    """Shows the clinic; one button opens its form."""

    def __init__(self, theme: Theme, desk: Desk, paper: Paper) -> None:
        super().__init__(
            theme,
            desk,
            QCoreApplication.translate("ClinicSection", "Clinic"),
            QCoreApplication.translate(
                "ClinicSection", "Stands on summaries; every day is counted in its time zone."
            ),
        )
        self._row: ClinicRow | None = None
        self._facts = FactsCard(theme)
        self._edit = Button(theme, self.tr("Edit"), small=True)
        self.heading.add_at_end(self._edit)
        self.letterhead = LetterheadPart(theme, desk, paper)
        self.column.addWidget(self._facts)
        self.column.addWidget(self.letterhead)
        self.column.addStretch(1)
        self._edit.clicked.connect(self._on_edit)

    @override
    def read_again(self) -> None:
        self.letterhead.read_again()
        row = self._row = self.desk.read(clinic_row)
        self._facts.show_facts(
            (
                (self.tr("Name"), row.name),
                (self.tr("Time zone"), row.zone),
                (self.tr("Phone numbers of"), row.region),
                (
                    self.tr("Locks itself"),
                    self.tr("after {minutes} min without key, mouse or touch").format(
                        minutes=row.lock_minutes
                    ),
                ),
            )
        )

    def _on_edit(self) -> None:
        if self._row is not None:
            self.open_sheet(ClinicSheet(self.theme, self.desk, self.window(), self._row))


class ClinicSheet(FormSheet):
    """Name, time zone, region, and the minutes after which the desk locks itself."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, row: ClinicRow) -> None:
        title = QCoreApplication.translate("ClinicSheet", "Clinic")
        super().__init__(
            theme, title, host, QCoreApplication.translate("ClinicSheet", "Save"), self._save_clinic
        )
        self._desk, self._row = desk, row
        self._name = LineEdit(theme)
        self._name.setText(row.name)
        zones = sorted({*available_timezones(), row.zone})
        self._zone = SearchChoice(theme, [Option(zone, zone) for zone in zones], row.zone)
        self._region = LineEdit(theme)
        self._region.setText(row.region)
        self._lock = NumberEdit(theme, MOST_MINUTES, row.lock_minutes, self.tr("minutes"))
        self.add_field("name", Field(theme, self.tr("Name"), self._name))
        self.add_field("zone", Field(theme, self.tr("Time zone"), self._zone))
        self.add_field(
            "region", Field(theme, self.tr("Country of phone numbers, two letters"), self._region)
        )
        self.add_field(
            "lock_minutes", Field(theme, self.tr("The desk locks itself after"), self._lock)
        )
        words = self.tr("Another time zone counts from the next time the database is unlocked.")
        self.body.addWidget(Label(words, "sub", wrap=True))
        self.finish()

    def _save_clinic(self) -> Changes | None:
        row = self._row
        draft = ClinicDraft(
            self._name.text_value(),
            self._zone.value(),
            self._region.text_value(),
            row.max_attempts,
            row.quick_minutes,
            self._lock.value(),
        )
        return self._desk.do(save_clinic, draft, undo=Undo(save_clinic, (draft_of(row),)))


def draft_of(row: ClinicRow) -> ClinicDraft:
    """The clinic as it stands, for a form that changes a part of it and for taking back."""
    return ClinicDraft(
        row.name, row.zone, row.region, row.max_attempts, row.quick_minutes, row.lock_minutes
    )

"""How contacts end and what follows: outcomes with their next try, the number of tries, minutes."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from careteam.domain.catalogue_drafts import MOST_ATTEMPTS
from careteam.domain.changes import Changes
from careteam.domain.errors import Refused
from careteam.storage.reads.settings import ClinicRow, clinic_row, term_rows
from careteam.storage.writes.clinic import save_clinic
from careteam.storage.writes.terms import OUTCOME
from ui.desk import Desk, Undo
from ui.form_sheet import FormSheet
from ui.look.buttons import Button
from ui.look.cards import HeadingRow
from ui.look.fields import Field, LineEdit
from ui.look.labels import Label
from ui.look.theme import Theme
from ui.settings.clinic_section import draft_of
from ui.settings.number_edit import NumberEdit
from ui.settings.section import FactsCard, Section
from ui.settings.terms_table import TermsTable


class ContactsSection(Section):
    """The rules of trying above, the outcomes below."""

    scrolls = False

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(
            theme,
            desk,
            QCoreApplication.translate("ContactsSection", "Contacts"),
            QCoreApplication.translate(
                "ContactsSection",
                "When a try reached nobody, the patient comes back on the list; after the last "
                "try another way is proposed.",
            ),
        )
        self._row: ClinicRow | None = None
        self._facts = FactsCard(theme)
        self._edit = Button(theme, self.tr("Edit"), small=True)
        self.heading.add_at_end(self._edit)
        outcomes = HeadingRow(Label(self.tr("Outcomes"), "h2"))
        self._add = Button(theme, self.tr("Add outcome"), small=True)
        outcomes.add_at_end(self._add)
        self.outcomes = TermsTable(self, self.tr("Outcomes"), with_outcome=True)
        self.column.addWidget(self._facts)
        self.column.addSpacing(6)
        self.column.addWidget(outcomes)
        self.column.addWidget(self.outcomes, 1)
        self._edit.clicked.connect(self._on_edit)
        self._add.clicked.connect(self.outcomes.add)

    @override
    def read_again(self) -> None:
        row = self._row = self.desk.read(clinic_row)
        tries = QCoreApplication.translate(
            "ContactsSection", "%n attempt(s)", None, row.max_attempts
        )
        self._facts.show_facts(
            (
                (self.tr("Change the way after"), tries),
                (self.tr("Minutes to pick"), minutes_words(row.quick_minutes)),
            )
        )
        self.outcomes.show_terms(OUTCOME, self.desk.read(term_rows, OUTCOME))

    @override
    def show_entry(self, key: str) -> None:
        self.outcomes.entries.table.choose_key((OUTCOME, key))

    def _on_edit(self) -> None:
        if self._row is not None:
            self.open_sheet(TriesSheet(self.theme, self.desk, self.window(), self._row))


class TriesSheet(FormSheet):
    """After how many tries another way is proposed, and the minutes that can be picked."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, row: ClinicRow) -> None:
        title = QCoreApplication.translate("TriesSheet", "Tries and minutes")
        save = QCoreApplication.translate("TriesSheet", "Save")
        super().__init__(theme, title, host, save, self._save_tries)
        self._desk, self._row = desk, row
        self._tries = NumberEdit(theme, MOST_ATTEMPTS, row.max_attempts, self.tr("attempts"))
        self._minutes = LineEdit(theme)
        self._minutes.setText(minutes_words(row.quick_minutes))
        self.add_field(
            "max_attempts", Field(theme, self.tr("Propose another way after"), self._tries)
        )
        self.add_field("quick_minutes", Field(theme, self.tr("Minutes to pick"), self._minutes))
        self.finish()

    def _save_tries(self) -> Changes | None:
        before = draft_of(self._row)
        draft = replace(
            before, max_attempts=self._tries.value(), quick_minutes=self._read_minutes()
        )
        return self._desk.do(save_clinic, draft, undo=Undo(save_clinic, (before,)))

    def _read_minutes(self) -> tuple[int, ...]:
        parts = self._minutes.text_value().replace(",", " ").split()
        if not all(part.isascii() and part.isdigit() for part in parts):
            raise Refused.at("quick_minutes", "Write numbers with blanks between, such as 5 10 15.")
        return tuple(int(part[:6]) for part in parts)


def minutes_words(minutes: tuple[int, ...]) -> str:
    """5, 10, 15."""
    return ", ".join(str(each) for each in minutes)

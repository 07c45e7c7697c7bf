"""The preview: what importing would do, checked and ticked before anything is changed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careteam.domain.intake.preview import ImportPreview
from careteam.domain.intake.report import Take
from careteam.domain.intake.tables import About
from careteam.domain.intake.words import listed
from ui.imports import words
from ui.imports.choices import ImportChoices, ShownRow
from ui.imports.conflict_sheet import Asked, ConflictSheet, of_patient
from ui.imports.figures import Figure, FigureCards, left_out_patients, refused_rows
from ui.imports.finding_table import FindingTable
from ui.imports.patient_table import PatientTable
from ui.imports.two_tables import TwoTables
from ui.look.buttons import Button, ButtonKind
from ui.look.cards import EmptyState, HeadingRow
from ui.look.labels import ElidedLabel, Label
from ui.look.theme import Theme
from ui.look.tokens import Tone

MOST_FIELDS = 3


class PreviewView(QWidget):
    """`import_asked` when the nurse lets it in, `cancelled` when she leaves it."""

    import_asked = Signal()
    cancelled = Signal()

    def __init__(self, theme: Theme, preview: ImportPreview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = ImportChoices(preview)
        self.cancel_button = Button(theme, self.tr("Cancel"))
        self.import_button = Button(theme, "", ButtonKind.PRIMARY, "Ctrl+Return")
        self.people_button = Button(theme, "")
        self.people_button.setVisible(bool(preview.people_asked))
        self.cards = FigureCards(
            (self.tr("To add"), self.tr("To update"), self.tr("Left out"), self.tr("Refused"))
        )
        has_questions = any(row.asks for row in self.choices.rows)
        has_conflicts = any(row.row.conflicts for row in self.choices.rows)
        self._theme = theme
        self.table = PatientTable(theme, has_questions, has_conflicts)
        self.findings = FindingTable(theme)
        self._nobody = EmptyState(theme, "users", self._nobody_words(preview))
        self._lay_out(preview)
        self.cancel_button.clicked.connect(self.cancelled)
        self.import_button.clicked.connect(self.ask_to_import)
        self.people_button.clicked.connect(self.ask_about_people)
        self.table.turned.connect(self._on_turned)
        self.table.answered.connect(self._on_answered)
        self.table.decide_asked.connect(self.ask_about)
        self._show()
        self.findings.show_findings(preview.findings)
        self._nobody.setVisible(not preview.rows)

    def ask_to_import(self) -> None:
        """Let it in, when there is anything to let in."""
        if self.import_button.isEnabled():
            self.import_asked.emit()

    def _lay_out(self, preview: ImportPreview) -> None:
        heading = HeadingRow(Label(self.tr("Import · check before it goes in"), "h1"))
        heading.add_at_end(self.people_button)
        heading.add_at_end(self.cancel_button)
        heading.add_at_end(self.import_button)
        names = self.tr("{files} · nothing has been changed yet")
        named = ElidedLabel(names.format(files=words.file_names(preview.files)), "sub")
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(0)
        column.addWidget(heading)
        column.addSpacing(4)
        column.addWidget(named)
        column.addSpacing(14)
        column.addWidget(self.cards)
        column.addSpacing(12)
        column.addWidget(self._nobody)
        column.addWidget(TwoTables(self.table, self.findings), 1)
        self.setTabOrder(self.people_button, self.cancel_button)
        self.setTabOrder(self.cancel_button, self.import_button)
        self.setTabOrder(self.import_button, self.table.view)

    def _nobody_words(self, preview: ImportPreview) -> str:
        if preview.about is not About.DIRECTORY:
            return self.tr("There is no patient in these files.")
        told = self.tr("For the directory: {new} to add, {changed} to update.")
        return told.format(
            new=words.people(preview.people_to_add),
            changed=words.people(preview.people_to_update),
        )

    def _on_turned(self, shown: ShownRow) -> None:
        self.choices.turn(shown)
        self._show()

    def ask_about(self, shown: ShownRow) -> ConflictSheet:
        """Ask field by field what of a patient is to stand."""
        sheet = ConflictSheet(self._theme, (of_patient(shown),), self.window())

        def decided(fields: dict[str, frozenset[str]]) -> None:
            self.choices.take_over(shown, fields[shown.row.key])
            self._show()

        sheet.decided.connect(decided)
        return self._opened(sheet)

    def ask_about_people(self) -> ConflictSheet:
        """Ask field by field what of the colleagues is to stand."""
        over = self.choices.people_over
        asked = [
            Asked(each.key, each.name, each.conflicts, over.get(each.key, frozenset()))
            for each in self.choices.preview.people_asked
        ]
        sheet = ConflictSheet(self._theme, asked, self.window())

        def decided(fields: dict[str, frozenset[str]]) -> None:
            self.choices.take_over_people(fields)
            self._show()

        sheet.decided.connect(decided)
        return self._opened(sheet)

    def _opened(self, sheet: ConflictSheet) -> ConflictSheet:
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()
        return sheet

    def _on_answered(self, shown: ShownRow, take: Take) -> None:
        self.choices.answer(shown, take)
        self._show()

    def _show(self) -> None:
        choices = self.choices
        self.table.show_patients(choices.rows)
        preview = choices.preview
        if preview.about is not None:
            out = sum(not row.is_on for row in choices.rows if row.can_be_ticked)
            self.cards.show_figures(
                (self._to_add(), self._to_update(), left_out_patients(out),
                 refused_rows(len(preview.refused_rows)))
            )  # fmt: skip
            self._show_button()
            return
        left_out, refused = preview.left_out_count, len(preview.refused)
        self.cards.show_figures(
            (
                self._to_add(),
                self._to_update(),
                (words.entries(left_out), preview.left_out_words, Tone.MUTE),
                (
                    words.files(refused),
                    preview.refused_words,
                    Tone.BAD if refused else Tone.MUTE,
                ),
            )
        )
        self._show_button()

    def _show_button(self) -> None:
        self.people_button.setText(words.people_asked(len(self.choices.preview.people_asked)))
        self.people_button.updateGeometry()
        self.import_button.setEnabled(self.choices.has_anything)
        self.import_button.setText(self._button_words())
        self.import_button.updateGeometry()

    def _button_words(self) -> str:
        if self.choices.count:
            return self.tr("Import {patients}").format(patients=words.patients(self.choices.count))
        if not self.choices.has_anything:
            return self.tr("Nothing to import")
        people = self.choices.people_to_add or self.choices.preview.people_to_update
        return self.tr("Import {people}").format(people=words.people(people))

    def _to_add(self) -> Figure:
        added = [row for row in self.choices.rows if row.is_added]
        amounts = self.choices.amounts(added)
        people = self.choices.people_to_add
        parts = (
            words.people(people) if people else "",
            words.teams(amounts.teams) if amounts.teams else "",
            words.contacts(amounts.contacts) if amounts.contacts else "",
        )
        detail = words.joined(parts) or self.tr("nobody new for the directory either")
        return words.patients(len(added)), detail, Tone.OK if added else Tone.MUTE

    def _to_update(self) -> Figure:
        updated = [row for row in self.choices.rows if row.is_updated]
        fields = list(dict.fromkeys(name for row in updated for name in row.row.changed))
        contacts = self.choices.amounts(updated).contacts
        if not updated:
            detail = self.tr("nobody here is told otherwise")
        elif fields:
            names = listed(fields[:MOST_FIELDS])
            more = self.tr("{fields} and more newer here") if len(fields) > MOST_FIELDS else ""
            detail = (more or self.tr("{fields} newer here")).format(fields=names)
        else:
            detail = (
                words.contacts(contacts) if contacts else self.tr("what hangs on them is newer")
            )
        return words.patients(len(updated)), detail, Tone.INFO if updated else Tone.MUTE

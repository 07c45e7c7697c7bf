"""The report: what the import did, patient by patient, calmly and whole."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careteam.domain.incoming import Severity
from careteam.domain.intake.report import Did, ImportReport, Kind, PatientDone
from careteam.domain.intake.words import left_out_words, refused_words
from ui.imports import words
from ui.imports.figures import Figure, FigureCards, left_out_patients, refused_rows
from ui.imports.finding_table import FindingTable
from ui.imports.taking_back import TakeBackButton
from ui.imports.two_tables import TwoTables
from ui.look.buttons import Button, ButtonKind
from ui.look.cards import HeadingRow, WarningCard
from ui.look.chips import ChipText
from ui.look.columns import Chips, Column, Words
from ui.look.labels import ElidedLabel, Label, isolate
from ui.look.tables import Table
from ui.look.theme import Theme
from ui.look.tokens import Tone

IN = (Did.ADDED, Did.UPDATED, Did.JOINED, Did.SAME)


class ReportView(QWidget):
    """`more_asked` for other files, `finished` when the nurse goes on to the patients.

    Of a table `save_asked` for the refused rows, `undo_asked` with the import to be taken back.
    """

    more_asked = Signal()
    finished = Signal()
    save_asked = Signal()
    undo_asked = Signal(int)

    def __init__(self, theme: Theme, report: ImportReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.report = report
        self._more = Button(theme, self.tr("Import other files"))
        self.done_button = Button(
            theme, self.tr("Go to the patients"), ButtonKind.PRIMARY, "Ctrl+Return"
        )
        self.save_button = Button(theme, self.tr("Save refused rows"))
        self.save_button.setVisible(bool(report.refused_rows))
        self.undo_button = TakeBackButton(theme)
        self.undo_button.setVisible(report.run_id is not None)
        self.cards = FigureCards(
            (self.tr("Added"), self.tr("Updated"), self.tr("Left out"), self.tr("Refused"))
        )
        self.table = Table(
            theme,
            self.tr("What became of the patients"),
            _columns(),
            key=lambda row: row.key,
            has_two_lines=True,
        )
        self.findings = FindingTable(theme)
        self._lay_out()
        self._more.clicked.connect(self.more_asked)
        self.save_button.clicked.connect(self.save_asked)
        self.undo_button.confirmed.connect(lambda: self.undo_asked.emit(report.run_id or 0))
        self.done_button.clicked.connect(self.finished)
        self.table.show_rows(report.patients)
        self.table.setVisible(bool(report.patients))
        self.findings.show_findings(report.findings)
        self._show_figures()

    def _lay_out(self) -> None:
        is_whole = self.report.is_whole
        said = self.tr("Import · done") if is_whole else self.tr("Import · done in part")
        heading = HeadingRow(Label(said, "h1"))
        heading.add_at_end(self._more)
        heading.add_at_end(self.done_button)
        named = ElidedLabel(words.file_names(self.report.files), "sub")
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(0)
        column.addWidget(heading)
        column.addSpacing(4)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(named, 1)
        below.addWidget(self.save_button)
        below.addWidget(self.undo_button)
        column.addLayout(below)
        column.addSpacing(14)
        if self.report.is_cancelled or self.report.stopped:
            warning = WarningCard()
            warning.column.addWidget(Label(_how_far(self.report), "body", wrap=True))
            column.addWidget(warning)
            column.addSpacing(12)
        column.addWidget(self.cards)
        column.addSpacing(12)
        column.addWidget(TwoTables(self.table, self.findings), 1)

    def _show_figures(self) -> None:
        report = self.report
        left_out = sum(count for _, count in report.left_out)
        if report.about is not None:
            out = report.count(Did.SKIPPED, Did.ASKED)
            self.cards.show_figures(
                (self._added(), self._updated(), left_out_patients(out),
                 refused_rows(len(report.refused_rows)))
            )  # fmt: skip
            return
        refused = len(report.refused)
        kinds = left_out_words(report.left_out)
        why = refused_words(each for each in report.findings if each.severity is Severity.REFUSED)
        tone = Tone.BAD if refused else Tone.MUTE
        self.cards.show_figures(
            (
                self._added(),
                self._updated(),
                (words.entries(left_out), kinds, Tone.MUTE),
                (words.files(refused), why, tone),
            )
        )

    def _added(self) -> Figure:
        made = self.report.count_made
        count = made(Kind.PATIENT)
        detail = words.joined(
            say(made(kind)) for kind, say in _SAID if made(kind) and kind is not Kind.PATIENT
        )
        return (
            words.patients(count),
            detail or self.tr("nothing else either"),
            Tone.OK if count else Tone.MUTE,
        )

    def _updated(self) -> Figure:
        changed = self.report.count_updated
        count = changed(Kind.PATIENT)
        people, contacts = changed(Kind.PERSON), changed(Kind.CONTACT)
        detail = words.joined(
            (
                words.people(people) if people else "",
                words.contacts(contacts) if contacts else "",
            )
        )
        same = self.report.count(Did.SAME)
        if not detail and same:
            detail = self.tr("{patients} as before").format(patients=words.patients(same))
        tone = Tone.INFO if count else Tone.MUTE
        return (
            words.patients(count),
            detail
            or (
                self.tr("their own details") if count else self.tr("nobody here is told otherwise")
            ),
            tone,
        )


_SAID = (
    (Kind.PERSON, words.people),
    (Kind.PLACE, words.places),
    (Kind.CONTACT, words.contacts),
    (Kind.CONDITION, words.conditions),
    (Kind.RELATED, words.related),
    (Kind.ENTRY, words.of_the_record),
)


def _how_far(report: ImportReport) -> str:
    done = report.count(*IN)
    if report.about is not None:
        said = QCoreApplication.translate(
            "ReportView", "{why} Nothing was stored; import the same file again."
        )
        why = QCoreApplication.translate("ReportView", "You stopped the import.")
        return said.format(why=report.stopped or why)
    if report.stopped:
        said = QCoreApplication.translate(
            "ReportView",
            "{why} {done} of {total} are in and stay; import the same files again to go on.",
        )
    else:
        said = QCoreApplication.translate(
            "ReportView",
            "You stopped the import. {done} of {total} are in and stay; "
            "import the same files again to go on.",
        )
    return said.format(why=report.stopped, done=done, total=words.patients(len(report.patients)))


def _columns() -> tuple[Column[PatientDone], ...]:
    return (
        Column("patient", QCoreApplication.translate("ReportView", "Patient"), _patient, 250),
        Column(
            "did",
            QCoreApplication.translate("ReportView", "What was done"),
            _did,
            190,
            shrinks=False,
        ),
        Column("why", QCoreApplication.translate("ReportView", "Note"), _why),
    )


def _patient(row: PatientDone) -> Words:
    number = QCoreApplication.translate("ReportView", "MRN {mrn}")
    return Words(row.name, number.format(mrn=isolate(row.mrn)), strong=True)


def _did(row: PatientDone) -> Chips:
    return Chips((_chip(row.did),))


def _why(row: PatientDone) -> str:
    return row.sentence


def _chip(did: Did) -> ChipText:
    match did:
        case Did.ADDED:
            return ChipText(QCoreApplication.translate("ReportView", "Added"), Tone.OK)
        case Did.UPDATED:
            return ChipText(QCoreApplication.translate("ReportView", "Updated"), Tone.INFO)
        case Did.JOINED:
            return ChipText(QCoreApplication.translate("ReportView", "Joined"), Tone.INFO)
        case Did.SAME:
            return ChipText(QCoreApplication.translate("ReportView", "As before"), Tone.MUTE)
        case Did.SKIPPED:
            return ChipText(QCoreApplication.translate("ReportView", "Left out"), Tone.MUTE)
        case Did.ASKED:
            return ChipText(QCoreApplication.translate("ReportView", "Same person?"), Tone.WARN)
        case Did.REFUSED:
            return ChipText(QCoreApplication.translate("ReportView", "Not possible"), Tone.BAD)
        case Did.NOT_REACHED:
            return ChipText(QCoreApplication.translate("ReportView", "Not reached"), Tone.WARN)

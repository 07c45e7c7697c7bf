"""The coverage page: what has a gap over all patients, each figure with its list below."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from careteam.domain.changes import Changes, Part
from careteam.domain.errors import CareteamError
from careteam.storage.reads.coverage import (
    CoverageCounts,
    CoverageRow,
    Figure,
    coverage_counts,
    coverage_rows,
)
from careteam.storage.reads.coverage_query import Finding
from careteam.storage.reads.today import COUNT_UP_TO
from ui.coverage.columns import coverage_columns
from ui.coverage.finding_cards import FindingCards
from ui.desk import Desk
from ui.list_export import ListExport
from ui.look.buttons import Button
from ui.look.cards import EmptyState, HeadingRow
from ui.look.choices import Choice
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.segmented import SegmentedControl
from ui.look.tables import Table
from ui.look.theme import Theme
from ui.paper import Paper

PARTS = (Part.PATIENT, Part.PHASE, Part.TEAM, Part.CONTACT, Part.PERSON, Part.CATALOGUE)


class CoveragePage(QWidget):
    """Choosing a finding shows its list; `patient_opened` carries the id of a patient of it."""

    patient_opened = Signal(int)

    def __init__(
        self, theme: Theme, desk: Desk, paper: Paper, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._desk = theme, desk
        self._is_stale = True
        self.export = ListExport(theme, desk, paper, self)
        self.whose = SegmentedControl(
            theme,
            self.tr("Whose patients"),
            (Option("mine", self.tr("Mine")), Option("all", self.tr("Whole clinic"))),
            "all",
        )
        self.findings = FindingCards(theme, self.tr("Findings"))
        self.roles = Choice(theme, (Option("", self.tr("All roles")),), "")
        self.roles.setAccessibleName(self.tr("Role"))
        self.save = Button(theme, self.tr("Save list"), icon="download", small=True)
        self._title = Label("", "h2")
        self._empty = EmptyState(theme, "check", "")
        self.tables: dict[Finding, Table[CoverageRow]] = {}
        self._column = QVBoxLayout(self)
        self._lay_out()
        self.whose.chosen.connect(lambda _key: self.read_again())
        self.findings.chosen.connect(lambda _finding: self.read_again())
        self.roles.chosen.connect(lambda _key: self._show_list())
        self.save.clicked.connect(self._on_save)
        desk.changed.connect(self._on_changed)

    def open_finding(self, finding: Finding) -> None:
        """Show the list of a finding."""
        self.findings.set_value(finding)
        self.read_again()

    def table(self) -> Table[CoverageRow]:
        """The list of the finding that is open; made when it is first opened."""
        finding = self.findings.value()
        if finding not in self.tables:
            table = self.tables[finding] = Table(
                self._theme,
                self.tr("Patients of the finding"),
                coverage_columns(self._desk, finding),
                key=lambda row: row.key,
                has_two_lines=True,
            )
            table.row_activated.connect(lambda row: self.patient_opened.emit(row.patient_id))
            self._column.insertWidget(self._column.indexOf(self._empty), table)
        return self.tables[finding]

    def read_again(self) -> None:
        """Read the figures and the list that is open."""
        self._is_stale = False
        desk = self._desk
        try:
            counts = desk.read(
                coverage_counts,
                today=desk.moment.today,
                rules=desk.rules,
                navigator_id=self._navigator(),
            )
        except CareteamError as error:
            self._is_stale = True
            desk.failed.emit(error.sentence)
            return
        self.findings.show_figures(counts.figures, self._details())
        self._show_roles(counts)
        self._show_list()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.read_again()

    def _lay_out(self) -> None:
        heading = HeadingRow(Label(self.tr("Coverage"), "h1"))
        heading.add_at_end(self.whose)
        second = HeadingRow(self._title)
        second.add_at_end(self.roles)
        second.add_at_end(self.save)
        self._column.setContentsMargins(22, 18, 22, 18)
        self._column.setSpacing(10)
        self._column.addWidget(heading)
        sentence = self.tr("Where care has a gap. A figure opens its list; Return opens a patient.")
        self._column.addWidget(Label(sentence, "quiet", wrap=True))
        self._column.addWidget(self.findings)
        self._column.addSpacing(4)
        self._column.addWidget(second)
        self._column.addWidget(self._empty)
        self._column.addStretch(1)

    def _details(self) -> dict[Finding, str]:
        clinical = self._desk.rules.clinical
        waiting = self.tr("for {days} days or more").format(days=clinical.waiting_days)
        silent = self.tr("nobody reached for {days} days").format(days=clinical.silent_days)
        return {
            Finding.UNFILLED: self.tr("asked for, nobody has it"),
            Finding.WAITING: waiting,
            Finding.NO_BACKUP: self.tr("held by one person only"),
            Finding.SILENT: silent,
            Finding.DECLINED: self.tr("by the patient, for now"),
        }

    def _show_roles(self, counts: CoverageCounts) -> None:
        chosen = self.roles.value()
        catalogue = self._desk.rules.catalogue
        options = [Option("", self.tr("All roles"))]
        options += [
            Option(role, catalogue.role_label(role), _count(figure))
            for role, figure in counts.roles
        ]
        self.roles.set_options(options)
        self.roles.set_value(chosen if chosen in {option.key for option in options} else "")
        self.roles.setVisible(self.findings.value() is Finding.UNFILLED)

    def _show_list(self) -> None:
        finding, table = self.findings.value(), self.table()
        self._title.setText(self._heading(finding))
        table.show_pages(self._page)
        has_rows = table.model.rowCount() > 0
        for other in self.tables.values():
            other.setVisible(other is table and has_rows)
        self._empty.setVisible(not has_rows)
        self.save.setEnabled(has_rows)
        if not has_rows:
            self._empty.set_sentence(self._nothing(finding))

    def _role(self) -> str:
        return self.roles.value() if self.findings.value() is Finding.UNFILLED else ""

    def _page(self, offset: int, limit: int) -> Sequence[CoverageRow]:
        desk = self._desk
        return desk.read(
            coverage_rows,
            self.findings.value(),
            today=desk.moment.today,
            rules=desk.rules,
            navigator_id=self._navigator(),
            role=self._role(),
            limit=limit,
            offset=offset,
        )

    def _heading(self, finding: Finding) -> str:
        return {
            Finding.UNFILLED: self.tr("Roles to fill, the longest wait first"),
            Finding.WAITING: self.tr("Roles that wait long, the longest wait first"),
            Finding.NO_BACKUP: self.tr("Roles held by one person only"),
            Finding.SILENT: self.tr("Nobody was reached, the longest silence first"),
            Finding.DECLINED: self.tr("Declined roles to ask about again"),
        }[finding]

    def _nothing(self, finding: Finding) -> str:
        return {
            Finding.UNFILLED: self.tr("Every role that is asked for is filled."),
            Finding.WAITING: self.tr("No role has waited long."),
            Finding.NO_BACKUP: self.tr("Every role that wants a backup has one."),
            Finding.SILENT: self.tr("Every patient was reached in time."),
            Finding.DECLINED: self.tr("No declined role is to be asked about again."),
        }[finding]

    def _navigator(self) -> int | None:
        return self._desk.worker_id if self.whose.value() == "mine" else None

    def _on_save(self) -> None:
        from careteam.outgoing.clinic_lists import coverage_list
        from careteam.outgoing.listed import Told

        told = Told(self._desk.moment, self._desk.rules)
        finding, role, whose = self.findings.value(), self._role(), self._navigator()
        self.export.ask(coverage_list(told, finding, role=role, navigator_id=whose))

    def _on_changed(self, changes: Changes) -> None:
        if not any(changes.touches(part) for part in PARTS):
            return
        self._is_stale = True
        if self.isVisible():
            self.read_again()


def _count(figure: Figure) -> str:
    return f"{COUNT_UP_TO:,}+" if figure.is_more else f"{figure.count:,}"

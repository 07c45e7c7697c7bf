"""The History tab: who did what in a patient's record, and what left of it, newest first."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from careteam.domain.changes import Changes, Part
from careteam.domain.dates import moment_shown
from careteam.domain.errors import CareteamError
from careteam.domain.history import Kind
from careteam.storage.reads.history import HistoryRow, actors_of, history_of
from ui.desk import Desk
from ui.history.disclosures import Disclosures
from ui.look.cards import EmptyState
from ui.look.choices import Choice
from ui.look.columns import Column, Words
from ui.look.flow import FlowLayout
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.seen_page import SeenPage
from ui.look.segmented import SegmentedControl
from ui.look.tables import Table
from ui.look.theme import Theme
from ui.paper import Paper

ALL = "all"
DONE, LEFT = "done", "left"
WHEN_WIDTH, KINDS_WIDTH = 172, 150
SHOWN_PARTS = frozenset(Part) - {Part.DRAFT}


class HistoryTab(SeenPage):
    """Reads the audit trail of the patient who is shown, page by page, while it can be seen."""

    def __init__(
        self, theme: Theme, desk: Desk, paper: Paper, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._patient_id: int | None = None
        self.parts = SegmentedControl(
            theme,
            self.tr("What is shown"),
            (
                Option(DONE, self.tr("What was done")),
                Option(LEFT, self.tr("Disclosures")),
            ),
            DONE,
        )
        self.disclosures = Disclosures(theme, desk, paper)
        self.kinds = Choice(theme, self._kinds(), ALL, small=True)
        self.kinds.setAccessibleName(self.tr("What it is about"))
        self.kinds.setMinimumWidth(theme.px(KINDS_WIDTH))
        self.people = Choice(theme, (Option(ALL, self.tr("Everybody")),), ALL, small=True)
        self.people.setAccessibleName(self.tr("Who did it"))
        self.table = Table(
            theme,
            self.tr("History of the record"),
            (
                Column("at", self.tr("When and who"), self._when, WHEN_WIDTH, shrinks=False),
                Column("what", self.tr("What"), lambda row: Words(row.told.what, row.told.how)),
            ),
            key=lambda row: row.seq,
            has_two_lines=True,
        )
        self._nothing = EmptyState(theme, "clock", self.tr("Nothing of this kind was done yet."))
        self._lay_out()
        self.parts.chosen.connect(lambda _key: self.read_again())
        self.kinds.chosen.connect(lambda _key: self.read_again())
        self.people.chosen.connect(lambda _key: self.read_again())
        desk.changed.connect(self._on_changed)

    def show_patient(self, patient_id: int) -> None:
        """Show the history of a patient, of everybody."""
        if patient_id != self._patient_id:
            self._patient_id = patient_id
            self.people.set_value(ALL)
            self.table.show_rows(())
        self.read_when_seen()

    @override
    def read_again(self) -> None:
        """Read who was here, and the first page."""
        patient_id, desk = self._patient_id, self._desk
        if patient_id is None:
            return
        is_left = self.parts.value() == LEFT
        for part in (self.kinds, self.people, self.table, self._nothing):
            part.setVisible(not is_left)
        self.disclosures.setVisible(is_left)
        try:
            if is_left:
                self.disclosures.show_patient(patient_id)
                return
            self._show_people(patient_id)
            self.table.show_pages(self._page)
        except CareteamError as error:
            self._is_stale = True
            desk.failed.emit(error.sentence)
            return
        has_rows = self.table.model.rowCount() > 0
        self.table.setVisible(has_rows)
        self._nothing.setVisible(not has_rows)

    def _page(self, offset: int, limit: int) -> Sequence[HistoryRow]:
        kind, person = self.kinds.value(), self.people.value()
        return self._desk.read(
            history_of,
            self._patient_id or 0,
            rules=self._desk.rules,
            kind=Kind(kind) if kind != ALL else None,
            person_id=int(person) if person != ALL else None,
            offset=offset,
            limit=limit,
        )

    def _show_people(self, patient_id: int) -> None:
        actors = self._desk.read(actors_of, patient_id)
        options = [Option(str(actor.id), actor.name) for actor in actors]
        self.people.set_options((Option(ALL, self.tr("Everybody")), *options))

    def _when(self, row: HistoryRow) -> Words:
        return Words(moment_shown(self._desk.moment.local(row.at)), row.who)

    def _kinds(self) -> tuple[Option, ...]:
        return (
            Option(ALL, self.tr("Everything")),
            Option(Kind.RECORD, self.tr("Registration")),
            Option(Kind.TEAM, self.tr("Team")),
            Option(Kind.CONTACTS, self.tr("Contacts")),
            Option(Kind.PATHWAY, self.tr("Pathway")),
            Option(Kind.NEEDS, self.tr("Needs")),
            Option(Kind.SEEN, self.tr("Opened, printed, sent")),
        )

    def _lay_out(self) -> None:
        filters = QWidget()
        flow = FlowLayout(12, 8, parent=filters)
        for part in (Label(self.tr("History"), "h2"), self.parts, self.kinds, self.people):
            flow.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(filters)
        column.addWidget(self.disclosures)
        column.addWidget(self.table)
        column.addWidget(self._nothing)
        column.addStretch(1)

    def _on_changed(self, changes: Changes) -> None:
        patient = self._patient_id
        if patient is not None and any(changes.touches(part, patient) for part in SHOWN_PARTS):
            self.read_when_seen()

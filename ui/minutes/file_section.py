"""What is on file of a patient for each program, with what can be recorded or taken back."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from careteam.domain.changes import Changes
from careteam.storage.reads.patient_time import ConsentRow, EnrolmentRow, PatientTime, VisitRow
from careteam.storage.writes.time_evidence import retract_consent, retract_visit
from ui.desk import Desk
from ui.look.cards import EmptyState
from ui.look.columns import Bar, Cell, Column, Press, Words
from ui.look.tables import Table
from ui.look.theme import Theme
from ui.look.tokens import Tone
from ui.minutes.asking import ask_why, open_over
from ui.minutes.file_rows import FileRow, Item, file_rows
from ui.minutes.program_sheets import ConsentSheet, EnrolSheet, LeaveSheet, VisitSheet

Acts = tuple[tuple[str, Callable[[], object]], ...]


class FileSection(QWidget):
    """One line for each item of each program; its sheets open over `host`."""

    def __init__(
        self, theme: Theme, desk: Desk, host: QWidget, patient_id: int, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme, self._desk, self._host = theme, desk, host
        self._patient_id = patient_id
        self.table: Table[FileRow] = Table(
            theme,
            self.tr("On file"),
            (
                Column("program", self.tr("Program"), _program, 74),
                Column("item", self.tr("What"), lambda row: row.title, 126),
                Column("stands", self.tr("How it stands"), _stands),
                Column("toward", self.tr("Toward the next unit"), _toward, 152, gives_way=1),
                Column("do", "", self._press, 134, shrinks=False),
            ),
            key=lambda row: row.key,
            has_two_lines=True,
        )
        nobody = self.tr("In no program yet. Minutes count once the patient is enrolled in one.")
        self._nothing = EmptyState(theme, "clock", nobody)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        column.addWidget(self._nothing)
        self.table.cell_pressed.connect(lambda press: self.deal_with(press.row, press.where))
        self.table.row_activated.connect(lambda row: self.deal_with(row, None))

    def show_time(self, told: PatientTime) -> None:
        """Show what is on file today."""
        rows = file_rows(told, self._desk.rules, self._desk.moment.today)
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self.table.setMinimumHeight(self.table.sizeHint().height())
        self._nothing.setVisible(not rows)

    def enrol(self) -> None:
        """Enroll the patient in a program."""
        desk, theme = self._desk, self._theme
        open_over(desk, lambda: EnrolSheet(theme, desk, self._host, self._patient_id))

    def deal_with(self, row: FileRow, where: QPoint | None) -> None:
        """Record what is missing, or open what can be done with what stands."""
        acts = self._acts(row)
        if len(acts) == 1 or (acts and where is None):
            acts[0][1]()
        elif acts and where is not None:
            menu = QMenu(self)
            menu.aboutToHide.connect(menu.deleteLater)
            for words, act in acts:
                menu.addAction(words, act)
            menu.popup(where)

    def _press(self, row: FileRow) -> Cell:
        acts = self._acts(row)
        if not acts:
            return Words("")
        is_first = len(acts) == 1 or row.is_due
        return Press(acts[0][0] if is_first else self.tr("Change…"))

    def _acts(self, row: FileRow) -> Acts:
        match row.item:
            case Item.ENROLMENT:
                return self._enrolment_acts(row.row)
            case Item.CONSENT:
                return self._evidence_acts(row, ConsentSheet, retract_consent)
            case Item.VISIT:
                return self._evidence_acts(row, VisitSheet, retract_visit)
            case _:
                return ()

    def _enrolment_acts(self, standing: object) -> Acts:
        theme, desk, host, patient = self._theme, self._desk, self._host, self._patient_id
        if not isinstance(standing, EnrolmentRow):
            return ((self.tr("Enroll…"), self.enrol),)
        return (
            (
                self.tr("Who bills and supervises…"),
                lambda: open_over(desk, lambda: EnrolSheet(theme, desk, host, patient, standing)),
            ),
            (
                self.tr("End it…"),
                lambda: open_over(desk, lambda: LeaveSheet(theme, desk, host, standing)),
            ),
        )

    def _evidence_acts(
        self,
        row: FileRow,
        sheet: type[ConsentSheet | VisitSheet],
        verb: Callable[..., Changes],
    ) -> Acts:
        theme, desk, host = self._theme, self._desk, self._host

        def record() -> None:
            open_over(desk, lambda: sheet(theme, desk, host, self._patient_id, row.program))

        standing = row.row
        if not isinstance(standing, ConsentRow | VisitRow):
            return ((self.tr("Record…"), record),)
        words = (
            self.tr("Take back"),
            self.tr("It stays on record with the reason and stands no longer."),
        )

        def take_back() -> None:
            ask_why(theme, desk, host, words, lambda why: desk.do(verb, standing.id, why))

        again = self.tr("Renew consent…") if row.is_due else self.tr("Record…")
        return ((again, record), (self.tr("Take back…"), take_back))


def _program(row: FileRow) -> Words:
    return Words(row.program if row.item is Item.MINUTES else "", strong=True)


def _stands(row: FileRow) -> Words:
    return Words(row.text, row.sub, tone=Tone.BAD if row.is_missing else None)


def _toward(row: FileRow) -> Bar | Words:
    return row.bar or Words("")

"""The patients of the files: who they are, what happens to them, and the tick that lets them in."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from careteam.domain.intake.preview import Happens
from careteam.domain.intake.report import Take
from ui.imports.choices import ShownRow
from ui.look.chips import ChipText
from ui.look.columns import Cell, CellPress, Chips, Column, Press, Tick, Words
from ui.look.labels import isolate
from ui.look.tables import Table
from ui.look.theme import Theme
from ui.look.tokens import Tone

TICK, JOIN, APART, DECIDE = "tick", "join", "apart", "decide"


class PatientTable(Table[ShownRow]):
    """`turned` carries the row whose tick was pressed; `answered` a row and a Take.

    `decide_asked` carries a row with fields that were changed here and in the file.
    """

    turned = Signal(object)
    decide_asked = Signal(object)
    answered = Signal(object, object)

    def __init__(
        self,
        theme: Theme,
        has_questions: bool,
        has_conflicts: bool = False,
        parent: QWidget | None = None,
        *,
        can_choose: bool = True,
    ) -> None:
        wide = 220 if has_questions else 250
        columns = [Column(TICK, "", _tick, 44, shrinks=False)] if can_choose else []
        columns += [
            Column(
                "patient", QCoreApplication.translate("ImportPatients", "Patient"), _patient, wide
            ),
            Column(
                "born",
                QCoreApplication.translate("ImportPatients", "Born"),
                _born,
                170 if has_questions else 180,
            ),
            Column(
                "happens",
                QCoreApplication.translate("ImportPatients", "What happens"),
                _happens,
                130 if has_questions else 190,
                shrinks=False,
            ),
            Column(
                "found",
                QCoreApplication.translate("ImportPatients", "Found in the file"),
                _found,
            ),
        ]
        if has_questions:
            columns += [
                Column(JOIN, "", _join, 66, shrinks=False),
                Column(APART, "", _apart, 116, shrinks=False),
            ]
        if has_conflicts:
            columns.append(Column(DECIDE, "", _decide, 120, shrinks=False))
        super().__init__(
            theme,
            QCoreApplication.translate("ImportPatients", "Patients in the files"),
            columns,
            key=lambda shown: shown.row.key,
            has_two_lines=True,
            parent=parent,
        )
        self.cell_pressed.connect(self._on_pressed)

    def show_patients(self, rows: Sequence[ShownRow]) -> None:
        """Show the rows; the table hides when there are none."""
        self.show_rows(rows)
        self.setVisible(bool(rows))

    def _on_pressed(self, press: CellPress) -> None:
        if not isinstance(press.row, ShownRow):
            return
        if press.column == TICK:
            self.turned.emit(press.row)
        elif press.column == DECIDE:
            self.decide_asked.emit(press.row)
        elif press.column in (JOIN, APART):
            self.answered.emit(press.row, Take(press.column))


def _tick(shown: ShownRow) -> Cell:
    if not shown.can_be_ticked:
        return Words("")
    name = QCoreApplication.translate("ImportPatients", "Bring in {name}")
    return Tick(shown.is_on, name.format(name=shown.row.name))


def _patient(shown: ShownRow) -> Words:
    number = QCoreApplication.translate("ImportPatients", "MRN {mrn}")
    return Words(shown.row.name, number.format(mrn=isolate(shown.row.mrn)), strong=True)


def _born(shown: ShownRow) -> str:
    return shown.row.born or "—"


def _found(shown: ShownRow) -> str:
    return shown.row.found


def _happens(shown: ShownRow) -> Chips:
    if shown.take is Take.JOIN:
        chip = ChipText(QCoreApplication.translate("ImportPatients", "Join"), Tone.INFO)
    elif shown.take is Take.APART:
        chip = ChipText(QCoreApplication.translate("ImportPatients", "Keep apart"), Tone.OK)
    else:
        chip = _chip(shown.row.happens)
    return Chips((chip,))


def _chip(happens: Happens) -> ChipText:
    match happens:
        case Happens.ADD:
            return ChipText(QCoreApplication.translate("ImportPatients", "Add"), Tone.OK)
        case Happens.UPDATE:
            return ChipText(QCoreApplication.translate("ImportPatients", "Update"), Tone.INFO)
        case Happens.SAME:
            return ChipText(QCoreApplication.translate("ImportPatients", "Same"), Tone.MUTE)
        case Happens.ASK:
            words = QCoreApplication.translate("ImportPatients", "Same person?")
            return ChipText(words, Tone.WARN)
        case Happens.LEFT_OUT:
            return ChipText(QCoreApplication.translate("ImportPatients", "Left out"), Tone.BAD)


def _join(shown: ShownRow) -> Cell:
    if shown.row.happens is not Happens.ASK:
        return Words("")
    return Press(QCoreApplication.translate("ImportPatients", "Join"))


def _decide(shown: ShownRow) -> Cell:
    """How many fields both sides have changed; of how many the file is right."""
    conflicts = len(shown.row.conflicts)
    if not conflicts:
        return Words("")
    if shown.taken_over:
        words = QCoreApplication.translate(
            "ImportPatients", "%Ln taken over", None, len(shown.taken_over)
        )
        return Press(words)
    return Press(QCoreApplication.translate("ImportPatients", "%Ln conflict(s)…", None, conflicts))


def _apart(shown: ShownRow) -> Cell:
    if shown.row.happens is not Happens.ASK:
        return Words("")
    return Press(QCoreApplication.translate("ImportPatients", "Keep apart"))

"""A list of somebody's patients in which those who are meant are ticked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careteam.domain.assignments import Rank
from careteam.domain.catalogue import Catalogue
from careteam.storage.reads.hand_over import HeldRow, Standing
from ui.look.buttons import Button, ButtonKind
from ui.look.cards import HeadingRow
from ui.look.columns import CellPress, Column, Tick, Words
from ui.look.labels import Label
from ui.look.tables import Table
from ui.look.theme import Theme

TICK_WIDTH, PATIENT_WIDTH, ROLE_WIDTH = 44, 220, 190
MOST_SHOWN = 7


@dataclass(frozen=True, slots=True)
class PickRow:
    """A role that is held for a patient, whether it is meant, and how the taker stands to it."""

    held: HeldRow
    is_on: bool = True
    standing: Standing = Standing.NEW
    taker: str = ""


class PickTable(Table[PickRow]):
    """Space or Enter turns a row over; `picked` tells that the choice changed."""

    picked = Signal()

    def __init__(self, theme: Theme, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._rows: tuple[PickRow, ...] = ()
        columns: Sequence[Column[PickRow]] = (
            Column("on", "", lambda row: Tick(row.is_on, row.held.patient), TICK_WIDTH),
            Column(
                "patient",
                QCoreApplication.translate("PickTable", "Patient"),
                lambda row: Words(row.held.patient, row.held.mrn, strong=True),
                PATIENT_WIDTH,
            ),
            Column("role", QCoreApplication.translate("PickTable", "Role"), self._role, ROLE_WIDTH),
            Column(
                "standing",
                QCoreApplication.translate("PickTable", "New holder"),
                lambda row: (
                    Words(row.taker, taker_words(row)) if row.taker else Words(taker_words(row))
                ),
            ),
        )
        super().__init__(
            theme,
            QCoreApplication.translate("PickTable", "Patients"),
            columns,
            key=lambda row: row.held.assignment_id,
            has_two_lines=True,
        )
        self.cell_pressed.connect(self._on_pressed)
        self.row_activated.connect(self._turn)

    @property
    def rows(self) -> tuple[PickRow, ...]:
        """All rows with their ticks."""
        return self._rows

    @property
    def chosen(self) -> tuple[HeldRow, ...]:
        """What is ticked."""
        return tuple(row.held for row in self._rows if row.is_on)

    def show_held(
        self,
        held: Sequence[HeldRow],
        standing: Callable[[HeldRow], Standing],
        taker: Callable[[HeldRow], str] = lambda _row: "",
    ) -> None:
        """Show these roles; what was not ticked before stays so.

        `taker` names who takes a role where that is not the same for all.
        """
        off = {row.held.assignment_id for row in self._rows if not row.is_on}
        self._show(
            [PickRow(row, row.assignment_id not in off, standing(row), taker(row)) for row in held]
        )
        if self._rows and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0, 0))

    def tick_all(self, is_on: bool) -> None:
        """Tick every row, or none."""
        self._show([replace(row, is_on=is_on) for row in self._rows])
        self.picked.emit()

    def _show(self, rows: Sequence[PickRow]) -> None:
        self._rows = tuple(rows)
        self.show_rows(self._rows)
        height = self.view.verticalHeader().defaultSectionSize()
        header = self.view.horizontalHeader().sizeHint().height() + 2
        self.setFixedHeight(header + height * min(max(len(rows), 1), MOST_SHOWN))

    def _on_pressed(self, press: CellPress) -> None:
        if isinstance(press.row, PickRow):
            self._turn(press.row)

    def _turn(self, turned: PickRow) -> None:
        key = turned.held.assignment_id
        self._show(
            [replace(row, is_on=row.is_on != (row.held.assignment_id == key)) for row in self._rows]
        )
        self.picked.emit()

    def _role(self, row: PickRow) -> Words:
        rank = {
            Rank.LEAD: QCoreApplication.translate("PickTable", "Leads the team"),
            Rank.BACKUP: QCoreApplication.translate("PickTable", "Backup"),
        }.get(row.held.rank, "")
        return Words(self._catalogue.role_label(row.held.role), rank)


class PickBox(QWidget):
    """The list with its heading, and two links that tick everything or nothing."""

    edited = Signal()

    def __init__(self, theme: Theme, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = PickTable(theme, catalogue)
        self._count = Label("", "label")
        heading = HeadingRow(self._count)
        every = Button(theme, self.tr("All"), ButtonKind.LINK)
        nobody = Button(theme, self.tr("None"), ButtonKind.LINK)
        for link in (every, nobody):
            heading.add_at_end(link)
        every.clicked.connect(lambda: self.table.tick_all(True))
        nobody.clicked.connect(lambda: self.table.tick_all(False))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(heading)
        column.addWidget(self.table)
        self.table.picked.connect(self.edited)
        self.table.picked.connect(self.show_count)

    def show_count(self) -> None:
        """Say how many of how many are ticked."""
        words = self.tr("{chosen} of {all} patients chosen")
        chosen, every = len(self.table.chosen), len(self.table.rows)
        self._count.setText(words.format(chosen=f"{chosen:,}", all=f"{every:,}"))


def taker_words(row: PickRow) -> str:
    """How the one who takes over stands to the role already."""
    return {
        Standing.NEW: "",
        Standing.BACKUP: QCoreApplication.translate("PickTable", "Backup now, moves up"),
        Standing.HOLDER: QCoreApplication.translate("PickTable", "Has the role already"),
    }[row.standing]

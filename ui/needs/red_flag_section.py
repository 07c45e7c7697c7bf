"""Red flags on the Needs tab: in red until somebody was told, and then who, how and when."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from careteam.domain.dates import moment_shown
from careteam.domain.errors import Refused
from careteam.storage.reads.needs import EscalationRow, escalation_rows
from careteam.storage.writes.escalations import restore_red_flag, retract_red_flag
from ui.desk import Desk, Undo
from ui.look.chips import ChipText
from ui.look.columns import Cell, CellPress, Chips, Column, Press, Sign, Words
from ui.look.labels import Label
from ui.look.reason_sheet import ReasonSheet
from ui.look.sheet import Sheet
from ui.look.tables import Table
from ui.look.theme import Theme
from ui.look.tokens import Tone
from ui.needs.red_flag_sheets import RedFlagSheet, ToldSheet

TOLD_WIDTH, TELL_WIDTH, MORE_WIDTH = 206, 134, 38


class RedFlagSection(QWidget):
    """The red flags of one patient; hidden while there are none."""

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._desk = theme, desk
        self._patient_id: int | None = None
        self.table: Table[EscalationRow] = Table(
            theme,
            self.tr("Red flags"),
            (
                Column("what", self.tr("Red flag"), self._what_cell),
                Column("told", self.tr("Who was told"), self._told_cell, TOLD_WIDTH),
                Column("tell", "", self._tell_cell, TELL_WIDTH, shrinks=False),
                Column(
                    "more", "", lambda _row: Sign("ellipsis", self.tr("More actions")), MORE_WIDTH
                ),
            ),
            key=lambda row: row.id,
            tint=lambda row: Tone.BAD if row.is_open else None,
            has_two_lines=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(10)
        column.addWidget(Label(self.tr("Red flags"), "h2"))
        column.addWidget(self.table)
        self.table.row_activated.connect(self.tell)
        self.table.cell_pressed.connect(self._on_pressed)
        self.table.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.view.customContextMenuRequested.connect(self._on_context_menu)
        self.hide()

    def show_patient(self, patient_id: int | None) -> None:
        """Whose red flags are read from now on, and whose new ones are; None for nobody's."""
        self._patient_id = patient_id

    def read_again(self) -> None:
        """Read the red flags."""
        rows: tuple[EscalationRow, ...] = ()
        if self._patient_id is not None:
            rows = self._desk.read(escalation_rows, self._patient_id, rules=self._desk.rules)
        self.table.show_rows(rows)
        self.table.setMinimumHeight(self.table.sizeHint().height())
        self.setVisible(bool(rows))

    def raise_flag(self) -> None:
        """Show the clinic's line, and ask what was noticed and who was told."""
        if self._patient_id is not None:
            self._open(RedFlagSheet(self._theme, self._desk, self.window(), self._patient_id))

    def tell(self, row: EscalationRow) -> None:
        """Ask who was told."""
        if row.is_open:
            self._open(ToldSheet(self._theme, self._desk, self.window(), row))

    def take_back(self, row: EscalationRow) -> None:
        """Ask why a red flag is taken back."""
        title, confirm = self.tr("Take back a red flag"), self.tr("Take back")
        text = self.tr("{flag}: it stays readable and no longer waits for anybody.")
        place = self.window()
        sheet = ReasonSheet(self._theme, title, text.format(flag=row.what), confirm, place)
        sheet.confirmed.connect(lambda reason: self._retract(sheet, row.id, reason))
        self._open(sheet)

    def menu_for(self, row: EscalationRow) -> QMenu:
        """The menu of a line; it goes when it closes."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        if row.is_open:
            menu.addAction(self.tr("Who was told…"), lambda: self.tell(row))
        menu.addAction(self.tr("Take back…"), lambda: self.take_back(row))
        return menu

    def _retract(self, sheet: ReasonSheet, escalation_id: int, reason: str) -> None:
        undo = Undo(restore_red_flag, (escalation_id,))
        try:
            changes = self._desk.do(retract_red_flag, escalation_id, reason, undo=undo)
        except Refused as refused:
            sheet.show_problem(refused.sentence)
            return
        if changes is not None:
            sheet.close_now()

    def _what_cell(self, row: EscalationRow) -> Cell:
        what = row.what
        if row.is_for_an_hour:
            what = self.tr("{flag} for an hour").format(flag=what)
        at = moment_shown(self._desk.moment.local(row.at))
        below = " · ".join(part for part in (at, row.note) if part)
        return Words(what, below, strong=True, tone=Tone.BAD if row.is_open else None)

    def _told_cell(self, row: EscalationRow) -> Cell:
        if row.told_at is None:
            return Chips((ChipText(self.tr("Nobody has been told"), Tone.BAD, "!"),))
        at = moment_shown(self._desk.moment.local(row.told_at))
        how = " · ".join(part for part in (at, row.told_how, row.advice) if part)
        return Words(row.told_who, how)

    def _tell_cell(self, row: EscalationRow) -> Cell:
        return Press(self.tr("Who was told…")) if row.is_open else Words("")

    def _on_pressed(self, press: CellPress) -> None:
        row = press.row
        if not isinstance(row, EscalationRow):
            return
        if press.column == "tell":
            self.tell(row)
        else:
            self.menu_for(row).popup(press.where)

    def _on_context_menu(self, place: QPoint) -> None:
        row = self.table.current_row()
        if row is not None:
            self.menu_for(row).popup(self.table.view.viewport().mapToGlobal(place))

    def _open(self, sheet: Sheet) -> None:
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

"""The open next steps of a patient below the board: done, put off, or a contact about them."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from careteam.domain.changes import Changes, Part
from careteam.domain.due import Urgency
from careteam.storage.reads.next_steps import NextStepRow, next_steps
from careteam.storage.writes.follow_ups import close_follow_up, reopen_follow_up
from ui.desk import Desk, Undo
from ui.list_button import ListAsked, ListButton
from ui.look.cards import HeadingRow
from ui.look.columns import CellPress, Chips, Column, Press, Sign, Words
from ui.look.labels import Label
from ui.look.tables import Table
from ui.look.theme import Theme
from ui.look.tokens import Tone
from ui.team.board_rows import due_chip
from ui.team.sheets import SnoozeSheet


class NextSteps(QWidget):
    """Hidden while there are none; `log_asked` carries the id of the step to log a contact for."""

    log_asked = Signal(object)

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._desk = theme, desk
        self._patient_id: int | None = None
        self.table = Table(
            theme,
            self.tr("Next steps"),
            self._columns(),
            key=lambda row: row.id,
            tint=lambda row: Tone.BAD if row.urgency is Urgency.OVERDUE else None,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        heading = HeadingRow(Label(self.tr("Next steps"), "h2"))
        self.save = ListButton(theme, desk, self.table, self._listed)
        heading.add_at_end(self.save)
        column.addWidget(heading)
        column.addWidget(self.table)
        self.table.row_activated.connect(lambda row: self.log_asked.emit(row.id))
        self.table.cell_pressed.connect(self._on_pressed)
        self.table.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.view.customContextMenuRequested.connect(self._on_context_menu)
        for key, act in ((Qt.Key.Key_D, self.finish), (Qt.Key.Key_S, self._put_off)):
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda act=act: self._on_current(act))
        desk.changed.connect(self._on_changed)
        self.hide()

    def _listed(self) -> ListAsked | None:
        from careteam.outgoing.listed import Told
        from careteam.outgoing.record_lists import next_steps_list

        if self._patient_id is None:
            return None
        told = Told(self._desk.moment, self._desk.rules)
        return ListAsked(next_steps_list(told, self._patient_id), self._patient_id)

    def _columns(self) -> tuple[Column[NextStepRow], ...]:
        return (
            Column("what", self.tr("What"), lambda row: Words(row.text or "—")),
            Column("who", self.tr("Who"), lambda row: Words(row.owner or "—"), 140),
            Column(
                "due",
                self.tr("Due"),
                lambda row: Chips((due_chip(row.due_text, row.urgency),)),
                116,
            ),
            Column("done", "", lambda _row: Press(self.tr("Done")), 76),
            Column("more", "", lambda _row: Sign("ellipsis", self.tr("More actions")), 44),
        )

    def show_patient(self, patient_id: int | None) -> None:
        """Show the steps of a patient, or nothing."""
        self._patient_id = patient_id
        self.read_again()

    def read_again(self) -> None:
        """Read the steps."""
        rows: tuple[NextStepRow, ...] = ()
        if self._patient_id is not None:
            desk = self._desk
            rows = desk.read(
                next_steps, self._patient_id, today=desk.moment.today, rules=desk.rules
            )
        self.table.show_rows(rows)
        self.table.setMinimumHeight(self.table.sizeHint().height())
        self.setVisible(bool(rows))

    def finish(self, row: NextStepRow) -> None:
        """Mark a step as done; it can be taken back."""
        self._desk.do(close_follow_up, row.id, undo=Undo(reopen_follow_up, (row.id,)))

    def _put_off(self, row: NextStepRow) -> None:
        what = row.text or self.tr("Next step")
        sheet = SnoozeSheet(self._theme, self._desk, self.window(), what, None, row.id)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def _menu_for(self, row: NextStepRow) -> QMenu:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(self.tr("Log contact"), lambda: self.log_asked.emit(row.id))
        menu.addAction(self.tr("Done") + "\tD", lambda: self.finish(row))
        menu.addAction(self.tr("Put off…") + "\tS", lambda: self._put_off(row))
        return menu

    def _on_current(self, act: object) -> None:
        row = self.table.current_row()
        if row is not None:
            act(row)  # pyright: ignore[reportCallIssue]

    def _on_pressed(self, press: CellPress) -> None:
        row = press.row
        if not isinstance(row, NextStepRow):
            return
        if press.column == "done":
            self.finish(row)
        else:
            self._menu_for(row).popup(press.where)

    def _on_context_menu(self, place: QPoint) -> None:
        row = self.table.current_row()
        if row is not None:
            self._menu_for(row).popup(self.table.view.viewport().mapToGlobal(place))

    def _on_changed(self, changes: Changes) -> None:
        if self._patient_id is not None and changes.touches(Part.FOLLOW_UP, self._patient_id):
            self.read_again()

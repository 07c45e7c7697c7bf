"""The referrals of a patient below the board: where each stands, and its next step."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from careteam.domain.changes import Changes, Part
from careteam.storage.reads.referrals import ReferralRow, referral_rows
from ui.desk import Desk
from ui.list_button import ListAsked, ListButton
from ui.look.buttons import Button, ButtonKind
from ui.look.cards import HeadingRow
from ui.look.columns import CellPress, Column, Sign
from ui.look.labels import Label
from ui.look.tables import Table
from ui.look.theme import Theme
from ui.referrals import rows
from ui.referrals.acts import ReferralActs

TO_WIDTH, STATE_WIDTH, SINCE_WIDTH, MORE_WIDTH = 168, 152, 112, 38
SHOWN_PARTS = (Part.REFERRAL, Part.FOLLOW_UP, Part.PERSON, Part.CATALOGUE)


class ReferralSection(QWidget):
    """The table hides while there are none; `changed` tells that the referrals were read again."""

    changed = Signal()

    def __init__(
        self, theme: Theme, desk: Desk, acts: ReferralActs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._acts = desk, acts
        self._patient_id: int | None = None
        self.rows: tuple[ReferralRow, ...] = ()
        new = Button(theme, self.tr("New referral"), ButtonKind.PLAIN, hint="R", small=True)
        new.clicked.connect(lambda: acts.refer())
        heading = HeadingRow(Label(self.tr("Referrals"), "h2"))
        heading.add_at_end(new)
        self.table = Table(
            theme,
            self.tr("Referrals"),
            self._columns(),
            key=lambda row: row.id,
            tint=rows.tint,
            has_two_lines=True,
        )
        self.save = ListButton(theme, desk, self.table, self._listed)
        heading.add_at_end(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(heading)
        column.addWidget(self.table)
        self.table.row_activated.connect(acts.go_on)
        self.table.cell_pressed.connect(self._on_pressed)
        self.table.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.view.customContextMenuRequested.connect(self._on_context_menu)
        self._add_key(Qt.Key.Key_R, lambda: acts.refer())
        self._add_key(Qt.Key.Key_H, lambda: self._on_current(acts.show_steps))
        desk.changed.connect(self._on_changed)

    def show_patient(self, patient_id: int | None) -> None:
        """Show the referrals of a patient, or nothing."""
        self._patient_id = patient_id
        self.read_again()

    def read_again(self) -> None:
        """Read the referrals."""
        self.rows = ()
        if self._patient_id is not None:
            desk = self._desk
            today, rules = desk.moment.today, desk.rules
            self.rows = desk.read(referral_rows, self._patient_id, today=today, rules=rules)
        self.table.show_rows(self.rows)
        self.table.setMinimumHeight(self.table.sizeHint().height())
        self.table.setVisible(bool(self.rows))
        self.save.setVisible(bool(self.rows))

    def _listed(self) -> ListAsked | None:
        from careteam.outgoing.listed import Told
        from careteam.outgoing.record_lists import referrals_list

        if self._patient_id is None:
            return None
        told = Told(self._desk.moment, self._desk.rules)
        return ListAsked(referrals_list(told, self._patient_id), self._patient_id)

    def menu_for(self, row: ReferralRow) -> QMenu:
        """The menu of a line; it goes when it closes."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        words = self.tr("Next step…") if row.is_open else self.tr("Reopen…")
        menu.addAction(words, lambda: self._acts.go_on(row))
        menu.addAction(self.tr("Steps so far…") + "\tH", lambda: self._acts.show_steps(row))
        return menu

    def _columns(self) -> tuple[Column[ReferralRow], ...]:
        desk = self._desk
        return (
            Column("to", self.tr("To"), rows.to_cell, TO_WIDTH),
            Column("reason", self.tr("Reason"), rows.reason_cell),
            Column("state", self.tr("State"), rows.state_cell, STATE_WIDTH),
            Column(
                "since",
                self.tr("Since"),
                lambda row: rows.since_cell(row, desk.moment),
                SINCE_WIDTH,
            ),
            Column("more", "", lambda _row: Sign("ellipsis", self.tr("More actions")), MORE_WIDTH),
        )

    def _add_key(self, key: Qt.Key, act: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(key), self.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def _on_current(self, act: Callable[[ReferralRow], None]) -> None:
        row = self.table.current_row()
        if row is not None:
            act(row)

    def _on_pressed(self, press: CellPress) -> None:
        if isinstance(press.row, ReferralRow):
            self.menu_for(press.row).popup(press.where)

    def _on_context_menu(self, place: QPoint) -> None:
        row = self.table.current_row()
        if row is not None:
            self.menu_for(row).popup(self.table.view.viewport().mapToGlobal(place))

    def _on_changed(self, changes: Changes) -> None:
        if self._patient_id is not None and any(
            changes.touches(part, self._patient_id) for part in SHOWN_PARTS
        ):
            self.read_again()
            self.changed.emit()

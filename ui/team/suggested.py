"""Suggested steps for those who hold a role, below the board: planned at once, or set aside."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from careteam.storage.reads.suggestions import SuggestionRow
from ui.look.chips import ChipText
from ui.look.columns import CellPress, Chips, Column, Press, Sign, Words
from ui.look.labels import Label
from ui.look.tables import Table
from ui.look.theme import Theme
from ui.look.tokens import Tone
from ui.referrals.acts import ReferralActs
from ui.team.board_rows import due_chip

ROLE_WIDTH, DUE_WIDTH, PLAN_WIDTH, MORE_WIDTH = 156, 112, 84, 38


class SuggestedSteps(QWidget):
    """Hidden while there are none."""

    def __init__(self, theme: Theme, acts: ReferralActs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acts = acts
        self.table = Table(
            theme,
            self.tr("Suggested steps"),
            self._columns(),
            key=lambda row: row.id,
            tint=lambda _row: Tone.IDEA,
            has_two_lines=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(self.tr("Suggested for those who hold a role"), "h2"))
        column.addWidget(self.table)
        self.table.row_activated.connect(acts.plan)
        self.table.cell_pressed.connect(self._on_pressed)
        self.table.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.view.customContextMenuRequested.connect(self._on_context_menu)
        self._add_key(Qt.Key.Key_N, lambda row: acts.set_aside((row,)))
        self._add_key(Qt.Key.Key_H, lambda _row: acts.show_decided())
        self.hide()

    def show_rows(self, suggestions: Sequence[SuggestionRow]) -> None:
        """Show these suggestions."""
        self.table.show_rows(suggestions)
        self.table.setMinimumHeight(self.table.sizeHint().height())
        self.setVisible(bool(suggestions))

    def menu_for(self, row: SuggestionRow) -> QMenu:
        """The menu of a line; it goes when it closes."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(self.tr("Plan it"), lambda: self._acts.plan(row))
        menu.addAction(self.tr("Not now…") + "\tN", lambda: self._acts.set_aside((row,)))
        menu.addSeparator()
        menu.addAction(self.tr("Suggestions so far…") + "\tH", self._acts.show_decided)
        return menu

    def _columns(self) -> tuple[Column[SuggestionRow], ...]:
        return (
            Column(
                "role",
                self.tr("Role"),
                lambda row: Chips((ChipText(row.role_short, Tone.IDEA, "◆"),)),
                ROLE_WIDTH,
            ),
            Column("why", self.tr("Why"), lambda row: Words(row.because or "—", row.words)),
            Column(
                "due",
                self.tr("Due"),
                lambda row: Chips((due_chip(row.due_text, row.urgency),)),
                DUE_WIDTH,
            ),
            Column("plan", "", lambda _row: Press(self.tr("Plan it")), PLAN_WIDTH, shrinks=False),
            Column("more", "", lambda _row: Sign("ellipsis", self.tr("More actions")), MORE_WIDTH),
        )

    def _add_key(self, key: Qt.Key, act: Callable[[SuggestionRow], None]) -> None:
        shortcut = QShortcut(QKeySequence(key), self.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: self._on_current(act))

    def _on_current(self, act: Callable[[SuggestionRow], None]) -> None:
        row = self.table.current_row()
        if row is not None:
            act(row)

    def _on_pressed(self, press: CellPress) -> None:
        row = press.row
        if not isinstance(row, SuggestionRow):
            return
        if press.column == "plan":
            self._acts.plan(row)
        else:
            self.menu_for(row).popup(press.where)

    def _on_context_menu(self, place: QPoint) -> None:
        row = self.table.current_row()
        if row is not None:
            self.menu_for(row).popup(self.table.view.viewport().mapToGlobal(place))

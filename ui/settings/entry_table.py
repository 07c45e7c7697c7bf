"""A list of entries: Enter edits one, the sign at its end opens what else can be done."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from ui.look.columns import CellPress, Column, Row, Sign
from ui.look.tables import Table
from ui.look.theme import Theme

MORE = "more"


@dataclass(frozen=True, slots=True)
class RowAct:
    """Something to do with a row: its words (by the row), its key, and whether it can be done."""

    words: Callable[[Any], str]
    run: Callable[[Any], None]
    keys: str = ""
    is_open: Callable[[Any], bool] = lambda _row: True


class EntryTable(QWidget, Generic[Row]):
    """A table whose first act is what Enter and a double click do.

    Acts with keys work on the chosen row while the table has the keyboard.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], Hashable],
        acts: Sequence[RowAct],
        has_two_lines: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._acts = tuple(acts)
        more: Column[Row] = Column(
            MORE, "", lambda _row: Sign("ellipsis", self._more_words()), width=48, shrinks=False
        )
        self.table: Table[Row] = Table(
            theme, name, (*columns, more), key, has_two_lines=has_two_lines
        )
        self.setFocusProxy(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        column.addStretch(1)
        self.table.row_activated.connect(self._acts[0].run)
        self.table.cell_pressed.connect(self._on_pressed)
        for act in self._acts:
            if act.keys:
                shortcut = QShortcut(QKeySequence(act.keys), self)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(lambda act=act: self._run(act))

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show exactly these; the chosen row stays chosen."""
        self.table.show_rows(rows)

    def menu_for(self, row: Row) -> QMenu:
        """What can be done with a row; it goes when it closes."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for act in self._acts:
            if act.is_open(row):
                line = menu.addAction(act.words(row), lambda act=act: act.run(row))
                line.setShortcut(QKeySequence(act.keys))
                line.setShortcutVisibleInContextMenu(True)
        return menu

    def _run(self, act: RowAct) -> None:
        row = self.table.current_row()
        if row is not None and act.is_open(row):
            act.run(row)

    def _on_pressed(self, press: CellPress) -> None:
        row: Any = press.row
        if press.column == MORE:
            self.menu_for(row).popup(press.where)

    def _more_words(self) -> str:
        return QCoreApplication.translate("EntryTable", "What else can be done")

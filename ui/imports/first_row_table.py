"""The first rows of a table as they will be, with what is wrong told in the row itself."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from careteam.imports.tables.first_rows import FirstRow
from ui.look.columns import Column, Words
from ui.look.tables import Table
from ui.look.theme import Theme
from ui.look.tokens import Tone


class FirstRowTable(Table[FirstRow]):
    """The number in the spreadsheet, and the row as it will be or the reason why it stays out."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            QCoreApplication.translate("FirstRowTable", "The first rows as they will be"),
            (
                Column("row", QCoreApplication.translate("FirstRowTable", "Row"), _number, 60),
                Column("will", QCoreApplication.translate("FirstRowTable", "As it will be"), _will),
            ),
            key=lambda row: row.number,
            tint=lambda row: Tone.BAD if row.problem else None,
            has_two_lines=True,
            parent=parent,
        )

    def show_first(self, rows: Sequence[FirstRow]) -> None:
        """Show the rows; the table hides when there are none."""
        self.show_rows(rows)
        self.setVisible(bool(rows))


def _number(row: FirstRow) -> str:
    return f"{row.number:,}"


def _will(row: FirstRow) -> Words:
    if row.problem:
        stays = QCoreApplication.translate("FirstRowTable", "Stays out")
        return Words(stays, row.problem, tone=Tone.BAD)
    return Words(row.name, row.details, strong=True)

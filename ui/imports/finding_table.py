"""What was noticed in the files, one line each."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from careteam.domain.incoming import Finding, Severity
from ui.look.columns import Column, Words
from ui.look.tables import Table
from ui.look.theme import Theme
from ui.look.tokens import Tone


class FindingTable(Table[Finding]):
    """Findings as file, place and note; what was refused is tinted and comes first."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        name = QCoreApplication.translate("FindingTable", "What was noticed")
        super().__init__(theme, name, _columns(), key=lambda row: row, tint=_tint, parent=parent)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show them, each once; the table hides when there are none."""
        order = {Severity.REFUSED: 0, Severity.LEFT_OUT: 1, Severity.NOTE: 2}
        once = sorted(dict.fromkeys(findings), key=lambda row: order[row.severity])
        self.show_rows(once)
        self.setVisible(bool(once))


def _columns() -> tuple[Column[Finding], ...]:
    file = QCoreApplication.translate("FindingTable", "File")
    place = QCoreApplication.translate("FindingTable", "Place")
    note = QCoreApplication.translate("FindingTable", "Note")
    return (
        Column("file", file, _file, 220),
        Column("place", place, _place, 160),
        Column("note", note, _note),
    )


def _file(row: Finding) -> Words:
    return Words(row.file or QCoreApplication.translate("FindingTable", "directory"))


def _place(row: Finding) -> str:
    return row.place or QCoreApplication.translate("FindingTable", "whole file")


def _note(row: Finding) -> str:
    return row.sentence


def _tint(row: Finding) -> Tone | None:
    return Tone.BAD if row.severity is Severity.REFUSED else None

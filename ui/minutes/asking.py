"""Opens a sheet over another, and asks why something is taken back."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from careteam.domain.changes import Changes
from careteam.domain.errors import Refused
from ui.look.reason_sheet import ReasonSheet
from ui.look.sheet import Sheet
from ui.look.theme import Theme


def open_over(sheet: Sheet) -> None:
    """Open a sheet; it goes when it closes."""
    sheet.closed.connect(sheet.deleteLater)
    sheet.open()


def ask_why(
    theme: Theme, host: QWidget, words: tuple[str, str], act: Callable[[str], Changes | None]
) -> None:
    """Ask for the reason and do it; `words` are the title and what follows from it."""
    sheet = ReasonSheet(theme, words[0], words[1], words[0], host)

    def confirmed(reason: str) -> None:
        try:
            changes = act(reason)
        except Refused as refused:
            sheet.show_problem(refused.sentence)
            return
        if changes is not None:
            sheet.close_now()

    sheet.confirmed.connect(confirmed)
    open_over(sheet)

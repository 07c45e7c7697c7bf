"""Opens a sheet over another, and asks why something is taken back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from careteam.domain.access import Action
from careteam.domain.changes import Changes
from careteam.domain.errors import Refused
from ui.desk import Desk
from ui.look.reason_sheet import ReasonSheet
from ui.look.sheet import Sheet
from ui.look.theme import Theme


def open_over(desk: Desk, make: Callable[[], Sheet]) -> None:
    """Open a sheet if who works here may change what is about a patient; it goes when it closes."""
    if desk.allows(Action.CARE):
        sheet = make()
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()


def ask_why(
    theme: Theme,
    desk: Desk,
    host: QWidget,
    words: tuple[str, str],
    act: Callable[[str], Changes | None],
) -> None:
    """Ask for the reason and do it; `words` are the title and what follows from it."""

    def make() -> Sheet:
        sheet = ReasonSheet(theme, words[0], words[1], words[0], host)
        sheet.confirmed.connect(partial(_confirmed, sheet, act))
        return sheet

    open_over(desk, make)


def _confirmed(sheet: ReasonSheet, act: Callable[[str], Changes | None], reason: str) -> None:
    try:
        changes = act(reason)
    except Refused as refused:
        sheet.show_problem(refused.sentence)
        return
    if changes is not None:
        sheet.close_now()

"""The sheets that a line of Today opens: putting off, why it is there, and the huddle list."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from careteam.storage.reads.reasons import why_due, why_to_fill
from careteam.storage.reads.today import DueRow
from ui.desk import Desk
from ui.look.sheet import Sheet
from ui.look.theme import Theme
from ui.paper import Paper
from ui.team.sheets import SnoozeSheet
from ui.why_sheet import WhySheet


class TodaySheets(QObject):
    """Opens one sheet at a time over `host`; `rule_asked` carries the RuleLink to be shown."""

    rule_asked = Signal(object)

    def __init__(self, theme: Theme, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self._theme, self._desk, self._host = theme, desk, host

    def put_off(self, row: DueRow) -> None:
        """Ask until when, and why, what is due is put off."""
        ids = (None, row.ref) if row.kind == "follow_up" else (row.ref, None)
        about = f"{row.name} · {row.reason}"
        self._open(SnoozeSheet(self._theme, self._desk, self._host, about, *ids))

    def show_why(self, row: DueRow) -> None:
        """Tell the rule that put a patient on the list, and how its day was counted."""
        desk, rules = self._desk, self._desk.rules
        if row.kind in ("assignment", "follow_up"):
            reason = desk.read(why_due, row.kind, row.ref, today=desk.moment.today, rules=rules)
        else:
            reason = desk.read(why_to_fill, row.patient_id, rules=rules)
        sheet = WhySheet(self._theme, self._host, row.name, reason)
        sheet.rule_asked.connect(self.rule_asked)
        self._open(sheet)

    def show_huddle(self, paper: Paper, *, is_mine: bool) -> None:
        """Show everyone of today as they will be printed."""
        from ui.today.huddle_sheet import HuddleSheet

        self._open(HuddleSheet(self._theme, self._desk, paper, self._host, is_mine=is_mine))

    def _open(self, sheet: Sheet) -> None:
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

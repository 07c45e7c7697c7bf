"""What can be done about work that was logged, wherever it is shown: amended and retracted."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from careteam.domain.time_drafts import TimeRetractDraft
from careteam.storage.reads.patient_time import time_entry
from careteam.storage.writes.time_entries import retract_time
from ui.desk import Desk
from ui.look.theme import Theme
from ui.minutes.asking import ask_why, open_over
from ui.minutes.program_sheets import ConsentSheet
from ui.minutes.work_sheet import WorkSheet


def amend_work(theme: Theme, desk: Desk, host: QWidget, entry_id: int) -> None:
    """Open an entry to be put right; one that is gone or retracted stays as it is."""
    row = desk.read(time_entry, entry_id)
    if row is not None and not row.is_retracted:
        open_over(desk, lambda: WorkSheet(theme, desk, host, row.patient_id, row))


def renew_consent(theme: Theme, desk: Desk, host: QWidget, patient_id: int, program: str) -> None:
    """Open the consent to a program that is asked for again."""
    open_over(desk, lambda: ConsentSheet(theme, desk, host, patient_id, program))


def retract_work(theme: Theme, desk: Desk, host: QWidget, entry_id: int) -> None:
    """Ask why, then take an entry back."""
    words = (
        QCoreApplication.translate("WorkActs", "Retract the entry"),
        QCoreApplication.translate(
            "WorkActs",
            "It stays readable, struck through with the reason, and counts for nothing.",
        ),
    )
    ask_why(
        theme, desk, host, words, lambda why: desk.do(retract_time, TimeRetractDraft(entry_id, why))
    )

"""What the status line says: saved when, kept where, who works here, when it locks."""

from PySide6.QtCore import QCoreApplication

from careteam.domain.backups import OLD_AFTER, Copy
from careteam.domain.moment import Moment
from careteam.storage.reads.settings import clinic_row
from careteam.storage.reads.worker import read_worker
from ui.desk import Desk


def status_words(desk: Desk, newest: Copy | None) -> tuple[tuple[str, ...], str]:
    """The parts at the left, with the age of the newest verified copy, and those at the far end."""
    safe = QCoreApplication.translate("StatusLine", "Encrypted database")
    parts = [f"{safe} · {copy_words(newest, desk.moment)}"]
    if desk.saved_at is not None:
        saved = QCoreApplication.translate("StatusLine", "Saved {time}")
        parts.insert(0, saved.format(time=f"{desk.moment.local(desk.saved_at):%H:%M}"))
    worker = desk.read(read_worker, desk.worker_id)
    nobody = QCoreApplication.translate("StatusLine", "Nobody is set to work here")
    locks = QCoreApplication.translate("StatusLine", "locks after {minutes} min idle")
    minutes = desk.read(clinic_row).lock_minutes
    return tuple(parts), f"{worker or nobody} · {locks.format(minutes=minutes)}"


def copy_words(newest: Copy | None, moment: Moment) -> str:
    """How old the newest verified copy is; one of another day is marked, as it should not be."""
    if newest is None:
        return QCoreApplication.translate("StatusLine", "not backed up yet")
    at = moment.local(newest.made_at)
    days = (moment.today - at.date()).days
    if days <= 0:
        words = QCoreApplication.translate("StatusLine", "backed up today {time}")
        return words.format(time=f"{at:%H:%M}")
    if moment.now - newest.made_at < OLD_AFTER:
        words = QCoreApplication.translate("StatusLine", "backed up yesterday {time}")
        return words.format(time=f"{at:%H:%M}")
    return "▲ " + QCoreApplication.translate(
        "StatusLine", "last backed up %Ln day(s) ago", None, max(1, days)
    )

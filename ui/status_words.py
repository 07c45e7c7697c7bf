"""What the status line says: saved when, kept where, who works here."""

from PySide6.QtCore import QCoreApplication

from careteam.storage.reads.worker import read_worker
from ui.desk import Desk


def status_words(desk: Desk) -> tuple[tuple[str, ...], str]:
    """The parts at the left, and the words at the far end."""
    parts = [QCoreApplication.translate("StatusLine", "Encrypted database")]
    if desk.saved_at is not None:
        saved = QCoreApplication.translate("StatusLine", "Saved {time}")
        parts.insert(0, saved.format(time=f"{desk.moment.local(desk.saved_at):%H:%M}"))
    worker = desk.read(read_worker, desk.worker_id)
    nobody = QCoreApplication.translate("StatusLine", "Nobody is set to work here")
    return tuple(parts), worker or nobody

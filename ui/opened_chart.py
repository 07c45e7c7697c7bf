"""Notes in the audit trail whose chart was opened: one row for each that stayed in sight."""

from PySide6.QtCore import QObject, QTimer

from careteam.domain.audit import Event
from ui.desk import Desk

STAYED_MS = 1_000
"""Walking through a list shows charts for less; those are not noted."""


class OpenedChart(QObject):
    """Waits until a chart has stayed open for a second."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._patient_id: int | None = None
        self._was_emergency = self._is_emergency()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYED_MS)
        self._timer.timeout.connect(self._on_stayed)
        desk.changed.connect(self._on_changed)

    def look_at(self, patient_id: int) -> None:
        """A chart came in sight; the same one again is no new opening."""
        if patient_id != self._patient_id:
            self._patient_id = patient_id
            self._timer.start()

    def leave(self) -> None:
        """No chart is in sight any more."""
        self._timer.stop()
        self._patient_id = None

    def _is_emergency(self) -> bool:
        who = self._desk.store.who
        return who is not None and who.is_emergency(self._desk.moment.now)

    def _on_changed(self) -> None:
        """What is in sight when emergency access begins was opened in it too."""
        was, self._was_emergency = self._was_emergency, self._is_emergency()
        if self._was_emergency and not was and self._patient_id is not None:
            self._timer.start()

    def _on_stayed(self) -> None:
        self._desk.note(Event.OPENED, "chart", patient_id=self._patient_id)

"""The Today page: the list at the left, the patient who is looked at beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QWidget
from typing_extensions import override

from careteam.storage.reads.today import DueRow
from ui.look.cards import EmptyState
from ui.look.theme import Theme
from ui.patient_view import PatientView
from ui.today.panel import TodayPanel

PANEL_WIDTH, NARROW_PANEL_WIDTH = 332, 264
WIDE_FROM = 1280
MOST_SHARE = 0.26
"""Of the page, for the list: large text in a small window leaves the patient the room."""


class TodayPage(QWidget):
    """Choosing a patient of the list shows them; `patient_shown` carries the id."""

    patient_shown = Signal(int)

    def __init__(
        self, theme: Theme, panel: TodayPanel, patient: PatientView, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.panel, self.patient = panel, patient
        self._empty = EmptyState(theme, "users", self.tr("Choose a patient to see their team."))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(patient)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(panel)
        split.addWidget(self._stack)
        split.setStretchFactor(0, 0)
        split.setStretchFactor(1, 1)
        self._split = split
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(split)
        self._is_moved = False
        split.splitterMoved.connect(self._on_moved)
        panel.patient_chosen.connect(self._on_chosen)
        theme.changed.connect(self._share_the_room)
        self._share_the_room()

    def show_patient(self, patient_id: int) -> None:
        """Show a patient, who need not be on the list."""
        if not self.panel.choose(patient_id):
            self.panel.choose_nobody()
        self._show(patient_id)

    def _show(self, patient_id: int) -> None:
        if self.patient.patient_id != patient_id:
            self.patient.show_patient(patient_id)
        self._stack.setCurrentWidget(self.patient)
        self.patient_shown.emit(patient_id)

    def _on_chosen(self, row: DueRow) -> None:
        self._show(row.patient_id)

    def _on_moved(self) -> None:
        self._is_moved = True

    def _share_the_room(self) -> None:
        px = self._theme.px
        share = max(NARROW_PANEL_WIDTH, int(self.width() * MOST_SHARE))
        narrow = min(px(NARROW_PANEL_WIDTH), share)
        self.panel.setMinimumWidth(narrow)
        is_wide = self.width() >= px(WIDE_FROM)
        self.patient.set_narrow(not is_wide)
        if not self._is_moved:
            width = px(PANEL_WIDTH) if is_wide else narrow
            self._split.setSizes([width, max(1, self.width() - width)])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_the_room()

"""The Today page: the list at the left, the patient who is looked at beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QWidget

from careteam.storage.reads.today import DueRow
from ui.look.cards import EmptyState
from ui.look.theme import Theme
from ui.patient_view import PatientView
from ui.today.panel import TodayPanel

PANEL_WIDTH = 332


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
        panel.patient_chosen.connect(self._on_chosen)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_patient(self, patient_id: int) -> None:
        """Show a patient, who need not be on the list."""
        self.panel.choose(patient_id)
        self._show(patient_id)

    def _show(self, patient_id: int) -> None:
        if self.patient.patient_id != patient_id:
            self.patient.show_patient(patient_id)
        self._stack.setCurrentWidget(self.patient)
        self.patient_shown.emit(patient_id)

    def _on_chosen(self, row: DueRow) -> None:
        self._show(row.patient_id)

    def _on_theme_changed(self) -> None:
        width = self._theme.px(PANEL_WIDTH)
        self.panel.setMinimumWidth(self._theme.px(260))
        self._split.setSizes([width, 3 * width])

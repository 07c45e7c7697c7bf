"""Opens the sheets about a patient over the window: register, edit, phase, state and time."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from careteam.domain.access import Action
from careteam.domain.errors import CareteamError
from ui.desk import Desk
from ui.look.sheet import Sheet
from ui.look.theme import Theme
from ui.patients.form import PatientForm
from ui.patients.state_sheets import PhaseSheet, StatusSheet


class PatientSheets(QObject):
    """One sheet at a time over `host`; `registered` and `open_asked` carry a patient's id."""

    registered = Signal(int)
    open_asked = Signal(int)

    def __init__(self, theme: Theme, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self._theme, self._desk, self._host = theme, desk, host
        self._sheet: Sheet | None = None

    @property
    def sheet(self) -> Sheet | None:
        """The sheet that is open, if one is."""
        return self._sheet

    def register(self) -> None:
        """Register a patient."""
        form = self._open(lambda: PatientForm(self._theme, self._desk, None, self._host))
        if isinstance(form, PatientForm):
            form.saved.connect(self.registered)
            form.open_asked.connect(self.open_asked)

    def edit(self, patient_id: int) -> None:
        """Edit what is known of a patient."""
        form = self._open(lambda: PatientForm(self._theme, self._desk, patient_id, self._host))
        if isinstance(form, PatientForm):
            form.open_asked.connect(self.open_asked)

    def change_phase(self, patient_id: int) -> None:
        """Move a patient to another phase."""
        self._open(lambda: PhaseSheet(self._theme, self._desk, patient_id, self._host))

    def change_status(self, patient_id: int) -> None:
        """Record that a patient died, left, declined, or is active again."""
        self._open(lambda: StatusSheet(self._theme, self._desk, patient_id, self._host))

    def show_time(self, patient_id: int) -> None:
        """Show a patient's navigation time and what is on file for it."""
        from ui.minutes.patient_sheet import PatientTimeSheet

        self._open(
            lambda: PatientTimeSheet(self._theme, self._desk, self._host, patient_id),
            Action.SEE_PATIENTS,
        )

    def log_work(self, patient_id: int) -> None:
        """Log work for a patient that was no contact."""
        from ui.minutes.work_sheet import WorkSheet

        self._open(lambda: WorkSheet(self._theme, self._desk, self._host, patient_id))

    def _open(self, make: Callable[[], Sheet], needed: Action = Action.CARE) -> Sheet | None:
        if self._sheet is not None or not self._desk.allows(needed):
            return None
        try:
            sheet = make()
        except CareteamError as error:
            self._desk.failed.emit(error.sentence)
            return None
        self._sheet = sheet
        sheet.closed.connect(self._on_closed)
        sheet.open()
        return sheet

    def _on_closed(self) -> None:
        sheet, self._sheet = self._sheet, None
        if sheet is not None:
            sheet.deleteLater()

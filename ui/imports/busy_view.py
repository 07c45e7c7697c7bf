"""Between: watching while files are read or go in, with the first patients as they are found."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careteam.domain.intake.preview import PreviewRow
from careteam.domain.intake.report import Take
from ui.imports.choices import ShownRow
from ui.imports.patient_table import PatientTable
from ui.look.buttons import Button
from ui.look.labels import Label
from ui.look.progress_line import ProgressLine
from ui.look.theme import Theme

MOST_FOUND = 100


class BusyView(QWidget):
    """How far the work has come, and a way to stop it; `rows` are the patients found so far."""

    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.rows: list[ShownRow] = []
        self.found = PatientTable(theme, has_questions=False, can_choose=False)
        self._said = Label("", "h2")
        self._said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._detail = Label("", "sub")
        self._detail.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.bar = ProgressLine(theme)
        self.cancel_button = Button(theme, self.tr("Stop"), hint="Esc")
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(10)
        column.addStretch(1)
        column.addWidget(self._said)
        column.addWidget(self._detail)
        column.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(4)
        column.addWidget(self.cancel_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.found, 8)
        column.addStretch(2)
        self.found.hide()
        self.cancel_button.clicked.connect(self._on_cancel)

    def begin(self, words: str, steps: str) -> None:
        """Begin with the words for the work; `steps` names {done} and {total}."""
        self._said.setText(words)
        self._words = steps
        self.rows.clear()
        self.found.show_patients(())
        self._detail.setText("")
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(words)
        self.cancel_button.setEnabled(True)

    def show_found(self, rows: Sequence[PreviewRow]) -> None:
        """Show the first patients while the rest is still compared; a screenful tells enough."""
        self._said.setText(self.tr("Comparing with the database"))
        self._words = self.tr("Patient {done} of {total}")
        if len(self.rows) < MOST_FOUND:
            more = rows[: MOST_FOUND - len(self.rows)]
            self.rows += [ShownRow(row, Take.SKIP) for row in more]
            self.found.show_patients(tuple(self.rows))

    def show_progress(self, done: int, total: int) -> None:
        """Show how much is done of how much."""
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
        said = self._words.format(done=f"{min(done + 1, total):,}", total=f"{total:,}")
        self._detail.setText(said if total else "")

    def _on_cancel(self) -> None:
        self.cancel_button.setEnabled(False)
        self._detail.setText(self.tr("Stopping …"))
        self.cancelled.emit()

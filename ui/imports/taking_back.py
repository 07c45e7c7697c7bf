"""Taking an import back: asked once more in the button itself, since it touches many patients."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from ui.look.buttons import Button
from ui.look.labels import Label
from ui.look.theme import Theme

if TYPE_CHECKING:
    from careteam.storage.reads.import_tables import Run


class TakeBackButton(Button):
    """The first press asks, the second does it; leaving the button takes the question back."""

    confirmed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self._asks = False
        self._rest()
        self.clicked.connect(self._on_clicked)

    @override
    def focusOutEvent(self, arg__1: QFocusEvent) -> None:
        super().focusOutEvent(arg__1)
        if arg__1.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self._rest()

    def _rest(self) -> None:
        self._asks = False
        self.setText(self.tr("Take the import back"))
        self.updateGeometry()

    def _on_clicked(self) -> None:
        if self._asks:
            self._rest()
            self.confirmed.emit()
            return
        self._asks = True
        self.setText(self.tr("Take all of it back?"))
        self.updateGeometry()


class LastImport(QWidget):
    """The last import of a table that can be taken back; hidden while there is none."""

    undo_asked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run_id = 0
        self._said = Label("", "sub")
        self.button = TakeBackButton(theme)
        self.button.confirmed.connect(lambda: self.undo_asked.emit(self._run_id))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(self._said)
        row.addWidget(self.button)
        row.addStretch(1)
        self.hide()

    def show_run(self, run: "Run | None") -> None:
        """Show which import it is; None hides it."""
        self.setVisible(run is not None)
        if run is not None:
            self._run_id = run.id
            words = self.tr("Last table: {file}, {at}")
            self._said.setText(words.format(file=run.file, at=run.at))

"""The bar on top: one search for everything, and the two things done most."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from ui.look.buttons import Button, ButtonKind
from ui.look.fields import LineEdit
from ui.look.keys import KeyHint
from ui.look.labels import Label
from ui.look.theme import Theme

HEIGHT, SEARCH_WIDTH = 52, 420


class TopBar(QWidget):
    """Tells what was asked for; what happens then is not its business.

    `search` is the line itself, for the owner of the results. Parts at the end may be switched
    off for those who may not use them.
    """

    search_edited = Signal(str)
    new_patient_pressed = Signal()
    log_contact_pressed = Signal()
    emergency_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        words = self.tr("Find a patient, person or contact note")
        self.search = LineEdit(theme, words, icon="search")
        self.search.setAccessibleName(words)
        self.search.set_trailing(KeyHint(theme, "Ctrl+K"))
        self.search.textEdited.connect(self.search_edited)
        self.new_patient = Button(theme, self.tr("New patient"), hint="Ctrl+N")
        self.log_contact = Button(theme, self.tr("Log contact"), ButtonKind.PRIMARY, hint="Ctrl+L")
        self.new_patient.clicked.connect(self.new_patient_pressed)
        self.log_contact.clicked.connect(self.log_contact_pressed)
        self.emergency = Button(theme, self.tr("Emergency access…"))
        self.emergency.clicked.connect(self.emergency_pressed)
        self.emergency.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 1)
        row.setSpacing(12)
        row.addWidget(self.search, 3)
        row.addStretch(1)
        row.addWidget(self.emergency)
        row.addWidget(self.new_patient)
        row.addWidget(self.log_contact)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.px(HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("line"))

    def _on_theme_changed(self) -> None:
        self.search.setMaximumWidth(self._theme.px(SEARCH_WIDTH))
        self.updateGeometry()
        self.update()


def demo_band(words: str) -> Label:
    """A band across the window that says that nobody in it is real."""
    band = Label(words, "demo")
    band.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return band

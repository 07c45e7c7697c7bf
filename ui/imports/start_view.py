"""Before anything is read: files or a folder are chosen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.imports.taking_back import LastImport
from ui.imports.template_button import TemplateButton
from ui.look.buttons import Button, ButtonKind
from ui.look.cards import EmptyState
from ui.look.labels import Label
from ui.look.theme import Theme

if TYPE_CHECKING:
    from careteam.storage.reads.import_tables import Run


class StartView(QWidget):
    """Asks for files or for a folder; either can be dropped here too."""

    files_asked = Signal()
    folder_asked = Signal()
    cancelled = Signal()
    encoding_chosen = Signal()
    undo_asked = Signal(int)
    template_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.files_button = Button(
            theme, self.tr("Choose files"), ButtonKind.PRIMARY, "Ctrl+O", "folder-open"
        )
        self.template_button = TemplateButton(theme)
        self.folder_button = Button(theme, self.tr("Choose a folder"), hint="Ctrl+Shift+O")
        self.cancel_button = Button(theme, self.tr("Cancel"))
        self._problem = Label("", "error", wrap=True)
        self._problem.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._problem.hide()
        self.encoding_button = Button(theme, self.tr("Read as Windows-1252"))
        self.encoding_button.hide()
        self.last_view = LastImport(theme)
        state = EmptyState(
            theme,
            "download",
            self.tr(
                "Choose files of FHIR R4 (.json or .ndjson) or one table (.csv or .xlsx), or drop "
                "them here. You see what they would do before anything is changed."
            ),
        )
        state.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (
            self.files_button, self.folder_button, self.template_button, self.cancel_button,
        ):  # fmt: skip
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(10)
        column.addWidget(Label(self.tr("Import"), "h1"))
        column.addStretch(1)
        column.addWidget(state)
        column.addWidget(self._problem)
        column.addWidget(self.encoding_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(buttons)
        column.addSpacing(14)
        column.addWidget(self.last_view)
        column.addStretch(2)
        self.files_button.clicked.connect(self.files_asked)
        self.folder_button.clicked.connect(self.folder_asked)
        self.cancel_button.clicked.connect(self.cancelled)
        self.template_button.chosen.connect(self.template_asked)
        self.encoding_button.clicked.connect(self.encoding_chosen)
        self.last_view.undo_asked.connect(self.undo_asked)

    def show_problem(self, sentence: str, *, asks: bool = False) -> None:
        """Say why the files could not be read; nothing says so when the sentence is empty.

        `asks` offers to read the file in the other encoding.
        """
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.encoding_button.setVisible(asks)
        if asks:
            self.encoding_button.setFocus()

    def show_last(self, run: "Run | None") -> None:
        """Offer the last import of a table to be taken back, if there is one."""
        self.last_view.show_run(run)

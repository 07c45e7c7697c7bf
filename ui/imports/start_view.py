"""Before and between: choosing files, and watching while they are read or go in."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui.imports.taking_back import LastImport
from ui.imports.template_button import TemplateButton
from ui.look.buttons import Button, ButtonKind
from ui.look.cards import EmptyState
from ui.look.labels import Label
from ui.look.theme import Theme

if TYPE_CHECKING:
    from careteam.storage.reads.import_tables import Run

BAR_HEIGHT, BAR_WIDTH = 6, 420


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


class BusyView(QWidget):
    """How far the work has come, and a way to stop it."""

    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
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
        column.addStretch(2)
        self.cancel_button.clicked.connect(self._on_cancel)

    def begin(self, words: str, steps: str) -> None:
        """Begin with the words for the work; `steps` names {done} and {total}."""
        self._said.setText(words)
        self._words = steps
        self._detail.setText("")
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(words)
        self.cancel_button.setEnabled(True)

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


class ProgressLine(QProgressBar):
    """A thin line that fills from where reading starts."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(BAR_WIDTH), self._theme.px(BAR_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(BAR_HEIGHT))

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        radius = whole.height() / 2
        painter.setBrush(self._theme.color("mute_soft"))
        painter.drawRoundedRect(whole, radius, radius)
        total = self.maximum() - self.minimum()
        share = (self.value() - self.minimum()) / total if total else 0.0
        if share <= 0:
            return
        width = max(whole.height(), whole.width() * share)
        left = whole.right() - width if self.isRightToLeft() else whole.left()
        painter.setBrush(self._theme.color("accent"))
        painter.drawRoundedRect(QRectF(left, whole.top(), width, whole.height()), radius, radius)

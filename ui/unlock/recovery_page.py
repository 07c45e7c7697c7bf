"""The recovery code, shown once: printed, and typed again from the paper before anything opens."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careteam.domain.errors import Unavailable
from careteam.domain.recovery import read_code
from ui.look.buttons import Button, ButtonKind
from ui.look.code_view import CodeView
from ui.look.fields import Field, LineEdit
from ui.look.labels import Label
from ui.look.theme import Theme
from ui.override import override
from ui.paper import Paper
from ui.unlock.lock_card import LockCard

WIDTH = 520


class RecoveryPart(QWidget):
    """The code, what it is for, a button that prints it and a line for typing it again.

    `confirmed` is emitted once what was typed is the code.
    """

    confirmed = Signal()

    def __init__(
        self, theme: Theme, paper: Paper, clinic: str, code: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._paper, self._clinic, self._code = paper, clinic, code
        self.print = Button(theme, self.tr("Print…"), icon="download")
        self.again = LineEdit(theme, self.tr("Type the code from the paper"))
        self.field = Field(theme, self.tr("The code again, from the paper"), self.again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for words in _purpose():
            column.addWidget(Label(words, "body", wrap=True))
        column.addSpacing(4)
        column.addWidget(CodeView(theme, self.tr("Recovery code"), [code]))
        column.addSpacing(4)
        row = QHBoxLayout()
        row.addWidget(self.print)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.field)
        self.print.clicked.connect(self._on_print)
        self.again.returnPressed.connect(self.check)

    def check(self) -> None:
        """Compare what was typed with the code; what is wrong is said at the line."""
        try:
            is_right = read_code(self.again.text()) == read_code(self._code)
        except ValueError as error:
            self._show(str(error))
            return
        if is_right:
            self.again.clear()
            self.confirmed.emit()
        else:
            self._show(self.tr("This is another code, perhaps an older one. Type this one."))

    def _show(self, sentence: str) -> None:
        self.field.show_problem(sentence)
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_print(self) -> None:
        from careteam.exports.code_paper import CodePaper, code_pages

        heading = self.tr("Recovery code of Careteam")
        foot = self.tr("Keep this page in a sealed envelope where the clinic keeps its keys.")
        pages = code_pages(CodePaper(heading, self._clinic, _purpose(), foot, (self._code,)))
        try:
            self._paper.print_pages(self.window(), pages, heading)
        except Unavailable as error:
            self._show(error.sentence)


class RecoveryPage(QWidget):
    """`confirmed` opens the desk; the only other way is to leave the program."""

    confirmed = Signal()

    def __init__(
        self, theme: Theme, paper: Paper, clinic: str, code: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        card = LockCard(
            theme,
            WIDTH,
            self.tr("Recovery code"),
            self.tr("It is shown this once. Print it, or write it down."),
        )
        self.part = RecoveryPart(theme, paper, clinic, code)
        self.done = Button(theme, self.tr("Open the desk"), ButtonKind.PRIMARY, hint="Return")
        card.column.addWidget(self.part)
        card.column.addSpacing(16)
        card.column.addWidget(self.done)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        self.part.confirmed.connect(self.confirmed)
        self.done.clicked.connect(self.part.check)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.part.again.setFocus(Qt.FocusReason.OtherFocusReason)


def _purpose() -> tuple[str, ...]:
    """What the code is for, on the screen and on the paper alike."""
    return (
        QCoreApplication.translate(
            "RecoveryPart",
            "When every administrator has lost their password, this code gives one of them a new "
            "one. Whoever has it can open the database, so it belongs in a sealed envelope.",
        ),
        QCoreApplication.translate(
            "RecoveryPart",
            "Once it was used a new one is made, and this one opens nothing any more.",
        ),
    )

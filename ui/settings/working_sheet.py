"""A sheet whose work takes a moment: it runs beside the window, and what is wrong is told here."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from careteam.domain.access import Action
from careteam.domain.errors import CareteamError, Refused
from ui.background import Job
from ui.look.buttons import Button, ButtonKind
from ui.look.fields import Field
from ui.look.labels import Label
from ui.look.sheet import Sheet
from ui.look.theme import Theme

WIDTH = 480


class WorkingSheet(Sheet):
    """`worked` carries what the work gave; the sheet has closed by then.

    Give it `fields` by the names that a Refused uses; the first takes any other sentence.
    """

    worked = Signal(object)
    writes = Action.OWN

    def __init__(
        self, theme: Theme, title: str, host: QWidget, save_words: str, *sentences: str
    ) -> None:
        super().__init__(theme, title, host, WIDTH)
        self._save_words = save_words
        self._job: Job | None = None
        self.fields: dict[str, Field] = {}
        for words in sentences:
            self.body.addWidget(Label(words, "body", wrap=True))
        self._cancel = Button(theme, self.tr("Cancel"), hint="Esc")
        self.save = Button(theme, save_words, ButtonKind.PRIMARY, hint="Ctrl+Return")
        self._cancel.clicked.connect(self.close_now)
        self.save.clicked.connect(self.try_it)
        self.add_button(self._cancel)
        self.add_button(self.save)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.try_it)

    @override
    def ask_to_close(self) -> None:
        """Once it is being done nobody leaves: what came of it is told first."""
        if self._job is None:
            super().ask_to_close()

    def work(self) -> Callable[[], Any] | None:
        """What is to be done with what was typed; None when something of it is wrong."""
        raise NotImplementedError

    def try_it(self) -> None:
        """Do the work beside the window, once."""
        if self._job is not None:
            return
        for field in self.fields.values():
            field.clear_problem()
        work = self.work()
        if work is None:
            return
        self._show_busy(True)
        self._job = Job(lambda _report: work(), self)
        self._job.finished.connect(self._on_done)
        self._job.failed.connect(self._on_failed)
        self._job.start()

    def show_problem(self, name: str, sentence: str) -> None:
        """Say at a field what is wrong."""
        field = self.fields.get(name) or next(iter(self.fields.values()))
        field.show_problem(sentence)
        field.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_done(self, result: object) -> None:
        self._job = None
        self._show_busy(False)
        self.close_now()
        self.worked.emit(result)

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self._show_busy(False)
        if isinstance(error, Refused):
            for problem in error.problems:
                self.show_problem(problem.field, problem.sentence)
        elif isinstance(error, CareteamError):
            self.show_problem("", error.sentence)
        else:
            raise error

    def _show_busy(self, is_busy: bool) -> None:
        for control in (
            self._cancel,
            self.save,
            *(field.control for field in self.fields.values()),
        ):
            control.setEnabled(not is_busy)
        self.save.setText(self.tr("Working…") if is_busy else self._save_words)

"""The ways a summary leaves the desk: saved as PDF, printed, copied as text."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from careteam.domain.errors import CareteamError
from careteam.domain.summary import Summary
from ui.desk import Desk, Done
from ui.paper import Paper
from ui.summary import made
from ui.summary.latest import Latest
from ui.summary.made import PaperSize

PDF_FILTER = "PDF (*.pdf)"


@dataclass(frozen=True, slots=True)
class _Saved:
    name: str


@dataclass(frozen=True, slots=True)
class _ToPrint:
    pages: list[bytes]


class Outgoing(QObject):
    """Takes a collected summary out through the Paper and says on the strip how it went.

    Dialogs stand above `window`. One thing leaves at a time; `turned` tells that `is_busy` did.
    """

    turned = Signal()

    def __init__(self, desk: Desk, paper: Paper, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._paper, self._window = desk, paper, window
        self._work = Latest(self)
        self._work.answered.connect(self._on_answered)
        self._work.failed.connect(self._on_failed)

    @property
    def is_busy(self) -> bool:
        """Whether something is being made to leave."""
        return self._work.is_busy

    def save_pdf(self, summary: Summary, paper: PaperSize) -> None:
        """Ask for a place and write the PDF there; the name proposed betrays no patient."""
        title = self.tr("Save the summary as PDF")
        name = made.suggested_name(summary)
        target = self._paper.choose_target(self._window, title, name, PDF_FILTER)
        if target is not None:
            self._begin(lambda: _Saved(made.save_pdf(summary, paper, target)))

    def print_pages(self, summary: Summary, paper: PaperSize) -> None:
        """Have the pages made, then ask for the printer."""
        self._begin(lambda: _ToPrint(made.make_pages(summary, paper)))

    def copy_text(self, summary: Summary) -> None:
        """Put the summary on the clipboard as plain text."""
        self._paper.copy_text(made.make_text(summary))
        self._tell(self.tr("Summary copied as text."))

    def _begin(self, work: Callable[[], object]) -> None:
        self._work.ask(work)
        self.turned.emit()

    def _on_answered(self, answer: object) -> None:
        self.turned.emit()
        if isinstance(answer, _Saved):
            self._tell(self.tr("Summary saved as {name}.").format(name=answer.name))
        elif isinstance(answer, _ToPrint):
            self._print(answer.pages)

    def _print(self, pages: list[bytes]) -> None:
        try:
            is_printed = self._paper.print_pages(self._window, pages, self.tr("Care summary"))
        except CareteamError as error:
            self._desk.failed.emit(error.sentence)
            return
        if is_printed:
            self._tell(self.tr("Summary sent to the printer."))

    def _on_failed(self, error: Exception) -> None:
        self.turned.emit()
        if not isinstance(error, CareteamError):
            raise error
        self._desk.failed.emit(error.sentence)

    def _tell(self, sentence: str) -> None:
        self._desk.done.emit(Done(sentence))

"""The ways a paper leaves the desk: saved as PDF, printed, copied as text."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from careteam.domain.access import Action
from careteam.domain.audit import Event
from careteam.domain.errors import CareteamError
from careteam.domain.handing import Handoff, Huddle, Leaving
from ui.desk import Desk, Done
from ui.paper import Paper
from ui.summary import made
from ui.summary.latest import Latest
from ui.summary.made import PaperSize

PDF_FILTER = "PDF (*.pdf)"


@dataclass(frozen=True, slots=True)
class _Saved:
    name: str
    tree: Leaving
    patient_id: int | None


@dataclass(frozen=True, slots=True)
class _ToPrint:
    pages: list[bytes]
    tree: Leaving
    patient_id: int | None


class Outgoing(QObject):
    """Takes a collected paper out through the Paper and says on the strip how it went.

    Dialogs stand above `window`; the audit trail hears of what left. One thing leaves at a time;
    `turned` tells that `is_busy` did.
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

    def save_pdf(self, tree: Leaving, paper: PaperSize, patient_id: int | None = None) -> None:
        """Ask for a place and write the PDF there; the name proposed betrays no patient."""
        if self._desk.allows(Action.EXPORT):
            self._asking(tree, lambda: self._save(tree, paper, patient_id))

    def _save(self, tree: Leaving, paper: PaperSize, patient_id: int | None) -> None:
        title = _save_words(tree)
        name = made.suggested_name(tree)
        target = self._paper.choose_target(self._window, title, name, PDF_FILTER)
        if target is not None:
            self._begin(lambda: _Saved(made.save_pdf(tree, paper, target), tree, patient_id))

    def print_pages(self, tree: Leaving, paper: PaperSize, patient_id: int | None = None) -> None:
        """Have the pages made, then ask for the printer."""
        if self._desk.allows(Action.EXPORT):
            self._asking(
                tree,
                lambda: self._begin(
                    lambda: _ToPrint(made.make_pages(tree, paper), tree, patient_id)
                ),
            )

    def copy_text(self, tree: Leaving, patient_id: int | None = None) -> None:
        """Put the paper on the clipboard as plain text."""
        if self._desk.allows(Action.EXPORT):
            self._asking(tree, lambda: self._copy(tree, patient_id))

    def _copy(self, tree: Leaving, patient_id: int | None) -> None:
        self._paper.copy_text(made.make_text(tree))
        self._desk.note(Event.COPIED, _kind(tree), patient_id=patient_id)
        self._tell(_copied_words(tree))

    def _asking(self, tree: Leaving, act: Callable[[], None]) -> None:
        """Ask for the password again where the paper is about more than one patient."""
        if isinstance(tree, Huddle):
            self._desk.after_password(act)
        else:
            act()

    def _begin(self, work: Callable[[], object]) -> None:
        self._work.ask(work)
        self.turned.emit()

    def _on_answered(self, answer: object) -> None:
        self.turned.emit()
        if isinstance(answer, _Saved):
            self._desk.note(Event.EXPORTED, _kind(answer.tree), patient_id=answer.patient_id)
            self._tell(_saved_words(answer.tree).format(name=answer.name))
        elif isinstance(answer, _ToPrint):
            self._print(answer)

    def _print(self, made_pages: _ToPrint) -> None:
        try:
            name = _name(made_pages.tree)
            is_printed = self._paper.print_pages(self._window, made_pages.pages, name)
        except CareteamError as error:
            self._desk.failed.emit(error.sentence)
            return
        if is_printed:
            kind = _kind(made_pages.tree)
            self._desk.note(Event.PRINTED, kind, patient_id=made_pages.patient_id)
            self._tell(_printed_words(made_pages.tree))

    def _on_failed(self, error: Exception) -> None:
        self.turned.emit()
        if not isinstance(error, CareteamError):
            raise error
        self._desk.failed.emit(error.sentence)

    def _tell(self, sentence: str) -> None:
        self._desk.done.emit(Done(sentence))


def _kind(tree: Leaving) -> str:
    """The paper as the audit trail calls it."""
    match tree:
        case Handoff():
            return "handoff"
        case Huddle():
            return "huddle"
        case _:
            return "summary"


def _name(tree: Leaving) -> str:
    match tree:
        case Handoff():
            return QCoreApplication.translate("Outgoing", "Handoff sheet")
        case Huddle():
            return QCoreApplication.translate("Outgoing", "Huddle list")
        case _:
            return QCoreApplication.translate("Outgoing", "Care summary")


def _save_words(tree: Leaving) -> str:
    match tree:
        case Handoff():
            return QCoreApplication.translate("Outgoing", "Save the handoff sheet as PDF")
        case Huddle():
            return QCoreApplication.translate("Outgoing", "Save the huddle list as PDF")
        case _:
            return QCoreApplication.translate("Outgoing", "Save the summary as PDF")


def _saved_words(tree: Leaving) -> str:
    match tree:
        case Handoff():
            return QCoreApplication.translate("Outgoing", "Handoff sheet saved as {name}.")
        case Huddle():
            return QCoreApplication.translate("Outgoing", "Huddle list saved as {name}.")
        case _:
            return QCoreApplication.translate("Outgoing", "Summary saved as {name}.")


def _copied_words(tree: Leaving) -> str:
    match tree:
        case Handoff():
            return QCoreApplication.translate("Outgoing", "Handoff sheet copied as text.")
        case Huddle():
            return QCoreApplication.translate("Outgoing", "Huddle list copied as text.")
        case _:
            return QCoreApplication.translate("Outgoing", "Summary copied as text.")


def _printed_words(tree: Leaving) -> str:
    match tree:
        case Handoff():
            return QCoreApplication.translate("Outgoing", "Handoff sheet sent to the printer.")
        case Huddle():
            return QCoreApplication.translate("Outgoing", "Huddle list sent to the printer.")
        case _:
            return QCoreApplication.translate("Outgoing", "Summary sent to the printer.")

"""The ways a paper leaves the desk: saved as a file, printed, copied as text."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from careteam.domain.access import Action
from careteam.domain.changes import Changes
from careteam.domain.disclosures import DisclosureDraft, Form
from careteam.domain.errors import CareteamError
from careteam.domain.handing import Huddle, Leaving, kind_of_paper, told_by
from careteam.domain.time_sheet import TimeSheet
from careteam.storage.reads.disclosures import ids_of_mrns
from ui.desk import Desk, Done
from ui.leaving.asking import Asking, changes_of
from ui.leaving.purposes import file_filter
from ui.leaving.questions import Leaves, Said
from ui.leaving.words import (
    copied_words,
    copy_words,
    name_words,
    print_words,
    printed_words,
    save_words,
    saved_words,
)
from ui.look.theme import Theme
from ui.paper import Paper
from ui.summary import made
from ui.summary.latest import Latest
from ui.summary.made import PaperSize


@dataclass(frozen=True, slots=True)
class Offer:
    """Forms of file to choose from, the first choice, and who hears of the choice.

    `fhir` makes the file that is made of the record instead of the paper.
    """

    forms: tuple[Form, ...] = (Form.PDF,)
    form: Form = Form.PDF
    taken: Callable[[Form], object] = lambda _form: None
    fhir: Callable[[Said], object] = lambda _said: None


@dataclass(frozen=True, slots=True)
class _Saved:
    name: str
    tree: Leaving
    changes: Changes


@dataclass(frozen=True, slots=True)
class _ToPrint:
    pages: list[bytes]
    tree: Leaving
    draft: DisclosureDraft


class Outgoing(QObject):
    """Takes a collected paper out through the Paper and says on the strip how it went.

    Who gets it and why is asked first, over `window`; what cannot be registered does not leave.
    One thing leaves at a time; `turned` tells that `is_busy` did.
    """

    turned = Signal()

    def __init__(self, theme: Theme, desk: Desk, paper: Paper, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._paper, self._window = desk, paper, window
        self._asking = Asking(theme, desk, paper, window)
        self._work = Latest(self)
        self._work.answered.connect(self._on_answered)
        self._work.failed.connect(self._on_failed)

    @property
    def is_busy(self) -> bool:
        """Whether something is being made to leave."""
        return self._work.is_busy

    def save_pdf(self, tree: Leaving, paper: PaperSize, patient_id: int | None = None) -> None:
        """Ask who gets it and where it goes, and write the PDF there under a neutral name."""
        self.save_file(tree, paper, patient_id, Offer())

    def save_file(
        self, tree: Leaving, paper: PaperSize, patient_id: int | None, offer: "Offer"
    ) -> None:
        """Ask who gets it, in which of the forms offered, and where it goes, and write it there."""
        title = save_words(tree)

        def save(said: Said) -> None:
            form = said.form or offer.form
            offer.taken(form)
            if form is Form.FHIR:
                offer.fhir(said)
                return
            name = made.suggested_name(tree, form)
            target = self._paper.choose_target(self._window, title, name, file_filter(form))
            if target is None:
                return
            draft = self._draft(tree, form, said, patient_id)
            registrar = self._asking.registrar()

            def work() -> _Saved:
                def before(digest: str) -> None:
                    registrar.register(replace(draft, digest=digest))

                file_name = made.save_file(tree, form, paper, target, said.password, before)
                return _Saved(file_name, tree, changes_of(draft))

            self._begin(work)

        asked = Leaves(kind_of_paper(tree), offer.form, title, patient_id, offer.forms)
        self._let_out(tree, lambda: self._asking.ask(asked, save))

    def print_pages(self, tree: Leaving, paper: PaperSize, patient_id: int | None = None) -> None:
        """Ask who gets it, have the pages made, then ask for the printer."""

        def go(said: Said) -> None:
            draft = replace(self._draft(tree, Form.PRINT, said, patient_id), digest=tree.digest)
            self._begin(lambda: _ToPrint(made.make_pages(tree, paper), tree, draft))

        asked = Leaves(kind_of_paper(tree), Form.PRINT, print_words(tree), patient_id)
        self._let_out(tree, lambda: self._asking.ask(asked, go))

    def copy_text(self, tree: Leaving, patient_id: int | None = None) -> None:
        """Put the paper on the clipboard as plain text; asked once in a session."""

        def copy(said: Said) -> None:
            text = made.make_text(tree)
            digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
            draft = self._draft(tree, Form.CLIPBOARD, said, patient_id)
            if self._asking.register(replace(draft, digest=digest)):
                self._paper.copy_text(text)
                self._tell(copied_words(tree))

        asked = Leaves(kind_of_paper(tree), Form.CLIPBOARD, copy_words(tree), patient_id)
        self._let_out(tree, lambda: self._asking.ask_once(asked, copy))

    def _draft(
        self, tree: Leaving, form: Form, said: Said, patient_id: int | None
    ) -> DisclosureDraft:
        ids = (patient_id,) if patient_id is not None else self._listed(tree)
        return DisclosureDraft(
            kind_of_paper(tree),
            form,
            said.handed,
            ids,
            told_by(tree),
            is_encrypted=bool(said.password) and form is Form.PDF,
        )

    def _listed(self, tree: Leaving) -> tuple[int, ...]:
        if isinstance(tree, Huddle):
            mrns = {line.mrn for group in tree.groups for line in group.lines}
        elif isinstance(tree, TimeSheet):
            mrns = {line.mrn for line in tree.lines}
        else:
            return ()
        return self._desk.read(ids_of_mrns, mrns)

    def _let_out(self, tree: Leaving, act: Callable[[], None]) -> None:
        """Do it if who works here may; for more than one patient they type their password again."""
        if not self._desk.allows(Action.EXPORT):
            return
        if isinstance(tree, Huddle | TimeSheet):
            self._desk.after_password(act)
        else:
            act()

    def _begin(self, work: Callable[[], object]) -> None:
        self._work.ask(work)
        self.turned.emit()

    def _on_answered(self, answer: object) -> None:
        self.turned.emit()
        if isinstance(answer, _Saved):
            self._asking.told(answer.changes)
            self._tell(saved_words(answer.tree).format(name=answer.name))
        elif isinstance(answer, _ToPrint):
            self._print(answer)

    def _print(self, answer: _ToPrint) -> None:
        try:
            name = name_words(answer.tree)
            is_printed = self._paper.print_pages(self._window, answer.pages, name)
        except CareteamError as error:
            self._desk.failed.emit(error.sentence)
            return
        if is_printed and self._asking.register(answer.draft):
            self._tell(printed_words(answer.tree))

    def _on_failed(self, error: Exception) -> None:
        self.turned.emit()
        if not isinstance(error, CareteamError):
            raise error
        self._desk.failed.emit(error.sentence)

    def _tell(self, sentence: str) -> None:
        self._desk.done.emit(Done(sentence))

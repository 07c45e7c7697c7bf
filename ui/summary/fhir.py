"""A summary or a whole record leaves as FHIR: made in the background, saved where she says."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from careteam.domain.access import Action
from careteam.domain.disclosures import DisclosureDraft, Form
from careteam.domain.errors import CareteamError
from careteam.domain.handing import RECORD_TOLD, Leaving, kind_of_paper, told_by, told_sections
from careteam.domain.kinds import KINDS, Kind, PaperWish
from careteam.domain.record import WholeRecord
from careteam.domain.rules import Rules
from careteam.domain.summary import Section
from careteam.storage.reads.papers import collect_paper
from careteam.storage.reads.record import collect_record
from careteam.storage.reads.summary import period_of
from careteam.storage.writes.settings import name_site
from ui.desk import Desk, Done
from ui.leaving.asking import Asking, Registrar, changes_of
from ui.leaving.questions import Leaves, Said
from ui.look.theme import Theme
from ui.paper import Paper
from ui.summary.latest import Latest
from ui.summary.remembered import Chosen

FHIR_FILTER = "FHIR (*.json)"
DOCUMENT, RECORD = "fhir_summary", "fhir_record"
"""What leaves, as the register of disclosures and the audit trail call it."""


_FILES = {kind.registered: kind.file for kind in KINDS.values()}


@dataclass(frozen=True, slots=True)
class _Made:
    name: str
    data: bytes
    draft: DisclosureDraft


@dataclass(frozen=True, slots=True)
class _Saved:
    name: str
    draft: DisclosureDraft


class FhirOutgoing(QObject):
    """Asks who gets it, has the file made, asks for a place, and says on the strip how it went.

    What cannot be registered does not leave. One thing leaves at a time; `turned` tells that
    `is_busy` did.
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

    def save_document(self, patient_id: int, chosen: Chosen, said: Said) -> None:
        """Save a paper that has a form in FHIR as a document, with what is chosen for it.

        Who gets it was asked when the form was chosen.
        """
        if not self._desk.allows(Action.EXPORT):
            return
        today = self._desk.moment.today
        if chosen.kind is not Kind.CLINICIAN:
            self._save_paper(patient_id, chosen, said)
            return
        since = chosen.since(today)
        what = told_sections(_sections(chosen), period_of(since, today))
        draft = DisclosureDraft(DOCUMENT, Form.FHIR, said.handed, (patient_id,), what)
        self._make(draft, lambda record, rules: _document(record, rules, chosen, since))

    def _save_paper(self, patient_id: int, chosen: Chosen, said: Said) -> None:
        """A paper with words of its own, collected as it stands now."""
        desk = self._desk
        today = desk.moment.today
        wish = chosen.wish(today)
        try:
            tree = desk.read(collect_paper, patient_id, wish, moment=desk.moment, rules=desk.rules)
        except CareteamError as error:
            desk.failed.emit(error.sentence)
            return
        kind, what = kind_of_paper(tree), told_by(tree)
        draft = DisclosureDraft(kind, Form.FHIR, said.handed, (patient_id,), what)
        self._make(draft, lambda record, rules: _paper(tree, record, rules, wish, today))

    def save_record(self, patient_id: int) -> None:
        """Ask who gets it, and save all that is kept of the patient as a FHIR collection."""

        def go(said: Said) -> None:
            draft = DisclosureDraft(RECORD, Form.FHIR, said.handed, (patient_id,), RECORD_TOLD)
            self._make(draft, _record)

        if self._desk.allows(Action.EXPORT):
            self._asking.ask(Leaves(RECORD, Form.FHIR, _title(RECORD), patient_id), go)

    def _make(self, draft: DisclosureDraft, make: Callable[[WholeRecord, Rules], bytes]) -> None:
        desk = self._desk
        if not desk.keep(name_site):
            return
        try:
            record = desk.read(collect_record, draft.patient_ids[0], moment=desk.moment)
        except CareteamError as error:
            desk.failed.emit(error.sentence)
            return
        rules = desk.rules
        self._begin(lambda: _named(make(record, rules), record, draft))

    def _begin(self, work: Callable[[], object]) -> None:
        self._work.ask(work)
        self.turned.emit()

    def _on_answered(self, answer: object) -> None:
        self.turned.emit()
        if isinstance(answer, _Made):
            self._save(answer)
        elif isinstance(answer, _Saved):
            self._asking.told(changes_of(answer.draft))
            self._desk.done.emit(Done(_saved(answer.draft.kind).format(name=answer.name)))

    def _save(self, made: _Made) -> None:
        title = _title(made.draft.kind)
        target = self._paper.choose_target(self._window, title, made.name, FHIR_FILTER)
        if target is not None:
            registrar = self._asking.registrar()
            self._begin(lambda: _written(made, target, registrar))

    def _on_failed(self, error: Exception) -> None:
        self.turned.emit()
        if not isinstance(error, CareteamError):
            raise error
        self._desk.failed.emit(error.sentence)


def _document(record: WholeRecord, rules: Rules, chosen: Chosen, since: date) -> bytes:
    from careteam.exports.fhir.document import summary_document
    from careteam.exports.fhir.writing import as_bytes

    return as_bytes(summary_document(record, rules, sections=_sections(chosen), since=since))


def _paper(tree: Leaving, record: WholeRecord, rules: Rules, wish: PaperWish, today: date) -> bytes:
    from careteam.exports.fhir.paper_document import paper_document
    from careteam.exports.fhir.writing import as_bytes

    return as_bytes(paper_document(tree, record, rules, wish, today=today))


def _sections(chosen: Chosen) -> tuple[Section, ...]:
    return tuple(Section(key) for key in chosen.sections)


def _record(record: WholeRecord, rules: Rules) -> bytes:
    from careteam.exports.fhir.record import record_bundle
    from careteam.exports.fhir.writing import as_bytes

    return as_bytes(record_bundle(record, rules))


def _named(data: bytes, record: WholeRecord, draft: DisclosureDraft) -> _Made:
    from careteam.exports.fhir.writing import file_name

    what = {DOCUMENT: "care-summary", RECORD: "record", **_FILES}[draft.kind]
    name = file_name(what, data, record.made_at, record.site.zone)
    digest = hashlib.sha256(data).hexdigest()
    return _Made(name, data, replace(draft, digest=digest))


def _written(made: _Made, target: Path, registrar: Registrar) -> _Saved:
    from careteam.exports.file_names import write_atomically

    write_atomically(target, made.data, lambda: registrar.register(made.draft))
    return _Saved(target.name, made.draft)


def _title(kind: str) -> str:
    if kind == DOCUMENT:
        return QCoreApplication.translate("FhirOutgoing", "Save the summary as a FHIR document")
    if kind != RECORD:
        return QCoreApplication.translate("FhirOutgoing", "Save the paper as a FHIR document")
    return QCoreApplication.translate("FhirOutgoing", "Save the whole record as FHIR")


def _saved(kind: str) -> str:
    if kind == DOCUMENT:
        return QCoreApplication.translate("FhirOutgoing", "Summary saved as FHIR in {name}.")
    if kind != RECORD:
        return QCoreApplication.translate("FhirOutgoing", "Paper saved as FHIR in {name}.")
    return QCoreApplication.translate("FhirOutgoing", "Whole record saved as FHIR in {name}.")

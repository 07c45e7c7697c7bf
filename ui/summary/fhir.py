"""A summary or a whole record leaves as FHIR: made in the background, saved where she says."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from careteam.domain.audit import Event
from careteam.domain.errors import CareteamError
from careteam.domain.record import WholeRecord
from careteam.domain.rules import Rules
from careteam.storage.reads.record import collect_record
from careteam.storage.writes.settings import name_site
from ui.desk import Desk, Done
from ui.paper import Paper
from ui.summary.choices import Chosen
from ui.summary.latest import Latest

FHIR_FILTER = "FHIR (*.json)"
DOCUMENT, RECORD = "fhir_summary", "fhir_record"
"""What leaves, as the audit trail calls it."""


@dataclass(frozen=True, slots=True)
class _Made:
    kind: str
    name: str
    data: bytes
    patient_id: int


class FhirMenu(QMenu):
    """The two ways out as FHIR; `document_asked` and `record_asked` tell which was chosen."""

    document_asked = Signal()
    record_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.document = self.addAction(self.tr("Save as FHIR document…"), self.document_asked.emit)
        self.record = self.addAction(
            self.tr("Save the whole record as FHIR…"), self.record_asked.emit
        )


class FhirOutgoing(QObject):
    """Collects a record, has the file made, asks for a place, and says on the strip how it went.

    One thing leaves at a time; `turned` tells that `is_busy` did.
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

    def save_document(self, patient_id: int, chosen: Chosen) -> None:
        """Save the summary with the chosen sections and contacts as a FHIR document."""
        since = chosen.since(self._desk.moment.today)
        self._begin(
            patient_id,
            DOCUMENT,
            lambda record, rules: _document(record, rules, chosen, since),
        )

    def save_record(self, patient_id: int) -> None:
        """Save all that is kept of the patient as a FHIR collection."""
        self._begin(patient_id, RECORD, _record)

    def _begin(
        self, patient_id: int, kind: str, make: Callable[[WholeRecord, Rules], bytes]
    ) -> None:
        desk = self._desk
        desk.keep(name_site)
        try:
            record = desk.read(collect_record, patient_id, moment=desk.moment)
        except CareteamError as error:
            desk.failed.emit(error.sentence)
            return
        rules = desk.rules
        self._work.ask(lambda: _named(kind, make(record, rules), record, patient_id))
        self.turned.emit()

    def _on_answered(self, answer: object) -> None:
        self.turned.emit()
        if not isinstance(answer, _Made):
            return
        title = _title(answer.kind)
        target = self._paper.choose_target(self._window, title, answer.name, FHIR_FILTER)
        if target is None:
            return
        from careteam.exports.file_names import write_atomically

        try:
            write_atomically(target, answer.data)
        except CareteamError as error:
            self._desk.failed.emit(error.sentence)
            return
        self._desk.note(Event.EXPORTED, answer.kind, patient_id=answer.patient_id)
        self._desk.done.emit(Done(_saved(answer.kind).format(name=target.name)))

    def _on_failed(self, error: Exception) -> None:
        self.turned.emit()
        if not isinstance(error, CareteamError):
            raise error
        self._desk.failed.emit(error.sentence)


def _document(record: WholeRecord, rules: Rules, chosen: Chosen, since: date) -> bytes:
    from careteam.exports.fhir.document import summary_document
    from careteam.exports.fhir.writing import as_bytes

    return as_bytes(summary_document(record, rules, sections=chosen.sections, since=since))


def _record(record: WholeRecord, rules: Rules) -> bytes:
    from careteam.exports.fhir.record import record_bundle
    from careteam.exports.fhir.writing import as_bytes

    return as_bytes(record_bundle(record, rules))


def _named(kind: str, data: bytes, record: WholeRecord, patient_id: int) -> _Made:
    from careteam.exports.fhir.writing import file_name

    what = "care-summary" if kind == DOCUMENT else "record"
    name = file_name(what, data, record.made_at, record.site.zone)
    return _Made(kind, name, data, patient_id)


def _title(kind: str) -> str:
    if kind == DOCUMENT:
        return QCoreApplication.translate("FhirOutgoing", "Save the summary as a FHIR document")
    return QCoreApplication.translate("FhirOutgoing", "Save the whole record as FHIR")


def _saved(kind: str) -> str:
    if kind == DOCUMENT:
        return QCoreApplication.translate("FhirOutgoing", "Summary saved as FHIR in {name}.")
    return QCoreApplication.translate("FhirOutgoing", "Whole record saved as FHIR in {name}.")

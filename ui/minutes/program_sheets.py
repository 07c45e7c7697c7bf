"""The sheets that record what must be on file for a program: enrollment, consent, first visit."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from careteam.domain.changes import Changes
from careteam.domain.navigation_time import VISIT_KIND, ConsentWay
from careteam.domain.time_drafts import ConsentDraft, EnrolDraft, LeaveDraft, VisitDraft
from careteam.storage.reads.composer import team_members
from careteam.storage.reads.patient_time import EnrolmentRow
from careteam.storage.writes.enrolments import (
    come_back,
    enrol,
    leave_program,
    take_back_enrolment,
)
from careteam.storage.writes.time_evidence import (
    record_consent,
    record_visit,
    take_back_consent,
    take_back_visit,
)
from ui.desk import MADE, Desk, Undo
from ui.form_sheet import FormSheet, day_field, day_of
from ui.look.choices import Choice, SearchChoice
from ui.look.fields import Field, LineEdit
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.segmented import SegmentedControl
from ui.look.theme import Theme
from ui.patients.options import term_options


class _ProgramSheet(FormSheet):
    """What the sheets share: the patient, the program, and a day."""

    def __init__(
        self, theme: Theme, desk: Desk, host: QWidget, patient_id: int, words: tuple[str, str]
    ) -> None:
        super().__init__(theme, words[0], host, words[1], self._save_it)
        self._theme, self._desk, self._patient_id = theme, desk, patient_id
        self._on = day_field(theme, desk.moment.today)
        self._on.set_value(desk.moment.today)

    def _program_choice(self, program: str) -> Choice:
        offered = self._desk.rules.time.offered(self._desk.moment.today)
        options = [Option(one.key, one.key, one.label) for one in offered]
        return Choice(self._theme, options, program)

    def _people(self, chosen: int | None) -> SearchChoice:
        rows = self._desk.read(team_members, today=self._desk.moment.today)
        options = [Option(str(row.id), row.name) for row in rows]
        choice = SearchChoice(self._theme, options, placeholder=self.tr("Type a name"))
        choice.set_value(str(chosen) if chosen else "")
        return choice

    def _save_it(self) -> Changes | None:
        raise NotImplementedError


class EnrolSheet(_ProgramSheet):
    """A program begins for a patient, or goes on with somebody else who bills or supervises."""

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        host: QWidget,
        patient_id: int,
        row: EnrolmentRow | None = None,
    ) -> None:
        words = (
            QCoreApplication.translate("EnrolSheet", "Enroll in a program"),
            QCoreApplication.translate("EnrolSheet", "Enroll"),
        )
        if row is not None:
            words = (
                QCoreApplication.translate("EnrolSheet", "Who bills and supervises from now on"),
                QCoreApplication.translate("EnrolSheet", "Save"),
            )
        super().__init__(theme, desk, host, patient_id, words)
        self._row = row
        self._program = self._program_choice(row.program if row else "")
        self._billing = self._people(row.billing_id if row else None)
        self._supervising = self._people(row.supervising_id if row else None)
        if row is None:
            self.add_field("program", Field(theme, self.tr("Program"), self._program))
        self.add_field("starts_on", Field(theme, self.tr("From"), self._on))
        self.add_field("billing_id", Field(theme, self.tr("Who bills"), self._billing))
        self.add_field("supervising_id", Field(theme, self.tr("Who supervises"), self._supervising))
        if row is not None:
            words = self.tr("What stood before ends on that day and stays on record.")
            self.body.addWidget(Label(words, "sub", wrap=True))
        self.finish()

    def _save_it(self) -> Changes | None:
        day = day_of(self._on, "starts_on")
        assert day is not None  # noqa: S101 - day_of refuses a missing day
        program = self._row.program if self._row else self._program.value()
        draft = EnrolDraft(
            self._patient_id, program, day, _id_of(self._billing), _id_of(self._supervising)
        )
        return self._desk.do(enrol, draft, undo=Undo(take_back_enrolment, (MADE,)))


class LeaveSheet(_ProgramSheet):
    """A patient leaves a program."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, row: EnrolmentRow) -> None:
        title = QCoreApplication.translate("LeaveSheet", "End {program}").format(program=row.label)
        words = (title, QCoreApplication.translate("LeaveSheet", "End it"))
        super().__init__(theme, desk, host, 0, words)
        self._row, self._reason = row, LineEdit(theme)
        self.add_field("ends_on", Field(theme, self.tr("First day without it"), self._on))
        self.add_field("reason", Field(theme, self.tr("Why"), self._reason))
        self.finish()

    def _save_it(self) -> Changes | None:
        day = day_of(self._on, "ends_on")
        assert day is not None  # noqa: S101 - day_of refuses a missing day
        draft = LeaveDraft(self._row.id, day, self._reason.text_value())
        return self._desk.do(leave_program, draft, undo=Undo(come_back, (self._row.id,)))


class ConsentSheet(_ProgramSheet):
    """A consent to a program: how it was given, on which day, and by whom."""

    def __init__(
        self, theme: Theme, desk: Desk, host: QWidget, patient_id: int, program: str = ""
    ) -> None:
        words = (
            QCoreApplication.translate("ConsentSheet", "Record a consent"),
            QCoreApplication.translate("ConsentSheet", "Keep the consent"),
        )
        super().__init__(theme, desk, host, patient_id, words)
        self._program = self._program_choice(program)
        options = (
            Option(ConsentWay.VERBAL, self.tr("Verbal")),
            Option(ConsentWay.WRITTEN, self.tr("Written")),
        )
        self._way = SegmentedControl(theme, self.tr("How"), options, ConsentWay.VERBAL)
        self._given_by = LineEdit(theme, self.tr("The patient, if nobody else is named"))
        self.add_field("way", Field(theme, self.tr("How"), self._way))
        self.add_field("on", Field(theme, self.tr("On"), self._on))
        self.add_field("given_by", Field(theme, self.tr("Who gave it"), self._given_by))
        self.add_field("program", Field(theme, self.tr("Program"), self._program))
        told = self.tr("Was the patient told about the share of the cost they may have to pay?")
        self.body.addWidget(Label(told, "sub", wrap=True))
        self.finish()

    def _save_it(self) -> Changes | None:
        day = day_of(self._on, "on")
        assert day is not None  # noqa: S101 - day_of refuses a missing day
        draft = ConsentDraft(
            self._patient_id,
            self._program.value(),
            day,
            ConsentWay(self._way.value() or ConsentWay.VERBAL),
            self._given_by.text_value(),
        )
        return self._desk.do(record_consent, draft, undo=Undo(take_back_consent, (MADE,)))


class VisitSheet(_ProgramSheet):
    """The visit that begins a program: its day, its kind, and with whom."""

    def __init__(
        self, theme: Theme, desk: Desk, host: QWidget, patient_id: int, program: str = ""
    ) -> None:
        words = (
            QCoreApplication.translate("VisitSheet", "Record the initiating visit"),
            QCoreApplication.translate("VisitSheet", "Keep the visit"),
        )
        super().__init__(theme, desk, host, patient_id, words)
        self._program = self._program_choice(program)
        kinds = term_options(desk.rules.catalogue, VISIT_KIND)
        self._kind = Choice(theme, kinds, empty=self.tr("Choose"))
        self._practitioner = self._people(None)
        self.add_field("kind", Field(theme, self.tr("Kind of visit"), self._kind))
        self.add_field("on", Field(theme, self.tr("On"), self._on))
        self.add_field("practitioner_id", Field(theme, self.tr("With whom"), self._practitioner))
        self.add_field("program", Field(theme, self.tr("Program"), self._program))
        self.finish()

    def _save_it(self) -> Changes | None:
        day = day_of(self._on, "on")
        assert day is not None  # noqa: S101 - day_of refuses a missing day
        draft = VisitDraft(
            self._patient_id,
            self._program.value(),
            day,
            self._kind.value(),
            _id_of(self._practitioner),
        )
        return self._desk.do(record_visit, draft, undo=Undo(take_back_visit, (MADE,)))


def _id_of(choice: SearchChoice) -> int | None:
    """The directory id that was chosen, or nobody."""
    chosen = choice.value()
    return int(chosen) if chosen.isdecimal() else None

"""The sheet in which work that was no contact is logged, or an entry put right."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from careteam.domain.changes import Changes
from careteam.domain.contacts import WAS_LONG_AGO
from careteam.domain.dates import moment_shown
from careteam.domain.errors import Refused
from careteam.domain.navigation_time import ACTIVITY, WORK
from careteam.domain.numbers import whole_number
from careteam.domain.time_drafts import TimeDraft
from careteam.storage.reads.patient_time import EntryRow, offered_programs
from careteam.storage.writes.time_entries import amend_time, log_time, take_back_time
from ui.contacts.quick_minutes import QuickMinutes
from ui.contacts.when_field import WhenField
from ui.desk import MADE, Desk, Undo
from ui.form_sheet import FormSheet
from ui.look.choices import Choice
from ui.look.fields import Field, LineEdit, TextEdit
from ui.look.options import Option
from ui.look.theme import Theme
from ui.patients.options import term_options

NOTE_LINES = 3


class WorkSheet(FormSheet):
    """What, what for, minutes, note and when; with a `row` it amends that entry.

    The program is the first that the patient is in; without any, one of the clinic's is chosen.
    """

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        host: QWidget,
        patient_id: int,
        row: EntryRow | None = None,
    ) -> None:
        title = (
            QCoreApplication.translate("WorkSheet", "Amend work")
            if row
            else QCoreApplication.translate("WorkSheet", "Log work")
        )
        save = (
            QCoreApplication.translate("WorkSheet", "Save amendment")
            if row
            else QCoreApplication.translate("WorkSheet", "Log the time")
        )
        super().__init__(theme, title, host, save, self._save_it)
        self._desk, self._patient_id, self._row = desk, patient_id, row
        self._meant = ""
        catalogue, moment = desk.rules.catalogue, desk.moment
        choose = self.tr("Choose")
        works = term_options(catalogue, WORK, row.work if row else "")
        activities = term_options(catalogue, ACTIVITY, row.activity if row else "")
        self._work = Choice(theme, works, empty=choose)
        self._activity = Choice(theme, activities, empty=choose)
        self._minutes = LineEdit(theme)
        self._quick = QuickMinutes(theme, catalogue.quick_minutes)
        self._note = TextEdit(theme, lines=NOTE_LINES)
        self._when = WhenField(theme, moment)
        self._program = Choice(theme, self._programs())
        self._reason = LineEdit(theme)
        self._fill()
        self.add_field("work", Field(theme, self.tr("What"), self._work))
        self.add_field("activity", Field(theme, self.tr("What it was for"), self._activity))
        self.add_field("minutes", Field(theme, self.tr("Minutes"), self._minutes))
        self.body.addWidget(self._quick)
        self.add_field("note", Field(theme, self.tr("Note"), self._note))
        self.add_field("at", Field(theme, self.tr("When"), self._when))
        self.add_field("program", Field(theme, self.tr("Program"), self._program))
        if row is not None:
            self.add_field("reason", Field(theme, self.tr("Why it is amended"), self._reason))
        self.finish()
        self._quick.chosen.connect(self._on_quick)

    def _programs(self) -> tuple[Option, ...]:
        desk = self._desk
        today, rules = desk.moment.today, desk.rules
        known = desk.read(offered_programs, self._patient_id, today=today, rules=rules)
        offered = [Option(one.key, one.key, one.label) for one in known]
        offered = offered or [
            Option(one.key, one.key, one.label) for one in rules.time.offered(today)
        ]
        kept = self._row.program if self._row else ""
        if kept and kept not in {option.key for option in offered}:
            offered.append(Option(kept, kept))
        return tuple(offered)

    def _fill(self) -> None:
        row = self._row
        if row is None:
            return
        self._work.set_value(row.work)
        self._activity.set_value(row.activity)
        self._minutes.setText(str(row.minutes))
        self._note.setPlainText(row.note)
        self._meant = moment_shown(self._desk.moment.local(row.at))
        self._when.set_typed(self._meant)
        self._program.set_value(row.program)

    def _on_quick(self, minutes: int) -> None:
        self._minutes.setText(str(minutes))
        self._minutes.edited.emit()

    def _save_it(self) -> Changes | None:
        draft, row = self._draft(), self._row
        try:
            if row is None:
                return self._desk.do(log_time, draft, undo=Undo(take_back_time, (MADE,)))
            return self._desk.do(amend_time, row.id, draft, self._reason.text_value())
        except Refused as refused:
            if any(problem.text == WAS_LONG_AGO for problem in refused.problems):
                self._meant = self._when.typed()
            raise

    def _draft(self) -> TimeDraft:
        try:
            minutes = whole_number(self._minutes.text_value())
        except ValueError as error:
            raise Refused.at("minutes", self.tr("Write the minutes as a whole number.")) from error
        row, typed = self._row, self._when.typed()
        at = self._when.at()
        if at is None:
            raise Refused.at("at", self.tr("This is not a time; write it as 22-Nov-2026 09:41."))
        if row is not None and typed == moment_shown(self._desk.moment.local(row.at)):
            at = row.at
        return TimeDraft(
            patient_id=self._patient_id,
            program=self._program.value(),
            work=self._work.value(),
            activity=self._activity.value(),
            minutes=minutes,
            at=at,
            note=self._note.text_value(),
            version=row.version if row else None,
            may_be_long_ago=bool(typed) and typed == self._meant,
        )

"""The sheets of screening: a score is recorded, and earlier ones are shown and taken back."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from careteam.domain.changes import Changes, Part
from careteam.domain.clinical_rules import Instrument
from careteam.domain.dates import day_shown
from careteam.domain.errors import Refused
from careteam.domain.numbers import whole_number
from careteam.domain.screenings import ScreeningDraft, score_shown
from careteam.storage.reads.screenings import ScoreRow, instruments_offered, screening_rows
from careteam.storage.writes.screenings import (
    record_score,
    restore_score,
    retract_score,
    take_back_score,
)
from ui.desk import MADE, Desk, Undo
from ui.form_sheet import FormSheet, day_field, day_of
from ui.look.buttons import Button
from ui.look.choices import Choice
from ui.look.columns import Column, Press, Words
from ui.look.fields import Field, LineEdit
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.reason_sheet import ReasonSheet
from ui.look.sheet import Sheet
from ui.look.tables import Table
from ui.look.theme import Theme
from ui.needs.screening_rows import cutoff_words


class ScoreSheet(FormSheet):
    """A score of an instrument that is meant for the patient's age; name, score and day only."""

    def __init__(
        self, theme: Theme, desk: Desk, host: QWidget, patient_id: int, instrument: str = ""
    ) -> None:
        title = QCoreApplication.translate("ScoreSheet", "Record a score")
        save = QCoreApplication.translate("ScoreSheet", "Keep the score")
        super().__init__(theme, title, host, save, self._record)
        self._desk, self._patient_id = desk, patient_id
        today = desk.moment.today
        offered = desk.read(instruments_offered, patient_id, on=today, rules=desk.rules)
        self._offered = {one.key: one for one in offered}
        options = [Option(one.key, one.label) for one in offered]
        self._instrument = Choice(theme, options, instrument)
        self._score = LineEdit(theme)
        self._on = day_field(theme, today)
        self._on.set_value(today)
        self._hint = Label("", "sub", wrap=True)
        instrument_field = Field(theme, self.tr("Instrument"), self._instrument)
        score_field = Field(theme, self.tr("Score"), self._score)
        for name, field in self._in_order(instrument, instrument_field, score_field):
            self.add_field(name, field)
        self.body.addWidget(self._hint)
        self.add_field("on", Field(theme, self.tr("On"), self._on))
        self.finish()
        self._instrument.chosen.connect(lambda _key: self._show_hint())
        self._show_hint()

    @staticmethod
    def _in_order(known: str, instrument: Field, score: Field) -> tuple[tuple[str, Field], ...]:
        """The score first where the instrument is chosen already: the keyboard starts there."""
        fields = (("instrument", instrument), ("score", score))
        return fields[::-1] if known else fields

    def _show_hint(self) -> None:
        instrument = self._offered.get(self._instrument.value())
        self._hint.setText(hint_words(instrument) if instrument else "")

    def _record(self) -> Changes | None:
        try:
            score = whole_number(self._score.text_value())
        except ValueError as error:
            raise Refused.at("score", self.tr("Write a whole number.")) from error
        day = day_of(self._on, "on")
        assert day is not None  # noqa: S101 - day_of refuses a missing day
        draft = ScreeningDraft(self._patient_id, self._instrument.value(), score, day)
        return self._desk.do(record_score, draft, undo=Undo(take_back_score, (MADE,)))


class ScoresSheet(Sheet):
    """Every score of one instrument, the latest first; a wrong one is taken back with a reason."""

    def __init__(
        self, theme: Theme, desk: Desk, host: QWidget, patient_id: int, instrument: Instrument
    ) -> None:
        text = QCoreApplication.translate("ScoresSheet", "{instrument}: scores so far")
        super().__init__(theme, text.format(instrument=instrument.label), host)
        self._theme, self._desk, self._host = theme, desk, host
        self._patient_id, self._instrument = patient_id, instrument
        self.table: Table[ScoreRow] = Table(
            theme,
            self.tr("Scores"),
            (
                Column("on", self.tr("Day"), lambda row: day_shown(row.on)),
                Column("score", self.tr("Score"), self._score_cell, 120),
                Column("back", "", lambda _row: Press(self.tr("Take back…")), 112, shrinks=False),
            ),
            key=lambda row: row.id,
        )
        self.body.addWidget(self.table)
        self.body.addWidget(Label(hint_words(instrument), "sub", wrap=True))
        self.body.addStretch(1)
        close = Button(theme, self.tr("Close"), hint="Esc")
        close.clicked.connect(self.close_now)
        self.add_button(close)
        self.table.cell_pressed.connect(lambda press: self.take_back(press.row))
        self.table.row_activated.connect(self.take_back)
        desk.changed.connect(self._on_changed)
        self._read()

    def take_back(self, row: ScoreRow) -> None:
        """Ask why a score is taken back."""
        text = self.tr("{instrument} {score}, {day}. It stays readable and counts for nothing.")
        said = text.format(
            instrument=self._instrument.label,
            score=score_shown(self._instrument, row.score),
            day=day_shown(row.on),
        )
        title, confirm = self.tr("Take back a score"), self.tr("Take back")
        sheet = ReasonSheet(self._theme, title, said, confirm, self._host)
        sheet.confirmed.connect(lambda reason: self._retract(sheet, row.id, reason))
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def _retract(self, sheet: ReasonSheet, screening_id: int, reason: str) -> None:
        undo = Undo(restore_score, (screening_id,))
        try:
            changes = self._desk.do(retract_score, screening_id, reason, undo=undo)
        except Refused as refused:
            sheet.show_problem(refused.sentence)
            return
        if changes is not None:
            sheet.close_now()

    def _score_cell(self, row: ScoreRow) -> Words:
        return Words(score_shown(self._instrument, row.score), strong=True)

    def _read(self) -> None:
        desk = self._desk
        found = desk.read(
            screening_rows, self._patient_id, today=desk.moment.today, rules=desk.rules
        )
        key = self._instrument.key
        rows = [row for row in found.instruments if row.instrument.key == key]
        self.table.show_rows(rows[0].scores[::-1] if rows else ())

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Part.NEED, self._patient_id):
            self._read()


def hint_words(instrument: Instrument) -> str:
    """What a score may be, where the cut-off lies, and who says so."""
    text = QCoreApplication.translate("ScoreSheet", "A whole number from {lowest} to {highest}")
    parts = [text.format(lowest=instrument.lowest, highest=instrument.highest)]
    if instrument.cutoff is not None:
        parts.append(cutoff_words(instrument))
    parts.append(instrument.source)
    return " · ".join(part for part in parts if part)

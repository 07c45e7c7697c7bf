"""The programs under which navigation time counts: codes, minutes, and from which day."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from careteam.domain.changes import Changes
from careteam.domain.dates import day_shown
from careteam.domain.navigation_time import COUNTS_TRIES, Program
from careteam.domain.program_drafts import MOST_MINUTES, MOST_UNITS, ProgramDraft
from careteam.storage.writes.programs import change_program, switch_program, take_back_program
from careteam.storage.writes.settings import set_setting
from ui.desk import Desk, Undo
from ui.form_sheet import FormSheet, day_field, day_of
from ui.look.check_box import CheckBox
from ui.look.columns import Cell, CellPress, Column, Tick, Words
from ui.look.fields import Field, LineEdit
from ui.look.labels import Label
from ui.look.tables import Table
from ui.look.theme import Theme
from ui.look.tokens import Tone
from ui.settings.number_edit import NumberEdit
from ui.settings.section import Section


class ProgramsSection(Section):
    """Every program with the rules of each time; Return gives the newest other ones."""

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(
            theme,
            desk,
            QCoreApplication.translate("ProgramsSection", "Programs"),
            QCoreApplication.translate(
                "ProgramsSection",
                "Under which navigation time counts. Careteam counts minutes; it submits no claim "
                "and gives no advice on billing.",
            ),
        )
        self.tries = CheckBox(theme, self.tr("Tries that reach nobody count as well"))
        self.table: Table[Program] = Table(
            theme,
            self.tr("Programs"),
            (
                Column("name", self.tr("Program"), _name),
                Column("units", self.tr("Units"), self._units, 230),
                Column("valid", self.tr("Stands"), self._valid, 150),
                Column("on", self.tr("Offered"), self._offered, 84, shrinks=False),
            ),
            key=lambda one: (one.key, one.valid_from),
            has_two_lines=True,
        )
        self._unconfirmed = Label("", "body", Tone.WARN, wrap=True)
        self.column.addWidget(self.table)
        self.column.addWidget(self._unconfirmed)
        self.column.addWidget(self.tries)
        hint = self.tr("Return on a program gives it other rules from a day on.")
        self.column.addWidget(Label(hint, "sub", wrap=True))
        self.column.addStretch(1)
        self.table.row_activated.connect(self.change)
        self.table.cell_pressed.connect(self._on_pressed)
        self.tries.edited.connect(self._on_tries)

    @override
    def read_again(self) -> None:
        time = self.desk.rules.time
        self.table.show_rows(time.programs)
        self.tries.setChecked(time.counts_tries)
        doubted = dict.fromkeys(one.key for one in time.programs if one.is_unconfirmed)
        words = self.tr(
            "To be confirmed by the clinic: {programs}. No source confirms from which day these "
            "rules stand or all that they ask for; what is not confirmed is named below each. Have "
            "whoever advises the clinic confirm them, then press Return and write the source."
        )
        self._unconfirmed.setText(words.format(programs=", ".join(doubted)))
        self._unconfirmed.setVisible(bool(doubted))

    def change(self, program: Program) -> None:
        """Ask for other rules of a program."""
        self.open_sheet(ProgramSheet(self.theme, self.desk, self.window(), program))

    def _units(self, one: Program) -> Words:
        if not one.first_minutes:
            return Words(self.tr("no units of minutes"), one.first_code)
        first = self.tr("{code}: {minutes} min").format(
            code=one.first_code, minutes=one.first_minutes
        )
        more = self.tr("{code}: each {minutes} more").format(
            code=one.more_code, minutes=one.more_minutes
        )
        cap = self.tr("at most {count}").format(count=one.most_more)
        return Words(first, more if one.most_more is None else f"{more}, {cap}")

    def _valid(self, one: Program) -> Words:
        since = self.tr("from {day}").format(day=day_shown(one.valid_from))
        until = self.tr("to {day}").format(day=day_shown(one.valid_to)) if one.valid_to else ""
        if one.is_unconfirmed:
            return Words(since, until or self.tr("to be confirmed"), tone=Tone.WARN)
        return Words(since, until)

    def _offered(self, one: Program) -> Cell:
        return Tick(one.is_active, self.tr("{program} is offered").format(program=one.key))

    def _on_pressed(self, press: CellPress) -> None:
        one = press.row
        if isinstance(one, Program):
            back = Undo(switch_program, (one.key, one.is_active))
            self.act(switch_program, one.key, not one.is_active, undo=back)

    def _on_tries(self) -> None:
        is_on = self.tries.isChecked()
        back = Undo(set_setting, (COUNTS_TRIES, "" if is_on else "1"))
        self.act(set_setting, COUNTS_TRIES, "1" if is_on else "", undo=back)


class ProgramSheet(FormSheet):
    """Other codes and minutes of a program from a day on."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, program: Program) -> None:
        title = QCoreApplication.translate("ProgramSheet", "Other rules of {program}")
        save = QCoreApplication.translate("ProgramSheet", "Save")
        super().__init__(theme, title.format(program=program.key), host, save, self._save_it)
        self._desk, self._program = desk, program
        minutes, units = self.tr("minutes"), self.tr("units")
        self._from = day_field(theme, desk.moment.today)
        self._first_code, self._more_code = LineEdit(theme), LineEdit(theme)
        self._source = LineEdit(theme)
        self._first = NumberEdit(theme, MOST_MINUTES, program.first_minutes, minutes)
        self._more = NumberEdit(theme, MOST_MINUTES, program.more_minutes, minutes)
        self._most = NumberEdit(theme, MOST_UNITS, program.most_more, units)
        self._first_code.setText(program.first_code)
        self._more_code.setText(program.more_code)
        for name, words, control in (
            ("valid_from", self.tr("From"), self._from),
            ("first_code", self.tr("Code of the first unit"), self._first_code),
            ("first_minutes", self.tr("Minutes of the first unit"), self._first),
            ("more_code", self.tr("Code of a further unit"), self._more_code),
            ("more_minutes", self.tr("Minutes of a further unit"), self._more),
            ("most_more", self.tr("Further units at most (empty: any)"), self._most),
            ("source", self.tr("Where the rules come from"), self._source),
        ):
            self.add_field(name, Field(theme, words, control))
        self.finish()

    def _save_it(self) -> Changes | None:
        day = day_of(self._from, "valid_from")
        assert day is not None  # noqa: S101 - day_of refuses a missing day
        draft = ProgramDraft(
            self._program.key,
            day,
            self._first_code.text_value(),
            self._first.value() or 0,
            self._more_code.text_value(),
            self._more.value() or 0,
            self._most.value(),
            self._source.text_value(),
        )
        back = Undo(take_back_program, (draft.key, day))
        return self._desk.do(change_program, draft, undo=back)


def _name(one: Program) -> Words:
    return Words(f"{one.key} · {one.label}", one.source, quiet=not one.is_active)

"""The sheets about a red flag: the clinic's line first, then what was noticed and who was told.

Nothing here says what to do: the line is the clinic's own, and who was told decides.
"""

from datetime import datetime
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from careteam.domain.changes import Changes
from careteam.domain.errors import Refused
from careteam.domain.escalations import FEVER, RedFlagDraft, ToldDraft
from careteam.domain.rules import Rules
from careteam.storage.reads.needs import EscalationRow
from careteam.storage.writes.escalations import (
    record_red_flag,
    record_told_red_flag,
    take_back_red_flag,
    tell_escalation,
    untell_escalation,
)
from ui.contacts.when_field import WhenField
from ui.desk import MADE, Desk, Undo
from ui.form_sheet import FormSheet
from ui.look.cards import WarningCard
from ui.look.check_box import CheckBox
from ui.look.choices import Choice
from ui.look.fields import Field, LineEdit, TextEdit
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.theme import Theme
from ui.team.sheets import term_options


class RedFlagSheet(FormSheet):
    """A red flag as it was noticed; who was told may be entered with it or afterwards."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, patient_id: int) -> None:
        title = QCoreApplication.translate("RedFlagSheet", "Red flag")
        save = QCoreApplication.translate("RedFlagSheet", "Keep the red flag")
        super().__init__(theme, title, host, save, self._record)
        self._desk, self._patient_id = desk, patient_id
        self.body.addWidget(line_card(desk.rules.clinical.escalation_line))
        options = term_options(desk.rules, "red_flag")
        self._flag = Choice(theme, options, empty=self.tr("Choose what was noticed"))
        self._temp = LineEdit(theme, self.tr("in °C: 38.4"))
        self._hour = CheckBox(theme, self.tr("It has stayed so for an hour"))
        self._at = WhenField(theme, desk.moment)
        self._note = TextEdit(theme, lines=2)
        self._temp_field = Field(theme, self.tr("Temperature"), self._temp)
        self.add_field("flag", Field(theme, self.tr("What was noticed"), self._flag))
        self.add_field("temp_c", self._temp_field)
        self.body.addWidget(self._hour)
        self.add_field("at", Field(theme, self.tr("When"), self._at))
        self.add_field("note", Field(theme, self.tr("Note"), self._note))
        self.told = ToldFields(theme, desk)
        self.told.add_to(self)
        self.finish()
        self.watch(self._hour.edited)
        self._flag.chosen.connect(lambda _key: self._show_temperature())
        self._show_temperature()

    def _show_temperature(self) -> None:
        is_fever = self._flag.value() == FEVER
        self._temp_field.setVisible(is_fever)
        self._hour.setVisible(is_fever)

    def _record(self) -> Changes | None:
        draft = RedFlagDraft(
            self._patient_id,
            self._flag.value(),
            time_of(self._at, "at"),
            self._temperature(),
            self._hour.isChecked(),
            self._note.text_value(),
        )
        undo = Undo(take_back_red_flag, (MADE,))
        if not self.told.is_filled:
            return self._desk.do(record_red_flag, draft, undo=undo)
        return self._desk.do(record_told_red_flag, draft, self.told.draft(0), undo=undo)

    def _temperature(self) -> Decimal | None:
        typed = self._temp.text_value().replace(",", ".").removesuffix("°C").strip()
        if not typed or self._flag.value() != FEVER:
            return None
        try:
            return Decimal(typed)
        except InvalidOperation as error:
            sentence = self.tr("Write the temperature in °C, such as 38.4.")
            raise Refused.at("temp_c", sentence) from error


class ToldSheet(FormSheet):
    """Who was told of a red flag that waits for it."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, row: EscalationRow) -> None:
        text = QCoreApplication.translate("ToldSheet", "{flag}: who was told")
        save = QCoreApplication.translate("ToldSheet", "Keep who was told")
        super().__init__(theme, text.format(flag=row.what), host, save, self._tell)
        self._desk, self._row = desk, row
        self.body.addWidget(line_card(desk.rules.clinical.escalation_line))
        self.told = ToldFields(theme, desk)
        self.told.add_to(self)
        self.finish()

    def _tell(self) -> Changes | None:
        draft = self.told.draft(self._row.id)
        return self._desk.do(tell_escalation, draft, undo=Undo(untell_escalation, (self._row.id,)))


class ToldFields:
    """The fields that say who was told, how, when, and what they said to do."""

    def __init__(self, theme: Theme, desk: Desk) -> None:
        self._who = LineEdit(theme, QCoreApplication.translate("ToldSheet", "name or team"))
        self._how = Choice(theme, mode_options(desk.rules), "phone")
        self._when = WhenField(theme, desk.moment)
        self._advice = TextEdit(theme, lines=2)
        self._fields = (
            (
                "who",
                Field(theme, QCoreApplication.translate("ToldSheet", "Who was told"), self._who),
            ),
            ("how", Field(theme, QCoreApplication.translate("ToldSheet", "How"), self._how)),
            (
                "told_at",
                Field(theme, QCoreApplication.translate("ToldSheet", "Told at"), self._when),
            ),
            (
                "advice",
                Field(
                    theme, QCoreApplication.translate("ToldSheet", "What they said"), self._advice
                ),
            ),
        )

    def add_to(self, sheet: FormSheet) -> None:
        """Put the fields at the end of a sheet."""
        for name, field in self._fields:
            sheet.add_field(name, field)

    @property
    def is_filled(self) -> bool:
        """Whether somebody was told."""
        return bool(self._who.text_value() or self._advice.text_value())

    def draft(self, escalation_id: int) -> ToldDraft:
        """What was entered, about a red flag."""
        return ToldDraft(
            escalation_id,
            self._who.text_value(),
            self._how.value(),
            time_of(self._when, "told_at"),
            self._advice.text_value(),
        )


def line_card(line: str) -> QWidget:
    """The clinic's escalation line, large; or that there is none, and where it is set."""
    card = WarningCard()
    heading = QCoreApplication.translate("RedFlagSheet", "The clinic's escalation line")
    card.column.addWidget(Label(heading, "label"))
    if line:
        card.column.addWidget(Label(line, "h1", wrap=True))
    else:
        none = QCoreApplication.translate(
            "RedFlagSheet", "The clinic has set no line yet. It is set in Settings (Ctrl+,)."
        )
        card.column.addWidget(Label(none, "strong", wrap=True))
    return card


def mode_options(rules: Rules) -> tuple[Option, ...]:
    """The ways in which somebody can be told."""
    return tuple(Option(mode.key, mode.label) for mode in rules.catalogue.modes.values())


def time_of(field: WhenField, name: str) -> datetime:
    """The moment that was typed (aware); Refused at `name` when it cannot be read."""
    at = field.at()
    if at is None:
        sentence = QCoreApplication.translate("RedFlagSheet", "Write it as 22-Nov-2026 09:41.")
        raise Refused.at(name, sentence)
    return at

"""The sheet of a trial of the register: its number is checked, and what is there twice is shown."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from careteam.domain.changes import Changes
from careteam.domain.errors import Refused
from careteam.domain.trials import TrialDraft, TrialKind, TrialState
from careteam.storage.reads.trials import TrialRow, similar_trials
from careteam.storage.writes.trials import add_trial, save_trial
from ui.desk import Desk, Undo
from ui.form_sheet import FormSheet, day_field, day_of
from ui.look.choices import Choice
from ui.look.fields import Field, LineEdit
from ui.look.labels import Label
from ui.look.theme import Theme
from ui.look.tokens import Tone
from ui.trials.words import kind_options, state_options


class TrialSheet(FormSheet):
    """Number, title, kind, phase, site, contact, state and days of a trial."""

    def __init__(
        self, theme: Theme, desk: Desk, host: QWidget, row: TrialRow | None = None
    ) -> None:
        title = QCoreApplication.translate("TrialSheet", "Add a trial")
        if row is not None:
            title = QCoreApplication.translate("TrialSheet", "Change the trial")
        save = QCoreApplication.translate("TrialSheet", "Save")
        super().__init__(theme, title, host, save, self._write)
        self._desk, self._row = desk, row
        self._nct = LineEdit(theme, "NCT01234567")
        self._title = LineEdit(theme)
        self._twin = Label("", "quiet", Tone.WARN, wrap=True)
        self._kind = Choice(theme, kind_options(), row.kind if row else "", self.tr("Choose"))
        self._phase = LineEdit(theme, self.tr("such as 2 or 1/2"))
        self._site, self._contact = LineEdit(theme), LineEdit(theme, self.tr("name and phone"))
        self._state = Choice(theme, state_options(), row.state if row else TrialState.OPEN)
        self._opens = day_field(theme, desk.moment.today)
        self._closes = day_field(theme, desk.moment.today)
        self._fill(row)
        for name, label, control in (
            ("nct", self.tr("NCT number"), self._nct),
            ("title", self.tr("Title"), self._title),
            ("kind", self.tr("What it studies"), self._kind),
            ("phase", self.tr("Phase"), self._phase),
            ("site", self.tr("Site"), self._site),
            ("contact", self.tr("Contact"), self._contact),
            ("state", self.tr("For new patients"), self._state),
            ("opens_on", self.tr("Opens"), self._opens),
            ("closes_on", self.tr("Closes"), self._closes),
        ):
            self.add_field(name, Field(theme, label, control))
            if name == "title":
                self.body.addWidget(self._twin)
        self.finish()
        for line in (self._nct, self._title):
            line.edited.connect(self._look_for_twin)
        self._look_for_twin()

    def _fill(self, row: TrialRow | None) -> None:
        if row is None:
            return
        self._nct.setText(row.nct)
        self._title.setText(row.title)
        self._phase.setText(row.phase)
        self._site.setText(row.site)
        self._contact.setText(row.contact)
        self._opens.set_value(row.opens_on)
        self._closes.set_value(row.closes_on)

    def _look_for_twin(self) -> None:
        row = self._row
        typed = self._nct.text_value(), self._title.text_value()
        found = self._desk.read(similar_trials, *typed, but=row.id if row else None)
        text = self.tr("▲ In the register already: {trials}")
        self._twin.setText(text.format(trials="; ".join(found)))
        self._twin.setVisible(bool(found))

    def _write(self) -> Changes | None:
        row = self._row
        if not self._kind.value():
            raise Refused.at("kind", "Choose what the trial studies.")
        draft = TrialDraft(
            self._title.text_value(),
            TrialKind(self._kind.value()),
            self._nct.text_value(),
            self._phase.text_value(),
            self._site.text_value(),
            self._contact.text_value(),
            TrialState(self._state.value()),
            day_of(self._opens, "opens_on", needed=False),
            day_of(self._closes, "closes_on", needed=False),
        )
        if row is None:
            return self._desk.do(add_trial, draft)
        draft = replace(draft, id=row.id, version=row.version)
        return self._desk.do(save_trial, draft, undo=Undo(save_trial, (draft_of(row),)))


def draft_of(row: TrialRow) -> TrialDraft:
    """The trial as it stands, to be brought back."""
    return TrialDraft(
        row.title,
        row.kind,
        row.nct,
        row.phase,
        row.site,
        row.contact,
        row.state,
        row.opens_on,
        row.closes_on,
        row.id,
    )

"""What the rows of the trail are narrowed to: user, patient, action and days."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from careteam.domain.audit_reports import AuditAsked
from careteam.storage.reads.actors import trail_actors
from careteam.storage.reads.disclosures import ids_of_mrns
from ui.audit.words import action_options
from ui.desk import Desk
from ui.form_sheet import day_field
from ui.look.choices import Choice, SearchChoice
from ui.look.fields import LineEdit
from ui.look.flow import FlowLayout
from ui.look.options import Option
from ui.look.theme import Theme

ALL = "all"
WIDE, NARROW = 170, 140
UNKNOWN = -1


class AuditFilters(QWidget):
    """`changed` comes when something else is asked for; an unknown MRN finds nothing."""

    changed = Signal()

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.user = SearchChoice(theme, (), placeholder=self.tr("Every user"))
        self.action = Choice(theme, (Option(ALL, self.tr("Every action")), *action_options()), ALL)
        self.mrn = LineEdit(theme, self.tr("MRN"))
        today = desk.moment.today
        self.since = day_field(theme, today, self.tr("From"))
        self.until = day_field(theme, today, self.tr("To"))
        names = (
            (self.user, self.tr("User"), WIDE),
            (self.action, self.tr("Action"), WIDE),
            (self.mrn, self.tr("MRN of the patient"), NARROW),
            (self.since, self.tr("From this day"), NARROW),
            (self.until, self.tr("To this day"), NARROW),
        )
        flow = FlowLayout(8, 8, parent=self)
        for part, name, width in names:
            part.setAccessibleName(name)
            part.setFixedWidth(theme.px(width))
            flow.addWidget(part)
        self.user.chosen.connect(lambda _key: self.changed.emit())
        self.action.chosen.connect(lambda _key: self.changed.emit())
        for line in (self.mrn, self.since, self.until):
            line.editingFinished.connect(self._on_left)
        self._asked = self.asked()

    def read_again(self) -> None:
        """Offer everybody who ever did something."""
        actors = self._desk.read(trail_actors)
        self.user.set_options(tuple(Option(str(one), name) for one, name in actors))

    def asked(self) -> AuditAsked:
        """What is asked for now."""
        user, action, mrn = self.user.value(), self.action.value(), self.mrn.text_value()
        patient = None
        if mrn:
            patient = next(iter(self._desk.read(ids_of_mrns, (mrn,))), UNKNOWN)
        return AuditAsked(
            int(user) if user else None,
            patient,
            "" if action == ALL else action,
            self.since.value(),
            self.until.value(),
        )

    def _on_left(self) -> None:
        asked = self.asked()
        if asked != self._asked:
            self._asked = asked
            self.changed.emit()

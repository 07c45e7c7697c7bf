"""The fields of a contact in reading order, shown from an entry and read back into one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careteam.domain.dates import day_shown
from careteam.domain.due import Proposal
from careteam.domain.errors import Problem
from careteam.domain.moment import Moment
from careteam.domain.navigation_time import ACTIVITY
from careteam.domain.rules import Rules
from careteam.storage.reads.composer import ComposerRow, tries_of
from careteam.storage.reads.patient_time import OfferedProgram
from careteam.storage.reads.worker import read_worker
from ui.contacts.entry import Entry
from ui.contacts.how_part import HowPart
from ui.contacts.step_part import StepPart
from ui.contacts.stop_card import StopCard, proposed
from ui.contacts.time_part import TimePart
from ui.contacts.what_part import WhatPart
from ui.contacts.who_part import WhoPart
from ui.desk import Desk
from ui.look.fields import Field, LineEdit
from ui.look.theme import Theme

GAP = 10
CALLED = "phone"


class ContactForm(QWidget):
    """`edited` tells that the nurse changed something.

    `time` is part of it, and stands where whoever shows the form puts it.
    """

    edited = Signal()

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._row: ComposerRow | None = None
        self._entry = Entry()
        catalogue, moment = desk.rules.catalogue, desk.moment
        self._lists = _lists_of(desk.rules)
        self._reason = LineEdit(theme, self.tr("What is put right"))
        self._reason_field = Field(theme, self.tr("Why it is amended"), self._reason)
        self.who = WhoPart(theme, desk)
        self.stop = StopCard(theme)
        self.how = HowPart(theme, catalogue, moment)
        self.what = WhatPart(theme, catalogue)
        self.what.note.set_known(self._known)
        self.step = StepPart(theme, catalogue, moment)
        self.time = TimePart(theme, desk.rules)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for part in (self._reason_field, self.who, self.stop, self.how, self.what, self.step):
            column.addWidget(part, 1 if part is self.what else 0)
        self._fields: dict[str, Field] = {
            "reason": self._reason_field,
            **self.who.fields,
            **self.how.fields,
            **self.what.fields,
            **self.step.fields,
        }
        self._reason.edited.connect(self._on_edited)
        for part in (self.who, self.how, self.what, self.step, self.time):
            part.edited.connect(self._on_edited)
        self.who.role_chosen.connect(self._on_role_chosen)
        self.who.with_chosen.connect(self.how.follow_with)
        self.how.mode_chosen.connect(self.who.show_mode)
        self.stop.taken.connect(self._on_proposal)

    def offer(self, row: ComposerRow) -> None:
        """Offer what the patient has; what was entered stays."""
        if row != self._row:
            self._row = row
            self.who.offer(row, self._desk.rules.catalogue)
            self.what.offer(row)
            self.step.offer(row, self._desk.moment)

    def offer_programs(self, offered: Sequence[OfferedProgram]) -> None:
        """Offer the programs under which time of the patient counts."""
        self.time.offer(offered)

    def _known(self) -> dict[str, str]:
        """What a macro has filled in: the day, the name the patient goes by, who works here."""
        desk = self._desk
        return {
            "date": day_shown(desk.moment.today),
            "patient": self._row.called if self._row else "",
            "me": desk.read(read_worker, desk.worker_id),
        }

    def is_true_to(self, rules: Rules) -> bool:
        """Whether the lists offered are still the clinic's."""
        return self._lists == _lists_of(rules)

    def show_entry(self, entry: Entry) -> None:
        """Show what a draft holds, without problems."""
        self._entry = entry
        self.how.tick(self._desk.moment)
        self._reason.setText(entry.reason)
        self._reason_field.setVisible(entry.contact_id is not None)
        for part in (self.who, self.how, self.what, self.step, self.time):
            part.show_entry(entry)
        for field in self._fields.values():
            field.clear_problem()
        self.who.show_mode(entry.mode)
        self.look_at_tries(suggests_mode=entry.is_blank)

    def entry(self) -> Entry:
        """What stands here."""
        entry = replace(self._entry, reason=self._reason.text())
        for part in (self.who, self.how, self.what, self.step, self.time):
            entry = part.fill(entry)
        return entry

    def choose_role(self, role: str, person_id: int | None) -> None:
        """Take a role, and its holder when no person is named."""
        if person_id is None and self._row is not None:
            held = [c.person_id for c in self._row.roles if c.role == role]
            person_id = held[0] if held else None
        entry = replace(self.entry(), role=role, person_id=person_id)
        self._entry = entry
        self.who.show_entry(entry)
        self.who.show_mode(entry.mode)
        self.look_at_tries(suggests_mode=True)

    def look_at_tries(self, *, suggests_mode: bool = False) -> None:
        """Propose another way when the role's tries ask for it."""
        entry = self.entry()
        if self._row is None or not entry.role or entry.contact_id is not None:
            self.stop.hide()
            return
        tries = self._desk.read(tries_of, self._row.patient_id, entry.role)
        if suggests_mode:
            self.how.suggest_mode(tries.last_mode)
        most = self._desk.rules.catalogue.max_attempts
        self.stop.show_tries(tries.attempts, most, self._row, self.entry().mode)

    def tick(self, moment: Moment) -> None:
        """Tell what time it is."""
        self.how.tick(moment)

    def timer_minutes(self) -> int:
        """The begun minutes of the timer."""
        return self.how.timer.minutes(self._desk.moment.now)

    def show_problems(self, problems: Iterable[Problem]) -> list[str]:
        """Show each sentence at its field and go to the first; gives those without a field."""
        left: list[str] = []
        shown: list[Field] = []
        for problem in problems:
            field = self._fields.get(problem.field)
            if field is None or field.isHidden():
                left.append(problem.sentence)
            else:
                field.show_problem(problem.sentence)
                shown.append(field)
        if shown:
            first = min(shown, key=list(self._fields.values()).index)
            (first.control.focusProxy() or first.control).setFocus(Qt.FocusReason.OtherFocusReason)
        return left

    def mean_when(self) -> None:
        """The nurse was asked about the day she wrote; saved once more, it is meant."""
        self._entry = replace(self._entry, when_meant=self.entry().when)

    def focus_first(self) -> None:
        """Put the keyboard on the first field."""
        first = self._reason if self._entry.contact_id is not None else self.who.role
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if first is self.who.role and (line := self.who.role.lineEdit()) is not None:
            line.selectAll()

    def _on_role_chosen(self) -> None:
        self.look_at_tries(suggests_mode=True)

    def _on_proposal(self, proposal: Proposal) -> None:
        if self._row is None:
            return
        desk = self._desk
        entry = proposed(self.entry(), proposal, self._row, desk.rules, desk.moment)
        self.show_entry(entry)
        self.edited.emit()
        target = self.how.outcome if proposal is Proposal.OTHER_NUMBER else self.what.note
        (target.focusProxy() or target).setFocus(Qt.FocusReason.TabFocusReason)

    def _on_edited(self) -> None:
        entry = self.entry()
        self.time.follow(entry)
        is_call = entry.mode == CALLED and not entry.when and entry.contact_id is None
        if is_call:
            self.how.start_timer()
        self.edited.emit()


def _lists_of(rules: Rules) -> tuple[object, ...]:
    catalogue = rules.catalogue
    kinds = ("topic", "reason", "intervention", ACTIVITY)
    terms = [catalogue.terms.get(kind) for kind in kinds]
    offered = catalogue.roles, catalogue.modes, catalogue.outcomes, catalogue.quick_minutes
    return *offered, terms, rules.time

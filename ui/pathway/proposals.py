"""The tests that a phase asks for: all of them are added in one step, or some, or none."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careteam.domain.changes import Changes
from careteam.domain.dates import day_bare
from careteam.domain.errors import Refused
from careteam.storage.reads.pathway import ProposalRow
from careteam.storage.writes.milestone_proposals import (
    DismissMilestonesDraft,
    accept_milestones,
    dismiss_milestones,
    reopen_proposals,
)
from ui.desk import Desk, Undo
from ui.form_sheet import FormSheet
from ui.look.buttons import Button, ButtonKind
from ui.look.cards import Card
from ui.look.check_box import CheckBox
from ui.look.chips import Chip, ChipText
from ui.look.choices import Choice
from ui.look.fields import Field
from ui.look.labels import Label, plain_tooltip
from ui.look.theme import Theme
from ui.look.tokens import Tone
from ui.patients.options import term_options

NAMED = 3


class Proposals(QWidget):
    """One line for each phase that proposes tests; hidden while none does."""

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._desk = theme, desk
        self._cards: list[_PhaseCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.hide()

    def show_rows(self, rows: Sequence[ProposalRow]) -> None:
        """Show what is proposed, phase by phase."""
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        phases: dict[str, list[ProposalRow]] = {}
        for row in rows:
            phases.setdefault(row.phase_label, []).append(row)
        today = self._desk.moment.today
        self._cards = [
            _PhaseCard(self._theme, label, tuple(of), today) for label, of in phases.items()
        ]
        for card in self._cards:
            self._column.addWidget(card)
            card.all_asked.connect(self.add_all)
            card.choice_asked.connect(self.choose)
        self.setVisible(bool(rows))

    def add_all(self, rows: tuple[ProposalRow, ...]) -> None:
        """Plan every one of these on its day; it can be taken back."""
        ids = tuple(row.id for row in rows)
        try:
            self._desk.do(accept_milestones, ids, undo=Undo(reopen_proposals, (ids,)))
        except Refused as refused:
            self._desk.failed.emit(refused.sentence)

    def choose(self, rows: tuple[ProposalRow, ...]) -> None:
        """Ask which of these are planned, and why the others are not."""
        sheet = ChooseSheet(self._theme, self._desk, self.window(), rows)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()


class _PhaseCard(Card):
    """What one phase asks for."""

    all_asked = Signal(object)
    choice_asked = Signal(object)

    def __init__(
        self, theme: Theme, phase: str, rows: tuple[ProposalRow, ...], today: date
    ) -> None:
        super().__init__(12, 10)
        count = QCoreApplication.translate("Proposals", "%n test(s) proposed", None, len(rows))
        named = [f"{row.label} ({day_bare(row.planned_on, today)})" for row in rows[:NAMED]]
        more = len(rows) - NAMED
        if more > 0:
            named.append(QCoreApplication.translate("Proposals", "%n more", None, more))
        words = QVBoxLayout()
        words.setSpacing(3)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(Label(phase, "strong"))
        line.addWidget(Chip(theme, ChipText(count, Tone.IDEA, "◆")))
        line.addStretch(1)
        words.addLayout(line)
        words.addWidget(Label(", ".join(named), "sub", wrap=True))
        add = Button(theme, QCoreApplication.translate("Proposals", "Add all"), small=True)
        choose = Button(
            theme,
            QCoreApplication.translate("Proposals", "Choose…"),
            ButtonKind.QUIET,
            small=True,
        )
        add.clicked.connect(lambda: self.all_asked.emit(rows))
        choose.clicked.connect(lambda: self.choice_asked.emit(rows))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(add)
        row.addWidget(choose)
        self.column.addLayout(row)


class ChooseSheet(FormSheet):
    """Ticks for what is planned; with a reason the rest is dismissed, without it stays proposed."""

    def __init__(
        self, theme: Theme, desk: Desk, host: QWidget, rows: tuple[ProposalRow, ...]
    ) -> None:
        title = QCoreApplication.translate("ChooseSheet", "Which tests are planned?")
        words = QCoreApplication.translate("ChooseSheet", "Save")
        super().__init__(theme, title, host, words, self._save_it)
        self._desk = desk
        self._ticks: list[tuple[ProposalRow, CheckBox]] = []
        today = desk.moment.today
        for row in rows:
            tick = CheckBox(theme, f"{row.label} · {day_bare(row.planned_on, today)}")
            tick.setToolTip(plain_tooltip(row.because))
            tick.setChecked(True)
            self.body.addWidget(tick)
            self.watch(tick.edited)
            self._ticks.append((row, tick))
        self._reason = Choice(
            theme,
            term_options(desk.rules.catalogue, "dismiss_reason"),
            empty=self.tr("They stay proposed"),
        )
        self.add_field("reason", Field(theme, self.tr("Why the others are not"), self._reason))
        self.finish()

    def _save_it(self) -> Changes | None:
        wanted = tuple(row.id for row, tick in self._ticks if tick.isChecked())
        left = tuple(row.id for row, tick in self._ticks if not tick.isChecked())
        reason = self._reason.value()
        if not wanted and not reason:
            raise Refused.at("reason", self.tr("Tick a test, or say why none is planned."))
        changes: Changes | None = None
        if left and reason:
            draft = DismissMilestonesDraft(left, reason)
            undo = Undo(reopen_proposals, (left,))
            changes = self._desk.do(dismiss_milestones, draft, undo=undo)
        if wanted:
            taken = (*wanted, *left) if reason else wanted
            undo = Undo(reopen_proposals, (taken,))
            changes = self._desk.do(accept_milestones, wanted, undo=undo)
        return changes

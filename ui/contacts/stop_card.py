"""What to do when several tries reached nobody: four ways on, each set up by one press."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from careteam.domain.assignments import Rank
from careteam.domain.contacts import Direction, With
from careteam.domain.due import NAVIGATOR_ROLE, Proposal, proposals
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.storage.reads.composer import ComposerRow, RoleChoice
from ui.contacts.entry import REACHED_OF, ROLE, DueOn, Entry, due_shown
from ui.look.buttons import Button
from ui.look.cards import WarningCard
from ui.look.flow import FlowLayout
from ui.look.labels import Label
from ui.look.theme import Theme

MESSAGE_SENT = "message_sent"
OTHER_MODES = ("portal", "sms", "email", "letter")


class StopCard(WarningCard):
    """`taken` carries the Proposal that the nurse took."""

    taken = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label("", "strong", wrap=True)
        row = QWidget()
        self._flow = FlowLayout(6, 6, parent=row)
        labels = {
            Proposal.OTHER_NUMBER: self.tr("Another number"),
            Proposal.OTHER_MODE: self.tr("Another way"),
            Proposal.LETTER: self.tr("A letter"),
            Proposal.TELL_LEAD: self.tr("Tell the lead"),
        }
        self._buttons: dict[Proposal, Button] = {}
        for proposal, words in labels.items():
            button = Button(theme, words, small=True)
            button.clicked.connect(lambda _on=False, proposal=proposal: self.taken.emit(proposal))
            self._buttons[proposal] = button
            self._flow.addWidget(button)
        self.column.addWidget(self._words)
        self.column.addWidget(Label(self.tr("Go on another way:"), "sub"))
        self.column.addWidget(row)
        self.hide()

    def show_tries(self, attempts: int, most: int, row: ComposerRow, mode: str) -> None:
        """Show the ways on from the configured number of tries, hide below it."""
        words = self.tr("Tries that reached nobody: {count}")
        self._words.setText(words.format(count=attempts))
        right = [phone for phone in row.phones if not phone.is_wrong]
        offered = proposals(has_other_number=len(right) > 1, mode=mode)
        for proposal, button in self._buttons.items():
            button.setVisible(proposal in offered)
        self._flow.invalidate()
        self.setVisible(attempts >= most)


def proposed(
    entry: Entry, proposal: Proposal, row: ComposerRow, rules: Rules, moment: Moment
) -> Entry:
    """The entry set up for one way on; what was written stays."""
    match proposal:
        case Proposal.OTHER_NUMBER:
            return replace(entry, mode="phone", outcome="", number=entry.number + 1)
        case Proposal.OTHER_MODE:
            known = [mode for mode in OTHER_MODES if mode in rules.catalogue.modes]
            mode = next((mode for mode in known if mode != entry.mode), "letter")
            return replace(entry, mode=mode, outcome=MESSAGE_SENT)
        case Proposal.LETTER:
            return replace(entry, mode="letter", outcome=MESSAGE_SENT)
        case Proposal.TELL_LEAD:
            return _told(entry, _lead(row), rules, moment)


def _told(entry: Entry, lead: RoleChoice | None, rules: Rules, moment: Moment) -> Entry:
    """The lead decides how to go on, at the latest on the next working day."""
    role = lead.role if lead else NAVIGATOR_ROLE
    due_on = rules.calendar.add(moment.today, 1)
    step = QCoreApplication.translate("StopCard", "{role} not reached: decide how to go on")
    return replace(
        entry,
        with_kind=With.TEAM_MEMBER,
        with_ref=lead.person_id if lead else None,
        direction=Direction.INTERNAL,
        mode="phone",
        outcome=REACHED_OF[With.TEAM_MEMBER],
        step=entry.step or step.format(role=rules.catalogue.role_short(entry.role)),
        step_owner=f"{ROLE}:{role}",
        step_due=entry.step_due or due_shown(DueOn(due_on), moment.today),
    )


def _lead(row: ComposerRow) -> RoleChoice | None:
    held = [choice for choice in row.roles if choice.person_id is not None]
    lead = [choice for choice in held if choice.rank == Rank.LEAD]
    doctors = [choice for choice in held if choice.role.startswith("heme_onc")]
    return next(iter([*lead, *doctors]), None)

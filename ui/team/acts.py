"""What can be done about a line of the role board, as one menu and its sheets."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from careteam.domain.assignments import AssignmentState, Rank
from careteam.domain.due import NEVER
from careteam.domain.errors import Refused
from careteam.storage.reads.board import BoardRow
from careteam.storage.reads.patient_page import PatientPageRow
from careteam.storage.reads.reasons import why_due, why_to_fill
from careteam.storage.writes.assignments import (
    change_rank,
    hold_assignment,
    resume_assignment,
    withdraw_decline,
)
from ui.desk import Desk, Undo
from ui.file_asked import calendar_asked, cards_asked
from ui.look.sheet import Sheet
from ui.look.theme import Theme
from ui.referrals.acts import ReferralActs
from ui.team.history import TeamHistorySheet
from ui.team.sheets import (
    AssignSheet,
    DeclineSheet,
    EndSheet,
    HoldSheet,
    ReplaceSheet,
    SnoozeSheet,
)
from ui.why_sheet import WhySheet


class BoardActs(QObject):
    """Opens the menu and the sheets of the board over the window of `host`.

    `rule_asked` carries the RuleLink of a rule that is to be opened in Settings.
    """

    log_asked = Signal(object)
    rule_asked = Signal(object)

    def __init__(self, theme: Theme, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self._theme, self._desk, self._host = theme, desk, host
        self.referring = ReferralActs(theme, desk, host)
        self._patient: PatientPageRow | None = None

    def set_patient(self, patient: PatientPageRow | None) -> None:
        """Act on this patient from now on."""
        self._patient = patient
        self.referring.set_patient(patient.id if patient else None)

    def assign(self, role: str = "") -> None:
        """Ask who takes a role."""
        if self._patient is not None:
            place = self._host.window()
            self._open(AssignSheet(self._theme, self._desk, place, self._patient.id, role))

    def refer(self, row: BoardRow) -> None:
        """Ask to whom the patient is referred for a role; a suggestion is taken up with it."""
        first = row.suggestions[0].id if row.suggestions else None
        self.referring.refer(row.role, first)

    def set_aside(self, row: BoardRow) -> None:
        """Ask why what is suggested for a role is not needed now."""
        self.referring.set_aside(row.suggestions)

    def show_history(self) -> None:
        """Show who held which role on a day."""
        if self._patient is not None:
            place = self._host.window()
            self._open(TeamHistorySheet(self._theme, self._desk, place, self._patient))

    def show_why(self, row: BoardRow) -> None:
        """Show the rule by which a role is due, or is asked for."""
        if self._patient is None:
            return
        desk, rules = self._desk, self._desk.rules
        if row.assignment_id is None:
            reason = desk.read(why_to_fill, self._patient.id, rules=rules)
        else:
            today = desk.moment.today
            reason = desk.read(why_due, "assignment", row.assignment_id, today=today, rules=rules)
        sheet = WhySheet(self._theme, self._host.window(), row.role_label, reason)
        sheet.rule_asked.connect(self.rule_asked)
        self._open(sheet)

    def menu_for(self, row: BoardRow) -> QMenu:
        """The menu of a line; it goes when it closes."""
        menu = QMenu(self._host)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(self.tr("Log contact"), lambda: self.log_asked.emit(row))
        if row.assignment_id is None:
            menu.addAction(self.tr("Assign…"), lambda: self.assign(row.role))
            if row.suggestions:
                menu.addAction(self.tr("Not now…") + "\tN", lambda: self.set_aside(row))
            if row.declined_on is None:
                menu.addAction(self.tr("Patient declines…"), lambda: self._decline(row))
            else:
                menu.addAction(self.tr("No longer declined"), lambda: self._withdraw(row))
        else:
            self._add_holder_acts(menu, row)
        menu.addSeparator()
        if row.due_on < NEVER or row.is_gap:
            menu.addAction(self.tr("Why on the list?") + "\tW", lambda: self.show_why(row))
        menu.addAction(self.tr("Refer…") + "\tR", lambda: self.refer(row))
        self._add_team_acts(menu, row.role)
        return menu

    def menu(self) -> QMenu:
        """The menu of the whole board; it goes when it closes."""
        menu = QMenu(self._host)
        menu.aboutToHide.connect(menu.deleteLater)
        self._add_team_acts(menu)
        menu.addSeparator()
        for words, asked in (
            (self.tr("Save the team as address cards…"), self.save_cards),
            (self.tr("Save due days for a calendar…"), self.save_calendar),
            (self.tr("Save due days with the name…"), lambda: self.save_calendar(has_names=True)),
        ):
            menu.addAction(words, asked)
        return menu

    def save_cards(self) -> None:
        """Save the team for an address book."""
        if self._patient is not None:
            asked = cards_asked(self._desk, patient_id=self._patient.id)
            self._desk.list_asked.emit(asked)

    def save_calendar(self, *, has_names: bool = False) -> None:
        """Save what is due for a calendar, with initials or with the name."""
        if self._patient is not None:
            asked = calendar_asked(self._desk, self._patient.id, has_names=has_names)
            self._desk.list_asked.emit(asked)

    def _add_team_acts(self, menu: QMenu, role: str = "") -> None:
        menu.addAction(self.tr("Wish…") + "\tF", lambda: self.referring.wish(role))
        menu.addAction(self.tr("Suggestions so far…") + "\tH", self.referring.show_decided)
        menu.addAction(self.tr("Team on a date…"), self.show_history)

    def _add_holder_acts(self, menu: QMenu, row: BoardRow) -> None:
        menu.addAction(self.tr("Replace…"), lambda: self._sheet(ReplaceSheet, row))
        for rank, words in (
            (Rank.LEAD, self.tr("Make lead of the team")),
            (Rank.PRIMARY, self.tr("Make holder of the role")),
            (Rank.BACKUP, self.tr("Make backup")),
        ):
            if row.rank != rank:
                menu.addAction(words, lambda rank=rank: self._rank(row, rank))
        if row.state == AssignmentState.HELD:
            menu.addAction(self.tr("Take up again"), lambda: self._resume(row))
        else:
            menu.addAction(self.tr("Put on hold…"), lambda: self._sheet(HoldSheet, row))
        if row.due_on < NEVER:
            menu.addAction(self.tr("Put off…"), lambda: self._snooze(row))
        menu.addAction(self.tr("End…"), lambda: self._sheet(EndSheet, row))

    def _sheet(
        self, kind: type[ReplaceSheet] | type[HoldSheet] | type[EndSheet], row: BoardRow
    ) -> None:
        self._open(kind(self._theme, self._desk, self._host.window(), row))

    def _snooze(self, row: BoardRow) -> None:
        place = self._host.window()
        what = row.role_label
        self._open(SnoozeSheet(self._theme, self._desk, place, what, row.assignment_id, None))

    def _decline(self, row: BoardRow) -> None:
        if self._patient is not None:
            place = self._host.window()
            self._open(DeclineSheet(self._theme, self._desk, place, self._patient.id, row))

    def _withdraw(self, row: BoardRow) -> None:
        if self._patient is not None:
            self._desk.do(withdraw_decline, self._patient.id, row.role)

    def _rank(self, row: BoardRow, rank: Rank) -> None:
        try:
            self._desk.do(change_rank, row.assignment_id, rank)
        except Refused as refused:
            self._desk.failed.emit(refused.sentence)

    def _resume(self, row: BoardRow) -> None:
        undo = Undo(hold_assignment, (row.assignment_id, row.hold_reason))
        self._desk.do(resume_assignment, row.assignment_id, undo=undo)

    def _open(self, sheet: Sheet) -> None:
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

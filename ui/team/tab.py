"""The Care team tab: every role the phase asks for, filled or not, and what can be done."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careteam.domain.changes import Changes, Part
from careteam.domain.dates import day_short
from careteam.storage.reads.board import BoardRow, team_board
from careteam.storage.reads.board_suggestions import SUGGESTED, steps_among, with_suggestions
from careteam.storage.reads.patient_page import PatientPageRow
from careteam.storage.reads.suggestions import open_suggestions
from ui.desk import Desk
from ui.list_button import ListAsked, ListButton
from ui.look.buttons import Button, ButtonKind, IconButton
from ui.look.cards import EmptyState, HeadingRow
from ui.look.chips import Chip, ChipText
from ui.look.columns import CellPress, Column, Sign
from ui.look.labels import Label
from ui.look.seen_page import SeenPage
from ui.look.tables import Table
from ui.look.theme import Theme
from ui.look.tokens import Tone
from ui.override import override
from ui.referrals.section import ReferralSection
from ui.team import board_rows
from ui.team.acts import BoardActs
from ui.team.next_steps import NextSteps
from ui.team.suggested import SuggestedSteps

SHOWN_PARTS = (
    Part.TEAM,
    Part.CONTACT,
    Part.PHASE,
    Part.PERSON,
    Part.SUGGESTION,
    Part.CATALOGUE,
)
ROLE_WIDTH, LAST_WIDTH, DUE_WIDTH, MORE_WIDTH = 156, 128, 112, 38


class CareTeamTab(SeenPage):
    """The role board of one patient and the next steps below it.

    `log_asked` carries the BoardRow to log a contact for, `step_asked` the id of a next step,
    `rule_asked` the RuleLink of a rule that is to be opened in Settings.
    """

    log_asked = Signal(object)
    step_asked = Signal(object)
    rule_asked = Signal(object)

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._desk = theme, desk
        self._patient: PatientPageRow | None = None
        self._shown_id: int | None = None
        self._acts = BoardActs(theme, desk, self)
        self._acts.log_asked.connect(self.log_asked)
        self._acts.rule_asked.connect(self.rule_asked)
        self._assigned = Chip(theme, ChipText("", Tone.OK))
        self._open = Chip(theme, ChipText("", Tone.BAD))
        self._suggested = Chip(theme, ChipText("", Tone.IDEA))
        self._assign = Button(theme, self.tr("Assign role"), ButtonKind.PLAIN, hint="A", small=True)
        self._assign.clicked.connect(lambda: self._acts.assign())
        more = IconButton(theme, "ellipsis", self.tr("More about the team"))
        more.clicked.connect(lambda: self._acts.menu().popup(_below(more)))
        heading = HeadingRow(Label(self.tr("Care team"), "h2"))
        for chip in (self._assigned, self._suggested, self._open):
            heading.add_beside(chip)
        heading.add_at_end(self._assign)
        heading.add_at_end(more)
        self.table = Table(
            theme,
            self.tr("Roles of the care team"),
            self._columns(),
            key=_key_of,
            tint=board_rows.tint,
            has_two_lines=True,
        )
        self.save = ListButton(theme, desk, self.table, self._listed)
        heading.add_at_end(self.save)
        self._empty = EmptyState(
            theme,
            "users",
            self.tr("No phase is set, so no role is asked for. Set the phase, or assign a role."),
        )
        self._milestone = Label("", "sub")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(heading)
        column.addWidget(self.table)
        column.addWidget(self._empty)
        self.suggested = SuggestedSteps(theme, self._acts.referring)
        self.steps = NextSteps(theme, desk)
        self.steps.log_asked.connect(self.step_asked)
        self.referrals = ReferralSection(theme, desk, self._acts.referring)
        self.referrals.changed.connect(self._read_board)
        column.addWidget(self._milestone)
        for section in (self.suggested, self.steps, self.referrals):
            column.addWidget(section)
        column.addStretch(1)
        self.table.row_activated.connect(self._on_activated)
        self.table.cell_pressed.connect(self._on_pressed)
        self.table.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.view.customContextMenuRequested.connect(self._on_context_menu)
        self._add_keys()
        desk.changed.connect(self._on_changed)

    def show_patient(self, patient: PatientPageRow | None) -> None:
        """Show the board of a patient, or nothing."""
        self._patient = patient
        self._acts.set_patient(patient)
        self.read_when_seen()

    def follow_page(self, patient: PatientPageRow) -> None:
        """The page of the patient who is shown was read again: the next milestone follows it."""
        self._patient = patient
        self._acts.set_patient(patient)
        self._show_milestone()

    @override
    def read_again(self) -> None:
        """Read the board and what stands below it."""
        patient_id = self._patient.id if self._patient else None
        self.steps.show_patient(patient_id)
        self.referrals.show_patient(patient_id)
        self._read_board()

    def _read_board(self) -> None:
        if self._patient is None:
            self.table.show_rows(())
            self.suggested.show_rows(())
            return
        today, rules = self._desk.moment.today, self._desk.rules
        board = self._desk.read(team_board, self._patient.id, today=today, rules=rules)
        ideas = self._desk.read(open_suggestions, self._patient.id, today=today, rules=rules)
        rows = with_suggestions(board, ideas, rules, self.referrals.rows)
        self._show_board(rows)
        self.table.setMinimumHeight(self.table.sizeHint().height())
        self.suggested.show_rows(steps_among(board, ideas))
        self._show_chips(rows, len(ideas))
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self.save.setEnabled(bool(rows))
        self._show_milestone()

    def _show_board(self, rows: Sequence[BoardRow]) -> None:
        """A role that was just filled or left is another row: the keyboard stays on the role."""
        patient_id = self._patient.id if self._patient else None
        chosen = self.table.current_row() if self._shown_id == patient_id else None
        self._shown_id = patient_id
        self.table.show_rows(rows)
        if chosen is not None and self.table.current_row() is None:
            same = next((row for row in rows if row.role == chosen.role), None)
            if same is not None:
                self.table.choose_key(_key_of(same))

    def _listed(self) -> ListAsked | None:
        from careteam.outgoing.listed import Told
        from careteam.outgoing.record_lists import team_list

        if self._patient is None:
            return None
        told, patient_id = Told(self._desk.moment, self._desk.rules), self._patient.id
        return ListAsked(team_list(told, patient_id), patient_id)

    def _show_chips(self, rows: Sequence[BoardRow], suggested: int) -> None:
        filled = len({row.role for row in rows if row.assignment_id is not None})
        gaps = sum(row.is_gap for row in rows)
        self._assigned.show_chip(
            ChipText(
                QCoreApplication.translate("CareTeamTab", "%n assigned", None, filled), Tone.OK, "●"
            )
        )
        self._open.show_chip(
            ChipText(
                QCoreApplication.translate("CareTeamTab", "%n to fill", None, gaps), Tone.BAD, "!"
            )
        )
        text = QCoreApplication.translate("CareTeamTab", "%n suggested", None, suggested)
        self._suggested.show_chip(ChipText(text, Tone.IDEA, "◆"))
        self._assigned.setVisible(filled > 0)
        self._suggested.setVisible(suggested > 0)
        self._open.setVisible(gaps > 0)

    def _add_keys(self) -> None:
        for key, act in (
            (Qt.Key.Key_A, lambda: self._acts.assign()),
            (Qt.Key.Key_W, self._on_why),
            (Qt.Key.Key_F, lambda: self._acts.referring.wish()),
            (Qt.Key.Key_H, self._acts.referring.show_decided),
            (Qt.Key.Key_R, lambda: self._on_current(self._acts.refer)),
            (Qt.Key.Key_N, lambda: self._on_current(self._acts.set_aside)),
        ):
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _on_current(self, act: Callable[[BoardRow], None]) -> None:
        row = self.table.current_row()
        if row is not None:
            act(row)

    def _columns(self) -> tuple[Column[BoardRow], ...]:
        desk = self._desk
        return (
            Column("role", self.tr("Role"), board_rows.role_cell, ROLE_WIDTH),
            Column(
                "who",
                self.tr("Who"),
                lambda row: board_rows.who_cell(row, desk.worker_id, desk.moment, desk.rules),
            ),
            Column(
                "last",
                self.tr("Last contact"),
                lambda row: board_rows.last_cell(row, desk.moment, desk.rules),
                LAST_WIDTH,
            ),
            Column("due", self.tr("Next due"), board_rows.due_cell, DUE_WIDTH),
            Column("more", "", lambda _row: Sign("ellipsis", self.tr("More actions")), MORE_WIDTH),
        )

    def _show_milestone(self) -> None:
        patient = self._patient
        today = self._desk.moment.today
        if patient is None or patient.milestone_on is None or patient.milestone_on < today:
            self._milestone.clear()
            return
        day = (patient.milestone_on - patient.phase_since).days + 1 if patient.phase_since else 0
        self._milestone.setText(
            self.tr("Next milestone: {what}, day {day}, {when}").format(
                what=patient.milestone, day=day, when=day_short(patient.milestone_on, today)
            )
        )

    def _on_activated(self, row: BoardRow) -> None:
        if row.is_gap or row.state == SUGGESTED:
            self._acts.assign(row.role)
        else:
            self.log_asked.emit(row)

    def _on_why(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self._acts.show_why(row)

    def _on_pressed(self, press: CellPress) -> None:
        row = press.row
        if not isinstance(row, BoardRow):
            return
        if press.column == "due":
            self._acts.assign(row.role)
        else:
            self._acts.menu_for(row).popup(press.where)

    def _on_context_menu(self, place: QPoint) -> None:
        row = self.table.current_row()
        if row is not None:
            self._acts.menu_for(row).popup(self.table.view.viewport().mapToGlobal(place))

    def _on_changed(self, changes: Changes) -> None:
        if self._patient is not None and any(
            changes.touches(part, self._patient.id) for part in SHOWN_PARTS
        ):
            if self.isVisible():
                self._read_board()
            else:
                self.read_when_seen()


def _key_of(row: BoardRow) -> tuple[str, int | None]:
    return row.role, row.assignment_id


def _below(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(QPoint(0, widget.height()))

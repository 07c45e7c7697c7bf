"""Screening on the Needs tab: every instrument with its latest score and what it asks for."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from careteam.domain.dates import day_bare
from careteam.domain.suggestions import SuggestionKind
from careteam.outgoing.listed import Told
from careteam.outgoing.record_lists import screenings_list
from careteam.storage.reads.screenings import AskRow, InstrumentRow, screening_rows
from careteam.storage.reads.suggestions import SuggestionRow, open_suggestions
from ui.desk import Desk
from ui.list_button import SAVE_KEYS, ListAsked, ListButton
from ui.look.buttons import Button
from ui.look.cards import EmptyState, HeadingRow
from ui.look.columns import CellPress, Column, Sign, Words
from ui.look.labels import Label
from ui.look.tables import Table
from ui.look.theme import Theme
from ui.needs import screening_rows as cells
from ui.needs.score_sheets import ScoreSheet, ScoresSheet
from ui.team.acts import BoardActs

LATEST_WIDTH, TREND_WIDTH, ASKS_WIDTH, MORE_WIDTH = 84, 134, 208, 38


class ScreeningSection(QWidget):
    """The scores of one patient; a chip opens the choice about what is suggested."""

    def __init__(
        self, theme: Theme, desk: Desk, acts: BoardActs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._desk, self._acts = theme, desk, acts
        self._patient_id: int | None = None
        self._next = Label("", "sub")
        record = Button(theme, self.tr("Record a score"), hint="S", small=True)
        record.clicked.connect(lambda: self.record())
        self.heading = heading = HeadingRow(Label(self.tr("Screening"), "h2"))
        heading.add_beside(self._next)
        heading.add_at_end(record)
        self.table: Table[InstrumentRow] = Table(
            theme,
            self.tr("Screening"),
            self._columns(),
            key=lambda row: row.instrument.key,
            has_two_lines=True,
        )
        self.save = ListButton(theme, desk, self.table, self._listed)
        self.save.setParent(self)
        self.save.hide()  # the heading has no room for it: the menu of a line and the key have it
        self._empty = EmptyState(
            theme, "info", self.tr("No score yet. Record the first one: name, score and day.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (heading, self.table, self._empty):
            column.addWidget(part)
        self.table.cell_pressed.connect(self._on_pressed)
        self.table.row_activated.connect(self.show_scores)
        self.table.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.view.customContextMenuRequested.connect(self._on_context_menu)

    def show_patient(self, patient_id: int | None) -> None:
        """Whose scores are read from now on, and whose new ones are; None for nobody's."""
        self._patient_id = patient_id

    def read_again(self) -> None:
        """Read the scores."""
        if self._patient_id is None:
            self.table.show_rows(())
            return
        today, rules = self._desk.moment.today, self._desk.rules
        found = self._desk.read(screening_rows, self._patient_id, today=today, rules=rules)
        self.table.show_rows(found.instruments)
        self.table.setMinimumHeight(self.table.sizeHint().height())
        self.table.setVisible(bool(found.instruments))
        self._empty.setVisible(not found.instruments)
        self._next.clear()
        if found.next_round_on is not None:
            text = self.tr("next round due {day}")
            if found.next_round_on < today:
                text = self.tr("a round was due {day}")
            self._next.setText(text.format(day=day_bare(found.next_round_on, today)))

    def _listed(self) -> ListAsked | None:
        if self._patient_id is None:
            return None
        told = Told(self._desk.moment, self._desk.rules)
        return ListAsked(screenings_list(told, self._patient_id), self._patient_id)

    def record(self, instrument: str = "") -> None:
        """Ask for a score."""
        if self._patient_id is not None:
            place = self.window()
            sheet = ScoreSheet(self._theme, self._desk, place, self._patient_id, instrument)
            sheet.closed.connect(sheet.deleteLater)
            sheet.open()

    def show_scores(self, row: InstrumentRow) -> None:
        """Show every score of an instrument."""
        if self._patient_id is not None:
            place = self.window()
            sheet = ScoresSheet(self._theme, self._desk, place, self._patient_id, row.instrument)
            sheet.closed.connect(sheet.deleteLater)
            sheet.open()

    def menu_for(self, row: InstrumentRow) -> QMenu:
        """The menu of a line; it goes when it closes."""
        menu = self.choice_for(row)
        if not menu.isEmpty():
            menu.addSeparator()
        key = row.instrument.key
        if row.instrument.is_active:
            menu.addAction(self.tr("Record a score…"), lambda: self.record(key))
        menu.addAction(self.tr("Scores so far…"), lambda: self.show_scores(row))
        menu.addAction(self.tr("Save the list…") + f"\t{SAVE_KEYS}", self.save.ask)
        return menu

    def choice_for(self, row: InstrumentRow) -> QMenu:
        """What can be decided about the suggestions that a score gave cause for."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        waiting = self._waiting()
        for ask in row.asks:
            suggestion = waiting.get(ask.suggestion_id)
            if cells.is_open(ask) and suggestion is not None:
                self._add_choice(menu, ask, suggestion)
        return menu

    def _add_choice(self, menu: QMenu, ask: AskRow, suggestion: SuggestionRow) -> None:
        acts, role = self._acts, ask.role_label
        if suggestion.kind is SuggestionKind.TASK:
            words = self.tr("Plan a step for {role}").format(role=role)
            menu.addAction(words, lambda: acts.referring.plan(suggestion))
        else:
            words = self.tr("Assign {role}…").format(role=role)
            menu.addAction(words, lambda: acts.assign(ask.role))
            words = self.tr("Refer to {role}…").format(role=role)
            menu.addAction(words, lambda: acts.referring.refer(ask.role, suggestion.id))
        words = self.tr("Not now: {role}…").format(role=role)
        menu.addAction(words, lambda: acts.referring.set_aside((suggestion,)))

    def _waiting(self) -> dict[int | None, SuggestionRow]:
        if self._patient_id is None:
            return {}
        today, rules = self._desk.moment.today, self._desk.rules
        rows = self._desk.read(open_suggestions, self._patient_id, today=today, rules=rules)
        return {row.id: row for row in rows}

    def _columns(self) -> tuple[Column[InstrumentRow], ...]:
        desk = self._desk
        return (
            Column("instrument", self.tr("Instrument"), _instrument_cell),
            Column(
                "latest",
                self.tr("Latest"),
                lambda row: cells.latest_cell(row, desk.moment),
                LATEST_WIDTH,
                shrinks=False,
            ),
            Column(
                "trend",
                self.tr("Trend"),
                lambda row: cells.trend_cell(row, desk.moment),
                TREND_WIDTH,
                gives_way=1,
            ),
            Column(
                "asks",
                self.tr("What it asks for"),
                lambda row: cells.asks_cell(row, desk.moment),
                ASKS_WIDTH,
                shrinks=False,
            ),
            Column("more", "", lambda _row: Sign("ellipsis", self.tr("More actions")), MORE_WIDTH),
        )

    def _on_pressed(self, press: CellPress) -> None:
        row = press.row
        if isinstance(row, InstrumentRow):
            menu = self.choice_for(row) if press.column == "asks" else self.menu_for(row)
            menu.popup(press.where)

    def _on_context_menu(self, place: QPoint) -> None:
        row = self.table.current_row()
        if row is not None:
            self.menu_for(row).popup(self.table.view.viewport().mapToGlobal(place))


def _instrument_cell(row: InstrumentRow) -> Words:
    one = row.instrument
    return Words(one.short, one.label if one.label != one.short else "", strong=True)

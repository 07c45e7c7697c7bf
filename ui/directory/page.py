"""The directory: the people of the care team at the left, one of them whole at the right."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from careteam.domain.access import Action
from careteam.domain.assignments import HandOverDraft
from careteam.domain.changes import Changes, Part
from careteam.domain.errors import Missing, Refused
from careteam.storage.reads.directory import able
from careteam.storage.reads.hand_over import hand_over_receipt
from careteam.storage.reads.people import (
    DirectoryFilter,
    DirectoryRow,
    count_directory,
    count_people_alone,
    directory_rows,
    people_alone,
)
from careteam.storage.reads.person import PersonDetail, person_alone, person_detail
from careteam.storage.writes.cover import (
    CoverDraft,
    CoverReceipt,
    cover_absence,
    take_back_cover,
)
from careteam.storage.writes.hand_over import hand_over, take_back_hand_over
from ui.desk import Desk, Undo
from ui.directory.choose_sheet import CoverSheet, HandOverSheet
from ui.directory.people_table import PeopleTable, group_options, roles_of_group
from ui.directory.person_card import PersonCard, roles_at_stake
from ui.directory.person_sheet import PersonSheet
from ui.file_asked import cards_asked
from ui.list_button import ListAsked, ListButton
from ui.look.buttons import Button, IconButton
from ui.look.cards import EmptyState
from ui.look.check_box import CheckBox
from ui.look.fields import LineEdit
from ui.look.flow import FlowLayout
from ui.look.labels import Label
from ui.look.segmented import SegmentedControl
from ui.look.sheet import Sheet
from ui.look.theme import Theme

CARD_WIDTH, NARROW_CARD_WIDTH = 400, 340
LEAST_CARD_WIDTH, MOST_SHARE = 280, 0.34
NARROW_PAGE = 1300
PARTS = (Part.PERSON, Part.TEAM, Part.PATIENT, Part.CATALOGUE)


class DirectoryPage(QWidget):
    """Lists people by role and name; `show_person` and `add_person` are for the window's search."""

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._desk = theme, desk
        self._detail: PersonDetail | None = None
        self._is_stale = True
        self._count = Label("", "sub")
        first, more = group_options()
        self._groups = SegmentedControl(theme, self.tr("Roles"), first, "", more)
        self._add = Button(theme, self.tr("Add person"), small=True)
        self._typed = LineEdit(theme, self.tr("Name, place or NPI"), icon="search", small=True)
        self._typed.setAccessibleName(self.tr("Narrow the list by name, place or NPI"))
        self._with_left = CheckBox(theme, self.tr("Show who has left"))
        self._sees = desk.may(Action.SEE_PATIENTS)
        self.table = PeopleTable(theme, desk.rules.catalogue, sees_patients=self._sees)
        self.save = ListButton(theme, desk, self.table, self._listed)
        self._nobody = EmptyState(theme, "users", "")
        words = self.tr("Save everybody as address cards…")
        self.cards = IconButton(theme, "contact", words)
        self.card = PersonCard(theme)
        self._unchosen = EmptyState(
            theme, "contact", self.tr("Choose a person to see how to reach them.")
        )
        self._aside = _scrolled(self.card, self._unchosen)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        words = QWidget()
        flow = FlowLayout(10, 6, parent=words)
        for part in (Label(self.tr("Directory"), "h1"), self._count, self._groups):
            flow.addWidget(part)
        heading = QHBoxLayout()
        heading.addWidget(words, 1)
        heading.addWidget(self._add, 0, Qt.AlignmentFlag.AlignTop)
        heading.addWidget(self.cards, 0, Qt.AlignmentFlag.AlignTop)
        heading.addWidget(self.save, 0, Qt.AlignmentFlag.AlignTop)
        narrow = QHBoxLayout()
        narrow.setSpacing(12)
        self._typed.setMaximumWidth(self._theme.px(320))
        narrow.addWidget(self._typed, 1)
        narrow.addStretch(1)
        narrow.addWidget(self._with_left)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addLayout(heading)
        left.addLayout(narrow)
        left.addWidget(self.table)
        left.addWidget(self._nobody)
        left.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 18, 22, 18)
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addWidget(self._aside)

    def _connect(self) -> None:
        self._groups.chosen.connect(lambda _key: self._narrow())
        self._typed.textChanged.connect(lambda _text: self._narrow())
        self._with_left.toggled.connect(lambda _on: self._narrow())
        self._add.clicked.connect(self.add_person)
        self.table.row_chosen.connect(self._on_chosen)
        self.table.row_activated.connect(lambda _row: self._edit())
        self.card.edit_asked.connect(self._edit)
        self.card.save.clicked.connect(self._on_card)
        for button in (self.save, self.cards, self.card.save):
            button.setVisible(self._desk.may(Action.EXPORT))
        self.cards.clicked.connect(lambda: self._desk.list_asked.emit(cards_asked(self._desk)))
        self.card.hand_over_asked.connect(self._choose_for_hand_over)
        self.card.leaving.taken.connect(self._hand_over_all)
        self.card.leaving.choose_asked.connect(self._choose_for_hand_over)
        self.card.cover.taken.connect(self._cover_all)
        self.card.cover.choose_asked.connect(self._choose_for_cover)
        self._desk.changed.connect(self._on_changed)
        self._theme.changed.connect(self._fit)
        for keys, act in (
            ("Ctrl+F", self._typed.setFocus),
            ("Ctrl+E", self._edit),
            ("Ctrl+Shift+N", self.add_person),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        self._fit()

    def show_person(self, person_id: int) -> None:
        """Show somebody, widening the list when they are not in it."""
        if self._is_stale:
            self.read_again()
        if not self.table.choose_key(person_id):
            self._widen()
            self.table.choose_key(person_id)
        self._show_detail(person_id)
        self.table.setFocus()

    def add_person(self) -> None:
        """Ask for somebody who is not in the directory yet."""
        self._open(PersonSheet(self._theme, self._desk, self.window(), None))

    def _on_card(self) -> None:
        if self._detail is not None:
            self._desk.list_asked.emit(cards_asked(self._desk, person_id=self._detail.id))

    def _listed(self) -> ListAsked:
        from careteam.outgoing.listed import Told
        from careteam.outgoing.register_lists import directory_list

        told = Told(self._desk.moment, self._desk.rules)
        return ListAsked(directory_list(told, self._wanted()))

    def read_again(self) -> None:
        """Read the list, and the person who is shown."""
        self._is_stale = False
        today, wanted = self._desk.moment.today, self._wanted()
        self.table.show_catalogue(self._desk.rules.catalogue)
        read = directory_rows if self._sees else people_alone
        how_many = count_directory if self._sees else count_people_alone
        self.table.show_pages(
            lambda offset, limit: self._desk.read(read, wanted, today, offset, limit)
        )
        count = self._desk.read(how_many, wanted, today)
        self._count.setText(
            QCoreApplication.translate("DirectoryPage", "%Ln person(s)", None, count)
        )
        self.table.setVisible(count > 0)
        self._nobody.setVisible(count == 0)
        self._nobody.set_sentence(self._why_nobody(wanted))
        if self._detail is not None:
            self._show_detail(self._detail.id)
        elif count:
            self.table.view.selectRow(0)
        self._show_aside()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.read_again()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_narrow = self.width() < self._theme.px(NARROW_PAGE)
        wanted = self._theme.px(NARROW_CARD_WIDTH if is_narrow else CARD_WIDTH)
        most = max(LEAST_CARD_WIDTH, round(self.width() * MOST_SHARE))
        self._aside.setFixedWidth(min(wanted, most))

    def _wanted(self) -> DirectoryFilter:
        group = self._groups.value()
        roles = roles_of_group(self._desk.rules.catalogue, group) if group else ()
        return DirectoryFilter(roles, self._typed.text_value(), self._with_left.isChecked())

    def _narrow(self) -> None:
        self.read_again()
        if self._detail is not None and not self.table.choose_key(self._detail.id):
            self._detail = None
            if self.table.model.rowCount():
                self.table.view.selectRow(0)
            self._show_aside()

    def _widen(self) -> None:
        for part in (self._typed, self._with_left):
            part.blockSignals(True)
        self._groups.set_value("")
        self._typed.clear()
        self._with_left.setChecked(True)
        for part in (self._typed, self._with_left):
            part.blockSignals(False)
        self.read_again()

    def _why_nobody(self, wanted: DirectoryFilter) -> str:
        if wanted.typed or wanted.roles:
            return self.tr("Nobody in the directory fits. Take back a letter, or show all roles.")
        return self.tr("The directory is empty. Add the first person of the care team.")

    def _on_chosen(self, row: DirectoryRow) -> None:
        if self._detail is None or self._detail.id != row.id:
            self._show_detail(row.id)

    def _on_saved(self, person_id: int) -> None:
        """Show who was saved, even where the list as it is narrowed does not have them."""
        self.table.choose_key(person_id)
        self._show_detail(person_id)

    def _on_changed(self, changes: Changes) -> None:
        if not any(changes.touches(part) for part in PARTS):
            return
        if self.isVisible():
            self.read_again()
        else:
            self._is_stale = True

    def _show_detail(self, person_id: int) -> None:
        today = self._desk.moment.today
        sees = self._desk.may(Action.SEE_PATIENTS)
        try:
            read = person_detail if sees else person_alone
            self._detail = self._desk.read(read, person_id, today)
        except Missing:
            self._detail = None
            self._show_aside()
            return
        roles = roles_at_stake(self._detail)
        people = self._desk.read(able, roles, today, person_id) if roles else ()
        self.card.show_person(self._detail, people, self._desk.rules.catalogue, today)
        self.card.show_hand_over(sees)
        self._show_aside()

    def _show_aside(self) -> None:
        self.card.setVisible(self._detail is not None)
        self._unchosen.setVisible(self._detail is None and self.table.model.rowCount() > 0)

    def _edit(self) -> None:
        if self._detail is not None:
            self._open(PersonSheet(self._theme, self._desk, self.window(), self._detail))

    def _choose_for_hand_over(self) -> None:
        if self._detail is not None:
            to = self.card.leaving.chosen()
            self._open(HandOverSheet(self._theme, self._desk, self.window(), self._detail, to))

    def _choose_for_cover(self) -> None:
        if self._detail is not None and self._detail.uncovered:
            to = self.card.cover.chosen()
            self._open(CoverSheet(self._theme, self._desk, self.window(), self._detail, to))

    def _hand_over_all(self, to_id: int) -> None:
        detail = self._detail
        if detail is None or detail.needed_from is None:
            return
        ids = tuple(row.assignment_id for row in detail.leaving)
        draft = HandOverDraft(detail.id, to_id, detail.needed_from, ids)
        undo = Undo(take_back_hand_over, (self._desk.read(hand_over_receipt, draft),))
        try:
            self._desk.do(hand_over, draft, undo=undo)
        except Refused as refused:
            self.card.leaving.show_problem(refused.sentence)

    def _cover_all(self, cover_id: int) -> None:
        if self._detail is None or not self._detail.uncovered:
            return
        need = self._detail.uncovered[0]
        ids = tuple(row.assignment_id for row in need.rows)
        undo = Undo(take_back_cover, (CoverReceipt(need, cover_id),))
        try:
            draft = CoverDraft(need.absence_id, cover_id, ids, need.first)
            self._desk.do(cover_absence, draft, undo=undo)
        except Refused as refused:
            self.card.cover.show_problem(refused.sentence)

    def _open(self, sheet: Sheet) -> None:
        sheet.closed.connect(sheet.deleteLater)
        if isinstance(sheet, PersonSheet):
            sheet.saved.connect(self._on_saved)
            sheet.other_asked.connect(self.show_person)
        sheet.open()


def _scrolled(*parts: QWidget) -> QScrollArea:
    inner = QWidget()
    inner.setProperty("look", "scrolled")
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inner)
    return area

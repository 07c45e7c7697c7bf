"""The Contacts tab: the one timeline of a patient, with contacts in full and the rest in short."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from careteam.domain.changes import Changes, Part
from careteam.storage.reads.timeline import timeline_page, timeline_roles
from careteam.storage.reads.timeline_rows import CONTACT_RANK, EntryPlace, EntryRow
from ui.contacts.acts import ContactActs
from ui.contacts.entry_words import entry_line, tab_of
from ui.contacts.lines import ContactLine
from ui.contacts.read_all import ReadAll
from ui.contacts.timeline_filters import TimelineFilters
from ui.contacts.timeline_model import TimelineModel
from ui.contacts.timeline_view import TimelineView
from ui.desk import Desk
from ui.list_button import ListAsked, ListButton
from ui.look.buttons import Button
from ui.look.cards import Card, EmptyState
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.seen_page import SeenPage
from ui.look.theme import Theme
from ui.paper import Paper

LEAST_WIDTH = 240
SHOWN_PARTS = (
    Part.CONTACT,
    Part.TIME,
    Part.FOLLOW_UP,
    Part.PATIENT,
    Part.PERSON,
    Part.TEAM,
    Part.CATALOGUE,
    Part.PHASE,
    Part.PATHWAY,
    Part.NEED,
    Part.REFERRAL,
    Part.TRIAL,
)


class ContactsTab(SeenPage):
    """`amend_asked` carries a contact's id; `log_asked` wants the composer.

    `open_asked` carries the key of the tab where an entry is dealt with.
    """

    amend_asked = Signal(int)
    log_asked = Signal()
    open_asked = Signal(str)

    def __init__(
        self, theme: Theme, desk: Desk, paper: Paper, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._desk, self._paper = theme, desk, paper
        self._patient_id: int | None = None
        self._wanted: tuple[int, int] | None = None
        self.filters = TimelineFilters(theme)
        self.model = TimelineModel(self._line, self)
        self.view = TimelineView(theme, self.model)
        self.save = ListButton(theme, desk, self.view, self._listed)
        self.filters.add_at_end(self.save)
        self._card = Card(1, 1)
        self._acts = ContactActs(theme, desk, paper, self)
        self._first = Button(theme, self.tr("Log the first contact"), hint="Ctrl+L")
        every = Button(theme, self.tr("Show everything"))
        self._none = QWidget()
        self._no_match = EmptyState(theme, "search", self.tr("Nothing fits this."), every)
        self._list = QWidget()
        self._reading: ReadAll | None = None
        self._pages = QStackedLayout(self)
        self._lay_out()
        self._first.clicked.connect(self.log_asked)
        every.clicked.connect(self._show_every)
        self.filters.changed.connect(self.read_again)
        self.filters.read_asked.connect(self.read_all)
        self.view.read_asked.connect(self.read_all)
        self.view.menu_asked.connect(self._on_menu)
        self.view.entered.connect(self._on_entered)
        self.view.copy_asked.connect(lambda place: self._acts.copy(self.model.row_at(place)))
        self._acts.amend_asked.connect(self.amend_asked)
        self._acts.open_asked.connect(self.open_asked)
        desk.changed.connect(self._on_changed)

    def show_patient(self, patient_id: int | None) -> None:
        """Show a patient's timeline, filtered as it was; read when the tab is looked at."""
        if patient_id != self._patient_id:
            self._patient_id = self._acts.patient_id = patient_id
            self.filters.words.clear()
            self.view.show_all_short()
            self._leave_reading()
        self.read_when_seen()

    def show_contact(self, contact_id: int) -> None:
        """Stand on one contact, whatever was filtered before."""
        self._leave_reading()
        self.filters.forget()
        self._wanted = (CONTACT_RANK, contact_id)
        self.read_when_seen()

    def read_all(self) -> None:
        """Show what is to be read before a call, over the timeline."""
        if self._patient_id is None:
            return
        if self._reading is None:
            self._reading = ReadAll(self._theme, self._desk, self._paper)
            self._reading.left.connect(self._on_read)
            self._pages.addWidget(self._reading)
        self._pages.setCurrentWidget(self._reading)
        self._reading.show_patient(self._patient_id)

    @override
    def minimumSizeHint(self) -> QSize:
        """What is beside the timeline keeps its room, whatever the filters would like."""
        return QSize(self._theme.px(LEAST_WIDTH), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.filters.arrange(self.width())

    def _lay_out(self) -> None:
        none = QHBoxLayout(self._none)
        none.setContentsMargins(0, 0, 0, 0)
        none.setSpacing(12)
        none.addWidget(Label(self.tr("No contact has been logged yet."), "quiet"))
        none.addWidget(self._first)
        none.addStretch(1)
        self._card.column.setSpacing(0)
        self._card.column.addWidget(self.view)
        self._card.column.setSizeConstraint(QLayout.SizeConstraint.SetMinAndMaxSize)
        column = QVBoxLayout(self._list)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(self.filters)
        column.addWidget(self._none)
        column.addWidget(self._card, 1)
        column.addWidget(self._no_match, 1)
        column.addStretch(0)
        self._none.hide()
        self._no_match.hide()
        self._pages.addWidget(self._list)

    @override
    def read_again(self) -> None:
        """Read again and stand on the same entry as before."""
        patient_id = self._patient_id
        if patient_id is None:
            self.model.show_pages(lambda _before, _limit: ())
            return
        index = self.view.currentIndex()
        here = self.model.row_at(index.row()).key if index.isValid() else None
        is_same = here is not None and self.model.shown == patient_id
        scrolled = self.view.verticalScrollBar().value() if is_same else 0
        self._offer_roles(patient_id)
        self.model.show_pages(self._page, self.view.reach() if is_same else 0, patient_id)
        self._show_what_there_is()
        self.view.settle()
        place = self.model.place_of(here) if is_same and here is not None else -1
        if self._wanted is not None:
            self._go_to(self._wanted)
            self._wanted = None
        elif place >= 0:
            self.view.setCurrentIndex(self.model.index(place, 0))
            self.view.verticalScrollBar().setValue(scrolled)

    def _page(self, before: EntryPlace | None, limit: int) -> Sequence[EntryRow]:
        if self._patient_id is None:
            return ()
        desk = self._desk
        return desk.read(
            timeline_page,
            self._patient_id,
            self.filters.asked,
            limit=limit,
            moment=desk.moment,
            rules=desk.rules,
            before=before,
        )

    def _go_to(self, key: tuple[int, int]) -> None:
        while self.model.place_of(key) < 0 and self.model.canFetchMore(QModelIndex()):
            self.model.fetchMore(QModelIndex())
        place = self.model.place_of(key)
        if place >= 0:
            self.view.choose(place)
            self.view.setFocus()

    def _offer_roles(self, patient_id: int) -> None:
        catalogue = self._desk.rules.catalogue
        keys = self._desk.read(timeline_roles, patient_id)
        self.filters.offer_roles([Option(key, catalogue.role_short(key)) for key in keys])

    def _show_what_there_is(self) -> None:
        has_rows = self.model.rowCount() > 0
        is_open = self.filters.asked.is_open
        self._card.setVisible(has_rows)
        self.save.setEnabled(has_rows)
        self._none.setVisible(is_open and not self.model.has_contact())
        self._no_match.setVisible(not has_rows and not is_open)

    def _listed(self) -> ListAsked | None:
        from careteam.outgoing.listed import Told
        from careteam.outgoing.record_lists import timeline_list

        if self._patient_id is None:
            return None
        told = Told(self._desk.moment, self._desk.rules)
        listed = timeline_list(told, self._patient_id, self.filters.asked)
        return ListAsked(listed, self._patient_id)

    def _show_every(self) -> None:
        self.filters.forget()
        self.read_again()
        self.view.setFocus()

    def _line(self, row: EntryRow) -> ContactLine:
        return entry_line(row, self._desk.rules, self._desk.moment.today)

    def _on_menu(self, place: int, where: QPoint) -> None:
        self._acts.open_menu(self.model.row_at(place), where)

    def _on_entered(self, place: int) -> None:
        """A contact opens its menu, anything else the tab where it is dealt with."""
        row = self.model.row_at(place)
        tab = tab_of(row.kind)
        if row.contact is None and tab:
            self.open_asked.emit(tab)
        else:
            self.view.ask_for_menu(self.model.index(place, 0))

    def _on_read(self) -> None:
        self._leave_reading()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_reading(self) -> None:
        self._pages.setCurrentWidget(self._list)

    def _on_changed(self, changes: Changes) -> None:
        patient_id = self._patient_id
        if not patient_id or not any(changes.touches(part, patient_id) for part in SHOWN_PARTS):
            return
        self.read_when_seen()
        if self._reading is not None and self._pages.currentWidget() is self._reading:
            self._reading.read()

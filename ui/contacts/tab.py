"""The Contacts tab: everything that was logged for a patient, newest first, never deleted."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from careteam.domain.changes import Changes, Part
from careteam.storage.reads.contact_rows import ContactRow, Place
from careteam.storage.reads.contacts import Only, contact_page, contact_roles
from ui.contacts.acts import ContactActs
from ui.contacts.lines import ContactLine, line_of
from ui.contacts.timeline_model import TimelineModel
from ui.contacts.timeline_view import TimelineView
from ui.desk import Desk
from ui.look.buttons import Button
from ui.look.cards import Card, EmptyState
from ui.look.choices import Choice
from ui.look.fields import LineEdit
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.segmented import SegmentedControl
from ui.look.theme import Theme

NARROW = 640
SHOWN_PARTS = (Part.CONTACT, Part.FOLLOW_UP, Part.PATIENT, Part.PERSON, Part.TEAM, Part.CATALOGUE)


class ContactsTab(QWidget):
    """`amend_asked` carries a contact's id; `log_asked` wants the composer."""

    amend_asked = Signal(int)
    log_asked = Signal()

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._desk = theme, desk
        self._patient_id: int | None = None
        self._is_stale = False
        self._wanted: int | None = None
        self._only = SegmentedControl(
            theme,
            self.tr("Which contacts"),
            (
                Option(Only.ALL, self.tr("All roles")),
                Option(Only.REACHED, self.tr("Reached only")),
                Option(Only.WITH_STEP, self.tr("With next step")),
            ),
            Only.ALL,
        )
        self._role = Choice(theme, (), empty=self.tr("Every role"), small=True)
        self._role.setAccessibleName(self.tr("Role"))
        self._words = LineEdit(theme, self.tr("Search these notes"), icon="search", small=True)
        self._words.setAccessibleName(self.tr("Search these notes"))
        self.model = TimelineModel(self._line, self)
        self.view = TimelineView(theme, self.model)
        self._card = Card(1, 1)
        self._acts = ContactActs(theme, desk, self)
        log = Button(theme, self.tr("Log the first contact"), hint="Ctrl+L")
        every = Button(theme, self.tr("Show every contact"))
        self._none = EmptyState(
            theme, "message-square", self.tr("No contact has been logged yet."), log
        )
        self._no_match = EmptyState(theme, "search", self.tr("No contact fits this."), every)
        self._lay_out()
        log.clicked.connect(self.log_asked)
        every.clicked.connect(self._show_every)
        self._only.chosen.connect(lambda _key: self._read())
        self._role.chosen.connect(lambda _key: self._read())
        self._words.edited.connect(self._read)
        self.view.menu_asked.connect(self._on_menu)
        self.view.copy_asked.connect(lambda place: self._acts.copy(self.model.row_at(place)))
        self._acts.amend_asked.connect(self.amend_asked)
        desk.changed.connect(self._on_changed)

    def show_patient(self, patient_id: int | None) -> None:
        """Show a patient's contacts; read when the tab is looked at."""
        if patient_id != self._patient_id:
            self._patient_id = patient_id
            self._forget_filters()
            self.view.show_all_short()
        self._read_when_seen()

    def show_contact(self, contact_id: int) -> None:
        """Stand on one contact, whatever was filtered before."""
        self._forget_filters()
        self._wanted = contact_id
        self._read_when_seen()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._read()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        self._finder = QWidget()
        finder = QHBoxLayout(self._finder)
        finder.setContentsMargins(0, 0, 0, 0)
        finder.setSpacing(8)
        finder.addWidget(self._role, 2)
        finder.addWidget(self._words, 3)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(10)
        head.addWidget(Label(self.tr("Contacts"), "h2"))
        head.addWidget(self._only)
        self._top = QGridLayout()
        self._top.setHorizontalSpacing(16)
        self._top.setVerticalSpacing(8)
        self._top.addLayout(head, 0, 0)
        self._top.setColumnStretch(1, 1)
        self._top.addWidget(self._finder, 0, 1)
        self._card.column.setSpacing(0)
        self._card.column.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addLayout(self._top)
        column.addWidget(self._card, 1)
        column.addWidget(self._none, 1)
        column.addWidget(self._no_match, 1)
        column.addStretch(0)
        self._none.hide()
        self._no_match.hide()

    def _arrange(self) -> None:
        is_narrow = self.width() < self._theme.px(NARROW)
        self._top.removeWidget(self._finder)
        if is_narrow:
            self._top.addWidget(self._finder, 1, 0, 1, 2)
        else:
            self._top.addWidget(self._finder, 0, 1)

    def _forget_filters(self) -> None:
        self._only.set_value(Only.ALL)
        self._role.set_value("")
        self._words.clear()

    def _read_when_seen(self) -> None:
        if self.isVisible():
            self._read()
        else:
            self._is_stale = True

    def _read(self) -> None:
        """Read again and stand on the same contact as before."""
        self._is_stale = False
        patient_id = self._patient_id
        if patient_id is None:
            self.model.show_pages(lambda _before, _limit: ())
            return
        index = self.view.currentIndex()
        here = self.model.row_at(index.row()).id if index.isValid() else None
        is_same = here is not None and self.model.row_at(0).patient_id == patient_id
        scrolled = self.view.verticalScrollBar().value() if is_same else 0
        self._offer_roles(patient_id)
        self.model.show_pages(self._page, self.model.rowCount() if is_same else 0)
        self._show_what_there_is()
        place = self.model.place_of(here) if here is not None else -1
        if self._wanted is not None:
            self._go_to(self._wanted)
            self._wanted = None
        elif place >= 0:
            self.view.setCurrentIndex(self.model.index(place, 0))
            self.view.verticalScrollBar().setValue(scrolled)

    def _page(self, before: Place | None, limit: int) -> Sequence[ContactRow]:
        if self._patient_id is None:
            return ()
        return self._desk.read(
            contact_page,
            self._patient_id,
            limit=limit,
            before=before,
            only=self._only.value() or Only.ALL,
            role=self._role.value() or None,
            words=self._words.text_value(),
        )

    def _go_to(self, contact_id: int) -> None:
        while self.model.place_of(contact_id) < 0 and self.model.canFetchMore(QModelIndex()):
            self.model.fetchMore(QModelIndex())
        place = self.model.place_of(contact_id)
        if place >= 0:
            self.view.choose(place)
            self.view.setFocus()

    def _offer_roles(self, patient_id: int) -> None:
        catalogue = self._desk.rules.catalogue
        keys = self._desk.read(contact_roles, patient_id)
        options = [Option(key, catalogue.role_short(key)) for key in keys]
        self._role.set_options(options)
        self._role.setVisible(len(options) > 1)

    def _show_what_there_is(self) -> None:
        has_rows = self.model.rowCount() > 0
        is_filtered = self._is_filtered()
        self._card.setVisible(has_rows)
        self._none.setVisible(not has_rows and not is_filtered)
        self._no_match.setVisible(not has_rows and is_filtered)
        self._finder.setVisible(has_rows or is_filtered)
        self._only.setVisible(has_rows or is_filtered)

    def _is_filtered(self) -> bool:
        only = self._only.value() or Only.ALL
        return bool(only != Only.ALL or self._role.value() or self._words.text_value())

    def _show_every(self) -> None:
        self._forget_filters()
        self._read()
        self.view.setFocus()

    def _line(self, row: ContactRow) -> ContactLine:
        return line_of(row, self._desk.rules, self._desk.moment.today)

    def _on_menu(self, place: int, where: QPoint) -> None:
        self._acts.open_menu(self.model.row_at(place), where)

    def _on_changed(self, changes: Changes) -> None:
        patient_id = self._patient_id
        if patient_id and any(changes.touches(part, patient_id) for part in SHOWN_PARTS):
            self._read_when_seen()

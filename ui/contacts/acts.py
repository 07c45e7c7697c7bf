"""What can be done about an entry of the timeline; contacts and work are put right here."""

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from careteam.domain.access import Action
from careteam.domain.errors import Refused
from careteam.domain.timeline import EntryKind
from careteam.exports.entry_text import pasted
from careteam.storage.reads.contact_rows import ContactRow
from careteam.storage.reads.contacts import contact_versions
from careteam.storage.reads.timeline_rows import EntryRow
from careteam.storage.writes.contacts import RetractDraft, retract_contact
from ui.contacts.entry_words import entry_text, tab_of
from ui.contacts.versions_sheet import VersionsSheet
from ui.desk import Desk
from ui.leaving.text_copying import TextCopying
from ui.look.reason_sheet import ReasonSheet
from ui.look.theme import Theme
from ui.minutes.acts import amend_work, retract_work
from ui.paper import Paper


class ContactActs(QObject):
    """Opens the menu of an entry of `patient_id`, and its sheets over the window of `host`.

    `open_asked` carries the key of the tab where something is dealt with.
    """

    amend_asked = Signal(int)
    open_asked = Signal(str)

    def __init__(self, theme: Theme, desk: Desk, paper: Paper, host: QWidget) -> None:
        super().__init__(host)
        self._theme, self._desk, self._host = theme, desk, host
        self._copying = TextCopying(theme, desk, paper, host)
        self.patient_id: int | None = None

    def open_menu(self, entry: EntryRow, place: QPoint) -> QMenu:
        """Open the menu of an entry; it goes when it closes."""
        menu = QMenu(self._host)
        menu.aboutToHide.connect(menu.deleteLater)
        if entry.contact is not None:
            self._offer_contact_acts(menu, entry.contact)
        elif entry.kind is EntryKind.TIME:
            self._offer_work_acts(menu, entry)
        elif tab := tab_of(entry.kind):
            words = self.tr("Open {tab}").format(tab=self._tab_words(tab))
            menu.addAction(words, lambda: self.open_asked.emit(tab))
        menu.addAction(self.tr("Copy as text"), lambda: self.copy(entry))
        menu.popup(place)
        menu.setActiveAction(menu.actions()[0])
        return menu

    def retract(self, row: ContactRow) -> ReasonSheet:
        """Ask why, then take the contact back."""
        sheet = ReasonSheet(
            self._theme,
            self.tr("Retract contact"),
            self.tr("It stays readable, struck through with the reason, and counts for nothing."),
            self.tr("Retract"),
            self._host.window(),
        )
        sheet.closed.connect(sheet.deleteLater)
        sheet.confirmed.connect(lambda reason: self._retract(row, reason, sheet))
        sheet.open()
        return sheet

    def look_back(self, row: ContactRow) -> VersionsSheet:
        """Show what the contact said before each amendment."""
        versions = self._desk.read(contact_versions, row.id)
        sheet = VersionsSheet(self._theme, self._desk, row, versions, self._host.window())
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()
        return sheet

    def copy(self, entry: EntryRow) -> None:
        """Put the entry on the clipboard as text."""
        if self.patient_id is not None and self._desk.allows(Action.EXPORT):
            text = pasted(entry_text(entry, self._desk.rules, self._desk.moment.today))
            self._copying.copy("entry", text, self.tr("Copy as text"), self.patient_id)

    def _offer_contact_acts(self, menu: QMenu, row: ContactRow) -> None:
        if not row.is_retracted:
            menu.addAction(self.tr("Amend"), lambda: self.amend_asked.emit(row.id))
            menu.addAction(self.tr("Retract…"), lambda: self.retract(row))
        if row.amendments:
            menu.addAction(self.tr("Show what it said before"), lambda: self.look_back(row))

    def _offer_work_acts(self, menu: QMenu, entry: EntryRow) -> None:
        if entry.is_struck:
            return
        theme, desk, host = self._theme, self._desk, self._host.window()
        menu.addAction(self.tr("Amend"), lambda: amend_work(theme, desk, host, entry.id))
        menu.addAction(self.tr("Retract…"), lambda: retract_work(theme, desk, host, entry.id))

    def _tab_words(self, tab: str) -> str:
        return {
            "team": self.tr("Care team"),
            "pathway": self.tr("Pathway"),
            "needs": self.tr("Needs"),
        }[tab]

    def _retract(self, row: ContactRow, reason: str, sheet: ReasonSheet) -> None:
        draft = RetractDraft(row.id, reason, row.version)
        try:
            changes = self._desk.do(retract_contact, draft)
        except Refused as refused:
            sheet.show_problem(refused.sentence)
            return
        if changes is not None:
            sheet.close_now()

"""The copies of the database: how old, where, rehearsed by one button, and put back when needed."""

from PySide6.QtCore import QCoreApplication, Signal
from typing_extensions import override

from careteam.domain.access import Action
from careteam.domain.backups import Copy, Why
from careteam.domain.dates import moment_shown
from careteam.storage.store import SECOND_FOLDER
from careteam.storage.writes.settings import set_setting
from ui.copying import Copying
from ui.desk import Desk, Undo
from ui.look.buttons import Button, ButtonKind
from ui.look.cards import EmptyState
from ui.look.columns import Column, Words
from ui.look.theme import Theme
from ui.paper import Paper
from ui.settings.copy_sheets import RehearseSheet, RestoreSheet, key_of_now
from ui.settings.entry_table import EntryTable, RowAct
from ui.settings.section import FactsCard, Section

MIB = 1024 * 1024


class BackupsSection(Section):
    """`restore_asked` carries a KeyedCopy that is to be put back."""

    scrolls = False
    restore_asked = Signal(object)

    def __init__(self, theme: Theme, desk: Desk, copying: Copying, paper: Paper) -> None:
        super().__init__(
            theme,
            desk,
            QCoreApplication.translate("BackupsSection", "Backups"),
            QCoreApplication.translate(
                "BackupsSection",
                "A verified copy is made every day, on leaving, and before an import or an update. "
                "Copies are encrypted like the database and open with the passwords of then.",
            ),
        )
        self._copying, self._paper = copying, paper
        self._now = Button(theme, self.tr("Back up now"), ButtonKind.PRIMARY, small=True)
        self._rehearse = Button(theme, self.tr("Rehearse a restore"), small=True)
        self._second = Button(theme, self.tr("Second folder…"), small=True)
        for button in (self._second, self._rehearse, self._now):
            self.heading.add_at_end(button)
        self.facts = FactsCard(theme)
        self.copies: EntryTable[Copy] = EntryTable(
            theme,
            self.tr("Copies"),
            (
                Column("made", self.tr("Made"), self._made_cell, 190),
                Column("why", self.tr("Why"), lambda copy: why_words(copy.why), 170),
                Column("patients", self.tr("Patients"), lambda copy: f"{copy.patients:,}", 100),
                Column("contacts", self.tr("Contacts"), lambda copy: f"{copy.contacts:,}", 100),
                Column("size", self.tr("Size"), lambda copy: size_words(copy.size), 100),
            ),
            lambda copy: copy.name,
            (
                RowAct(lambda _copy: self.tr("Restore…"), self._ask_restore),
                RowAct(lambda _copy: self.tr("Rehearse"), self._rehearse_copy),
            ),
        )
        none = self.tr("There is no copy yet. The first is made on leaving, or now.")
        self._none = EmptyState(theme, "download", none)
        self.column.addWidget(self.facts)
        self.column.addWidget(self.copies, 1)
        self.column.addWidget(self._none, 1)
        self._now.clicked.connect(copying.copy_now)
        self._rehearse.clicked.connect(self._on_rehearse)
        self._second.clicked.connect(self._on_second)
        copying.told.connect(self.read_again)

    @override
    def read_again(self) -> None:
        copies, copier = self._copying.copies(), self.desk.store.copier()
        newest = self._made_words(copies[0]) if copies else self.tr("None yet")
        self.facts.show_facts(
            (
                (self.tr("Newest verified copy"), newest),
                (self.tr("Folder"), str(copier.folder)),
                (self.tr("Second folder"), str(copier.second or self.tr("None"))),
            )
        )
        self.copies.show_rows(copies)
        self.copies.setVisible(bool(copies))
        self._none.setVisible(not copies)
        self._second.setText(
            self.tr("No second folder any more") if copier.second else self.tr("Second folder…")
        )
        is_free = not self._copying.is_busy
        self._now.setEnabled(is_free)
        self._now.setText(self.tr("Back up now") if is_free else self.tr("Working…"))
        self._rehearse.setEnabled(is_free and bool(copies))

    def _made_cell(self, copy: Copy) -> Words:
        return Words(self._made_words(copy), strong=True)

    def _made_words(self, copy: Copy) -> str:
        return moment_shown(self.desk.moment.local(copy.made_at))

    def _on_rehearse(self) -> None:
        copy = self.copies.table.current_row() or next(iter(self._copying.copies()), None)
        if copy is not None:
            self._rehearse_copy(copy)

    def _on_second(self) -> None:
        before = str(self.desk.store.copier().second or "")
        if before:
            self.act(
                set_setting, SECOND_FOLDER, "", undo=Undo(set_setting, (SECOND_FOLDER, before))
            )
            return
        title = self.tr("A second folder for copies, such as a USB drive or a share")
        folder = self._paper.choose_folder(self.window(), title)
        if folder is not None:
            back = Undo(set_setting, (SECOND_FOLDER, ""))
            self.act(set_setting, SECOND_FOLDER, str(folder), undo=back)

    def _rehearse_copy(self, copy: Copy) -> None:
        """Rehearse it, after a password of then where the key of now does not open it."""
        path = self._copying.folder / copy.name
        key = key_of_now(self.desk, path)
        if key is not None:
            self._copying.rehearse(path, key)
            return
        sheet = RehearseSheet(self.theme, self.desk, self.window(), path, self._made_words(copy))
        sheet.worked.connect(lambda found: self._copying.rehearse(found.path, found.key))
        self.open_sheet(sheet)

    def _ask_restore(self, copy: Copy) -> None:
        if self.desk.allows(Action.RESTORE):
            self.desk.after_password(lambda: self._open_restore(copy))

    def _open_restore(self, copy: Copy) -> None:
        path, made = self._copying.folder / copy.name, self._made_words(copy)
        sheet = RestoreSheet(self.theme, self.desk, self.window(), path, copy, made)
        sheet.worked.connect(self.restore_asked)
        self.open_sheet(sheet)


def why_words(why: Why) -> str:
    """What a copy was made for, in words."""
    return {
        Why.ASKED: QCoreApplication.translate("BackupsSection", "Asked for"),
        Why.LEAVING: QCoreApplication.translate("BackupsSection", "On leaving"),
        Why.DAILY: QCoreApplication.translate("BackupsSection", "Daily"),
        Why.UPDATE: QCoreApplication.translate("BackupsSection", "Before an update"),
        Why.KEY: QCoreApplication.translate("BackupsSection", "Before a change of the key"),
        Why.IMPORT: QCoreApplication.translate("BackupsSection", "Before an import"),
    }[why]


def size_words(size: int) -> str:
    """Bytes as people read them."""
    return f"{size / MIB:,.1f} MB"

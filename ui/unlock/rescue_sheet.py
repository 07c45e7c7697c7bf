"""Putting a copy back when the database is damaged, or going on to read what is left of it."""

from dataclasses import dataclass, field
from itertools import dropwhile
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from careteam.domain.backups import Copy
from careteam.domain.dates import moment_shown
from careteam.storage.copies import copies_in, folder_of, is_whole
from ui.look.buttons import Button, ButtonKind
from ui.look.choices import Choice
from ui.look.fields import Field
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.sheet import Sheet
from ui.look.theme import Theme
from ui.unlock.key_of_then import KeyOfThen

WIDTH = 520


@dataclass(frozen=True, slots=True)
class RescueRequest:
    """The database that does not open, the copy to put in its place, and a user and password of it.

    Without a user the password is the recovery code of then.
    """

    database: Path
    copy: Path
    user: str
    password: str = field(repr=False)


class RescueSheet(Sheet):
    """`restore_asked` carries a RescueRequest, `salvage_asked` the path of the damaged database.

    Nothing is changed before that.
    """

    restore_asked = Signal(object)
    salvage_asked = Signal(object)

    def __init__(self, theme: Theme, host: QWidget, database: Path) -> None:
        title = QCoreApplication.translate("RescueSheet", "Restore a copy")
        super().__init__(theme, title, host, WIDTH)
        self._database = database
        self._folder = folder_of(database)
        found = copies_in(self._folder)
        copies = tuple(dropwhile(lambda copy: not is_whole(self._folder, copy), found))
        self._damaged = len(found) - len(copies)
        self.copies = Choice(theme, [Option(copy.name, self._words(copy)) for copy in copies])
        self.then = KeyOfThen(theme)
        cancel = Button(theme, self.tr("Cancel"), hint="Esc")
        cancel.clicked.connect(self.close_now)
        self.add_button(cancel)
        kind = ButtonKind.PLAIN if copies else ButtonKind.PRIMARY
        self.salvage = Button(theme, self.tr("Read what is left…"), kind)
        self.salvage.clicked.connect(self._on_salvage)
        self.add_button(self.salvage)
        if self._damaged:
            self.body.addWidget(Label(self._damaged_words(), "body", wrap=True))
        if copies:
            self._fill(theme)
        else:
            none = self.tr(
                "There is no copy in {folder}. If copies lie elsewhere, such as on a USB drive, "
                "lay one with its .json file into that folder and come back. Without any, save "
                "what can still be read of the damaged file."
            )
            self.body.addWidget(Label(none.format(folder=self._folder), "body", wrap=True))
            for control in (self.copies, self.then):
                control.setParent(self)
                control.hide()
        self.body.addStretch(1)

    def _fill(self, theme: Theme) -> None:
        words = self.tr(
            "The database will be as it was in the copy; what was entered since is not in it. The "
            "file of now is kept beside it under another name."
        )
        self.body.addWidget(Label(words, "body", wrap=True))
        self.body.addWidget(Field(theme, self.tr("Copy, the newest first"), self.copies))
        self.body.addWidget(self.then)
        self.copies.chosen.connect(lambda _copy: self._show_users())
        self._show_users()
        restore = Button(theme, self.tr("Restore"), ButtonKind.PRIMARY, hint="Return")
        restore.clicked.connect(self._on_restore)
        self.then.entered.connect(self._on_restore)
        self.add_button(restore)

    def _show_users(self) -> None:
        """Offer who had a key when the copy was made."""
        self.then.show_copy(self._folder / self.copies.value())

    def _on_salvage(self) -> None:
        self.close_now()
        self.salvage_asked.emit(self._database)

    def _damaged_words(self) -> str:
        return QCoreApplication.translate(
            "RescueSheet",
            "%n newer copy(s) are damaged or were changed, and are left out.",
            None,
            self._damaged,
        )

    def _words(self, copy: Copy) -> str:
        words = self.tr("{made} · {patients} patients, {contacts} contacts")
        made = moment_shown(copy.made_at.astimezone())
        return words.format(made=made, patients=f"{copy.patients:,}", contacts=f"{copy.contacts:,}")

    def _on_restore(self) -> None:
        typed = self.then.take()
        if typed is None:
            return
        request = RescueRequest(self._database, self._folder / self.copies.value(), *typed)
        self.close_now()
        self.restore_asked.emit(request)

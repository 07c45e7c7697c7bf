"""What is asked before a copy is put back or rehearsed; a copy of before has a key of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from careteam.domain.access import Action
from careteam.domain.backups import Copy
from careteam.storage.copy_keys import open_copy, opens_with
from careteam.storage.engine import Key
from careteam.storage.signing_in import Credentials
from ui.desk import Desk
from ui.look.labels import Label
from ui.look.theme import Theme
from ui.settings.working_sheet import WorkingSheet
from ui.unlock.key_of_then import KeyOfThen


@dataclass(frozen=True, slots=True, repr=False)
class KeyedCopy:
    """A copy with the key that opens it."""

    path: Path
    key: Key


class CopySheet(WorkingSheet):
    """`worked` carries a KeyedCopy.

    Where the key of now does not open the copy, a password of then is asked for.
    """

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        host: QWidget,
        path: Path,
        title: str,
        save_words: str,
        *sentences: str,
    ) -> None:
        super().__init__(theme, title, host, save_words, *sentences)
        self._desk, self._path = desk, path
        self._key = key_of_now(desk, path)
        self.then = KeyOfThen(theme, self)
        self.then.setVisible(self._key is None)
        self.fields = {"password": self.then.field, "user": self.then.user_field}
        if self._key is None:
            words = QCoreApplication.translate(
                "CopySheet",
                "This copy has another key than the database has now: choose who you were when it "
                "was made, and type the password of then.",
            )
            self.body.addWidget(Label(words, "strong", wrap=True))
            self.body.addWidget(self.then)
            who = desk.store.who
            self.then.show_copy(path, who.name.casefold() if who else "")
            self.then.entered.connect(self.try_it)
        self.body.addStretch(1)

    def work(self) -> Callable[[], KeyedCopy] | None:
        """Find the key of the copy; nothing is done with it yet."""
        path, key = self._path, self._key
        if key is not None:
            return lambda: KeyedCopy(path, key)
        typed = self.then.take()
        if typed is None:
            return None
        database, now, credentials = (
            self._desk.store.path,
            self._desk.moment.now,
            Credentials(*typed),
        )
        return lambda: KeyedCopy(path, open_copy(path, credentials, database, now=now).key)


class RestoreSheet(CopySheet):
    """Says what a restore does before it is done; nothing happens without the second press."""

    writes = Action.RESTORE

    def __init__(
        self, theme: Theme, desk: Desk, host: QWidget, path: Path, copy: Copy, made: str
    ) -> None:
        title = QCoreApplication.translate("RestoreSheet", "Restore the copy of {made}?")
        content = QCoreApplication.translate(
            "RestoreSheet",
            "The database will be as it was then: {patients} patients, {contacts} contacts. What "
            "was entered since is not in it.",
        )
        kept = QCoreApplication.translate(
            "RestoreSheet",
            "The database of now is kept beside it under another name, and nothing is lost. The "
            "desk is locked; sign in again with the password of then.",
        )
        super().__init__(
            theme,
            desk,
            host,
            path,
            title.format(made=made),
            QCoreApplication.translate("RestoreSheet", "Restore"),
            content.format(patients=f"{copy.patients:,}", contacts=f"{copy.contacts:,}"),
            kept,
        )


class RehearseSheet(CopySheet):
    """Asks for the key of a copy that is only to be tried."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, path: Path, made: str) -> None:
        title = QCoreApplication.translate("RehearseSheet", "Rehearse the copy of {made}")
        super().__init__(
            theme,
            desk,
            host,
            path,
            title.format(made=made),
            QCoreApplication.translate("RehearseSheet", "Rehearse"),
        )


def key_of_now(desk: Desk, path: Path) -> Key | None:
    """The key of the database, when it opens a copy too."""
    key = desk.store.copier().key
    return key if opens_with(path, key) else None

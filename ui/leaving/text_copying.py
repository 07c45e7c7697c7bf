"""Copies a piece of a record as plain text: registered, and asked for once in a session."""

import hashlib

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from careteam.domain.disclosures import DisclosureDraft, Form
from ui.desk import Desk, Done
from ui.leaving.asking import Asking
from ui.leaving.questions import Leaves, Said
from ui.look.theme import Theme
from ui.paper import Paper


class TextCopying(QObject):
    """Puts text on the clipboard once it is registered, and says so on the strip."""

    def __init__(self, theme: Theme, desk: Desk, paper: Paper, host: QWidget) -> None:
        super().__init__(host)
        self._desk, self._paper = desk, paper
        self._asking = Asking(theme, desk, paper, host)

    def copy(self, kind: str, text: str, title: str, patient_id: int) -> None:
        """Copy a text about a patient; `title` is what the sheet asks under."""

        def go(said: Said) -> None:
            digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
            draft = DisclosureDraft(kind, Form.CLIPBOARD, said.handed, (patient_id,), digest=digest)
            if self._asking.register(draft):
                self._paper.copy_text(text)
                self._desk.done.emit(Done(self.tr("Copied as text.")))

        self._asking.ask_once(Leaves(kind, Form.CLIPBOARD, title, patient_id), go)

"""Reading what is left of a damaged database: whose key, how far it is, what came of it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from careteam.domain.salvage import Salvage
from careteam.storage.door import users_of
from ui.background import Report
from ui.imports.work import OneJob
from ui.look.buttons import Button, ButtonKind
from ui.look.choices import Choice
from ui.look.fields import Field
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.progress_line import ProgressLine
from ui.look.sheet import Sheet
from ui.look.theme import Theme
from ui.override import override
from ui.unlock.page import UnlockRequest
from ui.unlock.passphrase_edit import PassphraseEdit
from ui.unlock.salvage_words import sentences_of

WIDTH = 520

Work = Callable[[UnlockRequest, Report], Salvage]
"""Reads what is left of a database; the damaged file stays as it is."""


class SalvageSheet(Sheet):
    """`open_asked` carries the path of the rescued database; nobody is named on this page."""

    open_asked = Signal(object)

    def __init__(self, theme: Theme, host: QWidget, database: Path, work: Work) -> None:
        title = QCoreApplication.translate("SalvageSheet", "Read what is left")
        super().__init__(theme, title, host, WIDTH)
        self._database = database
        self._work = work
        self._rescued: Path | None = None
        self._jobs = OneJob(self)
        words = self.tr(
            "What can be read goes into a new database beside the damaged one, which stays as it "
            "is. Rows on a damaged page are made again from the audit trail, where it tells them. "
            "A good copy has more: restore that first, if there is one."
        )
        self.words = Label(words, "body", wrap=True)
        users = users_of(database)
        self.user = Choice(theme, [Option(user, user) for user in users])
        self.user.set_value(users[0] if users else "")
        self._user_field = Field(theme, self.tr("User"), self.user)
        self._user_field.setVisible(bool(users))
        self.passphrase = PassphraseEdit(theme)
        self._field = Field(theme, self.tr("Password"), self.passphrase)
        self.bar = ProgressLine(theme)
        self.told = Label("", "sub", wrap=True)
        self.cancel = Button(theme, self.tr("Cancel"), hint="Esc")
        self.read = Button(theme, self.tr("Read"), ButtonKind.PRIMARY, hint="Return")
        self.open_it = Button(theme, self.tr("Open the rescued database"), ButtonKind.PRIMARY)
        for part in (self.words, self._user_field, self._field, self.bar, self.told):
            self.body.addWidget(part)
        self.body.addStretch(1)
        for button in (self.cancel, self.read, self.open_it):
            self.add_button(button)
        for later in (self.bar, self.told, self.open_it):
            later.hide()
        self.cancel.clicked.connect(self.close_now)
        self.read.clicked.connect(self._on_read)
        self.passphrase.returnPressed.connect(self._on_read)
        self.open_it.clicked.connect(self._on_open)
        self._jobs.progressed.connect(self._on_progressed)
        self._jobs.finished.connect(self._on_finished)
        self._jobs.failed.connect(self._on_failed)

    @override
    def close_now(self) -> None:
        """Close; what is being read is stopped, and nothing of it is left."""
        self._jobs.stop()
        super().close_now()

    def _on_read(self) -> None:
        if self._jobs.is_running:
            return
        if not self.passphrase.text():
            self._say_at_field(self.tr("Type your password."))
            return
        self._field.clear_problem()
        request = UnlockRequest(self._database, self.user.value(), self.passphrase.take())
        work = self._work
        self._show_running(True)
        self._jobs.start(lambda report: work(request, report))

    def _show_running(self, is_running: bool) -> None:
        self._field.setVisible(not is_running)
        self._user_field.setVisible(not is_running and bool(self.user.value()))
        self.read.setEnabled(not is_running)
        self.bar.setVisible(is_running)
        self.told.setVisible(is_running)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(self.tr("Reading what is left"))
        self.told.setText(self.tr("Opening the damaged file…"))
        if is_running:
            self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_progressed(self, done: int, total: int) -> None:
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        self.told.setText(self.tr("{done} rows are read").format(done=f"{done:,}"))

    def _on_failed(self, error: Exception) -> None:
        self._show_running(False)
        sentence = getattr(error, "sentence", None)
        if sentence is None:
            raise error
        self._say_at_field(sentence)

    def _on_finished(self, found: Salvage) -> None:
        self._rescued = found.rescued
        self._show_running(False)
        self._field.hide()
        self._user_field.hide()
        first, *others = sentences_of(found)
        self.words.setText(first)
        self.told.setText("\n".join(others))
        self.told.show()
        self.read.hide()
        self.cancel.setText(self.tr("Close"))
        self.open_it.show()
        self.open_it.setFocus(Qt.FocusReason.OtherFocusReason)
        self._place()

    def _on_open(self) -> None:
        self.close_now()
        self.open_asked.emit(self._rescued)

    def _say_at_field(self, sentence: str) -> None:
        self._field.show_problem(sentence)
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

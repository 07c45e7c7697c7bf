"""Asks who works here for the password once more, before what must not be done by a passer-by."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from careteam.domain.errors import CareteamError
from careteam.storage.signing_in import ask_again
from ui.background import Job
from ui.desk import Desk
from ui.look.buttons import Button, ButtonKind
from ui.look.fields import Field
from ui.look.labels import Label
from ui.look.sheet import Sheet
from ui.look.theme import Theme
from ui.unlock.passphrase_edit import PassphraseEdit

WIDTH = 440


class AgainSheet(Sheet):
    """Runs `act` once the password was right; nothing is done before, and nothing after Esc."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, act: Callable[[], None]) -> None:
        title = QCoreApplication.translate("AgainSheet", "Your password once more")
        super().__init__(theme, title, host, WIDTH)
        self._desk, self._act = desk, act
        self._job: Job | None = None
        who = desk.store.who
        words = self.tr(
            "This concerns more than one patient, or who may sign in. Show that it is you, {user}; "
            "then nothing is asked for five minutes."
        )
        self.password = PassphraseEdit(theme)
        self._field = Field(theme, self.tr("Password"), self.password)
        self.body.addWidget(Label(words.format(user=who.name if who else ""), "body", wrap=True))
        self.body.addWidget(self._field)
        self.body.addStretch(1)
        cancel = Button(theme, self.tr("Cancel"), hint="Esc")
        self._go = Button(theme, self.tr("Go on"), ButtonKind.PRIMARY, hint="Return")
        self.add_button(cancel)
        self.add_button(self._go)
        cancel.clicked.connect(self.close_now)
        self._go.clicked.connect(self._on_go)
        self.password.returnPressed.connect(self._on_go)
        self.closed.connect(self._on_closed)

    def _on_go(self) -> None:
        if self._job is not None:
            return
        if not self.password.text():
            self._say(self.tr("Type your password."))
            return
        store, password, now = self._desk.store.again(), self.password.take(), self._desk.moment.now
        self._field.clear_problem()
        self._go.setEnabled(False)

        def work(_report: object) -> None:
            try:
                ask_again(store, password, now=now)
            finally:
                store.close()

        self._job = job = Job(work, self)
        job.finished.connect(self._on_right)
        job.failed.connect(self._on_wrong)
        job.start()

    def _on_right(self, _nothing: object) -> None:
        self._end()
        if not self.isVisible():
            return
        self._desk.prove()
        self.close_now()
        self._act()

    def _on_wrong(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, CareteamError):
            raise error
        self._say(error.sentence)

    def _say(self, sentence: str) -> None:
        self._field.show_problem(sentence)
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_closed(self) -> None:
        self.password.empty()
        self._end()

    def _end(self) -> None:
        self._go.setEnabled(True)
        job, self._job = self._job, None
        if job is not None:
            job.wait()


def ask_for(theme: Theme, desk: Desk, host: QWidget, act: Callable[[], None]) -> AgainSheet:
    """Cover the window with the question."""
    sheet = AgainSheet(theme, desk, host, act)
    sheet.closed.connect(sheet.deleteLater)
    sheet.open()
    return sheet

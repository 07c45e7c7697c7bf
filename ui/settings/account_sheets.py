"""The sheets of one's own account: another password, the second factor, a new recovery code."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from careteam.domain.errors import Unavailable
from careteam.storage.codes import address_of, new_seed
from careteam.storage.key_acts import change_password, renew_recovery
from careteam.storage.own_account import has_code, switch_code_off, switch_code_on
from careteam.storage.signing_in import ask_again
from careteam.storage.store import Store
from ui.desk import Desk
from ui.look.buttons import Button, ButtonKind
from ui.look.code_view import CodeView, QrView
from ui.look.fields import Field, LineEdit
from ui.look.labels import Label
from ui.look.sheet import Sheet
from ui.look.theme import Theme
from ui.paper import Paper
from ui.settings.working_sheet import WIDTH, WorkingSheet
from ui.unlock.new_password import NewPassword
from ui.unlock.passphrase_edit import PassphraseEdit


def own_name(desk: Desk) -> str:
    """The user name of who works here."""
    return desk.store.who.name if desk.store.who is not None else ""


def beside(desk: Desk, password: str, act: Callable[[Store], Any]) -> Callable[[], Any]:
    """An act on connections of its own, after the password was asked for once more."""
    moment = desk.moment

    def work() -> Any:
        store = desk.store.again()
        try:
            ask_again(store, password, now=moment.now)
            return act(store)
        finally:
            store.close()

    return work


class PasswordSheet(WorkingSheet):
    """The password of now, and a new one twice."""

    def __init__(self, theme: Theme, host: QWidget, desk: Desk) -> None:
        translate = QCoreApplication.translate
        title = translate("PasswordSheet", "Change the password")
        super().__init__(theme, title, host, translate("PasswordSheet", "Change the password"))
        self._desk = desk
        self.old = PassphraseEdit(theme)
        self.password = NewPassword(theme, with_code=has_code(desk.store))
        self.fields = {
            "old": Field(theme, self.tr("Current password"), self.old),
            "new": self.password.new_field,
            "again": self.password.again_field,
        }
        self.body.addWidget(self.fields["old"])
        self.body.addWidget(self.password)
        self.body.addStretch(1)
        self.password.entered.connect(self.try_it)

    @override
    def work(self) -> Callable[[], Any] | None:
        old, moment = self.old.value(), self._desk.moment
        if not old:
            self.show_problem("old", self.tr("Type the password you have now."))
            return None
        new = self.password.take([own_name(self._desk)])
        if not new:
            return None
        return beside(self._desk, old, lambda store: change_password(store, old, new, moment))


class CodeOnSheet(WorkingSheet):
    """A seed for a device, as a picture and in letters, and the first code that proves it."""

    def __init__(self, theme: Theme, host: QWidget, desk: Desk) -> None:
        translate = QCoreApplication.translate
        title = translate("CodeOnSheet", "Ask for a code of a device too")
        super().__init__(
            theme,
            title,
            host,
            translate("CodeOnSheet", "Switch it on"),
            translate(
                "CodeOnSheet",
                "Take the picture with an app for one-time codes on your telephone, or type the "
                "letters into it. Then type the code that it shows.",
            ),
        )
        import segno

        self._desk, self.seed = desk, new_seed()
        address = address_of(self.seed, own_name(desk))
        modules = [list(row) for row in segno.make(address, error="m", micro=False).matrix]
        picture = QrView(theme, self.tr("Picture of the seed"), modules)
        self.body.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        groups = "-".join(self.seed[at : at + 4] for at in range(0, len(self.seed), 4))
        self.body.addWidget(CodeView(theme, self.tr("Seed in letters"), [groups], 4, 16))
        self.code, self.password = LineEdit(theme, "123 456"), PassphraseEdit(theme)
        self.fields = {
            "code": Field(theme, self.tr("Code that the device shows"), self.code),
            "": Field(theme, self.tr("Your password"), self.password),
        }
        for field in self.fields.values():
            self.body.addWidget(field)
        self.body.addStretch(1)
        self.password.returnPressed.connect(self.try_it)

    @override
    def work(self) -> Callable[[], Any] | None:
        code, seed, moment = self.code.text_value(), self.seed, self._desk.moment
        if not code:
            self.show_problem("code", self.tr("Type the code that your device shows."))
            return None
        if not self.password.text():
            self.show_problem("", self.tr("Type your password."))
            return None
        password = self.password.value()
        return beside(self._desk, password, lambda store: switch_code_on(store, seed, code, moment))


class AskSheet(WorkingSheet):
    """Asks for the password before something is done with the account."""

    def __init__(
        self,
        theme: Theme,
        host: QWidget,
        desk: Desk,
        title: str,
        words: str,
        act: Callable[[Store, str], Any],
    ) -> None:
        super().__init__(theme, title, host, title, words)
        self._desk, self._act = desk, act
        self.password = PassphraseEdit(theme)
        self.fields = {"password": Field(theme, self.tr("Your password"), self.password)}
        self.body.addWidget(self.fields["password"])
        self.body.addStretch(1)
        self.password.returnPressed.connect(self.try_it)

    @override
    def work(self) -> Callable[[], Any] | None:
        if not self.password.text():
            self.show_problem("password", self.tr("Type your password."))
            return None
        password, act = self.password.take(), self._act
        return beside(self._desk, password, lambda store: act(store, password))


def code_off_sheet(theme: Theme, host: QWidget, desk: Desk) -> AskSheet:
    """Switches the second factor off."""
    translate = QCoreApplication.translate
    moment = desk.moment
    return AskSheet(
        theme,
        host,
        desk,
        translate("AccountSection", "Ask for no code any more"),
        translate("AccountSection", "From then on your password alone opens the desk."),
        lambda store, password: switch_code_off(store, password, moment),
    )


def recovery_sheet(theme: Theme, host: QWidget, desk: Desk) -> AskSheet:
    """Makes a new recovery code."""
    translate = QCoreApplication.translate
    moment = desk.moment
    return AskSheet(
        theme,
        host,
        desk,
        translate("AccountSection", "New recovery code"),
        translate(
            "AccountSection",
            "The recovery code of before opens nothing from then on: destroy its paper.",
        ),
        lambda store, _password: renew_recovery(store, moment),
    )


class SparesSheet(Sheet):
    """The codes for a lost device, shown once."""

    def __init__(
        self, theme: Theme, host: QWidget, paper: Paper, clinic: str, spares: Sequence[str]
    ) -> None:
        title = QCoreApplication.translate("SparesSheet", "Spare codes for a lost device")
        super().__init__(theme, title, host, WIDTH)
        self._paper, self._clinic, self._spares = paper, clinic, tuple(spares)
        self._title = title
        self._words = self.tr(
            "Each opens the desk once, with your password, when the device is not at hand. They "
            "are shown this once: print them and keep them apart from the device."
        )
        self._problem = Label("", "error", wrap=True)
        self._problem.hide()
        self.body.addWidget(Label(self._words, "body", wrap=True))
        self.body.addWidget(CodeView(theme, title, spares, 6, 15))
        self.body.addWidget(self._problem)
        self.body.addStretch(1)
        self.print = Button(theme, self.tr("Print…"), icon="download")
        done = Button(theme, self.tr("I have them on paper"), ButtonKind.PRIMARY)
        self.print.clicked.connect(self._on_print)
        done.clicked.connect(self.close_now)
        self.add_button(self.print)
        self.add_button(done)

    def _on_print(self) -> None:
        from careteam.exports.code_paper import CodePaper, code_pages

        foot = self.tr("Each code works once.")
        page = CodePaper(self._title, self._clinic, (self._words,), foot, self._spares)
        try:
            self._paper.print_pages(self.window(), code_pages(page), self._title)
        except Unavailable as error:
            self._problem.setText(error.sentence)
            self._problem.show()

"""A way in without the password: the recovery code gives an administrator a new one."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.look.buttons import Button, ButtonKind
from ui.look.fields import Field, LineEdit
from ui.look.labels import Label
from ui.look.sheet import Sheet
from ui.look.theme import Theme
from ui.unlock.new_password import NewPassword

WIDTH = 520


@dataclass(frozen=True, slots=True)
class LostRequest:
    """The database, the recovery code, the administrator and their new password."""

    path: Path
    user: str
    code: str = field(repr=False)
    password: str = field(repr=False)


class LostSheet(Sheet):
    """`recover_asked` carries a LostRequest; whoever hears it closes the sheet when it was done."""

    recover_asked = Signal(object)

    def __init__(self, theme: Theme, host: QWidget, database: Path, user: str = "") -> None:
        title = QCoreApplication.translate("LostSheet", "Lost password")
        super().__init__(theme, title, host, WIDTH)
        self._database = database
        for words in (
            self.tr(
                "Ask an administrator for a one-time code: sign in with it instead of the "
                "password, and choose a new one."
            ),
            self.tr(
                "An administrator who has lost their own password takes the recovery code from "
                "its envelope. It works once; a new one is made and shown afterwards."
            ),
        ):
            self.body.addWidget(Label(words, "body", wrap=True))
        self.code, self.user = LineEdit(theme), LineEdit(theme)
        self.user.setText(user)
        self.password = NewPassword(theme)
        self._fields = {
            "code": Field(theme, self.tr("Recovery code"), self.code),
            "user": Field(theme, self.tr("Administrator's user name"), self.user),
            "password": self.password.new_field,
        }
        self.body.addWidget(self._fields["code"])
        self.body.addWidget(self._fields["user"])
        self.body.addWidget(self.password)
        self.body.addStretch(1)
        self._cancel = Button(theme, self.tr("Cancel"), hint="Esc")
        self.save = Button(
            theme, self.tr("Save the new password"), ButtonKind.PRIMARY, hint="Return"
        )
        self.add_button(self._cancel)
        self.add_button(self.save)
        self._cancel.clicked.connect(self.close_now)
        self.save.clicked.connect(self._on_save)
        self.password.entered.connect(self._on_save)

    def show_problem(self, sentence: str, name: str = "code") -> None:
        """Say at a field (code, user, password) what is wrong."""
        found = self._fields.get(name, self._fields["code"])
        found.show_problem(sentence)
        found.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_busy(self, is_busy: bool) -> None:
        """Show that it is being done, and take no second request meanwhile."""
        for control in (self.code, self.user, self.password, self._cancel, self.save):
            control.setEnabled(not is_busy)
        self.save.setText(self.tr("Saving…") if is_busy else self.tr("Save the new password"))

    def _on_save(self) -> None:
        from careteam.domain.recovery import read_code

        for field_ in self._fields.values():
            field_.clear_problem()
        try:
            read_code(self.code.text())
        except ValueError as error:
            self.show_problem(str(error))
            return
        user = self.user.text_value()
        if not user:
            self.show_problem(self.tr("Type the user name of an administrator."), "user")
            return
        password = self.password.take([user])
        if password:
            self.recover_asked.emit(LostRequest(self._database, user, self.code.text(), password))

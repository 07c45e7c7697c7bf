"""Who had the key of a copy: a user and the password of then, or the recovery code of then."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careteam.storage.door import has_code, users_of
from ui.look.choices import Choice
from ui.look.fields import Field
from ui.look.options import Option
from ui.look.theme import Theme
from ui.unlock.passphrase_edit import PassphraseEdit

BY_CODE = "\n"
"""The choice of the recovery code; no user is called that."""


class KeyOfThen(QWidget):
    """`entered` when Return was pressed in the password."""

    entered = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.user = Choice(theme, ())
        self.user_field = Field(theme, self.tr("User"), self.user)
        self.password = PassphraseEdit(theme)
        self.field = Field(theme, self.tr("Password at that time"), self.password)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(11)
        column.addWidget(self.user_field)
        column.addWidget(self.field)
        self.user.chosen.connect(lambda _user: self._show_what_is_asked())
        self.password.returnPressed.connect(self.entered)

    def show_copy(self, copy: Path, user: str = "") -> None:
        """Offer who had a key when the copy was made, with one of them chosen."""
        users = users_of(copy)
        options = [Option(one, one) for one in users]
        if has_code(copy):
            words = QCoreApplication.translate("KeyOfThen", "Recovery code, from its envelope")
            options.append(Option(BY_CODE, words))
        self.user.set_options(options)
        self.user.set_value(user if user in users else options[0].key if options else "")
        self.user_field.setVisible(bool(options))
        self._show_what_is_asked()

    def take(self) -> tuple[str, str] | None:
        """User and password, the user empty with a recovery code; None, and said, without one."""
        if not self.password.text():
            self.show_problem(
                self.tr("Type the recovery code of then.")
                if self._is_by_code()
                else self.tr("Type the password that you had then.")
            )
            return None
        self.field.clear_problem()
        return "" if self._is_by_code() else self.user.value(), self.password.take()

    def show_problem(self, sentence: str) -> None:
        """Say at the password what is wrong."""
        self.field.show_problem(sentence)
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_by_code(self) -> bool:
        return self.user.value() == BY_CODE

    def _show_what_is_asked(self) -> None:
        words = self.tr("Recovery code of that time"), self.tr("Password at that time")
        self.field.set_label(words[0] if self._is_by_code() else words[1])
        self.field.clear_problem()

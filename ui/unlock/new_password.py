"""Two lines for a new password, what is wrong with it, and the page that asks for one's own."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careteam.domain.passphrases import LEAST_CHARACTERS, LEAST_WITH_CODE, wrong_with
from ui.look.buttons import Button, ButtonKind
from ui.look.fields import Field
from ui.look.labels import Label
from ui.look.theme import Theme
from ui.override import override
from ui.unlock.lock_card import LockCard
from ui.unlock.passphrase_edit import PassphraseEdit

WIDTH = 440


class NewPassword(QWidget):
    """`entered` says that Enter was pressed in the second line."""

    entered = Signal()

    def __init__(
        self, theme: Theme, *, with_code: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._with_code = with_code
        self.new, self.again = PassphraseEdit(theme), PassphraseEdit(theme)
        self.new_field = Field(theme, self.tr("New password"), self.new)
        self.again_field = Field(theme, self.tr("The same again"), self.again)
        caps_lock = Label(self.tr("Caps Lock is on"), "sub")
        caps_lock.hide()
        rule = self.tr(
            "At least {least} characters. Four or five words that do not belong together are safe "
            "and easy to remember; any letters, digits, signs and blanks may be used."
        ).format(least=LEAST_WITH_CODE if with_code else LEAST_CHARACTERS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(11)
        column.addWidget(self.new_field)
        column.addWidget(Label(rule, "sub", wrap=True))
        column.addWidget(self.again_field)
        column.addWidget(caps_lock)
        for line in (self.new, self.again):
            line.caps_lock_told.connect(caps_lock.setVisible)
        self.again.returnPressed.connect(self.entered)

    def take(self, names: Iterable[str]) -> str:
        """The new password, and both lines are empty; nothing when it will not do."""
        sentence = self.problem(names)
        differ = self.tr("The two passwords differ; type the same one twice.")
        differ = differ if self.new.value() != self.again.value() else ""
        self.new_field.show_problem(sentence)
        self.again_field.show_problem("" if sentence else differ)
        if sentence or differ:
            wrong = self.new if sentence else self.again
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            return ""
        self.again.empty()
        return self.new.take()

    def problem(self, names: Iterable[str]) -> str:
        """What is wrong with the password, in one sentence, or nothing."""
        return wrong_with(self.new.value(), names=names, with_code=self._with_code)

    def show_problem(self, sentence: str) -> None:
        """Say at the first line what is wrong."""
        self.new_field.show_problem(sentence)
        self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def empty(self) -> None:
        """Forget what was typed."""
        self.new.empty()
        self.again.empty()


class ChoosePage(QWidget):
    """Stands before the desk of somebody who came in by a code that works once.

    `chosen` carries the password, `lock_asked` leaves. Nothing of a patient was read yet.
    """

    chosen = Signal(str)
    lock_asked = Signal()

    def __init__(
        self, theme: Theme, user: str, *, with_code: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._user = user
        card = LockCard(theme, WIDTH, self.tr("Choose your password"), user)
        self.password = NewPassword(theme, with_code=with_code)
        self.save = Button(theme, self.tr("Save the password"), ButtonKind.PRIMARY, hint="Return")
        self.lock = Button(theme, self.tr("Lock"), hint="Ctrl+Shift+L")
        words = self.tr("The code you signed in with works no more once you have chosen.")
        card.column.addWidget(Label(words, "body", wrap=True))
        card.column.addSpacing(12)
        card.column.addWidget(self.password)
        card.column.addSpacing(16)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.lock)
        foot.addWidget(self.save, 1)
        card.column.addLayout(foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        self.password.entered.connect(self._on_save)
        self.save.clicked.connect(self._on_save)
        self.lock.setShortcut("Ctrl+Shift+L")
        self.lock.clicked.connect(self.lock_asked)

    def show_problem(self, sentence: str, _name: str = "new") -> None:
        """Say what is wrong with the password."""
        self.password.show_problem(sentence)

    def show_busy(self, is_busy: bool) -> None:
        """Show that it is being saved, and take no second one meanwhile."""
        for control in (self.password, self.save, self.lock):
            control.setEnabled(not is_busy)
        self.save.setText(self.tr("Saving…") if is_busy else self.tr("Save the password"))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.password.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_save(self) -> None:
        if self.save.isEnabled():
            password = self.password.take([self._user])
            if password:
                self.chosen.emit(password)

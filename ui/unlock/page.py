"""The unlock page: which database, who signs in, their password, and nothing about anybody."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careteam.storage.door import users_of
from ui.look.buttons import Button, ButtonKind
from ui.look.choices import Choice
from ui.look.fields import Field, LineEdit
from ui.look.labels import Divider, Label, plain_tooltip
from ui.look.options import Option
from ui.look.theme import Theme
from ui.override import override
from ui.unlock.lock_card import LockCard
from ui.unlock.passphrase_edit import PassphraseEdit

WIDTH = 400
MOST_NAME, MOST_FOLDER = 26, 22


@dataclass(frozen=True, slots=True)
class UnlockRequest:
    """The database to open, who signs in, and their password, which no printed form shows.

    `is_emergency` asks for emergency access as soon as the desk stands.
    """

    path: Path
    user: str
    password: str = field(repr=False)
    code: str = field(default="", repr=False)
    is_emergency: bool = False


class UnlockPage(QWidget):
    """`unlock_asked` carries an UnlockRequest, and the password has left the field by then.

    `new_asked` asks for a new database, `other_asked` for one that is not in the list,
    `rescue_asked` for the copies of the chosen one, `lost_asked` for a way in without the
    password (both its path).
    """

    unlock_asked = Signal(object)
    new_asked = Signal()
    other_asked = Signal()
    rescue_asked = Signal(object)
    lost_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = LockCard(theme, WIDTH, self.tr("Careteam is locked"))
        self._databases: tuple[Path, ...] = ()
        self._is_busy = self._is_working = False
        self._database = Choice(theme, (), empty=self.tr("Choose a database"))
        self._user = Choice(theme, (), empty=self.tr("Choose who you are"))
        self._user_field = Field(theme, self.tr("User"), self._user)
        self._passphrase = PassphraseEdit(theme)
        self._passphrase_field = Field(theme, self.tr("Password"), self._passphrase)
        self._code = LineEdit(theme)
        self._code_field = Field(theme, self.tr("Code of your device"), self._code)
        self._code_field.hide()
        self._database_field = Field(theme, self.tr("Database"), self._database)
        self._caps_lock = Label(self.tr("Caps Lock is on"), "sub")
        self._caps_lock.hide()
        self._unlock = Button(theme, self.tr("Unlock"), ButtonKind.PRIMARY, hint="Return")
        self._switch = Button(theme, self.tr("Switch user"), ButtonKind.LINK)
        self._emergency = Button(theme, self.tr("Emergency access"), ButtonKind.LINK)
        self._lost = Button(theme, self.tr("Lost password…"), ButtonKind.LINK)
        self._other = Button(theme, self.tr("Another file…"), ButtonKind.LINK)
        self._new = Button(theme, self.tr("New database…"), ButtonKind.LINK)
        self._rescue = Button(theme, self.tr("Restore a copy…"))
        self._rescue.hide()
        self._notice = Label("", "sub", wrap=True)
        self._kept = self._build_foot(self._notice)
        self._fill(self._card.column)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._card)
        self._database.chosen.connect(self._on_chosen)
        self._passphrase.returnPressed.connect(self._on_unlock)
        self._code.returnPressed.connect(self._on_unlock)
        self._user.chosen.connect(self._on_user)
        self._switch.clicked.connect(self._on_switch)
        self._emergency.clicked.connect(lambda: self._ask(is_emergency=True))
        self._lost.clicked.connect(lambda: self.lost_asked.emit(Path(self._database.value())))
        self._passphrase.caps_lock_told.connect(self._caps_lock.setVisible)
        self._unlock.clicked.connect(self._on_unlock)
        self._other.clicked.connect(self.other_asked)
        self._new.clicked.connect(self.new_asked)
        self._rescue.clicked.connect(lambda: self.rescue_asked.emit(Path(self._database.value())))
        self.set_databases((), None)

    def set_databases(self, paths: Sequence[Path], chosen: Path | None) -> None:
        """Offer these files by name and folder, the newest first, with one of them chosen."""
        self._databases = tuple(dict.fromkeys([*paths, *([chosen] if chosen else [])]))
        self._database.set_options(
            [Option(str(path), _short(path.name), _folder(path)) for path in self._databases]
        )
        self._database.set_value(str(chosen) if chosen else "")
        self._show_where()
        self._show_users()

    def show_problem(self, sentence: str, _name: str = "password") -> None:
        """Say at the field why it did not open; an empty sentence takes it away."""
        self._passphrase_field.show_problem(sentence)
        if sentence:
            self._passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_rescue(self, is_offered: bool) -> None:
        """Offer the copies of the chosen database, as it is damaged."""
        self._rescue.setVisible(is_offered)
        if is_offered:
            self._rescue.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_busy(self, is_busy: bool) -> None:
        """Show that the database is being opened, and take no second request meanwhile."""
        self._is_busy = is_busy
        for control in (
            self._database, self._user, self._passphrase, self._code, self._unlock, self._switch,
            self._emergency, self._rescue, self._other, self._new, self._lost,
        ):  # fmt: skip
            control.setEnabled(not is_busy)
        self._unlock.setText(self.tr("Opening…") if is_busy else self.tr("Unlock"))
        if self._is_working:
            self._is_working = False
            self.show_notice("")
        if not is_busy and self.isVisible():
            self._focus_first()

    def show_work(self, sentence: str) -> None:
        """Say what is done with the closed database, until it is not busy any more."""
        self.show_busy(True)
        self._unlock.setText(self.tr("Working…"))
        self.show_notice(sentence)
        self._is_working = True

    def user(self) -> str:
        """The user who is chosen, or nothing."""
        return self._user.value()

    def set_kept_draft(self, is_kept: bool) -> None:
        """Say at the foot that a half entered contact is kept."""
        words = self.tr("Your unsaved contact is kept and comes back after you unlock.")
        self.show_notice(words if is_kept else "")

    def show_notice(self, sentence: str) -> None:
        """Say something at the foot; an empty sentence takes it away."""
        self._notice.setText(sentence)
        self._kept.setVisible(bool(sentence))

    def ask_code(self, request: UnlockRequest) -> None:
        """Ask for the code of a second factor; the password that was right stands there again."""
        self._passphrase.setText(request.password)
        self._code_field.show()
        self._code_field.clear_problem()
        self._code.setFocus(Qt.FocusReason.OtherFocusReason)

    def hold(self, user: str) -> None:
        """While the desk stands behind it, only the user whose desk it is, or another one."""
        self._user.set_value(user)
        for one in (self._database_field, self._other, self._new, self._lost):
            one.hide()

    def clear(self) -> None:
        """As it stands when nobody has typed yet."""
        self._passphrase.empty()
        self._code.clear()
        self._code_field.hide()
        for one in (self._database_field, self._other, self._new, self._lost):
            one.show()
        self.show_problem("")
        self.offer_rescue(False)
        self.show_busy(False)
        self.set_kept_draft(False)
        self._caps_lock.hide()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._focus_first()

    def _fill(self, column: QVBoxLayout) -> None:
        self._database_field.setContentsMargins(0, 0, 0, 11)
        column.addWidget(self._database_field)
        column.addWidget(self._user_field)
        column.addSpacing(11)
        column.addWidget(self._passphrase_field)
        self._code_field.setContentsMargins(0, 11, 0, 0)
        column.addWidget(self._code_field)
        self._caps_lock.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self._caps_lock)
        column.addSpacing(16)
        column.addWidget(self._unlock)
        column.addSpacing(10)
        column.addWidget(self._rescue)
        column.addLayout(_links(self._switch, self._emergency))
        column.addSpacing(6)
        column.addLayout(_links(self._other, self._lost, self._new))
        column.addWidget(self._kept)

    def _build_foot(self, notice: Label) -> QWidget:
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(12)
        column.addWidget(Divider())
        column.addWidget(notice)
        foot.hide()
        return foot

    def _focus_first(self) -> None:
        first = self._passphrase
        if not self._user.value():
            first = self._user if self._user.isVisible() else self._passphrase
        if not self._database.value():
            first = self._database
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_where(self) -> None:
        key = self._database.value()
        path = Path(key)
        self._card.set_sub(f"{_short(path.name)} · {_folder(path)}" if key else "")
        self._database.setToolTip(plain_tooltip(key))

    def _show_users(self) -> None:
        """Offer who has a key of the chosen database; one of before users asks for nobody."""
        key, before = self._database.value(), self._user.value()
        users = users_of(Path(key)) if key else ()
        self._user.set_options([Option(user, user) for user in users])
        chosen = before if before in users else users[0] if len(users) == 1 else ""
        self._user.set_value(chosen)
        self._user_field.setVisible(bool(users))
        self._switch.setVisible(len(users) > 1)
        self._emergency.setVisible(bool(users))

    def _on_user(self, _user: str) -> None:
        self._passphrase.empty()
        self._code.clear()
        self._code_field.hide()
        self._user_field.clear_problem()
        self._passphrase_field.clear_problem()
        self._passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_switch(self) -> None:
        self._on_user("")
        self._user.set_value("")
        self._user.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self, _key: str) -> None:
        self._show_where()
        self._show_users()
        self._database_field.clear_problem()
        self._passphrase_field.clear_problem()
        self.offer_rescue(False)
        self._passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_unlock(self) -> None:
        self._ask()

    def _ask(self, *, is_emergency: bool = False) -> None:
        if self._is_busy:
            return
        key = self._database.value()
        if not key:
            self._database_field.show_problem(self.tr("Choose the database to open."))
            self._database.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self._user_field.isVisibleTo(self) and not self._user.value():
            self._user_field.show_problem(self.tr("Choose who you are."))
            self._user.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self._passphrase.text():
            self.show_problem(self.tr("Type your password."))
            return
        self.show_problem("")
        self.offer_rescue(False)
        request = UnlockRequest(
            Path(key),
            self._user.value(),
            self._passphrase.take(),
            self._code.text_value(),
            is_emergency,
        )
        self._code.clear()
        self.unlock_asked.emit(request)


def _links(*buttons: Button) -> QHBoxLayout:
    """A row of links, from edge to edge."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in buttons[:-1]:
        row.addWidget(button)
        row.addStretch(1)
    row.addWidget(buttons[-1])
    return row


def _folder(path: Path) -> str:
    """The folder as people write it: ~ for their own, only its end when it is long."""
    try:
        folder = Path("~") / path.parent.relative_to(Path.home())
    except (ValueError, RuntimeError):
        folder = path.parent
    words = str(folder)
    return words if len(words) <= MOST_FOLDER else _short(str(Path("…") / folder.name), MOST_FOLDER)


def _short(words: str, most: int = MOST_NAME) -> str:
    """Both ends of words that are too long for the card; the tooltip has all of them."""
    if len(words) <= most:
        return words
    end = most // 2
    return f"{words[: most - end - 1]}…{words[-end:]}"

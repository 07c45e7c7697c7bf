"""The unlock page: which database, its passphrase, and nothing about anybody."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.look.buttons import Button, ButtonKind
from ui.look.choices import Choice
from ui.look.fields import Field
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
    """The database to open and its passphrase, which no printed form shows."""

    path: Path
    passphrase: str = field(repr=False)


class UnlockPage(QWidget):
    """`unlock_asked` carries an UnlockRequest, and the passphrase has left the field by then.

    `new_asked` asks for a new database, `other_asked` for one that is not in the list,
    `rescue_asked` for the copies of the chosen one (its path).
    """

    unlock_asked = Signal(object)
    new_asked = Signal()
    other_asked = Signal()
    rescue_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = LockCard(theme, WIDTH, self.tr("Careteam is locked"))
        self._databases: tuple[Path, ...] = ()
        self._is_busy = False
        self._database = Choice(theme, (), empty=self.tr("Choose a database"))
        self._passphrase = PassphraseEdit(theme)
        self._passphrase_field = Field(theme, self.tr("Passphrase"), self._passphrase)
        self._database_field = Field(theme, self.tr("Database"), self._database)
        self._caps_lock = Label(self.tr("Caps Lock is on"), "sub")
        self._caps_lock.hide()
        self._unlock = Button(theme, self.tr("Unlock"), ButtonKind.PRIMARY, hint="Return")
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

    def show_problem(self, sentence: str) -> None:
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
            self._database, self._passphrase, self._unlock, self._rescue, self._other, self._new
        ):  # fmt: skip
            control.setEnabled(not is_busy)
        self._unlock.setText(self.tr("Opening…") if is_busy else self.tr("Unlock"))
        if not is_busy and self.isVisible():
            self._focus_first()

    def set_kept_draft(self, is_kept: bool) -> None:
        """Say at the foot that a half entered contact is kept."""
        words = self.tr("Your unsaved contact is kept and comes back after you unlock.")
        self.show_notice(words if is_kept else "")

    def show_notice(self, sentence: str) -> None:
        """Say something at the foot; an empty sentence takes it away."""
        self._notice.setText(sentence)
        self._kept.setVisible(bool(sentence))

    def clear(self) -> None:
        """As it stands when nobody has typed yet."""
        self._passphrase.empty()
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
        links = QHBoxLayout()
        links.setSpacing(8)
        links.addWidget(self._other)
        links.addStretch(1)
        links.addWidget(self._new)
        column.addWidget(self._database_field)
        column.addSpacing(11)
        column.addWidget(self._passphrase_field)
        self._caps_lock.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self._caps_lock)
        column.addSpacing(16)
        column.addWidget(self._unlock)
        column.addSpacing(10)
        column.addWidget(self._rescue)
        column.addLayout(links)
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
        first = self._passphrase if self._database.value() else self._database
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_where(self) -> None:
        key = self._database.value()
        path = Path(key)
        self._card.set_sub(f"{_short(path.name)} · {_folder(path)}" if key else "")
        self._database.setToolTip(plain_tooltip(key))

    def _on_chosen(self, _key: str) -> None:
        self._show_where()
        self._database_field.clear_problem()
        self._passphrase_field.clear_problem()
        self.offer_rescue(False)
        self._passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_unlock(self) -> None:
        if self._is_busy:
            return
        key = self._database.value()
        if not key:
            self._database_field.show_problem(self.tr("Choose the database to open."))
            self._database.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self._passphrase.text():
            self.show_problem(self.tr("Type the passphrase of this database."))
            return
        self.show_problem("")
        self.offer_rescue(False)
        self.unlock_asked.emit(UnlockRequest(Path(key), self._passphrase.take()))


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

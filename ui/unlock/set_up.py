"""The first run: where the database is kept, whose clinic it is, who works here, their password."""

import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from careteam.domain.access import all_roles
from careteam.domain.accounts import AccountDraft, check
from careteam.domain.errors import Refused
from careteam.domain.passphrases import wrong_with
from ui.look.buttons import Button, ButtonKind
from ui.look.cards import WarningCard
from ui.look.choices import SearchChoice
from ui.look.fields import Field, LineEdit
from ui.look.labels import Divider, Label
from ui.look.options import Option
from ui.look.theme import Theme
from ui.unlock.lock_card import LockCard
from ui.unlock.passphrase_edit import PassphraseEdit

WIDTH = 520
SUFFIX = ".db"
ORDER = ("clinic", "zone", "family", "given", "credentials", "path", "user", "password", "again")
"""In which the fields are read, and the keyboard walks."""

ChooseFile = Callable[[QWidget, Path], Path | None]


@dataclass(frozen=True, slots=True)
class SetUpRequest:
    """A database to make, its clinic, and the first navigator with their account.

    The password is never printed.
    """

    path: Path
    clinic: str
    zone: str
    family: str
    given: str
    credentials: str
    user: str
    password: str = field(repr=False)


def choose_new_file(parent: QWidget, path: Path) -> Path | None:
    """Ask the desktop where the new database is to be."""
    from PySide6.QtWidgets import QFileDialog

    title = QCoreApplication.translate("SetUpPage", "Where the database is kept")
    kind = QCoreApplication.translate("SetUpPage", "Careteam database (*.db)")
    chosen, _ = QFileDialog.getSaveFileName(
        parent, title, str(path), kind, options=QFileDialog.Option.DontConfirmOverwrite
    )
    return Path(chosen) if chosen else None


def user_name(given: str, family: str) -> str:
    """A user name as clinics make them: joan.ellis."""
    parts = ("".join(part.split()).casefold() for part in (given, family))
    return ".".join(part for part in parts if part)


def machine_zone() -> str:
    """The IANA name of the time zone of this machine; UTC where it has none."""
    import tzlocal

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return tzlocal.get_localzone_name() or "UTC"
        except (LookupError, OSError, ValueError):
            return "UTC"


class SetUpPage(QWidget):
    """`create_asked` carries a SetUpRequest whose fields were all looked at; `back_asked` leaves.

    `zone` is offered first; without one the machine's own is.
    """

    create_asked = Signal(object)
    back_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        default_path: Path,
        zone: str = "",
        choose: ChooseFile = choose_new_file,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._choose = choose
        self._is_busy = self._is_user_typed = False
        self._card = LockCard(
            theme,
            WIDTH,
            self.tr("Set up Careteam"),
            self.tr("An encrypted database on this machine; nothing leaves it."),
        )
        self._build_controls(theme, default_path, zone or machine_zone())
        self._fields = self._build_fields(theme)
        self._create = Button(
            theme, self.tr("Create the database"), ButtonKind.PRIMARY, hint="Ctrl+Return"
        )
        self._back = Button(theme, self.tr("Back"))
        self._fill(self._card.column)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._card)
        self._browse.clicked.connect(self._on_browse)
        self._back.clicked.connect(self.back_asked)
        self._create.clicked.connect(self._on_create)
        self._create.setShortcut("Ctrl+Return")
        for password in (self._password, self._again):
            password.caps_lock_told.connect(self._caps_lock.setVisible)
        for name in (self._family, self._given):
            name.textChanged.connect(self._propose_user)
        self._user.edited.connect(self._on_user_typed)
        self._again.returnPressed.connect(self._on_create)

    def show_problem(self, sentence: str, name: str = "path") -> None:
        """Say at a field (path, clinic, zone, family, user, password, again) what is wrong."""
        found = self._fields.get(name, self._fields["path"])
        found.show_problem(sentence)
        if sentence:
            found.control.setFocus(Qt.FocusReason.OtherFocusReason)
            self._card.area.ensureWidgetVisible(found)

    def show_busy(self, is_busy: bool) -> None:
        """Show that the database is being made, and take no second request meanwhile."""
        self._is_busy = is_busy
        for control in (*(f.control for f in self._fields.values()), self._browse, self._back):
            control.setEnabled(not is_busy)
        self._create.setEnabled(not is_busy)
        self._create.setText(self.tr("Creating…") if is_busy else self.tr("Create the database"))

    def clear(self) -> None:
        """Forget both passwords and every sentence."""
        self._password.empty()
        self._again.empty()
        for found in self._fields.values():
            found.clear_problem()
        self.show_busy(False)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._clinic.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_controls(self, theme: Theme, default_path: Path, zone: str) -> None:
        self._path = LineEdit(theme)
        self._path.setText(str(default_path))
        self._browse = Button(theme, self.tr("Choose…"), ButtonKind.LINK)
        self._path.set_trailing(self._browse)
        self._clinic = LineEdit(theme, self.tr("Leukemia Program"))
        from zoneinfo import available_timezones

        zones = sorted({*available_timezones(), zone})
        self._zone = SearchChoice(theme, [Option(name, name) for name in zones], zone)
        self._family = LineEdit(theme)
        self._given = LineEdit(theme)
        self._credentials = LineEdit(theme, self.tr("RN, OCN"))
        self._user = LineEdit(theme, "joan.ellis")
        self._password = PassphraseEdit(theme)
        self._again = PassphraseEdit(theme)
        self._caps_lock = Label(self.tr("Caps Lock is on"), "sub")
        self._caps_lock.hide()

    def _build_fields(self, theme: Theme) -> dict[str, Field]:
        return {
            "path": Field(theme, self.tr("Where it is kept"), self._path),
            "clinic": Field(theme, self.tr("Clinic or program"), self._clinic),
            "zone": Field(theme, self.tr("Time zone"), self._zone),
            "family": Field(theme, self.tr("Your family name"), self._family),
            "given": Field(theme, self.tr("Your given name"), self._given),
            "credentials": Field(theme, self.tr("Credentials"), self._credentials),
            "user": Field(theme, self.tr("Your user name"), self._user),
            "password": Field(theme, self.tr("Password"), self._password),
            "again": Field(theme, self.tr("The same again"), self._again),
        }

    def _fill(self, column: QVBoxLayout) -> None:
        fields = self._fields
        column.setSpacing(11)
        column.addLayout(_row(fields["clinic"], fields["zone"]))
        column.addLayout(_row(fields["family"], fields["given"], fields["credentials"]))
        column.addWidget(fields["path"])
        column.addWidget(Divider())
        column.addWidget(fields["user"])
        column.addLayout(_row(fields["password"], fields["again"]))
        rule = self.tr(
            "At least 15 characters. Four or five words that do not belong together are safe and "
            "easy to remember; any letters, digits, signs and blanks may be used."
        )
        column.addWidget(Label(rule, "sub", wrap=True))
        column.addWidget(self._caps_lock)
        warning = WarningCard()
        warning.column.addWidget(Label(self.tr("Two ways in, and no third"), "strong"))
        words = self.tr(
            "The data open with the password of a user or with the recovery code that is shown "
            "next, and with nothing else: without both nobody can open them, not even the makers "
            "of Careteam."
        )
        warning.column.addWidget(Label(words, "body", wrap=True))
        column.addWidget(warning)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._back)
        foot.addWidget(self._create, 1)
        column.addLayout(foot)
        stops = [*(fields[name].control for name in ORDER), self._back, self._create]
        for stop, following in pairwise(stops):
            QWidget.setTabOrder(stop, following)

    def _on_browse(self) -> None:
        chosen = self._choose(self, Path(self._path.text_value()))
        if chosen is not None:
            self._path.setText(str(chosen if chosen.suffix else chosen.with_suffix(SUFFIX)))
            self._fields["path"].clear_problem()

    def _on_create(self) -> None:
        if self._is_busy:
            return
        problems = self._problems()
        for name, found in self._fields.items():
            found.show_problem(problems.get(name, ""))
        for name, sentence in problems.items():
            self.show_problem(sentence, name)
            return
        request = SetUpRequest(
            path=self._new_path(),
            clinic=self._clinic.text_value(),
            zone=self._zone.value(),
            family=self._family.text_value(),
            given=self._given.text_value(),
            credentials=self._credentials.text_value(),
            user=self._user.text_value(),
            password=self._password.take(),
        )
        self._again.empty()
        self.create_asked.emit(request)

    def _problems(self) -> dict[str, str]:
        """The first thing that is wrong with each field, in the order of the page."""
        password = self._password.value()
        names = (self._user.text_value(), self._clinic.text_value(), self._family.text_value())
        too_few = self.tr("Choose at least 15 characters.") if not password else ""
        wrong = too_few or wrong_with(password, names=names)
        user_wrong = self._wrong_with_user()
        checks = (
            ("clinic", not self._clinic.text_value(), self.tr("Give the clinic a name.")),
            ("zone", not self._zone.value(), self.tr("Choose the clinic's time zone.")),
            ("family", not self._family.text_value(), self.tr("Give your family name.")),
            ("path", not self._path.text_value(), self.tr("Say where the database is kept.")),
            ("path", self._new_path().exists(), self.tr("This exists already; choose a new name.")),
            ("user", bool(user_wrong), user_wrong),
            ("password", bool(wrong), wrong),
            (
                "again",
                password != self._again.value(),
                self.tr("The two passwords differ; type the same one twice."),
            ),
        )
        found: dict[str, str] = {}
        for name, is_wrong, sentence in checks:
            if is_wrong:
                found.setdefault(name, sentence)
        return found

    def _wrong_with_user(self) -> str:
        try:
            check(AccountDraft(self._user.text_value(), all_roles()))
        except Refused as refused:
            return refused.sentence
        return ""

    def _propose_user(self) -> None:
        """Until one is typed, the user name is made of the names."""
        if not self._is_user_typed:
            self._user.setText(user_name(self._given.text_value(), self._family.text_value()))

    def _on_user_typed(self) -> None:
        self._is_user_typed = bool(self._user.text_value())

    def _new_path(self) -> Path:
        text = self._path.text_value()
        try:
            return Path(text).expanduser()
        except RuntimeError:
            return Path(text)


def _row(*fields: Field) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for each in fields:
        row.addWidget(each, 1)
    return row

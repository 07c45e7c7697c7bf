"""The sheets that keep users: who they are and what they may do, and the code that lets them in."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careteam.domain.access import Action, Role
from careteam.domain.accounts import AccountDraft
from careteam.domain.changes import Changes
from careteam.domain.dates import moment_shown
from careteam.storage.reads.accounts import AccountRow
from ui.form_sheet import FormSheet
from ui.look.buttons import Button, ButtonKind
from ui.look.check_box import CheckBox
from ui.look.choices import SearchChoice
from ui.look.fields import Field, LineEdit
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.sheet import Sheet
from ui.look.theme import Theme

WIDTH = 480


def role_words(role: Role) -> str:
    """A role in one or two words."""
    return {
        Role.NAVIGATOR: QCoreApplication.translate("Users", "Navigator"),
        Role.SUPERVISOR: QCoreApplication.translate("Users", "Supervisor"),
        Role.READER: QCoreApplication.translate("Users", "Read only"),
        Role.ADMINISTRATOR: QCoreApplication.translate("Users", "Administrator"),
    }[role]


def _allows(role: Role) -> str:
    return {
        Role.NAVIGATOR: QCoreApplication.translate(
            "Users", "cares for patients, logs contacts, brings files in and lets papers out"
        ),
        Role.SUPERVISOR: QCoreApplication.translate(
            "Users", "as a navigator; also hands patients over, changes rules, reviews the trail"
        ),
        Role.READER: QCoreApplication.translate("Users", "sees every patient and changes nothing"),
        Role.ADMINISTRATOR: QCoreApplication.translate(
            "Users", "keeps users, keys, copies and rules; sees no patient"
        ),
    }[role]


class RolesField(QWidget):
    """A box for each role with what it allows; `edited` when one was turned over."""

    edited = Signal()

    def __init__(self, theme: Theme, roles: frozenset[Role] = frozenset()) -> None:
        super().__init__()
        self.boxes: dict[Role, CheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for role in Role:
            box = self.boxes[role] = CheckBox(theme, f"{role_words(role)}: {_allows(role)}")
            box.setChecked(role in roles)
            box.edited.connect(self.edited)
            column.addWidget(box)
        self.setFocusProxy(self.boxes[Role.NAVIGATOR])

    def value(self) -> frozenset[Role]:
        """The roles that are ticked."""
        return frozenset(role for role, box in self.boxes.items() if box.isChecked())


class AccountSheet(FormSheet):
    """A new user, or the roles of one: `save` gets the draft and may be done later."""

    writes = Action.USERS

    def __init__(
        self,
        theme: Theme,
        host: QWidget,
        people: Sequence[Option],
        save: Callable[[AccountDraft], Changes | None],
        row: AccountRow | None = None,
    ) -> None:
        title = QCoreApplication.translate("Users", "Add a user")
        words = QCoreApplication.translate("Users", "Make the code")
        if row is not None:
            title = QCoreApplication.translate("Users", "What {name} may do").format(name=row.name)
            words = QCoreApplication.translate("Users", "Save")
        super().__init__(theme, title, host, words, lambda: save(self.draft()))
        self._row = row
        self.name = LineEdit(theme, self.tr("as it is typed at the door, such as joan.ellis"))
        person = str(row.person_id or "") if row else ""
        self.person = SearchChoice(theme, people, person, self.tr("Nobody of the directory"))
        self.roles = RolesField(theme, row.roles if row else frozenset())
        if row is None:
            self.add_field("name", Field(theme, self.tr("User name"), self.name))
        else:
            self.name.setParent(self)
            self.name.hide()
        self.add_field("person", Field(theme, self.tr("Person in the directory"), self.person))
        self.add_field("roles", Field(theme, self.tr("Roles"), self.roles))
        self.finish()

    def draft(self) -> AccountDraft:
        """As it stands in the form."""
        name = self._row.name if self._row else self.name.text_value()
        person = self.person.value()
        return AccountDraft(name, self.roles.value(), int(person) if person else None)


class CodeSheet(Sheet):
    """Shows a one-time code once: whoever closes this never sees it again."""

    def __init__(self, theme: Theme, host: QWidget, name: str, code: str, until: datetime) -> None:
        title = QCoreApplication.translate("Users", "The code for {name}").format(name=name)
        super().__init__(theme, title, host, WIDTH)
        self.code = Label(_in_two_lines(code), "h2")
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.code.setAccessibleName(code)
        told = self.tr(
            "It is shown this once. Give it to {name} in person or by phone, never by the way "
            "their password was lost. It works once, until {until}; a password is chosen then."
        )
        self.body.addWidget(self.code)
        words = told.format(name=name, until=moment_shown(until))
        self.body.addWidget(Label(words, "body", wrap=True))
        self.body.addStretch(1)
        done = Button(theme, self.tr("It is written down"), ButtonKind.PRIMARY)
        self.add_button(done)
        done.clicked.connect(self.close_now)


class SureSheet(Sheet):
    """Says what will be, and does it with the second press."""

    writes = Action.USERS

    def __init__(
        self,
        theme: Theme,
        host: QWidget,
        title: str,
        sentences: Sequence[str],
        words: str,
        go: Callable[[], None],
    ) -> None:
        super().__init__(theme, title, host, WIDTH)
        for sentence in sentences:
            self.body.addWidget(Label(sentence, "body", wrap=True))
        self.body.addStretch(1)
        cancel = Button(theme, self.tr("Cancel"), hint="Esc")
        self.go = Button(theme, words, ButtonKind.PRIMARY)
        self.add_button(cancel)
        self.add_button(self.go)
        cancel.clicked.connect(self.close_now)
        self.go.clicked.connect(self.close_now)
        self.go.clicked.connect(go)


def _in_two_lines(code: str) -> str:
    groups = code.split("-")
    half = len(groups) // 2
    return "-".join(groups[:half]) + "-\n" + "-".join(groups[half:])

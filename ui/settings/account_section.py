"""One's own account: its name and roles, the password, and the second factor."""

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from careteam.domain.access import Action, Role
from careteam.storage.key_acts import confirm_recovery, is_recovery_confirmed
from careteam.storage.own_account import has_code
from careteam.storage.reads.settings import clinic_row
from ui.desk import Desk, Done
from ui.look.buttons import Button, ButtonKind
from ui.look.cards import Card
from ui.look.labels import Label
from ui.look.sheet import Sheet
from ui.look.theme import Theme
from ui.paper import Paper
from ui.settings.account_sheets import (
    CodeOnSheet,
    PasswordSheet,
    SparesSheet,
    code_off_sheet,
    own_name,
    recovery_sheet,
)
from ui.settings.section import FactsCard, Section
from ui.settings.user_sheets import role_words
from ui.settings.working_sheet import WIDTH, WorkingSheet
from ui.unlock.recovery_page import RecoveryPart

CARD = 640


class AccountSection(Section):
    """Everybody sees their own; whoever keeps the keys also the recovery code of the database."""

    def __init__(self, theme: Theme, desk: Desk, paper: Paper) -> None:
        super().__init__(
            theme,
            desk,
            QCoreApplication.translate("AccountSection", "My account"),
            QCoreApplication.translate(
                "AccountSection", "What you sign in with. Roles are given by administrators."
            ),
        )
        self._paper = paper
        self.facts = FactsCard(theme)
        self.facts.setMaximumWidth(theme.px(CARD))
        self.column.addWidget(self.facts)
        self.password = Button(theme, self.tr("Change the password…"))
        self._add_card(
            self.tr("Password"),
            self.tr("Nobody else can see or choose it; administrators give one-time codes."),
            self.password,
        )
        self.code = Button(theme, "")
        self._add_card(
            self.tr("Code of a device"),
            self.tr(
                "A second factor: beside the password, the desk asks for a code that an app on "
                "your telephone shows. The password may be shorter then, from 8 characters."
            ),
            self.code,
        )
        self.recovery = Button(theme, self.tr("New recovery code…"))
        self._recovery_card = self._add_card(
            self.tr("Recovery code of the database"),
            self.tr("The way in when every administrator has lost their password."),
            self.recovery,
        )
        self.column.addStretch(1)
        self.password.clicked.connect(self._on_password)
        self.code.clicked.connect(self._on_code)
        self.recovery.clicked.connect(self._on_recovery)

    @override
    def read_again(self) -> None:
        store, who = self.desk.store, self.desk.store.who
        is_on = has_code(store)
        roles = ", ".join(role_words(role) for role in Role if who and role in who.roles)
        keeps_keys = who is not None and Action.KEYS in who.actions(self.desk.moment.now)
        facts = [
            (self.tr("User name"), own_name(self.desk)),
            (self.tr("Roles"), roles),
            (self.tr("Code of a device"), self.tr("Asked for") if is_on else self.tr("None")),
        ]
        if keeps_keys:
            is_kept = is_recovery_confirmed(store)
            told = self.tr("Typed again from paper") if is_kept else self.tr("Not on paper yet")
            facts.append((self.tr("Recovery code"), told))
        self.facts.show_facts(facts)
        self.code.setText(self.tr("Switch it off…") if is_on else self.tr("Switch it on…"))
        self._recovery_card.setVisible(keeps_keys)

    def _add_card(self, title: str, sentence: str, button: Button) -> Card:
        card = Card()
        card.column.addWidget(Label(title, "strong"))
        card.column.addWidget(Label(sentence, "body", wrap=True))
        row = QHBoxLayout()
        row.setContentsMargins(0, 6, 0, 0)
        row.addWidget(button)
        row.addStretch(1)
        card.column.addLayout(row)
        card.setMaximumWidth(self.theme.px(CARD))
        self.column.addWidget(card)
        return card

    def _on_password(self) -> None:
        words = self.tr("The password is changed.")
        self._work(PasswordSheet(self.theme, self.window(), self.desk), words)

    def _on_code(self) -> None:
        if has_code(self.desk.store):
            words = self.tr("No code is asked for any more.")
            self._work(code_off_sheet(self.theme, self.window(), self.desk), words)
            return
        sheet = CodeOnSheet(self.theme, self.window(), self.desk)
        sheet.worked.connect(self._show_spares)
        self._work(sheet, self.tr("From now on a code is asked for too."))

    def _show_spares(self, spares: tuple[str, ...]) -> None:
        clinic = self.desk.read(clinic_row).name
        self._open_once(SparesSheet(self.theme, self.window(), self._paper, clinic, spares))

    def _on_recovery(self) -> None:
        sheet = recovery_sheet(self.theme, self.window(), self.desk)
        sheet.worked.connect(self._show_code)
        self._work(sheet, "")

    def _show_code(self, code: str) -> None:
        clinic = self.desk.read(clinic_row).name
        sheet = RecoverySheet(self.theme, self.window(), self._paper, clinic, code)
        sheet.part.confirmed.connect(lambda: self._on_confirmed(sheet))
        self._open_once(sheet)

    def _open_once(self, sheet: Sheet) -> None:
        """What is shown this once is not closed by a stray Esc: the sheet asks first."""
        self.open_sheet(sheet)
        sheet.mark_changed()

    def _on_confirmed(self, sheet: Sheet) -> None:
        confirm_recovery(self.desk.store, self.desk.moment)
        sheet.close_now()
        self.read_again()

    def _work(self, sheet: WorkingSheet, words: str) -> None:
        def done(_result: Any) -> None:
            self.read_again()
            if words:
                self.desk.done.emit(Done(words))

        sheet.worked.connect(done)
        self.open_sheet(sheet)


class RecoverySheet(Sheet):
    """A new recovery code, to be printed and typed again."""

    def __init__(self, theme: Theme, host: Any, paper: Paper, clinic: str, code: str) -> None:
        title = QCoreApplication.translate("RecoverySheet", "New recovery code")
        super().__init__(theme, title, host, WIDTH)
        self.part = RecoveryPart(theme, paper, clinic, code)
        self.body.addWidget(self.part)
        self.body.addStretch(1)
        done = Button(theme, self.tr("It is on paper"), ButtonKind.PRIMARY, hint="Return")
        done.clicked.connect(self.part.check)
        self.add_button(done)

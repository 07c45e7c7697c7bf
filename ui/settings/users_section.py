"""The users: who may sign in and what they may do, kept by administrators, and the data key."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from typing_extensions import override

from careteam.domain.access import Role
from careteam.domain.accounts import AccountDraft, check
from careteam.domain.changes import Changes, Part
from careteam.domain.errors import CareteamError, Refused
from careteam.storage.key_acts import CODE_HOURS, disable, make_account, reset_password
from careteam.storage.reads.accounts import AccountRow, account_rows
from careteam.storage.reads.settings import worker_rows
from careteam.storage.store import Store
from careteam.storage.writes.accounts import USERS, save_account
from ui.background import Job
from ui.desk import Desk, Done
from ui.look.buttons import Button, ButtonKind
from ui.look.columns import Column, Words
from ui.look.options import Option
from ui.look.theme import Theme
from ui.settings.entry_table import EntryTable, RowAct
from ui.settings.section import Section
from ui.settings.user_sheets import AccountSheet, CodeSheet, SureSheet, role_words


class UsersSection(Section):
    """`turn_asked` asks for another data key: the desk has to be locked for it."""

    scrolls = False
    turn_asked = Signal()

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(
            theme,
            desk,
            QCoreApplication.translate("Users", "Users"),
            QCoreApplication.translate(
                "Users",
                "Everybody signs in with a name and a password of their own; what they do stands "
                "in the audit trail under it.",
            ),
        )
        self._job: Job | None = None
        self._turn = Button(theme, self.tr("Change the key…"), small=True)
        self._add = Button(theme, self.tr("Add a user"), ButtonKind.PRIMARY, small=True)
        for button in (self._turn, self._add):
            self.heading.add_at_end(button)
        self.table: EntryTable[AccountRow] = EntryTable(
            theme,
            self.tr("Users"),
            (
                Column("user", self.tr("User"), lambda row: Words(row.name, strong=True), 150),
                Column("person", self.tr("Person"), lambda row: row.person, 180),
                Column("roles", self.tr("Roles"), _roles_cell),
                Column("code", self.tr("Second factor"), self._code_cell, 110),
                Column("state", self.tr("State"), self._state_cell, 150),
            ),
            lambda row: row.id,
            (
                RowAct(lambda _row: self.tr("Change roles…"), self._ask_roles, "", _is_active),
                RowAct(lambda _row: self.tr("Reset the password…"), self._ask_reset),
                RowAct(lambda _row: self.tr("Disable…"), self._ask_disable, "", _is_active),
            ),
        )
        self.column.addWidget(self.table, 1)
        self._add.clicked.connect(lambda: desk.after_password(self._open_new))
        self._turn.clicked.connect(lambda: desk.after_password(self._open_turn))

    @override
    def read_again(self) -> None:
        self.table.show_rows(self.desk.read(account_rows))

    def _code_cell(self, row: AccountRow) -> str:
        return self.tr("on") if row.has_code else self.tr("off")

    def _state_cell(self, row: AccountRow) -> Words:
        if row.disabled_at is not None:
            return Words(self.tr("disabled"), quiet=True)
        waits = self.tr("waits for the code")
        return Words(waits) if row.must_change else Words(self.tr("may sign in"))

    def _people(self) -> list[Option]:
        rows = self.desk.read(worker_rows, today=self.desk.moment.today)
        return [Option(str(row.id), row.name) for row in rows]

    def _open_new(self) -> None:
        sheet: AccountSheet

        def save(draft: AccountDraft) -> None:
            checked, moment = check(draft), self.desk.moment

            def make(store: Store) -> tuple[str, str]:
                return checked.name, make_account(store, checked, moment)[1]

            self._start(make, lambda made: self._on_code(made, sheet), sheet)

        sheet = AccountSheet(self.theme, self.window(), self._people(), save)
        self.open_sheet(sheet)

    def _ask_roles(self, row: AccountRow) -> None:
        if not _is_active(row):
            return

        def save(draft: AccountDraft) -> Changes | None:
            return self.desk.do(save_account, row.id, draft, row.version)

        self.desk.after_password(
            lambda: self.open_sheet(
                AccountSheet(self.theme, self.window(), self._people(), save, row)
            )
        )

    def _ask_reset(self, row: AccountRow) -> None:
        moment = self.desk.moment

        def go() -> None:
            def reset(store: Store) -> tuple[str, str]:
                return row.name, reset_password(store, row.id, moment)

            self._start(reset, self._on_code)

        sentences = (
            self.tr("The password of {name} opens nothing any more, and a second factor is off."),
            self.tr("A code lets {name} in once; they choose a password then."),
        )
        self._sure(
            self.tr("Reset the password of {name}?").format(name=row.name),
            [sentence.format(name=row.name) for sentence in sentences],
            self.tr("Make the code"),
            go,
        )

    def _ask_disable(self, row: AccountRow) -> None:
        moment = self.desk.moment

        def go() -> None:
            self._start(lambda store: disable(store, row.id, moment), self._on_disabled)

        self._sure(
            self.tr("Disable {name}?").format(name=row.name),
            (
                self.tr("{name} signs in no more. What they did stays in the trail.").format(
                    name=row.name
                ),
                self.tr(
                    "If they may have a copy of the database file or of its keys, change the key "
                    "afterwards: then what they have opens nothing that is entered from now on."
                ),
            ),
            self.tr("Disable"),
            go,
        )

    def _open_turn(self) -> None:
        sentences = (
            self.tr(
                "The whole database is encrypted anew with another key, after a verified copy. "
                "Passwords and the recovery code stay as they are."
            ),
            self.tr(
                "The desk is locked meanwhile, and no other window may have the database open. "
                "Copies of before open with the keys that lie beside them."
            ),
        )
        words = self.tr("Change the key")
        title = self.tr("Change the key of the database?")
        self.open_sheet(
            SureSheet(self.theme, self.window(), title, sentences, words, self.turn_asked.emit)
        )

    def _sure(self, title: str, sentences: Any, words: str, go: Callable[[], None]) -> None:
        self.desk.after_password(
            lambda: self.open_sheet(
                SureSheet(self.theme, self.window(), title, sentences, words, go)
            )
        )

    def _start(
        self,
        act: Callable[[Store], Any],
        done: Callable[[Any], None],
        sheet: AccountSheet | None = None,
    ) -> None:
        """Do what takes a second beside the window, on connections of its own."""
        if self._job is not None:
            return
        store = self.desk.store.again()

        def work(_report: object) -> Any:
            try:
                return act(store)
            finally:
                store.close()

        self._job = job = Job(work, self)
        job.finished.connect(lambda made: self._on_finished(made, done))
        job.failed.connect(lambda error: self._on_failed(error, sheet))
        job.start()

    def _on_finished(self, made: Any, done: Callable[[Any], None]) -> None:
        self.stop()
        done(made)
        self.desk.changed.emit(Changes(USERS | {Part.SETTING}))

    def _on_failed(self, error: Exception, sheet: AccountSheet | None) -> None:
        self.stop()
        if isinstance(error, Refused) and sheet is not None:
            sheet.show_refused(error)
        elif isinstance(error, CareteamError):
            self.desk.failed.emit(error.sentence)
        else:
            raise error

    def _on_code(self, made: tuple[str, str], sheet: AccountSheet | None = None) -> None:
        if sheet is not None:
            sheet.close_now()
        name, code = made
        until = self.desk.moment.local(self.desk.moment.now + timedelta(hours=CODE_HOURS))
        self.open_sheet(CodeSheet(self.theme, self.window(), name, code, until))

    def _on_disabled(self, sentence: str) -> None:
        self.desk.done.emit(Done(sentence))

    def stop(self) -> None:
        """Wait for what goes on."""
        job, self._job = self._job, None
        if job is not None:
            job.wait()


def _roles_cell(row: AccountRow) -> str:
    return ", ".join(role_words(role) for role in Role if role in row.roles)


def _is_active(row: AccountRow) -> bool:
    return row.disabled_at is None

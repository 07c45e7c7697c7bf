"""Copies of before the key was changed are rehearsed and put back by a password of then."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from careteam.domain.access import Role
from careteam.domain.accounts import AccountDraft
from careteam.domain.backups import Copy, Why
from careteam.domain.moment import Moment
from careteam.storage.copies import folder_of
from careteam.storage.key_acts import make_account_with, renew_recovery
from careteam.storage.key_ring import coming_ring_of, ring_of
from careteam.storage.key_turning import turn_key
from careteam.storage.own_account import own_doorkeeper
from careteam.storage.signing_in import Credentials, sign_in
from careteam.storage.store import Store
from tests.conftest import NOW, PASSPHRASE
from tests.ui.window.test_shell import home, unlock
from ui.settings.backups_section import BackupsSection
from ui.settings.copy_sheets import CopySheet, RehearseSheet, RestoreSheet
from ui.shell import Shell
from ui.unlock.key_of_then import BY_CODE
from ui.unlock.page import UnlockRequest
from ui.unlock.rescue_sheet import RescueSheet
from ui.window import DeskWindow

assert home  # a fixture of the shell
OTHER = "velvet pocket orchard twelve"


@dataclass
class Before:
    """An unlocked desk whose key was changed after the oldest copy, and hands to use it."""

    shell: Shell
    qtbot: QtBot
    path: Path
    code: str

    @property
    def window(self) -> DeskWindow:
        assert self.shell.desk_window is not None
        return self.shell.desk_window

    def section(self) -> BackupsSection:
        self.window.open_page("settings")
        self.window.pages.settings.open_section("backups")
        found = self.window.pages.settings.section()
        assert isinstance(found, BackupsSection)
        return found

    def copy(self) -> Copy:
        return self.window.copying.copies()[-1]

    def sheet(self, kind: type[CopySheet]) -> CopySheet:
        [found] = [one for one in self.shell.findChildren(kind) if one.isVisible()]
        return found

    def ask_to_restore(self) -> CopySheet:
        self.window._desk.prove()
        self.section()._ask_restore(self.copy())
        return self.sheet(RestoreSheet)

    def refused(self, sheet: CopySheet, typed: str) -> str:
        sheet.then.password.setText(typed)
        sheet.save.click()
        self.qtbot.waitUntil(lambda: bool(sheet.then.field.problem()), timeout=20_000)
        return sheet.then.field.problem()

    def wait_until_in_place(self) -> None:
        notice = self.shell._unlock._notice
        self.qtbot.waitUntil(lambda: "is in place" in notice.text(), timeout=20_000)


@pytest.fixture
def before(
    qtbot: QtBot, qapp: QApplication, home: Path, store: Store, patient: int, moment: Moment
) -> Iterator[Before]:
    """A copy with marcus and a recovery code; then another key."""
    draft = AccountDraft("marcus", frozenset({Role.NAVIGATOR}))
    make_account_with(store, draft, OTHER, moment)
    code = renew_recovery(store, moment)
    store.copier().copy(Why.ASKED, NOW.replace(hour=8))
    renew_recovery(store, moment)
    turn_key(store, moment)
    store.close()
    shell = Shell(qapp, store.path)
    qtbot.addWidget(shell)
    shell.show()
    unlock(shell, qtbot, store.path)
    yield Before(shell, qtbot, store.path, code)
    shell.close()
    qapp.setStyleSheet("")


def test_a_copy_of_before_is_rehearsed_by_the_password_of_then(before: Before) -> None:
    before.section()._rehearse_copy(before.copy())
    sheet = before.sheet(RehearseSheet)
    assert sheet.then.user.value() == "admin", "who works is offered first"
    sheet.save.click()
    assert sheet.then.field.problem() == "Type the password that you had then."
    assert "password is wrong" in before.refused(sheet, "not the password")
    assert not before.window.copying.is_busy
    sheet.then.user.set_value("marcus")
    sheet.then.password.setText(OTHER)
    with before.qtbot.waitSignal(before.window.copying.done, timeout=20_000) as said:
        sheet.save.click()
    assert said.args is not None
    assert said.args[0].startswith("Rehearsed: 1 patients")


def test_a_copy_with_the_key_of_now_asks_for_no_password_of_then(
    before: Before, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(before.window.copying.done, timeout=20_000):
        before.window.copying.copy_now()
    with qtbot.waitSignal(before.window.copying.done, timeout=20_000):
        before.section()._on_rehearse()
    assert not [one for one in before.shell.findChildren(RehearseSheet) if one.isVisible()]


def test_a_copy_of_before_is_put_back_and_its_people_sign_in(before: Before) -> None:
    sheet = before.ask_to_restore()
    assert "password is wrong" in before.refused(sheet, "not the password")
    assert before.shell.desk_window is not None
    sheet.then.password.setText(PASSPHRASE)
    sheet.save.click()
    before.wait_until_in_place()
    assert before.shell.desk_window is None
    assert not coming_ring_of(before.path).exists()
    store = sign_in(before.path, Credentials("marcus", OTHER), now=NOW)
    sql = "SELECT detail FROM audit WHERE action = 'restored'"
    [told] = store.look(lambda session: [json.loads(row) for row in session.scalars(text(sql))])
    assert told["before"]["seq"] > told["from"]["seq"] > 0, "both ends stand in the trail"
    assert store.check_trail().broken is None
    store.close()
    unlock(before.shell, before.qtbot, before.path)
    [kept] = before.path.parent.glob("careteam-before-restore-*.db")
    sign_in(kept, Credentials("marcus", OTHER), now=NOW).close()


def test_the_recovery_code_of_then_opens_a_copy_too(before: Before) -> None:
    sheet = before.ask_to_restore()
    sheet.then.user.set_value(BY_CODE)
    sheet.then._show_what_is_asked()
    sheet.save.click()
    assert sheet.then.field.problem() == "Type the recovery code of then."
    typo = before.code[:-1] + ("0" if before.code[-1] != "0" else "1")
    assert "typing mistake" in before.refused(sheet, typo)
    sheet.then.password.setText(before.code.lower())
    sheet.save.click()
    before.wait_until_in_place()
    unlock(before.shell, before.qtbot, before.path, OTHER, "marcus")


def test_wrong_passwords_of_then_wait_as_at_the_door(before: Before) -> None:
    sheet = before.ask_to_restore()
    for _ in range(5):
        assert "password is wrong" in before.refused(sheet, "not the password")
    assert "Too many wrong tries" in before.refused(sheet, PASSPHRASE)


def test_a_ring_of_before_is_called_that_and_copies_are_offered(
    before: Before, qtbot: QtBot
) -> None:
    before.shell.lock()
    old = folder_of(before.path) / min(
        path.name for path in folder_of(before.path).glob("*-asked.db")
    )
    ring_of(before.path).write_bytes(ring_of(old).read_bytes())
    page = before.shell._unlock
    page.unlock_asked.emit(UnlockRequest(before.path, "admin", PASSPHRASE))
    qtbot.waitUntil(page._rescue.isVisible, timeout=20_000)
    assert "before the key was changed" in page._passphrase_field.problem()
    assert "damaged" not in page._passphrase_field.problem()
    page._rescue.click()
    [sheet] = [one for one in before.shell.findChildren(RescueSheet) if one.isVisible()]
    sheet.copies.set_value(old.name)
    sheet._show_users()
    sheet.then.user.set_value("admin")
    sheet.then.password.setText(PASSPHRASE)
    sheet._on_restore()
    before.wait_until_in_place()
    unlock(before.shell, qtbot, before.path)
    store = before.window._desk.store
    assert own_doorkeeper(store).name == "admin"

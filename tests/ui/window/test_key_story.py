"""The data key is changed from Settings, on a real file, and everybody goes on with it."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careteam.domain.access import Role
from careteam.domain.accounts import AccountDraft
from careteam.domain.errors import NotItsKeys
from careteam.domain.moment import Moment
from careteam.storage.engine import Key, connect
from careteam.storage.holding import Hold
from careteam.storage.key_acts import make_account_with
from careteam.storage.key_ring import coming_ring_of, ring_of
from careteam.storage.key_turning import turn_key
from careteam.storage.reads.contacts import contacts_of
from careteam.storage.signing_in import Credentials, sign_in
from careteam.storage.store import Store
from tests.conftest import NOW, PASSPHRASE, copy_database, key_of
from tests.ui.window.test_shell import home, unlock
from ui.again_sheet import AgainSheet
from ui.look.sheet import Sheet
from ui.opening import clock
from ui.settings.user_sheets import SureSheet
from ui.settings.users_section import UsersSection
from ui.shell import Shell
from ui.unlock.page import UnlockRequest
from ui.window import DeskWindow

assert home  # a fixture of the shell
OTHER = "velvet pocket orchard twelve"
WINDOW = 20_000


@dataclass
class Clinic:
    """The shell on a file with admin and marcus, and hands to change its key."""

    shell: Shell
    qtbot: QtBot
    path: Path
    patient: int

    def desk(self) -> DeskWindow:
        assert self.shell.desk_window is not None
        return self.shell.desk_window

    def seen(self, kind: type[Sheet]) -> Sheet:
        self.qtbot.waitUntil(lambda: bool(self._seen(kind)), timeout=WINDOW)
        [sheet] = self._seen(kind)
        return sheet

    def _seen(self, kind: type[Sheet]) -> list[Sheet]:
        return [one for one in self.shell.findChildren(kind) if one.isVisible()]

    def show_who_it_is(self, password: str) -> AgainSheet:
        sheet = self.seen(AgainSheet)
        assert isinstance(sheet, AgainSheet)
        sheet.password.setText(password)
        QTest.keyClick(sheet.password, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: sheet._job is None, timeout=WINDOW)
        return sheet

    def ask_for_another_key(self) -> SureSheet:
        window = self.desk()
        window.open_page("settings")
        window.pages.settings.open_section("users")
        section = window.pages.settings.section()
        assert isinstance(section, UsersSection)
        QTest.mouseClick(section._turn, Qt.MouseButton.LeftButton)
        assert not self._seen(SureSheet), "nothing before the password"
        assert "password is wrong" in self.show_who_it_is("not the password")._field.problem()
        self.show_who_it_is(PASSPHRASE)
        sheet = self.seen(SureSheet)
        assert isinstance(sheet, SureSheet)
        return sheet

    def change_the_key(self) -> None:
        self.ask_for_another_key().go.click()
        page = self.shell._unlock
        assert page._is_busy
        assert "encrypted with another key" in page._notice.text()
        self.qtbot.waitUntil(lambda: "key is changed" in page._notice.text(), timeout=WINDOW)
        assert not page._is_busy
        assert page._unlock.isEnabled()

    def log(self, note: str) -> None:
        window = self.desk()
        window.panel.show_whole_clinic()
        window.open_patient(self.patient)
        window.composer.choose(outcome="reached_patient", minutes=5)
        window.composer.write_note(note)
        window.composer.save()
        rows = window._desk.read(contacts_of, self.patient)
        assert note in [row.note for row in rows]


@pytest.fixture
def clinic(
    qtbot: QtBot, qapp: QApplication, home: Path, store: Store, patient: int, moment: Moment
) -> Iterator[Clinic]:
    draft = AccountDraft("marcus", frozenset({Role.NAVIGATOR}))
    make_account_with(store, draft, OTHER, moment)
    store.close()
    shell = Shell(qapp, store.path)
    qtbot.addWidget(shell)
    shell.show()
    yield Clinic(shell, qtbot, store.path, patient)
    shell.close()
    qapp.setStyleSheet("")


def test_after_a_change_of_the_key_everybody_goes_on_with_their_own_password(
    clinic: Clinic, qtbot: QtBot
) -> None:
    unlock(clinic.shell, qtbot, clinic.path)
    clinic.log("Of before the key was changed.")
    before, old_ring = key_of(clinic.path), ring_of(clinic.path).read_bytes()
    clinic.change_the_key()
    assert clinic.shell.desk_window is None
    assert key_of(clinic.path) != before
    unlock(clinic.shell, qtbot, clinic.path)
    clinic.log("Of after it.")
    clinic.shell.lock()
    unlock(clinic.shell, qtbot, clinic.path, OTHER, "marcus")
    clinic.log("By somebody else.")
    clinic.shell.lock()
    taken = clinic.path.with_name("taken.db")
    shutil.copyfile(clinic.path, taken)
    ring_of(taken).write_bytes(old_ring)
    with pytest.raises(NotItsKeys):
        sign_in(taken, Credentials("admin", PASSPHRASE), now=NOW)


def test_leaving_the_question_changes_nothing(clinic: Clinic, qtbot: QtBot) -> None:
    unlock(clinic.shell, qtbot, clinic.path)
    before = key_of(clinic.path)
    sheet = clinic.ask_for_another_key()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert clinic.shell.desk_window is not None
    assert key_of(clinic.path) == before


def test_a_change_that_cannot_be_is_told_and_the_old_key_goes_on(
    clinic: Clinic, qtbot: QtBot
) -> None:
    unlock(clinic.shell, qtbot, clinic.path)
    before = key_of(clinic.path)
    sheet = clinic.ask_for_another_key()
    copies = clinic.desk().copying.folder
    copies.write_text("a file where the folder of copies is to be")
    sheet.go.click()
    page = clinic.shell._unlock
    qtbot.waitUntil(lambda: bool(page._passphrase_field.problem()), timeout=WINDOW)
    assert "cannot be made" in page._passphrase_field.problem()
    assert not page._notice.isVisible()
    assert key_of(clinic.path) == before
    unlock(clinic.shell, qtbot, clinic.path)
    clinic.log("Still here.")


def test_while_another_window_has_the_database_the_key_is_not_changed(
    clinic: Clinic, qtbot: QtBot
) -> None:
    unlock(clinic.shell, qtbot, clinic.path)
    sheet = clinic.ask_for_another_key()
    clinic.shell._opened.hold.release()
    with Hold.take(clinic.path, clock()):
        sheet.go.click()
        page = clinic.shell._unlock
        qtbot.waitUntil(lambda: bool(page._passphrase_field.problem()), timeout=WINDOW)
    assert "open" in page._passphrase_field.problem()


@pytest.fixture
def turned(clinic: Clinic, moment: Moment) -> Path:
    """The same database as it is once the key was changed, beside it."""
    later = clinic.path.with_name("later.db")
    copy_database(clinic.path, later)
    store = sign_in(later, Credentials("admin", PASSPHRASE), now=NOW)
    turn_key(store, moment)
    store.close()
    return later


@pytest.mark.parametrize("is_through", [True, False], ids=["pages are new", "pages are old"])
def test_a_change_that_was_cut_off_is_taken_up_at_the_next_start(
    clinic: Clinic, qtbot: QtBot, turned: Path, is_through: bool
) -> None:
    coming_ring_of(clinic.path).write_bytes(ring_of(turned).read_bytes())
    if is_through:
        shutil.copyfile(turned, clinic.path)
    unlock(clinic.shell, qtbot, clinic.path)
    clinic.log("After the machine had stopped.")
    clinic.shell.lock()
    assert not coming_ring_of(clinic.path).exists()
    keys: dict[bool, Key] = {True: key_of(turned), False: key_of(clinic.path)}
    assert (keys[True] == keys[False]) is is_through
    connect(clinic.path, keys[is_through]).close()
    clinic.shell._unlock.unlock_asked.emit(UnlockRequest(clinic.path, "marcus", OTHER))
    qtbot.waitUntil(lambda: clinic.shell.desk_window is not None, timeout=WINDOW)

"""The door: the first run with its recovery code, a lost password, a code that works once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from careteam.domain.access import Role, all_roles
from careteam.domain.accounts import AccountDraft
from careteam.domain.errors import Locked, Refused
from careteam.domain.moment import Moment
from careteam.storage.key_acts import is_recovery_confirmed, make_account, recover, renew_recovery
from careteam.storage.signing_in import Credentials, sign_in
from careteam.storage.store import Store
from tests.conftest import NOW, PASSPHRASE
from tests.ui.paper import FakePaper
from tests.ui.window.test_shell import home, shell, unlock
from ui.opening import clock
from ui.shell import Shell
from ui.unlock.lost_sheet import LostSheet
from ui.unlock.new_password import ChoosePage
from ui.unlock.page import UnlockRequest
from ui.unlock.recovery_page import RecoveryPage
from ui.unlock.set_up import SetUpPage, SetUpRequest
from ui.window import DeskWindow

assert home  # fixtures of the shell
assert shell

NEW = "walnut harbor sixteen violins"


@pytest.fixture
def first_run(qtbot: QtBot, qapp: QApplication, home: Path) -> Iterator[Shell]:
    """The shell where nothing was ever opened, with paper that asks nobody."""
    made = Shell(qapp, None, paper=FakePaper(home))
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()
    qapp.setStyleSheet("")


def shown(shell: Shell, kind: type[QWidget]) -> list[QWidget]:
    return [one for one in shell.findChildren(kind) if one.isVisible()]


def recovery_page(shell: Shell, qtbot: QtBot) -> RecoveryPage:
    qtbot.waitUntil(lambda: bool(shown(shell, RecoveryPage)), timeout=30_000)
    [page] = shown(shell, RecoveryPage)
    assert isinstance(page, RecoveryPage)
    return page


def desk(shell: Shell, qtbot: QtBot) -> DeskWindow:
    qtbot.waitUntil(lambda: shell.desk_window is not None, timeout=30_000)
    window = shell.desk_window
    assert window is not None
    return window


def make_first(shell: Shell, path: Path) -> None:
    [page] = shell.findChildren(SetUpPage)
    page.create_asked.emit(
        SetUpRequest(
            path, "Program", "America/New_York", "Ellis", "Joan", "RN", "joan.ellis", PASSPHRASE
        )
    )


def test_the_first_run_makes_a_database_an_account_and_a_code_that_is_typed_again(
    first_run: Shell, qtbot: QtBot, home: Path
) -> None:
    path = home / "clinic" / "careteam.db"
    make_first(first_run, path)
    page = recovery_page(first_run, qtbot)
    code = page.part._code
    assert first_run.desk_window is None
    page.part.print.click()
    paper = first_run._paper
    assert isinstance(paper, FakePaper)
    assert len(paper.printed) == 1
    assert path.stat().st_mode & 0o777 == 0o600
    page.part.again.setText(code.replace("-", " ").lower())
    page.done.click()
    window = desk(first_run, qtbot)
    who = window._desk.store.who
    assert who is not None
    assert (who.name, who.roles, who.person_id) == (
        "joan.ellis", all_roles(), window._desk.worker_id
    )  # fmt: skip
    assert window._desk.worker_id is not None
    assert "Joan Ellis" in window._status.accessibleName()
    assert is_recovery_confirmed(window._desk.store)
    assert not window.strip.isVisible()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not [one for one in first_run.findChildren(QWidget) if code in one.accessibleName()]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda code: code[:-1], "A code has 32 letters and digits; this has 31."),
        (lambda code: ("0" if code[0] != "0" else "2") + code[1:], "typing mistake"),
        (lambda _code: "9J4P-2M7X-K6QT-0WZR-8B3N-5VHD-E1YG-C9SF", "typing mistake"),
    ],
)
def test_a_code_that_was_not_typed_right_opens_nothing(
    first_run: Shell, qtbot: QtBot, home: Path, change: Callable[[str], str], sentence: str
) -> None:
    make_first(first_run, home / "careteam.db")
    page = recovery_page(first_run, qtbot)
    page.part.again.setText(change(page.part._code))
    QTest.keyClick(page.part.again, Qt.Key.Key_Return)
    assert sentence in page.part.field.problem()
    assert page.isVisible()
    assert first_run.desk_window is None


def test_who_leaves_before_the_code_is_on_paper_is_told_at_the_next_signing_in(
    first_run: Shell, qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    path = home / "careteam.db"
    make_first(first_run, path)
    recovery_page(first_run, qtbot)
    first_run.close()
    next_time = Shell(qapp, path)
    qtbot.addWidget(next_time)
    next_time.show()
    next_time.open_store(UnlockRequest(path, "joan.ellis", PASSPHRASE))
    window = desk(next_time, qtbot)
    assert "No recovery code was typed again" in window.strip.message.text
    next_time.close()


def lost(shell: Shell) -> LostSheet:
    shell._unlock._lost.click()
    [sheet] = shown(shell, LostSheet)
    assert isinstance(sheet, LostSheet)
    return sheet


def fill(sheet: LostSheet, code: str, user: str, password: str = NEW) -> None:
    sheet.code.setText(code)
    sheet.user.setText(user)
    sheet.password.new.setText(password)
    sheet.password.again.setText(password)
    sheet.save.click()


@pytest.fixture
def with_code(store: Store, moment: Moment, patient: int) -> str:
    """A recovery code of the database, before the shell has it."""
    return renew_recovery(store, moment)


def test_the_recovery_code_gives_an_administrator_a_new_password_and_a_new_code(
    with_code: str, shell: Shell, qtbot: QtBot, store: Store
) -> None:
    fill(lost(shell), with_code, "Admin")
    page = recovery_page(shell, qtbot)
    code = page.part._code
    assert code != with_code
    page.part.again.setText(code)
    page.done.click()
    window = desk(shell, qtbot)
    assert is_recovery_confirmed(window._desk.store)
    shell.lock()
    with pytest.raises(Locked):
        sign_in(store.path, Credentials("admin", PASSPHRASE), now=NOW)
    sign_in(store.path, Credentials("admin", NEW), now=NOW).close()
    with pytest.raises(Refused, match="replaced by a newer one"):
        recover(store.path, with_code, "admin", NEW, now=NOW)


def test_what_is_wrong_with_a_lost_password_is_told_at_its_field_and_the_sheet_stays(
    with_code: str, shell: Shell, qtbot: QtBot
) -> None:
    sheet = lost(shell)
    fill(sheet, "1234", "admin")
    assert "A code has 32" in sheet._fields["code"].problem()
    fill(sheet, with_code, "")
    assert "user name of an administrator" in sheet._fields["user"].problem()
    fill(sheet, with_code, "admin", "short")
    assert "at least 15" in sheet._fields["password"].problem()
    fill(sheet, with_code, "marcus")
    qtbot.waitUntil(lambda: bool(sheet._fields["user"].problem()), timeout=20_000)
    assert "one-time code" in sheet._fields["user"].problem()
    assert sheet.code.text() == with_code
    assert sheet.isVisible()


def test_who_comes_in_by_a_code_chooses_a_password_before_anything_is_read(
    qtbot: QtBot, qapp: QApplication, home: Path, store: Store, patient: int
) -> None:
    draft = AccountDraft("marcus.bell", frozenset({Role.NAVIGATOR}))
    _, code = make_account(store, draft, Moment.at(clock()))
    path = store.path
    store.close()
    shell = Shell(qapp, path)
    qtbot.addWidget(shell)
    shell.show()
    shell.open_store(UnlockRequest(path, "marcus.bell", code))
    qtbot.waitUntil(lambda: bool(shown(shell, ChoosePage)), timeout=30_000)
    [page] = shown(shell, ChoosePage)
    assert isinstance(page, ChoosePage)
    assert shell.desk_window is None
    assert not [one for one in shell.findChildren(QLabel) if "DELACRUZ" in one.text()]
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.isVisible()
    page.password.new.setText(code)
    page.password.again.setText(code)
    page.save.click()
    qtbot.waitUntil(lambda: bool(page.password.new_field.problem()), timeout=20_000)
    assert "choose another" in page.password.new_field.problem()
    page.lock.click()
    assert shell._unlock.isVisible()
    shell.open_store(UnlockRequest(path, "marcus.bell", code))
    qtbot.waitUntil(lambda: bool(shown(shell, ChoosePage)), timeout=30_000)
    [again] = shown(shell, ChoosePage)
    assert isinstance(again, ChoosePage)
    again.password.new.setText(NEW)
    again.password.again.setText(NEW)
    QTest.keyClick(again.password.again, Qt.Key.Key_Return)
    window = desk(shell, qtbot)
    assert window._desk.store.who is not None
    assert window._desk.store.who.name == "marcus.bell"
    shell.close()
    with pytest.raises(Locked):
        sign_in(path, Credentials("marcus.bell", code), now=NOW)
    sign_in(path, Credentials("marcus.bell", NEW), now=NOW).close()


def test_a_log_off_of_the_system_keeps_the_draft_and_closes_the_database(
    shell: Shell, qtbot: QtBot, store: Store, patient: int
) -> None:
    unlock(shell, qtbot, store.path)
    window = desk(shell, qtbot)
    window.open_patient(patient)
    window.composer.write_note("half a sentence")
    held = window._desk.store
    shell._on_log_off(None)
    assert not held.is_open
    assert shell.desk_window is None
    assert "kept" in shell._unlock._notice.text()

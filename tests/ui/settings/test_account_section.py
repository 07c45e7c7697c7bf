"""One's own account: another password, a second factor that is proved, spare codes, a new code."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pyotp.totp import TOTP
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from careteam.domain.access import Role
from careteam.domain.errors import Locked
from careteam.storage.key_acts import is_recovery_confirmed
from careteam.storage.own_account import has_code, own_doorkeeper
from careteam.storage.signing_in import CodeNeeded, Credentials, sign_in
from careteam.storage.store import Store
from tests.conftest import ADMIN, NOW, PASSPHRASE
from tests.ui.paper import FakePaper
from ui.desk import Desk
from ui.look.code_view import CodeView, QrView
from ui.look.theme import Theme
from ui.settings.account_section import AccountSection, RecoverySheet
from ui.settings.account_sheets import AskSheet, CodeOnSheet, PasswordSheet, SparesSheet
from ui.settings.working_sheet import WorkingSheet

NEW = "walnut harbor sixteen violins"


@pytest.fixture
def section(look: Theme, qtbot: QtBot, store: Store) -> Iterator[AccountSection]:
    desk = Desk(store, lambda: NOW, zone="America/New_York", worker_id=None)
    made = AccountSection(look, desk, FakePaper())
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    made.read_again()
    yield made
    made.close()
    made.deleteLater()  # in this thread, not where rubbish happens to be collected
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def sheet_of(section: AccountSection, kind: type[WorkingSheet]) -> WorkingSheet:
    [found] = [one for one in section.window().findChildren(kind) if one.isVisible()]
    return found


def try_it(sheet: WorkingSheet, qtbot: QtBot) -> object:
    with qtbot.waitSignal(sheet.worked, timeout=20_000) as worked:
        sheet.save.click()
    assert worked.args is not None
    return worked.args[0]


def refused(sheet: WorkingSheet, qtbot: QtBot, name: str) -> str:
    sheet.save.click()
    qtbot.waitUntil(lambda: bool(sheet.fields[name].problem()), timeout=20_000)
    assert sheet.isVisible()
    return sheet.fields[name].problem()


def change(section: AccountSection, old: str, new: str, again: str = "") -> PasswordSheet:
    section.password.click()
    sheet = sheet_of(section, PasswordSheet)
    assert isinstance(sheet, PasswordSheet)
    sheet.old.setText(old)
    sheet.password.new.setText(new)
    sheet.password.again.setText(again or new)
    return sheet


def switch_on(section: AccountSection, qtbot: QtBot) -> tuple[str, tuple[str, ...]]:
    """Switch the second factor on; gives the seed and the spare codes."""
    section.code.click()
    sheet = sheet_of(section, CodeOnSheet)
    assert isinstance(sheet, CodeOnSheet)
    sheet.code.setText(TOTP(sheet.seed).at(NOW))
    sheet.password.setText(PASSPHRASE)
    spares = try_it(sheet, qtbot)
    assert isinstance(spares, tuple)
    return sheet.seed, spares


def noted(store: Store) -> list[str]:
    sql = "SELECT action FROM audit WHERE entity = 'account' AND action LIKE 'code%' ORDER BY seq"
    return store.read(lambda session: list(session.execute(text(sql)).scalars()))


def test_another_password_opens_the_database_and_the_old_one_no_more(
    section: AccountSection, qtbot: QtBot, store: Store
) -> None:
    try_it(change(section, PASSPHRASE, NEW), qtbot)
    store.close()
    with pytest.raises(Locked):
        sign_in(store.path, Credentials("admin", PASSPHRASE), now=NOW)
    sign_in(store.path, Credentials("admin", NEW), now=NOW).close()


def test_what_is_wrong_with_a_change_is_told_at_its_field(
    section: AccountSection, qtbot: QtBot
) -> None:
    sheet = change(section, "not the password", NEW)
    assert "wrong" in refused(sheet, qtbot, "old")
    sheet.old.setText(PASSPHRASE)
    sheet.password.new.setText("short")
    assert "at least 15" in refused(sheet, qtbot, "new")
    sheet.password.new.setText(NEW)
    sheet.password.again.setText(NEW + "x")
    assert "differ" in refused(sheet, qtbot, "again")
    sheet.password.new.setText(PASSPHRASE)
    sheet.password.again.setText(PASSPHRASE)
    assert "choose another" in refused(sheet, qtbot, "new")


def test_a_second_factor_is_proved_by_its_first_code_and_gives_ten_spare_codes_once(
    section: AccountSection, qtbot: QtBot, store: Store
) -> None:
    section.code.click()
    sheet = sheet_of(section, CodeOnSheet)
    assert isinstance(sheet, CodeOnSheet)
    [picture], [letters] = sheet.findChildren(QrView), sheet.findChildren(CodeView)
    assert len(picture._modules) >= 21
    assert sheet.seed in letters.accessibleName().replace("-", "")
    sheet.code.setText("000000")
    sheet.password.setText(PASSPHRASE)
    assert "not the right one" in refused(sheet, qtbot, "code")
    sheet.close_now()
    assert not has_code(store)
    seed, spares = switch_on(section, qtbot)
    assert len(set(spares)) == 10
    [shown] = [one for one in section.window().findChildren(SparesSheet) if one.isVisible()]
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert shown.isVisible(), "a stray key takes nothing away that is shown once"
    shown.print.click()
    paper = section._paper
    assert isinstance(paper, FakePaper)
    assert len(paper.printed) == 1
    assert own_doorkeeper(store).code_seed == seed
    assert not [each for each in own_doorkeeper(store).spare_codes if each in spares]
    assert noted(store) == ["code_on"]
    store.close()
    with pytest.raises(CodeNeeded):
        sign_in(store.path, Credentials("admin", PASSPHRASE), now=NOW)
    sign_in(store.path, Credentials("admin", PASSPHRASE, spares[3]), now=NOW).close()


def test_a_second_factor_is_not_switched_on_without_the_password(
    section: AccountSection, qtbot: QtBot, store: Store
) -> None:
    section.code.click()
    sheet = sheet_of(section, CodeOnSheet)
    assert isinstance(sheet, CodeOnSheet)
    sheet.code.setText(TOTP(sheet.seed).at(NOW))
    sheet.password.setText("not the password")
    sheet.save.click()
    qtbot.waitUntil(lambda: any(f.problem() for f in sheet.fields.values()), timeout=20_000)
    assert not has_code(store)


def test_with_a_code_a_password_may_be_short_but_then_the_code_stays(
    section: AccountSection, qtbot: QtBot, store: Store
) -> None:
    switch_on(section, qtbot)
    try_it(change(section, PASSPHRASE, "vq7#Kd!xwm"), qtbot)
    section.code.click()
    sheet = sheet_of(section, AskSheet)
    assert isinstance(sheet, AskSheet)
    sheet.password.setText("vq7#Kd!xwm")
    assert "at least 15" in refused(sheet, qtbot, "password")
    sheet.close_now()
    try_it(change(section, "vq7#Kd!xwm", NEW), qtbot)
    section.code.click()
    sheet = sheet_of(section, AskSheet)
    assert isinstance(sheet, AskSheet)
    sheet.password.setText(NEW)
    try_it(sheet, qtbot)
    assert not has_code(store)
    assert noted(store) == ["code_on", "code_off"]


def test_a_new_recovery_code_is_typed_again_before_it_counts_as_kept(
    section: AccountSection, qtbot: QtBot, store: Store
) -> None:
    section.recovery.click()
    sheet = sheet_of(section, AskSheet)
    assert isinstance(sheet, AskSheet)
    sheet.password.setText(PASSPHRASE)
    code = try_it(sheet, qtbot)
    assert isinstance(code, str)
    assert not is_recovery_confirmed(store)
    [shown] = [one for one in section.window().findChildren(RecoverySheet) if one.isVisible()]
    shown.part.again.setText(code)
    shown.part.check()
    assert is_recovery_confirmed(store)


def test_only_who_keeps_the_keys_sees_the_recovery_code(
    section: AccountSection, store: Store
) -> None:
    assert section._recovery_card.isVisible()
    store.who = replace(ADMIN, roles=frozenset({Role.NAVIGATOR}))
    section.read_again()
    assert not section._recovery_card.isVisible()
    assert "Navigator" in section.facts._values["Roles"].text()

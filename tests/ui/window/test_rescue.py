"""A damaged database is known at unlocking, and a copy is put back right there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careteam.domain.backups import Why
from careteam.domain.errors import Damaged, Locked
from careteam.storage.copies import folder_of
from careteam.storage.holding import holder_of
from careteam.storage.signing_in import Credentials
from careteam.storage.store import Store
from tests.conftest import NOW, PASSPHRASE
from tests.ui.window.test_shell import home
from ui.look.buttons import Button
from ui.opening import open_database
from ui.shell import Shell
from ui.unlock.page import UnlockRequest
from ui.unlock.rescue_sheet import RescueSheet
from ui.unlock.salvage_sheet import SalvageSheet

assert home  # a fixture of the shell
PAGE = 4096


def flipped(at: int) -> Callable[[bytes], bytes]:
    def flip(content: bytes) -> bytes:
        changed = bytearray(content)
        changed[at] ^= 1
        return bytes(changed)

    return flip


def half(content: bytes) -> bytes:
    return content[: len(content) // 2 // PAGE * PAGE]


DAMAGES = {
    "truncated": half,
    "one byte short": lambda content: content[:-1],
    "a flipped bit in the first page": flipped(100),
    "a flipped bit in the salt": flipped(3),
    "a flipped bit in the middle": flipped(40 * PAGE + 77),
    "a flipped bit in the last page": flipped(-100),
    "empty": lambda _content: b"",
    "short": lambda content: content[:700],
}


def damage(path: Path, how: Callable[[bytes], bytes]) -> bytes:
    changed = how(path.read_bytes())
    path.write_bytes(changed)
    return changed


@pytest.mark.parametrize("how", DAMAGES.values(), ids=DAMAGES)
def test_damage_is_known_before_anything_is_written(
    store: Store, patient: int, how: Callable[[bytes], bytes]
) -> None:
    store.copier().copy(Why.ASKED, NOW)
    store.close()
    left = damage(store.path, how)
    with pytest.raises(Damaged, match=r"damaged|too short"):
        open_database(store.path, Credentials("admin", PASSPHRASE))
    assert store.path.read_bytes() == left
    assert holder_of(store.path) is None


def test_a_wrong_passphrase_of_a_whole_database_is_no_damage(store: Store, patient: int) -> None:
    store.copier().copy(Why.ASKED, NOW)
    store.close()
    with pytest.raises(Locked, match="User name or password is wrong"):
        open_database(store.path, Credentials("admin", "not the password"))


@pytest.fixture
def damaged(qtbot: QtBot, qapp: QApplication, home: Path, store: Store, patient: int) -> Shell:
    """The shell on a damaged database that has one copy."""
    store.copier().copy(Why.ASKED, NOW)
    store.close()
    damage(store.path, DAMAGES["a flipped bit in the middle"])
    made = Shell(qapp, store.path)
    qtbot.addWidget(made)
    made.show()
    return made


def unlock_in_vain(shell: Shell, qtbot: QtBot, path: Path) -> RescueSheet:
    assert not shell._unlock._rescue.isVisible()
    shell._unlock.unlock_asked.emit(UnlockRequest(path, "admin", PASSPHRASE))
    qtbot.waitUntil(shell._unlock._rescue.isVisible, timeout=20_000)
    assert "damaged" in shell._unlock._passphrase_field.problem()
    shell._unlock._rescue.click()
    [sheet] = [one for one in shell.findChildren(RescueSheet) if one.isVisible()]
    return sheet


def restore_of(sheet: RescueSheet) -> list[Button]:
    return [one for one in sheet.findChildren(Button) if one.text() == "Restore"]


def test_a_copy_is_put_back_on_the_unlock_page(
    damaged: Shell, qtbot: QtBot, qapp: QApplication, store: Store
) -> None:
    sheet = unlock_in_vain(damaged, qtbot, store.path)
    assert "1 patients, 0 contacts" in sheet.copies.currentText()
    [restore] = restore_of(sheet)
    restore.click()
    assert "Type the password that you had then." in sheet.then.field.problem()
    sheet.then.password.setText(PASSPHRASE)
    restore.click()
    qtbot.waitUntil(lambda: "is in place" in damaged._unlock._notice.text(), timeout=20_000)
    assert not damaged._unlock._rescue.isVisible()
    [kept] = store.path.parent.glob("careteam-before-restore-*.db")
    assert kept.name in damaged._unlock._notice.text()
    damaged._unlock.unlock_asked.emit(UnlockRequest(store.path, "admin", PASSPHRASE))
    qtbot.waitUntil(lambda: damaged.desk_window is not None, timeout=20_000)
    damaged.close()
    qapp.setStyleSheet("")


def test_a_wrong_passphrase_of_the_copy_is_told_and_it_can_be_tried_again(
    damaged: Shell, qtbot: QtBot, qapp: QApplication, store: Store
) -> None:
    sheet = unlock_in_vain(damaged, qtbot, store.path)
    left = store.path.read_bytes()
    sheet.then.password.setText("not the password")
    sheet._on_restore()
    said = damaged._unlock._passphrase_field.problem
    qtbot.waitUntil(lambda: "password is wrong" in said(), timeout=20_000)
    assert damaged._unlock._rescue.isVisible()
    assert store.path.read_bytes() == left
    damaged.close()
    qapp.setStyleSheet("")


def test_without_a_copy_the_way_to_one_is_told(
    damaged: Shell, qtbot: QtBot, qapp: QApplication, store: Store
) -> None:
    for file in folder_of(store.path).iterdir():
        file.unlink()
    sheet = unlock_in_vain(damaged, qtbot, store.path)
    assert not restore_of(sheet)
    assert not sheet.then.password.isVisible()
    damaged.close()
    qapp.setStyleSheet("")


def read_what_is_left(shell: Shell, qtbot: QtBot, path: Path) -> SalvageSheet:
    unlock_in_vain(shell, qtbot, path).salvage.click()
    [sheet] = [one for one in shell.findChildren(SalvageSheet) if one.isVisible()]
    return sheet


def test_without_a_copy_what_is_left_is_read_and_opened(
    damaged: Shell, qtbot: QtBot, qapp: QApplication, store: Store
) -> None:
    for file in folder_of(store.path).iterdir():
        file.unlink()
    left = store.path.read_bytes()
    sheet = read_what_is_left(damaged, qtbot, store.path)
    sheet.read.click()
    assert "Type your password." in sheet._field.problem()
    sheet.passphrase.setText("not the password")
    sheet.read.click()
    qtbot.waitUntil(lambda: "password is wrong" in sheet._field.problem(), timeout=20_000)
    sheet.passphrase.setText(PASSPHRASE)
    sheet.read.click()
    qtbot.waitUntil(sheet.open_it.isVisible, timeout=20_000)
    assert sheet.words.text().startswith("1 patients and 0 contacts are saved.")
    assert "Delacruz" not in sheet.words.text()
    sheet.open_it.click()
    [rescued] = store.path.parent.glob("careteam-rescued-*.db")
    assert damaged._unlock._database.value() == str(rescued)
    assert store.path.read_bytes() == left
    damaged._unlock._passphrase.setText(PASSPHRASE)
    damaged._unlock._unlock.click()
    qtbot.waitUntil(lambda: damaged.desk_window is not None, timeout=20_000)
    damaged.close()
    qapp.setStyleSheet("")


def test_reading_what_is_left_can_be_stopped_and_leaves_nothing(
    damaged: Shell, qtbot: QtBot, qapp: QApplication, store: Store
) -> None:
    sheet = read_what_is_left(damaged, qtbot, store.path)
    files = sorted(store.path.parent.iterdir())
    sheet.passphrase.setText(PASSPHRASE)
    sheet.read.click()
    assert sheet.bar.isVisible()
    sheet.cancel.click()
    assert not sheet.isVisible()
    assert sorted(store.path.parent.iterdir()) == files
    assert damaged._unlock._rescue.isVisible()
    damaged.close()
    qapp.setStyleSheet("")

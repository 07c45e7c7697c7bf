"""The story of unlocking: choose the file, type the passphrase, nothing of it stays behind."""

import subprocess
import sys
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.look.buttons import Button
from ui.look.choices import Choice
from ui.look.theme import Theme
from ui.unlock.page import UnlockPage, UnlockRequest
from ui.unlock.passphrase_edit import PassphraseEdit, caps_lock_of

ROOT = Path(__file__).resolve().parents[3]
HERE, THERE = Path("/srv/clinic/careteam.db"), Path("/srv/other/second.db")
W = TypeVar("W", bound=QWidget)
PASSPHRASE = "lantern meadow copper 41"


@pytest.fixture
def page(look: Theme, qtbot: QtBot) -> UnlockPage:
    page = UnlockPage(look)
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.set_databases([HERE, THERE], HERE)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return page


def one(parent: QWidget, kind: type[W]) -> W:
    found = parent.findChild(kind)
    assert found is not None
    return found


def line(page: UnlockPage) -> PassphraseEdit:
    return one(page, PassphraseEdit)


def words(page: UnlockPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def test_the_passphrase_and_enter_open_the_last_database_without_a_mouse(
    page: UnlockPage, qtbot: QtBot
) -> None:
    assert QApplication.focusWidget() is line(page)
    QTest.keyClicks(line(page), PASSPHRASE)
    with qtbot.waitSignal(page.unlock_asked) as asked:
        QTest.keyClick(line(page), Qt.Key.Key_Return)
    assert asked.args == [UnlockRequest(HERE, "", PASSPHRASE)]


def test_the_passphrase_has_left_the_field_when_it_is_asked_for(page: UnlockPage) -> None:
    seen: list[str] = []
    page.unlock_asked.connect(lambda _request: seen.append(line(page).text()))
    QTest.keyClicks(line(page), PASSPHRASE)
    QTest.keyClick(line(page), Qt.Key.Key_Return)
    assert seen == [""]
    line(page).undo()
    assert line(page).text() == ""


def test_a_request_never_prints_its_passphrase() -> None:
    assert PASSPHRASE not in repr(UnlockRequest(HERE, "admin", PASSPHRASE))


def test_a_passphrase_is_the_same_however_its_letters_are_put_together(page: UnlockPage) -> None:
    asked: list[UnlockRequest] = []
    page.unlock_asked.connect(asked.append)
    for typed in ("caf\u00e9 lantern meadow", "cafe\u0301 lantern meadow"):
        line(page).setText(typed)
        QTest.keyClick(line(page), Qt.Key.Key_Return)
    assert asked[0] == asked[1]


def test_nothing_typed_is_said_at_the_field_and_nothing_is_asked(page: UnlockPage) -> None:
    page.unlock_asked.connect(lambda _request: pytest.fail("asked without a passphrase"))
    QTest.keyClick(line(page), Qt.Key.Key_Return)
    assert "Type your password." in words(page)


def test_a_wrong_passphrase_is_one_sentence_that_goes_with_the_next_letter(
    page: UnlockPage,
) -> None:
    page.show_problem("This file cannot be opened with this passphrase.")
    assert "This file cannot be opened with this passphrase." in words(page)
    QTest.keyClicks(line(page), "l")
    assert "This file cannot be opened with this passphrase." not in words(page)


def test_while_it_opens_no_second_request_is_taken(page: UnlockPage) -> None:
    page.unlock_asked.connect(lambda _request: pytest.fail("asked twice"))
    QTest.keyClicks(line(page), PASSPHRASE)
    page.show_busy(True)
    QTest.keyClick(line(page), Qt.Key.Key_Return)
    for button in page.findChildren(Button):
        assert not button.isEnabled() or not button.text()


def test_the_files_are_told_by_name_and_folder(page: UnlockPage) -> None:
    choice = one(page, Choice)
    shown = [choice.itemText(place) for place in range(choice.count())]
    assert shown[1:] == ["careteam.db · /srv/clinic", "second.db · /srv/other"]
    assert "careteam.db · /srv/clinic" in words(page)


def test_a_very_long_name_keeps_both_its_ends(look: Theme, page: UnlockPage) -> None:
    page.set_databases([Path("/srv") / ("n" * 60 + "-2026.db")], None)
    shown = one(page, Choice).itemText(1)
    assert shown.startswith("nnn")
    assert shown.endswith("-2026.db · /srv")
    assert len(shown) < 40


def test_with_no_file_known_the_choice_is_asked_for(look: Theme, page: UnlockPage) -> None:
    page.unlock_asked.connect(lambda _request: pytest.fail("asked without a file"))
    page.set_databases([], None)
    QTest.keyClicks(line(page), PASSPHRASE)
    QTest.keyClick(line(page), Qt.Key.Key_Return)
    assert "Choose the database to open." in words(page)


def test_the_links_ask_for_another_file_and_for_a_new_one(page: UnlockPage, qtbot: QtBot) -> None:
    links = {button.text(): button for button in page.findChildren(Button)}
    with qtbot.waitSignal(page.other_asked):
        QTest.keyClick(links["Another file…"], Qt.Key.Key_Return)
    with qtbot.waitSignal(page.new_asked):
        QTest.keyClick(links["New database…"], Qt.Key.Key_Space)


def test_the_kept_contact_is_told_only_when_there_is_one(page: UnlockPage) -> None:
    told = "Your unsaved contact is kept and comes back after you unlock."
    assert told not in words(page)
    page.set_kept_draft(True)
    assert told in words(page)
    page.clear()
    assert told not in words(page)


def test_the_eye_shows_what_was_typed_and_hides_it_again_when_it_is_sent(page: UnlockPage) -> None:
    eye = one(line(page), Button)
    QTest.keyClicks(line(page), PASSPHRASE)
    assert line(page).echoMode() is QLineEdit.EchoMode.Password
    QTest.keyClick(eye, Qt.Key.Key_Space)
    assert line(page).echoMode() is QLineEdit.EchoMode.Normal
    assert eye.accessibleName() == "Hide the password"
    QTest.keyClick(line(page), Qt.Key.Key_Return)
    assert line(page).echoMode() is QLineEdit.EchoMode.Password


def key(
    native: int, pressed: Qt.Key = Qt.Key.Key_A, kind: QEvent.Type = QEvent.Type.KeyPress
) -> QKeyEvent:
    return QKeyEvent(kind, pressed, Qt.KeyboardModifier.NoModifier, 0, 0, native, "a")


@pytest.mark.parametrize(
    ("platform", "bit"), [("windows", 0x100), ("xcb", 0x2), ("wayland", 0x2), ("cocoa", 0x10000)]
)
def test_caps_lock_is_read_where_the_platform_tells_it(platform: str, bit: int) -> None:
    assert caps_lock_of(platform, key(bit)) is True
    assert caps_lock_of(platform, key(0)) is False


def test_pressing_caps_lock_itself_counts_at_once_on_x11() -> None:
    assert caps_lock_of("xcb", key(0, Qt.Key.Key_CapsLock)) is True
    assert caps_lock_of("xcb", key(0x2, Qt.Key.Key_CapsLock)) is False
    assert caps_lock_of("xcb", key(0x2, Qt.Key.Key_CapsLock, QEvent.Type.KeyRelease)) is None


def test_a_platform_that_does_not_tell_gives_no_hint(page: UnlockPage) -> None:
    assert caps_lock_of("offscreen", key(0xFFFFF)) is None
    QApplication.sendEvent(line(page), key(0x2))
    assert "Caps Lock is on" not in words(page)


def test_the_hint_comes_and_goes_with_caps_lock(look: Theme, qtbot: QtBot) -> None:
    told: list[bool] = []
    edit = PassphraseEdit(look, "xcb")
    qtbot.addWidget(edit)
    edit.caps_lock_told.connect(told.append)
    QApplication.sendEvent(edit, key(0x2))
    QApplication.sendEvent(edit, key(0))
    assert told == [True, False]


@pytest.mark.parametrize("percent", [100, 160])
@pytest.mark.parametrize("size", [(1440, 900), (960, 600)])
def test_no_sentence_is_cut_at_any_size(
    look: Theme, page: UnlockPage, percent: int, size: tuple[int, int]
) -> None:
    look.set_text_percent(percent)
    page.resize(*size)
    page.set_kept_draft(True)
    page.show_problem(
        "This file cannot be opened with this passphrase, or it is none of ours. " * 2
    )
    QApplication.processEvents()
    for label in page.findChildren(QLabel):
        if label.isVisibleTo(page) and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_the_first_paint_loads_no_database_code() -> None:
    code = "import sys, ui.preferences, ui.unlock.page; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    roots = {module.partition(".")[0] for module in loaded}
    assert "PySide6" in roots
    assert roots.isdisjoint(
        {"sqlmodel", "sqlalchemy", "pydantic", "sqlcipher3", "alembic", "argon2", "cryptography"}
    )
    ours = {module for module in loaded if module.startswith("careteam")}
    assert ours == {"careteam", "careteam.storage", "careteam.storage.door"}

"""A desk that is left for a while is covered, comes back as it was, or goes to another user."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from careteam.domain.access import Role
from careteam.domain.accounts import AccountDraft
from careteam.domain.moment import Moment
from careteam.storage.key_acts import make_account_with
from careteam.storage.store import Store
from careteam.storage.wrong_tries import FREE, note_wrong_try
from tests.conftest import ADMIN, NOW, PASSPHRASE
from tests.ui.window.test_shell import home, shell, unlock
from ui.idle import Clocks
from ui.look.sheet import Sheet
from ui.opening import clock
from ui.shell import Shell
from ui.unlock.page import UnlockRequest
from ui.window import DeskWindow

assert home  # fixtures of the shell
assert shell

OTHER = "velvet pocket orchard twelve"
NAMES = ("delacruz", "482913", "maria")


class Hands:
    """The desk of somebody, on clocks of its own, who goes away and comes back."""

    def __init__(self, shell: Shell, qtbot: QtBot, store: Store, patient: int) -> None:
        self.shell, self.qtbot, self.path = shell, qtbot, store.path
        unlock(shell, qtbot, store.path)
        self.window = self.desk()
        self.window.panel.show_whole_clinic()
        self.window.open_patient(patient)
        self.steady, self.wall = 0.0, 1_000_000.0
        idle = self.window.idle
        idle._timer.stop()
        idle._clocks = Clocks(lambda: self.steady, lambda: self.wall)
        idle.resume()

    def desk(self) -> DeskWindow:
        assert self.shell.desk_window is not None
        return self.shell.desk_window

    def go_away(self, minutes: int, seconds: int = 0) -> None:
        for _ in range(minutes * 60 + seconds):
            self.steady += 1
            self.wall += 1
            self.window.idle.look()
        QApplication.processEvents()

    def come_back(self, password: str, user: str = "admin") -> None:
        self.shell._unlock.unlock_asked.emit(UnlockRequest(self.path, user, password))

    def is_covered(self) -> bool:
        return self.shell._unlock.isVisible() and not self.window.isVisible()


@pytest.fixture
def hands(shell: Shell, qtbot: QtBot, store: Store, patient: int) -> Hands:
    return Hands(shell, qtbot, store, patient)


def told() -> list[str]:
    """Every word that any window of the program shows, says or would show under the pointer."""
    words: list[str] = []
    for top in QApplication.topLevelWidgets():
        if not top.isVisible():
            continue
        words.append(top.windowTitle())
        for one in (top, *top.findChildren(QWidget)):
            if one.isVisible():
                words += [one.toolTip(), one.accessibleName(), one.accessibleDescription()]
                words.append(getattr(one, "text", str)() if isinstance(one, QLabel) else "")
    return words


def of_a_patient(words: list[str]) -> list[str]:
    return [each for each in words if any(name in each.lower() for name in NAMES)]


def opened_menu(window: DeskWindow) -> QWidget:
    menu = QMenu(window)
    menu.addAction("Replace DELACRUZ")
    menu.setAccessibleName("DELACRUZ")
    menu.popup(window.mapToGlobal(QPoint(50, 50)))
    return menu


def opened_tip(window: DeskWindow) -> QWidget:
    QToolTip.showText(window.mapToGlobal(QPoint(60, 60)), "DELACRUZ, Maria", window)
    return next(one for one in QApplication.topLevelWidgets() if one.inherits("QTipLabel"))


def opened_sheet(window: DeskWindow) -> QWidget:
    assert window.patient.patient_id is not None
    window._sheets.edit(window.patient.patient_id)
    return next(one for one in window.window().findChildren(Sheet) if one.isVisible())


def opened_search(window: DeskWindow) -> QWidget:
    window._focus_search()
    QTest.keyClicks(window._top.search, "dela")
    return window._popup


@pytest.mark.parametrize("opened", [opened_menu, opened_tip, opened_sheet, opened_search])
def test_nothing_of_a_patient_is_seen_while_nobody_is_here(
    hands: Hands, qtbot: QtBot, opened: Callable[[DeskWindow], QWidget]
) -> None:
    assert of_a_patient(told()), "or this test would see nothing at all"
    floating = opened(hands.window)
    qtbot.waitUntil(floating.isVisible)
    hands.go_away(10)
    assert hands.is_covered()
    qtbot.waitUntil(lambda: not floating.isVisible())
    assert of_a_patient(told()) == []
    assert hands.window._desk.store.is_open


def test_a_half_filled_sheet_and_a_half_written_note_are_there_again(
    hands: Hands, qtbot: QtBot
) -> None:
    hands.window.composer.write_note("half a sentence")
    sheet = opened_sheet(hands.window)
    assert isinstance(sheet, Sheet)
    sheet.mark_changed()
    hands.go_away(10)
    assert "kept" in hands.shell._unlock._notice.text()
    hands.come_back(PASSPHRASE)
    qtbot.waitUntil(hands.window.isVisible, timeout=20_000)
    assert hands.desk() is hands.window
    assert sheet.isVisible()
    assert sheet._is_changed
    sheet.close_now()
    assert hands.window.composer.form.entry().note == "half a sentence"
    hands.go_away(9)
    assert hands.window.isVisible()
    hands.go_away(1)
    assert hands.is_covered()


def test_only_the_user_whose_desk_it_is_is_chosen_and_no_other_file(hands: Hands) -> None:
    hands.go_away(10)
    page = hands.shell._unlock
    assert page.user() == "admin"
    for one in (page._database_field, page._other, page._new, page._lost):
        assert not one.isVisible()


def test_a_wrong_password_uncovers_nothing_and_after_some_it_tells_how_long_to_wait(
    hands: Hands, qtbot: QtBot
) -> None:
    page = hands.shell._unlock
    hands.go_away(10)
    for _ in range(FREE - 1):
        note_wrong_try(hands.path, "admin", NOW, 0.0)
    hands.come_back("not the password")
    qtbot.waitUntil(lambda: bool(page._passphrase_field.problem()), timeout=20_000)
    assert "password is wrong" in page._passphrase_field.problem()
    assert "The next one is taken in" in page._passphrase_field.problem()
    assert hands.is_covered()
    assert of_a_patient(told()) == []


def test_another_user_closes_the_desk_and_has_one_of_their_own(
    shell: Shell, qtbot: QtBot, store: Store, patient: int
) -> None:
    hands = Hands(shell, qtbot, store, patient)
    before = hands.window._desk.store
    draft = AccountDraft("marcus.bell", frozenset({Role.NAVIGATOR}))
    make_account_with(before, draft, OTHER, Moment.at(clock()))
    hands.window.composer.write_note("half a sentence")
    hands.go_away(10)
    assert shell._unlock._switch.isVisible()
    shell._unlock._switch.click()
    assert shell._unlock.user() == ""
    hands.come_back(OTHER, "marcus.bell")
    assert not before.is_open
    qtbot.waitUntil(lambda: shell.desk_window is not None, timeout=30_000)
    who = hands.desk()._desk.store.who
    assert who is not None
    assert who.name == "marcus.bell"
    assert hands.desk() is not hands.window


def test_the_trail_tells_of_each_lock_once_and_who_unlocked_after_it(
    shell: Shell, qtbot: QtBot, store: Store, patient: int
) -> None:
    hands = Hands(shell, qtbot, store, patient)
    draft = AccountDraft("marcus.bell", frozenset({Role.NAVIGATOR}))
    marcus = make_account_with(hands.window._desk.store, draft, OTHER, Moment.at(clock()))
    hands.go_away(10)
    hands.come_back(PASSPHRASE)
    qtbot.waitUntil(hands.window.isVisible, timeout=20_000)
    hands.go_away(10)
    hands.come_back(OTHER, "marcus.bell")
    qtbot.waitUntil(lambda: shell.desk_window is not None, timeout=30_000)
    sql = "SELECT action, actor_id FROM audit WHERE action IN ('locked', 'unlocked') ORDER BY seq"
    told = hands.desk()._desk.read(lambda session: [tuple(r) for r in session.execute(text(sql))])
    admin = ADMIN.account_id
    assert told == [
        ("unlocked", admin),
        ("locked", admin),
        ("unlocked", admin),
        ("locked", admin),
        ("unlocked", marcus),
    ]


def test_another_user_with_a_wrong_password_opens_nothing(hands: Hands, qtbot: QtBot) -> None:
    hands.go_away(10)
    hands.come_back(PASSPHRASE, "nobody")
    page = hands.shell._unlock
    qtbot.waitUntil(lambda: bool(page._passphrase_field.problem()), timeout=20_000)
    assert hands.shell.desk_window is None
    assert page._database_field.isVisible(), "the desk is closed: every way in is there again"


def test_twenty_minutes_later_the_desk_is_closed_and_its_key_is_dropped(
    hands: Hands, qtbot: QtBot
) -> None:
    store = hands.window._desk.store
    hands.window.composer.write_note("half a sentence")
    hands.go_away(10)
    assert store.is_open
    hands.go_away(20)
    assert store.is_open
    hands.go_away(0, 1)
    qtbot.waitUntil(lambda: hands.shell.desk_window is None)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not store.is_open
    assert hands.shell._opened is None
    assert "kept" in hands.shell._unlock._notice.text()
    assert of_a_patient(told()) == []

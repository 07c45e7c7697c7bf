"""Whoever keeps users and keys and sees no patients has a window with no patient in it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from careteam.domain.access import Action, Denied, Role
from careteam.domain.accounts import AccountDraft
from careteam.domain.errors import CareteamError
from careteam.domain.moment import Moment
from careteam.storage.holding import Hold
from careteam.storage.key_acts import make_account_with
from careteam.storage.store import Store
from tests.conftest import NOW
from tests.people import work_as
from tests.ui.paper import FakePaper
from tests.ui.window.conftest import whole
from tests.ui.window.test_shell import home, shell
from ui.admin_window import AdminWindow
from ui.directory.person_sheet import PersonSheet
from ui.emergency import EmergencySheet
from ui.look.keys import KeyHint
from ui.look.sheet import Sheet
from ui.look.theme import Theme
from ui.opening import Opened, build_window, clock
from ui.pages import DIRECTORY, SETTINGS
from ui.preferences import Preferences
from ui.settings.holidays_section import HolidaysSection
from ui.settings.preview_line import PreviewLine
from ui.shell import Shell
from ui.shortcut_sheet import Shortcuts, ShortcutSheet
from ui.unlock.page import UnlockRequest
from ui.window import DeskWindow

assert home  # fixtures of the shell
assert shell

OTHER = "velvet pocket orchard twelve"
OF_PATIENTS = ("delacruz", "482913", "maria")


@pytest.fixture
def admin(
    qtbot: QtBot,
    look: Theme,
    store: Store,
    patient: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[AdminWindow]:
    """The window of an administrator of a clinic that has a patient."""
    assert patient
    monkeypatch.setattr("ui.opening.clock", lambda: NOW)
    work_as(store, "alex.admin", None, Role.ADMINISTRATOR)
    opened = Opened(store, "America/New_York", None, Hold(None))
    paper = FakePaper(tmp_path)
    window = whole(build_window(look, opened, Preferences(), paper, is_demo=False))
    assert isinstance(window, AdminWindow)
    window._desk.prove()
    window.resize(1280, 720)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.take_keyboard()
    yield window
    window.about_to_lock()


def words_in(widget: QWidget) -> str:
    """Every word that a widget and what is in it shows, tells or would show, in small letters."""
    found: list[str] = []
    for each in (widget, *widget.findChildren(QWidget)):
        found += [each.accessibleName(), each.accessibleDescription(), each.toolTip()]
        if isinstance(each, QLabel | QLineEdit | QAbstractButton):
            found.append(each.text())
        elif isinstance(each, QPlainTextEdit):
            found.append(each.toPlainText())
        elif isinstance(each, QTableView) and each.model() is not None:
            model = each.model()
            found += [
                str(model.index(row, column).data())
                for row in range(model.rowCount())
                for column in range(model.columnCount())
            ]
    return "\n".join(found).casefold()


def press(window: AdminWindow, keys: str) -> None:
    QTest.keySequence(QApplication.focusWidget() or window, keys)
    QApplication.processEvents()


def test_every_section_of_the_settings_opens_and_shows_no_patient(admin: AdminWindow) -> None:
    settings = admin.pages.settings
    keys = [option.key for option in settings._options()]
    assert {"users", "account", "roles", "phases", "cadence", "holidays", "backups"} <= set(keys)
    for key in keys:
        settings.open_section(key)
        QApplication.processEvents()
        assert settings.section().isVisible()
        assert not any(name in words_in(admin.window()) for name in OF_PATIENTS), key


def test_the_directory_shows_a_person_and_none_of_their_patients(
    admin: AdminWindow, navigator: int
) -> None:
    press(admin, "Ctrl+3")
    page = admin.pages.directory
    assert page.isVisible()
    assert admin.rail.value() == DIRECTORY
    page.show_person(navigator)
    words = words_in(admin)
    assert "ellis, joan" in words
    assert "212" in words_in(page.card)
    assert not page.card.hand_over.isVisible()
    assert "patients" not in {column.key for column in page.table.model.columns}
    assert not any(name in words for name in OF_PATIENTS)


def test_a_person_is_amended_by_an_administrator(admin: AdminWindow, navigator: int) -> None:
    admin.open_page(DIRECTORY)
    admin.pages.directory.show_person(navigator)
    admin.pages.directory.card.edit.click()
    [sheet] = [each for each in admin.findChildren(PersonSheet) if each.isVisible()]
    sheet._confirm.click()
    QApplication.processEvents()
    assert not sheet.isVisible()
    assert "saved" in admin.strip.message.text


def test_the_keys_of_the_desk_do_nothing(admin: AdminWindow) -> None:
    for keys in ("Ctrl+K", "Ctrl+1", "Ctrl+2", "Ctrl+4", "Ctrl+N", "Ctrl+L", "Ctrl+H", "Ctrl+T"):
        press(admin, keys)
        assert admin.rail.value() == SETTINGS, keys
        assert admin.pages.settings.isVisible(), keys
        assert not [each for each in admin.findChildren(Sheet) if each.isVisible()], keys


def test_a_holiday_is_entered_without_a_word_of_whom_it_moves(admin: AdminWindow) -> None:
    settings = admin.pages.settings
    settings.open_section("holidays")
    section = settings.section()
    assert isinstance(section, HolidaysSection)
    section._open(None)
    [preview] = admin.findChildren(PreviewLine)
    preview._changed = lambda: admin._desk.rules
    preview.look()
    assert not preview.isVisible()
    assert preview.words() == ""


def test_covering_hides_a_sheet_and_uncovering_brings_it_back(admin: AdminWindow) -> None:
    admin.ask_emergency.click()
    [sheet] = [each for each in admin.findChildren(EmergencySheet) if each.isVisible()]
    assert admin.cover()
    assert not sheet.isVisible()
    admin.uncover()
    assert sheet.isVisible()


def test_the_keys_that_are_listed_are_those_of_this_window(admin: AdminWindow) -> None:
    settings = admin.pages.settings
    settings.open_section("keys")
    lines = [line for _, lines in Shortcuts(admin._theme)._plain_groups() for line in lines]
    assert len(settings.section().findChildren(KeyHint)) == len(lines)
    listed = {keys for keys, _ in lines}
    own = {one.key().toString() for one in admin.findChildren(QShortcut)}
    assert {"Ctrl+3", "Ctrl+,", "Ctrl+Z", "Ctrl+Shift+L", "F5"} <= listed & own
    assert not listed & {"Ctrl+K", "Ctrl+L", "Ctrl+N", "Ctrl+H", "Alt+1", "Ctrl+T"}
    press(admin, "F1")
    [sheet] = [each for each in admin.findChildren(ShortcutSheet) if each.isVisible()]
    assert "patient" not in words_in(sheet)
    sheet.close_now()


def test_the_lock_is_asked_for_by_key_and_by_the_rail(admin: AdminWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(admin.lock_asked):
        press(admin, "Ctrl+Shift+L")
    with qtbot.waitSignal(admin.lock_asked):
        admin.rail._lock.click()


@pytest.fixture
def signed_in(shell: Shell, qtbot: QtBot, store: Store) -> Shell:
    """The program after an administrator has signed in."""
    _sign_up(store)
    shell._unlock.unlock_asked.emit(UnlockRequest(store.path, "alex.admin", OTHER))
    qtbot.waitUntil(lambda: isinstance(shell._window, AdminWindow), timeout=20_000)
    return shell


def _sign_up(store: Store) -> None:
    """Make the account on the file that the shell has not opened yet."""
    from tests.conftest import ADMIN, key_of

    own = Store.open(store.path, key_of(store.path), now=NOW, who=ADMIN)
    try:
        draft = AccountDraft("alex.admin", frozenset({Role.ADMINISTRATOR}))
        make_account_with(own, draft, OTHER, Moment.at(NOW))
    finally:
        own.close()


def test_an_administrator_is_let_in_locked_out_and_let_in_again(
    signed_in: Shell, qtbot: QtBot, store: Store
) -> None:
    assert signed_in.desk_window is None
    window = signed_in._window
    assert isinstance(window, AdminWindow)
    window.cover_asked.emit()
    assert signed_in._stack.currentWidget() is signed_in._unlock
    request = UnlockRequest(store.path, "alex.admin", OTHER)
    signed_in._unlock.unlock_asked.emit(request)
    qtbot.waitUntil(lambda: signed_in._stack.currentWidget() is window, timeout=20_000)
    window.lock_asked.emit()
    assert signed_in._window is None
    assert signed_in._stack.currentWidget() is signed_in._unlock


def begin_emergency(shell: Shell, qtbot: QtBot) -> DeskWindow:
    window = shell._window
    assert isinstance(window, AdminWindow)
    window.ask_emergency.click()
    [sheet] = [each for each in shell.findChildren(EmergencySheet) if each.isVisible()]
    sheet.kind.set_value("no_cover")
    sheet.reason.set_text("Night nurse called, nobody reachable.")
    sheet._confirm.click()
    qtbot.waitUntil(lambda: isinstance(shell._window, DeskWindow), timeout=20_000)
    desk = shell.desk_window
    assert desk is not None
    return desk


def after_it(shell: Shell, qtbot: QtBot) -> AdminWindow:
    qtbot.waitUntil(lambda: isinstance(shell._window, AdminWindow), timeout=20_000)
    after = shell._window
    assert isinstance(after, AdminWindow)
    assert not after._desk.may(Action.SEE_PATIENTS)
    return after


def test_emergency_access_opens_the_whole_desk_and_its_end_closes_it(
    signed_in: Shell, qtbot: QtBot
) -> None:
    desk = begin_emergency(signed_in, qtbot)
    assert desk.bands.emergency.isVisible()
    desk.bands.emergency.end()
    store = after_it(signed_in, qtbot)._desk.store
    sql = "SELECT action FROM audit WHERE action IN ('locked', 'unlocked') ORDER BY seq"
    told = store.look(lambda session: list(session.scalars(text(sql))))
    assert told == ["unlocked"], "nobody was locked out between the two windows"


def test_a_read_after_the_end_leads_to_the_window_without_patients(
    signed_in: Shell, qtbot: QtBot
) -> None:
    desk = begin_emergency(signed_in, qtbot)
    store = desk._desk.store
    assert store.who is not None
    desk.bands.emergency._timer.stop()
    desk.bands.emergency._end.stop()
    store.who = replace(store.who, emergency_until=clock() - timedelta(milliseconds=1))
    with pytest.raises(Denied, match="sees no patients"):
        desk.panel.read_again()
    after_it(signed_in, qtbot)


def test_emergency_access_that_ends_while_nobody_is_here_locks(
    signed_in: Shell, qtbot: QtBot
) -> None:
    window = signed_in._window
    assert isinstance(window, AdminWindow)
    window.cover_asked.emit()
    window.emergency.sight_changed.emit()
    assert signed_in._window is None
    assert signed_in._stack.currentWidget() is signed_in._unlock


def test_a_patient_is_denied_below_the_window_too(admin: AdminWindow, navigator: int) -> None:
    from careteam.storage.reads.person import person_detail

    with pytest.raises(CareteamError, match="sees no patients"):
        admin._desk.read(person_detail, navigator, NOW.date())

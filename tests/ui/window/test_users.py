"""Administrators keep users in Settings; what concerns many asks for the password once more."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from careteam.domain.access import Role, Who
from careteam.domain.accounts import AccountDraft
from careteam.domain.moment import Moment
from careteam.storage.key_acts import make_account_with
from careteam.storage.reads.accounts import account_rows
from careteam.storage.signing_in import Credentials, sign_in
from careteam.storage.store import Store
from tests.conftest import ADMIN, NOW, PASSPHRASE
from tests.ui.window.conftest import Room
from ui.again_sheet import AgainSheet
from ui.look.sheet import Sheet
from ui.settings.user_sheets import AccountSheet, CodeSheet, SureSheet
from ui.settings.users_section import UsersSection


def open_sheet(room: Room, kind: type[Sheet]) -> Sheet | None:
    found = [sheet for sheet in room.window.window().findChildren(kind) if sheet.isVisible()]
    return found[-1] if found else None


@pytest.fixture
def section(room: Room) -> UsersSection:
    """The users of the settings, with an administrator who has typed no password again."""
    room.store.who = ADMIN
    room.desk._proved_at = None
    room.press("Ctrl+,")
    page = room.window.pages.settings
    page.open_section("users")
    found = page.section()
    assert isinstance(found, UsersSection)
    return found


def show_who_it_is(room: Room, qtbot: QtBot, password: str) -> None:
    sheet = open_sheet(room, AgainSheet)
    assert isinstance(sheet, AgainSheet)
    sheet.password.setText(password)
    QTest.keyClick(sheet.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sheet._job is None, timeout=20_000)


def test_a_user_is_added_after_the_password_and_the_code_lets_them_in(
    room: Room, section: UsersSection, qtbot: QtBot
) -> None:
    section._add.click()
    assert open_sheet(room, AccountSheet) is None, "nothing before the password"
    show_who_it_is(room, qtbot, "a wrong password 12")
    again = open_sheet(room, AgainSheet)
    assert isinstance(again, AgainSheet)
    assert again._field.problem() == "User name or password is wrong."
    show_who_it_is(room, qtbot, PASSPHRASE)
    sheet = open_sheet(room, AccountSheet)
    assert isinstance(sheet, AccountSheet)
    sheet.name.setText("marcus")
    sheet._confirm.click()
    assert sheet._fields["roles"].problem() == "Choose at least one role."
    sheet.person.set_value(str(room.people["bell"]))
    sheet.roles.boxes[Role.NAVIGATOR].click()
    sheet._confirm.click()
    qtbot.waitUntil(lambda: open_sheet(room, CodeSheet) is not None, timeout=20_000)
    shown = open_sheet(room, CodeSheet)
    assert isinstance(shown, CodeSheet)
    code = shown.code.accessibleName()
    shown.close_now()
    rows = {row.name: row for row in room.store.read(account_rows)}
    assert rows["marcus"].person == "Marcus Bell, LCSW"
    assert rows["marcus"].must_change
    assert section.table.table.model.rowCount() == len(rows)
    store = sign_in(room.store.path, Credentials("marcus", code), now=NOW)
    assert store.who is not None
    assert store.who.roles == {Role.NAVIGATOR}
    store.close()


def test_a_name_that_is_taken_is_said_at_its_field_and_nothing_typed_is_lost(
    room: Room, section: UsersSection, qtbot: QtBot
) -> None:
    room.desk.prove()
    section._add.click()
    sheet = open_sheet(room, AccountSheet)
    assert isinstance(sheet, AccountSheet)
    sheet.name.setText("Admin")
    sheet.roles.boxes[Role.READER].click()
    sheet._confirm.click()
    qtbot.waitUntil(lambda: bool(sheet._fields["name"].problem()), timeout=20_000)
    assert sheet.isVisible()
    assert sheet.name.text() == "Admin"


def test_roles_are_changed_and_a_user_is_disabled(
    room: Room, section: UsersSection, moment: Moment, qtbot: QtBot
) -> None:
    draft = AccountDraft("pat", frozenset({Role.READER}))
    made = make_account_with(room.store, draft, "harbor violet timber 63", moment)
    room.desk.heard_from_outside()
    room.desk.prove()

    def pat() -> tuple[frozenset[Role], bool]:
        row = next(row for row in room.store.read(account_rows) if row.id == made)
        return row.roles, row.disabled_at is not None

    section._ask_roles(next(row for row in room.store.read(account_rows) if row.id == made))
    sheet = open_sheet(room, AccountSheet)
    assert isinstance(sheet, AccountSheet)
    sheet.roles.boxes[Role.SUPERVISOR].click()
    sheet._confirm.click()
    assert pat() == (frozenset({Role.READER, Role.SUPERVISOR}), False)
    section._ask_disable(next(row for row in room.store.read(account_rows) if row.id == made))
    sure = open_sheet(room, SureSheet)
    assert isinstance(sure, SureSheet)
    sure.go.click()
    qtbot.waitUntil(lambda: pat()[1], timeout=20_000)
    qtbot.waitUntil(lambda: section._job is None, timeout=20_000)


def test_a_navigator_has_no_section_of_users(room: Room) -> None:
    assert room.store.who is not None
    room.store.who = Who(room.account, "joan.ellis", frozenset({Role.NAVIGATOR}))
    assert "users" not in {option.key for option in room.window.pages.settings._options()}


def test_a_list_of_many_leaves_only_after_the_password(room: Room, qtbot: QtBot) -> None:
    room.store.who = ADMIN
    room.desk._proved_at = None
    folder = room.store.path.parent
    room.press("Ctrl+2")
    room.window.pages.patients.head.export_button.click()
    folder = room.paper.folder
    assert folder is not None
    assert not list(folder.glob("*.csv"))
    show_who_it_is(room, qtbot, PASSPHRASE)
    qtbot.waitUntil(lambda: bool(list(folder.glob("*.csv"))), timeout=20_000)
    qtbot.waitUntil(lambda: "saved as" in room.said(), timeout=20_000)


def test_what_an_account_may_not_do_is_said_on_the_strip_and_what_was_entered_stays(
    room: Room, store: Store
) -> None:
    room.store.who = Who(room.account, "joan.ellis", frozenset({Role.READER}))
    composer = room.window.composer
    composer.choose(outcome="reached_patient", minutes=5)
    composer.write_note("Slept well.")
    composer.save()
    assert "may look, but not change" in room.said()
    assert composer.form.entry().note == "Slept well."
    assert store.is_open

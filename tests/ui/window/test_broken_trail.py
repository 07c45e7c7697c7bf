"""A broken audit trail: all are told, nothing is changed, a supervisor goes on with a reason."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from careteam.domain.access import Action, Role
from careteam.domain.accounts import AccountDraft
from careteam.domain.audit import Broken, Fault
from careteam.domain.moment import Moment
from careteam.domain.read_only import Cause, ReadOnly
from careteam.storage.engine import Key, connect
from careteam.storage.key_acts import make_account_with
from careteam.storage.store import Store
from tests.conftest import NOW
from tests.ui.window.conftest import Room
from tests.ui.window.test_shell import home, shell, unlock
from ui.admin_window import AdminWindow
from ui.audit.broken_part import AcceptSheet
from ui.audit.rows_sheet import RowsSheet
from ui.look.sheet import Sheet
from ui.pages import SETTINGS
from ui.shell import Shell
from ui.unlock.page import UnlockRequest
from ui.window import DeskWindow

__all__ = ["home", "shell"]
OTHER = "velvet pocket orchard twelve"
REASON = "The disk was repaired by hand; the security officer knows."
ACTIONS = "SELECT action FROM audit WHERE action LIKE 'trail%' ORDER BY seq"


@pytest.fixture
def broken(
    shell: Shell, store: Store, empty_database: tuple[Path, Key], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Shell]:
    """The frame on a database in whose trail a row was changed; a navigator has an account too."""
    faults: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, fault, _trace: faults.append(fault))
    tampered(store.path, empty_database[1])
    yield shell
    assert faults == []


def tampered(path: Path, key: Key) -> None:
    raw = connect(path, key)
    raw.execute("DROP TRIGGER audit_stays_update")
    raw.execute("UPDATE audit SET workstation = 'elsewhere' WHERE seq = 12")
    raw.close()


def actions(window: DeskWindow) -> list[str]:
    return window._desk.read(lambda session: list(session.execute(text(ACTIONS)).scalars()))


def test_everybody_is_told_the_row_and_who_reviews_sees_the_way_forward(
    broken: Shell, qtbot: QtBot, store: Store, patient: int
) -> None:
    unlock(broken, qtbot, store.path)
    window = broken.desk_window
    assert window is not None
    band = window.bands.read_only
    assert "Row 12 of the audit trail was changed." in band.words.text()
    assert "Drafts are kept." in band.words.text()
    assert band.look.isVisible()
    assert actions(window) == ["trail_broken"]
    assert not window._top.new_patient.isVisible()
    band.look.click()
    trail = window.pages.audit.trail
    assert trail.isVisible()
    assert trail.broken.isVisible()
    assert trail.broken.found.text() == "Row 12 of the audit trail was changed."
    trail.broken.around.click()
    [rows] = [one for one in broken.findChildren(RowsSheet) if one.isVisible()]
    assert 12 in [rows.table.model.row_at(i).seq for i in range(rows.table.model.rowCount())]
    rows.close_now()


def test_a_break_that_is_accepted_lets_the_desk_write_again_and_is_told_no_more(
    broken: Shell, qtbot: QtBot, store: Store, patient: int
) -> None:
    unlock(broken, qtbot, store.path)
    window = broken.desk_window
    assert window is not None
    window.open_patient(patient)
    assert not window.composer._save.isEnabled()
    window._desk.prove()
    window.bands.read_only.look.click()
    window.pages.audit.trail.broken.accept.click()
    [sheet] = [one for one in broken.findChildren(AcceptSheet) if one.isVisible()]
    sheet.try_it()
    qtbot.waitUntil(lambda: bool(sheet.fields["reason"].problem()))
    assert window._desk.read_only is not None
    sheet.reason.setPlainText(REASON)
    sheet.try_it()
    qtbot.waitUntil(lambda: window._desk.read_only is None)
    assert not window.bands.read_only.isVisible()
    assert not window.pages.audit.trail.broken.isVisible()
    assert window._top.new_patient.isVisible()
    assert window.composer._save.isEnabled()
    assert actions(window) == ["trail_broken", "trail_accepted"]
    broken.lock()
    unlock(broken, qtbot, store.path)
    again = broken.desk_window
    assert again is not None
    assert not again.bands.read_only.isVisible()


def test_a_half_entered_contact_is_kept_and_comes_back_when_the_desk_is_written_again(
    broken: Shell, qtbot: QtBot, store: Store, patient: int
) -> None:
    unlock(broken, qtbot, store.path)
    window = broken.desk_window
    assert window is not None
    desk = window._desk
    window.open_patient(patient)
    desk.turn_read_only(None)
    window.composer.write_note("half a sentence")
    desk.stop_at_break(Broken(Fault.CHANGED, 12))
    window.composer.flush_draft()
    broken.lock()
    unlock(broken, qtbot, store.path)
    again = broken.desk_window
    assert again is not None
    assert again.bands.read_only.isVisible()
    again.open_patient(patient)
    assert again.composer.form.entry().note == "half a sentence"
    assert not again.composer.form.isEnabled()
    again._desk.turn_read_only(None)
    assert again.composer.form.isEnabled()
    assert again.composer.form.entry().note == "half a sentence"


def test_a_navigator_is_told_to_fetch_a_supervisor_and_her_charts_stand_in_the_trail(
    qtbot: QtBot, shell: Shell, empty_database: tuple[Path, Key], store: Store, patient: int
) -> None:
    opened = Store.open(store.path, store.key, now=NOW, who=store.who)
    draft = AccountDraft("marcus", frozenset({Role.NAVIGATOR}))
    make_account_with(opened, draft, OTHER, Moment.at(NOW))
    opened.close()
    tampered(store.path, empty_database[1])
    unlock(shell, qtbot, store.path, OTHER, "marcus")
    window = shell.desk_window
    assert window is not None
    assert "Tell a supervisor" in window.bands.read_only.words.text()
    assert not window.bands.read_only.look.isVisible()
    window.open_patient(patient)
    window.patient.opened._on_stayed()
    sql = f"SELECT count(*) FROM audit WHERE action = 'opened' AND patient_id = {patient}"
    assert window._desk.read(lambda session: session.execute(text(sql)).scalar()) == 1
    window.patient.needs.barriers.add()
    [sheet] = [one for one in shell.findChildren(Sheet) if one.isVisible()]
    assert "audit trail is broken" in sheet._frame.refusal.text()


def test_a_break_that_a_check_finds_while_the_desk_is_open_stops_the_writing_then(
    room: Room, qtbot: QtBot
) -> None:
    tampered(room.store.path, room.store.key)
    room.window.open_page(SETTINGS)
    room.window.pages.ask_trail()
    trail = room.window.pages.audit.trail
    trail.verify.click()
    qtbot.waitUntil(lambda: room.desk.read_only is not None, timeout=20_000)
    assert room.desk.read_only == ReadOnly(Cause.TRAIL, Broken(Fault.CHANGED, 12))
    assert room.window.bands.read_only.isVisible()
    assert trail.broken.isVisible()
    QApplication.processEvents()


def test_an_administrator_is_told_too_and_may_put_a_copy_back(
    qtbot: QtBot, shell: Shell, empty_database: tuple[Path, Key], store: Store
) -> None:
    opened = Store.open(store.path, store.key, now=NOW, who=store.who)
    draft = AccountDraft("keeper", frozenset({Role.ADMINISTRATOR}))
    make_account_with(opened, draft, OTHER, Moment.at(NOW))
    opened.close()
    tampered(store.path, empty_database[1])
    shell._unlock.unlock_asked.emit(UnlockRequest(store.path, "keeper", OTHER))
    qtbot.waitUntil(lambda: isinstance(shell._window, AdminWindow), timeout=20_000)
    window = shell._window
    assert isinstance(window, AdminWindow)
    assert "Tell a supervisor" in window.bands.read_only.words.text()
    assert window._desk.allows(Action.RESTORE)
    assert window._desk.allows(Action.USERS)
    assert not window._desk.allows(Action.SETTINGS)

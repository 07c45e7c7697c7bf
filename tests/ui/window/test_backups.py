"""Copies are made on leaving and on asking, told on the status line, rehearsed and put back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careteam.domain.backups import Why
from careteam.domain.moment import Moment
from careteam.storage.copies import copies_in, folder_of
from careteam.storage.store import SECOND_FOLDER, Store
from careteam.storage.writes.settings import set_setting
from tests.conftest import NOW
from tests.ui.paper import FakePaper
from tests.ui.window.conftest import Room
from tests.ui.window.test_shell import home, shell, unlock
from ui.copying import Copying
from ui.settings.backups_section import BackupsSection
from ui.settings.copy_sheets import RestoreSheet
from ui.shell import Shell
from ui.status_words import copy_words

assert home  # fixtures of the shell
assert shell


@dataclass
class Backups:
    """The section of the settings, and hands to use it."""

    room: Room
    section: BackupsSection
    copying: Copying

    def wait(self, qtbot: QtBot) -> None:
        qtbot.waitUntil(lambda: not self.copying.is_busy, timeout=20_000)


@pytest.fixture
def backups(room: Room, qtbot: QtBot) -> Iterator[Backups]:
    room.press("Ctrl+,")
    page = room.window.pages.settings
    page.open_section("backups")
    section = page.section()
    assert isinstance(section, BackupsSection)
    yield Backups(room, section, room.window.copying)
    room.window.copying.stop()


def status(room: Room) -> str:
    return room.window._status.accessibleName()


def test_the_status_line_tells_how_old_the_newest_copy_is(
    backups: Backups, room: Room, qtbot: QtBot
) -> None:
    assert "not backed up yet" in status(room)
    with qtbot.waitSignal(backups.copying.done, timeout=20_000) as said:
        backups.section._now.click()
    assert said.args == ["Backed up, and the copy is verified."]
    assert "backed up today 09:30" in status(room)
    assert backups.section.copies.table.model.rowCount() == 1
    assert [copy.why for copy in backups.copying.copies()] == [Why.ASKED]


@pytest.mark.parametrize(
    ("age", "words"),
    [
        (timedelta(hours=1), "backed up today 08:30"),
        (timedelta(hours=20), "backed up yesterday 13:30"),
        (timedelta(hours=30), "▲ last backed up 1 day ago"),
        (timedelta(days=5), "▲ last backed up 5 days ago"),
    ],
)
def test_an_old_copy_is_marked(
    store: Store, moment: Moment, age: timedelta, words: str, qapp: QApplication
) -> None:
    made = store.copier().copy(Why.DAILY, NOW - age)
    said = copy_words(made, moment)
    assert said.replace("day(s)", "day" if "1 day" in words else "days") == words


def test_no_copy_of_the_day_is_made_of_a_database_that_is_closed(
    backups: Backups, room: Room
) -> None:
    folder = folder_of(room.store.path)
    room.store.close()
    backups.copying.copy_when_due()
    assert not backups.copying.is_busy
    assert copies_in(folder) == ()


def test_the_copy_of_the_day_is_made_by_itself_and_not_twice(
    backups: Backups, qtbot: QtBot
) -> None:
    backups.copying.copy_when_due()
    assert backups.copying.is_busy
    backups.wait(qtbot)
    backups.copying.copy_when_due()
    assert not backups.copying.is_busy
    assert [copy.why for copy in backups.copying.copies()] == [Why.DAILY]


def test_a_restore_is_rehearsed_by_one_button(backups: Backups, qtbot: QtBot) -> None:
    backups.section._now.click()
    backups.wait(qtbot)
    with qtbot.waitSignal(backups.copying.done, timeout=20_000) as said:
        backups.section._rehearse.click()
    assert said.args is not None
    assert said.args[0].startswith("Rehearsed: 1 patients")


def test_a_second_folder_that_is_gone_is_told_and_the_copy_stands(
    backups: Backups, room: Room, qtbot: QtBot, tmp_path: Path, moment: Moment
) -> None:
    blocked = tmp_path / "usb"
    blocked.write_text("no folder any more")
    room.desk.do(set_setting, SECOND_FOLDER, str(blocked / "copies"))
    with qtbot.waitSignal(room.desk.failed, timeout=20_000) as said:
        backups.section._now.click()
    assert said.args is not None
    assert "cannot be made" in said.args[0]
    assert len(backups.copying.copies()) == 1


def test_a_second_folder_is_chosen_and_taken_back(
    backups: Backups, room: Room, qtbot: QtBot, tmp_path: Path
) -> None:
    paper = backups.section._paper
    assert isinstance(paper, FakePaper)
    paper.folder = tmp_path / "usb"
    backups.section._second.click()
    assert room.store.copier().second == paper.folder
    backups.section._now.click()
    backups.wait(qtbot)
    assert len(copies_in(paper.folder)) == 1
    backups.section._second.click()
    assert room.store.copier().second is None
    room.desk.undo()
    assert room.store.copier().second == paper.folder


def test_leaving_makes_a_copy_when_the_newest_is_old(
    shell: Shell, qtbot: QtBot, store: Store
) -> None:
    unlock(shell, qtbot, store.path)
    shell.close()
    shell.finish()
    [made] = copies_in(folder_of(store.path))
    assert made.why is Why.LEAVING
    shell.finish()
    assert copies_in(folder_of(store.path)) == (made,)


def test_a_copy_is_put_back_from_the_settings_and_the_desk_is_locked(
    shell: Shell, qtbot: QtBot, store: Store, request: pytest.FixtureRequest
) -> None:
    unlock(shell, qtbot, store.path)
    window = shell.desk_window
    assert window is not None
    window.copying.copy_now()
    qtbot.waitUntil(lambda: not window.copying.is_busy, timeout=20_000)
    window.open_page("settings")
    window.pages.settings.open_section("backups")
    section = window.pages.settings.section()
    assert isinstance(section, BackupsSection)
    [copy] = window.copying.copies()
    window._desk.prove()
    section._ask_restore(copy)
    [sheet] = [one for one in shell.findChildren(RestoreSheet) if one.isVisible()]
    assert not sheet.then.isVisible(), "the key of now opens it, and nothing is asked"
    sheet.close_now()
    assert shell.desk_window is window, "leaving the sheet does nothing"
    section._ask_restore(copy)
    [sheet] = [one for one in shell.findChildren(RestoreSheet) if one.isVisible()]
    sheet.save.click()
    qtbot.waitUntil(lambda: "is in place" in shell._unlock._notice.text(), timeout=20_000)
    assert shell.desk_window is None
    [kept] = store.path.parent.glob("careteam-before-restore-*.db")
    assert kept.name in shell._unlock._notice.text()
    unlock(shell, qtbot, store.path)

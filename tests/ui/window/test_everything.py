"""A supervisor saves the whole database as files, with the password once more, or stops it."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from careteam.domain.access import Role, Who
from careteam.domain.disclosures import Handed, Purpose
from careteam.storage.reads.disclosures import disclosures_of
from careteam.storage.tables.accounts import FIRST_ACCOUNT
from tests.conftest import ADMIN, NOW, PASSPHRASE
from tests.ui.window.conftest import Room
from ui.again_sheet import AgainSheet
from ui.leaving.questions import Said
from ui.settings.everything_section import EverythingSection


@pytest.fixture
def section(room: Room, tmp_path: Path) -> EverythingSection:
    room.store.who = ADMIN
    room.paper.folder = tmp_path / "out"
    room.paper.folder.mkdir()
    room.paper.said = Said(Handed("Archive of the clinic", Purpose.OPERATIONS))
    room.press("Ctrl+,")
    page = room.window.pages.settings
    page.open_section("everything")
    section = page.section()
    assert isinstance(section, EverythingSection)
    return section


def out(room: Room) -> list[Path]:
    assert room.paper.folder is not None
    return list(room.paper.folder.iterdir())


def test_everything_is_saved_after_the_password_and_registered(
    section: EverythingSection, room: Room, qtbot: QtBot
) -> None:
    room.desk._proved_at = NOW - timedelta(hours=1)
    section.save.click()
    (sheet,) = room.window.window().findChildren(AgainSheet)
    assert out(room) == []
    sheet.password.setText(PASSPHRASE)
    with qtbot.waitSignal(room.desk.done, timeout=60_000) as done:
        sheet._on_go()
    (folder,) = out(room)
    assert folder.name == "careteam-2026-11-20-0930"
    assert done.args is not None
    assert "rows are saved in the folder careteam-2026-11-20-0930." in done.args[0].sentence
    schema = json.loads((folder / "schema.json").read_text("utf-8"))
    rows = {one["name"]: one["rows"] for one in schema["resources"]}
    assert rows["patient"] == 1
    newest, *_ = room.store.read(disclosures_of, room.patient)
    assert (newest.kind, newest.recipient) == ("everything", "Archive of the clinic")
    assert not section.is_running
    assert section.save.isEnabled()
    assert not section.busy.isVisible()


def test_what_is_stopped_leaves_nothing_and_is_not_registered(
    section: EverythingSection, room: Room, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(room.desk.done, timeout=60_000) as done:
        section._begin(out_folder(room), Said(Handed("Archive")))
        section.busy.stop.click()
    assert done.args is not None
    assert done.args[0].sentence == "Stopped; nothing of it was left."
    assert out(room) == []
    assert room.store.read(disclosures_of, room.patient) == ()


def out_folder(room: Room) -> Path:
    assert room.paper.folder is not None
    return room.paper.folder / "all"


def test_what_is_not_answered_does_not_leave(section: EverythingSection, room: Room) -> None:
    room.paper.is_answering = False
    section.save.click()
    assert room.paper.asked
    assert out(room) == []


def test_locking_the_desk_ends_it(section: EverythingSection, room: Room) -> None:
    section._begin(out_folder(room), Said(Handed("Archive")))
    room.window.about_to_lock()
    assert not section.is_running
    assert [path for path in out(room) if path.name != "all"] == []


def test_who_may_not_see_the_trail_is_not_offered_everything(room: Room) -> None:
    room.store.who = Who(FIRST_ACCOUNT, "joan", frozenset({Role.NAVIGATOR}))
    page = room.window.pages.settings
    assert "everything" not in {option.key for option in page._options()}

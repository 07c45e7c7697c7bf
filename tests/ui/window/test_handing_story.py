"""A nurse takes the huddle list into the morning meeting and hands one patient over on paper."""

from pathlib import Path

import pypdf
from pytestqt.qtbot import QtBot

from careteam.domain.kinds import Kind
from careteam.storage.reads.today import due_rows
from tests.ui.window.conftest import Room
from ui.today.huddle_sheet import HuddleSheet


def pdf_text(path: Path) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def saved_pdf(room: Room) -> Path:
    assert room.paper.folder is not None
    [path] = room.paper.folder.glob("*.pdf")
    return path


def huddle_of(room: Room, qtbot: QtBot) -> HuddleSheet:
    [sheet] = room.window.findChildren(HuddleSheet)
    qtbot.waitUntil(lambda: not sheet.is_updating and sheet.view.page_count > 0, timeout=20_000)
    return sheet


def test_she_opens_the_huddle_list_by_key_and_saves_it(room: Room, qtbot: QtBot) -> None:
    room.window.panel.list.setFocus()
    room.press("Ctrl+H")
    sheet = huddle_of(room, qtbot)
    assert "DELACRUZ, Maria" in sheet.view.accessibleDescription()
    with qtbot.waitSignal(room.desk.done):
        room.press("Ctrl+S")
    path = saved_pdf(room)
    assert path.name.startswith("huddle-2026-11-20-0930-")
    assert "DELACRUZ, Maria" in pdf_text(path)
    assert room.said() == f"Huddle list saved as {path.name}."
    room.press("Esc")
    qtbot.waitUntil(lambda: not sheet.isVisible())


def test_the_huddle_list_is_mine_or_the_whole_clinics(room: Room, qtbot: QtBot) -> None:
    room.window.panel.huddle.click()
    sheet = huddle_of(room, qtbot)
    assert "Joan Ellis, RN, OCN" in sheet.view.accessibleDescription()
    sheet.whose.set_value("all")
    sheet.read_again()
    qtbot.waitUntil(lambda: "Whole clinic" in sheet.view.accessibleDescription(), timeout=20_000)


def test_she_hands_over_the_chosen_patient_from_the_list(room: Room, qtbot: QtBot) -> None:
    [row] = room.desk.read(
        due_rows, today=room.desk.moment.today, rules=room.desk.rules, navigator_id=None
    )
    room.window.panel.choose(row.patient_id)
    room.window.panel.list.setFocus()
    room.press("H")
    tab = room.window.summary
    assert tab.isVisible()
    assert tab.choices.chosen().kind == Kind.HANDOFF
    assert not tab.choices.period.isVisible()
    qtbot.waitUntil(lambda: not tab.is_updating and tab.view.page_count == 1, timeout=20_000)
    assert "HANDOFF SHEET" in tab.view.accessibleDescription()
    assert "ride to the lumbar puncture" in tab.view.accessibleDescription()
    with qtbot.waitSignal(room.desk.done):
        room.press("Ctrl+S")
    path = saved_pdf(room)
    assert path.name.startswith("handoff-2026-11-20-0930-")
    assert "Handoff sheet" in pdf_text(path)


def test_she_follows_the_patient_by_key_and_takes_it_back(room: Room) -> None:
    room.window.panel.list.setFocus()
    button = room.window.patient.follow
    assert button.text() == "☆ Follow"
    room.press("Ctrl+Shift+F")
    assert button.text() == "★ Followed"
    assert room.said() == "You follow DELACRUZ, Maria now."
    room.press("Ctrl+Z")
    assert button.text() == "☆ Follow"
    button.click()
    assert button.accessibleName() == "Follow no longer"

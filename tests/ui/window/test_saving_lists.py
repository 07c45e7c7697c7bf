"""Every list that the window shows is saved as it is shown, as CSV or as a workbook."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careteam.domain.moment import Moment
from careteam.outgoing.catalogue import LISTS
from careteam.outgoing.listed import Told
from careteam.storage.reads.disclosures import disclosures_of
from tests.conftest import NOW
from tests.ui.window.conftest import ZONE, Room
from ui.list_titles import NAMES, TITLES
from ui.today.huddle_sheet import HuddleSheet
from ui.today.panel import GAPS


def tab(room: Room, keys: str) -> None:
    room.press(keys)


def today(room: Room) -> None:
    room.window.panel._whose.set_value("all")
    room.window.panel._what.set_value(GAPS)
    room.window.panel.read_again()
    room.window.panel.save.click()


def team(room: Room) -> None:
    tab(room, "Alt+1")
    room.window.patient.team.save.click()


def contacts(room: Room) -> None:
    tab(room, "Alt+2")
    room.window.contacts.save.click()


def milestones(room: Room) -> None:
    tab(room, "Alt+3")
    room.window.patient.pathway.milestones.save.ask()


def treatments(room: Room) -> None:
    tab(room, "Alt+3")
    room.window.patient.pathway.cards.plan.save_list()


def barriers(room: Room) -> None:
    tab(room, "Alt+4")
    room.window.patient.needs.barriers.save.click()


def screenings(room: Room) -> None:
    tab(room, "Alt+4")
    room.window.patient.needs.screening.save.ask()


def huddle(room: Room) -> None:
    sheet = HuddleSheet(room.window._theme, room.desk, room.paper, room.window, is_mine=False)
    sheet.open()
    sheet.save_table()


def directory(room: Room) -> None:
    page = room.window.pages.directory
    page.read_again()
    page.save.click()


def trials(room: Room) -> None:
    room.window.pages.trials.save.ask()


def not_offered(room: Room) -> None:
    page = room.window.pages.trials
    page.which.set_value("waiting")
    page.save.ask()


WAYS: dict[str, Callable[[Room], None]] = {
    "roles_to_fill": today,
    "team": team,
    "contacts": contacts,
    "milestones": milestones,
    "treatments": treatments,
    "barriers": barriers,
    "screenings": screenings,
    "referrals": lambda room: room.window.patient.team.referrals.save.ask(),
    "next_steps": lambda room: room.window.patient.team.steps.save.ask(),
    "huddle": huddle,
    "directory": directory,
    "trials": trials,
    "not_offered": not_offered,
}


@pytest.fixture
def out(room: Room, tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    room.paper.folder = folder
    return folder


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("name", WAYS)
def test_a_list_is_saved_under_its_name_and_registered(
    name: str, form: str, room: Room, out: Path, qtbot: QtBot
) -> None:
    if form == "xlsx":
        room.paper.target = out / "list.xlsx"
    with qtbot.waitSignal(room.desk.done, timeout=30_000) as done:
        WAYS[name](room)
    (path,) = out.iterdir()
    assert path.name == ("list.xlsx" if form == "xlsx" else f"{name.replace('_', '-')}.csv")
    assert done.args is not None
    assert path.name in done.args[0].sentence
    if form == "csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            head, *rows = csv.reader(file)
    else:
        sheet = load_workbook(path).active
        assert sheet is not None
        head, *rows = sheet.iter_rows(values_only=True)
    assert set(head) <= set(TITLES)
    registered = [row.kind for row in room.store.read(disclosures_of, room.patient)]
    of_nobody = name in ("directory", "trials")
    assert (name in registered) == (bool(rows) and not of_nobody)


def test_the_key_saves_the_list_that_has_the_keyboard(room: Room, out: Path, qtbot: QtBot) -> None:
    tab(room, "Alt+1")
    view: QWidget = room.window.patient.team.table.view
    view.setFocus()
    with qtbot.waitSignal(room.desk.done, timeout=30_000):
        QTest.keyClick(
            view,
            Qt.Key.Key_X,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        )
    assert [path.name for path in out.iterdir()] == ["team.csv"]


FILES: dict[str, tuple[str, Callable[[Room], None]]] = {
    "calendar": ("due-days.ics", lambda room: room.window.patient.team._acts.save_calendar()),
    "named calendar": (
        "due-days.ics",
        lambda room: room.window.patient.team._acts.save_calendar(has_names=True),
    ),
    "my calendar": ("due-days.ics", lambda room: room.window.panel.calendar.click()),
    "team": ("people.vcf", lambda room: room.window.patient.team._acts.save_cards()),
    "person": ("people.vcf", lambda room: person(room)),
    "everybody": ("people.vcf", lambda room: room.window.pages.directory.cards.click()),
}


def person(room: Room) -> None:
    page = room.window.pages.directory
    page.show_person(room.people["bell"])
    page.card.save.click()


@pytest.mark.parametrize("name", FILES)
def test_due_days_and_people_are_saved_for_other_programs(
    name: str, room: Room, out: Path, qtbot: QtBot
) -> None:
    file, way = FILES[name]
    with qtbot.waitSignal(room.desk.done, timeout=30_000):
        way(room)
    (path,) = out.iterdir()
    text = path.read_text("utf-8")
    assert path.name == file
    assert text.startswith("BEGIN:VC")
    if file.endswith("ics"):
        assert ("DELACRUZ" in text) == (name == "named calendar")
        assert ("482913" in text) == (name == "named calendar")
    else:
        assert text.count("BEGIN:VCARD") == {"team": 2, "person": 1, "everybody": 4}[name]
    registered = {row.kind for row in room.store.read(disclosures_of, room.patient)}
    of_patient = {
        "calendar": {"calendar"},
        "named calendar": {"calendar"},
        "my calendar": {"calendar"},
        "team": {"cards"},
    }
    assert registered == of_patient.get(name, set())
    assert bool(room.paper.asked) is (name in of_patient), "a colleague's card asks nothing"


def test_every_title_and_name_of_a_list_can_be_translated(room: Room) -> None:
    told = Told(Moment.at(NOW, ZONE), room.store.rules)
    for kind in LISTS.values():
        listed = kind.make(told, {}, 1)
        assert set(listed.titles) <= set(TITLES)
        assert listed.name in NAMES

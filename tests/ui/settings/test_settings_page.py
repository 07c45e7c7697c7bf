"""Every section opens by keyboard; the clinic, who works here and the look are told."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from careteam.storage.reads.settings import clinic_row
from careteam.storage.store import Store
from tests.people import add_member
from tests.ui.settings.driving import Settings, desk, settings
from ui.look.choices import SearchChoice
from ui.look.segmented import SegmentedControl
from ui.look.tables import Table
from ui.look.theme import ThemeChoice

# fixtures of this clinic
assert desk
assert settings


SECTIONS = (
    "clinic",
    "worker",
    "roles",
    "phases",
    "pathways",
    "milestones",
    "triggers",
    "cadence",
    "instruments",
    "watch",
    "contacts",
    "programs",
    "lists",
    "macros",
    "patient_words",
    "holidays",
    "look",
    "keys",
    "about",
)


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_opens_and_says_what_it_is_for(settings: Settings, section: str) -> None:
    settings.open(section)
    labels = [label.text() for label in settings.page.section().findChildren(QLabel)]
    assert len(labels) >= 2
    for table in settings.page.section().findChildren(Table):
        ModelTester(None).check(table.model)


def test_the_line_of_the_open_section_is_in_sight_in_a_low_window(
    settings: Settings, qtbot: QtBot
) -> None:
    settings.page.resize(1200, 420)
    for section in ("about", "clinic", "keys"):
        settings.open(section)
        line = settings.page.list.open_line()
        qtbot.waitUntil(lambda line=line: line.visibleRegion().boundingRect() == line.rect())


def test_the_arrow_keys_go_through_the_sections(settings: Settings) -> None:
    settings.page.list.focus_here()
    for _ in range(3):
        settings.press("Down")
    assert settings.page.list.value() == "roles"
    settings.press("Up")
    assert settings.page.list.value() == "worker"


def test_the_keyboard_goes_along_when_another_section_is_opened_by_the_program(
    settings: Settings,
) -> None:
    settings.page.list.focus_here()
    settings.press("Down")
    settings.page.open_section("cadence")
    lines = settings.page.list._lines
    assert lines["cadence"].hasFocus()
    assert lines["cadence"].shows_focus, "as the line before showed where the keyboard is"
    assert not lines["clinic"].hasFocus()


def test_the_clinic_gets_another_name_and_back(settings: Settings, store: Store) -> None:
    settings.click("Edit")
    settings.retype("Blood Center")
    settings.press("Ctrl+Return")
    assert store.read(clinic_row).name == "Blood Center"
    assert "Blood Center" in settings.words()
    assert settings.desk.undo()
    assert store.read(clinic_row).name == "Leukemia Program"


def test_who_works_here_is_told_and_told_again_when_it_is_taken_back(
    settings: Settings, store: Store, navigator: int, qtbot: QtBot
) -> None:
    told: list[int] = []
    settings.page.worker_chosen.connect(told.append)
    other = add_member(store, "Bell", "Marcus", "LCSW", "social_worker")
    settings.open("worker")
    (person,) = settings.page.section().findChildren(SearchChoice)
    assert person.value() == str(navigator)
    person.setFocus()
    settings.retype("bell")
    settings.press("Return")
    assert told == [other]
    assert settings.desk.undo()
    assert told == [other, navigator]
    assert person.value() == str(navigator)


def test_the_look_is_chosen_by_arrow_keys(settings: Settings) -> None:
    chosen: list[object] = []
    settings.page.look_chosen.connect(chosen.append)
    settings.page.text_size_chosen.connect(chosen.append)
    settings.open("look")
    colors, sizes = settings.page.section().findChildren(SegmentedControl)
    assert (colors.value(), sizes.value()) == ("light", "100")
    for control, word in ((colors, "Dark"), (sizes, "125 %")):
        (segment,) = [s for s in control.findChildren(QWidget) if s.property("text") == word]
        segment.setFocus()
        QTest.keyClick(segment, Qt.Key.Key_Space)
    assert chosen == [ThemeChoice.DARK, 125]

"""In a small window nothing is out of reach: the composer gives way, and heads scroll."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from careteam.domain.kinds import Kind
from careteam.storage.reads.patient_time import OfferedProgram
from tests.ui.window.conftest import Room
from ui.patient_view import SUMMARY
from ui.summary.head_area import HeadArea

SMALL, USUAL = (960, 600), (1440, 900)


@pytest.fixture
def small(room: Room) -> Room:
    room.window.resize(*SMALL)
    QApplication.processEvents()
    return room


def has_keyboard(room: Room) -> bool:
    here = QApplication.focusWidget()
    return here is not None and room.window.composer.isAncestorOf(here)


def test_a_small_window_leaves_the_record_its_room_until_a_contact_is_written(small: Room) -> None:
    composer = small.window.composer
    assert not composer.isVisible()
    small.press("Ctrl+L")
    assert composer.isVisible()
    assert has_keyboard(small)
    small.press("Esc")
    assert not composer.isVisible()
    assert QApplication.focusWidget() is not None


def test_what_is_half_entered_stays_in_sight(small: Room) -> None:
    composer = small.window.composer
    small.press("Ctrl+L")
    composer.write_note("Asks for a ride.")
    small.press("Esc")
    assert composer.isVisible()
    small.window.open_patient(small.patient)
    assert composer.isVisible()
    composer.choose(outcome="reached_patient", minutes=5)
    composer.save()
    assert not composer.isVisible()


def test_another_tab_takes_the_room_of_a_composer_that_holds_nothing(small: Room) -> None:
    small.press("Ctrl+L")
    small.press("Alt+2")
    assert not small.window.composer.isVisible()
    here = QApplication.focusWidget()
    assert here is not None
    assert small.window.contacts.isAncestorOf(here)


def test_a_wide_window_always_shows_the_composer(small: Room) -> None:
    small.window.resize(*USUAL)
    QApplication.processEvents()
    assert small.window.composer.isVisible()


def test_every_tab_stands_whole_and_what_is_done_with_a_patient_is_one_menu(
    small: Room, qtbot: QtBot
) -> None:
    row, tabs = small.window.patient.row, small.window.patient.tabs
    assert row.is_folded
    assert tabs.sizeHint().width() <= tabs.width()
    row.more.setFocus()
    small.window.resize(*USUAL)
    QApplication.processEvents()
    assert not row.is_folded
    focused = QApplication.focusWidget()
    assert focused is not None
    assert row.isAncestorOf(focused)


def test_the_menu_does_what_its_buttons_did(small: Room, qtbot: QtBot) -> None:
    more = small.window.patient.row.more
    more.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [act.text() for act in menu.actions()][:2] == ["Edit", "Phase…"]
    with qtbot.waitSignal(small.window.patient.phase_asked):
        menu.actions()[1].trigger()
    menu.close()


def test_navigation_time_keeps_to_one_line_until_the_keyboard_comes(room: Room) -> None:
    room.window.resize(1280, 720)
    QApplication.processEvents()
    part = room.window.composer.form.time
    part.offer((OfferedProgram("PIN", "Principal illness navigation", 30),))
    part.counts.setChecked(True)
    part.follow(room.window.composer.form.entry())
    assert part.opener.isVisible()
    assert not part.activity.isVisible()
    part.counts.setFocus(Qt.FocusReason.TabFocusReason)
    assert part.activity.isVisible()
    assert not part.opener.isVisible()


def test_a_chosen_activity_is_told_on_the_one_line(room: Room) -> None:
    room.window.resize(1280, 720)
    QApplication.processEvents()
    form = room.window.composer.form
    form.time.offer((OfferedProgram("PIN", "Principal illness navigation", 30),))
    form.time.counts.setChecked(True)
    form.time.activity.set_value("care_coordination")
    form.time.follow(form.entry())
    assert form.time.counts.text() == "Navigation time: Coordination of care"


def test_a_high_window_shows_what_the_time_was_for_at_once(room: Room) -> None:
    room.window.resize(1920, 1080)
    QApplication.processEvents()
    part = room.window.composer.form.time
    part.offer((OfferedProgram("PIN", "Principal illness navigation", 30),))
    part.counts.setChecked(True)
    part.follow(room.window.composer.form.entry())
    assert part.activity.isVisible()


def test_every_choice_of_a_paper_can_be_reached_in_a_small_window(
    small: Room, qtbot: QtBot
) -> None:
    small.window.patient.open_tab(SUMMARY)
    summary = small.window.summary
    summary.choices.choose_kind(Kind.PATIENT)
    qtbot.waitUntil(lambda: not summary.is_updating, timeout=20_000)
    QApplication.processEvents()
    (head,) = summary.findChildren(HeadArea)
    qtbot.waitUntil(lambda: head.height() + summary.view.height() <= summary.height())
    inner = head.widget()
    assert inner is not None
    for part in (summary.choices.free_text, summary.save, summary.warning):
        if part.isVisible():
            bottom = part.mapTo(inner, part.rect().bottomLeft()).y()
            assert bottom <= inner.height()
    assert inner.height() - head.viewport().height() <= head.verticalScrollBar().maximum()

"""Tabs that are opened seldom are made when they are opened, and show who is shown."""

import pytest

from tests.ui.window.conftest import Room
from ui.patient_view import HISTORY, NEEDS, PATHWAY, SUMMARY

LATE = (PATHWAY, NEEDS, SUMMARY, HISTORY)


@pytest.mark.parametrize("key", LATE)
def test_a_tab_is_made_when_it_is_first_opened(room: Room, key: str) -> None:
    place = room.window.patient._places[key]
    assert place.made is None
    room.window.patient.open_tab(key)
    made = place.made
    assert made is not None
    assert made.isVisible()
    room.window.patient.open_tab("team")
    room.window.patient.open_tab(key)
    assert place.made is made


def test_a_tab_that_is_opened_late_shows_the_patient_who_is_shown(room: Room) -> None:
    view = room.window.patient
    assert view.patient_id is not None
    view.open_tab(HISTORY)
    view.open_tab(SUMMARY)
    assert view.history._patient_id == view.patient_id
    assert view.summary._patient_id == view.patient_id

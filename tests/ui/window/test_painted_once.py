"""What is shown is painted once and in its place, and what floats paints nothing behind it."""

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from careteam.domain.contacts import ContactDraft
from careteam.domain.patients import PatientDraft
from careteam.storage.writes.contacts import log_contact
from careteam.storage.writes.patients import register_patient
from tests.ui.window.conftest import Room

TURNS, ROUNDS = 4, 4


class Paints(QObject):
    """Counts how often widgets are painted."""

    def __init__(self, *watched: QWidget) -> None:
        super().__init__()
        self.of: Counter[QObject] = Counter()
        for widget in watched:
            widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.of[watched] += event.type() == QEvent.Type.Paint
        return False


def settle() -> None:
    for _ in range(TURNS):
        QApplication.processEvents()


@pytest.fixture
def other(room: Room) -> int:
    moment, rules = room.desk.moment, room.store.rules
    patient = PatientDraft("700100", "Novak", "Anna")
    made = room.store.do(register_patient, patient, moment=moment, rules=rules).made
    assert made is not None
    contact = ContactDraft(
        made, "chaplain", "phone", "reached_patient", moment.now, minutes=5, note="Slept well."
    )
    room.store.do(log_contact, contact, moment=moment, rules=rules)
    return made


@pytest.mark.parametrize("tab", ["team", "contacts"])
def test_a_patient_is_laid_out_before_anything_is_painted(room: Room, other: int, tab: str) -> None:
    window = room.window
    window.patient.open_tab(tab)
    shown = (window.patient.team.table.view, window.contacts.view)[tab == "contacts"]
    paints = Paints(window.patient.banner, shown.viewport())
    counted: list[tuple[int, int]] = []
    for patient in (other, room.patient) * ROUNDS:
        paints.of.clear()
        window.open_patient(patient)
        settle()
        counted.append((paints.of[window.patient.banner], paints.of[shown.viewport()]))
    assert min(max(pair) for pair in counted) == 1, (
        "a timer may paint now and then, but not each time"
    )


def test_another_letter_of_the_search_paints_nothing_behind_its_list(
    room: Room, qtbot: QtBot
) -> None:
    window = room.window
    room.press("Ctrl+K")
    room.type("de")
    settle()
    paints = Paints(window.patient.banner, window.panel, window.patient.team)
    room.type("la")
    settle()
    assert window._popup.isVisible()
    assert not paints.of.total()
    room.press("Escape")
    qtbot.waitUntil(lambda: paints.of[window.panel] > 0)

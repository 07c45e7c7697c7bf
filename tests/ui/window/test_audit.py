"""What is looked at, printed or copied stands in the audit trail, once each."""

from typing import Any

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from careteam.domain.audit import Event
from careteam.domain.history import Kind
from careteam.storage.writes.patients import PhaseDraft, change_phase
from tests.conftest import NOW
from tests.ui.window.conftest import Room
from ui.history.tab import ALL
from ui.opened_chart import STAYED_MS


def noted(room: Room, *events: Event) -> list[Any]:
    """The events of these kinds with their patients, oldest first."""
    names = ", ".join(f"'{event}'" for event in events)
    sql = f"SELECT action, entity, patient_id, actor_id FROM audit WHERE action IN ({names})"
    rows = room.store.read(lambda session: session.execute(text(sql)).all())
    return [tuple(row) for row in rows]


def test_an_opened_chart_makes_one_row_however_often_it_is_read_again(
    room: Room, qtbot: QtBot
) -> None:
    me, patient = room.account, room.patient
    qtbot.waitUntil(lambda: noted(room, Event.OPENED) != [], timeout=STAYED_MS * 4)
    room.window.patient.show_patient(patient)
    room.press("F5")
    room.window.open_patient(patient)
    assert not room.window.patient.opened._timer.isActive()
    assert noted(room, Event.OPENED) == [("opened", "chart", patient, me)]


def test_a_chart_that_was_left_within_a_second_is_not_noted(room: Room, qtbot: QtBot) -> None:
    room.window.patient.opened.look_at(room.patient + 1)
    room.window.patient.opened.look_at(room.patient)
    qtbot.waitUntil(lambda: noted(room, Event.OPENED) != [], timeout=STAYED_MS * 4)
    assert [row[2] for row in noted(room, Event.OPENED)] == [room.patient]


def test_a_summary_that_is_copied_is_noted_for_its_patient(room: Room) -> None:
    room.press("Alt+5")
    room.window.summary.copy.click()
    QApplication.processEvents()
    me = room.account
    assert noted(room, Event.COPIED) == [("copied", "summary", room.patient, me)]


def test_the_history_tells_in_words_who_did_what(room: Room, qtbot: QtBot) -> None:
    draft = PhaseDraft(room.patient, "consolidation", NOW.date())
    room.desk.do(change_phase, draft)
    room.press("Alt+6")
    tab = room.window.patient.history
    model = tab.table.model

    def told() -> list[str]:
        return [model.row_at(place).sentence for place in range(model.rowCount())]

    label = room.desk.rules.catalogue.phase_label
    changed = f"the phase from {label('induction')} to {label('consolidation')}"
    assert f"Joan Ellis, RN, OCN changed the registration – {changed}" in told()
    qtbot.waitUntil(lambda: noted(room, Event.OPENED) != [], timeout=STAYED_MS * 4)
    tab.kinds.set_value(Kind.SEEN)
    tab.read_again()
    assert told() == ["Joan Ellis, RN, OCN opened the chart"]
    tab.kinds.set_value(Kind.NEEDS)
    tab.read_again()
    assert told() == []
    assert not tab.table.isVisible()
    tab.kinds.set_value(ALL)
    tab.people.set_value(str(room.account))
    tab.read_again()
    assert {model.row_at(place).who for place in range(model.rowCount())} == {"Joan Ellis, RN, OCN"}


def test_locking_is_noted(room: Room) -> None:
    room.window.about_to_lock()
    me = room.account
    assert noted(room, Event.LOCKED) == [("locked", "desk", None, me)]
    assert not room.window.patient.opened._timer.isActive()

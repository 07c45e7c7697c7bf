"""A patient without a team, and a team whose holder has left, are shown as gaps on every page."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QApplication

from careteam.domain.patients import PatientDraft
from careteam.storage.reads.person import person_detail
from careteam.storage.writes.patients import register_patient
from careteam.storage.writes.people import amend_person
from tests.ui.window.conftest import Room
from ui.look.columns import full_words
from ui.pages import COVERAGE, PATIENTS, TODAY
from ui.patient_view import TABS
from ui.team.board_rows import who_cell


def look_at_everything(room: Room, patient: int) -> None:
    for page in (TODAY, PATIENTS, COVERAGE):
        room.window.open_page(page)
        QApplication.processEvents()
    room.window.open_patient(patient)
    for tab in TABS:
        room.window.patient.open_tab(tab)
        QApplication.processEvents()
    room.window.grab()


def test_a_patient_without_a_team_is_shown_as_one_with_gaps(room: Room) -> None:
    changes = room.desk.do(register_patient, PatientDraft("900", "Nobody"))
    assert changes is not None
    assert changes.made is not None
    look_at_everything(room, changes.made)
    assert all(row.person_id is None for row in room.board())


def test_a_role_whose_holder_has_left_is_told_on_the_board(room: Room) -> None:
    desk, today = room.desk, room.desk.moment.today
    draft = desk.read(person_detail, room.people["bell"], today).draft
    desk.do(amend_person, room.people["bell"], replace(draft, leaves_on=today - timedelta(days=1)))
    look_at_everything(room, room.patient)
    cell = who_cell(room.line("social_worker"), desk.worker_id, desk.moment, desk.rules)
    assert full_words(cell) == "Marcus Bell, LCSW\nLeft Thu 19 Nov: replace them"


def test_the_names_of_lists_that_leave_betray_nobody(room: Room) -> None:
    room.paper.folder = None
    room.window.pages.patients._on_export()
    room.window.pages.coverage._on_save()
    assert room.paper.suggested == ["patients.csv", "coverage.csv"]

"""The main job through the real window, from key to database and back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careteam.domain.contacts import ContactDraft
from careteam.domain.timeline import EntryKind
from careteam.storage.reads.contacts import contacts_of
from careteam.storage.reads.today import due_counts, due_rows
from careteam.storage.writes.contacts import log_contact
from tests.people import add_member
from tests.ui.window.conftest import Room
from ui.pages import DIRECTORY, PATIENTS
from ui.patient_view import CONTACTS, TEAM
from ui.search_popup import PAUSE_MS
from ui.team.history import TeamHistorySheet
from ui.team.sheets import AssignSheet, DeclineSheet, EndSheet, ReplaceSheet, SnoozeSheet


def test_today_shows_who_is_late_and_why(room: Room) -> None:
    row = room.window.panel.row_of(room.patient)
    assert row is not None
    assert (row.reason, row.due_text) == ("Social worker · first contact", "2 days late")
    assert room.window.patient.family_name() == "DELACRUZ"
    assert room.line("social_worker").due_text == "2 days late"


def test_a_role_is_assigned_by_keyboard_and_taken_back(room: Room, qtbot: QtBot) -> None:
    table = room.window.patient.team.table
    table.choose_key(("physical_therapist", None))
    table.setFocus()
    room.press("Return")
    assert len(room.window.findChildren(AssignSheet)) == 1
    room.type("nov")
    room.press("Return")
    room.press("Ctrl+Return")
    assert room.line("physical_therapist").person == "Petra Novak, DPT"
    assert room.said() == "Petra Novak, DPT is now Physical therapist."
    qtbot.waitUntil(lambda: not room.window.findChildren(AssignSheet))
    room.press("Ctrl+Z")
    assert room.line("physical_therapist").is_gap


def test_the_keyboard_stays_on_a_role_that_was_just_filled(room: Room, qtbot: QtBot) -> None:
    table = room.window.patient.team.table
    table.choose_key(("physical_therapist", None))
    table.setFocus()
    room.press("Return")
    room.type("nov")
    room.press("Return")
    room.press("Ctrl+Return")
    qtbot.waitUntil(lambda: not room.window.findChildren(AssignSheet))
    row = table.current_row()
    assert row is not None
    assert (row.role, row.person) == ("physical_therapist", "Petra Novak, DPT")
    room.press("Ctrl+Z")
    row = table.current_row()
    assert row is not None
    assert (row.role, row.is_gap) == ("physical_therapist", True)


def test_a_holder_is_replaced_in_one_step_and_the_history_tells(room: Room) -> None:
    room.take_from_menu("social_worker", "Replace")
    [sheet] = room.window.findChildren(ReplaceSheet)
    sheet._person.set_value(str(room.people["okoye"]))
    room.press("Ctrl+Return")
    assert room.line("social_worker").person == "Ada Okoye, LCSW"
    room.window.patient.team._acts.show_history()
    [history] = room.window.findChildren(TeamHistorySheet)
    history._day.set_value(room.desk.moment.today.replace(day=18))
    history._read()
    model = history._table.model
    rows = [model.row_at(place) for place in range(model.rowCount())]
    assert [row.person for row in rows if row.role == "social_worker"] == ["Marcus Bell, LCSW"]


def test_ending_needs_a_reason_and_is_refused_at_its_field(room: Room) -> None:
    room.take_from_menu("social_worker", "End")
    [sheet] = room.window.findChildren(EndSheet)
    room.press("Ctrl+Return")
    assert sheet._fields["reason"].problem() == "Choose why the assignment ends."
    sheet._reason.set_value("goal_reached")
    room.press("Ctrl+Return")
    assert room.line("social_worker").is_gap
    room.press("Ctrl+Z")
    assert room.line("social_worker").person == "Marcus Bell, LCSW"


def test_a_patient_declines_a_role_and_it_stays_on_the_board(room: Room) -> None:
    room.take_from_menu("chaplain", "Patient declines")
    [sheet] = room.window.findChildren(DeclineSheet)
    sheet._phase.set_value("consolidation")
    room.press("Ctrl+Return")
    row = room.line("chaplain")
    assert (row.state, row.ask_at_phase) == ("declined", "consolidation")
    assert not row.is_gap


def test_what_is_due_is_put_off_with_a_reason(room: Room) -> None:
    room.window.panel.list.setFocus()
    room.press("S")
    [sheet] = room.window.findChildren(SnoozeSheet)
    room.press("Ctrl+Return")
    assert sheet._fields["reason"].problem() == "Choose why it is put off."
    sheet._reason.set_value("patient_asked")
    room.press("Ctrl+Return")
    today = room.desk.moment.today
    [row] = room.store.read(due_rows, today=today, rules=room.store.rules)
    assert row.due_text == "Mon 23"
    room.press("Ctrl+Z")
    [row] = room.store.read(due_rows, today=today, rules=room.store.rules)
    assert row.due_text == "2 days late"


def test_a_next_step_is_done_and_open_again(room: Room) -> None:
    steps = room.window.patient.team.steps
    assert steps.table.model.rowCount() == 1
    steps.finish(steps.table.model.row_at(0))
    assert steps.table.model.rowCount() == 0
    room.press("Ctrl+Z")
    assert steps.table.model.rowCount() == 1


def test_a_contact_is_logged_from_the_list_by_keyboard_alone(room: Room) -> None:
    before = room.store.read(due_counts, today=room.desk.moment.today).overdue
    assert before == 1
    room.press("Ctrl+L")
    composer = room.window.composer
    here = QApplication.focusWidget()
    assert here is not None
    assert composer.isAncestorOf(here)
    for _ in range(40):
        here = QApplication.focusWidget()
        if here is not None and here.accessibleName().startswith("Outcome"):
            break
        room.press("Tab")
    room.press("Space")
    for _ in range(40):
        here = QApplication.focusWidget()
        if here is not None and here.accessibleName().startswith("Note"):
            break
        room.press("Tab")
    room.type("Agrees to see social work this week.")
    room.press("Ctrl+Return")
    [newest, *_] = room.store.read(contacts_of, room.patient)
    assert newest.note == "Agrees to see social work this week."
    assert newest.role == "social_worker"
    assert newest.is_reached
    assert room.store.read(due_counts, today=room.desk.moment.today).overdue == 0
    assert "Contact saved" in room.said()


def test_the_search_leads_to_patients_people_and_notes(room: Room) -> None:
    room.press("Ctrl+K")
    room.type("bell")
    room.press("Return")
    assert room.window.rail.value() == DIRECTORY
    room.press("Ctrl+K")
    room.type("slept")
    room.press("Return")
    assert room.window.rail.value() == "today"
    assert room.window.patient.tabs.value() == "contacts"
    room.window.open_page(PATIENTS)
    room.press("Ctrl+K")
    room.type("laCRU")
    room.press("Return")
    assert room.window.rail.value() == "today"


def test_nothing_found_is_said(room: Room) -> None:
    room.press("Ctrl+K")
    room.type("zzzz")
    popup = room.window._popup
    assert popup.isVisible()
    assert popup._nothing.text() == "Nothing found for “zzzz”."
    room.press("Escape")
    assert not popup.isVisible()


def test_notes_come_below_names_when_the_typing_pauses(room: Room, qtbot: QtBot) -> None:
    _log(room, "Delayed by the laboratory.")
    popup = room.window._popup
    room.press("Ctrl+K")
    room.type("dela")
    assert {kind for kind, _ in popup._hits} == {"patients"}
    qtbot.waitUntil(lambda: {kind for kind, _ in popup._hits} == {"patients", "notes"})
    room.press("Down")
    assert kind_chosen(room) == "notes"
    room.press("Return")
    assert room.window.patient.tabs.value() == "contacts"


def test_notes_come_without_moving_what_was_chosen(room: Room) -> None:
    add_member(room.store, "Delany", "Tom", "RN", "oncology_nurse")
    _log(room, "Delayed by the laboratory.")
    popup = room.window._popup
    room.press("Ctrl+K")
    room.type("dela")
    room.press("Down")
    assert kind_chosen(room) == "people"
    popup.add_notes()
    assert kind_chosen(room) == "people"
    assert {kind for kind, _ in popup._hits} == {"patients", "people", "notes"}


def test_nothing_is_looked_for_once_the_box_is_left(room: Room, qtbot: QtBot) -> None:
    _log(room, "Delayed by the laboratory.")
    popup = room.window._popup
    room.press("Ctrl+K")
    room.type("dela")
    room.press("Escape")
    qtbot.wait(PAUSE_MS * 2)
    assert not popup.isVisible()
    assert not popup._hits


def kind_chosen(room: Room) -> str:
    """Of what kind the chosen line of the search is."""
    item = room.window._popup._list.current_item()
    assert item is not None
    assert isinstance(item.key, tuple)
    return item.key[0]


def _log(room: Room, note: str) -> None:
    moment = room.desk.moment
    draft = ContactDraft(
        room.patient, "chaplain", "phone", "reached_patient", moment.now, minutes=5, note=note
    )
    room.store.do(log_contact, draft, moment=moment, rules=room.store.rules)


def test_another_window_on_the_same_database_is_followed(room: Room) -> None:
    other = room.store.again()
    from careteam.domain.assignments import AssignmentDraft
    from careteam.storage.writes.assignments import assign

    draft = AssignmentDraft(room.patient, "physical_therapist", room.people["novak"])
    other.do(assign, draft, moment=room.desk.moment, rules=other.rules)
    other.close()
    assert room.line("physical_therapist").is_gap
    room.window._watch.listen()
    assert not room.line("physical_therapist").is_gap


def test_every_place_opens_by_its_key(room: Room) -> None:
    for keys, place in (
        ("Ctrl+2", "patients"),
        ("Ctrl+3", "directory"),
        ("Ctrl+,", "settings"),
        ("Ctrl+1", "today"),
    ):
        room.press(keys)
        assert room.window.rail.value() == place
    room.press("F1")
    assert QApplication.focusWidget() is not None
    room.press("Escape")


def test_locking_keeps_what_is_half_entered_and_hides_everything(room: Room, qtbot: QtBot) -> None:
    room.press("Ctrl+L")
    room.window.composer.form.what.note.setFocus()
    room.type("half a sentence")
    with qtbot.waitSignal(room.window.lock_asked):
        room.press("Ctrl+Shift+L")
    assert room.window.about_to_lock()
    assert not room.window.isVisible()
    assert Qt.WindowState.WindowNoState == room.window.windowState()


def test_who_brings_a_patient_in_becomes_their_navigator(room: Room) -> None:
    room.press("Ctrl+N")
    room.type("00077123")
    room.press("Tab")
    room.type("Osei")
    room.press("Ctrl+Return")
    assert room.window.patient.family_name() == "OSEI"
    assert room.line("nurse_navigator").person == "Joan Ellis, RN, OCN"
    marked = room.window.panel.list.current_item()
    assert marked is None or marked.key == room.window.patient.patient_id
    room.press("Ctrl+Z")
    assert not [row for row in room.board() if row.role == "nurse_navigator"]


def test_the_timeline_is_walked_by_keyboard_and_enter_leads_to_where_an_entry_is_dealt_with(
    room: Room,
) -> None:
    patient, contacts = room.window.patient, room.window.contacts
    patient.open_tab(CONTACTS)
    contacts.view.setFocus()
    room.press("R")
    assert not contacts.view.isVisible()
    room.press("Esc")
    assert contacts.view.hasFocus()
    model = contacts.model
    place = next(at for at in range(model.rowCount()) if model.row_at(at).kind == EntryKind.TEAM)
    contacts.view.choose(place)
    room.press("Return")
    assert patient.tabs.value() == TEAM

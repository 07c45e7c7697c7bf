"""A navigator counts her time in the real window: calls, work, consent, and a locked month."""

from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from careteam.domain.access import Role
from careteam.domain.time_drafts import EnrolDraft
from careteam.storage.reads.contacts import contacts_of
from careteam.storage.reads.month_time import MonthRow, month_page
from careteam.storage.reads.timeline import timeline_page
from careteam.storage.writes.enrolments import enrol
from careteam.storage.writes.month_locks import lock_month, reopen_month
from tests.people import add_member, work_as
from tests.storage.navigating import NOVEMBER
from tests.ui.window.conftest import Room
from ui.contacts.time_part import TimePart
from ui.look.columns import full_words
from ui.look.reason_sheet import ReasonSheet
from ui.look.sheet import Sheet
from ui.minutes.file_rows import FileRow, Item
from ui.minutes.patient_sheet import PatientTimeSheet
from ui.minutes.program_sheets import ConsentSheet, EnrolSheet, VisitSheet
from ui.minutes.work_sheet import WorkSheet

BEGAN = date(2026, 11, 2)
S = TypeVar("S", bound=Sheet)


@pytest.fixture
def raman(room: Room) -> int:
    return add_member(room.store, "Raman", "Priya", "MD", "heme_onc_adult")


@pytest.fixture
def enrolled(room: Room, raman: int) -> int:
    made = room.desk.do(enrol, EnrolDraft(room.patient, "PIN", BEGAN, raman, raman))
    assert made is not None
    return raman


def month(room: Room) -> list[MonthRow]:
    return list(room.desk.read(month_page, NOVEMBER, rules=room.desk.rules).rows)


def part(room: Room) -> TimePart:
    return room.window.composer.form.time


def sheet(room: Room, kind: type[S]) -> S:
    return next(one for one in room.window.findChildren(kind) if one.isVisible())


def type_into(field: QWidget, words: str, room: Room) -> None:
    (field.focusProxy() or field).setFocus()
    room.type(words)


def test_the_line_is_there_only_for_a_patient_in_a_program(room: Room, raman: int) -> None:
    assert part(room).isHidden()
    room.desk.do(enrol, EnrolDraft(room.patient, "PIN", BEGAN, raman, raman))
    assert not part(room).isHidden()
    assert part(room).counts.isChecked()
    assert part(room).counts.text() == "Counts as navigation time (0 min this month)"


def test_a_call_counts_by_keyboard_alone(room: Room, enrolled: int) -> None:
    room.press("Ctrl+L")
    form = room.window.composer.form
    form.how.outcome.setFocus()
    room.type("r")
    type_into(form.how.minutes, "20", room)
    type_into(form.what.note, "Explained the plan", room)
    part(room).activity.setFocus()
    room.type("heal")
    assert part(room).activity.currentText() == "Health education"
    room.press("Ctrl+Return")
    [row] = month(room)
    assert (row.sum.minutes, row.sum.by_activity) == (20, (("health_education", 20),))
    [saved, _before] = room.desk.read(contacts_of, room.patient)
    assert (saved.program, saved.activity) == ("PIN", "health_education")
    assert part(room).counts.text() == "Counts as navigation time (20 min this month)"
    assert part(room).activity.value() == ""


def test_a_contact_without_the_tick_counts_nowhere_and_can_be_amended_to(
    room: Room, enrolled: int
) -> None:
    composer = room.window.composer
    composer.choose(outcome="reached_patient", minutes=15)
    composer.write_note("Called.")
    part(room).counts.click()
    composer.save()
    assert month(room) == []
    [saved, _before] = room.desk.read(contacts_of, room.patient)
    composer.amend(saved.id)
    assert not part(room).counts.isChecked()
    part(room).counts.click()
    part(room).activity.set_value("care_coordination")
    composer.save()
    assert [row.sum.minutes for row in month(room)] == [15]


def test_a_try_says_that_it_does_not_count(room: Room, enrolled: int) -> None:
    room.window.composer.choose(outcome="no_answer", minutes=2)
    form = room.window.composer.form
    form._on_edited()
    assert "does not count" in part(room).counts.text()


def test_chart_review_is_logged_by_keyboard_and_stands_in_the_timeline(
    room: Room, enrolled: int
) -> None:
    room.press("Ctrl+Shift+W")
    work = sheet(room, WorkSheet)
    assert QApplication.focusWidget() is work._work
    room.type("cha")
    room.press("Tab")
    room.type("coo")
    room.press("Tab")
    room.type("25")
    room.press("Tab")
    room.type("Read the reports")
    room.press("Ctrl+Return")
    assert not any(one.isVisible() for one in room.window.findChildren(WorkSheet))
    [row] = month(room)
    assert (row.lines[0].what, row.lines[0].minutes) == ("chart_review", 25)
    entries = room.desk.read(
        timeline_page, room.patient, limit=5, moment=room.desk.moment, rules=room.desk.rules
    )
    first = next(entry for entry in entries if entry.kind == "time")
    assert (first.title, first.text) == ("Chart review", "Read the reports")
    assert first.marks[0].words == "PIN · Coordination of care · 25 min"
    assert room.said() == "The time is logged."
    room.press("Ctrl+Z")
    assert month(room) == []


def test_work_that_lacks_something_keeps_what_was_entered(room: Room, enrolled: int) -> None:
    room.press("Ctrl+Shift+W")
    work = sheet(room, WorkSheet)
    room.type("cha")
    room.press("Ctrl+Return")
    assert work.isVisible()
    assert work._work.value() == "chart_review"
    assert work._fields["minutes"].isVisible()
    assert QApplication.focusWidget() is work._minutes
    work.close_now()


def test_what_is_missing_is_recorded_in_the_chart(room: Room, raman: int) -> None:
    room.press("Ctrl+Shift+M")
    time = sheet(room, PatientTimeSheet)
    assert time.file._nothing.isVisible()
    room.press("E")
    form = sheet(room, EnrolSheet)
    form._billing.set_value(str(raman))
    form._supervising.set_value(str(raman))
    form._on.set_value(BEGAN)
    room.press("Ctrl+Return")
    assert not any(one.isVisible() for one in room.window.findChildren(EnrolSheet))
    rows = {row.item: row for row in file_of(time)}
    assert rows[Item.CONSENT].is_missing
    assert rows[Item.VISIT].is_missing
    time.file.deal_with(rows[Item.CONSENT], None)
    consent = sheet(room, ConsentSheet)
    consent._on.set_value(BEGAN)
    consent._given_by.setText("Rosa Delacruz")
    room.press("Ctrl+Return")
    time.file.deal_with({row.item: row for row in file_of(time)}[Item.VISIT], None)
    visit = sheet(room, VisitSheet)
    visit._kind.set_value("office_visit")
    visit._on.set_value(BEGAN)
    room.press("Ctrl+Return")
    rows = {row.item: row for row in file_of(time)}
    assert not any(row.is_missing for row in rows.values())
    assert rows[Item.CONSENT].text == "2-Nov-2026 · verbal · given by Rosa Delacruz"
    assert rows[Item.CONSENT].sub == "To be renewed by 2-Nov-2027"
    told = [full_words(cell) for cell in time.file.table.model.cells_at(1)]
    assert "Bills: Priya Raman, MD · supervises: Priya Raman, MD" in told[2]
    time.close_now()


def file_of(time: PatientTimeSheet) -> list[FileRow]:
    model = time.file.table.model
    return [model.row_at(place) for place in range(model.rowCount())]


def test_a_locked_month_refuses_an_amendment_and_keeps_what_was_typed(
    room: Room, enrolled: int
) -> None:
    composer = room.window.composer
    composer.choose(outcome="reached_patient", minutes=15)
    composer.write_note("Called.")
    part(room).activity.set_value("care_coordination")
    composer.save()
    [saved, _before] = room.desk.read(contacts_of, room.patient)
    room.desk.do(lock_month, NOVEMBER)
    composer.amend(saved.id)
    composer.choose(outcome="reached_patient", minutes=30)
    composer.save()
    said = room.window.composer.form.how.fields["at"]
    assert "November 2026 is locked" in said.problem()
    assert "A supervisor can reopen it" in said.problem()
    assert composer.form.entry().minutes == 30
    room.desk.do(reopen_month, NOVEMBER, "the call was longer")
    composer.save()
    assert [row.sum.minutes for row in month(room)] == [30]


def test_a_note_of_a_locked_month_is_still_amended(room: Room, enrolled: int) -> None:
    composer = room.window.composer
    composer.choose(outcome="reached_patient", minutes=15)
    composer.write_note("Called.")
    composer.save()
    [saved, _before] = room.desk.read(contacts_of, room.patient)
    room.desk.do(lock_month, NOVEMBER)
    composer.amend(saved.id)
    composer.write_note("Called; her sister drives.")
    composer.save()
    [saved, _before] = room.desk.read(contacts_of, room.patient)
    assert saved.note == "Called; her sister drives."


def test_an_entry_is_retracted_in_the_chart_with_its_reason(room: Room, enrolled: int) -> None:
    room.press("Ctrl+Shift+W")
    room.type("cha")
    work = sheet(room, WorkSheet)
    work._minutes.setText("25")
    room.press("Ctrl+Return")
    room.press("Ctrl+Shift+M")
    time = sheet(room, PatientTimeSheet)
    line = time.entries.table.model.row_at(0)
    time.entries.retract(line)
    why = sheet(room, ReasonSheet)
    why._reason.setPlainText("wrong chart")
    why._confirm.click()
    assert time.entries.table.model.rowCount() == 0
    assert month(room) == []
    time.close_now()


def test_a_reader_sees_the_time_and_changes_none_of_it(room: Room, enrolled: int) -> None:
    work_as(room.store, "reader", None, Role.READER)
    room.press("Ctrl+Shift+W")
    assert not room.window.findChildren(WorkSheet)
    room.press("Ctrl+Shift+M")
    time = sheet(room, PatientTimeSheet)
    assert [row.item for row in file_of(time)][:2] == [Item.MINUTES, Item.ENROLMENT]
    room.press("W")
    assert not room.window.findChildren(WorkSheet)
    assert "may look, but not change" in room.said()
    time.close_now()

"""The nurse logs contacts on the phone, by keyboard alone, from Ctrl+L to the list and back."""

import itertools
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy import text

from careteam.domain.contacts import Direction, NextStep, With
from careteam.domain.due import DueKind
from careteam.storage.reads.board import team_board
from careteam.storage.reads.composer import kept_drafts
from careteam.storage.writes.contacts import NEW_FORM
from careteam.storage.writes.follow_ups import add_follow_up
from tests.ui.contacts.conftest import Clock, Place

Open = Callable[[], Place]


def log_call(place: Place, clock: Clock, *note: str) -> None:
    """Log a call with everything, from the role to the next step, by keyboard alone."""
    place.keys("<Ctrl+L>", "soc bell", "<Return>")
    place.tab_to("How")
    place.keys("p")
    place.tab_to("Outcome")
    place.keys("r")
    clock.go(minutes=11, seconds=48)
    place.composer.tick()
    place.tab_to("Topics")
    place.keys("transp", "<Return>")
    place.tab_to("Note")
    place.keys(*note)
    place.tab_to("Next step")
    place.keys("Call the pharmacy")
    place.tab_to("When the next step is due")
    place.keys("tomorrow 14:00", "<Ctrl+Return>")


def test_a_call_is_logged_by_keyboard_alone_and_stands_in_the_list(
    place: Place, clock: Clock, social_worker: int
) -> None:
    log_call(place, clock, "Ride confirmed. .tb", "<Space>", "Good.")
    [row] = place.contacts()
    assert (row.role, row.person_id, row.mode, row.outcome) == (
        "social_worker",
        social_worker,
        "phone",
        "reached_patient",
    )
    assert row.note == "Ride confirmed. Taught back in own words. Good."
    assert (row.topics, row.minutes) == (("transport_lodging",), 12)
    assert row.at == clock.now
    [step] = row.steps
    assert (step.text, step.due_on, step.due_time, step.owner_role) == (
        "Call the pharmacy",
        date(2026, 11, 21),
        "14:00",
        "nurse_navigator",
    )
    [line] = place.lines()
    assert "Ride confirmed" in line.note
    assert place.composer.form.entry().is_blank
    assert place.composer.form.entry().role == "social_worker"


def test_tab_goes_through_the_fields_in_reading_order(place: Place) -> None:
    place.keys("<Ctrl+L>")
    form = place.composer.form
    stops: list[int] = []
    while (here := QApplication.focusWidget()) is not None and form.isAncestorOf(here):
        stops.append(here.mapTo(form, here.rect().center()).y())
        place.keys("<Tab>")
    assert len(stops) > 14
    assert all(later > earlier - 12 for earlier, later in itertools.pairwise(stops))
    assert QApplication.focusWidget() is place.composer._save


def test_three_tries_that_reach_nobody_propose_four_ways_on(place: Place, clock: Clock) -> None:
    place.composer.start("social_worker", None, None)
    for _ in range(3):
        assert place.composer.form.stop.isHidden()
        place.composer.form.how.outcome.setFocus()
        place.keys("n", "<Ctrl+Return>")
        clock.go(hours=1)
    assert [row.attempt for row in place.contacts()] == [3, 2, 1]
    assert place.contacts()[0].retry_on == date(2026, 11, 23)
    stop = place.composer.form.stop
    assert stop.isVisible()
    letter = next(b for b in stop.findChildren(type(place.composer._save)) if "letter" in b.text())
    letter.setFocus()
    place.keys("<Return>", "Sent to the address on file.", "<Ctrl+Return>")
    assert (place.contacts()[0].mode, place.contacts()[0].outcome) == ("letter", "message_sent")
    board = place.desk.read(
        team_board, place.patient, today=place.desk.moment.today, rules=place.desk.rules
    )
    [line] = [line for line in board if line.role == "social_worker"]
    assert (line.due_kind, line.attempts) == (DueKind.STOP_RULE, 4)


def test_telling_the_lead_leaves_a_next_step_so_that_nothing_is_lost(
    place: Place, clock: Clock
) -> None:
    place.composer.start("social_worker", None, None)
    for _ in range(3):
        place.composer.form.how.outcome.setFocus()
        place.keys("l", "<Ctrl+Return>")
    buttons = place.composer.form.stop.findChildren(type(place.composer._save))
    next(b for b in buttons if "lead" in b.text()).click()
    place.composer.save()
    row = place.contacts()[0]
    assert (row.with_kind, row.direction) == (With.TEAM_MEMBER, Direction.INTERNAL)
    [step] = row.steps
    assert step.text == "Social worker not reached: decide how to go on"
    assert step.due_on == date(2026, 11, 23)


def test_a_draft_survives_a_change_of_patient_and_a_crash(open_place: Open, clock: Clock) -> None:
    first = open_place()
    first.composer.start("social_worker", None, None)
    first.composer.form.how.outcome.setFocus()
    first.keys("r")
    first.composer.form.what.note.setFocus()
    first.keys("Half a sen")
    first.composer.form.step.due.setFocus()
    first.keys("31 feb")
    first.composer.show_patient(None)
    assert first.composer.form.entry().note == ""
    first.composer.show_patient(first.patient)
    assert first.composer.form.entry().note == "Half a sen"
    assert first.composer._kept.isVisible()
    clock.go(minutes=4)

    second = open_place()
    entry = second.composer.form.entry()
    assert (entry.role, entry.note, entry.step_due, entry.outcome) == (
        "social_worker",
        "Half a sen",
        "31 feb",
        "reached_patient",
    )
    assert second.composer.form.how.timer.is_running
    second.composer.tick()
    assert second.composer.form.how.minutes.value() == 4


def test_a_draft_is_kept_when_the_keyboard_leaves_and_let_go_when_saved(place: Place) -> None:
    def kept() -> dict[str, dict[str, Any]]:
        return place.desk.read(kept_drafts, (NEW_FORM,), place.patient, place.desk.worker_id)

    place.composer.form.what.note.setFocus()
    place.keys("Slept badly")
    assert kept() == {}
    place.tab.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    place.tab.setFocus()
    assert kept()[NEW_FORM]["note"] == "Slept badly"
    place.composer.form.how.outcome.setFocus()
    place.keys("r", "<Ctrl+Return>")
    assert kept() == {}
    assert not place.composer.has_draft()


def test_a_draft_is_kept_three_seconds_after_the_first_change(place: Place) -> None:
    place.composer.form.what.note.setFocus()
    place.keys("Slept")
    later = place.composer._keep_later
    assert later.isActive()
    assert later.interval() == 3_000
    left = later.remainingTime()
    place.keys(" badly")
    assert later.remainingTime() <= left
    later.timeout.emit()
    assert place.composer._kept.isVisible()
    assert not later.isActive()


def test_what_was_saved_can_be_taken_back_at_once(place: Place) -> None:
    place.composer.form.how.outcome.setFocus()
    place.keys("r", "<Ctrl+Return>")
    assert place.desk.undo()
    [row] = place.contacts()
    assert (row.is_retracted, row.retract_reason) == (True, "undone at once")
    assert place.lines()[0].is_retracted


def test_what_was_taken_back_stands_in_the_composer_again(place: Place, clock: Clock) -> None:
    log_call(place, clock, "Ride confirmed.")
    [first] = place.contacts()
    assert not place.composer.has_draft()
    clock.go(minutes=2)
    assert place.desk.undo()
    entry = place.composer.form.entry()
    assert (entry.role, entry.outcome, entry.note, entry.minutes) == (
        "social_worker", "reached_patient", "Ride confirmed.", 12,
    )  # fmt: skip
    assert (entry.step, entry.step_due) == ("Call the pharmacy", "tomorrow 14:00")
    place.composer.write_note("Ride to the lumbar puncture confirmed.")
    place.composer.save()
    again, taken_back = place.contacts()
    assert taken_back.is_retracted
    assert again.note == "Ride to the lumbar puncture confirmed."
    assert (again.at, again.minutes, again.topics) == (first.at, first.minutes, first.topics)
    assert [step.text for step in again.steps] == ["Call the pharmacy"]
    assert not taken_back.steps


def test_a_next_step_that_was_settled_is_open_again_and_settled_anew(
    place: Place, clock: Clock
) -> None:
    step = NextStep("Ask about the ride", clock.now.date())
    made = place.desk.do(add_follow_up, place.patient, step)
    assert made is not None
    place.composer.start("social_worker", None, made.made)
    place.composer.form.how.outcome.setFocus()
    place.keys("r", "<Ctrl+Return>")

    def state() -> str:
        asked = text("SELECT state FROM follow_up WHERE id = :id")
        return place.desk.read(lambda one: one.execute(asked, {"id": made.made}).scalar_one())

    assert state() == "done"
    assert place.desk.undo()
    assert state() == "open"
    place.composer.save()
    assert state() == "done"


def test_what_was_taken_back_waits_where_somebody_else_is_shown(place: Place) -> None:
    place.composer.start("social_worker", None, None)
    place.composer.write_note("Slept badly")
    place.composer.choose(outcome="reached_patient", minutes=5)
    place.composer.save()
    place.composer.show_patient(None)
    assert place.desk.undo()
    assert not place.composer.has_draft()
    place.composer.show_patient(place.patient)
    entry = place.composer.form.entry()
    assert (entry.note, entry.minutes) == ("Slept badly", 5)
    assert place.composer._kept.isVisible()


def test_what_was_begun_meanwhile_is_not_written_over(place: Place) -> None:
    place.composer.start("social_worker", None, None)
    place.composer.choose(outcome="reached_patient", minutes=5)
    place.composer.save()
    place.composer.write_note("Another call")
    assert place.desk.undo()
    entry = place.composer.form.entry()
    assert (entry.note, entry.outcome) == ("Another call", "")


def test_a_contact_of_the_day_before_yesterday_is_a_late_entry(place: Place, clock: Clock) -> None:
    how = place.composer.form.how
    how.when.setFocus()
    how.when.selectAll()
    place.keys("18 nov 16:20", "<Tab>")
    assert how.when.text() == "18-Nov-2026 16:20"
    assert "late entry" in how.fields["at"].findChildren(type(place.composer._heading))[0].text()
    assert not how.timer.is_running
    how.outcome.setFocus()
    place.keys("r", "<Ctrl+Return>")
    [row] = place.contacts()
    assert row.is_late_entry
    assert f"{row.at:%d %H:%M}" == "18 16:20"
    assert clock.now - row.at > timedelta(hours=24)
    assert "Late entry" in [chip.text for chip in place.lines()[0].chips]

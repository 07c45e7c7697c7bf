"""The Contacts tab shows everything that was logged, finds it, and never lets it vanish."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtWidgets import QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from careteam.domain.contacts import ContactDraft, NextStep, With
from careteam.storage.writes.contacts import amend_contact, log_contact
from tests.ui.contacts.conftest import Clock, Place
from tests.ui.paper import FakePaper
from ui.contacts.timeline_model import PAGE
from ui.look.reason_sheet import ReasonSheet
from ui.look.theme import Theme, ThemeChoice


def log(place: Place, at: datetime, note: str = "", **changes: object) -> int:
    values: dict[str, object] = {"minutes": 12, "note": note, "outcome": "reached_patient"}
    draft = ContactDraft(place.patient, "social_worker", "phone", at=at, **values | changes)  # pyright: ignore[reportArgumentType]
    done = place.desk.do(log_contact, draft)
    assert done is not None
    assert done.made is not None
    return done.made


def notes(place: Place) -> list[str]:
    return [line.note for line in place.lines()]


def menu_words(place: Place, row: int) -> dict[str, Callable[[], None]]:
    menu = place.tab._acts.open_menu(place.tab.model.row_at(row), QPoint(0, 0))
    acts = {action.text(): action.trigger for action in menu.actions()}
    menu.hide()
    return acts


def test_a_line_says_who_how_and_what_followed(
    place: Place, clock: Clock, social_worker: int
) -> None:
    log(place, clock.now - timedelta(hours=30), person_id=social_worker, outcome="no_answer")
    log(
        place,
        clock.now - timedelta(hours=1),
        "Slept badly.",
        topics=("nutrition",),
        with_kind=With.OUTSIDE,
        with_name="Red Cross",
        next_step=NextStep("Call back", clock.now.date(), owner_role="nurse_navigator"),
    )
    newest, tried = place.lines()
    assert (newest.day, newest.time, newest.minutes) == ("Fri 20 Nov", "08:30", "12 min")
    assert newest.detail == "· phone → Red Cross · reached"
    assert [chip.words for chip in newest.chips] == [
        "Nutrition",
        "→ Fri 20 Nov · Call back · Navigator",
    ]
    assert tried.detail == "· Marcus Bell, LCSW · phone → patient · no answer"
    assert [chip.words for chip in tried.chips] == ["Late entry"]
    assert (newest.dot, tried.dot) == ("reached", "tried")


def test_the_last_try_says_when_to_try_again_and_that_it_is_late(
    place: Place, clock: Clock
) -> None:
    log(place, clock.now, outcome="left_message")
    assert place.tab.model.line_at(0).chips[0].words == "↻ Try again Mon 23 Nov"
    clock.go(days=4)
    place.desk.heard_from_outside()
    assert place.tab.model.line_at(0).chips[0].words == "↻ Try again Mon 23 Nov — late"


def test_the_list_answers_every_question_of_the_model_tester(
    place: Place, clock: Clock, qtmodeltester: object
) -> None:
    for count in range(PAGE + 3):
        log(place, clock.now - timedelta(minutes=count), f"n{count}")
    qtmodeltester.check(place.tab.model)  # pyright: ignore[reportAttributeAccessIssue]


def test_contacts_are_read_on_as_the_list_is_scrolled_to_its_end(
    place: Place, clock: Clock
) -> None:
    place.tab.show_patient(None)
    for count in range(PAGE + 3):
        log(place, clock.now - timedelta(minutes=count), f"n{count}")
    place.tab.show_patient(place.patient)
    assert place.tab.model.rowCount() == PAGE
    place.tab.view.setFocus()
    place.keys("<End>")
    place.tab.model.fetchMore(QModelIndex())
    assert notes(place) == [f"n{count}" for count in range(PAGE + 3)]
    assert not place.tab.model.canFetchMore(QModelIndex())


def test_notes_are_searched_and_contacts_filtered_by_the_keyboard(
    place: Place, clock: Clock
) -> None:
    log(place, clock.now, "Fährt mit dem Taxi")
    log(place, clock.now - timedelta(hours=1), "No voicemail", outcome="no_answer")
    place.tab.filters.words.setFocus()
    place.keys("fahrt taxi")
    assert notes(place) == ["Fährt mit dem Taxi"]
    place.keys("zzz")
    assert notes(place) == []
    every = [b for b in place.tab._no_match.findChildren(QPushButton) if b.isVisible()]
    every[0].click()
    assert len(notes(place)) == 2
    place.tab.filters.only.setFocus()
    next(
        b for b in place.tab.filters.only.findChildren(QRadioButton) if "Reached" in b.text()
    ).click()
    assert notes(place) == ["Fährt mit dem Taxi"]


def test_a_contact_is_retracted_with_a_reason_and_stays_readable(
    place: Place, clock: Clock
) -> None:
    log(place, clock.now, "Wrong chart")
    place.tab.view.setFocus()
    menu_words(place, 0)["Retract…"]()
    [sheet] = place.window.findChildren(ReasonSheet)
    sheet._confirm.click()
    assert not place.contacts()[0].is_retracted
    sheet._reason.setFocus()
    place.keys("wrong patient")
    sheet._confirm.click()
    line = place.tab.model.line_at(0)
    assert (line.is_retracted, line.note) == (True, "Wrong chart")
    assert line.chips[0].words == "✕ Retracted: wrong patient"
    assert not sheet.isVisible()
    assert "Amend" not in menu_words(place, 0)


def test_amending_starts_in_the_list_and_the_text_before_can_be_read(
    place: Place, clock: Clock, qtbot: QtBot
) -> None:
    contact = log(place, clock.now, "Ride confirmed.")
    with qtbot.waitSignal(place.tab.amend_asked) as asked:
        menu_words(place, 0)["Amend"]()
    assert asked.args == [contact]
    draft = ContactDraft(
        place.patient, "social_worker", "phone", "reached_patient", clock.now, note="No ride."
    )
    place.desk.do(amend_contact, contact, draft, "heard wrong")
    assert "Amended" in [chip.text for chip in place.tab.model.line_at(0).chips]
    now = place.tab.model.row_at(0).contact
    assert now is not None
    sheet = place.tab._acts.look_back(now)
    told = [label.text() for label in sheet.findChildren(type(place.composer._heading))]
    assert {"Ride confirmed.", "No ride."} <= set(told)
    assert "Changed by Joan Ellis, RN, OCN: heard wrong" in told


def test_a_contact_is_copied_as_text(place: Place, clock: Clock, paper: FakePaper) -> None:
    log(place, clock.now, "Ride confirmed.", topics=("nutrition",))
    place.tab.view.setFocus()
    place.keys("<Home>", "<Ctrl+C>")
    (copied,) = paper.copied
    assert copied == (
        "20-Nov-2026 09:30, Social worker, phone -> patient, reached, 12 min\n"
        "Ride confirmed.\nNutrition\n"
    )


def test_the_list_stays_where_it_was_when_something_changes(place: Place, clock: Clock) -> None:
    for count in range(30):
        log(place, clock.now - timedelta(hours=count), f"n{count}")
    place.tab.view.choose(20)
    here = place.tab.model.row_at(20).key
    scrolled = place.tab.view.verticalScrollBar().value()
    log(place, clock.now - timedelta(days=9), "old")
    index = place.tab.view.currentIndex()
    assert place.tab.model.row_at(index.row()).key == here
    assert place.tab.view.verticalScrollBar().value() == scrolled


def test_a_contact_found_elsewhere_is_shown_however_far_back(place: Place, clock: Clock) -> None:
    ids = [log(place, clock.now - timedelta(hours=count)) for count in range(PAGE * 2)]
    place.tab.filters.words.setText("nothing")
    place.tab.show_contact(ids[-1])
    index = place.tab.view.currentIndex()
    assert place.tab.model.row_at(index.row()).id == ids[-1]


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_long_notes_are_shortened_until_space_opens_them_and_everything_paints(
    place: Place, clock: Clock, look: Theme, choice: ThemeChoice
) -> None:
    log(place, clock.now, "A long story. " * 400)
    log(place, clock.now - timedelta(hours=1), "שלום <b>not bold</b>", outcome="no_answer")
    look.choose(choice)
    view = place.tab.view
    view.setFocus()
    place.keys("<Home>")
    short = view.visualRect(view.currentIndex()).height()
    place.keys("<Space>")
    view.doItemsLayout()
    assert view.visualRect(view.currentIndex()).height() > 3 * short
    assert not place.window.grab().isNull()


def test_a_patient_without_contacts_is_offered_the_first(place: Place, qtbot: QtBot) -> None:
    assert place.tab._none.isVisible()
    [button] = place.tab._none.findChildren(QPushButton)
    with qtbot.waitSignal(place.tab.log_asked):
        button.click()

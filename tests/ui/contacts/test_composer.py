"""The composer refuses at the field, keeps what was typed, and knows whom it talks with."""

from dataclasses import replace

import pytest

from careteam.domain.contacts import ContactDraft, Direction, NextStep, With
from careteam.domain.dates import PartialDate
from careteam.domain.patients import PatientDraft, RelatedDraft
from careteam.domain.phones import Phone
from careteam.storage.reads.contacts import contact_versions
from careteam.storage.store import Store
from careteam.storage.writes.contacts import amend_contact, log_contact
from careteam.storage.writes.follow_ups import add_follow_up
from careteam.storage.writes.patients import register_patient
from tests.ui.contacts.conftest import Clock, Place


def made(place: Place, verb: object, *args: object) -> int:
    changes = place.desk.do(verb, *args)  # pyright: ignore[reportArgumentType]
    assert changes is not None
    assert changes.made is not None
    return changes.made


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"outcome": ""}, "outcome", "Choose one."),
        ({"when": "31-Feb-2026 09:00"}, "at", "There is no such day"),
        ({"when": "21-Nov-2026 09:00"}, "at", "cannot lie in the future"),
        ({"minutes": 999_999}, "minutes", "whole number from 0 to 1440"),
        ({"note": "x" * 20_001}, "note", "20,001 characters"),
        ({"step": "Call"}, "next_step", "Say when"),
        ({"step_due": "31 feb"}, "next_step", "no such day"),
        ({"step_due": "yesterday"}, "next_step", "due in the past"),
        ({"with_kind": "outside"}, "with_name", "Name the body"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(
    place: Place, changes: dict[str, object], field: str, sentence: str
) -> None:
    form = place.composer.form
    entry = replace(form.entry(), outcome="reached_patient", note="Kept.")
    form.show_entry(replace(entry, **changes))
    place.composer.save()
    assert place.contacts() == []
    assert sentence in form._fields[field].problem()
    assert form.entry() == replace(entry, **changes)


def test_every_wrong_field_is_told_at_once(place: Place) -> None:
    form = place.composer.form
    form.show_entry(replace(form.entry(), when="nonsense", step_due="31 feb"))
    place.composer.save()
    wrong = [name for name, field in form._fields.items() if field.problem()]
    assert wrong == ["outcome", "at", "next_step"]


def test_reached_means_whom_the_contact_was_with(place: Place, social_worker: int) -> None:
    form = place.composer.form
    form.how.outcome.setFocus()
    place.keys("r")
    for letter, outcome, direction in (
        ("t", "reached_provider", Direction.INTERNAL),
        ("c", "reached_caregiver", Direction.OUTBOUND),
        ("p", "reached_patient", Direction.OUTBOUND),
    ):
        form.who.with_.setFocus()
        place.keys(letter)
        entry = form.entry()
        assert (entry.outcome, entry.direction) == (outcome, direction)


def test_a_rare_outcome_is_reached_by_its_letter_and_shown_in_the_row(place: Place) -> None:
    outcome = place.composer.form.how.outcome
    outcome.setFocus()
    place.keys("w")
    assert place.composer.form.entry().outcome == "wrong_number"
    assert "Wrong or disconnected number" in [button.text() for button in outcome._buttons()]
    assert outcome.isAncestorOf(outcome.window().focusWidget())
    place.keys("r")
    assert place.composer.form.entry().outcome == "reached_patient"


def test_a_letter_keeps_the_first_choice_and_goes_on_only_when_pressed_again(
    place: Place,
) -> None:
    form = place.composer.form
    form.how.mode.setFocus()
    for mode in ("phone", "portal", "phone"):
        place.keys("p")
        assert form.entry().mode == mode
    form.how.when.setFocus()
    form.how.mode.setFocus()
    place.keys("p")
    assert form.entry().mode == "phone"


def test_a_caregiver_is_chosen_by_name_and_missing_consent_is_told(
    place: Place, store: Store
) -> None:
    draft = PatientDraft(
        "7",
        "Okafor",
        birth_date=PartialDate(1990),
        phones=(Phone("2125550111", best_time="after 4"), Phone("2125550112", is_wrong=True)),
        related=(
            RelatedDraft(name="Ngozi", relationship="sibling", is_caregiver=True),
            RelatedDraft(name="Ada", may_talk=False),
        ),
    )
    patient = made(place, register_patient, draft)
    place.composer.show_patient(patient)
    who = place.composer.form.who
    assert "(212) 555-0111" in who._numbers.text()
    assert "wrong number" in who._numbers.text().splitlines()[1]
    who.with_.setFocus()
    place.keys("c")
    assert "Ngozi" in who._consent.text()
    who._caregiver.setFocus()
    who._caregiver.lineEdit().selectAll()  # pyright: ignore[reportOptionalMemberAccess]
    place.keys("ada", "<Return>")
    assert "does not want us to talk with Ada" in who._consent.text()
    place.composer.form.how.outcome.setFocus()
    place.keys("r", "<Ctrl+Return>")
    place.patient = patient
    [row] = place.contacts()
    assert (row.with_kind, row.with_name, row.outcome) == (
        With.CAREGIVER,
        "Ada",
        "reached_caregiver",
    )


def test_the_timer_starts_with_a_call_rests_and_goes_on(place: Place, clock: Clock) -> None:
    how = place.composer.form.how
    assert not how.timer.is_running
    place.composer.form.what.note.setFocus()
    place.keys("Rang")
    assert how.timer.is_running
    clock.go(seconds=61)
    place.composer.tick()
    assert (how.timer.words(clock.now), how.minutes.value()) == ("1:01", 2)
    how.minutes.timer_pressed.emit()
    clock.go(minutes=30)
    place.composer.tick()
    assert how.timer.words(clock.now) == "1:01"
    how.minutes.setFocus()
    how.minutes.selectAll()
    place.keys("7")
    how.minutes.timer_pressed.emit()
    clock.go(minutes=5)
    place.composer.tick()
    assert (how.timer.words(clock.now), how.minutes.value()) == ("6:01", 7)


def test_no_timer_runs_for_a_visit_or_for_what_is_over(place: Place) -> None:
    how = place.composer.form.how
    how.mode.setFocus()
    place.keys("v")
    assert place.composer.form.entry().mode == "clinic_visit"
    assert not how.timer.is_running


def test_a_written_message_awaits_its_reply_unless_told_otherwise(place: Place) -> None:
    mode = place.composer.form.how.mode
    mode.setFocus()
    place.keys("l")
    assert place.composer.form.entry().outcome == "message_sent"
    place.keys("p")
    assert place.composer.form.entry().outcome == ""


def test_short_words_become_their_text_with_space_and_with_tab(place: Place) -> None:
    note = place.composer.form.what.note
    note.setFocus()
    place.keys(".vm", "<Tab>")
    assert note.toPlainText().startswith("Left a voicemail")
    assert note.hasFocus()
    note.clear()
    place.keys("No.vm", "<Space>", ".nothing", "<Space>")
    assert note.toPlainText() == "No.vm .nothing "
    menu = note.open_macros()
    menu.actions()[0].trigger()
    menu.close()
    assert note.toPlainText().endswith(place.composer._row.macros[".24h"])  # pyright: ignore[reportOptionalMemberAccess]


def test_open_next_steps_are_ticked_off_with_the_contact(place: Place) -> None:
    due = place.desk.moment.today
    first = made(place, add_follow_up, place.patient, NextStep("Ride", due))
    made(place, add_follow_up, place.patient, NextStep("Letter", due))
    place.composer.start("social_worker", None, first)
    place.composer.form.how.outcome.setFocus()
    place.keys("r", "<Ctrl+Return>")
    assert list(place.composer.form.step._boxes) != []
    assert [box.text() for box in place.composer.form.step._boxes.values()] == [
        "Letter · Fri 20 Nov"
    ]


def logged(place: Place) -> int:
    draft = ContactDraft(
        place.patient, "social_worker", "phone", "reached_patient", place.desk.moment.now,
        minutes=12, note="Ride confirmed.",
    )  # fmt: skip
    return made(place, log_contact, draft)


def test_an_amendment_keeps_both_texts_and_leaves_the_new_draft_alone(
    place: Place, clock: Clock
) -> None:
    contact = logged(place)
    clock.go(minutes=30)
    place.composer.form.what.note.setFocus()
    place.keys("A new contact")
    place.composer.amend(contact)
    assert place.composer._heading.text() == "Amend contact"
    place.keys("heard wrong")
    place.composer.form.what.note.setFocus()
    place.composer.form.what.note.selectAll()
    place.keys("Ride not confirmed.", "<Ctrl+Return>")
    [row] = place.contacts()
    assert (row.note, row.minutes, row.amendments) == ("Ride not confirmed.", 12, 1)
    [before] = place.desk.read(contact_versions, contact)
    assert (before.note, before.reason) == ("Ride confirmed.", "heard wrong")
    assert before.at == row.at
    assert place.composer._heading.text() == "Log contact"
    assert place.composer.form.entry().note == "A new contact"


def test_cancelling_an_amendment_changes_nothing(place: Place) -> None:
    place.composer.amend(logged(place))
    place.composer.form.what.note.setFocus()
    place.keys("Wrong. ")
    place.composer._clear.click()
    assert place.composer.form.entry().contact_id is None
    assert place.contacts()[0].note == "Ride confirmed."


def test_an_amendment_overtaken_by_another_shows_it_and_keeps_what_was_typed(
    place: Place,
) -> None:
    contact = logged(place)
    place.composer.amend(contact)
    place.composer.form.what.note.setFocus()
    place.composer.form.what.note.selectAll()
    place.keys("Mine.")
    row = place.contacts()[0]
    theirs = ContactDraft(
        place.patient, row.role, row.mode, row.outcome, row.at, note="Theirs.", version=1
    )
    made(place, amend_contact, contact, theirs)
    place.composer.save()
    assert "Somebody changed this entry" in place.told[0]
    assert "“Theirs.”" in place.composer._problem.text()
    assert place.composer.form.entry().note == "Mine."
    place.composer.save()
    assert place.contacts()[0].note == "Mine."


def test_clear_can_be_brought_back(place: Place) -> None:
    place.composer.form.what.note.setFocus()
    place.keys("Long story")
    place.composer._clear.click()
    assert place.composer.form.entry().is_blank
    assert place.composer._clear.text() == "Bring back"
    place.composer._clear.click()
    assert place.composer.form.entry().note == "Long story"


def test_a_locked_database_keeps_everything_and_says_so(place: Place, store: Store) -> None:
    form = place.composer.form
    form.show_entry(replace(form.entry(), outcome="reached_patient", note="Kept."))
    other = store.again()
    try:
        with other._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA busy_timeout=0")
        with store._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA busy_timeout=0")
        with other._engine.begin() as connection:
            connection.exec_driver_sql("UPDATE setting SET value = value")
            place.composer.save()
    finally:
        other.close()
    assert any("Another program is writing" in sentence for sentence in place.told)
    assert form.entry().note == "Kept."
    assert not place.composer._kept.isVisible()
    assert place.contacts() == []


def test_hiding_shows_nothing_of_the_patient(place: Place) -> None:
    place.composer.form.what.note.setFocus()
    place.keys("Secret")
    place.composer.hide_everything()
    assert place.composer.form.entry().note == ""
    assert not place.composer.form.isVisible()
    place.composer.show_patient(place.patient)
    assert place.composer.form.entry().note == "Secret"

"""A nurse notes tumour boards, checklists and where a patient stands with trials."""

import pytest
from pytestqt.qtbot import QtBot

from careteam.domain.moment import Moment
from careteam.domain.patients import PatientDraft
from careteam.domain.trials import TrialDraft, TrialKind
from careteam.storage.store import Store
from careteam.storage.writes.patients import register_patient
from careteam.storage.writes.trials import add_trial
from tests.ui.pathway.driving import SPACE, TAB, Rows, enter, press, row_of, save, sheet, words
from ui.desk import Desk
from ui.pathway.cards import PathwayCards
from ui.pathway.checklist_card import PointSheet
from ui.pathway.conference_card import ConferenceSheet
from ui.pathway.plan_sheets import TreatmentSheet
from ui.pathway.step_sheet import StepSheet


@pytest.fixture
def desk(store: Store, moment: Moment) -> Desk:
    return Desk(store, lambda: moment.now, zone=moment.zone, worker_id=None)


def test_a_tumour_board_without_a_decision_asks_for_it_until_it_is_noted(
    cards: PathwayCards, desk: Desk, rows: Rows
) -> None:
    press("B")
    enter("yesterday", TAB, "Transplant in first remission?")
    save(cards)
    entry = cards.conferences.entries[0]
    assert entry.chip.chip.words == "! Thu 19 Nov · decision missing"
    assert rows("SELECT due_on, state FROM follow_up") == [("2026-11-20", "open")]
    entry.chip.click()
    form = sheet(cards, ConferenceSheet)
    form._decision.setFocus()
    enter("Refer to transplant.")
    save(cards)
    assert entry.chip.chip.words == "✓ Thu 19 Nov · decided"
    assert "Refer to transplant." in words(cards.conferences)
    assert rows("SELECT state FROM follow_up") == [("done",)]
    desk.undo()
    assert rows("SELECT state FROM follow_up") == [("open",)]


def test_a_tumour_board_is_cancelled_and_on_again(cards: PathwayCards, rows: Rows) -> None:
    press("B")
    enter("1-Dec-2026")
    save(cards)
    entry = cards.conferences.entries[0]
    for state, said in (("cancelled", "× Tue 1 Dec · cancelled"), ("open", "◆ Tue 1 Dec")):
        entry.chip.click()
        sheet(cards, ConferenceSheet)._turn()
        assert entry.chip.chip.words == said
        assert rows("SELECT state FROM follow_up") == [(state,)]


def test_a_checklist_is_shown_when_asked_for_and_ticked(
    cards: PathwayCards, desk: Desk, rows: Rows, patient: int
) -> None:
    card = cards.checklists["checklist_car_t"]
    assert not card.isVisible()
    act = next(act for act in cards.plan.acts if act.words == "CAR-T checklist")
    act.do()
    assert card.isVisible()
    line = card.points["wallet_card"]
    line.box.setFocus()
    enter(SPACE)
    assert rows("SELECT list, key, state FROM checklist_item") == [
        ("checklist_car_t", "wallet_card", "done")
    ]
    line.more.click()
    form = sheet(cards, PointSheet)
    form._detail.setFocus()
    enter("handed over at the visit")
    save(cards)
    assert line.box.text() == "Wallet card handed over · handed over at the visit"
    assert line.box.isChecked()
    desk.undo()
    assert rows("SELECT state, detail FROM checklist_item") == [("done", "")]


def test_a_transplant_ahead_brings_its_checklist_and_another_patient_does_not(
    cards: PathwayCards, desk: Desk, moment: Moment
) -> None:
    press("T")
    sheet(cards, TreatmentSheet)._modality.set_value("stem_cell_transplant")
    save(cards)
    assert cards.checklists["checklist_hct"].isVisible()
    draft = PatientDraft(mrn="700001", family="Abara", given="Chidi")
    changes = desk.do(register_patient, draft)
    assert changes is not None
    assert changes.made is not None
    cards.show_patient(row_of(desk, changes.made))
    assert not cards.checklists["checklist_hct"].isVisible()
    assert cards.plan.treatments.words() == []
    cards.show_patient(None)
    assert not cards.isVisible()


def test_a_trial_is_offered_declined_with_a_reason_and_the_step_taken_back(
    cards: PathwayCards, desk: Desk, rows: Rows
) -> None:
    draft = TrialDraft("Blinatumomab with a TKI", TrialKind.NEW_COMBINATION, "NCT02143414")
    desk.do(add_trial, draft)
    assert "No trial has been offered yet." in words(cards.trials)
    press("R")
    enter("blina")
    press("Return")
    enter(TAB, "Off", TAB, TAB, "consent visit 25 Nov")
    form = sheet(cards, StepSheet)
    assert form._state.value() == "offered"
    save(cards)
    entry = cards.trials.entries[0]
    assert entry.title.text() == "NCT02143414 · Blinatumomab with a TKI"
    assert entry.chip.chip.words == "◆ Offered"
    assert entry.days.text() == "New combination · since 20 Nov · consent visit 25 Nov"
    entry.chip.click()
    form = sheet(cards, StepSheet)
    form._state.set_value("declined")
    form._state.chosen.emit("declined")
    press("Ctrl+Return")
    assert "Choose why." in words(form)
    form._reason.set_value("distance")
    save(cards)
    assert entry.chip.chip.words == "× Declined"
    assert "offered 20 Nov" in entry.days.text()
    assert "Too far" in entry.days.text()
    assert rows("SELECT state FROM trial_step ORDER BY id") == [("offered",), ("declined",)]
    entry.chip.click()
    form = sheet(cards, StepSheet)
    assert "20-Nov-2026: Declined · Too far" in words(form)
    form._take_back()
    assert entry.chip.chip.words == "◆ Offered"
    assert rows("SELECT state FROM trial_step") == [("offered",)]


def test_all_trials_are_asked_for_from_the_card(cards: PathwayCards, qtbot: QtBot) -> None:
    with qtbot.waitSignal(cards.trials_asked):
        cards.trials.acts[-1].do()

"""A nurse works on the cards of the pathway: plan, trials, findings, boards, checklists."""

from datetime import date

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from careteam.domain.moment import Moment
from careteam.domain.treatments import TreatmentDraft
from careteam.storage.store import Store
from careteam.storage.writes.treatments import add_treatment
from tests.ui.pathway.driving import (
    SPACE,
    TAB,
    TODAY,
    Rows,
    enter,
    focus_first,
    press,
    save,
    sheet,
    words,
)
from tests.ui.window.test_accessible_window import nameless
from ui.desk import Desk
from ui.pathway.cards import PathwayCards
from ui.pathway.findings_card import FindingEditSheet, FindingSheet
from ui.pathway.plan_sheets import OverlayEndSheet, OverlaySheet, ProfileSheet, TreatmentSheet


@pytest.fixture
def desk(store: Store, moment: Moment) -> Desk:
    return Desk(store, lambda: moment.now, zone=moment.zone, worker_id=None)


def test_a_treatment_is_planned_and_then_given_by_keyboard_and_taken_back(
    cards: PathwayCards, desk: Desk, rows: Rows
) -> None:
    assert "No treatment is in the plan yet." in words(cards.plan)
    press("T")
    enter("Targeted", TAB, "dasatinib", TAB, TAB, "1-Dec-2026")
    save(cards)
    assert cards.plan.treatments.words() == ["○ Targeted therapy · dasatinib · planned · 1 Dec"]
    (treatment,) = rows("SELECT id, state, started_on FROM treatment")
    assert treatment[1:] == ("planned", "2026-12-01")
    chip = cards.plan.treatments.chip(treatment[0])
    chip.setFocus()
    enter(SPACE)
    form = sheet(cards, TreatmentSheet)
    form._state.set_value("active")
    form._state.chosen.emit("active")
    press("Ctrl+Return")
    assert "cannot lie in the future" in words(form)
    form._started.set_value(TODAY)
    save(cards)
    assert cards.plan.treatments.words() == ["● Targeted therapy · dasatinib"]
    assert chip.hasFocus()
    desk.undo()
    assert rows("SELECT state, started_on, version FROM treatment") == [
        ("planned", "2026-12-01", 3)
    ]


def test_a_stopped_treatment_asks_for_its_last_day_and_why(cards: PathwayCards, rows: Rows) -> None:
    press("T")
    form = sheet(cards, TreatmentSheet)
    form._modality.set_value("chemotherapy")
    form._state.set_value("stopped")
    form._state.chosen.emit("stopped")
    assert form._end_field.isVisible()
    press("Ctrl+Return")
    assert {"Say on which day it ended.", "Say why, in a few words."} <= set(
        words(form).splitlines()
    )
    form._ended.setFocus()
    enter("19-Nov-2026", TAB, "side effects")
    save(cards)
    assert rows("SELECT ended_on, reason FROM treatment") == [("2026-11-19", "side effects")]
    assert cards.plan.treatments.words() == ["■ Chemotherapy · stopped · 19 Nov"]


def test_an_overlay_starts_and_ends_with_its_day(
    cards: PathwayCards, desk: Desk, rows: Rows
) -> None:
    press("O")
    sheet(cards, OverlaySheet)
    enter("CNS", TAB, "11-Nov-2026")
    save(cards)
    assert cards.plan.overlays.words() == ["↻ CNS prophylaxis since 11 Nov"]
    ((overlay,),) = rows("SELECT id FROM overlay")
    chip = cards.plan.overlays.chip(overlay)
    chip.click()
    sheet(cards, OverlayEndSheet)
    save(cards)
    assert rows("SELECT started_on, ended_on FROM overlay") == [("2026-11-11", "2026-11-20")]
    assert cards.plan.overlays.words() == ["✓ CNS prophylaxis until 20 Nov"]
    chip.click()
    press("Ctrl+A")
    press("Delete")
    save(cards)
    assert rows("SELECT ended_on FROM overlay") == [(None,)]
    desk.undo()
    assert rows("SELECT ended_on FROM overlay") == [("2026-11-20",)]


def test_the_plan_says_what_shaped_it(cards: PathwayCards, desk: Desk, rows: Rows) -> None:
    assert "Shaped by: age 45 · B-ALL, BCR::ABL1 (Ph+)" in words(cards.plan)
    press("W")
    form = sheet(cards, ProfileSheet)
    enter("type 2 diabetes", TAB, "Adult", TAB, "Cur", TAB, "High", TAB, "CNS-1")
    form._first.set_value(date(2026, 11, 11))
    save(cards)
    assert (
        "Shaped by: age 45 · type 2 diabetes · B-ALL, BCR::ABL1 (Ph+) · High risk · CNS-1"
    ) in words(cards.plan)
    assert "Intent: Curative · First treatment 11 Nov" in words(cards.plan)
    assert rows("SELECT pathway, risk_group, first_treated_on FROM care_profile") == [
        ("adult", "high", "2026-11-11")
    ]
    desk.undo()
    assert rows("SELECT pathway, shaped_by FROM care_profile") == [("", "")]


def test_a_concern_is_noted_proposes_a_role_and_is_taken_back(
    cards: PathwayCards, desk: Desk, rows: Rows
) -> None:
    press("N")
    form = sheet(cards, FindingSheet)
    press("Ctrl+Return")
    assert "Choose from the list." in words(form)
    form._list.set_value("concern")
    form._list.chosen.emit("concern")
    form._key.set_value("spiritual_concern")
    save(cards)
    [chips] = [chips for chips in cards.findings.lists.values() if chips.isVisible()]
    assert chips.words() == ["◆ Spiritual concern · since 20 Nov"]
    assert rows("SELECT role, state FROM suggestion") == [("chaplain", "open")]
    desk.undo()
    assert rows("SELECT count(*) FROM suggestion") == [(0,)]
    assert "Nothing is noted yet." in words(cards.findings)


def test_a_symptom_is_gone_on_its_day(cards: PathwayCards, rows: Rows) -> None:
    press("N")
    enter(TAB, "Dizz", TAB)
    press("Ctrl+A")
    enter("12-Nov-2026", TAB, "on the stairs")
    save(cards)
    ((finding,),) = rows("SELECT id FROM finding")
    [chips] = [chips for chips in cards.findings.lists.values() if chips.isVisible()]
    assert chips.words() == ["▲ Dizziness · since 12 Nov"]
    chips.chip(finding).click()
    sheet(cards, FindingEditSheet)
    enter("19-Nov-2026")
    save(cards)
    assert chips.words() == ["✓ Dizziness · gone 19 Nov"]
    assert rows("SELECT since, ended_on, note FROM finding") == [
        ("2026-11-12", "2026-11-19", "on the stairs")
    ]


def test_cards_out_of_sight_read_when_they_are_seen_again(
    cards: PathwayCards, desk: Desk, patient: int
) -> None:
    cards.window().hide()
    desk.do(add_treatment, TreatmentDraft(patient, "chemotherapy"))
    assert cards.plan.treatments.words() == []
    cards.window().show()
    assert cards.plan.treatments.words() == ["○ Chemotherapy · planned"]


def test_two_cards_stand_in_a_row_where_there_is_room_and_one_where_not(
    cards: PathwayCards, qtbot: QtBot
) -> None:
    def is_beside() -> bool:
        return cards.plan.y() == cards.trials.y() and cards.trials.x() > cards.plan.x()

    qtbot.waitUntil(is_beside)
    cards.window().resize(430, 900)
    qtbot.waitUntil(lambda: cards.trials.y() > cards.plan.y() and cards.trials.x() == 0)
    assert cards.width() <= 430
    cards.window().resize(900, 900)
    qtbot.waitUntil(is_beside)


def test_tab_goes_through_the_cards_as_they_are_read(cards: PathwayCards) -> None:
    press("T")
    sheet(cards, TreatmentSheet)._modality.set_value("chemotherapy")
    save(cards)
    focus_first(cards)
    seen: list[str] = []
    for _ in range(6):
        here = QApplication.focusWidget()
        assert here is not None
        seen.append(here.accessibleName())
        press("Tab")
    assert seen[:5] == [
        "Treatment plan: Change",
        "Chemotherapy · planned",
        "Clinical trials: Change",
        "Symptoms and risk factors: Add",
        "Tumour board: Add",
    ]


def test_everything_on_the_cards_has_a_name(cards: PathwayCards) -> None:
    for act in cards.plan.acts[-2:]:
        act.do()
    QAccessible.setActive(True)
    try:
        assert nameless(cards.window()) == []
    finally:
        QAccessible.setActive(False)


def test_a_word_that_was_switched_off_stays_with_the_treatment_that_has_it(
    cards: PathwayCards, desk: Desk, store: Store, patient: int, rows: Rows
) -> None:
    changes = desk.do(add_treatment, TreatmentDraft(patient, "chemotherapy"))
    assert changes is not None
    off = text("UPDATE term SET is_active = 0 WHERE kind = 'modality' AND key = 'chemotherapy'")
    with store._engine.connect().execution_options(write=True) as connection:
        connection.execute(off)
        connection.commit()
    desk.heard_from_outside()
    cards.plan.treatments.chip(changes.made).click()
    sheet(cards, TreatmentSheet)._detail.setFocus()
    enter("after relapse")
    save(cards)
    assert rows("SELECT modality, detail FROM treatment") == [("chemotherapy", "after relapse")]

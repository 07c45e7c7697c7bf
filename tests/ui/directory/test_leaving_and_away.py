"""Who leaves or goes away: patients are handed over or covered in one step."""

from dataclasses import replace
from datetime import date, timedelta

from pytestqt.qtbot import QtBot

from careteam.domain.moment import Moment
from careteam.domain.people import AbsenceDraft
from careteam.storage.reads.board import team_board
from careteam.storage.reads.hand_over import held_from
from careteam.storage.reads.person import person_detail
from careteam.storage.store import Store
from careteam.storage.writes.day import open_day
from tests.ui.directory.conftest import THERAPY, Keys
from tests.ui.directory.driving import (
    FIRST_WITHOUT,
    TODAY,
    amended,
    cell,
    open_sheet,
    shown,
    words,
)
from ui.desk import Desk
from ui.directory.choose_sheet import HandOverSheet
from ui.directory.page import DirectoryPage
from ui.directory.person_sheet import PersonSheet


def test_who_leaves_hands_over_all_patients_in_one_step_and_takes_it_back(
    page: DirectoryPage,
    keys: Keys,
    desk: Desk,
    store: Store,
    moment: Moment,
    novak: int,
    reyes: int,
    qtbot: QtBot,
) -> None:
    shown(page, qtbot)
    page.show_person(novak)
    keys.press("Return")
    sheet = open_sheet(page, PersonSheet)
    sheet.fields.parts["leaves_on"].field.control.setFocus()
    keys.type("30 nov")
    keys.press("Ctrl+Return")
    assert cell(page, novak, 4) == "Leaves 30 Nov · 15 to hand over"
    assert "15 patient(s) need someone from 1\u2011Dec\u20112026." in words(page.card)
    assert page.card.leaving.chosen() == reyes
    assert page.card.leaving.take_all.text() == "Hand over all 15"
    page.card.leaving.take_all.click()
    assert not page.card.leaving.isVisible()
    assert cell(page, novak, 4) == "Leaves 30 Nov"
    board_shows(store, moment, reyes)
    assert desk.undo()
    assert cell(page, novak, 4) == "Leaves 30 Nov · 15 to hand over"
    assert len(desk.read(held_from, novak, FIRST_WITHOUT)) == 15


def board_shows(store: Store, moment: Moment, holder: int) -> None:
    """On the day the board of every patient names the new holder."""
    day = Moment.at(moment.now + timedelta(days=11), moment.zone)
    query = "SELECT id FROM patient"
    ids = store.read(lambda s: [row[0] for row in s.connection().exec_driver_sql(query)])
    before = [therapist(store, patient, moment) for patient in ids]
    assert holder not in before
    store.do(open_day, moment=day, rules=store.rules)
    assert {therapist(store, patient, day) for patient in ids} == {holder}
    store.do(open_day, moment=moment, rules=store.rules)


def therapist(store: Store, patient: int, moment: Moment) -> int | None:
    rows = store.read(team_board, patient, today=moment.today, rules=store.rules)
    (row,) = [row for row in rows if row.role == THERAPY and row.state in ("active", "held")]
    return row.person_id


def test_only_the_ticked_patients_are_handed_over(
    page: DirectoryPage, keys: Keys, desk: Desk, novak: int, reyes: int, qtbot: QtBot
) -> None:
    shown(page, qtbot)
    page.show_person(novak)
    page.card.hand_over.click()
    sheet = open_sheet(page, HandOverSheet)
    sheet.box.table.view.setFocus()
    for _ in range(5):
        keys.press("Space")
        keys.press("Down")
    assert "10 of 15 patients chosen" in words(sheet)
    keys.press("Ctrl+Return")
    assert not sheet.isVisible()
    assert len(desk.read(held_from, novak, TODAY)) == 5
    assert len(desk.read(held_from, reyes, TODAY)) == 10


def test_a_day_that_cannot_be_read_or_is_past_is_told_at_its_field(
    page: DirectoryPage, keys: Keys, desk: Desk, novak: int, reyes: int, qtbot: QtBot
) -> None:
    shown(page, qtbot)
    page.show_person(novak)
    page.card.hand_over.click()
    sheet = open_sheet(page, HandOverSheet)
    for typed, said in (("31 feb", "This is not a date"), ("yesterday", "Choose today or a later")):
        sheet.on.setFocus()
        sheet.on.selectAll()
        keys.type(typed)
        keys.press("Ctrl+Return")
        assert said in words(sheet)
    assert len(desk.read(held_from, novak, TODAY)) == 15


def test_who_goes_away_is_covered_in_one_step_and_it_is_taken_back(
    page: DirectoryPage, desk: Desk, novak: int, reyes: int, qtbot: QtBot
) -> None:
    shown(page, qtbot)
    away = AbsenceDraft(date(2026, 11, 23), date(2026, 11, 30), reyes)
    amended(desk, novak, absences=(away,))
    page.show_person(novak)
    assert cell(page, novak, 4) == "Away 23–30 Nov · cover: D. Reyes"
    assert "15 patient(s) need cover 23–30 Nov." in words(page.card)
    page.card.cover.take_all.click()
    assert not page.card.cover.isVisible()
    assert len(desk.read(held_from, reyes, date(2026, 11, 30))) == 15
    assert desk.read(held_from, reyes, FIRST_WITHOUT) == ()
    assert desk.undo()
    assert page.card.cover.isVisible()
    assert desk.read(held_from, reyes, date(2026, 11, 30)) == ()


def test_days_away_and_their_cover_are_entered_by_keyboard(
    page: DirectoryPage, keys: Keys, desk: Desk, novak: int, reyes: int, qtbot: QtBot
) -> None:
    shown(page, qtbot)
    page.show_person(novak)
    page.card.edit.click()
    sheet = open_sheet(page, PersonSheet)
    sheet.fields.absences.setFocus()
    keys.press("Return")
    keys.type("23 nov")
    keys.press("Tab")
    keys.type("30 nov")
    keys.press("Tab")
    keys.type("reyes")
    keys.press("Return")
    keys.press("Ctrl+Return")
    (absence,) = desk.read(person_detail, novak, TODAY).draft.absences
    assert (absence.starts_on, absence.ends_on, absence.cover_id) == (
        date(2026, 11, 23),
        date(2026, 11, 30),
        reyes,
    )


def test_a_cover_stays_when_something_else_is_edited(
    page: DirectoryPage, keys: Keys, desk: Desk, novak: int, reyes: int, qtbot: QtBot
) -> None:
    shown(page, qtbot)
    amended(desk, novak, absences=(AbsenceDraft(date(2026, 12, 7), date(2026, 12, 9), reyes),))
    before = desk.read(person_detail, novak, TODAY).draft
    page.show_person(novak)
    page.card.edit.click()
    sheet = open_sheet(page, PersonSheet)
    sheet.fields.parts["pager"].field.control.setFocus()
    keys.type("77")
    keys.press("Ctrl+Return")
    after = desk.read(person_detail, novak, TODAY).draft
    assert after == replace(before, pager="77", version=(before.version or 0) + 1)

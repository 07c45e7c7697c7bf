"""A nurse adds people, lets them leave and go away, and hands their patients over."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from careteam.storage.reads.person import person_detail
from tests.ui.directory.conftest import Keys
from tests.ui.directory.driving import TODAY, amended, cell, names, open_sheet, shown, words
from ui.desk import Desk
from ui.directory.choose_sheet import HandOverSheet
from ui.directory.page import DirectoryPage
from ui.directory.person_sheet import PersonSheet


def test_a_person_is_added_by_keyboard_alone_and_stands_in_the_list(
    page: DirectoryPage, keys: Keys, desk: Desk, qtbot: QtBot
) -> None:
    shown(page, qtbot)
    page.add_person()
    for text in ("Bell", "Marcus", "", "LCSW"):
        keys.type(text)
        keys.press("Tab")
    keys.type("oncology soc")
    keys.press("Return")
    for text in ("", "Social Work", "Leukemia Program", "(212) 555-0139"):
        keys.type(text)
        keys.press("Tab")
    keys.press("Ctrl+Return")
    assert names(page) == ["Bell, Marcus, LCSW"]
    model = page.table.model
    person = model.row_at(0).id
    assert cell(page, person, 2) == "(212) 555-0139"
    draft = desk.read(person_detail, person, TODAY).draft
    assert draft.roles == ("social_worker",)
    assert (draft.department, draft.organisation) == ("Social Work", "Leukemia Program")
    assert "Social Work · Leukemia Program" in words(page.card)


def test_an_npi_is_checked_while_it_is_typed(page: DirectoryPage, keys: Keys, qtbot: QtBot) -> None:
    shown(page, qtbot)
    page.add_person()
    field = open_sheet(page, PersonSheet).fields.parts["npi"].field
    field.control.setFocus()
    keys.type("123456789")
    assert field.problem() == ""
    keys.type("0")
    assert field.problem() == "The check digit of this NPI is wrong; one digit was mistyped."
    keys.press("Backspace")
    assert field.problem() == ""
    keys.type("3")
    assert field.problem() == ""
    assert "✓" in words(field)


def test_what_is_wrong_stands_at_its_field_and_nothing_typed_is_lost(
    page: DirectoryPage, keys: Keys, qtbot: QtBot
) -> None:
    shown(page, qtbot)
    page.add_person()
    sheet = open_sheet(page, PersonSheet)
    parts = sheet.fields.parts
    parts["email"].field.control.setFocus()
    keys.type("nobody")
    parts["phones"].field.control.setFocus()
    keys.type("abc")
    keys.press("Ctrl+Return")
    assert sheet.isVisible()
    assert parts["family"].field.problem().startswith("A name is needed")
    assert parts["phones"].field.problem().startswith("abc is not a phone number")
    assert parts["email"].field.problem().startswith("An e-mail address has")
    assert parts["family"].field.control.hasFocus()
    assert parts["email"].get() == "nobody"
    assert names(page) == []


def test_escape_asks_only_when_something_was_entered(
    page: DirectoryPage, keys: Keys, qtbot: QtBot
) -> None:
    shown(page, qtbot)
    page.add_person()
    sheet = open_sheet(page)
    keys.press("Esc")
    assert not sheet.isVisible()
    page.add_person()
    sheet = open_sheet(page)
    keys.type("Bell")
    keys.press("Esc")
    assert sheet.isVisible()
    assert "What you entered is not saved." in words(sheet)


def test_somebody_of_the_same_name_is_shown_before_saving(
    page: DirectoryPage, keys: Keys, reyes: int, qtbot: QtBot
) -> None:
    shown(page, qtbot)
    page.add_person()
    sheet = open_sheet(page)
    keys.type("REYES")
    keys.press("Tab")
    keys.type("daniel")
    keys.press("Ctrl+Return")
    assert sheet.isVisible()
    assert "Reyes, Daniel, DPT · Rehabilitation is in the directory already." in words(sheet)
    keys.press("Ctrl+Return")
    assert not sheet.isVisible()
    assert len(names(page)) == 2


def test_a_stale_edit_keeps_what_was_typed_and_takes_in_what_the_other_changed(
    page: DirectoryPage, keys: Keys, desk: Desk, reyes: int, qtbot: QtBot
) -> None:
    shown(page, qtbot)
    page.show_person(reyes)
    page.card.edit.click()
    sheet = open_sheet(page, PersonSheet)
    parts = sheet.fields.parts
    parts["pager"].field.control.setFocus()
    keys.type("2290")
    amended(desk, reyes, email="d.reyes@clinic.example", pager="1111")
    with qtbot.waitSignal(desk.failed):
        keys.press("Ctrl+Return")
    assert sheet.isVisible()
    assert parts["pager"].get() == "2290"
    assert parts["pager"].field.problem() == "Somebody else changed this meanwhile."
    assert parts["email"].get() == "d.reyes@clinic.example"
    keys.press("Ctrl+Return")
    saved = desk.read(person_detail, reyes, TODAY).draft
    assert (saved.pager, saved.email) == ("2290", "d.reyes@clinic.example")


def test_a_change_is_taken_back_with_undo(
    page: DirectoryPage, keys: Keys, desk: Desk, reyes: int, qtbot: QtBot
) -> None:
    shown(page, qtbot)
    page.show_person(reyes)
    page.card.edit.click()
    sheet = open_sheet(page, PersonSheet)
    sheet.fields.parts["leaves_on"].field.control.setFocus()
    keys.type("yesterday")
    keys.press("Ctrl+Return")
    assert names(page) == []
    assert desk.undo()
    assert names(page) == ["Reyes, Daniel, DPT"]


def test_the_list_is_narrowed_by_role_by_words_and_to_those_who_are_here(
    page: DirectoryPage, keys: Keys, desk: Desk, novak: int, reyes: int, qtbot: QtBot
) -> None:
    shown(page, qtbot)
    amended(desk, reyes, leaves_on=date(2026, 11, 1))
    assert names(page) == ["Novak, Petra, DPT"]
    page.table.view.setFocus()
    keys.press("Ctrl+F")
    keys.type("zzz")
    assert names(page) == []
    assert not page.card.isVisible()
    assert "Nobody in the directory fits" in words(page)
    for _ in range(3):
        keys.press("Backspace")
    assert names(page) == ["Novak, Petra, DPT"]
    assert "Novak, Petra, DPT" in words(page.card)


def test_show_person_finds_who_has_left_too(
    page: DirectoryPage, desk: Desk, novak: int, reyes: int, qtbot: QtBot
) -> None:
    shown(page, qtbot)
    amended(desk, reyes, leaves_on=date(2026, 11, 1))
    page.show_person(reyes)
    assert "Reyes, Daniel, DPT" in words(page.card)
    row = page.table.current_row()
    assert row is not None
    assert row.id == reyes


def test_a_hidden_page_reads_again_when_it_is_shown(
    page: DirectoryPage, desk: Desk, reyes: int, qtbot: QtBot
) -> None:
    shown(page, qtbot)
    page.hide()
    amended(desk, reyes, family="Reyes-Soto")
    page.show()
    assert names(page) == ["Reyes-Soto, Daniel, DPT"]


def test_every_control_can_be_reached_and_has_a_name(
    page: DirectoryPage, keys: Keys, novak: int, reyes: int, qtbot: QtBot
) -> None:
    shown(page, qtbot)
    page.add_person()
    sheet = open_sheet(page)
    seen: list[QWidget] = []
    while (here := QApplication.focusWidget()) not in seen:
        assert here is not None
        assert sheet.isAncestorOf(here)
        text = getattr(here, "text", str)()
        assert here.accessibleName() or text, here
        seen.append(here)
        keys.press("Tab")
    assert len(seen) >= 17


@pytest.mark.parametrize("kind", ["people", "patients"])
def test_the_lists_keep_the_promises_of_a_model(
    page: DirectoryPage, novak: int, reyes: int, qtbot: QtBot, qtmodeltester: ModelTester, kind: str
) -> None:
    shown(page, qtbot)
    if kind == "people":
        qtmodeltester.check(page.table.model)
        return
    page.show_person(novak)
    page.card.hand_over.click()
    qtmodeltester.check(open_sheet(page, HandOverSheet).box.table.model)


def test_right_to_left_windows_show_the_card_too(
    page: DirectoryPage, novak: int, qtbot: QtBot
) -> None:
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    shown(page, qtbot)
    page.show_person(novak)
    assert page.card.geometry().left() >= 0
    assert page.card.mapTo(page, page.card.rect().center()).x() < page.width() / 2

"""Why somebody is on the list: one key tells the rule, one more opens it in Settings."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.window.conftest import Room
from ui.look.buttons import Button
from ui.look.labels import Label
from ui.settings.cadence_section import CadenceSection
from ui.settings.contacts_section import ContactsSection
from ui.settings.roles_section import RolesSection
from ui.why_sheet import WhySheet


def sheet(room: Room) -> WhySheet:
    [found] = [one for one in room.window.findChildren(WhySheet) if one.isVisible()]
    return found


def words(room: Room) -> str:
    return "\n".join(label.text() for label in sheet(room).findChildren(Label))


def open_the_rule(room: Room) -> None:
    [button] = [
        one for one in sheet(room).findChildren(Button) if one.text().startswith("Open the rule")
    ]
    button.click()
    QApplication.processEvents()


def test_the_rule_of_a_line_of_today_is_told_and_opened_where_it_is_changed(
    room: Room, qtbot: QtBot
) -> None:
    room.window.panel.list.setFocus()
    room.window.panel.choose(room.patient)
    room.press("W")
    said = words(room)
    assert "first contact within 2 business days of the assignment" in said
    assert "Mon 16 Nov + 2 business days = Wed 18 Nov" in said
    assert "Proposed default" in said
    open_the_rule(room)
    section = room.window.pages.settings.section()
    assert isinstance(section, RolesSection)
    chosen = section.roles.table.current_row()
    assert chosen is not None
    assert chosen.key == "social_worker"


def test_the_rule_of_a_line_of_the_board_is_told_too(room: Room) -> None:
    table = room.window.patient.team.table
    table.view.setFocus()
    assert table.choose_key(("social_worker", room.line("social_worker").assignment_id))
    QTest.keyClick(table.view, Qt.Key.Key_W)
    assert "first contact within 2 business days" in words(room)
    sheet(room).close_now()
    room.take_from_menu("chaplain", "Why on the list?")
    assert "Induction asks for the roles that nobody holds yet" in words(room)


def test_the_board_tells_the_rule_of_each_due_day(room: Room) -> None:
    assert room.line("social_worker").due_rule == "first contact"
    assert room.line("nurse_navigator").due_rule == "weekly"
    assert room.line("chaplain").due_rule == ""


def test_coverage_is_a_place_of_the_rail_and_opens_its_patient(room: Room, qtbot: QtBot) -> None:
    room.press("Ctrl+4")
    page = room.window.pages.coverage
    assert room.window.pages.currentWidget() is page
    view = page.table().view
    view.setFocus()
    view.selectRow(0)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert room.window.pages.currentWidget() is room.window.pages.today
    assert room.window.patient.patient_id == room.patient


def test_a_cadence_rule_is_shown_by_its_link(room: Room) -> None:
    from careteam.domain.reasons import RuleLink

    room.window.open_rule(RuleLink("cadence", "phase_education"))
    section = room.window.pages.settings.section()
    assert isinstance(section, CadenceSection)
    chosen = section.entries.table.current_row()
    assert chosen is not None
    assert chosen.key == "phase_education"


def test_a_try_is_explained_by_its_outcome_and_leads_to_it(room: Room) -> None:
    from careteam.domain.reasons import RuleLink

    room.window.open_rule(RuleLink("contacts", "no_answer"))
    section = room.window.pages.settings.section()
    assert isinstance(section, ContactsSection)
    chosen = section.outcomes.entries.table.current_row()
    assert chosen is not None
    assert chosen.key == "no_answer"

"""The Pathway tab stands in the window between the contacts and the summary."""

from PySide6.QtWidgets import QApplication, QPushButton

from careteam.storage.reads.pathway import pathway_page
from tests.ui.window.conftest import Room


def test_the_phase_is_changed_from_the_pathway_and_the_tab_follows(room: Room) -> None:
    view = room.window.patient
    room.press("Alt+3")
    assert view.tabs.value() == "pathway"
    assert view.pathway.isVisible()
    (change,) = (
        button
        for button in view.pathway.findChildren(QPushButton)
        if button.text() == "Change phase"
    )
    change.click()
    QApplication.processEvents()
    room.type("Cons")
    room.press("Ctrl+Return")
    assert room.said().endswith("is now in Consolidation.")
    assert view.pathway.strip.accessibleName().startswith("Induction, 9–19 Nov · done; Consol")
    assert view.pathway.proposals.isVisible()
    today, rules = room.desk.moment.today, room.desk.rules
    page = room.desk.read(pathway_page, room.patient, today=today, rules=rules)
    assert [row.label for row in page.proposals] == [
        "Lumbar puncture",
        "MRD, end of consolidation",
    ]
    assert room.desk.undo()
    assert not view.pathway.proposals.isVisible()


def test_p_plans_a_test_while_the_keyboard_is_in_the_tab(room: Room) -> None:
    room.press("Alt+3")
    room.window.patient.pathway.stays.findChildren(QPushButton)[0].setFocus()
    room.press("P")
    room.type("Com")
    room.press("Tab")
    room.type("tomorrow")
    room.press("Ctrl+Return")
    assert room.said() == "Complete blood count is planned for 21-Nov-2026."
    assert room.window.patient.pathway.milestones.table.model.rowCount() == 1

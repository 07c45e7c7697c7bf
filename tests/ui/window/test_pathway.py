"""The Pathway tab stands in the window between the contacts and the summary."""

from datetime import date

from PySide6.QtWidgets import QApplication, QPushButton

from careteam.domain.milestones import MilestoneDraft, SettleDraft
from careteam.domain.pathway import MilestoneState
from careteam.storage.reads.pathway import pathway_page
from careteam.storage.writes.milestones import plan_milestone, settle_milestone
from careteam.storage.writes.patients import PhaseDraft, change_phase
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


def test_the_next_milestone_of_the_care_team_follows_the_plan_and_the_phase(room: Room) -> None:
    line = room.window.patient.team._milestone
    at_first = line.text()
    assert at_first == "Next milestone: Marrow and MRD, day 29, Mon 7 Dec"
    later = MilestoneDraft(room.patient, "ct_scan", date(2026, 12, 1))
    room.desk.do(plan_milestone, later)
    made = room.desk.do(plan_milestone, MilestoneDraft(room.patient, "cbc", date(2026, 11, 24)))
    assert line.text() == "Next milestone: Complete blood count, day 16, Tue 24 Nov"
    assert made is not None
    done = SettleDraft(made.made or 0, MilestoneState.DONE, date(2026, 11, 20))
    room.desk.do(settle_milestone, done)
    assert line.text() == "Next milestone: CT scan, day 23, Tue 1 Dec"
    room.desk.do(change_phase, PhaseDraft(room.patient, "consolidation", date(2026, 11, 20)))
    assert line.text() == "Next milestone: CT scan, day 12, Tue 1 Dec"

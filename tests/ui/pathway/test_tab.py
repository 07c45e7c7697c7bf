"""A patient's way is followed in the Pathway tab, from the keyboard to the database and back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.modeltest import ModelTester

from careteam.domain.milestones import MilestoneDraft
from careteam.domain.pathway import MilestoneState, StayKind
from careteam.storage.writes.milestones import plan_milestone
from careteam.storage.writes.patients import PhaseDraft, change_phase
from tests.ui.pathway.conftest import Place

TAB, ENTER, SPACE = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Space


def plan(place: Place, kind: str, on: date, label: str = "") -> int:
    made = place.desk.do(plan_milestone, MilestoneDraft(place.patient, kind, on, label))
    assert made is not None
    assert made.made is not None
    return made.made


def test_an_empty_pathway_says_what_to_do(place: Place) -> None:
    assert not place.tab.milestones.table.isVisible()
    assert place.tab.milestones._empty.isVisible()
    assert place.tab._hint.text().startswith("Choose the pathway")
    assert place.tab.strip.accessibleName() == "Induction, since 9 Nov · day 12 of about 28"


def test_a_test_is_planned_done_late_and_settled_by_keyboard(place: Place) -> None:
    place.tab.stays.table.view.setFocus()
    place.tab.setFocus()
    place.tab.milestones.plan()
    place.keys("Lum", TAB, "24-Nov-2026", TAB, "Lumbar puncture 2")
    place.save()
    table = place.tab.milestones.table
    assert place.shown(table) == [["Lumbar puncture 2", "24 Nov", "—", "in 4 day(s)"]]
    assert place.steps() == [("Lumbar puncture 2 · is it done?", "2026-11-26")]
    place.clock.go(days=7)
    place.tab.read_again()
    assert place.shown(table)[0][3] == "3 day(s) late"
    place.choose(table, 0)
    place.keys(ENTER)
    place.keys("CNS-1", TAB, Qt.Key.Key_Home)
    place.save()
    row = place.page().milestones[0]
    assert (row.state, row.result, row.done_on) == (
        MilestoneState.DONE,
        "CNS-1",
        date(2026, 11, 24),
    )
    assert place.shown(table) == [["Lumbar puncture 2", "24 Nov", "24 Nov", "CNS-1"]]
    assert place.steps() == []
    assert place.desk.undo()
    assert place.page().milestones[0].state is MilestoneState.PLANNED
    assert place.steps() == [("Lumbar puncture 2 · is it done?", "2026-11-26")]


def test_what_cannot_be_saved_is_told_at_its_field_and_kept(place: Place) -> None:
    place.tab.milestones.plan()
    place.save()
    assert set(place.problems()) == {"Test", "Planned for"}
    place.keys("CT", TAB, "32-Nov", TAB)
    place.save()
    assert place.problems() == ["Planned for"]
    assert place.page().milestones == ()


def test_a_test_moves_is_left_out_with_a_reason_and_comes_back(place: Place) -> None:
    plan(place, "echocardiogram", date(2026, 11, 23))
    table = place.tab.milestones.table
    place.choose(table, 0)
    place.keys(Qt.Key.Key_M)
    place.write("30-Nov-2026")
    place.save()
    assert place.shown(table)[0][1] == "30 Nov"
    assert place.steps() == [("Echocardiogram · is it done?", "2026-12-02")]
    assert place.desk.undo()
    assert place.steps() == [("Echocardiogram · is it done?", "2026-11-25")]
    place.choose(table, 0)
    place.keys(Qt.Key.Key_X)
    place.save()
    assert place.problems() == ["Why"]
    place.keys("Done last month elsewhere")
    place.save()
    assert place.shown(table)[0][3] == "Left out: Done last month elsewhere"
    row = place.page().milestones[0]
    place.take(place.tab.milestones.menu_for(row), "Planned again")
    assert len(place.steps()) == 1
    assert place.desk.undo()
    assert place.page().milestones[0].state is MilestoneState.LEFT_OUT


def test_a_test_entered_in_error_goes_and_comes_back_by_undo(place: Place) -> None:
    plan(place, "cbc", date(2026, 11, 23))
    row = place.page().milestones[0]
    place.take(place.tab.milestones.menu_for(row), "Entered in error")
    assert place.shown(place.tab.milestones.table) == []
    assert place.desk.undo()
    assert place.shown(place.tab.milestones.table)[0][0] == "Complete blood count"


def test_what_a_phase_proposes_is_added_in_one_step(place: Place) -> None:
    draft = PhaseDraft(place.patient, "consolidation", date(2026, 11, 20), pathway="adult")
    place.desk.do(change_phase, draft)
    assert place.tab.proposals.isVisible()
    place.press("Add all")
    assert [row[0] for row in place.shown(place.tab.milestones.table)] == [
        "Lumbar puncture",
        "MRD, end of consolidation",
    ]
    assert not place.tab.proposals.isVisible()
    assert place.desk.undo()
    assert (place.page().milestones, len(place.page().proposals)) == ((), 2)
    assert place.tab.proposals.isVisible()


def test_some_proposed_tests_are_planned_and_the_others_dismissed_with_a_reason(
    place: Place,
) -> None:
    place.press("Propose tests")
    assert len(place.page().proposals) == 5
    place.press("Choose…")
    place.keys(SPACE, TAB, SPACE)
    place.keys(TAB, TAB, TAB, TAB, "Seen")
    place.save()
    page = place.page()
    assert (len(page.milestones), page.proposals) == (3, ())
    assert place.desk.undo()
    page = place.page()
    assert (page.milestones, len(page.proposals)) == ((), 5)


def test_nothing_ticked_and_no_reason_is_told(place: Place) -> None:
    place.desk.do(change_phase, PhaseDraft(place.patient, "high_risk_block", date(2026, 11, 20)))
    place.press("Choose…")
    place.keys(SPACE)
    place.save()
    assert place.problems() == ["Why the others are not"]


def test_an_admission_and_its_discharge_start_the_call(place: Place) -> None:
    place.press("Admission…")
    place.write("16-Nov-2026", TAB, TAB, "Neutropenic fever", TAB, "Tower 7")
    place.save()
    table = place.tab.stays.table
    assert place.shown(table) == [
        ["Stay in hospital", "16 Nov", "In hospital", "4 day(s)", "Tower 7 · Neutropenic fever"]
    ]
    assert place.steps() == []
    place.choose(table, 0)
    place.keys(ENTER)
    place.save()
    assert place.steps() == [
        ("Call after discharge", "2026-11-24"),
        ("Confirm the clinic visit", "2026-11-27"),
    ]
    assert place.desk.undo()
    assert place.steps() == []
    assert place.page().stays[0].discharged_on is None


def test_an_emergency_visit_is_recorded_corrected_and_taken_back(place: Place) -> None:
    place.tab.stays.add(StayKind.EMERGENCY)
    place.keys(TAB, "Fever")
    place.save()
    assert place.steps() == [("Call after the emergency visit", "2026-11-23")]
    place.choose(place.tab.stays.table, 0)
    place.keys(ENTER)
    place.write("18-Nov-2026")
    place.save()
    assert place.steps() == [("Call after the emergency visit", "2026-11-19")]
    row = place.page().stays[0]
    place.take(place.tab.stays.menu_for(row), "Entered in error")
    assert (place.steps(), place.page().stays) == ([], ())
    assert place.desk.undo()
    assert place.steps() == [("Call after the emergency visit", "2026-11-19")]


def test_remission_and_mrd_are_kept_over_time(place: Place) -> None:
    place.tab.disease.record()
    place.keys("In", TAB, "Neg", TAB)
    place.save()
    table = place.tab.disease.table
    assert place.shown(table) == [["20 Nov", "In remission", "Negative (below 0.01 %)", ""]]
    assert place.page().icd_state == "in_remission"
    assert place.desk.undo()
    assert (place.page().statuses, place.page().icd_state) == ((), "not_in_remission")
    place.tab.disease.record()
    place.save()
    assert place.problems() == ["Remission"]


def test_a_status_entered_in_error_is_taken_back_from_its_menu(place: Place) -> None:
    place.tab.disease.record()
    place.keys(TAB, "Pos", TAB)
    place.save()
    row = place.page().statuses[0]
    place.take(place.tab.disease.menu_for(row), "Entered in error")
    assert place.page().statuses == ()
    assert place.desk.undo()
    assert place.page().statuses[0].mrd == "positive"


def test_the_strip_goes_on_in_another_line_where_the_width_ends(place: Place) -> None:
    draft = PhaseDraft(place.patient, "induction", date(2026, 11, 9), pathway="peds_cog")
    place.desk.do(change_phase, draft)
    strip = place.tab.strip
    assert strip.accessibleName().startswith("Induction, since 9 Nov · day 12 of about 28; Cons")
    assert strip.accessibleName().endswith("CAR-T branch, to be decided")
    wide = strip.sizeHint().height()
    place.window.resize(420, 900)
    QApplication.processEvents()
    assert strip.sizeHint().height() > wide
    assert place.tab._about.text() == "Paediatric (COG) · started 9-Nov-2026"


def test_a_tab_that_is_not_seen_reads_when_it_is(place: Place) -> None:
    place.tab.hide()
    plan(place, "cbc", date(2026, 11, 23))
    assert place.shown(place.tab.milestones.table) == []
    place.tab.show()
    assert place.shown(place.tab.milestones.table)[0][0] == "Complete blood count"
    place.tab.show_patient(None)
    assert place.shown(place.tab.milestones.table) == []
    place.tab.milestones.plan()
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize("part", ["milestones", "stays", "disease"])
def test_the_models_keep_their_promises(
    place: Place, part: str, qtmodeltester: ModelTester
) -> None:
    plan(place, "cbc", date(2026, 11, 23))
    place.tab.stays.add(StayKind.EMERGENCY)
    place.save()
    place.tab.disease.record()
    place.keys(TAB, "Pos", TAB)
    place.save()
    table = getattr(place.tab, part).table
    assert table.model.rowCount() == 1
    qtmodeltester.check(table.model)


def test_the_result_of_an_mrd_test_is_kept_as_the_state_of_the_disease_too(place: Place) -> None:
    plan(place, "mrd", date(2026, 11, 19))
    place.choose(place.tab.milestones.table, 0)
    place.keys(ENTER)
    place.keys("0.02 %", TAB, TAB, "Pos", TAB)
    place.save()
    page = place.page()
    assert (page.milestones[0].result, page.statuses[0].mrd) == ("0.02 %", "positive")
    assert page.statuses[0].on == date(2026, 11, 19)
    assert place.desk.undo()
    page = place.page()
    assert (page.milestones[0].state, page.statuses) == (MilestoneState.PLANNED, ())


def test_enter_opens_the_menu_of_a_status(place: Place) -> None:
    place.tab.disease.record()
    place.keys(TAB, "Neg", TAB)
    place.save()
    place.choose(place.tab.disease.table, 0)
    place.keys(ENTER)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    place.take(menu, "Entered in error")
    assert place.page().statuses == ()

"""Phase and state of a patient change in small sheets, and can be taken back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from careteam.domain.patients import Status
from careteam.storage.reads.pathway import pathway_of
from careteam.storage.reads.patient_filter import PatientFilter, Standing
from careteam.storage.reads.patient_page import PatientPageRow, patient_page
from careteam.storage.reads.patients import list_patients
from careteam.storage.reads.today import due_rows, gap_rows
from ui.desk import Desk
from ui.patients.sheets import PatientSheets
from ui.patients.state_sheets import PhaseSheet, StatusSheet

TAB, DOWN = Qt.Key.Key_Tab, Qt.Key.Key_Down
Keys = Callable[..., None]
Save = Callable[[], None]


def patient_of(desk: Desk, patient: int) -> PatientPageRow:
    return desk.read(patient_page, patient, today=desk.moment.today, rules=desk.rules)


def due_of(desk: Desk) -> list[int]:
    today, rules = desk.moment.today, desk.rules
    due = desk.read(due_rows, today=today, rules=rules)
    gaps = desk.read(gap_rows, today=today, rules=rules)
    return [row.patient_id for row in (*due, *gaps)]


def test_a_patient_who_died_leaves_every_list_and_comes_back_by_undo(
    desk: Desk, patient: int, sheets: PatientSheets, keys: Keys, save: Save
) -> None:
    assert patient in due_of(desk)
    sheets.change_status(patient)
    keys("Dec", TAB, "18-Nov-2026", TAB, "sepsis")
    save()
    assert sheets.sheet is None
    row = patient_of(desk, patient)
    assert (row.status, str(row.status_on), row.status_reason) == (
        Status.DECEASED,
        "2026-11-18",
        "sepsis",
    )
    assert due_of(desk) == []
    active = desk.read(list_patients, PatientFilter(), moment=desk.moment, rules=desk.rules)
    closed = desk.read(
        list_patients,
        PatientFilter(standing=Standing.CLOSED),
        moment=desk.moment,
        rules=desk.rules,
    )
    assert (active, [row.id for row in closed]) == ((), [patient])
    assert desk.undo()
    assert patient_of(desk, patient).status is Status.ACTIVE
    assert patient in due_of(desk)


@pytest.mark.parametrize(
    ("strokes", "field"),
    [
        ((), "From now on"),
        (("Clo", TAB, TAB), "Why"),
        (("Clo", TAB, "tomorrow", TAB, "moved"), "Since"),
        (("Clo", TAB, "31-Feb", TAB, "moved"), "Since"),
    ],
)
def test_a_state_that_cannot_be_saved_says_why_at_its_field(
    desk: Desk,
    patient: int,
    sheets: PatientSheets,
    keys: Keys,
    save: Save,
    strokes: tuple[str | Qt.Key, ...],
    field: str,
) -> None:
    sheets.change_status(patient)
    assert isinstance(sheets.sheet, StatusSheet)
    keys(*strokes)
    save()
    place = QApplication.focusWidget()
    assert place is not None
    assert place.accessibleName() == field
    assert place.accessibleDescription()
    assert patient_of(desk, patient).status is Status.ACTIVE


def test_the_phase_sheet_shows_which_roles_would_be_to_fill(
    desk: Desk, patient: int, sheets: PatientSheets, keys: Keys, save: Save
) -> None:
    sheets.change_phase(patient)
    sheet = sheets.sheet
    assert isinstance(sheet, PhaseSheet)
    keys("Cons")
    shown = [label.text() for label in sheet.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("To fill: ") for text in shown)
    assert "Filled: Oncology nurse navigator" in shown
    save()
    row = patient_of(desk, patient)
    assert (row.phase, row.phase_since) == ("consolidation", desk.moment.today)
    assert desk.undo()
    row = patient_of(desk, patient)
    assert (row.phase, str(row.phase_since)) == ("induction", "2026-11-09")


def test_a_corrected_first_day_comes_back_by_undo(
    desk: Desk, patient: int, sheets: PatientSheets, keys: Keys, save: Save
) -> None:
    sheets.change_phase(patient)
    keys("Indu", TAB, "10-Nov-2026")
    save()
    assert str(patient_of(desk, patient).phase_since) == "2026-11-10"
    assert desk.undo()
    assert str(patient_of(desk, patient).phase_since) == "2026-11-09"


def test_the_pathway_is_chosen_without_another_phase_and_comes_back_by_undo(
    desk: Desk, patient: int, sheets: PatientSheets, keys: Keys, save: Save
) -> None:
    sheets.change_phase(patient)
    keys(TAB, TAB, TAB, "Adu")
    save()
    row = patient_of(desk, patient)
    assert (row.phase, str(row.phase_since)) == ("induction", "2026-11-09")
    assert desk.read(pathway_of, patient) == "adult"
    assert desk.undo()
    assert desk.read(pathway_of, patient) == ""


def test_a_phase_before_the_one_it_follows_is_refused_at_its_day(
    patient: int, sheets: PatientSheets, keys: Keys, save: Save
) -> None:
    sheets.change_phase(patient)
    keys("Cons", TAB, "8-Nov-2026")
    save()
    place = QApplication.focusWidget()
    assert place is not None
    assert place.accessibleName() == "First day"
    assert "before the one it follows" in place.accessibleDescription()

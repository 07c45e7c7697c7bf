"""A patient is registered and edited by keyboard alone, and nothing typed is ever lost."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from careteam.domain.dates import PartialDate
from careteam.storage.reads.patient_filter import PatientFilter
from careteam.storage.reads.patient_form import draft_of
from careteam.storage.reads.patient_page import patient_id_of
from careteam.storage.reads.patients import list_patients
from tests.ui.patients.driving import (
    DOWN,
    ENTER,
    SPACE,
    TAB,
    Keys,
    Save,
    carried,
    focus,
    focus_name,
    form_of,
    kept_by,
    next_section,
    notice_of,
    tab_to,
)
from ui.desk import Desk
from ui.patients.notices import DoublesNotice
from ui.patients.sheets import PatientSheets


def test_a_patient_is_registered_by_keyboard_alone(
    qtbot: QtBot, desk: Desk, sheets: PatientSheets, keys: Keys, save: Save
) -> None:
    sheets.register()
    assert focus_name() == "MRN"
    keys("700121", TAB, "Okafor", TAB, "Samuel", TAB, "mar 1988", TAB, "M")
    next_section()
    keys("2125550133", TAB, TAB, "evenings", TAB, DOWN)
    tab_to(keys, "Add a phone")
    keys(ENTER, "212 555 0134")
    tab_to(keys, "Language")
    keys("engl", ENTER)
    tab_to(keys, "Add a person")
    keys(ENTER, "Grace Okafor", TAB, "Sp")
    tab_to(keys, "Caregiver")
    keys(SPACE)
    tab_to(keys, "Consent to talk to this person")
    keys(DOWN)
    tab_to(keys, "Day of the consent")
    keys("yesterday")
    tab_to(keys, "Subtype")
    keys("T-ALL")
    tab_to(keys, "State, ICD-10-CM")
    keys(DOWN)
    tab_to(keys, "Phase")
    keys("Ind", TAB, "9-Nov-2026")
    tab_to(keys, "Add an alert")
    keys(ENTER, "Neu")
    with qtbot.waitSignal(sheets.registered) as registered:
        save()
    patient = carried(registered)
    assert sheets.sheet is None
    read = desk.read(draft_of, patient)
    assert (read.mrn, read.family, read.given, read.sex) == ("700121", "Okafor", "Samuel", "male")
    assert read.birth_date == PartialDate(1988, 3)
    assert [(p.number, p.best_time, p.may_leave_message) for p in read.phones] == [
        ("(212) 555-0133", "evenings", True),
        ("(212) 555-0134", "", None),
    ]
    [grace] = read.related
    assert (grace.name, grace.relationship, grace.is_caregiver) == ("Grace Okafor", "spouse", True)
    assert (grace.may_talk, grace.consent_on) == (True, date(2026, 11, 19))
    assert (read.language, read.subtype, read.icd_state) == ("en", "t_all", "not_in_remission")
    assert (read.phase, read.phase_since) == ("induction", date(2026, 11, 9))
    assert [alert.kind for alert in read.alerts] == ["neutropenic"]
    [row] = desk.read(
        list_patients, PatientFilter(typed="okafor"), moment=desk.moment, rules=desk.rules
    )
    assert (row.name, row.born) == ("OKAFOR, Samuel", "Mar-1988 (about 38 y)")
    assert kept_by(desk, 0) is None


def test_a_birth_date_is_shown_back_with_the_age(sheets: PatientSheets, keys: Keys) -> None:
    sheets.register()
    tab_to(keys, "Birth date")
    keys("3/14/1981", TAB)
    content = form_of(sheets).fields.content()
    assert content["birth_date"] == "14-Mar-1981 (45 y)"


def test_what_is_wrong_stands_at_its_field_and_the_first_gets_the_keyboard(
    sheets: PatientSheets, keys: Keys, save: Save, desk: Desk
) -> None:
    sheets.register()
    keys("1", TAB, TAB, TAB, "3/4/1981")
    tab_to(keys, "Phone number")
    keys("call me")
    save()
    assert focus_name() == "Family name"
    fields = form_of(sheets).fields
    said = {
        child.accessibleName(): child.accessibleDescription()
        for child in fields.findChildren(QWidget)
        if child.accessibleDescription()
    }
    assert said.keys() == {"Family name", "Birth date", "Phone number"}
    assert "two ways" in said["Birth date"]
    keys("X")
    assert focus().accessibleDescription() == ""
    assert desk.read(list_patients, PatientFilter(), moment=desk.moment, rules=desk.rules) == ()


def test_leaving_a_date_that_cannot_be_says_so_at_once(sheets: PatientSheets, keys: Keys) -> None:
    sheets.register()
    tab_to(keys, "Birth date")
    born = focus()
    keys("31-Feb-1980", TAB)
    assert "no such day" in born.accessibleDescription()


def test_a_double_is_shown_before_saving_and_may_be_registered_anyway(
    qtbot: QtBot, desk: Desk, patient: int, sheets: PatientSheets, host: QWidget, keys: Keys,
    save: Save,
) -> None:  # fmt: skip
    sheets.register()
    keys("990001", TAB, "DELACRÚZ", TAB, "maria", TAB, "1981")
    save()
    notice = notice_of(host, DoublesNotice)
    assert notice is not None
    assert isinstance(focus(), QPushButton)
    tab_to(keys, "Register anyway")
    with qtbot.waitSignal(sheets.registered) as registered:
        keys(ENTER)
    assert carried(registered) != patient


def test_a_double_can_be_opened_instead(
    qtbot: QtBot, desk: Desk, patient: int, sheets: PatientSheets, keys: Keys, save: Save
) -> None:
    sheets.register()
    keys("990001", TAB, "Delacruz", TAB, "Maria")
    save()
    with qtbot.waitSignal(sheets.open_asked) as opened:
        keys(ENTER)
    assert opened.args == [patient]
    assert sheets.sheet is None


def test_the_same_mrn_cannot_be_registered_anyway(
    patient: int, sheets: PatientSheets, host: QWidget, keys: Keys, save: Save
) -> None:
    sheets.register()
    keys("482913", TAB, "Somebody", TAB, "Else")
    save()
    notice = notice_of(host, DoublesNotice)
    assert notice is not None
    words = [button.text() for button in notice.findChildren(QPushButton)]
    assert words == ["Open that one", "Go on writing"]


def test_an_edit_is_saved_and_can_be_undone(
    desk: Desk, patient: int, sheets: PatientSheets, keys: Keys, save: Save
) -> None:
    before = desk.read(draft_of, patient)
    sheets.edit(patient)
    tab_to(keys, "Payer")
    keys("Medicaid")
    save()
    assert sheets.sheet is None
    assert desk.read(draft_of, patient) == replace(before, payer="Medicaid", version=2)
    assert desk.undo()
    assert replace(desk.read(draft_of, patient), version=before.version) == before


def test_lines_come_and_go_by_keyboard_and_stay_in_the_order_of_tab(
    desk: Desk, patient: int, sheets: PatientSheets, keys: Keys, save: Save
) -> None:
    sheets.edit(patient)
    tab_to(keys, "Add a phone")
    keys(ENTER, "2125550166", TAB)
    assert focus_name() == "Kind of phone"
    for _ in range(5):
        QTest.keyClick(focus(), Qt.Key.Key_Backtab)
        if focus_name() == "Take this phone away":
            break
    keys(SPACE)
    assert focus_name() == "Phone number"
    save()
    assert [phone.number for phone in desk.read(draft_of, patient).phones] == ["(212) 555-0166"]


def test_a_line_that_comes_in_at_the_end_is_brought_into_sight(
    qtbot: QtBot, patient: int, sheets: PatientSheets, keys: Keys
) -> None:
    sheets.edit(patient)
    tab_to(keys, "Add a person")
    for _ in range(3):
        keys(ENTER)
        name = focus()
        qtbot.waitUntil(lambda name=name: name.visibleRegion().boundingRect() == name.rect())
        tab_to(keys, "Add a person")


def test_the_phase_is_told_and_not_changed_by_an_edit(
    desk: Desk, patient: int, sheets: PatientSheets, keys: Keys, save: Save
) -> None:
    sheets.edit(patient)
    names = {child.accessibleName() for child in form_of(sheets).fields.findChildren(QWidget)}
    assert "First day" not in names
    save()
    read = desk.read(draft_of, patient)
    assert (read.phase, read.phase_since) == ("induction", date(2026, 11, 9))


def test_the_register_form_finds_the_patient_it_made(
    desk: Desk, sheets: PatientSheets, keys: Keys, save: Save
) -> None:
    sheets.register()
    keys("X-1", TAB, "O'Brien-Smith")
    save()
    assert desk.read(patient_id_of, "X-1")


def test_two_sheets_never_lie_over_each_other(patient: int, sheets: PatientSheets) -> None:
    sheets.register()
    form = sheets.sheet
    sheets.edit(patient)
    assert sheets.sheet is form

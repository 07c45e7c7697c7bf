"""A patient is registered and edited by keyboard alone, and nothing typed is ever lost."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

from careteam.domain.dates import PartialDate
from careteam.domain.moment import Moment
from careteam.storage.reads.drafts import kept_draft
from careteam.storage.reads.patient_filter import PatientFilter
from careteam.storage.reads.patient_form import draft_of
from careteam.storage.reads.patient_page import patient_id_of
from careteam.storage.reads.patients import list_patients
from careteam.storage.store import Store
from careteam.storage.writes.patients import amend_patient
from ui.desk import Desk
from ui.patients.form import PatientForm
from ui.patients.notices import DoublesNotice, LookNotice, NewerNotice
from ui.patients.sheets import PatientSheets

TAB, SPACE, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Return
DOWN, ESCAPE = Qt.Key.Key_Down, Qt.Key.Key_Escape
Keys = Callable[..., None]
Save = Callable[[], None]


def form_of(sheets: PatientSheets) -> PatientForm:
    form = sheets.sheet
    assert isinstance(form, PatientForm)
    return form


def focus() -> QWidget:
    place = QApplication.focusWidget()
    assert place is not None, "the keyboard stands nowhere"
    return place


def focus_name() -> str:
    return focus().accessibleName()


def tab_to(keys: Keys, name: str) -> None:
    """Tab until the keyboard stands on a control with this name."""
    for _ in range(80):
        place = focus()
        words = place.text() if isinstance(place, QPushButton) else ""
        if name in (focus_name(), words):
            return
        keys(TAB)
    pytest.fail(f"Tab never reaches {name}")


def next_section() -> None:
    QTest.keyClick(focus(), Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)


def notice_of(host: QWidget, kind: type[QWidget]) -> QWidget | None:
    return next((found for found in host.findChildren(kind) if found.isVisible()), None)


def press(host: QWidget, words: str) -> None:
    """Press the button with these words by keyboard."""
    [button] = [b for b in host.findChildren(QPushButton) if b.text() == words and b.isVisible()]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, ENTER)


def carried(blocker: SignalBlocker) -> Any:
    assert blocker.args is not None
    return blocker.args[0]


def kept_by(desk: Desk, patient: int) -> object:
    return desk.read(kept_draft, "patient", patient, by=desk.worker_id)


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


def test_a_stale_edit_keeps_what_was_typed_and_goes_on_top_of_the_new_version(
    desk: Desk, store: Store, moment: Moment, patient: int, sheets: PatientSheets, host: QWidget,
    keys: Keys, save: Save,
) -> None:  # fmt: skip
    sheets.edit(patient)
    tab_to(keys, "Payer")
    keys("Medicaid")
    meanwhile = replace(desk.read(draft_of, patient), email="maria@example.org")
    store.do(amend_patient, patient, meanwhile, moment=moment, rules=store.rules)
    save()
    assert notice_of(host, NewerNotice) is not None
    assert desk.read(draft_of, patient).payer == ""
    press(host, "Look at the new version")
    assert notice_of(host, LookNotice) is not None
    assert form_of(sheets).fields.content()["payer"] == ""
    save()
    assert desk.read(draft_of, patient).payer == ""
    press(host, "Back to what I typed")
    assert form_of(sheets).fields.content()["payer"] == "Medicaid"
    press(host, "Put mine on top of it")
    save()
    read = desk.read(draft_of, patient)
    assert (read.payer, read.email) == ("Medicaid", "maria@example.org")


def test_a_draft_survives_closing_without_saving(
    desk: Desk, sheets: PatientSheets, host: QWidget, keys: Keys
) -> None:
    sheets.register()
    keys("700200", TAB, "Vale", TAB, "Uma", TAB, "half of a da")
    keys(ESCAPE)
    assert sheets.sheet is None
    sheets.register()
    content = form_of(sheets).fields.content()
    assert (content["mrn"], content["birth_date"]) == ("700200", "half of a da")
    press(host, "Throw it away")
    assert form_of(sheets).fields.content()["mrn"] == ""
    assert kept_by(desk, 0) is None
    keys(ESCAPE)
    sheets.register()
    assert form_of(sheets).fields.content()["mrn"] == ""


def test_what_is_typed_is_kept_while_typing_goes_on(
    qtbot: QtBot, desk: Desk, patient: int, sheets: PatientSheets, keys: Keys
) -> None:
    sheets.edit(patient)
    tab_to(keys, "Payer")
    keys("Medi")
    assert kept_by(desk, patient) is None
    qtbot.waitUntil(lambda: kept_by(desk, patient) is not None, timeout=10_000)


def test_a_draft_over_an_older_version_says_so_when_it_is_taken_up(
    desk: Desk, store: Store, moment: Moment, patient: int, sheets: PatientSheets, host: QWidget,
    keys: Keys, save: Save,
) -> None:  # fmt: skip
    sheets.edit(patient)
    tab_to(keys, "Payer")
    keys("Medicaid", ESCAPE)
    meanwhile = replace(desk.read(draft_of, patient), title="Dr")
    store.do(amend_patient, patient, meanwhile, moment=moment, rules=store.rules)
    sheets.edit(patient)
    assert notice_of(host, NewerNotice) is not None
    save()
    assert desk.read(draft_of, patient).payer == ""
    press(host, "Put mine on top of it")
    save()
    read = desk.read(draft_of, patient)
    assert (read.payer, read.title) == ("Medicaid", "Dr")


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


def test_locking_keeps_what_was_typed(
    desk: Desk, sheets: PatientSheets, host: QWidget, keys: Keys
) -> None:
    sheets.register()
    keys("700300")
    host.hide()
    assert kept_by(desk, 0) is not None


def test_a_patient_who_is_gone_is_told_in_one_sentence(
    qtbot: QtBot, desk: Desk, sheets: PatientSheets
) -> None:
    with qtbot.waitSignal(desk.failed) as failed:
        sheets.edit(404)
    assert "no longer in the database" in carried(failed)
    assert sheets.sheet is None


def test_an_unknown_code_of_an_import_is_not_lost(
    desk: Desk, store: Store, moment: Moment, patient: int, sheets: PatientSheets, keys: Keys,
    save: Save,
) -> None:  # fmt: skip
    read = desk.read(draft_of, patient)
    odd = replace(read, language="tlh", other_languages=("qya", "en"))
    store.do(amend_patient, patient, odd, moment=moment, rules=store.rules)
    sheets.edit(patient)
    save()
    saved = desk.read(draft_of, patient)
    assert (saved.language, saved.other_languages) == ("tlh", ("qya", "en"))


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


def test_an_empty_draft_has_no_double(
    desk: Desk, sheets: PatientSheets, host: QWidget, patient: int, save: Save
) -> None:
    sheets.register()
    save()
    assert notice_of(host, DoublesNotice) is None
    assert focus_name() == "MRN"

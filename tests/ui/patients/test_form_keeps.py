"""What was typed into the form of a patient is kept, whatever comes between."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careteam.domain.moment import Moment
from careteam.storage.reads.patient_form import draft_of
from careteam.storage.store import Store
from careteam.storage.writes.patients import amend_patient
from tests.ui.patients.driving import (
    ESCAPE,
    TAB,
    Keys,
    Save,
    carried,
    focus_name,
    form_of,
    kept_by,
    notice_of,
    press,
    tab_to,
)
from ui.desk import Desk
from ui.patients.notices import DoublesNotice, LookNotice, NewerNotice
from ui.patients.sheets import PatientSheets


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


def test_an_empty_draft_has_no_double(
    desk: Desk, sheets: PatientSheets, host: QWidget, patient: int, save: Save
) -> None:
    sheets.register()
    save()
    assert notice_of(host, DoublesNotice) is None
    assert focus_name() == "MRN"

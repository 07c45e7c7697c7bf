"""A nurse hands a patient the paper in their language: chooses it, looks at it, saves it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdf
import pytest
from pytestqt.qtbot import QtBot

from careteam.domain.kinds import Kind
from careteam.domain.letterhead import AFTER_HOURS_SETTING
from careteam.domain.moment import Moment
from careteam.domain.patients import Status, StatusDraft
from careteam.storage.reads.patient_form import draft_of
from careteam.storage.reads.rules import read_settings
from careteam.storage.store import Store
from careteam.storage.writes.patients import amend_patient, set_status
from careteam.storage.writes.settings import set_setting
from tests.ui.summary.conftest import Bench, wait_for_preview
from ui.summary.made import PatientNotes, Preview
from ui.summary.preview_words import warnings_of


@pytest.fixture
def for_patient(qtbot: QtBot, bench: Bench) -> Bench:
    """The tab with the paper for Maria, who speaks Spanish."""
    bench.tab.choices.kind.set_value(str(Kind.PATIENT))
    bench.tab.choices.kind.chosen.emit(str(Kind.PATIENT))
    wait_for_preview(qtbot, bench)
    qtbot.waitUntil(lambda: "equipo de atención" in bench.tab.view.accessibleDescription())
    return bench


def pdf_text(path: Path) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def test_she_chooses_the_patients_paper_sees_it_in_spanish_and_saves_it(
    qtbot: QtBot, for_patient: Bench
) -> None:
    tab = for_patient.tab
    assert tab.choices.language.isVisible()
    assert not tab.choices.period.isVisible()
    assert not tab.choices.free_text.isChecked()
    assert "The translation into Spanish is not reviewed; the paper says so." in tab.warning_words()
    with qtbot.waitSignal(for_patient.desk.done):
        tab.save.click()
    (path,) = for_patient.folder.iterdir()
    text = pdf_text(path)
    assert "Maria, este es su equipo de atención" in text
    assert "Draft translation, not reviewed" in text
    assert for_patient.done[-1] == f"Paper for the patient saved as {path.name}."
    assert path.name.startswith("care-team-2026-11-20-0930-")


def test_another_language_can_be_chosen_and_is_forgotten_with_the_patient(
    qtbot: QtBot, for_patient: Bench, patient: int
) -> None:
    tab = for_patient.tab
    tab.choices.language.set_value("ht")
    tab.choices.language.chosen.emit("ht")
    qtbot.waitUntil(lambda: "men ekip swen ou" in tab.view.accessibleDescription())
    tab.show_patient(None)
    tab.show_patient(patient)
    qtbot.waitUntil(lambda: "equipo de atención" in tab.view.accessibleDescription())


def test_free_text_is_off_until_she_ticks_it_and_remembered_for_this_kind(
    qtbot: QtBot, for_patient: Bench
) -> None:
    for_patient.tab.choices.free_text.click()
    wait_for_preview(qtbot, for_patient)
    settings = for_patient.desk.read(read_settings)
    assert settings["summary_free_text_patient"] == "yes"
    assert "summary_free_text_clinician" not in settings


def test_the_grade_is_shown_and_a_missing_phone_is_told_until_there_is_one(
    qtbot: QtBot, for_patient: Bench
) -> None:
    tab = for_patient.tab
    assert "reading grade" in tab._status.text()
    assert "No phone for any hour is set" in tab.warning_words()
    for_patient.desk.do(set_setting, AFTER_HOURS_SETTING, "2125550100")
    qtbot.waitUntil(lambda: "(212) 555-0100" in tab.view.accessibleDescription())
    assert "No phone" not in tab.warning_words()


def test_of_somebody_who_died_there_is_no_paper_and_the_page_says_so(
    qtbot: QtBot, for_patient: Bench, patient: int
) -> None:
    draft = StatusDraft(Status.DECEASED, date(2026, 11, 20), "At home")
    for_patient.desk.do(set_status, patient, draft)
    tab = for_patient.tab
    qtbot.waitUntil(lambda: "not in navigation" in tab.view.accessibleDescription())
    tab.save.click()
    assert not list(for_patient.folder.iterdir())
    assert for_patient.failed == []


def test_a_language_without_words_of_ours_gets_english(
    qtbot: QtBot, for_patient: Bench, store: Store, moment: Moment, patient: int
) -> None:
    draft = replace(for_patient.desk.read(draft_of, patient), language="so")
    for_patient.desk.do(amend_patient, patient, draft)
    view = for_patient.tab.view
    qtbot.waitUntil(lambda: "this is your care team" in view.accessibleDescription())


def test_the_warnings_name_the_language_and_what_has_no_words() -> None:
    notes = PatientNotes("Korean", 3.0, ("Music therapist",), is_draft=False, has_phone=True)
    many = Preview((), "", tuple("abcdefghijklmnop"), notes)
    assert warnings_of(many) == (
        (
            "No font here can draw Korean. Do not hand this out: choose English, copy it as text, "
            "or ask for a font in the folder CARETEAM_FONTS."
        ),
        "There are no words in Korean for: Music therapist. They stay in English.",
    )
    english = replace(notes, language="English")
    assert warnings_of(Preview((), "", (), english)) == (
        "In the clinic's own words: Music therapist.",
    )
    assert warnings_of(Preview((), "", ())) == ()

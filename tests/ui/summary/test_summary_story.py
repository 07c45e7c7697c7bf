"""A nurse hands over a summary: chooses what goes in, then saves, prints or copies it."""

import io
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from careteam.domain.contacts import ContactDraft
from careteam.domain.patients import PatientDraft
from careteam.domain.summary import Section
from careteam.storage.writes.contacts import log_contact
from careteam.storage.writes.patients import register_patient
from tests.conftest import NOW
from tests.ui.summary.conftest import Bench, wait_for_preview
from ui.look.fields import LineEdit
from ui.look.sheet import Sheet
from ui.look.theme import Theme

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def log(bench: Bench, patient: int, note: str) -> None:
    draft = ContactDraft(patient, "nurse_navigator", "phone", "reached_patient", NOW, note=note)
    bench.desk.do(log_contact, replace(draft, minutes=12))


def press(qtbot: QtBot, bench: Bench, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    bench.tab.activateWindow()
    qtbot.waitUntil(bench.tab.isActiveWindow)
    qtbot.keyClick(bench.tab, key, modifier)


def pdf_text(path: Path) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def test_she_leaves_a_section_out_and_saves_the_rest_as_pdf(
    qtbot: QtBot, bench: Bench, patient: int
) -> None:
    log(bench, patient, "Slept badly, no fever.")
    bench.tab.choices.ticks[Section.NEXT_STEPS].click()
    with qtbot.waitSignal(bench.desk.done):
        press(qtbot, bench, Qt.Key.Key_S, CTRL)
    (path,) = bench.folder.iterdir()
    text = pdf_text(path)
    assert "DELACRUZ, Maria (Ms)" in text
    assert "Oncology nurse navigator" in text
    assert "Slept badly, no fever." in text
    assert "Joan Ellis, RN, OCN" in text
    assert "Next steps" not in text
    assert bench.done[-1] == f"Summary saved as {path.name}."
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_name_of_the_file_betrays_nobody(qtbot: QtBot, bench: Bench) -> None:
    with qtbot.waitSignal(bench.desk.done):
        bench.tab.save.click()
    (name,) = bench.paper.suggested
    assert name.startswith("care-summary-2026-11-20-0930-")
    assert "delacruz" not in name.casefold()
    assert "482913" not in name


def test_leaving_the_dialog_writes_nothing(bench: Bench) -> None:
    bench.paper.folder = None
    bench.tab.save.click()
    assert not list(bench.folder.iterdir())
    assert bench.tab.save.isEnabled()
    assert bench.done == bench.failed == []


def test_she_prints_the_pages_she_saw(qtbot: QtBot, bench: Bench) -> None:
    with qtbot.waitSignal(bench.desk.done):
        press(qtbot, bench, Qt.Key.Key_P, CTRL)
    (job,) = bench.paper.printed
    assert job.title == "Care summary"
    assert job.pages == [page.svg for page in bench.tab.view.pages]
    assert bench.done == ["Summary sent to the printer."]


def test_leaving_the_print_dialog_says_nothing(qtbot: QtBot, bench: Bench) -> None:
    bench.paper.is_printing = False
    bench.tab.print.click()
    qtbot.waitUntil(bench.tab.print.isEnabled)
    assert bench.done == bench.failed == []


def test_she_pastes_it_as_text_into_the_record(qtbot: QtBot, bench: Bench) -> None:
    press(qtbot, bench, Qt.Key.Key_C, CTRL | SHIFT)
    (text,) = bench.paper.copied
    assert "DELACRUZ, Maria (Ms)" in text
    assert "Induction, day 12 of about 28." in text
    assert bench.done == ["Summary copied as text."]


def test_keys_pressed_in_a_sheet_over_the_page_save_nothing(
    qtbot: QtBot, bench: Bench, look: Theme
) -> None:
    sheet = Sheet(look, "Edit patient", bench.tab)
    line = LineEdit(look)
    sheet.body.addWidget(line)
    bench.tab.activateWindow()
    qtbot.waitUntil(bench.tab.isActiveWindow)
    sheet.open()
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_S, CTRL)
    assert bench.paper.suggested == []
    sheet.close_now()
    qtbot.keyClick(bench.tab, Qt.Key.Key_S, CTRL)
    assert len(bench.paper.suggested) == 1
    qtbot.waitUntil(bench.tab.save.isEnabled)


def test_what_leaves_is_what_is_true_now_not_what_the_preview_showed(
    qtbot: QtBot, bench: Bench, patient: int
) -> None:
    log(bench, patient, "Just now.")
    bench.tab.copy.click()
    assert "Just now." in bench.paper.copied[0]


def test_the_period_cuts_the_contacts(qtbot: QtBot, bench: Bench, patient: int) -> None:
    old = ContactDraft(
        patient,
        "nurse_navigator",
        "phone",
        "reached_patient",
        NOW.replace(month=10),
        note="A month ago.",
    )
    bench.desk.do(log_contact, old)
    log(bench, patient, "Today.")
    bench.tab.choices.period.set_value("7")
    bench.tab.copy.click()
    bench.tab.choices.period.set_value("all")
    bench.tab.copy.click()
    week, everything = bench.paper.copied
    assert "A month ago." not in week
    assert "last 7 days" in week.casefold()
    assert "A month ago." in everything


@pytest.mark.parametrize(("key", "width"), [("a4", 595), ("us-letter", 612)])
def test_the_paper_is_as_chosen(qtbot: QtBot, bench: Bench, key: str, width: int) -> None:
    bench.tab.choices.paper.set_value(key)
    with qtbot.waitSignal(bench.desk.done):
        bench.tab.save.click()
    (path,) = bench.folder.iterdir()
    assert round(pypdf.PdfReader(path).pages[0].mediabox.width) == width


def test_a_folder_that_went_away_is_told_and_nothing_else_happens(
    qtbot: QtBot, bench: Bench
) -> None:
    bench.paper.target = bench.folder / "gone" / "summary.pdf"
    with qtbot.waitSignal(bench.desk.failed):
        bench.tab.save.click()
    assert "is not there. Choose another folder." in bench.failed[0]
    assert bench.tab.isVisible()
    assert bench.tab.save.isEnabled()
    bench.paper.target = None
    with qtbot.waitSignal(bench.desk.done):
        bench.tab.save.click()


def test_without_a_printer_one_sentence_says_so(qtbot: QtBot, bench: Bench) -> None:
    bench.paper.has_printer = False
    with qtbot.waitSignal(bench.desk.failed):
        bench.tab.print.click()
    assert bench.failed == ["No printer is set up here. Save a PDF."]
    assert bench.tab.print.isEnabled()


def test_a_patient_of_whom_nothing_is_known_has_one_correct_page(
    qtbot: QtBot, make_bench: Callable[[], Bench]
) -> None:
    bench = make_bench()
    made = bench.desk.do(register_patient, PatientDraft("7", "Nguyen"))
    assert made is not None
    bench.tab.show_patient(made.made)
    bench.tab.show()
    wait_for_preview(qtbot, bench)
    assert bench.tab.view.page_count == 1
    with qtbot.waitSignal(bench.desk.done):
        bench.tab.save.click()
    (path,) = bench.folder.iterdir()
    text = pypdf.PdfReader(io.BytesIO(path.read_bytes())).pages[0].extract_text()
    assert "NGUYEN" in text
    assert "Care team" not in text

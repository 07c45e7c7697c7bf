"""The preview shows the newest pages of this patient only, at the screen's fineness."""

import subprocess
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from careteam.domain.contacts import ContactDraft
from careteam.domain.kinds import Kind
from careteam.domain.patients import PatientDraft
from careteam.domain.summary import Section
from careteam.storage.writes.contacts import log_contact
from careteam.storage.writes.patients import register_patient
from tests.conftest import NOW
from tests.ui.summary.conftest import Bench, wait_for_preview
from ui.look.theme import Theme, ThemeChoice
from ui.summary.remembered import usual_paper

NO_FONT_HAS = "\U00013000"


def log(bench: Bench, patient: int, note: str) -> None:
    bench.desk.do(
        log_contact,
        ContactDraft(patient, "nurse_navigator", "phone", "reached_patient", NOW, note=note),
    )


def reader_text(bench: Bench) -> str:
    return bench.tab.view.accessibleDescription()


def paper_color(bench: Bench) -> QColor:
    view = bench.tab.view.viewport()
    return QColor(view.grab().toImage().pixel(40, 40))


def test_a_screen_reader_is_given_the_summary_as_text(bench: Bench) -> None:
    assert "DELACRUZ, Maria (Ms)" in reader_text(bench)
    assert bench.tab.view.accessibleName().startswith("Preview of the care summary")


def test_a_logged_contact_appears_while_the_tab_is_open(
    qtbot: QtBot, bench: Bench, patient: int
) -> None:
    log(bench, patient, "Slept badly.")
    assert bench.tab.view.page_count
    qtbot.waitUntil(lambda: "Slept badly." in reader_text(bench), timeout=20_000)


def test_a_hidden_tab_reads_only_when_it_is_seen_again(
    qtbot: QtBot, bench: Bench, patient: int
) -> None:
    bench.tab.hide()
    log(bench, patient, "Slept badly.")
    assert not bench.tab.is_updating
    bench.tab.show()
    qtbot.waitUntil(lambda: "Slept badly." in reader_text(bench), timeout=20_000)


def test_a_change_of_another_patient_makes_nothing_anew(bench: Bench) -> None:
    bench.desk.do(register_patient, PatientDraft("7", "Nguyen"))
    assert not bench.tab.is_updating


def test_no_page_of_the_former_patient_stays_in_sight(qtbot: QtBot, bench: Bench) -> None:
    made = bench.desk.do(register_patient, PatientDraft("7", "Nguyen"))
    assert made is not None
    bench.tab.show_patient(made.made)
    assert bench.tab.view.page_count == 0
    assert reader_text(bench) == ""
    wait_for_preview(qtbot, bench)
    assert "NGUYEN" in reader_text(bench)
    assert "DELACRUZ" not in reader_text(bench)


def test_pages_asked_for_before_the_patient_was_changed_are_not_shown(
    qtbot: QtBot, bench: Bench, patient: int
) -> None:
    made = bench.desk.do(register_patient, PatientDraft("7", "Nguyen"))
    assert made is not None
    bench.tab.show_patient(made.made)
    bench.tab.show_patient(patient)
    bench.tab.show_patient(made.made)
    wait_for_preview(qtbot, bench)
    assert "NGUYEN" in reader_text(bench)


def test_without_a_patient_nothing_can_be_saved(bench: Bench) -> None:
    bench.tab.show_patient(None)
    assert bench.tab.view.page_count == 0
    assert not bench.tab.save.isEnabled()


def test_sections_and_paper_are_as_they_were_left(
    bench: Bench, make_bench: Callable[[], Bench]
) -> None:
    bench.tab.choices.ticks[Section.CONTACTS].click()
    bench.tab.choices.paper._segments["a4"].click()
    again = make_bench().tab.choices.chosen()
    assert Section.CONTACTS not in again.sections
    assert Section.TEAM in again.sections
    assert again.paper == "a4"
    assert bench.done == []


def test_with_every_section_left_out_the_box_about_the_person_stays(
    qtbot: QtBot, bench: Bench, make_bench: Callable[[], Bench]
) -> None:
    for tick in bench.tab.choices.ticks.values():
        tick.click()
    qtbot.waitUntil(lambda: "CARE TEAM" not in reader_text(bench), timeout=20_000)
    assert "DELACRUZ, Maria" in reader_text(bench)
    assert make_bench().tab.choices.chosen().sections == ()


def test_pages_fit_the_width_and_are_drawn_at_the_fineness_of_the_screen(bench: Bench) -> None:
    view = bench.tab.view
    width = view.viewport().width() - 32
    assert view.is_fitted
    assert view.page_images()[0].width() == round(width * view.devicePixelRatioF())


def test_keys_zoom_and_fit(qtbot: QtBot, bench: Bench) -> None:
    view, ctrl = bench.tab.view, Qt.KeyboardModifier.ControlModifier
    bench.tab.activateWindow()
    qtbot.waitUntil(bench.tab.isActiveWindow)
    fitted = view.percent
    qtbot.keyClick(bench.tab, Qt.Key.Key_Plus, ctrl)
    assert view.percent > fitted
    wait_for_preview(qtbot, bench)
    for _ in range(20):
        qtbot.keyClick(bench.tab, Qt.Key.Key_Minus, ctrl)
    assert view.percent == 50
    for _ in range(20):
        qtbot.keyClick(bench.tab, Qt.Key.Key_Plus, ctrl)
    assert view.percent == 300
    assert view.horizontalScrollBar().maximum() > 0
    wait_for_preview(qtbot, bench)
    qtbot.keyClick(bench.tab, Qt.Key.Key_0, ctrl)
    assert (view.percent, view.is_fitted) == (fitted, True)


def test_page_keys_scroll_wherever_the_focus_is(qtbot: QtBot, bench: Bench) -> None:
    bar = bench.tab.view.verticalScrollBar()
    bench.tab.activateWindow()
    bench.tab.save.setFocus()
    qtbot.waitUntil(bench.tab.save.hasFocus)
    qtbot.keyClick(bench.tab.save, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    qtbot.keyClick(bench.tab.save, Qt.Key.Key_PageUp)
    assert bar.value() == 0
    bench.tab.view.setFocus()
    qtbot.keyClick(bench.tab.view, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    qtbot.keyClick(bench.tab.view, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_the_keyboard_goes_through_the_tab_as_it_is_read(bench: Bench) -> None:
    tab, names = bench.tab, []
    widget = tab.nextInFocusChain()
    while widget is not None and widget is not tab:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and tab.isAncestorOf(widget):
            names.append(widget.accessibleName() or getattr(widget, "text", str)())
        widget = widget.nextInFocusChain()
    assert all(names)
    places = [
        next(place for place, name in enumerate(names) if name.startswith(start))
        for start in ("Smaller", "Larger", "Export", "Copy", "Contacts of", "Paper", "Phase")
    ]
    assert places == sorted(places)
    assert names[-1].startswith("Preview of the care summary")


def test_the_paper_stays_white_in_the_dark(qtbot: QtBot, bench: Bench, look: Theme) -> None:
    look.choose(ThemeChoice.DARK)
    assert paper_color(bench) == QColor(Qt.GlobalColor.white)
    edge = QColor(bench.tab.view.viewport().grab().toImage().pixel(4, 4))
    assert edge == look.color("bg")


def test_letters_that_no_font_has_are_named_before_anything_leaves(
    qtbot: QtBot, bench: Bench, patient: int
) -> None:
    log(bench, patient, f"Wrote {NO_FONT_HAS} on the card.")
    qtbot.waitUntil(bench.tab.warning.isVisible, timeout=20_000)
    assert "[U+13000]" in bench.tab.warning_words()


@pytest.mark.parametrize(
    ("name", "paper"),
    [("en_US", "us-letter"), ("fr_CA", "us-letter"), ("en_GB", "a4"), ("C", "us-letter")],
)
def test_the_paper_is_the_one_of_the_country(name: str, paper: str) -> None:
    assert usual_paper(QLocale(name)) == paper


def test_the_typesetter_is_loaded_on_first_use_only() -> None:
    code = "import sys, ui.summary.tab; sys.exit('typst' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_each_kind_shows_only_what_it_takes_and_remembers_its_own(
    bench: Bench, make_bench: Callable[[], Bench]
) -> None:
    choices = bench.tab.choices
    choices.period._segments["7"].click()
    choices.choose_kind(Kind.HANDOFF)
    assert choices.period.isHidden()
    assert choices.ticks == {}
    choices.paper._segments["a4"].click()
    choices.choose_kind(Kind.CLINICIAN)
    assert choices.chosen().paper == "us-letter"
    again = make_bench().tab.choices
    assert (again.chosen().days, again.chosen().paper) == (7, "us-letter")
    again.choose_kind(Kind.HANDOFF)
    assert again.chosen().paper == "a4"

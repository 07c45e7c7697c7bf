"""Words for patients: when to call is changed and reset, a language is reviewed, by keyboard."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from careteam.domain.patient_reviews import OwnWords
from careteam.exports.patient_words import words_in
from careteam.storage.reads.patient_words import own_words
from careteam.storage.store import Store
from tests.ui.paper import FakePaper
from tests.ui.settings.driving import Settings, desk, settings
from ui.look.columns import Words
from ui.look.tables import Table
from ui.look.theme import Theme
from ui.settings.patient_words_section import LanguageRow, PatientWordsSection
from ui.settings.patient_words_sheets import CallSheet, ReviewSheet
from ui.summary.tab import SummaryTab

# fixtures of this clinic
assert desk
assert settings
NAME = "Words for patients"


def kept(store: Store, code: str) -> OwnWords:
    return next(own for own in store.read(own_words) if own.code == code)


def rows_of(table: Table[LanguageRow]) -> list[LanguageRow]:
    return [table.model.row_at(place) for place in range(table.model.rowCount())]


def shown(settings: Settings, code: str, column: str) -> Words:
    table = settings.table(NAME)
    (row,) = [row for row in rows_of(table) if row.own.code == code]
    (found,) = [each for each in table.model.columns if each.key == column]
    cell = found.cell(row)
    assert isinstance(cell, Words)
    return cell


def call_sheet(settings: Settings, code: str) -> CallSheet:
    settings.open("patient_words")
    settings.choose(NAME, code)
    settings.press("Return")
    sheet = settings.sheet()
    assert isinstance(sheet, CallSheet)
    return sheet


def review_sheet(settings: Settings, code: str) -> ReviewSheet:
    settings.open("patient_words")
    settings.choose(NAME, code)
    settings.press("Ctrl+R")
    sheet = settings.sheet()
    assert isinstance(sheet, ReviewSheet)
    return sheet


def labels(sheet: CallSheet | ReviewSheet) -> str:
    return "\n".join(label.text() for label in sheet.findChildren(QLabel))


def test_every_language_says_what_its_papers_say_and_whether_it_was_reviewed(
    settings: Settings,
) -> None:
    settings.open("patient_words")
    assert shown(settings, "ru", "call").text == words_in("ru").say("call", "when")
    assert shown(settings, "ru", "call").sub == "of Careteam"
    assert shown(settings, "ru", "review").text == "Not reviewed"
    assert shown(settings, "en", "review").text == "The original"


def test_the_clinic_writes_its_own_words_sees_their_grade_and_resets_them(
    settings: Settings, store: Store
) -> None:
    sheet = call_sheet(settings, "es")
    said = words_in("es")
    assert said.say("call", "when") in labels(sheet)
    assert said.back["when"] in labels(sheet)
    assert sheet.text.placeholderText() == said.say("call", "when")
    assert not sheet.reset.isEnabled()
    assert sheet.grade.text() == "Reading grade 1.9 (English words)."
    before = sheet.grade.text()
    sheet.text.setFocus()
    settings.type("Llame si tiene 38.3:")
    sheet.english.setFocus()
    settings.type("Subsequently communicate immediately regarding temperature elevation:")
    assert sheet.grade.text() != before
    assert "more than sixth grade" in sheet.grade.text()
    settings.retype("Call if you have 38.3:")
    assert "more than sixth grade" not in sheet.grade.text()
    settings.press("Ctrl+Return")
    assert kept(store, "es").call == "Llame si tiene 38.3:"
    assert shown(settings, "es", "call") == Words("Llame si tiene 38.3:", "the clinic's own words")
    sheet = call_sheet(settings, "es")
    sheet.reset.click()
    settings.press("Ctrl+Return")
    assert kept(store, "es") == OwnWords("es")
    assert settings.desk.undo()
    assert kept(store, "es").english == "Call if you have 38.3:"
    settings.choose(NAME, "es")
    settings.press("Del")
    assert kept(store, "es") == OwnWords("es")


def test_words_without_their_english_are_refused_and_stay_typed(
    settings: Settings, store: Store
) -> None:
    sheet = call_sheet(settings, "ar")
    sheet.text.setFocus()
    settings.type("38.3")
    settings.press("Ctrl+Return")
    assert settings.sheet() is sheet
    assert sheet.text.text_value() == "38.3"
    assert sheet._fields["english"].problem() == "Say in English what these words say."
    assert kept(store, "ar") == OwnWords("ar")


def test_the_english_words_have_one_field_and_their_own_grade(
    settings: Settings, store: Store
) -> None:
    sheet = call_sheet(settings, "en")
    assert sheet.english.isHidden() or not sheet.english.isVisible()
    sheet.text.setFocus()
    settings.type("Call us day or night:")
    assert "Reading grade 0" in sheet.grade.text()
    settings.press("Ctrl+Return")
    assert kept(store, "en").call == "Call us day or night:"


def test_a_review_takes_the_band_away_until_the_words_change(
    settings: Settings, store: Store
) -> None:
    sheet = review_sheet(settings, "es")
    said = words_in("es")
    for line in (*said.back.values(), said.say("people", "first"), said.translated_by):
        assert line in labels(sheet)
    sheet.name.setFocus()
    settings.type("Ana Ruiz")
    settings.press("Ctrl+Return")
    assert sheet._fields["qualification"].problem()
    sheet.qualification.setFocus()
    settings.type("CMI-Spanish")
    settings.press("Ctrl+Return")
    told = shown(settings, "es", "review")
    assert (told.text, told.sub) == ("Ana Ruiz", "20-Nov-2026 · CMI-Spanish")
    sheet = call_sheet(settings, "es")
    sheet.text.set_text("Llame ya:")
    sheet.english.set_text("Call now:")
    settings.press("Ctrl+Return")
    assert shown(settings, "es", "review").text == "Changed since the review"
    again = review_sheet(settings, "es")
    assert "Call now:" in labels(again)
    assert again.name.text() == "Ana Ruiz"
    settings.press("Ctrl+Return")
    assert shown(settings, "es", "review").text == "Ana Ruiz"
    assert settings.desk.undo()
    assert shown(settings, "es", "review").text == "Changed since the review"


def test_a_review_is_taken_back_from_the_menu_and_english_has_none(
    settings: Settings, store: Store
) -> None:
    review_sheet(settings, "ko")
    sheet = settings.sheet()
    assert isinstance(sheet, ReviewSheet)
    sheet.name.setText("Kim Ji")
    sheet.qualification.setText("Court interpreter")
    settings.press("Ctrl+Return")
    section = settings.page.section()
    assert isinstance(section, PatientWordsSection)
    entries = section.languages
    (row,) = [row for row in rows_of(entries.table) if row.own.code == "ko"]
    acts = {act.text(): act for act in entries.menu_for(row).actions()}
    assert "Reset to the words of Careteam" not in acts
    acts["Take the review back"].trigger()
    assert kept(store, "ko").review is None
    assert settings.desk.undo()
    assert kept(store, "ko").review is not None
    (english,) = [row for row in rows_of(entries.table) if row.own.code == "en"]
    assert [act.text() for act in entries.menu_for(english).actions()] == ["Edit when to call…"]


def test_what_is_changed_here_stands_in_the_preview_at_once(
    settings: Settings, look: Theme, patient: int, qtbot: QtBot
) -> None:
    tab = SummaryTab(look, settings.desk, FakePaper())
    qtbot.addWidget(tab)
    tab.resize(668, 690)
    tab.show_patient(patient)
    tab.choices.kind.set_value("patient")
    tab.choices.kind.chosen.emit("patient")
    tab.show()
    told = tab.view.accessibleDescription
    qtbot.waitUntil(lambda: "fiebre de 38.0" in told() and "Draft" in told(), timeout=20_000)
    settings.page.activateWindow()
    qtbot.waitUntil(settings.page.isActiveWindow)
    sheet = call_sheet(settings, "es")
    sheet.text.set_text("Llame ya:")
    sheet.english.set_text("Call now:")
    settings.press("Ctrl+Return")
    qtbot.waitUntil(lambda: "Llame ya:" in told(), timeout=20_000)

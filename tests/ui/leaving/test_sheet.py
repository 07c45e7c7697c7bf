"""The sheet before something leaves: Enter accepts, chips fill in, a password is made or typed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careteam.domain.disclosures import Form, Handed, Purpose
from careteam.domain.moment import Moment
from careteam.domain.patients import PatientDraft, RelatedDraft
from careteam.storage.store import Store
from careteam.storage.writes.patients import register_patient
from tests.conftest import NOW
from ui.desk import Desk
from ui.leaving import password_part
from ui.leaving.asking import Asking
from ui.leaving.password_part import TYPED, clear_if_ours, copy_for_a_while
from ui.leaving.questions import Leaves, Said
from ui.leaving.sheet import LeavingSheet
from ui.look.theme import Theme
from ui.paper import Paper

Open = Callable[..., LeavingSheet]


@pytest.fixture
def desk(store: Store, moment: Moment, navigator: int) -> Desk:
    return Desk(store, lambda: NOW, zone=moment.zone, worker_id=navigator)


@pytest.fixture
def maria(store: Store, moment: Moment) -> int:
    related = (RelatedDraft(name="Rosa Delacruz", relationship="child", may_talk=True),)
    draft = PatientDraft("77", "Delacruz", related=related)
    made = store.do(register_patient, draft, moment=moment, rules=store.rules).made
    assert made is not None
    return made


@pytest.fixture
def heard() -> list[Said]:
    return []


@pytest.fixture
def open_sheet(qtbot: QtBot, look: Theme, desk: Desk, maria: int, heard: list[Said]) -> Open:
    """Opens the real sheet over a window, as a page does; `once` asks only once in a session."""
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 700)
    host.show()
    qtbot.waitExposed(host)
    asking = Asking(look, desk, Paper(), host)

    def ask(form: Form = Form.PDF, patient: int | None = maria, once: bool = False) -> LeavingSheet:
        way = asking.ask_once if once else asking.ask
        way(Leaves("summary", form, "Save the summary as PDF", patient), heard.append)
        return host.findChildren(LeavingSheet)[-1]

    return ask


def test_enter_accepts_what_stands_there(open_sheet: Open, heard: list[Said]) -> None:
    sheet = open_sheet()
    QTest.keyClick(sheet.recipient, Qt.Key.Key_Return)
    assert heard == [Said(Handed("the patient", Purpose.OWN_REQUEST))]
    assert not sheet.isVisible()


def test_a_chip_fills_in_who_and_why_until_why_was_chosen(
    open_sheet: Open, heard: list[Said]
) -> None:
    sheet = open_sheet()
    rosa = next(chip for chip in sheet.chips if chip.chip.text.startswith("Rosa"))
    sheet.purpose.set_value(Purpose.PAYMENT)
    rosa.click()
    assert sheet.purpose.value() == Purpose.OWN_REQUEST
    sheet.purpose.set_value(Purpose.PAYMENT)
    sheet.purpose.chosen.emit(Purpose.PAYMENT)
    rosa.click()
    sheet.go.click()
    assert heard[0].handed.purpose is Purpose.PAYMENT
    assert heard[0].handed.recipient.startswith("Rosa Delacruz")


def test_another_reason_wants_words_and_nobody_is_refused(
    open_sheet: Open, heard: list[Said]
) -> None:
    sheet = open_sheet()
    sheet.recipient.clear()
    sheet.purpose.set_value(Purpose.OTHER)
    sheet.go.click()
    assert sheet.fields["recipient"].problem() == "Say who gets it."
    assert sheet.fields["note"].problem() == "Say in your own words why."
    assert heard == []
    assert sheet.isVisible()


def test_the_last_answer_is_remembered_but_not_the_caregiver_of_another(
    open_sheet: Open, heard: list[Said], desk: Desk, patient: int
) -> None:
    sheet = open_sheet()
    sheet.recipient.setText("Westside Clinic")
    sheet.purpose.set_value(Purpose.TREATMENT)
    sheet.go.click()
    second = open_sheet(patient=patient)
    assert (second.recipient.text(), second.purpose.value()) == ("Westside Clinic", "treatment")
    second.close_now()
    third = open_sheet()
    next(chip for chip in third.chips if chip.chip.text.startswith("Rosa")).click()
    third.go.click()
    assert "Rosa" not in open_sheet(patient=patient).recipient.text()
    assert len(heard) == 2


def test_a_copy_is_asked_for_once_in_a_session(open_sheet: Open, heard: list[Said]) -> None:
    sheet = open_sheet(Form.CLIPBOARD, once=True)
    assert sheet.recipient.text() == "the medical record"
    assert not sheet.password.isVisible()
    sheet.go.click()
    open_sheet(Form.CLIPBOARD, once=True)
    assert heard == [Said(Handed("the medical record", Purpose.TREATMENT))] * 2


def test_a_password_is_made_here_or_typed_twice(open_sheet: Open, heard: list[Said]) -> None:
    sheet = open_sheet()
    sheet.password.tick.click()
    made = sheet.password.made.text()
    assert len(made) == 24
    sheet.go.click()
    assert heard[0].password == made
    typed = open_sheet()
    typed.password.tick.click()
    assert typed.password.made.text() != made
    typed.password.whose.set_value(TYPED)
    typed.password.whose.chosen.emit(TYPED)
    typed.password.password.setText("lantern meadow 41")
    typed.password.again.setText("lantern meadow 42")
    typed.go.click()
    assert typed.fields["again"].problem() == "The two passwords differ."
    typed.password.again.setText("lantern meadow 41")
    typed.go.click()
    assert heard[1].password == "lantern meadow 41"


def test_leaving_the_sheet_lets_nothing_out(open_sheet: Open, heard: list[Said]) -> None:
    sheet = open_sheet()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert heard == []


def test_the_clipboard_is_cleared_only_while_the_password_is_on_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    clipboard = QGuiApplication.clipboard()
    monkeypatch.setattr(password_part, "CLEARED_AFTER_MS", 1)
    copy_for_a_while("k7mf")
    assert clipboard.text() == "k7mf"
    qtbot.waitUntil(lambda: clipboard.text() == "")
    clipboard.setText("a note")
    clear_if_ours("k7mf")
    assert clipboard.text() == "a note"
    clipboard.clear()

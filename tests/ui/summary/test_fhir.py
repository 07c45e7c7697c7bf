"""She saves the summary, or all that is kept, as FHIR."""

import hashlib
import json
import stat

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from careteam.domain.disclosures import Form, Handed, Purpose
from careteam.domain.kinds import Kind
from careteam.domain.summary import Section
from careteam.storage.reads.disclosures import disclosures_of
from careteam.storage.reads.history import history_of
from tests.ui.summary.conftest import Bench
from ui.leaving.questions import Said
from ui.look.buttons import Button

AS_FHIR = Said(Handed("Westside Clinic", Purpose.TREATMENT), form=Form.FHIR)


def test_the_summary_is_saved_as_a_document_with_what_was_chosen(
    qtbot: QtBot, bench: Bench
) -> None:
    bench.tab.choices.ticks[Section.CAREGIVERS].click()
    bench.paper.said = AS_FHIR
    with qtbot.waitSignal(bench.desk.done):
        bench.tab.save.click()
    (asked,) = bench.paper.asked
    assert Form.FHIR in asked.leaves.forms
    (path,) = bench.folder.iterdir()
    told = json.loads(path.read_text("utf-8"))
    kinds = {entry["resource"]["resourceType"] for entry in told["entry"]}
    assert told["type"] == "document"
    assert "CareTeam" in kinds
    assert "RelatedPerson" not in kinds
    assert bench.done[-1] == f"Summary saved as FHIR in {path.name}."
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert bench.paper.titles[-1] == "Save the summary as a FHIR document"


def test_the_whole_record_is_saved_under_a_name_that_betrays_nobody_and_it_is_noted(
    qtbot: QtBot, bench: Bench, patient: int
) -> None:
    with qtbot.waitSignal(bench.desk.done):
        bench.tab.record.click()
    (path,) = bench.folder.iterdir()
    assert json.loads(path.read_text("utf-8"))["type"] == "collection"
    (name,) = bench.paper.suggested
    assert name.startswith("record-2026-11-20-0930-")
    assert "482913" not in name
    history = bench.desk.read(history_of, patient, rules=bench.desk.rules)
    assert history[0].what.startswith("saved the whole record in FHIR as a file")
    (row, *_) = bench.desk.read(disclosures_of, patient)
    assert row.digest == hashlib.sha256(path.read_bytes()).hexdigest()


def test_leaving_the_dialog_saves_nothing_and_notes_nothing(
    qtbot: QtBot, bench: Bench, patient: int
) -> None:
    bench.paper.folder = None
    bench.tab.record.click()
    qtbot.waitUntil(lambda: bench.paper.titles != [] and bench.tab.record.isEnabled())
    assert not list(bench.folder.iterdir())
    assert bench.done == bench.failed == []
    history = bench.desk.read(history_of, patient, rules=bench.desk.rules)
    assert not any("FHIR" in row.what for row in history)


def test_nothing_else_can_leave_while_it_is_made(qtbot: QtBot, bench: Bench) -> None:
    with qtbot.waitSignal(bench.desk.done):
        bench.tab.record.click()
        assert not bench.tab.record.isEnabled()
        assert not bench.tab.save.isEnabled()
    assert bench.tab.record.isEnabled()


def test_a_place_that_refuses_is_told_in_one_sentence(qtbot: QtBot, bench: Bench) -> None:
    bench.paper.target = bench.folder / "gone" / "record.json"
    with qtbot.waitSignal(bench.desk.failed):
        bench.tab.record.click()
    assert bench.failed == [
        f"The folder {bench.folder / 'gone'} is not there. Choose another folder."
    ]


def test_the_whole_record_is_reached_by_keyboard_and_the_document_by_the_form_alone(
    qtbot: QtBot, bench: Bench
) -> None:
    bench.tab.activateWindow()
    qtbot.waitUntil(bench.tab.isActiveWindow)
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    with qtbot.waitSignal(bench.desk.done):
        qtbot.keyClick(bench.tab, Qt.Key.Key_J, modifiers)
    (asked,) = bench.paper.asked
    assert asked.leaves.kind == "fhir_record"
    words = [button.text() for button in bench.tab.findChildren(Button) if button.isVisible()]
    assert [word for word in words if "FHIR" in word] == []


def test_the_handoff_sheet_leaves_as_a_document_of_its_own(
    qtbot: QtBot, bench: Bench, patient: int
) -> None:
    bench.tab.choices.choose_kind(Kind.HANDOFF)
    bench.paper.said = AS_FHIR
    with qtbot.waitSignal(bench.desk.done):
        bench.tab.save.click()
    (path,) = bench.folder.iterdir()
    head = json.loads(path.read_text("utf-8"))["entry"][0]["resource"]
    assert head["title"] == "Handoff sheet"
    assert path.name.startswith("handoff-")
    assert bench.done[-1] == f"Paper saved as FHIR in {path.name}."
    (row, *_) = bench.desk.read(disclosures_of, patient)
    assert (row.kind, row.form) == ("handoff", Form.FHIR)


def test_a_paper_for_the_patient_offers_no_form_in_fhir(bench: Bench) -> None:
    bench.tab.choices.choose_kind(Kind.PATIENT)
    bench.paper.is_answering = False
    bench.tab.save.click()
    (asked,) = bench.paper.asked
    assert Form.FHIR not in asked.leaves.forms

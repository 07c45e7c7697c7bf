"""A nurse exports the summaries of everybody on her list, and can stop it."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careteam.domain.disclosures import Form, Handed, Purpose
from careteam.domain.kinds import Kind
from careteam.domain.patients import PatientDraft
from careteam.storage.reads.disclosures import disclosures_of
from careteam.storage.reads.patient_filter import PatientFilter
from careteam.storage.writes.patients import register_patient
from tests.ui.paper import FakePaper
from ui.desk import Desk
from ui.leaving.questions import Said
from ui.look.theme import Theme
from ui.patients.batch_sheet import BatchSheet, _Finished, _told

SAID = Said(Handed("Westside Clinic", Purpose.TREATMENT), form=Form.HTML)


@pytest.fixture
def sheet(
    look: Theme, desk: Desk, host: QWidget, patient: int, tmp_path: Path
) -> Iterator[BatchSheet]:
    for number in range(3):
        desk.do(register_patient, PatientDraft(f"9{number}", f"Person{number}"))
    paper = FakePaper(tmp_path / "out")
    paper.said = SAID
    made = BatchSheet(look, desk, paper, PatientFilter(), host)
    made.open()
    yield made
    made._stop()


def test_everybody_of_the_list_is_exported_and_the_strip_says_so(
    sheet: BatchSheet, desk: Desk, qtbot: QtBot, tmp_path: Path, patient: int
) -> None:
    said: list[str] = []
    desk.done.connect(lambda done: said.append(done.sentence))
    sheet.choices.choose_kind(Kind.TREATMENT)
    sheet.go.click()
    qtbot.waitUntil(lambda: said != [], timeout=60_000)
    (sentence,) = said
    assert sentence.startswith("4 file")
    assert "in the folder out" in sentence
    assert len(list((tmp_path / "out").glob("*-treatment-summary-*.html"))) == 4
    (report,) = (tmp_path / "out").glob("report-*.csv")
    rows = list(csv.reader(report.read_text("utf-8-sig").splitlines()))
    assert [row[3] for row in rows[1:]] == ["yes"] * 4
    (entry, *_) = desk.read(disclosures_of, patient)
    assert (entry.kind, entry.form, entry.recipient) == (
        "treatment",
        Form.HTML,
        "Westside Clinic",
    )
    assert not sheet.isVisible()


def test_letters_that_no_font_has_are_counted_when_it_is_done() -> None:
    told = _told(_Finished(5, 0, is_stopped=False, folder="out", spelled=2))
    assert told.startswith("5 file(s) are in the folder out.")
    assert "letters that no font here can draw; the report there names them." in told
    assert "no font" not in _told(_Finished(5, 0, is_stopped=False, folder="out"))


@pytest.mark.parametrize(
    ("kind", "has_fhir"), [(Kind.CLINICIAN, True), (Kind.HANDOFF, True), (Kind.CARD, False)]
)
def test_one_question_holds_for_all_and_offers_fhir_where_the_paper_has_it(
    sheet: BatchSheet, kind: Kind, has_fhir: bool
) -> None:
    sheet.choices.choose_kind(kind)
    paper = sheet._paper
    assert isinstance(paper, FakePaper)
    paper.is_answering = False
    sheet.go.click()
    (asked,) = paper.asked
    assert asked.leaves.patient_id is None
    assert (Form.FHIR in asked.leaves.forms) is has_fhir
    assert Form.PDF in asked.leaves.forms
    assert not sheet.is_running


def test_leaving_the_sheet_stops_it_and_keeps_what_was_made(
    sheet: BatchSheet, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[str] = []
    desk.done.connect(lambda done: said.append(done.sentence))
    sheet.go.click()
    assert sheet.is_running
    sheet.cancel.click()
    qtbot.waitUntil(lambda: not sheet.is_running, timeout=60_000)
    made = list((tmp_path / "out").glob("*.html"))
    (report,) = (tmp_path / "out").glob("report-*.csv")
    assert len(report.read_text("utf-8-sig").splitlines()) == len(made) + 1
    assert "in the folder out" in said[0]

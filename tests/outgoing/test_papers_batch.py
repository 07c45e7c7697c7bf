"""Papers of many patients: all of a list, one bad one told and passed over, a stop, a report."""

import csv
import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import fhirkit
import pytest
from sqlalchemy import text

from careteam.domain.disclosures import Form, Handed, Purpose
from careteam.domain.kinds import Kind, PaperWish
from careteam.domain.moment import Moment
from careteam.domain.patients import PatientDraft
from careteam.exports import typesetting
from careteam.outgoing.papers_batch import COLUMNS, Batch, patients_asked, write_batch
from careteam.storage.reads.patient_filter import PatientFilter
from careteam.storage.store import Store
from careteam.storage.writes.patients import register_patient

HANDED = Handed("Westside Clinic", Purpose.TREATMENT)


@pytest.fixture
def batch(store: Store, patient: int, moment: Moment, tmp_path: Path) -> Batch:
    for number in range(4):
        draft = PatientDraft(f"9{number}", f"Person{number}")
        store.do(register_patient, draft, moment=moment, rules=store.rules)
    patients = patients_asked(store, PatientFilter(), moment=moment, rules=store.rules)
    wish = PaperWish(Kind.CLINICIAN, ("team",))
    return Batch(patients, wish, Form.TEXT, HANDED, tmp_path / "out")


def report_of(path: Path) -> list[list[str]]:
    return list(csv.reader(path.read_text("utf-8-sig").splitlines()))


def registered(store: Store) -> list[tuple[int, str, str]]:
    sql = "SELECT patient_id, form, recipient FROM disclosure ORDER BY id"
    return [tuple(row) for row in store.read(lambda session: session.execute(text(sql)).all())]


def test_everybody_of_the_list_has_a_paper_and_a_line_in_the_register(
    store: Store, batch: Batch, moment: Moment
) -> None:
    steps: list[tuple[int, int]] = []
    done = write_batch(
        store,
        batch,
        moment=moment,
        rules=store.rules,
        report=lambda now, total: steps.append((now, total)) is None,
    )
    assert (done.made, done.left_out, done.is_stopped) == (5, 0, False)
    assert steps == [(number, 5) for number in range(5)]
    papers = sorted(batch.folder.glob("*.txt"))
    assert len(papers) == 5
    whole = "".join(path.read_text() for path in papers)
    assert all(f"PERSON{number}" in whole for number in range(4))
    names = "".join(path.name.casefold() for path in papers)
    assert not any(word in names for word in ("person", "delacruz", "482913"))
    rows = report_of(done.report)
    assert tuple(rows[0]) == COLUMNS
    assert [row[2] for row in rows[1:]] == [path.name for path in papers]
    assert registered(store) == [(one, "text", "Westside Clinic") for one, _ in batch.patients]


@pytest.mark.parametrize("kind", [Kind.CLINICIAN, Kind.HANDOFF, Kind.TREATMENT])
def test_papers_of_many_leave_as_a_fhir_document_each(
    kind: Kind, store: Store, batch: Batch, moment: Moment
) -> None:
    asked = replace(batch, wish=PaperWish(kind), form=Form.FHIR)
    done = write_batch(store, asked, moment=moment, rules=store.rules)
    assert (done.made, done.left_out) == (5, 0)
    for path in batch.folder.glob("*.json"):
        assert fhirkit.validate(path.read_bytes()) == []
        assert json.loads(path.read_bytes())["type"] == "document"
    assert [form for _, form, _ in registered(store)] == ["fhir"] * 5
    names = "".join(path.name.casefold() for path in batch.folder.iterdir())
    assert not any(word in names for word in ("person", "delacruz", "482913"))


def test_one_bad_patient_is_told_and_never_stops_the_rest(
    store: Store, batch: Batch, moment: Moment
) -> None:
    bad = replace(batch, patients=(batch.patients[0], (404, "gone"), batch.patients[1]))
    done = write_batch(store, bad, moment=moment, rules=store.rules)
    assert (done.made, done.left_out) == (2, 1)
    row = report_of(done.report)[2]
    assert row[1:4] == ["gone", "", "no"]
    assert row[4]
    assert 404 not in [one for one, _, _ in registered(store)]


UNDRAWN = "\U00013000"
"""A letter that no font of ours and few machines have."""


def test_letters_that_no_font_has_are_told_before_the_paper_is_there_and_in_the_report(
    store: Store, batch: Batch, moment: Moment
) -> None:
    (first, _), *_ = batch.patients
    draft = PatientDraft("99", f"Wong{UNDRAWN}")
    odd = store.do(register_patient, draft, moment=moment, rules=store.rules).made
    assert odd is not None
    told: list[tuple[int, tuple[str, ...], int]] = []

    def warn(number: int, spelled: tuple[str, ...]) -> None:
        told.append((number, spelled, len(list(batch.folder.glob("*.pdf")))))

    some = replace(batch, form=Form.PDF, patients=((first, "a"), (odd, "b")))
    done = write_batch(store, some, moment=moment, rules=store.rules, warn=warn)
    assert (done.made, done.left_out, done.spelled) == (2, 0, 1)
    ((number, spelled, there),) = told
    assert (number, there) == (2, 1)
    assert spelled == ("[U+13000]",)
    rows = report_of(done.report)
    assert [row[6] for row in rows] == ["Spelled out", "", " ".join(spelled)]
    as_text = write_batch(
        store, replace(some, form=Form.HTML), moment=moment, rules=store.rules, warn=warn
    )
    assert (as_text.made, as_text.spelled, len(told)) == (2, 0, 1)


def test_a_script_that_no_font_draws_stays_out_and_never_stops_the_rest(
    store: Store, batch: Batch, moment: Moment, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a machine without any font for Korean."""
    (one, mrn), *_ = batch.patients

    def nothing(texts: Iterable[str], *, with_system: bool) -> set[str]:
        return {text for text in texts if any("가" <= char <= "힣" for char in text)}

    monkeypatch.setattr(typesetting, "undrawable", nothing)
    wish = PaperWish(Kind.PATIENT, language="ko")
    some = replace(batch, form=Form.PDF, wish=wish, patients=((one, mrn),))
    done = write_batch(store, some, moment=moment, rules=store.rules)
    assert (done.made, done.left_out) == (0, 1)
    assert report_of(done.report)[1][4].startswith("No font on this machine can draw Korean.")


def test_a_stop_keeps_what_was_made_and_tells_it(
    store: Store, batch: Batch, moment: Moment
) -> None:
    done = write_batch(
        store, batch, moment=moment, rules=store.rules, report=lambda now, _total: now < 2
    )
    assert (done.made, done.is_stopped) == (2, True)
    assert len(report_of(done.report)) == 3
    assert len(registered(store)) == 2


def test_beside_protected_papers_the_report_names_nobody(
    store: Store, batch: Batch, moment: Moment
) -> None:
    some = replace(
        batch, form=Form.PDF, password="seven small green herons", patients=batch.patients[:1]
    )
    done = write_batch(store, some, moment=moment, rules=store.rules)
    (paper,) = batch.folder.glob("*.pdf")
    assert b"/Encrypt" in paper.read_bytes()
    assert report_of(done.report)[1][1] == ""

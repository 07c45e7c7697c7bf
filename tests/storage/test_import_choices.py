"""Nothing is guessed and nothing entered here is overwritten; what is asked waits for an answer."""

from dataclasses import replace
from pathlib import Path

import pytest

from careteam.domain.dates import PartialDate
from careteam.domain.incoming import Severity
from careteam.domain.intake.preview import Happens
from careteam.domain.intake.report import Choice, Did, Take
from careteam.domain.moment import Moment
from careteam.domain.patients import PatientDraft
from careteam.domain.phones import Phone
from careteam.storage.importing import run_import
from careteam.storage.reads.patient_form import draft_of
from careteam.storage.store import Store
from careteam.storage.tables import (
    PatientIdentifierRecord,
    PatientPhoneRecord,
    PatientRecord,
)
from tests.imports.resources import (
    visit,
    written,
)
from tests.storage.importing import (
    APART,
    JOIN,
    amend,
    ana,
    bring_in,
    count,
    dump,
    one,
    only_row,
    phone,
    preview_of,
    read_in,
    register,
    rows,
    told,
)

ANA = PatientDraft("9", "Reyes", "Ana", birth_date=PartialDate(1981, 3, 14), email="ana@here.org")


def test_what_the_nurse_changed_is_kept_and_told_until_both_agree(
    store: Store, moment: Moment, tmp_path: Path
) -> None:
    bring_in(store, moment, written(tmp_path, ana(address=[{"city": "Albany"}])))
    (patient,) = rows(store, PatientRecord, "id")[0]
    amend(
        store, moment, patient, address=replace(store.read(draft_of, patient).address, city="Troy")
    )
    later = written(tmp_path, ana(address=[{"city": "Boston"}], gender="female"))
    row = only_row(store, moment, later)
    assert (row.happens, row.changed, row.kept) == (Happens.UPDATE, ("sex",), ("address",))
    assert "changed here and kept: address" in row.found
    kept = "Changed here, told otherwise in the file, and kept: address."
    assert kept in told(store, moment, later)
    assert one(store, PatientRecord, "address_city", "sex") == ("Troy", "female")
    before = dump(store)
    assert kept in told(store, moment, later)
    assert dump(store) == before
    amend(
        store,
        moment,
        patient,
        address=replace(store.read(draft_of, patient).address, city="Boston"),
    )
    assert kept not in told(store, moment, later)
    bring_in(store, moment, written(tmp_path, ana(address=[{"city": "Utica"}])))
    assert one(store, PatientRecord, "address_city") == "Utica"


def test_a_local_change_stands_while_the_file_says_nothing_new(
    store: Store, moment: Moment, tmp_path: Path
) -> None:
    path = written(tmp_path, ana())
    bring_in(store, moment, path)
    (patient,) = rows(store, PatientRecord, "id")[0]
    amend(store, moment, patient, given="Ana Lucía", email="ana@here.org", phones=())
    before = dump(store)
    assert only_row(store, moment, path).happens is Happens.SAME
    bring_in(store, moment, path)
    assert dump(store) == before


def test_what_a_later_file_leaves_empty_erases_nothing(
    store: Store, moment: Moment, tmp_path: Path
) -> None:
    full = {"address": [{"city": "Albany"}], "gender": "female", "deceasedBoolean": False}
    bring_in(
        store, moment, written(tmp_path, ana(**full), visit(subject={"reference": "Patient/p7"}))
    )
    before = dump(store)
    bare = ana(telecom=[])
    del bare["birthDate"]
    bring_in(store, moment, written(tmp_path, bare))
    after = dump(store)
    assert {name for name in before if before[name] != after[name]} <= {
        "patient_source",
        "import_run",
        "audit",
    }


def test_a_number_with_a_note_of_the_nurse_stays_though_the_file_drops_it(
    store: Store, moment: Moment, tmp_path: Path
) -> None:
    bring_in(
        store,
        moment,
        written(tmp_path, ana(telecom=[phone("212-555-0110"), phone("212-555-0111")])),
    )
    (patient,) = rows(store, PatientRecord, "id")[0]
    noted = Phone("212-555-0110", best_time="after 4 pm", may_leave_message=True)
    amend(store, moment, patient, phones=(noted, Phone("212-555-0111"), Phone("212-555-0190")))
    said = told(store, moment, written(tmp_path, ana(telecom=[phone("212-555-0112")])))
    assert "Changed here, told otherwise in the file, and kept: phone." in said
    numbers = rows(store, PatientPhoneRecord, "number", "best_time")
    assert numbers == [("212-555-0110", "after 4 pm"), ("212-555-0190", ""), ("212-555-0112", "")]


def test_the_same_name_and_birth_date_under_another_number_is_asked(
    store: Store, moment: Moment, tmp_path: Path
) -> None:
    here = register(store, moment, ANA)
    path = written(tmp_path, ana())
    row = only_row(store, moment, path)
    assert (row.happens, row.patient_id) == (Happens.ASK, here)
    assert row.found == "same name and birth date as REYES, Ana, MRN 9"
    before = dump(store)
    report = bring_in(store, moment, path)
    assert dump(store) == before
    (done,) = report.patients
    assert done.did is Did.ASKED
    assert done.sentence == (
        "Same person? Same name and birth date as REYES, Ana, MRN 9: join them or keep apart."
    )
    assert not report.is_whole


def test_whoever_is_joined_keeps_what_stands_here_and_gets_what_is_missing(
    store: Store, moment: Moment, tmp_path: Path
) -> None:
    here = register(store, moment, ANA)
    mail = {"system": "email", "value": "ana@there.org"}
    path = written(tmp_path, ana(gender="female", telecom=[phone("212-555-0110"), mail]))
    report = bring_in(store, moment, path, **{"7": JOIN})
    assert [done.did for done in report.patients] == [Did.JOINED]
    assert one(store, PatientRecord, "id", "mrn", "sex", "email") == (
        here,
        "9",
        "female",
        "ana@here.org",
    )
    assert one(store, PatientPhoneRecord, "number") == "212-555-0110"
    before = dump(store)
    assert only_row(store, moment, path).happens is Happens.SAME
    bring_in(store, moment, path)
    assert dump(store) == before


def test_whoever_is_kept_apart_is_never_asked_about_again(
    store: Store, moment: Moment, tmp_path: Path
) -> None:
    register(store, moment, ANA)
    path = written(tmp_path, ana())
    bring_in(store, moment, path, **{"7": APART})
    assert [mrn for (mrn,) in rows(store, PatientRecord, "mrn")] == ["9", "7"]
    assert only_row(store, moment, path).happens is Happens.SAME


def test_one_record_number_of_two_systems_is_asked_and_can_stand_twice(
    store: Store, moment: Moment, tmp_path: Path
) -> None:
    bring_in(store, moment, written(tmp_path, ana()))
    other = ana(system="urn:oid:1.2.3", name=[{"family": "Okafor", "given": ["Ben"]}])
    path = written(tmp_path, other, name="other.json")
    row = only_row(store, moment, path)
    assert row.happens is Happens.ASK
    assert row.found == "the MRN 7 is that of REYES, Ana here"
    report = bring_in(store, moment, path, **{"7": APART})
    assert "The MRN 7 is taken here: this patient stands as 7@1.2.3." in [
        finding.sentence for finding in report.findings
    ]
    assert rows(store, PatientRecord, "mrn", "family") == [("7", "Reyes"), ("7@1.2.3", "Okafor")]
    before = dump(store)
    bring_in(store, moment, path)
    bring_in(store, moment, written(tmp_path, ana()))
    assert dump(store) == before


def test_a_number_that_now_belongs_to_another_name_is_asked_once(
    store: Store, moment: Moment, tmp_path: Path
) -> None:
    bring_in(store, moment, written(tmp_path, ana()))
    path = written(tmp_path, ana(name=[{"family": "Okafor", "given": ["Ben"]}]))
    row = only_row(store, moment, path)
    assert row.happens is Happens.ASK
    assert row.found == "the record number 7 belongs to REYES, Ana here"
    bring_in(store, moment, path, **{"7": JOIN})
    assert one(store, PatientRecord, "family") == "Okafor"
    assert only_row(store, moment, path).happens is Happens.SAME


def test_two_rows_of_one_file_with_one_name_are_asked_about_each_other(
    store: Store, moment: Moment, tmp_path: Path
) -> None:
    path = written(tmp_path, ana(), ana("8", name=[{"family": "REYES", "given": ["Aña"]}]))
    first, second = preview_of(store, moment, path).rows
    assert (first.happens, second.happens, second.same_as) == (Happens.ADD, Happens.ASK, first.key)
    assert second.found == "same name and birth date as REYES, Ana, MRN 7"
    report = bring_in(store, moment, path, **{"8": JOIN})
    assert [done.did for done in report.patients] == [Did.ADDED, Did.JOINED]
    assert one(store, PatientRecord, "mrn") == "7"
    assert {value for (value,) in rows(store, PatientIdentifierRecord, "value")} == {"7", "8"}


def test_joining_somebody_who_is_gone_is_told_and_does_not_stop_the_rest(
    store: Store, moment: Moment, tmp_path: Path
) -> None:
    path = written(tmp_path, ana(), ana("8", name=[{"family": "Okafor"}]))
    report = bring_in(store, moment, path, **{"7": Choice(Take.JOIN, 99)})
    assert [done.did for done in report.patients] == [Did.REFUSED, Did.ADDED]
    assert "no longer in the database" in report.patients[0].sentence


def test_a_patient_who_cannot_stand_does_not_keep_the_others_out(
    store: Store, moment: Moment, tmp_path: Path
) -> None:
    future = ana("8", name=[{"family": "Okafor"}], birthDate="2031-05-01")
    incoming = read_in(
        store, moment, written(tmp_path, ana(), future, ana("5", name=[{"family": "Wu"}]))
    )
    broken = replace(incoming.patients[2], family="x" * 300)
    incoming = replace(incoming, patients=(*incoming.patients[:2], broken))
    report = run_import(store, incoming, {}, moment=moment)
    assert [done.did for done in report.patients] == [Did.ADDED, Did.ADDED, Did.REFUSED]
    assert "too long" in report.patients[2].sentence
    assert rows(store, PatientRecord, "family", "birth_date") == [
        ("Reyes", "1981-03-14"),
        ("Okafor", ""),
    ]
    said = [finding.sentence for finding in report.findings]
    assert "The birth date lies in the future. Left empty." in said


def test_stopping_keeps_those_who_are_in_and_says_who_is_not(
    store: Store, moment: Moment, tmp_path: Path
) -> None:
    names = ("Reyes", "Okafor", "Wu")
    people = [ana(str(n), name=[{"family": name}]) for n, name in enumerate(names, start=1)]
    path = written(tmp_path, *people)
    steps: list[tuple[int, int]] = []

    def _until_two(done: int, total: int) -> bool:
        steps.append((done, total))
        return done < 2

    report = run_import(store, read_in(store, moment, path), {}, moment=moment, progress=_until_two)
    assert steps == [(0, 3), (1, 3), (2, 3)]
    assert report.is_cancelled
    assert [done.did for done in report.patients] == [Did.ADDED, Did.ADDED, Did.NOT_REACHED]
    assert count(store, PatientRecord) == 2
    again = bring_in(store, moment, path)
    assert [done.did for done in again.patients] == [Did.SAME, Did.SAME, Did.ADDED]


def test_a_database_that_is_busy_stops_the_import_with_one_sentence(
    store: Store, moment: Moment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("careteam.storage.engine.BUSY_SECONDS", 0.05)
    incoming = read_in(store, moment, written(tmp_path, ana()))
    other, mine = store.again(), store.again()
    with other._session(writes=True) as session:
        session.connection()
        report = run_import(mine, incoming, {}, moment=moment)
    assert report.stopped.startswith("Another program is writing to the database.")
    assert [done.did for done in report.patients] == [Did.NOT_REACHED]
    assert not report.is_whole
    other.close()
    mine.close()


def test_what_is_left_out_of_a_patient_is_told_as_left_out(
    store: Store, moment: Moment, tmp_path: Path
) -> None:
    register(store, moment, ANA)
    report = bring_in(store, moment, written(tmp_path, ana()))
    severities = {
        finding.severity for finding in report.findings if "Same person?" in finding.sentence
    }
    assert severities == {Severity.LEFT_OUT}

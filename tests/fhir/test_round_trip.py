"""What leaves comes back: into an empty database it is equal, into its own it changes nothing."""

import shutil
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import fhirkit
import pytest

from careteam.domain.intake.report import Did, Kind, Take
from careteam.domain.kept import (
    KeptAlert,
    KeptConference,
    KeptConsent,
    KeptDecline,
    KeptDiseaseStatus,
    KeptEnrolment,
    KeptEscalation,
    KeptFinding,
    KeptItem,
    KeptMilestone,
    KeptOverlay,
    KeptParts,
    KeptPhase,
    KeptProfile,
    KeptStatus,
    KeptStay,
    KeptTreatment,
    KeptVisit,
    KeptWork,
)
from careteam.domain.moment import Moment
from careteam.domain.record import WholeRecord
from careteam.exports.fhir.record import record_bundle
from careteam.exports.fhir.writing import as_bytes
from careteam.imports.fhir.reader import read_files
from careteam.storage.engine import Key
from careteam.storage.reads.imports import compare
from careteam.storage.reads.record import all_patient_ids
from careteam.storage.store import Store
from careteam.storage.writes.settings import set_setting
from tests.conftest import ADMIN, copy_database
from tests.fhir.conftest import SUNDAY, Leaving, NewStore
from tests.fhir.returning import named_alike, take, texts, written
from tests.imports.resources import real
from tests.storage.importing import dump
from tests.storage.test_kept_columns import kept, plain

REAL = (
    "oncology",
    "documents",
    "synthea-2019",
    "synthea-2020",
    "synthea-2024",
    "us-core-server/bulk",
    "us-core-examples",
)
UID = "01a22303-5dde-7000-8000-{:012}"
DAY = timedelta(days=1)


def test_the_invented_clinic_is_equal_in_an_empty_database(
    demo: Leaving, new_store: NewStore, tmp_path: Path
) -> None:
    folder = written(demo, tmp_path / "out")
    other = named_alike(new_store(), demo)
    report = take(other.store, demo.moment, folder)
    assert report.count(Did.ADDED) == len(demo.records())
    mine, theirs = texts(demo, "amendments"), texts(other, "amendments")
    assert mine.keys() == theirs.keys()
    for mrn, text in mine.items():
        assert theirs[mrn] == text, mrn
    for id_ in other.store.read(all_patient_ids):
        assert kept(other.store, id_) == plain(other.store, id_)
    before = dump(other.store)
    again = take(other.store, demo.moment, folder)
    assert (again.made, again.updated) == ((), ())
    assert dump(other.store) == before


def test_a_clinic_that_reads_its_own_record_changes_nothing_that_leaves(
    demo: Leaving, empty_database: tuple[Path, Key], tmp_path: Path
) -> None:
    path = tmp_path / "own.db"
    _copy(demo.store, path)
    own = Leaving(Store.open(path, empty_database[1], now=SUNDAY, who=ADMIN), demo.moment)
    folder = written(demo, tmp_path / "out")
    before = texts(own)
    report = take(own.store, demo.moment, folder)
    assert (report.made, report.updated) == ((), ())
    assert Counter(each.did for each in report.patients) == {Did.SAME: len(before)}
    assert texts(own) == before
    own.store.close()


def _copy(store: Store, path: Path) -> None:
    store.read(lambda session: session.connection().exec_driver_sql("PRAGMA wal_checkpoint"))
    copy_database(store.path, path)
    for suffix in ("-wal", "-shm"):
        beside = Path(f"{store.path}{suffix}")
        if beside.exists():
            shutil.copyfile(beside, f"{path}{suffix}")


@pytest.mark.parametrize("name", REAL)
def test_a_real_file_that_came_in_leaves_and_comes_back_equal(
    name: str, new_store: NewStore, moment: Moment, tmp_path: Path
) -> None:
    first = Leaving(new_store(), moment)
    take(first.store, moment, real(name), take=Take.APART)
    first.store.do(set_setting, "namespace", "urn:oid:2.999.1", moment=moment, rules=first.rules)
    folder = written(first, tmp_path / "out")
    second = named_alike(new_store(), first)
    take(second.store, moment, folder, take=Take.APART)
    assert texts(second) == texts(first)
    again = take(second.store, moment, folder)
    assert (again.made, again.updated) == ((), ())


def test_one_bundle_gives_the_patient_with_all_parts(
    demo: Leaving, maria: WholeRecord, new_store: NewStore, tmp_path: Path
) -> None:
    path = tmp_path / "maria.json"
    path.write_bytes(as_bytes(record_bundle(maria, demo.rules)))
    other = named_alike(new_store(), demo)
    report = take(other.store, demo.moment, path)
    assert report.count_made(Kind.ENTRY) == maria.parts.count
    (record,) = other.records()
    assert record.parts.barriers == maria.parts.barriers
    assert record.parts.referrals == maria.parts.referrals
    assert record.parts.offers == maria.parts.offers
    assert record.parts.profiles == maria.parts.profiles
    assert record.contacts == tuple(replace(each, amendments=0) for each in maria.contacts)
    assert set(record.team) == set(maria.team)


def test_every_kind_of_part_comes_back_as_it_left(
    demo: Leaving, maria: WholeRecord, new_store: NewStore, tmp_path: Path
) -> None:
    by, at = maria.people[0].uid, maria.contacts[0].at
    day = date(2026, 11, 10)
    parts = KeptParts(
        phases=(KeptPhase("induction", day, day), KeptPhase("consolidation", day)),
        escalations=(
            KeptEscalation(UID.format(1), "fever", at, 385, True, "Since noon", "Line", by=by),
            KeptEscalation(
                UID.format(2), "fever", at, told_who="Dr Weiss", told_at=at, advice="Come\nin"
            ),
        ),
        declines=(KeptDecline("chaplain", day, "not_now", "Later", day, "maintenance"),),
        conferences=(KeptConference(day, "Transplant?", "Yes,\nsoon", by=by),),
        checklist=(KeptItem("checklist_hct", "dental", "done", "Dr Fox", by),),
        stays=(
            KeptStay(UID.format(3), "emergency", day, reason="Fever", by=by),
            KeptStay(UID.format(4), "inpatient", day, day, is_planned=True, place="6 West"),
        ),
        treatments=(KeptTreatment(UID.format(5), "chemotherapy", "x", "stopped", day, day, "y"),),
        overlays=(KeptOverlay("tki", day, day, "z", by), KeptOverlay("tki", day + DAY)),
        milestones=(
            KeptMilestone(UID.format(6), "mrd", "MRD", day, None, "", "left_out", "moved", by),
            KeptMilestone(UID.format(7), "cbc", "", None, day, "normal", "done"),
        ),
        profiles=(KeptProfile("", "not_yet_set", has_directive=False, preferences="a\nb"),),
        alerts=(KeptAlert("other", "Latex", None, day), KeptAlert("isolation", "", day)),
        disease=(KeptDiseaseStatus(day, "in_remission", "", "n", by),),
        findings=(KeptFinding("concern", "fall", None, None, "stairs", by),),
        work=(
            KeptWork(UID.format(8), "PIN", "forms", 25, at, "care_coordination", "a\nb", by),
            KeptWork(UID.format(9), "CHI", "chart_review", 1440, at),
        ),
        states=(
            KeptStatus("active", day),
            KeptStatus("closed", day, "Moved", by),
            KeptStatus("active", day),
        ),
        enrolments=(
            KeptEnrolment(UID.format(10), "PIN", day, day + DAY, "moved", by, "", by),
            KeptEnrolment(UID.format(11), "PIN", day + DAY, None, "", by, by),
            KeptEnrolment(UID.format(12), "CHI", day, day, "undone at once"),
        ),
        consents=(
            KeptConsent(UID.format(13), "PIN", day, "written", "Ana (daughter)", by),
            KeptConsent(UID.format(14), "CHI", day),
        ),
        visits=(
            KeptVisit(UID.format(15), "PIN", day, "office_visit", by, by),
            KeptVisit(UID.format(16), "CHI", day, "office_visit"),
        ),
    )
    kept = replace(maria, contacts=(), parts=parts)
    path = tmp_path / "kinds.json"
    path.write_bytes(as_bytes(record_bundle(kept, demo.rules)))
    assert fhirkit.validate(path.read_bytes()) == []
    store = new_store()
    report = take(store, demo.moment, path)
    assert [each.sentence for each in report.findings if each.severity == "left_out"] == []
    (record,) = Leaving(store, demo.moment).records()
    for kind in KeptParts.__dataclass_fields__:
        told, back = getattr(parts, kind), getattr(record.parts, kind)
        assert set(map(repr, back)) == set(map(repr, told)), kind
    again = take(store, demo.moment, path)
    assert (again.made, again.updated) == ((), ())


def test_a_clinic_with_other_words_leaves_out_what_it_does_not_know_and_says_so(
    demo: Leaving, maria: WholeRecord, new_store: NewStore, tmp_path: Path
) -> None:
    barrier = replace(maria.parts.barriers[0], category="parking")
    kept = replace(maria, parts=KeptParts(barriers=(barrier,)))
    path = tmp_path / "words.json"
    path.write_bytes(as_bytes(record_bundle(kept, demo.rules)))
    store = new_store()
    report = take(store, demo.moment, path)
    assert any("is not in the clinic's lists" in each.sentence for each in report.findings)
    (record,) = Leaving(store, demo.moment).records()
    assert record.parts.barriers == ()


def test_what_was_taken_back_is_not_taken_in_and_it_is_said(
    demo: Leaving, records: tuple[WholeRecord, ...], new_store: NewStore, tmp_path: Path
) -> None:
    record = next(each for each in records if any(one.is_retracted for one in each.contacts))
    path = tmp_path / "one.json"
    path.write_bytes(as_bytes(record_bundle(record, demo.rules)))
    store = new_store()
    report = take(store, demo.moment, path)
    assert any("entered in error" in finding.sentence for finding in report.findings)
    standing = sum(not each.is_retracted for each in record.contacts)
    assert report.count_made(Kind.CONTACT) == standing


def test_the_preview_tells_of_new_entries_of_a_known_patient(
    demo: Leaving, maria: WholeRecord, new_store: NewStore, tmp_path: Path
) -> None:
    bundle = record_bundle(maria, demo.rules)
    kept = [e for e in bundle["entry"] if e["resource"]["resourceType"] != "Observation"]
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    first.write_bytes(as_bytes({**bundle, "entry": kept}))
    second.write_bytes(as_bytes(bundle))
    store = new_store()
    take(store, demo.moment, first)
    incoming = read_files(
        [second],
        catalogue=store.rules.catalogue,
        clinical=store.rules.clinical,
        zone=demo.moment.zone,
    )
    today = demo.moment.today
    (row,) = store.read(compare, incoming, rules=store.rules, today=today).rows
    assert "new entries of the record" in row.found
    take(store, demo.moment, second)
    (record,) = Leaving(store, demo.moment).records()
    assert len(record.parts.screenings) == len(maria.parts.screenings)

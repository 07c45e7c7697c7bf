"""What leaves comes back: into an empty database it is equal, into its own it changes nothing."""

import json
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from careteam.domain.intake.report import Choice, Did, ImportReport, Kind, Take
from careteam.domain.moment import Moment
from careteam.domain.record import WholeRecord
from careteam.exports.fhir.record import record_bundle
from careteam.exports.fhir.writing import LinesFolder, as_bytes, resources_of_all
from careteam.imports.fhir.reader import read_files
from careteam.storage.engine import Key
from careteam.storage.importing import run_import
from careteam.storage.reads.imports import compare
from careteam.storage.reads.record import all_patient_ids, site_of
from careteam.storage.store import Store
from careteam.storage.writes.settings import set_setting
from tests.conftest import NOW
from tests.fhir.conftest import SUNDAY, Leaving
from tests.fhir.trees import Node, resources, without_passing
from tests.imports.resources import real
from tests.storage.importing import dump

REAL = (
    "oncology",
    "documents",
    "synthea-2019",
    "synthea-2020",
    "synthea-2024",
    "us-core-server/bulk",
    "us-core-examples",
)
NewStore = Callable[[], Store]


@pytest.fixture
def new_store(empty_database: tuple[Path, Key], tmp_path: Path) -> Iterator[NewStore]:
    """Makes empty databases, with nobody in them."""
    template, key = empty_database
    made: list[Store] = []

    def make() -> Store:
        path = tmp_path / f"empty-{len(made)}.db"
        shutil.copyfile(template, path)
        made.append(Store.open(path, key, now=NOW))
        return made[-1]

    yield make
    for store in made:
        store.close()


def take(store: Store, moment: Moment, *paths: Path, take: Take = Take.TAKE) -> ImportReport:
    incoming = read_files(
        paths,
        catalogue=store.rules.catalogue,
        clinical=store.rules.clinical,
        zone=moment.zone,
    )
    choices = {patient.key: Choice(take) for patient in incoming.patients}
    return run_import(store, incoming, choices, moment=moment)


def written(leaving: Leaving, folder: Path) -> Path:
    """Everybody as NDJSON."""
    with LinesFolder(folder) as lines:
        for item in resources_of_all(leaving.records(), leaving.rules, set()):
            lines.write(item)
    return folder


def named_alike(store: Store, leaving: Leaving) -> Leaving:
    """A clinic under the same namespace, from which records leave at the same moment."""
    namespace = leaving.store.read(site_of).namespace
    store.do(set_setting, "namespace", namespace, moment=leaving.moment, rules=store.rules)
    return Leaving(store, leaving.moment)


def texts(leaving: Leaving, *gone: str) -> dict[str, str]:
    """Every record as text, without the details that are told apart, by record number."""
    found: dict[str, str] = {}
    for record in leaving.records():
        bundle = record_bundle(record, leaving.rules)
        for item in resources(bundle):
            for extension in item.get("extension", ()):
                parts = extension.get("extension", [])
                extension["extension"] = [part for part in parts if part["url"] not in gone]
        found[record.patient.mrn] = without_passing(bundle)
    return found


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
    before = dump(other.store)
    again = take(other.store, demo.moment, folder)
    assert (again.made, again.updated) == ((), ())
    assert dump(other.store) == before


def test_a_clinic_that_reads_its_own_record_changes_nothing_that_leaves(
    demo: Leaving, empty_database: tuple[Path, Key], tmp_path: Path
) -> None:
    path = tmp_path / "own.db"
    _copy(demo.store, path)
    own = Leaving(Store.open(path, empty_database[1], now=SUNDAY), demo.moment)
    folder = written(demo, tmp_path / "out")
    before = texts(own)
    report = take(own.store, demo.moment, folder)
    assert (report.made, report.updated) == ((), ())
    assert Counter(each.did for each in report.patients) == {Did.SAME: len(before)}
    assert texts(own) == before
    own.store.close()


def _copy(store: Store, path: Path) -> None:
    store.read(lambda session: session.connection().exec_driver_sql("PRAGMA wal_checkpoint"))
    shutil.copyfile(store.path, path)
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


BREAKS: dict[str, Callable[[Node], object]] = {
    "no state": lambda part: part["extension"][0].update(extension=[]),
    "odd words": lambda part: [
        one.update(valueString="no such word")
        for one in part["extension"][0]["extension"]
        if "valueString" in one
    ],
    "no days": lambda part: [
        part.pop(name, None)
        for name in ("recordedDate", "authoredOn", "period", "effectiveDateTime", "restriction")
    ],
    "other types": lambda part: [
        one.update({name: [{}] for name in list(one) if name.startswith("value")})
        for one in part["extension"][0]["extension"]
    ],
    "nobody": lambda part: _strip(part, "reference"),
    "no number": lambda part: part.pop("identifier", None),
}


def _strip(tree: Any, name: str) -> None:
    if isinstance(tree, dict):
        if "subject" not in tree:
            tree.pop(name, None)
        for key, value in tree.items():
            if key not in ("subject", "for", "individual", "patient"):
                _strip(value, name)
    elif isinstance(tree, list):
        for value in tree:
            _strip(value, name)


@pytest.mark.parametrize("how", BREAKS)
def test_a_record_that_somebody_changed_badly_is_taken_in_as_far_as_it_goes(
    how: str, demo: Leaving, maria: WholeRecord, new_store: NewStore, tmp_path: Path
) -> None:
    bundle = json.loads(as_bytes(record_bundle(maria, demo.rules)))
    for item in resources(bundle):
        if (
            "careteam" in json.dumps(item.get("extension", []))
            and item["resourceType"] != "Patient"
        ):
            BREAKS[how](item)
    path = tmp_path / "broken.json"
    path.write_bytes(as_bytes(bundle))
    store = new_store()
    report = take(store, demo.moment, path)
    assert report.count(Did.ADDED) == 1
    assert len(store.read(all_patient_ids)) == 1
    again = take(store, demo.moment, path)
    assert again.count(Did.SAME) + again.count(Did.UPDATED) == 1
    assert len(store.read(all_patient_ids)) == 1


def test_an_entry_that_belongs_to_somebody_else_here_is_not_given_away(
    demo: Leaving, maria: WholeRecord, new_store: NewStore, tmp_path: Path
) -> None:
    bundle = json.loads(as_bytes(record_bundle(maria, demo.rules)))
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    first.write_bytes(as_bytes(bundle))
    (patient,) = resources(bundle, "Patient")
    patient["name"] = [{"family": "Other", "given": ["Somebody"]}]
    patient["birthDate"] = "1950-01-01"
    patient["identifier"] = [{**patient["identifier"][0], "value": "777"}]
    second.write_bytes(as_bytes(bundle))
    store = new_store()
    take(store, demo.moment, first)
    take(store, demo.moment, second)
    one, other = Leaving(store, demo.moment).records()
    assert len(one.parts.barriers) == len(maria.parts.barriers)
    assert other.parts.barriers == ()
    mine = {contact.uid for contact in one.contacts}
    assert not mine & {contact.uid for contact in other.contacts}

"""Taking what left into a database, and comparing what leaves of two of them."""

from pathlib import Path

from careteam.domain.intake.report import Choice, ImportReport, Take
from careteam.domain.moment import Moment
from careteam.exports.fhir.record import record_bundle
from careteam.exports.fhir.writing import LinesFolder, resources_of_all
from careteam.imports.fhir.reader import read_files
from careteam.storage.importing import run_import
from careteam.storage.reads.record import site_of
from careteam.storage.store import Store
from careteam.storage.writes.settings import set_setting
from tests.fhir.conftest import Leaving
from tests.fhir.trees import resources, without_passing


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

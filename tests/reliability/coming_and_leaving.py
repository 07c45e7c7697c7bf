"""What comes in and leaves as a whole, as operations that can be killed at any moment."""

import json
from datetime import datetime
from pathlib import Path

from careteam.domain.disclosures import DisclosureDraft, Handed
from careteam.domain.intake.report import Choice
from careteam.domain.moment import Moment
from careteam.imports.fhir.bulk import Bulk, bulk_files
from careteam.outgoing.everything import write_everything
from careteam.storage.importing import run_groups
from careteam.storage.importing_tables import run_table
from careteam.storage.writes.disclosures import register_disclosure
from tests.imports.resources import coded, patient
from tests.imports.tables.sheets import HEAD, staged_of
from tests.reliability.clinic import ZONE, Clinic, content
from tests.reliability.operations import BETWEEN, IMPORTED, NEW, OLD, Operation

MR = "http://terminology.hl7.org/CodeSystem/v2-0203"
LINES = "lines"
LEFT = "everything"


def _lay(clinic: Clinic, folder: Path) -> Clinic:
    return clinic.laid(folder)


def _state_imported(clinic: Clinic) -> str:
    patients = content(clinic.path, clinic.key).rows["patient"] - 1
    return {0: OLD, IMPORTED: NEW}.get(patients, BETWEEN)


# a table goes in within one transaction


def _import_table(clinic: Clinic, now: datetime) -> None:
    store = clinic.open()
    rows = "".join(f"90{n},Invented{n},Ada,198{n}-03-14\n" for n in range(IMPORTED))
    staged = staged_of(clinic.path.parent, f"{HEAD}\n{rows}")
    report = run_table(store, staged, {}, moment=Moment.at(now, ZONE))
    assert not report.stopped, report.stopped
    store.close()


def _state_table(clinic: Clinic) -> str:
    state = _state_imported(clinic)
    assert state != BETWEEN, "a table goes in whole"
    return state


# NDJSON goes in patient by patient


def _lay_with_lines(clinic: Clinic, folder: Path) -> Clinic:
    laid = clinic.laid(folder)
    lines = laid.path.parent / LINES
    lines.mkdir()
    people = (
        patient(
            id=f"p{number}",
            identifier=[{"type": coded("MR", MR), "value": f"90{number}"}],
            name=[{"family": f"Invented{number}", "given": ["Ada"]}],
        )
        for number in range(IMPORTED)
    )
    text = "".join(json.dumps(one) + "\n" for one in people)
    (lines / "Patient.ndjson").write_text(text, "utf-8")
    return laid


def _import_lines(clinic: Clinic, now: datetime) -> None:
    store = clinic.open()
    files = bulk_files([clinic.path.parent / LINES])
    assert files is not None
    bulk = Bulk(files, catalogue=store.rules.catalogue, zone="UTC")
    assert bulk.scan()
    report = run_groups(
        store, bulk.groups(), Choice(), patients=bulk.patients, moment=Moment.at(now, ZONE)
    )
    assert not report.stopped, report.stopped
    store.close()


# everything leaves as a folder


def _save_everything(clinic: Clinic, now: datetime) -> None:
    store = clinic.open()
    moment = Moment.at(now, ZONE)

    def register(draft: DisclosureDraft) -> None:
        store.do(register_disclosure, draft, moment=moment, rules=store.rules)

    folder = clinic.path.parent / (LEFT if not (clinic.path.parent / LEFT).exists() else "again")
    write_everything(store, folder, Handed("Archive"), register, moment=moment)
    store.close()


def _state_saved(clinic: Clinic) -> str:
    content(clinic.path, clinic.key)
    folder = clinic.path.parent / LEFT
    if not folder.exists():
        return OLD
    told = json.loads((folder / "schema.json").read_text("utf-8"))
    for one in told["resources"]:
        assert (folder / one["path"]).stat().st_size == one["bytes"], one["name"]
    return NEW


COMING_AND_LEAVING = (
    Operation("import of a table", _lay, _import_table, _state_table),
    Operation("import of NDJSON", _lay_with_lines, _import_lines, _state_imported),
    Operation("everything as files", _lay, _save_everything, _state_saved),
)

"""Takes a folder of NDJSON in, patient by patient, and says what it took.

`python -m bench.arriving MEGABYTES` writes so much NDJSON of invented patients, then previews it by
groups and as a whole and brings it into an empty database, each in a process of its own, and prints
a line of JSON for each.
"""

import json
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench import PASSPHRASE
from bench.leaving import MIB, most_kib
from bench.patients import NOW
from careteam.demo.clinic import build_clinic
from careteam.domain.exchange import derived
from careteam.domain.intake.report import Choice
from careteam.domain.moment import Moment
from careteam.exports.fhir.writing import LinesFolder, resources_of_all
from careteam.imports.fhir.bulk import SHARED, Bulk, bulk_files
from careteam.imports.fhir.reader import read_files
from careteam.storage.importing import run_groups
from careteam.storage.reads.imports import Comparing
from careteam.storage.reads.record import all_patient_ids, collect_records
from careteam.storage.store import Store
from careteam.storage.writes.settings import name_site

MEGABYTE = 1_000_000
MOMENT = Moment.at(NOW)
PASSWORD = f"{PASSPHRASE} of invented people"
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def write(folder: Path, megabytes: int) -> None:
    """Write the invented clinic again and again, each time with other patients."""
    with tempfile.TemporaryDirectory() as place:
        store = Store.create(Path(place) / "demo.db", PASSWORD, moment=MOMENT)
        build_clinic(store, now=NOW)
        store.do(name_site, moment=MOMENT, rules=store.rules)
        records = store.read(collect_records, store.read(all_patient_ids), moment=MOMENT)
        every = list(resources_of_all(records, store.rules, set()))
        store.close()
    shared = {item["id"] for item in every if item["resourceType"] in SHARED}
    written = 0
    with LinesFolder(folder) as lines:
        for copy in range(1_000_000):
            for item in every:
                if item["resourceType"] in SHARED and copy:
                    continue
                made = json.loads(_other(json.dumps(item, ensure_ascii=False), copy, shared))
                if made["resourceType"] == "Patient":
                    made["name"][0]["family"] += f" {copy}"
                    made["identifier"][0]["value"] += f"-{copy}"
                lines.write(made)
                written += len(json.dumps(made, ensure_ascii=False, separators=(",", ":"))) + 1
            if written >= megabytes * MEGABYTE:
                return


def _other(line: str, copy: int, shared: set[str]) -> str:
    def derive(found: re.Match[str]) -> str:
        uid = found.group()
        return uid if uid in shared else derived(uid, copy)

    return _UUID.sub(derive, line)


def take_in(folder: Path, database: Path) -> dict[str, float]:
    """Bring it into a new database."""
    store = Store.create(database, PASSWORD, moment=MOMENT)
    before, start = most_kib(), time.process_time()
    files = bulk_files([folder])
    if files is None:
        raise SystemExit("this is not NDJSON throughout")
    bulk = Bulk(files, catalogue=store.rules.catalogue, zone="UTC", clinical=store.rules.clinical)
    if not bulk.scan():
        raise SystemExit("this cannot be read patient by patient")
    scanned = time.process_time()
    scanned_kib = most_kib()
    report = run_groups(store, bulk.groups(), Choice(), patients=bulk.patients, moment=MOMENT)
    told = {
        "patients": len(report.patients),
        "megabytes": round(sum(file.path.stat().st_size for file in files) / MEGABYTE),
        "scan_seconds": round(scanned - start, 1),
        "seconds": round(time.process_time() - start, 1),
        "memory_before_mib": before // MIB,
        "scan_grew_mib": (scanned_kib - before) // MIB,
        "memory_grew_mib": (most_kib() - before) // MIB,
    }
    store.close()
    return told


def compare(folder: Path, database: Path, *, by_groups: bool) -> dict[str, float]:
    """Tell what taking it in would do, by groups as it is done, or as a whole as it was."""
    store = Store.create(database, PASSWORD, moment=MOMENT)
    before, start = most_kib(), time.process_time()
    words = {"catalogue": store.rules.catalogue, "zone": "UTC", "clinical": store.rules.clinical}
    comparing, first = Comparing(store.rules, MOMENT.today), 0.0
    if by_groups:
        bulk = Bulk(bulk_files([folder]) or [], **words)
        bulk.scan()
        for group in bulk.groups():
            rows = store.read(comparing.take, group)
            first = first or (time.process_time() - start if rows else 0.0)
    else:
        store.read(comparing.take, read_files([folder], **words))
        first = time.process_time() - start
    told = {
        "preview_by_groups": by_groups,
        "patients": len(comparing.preview().rows),
        "first_rows_seconds": round(first, 1),
        "seconds": round(time.process_time() - start, 1),
        "memory_before_mib": before // MIB,
        "memory_grew_mib": (most_kib() - before) // MIB,
    }
    store.close()
    return told


def main(megabytes: int) -> None:
    """Write, then preview and take in where nothing of the writing is in memory."""
    with tempfile.TemporaryDirectory(prefix="careteam-bench-") as place:
        folder = Path(place) / "ndjson"
        write(folder, megabytes)
        for what in ("--groups", "--whole", "--take-in"):
            words = [sys.executable, "-m", "bench.arriving", what, str(folder)]
            done = subprocess.run(words, capture_output=True, text=True, check=True)
            print(done.stdout.strip(), flush=True)


if __name__ == "__main__":
    what = sys.argv[1]
    if what.startswith("--"):
        folder = Path(sys.argv[2])
        database = folder.parent / f"new{what}.db"
        if what == "--take-in":
            print(json.dumps(take_in(folder, database)))
        else:
            print(json.dumps(compare(folder, database, by_groups=what == "--groups")))
    else:
        main(int(what))

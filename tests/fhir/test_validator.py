"""`fhir-validate` with two engines that are not ours holds what leaves to US Core, where it is."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from careteam.domain.kinds import Kind, PaperWish
from careteam.domain.record import WholeRecord
from careteam.exports.fhir.document import summary_document
from careteam.exports.fhir.paper_document import paper_document
from careteam.exports.fhir.record import record_bundle
from careteam.exports.fhir.writing import as_bytes
from careteam.storage.reads.papers import collect_paper
from careteam.storage.reads.patient_page import patient_id_of
from tests.fhir.conftest import Leaving

SHARED = Path(__file__).parents[3] / "shared"
TOOL = Path(os.environ.get("CARETEAM_FHIR_VALIDATE", SHARED / "tools" / "fhir-validate"))
GUIDES = Path(os.environ.get("CARETEAM_FHIR_GUIDES", SHARED / "data" / "fhir" / "ig"))
SAMPLE = ("482913", "520415", "521108", "522661")


def validate(version: str, *files: Path) -> subprocess.CompletedProcess[str]:
    """Run the validator; the test is skipped with the reason where it cannot run."""
    node = shutil.which("node")
    guide = GUIDES / f"us-core-{version}.tgz"
    if node is None:
        pytest.skip("there is no Node.js on this machine")
    for path in (TOOL / "validate.mjs", TOOL / "node_modules", guide):
        if not path.exists():
            pytest.skip(f"the validator is not ready: {path} is missing")
    words = [node, "validate.mjs", "--us-core", "--ig", str(guide), *map(str, files)]
    return subprocess.run(words, cwd=TOOL, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("version", ["6.1.0", "7.0.0", "8.0.0"])
def test_us_core_finds_no_error_in_summaries_and_records(
    version: str, demo: Leaving, records: tuple[WholeRecord, ...], tmp_path: Path
) -> None:
    chosen = [each for each in records if each.patient.mrn in SAMPLE or each.patient.status]
    files: list[Path] = []
    for record in chosen:
        for name, make in (("record", record_bundle), ("summary", summary_document)):
            path = tmp_path / f"{name}-{record.patient.mrn}.json"
            path.write_bytes(as_bytes(make(record, demo.rules)))
            files.append(path)
        for kind in (Kind.HANDOFF, Kind.TREATMENT):
            files.append(_paper(demo, record, kind, tmp_path))
    done = validate(version, *files)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{len(files)} passed, 0 failed" in done.stdout


def _paper(demo: Leaving, record: WholeRecord, kind: Kind, folder: Path) -> Path:
    moment, rules, wish = demo.moment, demo.rules, PaperWish(kind)
    id_ = demo.store.read(patient_id_of, record.patient.mrn)
    tree = demo.store.read(collect_paper, id_, wish, moment=moment, rules=rules)
    path = folder / f"{kind}-{record.patient.mrn}.json"
    path.write_bytes(as_bytes(paper_document(tree, record, rules, wish, today=moment.today)))
    return path


def test_the_validator_stops_what_is_broken(
    demo: Leaving, maria: WholeRecord, tmp_path: Path
) -> None:
    broken = record_bundle(maria, demo.rules)
    for entry in broken["entry"]:
        if entry["resource"]["resourceType"] == "CareTeam":
            del entry["resource"]["participant"]
    path = tmp_path / "broken.json"
    path.write_bytes(as_bytes(broken))
    assert validate("6.1.0", path).returncode == 1

"""Everybody as NDJSON: each line is valid for a second reader, and comes back in groups."""

from collections import Counter
from pathlib import Path

import fhirkit
import pytest

from careteam.domain.intake.report import Choice
from careteam.domain.record import WholeRecord
from careteam.exports.fhir.writing import as_line, resources_of_all
from careteam.imports.fhir import bulk as bulk_module
from careteam.imports.fhir.bulk import Bulk, bulk_files
from careteam.storage.importing import run_groups
from tests.fhir.conftest import Leaving, NewStore
from tests.fhir.returning import named_alike, texts, written

LEAVES = {
    "Patient", "RelatedPerson", "Practitioner", "PractitionerRole", "Organization", "CareTeam",
    "Condition", "Encounter", "Communication", "CarePlan", "Goal", "ServiceRequest", "Task",
    "Observation", "ResearchStudy", "ResearchSubject", "DocumentReference", "Provenance", "Flag",
    "EpisodeOfCare", "Consent",
}  # fmt: skip
"""A Composition leaves with the summary; no QuestionnaireResponse: no question is kept."""


def test_every_line_is_valid_and_every_kind_that_is_kept_leaves(
    demo: Leaving, records: tuple[WholeRecord, ...]
) -> None:
    seen: Counter[str] = Counter()
    for item in resources_of_all(records, demo.rules, set()):
        seen[item["resourceType"]] += 1
        issues = fhirkit.validate(as_line(item))
        assert [str(issue) for issue in issues] == [], item["id"]
    assert set(seen) == LEAVES


def test_what_leaves_as_ndjson_comes_back_in_groups_as_it_was(
    demo: Leaving,
    records: tuple[WholeRecord, ...],
    new_store: NewStore,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bulk_module, "GROUP", 7)
    files = bulk_files([written(demo, tmp_path / "out")])
    assert files is not None
    other = named_alike(new_store(), demo)
    words = {"catalogue": demo.rules.catalogue, "clinical": demo.rules.clinical}
    bulk = Bulk(files, zone=demo.moment.zone, **words)
    assert bulk.scan()
    report = run_groups(
        other.store, bulk.groups(), Choice(), patients=bulk.patients, moment=demo.moment
    )
    assert len(report.patients) == len(records)
    assert texts(other, "amendments") == texts(demo, "amendments")

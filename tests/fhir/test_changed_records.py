"""A record that somebody changed on its way is taken in as far as it goes, and never doubled."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from careteam.domain.intake.report import Did
from careteam.domain.record import WholeRecord
from careteam.exports.fhir.record import record_bundle
from careteam.exports.fhir.writing import as_bytes
from careteam.storage.reads.record import all_patient_ids
from tests.fhir.conftest import Leaving, NewStore
from tests.fhir.returning import take
from tests.fhir.trees import Node, resources

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
    report = take(store, demo.moment, second)
    one, other = Leaving(store, demo.moment).records()
    assert len(one.parts.barriers) == len(maria.parts.barriers)
    assert other.parts.barriers == ()
    said = [finding.sentence for finding in report.findings]
    assert any("belong to somebody else here: left out." in sentence for sentence in said)
    mine = {contact.uid for contact in one.contacts}
    assert not mine & {contact.uid for contact in other.contacts}

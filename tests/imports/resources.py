"""Small FHIR resources and files for the import tests."""

import json
from pathlib import Path
from typing import Any

import pytest

from careteam.domain.incoming import Incoming, IncomingPatient, Severity
from careteam.imports.fhir.reader import read_files
from tests.imports.catalogue import default_catalogue

REAL_FILES = Path(__file__).parents[3] / "shared" / "data" / "fhir"
ZONE = "America/New_York"
SNOMED = "http://snomed.info/sct"
NUCC = "http://nucc.org/provider-taxonomy"
NPI = "http://hl7.org/fhir/sid/us-npi"

Resource = dict[str, Any]


def read(*paths: Path) -> Incoming:
    """What the importer makes of these files, in New York and with the default catalogue."""
    return read_files(paths, catalogue=default_catalogue(), zone=ZONE)


def real(name: str) -> Path:
    """A real file or folder by its name; the test is skipped with the reason when it is absent."""
    path = REAL_FILES / name
    if not path.exists():
        pytest.skip(f"the real files are not beside this checkout: {path} is missing")
    return path


def written(folder: Path, *resources: Resource, name: str = "file.json") -> Path:
    """A collection Bundle of the resources, each with its own URN when it has an id."""
    entries = [
        {"fullUrl": f"urn:uuid:{resource['id']}", "resource": resource}
        if "id" in resource
        else {"resource": resource}
        for resource in resources
    ]
    return saved(folder, {"resourceType": "Bundle", "type": "collection", "entry": entries}, name)


def saved(folder: Path, tree: object, name: str = "file.json") -> Path:
    """Any JSON as a file."""
    path = folder / name
    path.write_text(json.dumps(tree), encoding="utf-8")
    return path


def coded(code: str, system: str = SNOMED, display: str = "") -> Resource:
    """A CodeableConcept with one code."""
    coding = {"system": system, "code": code}
    return {"coding": [{**coding, "display": display} if display else coding]}


def patient(**parts: object) -> Resource:
    """A patient with the record number 7 and a name."""
    return {
        "resourceType": "Patient",
        "id": "p",
        "identifier": [{"type": coded("MR"), "system": "http://clinic.example", "value": "7"}],
        "name": [{"family": "Reyes", "given": ["Ana"]}],
        **parts,
    }


def practitioner(family: str = "Bell", given: str = "Marcus", **parts: object) -> Resource:
    """A practitioner without a number."""
    return {
        "resourceType": "Practitioner",
        "id": family.casefold(),
        "name": [{"family": family, "given": [given]}],
        **parts,
    }


def about(kind: str, **parts: object) -> Resource:
    """A resource whose subject is the patient."""
    return {"resourceType": kind, "id": kind, "subject": {"reference": "Patient/p"}, **parts}


def condition(code: Resource, **parts: object) -> Resource:
    """A condition of the patient."""
    return about("Condition", code=code, clinicalStatus=coded("active", "c"), **parts)


def visit(start: str = "2026-03-02T10:00:00-05:00", **parts: object) -> Resource:
    """A finished ambulatory visit of the patient."""
    return about(
        "Encounter",
        **{"status": "finished", "class": {"code": "AMB"}, "period": {"start": start}, **parts},
    )


def team(*participants: Resource, **parts: object) -> Resource:
    """An active care team of the patient."""
    return about("CareTeam", **{"status": "active", "participant": list(participants), **parts})


def only(incoming: Incoming) -> IncomingPatient:
    """The one patient that was read."""
    (found,) = incoming.patients
    return found


def sentences(incoming: Incoming, severity: Severity | None = None) -> list[str]:
    """What was said, all of it or of one severity."""
    return [
        finding.sentence
        for finding in incoming.findings
        if severity is None or finding.severity is severity
    ]

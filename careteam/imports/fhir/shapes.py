"""Which version of FHIR a resource was written in; no instance says so, only its shape does.

The signs are those in which the base specifications differ for the resources read here.
"""

from collections import Counter
from collections.abc import Iterable

from careteam.imports.fhir.tree import Node, nodes

R4 = "R4"
R5 = "R5"
STU3 = "STU3"
DSTU2 = "DSTU2"

_GONE = {
    "ReferralRequest": STU3,
    "ProcedureRequest": STU3,
    "ProcessRequest": STU3,
    "EligibilityRequest": STU3,
    "ImagingManifest": STU3,
    "BodySite": STU3,
    "MedicationOrder": DSTU2,
    "DiagnosticOrder": DSTU2,
    "OrderResponse": DSTU2,
    "Conformance": DSTU2,
}
SHAPED_BY = ("resourceType", "context")


def version_of(resource: Node) -> str:
    """DSTU2, STU3, R4 or R5 where the shape tells them apart, else an empty text."""
    kind = resource.get("resourceType")
    if isinstance(kind, str) and kind in _GONE:
        return _GONE[kind]
    if any(isinstance(name.get("family"), list) for name in nodes(resource.get("name"))):
        return DSTU2
    if kind == "Condition":
        return _condition(resource)
    if kind == "Encounter":
        return _encounter(resource)
    if kind in ("CareTeam", "CarePlan"):
        return _team_or_plan(resource)
    return ""


def version_of_file(versions: Iterable[str]) -> str:
    """The version of a whole file: the one that its resources show, R4 when none shows any.

    A few odd fields do not make an R4 file another version: the R4 shapes have to be fewer.
    """
    counts = Counter(version for version in versions if version)
    as_r4 = counts.pop(R4, 0)
    if not counts or counts.total() < as_r4:
        return R4
    return next(version for version in (DSTU2, STU3, R5) if version in counts)


def _condition(resource: Node) -> str:
    if isinstance(resource.get("patient"), dict):
        return DSTU2
    if isinstance(resource.get("clinicalStatus"), str) or "context" in resource:
        return STU3
    if "participant" in resource:
        return R5
    return R4 if isinstance(resource.get("clinicalStatus"), dict) else ""


def _encounter(resource: Node) -> str:
    if isinstance(resource.get("class"), str) or isinstance(resource.get("patient"), dict):
        return DSTU2
    if "incomingReferral" in resource:
        return STU3
    participants = nodes(resource.get("participant"))
    if (
        isinstance(resource.get("class"), list)
        or "actualPeriod" in resource
        or any("actor" in participant for participant in participants)
    ):
        return R5
    if "reasonCode" in resource or any("individual" in item for item in participants):
        return R4
    return ""


def _team_or_plan(resource: Node) -> str:
    if isinstance(resource.get("context"), dict):
        return STU3
    participants = nodes(resource.get("participant"))
    if any("coveragePeriod" in item or "coverageTiming" in item for item in participants):
        return R5
    return R4 if "encounter" in resource else ""

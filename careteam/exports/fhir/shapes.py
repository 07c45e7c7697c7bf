"""The small shapes that resources are made of; what is empty is left out, never written empty."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from careteam.domain.dates import PartialDate
from careteam.domain.exchange import UUIDS, details_url, urn_of
from careteam.exports.fhir.systems import DATA_ABSENT, HL7, PROFILE

Node = dict[str, Any]


def slim(tree: Mapping[str, Any]) -> Node:
    """The object without what is None or empty, at its first level."""
    return {name: value for name, value in tree.items() if value not in (None, "", [], {})}


def resource(kind: str, uid: str, /, *, profile: str = "", **parts: Any) -> Node:
    """A resource with its id and, where US Core has one, the profile it keeps.

    A name that Python has taken is given with an underscore: `for_`, `class_`.
    """
    meta = {"profile": [PROFILE + profile]} if profile else None
    said = {name.rstrip("_"): value for name, value in parts.items()}
    return {"resourceType": kind, "id": uid, **slim({"meta": meta, **said})}


def own_identifier(uid: str) -> Node:
    """The UUID as a business identifier: by it the row is found again wherever it goes."""
    return {"system": UUIDS, "value": urn_of(uid)}


def coding(system: str, code: str, display: str = "") -> Node:
    """One code of a system."""
    return slim({"system": system, "code": code, "display": display})


def concept(*codings: Node, text: str = "") -> Node:
    """A CodeableConcept; codings without a code are left out."""
    return slim({"coding": [each for each in codings if each.get("code")], "text": text})


def hl7(system: str, code: str, display: str = "") -> Node:
    """A concept of one code of HL7's own terminologies."""
    return concept(coding(HL7 + system, code, display))


def period(start: object = None, end: object = None) -> Node:
    """A Period; days and moments alike."""
    return slim({"start": told(start), "end": told(end)})


def told(value: object) -> Any:
    """A day, a moment or a partial date as FHIR writes it; a moment needs its zone."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, PartialDate) else value


def unknown() -> Node:
    """Instead of a value that nobody knows."""
    return {"extension": [{"url": DATA_ABSENT, "valueCode": "unknown"}]}


def details(kind: str, /, **values: Any) -> list[Node]:
    """What FHIR has no place for, as one extension with a part for each value that is said."""
    inside = [
        {"url": name, **_typed(each)}
        for name, value in values.items()
        for each in (value if isinstance(value, tuple | list) else (value,))
        if each not in (None, "", False)
    ]
    return [{"url": details_url(kind), "extension": inside}] if inside else []


def answer(value: bool | None) -> str:
    """Yes, no, or nothing where nobody asked: a plain False would be taken for unsaid."""
    return "" if value is None else "yes" if value else "no"


def annotation(text: str) -> list[Node]:
    """A note, or none."""
    return [{"text": text}] if text else []


def listed(items: Iterable[Node | None]) -> list[Node]:
    """Those that are there."""
    return [each for each in items if each]


def _typed(value: Any) -> Node:
    match value:
        case bool():
            return {"valueBoolean": value}
        case int():
            return {"valueInteger": value}
        case datetime():
            return {"valueDateTime": told(value)}
        case date():
            return {"valueDate": told(value)}
        case dict():
            return {"valueReference": value} if "reference" in value else {"extension": value["of"]}
        case _:
            return {"valueString": str(value)}
